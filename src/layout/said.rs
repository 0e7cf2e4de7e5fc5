//! When claims were first said and by whom, for layouts by date and by speaker.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::{NodeId, SpeakerId};
use crate::model::{ArgumentMap, When};

/// The first day on which a claim was said, as days since 1970-01-01, from the dates of its attributions or of their sources.
pub(super) fn first_day(map: &ArgumentMap, claim: NodeId) -> Option<i32> {
    first_said(map, claim).map(|(day, _)| day)
}

/// The same, and that date in digits, as exactly as it is known.
pub fn first_said(map: &ArgumentMap, claim: NodeId) -> Option<(i32, String)> {
    let attributions = map.attributions_of(claim).into_iter().filter_map(|id| map.attribution(id));
    let dated = attributions.map(|said| map.when(said)).filter_map(|when| Some((days(when.day()?)?, in_digits(when))));
    dated.min()
}

/// "2016", "2016-11", "2016-11-14", "≤ 2016-11-14".
fn in_digits(when: When) -> String {
    match (when.earliest, when.latest) {
        (Some(low), Some(high)) if low.year() == high.year() && low.day_of_year() == 1 && high == high.last_of_year() => {
            format!("{:04}", low.year())
        }
        (Some(low), Some(high)) if low.first_of_month() == low && low.last_of_month() == high => {
            format!("{:04}-{:02}", low.year(), low.month())
        }
        (Some(low), _) => low.to_string(),
        (None, Some(high)) => format!("≤ {high}"),
        (None, None) => String::new(),
    }
}

/// In whose lane a claim stands: that of the first attribution that has a speaker.
pub fn first_speaker(map: &ArgumentMap, claim: NodeId) -> Option<SpeakerId> {
    map.attributions_of(claim).into_iter().find_map(|id| map.attribution(id)?.speaker)
}

/// Numbers the speakers of claims, who said most first, and tells the number of each claim's: that of the first attribution that has one.
pub(super) fn lanes(map: &ArgumentMap, claims: &[NodeId]) -> (Vec<SpeakerId>, BTreeMap<NodeId, u32>) {
    let said: Vec<(NodeId, SpeakerId)> = claims.iter().filter_map(|&id| Some((id, first_speaker(map, id)?))).collect();
    let mut counts: BTreeMap<SpeakerId, usize> = BTreeMap::new();
    for (_, speaker) in &said {
        *counts.entry(*speaker).or_default() += 1;
    }
    let name = |id: &SpeakerId| map.speaker(*id).map(|speaker| speaker.name.clone());
    let mut speakers: Vec<SpeakerId> = counts.keys().copied().collect();
    speakers.sort_by_cached_key(|id| (Reverse(counts.get(id).copied()), name(id), *id));
    let number: BTreeMap<SpeakerId, u32> = speakers.iter().zip(0u32..).map(|(id, i)| (*id, i)).collect();
    let lanes = said.into_iter().filter_map(|(claim, speaker)| Some((claim, *number.get(&speaker)?))).collect();
    (speakers, lanes)
}

/// Days since 1970-01-01.
fn days(date: Date) -> Option<i32> {
    date.since(Date::new(1970, 1, 1).ok()?).ok().map(|span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attribution, MapBuilder, Source, SourceKind, Speaker, SpeakerKind, Stance};

    #[test]
    fn the_earliest_date_and_the_first_speaker_count() {
        let mut b = MapBuilder::new(1);
        let ann = b.speaker(Speaker::new(SpeakerKind::Person, "Ann"));
        let bob = b.speaker(Speaker::new(SpeakerKind::Person, "Bob"));
        let source = b.source(Source { date: "1970-01-03".into(), ..Source::new(SourceKind::Article, "News") });
        let claims = [b.claim("a"), b.claim("b"), b.claim("c"), b.claim("d")];
        b.attribute(Attribution { source: Some(source), ..Attribution::new(Some(bob), Stance::Asserts) }, claims[0]);
        b.attribute(Attribution { date: "1970-01-02".into(), ..Attribution::new(Some(ann), Stance::Asserts) }, claims[0]);
        b.attribute(Attribution::new(Some(bob), Stance::Asserts), claims[1]);
        b.attribute(Attribution::new(Some(ann), Stance::Asserts), claims[2]);
        let map = b.finish();
        assert_eq!(claims.map(|id| first_day(&map, id)), [Some(1), None, None, None]);
        let (speakers, of) = lanes(&map, &claims);
        assert_eq!(speakers, [bob, ann]);
        assert_eq!(claims.map(|id| of.get(&id).copied()), [Some(0), Some(0), Some(1), None]);
    }
}
