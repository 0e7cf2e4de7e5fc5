//! How the date of an attribution is known: what it rests on, the words that state it, the days between which it was.

use egui::Ui;

use super::Form;
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::base::NodeId;
use crate::edit::{AttributionField, FieldEdit};
use crate::editor::Command;
use crate::model::{ArgumentMap, Attribution, DateBasis, Dating};
use crate::tr;

/// The choice of the basis; the rest as soon as there is something to say.
pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, id: NodeId, attribution: &Attribution, map: &ArgumentMap) {
    let dating = &attribution.dating;
    let kinds = std::iter::once(None).chain(DateBasis::ALL.iter().copied().map(Some));
    let word = |basis: Option<DateBasis>| basis.map_or(tr!("field-not-said").to_owned(), |basis| basis.title().to_owned());
    if let Some(basis) = fields::choice(ui, id, tr!("field-date-basis"), dating.basis, kinds, word) {
        // What is counted is counted from the date of the text in which it stands, as long as nobody says otherwise.
        let of_source = || attribution.source.and_then(|source| map.source(source)).map(|source| source.date.clone());
        let counted = basis == Some(DateBasis::Relative) && dating.relative_to.is_empty();
        let relative_to = if counted { of_source().unwrap_or_default() } else { dating.relative_to.clone() };
        let dating = Dating { basis, relative_to, ..dating.clone() }.reckoned();
        form.queue.push(Command::SetField(FieldEdit::Attribution(id, AttributionField::Dating(dating))));
    }
    if *dating == Dating::default() {
        return;
    }
    let mut text = |field: TextField<'_>, value: &str, change: fn(&mut Dating, String), reckoned: bool| {
        let before = dating.clone();
        form.fields.text(ui, form.queue, id, field, value, move |text| {
            let mut dating = before.clone();
            change(&mut dating, text.trim().to_owned());
            FieldEdit::Attribution(id, AttributionField::Dating(if reckoned { dating.reckoned() } else { dating }))
        });
    };
    if dating.basis == Some(DateBasis::Relative) || !dating.words.is_empty() || !dating.relative_to.is_empty() {
        let words = TextField::line(tr!("field-date-words")).hint(tr!("field-date-words-hint"));
        text(words, &dating.words, |dating, words| dating.words = words, true);
        let from = TextField::line(tr!("field-relative-to")).hint("2017-01-04").check(&checks::date);
        text(from, &dating.relative_to, |dating, date| dating.relative_to = date, true);
    }
    let earliest = TextField::line(tr!("field-earliest")).hint("2016-12-01").check(&checks::date);
    text(earliest, &dating.earliest, |dating, date| dating.earliest = date, false);
    let latest = TextField::line(tr!("field-latest")).hint("2016-12-31").check(&checks::date);
    text(latest, &dating.latest, |dating, date| dating.latest = date, false);
}
