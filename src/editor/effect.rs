//! Effects: what the editor asks of whoever drives it (the window, a test, the command line). Values, carried out elsewhere.

use std::path::PathBuf;

use crate::base::{NodeId, SourceId};
use crate::edit::Mark;
use crate::edit::ops::Alignment;
use crate::editor::{Action, Command, Shipped};
use crate::layout::Scope;

/// A short message that goes away by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// What happened or why not, and what to do instead.
    pub text: String,
    /// Offer to undo it.
    pub undoable: bool,
}

/// One thing asked of the driver. Answers come back as commands.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Open the inline editor on a claim, all text selected. Answer: [`Command::SetText`], or [`Command::CancelNew`] on Escape.
    EditText(NodeId),
    /// Give the inspector the keyboard: an attribution or an entry was added and wants filling in.
    FocusInspector,
    /// Do in the reader what an action of its own asks for.
    AskReader(Action),
    /// Show the reader, with the keyboard: a text has come.
    Read,
    /// Scroll as little as needed to show these nodes.
    Reveal(Vec<NodeId>),
    /// Scroll to a node, near enough to read it.
    Visit(NodeId),
    /// Remember where the camera is, under that number, before it moves.
    Depart(u64),
    /// Back to where the camera was under that number.
    Arrive(u64),
    /// Open or close the bar of the filter.
    ToggleFilter,
    /// Show what is looked for and give that field the keyboard.
    ShowFind,
    /// Zoom and scroll so that all of the map is seen.
    ZoomToFit,
    /// Zoom and scroll so that these nodes are seen.
    ZoomToNodes(Vec<NodeId>),
    /// One step nearer.
    ZoomIn,
    /// One step farther.
    ZoomOut,
    /// One map unit is one point.
    ZoomToActualSize,
    /// Begin an empty map beside this one.
    NewTab,
    /// Show the next map of the window, or with `false` the previous one.
    ShowNextTab(bool),
    /// Ask which file to open. Answer: [`Command::OpenPath`].
    AskOpen,
    /// Ask which document to read as a source, or as a further version of one. Answer: [`Command::ReadDocuments`].
    AskDocument(Option<SourceId>),
    /// Ask the clipboard for a text that is a document. Answer: [`Command::ReadText`].
    AskPastedDocument,
    /// Take a text for a document and propose a source. Answer: [`Command::AddSources`] or [`Command::AddText`].
    ReadText(String),
    /// Read documents and propose sources. Answer: [`Command::AddSources`] or [`Command::AddText`].
    ReadDocuments {
        /// Their files.
        paths: Vec<PathBuf>,
        /// The source of which the first is a further version.
        version_of: Option<SourceId>,
    },
    /// Show how two versions of the text of a source differ.
    CompareTexts {
        /// Which source.
        source: SourceId,
        /// The older version, from 0.
        old: usize,
        /// The newer one.
        new: usize,
    },
    /// Ask where to save. Answer: [`Command::SaveTo`], or [`Command::CancelClosing`] where none was chosen.
    AskSaveAs {
        /// File name to begin with.
        suggested: String,
    },
    /// Ask what picture or file to export, and do it.
    AskExport {
        /// File name without extension to begin with.
        suggested: String,
        /// The name of the format to begin with.
        format: Option<&'static str>,
    },
    /// The map is to be closed: ask whether to save, to discard or to go back. Answer: [`Command::SaveAndClose`],
    /// [`Command::DiscardAndClose`] or none.
    AskUnsaved,
    /// Close the map; nothing in it is worth saving any more.
    CloseTab,
    /// Ask whether to go on. Answer: the command, or none.
    Confirm {
        /// What will happen, in a sentence or two.
        text: String,
        /// What to dispatch on yes.
        yes: Box<Command>,
    },
    /// Read a file. Answer: [`Command::Loaded`] to an editor of its own, or [`Command::Failed`].
    ReadFile(PathBuf),
    /// Read a map that is shipped. Answer: [`Command::Loaded`] without a path, then [`Command::OverwriteClaims`] for a template.
    ReadShipped(Shipped),
    /// Write the present map. Answer: [`Command::Saved`] with the same path and mark, or [`Command::Failed`].
    WriteFile {
        /// Where to.
        path: PathBuf,
        /// Names the state of the map that is written.
        mark: Mark,
    },
    /// Start a layout of the present map and view; one that runs is dropped. Answer: [`Command::ApplyLayout`].
    StartLayout(Scope),
    /// Let what these claims stand on, or too near to, step aside. Answer: [`Command::StepAside`], or none where nothing does.
    MakeRoom(Vec<NodeId>),
    /// Stop the layout that runs and keep the map as it is.
    CancelLayout,
    /// Stop what takes long: a layout, opening, saving, exporting.
    CancelTask,
    /// Measure the cards of the selected claims. Answer: [`Command::Align`].
    Align(Alignment),
    /// Put text on the system's clipboard.
    CopyText(String),
    /// Put a picture of what is selected on the system's clipboard; of all that is shown where nothing is.
    CopyPicture {
        /// As the text of an SVG file, not in pixels.
        svg: bool,
    },
    /// Keep what was copied as it is, for a paste of that text in any window of this program: [`crate::editor::Pasted::exact`].
    KeepCopy {
        /// The text that was put on the clipboard.
        text: String,
        /// The copy as a map in the native format.
        exact: String,
    },
    /// Ask the clipboard for its text. Answer: [`Command::Paste`].
    AskPaste {
        /// Whether it shall bear on what is selected.
        under: bool,
    },
    /// Show a short message.
    Toast(Toast),
    /// Show or hide the small picture of the whole map.
    ToggleMinimap,
    /// Show the panel of that action, or hide it where it is in sight.
    TogglePanel(Action),
    /// Give the keyboard to the next panel or to the canvas, in the order of their places, or to the previous one.
    CyclePanels {
        /// The next one.
        forward: bool,
    },
    /// Arrange the panels as at the first start.
    ResetPanels,
    /// Tell users of screen readers what came of a command, in a sentence.
    Announce(String),
    /// Ask who says a node, who reports that, and so on.
    AskChain(NodeId),
    /// Show the settings.
    ShowSettings,
    /// The window one step larger.
    ScaleUp,
    /// The window one step smaller.
    ScaleDown,
    /// The window at its own size.
    ScaleReset,
    /// Switch between dark and light.
    ToggleTheme,
    /// Open or close the command palette.
    TogglePalette,
    /// Show all commands with their keys.
    ShowShortcuts,
    /// Begin the tour on a map of its own.
    StartTour,
    /// Show name, version and licence.
    ShowAbout,
    /// Forget the files opened or saved lately.
    ClearRecent,
    /// End the program, after asking about unsaved changes of every map.
    Quit,
}
