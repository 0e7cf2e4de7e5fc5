//! Claims, relations, attributions and the edges between them.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::{Code, NodeId, NodeKind, Subject};
use crate::model::validate::circles::{circles, way_round};
use crate::model::validate::propositions::joint;
use crate::model::validate::shape::{Flaw, Shape};
use crate::model::validate::{Findings, listed, quoted};
use crate::model::{ArgumentMap, ClaimKind, Node, RelationKind, Role, name_of};

/// An edge that is not as it should be. The subject is the end that exists.
pub(super) fn check_edges(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    for (edge, flaw) in &shape.flaws {
        match flaw {
            Flaw::Dangling { missing } => {
                let there = if *missing == edge.from { edge.to } else { edge.from };
                let (subject, name) = match map.node(there) {
                    Some(_) => (Subject::Node(there), name_of(map, there)),
                    None => (Subject::Map, there.to_string()),
                };
                findings.add(
                    Code::DanglingEnd,
                    subject,
                    format!("A {} edge joins {name} and {missing}, which is not in the map.", edge.role.word()),
                    "Remove the edge, or restore the node that it names.",
                );
            }
            Flaw::Malformed => {
                let (from, to) = (edge.from.kind().word(), edge.to.kind().word());
                findings.add(
                    Code::MalformedEdge,
                    Subject::Node(edge.from),
                    format!(
                        "{} is given as the {} of {}: a {from} cannot be that to a {to}.",
                        capital(name_of(map, edge.from)),
                        role_of_from(edge.role),
                        name_of(map, edge.to)
                    ),
                    "Remove the edge; where one bears on the other, put a support or a rebuttal between them.",
                );
            }
        }
    }
}

fn role_of_from(role: Role) -> &'static str {
    match role {
        Role::Premise => "premise",
        Role::Target => "relation on the target",
        Role::Content => "attribution",
    }
}

/// Relations without premise or target, or with several targets.
pub(super) fn check_relations(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    for ((id, _), ends) in shape.nodes.iter().zip(&shape.ends).filter(|((id, _), _)| id.kind() == NodeKind::Relation) {
        let subject = Subject::Node(*id);
        if ends.stated.premises == 0 {
            findings.add(
                Code::RelationWithoutPremise,
                subject,
                format!("{} has no premise.", capital(name_of(map, *id))),
                "Add a claim as its premise, or delete it.",
            );
        }
        if ends.stated.targets == 0 {
            let premises: Vec<String> = ends.premises.iter().map(|p| name_of(map, shape.id(*p))).collect();
            let from = if premises.is_empty() { String::new() } else { format!(" from {}", listed(&premises)) };
            findings.add(
                Code::RelationWithoutTarget,
                subject,
                format!("{}{from} has no target.", capital(name_of(map, *id))),
                "Connect it to what it bears on, or delete it.",
            );
        }
        if ends.stated.targets > 1 {
            findings.add(
                Code::SeveralTargets,
                subject,
                format!("{} has {} targets.", capital(name_of(map, *id)), ends.stated.targets),
                "Keep one target and give each of the others a relation of its own.",
            );
        }
    }
}

/// Attributions without content or speaker, or with several contents.
pub(super) fn check_attributions(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    for ((id, _), ends) in shape.nodes.iter().zip(&shape.ends).filter(|((id, _), _)| id.kind() == NodeKind::Attribution) {
        let subject = Subject::Node(*id);
        if ends.stated.contents == 0 {
            findings.add(
                Code::AttributionWithoutContent,
                subject,
                format!("{} does not say what is said.", capital(name_of(map, *id))),
                "Connect it to a claim, a relation or another attribution, or delete it.",
            );
        }
        if ends.stated.contents > 1 {
            findings.add(
                Code::SeveralContents,
                subject,
                format!("{} has {} contents.", capital(name_of(map, *id)), ends.stated.contents),
                "Keep one content and give each of the others an attribution of its own.",
            );
        }
        if map.attribution(*id).is_some_and(|a| a.speaker.is_none()) {
            let what = ends
                .contents
                .first()
                .map_or_else(|| "An attribution".to_owned(), |c| format!("An attribution of {}", name_of(map, shape.id(*c))));
            findings.add(
                Code::AttributionWithoutSpeaker,
                subject,
                format!("{what} names no speaker."),
                "Choose a speaker; somebody whom the source does not name can be registered as anonymous.",
            );
        }
    }
}

