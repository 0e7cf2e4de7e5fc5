//! What stands around the canvas: bars, and the panels that dock beside it. A panel is one file and one line of [`PANELS`].

pub(crate) mod checks;
pub(crate) mod fields;
pub(crate) mod history;
pub(crate) mod inspector;
pub(crate) mod menu;
pub(crate) mod outline;
pub(crate) mod pick;
pub(crate) mod problems;
pub(crate) mod reader;
pub(crate) mod register;
pub(crate) mod row;
pub(crate) mod sources;
pub(crate) mod speakers;
pub(crate) mod status;
pub(crate) mod tables;
pub(crate) mod trace;
pub(crate) mod verifier;

use egui::{Event, Ui};

use crate::app::icons::Icon;
use crate::base::NodeId;
use crate::editor::{Action, Command, Editor};
use crate::render::Theme;

/// A panel of one map: what is shown, and what it keeps between frames.
pub(crate) trait Panel {
    /// Draws it over the whole of `ui`. Nothing is changed here: commands and wishes go to the desk.
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>);

    /// Gives it the keyboard when it is drawn next.
    fn take_keyboard(&mut self);

    /// Whether it keeps the keyboard while the selection changes.
    fn has_keyboard(&self) -> bool {
        false
    }

    /// Whether a key is its own while it has the keyboard, though it may ask for something elsewhere.
    fn keeps(&self, _event: &Event) -> bool {
        false
    }

    /// Asks for what one of its own actions does.
    fn ask(&mut self, _action: Action) {}

    /// Whether the keys of the reader hold: its text has the keyboard.
    fn is_reading(&self) -> bool {
        false
    }

    /// It is not drawn in this frame: it has no keyboard any more.
    fn put_away(&mut self) {}

    /// Whether text is being typed in it.
    fn is_typing(&self) -> bool {
        false
    }

    /// The edit that is still being typed, to look at: it is kept against a crash.
    fn typed(&self) -> Option<Command> {
        None
    }

    /// The edit that is still being typed, to be carried out before anything else.
    fn flush(&mut self) -> Option<Command> {
        None
    }

    /// Takes the words of a claim where it has the keyboard; `false` where the canvas should.
    fn write_on(&mut self, _node: NodeId, _editor: &Editor) -> bool {
        false
    }
}

/// What a panel is given to read and to ask.
pub(crate) struct Desk<'a> {
    /// The open map.
    pub(crate) editor: &'a Editor,
    /// Commands for the next frame.
    pub(crate) queue: &'a mut Vec<Command>,
    /// The colours of the canvas.
    pub(crate) theme: Theme,
    /// Wishes that are no commands.
    pub(crate) asked: &'a mut Asked,
}

/// What panels ask of the window around them.
#[derive(Default)]
pub(crate) struct Asked {
    /// Nodes to be shown on the canvas.
    pub(crate) shows: Vec<NodeId>,
    /// A panel that should be in sight and have the keyboard.
    pub(crate) panel: Option<Action>,
}

/// Where a panel stands until somebody moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Beside the canvas, where reading begins.
    Left,
    /// Beside the canvas, at the other side.
    Right,
    /// Under the canvas.
    Bottom,
}

/// What the dock knows of a panel.
pub(crate) struct Info {
    /// Stable name in the remembered arrangement.
    pub(crate) id: &'static str,
    /// Shows and hides it; its title is the panel's.
    pub(crate) action: Action,
    /// Stands before the title.
    pub(crate) icon: Icon,
    /// Where it stands at first.
    pub(crate) side: Side,
    /// Whether it is shown at first.
    pub(crate) shown: bool,
    /// Whether running text is read in it: it is wider at first.
    pub(crate) wide: bool,
    make: fn() -> Box<dyn Panel>,
}

const fn info(id: &'static str, action: Action, icon: Icon, side: Side, make: fn() -> Box<dyn Panel>) -> Info {
    Info { id, action, icon, side, shown: matches!(action, Action::ShowInspector), wide: matches!(action, Action::ShowReader), make }
}

/// Every panel, in the order of their tabs.
pub(crate) const PANELS: &[Info] = &[
    info("inspector", Action::ShowInspector, Icon::SlidersHorizontal, Side::Right, || Box::<inspector::Inspector>::default()),
    info("trace", Action::ShowTrace, Icon::Footprints, Side::Right, || Box::<trace::TracePanel>::default()),
    info("history", Action::ShowHistory, Icon::History, Side::Right, || Box::<history::HistoryPanel>::default()),
    info("reader", Action::ShowReader, Icon::BookOpenText, Side::Left, || Box::<reader::Reader>::default()),
    info("outline", Action::ShowOutline, Icon::ListTree, Side::Left, || Box::<outline::OutlinePanel>::default()),
    info("problems", Action::ShowProblems, Icon::TriangleAlert, Side::Bottom, || Box::<problems::Problems>::default()),
    info("speakers", Action::ShowSpeakers, Icon::Users, Side::Bottom, || Box::new(speakers::panel())),
    info("sources", Action::ShowSources, Icon::BookOpen, Side::Bottom, || Box::new(sources::panel())),
    info("verifier", Action::ShowVerifier, Icon::Quote, Side::Bottom, || Box::<verifier::Verifier>::default()),
    info("tables", Action::ShowTables, Icon::Table, Side::Bottom, || Box::<tables::TablesPanel>::default()),
];

/// The panels of one map, in the order of [`PANELS`].
pub(crate) struct Panels(Vec<Box<dyn Panel>>);

impl Default for Panels {
    fn default() -> Self {
        Self(PANELS.iter().map(|info| (info.make)()).collect())
    }
}

impl Panels {
    /// The panel that an action shows, to be drawn or given the keyboard.
    pub(crate) fn get(&mut self, action: Action) -> Option<&mut dyn Panel> {
        let index = PANELS.iter().position(|info| info.action == action)?;
        self.0.get_mut(index).map(|panel| &mut **panel as &mut dyn Panel)
    }

    /// Whether one of them keeps the keyboard while the selection changes.
    pub(crate) fn have_keyboard(&self) -> bool {
        self.0.iter().any(|panel| panel.has_keyboard())
    }

    /// Whether a key belongs to the one that has the keyboard.
    pub(crate) fn keep(&self, event: &Event) -> bool {
        self.0.iter().any(|panel| panel.keeps(event))
    }

    /// Whether the text of the reader has the keyboard.
    pub(crate) fn are_reading(&self) -> bool {
        self.0.iter().any(|panel| panel.is_reading())
    }

    /// Whether text is being typed in one of them.
    pub(crate) fn are_typing(&self) -> bool {
        self.0.iter().any(|panel| panel.is_typing())
    }

    /// The edits that are still being typed, to look at.
    pub(crate) fn typed(&self) -> impl Iterator<Item = Command> {
        self.0.iter().filter_map(|panel| panel.typed())
    }

    /// The edits that are still being typed.
    pub(crate) fn flush(&mut self) -> Vec<Command> {
        self.0.iter_mut().filter_map(|panel| panel.flush()).collect()
    }

    /// Lets the panel that has the keyboard take the words of a claim; `false` where none has it.
    pub(crate) fn write_on(&mut self, node: NodeId, editor: &Editor) -> bool {
        self.0.iter_mut().any(|panel| panel.write_on(node, editor))
    }
}
