//! Traces and origins in words, the same in the window, on the command line and in what is handed over.

use crate::base::date;
use crate::model::{ArgumentMap, Attribution, DateBasis, When};
use crate::provenance::origins::{Mark, Origins, Voice};
use crate::provenance::trace::{Step, Trace};
use crate::tr;

/// So many names are listed; the rest is counted.
const LISTED: usize = 4;

impl Voice {
    /// What to call it.
    pub fn name(self, map: &ArgumentMap) -> String {
        match self {
            Self::Speaker(id) => map.speaker(id).map_or_else(|| id.to_string(), |speaker| speaker.label().to_owned()),
            Self::Source(id) => map.source(id).map_or_else(|| id.to_string(), |source| source.label().to_owned()),
            Self::Attribution(_) => tr!("label-unnamed-speaker").to_owned(),
        }
    }
}

/// Names with commas between them, the rest counted where there are many.
pub fn names(map: &ArgumentMap, voices: &[Voice]) -> String {
    let (shown, more) = voices.split_at(voices.len().min(LISTED));
    let shown = shown.iter().map(|voice| voice.name(map)).collect::<Vec<_>>().join(", ");
    if more.is_empty() { shown } else { tr!("list-and-more", shown = shown, count = more.len()) }
}

impl Mark {
    /// Whom it is about.
    pub fn voices(&self) -> &[Voice] {
        match self {
            Self::Circle(voices) | Self::Anonymous(voices) | Self::Collective(voices) | Self::Undated(voices) | Self::Unlinked(voices) => {
                voices
            }
            Self::OneOrigin | Self::OneSource(_) => &[],
        }
    }

    /// Why to be careful, in a sentence.
    pub fn reason(&self, map: &ArgumentMap, found: &Origins) -> String {
        let who = || names(map, self.voices());
        match self {
            Self::OneOrigin => {
                let origin = found.origins.first().map(|origin| names(map, &origin.voices)).unwrap_or_default();
                if found.mentions > 1 {
                    tr!("mark-one-origin", mentions = found.mentions, who = origin)
                } else {
                    tr!("mark-one-mention", who = origin)
                }
            }
            Self::Circle(voices) => tr!("mark-circle", way = way(map, voices)),
            Self::Anonymous(_) => tr!("mark-anonymous", who = who()),
            Self::Collective(_) => tr!("mark-collective", who = who()),
            Self::Undated(_) => tr!("mark-undated", who = who()),
            Self::Unlinked(_) => tr!("mark-unlinked", who = who()),
            Self::OneSource(id) => tr!("mark-one-source", source = Voice::Source(*id).name(map)),
        }
    }
}

/// A circle from its first voice back to it: `Wiki → Paper → Wiki`.
pub fn way(map: &ArgumentMap, voices: &[Voice]) -> String {
    voices.iter().chain(voices.first()).map(|voice| voice.name(map)).collect::<Vec<_>>().join(" → ")
}

/// How many independent origins in how many mentions.
pub fn count(found: &Origins) -> String {
    match (found.origins.len(), found.mentions) {
        (_, 0) => tr!("origins-none").to_owned(),
        (origins, mentions) => tr!("origins-count", origins = origins, mentions = mentions),
    }
}

/// What a step does: `Nat Parry reports Gil Troy`.
pub fn act(map: &ArgumentMap, trace: &Trace, step: &Step) -> String {
    let Some(said) = map.attribution(step.attribution) else { return String::new() };
    let who = speaker(map, said);
    match step.of.and_then(|of| trace.attribution(map, of)) {
        Some(inner) => tr!("cite-about", speaker = who, verb = said.stance.verb(), whom = speaker(map, inner)),
        None => format!("{who} {}", said.stance.verb()),
    }
}

/// Who speaks in an attribution.
pub fn speaker(map: &ArgumentMap, said: &Attribution) -> String {
    said.speaker.and_then(|id| map.speaker(id)).map_or(tr!("label-unnamed-speaker"), |speaker| speaker.label()).to_owned()
}

/// Where it was said, as far as that may be told: the source, with its venue where that says more.
pub fn place(map: &ArgumentMap, said: &Attribution) -> String {
    let Some((_, source)) = map.told_source(said) else { return String::new() };
    let (label, venue) = (source.label(), source.venue.trim());
    if source.confidential || venue.is_empty() || label == venue { label.to_owned() } else { format!("{label}, {venue}") }
}

/// When it was said, as exactly as it is known: `2016-11-14`, `2016-12-01 – 2016-12-31`, `by 2017-01-03`, `undated`.
pub fn time(map: &ArgumentMap, said: &Attribution, when: When) -> String {
    if !said.date.trim().is_empty() {
        return date::shown(said.date.trim());
    }
    match (when.earliest, when.latest) {
        (Some(low), Some(high)) if when.by_source => {
            let source = said.source.and_then(|id| map.source(id)).map(|source| date::shown(&source.date));
            source.unwrap_or_else(|| format!("{low} – {high}"))
        }
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} – {high}"),
        (Some(low), None) => tr!("time-from", date = low.to_string()),
        (None, Some(high)) => tr!("time-by", date = high.to_string()),
        (None, None) => tr!("time-undated").to_owned(),
    }
}

/// The same for a step, with what its reports tell of one that is undated.
pub fn time_of(map: &ArgumentMap, step: &Step) -> String {
    let Some(said) = map.attribution(step.attribution) else { return String::new() };
    match step.known_by {
        Some(day) => tr!("time-undated-by", date = day.to_string()),
        None => time(map, said, step.when),
    }
}

/// On what the date of an attribution rests; empty where nobody says: `counted from 2017-01-04: “last month”`.
pub fn basis(map: &ArgumentMap, said: &Attribution, when: When) -> String {
    let dating = &said.dating;
    let mut parts: Vec<String> = dating.basis.map(|basis| basis.title().to_owned()).into_iter().collect();
    if !dating.words.trim().is_empty() {
        parts.push(format!("“{}”", dating.words.trim()));
    }
    if !dating.relative_to.trim().is_empty() {
        parts.push(tr!("time-counted-from", date = date::shown(dating.relative_to.trim())));
    }
    if let Some(source) = said.source.and_then(|id| map.source(id)).filter(|_| parts.is_empty() && when.by_source) {
        parts.push(tr!("time-of-source").to_owned());
        parts.extend(source.date_basis().filter(|basis| *basis == DateBasis::Url).map(|basis| basis.title().to_owned()));
    }
    parts.join(", ")
}
