//! When claims were first said and by whom, for layouts by date and by speaker.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::{NodeId, SpeakerId};
use crate::model::ArgumentMap;

/// The first day on which a claim was said, as days since 1970-01-01, from the dates of its attributions or of their sources.
pub(super) fn first_day(map: &ArgumentMap, claim: NodeId) -> Option<i32> {
    let attributions = map.attributions_of(claim).into_iter().filter_map(|id| map.attribution(id));
    attributions.filter_map(|said| days(map.when(said).day()?)).min()
}

/// Numbers the speakers of claims, who said most first, and tells the number of each claim's: that of the first attribution that has one.
pub(super) fn lanes(map: &ArgumentMap, claims: &[NodeId]) -> (Vec<SpeakerId>, BTreeMap<NodeId, u32>) {
    let speaker = |claim: NodeId| map.attributions_of(claim).into_iter().find_map(|id| map.attribution(id)?.speaker);
    let said: Vec<(NodeId, SpeakerId)> = claims.iter().filter_map(|&id| Some((id, speaker(id)?))).collect();
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
