//! The commands that need no argument: one table that drives menu, palette, keymap and the list of shortcuts.

use crate::editor::{Editor, ready};
use crate::tr;

/// The menus, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Menu {
    /// Files and the program.
    File,
    /// Changing what is there.
    Edit,
    /// New things.
    Add,
    /// Moving the selection.
    Go,
    /// How the map is shown and laid out.
    View,
    /// Finding out.
    Help,
}

impl Menu {
    /// Every menu.
    pub const ALL: &[Self] = &[Self::File, Self::Edit, Self::Add, Self::Go, Self::View, Self::Help];

    /// The title in the menu bar.
    pub fn title(self) -> &'static str {
        match self {
            Self::File => tr!("menu-file"),
            Self::Edit => tr!("menu-edit"),
            Self::Add => tr!("menu-add"),
            Self::Go => tr!("menu-go"),
            Self::View => tr!("menu-view"),
            Self::Help => tr!("menu-help"),
        }
    }
}

/// What menu, palette and keymap know of an action.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// Stable name: `add-rebuttal`. Its texts are `action-add-rebuttal` and the attribute `hint` of it.
    pub id: &'static str,
    /// The menu it stands in.
    pub menu: Menu,
    /// Actions of one menu stand together by section, with a line between.
    pub section: u8,
    /// Keys, the one shown first. Modifiers in the order Ctrl, Alt, Shift, then the key's name: `Ctrl+Shift+Z`, `Delete`, `R`.
    /// Ctrl stands for the platform's command key. Keys hold while no text field has the focus.
    pub keys: &'static [&'static str],
    /// Why it cannot be done now and what to do first; `None` where it can.
    pub blocked: fn(&Editor) -> Option<&'static str>,
}

macro_rules! actions {
    ($($variant:ident, $id:literal, $menu:ident $section:literal, [$($key:literal),*], $blocked:ident;)*) => {
        /// A command without arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = concat!("`", $id, "`")] $variant,)*
        }

        impl Action {
            /// Every action, in the order of the menus.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// As shown; an ellipsis only where more input follows.
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => tr!(concat!("action-", $id)),)*
                }
            }

            /// What it does, in a few words.
            pub fn hint(self) -> &'static str {
                match self {
                    $(Self::$variant => tr!(concat!("action-", $id, ".hint")),)*
                }
            }

            /// Its row of the table.
            pub fn info(self) -> &'static ActionInfo {
                match self {
                    $(Self::$variant => &ActionInfo {
                        id: $id, menu: Menu::$menu, section: $section,
                        keys: &[$($key),*], blocked: ready::$blocked,
                    },)*
                }
            }
        }
    };
}

