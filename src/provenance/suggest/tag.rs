//! A light guess at each word's part of speech, by lexicon, ending and neighbours.

use std::ops::Range;

use super::token::{Kind, Token};
use super::words::{LEXICON, can};

/// Part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Noun,
    Name,
    Pronoun,
    Determiner,
    /// "his", or the 's after an owner.
    Possessive,
    Genitive,
    Adjective,
    Adverb,
    Number,
    /// The head of a verb group.
    Verb,
    Auxiliary,
    /// "to" before an infinitive.
    To,
    Preposition,
    Conjunction,
    /// "that", "because" and other openers of clauses.
    Subordinator,
    /// "who", "which", "what", "how".
    Question,
    Quote,
    Mark,
}

impl Tag {
    /// May be the last word of a noun phrase.
    pub(super) fn ends_phrase(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Number)
    }
}

/// Tags of all tokens, sentence by sentence.
pub(super) fn tags(tokens: &[Token], sentences: &[Range<usize>]) -> Vec<Tag> {
    let mut tags = vec![Tag::Mark; tokens.len()];
    for sentence in sentences {
        let long = || tokens[sentence.clone()].iter().filter(|token| token.kind == Kind::Word && token.text.len() > 3);
        let shouted = long().count() > 3 && long().all(|token| token.capital);
        for at in sentence.clone() {
            tags[at] = Guess { tokens, tags: &tags, start: sentence.start, end: sentence.end, at, shouted }.tag();
        }
    }
    tags
}

struct Guess<'a, 't> {
    tokens: &'a [Token<'t>],
    tags: &'a [Tag],
    start: usize,
    end: usize,
    at: usize,
    /// All words have capitals: a headline.
    shouted: bool,
}

