//! `elenchus trace MAP CLAIM`
//!
//! With `--json` one document: `claim` and `wordings` (`id`, `text`), `origins` (`count`, `mentions`, `list` of `voices`, `first` and
//! `steps`; `mixed`; `copies`, each a `step` with the words `of` an earlier one; `circles`; `marks` with `code`, `reason`, `voices`), `steps`. A step has `step` (its number from 1, which `of`,
//! `compared_with`, `first`, `steps`, `mixed` and `copies` refer to), `attribution`, `wording` (ids), `depth`, `stance`, `vouches`, `quotation`,
//! `cue`, `hedges`, `speaker`, `source` with `venue`, `date` (`stated`, `earliest`, `latest`, `by_source`, `known_by`, `basis`, `words`,
//! `relative_to`), `words`, `quoted`, `changes` (each of `same`, `added`, `gone`). What is empty is left out.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::analysis::{Shown, safe_copy};
use crate::base::{NodeId, TaskCtx, ViewId};
use crate::cli::{FINE, Failure, report};
use crate::formats::json::kept;
use crate::formats::{ExportOptions, Portion, Scope};
use crate::model::ArgumentMap;
use crate::provenance::copies::{Copies, Copy};
use crate::provenance::origins::{Origins, Voice, origins};
use crate::provenance::trace::{Piece, Step, Trace, trace};
use crate::provenance::verify::verify;
use crate::provenance::words;
use crate::tr;

#[derive(Debug, ClapArgs)]
#[command(after_help = "CLAIM is the id of a claim, its title, or words that only its text contains.\n\
                  Words that came in are printed {+so+}, words that went [-so-].")]
pub struct Args {
    /// The map, in any format that is read.
    #[arg(value_name = "MAP")]
    file: PathBuf,
    /// The claim to trace.
    claim: String,
    /// Print one JSON document on stdout.
    #[arg(long)]
    json: bool,
    /// Draw it instead, as SVG, PNG or PDF: time runs from left to right.
    #[arg(long, value_name = "OUT", conflicts_with = "json")]
    picture: Option<PathBuf>,
    /// Replace confidential speakers and sources in the picture, and strike out what names them.
    #[arg(long, requires = "picture")]
    safe_copy: bool,
    /// Force the format of MAP (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let map = report::open(&args.file, args.from.as_deref())?.map;
    let claim = find(&map, &args.claim)?;
    if let Some(out) = &args.picture {
        return draw(&map, claim, out, args.safe_copy);
    }
    let trace = trace(&map, claim);
    let found = origins(&map, &trace, &Copies::of(&verify(&map)));
    if args.json {
        report::print_json(&document(&map, &trace, &found))?;
    } else {
        report::print(text(&map, &trace, &found).trim_end())?;
    }
    Ok(FINE)
}

/// Writes the way of the claim as a picture.
fn draw(map: &ArgumentMap, claim: NodeId, out: &Path, safe: bool) -> Result<u8, Failure> {
    let exporter = report::exporter_for(out)?;
    if !exporter.is_picture() {
        return Err(Failure::refused(format!("{} is no picture: write SVG, PNG or PDF", exporter.title())));
    }
    let safe = if safe { Cow::Owned(safe_copy(map)) } else { Cow::Borrowed(map) };
    let portion = Portion::of(&safe, &Scope::Provenance(claim), &Shown::default(), exporter);
    let request = portion.request(ViewId::main(), ExportOptions { scale: 2.0, ..ExportOptions::default() });
    let exported = exporter.export(&request, &TaskCtx::new()).map_err(Failure::refused)?;
    report::write(out, &exported.bytes)?;
    Ok(FINE)
}

