//! The bar of the filter, above the canvas: a menu for each thing to filter by, with what the map offers.

use std::collections::BTreeSet;

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align, Button, Frame, Layout, Margin, Panel, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui, UiBuilder, accesskit};

use super::icons::{self, Icon};
use super::theme::{Palette, UNIT};
use crate::analysis::shown::{Bearing, Choices, Filter, MAX_LINKS, Standing, choices};
use crate::base::date::is_stated_date;
use crate::base::text::shorten;
use crate::editor::{Action, Command, Editor};
use crate::tr;

/// Lists longer than this get a field to search in.
const LONG: usize = 12;
/// Code points shown of a choice.
const NAME: usize = 40;
/// Width of a menu.
const WIDTH: f32 = 72.0 * UNIT;
/// Code points shown of it on the bar.
const BAR_NAME: usize = 20;

/// The bar of one map's filter.
#[derive(Default)]
pub(crate) struct FilterBar {
    open: bool,
    /// What the map offers, at that revision.
    choices: Option<(u64, Choices)>,
    /// What is searched for in the list that is open.
    search: String,
    /// The dates as they are typed.
    dates: [String; 2],
}

impl FilterBar {
    /// Opens the bar; an open one is closed, and with it goes the filter.
    pub(crate) fn toggle(&mut self, editor: &Editor, queue: &mut Vec<Command>) {
        self.open = !self.is_open(editor);
        if !self.open && !editor.filter().is_empty() {
            queue.push(Action::ClearFilter.into());
        }
    }

    /// Whether it is drawn.
    pub(crate) fn is_open(&self, editor: &Editor) -> bool {
        self.open || !editor.filter().is_empty()
    }

    /// Draws the bar, where it is open, at the top of `ui`.
    pub(crate) fn ui(&mut self, ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) {
        if !self.is_open(editor) {
            return;
        }
        let frame = Frame::NONE.fill(ui.visuals().panel_fill).inner_margin(Margin::symmetric(12, 4));
        Panel::top("filter").frame(frame).show(ui, |ui| {
            let rect = ui.available_rect_before_wrap();
            let builder = UiBuilder::new().max_rect(rect).accessibility_label(tr!("filter-bar"));
            ui.scope_builder(builder, |ui| ui.horizontal_wrapped(|ui| self.row(ui, editor, queue)));
        });
    }

    fn row(&mut self, ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) {
        if self.choices.as_ref().is_none_or(|(revision, _)| *revision != editor.revision()) {
            self.choices = Some((editor.revision(), choices(editor.map())));
        }
        let Some((_, offered)) = &self.choices else { return };
        let palette = Palette::of(ui.visuals());
        ui.spacing_mut().item_spacing.x = UNIT;
        ui.label(RichText::new(icons::text(Icon::Funnel)).color(palette.weak));
        let mut filter = editor.filter().clone();
        let map = editor.map();
        let search = &mut self.search;
        let plain = |label: &str| label.to_owned();
        let kinds = offered.kinds.iter().map(|(kind, count)| (*kind, plain(kind.title()), *count));
        facet(ui, tr!("filter-kind"), &mut filter.kinds, kinds.collect(), search);
        let standings = offered.standings.iter().map(|(standing, count)| (*standing, plain(standing_title(*standing)), *count));
        facet(ui, tr!("filter-standing"), &mut filter.standings, standings.collect(), search);
        let relations = offered.relations.iter().map(|(bearing, count)| (*bearing, plain(bearing_title(*bearing)), *count));
        facet(ui, tr!("filter-relation"), &mut filter.relations, relations.collect(), search);
        let tags = offered.tags.iter().map(|(tag, count)| (tag.clone(), tag.clone(), *count));
        facet(ui, tr!("filter-tag"), &mut filter.tags, by_label(tags), search);
        let speakers = offered.speakers.iter().map(|(id, count)| (*id, plain(map.speaker(*id).map_or("", |s| s.label())), *count));
        facet(ui, tr!("filter-speaker"), &mut filter.speakers, by_label(speakers), search);
        let sources = offered.sources.iter().map(|(id, count)| (*id, plain(map.source(*id).map_or("", |s| s.label())), *count));
        facet(ui, tr!("filter-source"), &mut filter.sources, by_label(sources), search);
        let stances = offered.stances.iter().map(|(stance, count)| (*stance, plain(stance.title()), *count));
        facet(ui, tr!("filter-stance"), &mut filter.stances, stances.collect(), search);
        dates(ui, offered, &mut filter, &mut self.dates);
        if filter != *editor.filter() {
            queue.push(Command::SetFilter(Box::new(filter)));
        }
        ui.add_space(2.0 * UNIT);
        self.end_of_row(ui, editor, queue);
    }

    /// How much is shown, and the ways out.
    fn end_of_row(&mut self, ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) {
        let palette = Palette::of(ui.visuals());
        if !editor.filter().is_empty() {
            let (shown, all) = editor.shown().counts();
            let color = if shown == 0 { palette.warn } else { palette.text };
            let count = ui.label(RichText::new(tr!("shown-count", shown = shown, count = all)).color(color));
            ui.ctx().accesskit_node_builder(count.id, |node| node.set_live(accesskit::Live::Polite));
            if editor.shown().leaves_out_links() {
                ui.label(RichText::new(tr!("filter-too-many-links", count = MAX_LINKS)).small().color(palette.warn));
            }
            let title = Action::ClearFilter.title();
            if ui.button(icons::before(Icon::FunnelX, title)).accessible_name(title).clicked() {
                queue.push(Action::ClearFilter.into());
            }
        }
        if icons::button(ui, Icon::X, tr!("filter-close")).clicked() {
            self.toggle(editor, queue);
        }
    }
}