impl<'t> Guess<'_, 't> {
    fn token(&self) -> &Token<'t> {
        &self.tokens[self.at]
    }

    fn next(&self) -> Option<&Token<'t>> {
        self.tokens[..self.end].get(self.at + 1)
    }

    fn before(&self) -> Option<Tag> {
        (self.at > self.start).then(|| self.tags[self.at - 1])
    }

    /// The tag before, adverbs skipped.
    fn before_adverbs(&self) -> Option<(usize, Tag)> {
        (self.start..self.at).rev().map(|i| (i, self.tags[i])).find(|(_, tag)| *tag != Tag::Adverb)
    }

    fn tag(&self) -> Tag {
        let token = self.token();
        match token.kind {
            Kind::Quote => return Tag::Quote,
            Kind::Mark => return if token.text == "&" { Tag::Conjunction } else { Tag::Mark },
            Kind::Number => return Tag::Number,
            Kind::Word => {}
        }
        if token.is("'s") {
            return self.apostrophe();
        }
        if token.text.starts_with(['@', '#']) {
            return Tag::Name;
        }
        if let Some(tag) = self.closed() {
            return tag;
        }
        let first = self.at == self.start || matches!(self.before(), Some(Tag::Quote)) && self.at <= self.start + 1;
        if token.capital
            && !self.shouted
            && (!first || token.word.can & !(can::MAN | can::WOMAN | can::TITLE | can::ABBREVIATION) == 0 && !known_ending(&token.lower))
        {
            return Tag::Name;
        }
        // "Cook said": no command.
        let acts = token.can(can::BASE)
            && self.next().is_some_and(|next| next.can(can::PAST | can::THIRD) && !next.can(can::BASE) && !next.capital);
        if token.capital && first && (token.can(can::MAN | can::WOMAN) || acts) {
            return Tag::Name;
        }
        self.open()
    }

    /// 's after an owner, or "is".
    fn apostrophe(&self) -> Tag {
        match self.before() {
            Some(Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number) => {
                let verb_next = self.next().is_some_and(|next| {
                    next.can(can::DETERMINER)
                        || next.is("not")
                        || next.is("been")
                        || next.can(can::GERUND) && !next.can(can::NOUN) && next.lower.ends_with("ing")
                });
                if verb_next { Tag::Auxiliary } else { Tag::Genitive }
            }
            _ => Tag::Auxiliary,
        }
    }

    /// Words of the closed classes.
    fn closed(&self) -> Option<Tag> {
        let token = self.token();
        let next = self.next();
        if token.is("to") {
            let skip =
                usize::from(next.is_some_and(|next| next.can(can::ADVERB) || next.lower.ends_with("ly") || next.kind == Kind::Quote));
            let verb = self.tokens[..self.end].get(self.at + 1 + skip);
            let infinitive = verb.is_some_and(|verb| {
                (verb.can(can::BASE) || matches!(verb.lower.as_str(), "be" | "have" | "do")) && !verb.capital && !verb.can(can::DETERMINER)
            });
            return Some(if infinitive { Tag::To } else { Tag::Preposition });
        }
        if token.is("her") {
            let owner = next.is_some_and(|next| {
                next.kind == Kind::Word
                    && !next.can(
                        can::PREPOSITION
                            | can::AUXILIARY
                            | can::DETERMINER
                            | can::CONJUNCTION
                            | can::SUBORDINATOR
                            | can::PRONOUN
                            | can::POSSESSIVE
                            | can::DAY,
                    )
                    && !next.is("to")
            });
            return Some(if owner { Tag::Possessive } else { Tag::Pronoun });
        }
        if token.is("that") {
            let pointing = next.is_some_and(|next| next.can(can::AUXILIARY)) && !matches!(self.before(), Some(Tag::Noun | Tag::Name));
            return Some(match self.before() {
                Some(Tag::Preposition) => Tag::Determiner,
                _ if pointing => Tag::Pronoun,
                _ => Tag::Subordinator,
            });
        }
        if token.can(can::POSSESSIVE) {
            return Some(Tag::Possessive);
        }
        if token.capital && self.at > self.start && token.can(can::MAN | can::WOMAN | can::DAY) {
            return Some(if token.can(can::DAY) { Tag::Noun } else { Tag::Name });
        }
        if token.can(can::AUXILIARY) {
            return Some(Tag::Auxiliary);
        }
        if token.can(can::QUESTION) && !token.can(can::SUBORDINATOR) {
            return Some(Tag::Question);
        }
        if token.is("one") && next.is_some_and(|next| next.can(can::NOUN | can::ADJECTIVE) && !next.can(can::AUXILIARY)) {
            return Some(Tag::Number);
        }
        if token.can(can::PRONOUN) && !token.can(can::DETERMINER) {
            return Some(Tag::Pronoun);
        }
        if token.can(can::DETERMINER) {
            let noun_next = next.is_some_and(|next| {
                next.kind == Kind::Number
                    || next.kind == Kind::Quote && token.can(can::DETERMINER)
                    || next.kind == Kind::Word
                        && !next
                            .can(can::AUXILIARY | can::PREPOSITION | can::SUBORDINATOR | can::CONJUNCTION | can::PRONOUN & !can::DETERMINER)
                        && !(token.can(can::PRONOUN)
                            && next.can(can::VERB)
                            && !next.can(can::NOUN | can::ADJECTIVE)
                            && !next.can(can::NOUN_TOO)
                            && !next.lower.ends_with("ing")
                            && !next.lower.ends_with("ed"))
                        && !(next.lower.ends_with("ly") && token.can(can::PRONOUN))
            });
            return Some(if noun_next || !token.can(can::PRONOUN) { Tag::Determiner } else { Tag::Pronoun });
        }
        if token.can(can::CONJUNCTION) {
            return Some(Tag::Conjunction);
        }
        if token.is("since") && self.before() == Some(Tag::Auxiliary) {
            return Some(Tag::Adverb);
        }
        if token.can(can::SUBORDINATOR) && token.can(can::PREPOSITION) {
            return Some(Tag::Preposition);
        }
        if token.can(can::SUBORDINATOR) {
            return Some(Tag::Subordinator);
        }
        // "the Coalition Against Tolls"
        let named = token.capital && !self.shouted && self.before() == Some(Tag::Name) && next.is_some_and(|next| next.capital);
        if token.can(can::PREPOSITION) && named && token.text.len() > 3 {
            return Some(Tag::Name);
        }
        if token.can(can::PREPOSITION) && !(token.is("like") && matches!(self.before(), Some(Tag::Pronoun | Tag::Auxiliary | Tag::To))) {
            return Some(Tag::Preposition);
        }
        if token.can(can::ADVERB) {
            let noun =
                matches!(self.before(), Some(Tag::Determiner | Tag::Possessive)) && next.is_some_and(|next| next.can(can::AUXILIARY));
            return Some(if noun { Tag::Noun } else { Tag::Adverb });
        }
        None
    }

    fn open(&self) -> Tag {
        let token = self.token();
        let lower = token.lower.as_str();
        let verb = token.can(can::VERB);
        if !verb {
            return ending(lower, token.can(can::ADJECTIVE), token.can(can::NOUN));
        }
        let noun = token.can(can::NOUN | can::ADJECTIVE);
        let Some((before, tag)) = self.before_adverbs() else {
            // First word of the sentence: "Asked whether", "Call it", else a noun.
            let opener = token.can(can::PAST | can::PARTICIPLE | can::GERUND) || !noun && token.can(can::BASE);
            return if opener { Tag::Verb } else { Tag::Noun };
        };
        let prior = &self.tokens[before];
        let past = token.can(can::PAST | can::PARTICIPLE);
        let gerund = token.can(can::GERUND);
        match tag {
            Tag::To => Tag::Verb,
            Tag::Auxiliary => {
                let be =
                    matches!(prior.lower.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'s" | "'re" | "'m");
                let have = matches!(prior.lower.as_str(), "has" | "have" | "had" | "'ve" | "having" | "'d" | "'s");
                let fits = be && (gerund || token.can(can::PARTICIPLE))
                    || have && token.can(can::PARTICIPLE | can::PAST)
                    || !be && !have && token.can(can::BASE);
                if fits { Tag::Verb } else { ending(lower, token.can(can::ADJECTIVE), true) }
            }
            Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number => {
                let modifies = self.next().is_some_and(|next| {
                    next.kind == Kind::Word
                        && !next.can(can::DETERMINER | can::PREPOSITION | can::AUXILIARY | can::CONJUNCTION | can::SUBORDINATOR)
                        && !next.is("to")
                });
                let plural_subject = tag == Tag::Adjective && token.can(can::PAST) && !noun && !modifies;
                if plural_subject {
                    Tag::Verb
                } else if (past || gerund) && modifies {
                    Tag::Adjective
                } else {
                    Tag::Noun
                }
            }
            Tag::Preposition if gerund => Tag::Verb,
            Tag::Preposition => {
                if past && !noun {
                    // "since announced" is an adverb of time before a verb: rare enough.
                    Tag::Adjective
                } else {
                    Tag::Noun
                }
            }
            Tag::Pronoun | Tag::Question | Tag::Subordinator => {
                if noun && tag == Tag::Subordinator && !past {
                    Tag::Noun
                } else {
                    Tag::Verb
                }
            }
            Tag::Noun | Tag::Name => self.after_noun(prior, noun),
            Tag::Conjunction | Tag::Mark | Tag::Quote => {
                if past || gerund || !noun && !token.can(can::THIRD) || self.object_next() {
                    Tag::Verb
                } else {
                    Tag::Noun
                }
            }
            Tag::Verb => {
                if gerund || past && !noun && prior.can(can::PAST) && !self.object_next() {
                    if gerund { Tag::Verb } else { Tag::Adjective }
                } else {
                    Tag::Noun
                }
            }
            Tag::Adverb => Tag::Noun,
        }
    }

    /// A word that may be a verb behind a noun: "Trump plans", "voters support".
    fn after_noun(&self, prior: &Token, noun: bool) -> Tag {
        let token = self.token();
        if token.can(can::GERUND) && token.lower.ends_with("ing") {
            return Tag::Verb;
        }
        if token.can(can::PAST | can::PARTICIPLE) && !token.can(can::BASE) {
            return Tag::Verb;
        }
        let plural = prior.lower.ends_with('s') && !prior.capital
            || prior.can(can::PLURAL)
            || prior.lower == "people"
            || prior.capital && prior.lower.ends_with('s');
        let agrees = token.can(can::THIRD)
            || token.can(can::PAST)
            || token.can(can::BASE) && (plural || matches!(self.tags[self.at.saturating_sub(1)], Tag::Adverb));
        let surely = self.next().is_some_and(|next| next.is("that")) && token.word.noun.is_none() && token.can(can::BASE);
        if !agrees && !surely {
            return Tag::Noun;
        }
        let ambiguous = noun || (token.can(can::THIRD) || token.can(can::BASE)) && token.can(can::NOUN_TOO);
        if token.is("state") || token.is("states") {
            return if self.next().is_some_and(|next| next.is("that") || next.kind == Kind::Quote) { Tag::Verb } else { Tag::Noun };
        }
        let lead = token
            .word
            .verb
            .and_then(|cue| LEXICON.cue(cue))
            .is_some_and(|cue| self.next().is_some_and(|next| cue.leads.contains(&next.lower.as_str())));
        let apart = matches!(self.before(), Some(Tag::Adverb)) || lead;
        if !ambiguous || apart || self.object_next() { Tag::Verb } else { Tag::Noun }
    }

    /// What follows looks like a verb's object or clause rather than a noun's company.
    fn object_next(&self) -> bool {
        let Some(next) = self.next() else { return false };
        next.can(can::DETERMINER | can::POSSESSIVE | can::QUESTION | can::DAY)
            && !(next.is("that") && self.token().word.noun.is_some() && self.token().can(can::BASE))
            || next.can(can::PRONOUN)
            || next.is("to")
            || next.kind == Kind::Quote
            || next.kind == Kind::Number
            || next.capital
            || next.lower.ends_with("ly")
            || next.text == ":"
            || next.can(can::PERSON) && next.can(can::PLURAL)
            || next.kind == Kind::Word && next.word.can == 0 && !next.lower.ends_with("ed")
    }
}

fn known_ending(lower: &str) -> bool {
    ["ly", "ing", "tion", "ment", "ness", "ers"].iter().any(|end| lower.ends_with(end)) && lower.len() > 5
}

/// By ending alone.
fn ending(lower: &str, adjective: bool, noun: bool) -> Tag {
    if noun && !adjective {
        return Tag::Noun;
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| lower.len() > end.len() + 2 && lower.ends_with(end));
    if lower.ends_with("ly")
        && lower.len() > 4
        && !matches!(
            lower,
            "family" | "rally" | "ally" | "reply" | "supply" | "likely" | "early" | "deadly" | "friendly" | "elderly" | "assembly"
        )
    {
        Tag::Adverb
    } else if adjective
        || ends(&["ous", "ful", "ive", "able", "ible", "ical", "less", "ish", "ary", "ed"])
            && !matches!(lower, "executive" | "representative" | "conservative" | "secretary")
    {
        Tag::Adjective
    } else {
        Tag::Noun
    }
}