/// The claim that is meant.
fn find(map: &ArgumentMap, wanted: &str) -> Result<NodeId, Failure> {
    if let Some(id) = wanted.parse::<NodeId>().ok().filter(|id| map.claim(*id).is_some()) {
        return Ok(id);
    }
    let folded = wanted.trim().to_lowercase();
    let those = |fits: &dyn Fn(&crate::model::Claim) -> bool| -> Vec<NodeId> {
        map.claims().filter(|(_, claim)| fits(claim)).map(|(id, _)| id).collect()
    };
    let named = those(&|claim| claim.title.trim().to_lowercase() == folded || claim.text.trim().to_lowercase() == folded);
    let found = if named.is_empty() { those(&|claim| claim.text.to_lowercase().contains(&folded)) } else { named };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::refused(format!("no claim is “{wanted}” or has it in its text"))),
        several => {
            let list = |id: &NodeId| format!("\n  {id}  {}", map.claim(*id).map_or("", |claim| claim.label()));
            let all: String = several.iter().take(10).map(list).collect();
            Err(Failure::refused(format!("{} claims have “{wanted}” in their text; name one by its id:{all}", several.len())))
        }
    }
}

fn text(map: &ArgumentMap, trace: &Trace, found: &Origins) -> String {
    let mut out = String::new();
    let quoted = |id: NodeId| format!("“{}”", map.claim(id).map_or("", |claim| claim.label()));
    out += &format!("{}  {}\n", trace.claim, quoted(trace.claim));
    for wording in trace.wordings.iter().skip(1) {
        out += &format!("  also {wording}  {}\n", quoted(*wording));
    }
    out += &format!("\n{}\n", words::count(found));
    for origin in &found.origins {
        let steps: Vec<String> = origin.steps.iter().map(|i| (i + 1).to_string()).collect();
        out += &format!("  {}: {}\n", words::names(map, &origin.voices), steps.join(" "));
    }
    for Copy { step, of } in &found.copies {
        out += &format!("  {}\n", tr!("trace-copy", step = step + 1, of = of + 1));
    }
    if !found.mixed.is_empty() {
        let steps: Vec<String> = found.mixed.iter().map(|i| (i + 1).to_string()).collect();
        out += &format!("  from several of them: {}\n", steps.join(" "));
    }
    for mark in &found.marks {
        out += &format!("  ! {}\n", mark.reason(map, found));
    }
    let dates: Vec<String> = trace.steps.iter().map(|step| words::time_of(map, step)).collect();
    let width = dates.iter().map(|date| date.chars().count()).max().unwrap_or_default();
    let number_width = trace.steps.len().to_string().len();
    for (i, (step, date)) in trace.steps.iter().zip(&dates).enumerate() {
        let Some(said) = map.attribution(step.attribution) else { continue };
        let of = step.of.map(|of| format!(" ({})", of + 1)).unwrap_or_default();
        out += &format!("\n{:>number_width$}  {date:width$}  {}{of}", i + 1, words::act(map, trace, step));
        let place = words::place(map, said);
        let kind = said.quotation.map(|quotation| quotation.word().to_owned());
        let hedges = said.hedges.iter().map(|hedge| format!("hedged: {hedge}"));
        let basis = Some(words::basis(map, said, step.when)).filter(|basis| !basis.is_empty());
        let details: Vec<String> =
            Some(place).into_iter().filter(|place| !place.is_empty()).chain(kind).chain(hedges).chain(basis).collect();
        let indent = " ".repeat(number_width + 2 + width + 2);
        if !details.is_empty() {
            out += &format!("\n{indent}{}", details.join("; "));
        }
        let shown = marked(step, &trace.changes(i));
        if !shown.is_empty() {
            out += &if step.words.quoted { format!("\n{indent}“{shown}”") } else { format!("\n{indent}{shown}") };
        }
    }
    out
}

fn marked(step: &Step, changes: &[Piece]) -> String {
    if changes.is_empty() {
        return step.words.text.clone();
    }
    let piece = |piece: &Piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Added(text) => format!("{{+{text}+}}"),
        Piece::Gone(text) => format!("[-{text}-]"),
    };
    changes.iter().map(piece).collect()
}

