//! From an Argdown document to a map. What a map cannot say is reported, never dropped in silence.

use std::collections::{HashMap, HashSet};

use super::data;
use super::document::{Argument, Document, End, Inference, Member, Relation, RelationType, Step, Text};
use super::findings::Findings;
use super::plain::{Plain, plain};
use super::titles::is_made_up;
use super::yaml::{self, Yaml};
use crate::base::{Cancelled, Code, GroupId, NodeId, TaskCtx};
use crate::model::{self, ArgumentMap, Claim, Edge, Group, MapBuilder, Meta, RelationKind, Role};
use crate::tr;

/// Makes a map of a document; `seed` decides the ids.
pub(super) fn import(document: &Document, seed: u64, findings: &mut Findings, ctx: &TaskCtx) -> Result<ArgumentMap, Cancelled> {
    let mut import = Import {
        document,
        findings,
        builder: MapBuilder::new(seed),
        groups: Vec::new(),
        statements: vec![None; document.statements.len()],
        arguments: vec![None; document.arguments.len()],
        inferences: vec![None; document.inferences.len()],
        folded: HashMap::new(),
        orders: HashMap::new(),
        emphasis: Count::default(),
        mentions: Count::default(),
    };
    import.meta();
    import.groups();
    import.find_folded();
    ctx.checkpoint(1, 4)?;
    import.statements();
    ctx.checkpoint(2, 4)?;
    import.arguments();
    ctx.checkpoint(3, 4)?;
    import.relations();
    import.report();
    Ok(import.builder.finish())
}

/// How often something came up, and where first.
#[derive(Default)]
struct Count {
    count: usize,
    first: usize,
}

impl Count {
    fn add(&mut self, count: usize, at: usize) {
        if self.count == 0 {
            self.first = at;
        }
        self.count += count;
    }

    fn report(&self, findings: &mut Findings, message: impl Fn(usize) -> String, help: &str) {
        findings.count(self.first, self.count, message, help);
    }
}

struct Import<'a> {
    document: &'a Document,
    findings: &'a mut Findings,
    builder: MapBuilder,
    groups: Vec<GroupId>,
    /// The claim of each statement.
    statements: Vec<Option<NodeId>>,
    /// The claim of each argument without a premise-conclusion structure.
    arguments: Vec<Option<NodeId>>,
    /// The relation of each inference.
    inferences: Vec<Option<NodeId>>,
    /// Conclusions that only stand for what their premises bear on, with the place of the relation that says so.
    folded: HashMap<usize, usize>,
    /// The next place among the edges into a node.
    orders: HashMap<NodeId, u32>,
    emphasis: Count,
    mentions: Count,
}

/// The texts of several occurrences as one text and a note.
struct Words {
    text: String,
    note: String,
    tags: Vec<String>,
    data: String,
}

impl<'a> Import<'a> {
    fn meta(&mut self) {
        let front = self.document.front_matter.as_deref().unwrap_or_default();
        let stated = yaml::parse(front).get(&["title"]).and_then(Yaml::text).map(str::to_owned);
        let mut top = self.document.sections.iter().filter(|s| s.level == 1);
        let heading = top.next().filter(|_| top.next().is_none()).map(|s| plain(&s.content).text);
        let data = if stated.is_some() { yaml::without(front, &["title"]) } else { front.to_owned() };
        let data = data.trim_matches('\n').trim_end().to_owned();
        self.builder.meta(Meta { title: stated.or(heading).unwrap_or_default(), note: String::new(), data });
    }

    fn groups(&mut self) {
        let mut orders: HashMap<Option<usize>, u32> = HashMap::new();
        for section in &self.document.sections {
            let order = orders.entry(section.parent).or_default();
            let words = plain(&section.content);
            self.emphasis.add(words.emphasis, section.at);
            self.mentions.add(words.mentions, section.at);
            let group = Group {
                title: if words.text == "…" { String::new() } else { words.text.clone() },
                parent: section.parent.and_then(|p| self.groups.get(p)).copied(),
                order: *order,
                tags: section.content.tags.clone(),
                note: links(&words).join("\n"),
                data: data::from_blocks(section.data.iter().map(String::as_str)),
            };
            *order += 1;
            self.groups.push(self.builder.group(group));
        }
    }

    fn group(&self, section: Option<usize>) -> Option<GroupId> {
        self.groups.get(section?).copied()
    }

