//! The commands that need no argument: one table that drives menu, palette, keymap and the list of shortcuts.

use crate::editor::{Editor, ready};

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
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Add => "Add",
            Self::Go => "Go",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// What menu, palette and keymap know of an action.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// Stable name: `add-rebuttal`.
    pub id: &'static str,
    /// As shown; an ellipsis only where more input follows.
    pub title: &'static str,
    /// What it does, in a few words.
    pub hint: &'static str,
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
    ($($variant:ident, $id:literal, $title:literal, $hint:literal, $menu:ident $section:literal, [$($key:literal),*], $blocked:ident;)*) => {
        /// A command without arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = $hint] $variant,)*
        }

        impl Action {
            /// Every action, in the order of the menus.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its row of the table.
            pub fn info(self) -> &'static ActionInfo {
                match self {
                    $(Self::$variant => &ActionInfo {
                        id: $id, title: $title, hint: $hint, menu: Menu::$menu, section: $section,
                        keys: &[$($key),*], blocked: ready::$blocked,
                    },)*
                }
            }
        }
    };
}

actions! {
    New, "new", "New", "Start an empty map", File 0, ["Ctrl+N"], never;
    Open, "open", "Open…", "Open a map or import another format", File 0, ["Ctrl+O"], never;
    OpenExample, "open-example", "Open the first debate", "Open a copy of the map that is shipped: who cost whom the election", File 0, [], never;
    Save, "save", "Save", "Save the map", File 1, ["Ctrl+S"], never;
    SaveAs, "save-as", "Save as…", "Save the map under another name", File 1, ["Ctrl+Shift+S"], never;
    Export, "export", "Export…", "Write a picture or another format", File 1, ["Ctrl+E"], never;
    Quit, "quit", "Quit", "Close Elenchus", File 2, ["Ctrl+Q"], never;

    Undo, "undo", "Undo", "Take back the last step", Edit 0, ["Ctrl+Z"], undo;
    Redo, "redo", "Redo", "Do again what was taken back", Edit 0, ["Ctrl+Shift+Z", "Ctrl+Y"], redo;
    Cut, "cut", "Cut", "Move the selection to the clipboard", Edit 1, ["Ctrl+X"], copy;
    Copy, "copy", "Copy", "Copy the selection to the clipboard", Edit 1, ["Ctrl+C"], copy;
    Paste, "paste", "Paste", "Insert what was copied", Edit 1, ["Ctrl+V"], paste;
    Duplicate, "duplicate", "Duplicate", "Copy the selection next to itself", Edit 1, ["Ctrl+D"], copy;
    Delete, "delete", "Delete", "Delete the selection and what cannot stand without it", Edit 1, ["Delete", "Backspace"], selected;
    EditText, "edit-text", "Edit text", "Write in the selected claim", Edit 2, ["F2", "Enter"], claim;
    TogglePin, "toggle-pin", "Pin or unpin", "Keep the selected claims where they are in every layout", Edit 2, ["K"], placed;
    NudgeUp, "nudge-up", "Move up", "Move the selected claims up a little", Edit 3, ["Ctrl+Up"], placed;
    NudgeDown, "nudge-down", "Move down", "Move the selected claims down a little", Edit 3, ["Ctrl+Down"], placed;
    NudgeLeft, "nudge-left", "Move left", "Move the selected claims left a little", Edit 3, ["Ctrl+Left"], placed;
    NudgeRight, "nudge-right", "Move right", "Move the selected claims right a little", Edit 3, ["Ctrl+Right"], placed;

    AddClaim, "add-claim", "Add claim", "A new claim by itself", Add 0, ["C"], never;
    AddSupport, "add-support", "Add support", "A new claim that speaks for the selection", Add 1, ["S"], node;
    AddRebuttal, "add-rebuttal", "Add rebuttal", "A new claim that speaks against the selection", Add 1, ["R"], node;
    AddUndercut, "add-undercut", "Add undercut", "A new claim that denies that the selected step follows", Add 1, ["U"], step;
    AddCoPremise, "add-co-premise", "Add co-premise", "A new claim that the selected step needs besides", Add 1, ["P"], step;
    AddAttribution, "add-attribution", "Add attribution", "Say who says the selection", Add 2, ["A"], node;
    AddSpeaker, "add-speaker", "Add speaker", "A new entry of the speaker register", Add 3, [], never;
    AddSource, "add-source", "Add source", "A new entry of the source register", Add 3, [], never;
    AddGroup, "add-group", "Add group", "A new group of claims", Add 3, [], never;

    SelectAll, "select-all", "Select all", "Select every node", Go 0, ["Ctrl+A"], map_has_nodes;
    SelectNone, "select-none", "Select nothing", "Give up the selection", Go 0, ["Escape"], never;
    SelectUp, "select-up", "Claim above", "Select the nearest claim above", Go 1, ["Up"], map_has_nodes;
    SelectDown, "select-down", "Claim below", "Select the nearest claim below", Go 1, ["Down"], map_has_nodes;
    SelectLeft, "select-left", "Claim to the left", "Select the nearest claim to the left", Go 1, ["Left"], map_has_nodes;
    SelectRight, "select-right", "Claim to the right", "Select the nearest claim to the right", Go 1, ["Right"], map_has_nodes;
    SelectNext, "select-next", "Next claim", "Select the next claim in reading order", Go 1, ["N"], map_has_nodes;
    SelectPrevious, "select-previous", "Previous claim", "Select the previous claim in reading order", Go 1, ["Shift+N"], map_has_nodes;
    SelectTarget, "select-target", "Go to target", "From a reason to its relation, from there to what it bears on", Go 2, ["T"], node;
    SelectGrounds, "select-grounds", "Go to grounds", "To what bears on the selection, from a relation to its premise", Go 2, ["G"], node;
    SelectSibling, "select-sibling", "Next reason", "To the next relation on the same target, the next premise of the same relation", Go 2, ["J"], node;
    SelectAttribution, "select-attribution", "Go to who says it", "To the attributions of the selection, one after the other", Go 2, ["W"], node;

    LayOut, "lay-out", "Lay out everything", "Arrange all claims that are not pinned", View 0, ["L"], map_has_nodes;
    LayOutUnplaced, "lay-out-unplaced", "Place new claims", "Find room for what has no place; the rest stays", View 0, ["Shift+L"], map_has_nodes;
    CancelLayout, "cancel-layout", "Stop layout", "Stop the layout that runs", View 0, [], never;
    ZoomIn, "zoom-in", "Zoom in", "Nearer", View 1, ["Ctrl+Plus", "Ctrl+Equals"], never;
    ZoomOut, "zoom-out", "Zoom out", "Farther", View 1, ["Ctrl+Minus"], never;
    ZoomToFit, "zoom-to-fit", "Zoom to fit", "Show the whole map", View 1, ["Ctrl+0"], never;
    ZoomToActualSize, "zoom-to-actual-size", "Actual size", "Show the map at its own size", View 1, ["Ctrl+1"], never;
    ZoomToSelection, "zoom-to-selection", "Zoom to selection", "Show what is selected", View 1, ["Ctrl+2"], node;
    ToggleTheme, "toggle-theme", "Dark or light", "Switch between the dark and the light theme", View 2, [], never;

    TogglePalette, "toggle-palette", "Command palette…", "Find a command by its name", Help 0, ["Ctrl+K", "Ctrl+Shift+P"], never;
    ShowShortcuts, "show-shortcuts", "Keyboard shortcuts", "All commands with their keys", Help 0, ["F1", "?"], never;
    ShowAbout, "show-about", "About Elenchus", "Version and licence", Help 1, [], never;
}

