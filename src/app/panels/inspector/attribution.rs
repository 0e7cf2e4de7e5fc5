//! An attribution: who says it, where, in whose words, with which quotes.

use egui::Ui;

use super::{Form, claim, dating, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::pick::{self, Entry as Choice, Picked};
use crate::base::NodeId;
use crate::edit::{AttributionField, FieldEdit};
use crate::editor::{Command, Editor, Entry};
use crate::model::{Quotation, Quote, Source, Speaker, Stance};
use crate::tr;

/// The speakers on offer.
pub(super) fn speakers(editor: &Editor) -> Vec<Choice<crate::base::SpeakerId>> {
    let choice = |(id, s): (&crate::base::SpeakerId, &Speaker)| Choice { id: *id, label: s.label().to_owned(), detail: s.role.clone() };
    let mut all: Vec<_> = editor.map().speakers().iter().map(choice).collect();
    all.sort_by_key(|c| c.label.to_lowercase());
    all
}

/// The sources on offer.
pub(super) fn sources(editor: &Editor) -> Vec<Choice<crate::base::SourceId>> {
    let choice = |(id, s): (&crate::base::SourceId, &Source)| Choice {
        id: *id,
        label: s.label().to_owned(),
        detail: crate::base::date::shown(&s.date),
    };
    let mut all: Vec<_> = editor.map().sources().iter().map(choice).collect();
    all.sort_by_key(|c| c.label.to_lowercase());
    all
}

pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, id: NodeId) {
    let editor = form.editor;
    let map = editor.map().clone();
    let Some(attribution) = map.attribution(id) else { return };
    form.title(ui, Icon::MessageSquareQuote, tr!("field-attribution"), |ui, form| {
        form.delete_button(ui, tr!("inspector-delete-attribution"), || Command::DeleteNodes(vec![id]));
    });
    let set = |field| Command::SetField(FieldEdit::Attribution(id, field));
    let edit = |field: fn(String) -> AttributionField| move |text: String| FieldEdit::Attribution(id, field(text));

    let speaker = attribution.speaker.and_then(|s| map.speaker(s).map(|speaker| (s, speaker.label().to_owned())));
    match pick::pick(ui, id, tr!("field-speaker"), speaker, || speakers(editor)) {
        Some(Picked::Entry(speaker)) => form.queue.push(set(AttributionField::Speaker(speaker))),
        Some(Picked::New(name)) => form.queue.push(Command::NewSpeakerFor { attributions: vec![id], name }),
        Some(Picked::Open(speaker)) => form.queue.push(Command::SelectEntry(Entry::Speaker(speaker))),
        None => {}
    }
    if let Some(stance) =
        fields::choice(ui, id, tr!("field-stance"), attribution.stance, Stance::ALL.iter().copied(), |s| s.title().to_owned())
    {
        form.queue.push(set(AttributionField::Stance(stance)));
    }
    let source = attribution.source.and_then(|s| map.source(s).map(|source| (s, source.label().to_owned())));
    match pick::pick(ui, id, tr!("field-source"), source, || sources(editor)) {
        Some(Picked::Entry(source)) => form.queue.push(set(AttributionField::Source(source))),
        Some(Picked::New(title)) => form.queue.push(Command::NewSourceFor { attributions: vec![id], title }),
        Some(Picked::Open(source)) => form.queue.push(Command::SelectEntry(Entry::Source(source))),
        None => {}
    }
    let date = TextField::line(tr!("field-date")).hint("2016-11-14").check(&checks::date);
    form.fields.text(ui, form.queue, id, date, &attribution.date, edit(AttributionField::Date));
    dating::form(ui, form, id, attribution, map.as_ref());

    section(ui, tr!("inspector-words"));
    let kinds = std::iter::once(None).chain(Quotation::ALL.iter().copied().map(Some));
    let word = |q: Option<Quotation>| q.map_or(tr!("field-not-said").to_owned(), |q| q.title().to_owned());
    if let Some(quotation) = fields::choice(ui, id, tr!("field-quotation"), attribution.quotation, kinds, word) {
        form.queue.push(set(AttributionField::Quotation(quotation)));
    }
    for (i, quote) in attribution.quotes.iter().enumerate() {
        let all = attribution.quotes.clone();
        form.fields.text(ui, form.queue, (id, i), TextField::block(tr!("field-quote"), 2), &quote.exact, move |text| {
            let mut quotes = all.clone();
            if let Some(quote) = quotes.get_mut(i) {
                // Other words stand elsewhere in the text.
                *quote = Quote { exact: text, range: None, ..quote.clone() };
            }
            quotes.retain(|q| *q != Quote::default());
            FieldEdit::Attribution(id, AttributionField::Quotes(quotes))
        });
    }
    if ui.button(icons::before(Icon::Quote, tr!("inspector-add-quote"))).accessible_name(tr!("inspector-add-quote")).clicked() {
        let mut quotes = attribution.quotes.clone();
        quotes.push(Quote { exact: "…".to_owned(), ..Quote::default() });
        form.queue.push(set(AttributionField::Quotes(quotes)));
    }
    let cue = TextField::line(tr!("field-cue")).hint(tr!("field-cue-hint"));
    form.fields.text(ui, form.queue, id, cue, &attribution.cue, edit(AttributionField::Cue));
    let hedges = TextField::line(tr!("field-hedges")).hint(tr!("field-hedges-hint"));
    form.fields.text(ui, form.queue, id, hedges, &attribution.hedges.join(", "), move |text| {
        FieldEdit::Attribution(id, AttributionField::Hedges(fields::split_list(&text, ',')))
    });

    section(ui, tr!("inspector-said"));
    if let Some(content) = map.content(id) {
        form.link(ui, content);
    }
    // Who reports that this was said is itself an attribution.
    claim::said_by(ui, form, id);

    section(ui, tr!("inspector-more"));
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("inspector-tags")).hint(tr!("inspector-commas")),
        &attribution.tags.join(", "),
        move |text| FieldEdit::Attribution(id, AttributionField::Tags(fields::split_list(&text, ','))),
    );
    form.fields.text(ui, form.queue, id, TextField::block(tr!("field-note"), 2), &attribution.note, edit(AttributionField::Note));
}

/// Opens the list of speakers where none is chosen yet.
pub(super) fn open_speakers(ui: &Ui, editor: &Editor, id: NodeId) {
    if editor.map().attribution(id).is_some_and(|a| a.speaker.is_none()) {
        egui::Popup::open_id(ui.ctx(), pick::popup_id(tr!("field-speaker"), id));
    }
}