    /// Conclusions that the exporter made up for linked premises that rebut something or bear on a relation.
    fn find_folded(&mut self) {
        let document = self.document;
        let mut outgoing: HashMap<usize, Vec<usize>> = HashMap::new();
        for (place, relation) in document.relations.iter().enumerate() {
            for end in [relation.from, relation.to] {
                if let End::Statement(statement) = end {
                    outgoing.entry(statement).or_default().push(place);
                }
            }
        }
        let mut used: HashMap<usize, usize> = HashMap::new();
        for statement in document.arguments.iter().flat_map(|a| &a.pcs) {
            *used.entry(statement.statement).or_default() += 1;
        }
        for conclusion in document.arguments.iter().filter_map(Argument::main_conclusion) {
            let number = conclusion.statement;
            let marked = document.members.get(conclusion.member).is_some_and(|m| m.data.iter().any(|d| data::stands_for_relation(d)));
            if !marked || used.get(&number) != Some(&1) {
                continue;
            }
            if let Some([only]) = outgoing.get(&number).map(Vec::as_slice)
                && document.relations.get(*only).is_some_and(|r| r.from == End::Statement(number) && r.to != r.from)
            {
                self.folded.insert(number, *only);
            }
        }
    }

    /// What several occurrences say: the first text, the others as a note where they differ.
    fn words(&mut self, members: &[&'a Member]) -> Words {
        let mut text: Option<String> = None;
        let (mut note, mut tags, mut known) = (Vec::new(), Vec::new(), HashSet::new());
        let mut known_texts: HashSet<String> = HashSet::new();
        let mut ordered: Vec<&Member> = members.to_vec();
        ordered.sort_by_key(|m| m.is_reference);
        for member in ordered {
            let Text { tags: own, .. } = &member.content;
            tags.extend(own.iter().filter(|t| known.insert(t.as_str())).cloned());
            let words = plain(&member.content);
            self.emphasis.add(words.emphasis, member.at);
            self.mentions.add(words.mentions, member.at);
            note.extend(links(&words));
            if words.text.is_empty() || !known_texts.insert(words.text.clone()) {
                continue;
            }
            match &text {
                None => text = Some(words.text),
                Some(_) => note.push(words.text),
            }
        }
        let data = data::from_blocks(members.iter().flat_map(|m| m.data.iter().map(String::as_str)));
        Words { text: text.unwrap_or_default(), note: note.join("\n"), tags, data }
    }

    fn statements(&mut self) {
        let document = self.document;
        let mut connected: HashSet<usize> = document.arguments.iter().flat_map(|a| a.pcs.iter().map(|s| s.statement)).collect();
        for relation in &document.relations {
            for end in [relation.from, relation.to] {
                if let End::Statement(statement) = end {
                    connected.insert(statement);
                }
            }
        }
        for (number, statement) in document.statements.iter().enumerate() {
            if self.folded.contains_key(&number) {
                continue;
            }
            let members: Vec<&Member> = document.members_of(statement).collect();
            let words = self.words(&members);
            let silent = words.text.is_empty() && words.tags.is_empty() && words.data.is_empty();
            if silent && !statement.titled && !connected.contains(&number) {
                continue;
            }
            let claim = Claim {
                title: shown_title(&statement.title, statement.titled, &words.text),
                text: words.text,
                tags: words.tags,
                group: self.group(statement.section),
                note: words.note,
                data: words.data,
                ..Claim::default()
            };
            let id = self.builder.node(claim);
            if let Some(slot) = self.statements.get_mut(number) {
                *slot = Some(id);
            }
        }
    }

    fn arguments(&mut self) {
        let document = self.document;
        for (number, argument) in document.arguments.iter().enumerate() {
            let members: Vec<&Member> = document.descriptions_of(argument).collect();
            if argument.is_reconstructed() {
                let words = self.words(&members);
                self.steps(argument, words);
            } else if argument.titled {
                let words = self.words(&members);
                let claim = Claim {
                    title: shown_title(&argument.title, true, &words.text),
                    text: words.text,
                    tags: words.tags,
                    group: self.group(argument.section),
                    note: words.note,
                    data: words.data,
                    origin: format!("<{}>", argument.title),
                    ..Claim::default()
                };
                let id = self.builder.node(claim);
                if let Some(slot) = self.arguments.get_mut(number) {
                    *slot = Some(id);
                }
            }
        }
    }

    /// A relation for each step of an argument. What is said of the argument as a whole goes to its last step.
    fn steps(&mut self, argument: &'a Argument, words: Words) {
        let steps = self.document.steps(argument);
        let mut whole = Some(words);
        let mut unused: HashSet<usize> =
            (0..argument.pcs.len()).filter(|p| argument.pcs.get(*p).is_some_and(|s| s.inference.is_none())).collect();
        let mut relations = Vec::new();
        for (place, step) in steps.iter().enumerate().rev() {
            let Some(inference) = self.document.inferences.get(step.inference) else { continue };
            for premise in &step.premises {
                unused.remove(premise);
            }
            self.report_unknown(step, inference);
            let words = if place + 1 == steps.len() { whole.take() } else { None };
            let words = words.unwrap_or(Words { text: String::new(), note: String::new(), tags: Vec::new(), data: String::new() });
            let own = inference.data.as_deref().map(data::without_uses).unwrap_or_default();
            let note = [words.text.as_str(), words.note.as_str()].iter().filter(|n| !n.is_empty()).copied().collect::<Vec<_>>().join("\n");
            let relation = model::Relation {
                title: shown_title(&argument.title, argument.titled, &note),
                scheme: inference.rules.join(", "),
                tags: words.tags,
                group: self.group(argument.section).filter(|_| argument.section != self.home(argument, step)),
                note,
                data: data::join(&[words.data.as_str(), own.as_str()]),
                origin: if argument.titled { format!("<{}>", argument.title) } else { String::new() },
                ..model::Relation::new(RelationKind::Support)
            };
            relations.push((step, relation));
        }
        for (step, relation) in relations.into_iter().rev() {
            self.step(argument, step, relation);
        }
        let mut unused: Vec<usize> = unused.into_iter().collect();
        unused.sort_unstable();
        for place in unused {
            let at = argument.pcs.get(place).and_then(|s| self.document.members.get(s.member)).map_or(0, |m| m.at);
            let message = tr!("argdown-unused-premise", number = place + 1);
            self.findings.add(Code::NotKept, at, message, tr!("argdown-unused-premise-help"));
        }
    }

    /// The section of what a step bears on: relations belong there unless they say otherwise.
    fn home(&self, argument: &Argument, step: &Step) -> Option<usize> {
        let conclusion = argument.pcs.get(step.conclusion)?.statement;
        let folded = self.folded.get(&conclusion).and_then(|r| self.document.relations.get(*r));
        match folded.map_or(End::Statement(conclusion), |r| r.to) {
            End::Statement(statement) => self.document.statements.get(statement)?.section,
            End::Argument(argument) => self.document.arguments.get(argument)?.section,
            End::Inference(inference) => self.document.arguments.get(self.document.inferences.get(inference)?.argument)?.section,
        }
    }

    fn report_unknown(&mut self, step: &Step, inference: &Inference) {
        if let Some(number) = step.unknown.first() {
            let message = tr!("argdown-unknown-premise", number = number.to_string());
            self.findings.add(Code::NotKept, inference.at, message, tr!("argdown-unknown-premise-help"));
        }
    }

    fn step(&mut self, argument: &Argument, step: &Step, mut relation: model::Relation) {
        let claim = |place: usize| argument.pcs.get(place).and_then(|s| *self.statements.get(s.statement)?);
        let premises: Vec<NodeId> = step.premises.iter().filter_map(|p| claim(*p)).collect();
        let conclusion = argument.pcs.get(step.conclusion).map(|s| s.statement);
        // What a folded conclusion bears on may be a relation that is not there yet.
        let fold = conclusion.and_then(|c| self.folded.get(&c)).and_then(|r| self.document.relations.get(*r));
        if let Some(fold) = fold {
            relation.kind = kind_of(fold.kind);
        }
        let target = if fold.is_some() { None } else { claim(step.conclusion) };
        if premises.is_empty() {
            let at = self.document.inferences.get(step.inference).map_or(0, |i| i.at);
            let help = tr!("argdown-step-without-premises-help");
            self.findings.add(Code::NotKept, at, tr!("argdown-step-without-premises"), help);
            return;
        }
        let id = self.builder.node(relation);
        for premise in premises {
            self.edge(premise, Role::Premise, id);
        }
        if let Some(target) = target {
            self.edge(id, Role::Target, target);
        }
        if let Some(slot) = self.inferences.get_mut(step.inference) {
            *slot = Some(id);
        }
    }

    fn edge(&mut self, from: NodeId, role: Role, to: NodeId) {
        let edge = Edge::new(from, role, to);
        if self.builder.map().has_edge(edge) {
            return;
        }
        let order = self.orders.entry(to).or_default();
        self.builder.edge_at(edge, *order);
        *order += 1;
    }

    fn relations(&mut self) {
        let folded: HashMap<usize, usize> = self.folded.iter().map(|(statement, relation)| (*relation, *statement)).collect();
        let conclusions: HashMap<usize, usize> = self
            .document
            .arguments
            .iter()
            .filter_map(Argument::main_conclusion)
            .filter_map(|c| Some((c.statement, c.inference?)))
            .collect();
        let mut seen = HashSet::new();
        let (mut whole, mut statements) = (Count::default(), Count::default());
        for (place, relation) in self.document.relations.iter().enumerate() {
            let Some(target) = self.target(relation) else { continue };
            if let Some(inference) = folded.get(&place).and_then(|statement| conclusions.get(statement)) {
                if let Some(id) = self.inferences.get(*inference).copied().flatten() {
                    self.edge(id, Role::Target, target);
                }
                continue;
            }
            let Some(premise) = self.claim_of(relation.from) else { continue };
            match (relation.kind, relation.to) {
                (RelationType::Attack, End::Argument(_)) if self.claim_of(relation.to) != Some(target) => whole.add(1, relation.at),
                (RelationType::Undercut, End::Statement(_) | End::Argument(_)) => statements.add(1, relation.at),
                _ => {}
            }
            let kind = kind_of(relation.kind);
            if seen.insert((kind, premise, target)) {
                let id = self.builder.node(model::Relation::new(kind));
                self.edge(premise, Role::Premise, id);
                self.edge(id, Role::Target, target);
            }
        }
        let message = |count| tr!("argdown-attack-on-argument", count = count);
        whole.report(self.findings, message, tr!("argdown-attack-on-argument-help"));
        let message = |count| tr!("argdown-undercut-on-statement", count = count);
        statements.report(self.findings, message, tr!("argdown-undercut-on-statement-help"));
    }

    /// The claim that an end of a relation speaks as.
    fn claim_of(&self, end: End) -> Option<NodeId> {
        match end {
            End::Statement(statement) => *self.statements.get(statement)?,
            End::Argument(argument) => match self.document.arguments.get(argument)?.main_conclusion() {
                Some(conclusion) => *self.statements.get(conclusion.statement)?,
                None => *self.arguments.get(argument)?,
            },
            End::Inference(_) => None,
        }
    }

    fn target(&self, relation: &Relation) -> Option<NodeId> {
        match relation.to {
            End::Inference(inference) => *self.inferences.get(inference)?,
            End::Argument(argument) if relation.kind != RelationType::Contradictory => {
                match self.document.arguments.get(argument)?.main_conclusion() {
                    Some(conclusion) => *self.inferences.get(conclusion.inference?)?,
                    None => self.claim_of(relation.to),
                }
            }
            End::Argument(_) | End::Statement(_) => self.claim_of(relation.to),
        }
    }

    fn report(&mut self) {
        let message = |count| tr!("argdown-emphasis", count = count);
        self.emphasis.report(self.findings, message, tr!("argdown-emphasis-help"));
        let message = |count| tr!("argdown-mentions", count = count);
        self.mentions.report(self.findings, message, tr!("argdown-mentions-help"));
    }
}

fn kind_of(kind: RelationType) -> RelationKind {
    match kind {
        RelationType::Support | RelationType::Entails => RelationKind::Support,
        RelationType::Attack | RelationType::Undercut | RelationType::Contrary => RelationKind::Rebuttal,
        RelationType::Contradictory => RelationKind::Contradiction,
    }
}

fn shown_title(title: &str, titled: bool, text: &str) -> String {
    if titled && !is_made_up(title, text) { title.trim().to_owned() } else { String::new() }
}

/// The addresses of links, for a note.
fn links(words: &Plain) -> Vec<String> {
    words.links.iter().map(|(text, url)| format!("{text}: {url}")).collect()
}
