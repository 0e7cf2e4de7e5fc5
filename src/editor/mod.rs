//! The headless application: an open map, its history, the selection, and every command. The window, the tests and the command line
//! drive it alike: they dispatch [`Command`]s and carry out [`Effect`]s.

mod action;
mod announce;
mod arrange;
mod bookmark;
mod chain;
mod changes;
mod clipboard;
mod command;
mod commit;
mod effect;
mod entries;
mod file;
mod find;
mod findings;
mod fix;
mod hands;
mod hear;
mod import_source;
mod intake;
mod merge;
mod navigate;
mod passage;
mod provenance;
mod quotations;
mod ready;
mod selection;
mod shipped;
mod shown;
mod trail;
mod travel;
mod walk;
mod write;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::{Diagnostic, NodeId, Rng, Sha256, ViewId};
use crate::edit::ops::Alignment;
use crate::edit::{History, Mark};
use crate::model::{ArgumentMap, LayoutName, Side};
use crate::provenance::anchor::TextIndex;
use crate::tr;

pub use action::{Action, ActionInfo, Menu};
pub use chain::read_chain;
pub use clipboard::Pasted;
pub use command::{Command, Loaded};
pub use effect::{Effect, Toast};
pub use find::Find;
pub use fix::{Fix, fixes};
pub use import_source::Intake;
pub use intake::{recognise, version_of};
pub use quotations::LookedUp;
pub use selection::{Entry, Selection};
pub use shipped::Shipped;

use clipboard::Clipboard;
use navigate::Direction;
use walk::Step;

/// An open map and everything that can be done with it.
#[derive(Debug)]
pub struct Editor {
    map: Arc<ArgumentMap>,
    history: History<Selection>,
    revision: u64,
    /// The revision in which nodes, edges or places last changed.
    shape: u64,
    changes: changes::Changes,
    selection: Selection,
    view: ViewId,
    /// The layout that was asked for, until it is there.
    wanted_layout: Option<(LayoutName, Side)>,
    path: Option<PathBuf>,
    name: String,
    report: Vec<Diagnostic>,
    findings: findings::Findings,
    quotations: quotations::Quotations,
    /// The text that was quoted from last, prepared for that.
    index: Option<(Sha256, Arc<TextIndex>)>,
    clipboard: Clipboard,
    /// Whether what leaves the program has nothing confidential in it.
    safe_copies: bool,
    /// The node that a walk through the argument led to, and what it was seen to bear on.
    walked: Option<(NodeId, NodeId)>,
    find: Find,
    /// The claim just added and the state that adding it led to: it is new as long as that state is the present one.
    fresh: Option<(NodeId, Mark)>,
    /// Whether the map is to be closed once it is saved.
    closing: bool,
    effects: Vec<Effect>,
    looks: shown::Looks,
    rng: Rng,
}

impl Default for Editor {
    fn default() -> Self {
        Self::new(Rng::from_system())
    }
}

impl Editor {
    /// An editor with an empty map. New ids come from `rng`.
    pub fn new(rng: Rng) -> Self {
        Self {
            map: Arc::default(),
            history: History::new(true),
            revision: 0,
            shape: 0,
            changes: changes::Changes::default(),
            selection: Selection::default(),
            view: ViewId::main(),
            wanted_layout: None,
            path: None,
            name: file::untitled().to_owned(),
            report: Vec::new(),
            findings: findings::Findings::default(),
            quotations: quotations::Quotations::default(),
            index: None,
            clipboard: Clipboard::default(),
            safe_copies: true,
            walked: None,
            find: Find::default(),
            fresh: None,
            closing: false,
            effects: Vec::new(),
            looks: shown::Looks::default(),
            rng,
        }
    }

    /// The map. A clone of the `Arc` is a snapshot for a job; drop it soon, for the first edit while it lives copies the map.
    pub fn map(&self) -> &Arc<ArgumentMap> {
        &self.map
    }

    /// Counts the changes of the map, undo and redo included. Equal revisions of one editor are equal maps.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Changes whenever nodes come or go, are joined otherwise or stand elsewhere; not when something in them is edited.
    pub fn shape(&self) -> u64 {
        self.shape
    }

    /// Names the present state for [`Command::Saved`].
    pub fn mark(&self) -> Mark {
        self.history.mark()
    }

