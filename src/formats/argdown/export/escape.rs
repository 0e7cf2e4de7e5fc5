//! Texts, titles and tags written so that Argdown reads them back as they are.

use std::collections::HashSet;

use super::super::lexer::{is_control, is_tag_char};
use super::super::scan::is_space;
use super::super::titles::UNFIT;

/// A text on one line: Argdown ends texts at blank lines and reads line breaks as spaces.
pub(super) fn one_line(text: &str) -> String {
    let flat: String = text.chars().filter(|c| *c != '\u{feff}').map(|c| if breaks_line(c) || c == '\t' { ' ' } else { c }).collect();
    flat.trim_matches(' ').to_owned()
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A text with a backslash in front of what would mean something. `text` is on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 8);
    let (mut chars, mut before) = (text.chars().peekable(), ' ');
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let must = match c {
            '\\' | '[' | ']' | '<' | '>' | '{' | '}' | '#' | '*' | '_' => true,
            // Front matter, comments and shortcodes need company.
            '=' => before == '=' || next == Some('='),
            '/' => matches!(next, Some('/' | '*')),
            '.' | ':' => next.is_some_and(|n| !is_space(n)),
            _ => false,
        };
        // Only behind an escape do several spaces stay.
        let spaces = c.is_ascii() && is_control(c as u8) && next == Some(' ') && { chars.clone().nth(1) == Some(' ') };
        if must || spaces {
            written.push('\\');
        }
        written.push(c);
        before = c;
    }
    written
}

/// A text at the beginning of a line, where more means something.
pub(super) fn escaped_at_line_start(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let written = escaped(text);
    match (written.chars().next(), text.get(digits..)) {
        (Some('+' | '-' | '(' | ',' | '\''), _) => format!("\\{written}"),
        (Some('0'..='9'), Some(rest)) if rest.starts_with('.') && !written.get(digits..).is_some_and(|w| w.starts_with('\\')) => {
            format!("{}\\{}", written.get(..digits).unwrap_or_default(), written.get(digits..).unwrap_or_default())
        }
        _ => written,
    }
}

/// Inference rules, separated by commas.
pub(super) fn rules(scheme: &str) -> String {
    let parts = scheme.split(',').map(one_line).filter(|p| !p.is_empty());
    parts.map(|p| escaped(&p).replace("--", "\\-\\-")).collect::<Vec<_>>().join(", ")
}

/// What of a statement's title can stand between brackets.
pub(super) fn statement_title(title: &str) -> String {
    without(title, ']').trim_start_matches(['-', ' ']).to_owned()
}

/// What of an argument's title can stand between angle brackets; at the beginning of a line, some signs behind `<` mean a relation
/// or a comment.
pub(super) fn argument_title(title: &str) -> String {
    without(title, '>').trim_start_matches(UNFIT).to_owned()
}

fn without(title: &str, bracket: char) -> String {
    one_line(title).replace(bracket, "").trim().to_owned()
}

/// Data with what separates it from a title without a text: on one line, a bracket with a colon in it would end the title.
pub(super) fn behind_title(data: &str) -> String {
    format!("{}{data}", if ends_title(data) { '\n' } else { ' ' })
}

/// Whether a title in front, on the same line, would end here instead of at its own bracket.
fn ends_title(text: &str) -> bool {
    text.contains("]:") || text.contains(">:")
}

/// Tags behind a text, each with a space before it; and how many could not be written as they are.
pub(super) fn tags(tags: &[String]) -> (String, usize) {
    let (mut written, mut changed) = (String::new(), 0);
    let mut seen = HashSet::new();
    for tag in tags {
        let mut name = one_line(&one_line(tag).replace(')', ""));
        if ends_title(&name) {
            name = one_line(&name.replace(':', ""));
        }
        let again = seen.contains(&name);
        changed += usize::from(name != *tag || again);
        if name.is_empty() || again {
            continue;
        }
        let simple = name.chars().all(|c| is_tag_char(c) && !matches!(c, '['..='`'));
        written.push_str(&if simple { format!(" #{name}") } else { format!(" #({name})") });
        seen.insert(name);
    }
    (written, changed)
}
