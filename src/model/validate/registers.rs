//! Speakers, sources, groups: what names them, what they are, circles among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::is_stated_date;
use crate::base::reckon::bounds_of;
use crate::base::{Code, GroupId, SourceId, SpeakerId, Subject};
use crate::model::validate::circles::{circles, way_round};
use crate::model::validate::shape::Shape;
use crate::model::validate::{Findings, listed, quoted};
use crate::model::{ArgumentMap, Dating, Keeping, Node, SourceText, SpeakerKind, TextState, name_of};
use crate::tr;

/// Names of speakers, sources and groups that are not in their registers.
pub(super) fn check_references(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    for (id, node) in &shape.nodes {
        let (id, subject) = (*id, Subject::Node(*id));
        match node {
            Node::Claim(claim) => need_group(map, findings, subject, claim.group, || name_of(map, id)),
            Node::Relation(relation) => need_group(map, findings, subject, relation.group, || name_of(map, id)),
            Node::Attribution(attribution) => {
                need_speakers(map, findings, subject, attribution.speaker.as_slice(), || tr!("found-attribution", id = id.to_string()));
                need_source(map, findings, subject, attribution.source, || tr!("found-attribution", id = id.to_string()));
            }
        }
    }
    for (id, source) in map.sources() {
        need_speakers(map, findings, Subject::Source(*id), &source.authors, || tr!("found-source", name = quoted(source.label())));
        need_source(map, findings, Subject::Source(*id), source.in_reply_to, || tr!("found-source", name = quoted(source.label())));
    }
    for (id, group) in map.groups() {
        need_group(map, findings, Subject::Group(*id), group.parent, || tr!("found-group", name = quoted(&group.title)));
    }
}

fn need_speakers(map: &ArgumentMap, findings: &mut Findings, subject: Subject, speakers: &[SpeakerId], who: impl Fn() -> String) {
    for id in speakers.iter().filter(|id| map.speaker(**id).is_none()) {
        let message = tr!("found-unknown-speaker", who = who(), id = id.to_string());
        findings.add(Code::UnknownSpeaker, subject, message, tr!("help-unknown-speaker"));
    }
}

fn need_source(map: &ArgumentMap, findings: &mut Findings, subject: Subject, source: Option<SourceId>, who: impl Fn() -> String) {
    if let Some(id) = source.filter(|id| map.source(*id).is_none()) {
        let message = tr!("found-unknown-source", who = who(), id = id.to_string());
        findings.add(Code::UnknownSource, subject, message, tr!("help-unknown-source"));
    }
}

fn need_group(map: &ArgumentMap, findings: &mut Findings, subject: Subject, group: Option<GroupId>, who: impl Fn() -> String) {
    if let Some(id) = group.filter(|id| !map.groups().contains_key(id)) {
        let message = tr!("found-unknown-group", who = who(), id = id.to_string());
        findings.add(Code::UnknownGroup, subject, message, tr!("help-unknown-group"));
    }
}

/// Entries that nothing names, speakers without a name, dates that cannot be sorted.
pub(super) fn check_entries(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    let mut speakers: BTreeSet<SpeakerId> = BTreeSet::new();
    let mut sources: BTreeSet<SourceId> = BTreeSet::new();
    for (id, node) in &shape.nodes {
        let Node::Attribution(attribution) = node else { continue };
        speakers.extend(attribution.speaker);
        sources.extend(attribution.source);
        let dating = &attribution.dating;
        for date in [&attribution.date, &dating.relative_to, &dating.earliest, &dating.latest] {
            check_date(findings, Subject::Node(*id), date, || tr!("found-in-attribution", id = id.to_string()));
        }
        check_bounds(findings, Subject::Node(*id), &attribution.date, dating);
    }
    for (id, source) in map.sources() {
        speakers.extend(&source.authors);
        sources.extend(source.in_reply_to.filter(|answered| answered != id));
        check_date(findings, Subject::Source(*id), &source.date, || tr!("found-in-source", name = quoted(source.label())));
    }
    for (id, source) in map.sources() {
        for (version, text) in source.texts.iter().enumerate() {
            check_text(findings, *id, quoted(source.label()), version + 1, text);
        }
    }
    for (id, speaker) in map.speakers() {
        if speaker.name.trim().is_empty() && speaker.kind != SpeakerKind::Anonymous {
            findings.add(Code::SpeakerWithoutName, Subject::Speaker(*id), tr!("found-nameless", id = id.to_string()), tr!("help-nameless"));
        }
        if !speakers.contains(id) {
            let message = tr!("found-unused-speaker", name = quoted(speaker.label()));
            findings.add(Code::UnusedSpeaker, Subject::Speaker(*id), message, tr!("help-unused-speaker"));
        }
    }
    // Where its text was imported, a source waits to be read.
    for (id, source) in map.sources().iter().filter(|(id, source)| !sources.contains(id) && source.texts.is_empty()) {
        let message = tr!("found-unused-source", name = quoted(source.label()));
        findings.add(Code::UnusedSource, Subject::Source(*id), message, tr!("help-unused-source"));
    }
}

