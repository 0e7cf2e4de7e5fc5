//! Commands: everything that a user can do, as data. [`Action`]s need no argument and so have a place in menu, palette and keymap.

use std::path::PathBuf;

use emath::{Pos2, Vec2};

use crate::analysis::shown::{Filter, Focus};
use crate::base::{Diagnostic, NodeId, SourceId, ViewId};
use crate::edit::ops::{Alignment, Bond, ChainLink, Join, NewSource, PassageUse};
use crate::edit::{FieldEdit, Mark};
use crate::editor::{Action, Entry, Pasted, Shipped};
use crate::layout::Scope;
use crate::model::{ArgumentMap, Attribution, Edge, Group, Placement, RelationKind, Source, SourceText, Speaker};
use crate::provenance::suggest::Proposal;

/// A map that was read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The map.
    pub map: ArgumentMap,
    /// What reading it brought to light.
    pub report: Vec<Diagnostic>,
    /// Where Save writes to; `None` for an imported format, which is not overwritten by the native one.
    pub path: Option<PathBuf>,
    /// File name without extension, for title bar and Save as.
    pub name: String,
    /// Whether it holds what no file does: a map that was recovered.
    pub unsaved: bool,
}

/// Everything that a user or the driver can ask of the editor.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A command without arguments.
    Do(Action),

    /// Opens a file (dropped, recent, chosen).
    OpenPath(PathBuf),
    /// A file was read: it becomes this editor's map.
    Loaded(Box<Loaded>),
    /// Saves under that name from now on.
    SaveTo(PathBuf),
    /// The map was written.
    Saved {
        /// Where to.
        path: PathBuf,
        /// From [`crate::editor::Effect::WriteFile`].
        mark: Mark,
    },
    /// Reading or writing did not succeed. What waited for it does not happen.
    Failed(String),
    /// Answer to the unsaved-changes question: save first.
    SaveAndClose,
    /// Answer to the unsaved-changes question: do not save.
    DiscardAndClose,
    /// The dialog that a closing map waited for was dismissed.
    CancelClosing,

    /// Undoes or does again until so many steps are done.
    TravelTo(usize),

    /// Selects nodes and nothing else; the last one leads.
    Select(Vec<NodeId>),
    /// Selects nodes besides what is selected (a lasso with Shift).
    SelectAlso(Vec<NodeId>),
    /// Adds a node to the selection or takes it out (a click with Shift or Ctrl).
    ToggleSelected(NodeId),
    /// Goes to a node from afar (found, a problem, the outline): unhides it, selects it and shows it so that it can be read. The way back
    /// is remembered.
    GoTo(NodeId),
    /// Shows a node, as [`Command::GoTo`] does, without selecting it or remembering the way back: for walking through a list.
    Show(NodeId),
    /// Folds or unfolds the branches of claims.
    SetFolded {
        /// Which claims.
        nodes: Vec<NodeId>,
        /// Whether to fold.
        folded: bool,
    },
    /// Shows only what is near something, or all of the map again.
    SetFocus(Option<Focus>),
    /// Shows only what meets some conditions.
    SetFilter(Box<Filter>),
    /// Shows what a hidden link stands for.
    ShowWay {
        /// Where the link begins.
        from: NodeId,
        /// Where it ends.
        to: NodeId,
    },
    /// Selects an entry of a register, and no node.
    SelectEntry(Entry),

    /// Adds a claim at a place of the map.
    AddClaimAt(Pos2),
    /// Adds a claim that bears on a node.
    AddReason {
        /// How it bears on it.
        kind: RelationKind,
        /// What it bears on.
        target: NodeId,
    },
    /// Adds a claim at a place, joined to a node: a line was drawn out of it onto empty ground.
    AddJoined {
        /// The centre of the new claim.
        at: Pos2,
        /// What it is joined to.
        node: NodeId,
        /// How.
        join: Join,
    },
    /// Opens the inline editor on a claim.
    EditTextOf(NodeId),
    /// The inline editor is done: a claim's text. The words of a claim just added belong to the step that added it.
    SetText {
        /// Which claim.
        node: NodeId,
        /// Its text.
        text: String,
    },
    /// The inline editor was left by Escape: a claim that was just added and has no words goes again.
    CancelNew(NodeId),
    /// Pastes what the clipboard holds.
    Paste(Box<Pasted>),
    /// Sets one field. Typing in a row is one step.
    SetField(FieldEdit),
    /// Sets a field of each of several records, as one step.
    SetFields(Vec<FieldEdit>),
    /// Makes one claim of two that say the same: what hangs on the second goes to the first.
    UniteClaims {
        /// The claim that stays.
        keep: NodeId,
        /// The claim that goes.
        gone: NodeId,
    },
    /// Adds a claim as a further premise of a relation.
    AddPremiseClaim(NodeId),
    /// Selects a node and gives the inspector the keyboard.
    Inspect(NodeId),
    /// A field or slider lost the focus: what is typed next is a step of its own.
    EndGesture,
    /// Adds a relation from a claim or attribution to a node.
    Connect {
        /// The premise.
        from: NodeId,
        /// The target.
        to: NodeId,
        /// What the relation does.
        kind: RelationKind,
    },
    /// Makes a node a further premise of a relation.
    AddPremise {
        /// The relation.
        relation: NodeId,
        /// The claim or attribution.
        premise: NodeId,
    },
    /// Takes a premise out of a relation.
    RemovePremise {
        /// The relation.
        relation: NodeId,
        /// The claim or attribution.
        premise: NodeId,
    },
    /// Puts another claim or attribution in the place of a premise of a relation.
    ReplacePremise {
        /// The relation.
        relation: NodeId,
        /// The premise that goes.
        old: NodeId,
        /// The one that comes in its place.
        new: NodeId,
    },
    /// Points a relation at another target, an attribution at another content.
    Retarget {
        /// The relation or attribution.
        node: NodeId,
        /// The new end.
        to: NodeId,
    },
    /// A claim was dropped on another one: it bears on that one from now on.
    Hang {
        /// The claim.
        premise: NodeId,
        /// By which relation.
        bond: Bond,
        /// What it bears on from now on.
        to: NodeId,
        /// The claims that come along.
        nodes: Vec<NodeId>,
        /// How far, in map units.
        delta: Vec2,
    },
    /// Makes an edge number `index` among those of its role into the same node.
    Reorder {
        /// The edge.
        edge: Edge,
        /// Its new place, from 0.
        index: usize,
    },
    /// Says who says a node.
    Attribute {
        /// What is said.
        content: NodeId,
        /// Who says it, where, how.
        attribution: Box<Attribution>,
    },
    /// Makes claims with attributions of what a source's text says that somebody says, as one step.
    AcceptProposals {
        /// Whose latest text they were found in.
        source: SourceId,
        /// As found, or as edited since.
        proposals: Vec<Proposal>,
    },
    /// Remembers that proposals are not wanted.
    DismissProposals {
        /// Whose text they were found in.
        source: SourceId,
        /// Which.
        proposals: Vec<Proposal>,
    },
    /// The same for one of them, to put its claim in other words at once.
    AcceptToEdit {
        /// Whose latest text it was found in.
        source: SourceId,
        /// As found.
        proposal: Box<Proposal>,
    },
    /// Makes of a passage of a source's text a claim, or the words or the rebuttal of what is selected.
    TakePassage {
        /// Which source.
        source: SourceId,
        /// Which version of its text, counted from the oldest, from 0.
        version: usize,
        /// Code points `start..end`.
        span: (u32, u32),
        /// What becomes of it.
        usage: PassageUse,
    },
    /// Says who says a node, who reports that, and so on: the origin first, as one step.
    AddChain {
        /// What is said.
        content: NodeId,
        /// Who speaks, each passing on the one before.
        links: Vec<ChainLink>,
    },
    /// Deletes nodes.
    DeleteNodes(Vec<NodeId>),
    /// Adds a person to the speaker register and attributes what is said to them, as one step.
    NewSpeakerFor {
        /// Which attributions.
        attributions: Vec<NodeId>,
        /// The speaker's name.
        name: String,
    },
    /// Adds an article to the source register and names it as the place of what is said, as one step.
    NewSourceFor {
        /// Which attributions.
        attributions: Vec<NodeId>,
        /// The source's title.
        title: String,
    },
    /// Adds a person to the speaker register and to the authors of a source, as one step.
    NewAuthorFor {
        /// Which source.
        source: SourceId,
        /// The author's name.
        name: String,
    },
    /// Adds an entry to the speaker register.
    AddSpeaker(Box<Speaker>),
    /// Adds an entry to the source register.
    AddSource(Box<Source>),
    /// Adds sources that were read from documents, as one step.
    AddSources(Vec<NewSource>),
    /// Adds a version to the text of a source.
    AddText {
        /// Which source.
        source: SourceId,
        /// Its text as it is now.
        text: Box<SourceText>,
    },
    /// Removes a version of the text of a source.
    RemoveText {
        /// Which source.
        source: SourceId,
        /// Counted from the oldest, from 0.
        version: usize,
    },
    /// Takes what was found in the place of a stored text as a version of its own.
    TakeFoundText {
        /// Which source.
        source: SourceId,
        /// Which version is not what was imported.
        version: usize,
    },
    /// Shows how two versions of a text differ.
    CompareTexts {
        /// Which source.
        source: SourceId,
        /// The older version, from 0.
        old: usize,
        /// The newer one.
        new: usize,
    },
    /// Reads documents (dropped, chosen) to propose sources.
    ReadDocuments {
        /// Their files.
        paths: Vec<PathBuf>,
        /// The source of which the first is a further version.
        version_of: Option<SourceId>,
    },
    /// Takes a text (the clipboard's) for a document, to propose a source.
    ReadText(String),
    /// Asks what to export, beginning with the format of that name.
    ExportAs(&'static str),
    /// Asks for a document that is a further version of a source.
    AskTextFor(SourceId),
    /// Adds a group.
    AddGroup(Box<Group>),
    /// Makes entries of one register into one, after telling what changes.
    MergeEntries {
        /// The one that stays.
        into: Entry,
        /// Those that go.
        others: Vec<Entry>,
    },
    /// Makes entries of one register into one without asking.
    MergeEntriesNow {
        /// The one that stays.
        into: Entry,
        /// Those that go.
        others: Vec<Entry>,
    },
    /// Deletes an entry after telling what names it.
    DeleteEntry(Entry),
    /// Deletes an entry without asking.
    DeleteEntryNow(Entry),

    /// A drag ended: moves claims.
    Move {
        /// Which claims.
        nodes: Vec<NodeId>,
        /// By how much, in map units.
        delta: Vec2,
    },
    /// Brings claims into line. Answers [`crate::editor::Effect::Align`].
    Align {
        /// By what.
        how: Alignment,
        /// The claims with the sizes of their cards.
        sizes: Vec<(NodeId, Vec2)>,
    },
    /// A layout ended. Dropped and started again where the map has changed since; a driver that finds its request unchanged may give
    /// the present revision.
    ApplyLayout {
        /// What was laid out.
        scope: Scope,
        /// The view.
        view: ViewId,
        /// [`crate::editor::Editor::revision`] when it started.
        revision: u64,
        /// What it found.
        placements: Vec<(NodeId, Placement)>,
    },
    /// Claims step aside as part of the last step: the answer to [`crate::editor::Effect::MakeRoom`].
    StepAside {
        /// The view.
        view: ViewId,
        /// [`crate::editor::Editor::revision`] when that was asked.
        revision: u64,
        /// Where they go.
        placements: Vec<(NodeId, Placement)>,
    },
    /// Shows another view.
    ShowView(ViewId),

    /// Opens a copy of a map that is shipped.
    OpenShipped(Shipped),
    /// Selects every claim and opens the inline editor on the uppermost: a template waits to be overwritten.
    OverwriteClaims,

    /// Looks for words in the map and goes to the first hit.
    LookFor(String),
    /// Ends the search; the present hit stays selected.
    EndFind,
}

impl From<Action> for Command {
    fn from(action: Action) -> Self {
        Self::Do(action)
    }
}
