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
    /// Bringing cards into line.
    Arrange,
    /// Moving the selection.
    Go,
    /// How the map is shown and laid out.
    View,
    /// What becomes of a text in the reader; its keys hold there alone.
    Reader,
    /// Finding out.
    Help,
}

impl Menu {
    /// Every menu.
    pub const ALL: &[Self] = &[Self::File, Self::Edit, Self::Add, Self::Arrange, Self::Go, Self::View, Self::Reader, Self::Help];

    /// The title in the menu bar.
    pub fn title(self) -> &'static str {
        match self {
            Self::File => tr!("menu-file"),
            Self::Edit => tr!("menu-edit"),
            Self::Add => tr!("menu-add"),
            Self::Arrange => tr!("menu-arrange"),
            Self::Go => tr!("menu-go"),
            Self::View => tr!("menu-view"),
            Self::Reader => tr!("menu-reader"),
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
    /// Ctrl stands for the platform's command key. Keys of one menu alone are those of the reader: they hold while its text has the focus.
    /// Others hold while no text field has the focus; chords, Tab and Shift+Tab also while a
    /// claim is being written. The user may have chosen others.
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
    ClearRecent, "clear-recent", File 0, [], never;
    Save, "save", File 1, ["Ctrl+S"], never;
    SaveAs, "save-as", File 1, ["Ctrl+Shift+S"], never;
    ImportSource, "import-source", File 1, ["Ctrl+Shift+I"], never;
    Export, "export", File 1, ["Ctrl+E"], never;
    ToggleSafeCopy, "toggle-safe-copy", File 1, [], never;
    NextTab, "next-tab", File 2, ["Ctrl+Tab", "Ctrl+PageDown"], never;
    PreviousTab, "previous-tab", File 2, ["Ctrl+Shift+Tab", "Ctrl+PageUp"], never;
    CloseTab, "close-tab", File 3, ["Ctrl+W"], never;
    Settings, "settings", File 4, ["Ctrl+Comma"], never;
    Quit, "quit", File 5, ["Ctrl+Q"], never;

    Undo, "undo", Edit 0, ["Ctrl+Z"], undo;
    Redo, "redo", Edit 0, ["Ctrl+Shift+Z", "Ctrl+Y"], redo;
    Cut, "cut", Edit 1, ["Ctrl+X"], copy;
    Copy, "copy", Edit 1, ["Ctrl+C"], copy;
    Paste, "paste", Edit 1, ["Ctrl+V"], never;
    PasteSource, "paste-source", Edit 1, [], never;
    Duplicate, "duplicate", Edit 1, ["Ctrl+D"], copy;
    CutBranch, "cut-branch", Edit 1, ["Ctrl+Shift+X"], node;
    CopyBranch, "copy-branch", Edit 1, ["Ctrl+Shift+C"], node;
    CopyPicture, "copy-picture", Edit 1, ["Ctrl+Shift+E"], map_has_nodes;
    CopySvg, "copy-svg", Edit 1, [], map_has_nodes;
    PasteUnder, "paste-under", Edit 1, ["Ctrl+Shift+V"], node;
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
    AddSupport, "add-support", Add 1, ["S", "Tab"], node;
    AddRebuttal, "add-rebuttal", Add 1, ["R", "Alt+Enter"], node;
    AddUndercut, "add-undercut", Add 1, ["U"], step;
    AddCoPremise, "add-co-premise", Add 1, ["P"], step;
    AddSibling, "add-sibling", Add 1, ["B", "Ctrl+Enter"], node;
    AddSiblingAbove, "add-sibling-above", Add 1, ["Shift+B", "Shift+Tab"], node;
    AddParent, "add-parent", Add 1, ["H"], premise;
    AddAttribution, "add-attribution", Add 2, ["A"], node;
    AddChain, "add-chain", Add 2, ["Shift+A"], node;
    AddSpeaker, "add-speaker", Add 3, [], never;
    AddSource, "add-source", Add 3, [], never;
    AddGroup, "add-group", Add 3, [], never;

    AlignLeft, "align-left", Arrange 0, ["Alt+A"], two_placed;
    AlignCenter, "align-center", Arrange 0, ["Alt+H"], two_placed;
    AlignRight, "align-right", Arrange 0, ["Alt+D"], two_placed;
    AlignTop, "align-top", Arrange 1, ["Alt+W"], two_placed;
    AlignMiddle, "align-middle", Arrange 1, ["Alt+V"], two_placed;
    AlignBottom, "align-bottom", Arrange 1, ["Alt+S"], two_placed;
    DistributeAcross, "distribute-across", Arrange 2, ["Alt+Shift+H"], three_placed;
    DistributeDown, "distribute-down", Arrange 2, ["Alt+Shift+V"], three_placed;

    LayOutAuto, "lay-out-auto", Arrange 3, [], map_has_nodes;
    LayOutForce, "lay-out-force", Arrange 3, [], map_has_nodes;
    LayOutLayered, "lay-out-layered", Arrange 3, [], map_has_nodes;
    LayOutTree, "lay-out-tree", Arrange 3, [], map_has_nodes;
    LayOutTimeline, "lay-out-timeline", Arrange 3, [], map_has_nodes;
    LayOutSpeakers, "lay-out-speakers", Arrange 3, [], map_has_nodes;
    ReasonsBelow, "reasons-below", Arrange 4, [], map_has_nodes;
    ReasonsAbove, "reasons-above", Arrange 4, [], map_has_nodes;
    ReasonsLeft, "reasons-left", Arrange 4, [], map_has_nodes;
    ReasonsRight, "reasons-right", Arrange 4, [], map_has_nodes;

    SelectAll, "select-all", Go 0, ["Ctrl+A"], map_has_nodes;
    SelectNone, "select-none", Go 0, ["Escape"], never;
    SelectBranch, "select-branch", Go 0, ["Ctrl+B"], node;
    SelectUp, "select-up", Go 1, ["Up"], map_has_nodes;
    SelectDown, "select-down", Go 1, ["Down"], map_has_nodes;
    SelectLeft, "select-left", Go 1, ["Left"], map_has_nodes;
    SelectRight, "select-right", Go 1, ["Right"], map_has_nodes;
    SelectNext, "select-next", Go 1, ["N"], map_has_nodes;
    SelectPrevious, "select-previous", Go 1, ["Shift+N"], map_has_nodes;
    ExtendUp, "extend-up", Go 1, ["Shift+Up"], map_has_nodes;
    ExtendDown, "extend-down", Go 1, ["Shift+Down"], map_has_nodes;
    ExtendLeft, "extend-left", Go 1, ["Shift+Left"], map_has_nodes;
    ExtendRight, "extend-right", Go 1, ["Shift+Right"], map_has_nodes;
    SelectTarget, "select-target", Go 2, ["T"], node;
    SelectGrounds, "select-grounds", Go 2, ["G"], node;
    SelectSibling, "select-sibling", Go 2, ["J"], node;
    SelectAttribution, "select-attribution", Go 2, ["W"], node;
    WalkToTarget, "walk-to-target", Go 2, ["Alt+Up"], map_has_nodes;
    WalkToGrounds, "walk-to-grounds", Go 2, ["Alt+Down"], map_has_nodes;
    WalkToPrevious, "walk-to-previous", Go 2, ["Alt+Left"], map_has_nodes;
    WalkToNext, "walk-to-next", Go 2, ["Alt+Right"], map_has_nodes;
    ExtendToTarget, "extend-to-target", Go 2, ["Alt+Shift+Up"], map_has_nodes;
    ExtendToGrounds, "extend-to-grounds", Go 2, ["Alt+Shift+Down"], map_has_nodes;
    ExtendToPrevious, "extend-to-previous", Go 2, ["Alt+Shift+Left"], map_has_nodes;
    ExtendToNext, "extend-to-next", Go 2, ["Alt+Shift+Right"], map_has_nodes;
    Back, "back", Go 3, ["Ctrl+["], back;
    Forward, "forward", Go 3, ["Ctrl+]"], forward;
    NextPanel, "next-panel", Go 4, ["F6"], never;
    PreviousPanel, "previous-panel", Go 4, ["Shift+F6"], never;
    ToggleBookmark, "toggle-bookmark", Go 6, ["Ctrl+Shift+B"], claim;
    NextBookmark, "next-bookmark", Go 6, ["F7"], bookmarks;
    PreviousBookmark, "previous-bookmark", Go 6, ["Shift+F7"], bookmarks;

    LayOut, "lay-out", View 0, ["L"], map_has_nodes;
    LayOutUnplaced, "lay-out-unplaced", View 0, ["Shift+L"], map_has_nodes;
    TidySelection, "tidy-selection", View 0, ["Ctrl+L"], tidy;
    CancelTask, "cancel-task", View 0, ["Ctrl+Period"], never;
    ZoomIn, "zoom-in", View 1, ["Ctrl+Plus", "Ctrl+Equals"], never;
    ZoomOut, "zoom-out", View 1, ["Ctrl+Minus"], never;
    ZoomToFit, "zoom-to-fit", View 1, ["Ctrl+0"], never;
    ZoomToActualSize, "zoom-to-actual-size", View 1, ["Ctrl+1"], never;
    ZoomToSelection, "zoom-to-selection", View 1, ["Ctrl+2"], node;
    ToggleFold, "toggle-fold", View 2, ["F"], fold;
    FoldAll, "fold-all", View 2, ["Shift+F"], map_has_nodes;
    UnfoldTo1, "unfold-one-level", View 2, ["Alt+1"], map_has_nodes;
    UnfoldTo2, "unfold-two-levels", View 2, ["Alt+2"], map_has_nodes;
    UnfoldTo3, "unfold-three-levels", View 2, ["Alt+3"], map_has_nodes;
    UnfoldAll, "unfold-all", View 2, ["Ctrl+Shift+F"], any_folded;
    ToggleMinimap, "toggle-minimap", View 2, ["M"], never;
    Focus, "focus", View 3, ["O"], node;
    WidenFocus, "widen-focus", View 3, ["]"], wider;
    NarrowFocus, "narrow-focus", View 3, ["["], narrower;
    LeaveFocus, "leave-focus", View 3, [], focused;
    ToggleFilter, "toggle-filter", View 3, ["Ctrl+Shift+L"], never;
    ClearFilter, "clear-filter", View 3, [], filtered;
    ShowProvenance, "show-provenance", View 3, ["V"], traceable;
    ToggleTheme, "toggle-theme", View 4, [], never;
    ScaleUp, "scale-up", View 4, ["Ctrl+Alt+Plus", "Ctrl+Alt+Equals"], never;
    ScaleDown, "scale-down", View 4, ["Ctrl+Alt+Minus"], never;
    ScaleReset, "scale-reset", View 4, ["Ctrl+Alt+0"], never;
    ShowInspector, "show-inspector", View 5, ["F4"], never;
    ShowOutline, "show-outline", View 5, ["Ctrl+Shift+O"], never;
    ShowHistory, "show-history", View 5, ["Ctrl+Shift+H"], never;
    ShowProblems, "show-problems", View 5, ["Ctrl+Shift+M"], never;
    ShowSpeakers, "show-speakers", View 5, ["Ctrl+Shift+K"], never;
    ShowSources, "show-sources", View 5, ["Ctrl+Shift+R"], never;
    ShowReader, "show-reader", View 5, ["Ctrl+Shift+T"], never;
    ShowVerifier, "show-verifier", View 5, ["Ctrl+Shift+Q"], never;
    ShowTrace, "show-trace", View 5, ["Ctrl+Shift+Y"], never;
    ShowTables, "show-tables", View 5, ["Ctrl+Shift+U"], never;
    ResetPanels, "reset-panels", View 5, [], never;

    ClaimPassage, "claim-passage", Reader 0, ["C"], texts;
    QuotePassage, "quote-passage", Reader 0, ["Q"], texts;
    AttributePassage, "attribute-passage", Reader 0, ["A"], texts;
    RebutByPassage, "rebut-by-passage", Reader 0, ["R"], texts;
    Propose, "propose", Reader 1, ["P"], texts;
    NextProposal, "next-proposal", Reader 1, ["N"], texts;
    PreviousProposal, "previous-proposal", Reader 1, ["Shift+N"], texts;
    AcceptProposal, "accept-proposal", Reader 2, ["Y"], texts;
    AcceptToEdit, "accept-to-edit", Reader 2, ["E"], texts;
    AcceptCertain, "accept-certain", Reader 2, ["Shift+Y"], texts;
    DismissProposal, "dismiss-proposal", Reader 2, ["X"], texts;

    TogglePalette, "toggle-palette", Help 0, ["Ctrl+K", "Ctrl+Shift+P"], never;
    ShowShortcuts, "show-shortcuts", Help 0, ["F1", "?"], never;
    StartTour, "start-tour", Help 1, [], never;
    ShowAbout, "show-about", Help 1, [], never;
}

impl Action {
    /// Whether its keys hold in the reader, and nowhere else.
    pub fn is_of_reader(self) -> bool {
        self.info().menu == Menu::Reader
    }

    /// The action of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|a| a.info().id == id)
    }
}