impl Action {
    /// The action of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|a| a.info().id == id)
    }

    /// The actions whose title or hint fits what was typed, the best first: letters in their order, word beginnings and runs preferred.
    pub fn search(query: &str) -> Vec<Self> {
        let mut found: Vec<(i32, usize, Self)> = Vec::new();
        for (place, action) in Self::ALL.iter().enumerate() {
            let info = action.info();
            let best = score(query, info.title).max(score(query, info.hint).map(|s| s - 100));
            found.extend(best.map(|score| (-score, place, *action)));
        }
        found.sort();
        found.into_iter().map(|(_, _, action)| action).collect()
    }
}

/// How well the letters of `query` are found in `text`, in their order; `None` where they are not.
fn score(query: &str, text: &str) -> Option<i32> {
    let text: Vec<char> = text.to_lowercase().chars().collect();
    let mut total = 0;
    let mut from = 0;
    let mut run = false;
    for wanted in query.to_lowercase().chars().filter(|c| !c.is_whitespace()) {
        let starts_word = |i: usize| i == 0 || !text[i - 1].is_alphanumeric();
        let next = (from..text.len()).find(|i| text[*i] == wanted)?;
        let at =
            if run && next == from { next } else { (next..text.len()).find(|i| text[*i] == wanted && starts_word(*i)).unwrap_or(next) };
        total += match () {
            () if run && at == from => 8,
            () if starts_word(at) => 10,
            () => 1,
        };
        total -= (at - from).min(5) as i32;
        from = at + 1;
        run = true;
    }
    Some(total)
}
