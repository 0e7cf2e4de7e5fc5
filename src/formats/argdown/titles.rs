//! Titles that Argdown needs and the author did not give. They end in an ellipsis behind the first words of the text, so that people
//! can read them and the way back can leave them out again.

const ELLIPSIS: char = '…';
/// Longest made-up title, in characters.
const LENGTH: usize = 36;
/// What a title must not begin with: behind a bracket it may mean something else.
pub(super) const UNFIT: [char; 5] = ['-', '+', '_', '!', ' '];

/// A title for a claim or relation of that text.
pub(super) fn made_up(text: &str) -> String {
    let plain = text.find(['[', ']', '<', '>', '\n', ELLIPSIS]).map_or(text, |end| text.get(..end).unwrap_or_default());
    let mut title = String::new();
    for word in plain.split_inclusive(' ') {
        if !title.is_empty() && title.chars().count() + word.trim_end().chars().count() > LENGTH {
            break;
        }
        title.push_str(word);
    }
    let short: String = title.chars().take(2 * LENGTH).collect();
    format!("{}{ELLIPSIS}", short.trim_start_matches(UNFIT).trim_end())
}

/// Whether a title says no more than that it stands for that text.
pub(super) fn is_made_up(title: &str, text: &str) -> bool {
    let head = title.trim_end_matches(|c: char| c.is_ascii_digit());
    let head = if head.len() < title.len() { head.strip_suffix(' ').unwrap_or("") } else { head };
    head.strip_suffix(ELLIPSIS).is_some_and(|start| text.trim_start_matches(UNFIT).starts_with(start))
}

/// Whether Argdown itself may give that title to something without one.
pub(super) fn is_reserved(title: &str) -> bool {
    title.strip_prefix("Untitled ").is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{is_made_up, made_up};

    #[test]
    fn made_up_titles_are_recognised() {
        let check = |text: &str, title: &str| {
            assert_eq!(made_up(text), title);
            assert!(is_made_up(title, text) && is_made_up(&format!("{title} 12"), text), "{title}");
        };
        check("Nader cost Gore the 2000 election and more than that", "Nader cost Gore the 2000 election…");
        check("short", "short…");
        check("a [b] c", "a…");
        check("", "…");
        check("- x", "x…");
        check("x\u{301}日本", "x\u{301}日本…");
        for (title, text) in [("short", "short"), ("other…", "short"), ("short… x", "short"), ("short…2", "short2"), ("3", "3")] {
            assert!(!is_made_up(title, text), "{title}");
        }
    }
}
