//! What premises a step of an argument uses, and the rewriting of relations and arguments once the whole file is read.

use std::collections::{HashMap, HashSet};

use super::document::{Argument, Document, End, Member, PcsStatement, Relation, RelationType, Role};
use super::yaml;

/// The keys under which data names the premises of a step.
pub(super) const USES: &[&str] = &["uses", "from"];

/// The places of a step's premises, and the numbers that name none. `inference` and `conclusion` are the data of both.
pub(super) fn step_premises(inference: Option<&str>, conclusion: &[String], since: usize, place: usize) -> (Vec<usize>, Vec<usize>) {
    let stated = USES.iter().find_map(|key| {
        let sources = inference.into_iter().chain(conclusion.iter().map(String::as_str)).filter(|data| data.contains(key));
        sources.filter_map(|data| yaml::parse(data).get(&[key]).and_then(yaml::Yaml::numbers)).next()
    });
    match stated {
        None => ((since..place).collect(), Vec::new()),
        Some(numbers) => {
            let (known, unknown): (Vec<usize>, Vec<usize>) = numbers.into_iter().partition(|n| (1..=place).contains(n));
            (known.into_iter().map(|n| n - 1).collect(), unknown)
        }
    }
}

/// Rewrites relations as Argdown reads them: what a reconstructed argument says its main conclusion says, undercuts of it attack its
/// last inference, and in strict mode relations between statements are semantic.
pub(super) fn rewrite_relations(document: &mut Document, strict: bool) {
    let mut kept: Vec<Relation> = Vec::new();
    let mut seen: HashSet<(RelationType, End, End)> = document.relations.iter().map(|r| (r.kind, r.from, r.to)).collect();
    for relation in std::mem::take(&mut document.relations) {
        let mut new = relation;
        if let Some(conclusion) = conclusion_of(document, new.from) {
            new.from = End::Statement(conclusion.statement);
        }
        if new.kind == RelationType::Undercut
            && let Some(inference) = conclusion_of(document, new.to).and_then(|c| c.inference)
        {
            new.to = End::Inference(inference);
        }
        // An argument for its own conclusion says nothing that its structure does not say.
        if new == relation || (new.from != new.to && seen.insert((new.kind, new.from, new.to))) {
            kept.push(new);
        }
    }
    if strict {
        kept = semantic(kept);
    }
    document.relations = without_redundant_attacks(document, kept);
}

fn conclusion_of(document: &Document, end: End) -> Option<PcsStatement> {
    match end {
        End::Argument(argument) => document.arguments.get(argument)?.main_conclusion(),
        End::Statement(_) | End::Inference(_) => None,
    }
}

/// Strict mode: supports between statements entail, attacks are contrary, which is the same in both directions.
fn semantic(relations: Vec<Relation>) -> Vec<Relation> {
    let mut contraries = HashSet::new();
    let mut kept = Vec::with_capacity(relations.len());
    for mut relation in relations {
        if let (End::Statement(from), End::Statement(to)) = (relation.from, relation.to) {
            match relation.kind {
                RelationType::Support => relation.kind = RelationType::Entails,
                RelationType::Attack => {
                    if !contraries.insert((from.min(to), from.max(to))) {
                        continue;
                    }
                    relation.kind = RelationType::Contrary;
                }
                RelationType::Undercut | RelationType::Entails | RelationType::Contrary | RelationType::Contradictory => {}
            }
        }
        kept.push(relation);
    }
    kept
}

/// A statement's attack on an argument says nothing new where the statement already attacks one of its premises.
fn without_redundant_attacks(document: &Document, relations: Vec<Relation>) -> Vec<Relation> {
    let mut attacked_by: HashMap<usize, Vec<usize>> = HashMap::new();
    for relation in &relations {
        if let (End::Statement(from), End::Statement(to)) = (relation.from, relation.to) {
            let mutual = matches!(relation.kind, RelationType::Contrary | RelationType::Contradictory);
            if mutual || relation.kind == RelationType::Attack {
                attacked_by.entry(from).or_default().push(to);
            }
            if mutual {
                attacked_by.entry(to).or_default().push(from);
            }
        }
    }
    let attacks: HashSet<(usize, usize)> = attacked_by.iter().flat_map(|(from, to)| to.iter().map(|t| (*from, *t))).collect();
    let premises: HashSet<(usize, usize)> = document
        .arguments
        .iter()
        .enumerate()
        .flat_map(|(number, a)| a.pcs.iter().filter(|s| s.inference.is_none()).map(move |s| (number, s.statement)))
        .collect();
    let redundant = |relation: &Relation| match (relation.kind, relation.from, relation.to) {
        (RelationType::Attack, End::Statement(from), End::Argument(to)) => {
            let (Some(argument), Some(attacked)) = (document.arguments.get(to), attacked_by.get(&from)) else { return false };
            // Whichever list is shorter: both can be long.
            if attacked.len() < argument.pcs.len() {
                attacked.iter().any(|statement| premises.contains(&(to, *statement)))
            } else {
                argument.pcs.iter().any(|s| s.inference.is_none() && attacks.contains(&(from, s.statement)))
            }
        }
        _ => false,
    };
    relations.iter().filter(|r| !redundant(r)).copied().collect()
}

/// Makes an argument of every step of the arguments that have several: Argdown's `explodeArguments`.
pub(super) fn explode(document: &mut Document) {
    let mut exploded = Vec::new();
    // What becomes of each argument: for relations, its last step.
    let mut last_of = Vec::with_capacity(document.arguments.len());
    let mut replaced = HashSet::new();
    for argument in std::mem::take(&mut document.arguments) {
        let steps = document.steps(&argument);
        if steps.len() < 2 {
            exploded.push(argument);
        } else {
            for (number, step) in steps.iter().enumerate() {
                let premises = step.premises.iter().filter_map(|p| argument.pcs.get(*p));
                let premises: Vec<PcsStatement> = premises.map(|p| PcsStatement { inference: None, ..*p }).collect();
                let mut pcs: Vec<PcsStatement> =
                    premises.into_iter().map(|p| copy_member(document, p, Role::Premise, &mut replaced)).collect();
                if let Some(conclusion) = argument.pcs.get(step.conclusion) {
                    pcs.push(copy_member(document, *conclusion, Role::MainConclusion, &mut replaced));
                }
                if let Some(inference) = document.inferences.get_mut(step.inference) {
                    inference.argument = exploded.len();
                }
                let title = format!("{} - {}", argument.title, number + 1);
                let (titled, section) = (argument.titled, argument.section);
                exploded.push(Argument { title, titled, members: argument.members.clone(), pcs, section });
            }
        }
        last_of.push(exploded.len() - 1);
    }
    document.arguments = exploded;
    for statement in &mut document.statements {
        statement.members.retain(|m| !replaced.contains(m));
    }
    let moved = |end: &mut End| {
        if let End::Argument(argument) = end {
            *argument = last_of.get(*argument).copied().unwrap_or(*argument);
        }
    };
    for relation in &mut document.relations {
        moved(&mut relation.from);
        moved(&mut relation.to);
    }
}

/// A copy of an occurrence in a new role; it takes the place of the first.
fn copy_member(document: &mut Document, from: PcsStatement, role: Role, replaced: &mut HashSet<usize>) -> PcsStatement {
    let Some(member) = document.members.get(from.member).cloned() else { return from };
    let copy = document.members.len();
    document.members.push(Member { role, ..member });
    if let Some(statement) = document.statements.get_mut(from.statement) {
        statement.members.push(copy);
    }
    replaced.insert(from.member);
    PcsStatement { member: copy, ..from }
}
