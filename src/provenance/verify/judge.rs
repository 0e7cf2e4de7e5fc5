//! What a difference of words amounts to.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::provenance::anchor::{is_renaming, words};
use crate::provenance::verify::Class;

/// The largest share of the words that may differ in what is still the same sentence.
const ALTERED: f64 = 0.34;
/// The least share of the words that must be in the text for it to be the sentence that is meant.
const FOUND: f64 = 0.5;

/// Words that turn a sentence round.
const NEGATIONS: &[&str] = &[
    "not", "never", "no", "nobody", "none", "nothing", "neither", "nor", "without", "cannot", "t", "nicht", "nie", "niemals", "kein",
    "keine", "keinen", "keiner", "keinem", "keines", "niemand", "nichts", "ohne", "weder",
];
/// Words that weaken or limit it.
const HEDGES: &[&str] = &[
    "may",
    "might",
    "could",
    "perhaps",
    "possibly",
    "probably",
    "allegedly",
    "reportedly",
    "supposedly",
    "seems",
    "if",
    "unless",
    "only",
    "almost",
    "hardly",
    "some",
    "vielleicht",
    "könnte",
    "könnten",
    "dürfte",
    "möglicherweise",
    "wahrscheinlich",
    "angeblich",
    "wenn",
    "falls",
    "kaum",
    "nur",
    "einige",
    "fast",
];

pub(super) fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word)
}

/// What words are as a quotation of what the text says.
pub(super) fn judge(said: &str, quoted: &str) -> Class {
    let (before, after) = (words(said), words(quoted));
    if before == after || before.concat() == after.concat() {
        return Class::Verbatim;
    }
    let (mut gone, mut added): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut kept = 0;
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        match op {
            DiffOp::Equal { len, .. } => kept += len,
            _ => {
                gone.extend(before.get(op.old_range()).unwrap_or_default().iter().map(String::as_str));
                added.extend(after.get(op.new_range()).unwrap_or_default().iter().map(String::as_str));
            }
        }
    }
    let share = |count: usize, of: usize| count as f64 / of.max(1) as f64;
    if share(kept, after.len()) < FOUND {
        return Class::NotFound;
    }
    let turned = count(&gone, is_negation) != count(&added, is_negation);
    if turned || is_renaming(said, quoted) {
        return Class::Misquoted;
    }
    let weakened = count(&gone, |word| HEDGES.contains(&word)) != count(&added, |word| HEDGES.contains(&word));
    if added.is_empty() && !weakened {
        return Class::Truncated;
    }
    if share(gone.len().max(added.len()), before.len().max(after.len())) <= ALTERED { Class::Altered } else { Class::Misquoted }
}

fn count(words: &[&str], is: impl Fn(&str) -> bool) -> usize {
    words.iter().filter(|word| is(word)).count()
}

#[cfg(test)]
mod tests {
    use super::{Class, judge};

    #[test]
    fn differences_are_weighed_by_what_they_change() {
        for (said, quoted, class) in [
            ("Nader cost Gore the election.", "Nader cost Gore the election", Class::Verbatim),
            ("“Nader cost Gore the elec-\ntion,”", "nader cost Gore the election!", Class::Verbatim),
            ("Nader did not cost Gore the election", "Nader did cost Gore the election", Class::Misquoted),
            ("Nader didn’t cost Gore the election", "Nader did cost Gore the election", Class::Misquoted),
            ("Nader cost Gore the election", "Nader cost Clinton the election", Class::Misquoted),
            ("It was 537 votes in the end", "It was 357 votes in the end", Class::Misquoted),
            ("Nader may have cost Gore the election of that year", "Nader have cost Gore the election of that year", Class::Altered),
            ("The mayor, who was ill, said that he agreed", "The mayor said that he agreed", Class::Truncated),
            ("The mayor said that he agreed with them", "The mayor stated that he agreed with them", Class::Altered),
            ("The mayor said that he agreed with them", "A wholly other sentence with them", Class::NotFound),
        ] {
            assert_eq!(judge(said, quoted), class, "{said} / {quoted}");
        }
    }
}
