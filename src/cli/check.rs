//! `elenchus check FILE`

use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde::Serialize;

use crate::base::{Code, Diagnostic, Severity, Subject};
use crate::cli::{FINDINGS, FINE, Failure, report};
use crate::formats::ImportError;
use crate::io::IoError;
use crate::provenance::audit::check;
use crate::provenance::verify::{findings, verify};

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Findings go to stderr, one a line, with their remedy. Exit code 0: nothing found; 1: findings, hints included, or a file that was refused."
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
        Ok(opened) => [opened.report, check(&opened.map), findings(&opened.map, &verify(&opened.map))].concat(),
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
        report::say(file, &found);
        report::print(&format!("{}: {}", file.display(), report::summary(&found)))?;
    }
    Ok(if found.is_empty() { FINE } else { FINDINGS })
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
