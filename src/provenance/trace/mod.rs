//! The way of a claim: every attribution of it and of its other wordings, with who reports whom, from the origin to the latest.

mod wording;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};

use jiff::civil::Date;

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Attribution, RelationKind, Stance, When};

pub use wording::{Piece, Words, compare};

/// The way of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// The claim that was asked for.
    pub claim: NodeId,
    /// The claim itself, then what restates it or is restated by it, the nearest first.
    pub wordings: Vec<NodeId>,
    /// From the origin to the latest; who reports always stands behind whom he reports.
    pub steps: Vec<Step>,
}

/// One speech act on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The attribution.
    pub attribution: NodeId,
    /// The step whose attribution it passes on or disputes; `None` where it is about a wording itself.
    pub of: Option<usize>,
    /// Which of the wordings it leads to.
    pub wording: NodeId,
    /// How many attributions lie between it and the wording.
    pub depth: usize,
    /// When it was.
    pub when: When,
    /// Where it is undated: it was reported by then.
    pub known_by: Option<Date>,
    /// Whether it stands by the claim: it says it, or passes on that somebody does. Denials, doubts and reports of them do not.
    pub vouches: bool,
    /// What was said, as far as the map has it.
    pub words: Words,
    /// The step with whose words its own are compared: the one it passes on, else the one before.
    pub compared_with: Option<usize>,
}

impl Trace {
    /// The attribution of a step.
    pub fn attribution<'a>(&self, map: &'a ArgumentMap, step: usize) -> Option<&'a Attribution> {
        map.attribution(self.steps.get(step)?.attribution)
    }

    /// The words of a step against those that they are compared with, where they are alike enough to be the same said differently.
    pub fn changes(&self, step: usize) -> Vec<Piece> {
        let step = self.steps.get(step);
        let other = step.and_then(|step| self.steps.get(step.compared_with?));
        step.zip(other).map(|(step, other)| compare(&other.words.text, &step.words.text)).unwrap_or_default()
    }
}

/// The ways of all claims that somebody says; claims that restate each other have one.
pub fn traces(map: &ArgumentMap) -> impl Iterator<Item = Trace> {
    let mut done: BTreeSet<NodeId> = BTreeSet::new();
    map.claims().filter_map(move |(claim, _)| {
        if done.contains(&claim) || map.attributions_of(claim).is_empty() {
            return None;
        }
        let trace = trace(map, claim);
        done.extend(&trace.wordings);
        Some(trace)
    })
}

/// What is known of an attribution before the steps are put in order.
struct Found {
    attribution: NodeId,
    content: NodeId,
    wording: NodeId,
    depth: usize,
    when: When,
    known_by: Option<Date>,
    vouches: bool,
}

/// The way of a claim. Linear in what is found, but for sorting; circles end it.
pub fn trace(map: &ArgumentMap, claim: NodeId) -> Trace {
    let wordings = wordings(map, claim);
    let found = collect(map, &wordings);
    let order = in_order(&found);
    let mut place = vec![0; found.len()];
    for (step, &i) in order.iter().enumerate() {
        place[i] = step;
    }
    let by_id: BTreeMap<NodeId, usize> = found.iter().enumerate().map(|(i, found)| (found.attribution, place[i])).collect();
    let mut steps: Vec<Step> = Vec::with_capacity(found.len());
    let mut last_worded = None;
    for (place, &i) in order.iter().enumerate() {
        let Some(found) = found.get(i) else { continue };
        let of = by_id.get(&found.content).copied();
        let words = map.attribution(found.attribution).map(|said| Words::of(map, said, found.content)).unwrap_or_default();
        let inner = of.filter(|of| steps.get(*of).is_some_and(|step| !step.words.text.is_empty()));
        let compared_with = inner.or(last_worded).filter(|_| !words.text.is_empty());
        if !words.text.is_empty() {
            last_worded = Some(place);
        }
        steps.push(Step {
            attribution: found.attribution,
            of,
            wording: found.wording,
            depth: found.depth,
            when: found.when,
            known_by: found.known_by,
            vouches: found.vouches,
            words,
            compared_with,
        });
    }
    Trace { claim, wordings, steps }
}

