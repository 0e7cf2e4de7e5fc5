//! Setting fields.

use crate::base::{GroupId, SourceId, SpeakerId};
use crate::edit::draft::Draft;
use crate::edit::field::ViewHead;
use crate::edit::ops::{OpError, leads_to};
use crate::edit::{AttributionField, ClaimField, FieldEdit, GroupField, MergeKey, RelationField, SourceField, Transaction};
use crate::model::{ArgumentMap, Node, Record, RecordId};

/// Sets a field. What it names must exist; nothing may contain or answer itself.
pub fn set_field(map: &ArgumentMap, edit: FieldEdit) -> Result<Transaction, OpError> {
    let (label, flows) = (edit.label(), edit.flows());
    let (id, after) = written(map, edit)?;
    let mut draft = Draft::new(map);
    draft.set(id, Some(after));
    Ok(draft.finish(label, flows.then_some(MergeKey::Field(id, label))))
}

/// Sets a field of each of several records in one step. Of several edits of one record only the last counts.
pub fn set_fields(map: &ArgumentMap, edits: Vec<FieldEdit>) -> Result<Transaction, OpError> {
    let label = edits.first().map(FieldEdit::label).unwrap_or_default();
    let mut draft = Draft::new(map);
    for edit in edits {
        let (id, after) = written(map, edit)?;
        draft.set(id, Some(after));
    }
    Ok(draft.finish(label, None))
}

/// The record with its field written.
fn written(map: &ArgumentMap, edit: FieldEdit) -> Result<(RecordId, Record), OpError> {
    Ok(match edit {
        FieldEdit::Meta(field) => {
            let mut meta = map.meta().clone();
            field.write(&mut meta);
            (RecordId::Meta, Record::Meta(meta))
        }
        FieldEdit::Claim(id, field) => {
            let mut claim = map.claim(id).ok_or(OpError::Missing("claim"))?.clone();
            if let ClaimField::Group(group) = field {
                need_group(map, group)?;
            }
            field.write(&mut claim);
            (RecordId::Node(id), Record::Node(Node::Claim(claim)))
        }
        FieldEdit::Relation(id, field) => {
            let mut relation = map.relation(id).ok_or(OpError::Missing("relation"))?.clone();
            match field {
                RelationField::Group(group) => need_group(map, group)?,
                RelationField::Weight(Some(101..)) => return Err(OpError::Weight),
                RelationField::Weight(_)
                | RelationField::Kind(_)
                | RelationField::Title(_)
                | RelationField::Scheme(_)
                | RelationField::Tags(_)
                | RelationField::Note(_)
                | RelationField::Data(_) => {}
            }
            field.write(&mut relation);
            (RecordId::Node(id), Record::Node(Node::Relation(relation)))
        }
        FieldEdit::Attribution(id, field) => {
            let mut attribution = map.attribution(id).ok_or(OpError::Missing("attribution"))?.clone();
            if let AttributionField::Speaker(speaker) = &field {
                need_speakers(map, speaker.as_slice())?;
            }
            if let AttributionField::Source(source) = &field {
                need_source(map, *source)?;
            }
            field.write(&mut attribution);
            (RecordId::Node(id), Record::Node(Node::Attribution(attribution)))
        }
        FieldEdit::Speaker(id, field) => {
            let mut speaker = map.speaker(id).ok_or(OpError::Missing("speaker"))?.clone();
            field.write(&mut speaker);
            (RecordId::Speaker(id), Record::Speaker(speaker))
        }
        FieldEdit::Source(id, field) => {
            let mut source = map.source(id).ok_or(OpError::Missing("source"))?.clone();
            if let SourceField::Authors(authors) = &field {
                need_speakers(map, authors)?;
            }
            if let SourceField::InReplyTo(answered) = &field {
                need_source(map, *answered)?;
                if leads_to(*answered, id, |source| map.source(source)?.in_reply_to) {
                    return Err(OpError::Circle("reply"));
                }
            }
            field.write(&mut source);
            (RecordId::Source(id), Record::Source(source))
        }
        FieldEdit::Group(id, field) => {
            let mut group = map.groups().get(&id).ok_or(OpError::Missing("group"))?.clone();
            if let GroupField::Parent(parent) = &field {
                need_group(map, *parent)?;
                if leads_to(*parent, id, |group| map.groups().get(&group)?.parent) {
                    return Err(OpError::Circle("group"));
                }
            }
            field.write(&mut group);
            (RecordId::Group(id), Record::Group(group))
        }
        FieldEdit::View(id, field) => {
            let view = map.views().get(&id).ok_or(OpError::Missing("view"))?;
            let mut head = ViewHead { title: view.title.clone(), layout: view.layout, side: view.side };
            field.write(&mut head);
            (RecordId::View(id), Record::View { title: head.title, layout: head.layout, side: head.side })
        }
    })
}

fn need_group(map: &ArgumentMap, group: Option<GroupId>) -> Result<(), OpError> {
    if group.is_none_or(|id| map.groups().contains_key(&id)) { Ok(()) } else { Err(OpError::Missing("group")) }
}

fn need_speakers(map: &ArgumentMap, speakers: &[SpeakerId]) -> Result<(), OpError> {
    if speakers.iter().all(|id| map.speaker(*id).is_some()) { Ok(()) } else { Err(OpError::Missing("speaker")) }
}

fn need_source(map: &ArgumentMap, source: Option<SourceId>) -> Result<(), OpError> {
    if source.is_none_or(|id| map.source(id).is_some()) { Ok(()) } else { Err(OpError::Missing("source")) }
}