actions! {
    New, "new", File 0, ["Ctrl+N"], never;
    NewProCon, "new-pro-con", File 0, [], never;
    NewTwoSided, "new-two-sided", File 0, [], never;
    NewClaimCheck, "new-claim-check", File 0, [], never;
    Open, "open", File 0, ["Ctrl+O"], never;
    OpenExample, "open-example", File 0, [], never;
    Save, "save", File 1, ["Ctrl+S"], never;
    SaveAs, "save-as", File 1, ["Ctrl+Shift+S"], never;
    Export, "export", File 1, ["Ctrl+E"], never;
    NextTab, "next-tab", File 2, ["Ctrl+Tab", "Ctrl+PageDown"], never;
    PreviousTab, "previous-tab", File 2, ["Ctrl+Shift+Tab", "Ctrl+PageUp"], never;
    CloseTab, "close-tab", File 3, ["Ctrl+W"], never;
    Settings, "settings", File 4, ["Ctrl+Comma"], never;
    Quit, "quit", File 5, ["Ctrl+Q"], never;

    Undo, "undo", Edit 0, ["Ctrl+Z"], undo;
    Redo, "redo", Edit 0, ["Ctrl+Shift+Z", "Ctrl+Y"], redo;
    Cut, "cut", Edit 1, ["Ctrl+X"], copy;
    Copy, "copy", Edit 1, ["Ctrl+C"], copy;
    Paste, "paste", Edit 1, ["Ctrl+V"], paste;
    Duplicate, "duplicate", Edit 1, ["Ctrl+D"], copy;
    Delete, "delete", Edit 1, ["Delete", "Backspace"], selected;
    EditText, "edit-text", Edit 2, ["F2", "Enter"], claim;
    TogglePin, "toggle-pin", Edit 2, ["K"], placed;
    NudgeUp, "nudge-up", Edit 3, ["Ctrl+Up"], placed;
    NudgeDown, "nudge-down", Edit 3, ["Ctrl+Down"], placed;
    NudgeLeft, "nudge-left", Edit 3, ["Ctrl+Left"], placed;
    NudgeRight, "nudge-right", Edit 3, ["Ctrl+Right"], placed;
    Find, "find", Edit 4, ["Ctrl+F"], never;
    FindNext, "find-next", Edit 4, ["F3", "Ctrl+G"], never;
    FindPrevious, "find-previous", Edit 4, ["Shift+F3", "Ctrl+Shift+G"], never;

    AddClaim, "add-claim", Add 0, ["C"], never;
    AddSupport, "add-support", Add 1, ["S"], node;
    AddRebuttal, "add-rebuttal", Add 1, ["R"], node;
    AddUndercut, "add-undercut", Add 1, ["U"], step;
    AddCoPremise, "add-co-premise", Add 1, ["P"], step;
    AddAttribution, "add-attribution", Add 2, ["A"], node;
    AddSpeaker, "add-speaker", Add 3, [], never;
    AddSource, "add-source", Add 3, [], never;
    AddGroup, "add-group", Add 3, [], never;

    SelectAll, "select-all", Go 0, ["Ctrl+A"], map_has_nodes;
    SelectNone, "select-none", Go 0, ["Escape"], never;
    SelectUp, "select-up", Go 1, ["Up"], map_has_nodes;
    SelectDown, "select-down", Go 1, ["Down"], map_has_nodes;
    SelectLeft, "select-left", Go 1, ["Left"], map_has_nodes;
    SelectRight, "select-right", Go 1, ["Right"], map_has_nodes;
    SelectNext, "select-next", Go 1, ["N"], map_has_nodes;
    SelectPrevious, "select-previous", Go 1, ["Shift+N"], map_has_nodes;
    SelectTarget, "select-target", Go 2, ["T"], node;
    SelectGrounds, "select-grounds", Go 2, ["G"], node;
    SelectSibling, "select-sibling", Go 2, ["J"], node;
    SelectAttribution, "select-attribution", Go 2, ["W"], node;
    NextPanel, "next-panel", Go 3, ["F6"], never;
    PreviousPanel, "previous-panel", Go 3, ["Shift+F6"], never;

    ToggleBookmark, "toggle-bookmark", Go 5, ["Ctrl+B"], claim;
    NextBookmark, "next-bookmark", Go 5, ["B"], bookmarks;
    PreviousBookmark, "previous-bookmark", Go 5, ["Shift+B"], bookmarks;

    LayOut, "lay-out", View 0, ["L"], map_has_nodes;
    LayOutUnplaced, "lay-out-unplaced", View 0, ["Shift+L"], map_has_nodes;
    CancelLayout, "cancel-layout", View 0, [], never;
    ZoomIn, "zoom-in", View 1, ["Ctrl+Plus", "Ctrl+Equals"], never;
    ZoomOut, "zoom-out", View 1, ["Ctrl+Minus"], never;
    ZoomToFit, "zoom-to-fit", View 1, ["Ctrl+0"], never;
    ZoomToActualSize, "zoom-to-actual-size", View 1, ["Ctrl+1"], never;
    ZoomToSelection, "zoom-to-selection", View 1, ["Ctrl+2"], node;
    ToggleTheme, "toggle-theme", View 2, [], never;
    ShowInspector, "show-inspector", View 3, ["F4"], never;
    ShowProblems, "show-problems", View 3, ["Ctrl+Shift+M"], never;
    ResetPanels, "reset-panels", View 3, [], never;
    ScaleUp, "scale-up", View 2, ["Ctrl+Alt+Plus", "Ctrl+Alt+Equals"], never;
    ScaleDown, "scale-down", View 2, ["Ctrl+Alt+Minus"], never;
    ScaleReset, "scale-reset", View 2, ["Ctrl+Alt+0"], never;

    TogglePalette, "toggle-palette", Help 0, ["Ctrl+K", "Ctrl+Shift+P"], never;
    ShowShortcuts, "show-shortcuts", Help 0, ["F1", "?"], never;
    StartTour, "start-tour", Help 1, [], never;
    ShowAbout, "show-about", Help 1, [], never;
}

impl Action {
    /// The action of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|a| a.info().id == id)
    }
}
