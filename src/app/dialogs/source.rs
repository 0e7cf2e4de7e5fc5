//! A source that was read from a document: what it says about itself, to be put right, and how its text is kept, before it is accepted.

use std::sync::Arc;

use egui::{Frame, Label, Margin, RichText, ScrollArea, TextEdit, Ui};

use super::{Answer, foot, primary, secondary, show};
use crate::app::importing::Read;
use crate::app::panels::checks;
use crate::app::panels::fields::{Check, choice, label, split_list};
use crate::app::theme::{Palette, SMALL, UNIT};
use crate::base::text::shorten;
use crate::base::{Sha256, SourceId};
use crate::edit::ops::NewSource;
use crate::editor::{Command, Editor, Intake, recognise, version_of};
use crate::formats::document::Document;
use crate::model::{ArgumentMap, DateBasis, SourceKind};
use crate::tr;

/// So much of the text is shown, in code points.
const SHOWN: usize = 1200;
/// Height of what is shown of it.
const PREVIEW: f32 = 28.0 * UNIT;
/// Height of a text field.
const FIELD: f32 = 7.0 * UNIT;

/// The form.
pub(crate) struct SourceForm {
    proposals: Vec<Proposal>,
    /// The one that is shown.
    at: usize,
    intake: Intake,
    begun: bool,
    /// Of which some may be further versions.
    map: Arc<ArgumentMap>,
}

/// A document as it is about to be accepted.
struct Proposal {
    file: String,
    document: Document,
    /// As typed, with semicolons between.
    authors: String,
    /// The source of which it looks to be a further version.
    known: Option<(SourceId, String)>,
    /// Whether that one has no text yet.
    waits: bool,
    /// Whether it is taken for that.
    as_version: bool,
    /// Said of its text.
    facts: String,
}

impl SourceForm {
    pub(super) fn new(read: Read, wanted: Option<SourceId>, editor: &Editor) -> Option<Self> {
        let proposal = |(file, document): (String, Document)| {
            let known = wanted.or_else(|| version_of(editor.map(), &document));
            // An entry without its text is waiting for it.
            let waits = known.and_then(|id| editor.map().source(id)).is_some_and(|source| source.texts.is_empty() || document.is_reference);
            let known = known.and_then(|id| Some((id, editor.map().source(id)?.label().to_owned())));
            let (words, letters) = (document.text.split_whitespace().count(), document.text.chars().count());
            let sum = Sha256::of(document.text.as_bytes()).short();
            let facts =
                if document.is_reference { String::new() } else { tr!("source-facts", words = words, letters = letters, sum = sum) };
            Proposal { file, authors: document.authors.join("; "), as_version: wanted.is_some() || waits, waits, document, known, facts }
        };
        let proposals: Vec<Proposal> = read.into_iter().map(proposal).collect();
        (!proposals.is_empty()).then(|| Self { proposals, at: 0, intake: Intake::now(""), begun: false, map: editor.map().clone() })
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context) -> Option<Answer> {
        show(ctx, tr!("source-title"), 130.0 * UNIT, |ui| {
            let count = self.proposals.len();
            if count > 1 {
                let name = |at: usize| {
                    let title = self.proposals.get(at).map(|p| shorten(&p.document.title, 60)).unwrap_or_default();
                    tr!("source-one-of", number = at + 1, count = count, title = title)
                };
                if let Some(at) = choice(ui, "source", tr!("source-which"), self.at, 0..count, name) {
                    self.at = at;
                }
            }
            self.known_ones(ui);
            let begun = std::mem::replace(&mut self.begun, true);
            if let Some(proposal) = self.proposals.get_mut(self.at) {
                proposal.ui(ui, &mut self.intake, !begun);
            }
            self.keeping(ui);
            let mut answer = None;
            foot(ui, |ui| {
                let word = if count > 1 { tr!("source-add-all", count = count) } else { tr!("source-add").to_owned() };
                if primary(ui, &word) {
                    answer = Some(Answer::Commands(self.commands()));
                }
                if secondary(ui, tr!("dialog-cancel")) {
                    answer = Some(Answer::Back);
                }
            });
            answer
        })
    }

    /// One choice for all that are in the map already, where there are several.
    fn known_ones(&mut self, ui: &mut Ui) {
        let known = || self.proposals.iter().filter(|proposal| proposal.known.is_some());
        let count = known().count();
        if count < 2 {
            return;
        }
        let joined = known().filter(|proposal| proposal.as_version).count();
        let now = if joined == count { Some(true) } else { Some(false).filter(|_| joined == 0) };
        let word = |all: Option<bool>| match all {
            Some(true) => tr!("source-all-known"),
            Some(false) => tr!("source-all-new"),
            None => tr!("source-all-mixed"),
        };
        let options = [Some(true), Some(false)];
        let chosen = choice(ui, "source", &tr!("source-all-of", count = count), now, options, |all| word(all).to_owned());
        if let Some(version) = chosen.flatten() {
            self.proposals.iter_mut().filter(|proposal| proposal.known.is_some()).for_each(|proposal| proposal.as_version = version);
        }
    }

