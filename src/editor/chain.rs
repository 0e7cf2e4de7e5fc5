//! Chains of attributions as a sentence: "Bodden quotes Parry, who quotes Troy in Time".

use crate::base::NodeId;
use crate::base::date::{is_stated_date, read_date};
use crate::edit::ops::{self, ChainLink};
use crate::editor::{Editor, Effect, Selection};
use crate::model::{Quotation, Stance};

/// Verbs by which one passes on what another says, with in whose words.
const PASSING_ON: &[(&str, Option<Quotation>)] = &[
    ("quotes", Some(Quotation::Direct)),
    ("zitiert", Some(Quotation::Direct)),
    ("cites", Some(Quotation::Indirect)),
    ("paraphrases", Some(Quotation::Indirect)),
    ("reports", None),
    ("repeats", None),
    ("berichtet", None),
    ("wiederholt", None),
];

/// Verbs by which one takes a stance of one's own.
const STANDS: &[(&str, Stance)] = &[
    ("says", Stance::Asserts),
    ("asserts", Stance::Asserts),
    ("claims", Stance::Asserts),
    ("writes", Stance::Asserts),
    ("denies", Stance::Denies),
    ("rejects", Stance::Denies),
    ("questions", Stance::Questions),
    ("doubts", Stance::Questions),
    ("endorses", Stance::Endorses),
    ("sagt", Stance::Asserts),
    ("behauptet", Stance::Asserts),
    ("schreibt", Stance::Asserts),
    ("bestreitet", Stance::Denies),
    ("bezweifelt", Stance::Questions),
    ("bekräftigt", Stance::Endorses),
];

/// The chain that a sentence tells, the origin first; `None` where it is no such sentence. A name may be followed by its source ("in
/// Time"), and that by a date ("on 14 November 2016").
pub fn read_chain(sentence: &str) -> Option<Vec<ChainLink>> {
    let sentence = sentence.trim().trim_end_matches('.');
    let mut links: Vec<ChainLink> = Vec::new();
    // What the one before does to who comes next.
    let mut quotation = None;
    let mut rest = sentence;
    loop {
        let words: Vec<(usize, &str)> = starts(rest);
        let verb = words.iter().enumerate().skip(1).find_map(|(i, (at, word))| {
            let plain = word.trim_matches(',');
            let passing = PASSING_ON.iter().find(|(verb, _)| *verb == plain).map(|(_, quotation)| (Stance::Reports, Some(*quotation)));
            let stand = || STANDS.iter().find(|(verb, _)| *verb == plain).map(|(_, stance)| (*stance, None));
            passing.or_else(stand).map(|found| (i, *at, at + word.len(), found))
        });
        let Some((_, at, end, (stance, passes))) = verb else {
            // The last one, who says it.
            links.push(ChainLink { quotation, ..link(rest, Stance::Asserts)? });
            break;
        };
        let relative = !links.is_empty() && ["who", "der", "die", "das"].contains(&rest[..at].trim());
        match (relative, links.last_mut()) {
            // "…, who quotes": the one who was just named.
            (true, Some(last)) => last.stance = stance,
            _ => links.push(ChainLink { quotation, ..link(rest[..at].trim(), stance)? }),
        }
        let after = rest[end..].trim_start();
        let Some(passed_on) = passes else {
            // "denies it in Time": what follows belongs to the last one.
            let tail = ["it", "that", "es", "das"].iter().find_map(|it| after.strip_prefix(it)).unwrap_or(after);
            if let Some(last) = links.last_mut() {
                let placed = link(&format!("x {}", tail.trim()), stance)?;
                if !placed.source.is_empty() {
                    (last.source, last.date) = (placed.source, placed.date);
                } else if !tail.trim().is_empty() {
                    return None;
                }
            }
            break;
        };
        quotation = passed_on;
        // Up to "…, who …".
        let cut = [", who ", ", der ", ", die "].iter().filter_map(|mark| after.find(mark)).min();
        match cut {
            Some(cut) => {
                links.push(ChainLink { quotation, ..link(&after[..cut], Stance::Asserts)? });
                rest = after[cut + 1..].trim_start();
            }
            None => {
                links.push(ChainLink { quotation, ..link(after, Stance::Asserts)? });
                break;
            }
        }
    }
    links.reverse();
    (!links.is_empty() && sentence.contains(' ')).then_some(links)
}

/// Where each word begins.
fn starts(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut words = Vec::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        if !word.is_empty() {
            words.push((at, word));
        }
        at += part.len();
    }
    words
}

/// `Troy in Time on 14 November 2016`: a name with its place and its date.
fn link(text: &str, stance: Stance) -> Option<ChainLink> {
    let (mut head, mut date) = (text.trim().trim_end_matches(','), String::new());
    for mark in [" on ", " am ", ", "] {
        if let Some((before, after)) = head.rsplit_once(mark) {
            let stated = if is_stated_date(after.trim()) { Some(after.trim().to_owned()) } else { read_date(after) };
            if let Some(stated) = stated {
                (head, date) = (before, stated);
                break;
            }
        }
    }
    let (name, source) = head.split_once(" in ").unwrap_or((head, ""));
    let (name, source) = (name.trim(), source.trim());
    if name.is_empty() {
        return None;
    }
    Some(ChainLink { source: source.to_owned(), date, ..ChainLink::new(name, stance) })
}

impl Editor {
    /// Asks for a chain on the node that is selected.
    pub(super) fn ask_chain(&mut self) {
        if let Some(content) = self.selection.lead() {
            self.effects.push(Effect::AskChain(content));
        }
    }

    pub(super) fn add_chain(&mut self, content: NodeId, links: &[ChainLink]) {
        match ops::add_chain(&self.map, &mut self.rng, links, content) {
            Ok(made) => {
                self.commit(made.transaction, Some(Selection::of(made.id)));
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read_chain;

    #[test]
    fn sentences_become_chains() {
        for (sentence, wanted) in [
            ("Bodden quotes Parry, who quotes Troy in Time", "Troy Asserts Direct in Time / Parry Reports Direct / Bodden Reports"),
            (
                "Nat Parry in Consortium News cites Gil Troy in Time on 14 November 2016.",
                "Gil Troy Asserts Indirect in Time 2016-11-14 / Nat Parry Reports in Consortium News",
            ),
            ("Ann reports Bob, who denies it in the Daily", "Bob Denies in the Daily / Ann Reports"),
            ("Ann says it in the Daily on 2001-02", "Ann Asserts in the Daily 2001-02"),
            ("Ann denies it", "Ann Denies"),
            ("Bodden zitiert Parry, der Troy zitiert", ""),
            ("Bodden zitiert Parry, der berichtet Troy", "Troy Asserts / Parry Reports Direct / Bodden Reports"),
            ("Ann", ""),
            ("", ""),
            ("quotes", ""),
        ] {
            let said = read_chain(sentence).unwrap_or_default().into_iter().map(|link| {
                let quotation = link.quotation.map(|quotation| format!(" {}", quotation.name())).unwrap_or_default();
                let source = if link.source.is_empty() { String::new() } else { format!(" in {}", link.source) };
                let date = if link.date.is_empty() { String::new() } else { format!(" {}", link.date) };
                format!("{} {}{quotation}{source}{date}", link.speaker, link.stance.name())
            });
            let said: Vec<String> = said.collect();
            assert_eq!(said.join(" / "), wanted, "{sentence}");
        }
    }
}