/// The claim that a node is, or that an attribution is about in the end.
pub fn claim_of(map: &ArgumentMap, node: NodeId) -> Option<NodeId> {
    let mut at = node;
    let mut seen = BTreeSet::new();
    while at.kind() == NodeKind::Attribution && seen.insert(at) {
        at = map.content(at)?;
    }
    map.claim(at).map(|_| at)
}

/// The claim and all that restatements join to it, in both directions.
pub fn wordings(map: &ArgumentMap, claim: NodeId) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([claim]);
    let mut open = VecDeque::from([claim]);
    let restates = |id: &NodeId| map.relation(*id).is_some_and(|relation| relation.kind == RelationKind::Restatement);
    while let Some(at) = open.pop_front() {
        found.push(at);
        let onto = map.relations_from(at).into_iter().filter(restates).filter_map(|relation| map.target(relation));
        let from = map.relations_on(at).into_iter().filter(restates).flat_map(|relation| map.premises(relation));
        for next in onto.chain(from).filter(|next| next.kind() == NodeKind::Claim) {
            if seen.insert(next) {
                open.push_back(next);
            }
        }
    }
    found
}

/// Every attribution of the wordings, of these attributions, and so on; what is reported before what reports it.
fn collect(map: &ArgumentMap, wordings: &[NodeId]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open: VecDeque<(NodeId, NodeId, usize, bool)> = wordings.iter().map(|id| (*id, *id, 0, true)).collect();
    while let Some((content, wording, depth, stood_by)) = open.pop_front() {
        for attribution in map.attributions_of(content) {
            let Some(said) = map.attribution(attribution).filter(|_| seen.insert(attribution)) else { continue };
            let vouches = stood_by && matches!(said.stance, Stance::Asserts | Stance::Endorses | Stance::Reports);
            let when = map.when(said);
            found.push(Found { attribution, content, wording, depth, when, known_by: None, vouches });
            open.push_back((attribution, wording, depth + 1, vouches));
        }
    }
    // What somebody reports was said by then.
    let place: BTreeMap<NodeId, usize> = found.iter().enumerate().map(|(i, found)| (found.attribution, i)).collect();
    for i in (0..found.len()).rev() {
        let by = found.get(i).and_then(|outer| Some((place.get(&outer.content).copied()?, outer.when.day().or(outer.known_by)?)));
        if let Some((inner, day)) = by
            && let Some(inner) = found.get_mut(inner)
        {
            inner.known_by = Some(inner.known_by.map_or(day, |known| known.min(day)));
        }
    }
    for found in found.iter_mut().filter(|found| !found.when.is_undated()) {
        found.known_by = None;
    }
    found
}

/// The order of time in which everything reported comes before its report; what has no date comes last, or just before what reports it.
fn in_order(found: &[Found]) -> Vec<usize> {
    let place: BTreeMap<NodeId, usize> = found.iter().enumerate().map(|(i, found)| (found.attribution, i)).collect();
    let inner: Vec<Option<usize>> = found.iter().map(|found| place.get(&found.content).copied()).collect();
    let mut outer: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
    for (i, inner) in inner.iter().enumerate() {
        if let Some(inner) = inner {
            outer[*inner].push(i);
        }
    }
    let key = |i: usize| {
        let Found { when, known_by, depth, attribution, .. } = &found[i];
        Reverse((when.day().or(*known_by).unwrap_or(Date::MAX), !when.is_undated(), *depth, *attribution, i))
    };
    let mut ready: BinaryHeap<_> = (0..found.len()).filter(|i| inner[*i].is_none()).map(key).collect();
    let mut order = Vec::with_capacity(found.len());
    while let Some(Reverse((.., i))) = ready.pop() {
        order.push(i);
        ready.extend(outer[i].iter().copied().map(key));
    }
    // What only a circle of reports leads to, in a map that is not well formed.
    let mut done = vec![false; found.len()];
    order.iter().for_each(|i| done[*i] = true);
    order.extend((0..found.len()).filter(|i| !done[*i]));
    order
}
