//! Two propositions in one box: a rough reading of English sentences, silent when in doubt and silent in other languages.

/// What joins two sentences into one.
const JOINTS: &[&str] = &["; ", ", and ", ", but ", ", so ", ", therefore ", " because "];
/// Fewer words than this make no sentence.
const MIN_WORDS: usize = 2;
/// Words that tell a finite clause from an enumeration or an infinitive.
const VERBS: &[&str] = &[
    "am", "are", "became", "becomes", "began", "brought", "came", "can", "cannot", "chose", "cost", "costs", "could", "did", "didn't",
    "do", "does", "doesn't", "don't", "fell", "found", "gave", "gets", "goes", "got", "had", "has", "have", "is", "isn't", "kept", "knew",
    "knows", "led", "lost", "made", "makes", "may", "means", "might", "must", "needs", "ran", "rose", "said", "saw", "says", "should",
    "spoke", "stood", "takes", "thought", "told", "took", "was", "wasn't", "went", "were", "weren't", "will", "won", "won't", "would",
];

/// The joint at which a text seems to fall into two propositions.
pub(super) fn joint(text: &str) -> Option<&'static str> {
    if !text.contains([',', ';']) && !text.contains("because") {
        return None;
    }
    let plain = without_quotes(text).to_lowercase();
    JOINTS.iter().copied().find(|joint| {
        plain.match_indices(joint).any(|(at, _)| {
            let (left, right) = (&plain[..at], &plain[at + joint.len()..]);
            is_sentence(left) && is_sentence(right) && !is_dependent(left)
        })
    })
}

/// Words quoted are somebody else's sentence.
fn without_quotes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut closing = None;
    for c in text.chars() {
        match (closing, c) {
            (Some(end), c) if c == end => closing = None,
            (Some(_), _) => {}
            (None, '“') => closing = Some('”'),
            (None, '"') => closing = Some('"'),
            (None, '(') => closing = Some(')'),
            (None, c) => plain.push(c),
        }
    }
    plain
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’' || c == '-')).filter(|word| !word.is_empty())
}

fn is_sentence(text: &str) -> bool {
    words(text).count() >= MIN_WORDS && words(text).skip(1).any(is_verb)
}

fn is_verb(word: &str) -> bool {
    VERBS.contains(&word.replace('’', "'").as_str()) || (word.len() >= 5 && word.ends_with("ed"))
}

/// "If it rains, …" and "When it rains, …" are one conditional proposition.
fn is_dependent(left: &str) -> bool {
    words(left).next().is_some_and(|first| {
        ["if", "when", "whenever", "unless", "although", "though", "because", "since", "while", "whether", "once", "as"].contains(&first)
    })
}

#[cfg(test)]
mod tests {
    use super::joint;

    #[test]
    fn two_propositions() {
        let table = [
            ("Nader cost Gore the 2000 election", None),
            ("Gore lost Tennessee, and Nader won three per cent in Florida", Some(", and ")),
            ("Gore lost Tennessee; that alone decided the election", Some("; ")),
            ("Gore lost because he was a poor candidate", Some(" because ")),
            ("Voters were tired, but the party did not listen", Some(", but ")),
            ("Nader won votes in Florida, Ohio, and New Hampshire", None),
            ("Perot took votes from Bush, Clinton and others", None),
            ("If Nader had not run, and Gore had won Florida, Gore would have been president", None),
            ("Gore said: “I lost Tennessee, and I was sorry for it”", None),
            ("The vote was close (Bush won Florida; Gore won New Mexico)", None),
            ("日本は選挙に負けた、そして彼は勝った", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(joint(text), expected, "{text}");
        }
    }
}
