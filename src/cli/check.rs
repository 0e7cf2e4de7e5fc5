//! `elenchus check FILE`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use serde::Serialize;

use crate::base::{Code, Diagnostic, Severity, Subject};
use crate::cli::{FINDINGS, FINE, Failure, report};
use crate::formats::ImportError;
use crate::io::IoError;
use crate::provenance::audit::check;
use crate::provenance::copies::Copies;
use crate::provenance::verify::{findings, verify};

/// Of a kind of hint so many are told one by one.
const ALL_OF_A_KIND: usize = 5;
/// Of more, so many.
const FIRST_OF_A_KIND: usize = 3;

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Findings go to stderr, one a line, with their remedy; of many hints of one kind the first and their number. Exit code 0: nothing found; 1: findings, hints included, or a file that was refused."
)]
pub struct Args {
    /// The map to check, in any format that is read.
    #[arg(required_unless_present = "explain")]
    file: Option<PathBuf>,
    /// Print one JSON document on stdout instead.
    #[arg(long, conflicts_with = "explain")]
    json: bool,
    /// Force the format of FILE (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
    /// Say what a code means and what to do about it; `all` lists every code.
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
}

#[derive(Serialize)]
struct Report {
    file: String,
    errors: usize,
    warnings: usize,
    hints: usize,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    code: &'static str,
    severity: &'static str,
    subject: String,
    message: String,
    help: String,
    line: Option<u32>,
    column: Option<u32>,
}

impl From<&Diagnostic> for Finding {
    fn from(d: &Diagnostic) -> Self {
        Self {
            code: d.code.name(),
            severity: d.severity().word(),
            subject: d.subject.to_string(),
            message: d.message.clone(),
            help: d.help.clone(),
            line: d.position.map(|p| p.line),
            column: d.position.map(|p| p.column),
        }
    }
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    if let Some(code) = &args.explain {
        return explain(code);
    }
    let Some(file) = &args.file else { return Ok(FINE) };
    let found = match report::try_open(file, args.from.as_deref())? {
        Ok(opened) => {
            let checked = verify(&opened.map);
            [opened.report, check(&opened.map, &Copies::of(&checked)), findings(&opened.map, &checked)].concat()
        }
        Err(IoError::Import { error: ImportError::Refused(diagnostic), .. }) => vec![diagnostic],
        Err(error @ (IoError::Import { .. } | IoError::UnknownFormat { .. } | IoError::TooLarge { .. })) => {
            vec![Diagnostic::new(Code::Syntax, Subject::Map, error.to_string(), "")]
        }
        Err(error) => return Err(error.into()),
    };
    if args.json {
        let count = |severity| found.iter().filter(|d| d.severity() == severity).count();
        report::print_json(&Report {
            file: file.display().to_string(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            hints: count(Severity::Hint),
            findings: found.iter().map(Finding::from).collect(),
        })?;
    } else {
        say(file, &found);
        report::print(&format!("{}: {}", file.display(), report::summary(&found)))?;
    }
    Ok(if found.is_empty() { FINE } else { FINDINGS })
}

/// Errors and warnings one by one; of hints of one kind, which may be many, the first and how many more there are.
fn say(file: &Path, found: &[Diagnostic]) {
    let (hints, loud): (Vec<Diagnostic>, Vec<Diagnostic>) = found.iter().cloned().partition(|d| d.severity() == Severity::Hint);
    report::say(file, &loud);
    let mut kinds: BTreeMap<Code, Vec<Diagnostic>> = BTreeMap::new();
    hints.into_iter().for_each(|hint| kinds.entry(hint.code).or_default().push(hint));
    for (code, kind) in kinds {
        let shown = if kind.len() > ALL_OF_A_KIND { FIRST_OF_A_KIND } else { kind.len() };
        report::say(file, kind.get(..shown).unwrap_or(&kind));
        let more = kind.len() - shown;
        if more > 0 {
            let word = Severity::Hint.word();
            report::tell(&format!("{}: {word}[{}] and {more} more of this kind (all of them with --json)", file.display(), code.name()));
        }
    }
}

fn explain(name: &str) -> Result<u8, Failure> {
    if name == "all" {
        for code in Code::ALL {
            report::print(&format!("{:8} {:30} {}", code.severity().word(), code.name(), code.explanation()))?;
        }
        return Ok(FINE);
    }
    match Code::from_name(name) {
        Some(code) => report::print(&format!("{} ({})\n{}", code.name(), code.severity().word(), code.explanation())).map(|()| FINE),
        None => Err(Failure::environment(format!("there is no code “{name}”; `elenchus check --explain all` lists them"))),
    }
}
