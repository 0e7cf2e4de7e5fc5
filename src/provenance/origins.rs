//! On how many independent origins a claim rests: not how often it is said, but by whom it was said first.
//!
//! Every voice is a node, and an edge leads from it to each voice that has the claim from it: by reporting it, by telling of it in a
//! source of one's own, by answering a source in which it stands, by agreeing. What can be reached only by way of one voice is its copy:
//! that voice dominates it (Lengauer & Tarjan 1979). Voices that have the claim from each other in a circle (“citogenesis”) are one.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::dominators::simple_fast;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::base::{NodeId, SourceId, SpeakerId};
use crate::model::{ArgumentMap, SpeakerKind, Stance};
use crate::provenance::copies::{Copies, Copy, copied};
use crate::provenance::trace::Trace;

/// Who is heard on the way of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// A speaker.
    Speaker(SpeakerId),
    /// A source of which nobody says who speaks in it.
    Source(SourceId),
    /// An attribution to nobody.
    Attribution(NodeId),
}

/// Where a claim comes from, as far as the map knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Who said it first; several where they have it from each other.
    pub voices: Vec<Voice>,
    /// Its first step on the way.
    pub first: usize,
    /// The steps that rest on it alone, its own among them.
    pub steps: Vec<usize>,
}

/// A reason to be careful with a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// All who say it have it from one origin.
    OneOrigin,
    /// Voices that have it from each other.
    Circle(Vec<Voice>),
    /// Origins that nobody names.
    Anonymous(Vec<Voice>),
    /// Origins that are many people spoken of together.
    Collective(Vec<Voice>),
    /// Origins of which nobody says when they said it.
    Undated(Vec<Voice>),
    /// Origins in a source without an address, or in none.
    Unlinked(Vec<Voice>),
    /// Several origins, all known from one source only.
    OneSource(SourceId),
}

/// What a claim rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origins {
    /// The independent ones, the first first.
    pub origins: Vec<Origin>,
    /// Steps that rest on several of them.
    pub mixed: Vec<usize>,
    /// How many steps stand by the claim.
    pub mentions: usize,
    /// Steps with the words of an earlier one in another source, though neither names the other.
    pub copies: Vec<Copy>,
    /// Voices that have it from each other, in the order in which each has it from the one before.
    pub circles: Vec<Vec<Voice>>,
    /// Reasons to be careful.
    pub marks: Vec<Mark>,
}

/// Voices by number, with what each has to do with the others.
struct Voices<'a> {
    map: &'a ArgumentMap,
    trace: &'a Trace,
    all: Vec<Voice>,
    number: BTreeMap<Voice, usize>,
    /// The voice of each step.
    of_step: Vec<usize>,
    /// The first step of each voice; of those that only pass on what stands in their source, the first of these.
    first: Vec<usize>,
    edges: BTreeSet<(usize, usize)>,
}

/// Counts the independent origins of what a trace shows; `copies` says what the sources' texts have in common.
pub fn origins(map: &ArgumentMap, trace: &Trace, copies: &Copies) -> Origins {
    let mut voices = Voices::of(map, trace);
    voices.add_reports();
    let circles = voices.circles();
    voices.add_answers();
    let copies = copied(map, trace, copies);
    voices.add_copies(&copies);
    voices.add_agreement();
    let mut found = voices.independent();
    found.mentions = trace.steps.iter().filter(|step| step.vouches).count();
    found.circles = circles;
    found.copies = copies;
    found.marks = marks(map, trace, &found);
    found
}

impl<'a> Voices<'a> {
    fn of(map: &'a ArgumentMap, trace: &'a Trace) -> Self {
        let count = trace.steps.len();
        let (all, of_step) = (Vec::new(), Vec::with_capacity(count));
        let mut voices = Self { map, trace, all, number: BTreeMap::new(), of_step, first: Vec::new(), edges: BTreeSet::new() };
        for step in 0..count {
            let voice = voice_of(map, trace, step);
            let number = voices.number(voice, step);
            voices.of_step.push(number);
        }
        voices
    }

    fn number(&mut self, voice: Voice, step: usize) -> usize {
        let next = self.all.len();
        let number = *self.number.entry(voice).or_insert(next);
        if number == next {
            self.all.push(voice);
            self.first.push(step);
        }
        number
    }

