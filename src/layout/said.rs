//! When claims were first said and by whom, for layouts by date and by speaker.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::{NodeId, SpeakerId};
use crate::model::ArgumentMap;

/// The first day on which a claim was said, as days since 1970-01-01, from the dates of its attributions or of their sources.
pub(super) fn first_day(map: &ArgumentMap, claim: NodeId) -> Option<i32> {
    first_said(map, claim).map(|(day, _)| day)
}

/// The same, and that date as it was stated.
pub fn first_said(map: &ArgumentMap, claim: NodeId) -> Option<(i32, String)> {
    let attributions = map.attributions_of(claim).into_iter().filter_map(|id| map.attribution(id));
    let dates = attributions.filter_map(|said| {
        let source = || map.source(said.source?).map(|source| source.date.as_str());
        let dated = |date| Some((day(date)?, date));
        dated(said.date.as_str()).or_else(|| dated(source()?))
    });
    dates.min().map(|(day, date)| (day, date.split('T').next().unwrap_or(date).to_owned()))
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

/// A stated date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD…`) as days since 1970-01-01; its first day where it is less exact.
fn day(date: &str) -> Option<i32> {
    let mut parts = date.split('T').next()?.split('-').map(|part| part.parse::<i32>().ok());
    let year = parts.next()??;
    let month = parts.next().flatten().unwrap_or(1);
    let day = parts.next().flatten().unwrap_or(1);
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years that begin in March have their odd day at the end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 + day - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attribution, MapBuilder, Source, SourceKind, Speaker, SpeakerKind, Stance};

    #[test]
    fn days_count_from_1970() {
        let known = [("1970-01-01", Some(0)), ("2000-03-01", Some(11_017)), ("2016-11-14T10:30", Some(17_119)), ("1969", Some(-365))];
        for (text, expected) in known.into_iter().chain([("2016-02", Some(16_832)), ("", None), ("soon", None), ("2016-13", None)]) {
            assert_eq!(day(text), expected, "{text}");
        }
    }

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