    fn keeping(&mut self, ui: &mut Ui) {
        let word = |beside: bool| if beside { tr!("source-keep-beside") } else { tr!("source-keep-inside") }.to_owned();
        if let Some(beside) = choice(ui, "source", tr!("source-keep"), self.intake.beside, [false, true], word) {
            self.intake.beside = beside;
        }
        ui.add_space(UNIT);
        ui.checkbox(&mut self.intake.confidential, tr!("field-confidential-source"));
    }

    /// All that is accepted: new sources in one step, further versions in one each.
    fn commands(&self) -> Vec<Command> {
        let mut sources = Vec::new();
        let mut commands = Vec::new();
        for proposal in &self.proposals {
            let intake = Intake { file: proposal.file.clone(), ..self.intake.clone() };
            let document = proposal.accepted();
            let known = proposal.known.as_ref().filter(|_| proposal.as_version).map(|(source, _)| *source);
            match known.zip(intake.version(&document)).filter(|_| document.comments.is_empty()) {
                Some((source, text)) => commands.push(Command::AddText { source, text: Box::new(text) }),
                None => {
                    let mut own = intake.sources(&document);
                    if let Some(known) = known {
                        recognise(&self.map, &mut own, known);
                    }
                    // Each answers within its own document.
                    let first = sources.len();
                    sources.extend(own.into_iter().map(|source| NewSource { answers: source.answers.map(|a| a + first), ..source }));
                }
            }
        }
        if !sources.is_empty() {
            commands.insert(0, Command::AddSources(sources));
        }
        commands
    }
}

impl Proposal {
    fn accepted(&self) -> Document {
        Document { authors: split_list(&self.authors, ';'), ..self.document.clone() }
    }

    fn ui(&mut self, ui: &mut Ui, intake: &mut Intake, first: bool) {
        if let Some((_, name)) = &self.known {
            let word = |version: bool| match version {
                true if self.document.is_reference => tr!("source-as-known", name = shorten(name, 60)),
                true if self.waits => tr!("source-as-text", name = shorten(name, 60)),
                true => tr!("source-as-version", name = shorten(name, 60)),
                false => tr!("source-as-new").to_owned(),
            };
            if let Some(version) = choice(ui, "source", tr!("source-as"), self.as_version, [false, true], word) {
                self.as_version = version;
            }
        }
        if !self.as_version {
            self.fields(ui, first);
        }
        if self.document.is_reference {
            return;
        }
        self.text(ui);
        let comments = self.document.comments.len();
        if comments > 0 {
            let word = match self.document.announced.filter(|announced| *announced != comments) {
                Some(announced) => tr!("source-comments-of", count = comments, announced = announced),
                None => tr!("source-comments", count = comments),
            };
            ui.add_space(UNIT);
            ui.add_enabled_ui(self.document.unsplit.is_some(), |ui| ui.checkbox(&mut intake.split, word));
        }
    }

    fn fields(&mut self, ui: &mut Ui, first: bool) {
        let document = &mut self.document;
        let response = field(ui, tr!("field-title"), "", &mut document.title, None);
        if first {
            response.request_focus();
        }
        field(ui, tr!("source-authors"), tr!("field-aliases-hint"), &mut self.authors, None);
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let kinds = SourceKind::ALL.iter().copied();
            if let Some(kind) = choice(left, "source", tr!("field-kind"), document.kind, kinds, |k| k.title().to_owned()) {
                document.kind = kind;
            }
            let before = document.date.clone();
            field(right, tr!("field-date"), "2016-11-14", &mut document.date, Some(&checks::date));
            if document.date != before {
                document.date_basis = Some(DateBasis::Stated).filter(|_| !document.date.is_empty());
            }
            if document.date_basis == Some(DateBasis::Url) {
                let weak = Palette::of(right.visuals()).weak;
                right.label(RichText::new(DateBasis::Url.title()).size(SMALL).color(weak));
            }
            field(left, tr!("field-venue"), tr!("field-venue-hint"), &mut document.venue, None);
            field(right, tr!("field-address"), "https://…", &mut document.url, Some(&checks::address));
        });
    }

    /// What of the text can be seen at once.
    fn text(&self, ui: &mut Ui) {
        label(ui, tr!("source-text"));
        let palette = Palette::of(ui.visuals());
        Frame::NONE.fill(palette.field).corner_radius(4).inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
            ScrollArea::vertical().id_salt("text").max_height(PREVIEW).min_scrolled_height(PREVIEW).auto_shrink([false, true]).show(
                ui,
                |ui| {
                    let start: String = self.document.text.chars().take(SHOWN).collect();
                    let more = if start.len() < self.document.text.len() { "…" } else { "" };
                    ui.add(Label::new(RichText::new(format!("{start}{more}")).size(SMALL)).wrap());
                },
            );
        });
        ui.label(RichText::new(&self.facts).size(SMALL).color(palette.weak));
    }
}

/// A labelled text field of one line.
fn field(ui: &mut Ui, name: &str, hint: &str, text: &mut String, check: Option<Check<'_>>) -> egui::Response {
    label(ui, name);
    let edit = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY).margin(Margin::symmetric(8, 5));
    let response = ui.add_sized([ui.available_width(), FIELD], edit).accessible_name(name);
    if let Some(wrong) = check.and_then(|check| check(text)) {
        let color = Palette::of(ui.visuals()).warn;
        ui.add(Label::new(RichText::new(wrong).size(SMALL).color(color)).wrap());
    }
    response
}