/// What each claim says: nothing, what another says already, two things at once.
pub(super) fn check_claims(shape: &Shape<'_>, findings: &mut Findings) {
    let mut first_by_text: BTreeMap<String, NodeId> = BTreeMap::new();
    for (id, node) in &shape.nodes {
        let Node::Claim(claim) = node else { continue };
        let subject = Subject::Node(*id);
        if claim.text.trim().is_empty() {
            let name = if claim.title.trim().is_empty() { format!("Claim {id}") } else { format!("Claim {}", quoted(&claim.title)) };
            findings.add(
                Code::ClaimWithoutText,
                subject,
                format!("{name} has no text."),
                "Write the proposition as one sentence, or delete the claim.",
            );
            continue;
        }
        match first_by_text.entry(normalised(&claim.text)) {
            std::collections::btree_map::Entry::Vacant(entry) => drop(entry.insert(*id)),
            std::collections::btree_map::Entry::Occupied(first) => findings.add(
                Code::DuplicateClaim,
                subject,
                format!("{} is said by {} already.", quoted(&claim.text), first.get()),
                "Use one claim in both places, or say what differs.",
            ),
        }
        // A cause claim is one proposition, however it is worded.
        let seam = joint(&claim.text).filter(|joint| !(claim.kind == Some(ClaimKind::Cause) && joint.trim() == "because"));
        if let Some(seam) = seam {
            findings.add(
                Code::TwoPropositions,
                subject,
                format!("{} seems to hold two propositions, joined by “{}”.", quoted(&claim.text), seam.trim_matches([' ', ','])),
                "Split it in two claims, so that each can be supported and rebutted by itself.",
            );
        }
    }
}

/// Whether two texts are the same claim: they differ only in case, spaces, the way characters are composed, or a last full stop.
pub fn same_claim(a: &str, b: &str) -> bool {
    // In a large map this is asked often, and most texts differ in the first words.
    if a.is_ascii() && b.is_ascii() {
        let words = |text| str::trim_end_matches(str::trim_end(text), '.').split_whitespace();
        let (mut a, mut b) = (words(a), words(b));
        return loop {
            match (a.next(), b.next()) {
                (None, None) => break true,
                (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
                (Some(_), _) | (None, Some(_)) => break false,
            }
        };
    }
    normalised(a) == normalised(b)
}

fn normalised(text: &str) -> String {
    let composed: String = if text.is_ascii() { text.to_lowercase() } else { text.nfkc().collect::<String>().to_lowercase() };
    composed.trim_end().trim_end_matches('.').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nodes that bear on themselves directly, and circles of supports. Two claims that rebut each other are what a debate is made of and
/// no finding, and neither is a circle in which one step is a rebuttal.
pub(super) fn check_self_relations(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    for (i, ends) in shape.ends.iter().enumerate() {
        let Some(relation) = shape.relation(i) else { continue };
        for target in ends.targets.iter().filter(|t| ends.premises.contains(t)) {
            findings.add(
                Code::SelfRelation,
                Subject::Node(shape.id(*target)),
                format!("{} {} itself.", capital(name_of(map, shape.id(*target))), does(relation.kind)),
                "Give the relation another premise or another target, or delete it.",
            );
        }
    }
    let successors = shape.supports();
    for circle in circles(&successors) {
        let Some(start) = circle.iter().copied().find(|i| shape.id(*i).kind() != NodeKind::Relation) else { continue };
        let way = way_round(&successors, &circle, start);
        let through: Vec<String> =
            way.iter().skip(1).filter(|i| shape.id(**i).kind() != NodeKind::Relation).map(|i| name_of(map, shape.id(*i))).collect();
        let through = if through.is_empty() { "the step that leads to it".to_owned() } else { listed(&through) };
        findings.add(
            Code::SelfRelation,
            Subject::Node(shape.id(start)),
            format!("{} supports itself in a circle, by way of {through}.", capital(name_of(map, shape.id(start)))),
            "Break the circle: delete the support that does not hold, or let it start from an independent claim.",
        );
    }
}

fn does(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Support => "supports",
        RelationKind::Rebuttal => "rebuts",
        RelationKind::Restatement => "restates",
        RelationKind::Preference => "is preferred to",
        RelationKind::Contradiction => "contradicts",
    }
}

/// Attributions that report each other in a circle.
pub(super) fn check_reports(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    let successors = shape.reports();
    for circle in circles(&successors) {
        let Some(start) = circle.first().copied() else { continue };
        let speakers: Vec<String> = way_round(&successors, &circle, start)
            .into_iter()
            .map(|i| {
                let speaker = map.attribution(shape.id(i)).and_then(|a| map.speaker(a.speaker?));
                speaker.map_or_else(|| shape.id(i).to_string(), |s| s.label().to_owned())
            })
            .collect();
        findings.add(
            Code::ReportCircle,
            Subject::Node(shape.id(start)),
            format!("The reports of {} lead back to themselves.", listed(&speakers)),
            "Decide who reports whom: the first in the chain must say something that is no report.",
        );
    }
}

fn capital(mut sentence: String) -> String {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}