fn document(map: &ArgumentMap, trace: &Trace, found: &Origins) -> Value {
    let wording = |id: &NodeId| json!({ "id": id.to_string(), "text": map.claim(*id).map(|claim| claim.text.as_str()) });
    let voices = |voices: &[Voice]| Value::Array(voices.iter().map(|voice| of_voice(map, *voice)).collect());
    let numbers = |steps: &[usize]| json!(steps.iter().map(|i| i + 1).collect::<Vec<_>>());
    let list = found.origins.iter().map(|o| json!({ "voices": voices(&o.voices), "first": o.first + 1, "steps": numbers(&o.steps) }));
    let marks = found
        .marks
        .iter()
        .map(|mark| kept(json!({ "code": mark.kind().code(), "reason": mark.reason(map, found), "voices": voices(mark.voices()) })));
    json!({
        "claim": wording(&trace.claim),
        "wordings": trace.wordings.iter().map(wording).collect::<Vec<_>>(),
        "origins": {
            "count": found.origins.len(), "mentions": found.mentions, "list": list.collect::<Vec<_>>(), "mixed": numbers(&found.mixed),
            "copies": found.copies.iter().map(|copy| json!({ "step": copy.step + 1, "of": copy.of + 1 })).collect::<Vec<_>>(),
            "circles": found.circles.iter().map(|circle| voices(circle)).collect::<Vec<_>>(), "marks": marks.collect::<Vec<_>>(),
        },
        "steps": trace.steps.iter().enumerate().map(|(i, step)| of_step(map, i, step, &trace.changes(i))).collect::<Vec<_>>(),
    })
}

fn of_voice(map: &ArgumentMap, voice: Voice) -> Value {
    let (kind, id) = match voice {
        Voice::Speaker(id) => ("speaker", id.to_string()),
        Voice::Source(id) => ("source", id.to_string()),
        Voice::Attribution(id) => ("attribution", id.to_string()),
    };
    json!({ "kind": kind, "id": id, "name": voice.name(map) })
}

fn of_step(map: &ArgumentMap, i: usize, step: &Step, changes: &[Piece]) -> Value {
    let Some(said) = map.attribution(step.attribution) else { return Value::Null };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let speaker = said.speaker.and_then(|id| Some((id, map.speaker(id)?)));
    let source = map.told_source(said);
    let changes = changes.iter().map(|piece| match piece {
        Piece::Same(text) => json!({ "same": text }),
        Piece::Added(text) => json!({ "added": text }),
        Piece::Gone(text) => json!({ "gone": text }),
    });
    kept(json!({
        "step": i + 1,
        "attribution": step.attribution.to_string(),
        "of": step.of.map(|of| of + 1),
        "wording": step.wording.to_string(),
        "depth": step.depth,
        "stance": said.stance.word(),
        "vouches": step.vouches,
        "quotation": said.quotation.map(|quotation| quotation.word()),
        "cue": said.cue,
        "hedges": said.hedges,
        "speaker": speaker.map(|(id, speaker)| json!({ "id": id.to_string(), "kind": speaker.kind.word(), "name": speaker.label() })),
        "source": source.map(|(id, source)| if source.confidential {
            json!({ "id": id.to_string(), "confidential": true })
        } else {
            kept(json!({
                "id": id.to_string(), "kind": source.kind.word(), "title": source.title, "venue": source.venue, "date": source.date,
                "url": source.url, "archive_url": source.archive_url,
            }))
        }),
        "date": kept(json!({
            "stated": said.date, "earliest": day(step.when.earliest), "latest": day(step.when.latest),
            "by_source": step.when.by_source.then_some(true), "known_by": day(step.known_by),
            "basis": said.dating.basis.map(|basis| basis.word()), "words": said.dating.words, "relative_to": said.dating.relative_to,
        })),
        "words": step.words.text,
        "quoted": step.words.quoted.then_some(true),
        "compared_with": step.compared_with.map(|other| other + 1),
        "changes": changes.collect::<Vec<_>>(),
    }))
}
