//! Speakers, sources, groups: what names them, what they are, circles among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::is_stated_date;
use crate::base::{Code, GroupId, SourceId, SpeakerId, Subject};
use crate::model::validate::circles::{circles, way_round};
use crate::model::validate::shape::Shape;
use crate::model::validate::{Findings, listed, quoted};
use crate::model::{ArgumentMap, Node, SpeakerKind, name_of};

/// Names of speakers, sources and groups that are not in their registers.
pub(super) fn check_references(map: &ArgumentMap, shape: &Shape<'_>, findings: &mut Findings) {
    for (id, node) in &shape.nodes {
        let (id, subject) = (*id, Subject::Node(*id));
        match node {
            Node::Claim(claim) => need_group(map, findings, subject, claim.group, || name_of(map, id)),
            Node::Relation(relation) => need_group(map, findings, subject, relation.group, || name_of(map, id)),
            Node::Attribution(attribution) => {
                need_speakers(map, findings, subject, attribution.speaker.as_slice(), || format!("Attribution {id}"));
                need_source(map, findings, subject, attribution.source, || format!("Attribution {id}"));
            }
        }
    }
    for (id, source) in map.sources() {
        need_speakers(map, findings, Subject::Source(*id), &source.authors, || format!("Source {}", quoted(source.label())));
        need_source(map, findings, Subject::Source(*id), source.in_reply_to, || format!("Source {}", quoted(source.label())));
    }
    for (id, group) in map.groups() {
        need_group(map, findings, Subject::Group(*id), group.parent, || format!("group {}", quoted(&group.title)));
    }
}

fn need_speakers(map: &ArgumentMap, findings: &mut Findings, subject: Subject, speakers: &[SpeakerId], who: impl Fn() -> String) {
    for id in speakers.iter().filter(|id| map.speaker(**id).is_none()) {
        let message = format!("{} names the speaker {id}, who is not in the register.", who());
        findings.add(Code::UnknownSpeaker, subject, message, "Add the speaker, or choose another.");
    }
}

fn need_source(map: &ArgumentMap, findings: &mut Findings, subject: Subject, source: Option<SourceId>, who: impl Fn() -> String) {
    if let Some(id) = source.filter(|id| map.source(*id).is_none()) {
        let message = format!("{} names the source {id}, which is not in the register.", who());
        findings.add(Code::UnknownSource, subject, message, "Add the source, or choose another.");
    }
}

fn need_group(map: &ArgumentMap, findings: &mut Findings, subject: Subject, group: Option<GroupId>, who: impl Fn() -> String) {
    if let Some(id) = group.filter(|id| !map.groups().contains_key(id)) {
        let message = format!("The group {id}, which {} names, is not in the map.", who());
        findings.add(Code::UnknownGroup, subject, message, "Add the group, or choose another.");
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
        check_date(findings, Subject::Node(*id), &attribution.date, || format!("attribution {id}"));
    }
    for (id, source) in map.sources() {
        speakers.extend(&source.authors);
        sources.extend(source.in_reply_to.filter(|answered| answered != id));
        check_date(findings, Subject::Source(*id), &source.date, || format!("source {}", quoted(source.label())));
    }
    for (id, speaker) in map.speakers() {
        if speaker.name.trim().is_empty() && speaker.kind != SpeakerKind::Anonymous {
            findings.add(
                Code::SpeakerWithoutName,
                Subject::Speaker(*id),
                format!("Speaker {id} has no name."),
                "Write the name, or mark the speaker as anonymous and say in the role who it is.",
            );
        }
        if !speakers.contains(id) {
            let message = format!("Speaker {} says nothing in this map.", quoted(speaker.label()));
            findings.add(Code::UnusedSpeaker, Subject::Speaker(*id), message, "Attribute something to the speaker, or delete the entry.");
        }
    }
    for (id, source) in map.sources().iter().filter(|(id, _)| !sources.contains(id)) {
        let message = format!("Source {} is cited nowhere in this map.", quoted(source.label()));
        findings.add(Code::UnusedSource, Subject::Source(*id), message, "Cite it in an attribution, or delete the entry.");
    }
}

fn check_date(findings: &mut Findings, subject: Subject, date: &str, whose: impl Fn() -> String) {
    if !date.is_empty() && !is_stated_date(date) {
        let message = format!("{} is no date that can be sorted: see {}.", quoted(date), whose());
        findings.add(
            Code::DateNotIso,
            subject,
            message,
            "Write it as 2016, 2016-11, 2016-11-14 or 2016-11-14T18:33, as precise as it is stated.",
        );
    }
}

/// Groups that contain themselves, sources that answer themselves.
pub(super) fn check_circles(map: &ArgumentMap, findings: &mut Findings) {
    for circle in circles_of(map.groups(), |group| group.parent) {
        let names: Vec<String> = circle.iter().filter_map(|id| Some(quoted(&map.groups().get(id)?.title))).collect();
        let Some(first) = circle.first() else { continue };
        findings.add(
            Code::GroupCircle,
            Subject::Group(*first),
            format!("The group {} contains itself.", listed(&names)),
            "Take the group out of the one that it is in.",
        );
    }
    for circle in circles_of(map.sources(), |source| source.in_reply_to) {
        let names: Vec<String> = circle.iter().filter_map(|id| Some(quoted(map.source(*id)?.label()))).collect();
        let Some(first) = circle.first() else { continue };
        findings.add(
            Code::ReplyCircle,
            Subject::Source(*first),
            format!("The replies of {} lead back to themselves.", listed(&names)),
            "Correct what each of them replies to: the first can reply to none of the others.",
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
