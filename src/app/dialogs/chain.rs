//! A chain of attributions in one short form: a sentence, and what it was understood to say.

use egui::{Grid, Id, Key, RichText, TextEdit, Ui};

use super::{Answer, foot, primary, secondary, show};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{chevrons, entry, list_box, open_list};
use crate::app::theme::{Palette, UNIT};
use crate::base::NodeId;
use crate::edit::ops::{ChainLink, source_named, speaker_named};
use crate::editor::{Command, Editor, read_chain};
use crate::model::{ArgumentMap, Case, Stance, name_in};
use crate::tr;

/// The form.
pub(crate) struct ChainForm {
    content: NodeId,
    sentence: String,
    /// The origin first.
    links: Vec<ChainLink>,
    begun: bool,
}

impl ChainForm {
    pub(super) fn new(content: NodeId) -> Self {
        Self { content, sentence: String::new(), links: vec![ChainLink::new("", Stance::Asserts)], begun: false }
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Answer> {
        let map = editor.map();
        show(ctx, tr!("chain-title"), 190.0 * UNIT, |ui| {
            let palette = Palette::of(ui.visuals());
            ui.add(egui::Label::new(RichText::new(name_in(map, self.content, Case::Accusative)).color(palette.weak)).truncate());
            ui.add_space(UNIT);
            let field = TextEdit::singleline(&mut self.sentence).id(egui::Id::unique("chain")).desired_width(f32::INFINITY);
            let field = field.hint_text(tr!("chain-sentence-hint")).margin(egui::Margin::symmetric(8, 6));
            let response = ui.add(field).accessible_name(tr!("chain-sentence"));
            if !std::mem::replace(&mut self.begun, true) {
                response.request_focus();
            }
            if response.changed()
                && let Some(links) = read_chain(&self.sentence)
            {
                self.links = links;
            }
            let enter = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            ui.add_space(2.0 * UNIT);
            self.rows(ui, map);
            let named = self.links.iter().any(|link| !link.speaker.trim().is_empty());
            let mut answer = None;
            foot(ui, |ui| {
                if ui.add_enabled_ui(named, |ui| primary(ui, tr!("chain-add"))).inner || (enter && named) {
                    let command = Command::AddChain { content: self.content, links: self.links.clone() };
                    answer = Some(Answer::Commands(vec![command]));
                }
                if secondary(ui, tr!("dialog-cancel")) {
                    answer = Some(Answer::Back);
                }
            });
            answer
        })
    }

    /// A row for each who speaks, the origin first; a button adds who passes on the last one.
    fn rows(&mut self, ui: &mut Ui, map: &ArgumentMap) {
        let mut gone = None;
        let count = self.links.len();
        Grid::new("chain").num_columns(6).spacing(egui::vec2(2.0 * UNIT, 1.5 * UNIT)).show(ui, |ui| {
            for title in [tr!("field-speaker"), tr!("field-stance"), tr!("field-source"), tr!("field-date"), tr!("field-quote")] {
                ui.label(RichText::new(title).small().color(Palette::of(ui.visuals()).weak));
            }
            ui.end_row();
            for (i, link) in self.links.iter_mut().enumerate() {
                let number = i + 1;
                let new_speaker = is_new(&link.speaker, speaker_named(map, &link.speaker).is_some());
                text(ui, &mut link.speaker, 34.0, &tr!("chain-speaker", number = number), new_speaker);
                ui.vertical(|ui| {
                    if let Some(stance) = stance(ui, i, link.stance) {
                        link.stance = stance;
                    }
                });
                let new_source = is_new(&link.source, source_named(map, &link.source).is_some());
                text(ui, &mut link.source, 34.0, &tr!("chain-source", number = number), new_source);
                let wrong = checks::date(&link.date);
                text(ui, &mut link.date, 24.0, &tr!("chain-date", number = number), wrong);
                text(ui, &mut link.quote, 34.0, &tr!("chain-quote", number = number), None);
                ui.vertical(|ui| {
                    if count > 1 && icons::button(ui, Icon::Trash2, &tr!("chain-remove", number = number)).clicked() {
                        gone = Some(i);
                    }
                });
                ui.end_row();
            }
        });
        if let Some(gone) = gone {
            self.links.remove(gone);
        }
        ui.add_space(UNIT);
        let title = tr!("chain-more");
        if ui.button(icons::before(Icon::Plus, title)).accessible_name(title).clicked() {
            self.links.push(ChainLink::new("", Stance::Reports));
        }
    }
}

/// What is said under a name that the register does not have.
fn is_new(name: &str, known: bool) -> Option<String> {
    (!name.trim().is_empty() && !known).then(|| tr!("chain-new").to_owned())
}

/// A field with what is to be said of it below.
fn text(ui: &mut Ui, value: &mut String, width: f32, name: &str, below: Option<String>) {
    ui.vertical(|ui| {
        ui.set_width(width * UNIT);
        ui.spacing_mut().item_spacing.y = 0.0;
        let field = TextEdit::singleline(value).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 5));
        ui.add(field).accessible_name(name);
        if let Some(below) = below {
            ui.add(egui::Label::new(RichText::new(below).small().color(Palette::of(ui.visuals()).weak)).truncate());
        }
    });
}

fn stance(ui: &mut Ui, number: usize, stance: Stance) -> Option<Stance> {
    let mut chosen = None;
    let salt = Id::unique(("chain stance", number));
    let of = list_box(ui, salt);
    let list = egui::ComboBox::from_id_salt(salt).width(26.0 * UNIT).icon(chevrons);
    let list = list.selected_text(stance.title());
    let shown = open_list(ui, of, |ui| {
        list.show_ui(ui, |ui| {
            for option in Stance::ALL.iter().copied() {
                if entry(ui, of, option == stance, option.title()) {
                    chosen = Some(option);
                }
            }
        })
    });
    shown.response.accessible_name(format!("{}: {}", tr!("chain-stance", number = number + 1), stance.title()));
    chosen
}
