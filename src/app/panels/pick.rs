//! Choosing an entry of a register: a button that opens a list with a search field. What is not there can be made on the spot.

use egui::{Button, Id, Key, Modifiers, Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui};

use super::fields;
use super::row::Row;
use crate::app::icons::{self, Icon};
use crate::app::theme::UNIT;
use crate::app::words::in_sentence;
use crate::tr;

/// An entry on offer.
pub(crate) struct Entry<T> {
    pub(crate) id: T,
    pub(crate) label: String,
    pub(crate) detail: String,
}

/// What was chosen.
pub(crate) enum Picked<T> {
    /// An entry, or none.
    Entry(Option<T>),
    /// A new entry of that name.
    New(String),
    /// The chosen entry is to be shown.
    Open(T),
}

/// What is chosen now.
pub(crate) enum Current<T> {
    /// Nothing.
    None,
    /// An entry, with its label.
    One(T, String),
    /// Several things are edited at once, and they differ.
    Several,
}

impl<T> From<Option<(T, String)>> for Current<T> {
    fn from(chosen: Option<(T, String)>) -> Self {
        chosen.map_or(Self::None, |(id, label)| Self::One(id, label))
    }
}

/// A labelled button that shows the present choice and opens the list.
pub(crate) fn pick<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    current: impl Into<Current<T>>,
    entries: impl FnOnce() -> Vec<Entry<T>>,
) -> Option<Picked<T>> {
    let current = current.into();
    let mut open = None;
    ui.add_space(UNIT);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        fields::words(ui, name);
        if let Current::One(id, _) = &current {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Max), |ui| {
                let text = egui::RichText::new(icons::before(Icon::ArrowUpRight, tr!("pick-open"))).small();
                if ui.link(text).on_hover_text(tr!("pick-show", noun = in_sentence(name))).clicked() {
                    open = Some(Picked::Open(*id));
                }
            });
        }
    });
    ui.add_space(-UNIT);
    let text = match &current {
        Current::None => tr!("pick-none").to_owned(),
        Current::One(_, label) => label.clone(),
        Current::Several => tr!("field-several").to_owned(),
    };
    let width = ui.available_width();
    let button =
        Button::new((text.clone(), egui::Atom::grow(), icons::text(Icon::ChevronsUpDown))).truncate().min_size(egui::vec2(width, 0.0));
    let response = ui.add_sized([width, 7.0 * UNIT], button).accessible_name(format!("{name}: {text}"));
    let popup = Popup::from_toggle_button_response(&response)
        .id(popup_id(name, id))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(tr!("pick-choose", noun = in_sentence(name)))
        .width(width.max(60.0 * UNIT));
    let picked = popup.show(|ui| list(ui, name, &current, entries())).and_then(|shown| shown.inner);
    picked.or(open)
}

/// Names the list that belongs to a button.
pub(crate) fn popup_id(name: &str, id: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::unique(("pick", name, id))
}

fn list<T: Copy + PartialEq>(ui: &mut Ui, name: &str, current: &Current<T>, entries: Vec<Entry<T>>) -> Option<Picked<T>> {
    let noun = in_sentence(name);
    let search_id = ui.scope_id().with("search");
    let (mut search, mut row): (String, usize) = ui.data_mut(|d| d.get_temp(search_id)).unwrap_or_default();
    let frame = ui.ctx().cumulative_frame_nr();
    let last_drawn: Option<u64> = ui.data(|d| d.get_temp(search_id));
    ui.data_mut(|d| d.insert_temp(search_id, frame));
    let opened = last_drawn.is_none_or(|last| last + 1 < frame);
    if opened {
        (search, row) = (String::new(), 0);
    }
    let mut picked = None;
    let steps = ui.input_mut(|i| {
        i.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize - i.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize
    });
    let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    let edit = TextEdit::singleline(&mut search).hint_text(tr!("pick-find-or-new", noun = noun.as_str())).desired_width(f32::INFINITY);
    let response = ui.add(edit.id(search_id.with("field"))).accessible_name(tr!("pick-find", noun = noun.as_str()));
    if opened {
        response.request_focus();
    }
    if response.changed() {
        row = 0;
    }
    let wanted = search.trim().to_lowercase();
    let found: Vec<&Entry<T>> =
        entries.iter().filter(|e| e.label.to_lowercase().contains(&wanted) || e.detail.to_lowercase().contains(&wanted)).collect();
    let new = !wanted.is_empty() && !entries.iter().any(|e| e.label.to_lowercase() == wanted);
    let none = wanted.is_empty() && !matches!(current, Current::None);
    let rows = found.len() + usize::from(new) + usize::from(none);
    row = row.saturating_add_signed(steps).min(rows.saturating_sub(1));

    ScrollArea::vertical().max_height(64.0 * UNIT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut index = 0;
        let mut line = |ui: &mut Ui, icon: Option<Icon>, name: &str, detail: &str| {
            let current = index == row;
            index += 1;
            let response = Row { icon, name, detail, current, disabled: false }.ui(ui);
            if current && steps != 0 {
                response.scroll_to_me(None);
            }
            response.clicked() || (enter && current)
        };
        for e in &found {
            if line(ui, matches!(current, Current::One(id, _) if *id == e.id).then_some(Icon::Check), &e.label, &e.detail) {
                picked = Some(Picked::Entry(Some(e.id)));
            }
        }
        if new && line(ui, Some(Icon::Plus), &tr!("pick-new", noun = noun.as_str(), text = search.trim()), "") {
            picked = Some(Picked::New(search.trim().to_owned()));
        }
        if none && line(ui, Some(Icon::X), &tr!("pick-no", noun = noun.as_str()), "") {
            picked = Some(Picked::Entry(None));
        }
        if rows == 0 {
            ui.weak(tr!("pick-no-yet", noun = noun.as_str()));
        }
    });
    if picked.is_some() {
        ui.close();
    }
    ui.data_mut(|d| d.insert_temp(search_id, (search, row)));
    picked
}
