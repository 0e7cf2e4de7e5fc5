//! Decides what of a map is written where: which relations are plain lines, which need a premise-conclusion structure, what titles
//! they need, and what cannot be written at all.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::data::to_blocks;
use super::super::titles::{is_made_up, is_reserved, made_up};
use super::super::yaml::{self, Yaml};
use super::escape::{argument_title, one_line, rules, statement_title};
use crate::base::{GroupId, NodeId, NodeKind};
use crate::formats::Lost;
use crate::model::{ArgumentMap, Relation, RelationKind};

/// How a relation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A symbol and a claim under its target.
    Line,
    /// A premise-conclusion structure, by its place in the plan.
    Structure(usize),
}

/// A premise-conclusion structure: one relation, or several that build on each other.
#[derive(Debug)]
pub(super) struct Structure {
    /// In order; the last one leads to the main conclusion.
    pub(super) steps: Vec<NodeId>,
    pub(super) group: Option<GroupId>,
    /// Its title, where it needs one.
    pub(super) title: Option<String>,
    /// For a relation that Argdown's structures cannot say: the title of a conclusion that stands for it.
    pub(super) stand_in: Option<String>,
}

/// What is written where.
pub(super) struct Plan<'a> {
    pub(super) map: &'a ArgumentMap,
    pub(super) forms: HashMap<NodeId, Form>,
    pub(super) structures: Vec<Structure>,
    /// Claims written as arguments.
    pub(super) as_arguments: HashSet<NodeId>,
    /// Titles as written, of all claims.
    pub(super) titles: HashMap<NodeId, String>,
    /// Claims that have a title of the author's.
    pub(super) titled: HashSet<NodeId>,
    /// Nothing may go without a title: the map uses titles that Argdown gives to what has none.
    pub(super) everything_titled: bool,
    pub(super) lost: Lost,
    argument_titles: Titles,
}

impl<'a> Plan<'a> {
    pub(super) fn new(map: &'a ArgumentMap) -> Self {
        let mut plan = Self {
            map,
            forms: HashMap::new(),
            structures: Vec::new(),
            as_arguments: HashSet::new(),
            titles: HashMap::new(),
            titled: HashSet::new(),
            everything_titled: false,
            lost: Lost::default(),
            argument_titles: Titles::default(),
        };
        plan.count_lost();
        let written = plan.writable();
        plan.choose_forms(&written);
        plan.choose_arguments();
        let mut statement_titles = plan.title_claims();
        plan.title_structures(&mut statement_titles);
        plan
    }

    /// The claims that a relation stands on.
    pub(super) fn premises(&self, relation: NodeId) -> Vec<NodeId> {
        self.map.premises(relation).into_iter().filter(|p| self.map.claim(*p).is_some()).collect()
    }

    pub(super) fn group_of(&self, claim: NodeId) -> Option<GroupId> {
        self.map.claim(claim)?.group.filter(|g| self.map.groups().contains_key(g))
    }

    /// The group where a relation is written: its own, else that of what it bears on.
    pub(super) fn home(&self, relation: NodeId) -> Option<GroupId> {
        let (mut next, mut seen) = (relation, HashSet::new());
        while seen.insert(next) {
            let own = self.map.relation(next).and_then(|r| r.group).filter(|g| self.map.groups().contains_key(g));
            match self.map.target(next) {
                _ if own.is_some() => return own,
                Some(target) if target.kind() == NodeKind::Relation => next = target,
                Some(target) => return self.group_of(target),
                None => return None,
            }
        }
        None
    }

    /// Whether a relation has a group other than the one where it would be written without.
    fn has_other_group(&self, relation: &Relation, target: NodeId) -> bool {
        let own = relation.group.filter(|g| self.map.groups().contains_key(g));
        let target_group = if target.kind() == NodeKind::Relation { self.home(target) } else { self.group_of(target) };
        own.is_some() && own != target_group
    }

    /// The structure of a relation that is written as one.
    pub(super) fn structure(&self, relation: NodeId) -> Option<&Structure> {
        match self.forms.get(&relation)? {
            Form::Structure(place) => self.structures.get(*place),
            Form::Line => None,
        }
    }

    fn count_lost(&mut self) {
        let map = self.map;
        let lost = &mut self.lost;
        lost.add("loss-attributions", map.attributions().count());
        lost.add("loss-quotations", map.attributions().map(|(_, a)| a.quotes.len()).sum());
        lost.add("loss-speakers", map.speakers().len());
        lost.add("loss-sources", map.sources().len());
        lost.add("loss-texts", Lost::texts(map));
        lost.add("loss-places", map.views().values().map(|v| v.placements.len()).sum());
        lost.add("loss-claim-kinds", map.claims().filter(|(_, c)| c.kind.is_some()).count());
        lost.add("loss-causes", map.claims().filter(|(_, c)| !c.cause.is_empty() || !c.effect.is_empty()).count());
        let notes = map.claims().filter(|(_, c)| !c.note.is_empty()).count() + map.groups().values().filter(|g| !g.note.is_empty()).count();
        lost.add("loss-notes", notes + usize::from(!map.meta().note.is_empty()));
        lost.add("loss-weights", map.relations().filter(|(_, r)| r.weight.is_some()).count());
    }