    /// Whether what is exported or put on the clipboard shall name nothing that is confidential.
    pub fn safe_copies(&self) -> bool {
        self.safe_copies
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The view that is shown.
    pub fn view(&self) -> ViewId {
        self.view
    }

    /// Where Save writes to.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// File name without extension, or a stand-in.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether there is something to save.
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty()
    }

    /// The step that Undo takes back: "Add rebuttal".
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo_label()
    }

    /// The step that Redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    /// The steps done, oldest first.
    pub fn done_labels(&self) -> impl Iterator<Item = &str> {
        self.history.done_labels()
    }

    /// What reading the file brought to light, with lines and columns.
    pub fn report(&self) -> &[Diagnostic] {
        &self.report
    }

    /// Why an action cannot be done now, and what to do first; `None` where it can.
    pub fn blocked(&self, action: Action) -> Option<&'static str> {
        (action.info().blocked)(self)
    }

    /// Whether an action can be done now.
    pub fn is_enabled(&self, action: Action) -> bool {
        self.blocked(action).is_none()
    }

    /// A node in words, for screen readers, tests and tooltips.
    pub fn describe(&self, node: NodeId) -> String {
        let words = crate::model::describe(&self.map, node);
        match self.shown().folded(node) {
            Some(claims) => format!("{words} {}", tr!("shown-folded", count = claims)),
            None => words,
        }
    }

    /// What the driver is to do since it was last asked, in order.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Carries out a command. What cannot be done is said in a toast.
    pub fn dispatch(&mut self, command: impl Into<Command>) {
        match command.into() {
            Command::Do(action) => match self.blocked(action) {
                Some(why) => self.refuse(why),
                None => {
                    let (selection, revision) = (self.selection.clone(), self.revision);
                    self.run(action);
                    if self.revision == revision && self.selection != selection {
                        self.announce_selection();
                    }
                }
            },
            Command::OpenPath(path) => self.effects.push(Effect::ReadFile(path)),
            Command::Loaded(loaded) => self.take_loaded(*loaded),
            Command::SaveTo(path) => self.save_to(path),
            Command::Saved { path, mark } => self.note_saved(path, mark),
            Command::Failed(why) => self.note_failed(why),
            Command::SaveAndClose => self.save_and_close(),
            Command::DiscardAndClose => self.effects.push(Effect::CloseTab),
            Command::CancelClosing => self.cancel_closing(),
            Command::TravelTo(steps) => self.travel_to(steps),
            Command::Select(nodes) => self.select(Selection::of_all(nodes)),
            Command::SelectAlso(nodes) => self.select_also(nodes),
            Command::ToggleSelected(node) => self.toggle_selected(node),
            Command::GoTo(node) => self.go_to_node(node),
            Command::Show(node) => self.show(node),
            Command::SetFolded { nodes, folded } => self.set_folded(&nodes, folded),
            Command::SetFocus(focus) => self.set_focus(focus),
            Command::SetFilter(filter) => self.set_filter(*filter),
            Command::ShowWay { from, to } => self.show_way(from, to),
            Command::SelectEntry(entry) => self.select(Selection::of_entry(entry)),
            Command::AddClaimAt(at) => self.add_claim(Some(at)),
            Command::AddReason { kind, target } => self.add_reason(kind, target),
            Command::EditTextOf(node) => self.edit_text(node),
            Command::SetText { node, text } => self.set_text(node, text),
            Command::CancelNew(node) => self.cancel_new(node),
            Command::Paste(pasted) => self.paste(&pasted),
            Command::SetField(edit) => self.set_field(edit),
            Command::SetFields(edits) => self.set_fields(edits),
            Command::UniteClaims { keep, gone } => self.unite_claims(keep, gone),
            Command::AddPremiseClaim(relation) => self.add_premise_claim(relation),
            Command::Inspect(node) => self.inspect(node),
            Command::EndGesture => self.history.seal(),
            Command::Connect { from, to, kind } => self.connect(from, to, kind),
            Command::AddPremise { relation, premise } => self.add_premise(relation, premise),
            Command::RemovePremise { relation, premise } => self.remove_premise(relation, premise),
            Command::ReplacePremise { relation, old, new } => self.replace_premise(relation, old, new),
            Command::Retarget { node, to } => self.retarget(node, to),
            Command::AddJoined { at, node, join } => self.add_joined(at, node, join),
            Command::Hang { premise, bond, to, nodes, delta } => self.hang(premise, bond, to, &nodes.into_iter().collect(), delta),
            Command::Align { how, sizes } => self.align(how, &sizes),
            Command::Reorder { edge, index } => self.reorder(edge, index),
            Command::Attribute { content, attribution } => self.attribute(content, *attribution),
            Command::AcceptProposals { source, proposals } => self.accept_proposals(source, &proposals),
            Command::DismissProposals { source, proposals } => self.dismiss_proposals(source, &proposals),
            Command::AcceptToEdit { source, proposal } => self.accept_to_edit(source, *proposal),
            Command::TakePassage { source, version, span, usage } => self.take_passage(source, version, span.0..span.1, usage),
            Command::AddChain { content, links } => self.add_chain(content, &links),
            Command::DeleteNodes(nodes) => self.delete_nodes(&nodes.into_iter().collect()),
            Command::NewSpeakerFor { attributions, name } => self.new_speaker_for(&attributions, name),
            Command::NewSourceFor { attributions, title } => self.new_source_for(&attributions, title),
            Command::NewAuthorFor { source, name } => self.new_author_for(source, name),
            Command::AddSpeaker(speaker) => self.add_speaker(*speaker),
            Command::AddSource(source) => self.add_source(*source),
            Command::AddSources(sources) => self.add_sources(sources),
            Command::AddText { source, text } => self.add_text(source, *text),
            Command::RemoveText { source, version } => self.remove_text(source, version),
            Command::TakeFoundText { source, version } => self.take_found_text(source, version),
            Command::CompareTexts { source, old, new } => self.compare_texts(source, old, new),
            Command::ReadDocuments { paths, version_of } => self.effects.push(Effect::ReadDocuments { paths, version_of }),
            Command::ReadText(text) => self.effects.push(Effect::ReadText(text)),
            Command::ExportAs(format) => self.ask_export(Some(format)),
            Command::AskTextFor(source) => self.effects.push(Effect::AskDocument(Some(source))),
            Command::AddGroup(group) => self.add_group(*group),
            Command::MergeEntries { into, others } => self.merge_entries(into, others),
            Command::MergeEntriesNow { into, others } => self.merge_entries_now(into, &others),
            Command::DeleteEntry(entry) => self.delete_entry(entry),
            Command::DeleteEntryNow(entry) => self.delete_entry_now(entry),
            Command::Move { nodes, delta } => self.move_nodes(&nodes.into_iter().collect(), delta),
            Command::ApplyLayout { scope, view, revision, placements } => self.apply_layout(scope, view, revision, &placements),
            Command::StepAside { view, revision, placements } => self.step_aside(view, revision, &placements),
            Command::ShowView(view) => self.show_view(view),
            Command::LookFor(query) => self.look_for(query),
            Command::EndFind => self.end_find(),
            Command::OpenShipped(shipped) => self.open_shipped(shipped),
            Command::OverwriteClaims => self.overwrite_claims(),
        }
        self.follow_find();
        self.follow_provenance();
    }

    /// Carries out an action that is not blocked.
    fn run(&mut self, action: Action) {
        match action {
            Action::New => self.effects.push(Effect::NewTab),
            Action::Open => self.effects.push(Effect::AskOpen),
            Action::OpenExample => self.open_shipped(Shipped::WhoCostWhom),
            Action::NewProCon => self.open_shipped(Shipped::ProCon),
            Action::NewTwoSided => self.open_shipped(Shipped::TwoSided),
            Action::NewClaimCheck => self.open_shipped(Shipped::ClaimCheck),
            Action::Save => self.save(),
            Action::SaveAs => self.ask_save_as(),
            Action::Export => self.ask_export(None),
            Action::Settings => self.effects.push(Effect::ShowSettings),
            Action::CloseTab => self.close(),
            Action::NextTab => self.effects.push(Effect::ShowNextTab(true)),
            Action::PreviousTab => self.effects.push(Effect::ShowNextTab(false)),
            Action::ClearRecent => self.effects.push(Effect::ClearRecent),
            Action::Quit => self.effects.push(Effect::Quit),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Cut => self.cut(),
            Action::Copy => self.copy(),
            Action::Paste => self.effects.push(Effect::AskPaste { under: false }),
            Action::PasteUnder => self.effects.push(Effect::AskPaste { under: true }),
            Action::CopyBranch => self.copy_branch(),
            Action::CopyPicture => self.effects.push(Effect::CopyPicture { svg: false }),
            Action::CopySvg => self.effects.push(Effect::CopyPicture { svg: true }),
            Action::CutBranch => self.cut_branch(),
            Action::Duplicate => self.duplicate(),
            Action::Delete => self.delete_selection(),
            Action::EditText => self.edit_selected_text(),
            Action::TogglePin => self.toggle_pin(),
            Action::NudgeUp => self.nudge(Direction::Up),
            Action::NudgeDown => self.nudge(Direction::Down),
            Action::NudgeLeft => self.nudge(Direction::Left),
            Action::NudgeRight => self.nudge(Direction::Right),
            Action::Find => self.show_find(),
            Action::FindNext => self.find_next(true),
            Action::FindPrevious => self.find_next(false),
            Action::AddClaim => self.add_claim(None),
            Action::AddSupport => self.add_reason_to_selected(crate::model::RelationKind::Support),
            Action::AddRebuttal => self.add_reason_to_selected(crate::model::RelationKind::Rebuttal),
            Action::AddUndercut => self.add_undercut(),
            Action::AddCoPremise => self.add_co_premise(),
            Action::AddSibling => self.add_sibling(),
            Action::AddSiblingAbove => self.add_sibling_above(),
            Action::AddParent => self.add_parent(),
            Action::AddAttribution => self.add_attribution(),
            Action::AddChain => self.ask_chain(),
            Action::AddSpeaker => self.add_blank_speaker(),
            Action::AddSource => self.add_blank_source(),
            Action::ImportSource => self.effects.push(Effect::AskDocument(None)),
            Action::PasteSource => self.effects.push(Effect::AskPastedDocument),
            Action::ToggleSafeCopy => self.safe_copies = !self.safe_copies,
            Action::AddGroup => self.add_group(crate::model::Group::default()),
            Action::AlignLeft => self.effects.push(Effect::Align(Alignment::Left)),
            Action::AlignCenter => self.effects.push(Effect::Align(Alignment::Center)),
            Action::AlignRight => self.effects.push(Effect::Align(Alignment::Right)),
            Action::AlignTop => self.effects.push(Effect::Align(Alignment::Top)),
            Action::AlignMiddle => self.effects.push(Effect::Align(Alignment::Middle)),
            Action::AlignBottom => self.effects.push(Effect::Align(Alignment::Bottom)),
            Action::DistributeAcross => self.effects.push(Effect::Align(Alignment::Across)),
            Action::DistributeDown => self.effects.push(Effect::Align(Alignment::Down)),
            Action::SelectAll => self.select_all(),
            Action::SelectNone => self.escape(),
            Action::SelectUp => self.select_towards(Direction::Up, false),
            Action::SelectDown => self.select_towards(Direction::Down, false),
            Action::SelectLeft => self.select_towards(Direction::Left, false),
            Action::SelectRight => self.select_towards(Direction::Right, false),
            Action::SelectNext => self.select_in_reading_order(true),
            Action::SelectPrevious => self.select_in_reading_order(false),
            Action::SelectTarget => self.select_target(),
            Action::SelectGrounds => self.select_grounds(),
            Action::SelectSibling => self.select_sibling(),
            Action::SelectAttribution => self.select_attribution(),
            Action::ToggleBookmark => self.toggle_bookmark(),
            Action::NextBookmark => self.go_to_bookmark(true),
            Action::PreviousBookmark => self.go_to_bookmark(false),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::ToggleFold => self.toggle_fold(),
            Action::FoldAll => self.fold_to_depth(0),
            Action::UnfoldTo1 => self.fold_to_depth(1),
            Action::UnfoldTo2 => self.fold_to_depth(2),
            Action::UnfoldTo3 => self.fold_to_depth(3),
            Action::UnfoldAll => self.unfold_all(),
            Action::Focus => self.focus_on_selection(),
            Action::WidenFocus => self.widen_focus(1),
            Action::NarrowFocus => self.widen_focus(-1),
            Action::LeaveFocus => self.set_focus(None),
            Action::ShowProvenance => self.toggle_provenance(),
            Action::ToggleFilter => self.effects.push(Effect::ToggleFilter),
            Action::ClearFilter => self.set_filter(crate::analysis::shown::Filter::default()),
            Action::SelectBranch => self.select_branch(),
            Action::WalkToTarget => self.walk(Step::Target, false),
            Action::WalkToGrounds => self.walk(Step::Grounds, false),
            Action::WalkToPrevious => self.walk(Step::Previous, false),
            Action::WalkToNext => self.walk(Step::Next, false),
            Action::ExtendUp => self.select_towards(Direction::Up, true),
            Action::ExtendDown => self.select_towards(Direction::Down, true),
            Action::ExtendLeft => self.select_towards(Direction::Left, true),
            Action::ExtendRight => self.select_towards(Direction::Right, true),
            Action::ExtendToTarget => self.walk(Step::Target, true),
            Action::ExtendToGrounds => self.walk(Step::Grounds, true),
            Action::ExtendToPrevious => self.walk(Step::Previous, true),
            Action::ExtendToNext => self.walk(Step::Next, true),
            Action::LayOut => self.lay_out(None, None),
            Action::LayOutAuto => self.lay_out(Some(LayoutName::Auto), None),
            Action::LayOutForce => self.lay_out(Some(LayoutName::Force), None),
            Action::LayOutLayered => self.lay_out(Some(LayoutName::Layered), None),
            Action::LayOutTree => self.lay_out(Some(LayoutName::Tree), None),
            Action::LayOutTimeline => self.lay_out(Some(LayoutName::Timeline), None),
            Action::LayOutSpeakers => self.lay_out(Some(LayoutName::Speakers), None),
            Action::ReasonsBelow => self.lay_out(None, Some(Side::Below)),
            Action::ReasonsAbove => self.lay_out(None, Some(Side::Above)),
            Action::ReasonsLeft => self.lay_out(None, Some(Side::Left)),
            Action::ReasonsRight => self.lay_out(None, Some(Side::Right)),
            Action::LayOutUnplaced => self.effects.push(Effect::StartLayout(crate::layout::Scope::Unplaced)),
            Action::TidySelection => self.effects.push(Effect::StartLayout(crate::layout::Scope::Selected)),
            Action::CancelTask => self.effects.push(Effect::CancelTask),
            Action::ZoomIn => self.effects.push(Effect::ZoomIn),
            Action::ZoomOut => self.effects.push(Effect::ZoomOut),
            Action::ZoomToFit => self.effects.push(Effect::ZoomToFit),
            Action::ZoomToActualSize => self.effects.push(Effect::ZoomToActualSize),
            Action::ZoomToSelection => self.effects.push(Effect::ZoomToNodes(self.selection.nodes().iter().copied().collect())),
            Action::ToggleMinimap => self.effects.push(Effect::ToggleMinimap),
            Action::NextPanel => self.effects.push(Effect::CyclePanels { forward: true }),
            Action::PreviousPanel => self.effects.push(Effect::CyclePanels { forward: false }),
            Action::ShowInspector
            | Action::ShowOutline
            | Action::ShowHistory
            | Action::ShowProblems
            | Action::ShowSpeakers
            | Action::ShowSources
            | Action::ShowReader
            | Action::ShowVerifier
            | Action::ShowTrace
            | Action::ShowTables => self.effects.push(Effect::TogglePanel(action)),
            Action::ClaimPassage
            | Action::QuotePassage
            | Action::AttributePassage
            | Action::RebutByPassage
            | Action::Propose
            | Action::NextProposal
            | Action::PreviousProposal
            | Action::AcceptProposal
            | Action::AcceptToEdit
            | Action::AcceptCertain
            | Action::DismissProposal => self.effects.push(Effect::AskReader(action)),
            Action::ResetPanels => self.effects.push(Effect::ResetPanels),
            Action::ToggleTheme => self.effects.push(Effect::ToggleTheme),
            Action::ScaleUp => self.effects.push(Effect::ScaleUp),
            Action::ScaleDown => self.effects.push(Effect::ScaleDown),
            Action::ScaleReset => self.effects.push(Effect::ScaleReset),
            Action::TogglePalette => self.effects.push(Effect::TogglePalette),
            Action::ShowShortcuts => self.effects.push(Effect::ShowShortcuts),
            Action::StartTour => self.effects.push(Effect::StartTour),
            Action::ShowAbout => self.effects.push(Effect::ShowAbout),
        }
    }
}
