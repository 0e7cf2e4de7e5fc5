//! Ways to mend a finding with one click.

use crate::base::date::read_date;
use crate::base::{Code, Diagnostic, NodeId, Subject};
use crate::edit::ops;
use crate::edit::{AttributionField, ClaimField, FieldEdit, GroupField, RelationField, SourceField, SpeakerField};
use crate::editor::{Action, Command, Editor, Effect, Entry, Selection};
use crate::model::{ArgumentMap, Claim, SpeakerKind, TextState, name_of, same_claim};
use crate::tr;

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, for a button.
    pub title: String,
    /// What to dispatch.
    pub command: Command,
}

impl Fix {
    fn new(title: impl Into<String>, command: Command) -> Self {
        Self { title: title.into(), command }
    }
}

/// The ways to mend a finding, the likeliest first. Some open an editor and leave the words to the user. None where only the user can
/// know what is meant.
pub fn fixes(map: &ArgumentMap, finding: &Diagnostic) -> Vec<Fix> {
    match finding.subject {
        Subject::Node(node) => of_node(map, finding.code, node),
        Subject::Speaker(id) => match finding.code {
            Code::SpeakerWithoutName => vec![
                Fix::new(tr!("fix-name-speaker"), Command::SelectEntry(Entry::Speaker(id))),
                Fix::new(tr!("fix-mark-anonymous"), Command::SetField(FieldEdit::Speaker(id, SpeakerField::Kind(SpeakerKind::Anonymous)))),
            ],
            Code::UnusedSpeaker => vec![Fix::new(tr!("fix-delete-speaker"), Command::DeleteEntry(Entry::Speaker(id)))],
            _ => Vec::new(),
        },
        Subject::Source(id) => {
            let set = |field| Command::SetField(FieldEdit::Source(id, field));
            let Some(source) = map.source(id) else { return Vec::new() };
            match finding.code {
                Code::UnusedSource => vec![Fix::new(tr!("fix-delete-source"), Command::DeleteEntry(Entry::Source(id)))],
                Code::UnknownSpeaker => {
                    let known = source.authors.iter().copied().filter(|author| map.speaker(*author).is_some()).collect();
                    vec![Fix::new(tr!("fix-drop-authors"), set(SourceField::Authors(known)))]
                }
                Code::UnknownSource | Code::ReplyCircle => vec![Fix::new(tr!("fix-drop-reply"), set(SourceField::InReplyTo(None)))],
                Code::TextAltered => {
                    let altered = source.texts.iter().position(|text| text.state() == TextState::Altered);
                    altered
                        .map(|version| Fix::new(tr!("fix-take-found"), Command::TakeFoundText { source: id, version }))
                        .into_iter()
                        .collect()
                }
                Code::TextMissing => vec![Fix::new(tr!("fix-import-again"), Command::AskTextFor(id))],
                Code::DateNotIso => date_fix(&source.date, |date| set(SourceField::Date(date))),
                Code::QuotationFormer => {
                    let last = source.texts.len().saturating_sub(1);
                    let compare = Command::CompareTexts { source: id, old: last.saturating_sub(1), new: last };
                    Some(Fix::new(tr!("fix-compare-versions"), compare)).into_iter().filter(|_| last > 0).collect()
                }
                _ => Vec::new(),
            }
        }
        Subject::Group(id) => match finding.code {
            Code::UnknownGroup | Code::GroupCircle => {
                vec![Fix::new(tr!("fix-take-group-out"), Command::SetField(FieldEdit::Group(id, GroupField::Parent(None))))]
            }
            _ => Vec::new(),
        },
        Subject::Map => Vec::new(),
    }
}

