//! A register as a table: sorted by a click on a heading, filtered by what is typed, entries merged, deleted and found on the canvas.

mod head;
mod table;

use std::collections::BTreeSet;

use egui::{Margin, Rect, Ui, UiBuilder};

use super::{Desk, Panel};
use crate::app::theme::UNIT;
use crate::base::NodeId;
use crate::editor::{Action, Command, Editor, Entry};
use crate::model::ArgumentMap;

/// A column of the table.
pub(crate) struct Column {
    /// Its heading.
    pub(crate) title: fn() -> &'static str,
    /// The width that it wants; where there is more or less room, columns share it.
    pub(crate) width: f32,
    /// Whether it is sorted by number, the greatest first.
    pub(crate) number: bool,
}

/// An entry and what stands in its columns.
pub(crate) type Cells = (Entry, Vec<String>);

/// What a register is.
pub(crate) struct Spec {
    /// Shows the panel.
    pub(crate) action: Action,
    /// Adds an entry.
    pub(crate) add: Action,
    /// The columns; what the first one says names the entry.
    pub(crate) columns: &'static [Column],
    /// All entries with what stands in the columns.
    pub(crate) lines: fn(&ArgumentMap) -> Vec<Cells>,
    /// The nodes in which an entry is used.
    pub(crate) uses: fn(&ArgumentMap, Entry) -> Vec<NodeId>,
    /// What is said instead of an empty table.
    pub(crate) empty: fn() -> &'static str,
}

/// An entry as it is listed.
struct Line {
    entry: Entry,
    cells: Vec<String>,
}

/// What the list of lines was made from.
#[derive(Clone, PartialEq, Eq)]
struct Made {
    revision: u64,
    filter: String,
    sort: (usize, bool),
}

/// The panel.
pub(crate) struct RegisterPanel {
    spec: &'static Spec,
    filter: String,
    /// The column that is sorted by, and whether backwards.
    sort: (usize, bool),
    /// The widths of the columns in the last frame, 0 for what found no room.
    widths: Vec<f32>,
    made: Option<Made>,
    lines: Vec<Line>,
    /// Entries that merging and the like are about.
    marked: BTreeSet<Entry>,
    /// Where the keyboard is in the table.
    current: Option<Entry>,
    last_entry: Option<Entry>,
    scrolls: bool,
    wants_focus: bool,
    has_focus: bool,
}

impl RegisterPanel {
    /// An empty table, sorted by its first column.
    pub(crate) fn new(spec: &'static Spec) -> Self {
        Self {
            spec,
            filter: String::new(),
            sort: (0, false),
            widths: Vec::new(),
            made: None,
            lines: Vec::new(),
            marked: BTreeSet::new(),
            current: None,
            last_entry: None,
            scrolls: false,
            wants_focus: false,
            has_focus: false,
        }
    }

    /// Lists the entries anew where something has changed.
    fn update(&mut self, editor: &Editor) {
        let made = Made { revision: editor.revision(), filter: self.filter.clone(), sort: self.sort };
        if self.made.as_ref() != Some(&made) {
            let all = (self.spec.lines)(editor.map());
            self.marked.retain(|entry| all.iter().any(|(e, _)| e == entry));
            let wanted = self.filter.trim().to_lowercase();
            let fits = |cells: &[String]| wanted.is_empty() || cells.iter().any(|cell| cell.to_lowercase().contains(&wanted));
            self.lines = all.into_iter().filter(|(_, cells)| fits(cells)).map(|(entry, cells)| Line { entry, cells }).collect();
            let (column, backwards) = self.sort;
            let number = self.spec.columns.get(column).is_some_and(|column| column.number);
            let text = |line: &Line| line.cells.get(column).map(|cell| cell.to_lowercase()).unwrap_or_default();
            // What says nothing in the column comes last, in either direction.
            if number {
                self.lines.sort_by_cached_key(|line| std::cmp::Reverse(text(line).parse::<usize>().unwrap_or_default()));
            } else {
                self.lines.sort_by_cached_key(text);
            }
            if backwards {
                self.lines.reverse();
            }
            self.lines.sort_by_key(|line| line.cells.get(column).is_none_or(String::is_empty));
            self.made = Some(made);
        }
        // An entry that is selected elsewhere is shown here too.
        let entry = editor.selection().entry();
        if entry != self.last_entry {
            self.last_entry = entry;
            if let Some(entry) = entry.filter(|entry| self.line_of(*entry).is_some() && !self.marked.contains(entry)) {
                self.marked = BTreeSet::from([entry]);
                self.current = Some(entry);
                self.scrolls = true;
            }
        }
    }

    fn line_of(&self, entry: Entry) -> Option<usize> {
        self.lines.iter().position(|line| line.entry == entry)
    }

    /// The marked entries in the order of the table.
    fn marked_lines(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| self.marked.contains(&line.entry)).collect()
    }

    /// Selects on the canvas where the marked entries are used.
    fn show_uses(&self, desk: &mut Desk<'_>) {
        let map = desk.editor.map();
        let nodes: Vec<NodeId> = self.marked.iter().flat_map(|entry| (self.spec.uses)(map, *entry)).collect();
        desk.queue.push(Command::Select(nodes));
        desk.queue.push(Action::ZoomToSelection.into());
    }
}

impl Panel for RegisterPanel {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        self.update(desk.editor);
        let whole = ui.max_rect() - Margin { left: 12, right: 8, top: 4, bottom: 4 };
        let (head, table) = whole.split_top_bottom_at_y(whole.top() + 8.0 * UNIT);
        let mut head_ui = ui.new_child(UiBuilder::new().max_rect(head).layout(egui::Layout::left_to_right(egui::Align::Center)));
        self.head(&mut head_ui, desk);
        let table = Rect::from_min_max(table.min + egui::vec2(0.0, UNIT), table.max);
        let mut table_ui = ui.new_child(UiBuilder::new().max_rect(table));
        table_ui.shrink_clip_rect(table);
        self.table(&mut table_ui, desk);
    }

    fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }

    fn put_away(&mut self) {
        self.has_focus = false;
        self.wants_focus = false;
    }
}
