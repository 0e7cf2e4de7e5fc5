//! `elenchus source add MAP FILE…`

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;

use crate::base::{SourceId, TaskCtx};
use crate::cli::{FINE, Failure, report};
use crate::editor::{Command, Editor, Effect, Entry, Intake, Loaded, recognise, version_of};
use crate::formats::document;
use crate::formats::native::to_text;
use crate::io;
use crate::model::SourceText;

#[derive(Debug, ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Import documents with their texts into the register of sources.
    #[command(
        after_help = "Reads plain text, Markdown, web pages, PDF, DOCX, EPUB, exports of WordPress and Disqus, threads of Hacker News and Reddit in JSON, and lists of references in BibTeX and CSL-JSON. What they state about themselves is taken over. Exit code 1: a document was refused; the map is then as it was."
    )]
    Add(Add),
}

#[derive(Debug, ClapArgs)]
struct Add {
    /// The map, in the native format; what it held before is kept as a backup.
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// The documents.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Keep the texts in files beside the map instead of in it.
    #[arg(long)]
    beside: bool,
    /// Keep an article and the comments below it as one text.
    #[arg(long)]
    whole: bool,
    /// Mark them as confidential: not to be named in exports.
    #[arg(long)]
    confidential: bool,
    /// Where a source of the same address or title is there with a text, add this one to it as a new version. A source that has no text
    /// yet always gets it.
    #[arg(long)]
    update: bool,
    /// Say what was imported as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    match &args.verb {
        Verb::Add(args) => add(args),
    }
}

fn add(args: &Add) -> Result<u8, Failure> {
    let opened = report::open(&args.map, Some("ron"))?;
    let mut editor = Editor::default();
    editor.dispatch(Command::Loaded(Box::new(Loaded { map: opened.map, ..Loaded::default() })));
    let mut said = Vec::new();
    for file in &args.files {
        let bytes = io::read(file, &TaskCtx::new())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let documents = document::read(&name, &bytes, &TaskCtx::new());
        let documents = documents.map_err(|error| Failure::refused(format!("{}: {error}", file.display())))?;
        let mut intake = Intake::now(name);
        (intake.split, intake.beside, intake.confidential) = (!args.whole, args.beside, args.confidential);
        for document in documents {
            let comments = document.comments.len();
            let mut sources = intake.sources(&document);
            // An entry without its text is waiting for it, and what is there already is not added again.
            let new = sources.first().and_then(|new| new.source.latest_text()).map(SourceText::sha256);
            let is_it = |id: &SourceId| {
                editor.map().source(*id).is_some_and(|source| source.latest_text().is_none_or(|text| Some(text.sha256()) == new))
            };
            let known = version_of(editor.map(), &document).filter(|id| args.update || document.is_reference || is_it(id));
            if let Some(known) = known {
                recognise(editor.map(), &mut sources, known);
            }
            let found = sources.iter().filter(|new| new.known.is_some()).count().saturating_sub(1);
            let command = Command::AddSources(sources);
            let before = editor.revision();
            editor.dispatch(command);
            let told = editor
                .take_effects()
                .into_iter()
                .find_map(|effect| if let Effect::Toast(toast) = effect { Some(toast.text) } else { None });
            if editor.revision() == before {
                eprintln!("elenchus: {}: {}", file.display(), told.unwrap_or_default());
                continue;
            }
            let entry = match editor.selection().entry() {
                Some(Entry::Source(id)) => id,
                _ => continue,
            };
            let Some((source, text)) = editor.map().source(entry).map(|source| (source, source.latest_text())) else { continue };
            let sum = text.map(|text| text.sha256().to_string()).unwrap_or_default();
            let comments = if args.whole { 0 } else { comments };
            said.push(json!({
                "file": file.display().to_string(), "source": entry.to_string(), "title": source.title, "date": source.date, "url": source.url,
                "version": source.texts.len(), "comments": comments, "known": found, "sha256": sum,
            }));
            if !args.json {
                let version = if source.texts.len() > 1 { format!(", version {}", source.texts.len()) } else { String::new() };
                let text = if sum.is_empty() { String::new() } else { format!("  {comments} comments  sha256 {sum}") };
                report::print(&format!("{entry}  {}{version}{text}", source.title))?;
            }
        }
    }
    let map = editor.map();
    io::save_map(&args.map, map, to_text(map).as_bytes(), Some(&opened.fingerprint))?;
    if args.json {
        report::print_json(&said)?;
    }
    Ok(FINE)
}