/// Texts that are not what was imported.
fn check_text(findings: &mut Findings, id: SourceId, source: String, version: usize, text: &SourceText) {
    let file = match &text.keeping {
        Keeping::Beside(name) => Some(name.as_str()),
        Keeping::Inside => None,
    };
    match (text.state(), file) {
        (TextState::Intact, _) => {}
        (TextState::Altered, None) => {
            let message = tr!("found-text-altered", source = source, version = version);
            findings.add(Code::TextAltered, Subject::Source(id), message, tr!("help-text-altered"));
        }
        (TextState::Altered, Some(file)) => {
            let message = tr!("found-text-altered-beside", source = source, version = version, file = file);
            findings.add(Code::TextAltered, Subject::Source(id), message, tr!("help-text-altered-beside"));
        }
        (TextState::Missing, file) => {
            let message = tr!("found-text-missing", source = source, version = version, file = file.unwrap_or_default());
            findings.add(Code::TextMissing, Subject::Source(id), message, tr!("help-text-missing"));
        }
    }
}

fn check_date(findings: &mut Findings, subject: Subject, date: &str, whose: impl Fn() -> String) {
    if !date.is_empty() && !is_stated_date(date) {
        let message = tr!("found-date", date = quoted(date), whose = whose());
        findings.add(Code::DateNotIso, subject, message, tr!("help-date"));
    }
}

/// A date lies between its bounds, and these do not cross.
fn check_bounds(findings: &mut Findings, subject: Subject, date: &str, dating: &Dating) {
    let (earliest, latest) = (bounds_of(&dating.earliest), bounds_of(&dating.latest));
    let found = match (bounds_of(date), earliest, latest) {
        (_, Some(earliest), Some(latest)) if earliest.0 > latest.1 => {
            tr!("found-bounds-crossed", earliest = dating.earliest.as_str(), latest = dating.latest.as_str())
        }
        (Some(date_bounds), Some(earliest), _) if date_bounds.1 < earliest.0 => {
            tr!("found-before-earliest", date = date, earliest = dating.earliest.as_str())
        }
        (Some(date_bounds), _, Some(latest)) if date_bounds.0 > latest.1 => {
            tr!("found-after-latest", date = date, latest = dating.latest.as_str())
        }
        _ => return,
    };
    findings.add(Code::DateBounds, subject, found, tr!("help-bounds"));
}

/// Groups that contain themselves, sources that answer themselves.
pub(super) fn check_circles(map: &ArgumentMap, findings: &mut Findings) {
    for circle in circles_of(map.groups(), |group| group.parent) {
        let names: Vec<String> = circle.iter().filter_map(|id| Some(quoted(&map.groups().get(id)?.title))).collect();
        let Some(first) = circle.first() else { continue };
        findings.add(
            Code::GroupCircle,
            Subject::Group(*first),
            tr!("found-group-circle", names = listed(&names)),
            tr!("help-group-circle"),
        );
    }
    for circle in circles_of(map.sources(), |source| source.in_reply_to) {
        let names: Vec<String> = circle.iter().filter_map(|id| Some(quoted(map.source(*id)?.label()))).collect();
        let Some(first) = circle.first() else { continue };
        findings.add(
            Code::ReplyCircle,
            Subject::Source(*first),
            tr!("found-reply-circle", names = listed(&names)),
            tr!("help-reply-circle"),
        );
    }
}

fn circles_of<Id: Copy + Ord, Record>(register: &BTreeMap<Id, Record>, next: impl Fn(&Record) -> Option<Id>) -> Vec<Vec<Id>> {
    let ids: Vec<Id> = register.keys().copied().collect();
    let successors: Vec<Vec<usize>> =
        register.values().map(|record| next(record).and_then(|id| ids.binary_search(&id).ok()).into_iter().collect()).collect();
    let walk = |members: Vec<usize>| way_round(&successors, &members, *members.first()?).into_iter().map(|i| ids.get(i).copied()).collect();
    circles(&successors).into_iter().filter_map(walk).collect()
}
