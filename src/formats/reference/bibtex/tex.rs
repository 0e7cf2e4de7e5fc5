//! Text in TeX's notation and back.

use unicode_normalization::UnicodeNormalization;

/// Accents: the command, and the sign that Unicode puts behind a letter.
const ACCENTS: &[(char, char)] = &[
    ('`', '\u{300}'),
    ('\'', '\u{301}'),
    ('^', '\u{302}'),
    ('~', '\u{303}'),
    ('=', '\u{304}'),
    ('u', '\u{306}'),
    ('.', '\u{307}'),
    ('"', '\u{308}'),
    ('r', '\u{30a}'),
    ('H', '\u{30b}'),
    ('v', '\u{30c}'),
    ('d', '\u{323}'),
    ('c', '\u{327}'),
    ('k', '\u{328}'),
];

/// Commands that stand for a letter or a sign.
const LETTERS: &[(&str, &str)] = &[
    ("ss", "ß"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("aa", "å"),
    ("AA", "Å"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("i", "i"),
    ("j", "j"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textbackslash", "\\"),
    ("textasciitilde", "~"),
    ("textasciicircum", "^"),
    ("ldots", "…"),
    ("dots", "…"),
];

/// Text in which no sign means anything but itself. Braces that do not pair would end a field: they become brackets.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '\\' => out.push_str("\\textbackslash{}"),
                '~' => out.push_str("\\textasciitilde{}"),
                '^' => out.push_str("\\textasciicircum{}"),
                '{' | '}' | '#' | '$' | '%' | '&' | '_' => {
                    out.push('\\');
                    out.push(c);
                }
                c => out.push(c),
            }
        }
    }
    out
}

/// An address as it is, but for what would end the field.
pub(super) fn url(text: &str) -> String {
    text.trim().replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").split_whitespace().collect()
}

/// An address as it was written.
pub(super) fn plain_url(text: &str) -> String {
    let inner = text.trim().strip_prefix("\\url{").and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
    inner.trim().replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#")
}

/// The text that TeX's notation means, as far as references use it.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' => {}
            '~' => out.push('\u{a0}'),
            '-' if chars.next_if_eq(&'-').is_some() => out.push(if chars.next_if_eq(&'-').is_some() { '—' } else { '–' }),
            '`' if chars.next_if_eq(&'`').is_some() => out.push('“'),
            '\'' if chars.next_if_eq(&'\'').is_some() => out.push('”'),
            '\\' => command(&mut chars, &mut out),
            c => out.push(c),
        }
    }
    let words: Vec<&str> = out.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect();
    words.join(" ").nfc().collect()
}

fn command(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, out: &mut String) {
    let Some(first) = chars.next() else { return };
    let mut name = String::from(first);
    if first.is_ascii_alphabetic() {
        while let Some(letter) = chars.next_if(char::is_ascii_alphabetic) {
            name.push(letter);
        }
        // A space ends the name of a command and means nothing else.
        while chars.next_if_eq(&' ').is_some() {}
    }
    if let Some((_, sign)) = LETTERS.iter().find(|(command, _)| *command == name) {
        out.push_str(sign);
        return;
    }
    let accent = ACCENTS.iter().find(|(command, _)| name.len() == 1 && *command == first);
    match accent {
        Some((_, accent)) => {
            while chars.next_if(|c| matches!(c, '{' | ' ')).is_some() {}
            if chars.next_if_eq(&'\\').is_some() {
                // `\'{\i}`: an i that has lost its dot gets an accent.
                command(chars, out);
            } else if let Some(letter) = chars.next() {
                out.push(letter);
            }
            out.push(*accent);
        }
        // `\&` is the sign; of `\emph{x}` the text stays.
        None if !first.is_ascii_alphabetic() => out.push(first),
        None => {}
    }
}

/// The parts between separators that stand in no braces.
pub(super) fn split<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut start, mut skip_to) = (Vec::new(), 0usize, 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= skip_to && text[at..].starts_with(separator) => {
                parts.push(&text[start..at]);
                start = at + separator.len();
                skip_to = start;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::{escaped, plain, split};

    #[test]
    fn notation_is_read_and_written() {
        for (tex, text) in [
            ("{\\\"o}sterreich", "österreich"),
            ("Fran\\c{c}ois Mitterrand", "François Mitterrand"),
            ("\\'Etude \\& \\emph{more}", "Étude & more"),
            ("Gau{\\ss} -- a {TeX} life", "Gauß – a TeX life"),
            ("\\'{\\i}", "í"),
            ("``so''", "“so”"),
            ("5\\% of \\$3", "5% of $3"),
        ] {
            assert_eq!(plain(tex), text);
        }
        for text in ["a_b & c #1 {x} 5% $ ~ ^ \\", "Émile “so”"] {
            assert_eq!(plain(&escaped(text)), text);
        }
        assert_eq!(split("A and {B and C} and D", " and "), ["A", "{B and C}", "D"]);
    }
}
