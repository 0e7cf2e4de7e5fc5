//! What the suggester knows of single words: tables to read, and the lexicon made of them.

mod grammar;
mod inflect;
mod minds;
mod nouns;
mod saying;
mod verbs;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::Stance;

/// What a word can be, as bits of [`Word::can`].
pub(super) mod can {
    pub(in crate::provenance::suggest) const DETERMINER: u32 = 1;
    pub(in crate::provenance::suggest) const POSSESSIVE: u32 = 1 << 1;
    pub(in crate::provenance::suggest) const PRONOUN: u32 = 1 << 2;
    pub(in crate::provenance::suggest) const PREPOSITION: u32 = 1 << 3;
    pub(in crate::provenance::suggest) const CONJUNCTION: u32 = 1 << 4;
    pub(in crate::provenance::suggest) const SUBORDINATOR: u32 = 1 << 5;
    pub(in crate::provenance::suggest) const QUESTION: u32 = 1 << 6;
    pub(in crate::provenance::suggest) const AUXILIARY: u32 = 1 << 7;
    pub(in crate::provenance::suggest) const ADVERB: u32 = 1 << 8;
    pub(in crate::provenance::suggest) const DAY: u32 = 1 << 9;
    pub(in crate::provenance::suggest) const ADJECTIVE: u32 = 1 << 10;
    pub(in crate::provenance::suggest) const BASE: u32 = 1 << 11;
    pub(in crate::provenance::suggest) const THIRD: u32 = 1 << 12;
    pub(in crate::provenance::suggest) const PAST: u32 = 1 << 13;
    pub(in crate::provenance::suggest) const PARTICIPLE: u32 = 1 << 14;
    pub(in crate::provenance::suggest) const GERUND: u32 = 1 << 15;
    pub(in crate::provenance::suggest) const NOUN: u32 = 1 << 16;
    pub(in crate::provenance::suggest) const PERSON: u32 = 1 << 17;
    pub(in crate::provenance::suggest) const ARTEFACT: u32 = 1 << 18;
    pub(in crate::provenance::suggest) const TITLE: u32 = 1 << 19;
    pub(in crate::provenance::suggest) const WOMAN: u32 = 1 << 20;
    pub(in crate::provenance::suggest) const MAN: u32 = 1 << 21;
    pub(in crate::provenance::suggest) const PLURAL: u32 = 1 << 22;
    pub(in crate::provenance::suggest) const ABBREVIATION: u32 = 1 << 23;
    pub(in crate::provenance::suggest) const NOUN_TOO: u32 = 1 << 24;
    pub(in crate::provenance::suggest) const VERB: u32 = BASE | THIRD | PAST | PARTICIPLE | GERUND;
}

/// Frames of a cue, as bits of [`Cue::frames`]; the letters are those of the tables.
pub(super) mod frame {
    pub(in crate::provenance::suggest) const CLAUSE: u16 = 1;
    pub(in crate::provenance::suggest) const THAT: u16 = 1 << 1;
    pub(in crate::provenance::suggest) const QUESTION: u16 = 1 << 2;
    pub(in crate::provenance::suggest) const NOUN: u16 = 1 << 3;
    pub(in crate::provenance::suggest) const INFINITIVE: u16 = 1 << 4;
    pub(in crate::provenance::suggest) const GERUND: u16 = 1 << 5;
    pub(in crate::provenance::suggest) const OBJECT: u16 = 1 << 6;
    pub(in crate::provenance::suggest) const HEARER: u16 = 1 << 7;
    pub(in crate::provenance::suggest) const AS: u16 = 1 << 8;
    pub(in crate::provenance::suggest) const QUOTE: u16 = 1 << 9;
}

/// How surely a cue attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Mostly does something else.
    Weak,
    /// Thought, wish or judgement.
    Usual,
    /// Speech alone.
    Sure,
}

/// A verb, noun or adjective that attributes.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) lemma: &'static str,
    pub(super) stance: Stance,
    pub(super) frames: u16,
    /// Prepositions and particles that lead to the content.
    pub(super) leads: Vec<&'static str>,
    pub(super) strength: Strength,
}

/// All that is known of a form.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) can: u32,
    pub(super) verb: Option<u16>,
    pub(super) noun: Option<u16>,
    pub(super) adjective: Option<u16>,
}

/// The lexicon of the tables.
pub(super) struct Lexicon {
    words: HashMap<String, Word>,
    cues: Vec<Cue>,
}

