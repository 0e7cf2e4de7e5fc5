//! Nodes in words: for screen readers, tooltips, tests and reports.

use crate::base::NodeId;
use crate::base::text::shorten;
use crate::model::{ArgumentMap, Attribution, Node, Relation, RelationKind, Stance};
use crate::tr;

/// Longest text of a claim inside a sentence about something else, in code points.
const QUOTED_LEN: usize = 80;
/// So many reports of reports are followed.
const MAX_CHAIN: usize = 32;

/// How a name stands in its sentence. English does not tell the cases apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Who or what does something.
    Nominative,
    /// Whom or what something is done to; after German "für", "gegen", "durch".
    Accusative,
}

impl Case {
    fn word(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Accusative => "accusative",
        }
    }
}

/// A node in words: its kind, what it says, what bears on it, who says it. Empty where the map has no such node.
pub fn describe(map: &ArgumentMap, id: NodeId) -> String {
    let Some(node) = map.node(id) else { return String::new() };
    let said = match node {
        Node::Claim(claim) => tr!("describe-claim", text = with_stop(claim.label())),
        Node::Relation(relation) => describe_relation(map, id, relation),
        Node::Attribution(attribution) => describe_attribution(map, id, attribution),
    };
    [Some(said), bearing_on(map, id), said_by(map, id)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What to call a node in a sentence about something else: a claim by its words, a relation by its target, an attribution by its speaker.
pub fn name_of(map: &ArgumentMap, id: NodeId) -> String {
    name_in(map, id, Case::Nominative)
}

/// The same in a case.
pub fn name_in(map: &ArgumentMap, id: NodeId, case: Case) -> String {
    let quoted = |claim: Option<NodeId>| claim.and_then(|id| map.claim(id)).map(|claim| shorten(claim.label(), QUOTED_LEN));
    let case = case.word();
    match map.node(id) {
        Some(Node::Claim(claim)) => tr!("name-claim", claim = shorten(claim.label(), QUOTED_LEN)),
        Some(Node::Relation(relation)) => match quoted(map.target(id)) {
            Some(claim) => relation_on(relation.kind, case, &claim),
            None => a_relation(relation.kind, map.is_undercut(id), case),
        },
        Some(Node::Attribution(attribution)) => {
            let speaker = speaker_of(map, attribution);
            // Who passes on what others say is told by what it is about in the end; a circle has no end.
            let about = std::iter::successors(map.content(id), |at| map.content(*at)).take(MAX_CHAIN).find(|at| map.claim(*at).is_some());
            match quoted(about) {
                Some(claim) => act_on(attribution.stance, case, speaker, &claim),
                None => act_by(attribution.stance, case, speaker),
            }
        }
        None => tr!("name-missing", case = case, id = id.to_string()),
    }
}

/// "the support of “…”"
fn relation_on(kind: RelationKind, case: &str, claim: &str) -> String {
    match kind {
        RelationKind::Support => tr!("name-support-of", case = case, claim = claim),
        RelationKind::Rebuttal => tr!("name-rebuttal-of", case = case, claim = claim),
        RelationKind::Restatement => tr!("name-restatement-of", case = case, claim = claim),
        RelationKind::Preference => tr!("name-preference-of", case = case, claim = claim),
        RelationKind::Contradiction => tr!("name-contradiction-of", case = case, claim = claim),
    }
}

/// "a support"
fn a_relation(kind: RelationKind, undercut: bool, case: &str) -> String {
    match kind {
        RelationKind::Rebuttal if undercut => tr!("name-an-undercut", case = case),
        RelationKind::Support => tr!("name-a-support", case = case),
        RelationKind::Rebuttal => tr!("name-a-rebuttal", case = case),
        RelationKind::Restatement => tr!("name-a-restatement", case = case),
        RelationKind::Preference => tr!("name-a-preference", case = case),
        RelationKind::Contradiction => tr!("name-a-contradiction", case = case),
    }
}

/// "the denial of “…” by Ralph Nader"
fn act_on(stance: Stance, case: &str, speaker: &str, claim: &str) -> String {
    match stance {
        Stance::Asserts => tr!("name-assertion-of", case = case, speaker = speaker, claim = claim),
        Stance::Denies => tr!("name-denial-of", case = case, speaker = speaker, claim = claim),
        Stance::Questions => tr!("name-question-of", case = case, speaker = speaker, claim = claim),
        Stance::Endorses => tr!("name-endorsement-of", case = case, speaker = speaker, claim = claim),
        Stance::Reports => tr!("name-report-of", case = case, speaker = speaker, claim = claim),
    }
}

/// "the denial by Ralph Nader"
fn act_by(stance: Stance, case: &str, speaker: &str) -> String {
    match stance {
        Stance::Asserts => tr!("name-assertion-by", case = case, speaker = speaker),
        Stance::Denies => tr!("name-denial-by", case = case, speaker = speaker),
        Stance::Questions => tr!("name-question-by", case = case, speaker = speaker),
        Stance::Endorses => tr!("name-endorsement-by", case = case, speaker = speaker),
        Stance::Reports => tr!("name-report-by", case = case, speaker = speaker),
    }
}

fn describe_relation(map: &ArgumentMap, id: NodeId, relation: &Relation) -> String {
    let mut premises = map.premises(id).into_iter().map(|premise| name_in(map, premise, Case::Accusative));
    let first = premises.next().unwrap_or_else(|| tr!("describe-nothing").to_owned());
    let premises = premises.fold(first, |before, next| tr!("describe-and", before = before, next = next));
    let target = map.target(id).map_or_else(|| tr!("describe-nothing").to_owned(), |target| name_in(map, target, Case::Accusative));
    match relation.kind {
        RelationKind::Rebuttal if map.is_undercut(id) => tr!("describe-undercut", premises = premises, target = target),
        RelationKind::Support => tr!("describe-support", premises = premises, target = target),
        RelationKind::Rebuttal => tr!("describe-rebuttal", premises = premises, target = target),
        RelationKind::Restatement => tr!("describe-restatement", premises = premises, target = target),
        RelationKind::Preference => tr!("describe-preference", premises = premises, target = target),
        RelationKind::Contradiction => tr!("describe-contradiction", premises = premises, target = target),
    }
}

fn describe_attribution(map: &ArgumentMap, id: NodeId, attribution: &Attribution) -> String {
    let content = map.content(id).map_or_else(|| tr!("describe-nothing").to_owned(), |content| name_in(map, content, Case::Accusative));
    let source = attribution.source.and_then(|source| map.source(source));
    let place = source.map(|source| tr!("describe-in-source", source = source.label())).unwrap_or_default();
    let speaker = speaker_of(map, attribution);
    match attribution.stance {
        Stance::Asserts => tr!("describe-asserts", speaker = speaker, content = content, place = place),
        Stance::Denies => tr!("describe-denies", speaker = speaker, content = content, place = place),
        Stance::Questions => tr!("describe-questions", speaker = speaker, content = content, place = place),
        Stance::Endorses => tr!("describe-endorses", speaker = speaker, content = content, place = place),
        Stance::Reports => tr!("describe-reports", speaker = speaker, content = content, place = place),
    }
}

fn speaker_of<'a>(map: &'a ArgumentMap, attribution: &Attribution) -> &'a str {
    attribution.speaker.and_then(|id| map.speaker(id)).map_or(tr!("describe-nobody"), |speaker| speaker.label())
}

