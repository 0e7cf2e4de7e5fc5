//! Forms of words made by rule.

use super::grammar::{DOUBLING, IRREGULAR};

/// The forms of a verb besides its lemma.
pub(super) struct Forms {
    pub(super) third: String,
    pub(super) past: String,
    pub(super) participle: String,
    pub(super) gerund: String,
}

/// All forms of a verb.
pub(super) fn verb(lemma: &str) -> Forms {
    let (past, participle) = irregular(lemma).unwrap_or_else(|| (with_ed(lemma), with_ed(lemma)));
    Forms { third: plural(lemma), past, participle, gerund: with_ing(lemma) }
}

/// The plural of a noun, which is also the third person of a verb.
pub(super) fn plural(word: &str) -> String {
    match word {
        "man" | "woman" | "congressman" | "congresswoman" | "chairman" | "chairwoman" | "spokesman" | "spokeswoman" | "councilman" => {
            format!("{}en", &word[..word.len() - 2])
        }
        "child" => "children".to_owned(),
        "person" => "people".to_owned(),
        "wife" => "wives".to_owned(),
        "belief" => "beliefs".to_owned(),
        "have" => "has".to_owned(),
        _ if ends_in_consonant_y(word) => format!("{}ies", &word[..word.len() - 1]),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        "go" | "do" | "veto" | "echo" => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn with_ed(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if ends_in_consonant_y(lemma) {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else {
        format!("{}ed", doubled(lemma))
    }
}

fn with_ing(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        format!("{stem}ying")
    } else if lemma.ends_with('e') && !lemma.ends_with("ee") && lemma != "be" {
        format!("{}ing", &lemma[..lemma.len() - 1])
    } else {
        format!("{}ing", doubled(lemma))
    }
}

fn doubled(lemma: &str) -> String {
    let last = lemma.chars().last().filter(|_| DOUBLING.split_whitespace().any(|verb| verb == lemma));
    last.map_or_else(|| lemma.to_owned(), |last| format!("{lemma}{last}"))
}

fn ends_in_consonant_y(word: &str) -> bool {
    word.strip_suffix('y').and_then(|stem| stem.chars().last()).is_some_and(|before| !"aeiou".contains(before))
}

fn irregular(lemma: &str) -> Option<(String, String)> {
    IRREGULAR.split('|').find_map(|row| {
        let mut forms = row.split_whitespace();
        (forms.next() == Some(lemma)).then(|| Some((forms.next()?.to_owned(), forms.next()?.to_owned()))).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_follow_the_rules() {
        for (lemma, forms) in [
            ("deny", "denies denied denied denying"),
            ("admit", "admits admitted admitted admitting"),
            ("criticize", "criticizes criticized criticized criticizing"),
            ("say", "says said said saying"),
            ("veto", "vetoes vetoed vetoed vetoing"),
            ("agree", "agrees agreed agreed agreeing"),
            ("convey", "conveys conveyed conveyed conveying"),
        ] {
            let made = verb(lemma);
            assert_eq!(format!("{} {} {} {}", made.third, made.past, made.participle, made.gerund), forms, "{lemma}");
        }
        assert_eq!(plural("spokeswoman"), "spokeswomen");
        assert_eq!(plural("ally"), "allies");
    }
}
