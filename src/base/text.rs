//! Positions in text: code points ↔ bytes, byte → line and column.

use std::borrow::Cow;

use crate::base::Position;

/// Byte offset of the code point number `char_index`; the text's length where it has fewer.
pub fn byte_from_char(text: &str, char_index: usize) -> usize {
    text.char_indices().nth(char_index).map_or(text.len(), |(byte, _)| byte)
}

/// Number of code points before `byte`, which is rounded down to a boundary.
pub fn char_from_byte(text: &str, byte: usize) -> usize {
    text[..text.floor_char_boundary(byte)].chars().count()
}

/// Line and column (both from 1, columns in code points) of a byte offset.
pub fn position_of(text: &str, byte: usize) -> Position {
    let before = &text[..text.floor_char_boundary(byte)];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    Position { line: before.bytes().filter(|b| *b == b'\n').count() as u32 + 1, column: before[line_start..].chars().count() as u32 + 1 }
}

/// At most `max` code points of `text` on one line, with an ellipsis where something was cut.
pub fn shorten(text: &str, max: usize) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= max {
        return one_line;
    }
    let cut = byte_from_char(&one_line, max.saturating_sub(1));
    format!("{}…", one_line[..cut].trim_end())
}

/// Text for content and attributes of XML 1.0: markup escaped, forbidden characters left out.
pub fn xml_escaped(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if text.chars().all(|c| allowed(c) && !matches!(c, '&' | '<' | '>' | '"' | '\'')) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|c| allowed(*c)) {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_code_points() {
        let text = "aé\n日本x";
        assert_eq!(byte_from_char(text, 2), 3);
        assert_eq!(char_from_byte(text, 3), 2);
        assert_eq!(position_of(text, text.len()), Position { line: 2, column: 4 });
        assert_eq!(byte_from_char(text, 99), text.len());
    }

    #[test]
    fn shorten_cuts_at_code_points() {
        assert_eq!(shorten("one  two\nthree", 99), "one two three");
        assert_eq!(shorten("日本語テキスト", 4), "日本語…");
    }
}
