//! Copies that name nobody: the same words in two sources count as said once, where they stand first.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{NodeId, SourceId};
use crate::model::ArgumentMap;
use crate::provenance::origins::voice_of;
use crate::provenance::reuse::Reuse;
use crate::provenance::trace::{Step, Trace};
use crate::provenance::verify::Checked;

/// In the texts of which sources, besides their own, the quoted words of attributions stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies(BTreeMap<NodeId, BTreeSet<SourceId>>);

/// A step with the words of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copy {
    /// The later step.
    pub step: usize,
    /// The earlier one.
    pub of: usize,
}

impl Copies {
    /// As the look-up of all quotations found them.
    pub fn of<'a>(checked: impl IntoIterator<Item = &'a Checked>) -> Self {
        let mut found: BTreeMap<NodeId, BTreeSet<SourceId>> = BTreeMap::new();
        for checked in checked.into_iter().filter(|checked| !checked.elsewhere.is_empty()) {
            found.entry(checked.attribution).or_default().extend(checked.elsewhere.iter().map(|place| place.source));
        }
        Self(found)
    }

    fn of_attribution(&self, attribution: NodeId) -> impl Iterator<Item = SourceId> {
        self.0.get(&attribution).into_iter().flatten().copied()
    }
}

/// The steps that say themselves what an earlier one in another source says in the same words, each with the first of these. Who passes
/// on what somebody says names him: that is no such copy.
pub(super) fn copied(map: &ArgumentMap, trace: &Trace, copies: &Copies) -> Vec<Copy> {
    let source_of = |step: &Step| map.attribution(step.attribution).and_then(|said| said.source);
    let own: Vec<(usize, &Step, Option<SourceId>)> = trace
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.vouches && step.of.is_none())
        .map(|(i, step)| (i, step, source_of(step)))
        .collect();
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    let mut note = |a: usize, b: usize| {
        let (of, step) = (a.min(b), a.max(b));
        if voice_of(map, trace, of) != voice_of(map, trace, step) {
            found.entry(step).and_modify(|known| *known = of.min(*known)).or_insert(of);
        }
    };
    // The same words again and again are looked at once: two sources are enough to find one that is not a step's own.
    let mut first: BTreeMap<&str, Vec<(usize, SourceId)>> = BTreeMap::new();
    let quoted = || own.iter().filter(|(_, step, _)| step.words.quoted).filter_map(|(i, step, source)| Some((*i, *step, (*source)?)));
    for (i, step, source) in quoted() {
        let those = first.entry(step.words.text.as_str()).or_default();
        if those.len() < 2 && those.iter().all(|(_, other)| *other != source) {
            those.push((i, source));
        }
    }
    let texts: Vec<&str> = first.keys().copied().collect();
    let mut reuse = Reuse::default();
    texts.iter().for_each(|text| reuse.add(text));
    let found_in = |text: &str| reuse.of(text).into_iter().map(|reused| reused.text).collect::<BTreeSet<usize>>();
    let alike: BTreeMap<&str, BTreeSet<usize>> = texts.iter().map(|text| (*text, found_in(text))).collect();
    for (i, step, source) in quoted() {
        let alike = alike.get(step.words.text.as_str()).into_iter().flatten().filter_map(|text| texts.get(*text));
        let others = alike.filter_map(|text| first.get(text)).flatten();
        others.filter(|(other, from)| *other != i && *from != source).for_each(|(other, _)| note(i, *other));
    }
    // Words that stand in the text of another source, whoever is heard there.
    let mut in_source: BTreeMap<SourceId, usize> = BTreeMap::new();
    for (i, source) in own.iter().filter_map(|(i, _, source)| Some((*i, (*source)?))) {
        in_source.entry(source).or_insert(i);
    }
    for (i, step, source) in &own {
        for other in copies.of_attribution(step.attribution).filter(|other| Some(*other) != *source) {
            in_source.get(&other).into_iter().for_each(|other| note(*i, *other));
        }
    }
    found.into_iter().map(|(step, of)| Copy { step, of }).collect()
}
