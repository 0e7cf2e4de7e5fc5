//! Lint of a whole map: everything that is or may be wrong with it, as diagnostics. Quick enough to run while somebody types: a map is
//! read a fixed number of times, and nothing takes more than O((n + e) log n).

mod circles;
mod nodes;
mod propositions;
mod registers;
mod shape;

use std::cmp::Reverse;

use crate::base::text::shorten;
use crate::base::{Code, Diagnostic, Subject};
use crate::model::ArgumentMap;
use crate::tr;

use shape::Shape;

pub use nodes::same_claim;

/// Longest text of a claim that a message quotes, in code points.
const QUOTED_LEN: usize = 60;

/// All findings about a map, in a stable order: errors first, then by code, then by what they are about.
pub fn validate(map: &ArgumentMap) -> Vec<Diagnostic> {
    let shape = Shape::of(map);
    let mut findings = Findings(Vec::new());
    nodes::check_edges(map, &shape, &mut findings);
    nodes::check_relations(map, &shape, &mut findings);
    nodes::check_attributions(map, &shape, &mut findings);
    nodes::check_claims(&shape, &mut findings);
    nodes::check_self_relations(map, &shape, &mut findings);
    nodes::check_reports(map, &shape, &mut findings);
    registers::check_references(map, &shape, &mut findings);
    registers::check_entries(map, &shape, &mut findings);
    registers::check_circles(map, &mut findings);
    let mut all = findings.0;
    all.sort_by(|a, b| (Reverse(a.severity()), a).cmp(&(Reverse(b.severity()), b)));
    all
}

struct Findings(Vec<Diagnostic>);

impl Findings {
    fn add(&mut self, code: Code, subject: Subject, message: impl Into<String>, help: impl Into<String>) {
        self.0.push(Diagnostic::new(code, subject, message, help));
    }
}

fn quoted(text: &str) -> String {
    tr!("name-claim", claim = shorten(text, QUOTED_LEN))
}

/// "“A”, “B” and “C”"; what is too much is counted.
fn listed(names: &[String]) -> String {
    const SHOWN: usize = 3;
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] if all.len() < SHOWN => tr!("describe-and", before = all.join(", "), next = last.as_str()),
        all => tr!("list-and-more", shown = all[..SHOWN].join(", "), count = all.len() - SHOWN),
    }
}