    fn link(&mut self, from: usize, to: usize) {
        if from != to {
            self.edges.insert((from, to));
        }
    }

    /// Steps that stand by the claim.
    fn vouching(&self) -> impl Iterator<Item = usize> + use<'a> {
        let trace = self.trace;
        (0..trace.steps.len()).filter(|i| trace.steps[*i].vouches)
    }

    /// Who reports has it from whom he reports, and so has who lets others speak in a source of his own.
    fn add_reports(&mut self) {
        for i in self.vouching() {
            let voice = self.of_step[i];
            if let Some(inner) = self.trace.steps[i].of {
                self.link(self.of_step[inner], voice);
            }
            let Some(said) = self.trace.attribution(self.map, i) else { continue };
            let (Some(speaker), Some(id)) = (said.speaker, said.source) else { continue };
            let Some(source) = self.map.source(id).filter(|source| !source.authors.contains(&speaker)) else { continue };
            let mut tellers: Vec<Voice> = source.authors.iter().map(|author| Voice::Speaker(*author)).collect();
            if tellers.is_empty() {
                tellers.push(Voice::Source(id));
            }
            for teller in tellers {
                let teller = self.number(teller, i);
                // Who passes on what the author says in the author's own source (a headnote, a caption) is not its origin.
                if !self.has_it_from(i, teller) {
                    self.link(voice, teller);
                }
            }
        }
    }

    /// Whether a step passes on what that voice says, at any depth.
    fn has_it_from(&self, step: usize, voice: usize) -> bool {
        let mut at = self.trace.steps[step].of;
        // Steps only lead to earlier ones.
        while let Some(inner) = at {
            if self.of_step[inner] == voice {
                return true;
            }
            at = self.trace.steps[inner].of.filter(|of| *of < inner);
        }
        false
    }

    /// Who says in an answer what stands in the answered source already has it from there.
    fn add_answers(&mut self) {
        let mut in_source: BTreeMap<SourceId, Vec<usize>> = BTreeMap::new();
        for i in self.vouching() {
            if let Some(source) = self.trace.attribution(self.map, i).and_then(|said| said.source) {
                in_source.entry(source).or_default().push(self.of_step[i]);
            }
        }
        // One node a source, so that many voices in it and many answers to it do not multiply.
        let mut gathered: BTreeMap<SourceId, (usize, usize)> = BTreeMap::new();
        for (source, voices) in in_source {
            let first = voices.iter().map(|voice| self.first[*voice]).min().unwrap_or_default();
            let gathering = self.number(Voice::Source(source), first);
            voices.into_iter().for_each(|voice| self.link(voice, gathering));
            gathered.insert(source, (gathering, first));
        }
        for i in self.vouching().filter(|i| self.trace.steps[*i].of.is_none()) {
            let voice = self.of_step[i];
            let mut at = self.trace.attribution(self.map, i).and_then(|said| self.map.source(said.source?)?.in_reply_to);
            let mut seen = BTreeSet::new();
            while let Some(source) = at.filter(|id| seen.insert(*id)) {
                // In a thread everybody answers everybody: who spoke first did not have it from the others.
                if let Some((gathering, _)) = gathered.get(&source).filter(|(_, first)| *first < self.first[voice]) {
                    self.link(*gathering, voice);
                    // What stands further up came by way of this one.
                    break;
                }
                at = self.map.source(source).and_then(|source| source.in_reply_to);
            }
        }
    }

    /// Whose words stand in an earlier source has them from there.
    fn add_copies(&mut self, copies: &[Copy]) {
        copies.iter().for_each(|copy| self.link(self.of_step[copy.of], self.of_step[copy.step]));
    }

    /// Who only agrees has it from those who said it.
    fn add_agreement(&mut self) {
        let stance = |i: usize| self.trace.attribution(self.map, i).map(|said| said.stance);
        let own = |i: &usize| self.trace.steps[*i].of.is_none();
        let has_it: BTreeSet<usize> = self.edges.iter().map(|(_, to)| *to).collect();
        let says: BTreeSet<usize> =
            self.vouching().filter(own).filter(|i| stance(*i) != Some(Stance::Endorses)).map(|i| self.of_step[i]).collect();
        let agrees: BTreeSet<usize> =
            self.vouching().filter(own).filter(|i| stance(*i) == Some(Stance::Endorses)).map(|i| self.of_step[i]).collect();
        // Two are enough to tell one origin from several.
        let roots: Vec<usize> = says.iter().copied().filter(|voice| !has_it.contains(voice)).take(2).collect();
        for voice in agrees.difference(&says).copied().filter(|voice| !has_it.contains(voice)) {
            roots.iter().for_each(|root| {
                self.edges.insert((*root, voice));
            });
        }
    }

    /// The voices that can say so of each other, by number.
    fn knots(&self) -> Vec<Vec<usize>> {
        let mut graph = DiGraph::<(), ()>::with_capacity(self.all.len(), self.edges.len());
        let nodes: Vec<NodeIndex> = self.all.iter().map(|_| graph.add_node(())).collect();
        for (from, to) in &self.edges {
            graph.add_edge(nodes[*from], nodes[*to], ());
        }
        let mut knots: Vec<Vec<usize>> =
            kosaraju_scc(&graph).into_iter().map(|members| members.into_iter().map(NodeIndex::index).collect()).collect();
        for knot in &mut knots {
            knot.sort_unstable_by_key(|voice| (self.first[*voice], *voice));
        }
        knots.sort_unstable_by_key(|knot| knot.first().map(|voice| (self.first[*voice], *voice)));
        knots
    }

    /// Circles of reports, each walked from its first voice.
    fn circles(&self) -> Vec<Vec<Voice>> {
        let walk = |knot: Vec<usize>| {
            let members: BTreeSet<usize> = knot.iter().copied().collect();
            // The shortest way from the first back to itself.
            let start = knot[0];
            let mut came: BTreeMap<usize, usize> = BTreeMap::new();
            let mut open = std::collections::VecDeque::from([start]);
            while let Some(at) = open.pop_front() {
                for (_, to) in self.edges.range((at, 0)..(at + 1, 0)).filter(|(_, to)| members.contains(to)) {
                    if !came.contains_key(to) {
                        came.insert(*to, at);
                        open.push_back(*to);
                    }
                }
            }
            let mut way = Vec::new();
            let mut at = came.get(&start).copied();
            while let Some(voice) = at.filter(|voice| *voice != start) {
                way.push(self.all[voice]);
                at = came.get(&voice).copied();
            }
            way.push(self.all[start]);
            way.reverse();
            way
        };
        self.knots().into_iter().filter(|knot| knot.len() > 1).map(walk).collect()
    }

    /// Origins are what nothing leads to; all else rests on what dominates it.
    fn independent(&self) -> Origins {
        let heard: BTreeSet<usize> =
            self.vouching().map(|i| self.of_step[i]).chain(self.edges.iter().flat_map(|(from, to)| [*from, *to])).collect();
        let knots: Vec<Vec<usize>> = self.knots().into_iter().filter(|knot| knot.iter().any(|voice| heard.contains(voice))).collect();
        let mut knot_of = vec![usize::MAX; self.all.len()];
        for (number, knot) in knots.iter().enumerate() {
            knot.iter().for_each(|voice| knot_of[*voice] = number);
        }
        let mut graph = DiGraph::<(), ()>::new();
        let nodes: Vec<NodeIndex> = knots.iter().map(|_| graph.add_node(())).collect();
        for (from, to) in self.edges.iter().map(|(from, to)| (knot_of[*from], knot_of[*to])).filter(|(from, to)| from != to) {
            graph.update_edge(nodes[from], nodes[to], ());
        }
        let is_origin: Vec<bool> =
            nodes.iter().map(|node| graph.edges_directed(*node, petgraph::Direction::Incoming).next().is_none()).collect();
        let root = graph.add_node(());
        for (node, _) in nodes.iter().zip(&is_origin).filter(|(_, is_origin)| **is_origin) {
            graph.add_edge(root, *node, ());
        }
        debug_assert!(graph.edge_references().all(|edge| edge.source() != edge.target()));
        let dominators = simple_fast(&graph, root);
        // The topmost dominator below the root, looked up once each.
        let mut top: Vec<Option<usize>> = vec![None; knots.len()];
        for start in 0..knots.len() {
            let mut way = vec![start];
            let end = loop {
                let at = way[way.len() - 1];
                if let Some(known) = top[at] {
                    break known;
                }
                match dominators.immediate_dominator(nodes[at]) {
                    Some(above) if above != root => way.push(above.index()),
                    _ => break at,
                }
            };
            way.into_iter().for_each(|knot| top[knot] = Some(end));
        }
        let spoke: BTreeSet<usize> = self.of_step.iter().copied().collect();
        let mut found = Origins::default();
        let mut place = vec![usize::MAX; knots.len()];
        for (number, knot) in knots.iter().enumerate().filter(|(number, _)| is_origin[*number]) {
            place[number] = found.origins.len();
            let voices: Vec<Voice> = knot.iter().filter(|voice| spoke.contains(voice)).map(|voice| self.all[*voice]).collect();
            let first = knot.first().map_or(0, |voice| self.first[*voice]);
            found.origins.push(Origin { voices, first, steps: Vec::new() });
        }
        for i in self.vouching() {
            let rests_on = top.get(knot_of[self.of_step[i]]).copied().flatten().filter(|top| is_origin[*top]);
            match rests_on.and_then(|top| found.origins.get_mut(place[top])) {
                Some(origin) => origin.steps.push(i),
                None => found.mixed.push(i),
            }
        }
        found
    }
}

