//! The parts of a quotation that must stand in the text: ellipses and bracketed words open it.

/// What stands between a passage and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// It is the first.
    None,
    /// Words were left out.
    Ellipsis,
    /// Words of the quoter stand there.
    Brackets,
}

/// Words that are given as somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) joint: Joint,
    pub(super) words: String,
}

/// The passages of a quotation. “[T]he” is a word whose first letter was adapted.
pub(super) fn passages(exact: &str) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let (mut joint, mut words) = (Joint::None, String::new());
    let mut close = |joint: Joint, words: &mut String| {
        let trimmed = words.trim_matches(|c: char| !c.is_alphanumeric());
        if !trimmed.is_empty() {
            let joint = if found.is_empty() { Joint::None } else { joint };
            found.push(Passage { joint, words: trimmed.to_owned() });
        }
        words.clear();
    };
    let mut rest = exact;
    while let Some(c) = rest.chars().next() {
        let dots = ["[…]", "(…)", "[...]", "(...)", "…", ". . .", "..."].into_iter().find(|dots| rest.starts_with(dots));
        if let Some(dots) = dots {
            close(joint, &mut words);
            joint = Joint::Ellipsis;
            rest = &rest[dots.len()..];
        } else if let Some((inside, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let adapted = inside.chars().count() == 1 && after.starts_with(|c: char| c.is_alphabetic());
            if adapted {
                words.push_str(inside);
            } else {
                close(joint, &mut words);
                joint = Joint::Brackets;
            }
            rest = after;
        } else {
            words.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    close(joint, &mut words);
    found
}

#[cfg(test)]
mod tests {
    use super::{Joint, passages};

    #[test]
    fn ellipses_and_brackets_open_a_quotation() {
        let check = |exact: &str, wanted: &[(Joint, &str)]| {
            let found = passages(exact);
            let found: Vec<(Joint, &str)> = found.iter().map(|passage| (passage.joint, passage.words.as_str())).collect();
            assert_eq!(found, wanted, "{exact}");
        };
        check("as it was said.", &[(Joint::None, "as it was said")]);
        check("one … two [...] three", &[(Joint::None, "one"), (Joint::Ellipsis, "two"), (Joint::Ellipsis, "three")]);
        check("he [Nader] cost us", &[(Joint::None, "he"), (Joint::Brackets, "cost us")]);
        check("[T]he end [sic]", &[(Joint::None, "The end")]);
        check("… so", &[(Joint::None, "so")]);
        check(" …", &[]);
    }
}
