//! Texts in the file: on one line as an ordinary string, over several lines as a raw string, so that a changed line is one changed line.

use std::fmt::Write;

/// A raw string that would need more than this many `#` is written with escapes instead.
const MAX_HASHES: usize = 8;

/// Appends `text` as RON.
pub(super) fn write(out: &mut String, text: &str) {
    match hashes_for(text).filter(|_| text.contains('\n') && !text.contains(stands_out)) {
        Some(hashes) => write_raw(out, text, hashes),
        None => write_escaped(out, text),
    }
}

/// How many `#` keep the end of a raw string apart from its text.
fn hashes_for(text: &str) -> Option<usize> {
    let longest = text.split('"').skip(1).map(|rest| rest.bytes().take_while(|b| *b == b'#').count() + 1).max().unwrap_or(0);
    let hashes = longest.max(1);
    (hashes <= MAX_HASHES).then_some(hashes)
}

fn write_raw(out: &mut String, text: &str, hashes: usize) {
    let hashes = &"########"[..hashes.min(MAX_HASHES)];
    // Writing to a string cannot fail.
    let _ = write!(out, "r{hashes}\"{text}\"{hashes}");
}

fn write_escaped(out: &mut String, text: &str) {
    out.push('"');
    let mut plain_from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '"' | '\\') || must_escape(*c)) {
        out.push_str(&text[plain_from..at]);
        plain_from = at + c.len_utf8();
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(other));
            }
        }
    }
    out.push_str(&text[plain_from..]);
    out.push('"');
}

/// Whether a character needs an escape in a text of several lines.
pub(super) fn stands_out(c: char) -> bool {
    must_escape(c) && !matches!(c, '\n' | '\t')
}

/// Characters that do not survive an editor, break a line in some of them, or reorder the rest of the line on screen.
fn must_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn texts_take_the_plainest_form_that_keeps_them() {
        let check = |text: &str, expected: &str| {
            let mut out = String::new();
            write(&mut out, text);
            assert_eq!(out, expected);
            assert_eq!(ron::from_str::<String>(&out).as_deref(), Ok(text));
        };
        check("", r#""""#);
        check("it's “so”", r#""it's “so”""#);
        check(r#"a "b" \ c"#, r#""a \"b\" \\ c""#);
        check("one\n\ttwo \\ \"three\"\n", "r##\"one\n\ttwo \\ \"three\"\n\"##".replace("##", "#").as_str());
        check("a\n\"# b \"## c", "r###\"a\n\"# b \"## c\"###");
        check("a\r\nb", r#""a\r\nb""#);
        check("\0\u{7}\u{2028}\u{202e}\u{feff}\u{85}", r#""\u{0}\u{7}\u{2028}\u{202e}\u{feff}\u{85}""#);
        check("日本語 العربية 👩‍👩‍👧 e\u{301}", "\"日本語 العربية 👩‍👩‍👧 e\u{301}\"");
        check("a\n\"#########", "\"a\\n\\\"#########\"");
        check("ends with quote\n\"", "r#\"ends with quote\n\"\"#");
    }
}
