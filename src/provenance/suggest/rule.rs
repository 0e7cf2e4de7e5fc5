//! The rules by name, and the tier of each.

use super::words::Strength;

/// How certain a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Hardly ever wrong.
    A,
    /// Mostly right.
    B,
    /// Worth a look.
    C,
}

impl Tier {
    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// What a proposal rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Pattern {
    QuoteBefore,
    QuoteAfter,
    That,
    Clause,
    Fronted,
    Question,
    Infinitive,
    Gerund,
    Object,
    As,
    Lead,
    Noun,
    Passive,
    Noted,
    Adjective,
    According,
    Label,
    Seems,
}

/// A rule's name: by pattern, how surely the cue attributes, and whether a person or body by name says it in a plain word.
pub(super) fn name(pattern: Pattern, strength: Strength, plain: bool) -> &'static str {
    match pattern {
        Pattern::QuoteBefore if plain => return "quotation, a named one says",
        Pattern::QuoteAfter if plain => return "a named one says, quotation",
        Pattern::That if plain => return "a named one says that",
        Pattern::Clause if plain => return "a named one says it is so",
        _ => {}
    }
    let names = match pattern {
        Pattern::QuoteBefore => ["quotation, does", "quotation, thinks", "quotation, says"],
        Pattern::QuoteAfter => ["does, quotation", "thinks, quotation", "says, quotation"],
        Pattern::That => ["shows that", "thinks that", "says that"],
        Pattern::Clause => ["finds it is so", "thinks it is so", "says it is so"],
        Pattern::Fronted => ["it is so, it shows", "it is so, one thinks", "it is so, one says"],
        Pattern::Question => ["shows what", "knows what", "says what"],
        Pattern::Infinitive => ["means to", "wants to", "promises to"],
        Pattern::Gerund => ["considers doing", "likes doing", "denies doing"],
        Pattern::Object => ["needs one to", "wants one to", "urges one to"],
        Pattern::As => ["casts as", "sees as", "describes as"],
        Pattern::Lead => ["pushes for", "longs for", "calls for"],
        Pattern::Noun => ["treats a thing", "likes a thing", "criticizes a thing"],
        Pattern::Passive => ["is treated so", "is expected to", "is said to"],
        Pattern::Noted => ["support for", "in a view of", "the claim that"],
        Pattern::Adjective => ["is keen on", "is glad that", "is sure that"],
        Pattern::According => ["in the view of", "reportedly", "according to"],
        Pattern::Label => ["caption", "heading", "speaker label"],
        Pattern::Seems => ["looks", "appears", "seems"],
    };
    match strength {
        Strength::Weak => names[0],
        Strength::Usual => names[1],
        Strength::Sure => names[2],
    }
}

/// Rules that were right at least 97 times of 100 in measuring.
const TIER_A: &[&str] =
    &["quotation, a named one says", "a named one says, quotation", "a named one says that", "a named one says it is so"];

/// Plain words of saying, that mean nothing else.
pub(super) const PLAIN: &[&str] = &[
    "say",
    "tell",
    "add",
    "write",
    "note",
    "argue",
    "tweet",
    "announce",
    "explain",
    "declare",
    "insist",
    "reply",
    "claim",
    "respond",
    "recall",
    "assert",
    "remind",
    "complain",
    "concede",
    "quip",
    "remark",
    "contend",
    "assure",
    "predict",
    "lament",
    "caution",
    "speculate",
    "testify",
    "exclaim",
    "observe",
    "point",
    "recount",
    "warn",
    "ask",
    "allege",
    "vow",
    "boast",
    "opine",
];

/// Rules that were wrong more than one time of four in measuring.
const TIER_C: &[&str] = &[
    "does, quotation",
    "finds it is so",
    "in the view of",
    "is said to",
    "it is so, it shows",
    "it is so, one thinks",
    "knows what",
    "likes a thing",
    "longs for",
    "means to",
    "needs one to",
    "pushes for",
    "reportedly",
    "shows what",
    "the claim that",
    "thinks it is so",
    "wants to",
    "appears",
    "casts as",
    "is treated so",
    "seems",
    "looks",
    "support for",
    "treats a thing",
];

/// The tier of a rule.
pub(super) fn tier(rule: &str) -> Tier {
    if TIER_A.contains(&rule) {
        Tier::A
    } else if TIER_C.contains(&rule) {
        Tier::C
    } else {
        Tier::B
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_are_of_rules_that_there_are() {
        use Pattern as P;
        let patterns = [
            P::QuoteBefore,
            P::QuoteAfter,
            P::That,
            P::Clause,
            P::Fronted,
            P::Question,
            P::Infinitive,
            P::Gerund,
            P::Object,
            P::As,
            P::Lead,
            P::Noun,
            P::Passive,
            P::Noted,
            P::Adjective,
            P::According,
            P::Label,
            P::Seems,
        ];
        let strengths = [Strength::Weak, Strength::Usual, Strength::Sure];
        let names: Vec<&str> =
            patterns.iter().flat_map(|p| strengths.iter().flat_map(|s| [name(*p, *s, false), name(*p, *s, true)])).collect();
        for listed in TIER_A.iter().chain(TIER_C) {
            assert!(names.contains(listed), "{listed}");
        }
        assert!(TIER_A.iter().all(|rule| tier(rule) == Tier::A) && TIER_C.iter().all(|rule| tier(rule) == Tier::C));
    }
}