/// The one lexicon, made when first asked for.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    /// What is known of a form in lower case with straight apostrophes.
    pub(super) fn word(&self, form: &str) -> Word {
        self.words.get(form).copied().unwrap_or_default()
    }

    /// The cue behind an index of a [`Word`].
    pub(super) fn cue(&self, index: u16) -> Option<&Cue> {
        self.cues.get(usize::from(index))
    }

    fn mark(&mut self, form: &str, bits: u32) -> &mut Word {
        let word = self.words.entry(form.to_owned()).or_default();
        word.can |= bits;
        word
    }

    fn mark_all(&mut self, list: &str, bits: u32) {
        for form in list.split_whitespace() {
            self.mark(form, bits);
        }
    }

    fn build() -> Self {
        let mut lexicon = Self { words: HashMap::new(), cues: Vec::new() };
        for (list, bits) in [
            (grammar::DETERMINERS, can::DETERMINER),
            (grammar::POSSESSIVES, can::POSSESSIVE),
            (grammar::PRONOUNS, can::PRONOUN),
            (grammar::PREPOSITIONS, can::PREPOSITION),
            (grammar::CONJUNCTIONS, can::CONJUNCTION),
            (grammar::SUBORDINATORS, can::SUBORDINATOR),
            (grammar::QUESTION_WORDS, can::QUESTION),
            (grammar::MODALS, can::AUXILIARY),
            (grammar::ADVERBS, can::ADVERB),
            (grammar::DAYS, can::DAY | can::NOUN),
            (grammar::ABBREVIATIONS, can::ABBREVIATION),
            (grammar::ADJECTIVES, can::ADJECTIVE),
            (nouns::TITLES, can::TITLE),
            (nouns::WOMEN, can::WOMAN),
            (nouns::MEN, can::MAN),
        ] {
            lexicon.mark_all(list, bits);
        }
        for (list, bits) in [(nouns::ARTEFACTS, can::NOUN | can::ARTEFACT), (nouns::PEOPLE, can::NOUN | can::PERSON)] {
            for form in list.split_whitespace() {
                lexicon.mark(form, bits);
                lexicon.mark(&inflect::plural(form), bits | can::PLURAL);
            }
        }
        for form in grammar::NOUNS_TOO.split_whitespace() {
            lexicon.mark(form, can::NOUN_TOO);
            lexicon.mark(&inflect::plural(form), can::NOUN_TOO);
        }
        for lemma in grammar::VERBS.split_whitespace() {
            lexicon.add_verb(lemma, None);
        }
        for (stance, rows) in verbs::GROUPS {
            for cue in rows.lines().filter_map(|row| Cue::parse(row, *stance)) {
                lexicon.add_cue_verb(cue);
            }
        }
        for (stance, rows) in nouns::GROUPS {
            for cue in rows.lines().filter_map(|row| Cue::parse(row, *stance)) {
                let index = lexicon.cues.len() as u16;
                lexicon.mark(cue.lemma, can::NOUN).noun = Some(index);
                lexicon.mark(&inflect::plural(cue.lemma), can::NOUN | can::PLURAL).noun = Some(index);
                lexicon.cues.push(cue);
            }
        }
        for cue in nouns::ADJECTIVES.lines().filter_map(|row| Cue::parse(row, Stance::Asserts)) {
            let index = lexicon.cues.len() as u16;
            lexicon.mark(cue.lemma, can::ADJECTIVE).adjective = Some(index);
            lexicon.cues.push(cue);
        }
        lexicon
    }

    fn add_cue_verb(&mut self, cue: Cue) {
        let known = self.words.get(cue.lemma).and_then(|word| word.verb);
        if let Some(known) = known.and_then(|index| self.cues.get_mut(usize::from(index))) {
            known.frames |= cue.frames;
            known.leads.extend(cue.leads);
            known.strength = known.strength.max(cue.strength);
            if cue.stance != Stance::Asserts {
                known.stance = cue.stance;
            }
            return;
        }
        let (index, lemma) = (self.cues.len() as u16, cue.lemma);
        self.cues.push(cue);
        self.add_verb(lemma, Some(index));
    }

    fn add_verb(&mut self, lemma: &str, cue: Option<u16>) {
        let forms = inflect::verb(lemma);
        for (form, bits) in [
            (lemma, can::BASE),
            (&forms.third, can::THIRD),
            (&forms.past, can::PAST),
            (&forms.participle, can::PARTICIPLE),
            (&forms.gerund, can::GERUND),
        ] {
            let word = self.mark(form, bits);
            if cue.is_some() {
                word.verb = cue;
            }
        }
    }
}

impl Cue {
    /// A row of the tables.
    fn parse(row: &'static str, stance: Stance) -> Option<Self> {
        let mut parts = row.split_whitespace().peekable();
        let strength = match parts.peek() {
            Some(&"!") => Strength::Sure,
            Some(&"~") => Strength::Weak,
            _ => Strength::Usual,
        };
        if strength != Strength::Usual {
            parts.next();
        }
        let mut cue = Self { lemma: parts.next()?, stance, frames: 0, leads: Vec::new(), strength };
        for part in parts {
            cue.frames |= match part {
                "T" => frame::CLAUSE | frame::THAT,
                "t" => frame::THAT,
                "W" => frame::QUESTION,
                "N" => frame::NOUN,
                "I" => frame::INFINITIVE,
                "G" => frame::GERUND,
                "O" => frame::OBJECT,
                "R" => frame::HEARER,
                "A" => frame::AS,
                "Q" | "q" => frame::QUOTE,
                lead => {
                    cue.leads.push(lead);
                    0
                }
            };
        }
        Some(cue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_can_fire() {
        assert!(LEXICON.cues.len() > 500);
        for cue in &LEXICON.cues {
            assert!(cue.frames != 0 || !cue.leads.is_empty(), "{} leads to nothing", cue.lemma);
            assert!(cue.lemma.len() > 1 && cue.lemma.chars().all(|c| c.is_lowercase() || c == '-'), "{}", cue.lemma);
            assert!(cue.leads.iter().all(|lead| lead.len() > 1 && lead.chars().all(char::is_lowercase)), "{}: {:?}", cue.lemma, cue.leads);
        }
    }

    #[test]
    fn forms_lead_to_their_verbs() {
        for (form, lemma) in [("said", "say"), ("denies", "deny"), ("told", "tell"), ("criticising", "criticise"), ("wrote", "write")] {
            let cue = LEXICON.word(form).verb.and_then(|index| LEXICON.cue(index));
            assert_eq!(cue.map(|cue| cue.lemma), Some(lemma));
        }
    }
}