/// Who is heard in a step.
pub fn voice_of(map: &ArgumentMap, trace: &Trace, step: usize) -> Voice {
    let said = trace.attribution(map, step);
    match said.map(|said| (said.speaker, said.source)) {
        Some((Some(speaker), _)) => Voice::Speaker(speaker),
        Some((None, Some(source))) => Voice::Source(source),
        Some((None, None)) | None => Voice::Attribution(trace.steps[step].attribution),
    }
}

fn marks(map: &ArgumentMap, trace: &Trace, found: &Origins) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let lead = |origin: &Origin| origin.voices.first().copied();
    if found.origins.len() == 1 {
        marks.push(Mark::OneOrigin);
    }
    marks.extend(found.circles.iter().cloned().map(Mark::Circle));
    let those = |wanted: &dyn Fn(&Origin) -> bool| -> Vec<Voice> { found.origins.iter().filter(|o| wanted(o)).filter_map(lead).collect() };
    let kind = |origin: &Origin| match lead(origin) {
        Some(Voice::Speaker(id)) => map.speaker(id).map(|speaker| speaker.kind),
        Some(Voice::Source(_) | Voice::Attribution(_)) | None => None,
    };
    let nobody = |origin: &Origin| matches!(lead(origin), Some(Voice::Attribution(_))) || kind(origin) == Some(SpeakerKind::Anonymous);
    let own = |origin: &Origin| -> Vec<usize> {
        let mine = |i: &usize| origin.voices.contains(&voice_of(map, trace, *i));
        origin.steps.iter().copied().filter(mine).collect()
    };
    let undated = |origin: &Origin| own(origin).iter().all(|i| trace.steps[*i].when.is_undated());
    let linked = |i: usize| trace.attribution(map, i).and_then(|said| said.source).is_some_and(|source| is_linked(map, source));
    for (voices, mark) in [
        (those(&nobody), Mark::Anonymous as fn(Vec<Voice>) -> Mark),
        (those(&|origin| kind(origin) == Some(SpeakerKind::Group)), Mark::Collective),
        (those(&undated), Mark::Undated),
        (those(&|origin| !own(origin).into_iter().any(linked)), Mark::Unlinked),
    ] {
        if !voices.is_empty() {
            marks.push(mark(voices));
        }
    }
    let sources: BTreeSet<Option<SourceId>> =
        found.origins.iter().flat_map(own).map(|i| trace.attribution(map, i).and_then(|said| said.source)).collect();
    if let (true, Some(Some(source)), 1) = (found.origins.len() > 1, sources.first().copied(), sources.len()) {
        marks.push(Mark::OneSource(source));
    }
    marks
}

/// Whether a source can be looked up: it has an address, or it answers one that has.
pub fn is_linked(map: &ArgumentMap, source: SourceId) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = Some(source);
    while let Some(source) = at.filter(|id| seen.insert(*id)).and_then(|id| map.source(id)) {
        if !source.url.trim().is_empty() || !source.archive_url.trim().is_empty() {
            return true;
        }
        at = source.in_reply_to;
    }
    false
}