/// "2 supports, 3 rebuttals."
fn bearing_on(map: &ArgumentMap, id: NodeId) -> Option<String> {
    let kinds: Vec<RelationKind> = map.relations_on(id).into_iter().filter_map(|r| Some(map.relation(r)?.kind)).collect();
    let counts: Vec<String> = RelationKind::ALL
        .iter()
        .filter_map(|kind| match kinds.iter().filter(|k| *k == kind).count() {
            0 => None,
            count => Some(kind.counted(count)),
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
            if speakers.is_empty() { None } else { Some(done_by(*stance, &speakers.join(", "))) }
        })
        .collect();
    if sentences.is_empty() { None } else { Some(sentences.join(" ")) }
}

fn done_by(stance: Stance, speakers: &str) -> String {
    match stance {
        Stance::Asserts => tr!("describe-asserted-by", speakers = speakers),
        Stance::Denies => tr!("describe-denied-by", speakers = speakers),
        Stance::Questions => tr!("describe-questioned-by", speakers = speakers),
        Stance::Endorses => tr!("describe-endorsed-by", speakers = speakers),
        Stance::Reports => tr!("describe-reported-by", speakers = speakers),
    }
}

fn with_stop(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…', '。', '！', '？']) { text.to_owned() } else { format!("{text}.") }
}
