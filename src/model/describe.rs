//! Nodes in words: for screen readers, tooltips, tests and reports.

use crate::base::NodeId;
use crate::base::text::shorten;
use crate::model::{ArgumentMap, Attribution, Node, Relation, RelationKind, Stance};

/// Longest text of a claim inside a sentence about something else, in code points.
const QUOTED_LEN: usize = 80;

/// A node in words: its kind, what it says, what bears on it, who says it. Empty where the map has no such node.
pub fn describe(map: &ArgumentMap, id: NodeId) -> String {
    let Some(node) = map.node(id) else { return String::new() };
    let said = match node {
        Node::Claim(claim) => format!("Claim: {}", with_stop(claim.label())),
        Node::Relation(relation) => describe_relation(map, id, relation),
        Node::Attribution(attribution) => describe_attribution(map, id, attribution),
    };
    [Some(said), bearing_on(map, id), said_by(map, id)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What to call a node in a sentence about something else: a claim by its words, a relation by its target, an attribution by its speaker.
pub fn name_of(map: &ArgumentMap, id: NodeId) -> String {
    match map.node(id) {
        Some(Node::Claim(claim)) => format!("“{}”", shorten(claim.label(), QUOTED_LEN)),
        Some(Node::Relation(relation)) => match map.target(id).and_then(|target| map.claim(target)) {
            Some(claim) => format!("the {} of “{}”", relation.kind.word(), shorten(claim.label(), QUOTED_LEN)),
            None => format!("a {}", relation_word(map, id, relation)),
        },
        Some(Node::Attribution(attribution)) => match map.content(id).and_then(|content| map.claim(content)) {
            Some(claim) => {
                format!("the {} of “{}” by {}", act(attribution.stance), shorten(claim.label(), QUOTED_LEN), speaker_of(map, attribution))
            }
            None => format!("the {} by {}", act(attribution.stance), speaker_of(map, attribution)),
        },
        None => format!("the missing {id}"),
    }
}

fn relation_word(map: &ArgumentMap, id: NodeId, relation: &Relation) -> &'static str {
    if map.is_undercut(id) { "undercut" } else { relation.kind.word() }
}

fn describe_relation(map: &ArgumentMap, id: NodeId, relation: &Relation) -> String {
    let mut word = relation_word(map, id, relation).to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let premises = match map.premises(id).as_slice() {
        [] => "nothing".to_owned(),
        all => all.iter().map(|p| name_of(map, *p)).collect::<Vec<_>>().join(" and "),
    };
    let target = map.target(id).map_or_else(|| "nothing".to_owned(), |target| name_of(map, target));
    format!("{word} from {premises} to {target}.")
}

fn describe_attribution(map: &ArgumentMap, id: NodeId, attribution: &Attribution) -> String {
    let content = map.content(id).map_or_else(|| "nothing".to_owned(), |content| name_of(map, content));
    let source = attribution.source.and_then(|source| map.source(source)).map(|s| format!(", in {}", s.label())).unwrap_or_default();
    format!("Attribution: {} {} {content}{source}.", speaker_of(map, attribution), attribution.stance.word())
}

fn speaker_of<'a>(map: &'a ArgumentMap, attribution: &Attribution) -> &'a str {
    attribution.speaker.and_then(|id| map.speaker(id)).map_or("an unnamed speaker", |speaker| speaker.label())
}

/// "2 supports, 3 rebuttals."
fn bearing_on(map: &ArgumentMap, id: NodeId) -> Option<String> {
    let kinds: Vec<RelationKind> = map.relations_on(id).into_iter().filter_map(|r| Some(map.relation(r)?.kind)).collect();
    let counts: Vec<String> = RelationKind::ALL
        .iter()
        .filter_map(|kind| match kinds.iter().filter(|k| *k == kind).count() {
            0 => None,
            1 => Some(format!("1 {}", kind.word())),
            n => Some(format!("{n} {}s", kind.word())),
        })
        .collect();
    if counts.is_empty() { None } else { Some(format!("{}.", counts.join(", "))) }
}

/// "Asserted by Gil Troy. Denied by Ralph Nader."
fn said_by(map: &ArgumentMap, id: NodeId) -> Option<String> {
    let attributions: Vec<&Attribution> = map.attributions_of(id).into_iter().filter_map(|a| map.attribution(a)).collect();
    let sentences: Vec<String> = Stance::ALL
        .iter()
        .filter_map(|stance| {
            let speakers: Vec<&str> = attributions.iter().filter(|a| a.stance == *stance).map(|a| speaker_of(map, a)).collect();
            if speakers.is_empty() { None } else { Some(format!("{} by {}.", done(*stance), speakers.join(", "))) }
        })
        .collect();
    if sentences.is_empty() { None } else { Some(sentences.join(" ")) }
}

fn act(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "assertion",
        Stance::Denies => "denial",
        Stance::Questions => "question",
        Stance::Endorses => "endorsement",
        Stance::Reports => "report",
    }
}

fn done(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "Asserted",
        Stance::Denies => "Denied",
        Stance::Questions => "Questioned",
        Stance::Endorses => "Endorsed",
        Stance::Reports => "Reported",
    }
}

fn with_stop(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…', '。', '！', '？']) { text.to_owned() } else { format!("{text}.") }
}