fn by_label<K: Ord>(choices: impl Iterator<Item = (K, String, usize)>) -> Vec<(K, String, usize)> {
    let mut choices: Vec<_> = choices.collect();
    choices.sort_by(|a, b| (a.1.to_lowercase(), &a.0).cmp(&(b.1.to_lowercase(), &b.0)));
    choices
}

fn standing_title(standing: Standing) -> &'static str {
    match standing {
        Standing::Unsupported => tr!("filter-unsupported"),
        Standing::Rebutted => tr!("filter-rebutted"),
        Standing::Final => tr!("filter-final"),
        Standing::Unattributed => tr!("filter-unattributed"),
    }
}

fn bearing_title(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Kind(kind) => kind.title(),
        Bearing::Undercut => tr!("filter-undercut"),
    }
}

/// A menu of choices, of which any number can be chosen; nothing where the map offers none.
fn facet<K: Ord + Clone>(ui: &mut Ui, title: &str, chosen: &mut BTreeSet<K>, offered: Vec<(K, String, usize)>, search: &mut String) {
    // What was chosen and is no longer in the map must still be there to be given up.
    let gone = chosen.iter().filter(|key| !offered.iter().any(|(known, ..)| known == *key)).count();
    if offered.is_empty() && gone == 0 {
        return;
    }
    let first = chosen.first().and_then(|key| offered.iter().find(|(known, ..)| known == key)).map(|(_, label, _)| label.as_str());
    let text = match (chosen.len(), first) {
        (0, _) => title.to_owned(),
        (1, Some(label)) => format!("{title}: {}", shorten(label, BAR_NAME)),
        (count, _) => format!("{title}: {count}"),
    };
    menu(ui, title, &text, !chosen.is_empty(), |ui| {
        let palette = Palette::of(ui.visuals());
        if offered.len() > LONG {
            let field = TextEdit::singleline(search).hint_text(tr!("filter-search")).margin(Margin::symmetric(8, 5));
            let response = ui.add(field.desired_width(f32::INFINITY)).accessible_name(tr!("filter-search"));
            // The first pass of a menu that was opened only measures it.
            if ui.is_sizing_pass() {
                response.request_focus();
            }
            ui.add_space(UNIT);
        } else {
            search.clear();
        }
        let wanted = search.to_lowercase();
        ScrollArea::vertical().max_height(80.0 * UNIT).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (key, label, count) in offered.iter().filter(|(_, label, _)| label.to_lowercase().contains(wanted.trim())) {
                let mut on = chosen.contains(key);
                let changed = ui.horizontal(|ui| {
                    let changed = ui.checkbox(&mut on, shorten(label, NAME)).accessible_name(label.as_str()).changed();
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.label(RichText::new(count.to_string()).small().color(palette.weak));
                    });
                    changed
                });
                if changed.inner {
                    if on {
                        chosen.insert(key.clone());
                    } else {
                        chosen.remove(key);
                    }
                }
            }
        });
        if !chosen.is_empty() {
            ui.separator();
            if ui.button(tr!("filter-any")).clicked() {
                chosen.clear();
            }
        }
    });
}

fn menu(ui: &mut Ui, title: &str, text: &str, active: bool, content: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui.visuals());
    let words =
        RichText::new(format!("{text}  {}", icons::text(Icon::ChevronDown))).color(if active { palette.accent } else { palette.text });
    let button = Button::new(words).fill(if active { palette.accent_wash } else { palette.button });
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        Frame::NONE.inner_margin(Margin::same(6)).show(ui, |ui| {
            ui.set_width(WIDTH);
            content(ui);
        });
    });
    response.accessible_name(if active { tr!("filter-by-set", title = title, text = text) } else { tr!("filter-by", title = title) });
}

/// A range of dates; what is no date is marked and asks for nothing.
fn dates(ui: &mut Ui, offered: &Choices, filter: &mut Filter, typed: &mut [String; 2]) {
    let Some((first, last)) = &offered.dates else { return };
    let text = match (filter.since.as_str(), filter.until.as_str()) {
        ("", "") => tr!("filter-date").to_owned(),
        (since, "") => tr!("filter-date-since", date = since),
        ("", until) => tr!("filter-date-until", date = until),
        (since, until) => format!("{since} – {until}"),
    };
    let active = !filter.since.is_empty() || !filter.until.is_empty();
    if !active && typed.iter().all(|text| text.is_empty() || is_stated_date(text)) {
        typed.iter_mut().for_each(String::clear);
    }
    menu(ui, tr!("filter-date"), &text, active, |ui| {
        let palette = Palette::of(ui.visuals());
        let [since, until] = typed;
        for (title, text, hint, field) in
            [(tr!("filter-since"), since, first, &mut filter.since), (tr!("filter-until"), until, last, &mut filter.until)]
        {
            ui.label(RichText::new(title).small().color(palette.weak));
            let good = text.is_empty() || is_stated_date(text.trim());
            let color = if good { palette.text } else { palette.error };
            let edit = TextEdit::singleline(text).hint_text(hint.as_str()).text_color(color).margin(Margin::symmetric(8, 5));
            let edit = edit.desired_width(f32::INFINITY);
            if ui.add(edit).accessible_name(title).changed() && (text.is_empty() || is_stated_date(text.trim())) {
                text.trim().clone_into(field);
            }
            if !good {
                ui.label(RichText::new(tr!("filter-no-date")).small().color(palette.error));
            }
        }
        if active && ui.button(tr!("filter-any")).clicked() {
            filter.since.clear();
            filter.until.clear();
            typed.iter_mut().for_each(String::clear);
        }
    });
}