fn of_node(map: &ArgumentMap, code: Code, node: NodeId) -> Vec<Fix> {
    let delete = |title: &'static str| Fix::new(title, Command::DeleteNodes(vec![node]));
    match code {
        Code::RelationWithoutPremise => {
            vec![Fix::new(tr!("fix-add-premise"), Command::AddPremiseClaim(node)), delete(tr!("fix-delete-relation"))]
        }
        Code::RelationWithoutTarget => vec![delete(tr!("fix-delete-relation"))],
        Code::AttributionWithoutContent => vec![delete(tr!("fix-delete-attribution"))],
        Code::SeveralTargets | Code::SeveralContents => {
            let first = map.target(node).or_else(|| map.content(node));
            let keep = |to: NodeId| {
                let label = name_of(map, to);
                Fix::new(tr!("fix-keep-end", name = label), Command::Retarget { node, to })
            };
            first.map(keep).into_iter().collect()
        }
        Code::AttributionWithoutSpeaker => vec![Fix::new(tr!("fix-choose-speaker"), Command::Inspect(node))],
        Code::UnknownSpeaker => vec![
            Fix::new(tr!("fix-choose-speaker"), Command::Inspect(node)),
            Fix::new(tr!("fix-drop-speaker"), Command::SetField(FieldEdit::Attribution(node, AttributionField::Speaker(None)))),
        ],
        Code::UnknownSource => {
            vec![Fix::new(tr!("fix-drop-source"), Command::SetField(FieldEdit::Attribution(node, AttributionField::Source(None))))]
        }
        Code::UnknownGroup => {
            let edit = if map.relation(node).is_some() {
                FieldEdit::Relation(node, RelationField::Group(None))
            } else {
                FieldEdit::Claim(node, ClaimField::Group(None))
            };
            vec![Fix::new(tr!("fix-drop-group"), Command::SetField(edit))]
        }
        Code::ClaimWithoutText => {
            vec![Fix::new(tr!("fix-write-claim"), Command::EditTextOf(node)), delete(tr!("fix-delete-claim"))]
        }
        Code::DuplicateClaim => {
            let unite = map.claim(node).and_then(|claim| {
                let (first, _) = map.claims().find(|(id, other)| *id < node && same_claim(&other.text, &claim.text))?;
                ops::unite_claims(map, first, node).ok()?;
                Some(Fix::new(tr!("fix-unite-claims"), Command::UniteClaims { keep: first, gone: node }))
            });
            unite.into_iter().chain([Fix::new(tr!("fix-reword-claim"), Command::EditTextOf(node))]).collect()
        }
        Code::TwoPropositions => vec![Fix::new(tr!("fix-reword-claim"), Command::EditTextOf(node))],
        Code::SelfRelation => {
            let own = map.relations_from(node).into_iter().filter(|r| map.target(*r) == Some(node));
            own.map(|relation| Fix::new(tr!("fix-delete-relation"), Command::DeleteNodes(vec![relation]))).collect()
        }
        Code::DateNotIso => {
            let date = map.attribution(node).map(|a| a.date.as_str()).unwrap_or_default();
            date_fix(date, |date| Command::SetField(FieldEdit::Attribution(node, AttributionField::Date(date))))
        }
        Code::QuotationMisquoted | Code::QuotationNotFound | Code::QuotationAltered => {
            vec![Fix::new(tr!("fix-see-quotation"), Action::ShowVerifier.into())]
        }
        Code::DanglingEnd
        | Code::MalformedEdge
        | Code::GroupCircle
        | Code::ReplyCircle
        | Code::ReportCircle
        | Code::UnusedSpeaker
        | Code::UnusedSource
        | Code::SpeakerWithoutName
        | Code::DateBounds
        | Code::QuotationFormer
        | Code::OriginCircle
        | Code::ReportPredates
        | Code::OneOrigin
        | Code::UnnamedOrigins
        | Code::BothSides
        | Code::SourceUnlinked
        | Code::SourceUndated
        | Code::TextAltered
        | Code::TextMissing
        | Code::Syntax
        | Code::NotKept => Vec::new(),
    }
}

fn date_fix(date: &str, set: impl Fn(String) -> Command) -> Vec<Fix> {
    let read = read_date(date).map(|date| Fix::new(tr!("fix-write-date", date = date.as_str()), set(date)));
    read.into_iter().collect()
}

impl Editor {
    pub(super) fn set_fields(&mut self, edits: Vec<FieldEdit>) {
        let result = ops::set_fields(&self.map, edits);
        self.perform(result);
    }

    pub(super) fn unite_claims(&mut self, keep: NodeId, gone: NodeId) {
        match ops::unite_claims(&self.map, keep, gone) {
            Ok(transaction) => {
                if self.commit(transaction, Some(Selection::of(keep))) {
                    self.effects.push(Effect::Reveal(vec![keep]));
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn add_premise_claim(&mut self, relation: NodeId) {
        let made = ops::add_premise_claim(&self.map, &mut self.rng, Claim::default(), relation);
        self.perform_new_claim(made);
    }

    pub(super) fn inspect(&mut self, node: NodeId) {
        self.select(Selection::of(node));
        self.effects.push(Effect::FocusInspector);
    }
}
