//! Order of display for text that runs from right to left. Exports leave this to what shows them; the canvas cannot.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// Whether the first letter that has a direction runs from right to left.
pub(super) fn is_rtl(text: &str) -> bool {
    text.chars()
        .find_map(|c| match bidi_class(c) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        })
        .unwrap_or(false)
}

/// Whether any letter runs from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL))
}

/// One line reordered for a layouter that puts words in the order in which they come, each shaped in its own direction.
pub(super) fn display_order(line: &str, rtl: bool) -> Cow<'_, str> {
    if !has_rtl(line) {
        return Cow::Borrowed(line);
    }
    let mut shown = String::with_capacity(line.len());
    for (text, backwards) in visual_runs(line, rtl) {
        if backwards {
            let words: Vec<&str> = text.split_inclusive(is_between_words).collect();
            for word in words.into_iter().rev() {
                // The mark that ends a word stands before it once the order is turned.
                let body = word.trim_end_matches(is_between_words);
                shown.extend(word[body.len()..].chars().rev().map(mirrored));
                shown.push_str(body);
            }
        } else {
            shown.push_str(text);
        }
    }
    Cow::Owned(shown)
}

/// The parts of a line from left to right, each with whether it reads backwards.
pub(super) fn visual_runs(line: &str, rtl: bool) -> Vec<(&str, bool)> {
    if !has_rtl(line) {
        return vec![(line, false)];
    }
    let info = BidiInfo::new(line, Some(if rtl { Level::rtl() } else { Level::ltr() }));
    let Some(paragraph) = info.paragraphs.first() else { return vec![(line, false)] };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    runs.into_iter().filter_map(|run| Some((line.get(run.clone())?, levels.get(run.start)?.is_rtl()))).collect()
}

fn is_between_words(c: char) -> bool {
    !matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::NSM | BidiClass::L | BidiClass::EN | BidiClass::AN)
}

/// The mark that is drawn for another where text reads backwards.
pub(super) fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_turned_and_numbers_kept() {
        for (text, shown) in
            [("plain", "plain"), ("אחד שתיים", "שתיים אחד"), ("אחד (שתיים).", ".(שתיים) אחד"), ("one אחד שתיים two", "one שתיים אחד two")]
        {
            assert_eq!(display_order(text, is_rtl(text)), shown, "{text}");
        }
        assert!(is_rtl("\"مرحبا\"") && !is_rtl("2000 votes") && !is_rtl(""));
    }
}
