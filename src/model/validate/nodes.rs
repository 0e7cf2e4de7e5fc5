//! Claims, relations, attributions and the edges between them.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::{Code, NodeId, NodeKind, Subject};
use crate::model::validate::circles::{circles, way_round};
use crate::model::validate::propositions::joint;
use crate::model::validate::shape::{Flaw, Shape};
use crate::model::validate::{Findings, listed, quoted};
use crate::model::{ArgumentMap, Case, ClaimKind, Node, RelationKind, name_in, name_of};
use crate::tr;

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
                    tr!("found-dangling-end", role = edge.role.word(), name = name, missing = missing.to_string()),
                    tr!("help-dangling-end"),
                );
            }
            Flaw::Malformed => {
                let (from, to) = (edge.from.kind().word(), edge.to.kind().word());
                findings.add(
                    Code::MalformedEdge,
                    Subject::Node(edge.from),
                    tr!(
                        "found-malformed-edge",
                        name = capital(name_of(map, edge.from)),
                        role = edge.role.word(),
                        other = name_of(map, edge.to),
                        from = from,
                        to = to,
                    ),
                    tr!("help-malformed-edge"),
                );
            }
        }
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
                tr!("found-no-premise", name = capital(name_of(map, *id))),
                tr!("help-no-premise"),
            );
        }
        if ends.stated.targets == 0 {
            let premises: Vec<String> = ends.premises.iter().map(|p| name_in(map, shape.id(*p), Case::Accusative)).collect();
            let message = if premises.is_empty() {
                tr!("found-no-target", name = capital(name_of(map, *id)))
            } else {
                tr!("found-no-target-from", name = capital(name_of(map, *id)), premises = listed(&premises))
            };
            findings.add(Code::RelationWithoutTarget, subject, message, tr!("help-no-target"));
        }
        if ends.stated.targets > 1 {
            findings.add(
                Code::SeveralTargets,
                subject,
                tr!("found-several-targets", name = capital(name_of(map, *id)), count = ends.stated.targets),
                tr!("help-several-targets"),
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
                tr!("found-no-content", name = capital(name_of(map, *id))),
                tr!("help-no-content"),
            );
        }
        if ends.stated.contents > 1 {
            findings.add(
                Code::SeveralContents,
                subject,
                tr!("found-several-contents", name = capital(name_of(map, *id)), count = ends.stated.contents),
                tr!("help-several-contents"),
            );
        }
        if map.attribution(*id).is_some_and(|a| a.speaker.is_none()) {
            let message = match ends.contents.first() {
                Some(content) => tr!("found-no-speaker-of", name = name_in(map, shape.id(*content), Case::Accusative)),
                None => tr!("found-no-speaker").to_owned(),
            };
            findings.add(Code::AttributionWithoutSpeaker, subject, message, tr!("help-no-speaker"));
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
            let name = if claim.title.trim().is_empty() { id.to_string() } else { quoted(&claim.title) };
            findings.add(Code::ClaimWithoutText, subject, tr!("found-no-text", name = name), tr!("help-no-text"));
            continue;
        }
        match first_by_text.entry(normalised(&claim.text)) {
            std::collections::btree_map::Entry::Vacant(entry) => drop(entry.insert(*id)),
            std::collections::btree_map::Entry::Occupied(first) => findings.add(
                Code::DuplicateClaim,
                subject,
                tr!("found-duplicate", claim = quoted(&claim.text), other = first.get().to_string()),
                tr!("help-duplicate"),
            ),
        }
        // A cause claim is one proposition, however it is worded.
        let seam = joint(&claim.text).filter(|joint| !(claim.kind == Some(ClaimKind::Cause) && joint.trim() == "because"));
        if let Some(seam) = seam {
            findings.add(
                Code::TwoPropositions,
                subject,
                tr!("found-two-propositions", claim = quoted(&claim.text), seam = seam.trim_matches([' ', ','])),
                tr!("help-two-propositions"),
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
                itself(relation.kind, &capital(name_of(map, shape.id(*target)))),
                tr!("help-itself"),
            );
        }
    }
    let successors = shape.supports();
    for circle in circles(&successors) {
        let Some(start) = circle.iter().copied().find(|i| shape.id(*i).kind() != NodeKind::Relation) else { continue };
        let way = way_round(&successors, &circle, start);
        let through: Vec<String> = way
            .iter()
            .skip(1)
            .filter(|i| shape.id(**i).kind() != NodeKind::Relation)
            .map(|i| name_in(map, shape.id(*i), Case::Accusative))
            .collect();
        let through = if through.is_empty() { tr!("found-circle-own-step").to_owned() } else { listed(&through) };
        findings.add(
            Code::SelfRelation,
            Subject::Node(shape.id(start)),
            tr!("found-circle", name = capital(name_of(map, shape.id(start))), through = through),
            tr!("help-circle"),
        );
    }
}

fn itself(kind: RelationKind, name: &str) -> String {
    match kind {
        RelationKind::Support => tr!("found-supports-itself", name = name),
        RelationKind::Rebuttal => tr!("found-rebuts-itself", name = name),
        RelationKind::Restatement => tr!("found-restates-itself", name = name),
        RelationKind::Preference => tr!("found-preferred-to-itself", name = name),
        RelationKind::Contradiction => tr!("found-contradicts-itself", name = name),
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
            tr!("found-report-circle", speakers = listed(&speakers)),
            tr!("help-report-circle"),
        );
    }
}

fn capital(mut sentence: String) -> String {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}
