//! `elenchus suggest TEXT`
//!
//! With `--json` one document: `attributions`, each with `source` (or null), `cue`, `content` (a list) of `start`, `end` (code points) and
//! `text`; `speaker`, `type`, `stance`, `tier`, `rule`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::base::TaskCtx;
use crate::base::text::{byte_from_char, position_of, shorten};
use crate::cli::{FINE, Failure, report};
use crate::formats::document;
use crate::io;
use crate::provenance::suggest::{Proposal, Span, suggest};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Places are code points of the text; of PDF, DOCX, EPUB and web pages, of their text as imported.\n\
                  Tiers: A hardly ever wrong, B mostly right, C worth a look.")]
pub struct Args {
    /// The text to read, in English.
    #[arg(value_name = "TEXT")]
    file: PathBuf,
    /// Print one JSON document on stdout.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let text = read(args)?;
    let proposals = suggest(&text);
    if args.json {
        report::print_json(&json!({ "attributions": proposals.iter().map(value).collect::<Vec<_>>() }))?;
        return Ok(FINE);
    }
    for proposal in &proposals {
        let place = position_of(&text, byte_from_char(&text, proposal.cue.start as usize));
        let who = if proposal.speaker.is_empty() { "?" } else { &proposal.speaker };
        let content: Vec<&str> = proposal.content.iter().map(|span| span.text.as_str()).collect();
        let (tier, rule) = (proposal.tier.letter(), proposal.rule);
        report::print(&format!(
            "{place}\t{tier}\t{}\t{}\t{}\t[{rule}]",
            shorten(who, 40),
            shorten(&proposal.cue.text, 40),
            shorten(&content.join(" … "), 90)
        ))?;
    }
    Ok(FINE)
}

/// A text file as it stands; of other documents the text that an import takes from them.
fn read(args: &Args) -> Result<String, Failure> {
    let bytes = io::read(&args.file, &TaskCtx::new())?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let ending = args.file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !["pdf", "docx", "epub", "html", "htm", "xhtml"].contains(&ending.as_str()) {
        return document::words(&bytes).ok_or_else(|| Failure::refused(format!("{} is no text", args.file.display())));
    }
    let documents = document::read(&name, &bytes, &TaskCtx::new()).map_err(Failure::refused)?;
    Ok(documents.into_iter().next().map(|document| document.text).unwrap_or_default())
}

fn value(proposal: &Proposal) -> Value {
    json!({
        "source": proposal.source.as_ref().map(span),
        "cue": span(&proposal.cue),
        "content": proposal.content.iter().map(span).collect::<Vec<_>>(),
        "speaker": proposal.speaker,
        "type": proposal.quotation.word(),
        "stance": proposal.stance.word(),
        "tier": proposal.tier.letter(),
        "rule": proposal.rule,
    })
}

fn span(span: &Span) -> Value {
    json!({ "start": span.start, "end": span.end, "text": span.text })
}
