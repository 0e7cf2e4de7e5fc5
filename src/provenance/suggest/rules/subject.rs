//! Whose verb it is: the subject before it, over commas, coordination and participles.

use std::ops::Range;

use super::Scene;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::words::{can, frame};

/// A verb with its helpers.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) head: usize,
    /// Behind its adverbs.
    pub(super) end: usize,
    pub(super) passive: bool,
    pub(super) infinitive: bool,
    pub(super) gerund: bool,
    /// A participle without a helper that may describe the noun before it.
    pub(super) bare_participle: bool,
}

impl Scene<'_, '_> {
    /// The verb group around a verb.
    pub(super) fn group(&self, head: usize) -> Group {
        let doc = self.doc;
        let mut start = head;
        let mut helper = None;
        while start > self.start && matches!(doc.tag(start - 1), Tag::Auxiliary | Tag::Adverb | Tag::To) {
            start -= 1;
            if doc.tag(start) == Tag::Auxiliary && helper.is_none() {
                helper = Some(start);
            }
        }
        // An adverb that opens the sentence or follows a comma is its own.
        let opens = |at: usize| at <= self.start || doc.tag(at - 1) == Tag::Mark;
        while start < head && doc.tag(start) == Tag::Adverb && opens(start) {
            start += 1;
        }
        let mut end = head + 1;
        while end < self.end && doc.tag(end) == Tag::Adverb {
            end += 1;
        }
        let participle = doc.can(head, can::PARTICIPLE | can::PAST) && !doc.can(head, can::BASE);
        let passive = helper.is_some_and(|at| doc.is_be(at)) && doc.can(head, can::PARTICIPLE);
        let to = (start..head).any(|at| doc.tag(at) == Tag::To);
        let gerund = doc.can(head, can::GERUND) && helper.is_none();
        Group { start, head, end, passive, infinitive: to, gerund, bare_participle: participle && helper.is_none() }
    }

    /// The subject of a verb group, `depth` coordinations deep at most.
    pub(super) fn subject(&self, group: &Group, depth: u8) -> Option<Range<usize>> {
        let doc = self.doc;
        if depth > 1 || group.start <= self.start {
            return if group.gerund || group.bare_participle { self.later_subject(group) } else { None };
        }
        let before = group.start - 1;
        if group.infinitive {
            return self.earlier_subject(before + 1, depth);
        }
        match doc.tag(before) {
            Tag::Question if doc.is(before, &["who", "which", "that"]) => Some(before..before + 1),
            Tag::Subordinator if doc.is(before, &["that"]) && before > self.start && doc.tag(before - 1).ends_phrase() => {
                Some(before..before + 1)
            }
            tag if tag.ends_phrase() => {
                if group.gerund && doc.tag(before) == Tag::Noun && doc.can(before, can::DAY) {
                    return self.earlier_subject(before, depth);
                }
                doc.subject_before(before, self.start)
            }
            Tag::Adjective if !group.gerund => Some(doc.phrase_before(before, self.start)),
            Tag::Determiner => Some(before..before + 1),
            Tag::Mark if doc.is_comma(before) => {
                if group.gerund {
                    let beside =
                        || (before > self.start && doc.tag(before - 1).ends_phrase()).then(|| doc.phrase_before(before - 1, self.start));
                    return self.earlier_subject(before, depth).or_else(|| beside().filter(|phrase| phrase.start == self.start));
                }
                doc.subject_over_commas(before, self.start).or_else(|| self.earlier_subject(before, depth))
            }
            Tag::Mark if matches!(doc.lower(before), ")" | "—" | "–" | "--") => {
                let open = (self.start..before)
                    .rev()
                    .take(20)
                    .find(|at| matches!(doc.lower(*at), "(" | "—" | "–" | "--") && doc.lower(*at) != ")")?;
                (open > self.start && doc.tag(open - 1).ends_phrase()).then(|| doc.phrase_before(open - 1, self.start).start..before + 1)
            }
            Tag::Conjunction | Tag::Preposition | Tag::Subordinator | Tag::Verb | Tag::Adverb => {
                self.earlier_subject(before, depth).or_else(|| group.gerund.then(|| self.later_subject(group)).flatten())
            }
            Tag::Quote => {
                // The “New Deal” Democrats: a quoted name may end the subject.
                let quoted = doc.division.quote(before)?;
                let short = quoted.range.len() <= 7
                    && quoted.range.start > self.start
                    && matches!(doc.tag(quoted.range.start - 1), Tag::Noun | Tag::Determiner | Tag::Name);
                short.then(|| doc.phrase_before(quoted.range.start - 1, self.start).start..before + 1)
            }
            _ => None,
        }
    }

    /// The subject of the nearest finite verb before `at`.
    fn earlier_subject(&self, at: usize, depth: u8) -> Option<Range<usize>> {
        let doc = self.doc;
        let mut verb = at;
        let mut inner = None;
        let mut seen = 0;
        while verb > self.start {
            verb -= 1;
            if let Some(quoted) = doc.division.quote(verb) {
                if quoted.range.start <= self.start {
                    return None;
                }
                verb = quoted.range.start;
                continue;
            }
            let finite = doc.is_finite(verb) && !(verb > self.start && doc.tag(verb - 1) == Tag::To);
            if !finite {
                continue;
            }
            seen += 1;
            if seen > 4 {
                break;
            }
            let group = self.group(if doc.tag(verb) == Tag::Auxiliary { self.head_of(verb) } else { verb });
            let group =
                if group.head == verb && doc.tag(verb) == Tag::Auxiliary { super::subject::Group { start: verb, ..group } } else { group };
            let relative = group.start > self.start && (doc.tag(group.start - 1) == Tag::Question || doc.is(group.start - 1, &["that"]));
            if relative || group.gerund || group.infinitive {
                continue;
            }
            if let Some(subject) = self.subject(&group, depth + 1) {
                let before = subject.start.checked_sub(1).filter(|before| *before >= self.start);
                let subordinate = before.is_some_and(|before| {
                    matches!(doc.tag(before), Tag::Subordinator | Tag::Question)
                        || doc.verb_cue(before).is_some_and(|cue| cue.frames & frame::CLAUSE != 0)
                });
                if !subordinate {
                    return Some(subject);
                }
                inner = inner.or(Some(subject));
                continue;
            }
            // “…,” said X, adding: the subject stands behind.
            if doc.verb_cue(verb).is_some() && doc.starts_phrase(verb + 1) {
                let phrase = doc.phrase_from(verb + 1, self.end);
                if !phrase.is_empty() {
                    return Some(phrase);
                }
            }
        }
        inner
    }

    /// The verb that a helper helps; itself where none follows.
    fn head_of(&self, helper: usize) -> usize {
        let doc = self.doc;
        (helper + 1..self.end)
            .find(|at| !matches!(doc.tag(*at), Tag::Auxiliary | Tag::Adverb))
            .filter(|at| doc.tag(*at) == Tag::Verb)
            .unwrap_or(helper)
    }

    /// "Speaking in Ohio, Hale said": the subject of the clause that follows the comma.
    fn later_subject(&self, group: &Group) -> Option<Range<usize>> {
        let doc = self.doc;
        let comma =
            (group.end..self.end).find(|at| doc.is_comma(*at) && doc.starts_phrase(at + 1) && doc.phrase_then_verb(at + 1, self.end))?;
        Some(doc.phrase_from(comma + 1, self.end))
    }
}
