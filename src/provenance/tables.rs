//! Who blames whom and who agrees with whom, as tables: outcomes × causes × speakers, and claims × speakers.

use std::collections::BTreeMap;

use crate::base::{NodeId, SpeakerId};
use crate::model::{ArgumentMap, ClaimKind, Stance};
use crate::provenance::audit::both_sides;
use crate::provenance::trace::{Trace, trace};
use crate::provenance::words;
use crate::tr;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Who says what brought about what, and who denies it.
    Blame,
    /// Who takes which stance on which claim.
    Stances,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands in the columns.
    pub cells: Vec<String>,
    /// The claim.
    pub claim: NodeId,
    /// The speech acts in the row, in the order of time.
    pub acts: Vec<NodeId>,
    /// Whether the speaker takes both sides; the last cell says when.
    pub both_sides: bool,
}

impl Table {
    /// Both tables.
    pub const ALL: &[Self] = &[Self::Blame, Self::Stances];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Blame => tr!("table-blame"),
            Self::Stances => tr!("table-stances"),
        }
    }

    /// Its headings.
    pub fn columns(self) -> Vec<&'static str> {
        let what: &[&'static str] = match self {
            Self::Blame => &[tr!("table-outcome"), tr!("table-cause")],
            Self::Stances => &[tr!("table-claim")],
        };
        let stances = Stance::ALL.iter().map(|stance| stance.title());
        what.iter().copied().chain([tr!("table-speaker")]).chain(stances).chain([tr!("table-both-sides")]).collect()
    }

    /// What stands in it: by outcome, cause and speaker, or by claim and speaker. A claim of blame that nobody makes has a row too.
    pub fn rows(self, map: &ArgumentMap) -> Vec<Row> {
        let mut rows = Vec::new();
        for (id, claim) in map.claims() {
            let what = match self {
                Self::Blame if claim.kind == Some(ClaimKind::Cause) || !(claim.cause.is_empty() && claim.effect.is_empty()) => {
                    vec![claim.effect.trim().to_owned(), claim.cause.trim().to_owned()]
                }
                Self::Stances if !map.attributions_of(id).is_empty() => vec![claim.label().to_owned()],
                Self::Blame | Self::Stances => continue,
            };
            let trace = trace(map, id);
            let of_claim = by_speaker(map, &trace);
            if of_claim.is_empty() {
                let empty = vec![String::new(); Stance::ALL.len() + 2];
                rows.push(Row { cells: what.into_iter().chain(empty).collect(), claim: id, acts: Vec::new(), both_sides: false });
                continue;
            }
            let sides: BTreeMap<SpeakerId, String> = both_sides(map, &trace).into_iter().collect();
            for (speaker, acts) in of_claim {
                let name = speaker.and_then(|id| map.speaker(id)).map_or(tr!("label-unnamed-speaker"), |speaker| speaker.label());
                let when = |stance: Stance| {
                    let those = acts.iter().filter(|act| act.stance == stance).map(|act| act.time.as_str());
                    those.collect::<Vec<_>>().join(", ")
                };
                let both = speaker.and_then(|id| sides.get(&id)).cloned();
                let cells = what.iter().cloned().chain([name.to_owned()]).chain(Stance::ALL.iter().copied().map(when));
                rows.push(Row {
                    cells: cells.chain([both.clone().unwrap_or_default()]).collect(),
                    claim: id,
                    acts: acts.iter().map(|act| act.attribution).collect(),
                    both_sides: both.is_some(),
                });
            }
        }
        rows.sort_by(|a, b| {
            (a.cells.first().is_none_or(String::is_empty), &a.cells, a.claim).cmp(&(
                b.cells.first().is_none_or(String::is_empty),
                &b.cells,
                b.claim,
            ))
        });
        rows
    }
}

struct Act {
    attribution: NodeId,
    stance: Stance,
    time: String,
}

/// What each speaker does with a claim itself, and with what others say of it by passing it on.
fn by_speaker(map: &ArgumentMap, trace: &Trace) -> BTreeMap<Option<SpeakerId>, Vec<Act>> {
    let mut found: BTreeMap<Option<SpeakerId>, Vec<Act>> = BTreeMap::new();
    for step in trace.steps.iter().filter(|step| step.wording == trace.claim) {
        let Some(said) = map.attribution(step.attribution) else { continue };
        let stance = match (step.of, said.stance) {
            (None, stance) => stance,
            // Who says that another says it passes it on; who denies that takes no side on the claim.
            (Some(_), Stance::Asserts | Stance::Endorses | Stance::Reports) => Stance::Reports,
            (Some(_), Stance::Denies | Stance::Questions) => continue,
        };
        let act = Act { attribution: step.attribution, stance, time: words::time_of(map, step) };
        found.entry(said.speaker).or_default().push(act);
    }
    found
}
