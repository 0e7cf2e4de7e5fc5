//! What is doubtful about where claims come from, as findings beside those of validation.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::text::shorten;
use crate::base::{Code, Diagnostic, SourceId, SpeakerId, Subject};
use crate::model::{ArgumentMap, Stance, validate};
use crate::provenance::copies::Copies;
use crate::provenance::origins::{Mark, Origins, Voice, is_linked, origins};
use crate::provenance::trace::{Trace, traces};
use crate::provenance::words;
use crate::tr;

/// Longest text of a claim that a message quotes, in code points.
const QUOTED_LEN: usize = 60;

/// Everything that is or may be wrong with a map: what validation finds, and what is doubtful about its provenance. In one stable order.
pub fn check(map: &ArgumentMap, copies: &Copies) -> Vec<Diagnostic> {
    let mut all = validate(map);
    all.extend(audit(map, copies));
    all.sort_by(|a, b| (Reverse(a.severity()), a).cmp(&(Reverse(b.severity()), b)));
    all
}

/// What is doubtful about where claims come from; what the sources' texts have in common says which are copies.
pub fn audit(map: &ArgumentMap, copies: &Copies) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for trace in traces(map) {
        of_claim(map, &trace, &origins(map, &trace, copies), &mut found);
    }
    of_sources(map, &mut found);
    found
}

fn of_claim(map: &ArgumentMap, trace: &Trace, origins: &Origins, found: &mut Vec<Diagnostic>) {
    let subject = Subject::Node(trace.claim);
    let name = || tr!("name-claim", claim = shorten(map.claim(trace.claim).map_or("", |claim| claim.label()), QUOTED_LEN));
    let mut add = |code, subject, message: String, help: &str| found.push(Diagnostic::new(code, subject, message, help));
    for circle in &origins.circles {
        let message = tr!("found-origin-circle", claim = name(), way = words::way(map, circle));
        add(Code::OriginCircle, subject, message, tr!("help-origin-circle"));
    }
    let speakers: BTreeSet<Option<SpeakerId>> = trace
        .steps
        .iter()
        .filter(|step| step.vouches)
        .filter_map(|step| map.attribution(step.attribution))
        .map(|said| said.speaker)
        .collect();
    if let ([origin], 3.., true) = (origins.origins.as_slice(), origins.mentions, speakers.len() > 2) {
        let message = tr!("found-one-origin", claim = name(), mentions = origins.mentions, who = words::names(map, &origin.voices));
        add(Code::OneOrigin, subject, message, tr!("help-one-origin"));
    }
    let unnamed: Vec<Voice> = origins
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Anonymous(_) | Mark::Collective(_)))
        .flat_map(Mark::voices)
        .copied()
        .collect();
    // Where somebody else can be asked, the claim does not hang on them.
    if !unnamed.is_empty() && unnamed.len() == origins.origins.len() && origins.mentions > 1 {
        let message = tr!("found-unnamed-origins", claim = name(), who = words::names(map, &unnamed));
        add(Code::UnnamedOrigins, subject, message, tr!("help-unnamed-origins"));
    }
    for step in &trace.steps {
        let Some(inner) = step.of.and_then(|of| trace.steps.get(of)) else { continue };
        if let (Some(reported), Some(report)) = (inner.when.earliest, step.when.latest)
            && report < reported
        {
            let message = tr!(
                "found-report-predates",
                act = words::act(map, trace, step),
                report = words::time_of(map, step),
                reported = words::time_of(map, inner)
            );
            add(Code::ReportPredates, Subject::Node(step.attribution), message, tr!("help-report-predates"));
        }
    }
    for (speaker, sides) in both_sides(map, trace) {
        let who = map.speaker(speaker).map_or_else(|| speaker.to_string(), |speaker| speaker.label().to_owned());
        let message = tr!("found-both-sides", who = who, claim = name(), sides = sides);
        add(Code::BothSides, subject, message, tr!("help-both-sides"));
    }
}

/// Who both stands by a claim and denies it, with when: `asserts 2001, denies 2005`.
pub(super) fn both_sides(map: &ArgumentMap, trace: &Trace) -> Vec<(SpeakerId, String)> {
    let mut by_speaker: BTreeMap<SpeakerId, Vec<(Stance, String)>> = BTreeMap::new();
    for step in trace.steps.iter().filter(|step| step.of.is_none()) {
        let Some(said) = map.attribution(step.attribution) else { continue };
        let takes_side = matches!(said.stance, Stance::Asserts | Stance::Endorses | Stance::Denies);
        if let Some(speaker) = said.speaker.filter(|_| takes_side) {
            by_speaker.entry(speaker).or_default().push((said.stance, words::time_of(map, step)));
        }
    }
    by_speaker.retain(|_, sides| {
        let denials = sides.iter().filter(|(stance, _)| *stance == Stance::Denies).count();
        denials > 0 && denials < sides.len()
    });
    let words = |sides: Vec<(Stance, String)>| {
        sides.into_iter().map(|(stance, time)| format!("{} ({time})", stance.verb())).collect::<Vec<_>>().join(", ")
    };
    by_speaker.into_iter().map(|(speaker, sides)| (speaker, words(sides))).collect()
}

/// Sources that cannot be looked up or put in order, though something is said in them.
fn of_sources(map: &ArgumentMap, found: &mut Vec<Diagnostic>) {
    let mut used: BTreeMap<SourceId, bool> = BTreeMap::new();
    for (_, said) in map.attributions() {
        if let Some(source) = said.source {
            let undated = map.when(said).is_undated();
            *used.entry(source).or_default() |= undated;
        }
    }
    for (id, has_undated) in used {
        let Some(source) = map.source(id) else { continue };
        let name = tr!("name-claim", claim = shorten(source.label(), QUOTED_LEN));
        if !is_linked(map, id) {
            let message = tr!("found-source-unlinked", source = name.as_str());
            found.push(Diagnostic::new(Code::SourceUnlinked, Subject::Source(id), message, tr!("help-source-unlinked")));
        }
        if has_undated && source.date.trim().is_empty() {
            let message = tr!("found-source-undated", source = name.as_str());
            found.push(Diagnostic::new(Code::SourceUndated, Subject::Source(id), message, tr!("help-source-undated")));
        }
    }
}
