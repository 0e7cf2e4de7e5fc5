//! The stored text of a source: its versions, whether they are what was imported, and what can be done with them.

use egui::{Label, RichText, Ui};

use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, SMALL, UNIT};
use crate::base::SourceId;
use crate::base::date::shown;
use crate::editor::{Action, Command};
use crate::model::{Keeping, Source, SourceText, TextState};
use crate::tr;

/// The section, the latest version first.
pub(super) fn texts(ui: &mut Ui, form: &mut Form<'_>, id: SourceId, source: &Source) {
    section(ui, tr!("inspector-text"));
    for (version, text) in source.texts.iter().enumerate().rev() {
        one(ui, form, id, version, text);
        if version > 0 && ui.link(tr!("text-compare", old = version, new = version + 1)).clicked() {
            form.queue.push(Command::CompareTexts { source: id, old: version - 1, new: version });
        }
    }
    ui.horizontal_wrapped(|ui| {
        let read = tr!("text-read");
        if !source.texts.is_empty() && ui.button(icons::before(Icon::BookOpenText, read)).accessible_name(read).clicked() {
            form.asked.panel = Some(Action::ShowReader);
        }
        let word = if source.texts.is_empty() { tr!("text-import") } else { tr!("text-import-version") };
        if ui.button(icons::before(Icon::FileInput, word)).accessible_name(word).clicked() {
            form.queue.push(Command::AskTextFor(id));
        }
    });
}

fn one(ui: &mut Ui, form: &mut Form<'_>, id: SourceId, version: usize, text: &SourceText) {
    let palette = Palette::of(ui.visuals());
    ui.horizontal(|ui| {
        if icons::button(ui, Icon::X, &tr!("text-remove", version = version + 1)).clicked() {
            form.queue.push(Command::RemoveText { source: id, version });
        }
        let letters = text.text().chars().count();
        ui.label(tr!("text-version", version = version + 1, letters = letters));
    });
    let imported = text.imported.get(..16).unwrap_or(&text.imported);
    let mut lines = vec![tr!("text-imported", when = shown(imported))];
    lines.push(format!("SHA-256 {}…", text.sha256().short()));
    if !text.file.is_empty() {
        lines.push(tr!("text-file", file = text.file.as_str()));
    }
    if let Keeping::Beside(file) = &text.keeping {
        lines.push(tr!("text-beside", file = file.as_str()));
    }
    let facts = ui.add(Label::new(RichText::new(lines.join(" · ")).size(SMALL).color(palette.weak)).wrap());
    facts.on_hover_text(text.sha256().to_string());
    let wrong = match text.state() {
        TextState::Intact => return ui.add_space(UNIT),
        TextState::Altered => tr!("text-altered"),
        TextState::Missing => tr!("text-missing"),
    };
    ui.label(RichText::new(icons::before(Icon::TriangleAlert, wrong)).color(palette.error));
    if text.state() == TextState::Altered && ui.button(tr!("fix-take-found")).clicked() {
        form.queue.push(Command::TakeFoundText { source: id, version });
    }
}
