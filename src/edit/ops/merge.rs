//! Making several entries of a register into one.

use crate::base::{SourceId, SpeakerId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::model::{ArgumentMap, Attribution, Record, RecordId, Source, Speaker};
use crate::tr;

/// A transaction that merges, and what will name the one that stays instead of those that go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// What to apply.
    pub transaction: Transaction,
    /// Attributions that name it now.
    pub attributions: usize,
    /// Sources that it has written now, or that answer it now.
    pub sources: usize,
    /// Speakers who are said to belong to it now.
    pub speakers: usize,
}

/// Makes speakers into one. The one that stays keeps its fields, takes over those that it lacks and the others' names as aliases.
pub fn merge_speakers(map: &ArgumentMap, into: SpeakerId, others: &[SpeakerId]) -> Result<Merger, OpError> {
    let mut merged = map.speaker(into).ok_or(OpError::Missing("speaker"))?.clone();
    let others: Vec<SpeakerId> = others.iter().copied().filter(|id| *id != into).collect();
    if others.is_empty() {
        return Err(OpError::Nothing("merge"));
    }
    let mut draft = Draft::new(map);
    let (mut attributions, mut sources, mut speakers) = (0, 0, 0);
    let mut names = Vec::new();
    for id in &others {
        let other = map.speaker(*id).ok_or(OpError::Missing("speaker"))?;
        names.push(other.name.clone());
        absorb_speaker(&mut merged, other);
        draft.set(RecordId::Speaker(*id), None);
    }
    for (node, said) in map.attributions().filter(|(_, a)| a.speaker.is_some_and(|id| others.contains(&id))) {
        let said = Attribution { speaker: Some(into), ..said.clone() };
        draft.set(RecordId::Node(node), Some(Record::Node(said.into())));
        attributions += 1;
    }
    for (id, source) in map.sources().iter().filter(|(_, s)| s.authors.iter().any(|a| others.contains(a))) {
        let mut source = source.clone();
        replace(&mut source.authors, &others, into);
        draft.set(RecordId::Source(*id), Some(Record::Source(source)));
        sources += 1;
    }
    // An organisation is named by those who belong to it.
    let belongs = |speaker: &Speaker| !speaker.affiliation.trim().is_empty() && names.contains(&speaker.affiliation);
    for (id, speaker) in map.speakers().iter().filter(|(id, s)| !others.contains(id) && **id != into && belongs(s)) {
        let speaker = Speaker { affiliation: merged.name.clone(), ..speaker.clone() };
        draft.set(RecordId::Speaker(*id), Some(Record::Speaker(speaker)));
        speakers += 1;
    }
    draft.set(RecordId::Speaker(into), Some(Record::Speaker(merged)));
    Ok(Merger { transaction: draft.finish(tr!("step-merge-speakers"), None), attributions, sources, speakers })
}

fn absorb_speaker(merged: &mut Speaker, other: &Speaker) {
    for name in [&other.name].into_iter().chain(&other.aliases) {
        let known = name.trim().is_empty() || *name == merged.name || merged.aliases.contains(name);
        if !known {
            merged.aliases.push(name.clone());
        }
    }
    fill(&mut merged.role, &other.role);
    fill(&mut merged.affiliation, &other.affiliation);
    fill(&mut merged.origin, &other.origin);
    join(&mut merged.note, &other.note);
    // Who must not be named under one name must not be named under another.
    merged.confidential |= other.confidential;
}

/// Makes sources into one. The one that stays keeps its fields and takes over those that it lacks.
pub fn merge_sources(map: &ArgumentMap, into: SourceId, others: &[SourceId]) -> Result<Merger, OpError> {
    let mut merged = map.source(into).ok_or(OpError::Missing("source"))?.clone();
    let others: Vec<SourceId> = others.iter().copied().filter(|id| *id != into).collect();
    if others.is_empty() {
        return Err(OpError::Nothing("merge"));
    }
    let mut draft = Draft::new(map);
    let (mut attributions, mut sources) = (0, 0);
    for id in &others {
        absorb_source(&mut merged, map.source(*id).ok_or(OpError::Missing("source"))?);
        draft.set(RecordId::Source(*id), None);
    }
    for (node, said) in map.attributions().filter(|(_, a)| a.source.is_some_and(|id| others.contains(&id))) {
        let said = Attribution { source: Some(into), ..said.clone() };
        draft.set(RecordId::Node(node), Some(Record::Node(said.into())));
        attributions += 1;
    }
    let goes = |id: SourceId| id == into || others.contains(&id);
    for (id, source) in map.sources().iter().filter(|(id, s)| !goes(**id) && s.in_reply_to.is_some_and(|id| others.contains(&id))) {
        let source = Source { in_reply_to: Some(into), ..source.clone() };
        draft.set(RecordId::Source(*id), Some(Record::Source(source)));
        sources += 1;
    }
    // Nothing answers itself, at however many removes.
    let mut at = merged.in_reply_to;
    let mut steps = 0;
    while let Some(id) = at {
        if goes(id) || steps > map.sources().len() {
            merged.in_reply_to = None;
            break;
        }
        at = map.source(id).and_then(|s| s.in_reply_to);
        steps += 1;
    }
    draft.set(RecordId::Source(into), Some(Record::Source(merged)));
    Ok(Merger { transaction: draft.finish(tr!("step-merge-sources"), None), attributions, sources, speakers: 0 })
}

fn absorb_source(merged: &mut Source, other: &Source) {
    for (mine, theirs) in [
        (&mut merged.title, &other.title),
        (&mut merged.venue, &other.venue),
        (&mut merged.date, &other.date),
        (&mut merged.url, &other.url),
        (&mut merged.archive_url, &other.archive_url),
        (&mut merged.origin, &other.origin),
    ] {
        fill(mine, theirs);
    }
    if merged.authors.is_empty() {
        merged.authors.clone_from(&other.authors);
    }
    merged.in_reply_to = merged.in_reply_to.or(other.in_reply_to);
    // A text that both have stays once; the rest are versions of one source, the latest last.
    let known: Vec<_> = merged.texts.iter().map(|text| text.sha256()).collect();
    merged.texts.extend(other.texts.iter().filter(|text| !known.contains(&text.sha256())).cloned());
    merged.texts.sort_by(|a, b| a.imported.cmp(&b.imported));
    merged.confidential |= other.confidential;
    let known_marks = merged.dismissed.clone();
    merged.dismissed.extend(other.dismissed.iter().filter(|mark| !known_marks.contains(mark)).cloned());
    join(&mut merged.note, &other.note);
}

fn fill(mine: &mut String, theirs: &str) {
    if mine.trim().is_empty() {
        theirs.clone_into(mine);
    }
}

fn join(mine: &mut String, theirs: &str) {
    if mine.trim().is_empty() {
        theirs.clone_into(mine);
    } else if !theirs.trim().is_empty() && theirs != mine {
        mine.push_str("\n\n");
        mine.push_str(theirs);
    }
}

/// Puts `new` where the first of `old` or `new` stands; the rest of them go.
fn replace(list: &mut Vec<SpeakerId>, old: &[SpeakerId], new: SpeakerId) {
    let mut placed = false;
    list.retain_mut(|id| {
        if *id == new || old.contains(id) {
            *id = new;
            return !std::mem::replace(&mut placed, true);
        }
        true
    });
}
