//! Findings while reading: collected with byte offsets, given lines and columns in one pass at the end.

use crate::base::{Code, Diagnostic, Position};
use crate::tr;

/// Most findings that are kept; a file that departs everywhere is not an Argdown file.
const MAX_FINDINGS: usize = 1000;

/// Collects findings.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: Vec<(usize, Code, String, String)>,
    dropped: usize,
}

impl Findings {
    /// Notes a finding at a byte of the file.
    pub(super) fn add(&mut self, code: Code, at: usize, message: impl Into<String>, help: impl Into<String>) {
        if self.found.len() < MAX_FINDINGS {
            self.found.push((at, code, message.into(), help.into()));
        } else {
            self.dropped += 1;
        }
    }

    /// Notes once that something which occurs `count` times, first at `at`, is not kept; `message` says so for a number.
    pub(super) fn count(&mut self, at: usize, count: usize, message: impl Fn(usize) -> String, help: &str) {
        if count > 0 {
            self.found.push((at, Code::NotKept, message(count), help.to_owned()));
        }
    }

    /// The findings in the order of the file.
    pub(super) fn into_diagnostics(mut self, text: &str) -> Vec<Diagnostic> {
        self.found.sort_by_key(|(at, ..)| *at);
        let (mut line, mut column, mut done) = (1, 1, 0);
        let mut diagnostics = Vec::with_capacity(self.found.len() + 1);
        for (at, code, message, help) in self.found {
            let at = text.floor_char_boundary(at);
            for c in text.get(done..at).unwrap_or_default().chars() {
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            done = done.max(at);
            diagnostics.push(Diagnostic::at(code, Position { line, column }, message, help));
        }
        if self.dropped > 0 {
            let message = tr!("argdown-more-findings", count = self.dropped);
            diagnostics.push(Diagnostic::at(Code::Syntax, Position { line, column }, message, tr!("argdown-more-findings-help")));
        }
        diagnostics
    }
}
