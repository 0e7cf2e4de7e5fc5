//! A filter: which claims are shown by what they are, who says them, and what joins them.

use std::collections::{BTreeMap, BTreeSet};

use super::web::Web;
use crate::base::{NodeId, NodeKind, SourceId, SpeakerId};
use crate::model::{ArgumentMap, Attribution, Claim, ClaimKind, RelationKind, Role, Stance};

/// How a claim stands in the argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// No support bears on it.
    Unsupported,
    /// A rebuttal bears on it.
    Rebutted,
    /// It bears on nothing: a conclusion.
    Final,
    /// Nobody is said to say it.
    Unattributed,
}

impl Standing {
    /// Every value, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::Unsupported, Self::Rebutted, Self::Final, Self::Unattributed];
}

/// A relation by what it does: an undercut is told apart from other rebuttals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bearing {
    /// A relation of that kind, undercuts aside.
    Kind(RelationKind),
    /// A rebuttal of a step.
    Undercut,
}

impl Bearing {
    fn of(map: &ArgumentMap, relation: NodeId) -> Option<Self> {
        let kind = map.relation(relation)?.kind;
        let undercut = kind == RelationKind::Rebuttal && map.target(relation).is_some_and(|id| id.kind() == NodeKind::Relation);
        Some(if undercut { Self::Undercut } else { Self::Kind(kind) })
    }
}

/// What is shown. An empty field asks for nothing; within a field any of the choices will do; all fields have to be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Claims of these kinds.
    pub kinds: BTreeSet<ClaimKind>,
    /// Claims that stand so.
    pub standings: BTreeSet<Standing>,
    /// Relations that do this, with the claims that they join.
    pub relations: BTreeSet<Bearing>,
    /// Claims with these tags.
    pub tags: BTreeSet<String>,
    /// Claims that one of them says. One attribution has to meet what is asked of speaker, source, stance and date together.
    pub speakers: BTreeSet<SpeakerId>,
    /// Claims said there.
    pub sources: BTreeSet<SourceId>,
    /// Claims said in that way.
    pub stances: BTreeSet<Stance>,
    /// Claims said then or later: a date as precise as wanted (ISO 8601).
    pub since: String,
    /// Claims said then or earlier.
    pub until: String,
}

impl Filter {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn asks_who(&self) -> bool {
        let dates = !self.since.is_empty() || !self.until.is_empty();
        dates || !self.speakers.is_empty() || !self.sources.is_empty() || !self.stances.is_empty()
    }

    fn fits_claim(&self, claim: &Claim) -> bool {
        (self.kinds.is_empty() || claim.kind.is_some_and(|kind| self.kinds.contains(&kind)))
            && (self.tags.is_empty() || claim.tags.iter().any(|tag| self.tags.contains(tag.trim())))
    }

    fn fits_attribution(&self, map: &ArgumentMap, attribution: &Attribution) -> bool {
        let speaker = self.speakers.is_empty() || attribution.speaker.is_some_and(|id| self.speakers.contains(&id));
        let source = self.sources.is_empty() || attribution.source.is_some_and(|id| self.sources.contains(&id));
        let stance = self.stances.is_empty() || self.stances.contains(&attribution.stance);
        speaker && source && stance && self.fits_date(said_on(map, attribution))
    }

    /// Dates are compared as far as both are stated.
    fn fits_date(&self, date: &str) -> bool {
        let common = |limit: &str| {
            let length = limit.len().min(date.len());
            date.get(..length).zip(limit.get(..length)).map(|(date, limit)| date.cmp(limit))
        };
        let within = |limit: &str, wrong: std::cmp::Ordering| limit.is_empty() || (!date.is_empty() && common(limit) != Some(wrong));
        within(self.since.trim(), std::cmp::Ordering::Less) && within(self.until.trim(), std::cmp::Ordering::Greater)
    }
}

/// When something was said: as the attribution states, else as its source is dated.
fn said_on<'a>(map: &'a ArgumentMap, attribution: &'a Attribution) -> &'a str {
    match attribution.date.trim() {
        "" => attribution.source.and_then(|id| map.source(id)).map_or("", |source| source.date.trim()),
        date => date,
    }
}

/// The attributions of a claim, those of others' reports included.
fn said_by(web: &Web, claim: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut open = vec![claim];
    while let Some(node) = open.pop() {
        for (from, _) in web.back(node).filter(|(_, role)| *role == Role::Content) {
            if !found.contains(&from) {
                found.push(from);
                open.push(from);
            }
        }
    }
    found
}