    /// The relations that Argdown can say, in the order of their ids.
    fn writable(&mut self) -> BTreeSet<NodeId> {
        let map = self.map;
        let mut written: BTreeSet<NodeId> = map.relations().map(|(id, _)| id).collect();
        let mut doomed: Vec<(NodeId, &'static str)> = Vec::new();
        let mut contradictions = Vec::new();
        for (id, relation) in map.relations() {
            let on_attribution = map.premises(id).iter().filter(|p| map.claim(**p).is_none()).count();
            self.lost.add("loss-attribution-premises", on_attribution);
            let target = map.target(id).filter(|t| map.node(*t).is_some());
            let reason = match (relation.kind, target.map(NodeId::kind)) {
                (RelationKind::Restatement, _) => "loss-restatements",
                (RelationKind::Preference, _) => "loss-preferences",
                (_, None) => "loss-unfinished",
                _ if self.premises(id).is_empty() => "loss-no-claim-premise",
                (_, Some(NodeKind::Attribution)) => "loss-on-attribution",
                (RelationKind::Contradiction, Some(NodeKind::Relation)) => "loss-contradicted-relation",
                (RelationKind::Contradiction, _) => {
                    contradictions.push(id);
                    continue;
                }
                (_, Some(NodeKind::Claim | NodeKind::Relation)) => continue,
            };
            doomed.push((id, reason));
        }
        // A contradiction is one line between two claims: nothing can bear on it.
        let on_contradictions = contradictions.into_iter().flat_map(|id| map.relations_on(id));
        doomed.extend(on_contradictions.map(|r| (r, "loss-on-contradiction")));
        while let Some((id, reason)) = doomed.pop() {
            if written.remove(&id) {
                self.lost.add(reason, 1);
                doomed.extend(map.relations_on(id).into_iter().map(|r| (r, "loss-on-lost")));
            }
        }
        written
    }

    fn choose_forms(&mut self, written: &BTreeSet<NodeId>) {
        let map = self.map;
        let strict = yaml::parse(&map.meta().data).get(&["model", "mode"]).and_then(Yaml::text) == Some("strict");
        let mut lines = HashSet::new();
        let mut structured: Vec<(NodeId, &Relation)> = Vec::new();
        // Of two that say the same, the one with a group becomes a structure: there it can keep the group.
        let mut ordered: Vec<(NodeId, &Relation)> = written.iter().filter_map(|id| Some((*id, map.relation(*id)?))).collect();
        ordered.sort_by_key(|(_, relation)| relation.group.is_some());
        for (id, relation) in ordered {
            let Some(target) = map.target(id) else { continue };
            let premises = self.premises(id);
            if relation.kind == RelationKind::Contradiction {
                self.forms.insert(id, Form::Line);
                self.lose_of_line(relation, target);
                self.lost.add("loss-linked-contradictions", usize::from(premises.len() > 1));
                let again = premises.iter().filter(|p| !lines.insert((relation.kind, target.min(**p), target.max(**p)))).count();
                self.lost.add("loss-repeated-contradictions", again);
                continue;
            }
            let title = argument_title(&relation.title);
            let said = [title, one_line(&relation.note), rules(&relation.scheme)];
            let bare = said.iter().all(String::is_empty) && relation.tags.is_empty() && to_blocks(&relation.data).is_empty();
            let is_line = match premises.as_slice() {
                [premise] if bare && !map.relations_on(id).iter().any(|r| written.contains(r)) => {
                    // Argdown reads the same line twice as one, and in strict mode an attack as one in both directions.
                    let both_ways = strict && relation.kind == RelationKind::Rebuttal && target.kind() == NodeKind::Claim;
                    let ends = if both_ways { (target.min(*premise), target.max(*premise)) } else { (*premise, target) };
                    lines.insert((relation.kind, ends.0, ends.1))
                }
                _ => false,
            };
            if is_line {
                self.forms.insert(id, Form::Line);
                self.lost.add("loss-titles-changed", usize::from(!relation.title.trim().is_empty()));
                self.lost.add("loss-relation-groups", usize::from(self.has_other_group(relation, target)));
            } else {
                structured.push((id, relation));
            }
        }
        self.build_structures(&structured);
    }

    fn lose_of_line(&mut self, relation: &Relation, target: NodeId) {
        self.lost.add("loss-contradiction-titles", usize::from(!relation.title.is_empty()));
        self.lost.add("loss-contradiction-schemes", usize::from(!relation.scheme.is_empty()));
        self.lost.add("loss-contradiction-tags", relation.tags.len());
        self.lost.add("loss-notes", usize::from(!relation.note.is_empty()));
        self.lost.add("loss-contradiction-data", usize::from(!relation.data.is_empty()));
        self.lost.add("loss-relation-groups", usize::from(self.has_other_group(relation, target)));
    }

    fn build_structures(&mut self, structured: &[(NodeId, &Relation)]) {
        let mut by_title: BTreeMap<(&str, Option<GroupId>), Vec<NodeId>> = BTreeMap::new();
        for (id, relation) in structured {
            if relation.kind == RelationKind::Support && !relation.title.trim().is_empty() {
                by_title.entry((relation.title.trim(), self.home(*id))).or_default().push(*id);
            }
        }
        let mut chained: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
        let mut inner = HashSet::new();
        for relations in by_title.values().filter(|r| r.len() > 1) {
            if let Some(chain) = self.chain(relations)
                && let Some((last, before)) = chain.split_last()
            {
                inner.extend(before.iter().copied());
                chained.insert(*last, chain);
            }
        }
        for (id, _) in structured {
            if inner.contains(id) {
                continue;
            }
            let steps = chained.remove(id).unwrap_or_else(|| vec![*id]);
            for step in &steps {
                self.forms.insert(*step, Form::Structure(self.structures.len()));
            }
            self.structures.push(Structure { steps, group: self.home(*id), title: None, stand_in: None });
        }
    }

    /// The relations as steps of one argument, in order: where each step but the last serves a later one, or where they came from one
    /// argument.
    fn chain(&self, relations: &[NodeId]) -> Option<Vec<NodeId>> {
        let target = |id: NodeId| self.map.target(id).filter(|t| t.kind() == NodeKind::Claim);
        let concludes: HashMap<NodeId, NodeId> = relations.iter().map(|id| Some((target(*id)?, *id))).collect::<Option<_>>()?;
        if concludes.len() < relations.len() {
            return None;
        }
        // From the last step backwards: each serves exactly the ones behind it.
        let mut serves: HashMap<NodeId, usize> = HashMap::new();
        let before = |id: NodeId| self.premises(id).into_iter().filter_map(|p| concludes.get(&p).copied());
        for id in relations {
            before(*id).for_each(|step| *serves.entry(step).or_default() += 1);
        }
        let mut free: Vec<NodeId> = relations.iter().copied().filter(|id| !serves.contains_key(id)).collect();
        let origins: HashSet<&str> = relations.iter().filter_map(|id| Some(self.map.relation(*id)?.origin.as_str())).collect();
        if free.len() > 1 && (origins.len() > 1 || origins.contains("")) {
            return None;
        }
        // The one taken first becomes the last step: the one of which most is said.
        free.sort_by_key(|id| (!self.fits_inside(*id), *id));
        let mut chain = Vec::new();
        while let Some(id) = free.pop() {
            chain.push(id);
            for step in before(id) {
                if let Some(count) = serves.get_mut(&step) {
                    *count -= 1;
                    if *count == 0 {
                        free.push(step);
                    }
                }
            }
        }
        chain.reverse();
        let (_, inner) = chain.split_last()?;
        let whole = chain.len() == relations.len() && inner.iter().all(|id| self.fits_inside(*id));
        whole.then_some(chain)
    }

    /// Whether nothing is said of a step that only the whole argument could hold.
    fn fits_inside(&self, id: NodeId) -> bool {
        let only_lines = self
            .map
            .relations_on(id)
            .iter()
            .all(|r| self.forms.get(r) == Some(&Form::Line) && self.map.relation(*r).is_some_and(|r| r.kind == RelationKind::Rebuttal));
        let said = self.map.relation(id).is_some_and(|r| r.tags.is_empty() && r.note.trim().is_empty() && one_flow(&r.data));
        only_lines && said
    }

    /// Claims that were arguments stay arguments, unless they stand where only statements can.
    fn choose_arguments(&mut self) {
        let mut statements = HashSet::new();
        for (id, relation) in self.map.relations() {
            let Some(form) = self.forms.get(&id) else { continue };
            let is_structure = matches!(form, Form::Structure(_));
            if is_structure || relation.kind == RelationKind::Contradiction {
                statements.extend(self.premises(id));
            }
            if (is_structure && relation.kind == RelationKind::Support) || relation.kind == RelationKind::Contradiction {
                statements.extend(self.map.target(id));
            }
        }
        let arguments = self.map.claims().filter(|(id, claim)| claim.origin.starts_with('<') && !statements.contains(id));
        self.as_arguments = arguments.map(|(id, _)| id).collect();
    }

    /// Gives every claim its title; the titles of statements.
    fn title_claims(&mut self) -> Titles {
        let map = self.map;
        self.everything_titled =
            map.claims().any(|(_, c)| is_reserved(&statement_title(&c.title)) || is_reserved(&argument_title(&c.title)))
                || map.relations().any(|(_, r)| is_reserved(&argument_title(&r.title)));
        let (mut statements, mut arguments) = (Titles::default(), Titles::default());
        // The author's titles first: where two are the same, those made up make way.
        for given in [true, false] {
            for (id, claim) in map.claims() {
                let is_argument = self.as_arguments.contains(&id);
                let stated = if is_argument { argument_title(&claim.title) } else { statement_title(&claim.title) };
                if given == stated.is_empty() {
                    continue;
                }
                let text = one_line(&claim.text);
                let wanted = if given { stated } else { made_up(&text) };
                let taken = if is_argument { &mut arguments } else { &mut statements };
                let title = taken.unique(&wanted, given);
                if given {
                    self.titled.insert(id);
                }
                let kept = claim.title.trim().is_empty() || (title == claim.title.trim() && !is_made_up(&title, &text));
                self.lost.add("loss-titles-changed", usize::from(!kept));
                self.titles.insert(id, title);
            }
        }
        self.argument_titles = arguments;
        statements
    }

    fn title_structures(&mut self, statements: &mut Titles) {
        let map = self.map;
        let mut taken = std::mem::take(&mut self.argument_titles);
        let mut structures = std::mem::take(&mut self.structures);
        for given in [true, false] {
            for structure in &mut structures {
                let Some((last, relation)) = structure.steps.last().and_then(|id| Some((*id, map.relation(*id)?))) else { continue };
                let stated = argument_title(&relation.title);
                if given == stated.is_empty() {
                    continue;
                }
                let note = one_line(&relation.note);
                let referred = map.relations_on(last).iter().any(|r| self.forms.get(r).is_some_and(|f| self.needs_title(*r, *f)));
                if given {
                    let title = taken.unique(&stated, true);
                    let kept = title == relation.title.trim() && !is_made_up(&title, &note);
                    self.lost.add("loss-titles-changed", usize::from(!kept) * structure.steps.len());
                    structure.title = Some(title);
                } else {
                    self.lost.add("loss-titles-changed", usize::from(!relation.title.trim().is_empty()));
                    if referred
                        || self.everything_titled
                        || !note.is_empty()
                        || !relation.tags.is_empty()
                        || !relation.data.trim().is_empty()
                    {
                        structure.title = Some(taken.unique(&made_up(&note), false));
                    }
                }
            }
        }
        for structure in &mut structures {
            let Some((last, relation)) = structure.steps.last().and_then(|id| Some((*id, map.relation(*id)?))) else { continue };
            let target = map.target(last);
            let on_claim = target.filter(|t| t.kind() == NodeKind::Claim);
            if relation.kind == RelationKind::Rebuttal || on_claim.is_none() {
                let word = if relation.kind == RelationKind::Support { "For" } else { "Against" };
                let what = match on_claim.and_then(|t| self.titles.get(&t)) {
                    Some(title) => statement_title(title),
                    None => "that step".to_owned(),
                };
                structure.stand_in = Some(statements.unique(&format!("{word}: {what}"), false));
            }
        }
        self.structures = structures;
        self.argument_titles = taken;
    }

    /// Whether a relation names its target's argument: all but single undercuts, which stand below the inference.
    fn needs_title(&self, relation: NodeId, form: Form) -> bool {
        form != Form::Line || self.map.relation(relation).is_some_and(|r| r.kind != RelationKind::Rebuttal)
    }

    /// Gives a structure a title after all, where one without a title would be taken for another argument's.
    pub(super) fn title_for(&mut self, structure: usize) {
        if let Some(structure) = self.structures.get_mut(structure).filter(|s| s.title.is_none()) {
            structure.title = Some(self.argument_titles.unique(&made_up(""), false));
        }
    }
}

/// Titles that are taken.
#[derive(Default)]
struct Titles {
    taken: HashSet<String>,
    /// The last number tried behind a title.
    numbers: HashMap<String, usize>,
}

impl Titles {
    /// `wanted`, with a number where it is taken: in parentheses behind a title that the author gave.
    fn unique(&mut self, wanted: &str, given: bool) -> String {
        let mut title = wanted.to_owned();
        while !self.taken.insert(title.clone()) {
            let number = self.numbers.entry(wanted.to_owned()).or_insert(1);
            *number += 1;
            title = if given { format!("{wanted} ({number})") } else { format!("{wanted} {number}") };
        }
        title
    }
}

fn one_flow(data: &str) -> bool {
    let blocks = to_blocks(data);
    blocks.is_empty() || (blocks.len() == 1 && data.trim_start().starts_with('{'))
}
