//! `elenchus source add MAP FILE…`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;

use crate::base::{SourceId, TaskCtx};
use crate::cli::{FINE, Failure, report};
use crate::edit::ops::NewSource;
use crate::editor::{Command, Editor, Effect, Entry, Intake, Loaded, recognise, version_of};
use crate::formats::document::{self, Document};
use crate::formats::native::to_text;
use crate::io;
use crate::model::{ArgumentMap, SourceText};

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
        let mut told = Told { args, file, said: &mut said };
        if documents.iter().all(|document| document.is_reference) {
            add_references(&mut editor, &intake, &documents, &mut told)?;
            continue;
        }
        for document in documents {
            let comments = if args.whole { 0 } else { document.comments.len() };
            let mut sources = intake.sources(&document);
            // An entry without its text is waiting for it, and what is there already is not added again.
            let new = sources.first().and_then(|new| new.source.latest_text()).map(SourceText::sha256);
            let is_it = |id: &SourceId| {
                editor.map().source(*id).is_some_and(|source| source.latest_text().is_none_or(|text| Some(text.sha256()) == new))
            };
            let known = version_of(editor.map(), &document).filter(|id| args.update || is_it(id));
            if let Some(known) = known {
                recognise(editor.map(), &mut sources, known);
            }
            let found = sources.iter().filter(|new| new.known.is_some()).count().saturating_sub(1);
            if told.dispatch(&mut editor, sources)
                && let Some(Entry::Source(id)) = editor.selection().entry()
            {
                told.tell(editor.map(), id, comments, found)?;
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

/// Adds a list of references in one step: what is in the register already is completed, and what the list says twice is added once.
fn add_references(editor: &mut Editor, intake: &Intake, documents: &[Document], told: &mut Told<'_>) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    let documents: Vec<&Document> = documents.iter().filter(|one| seen.insert((&one.title, &one.url, &one.date))).collect();
    let mut sources = Vec::new();
    for document in &documents {
        let mut own = intake.sources(document);
        if let Some(known) = version_of(editor.map(), document) {
            recognise(editor.map(), &mut own, known);
        }
        sources.extend(own);
    }
    if told.dispatch(editor, sources) {
        for id in documents.iter().filter_map(|document| version_of(editor.map(), document)) {
            told.tell(editor.map(), id, 0, 0)?;
        }
    }
    Ok(())
}

/// What is said of the sources of a file.
struct Told<'a> {
    args: &'a Add,
    file: &'a Path,
    said: &'a mut Vec<serde_json::Value>,
}

impl Told<'_> {
    /// Adds sources; says why where nothing comes of it.
    fn dispatch(&self, editor: &mut Editor, sources: Vec<NewSource>) -> bool {
        let before = editor.revision();
        editor.dispatch(Command::AddSources(sources));
        let why =
            editor.take_effects().into_iter().find_map(|effect| if let Effect::Toast(toast) = effect { Some(toast.text) } else { None });
        if editor.revision() == before {
            report::tell(&format!("elenchus: {}: {}", self.file.display(), why.unwrap_or_default()));
        }
        editor.revision() != before
    }

    /// Says what a source is now.
    fn tell(&mut self, map: &ArgumentMap, id: SourceId, comments: usize, known: usize) -> Result<(), Failure> {
        let Some(source) = map.source(id) else { return Ok(()) };
        let sum = source.latest_text().map(|text| text.sha256().to_string()).unwrap_or_default();
        self.said.push(json!({
            "file": self.file.display().to_string(), "source": id.to_string(), "title": source.title, "date": source.date, "url": source.url,
            "version": source.texts.len(), "comments": comments, "known": known, "sha256": sum,
        }));
        if self.args.json {
            return Ok(());
        }
        let version = if source.texts.len() > 1 { format!(", version {}", source.texts.len()) } else { String::new() };
        let text = if sum.is_empty() { String::new() } else { format!("  {comments} comments  sha256 {sum}") };
        report::print(&format!("{id}  {}{version}{text}", source.title))
    }
}