fn stands(map: &ArgumentMap, web: &Web, claim: usize, standing: Standing) -> bool {
    let bears = |kind: RelationKind| {
        web.back(claim).any(|(from, role)| role == Role::Target && map.relation(web.ids[from]).is_some_and(|r| r.kind == kind))
    };
    match standing {
        Standing::Unsupported => !bears(RelationKind::Support),
        Standing::Rebutted => bears(RelationKind::Rebuttal),
        Standing::Final => web.onward(claim).next().is_none(),
        Standing::Unattributed => !web.back(claim).any(|(_, role)| role == Role::Content),
    }
}

/// By number: which claims and relations do not fit.
pub(super) fn unfit(map: &ArgumentMap, web: &Web, filter: &Filter) -> Vec<bool> {
    let mut unfit = vec![false; web.len()];
    // Claims that a relation of the wanted kind joins, through attributions where it bears on one.
    let mut joined = vec![false; web.len()];
    if !filter.relations.is_empty() {
        for (node, unfit) in unfit.iter_mut().enumerate().filter(|(node, _)| web.is(*node, NodeKind::Relation)) {
            *unfit = Bearing::of(map, web.ids[node]).is_none_or(|bearing| !filter.relations.contains(&bearing));
            if !*unfit {
                join(web, node, &mut joined);
            }
        }
        // An undercut cannot be seen without the step that it attacks.
        for node in 0..web.len() {
            if joined[node] {
                unfit[node] = false;
            }
        }
    }
    for node in (0..web.len()).filter(|node| web.is_claim(*node)) {
        let Some(claim) = map.claim(web.ids[node]) else { continue };
        let said =
            |fits: &dyn Fn(&Attribution) -> bool| said_by(web, node).into_iter().any(|a| map.attribution(web.ids[a]).is_some_and(fits));
        let fits = filter.fits_claim(claim)
            && (filter.relations.is_empty() || joined[node])
            && (filter.standings.is_empty() || filter.standings.iter().any(|standing| stands(map, web, node, *standing)))
            && (!filter.asks_who() || said(&|attribution| filter.fits_attribution(map, attribution)));
        unfit[node] = !fits;
    }
    unfit
}

/// Marks all that has to be seen for a relation to be seen.
fn join(web: &Web, relation: usize, joined: &mut [bool]) {
    let mut open = vec![relation];
    while let Some(node) = open.pop() {
        if std::mem::replace(&mut joined[node], true) || web.is_claim(node) {
            continue;
        }
        open.extend(web.onward(node).filter(|(_, role)| *role != Role::Premise).map(|(to, _)| to));
        open.extend(web.back(node).filter(|(_, role)| *role == Role::Premise).map(|(from, _)| from));
    }
}

/// What a map offers to filter by, with the number of nodes that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Kinds of claims.
    pub kinds: BTreeMap<ClaimKind, usize>,
    /// How claims stand.
    pub standings: BTreeMap<Standing, usize>,
    /// What relations do.
    pub relations: BTreeMap<Bearing, usize>,
    /// Tags of claims.
    pub tags: BTreeMap<String, usize>,
    /// Speakers by their attributions.
    pub speakers: BTreeMap<SpeakerId, usize>,
    /// Sources by the attributions in them.
    pub sources: BTreeMap<SourceId, usize>,
    /// Stances of attributions.
    pub stances: BTreeMap<Stance, usize>,
    /// The earliest and the latest date on which something was said.
    pub dates: Option<(String, String)>,
}

/// What can be filtered by.
pub fn choices(map: &ArgumentMap) -> Choices {
    let web = Web::new(map);
    let mut found = Choices::default();
    for (node, id) in web.ids.iter().enumerate() {
        if let Some(claim) = map.claim(*id) {
            if let Some(kind) = claim.kind {
                *found.kinds.entry(kind).or_default() += 1;
            }
            for standing in Standing::ALL.iter().filter(|standing| stands(map, &web, node, **standing)) {
                *found.standings.entry(*standing).or_default() += 1;
            }
            let tags: BTreeSet<&str> = claim.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()).collect();
            for tag in tags {
                *found.tags.entry(tag.to_owned()).or_default() += 1;
            }
        } else if let Some(bearing) = Bearing::of(map, *id) {
            *found.relations.entry(bearing).or_default() += 1;
        } else if let Some(attribution) = map.attribution(*id) {
            if let Some(speaker) = attribution.speaker.filter(|id| map.speaker(*id).is_some()) {
                *found.speakers.entry(speaker).or_default() += 1;
            }
            if let Some(source) = attribution.source.filter(|id| map.source(*id).is_some()) {
                *found.sources.entry(source).or_default() += 1;
            }
            *found.stances.entry(attribution.stance).or_default() += 1;
            let date = said_on(map, attribution);
            if !date.is_empty() {
                let (first, last) = found.dates.get_or_insert_with(|| (date.to_owned(), date.to_owned()));
                if date < first.as_str() {
                    date.clone_into(first);
                } else if date > last.as_str() {
                    date.clone_into(last);
                }
            }
        }
    }
    found
}
