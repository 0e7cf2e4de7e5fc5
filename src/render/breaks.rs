//! Where a line of text may end, by the customs of its script (Unicode Standard Annex 14): Chinese and Japanese between characters
//! but with no small kana, long vowel mark, closing bracket or full stop at the start of a line; Thai, Lao, Khmer and Burmese between
//! words, which a dictionary knows; Korean at its spaces, as it is set where lines are ragged.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

/// Whether a text has letters of a script whose lines do not simply end at spaces. Latin, Greek, Cyrillic and the like have none.
pub fn has_own_breaks(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| is_south_east_asian(c) || is_east_asian(c))
}

/// The lines of a text, none wider than `max_width` unless a single character is: byte ranges without the space at their ends.
/// `width` measures such a range, which never reaches over a line break in the text.
pub fn wrap(text: &str, max_width: f32, width: impl Fn(Range<usize>) -> f32) -> Vec<Range<usize>> {
    let trimmed = |start: usize, end: usize| start..start + text[start..end].trim_end().len();
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let paragraph_end = start + paragraph.len();
        // As far as the line that starts at `start` reaches in any case.
        let mut fits = start;
        for end in breaks(paragraph).into_iter().map(|end| start + end).collect::<Vec<_>>() {
            while width(trimmed(start, end)) > max_width {
                if fits == start {
                    // Wider than a whole line: it goes as far as there is room.
                    fits = emergency(text, start..end, |range| width(range) <= max_width);
                    if fits == end {
                        break;
                    }
                }
                lines.push(trimmed(start, fits));
                start = fits;
            }
            fits = end;
        }
        lines.push(trimmed(start, paragraph_end));
        start = paragraph_end + 1;
    }
    lines
}

/// The ends of all parts of a paragraph that must not be broken, the paragraph's own end included.
fn breaks(paragraph: &str) -> Vec<usize> {
    static BETWEEN_CHARACTERS: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| segmenter(LineBreakWordOption::Normal));
    static AT_SPACES: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| segmenter(LineBreakWordOption::KeepAll));
    let segmenter = if is_korean(paragraph) { &AT_SPACES } else { &BETWEEN_CHARACTERS };
    segmenter.segment_str(paragraph).filter(|end| *end > 0).collect()
}

fn segmenter(words: LineBreakWordOption) -> LineSegmenterBorrowed<'static> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.word_option = Some(words);
    // The dictionary is faster than the learnt model, and the same on every machine.
    LineSegmenter::new_dictionary(options)
}

/// Where to break a part that must not be broken, and yet is wider than a line: as late as possible, between clusters.
fn emergency(text: &str, part: Range<usize>, fits: impl Fn(Range<usize>) -> bool) -> usize {
    let inside = &text[part.clone()];
    // Thai and Lao vowels stand before or behind the consonant that they belong to.
    let leads = |c: char| matches!(c, '\u{E40}'..='\u{E44}' | '\u{EC0}'..='\u{EC4}');
    let follows = |c: char| matches!(c, '\u{E2F}'..='\u{E33}' | '\u{E45}' | '\u{E46}' | '\u{EB0}'..='\u{EB3}' | '\u{EC6}');
    let may_end = |at: &usize| *at > 0 && !inside[..*at].ends_with(leads) && !inside[*at..].starts_with(follows);
    let mut ends = inside.grapheme_indices(true).map(|(at, _)| at).filter(may_end).chain([inside.len()]).map(|at| part.start + at);
    let mut found = ends.next().unwrap_or(part.end);
    for end in ends {
        if !fits(part.start..end) {
            break;
        }
        found = end;
    }
    found
}

/// Thai, Lao, Tibetan, Burmese, Khmer and their neighbours.
fn is_south_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0xE00..=0x109F | 0x1780..=0x17FF | 0x1950..=0x19FF | 0x1A20..=0x1AAF | 0xA9E0..=0xA9FF | 0xAA60..=0xAADF)
}

/// Ideographs, kana, Hangul, their marks and full-width forms.
fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11FF | 0x2E80..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF00..=0xFFEF | 0x20000..=0x3FFFD)
}

/// Whether more syllables of Hangul than other East Asian characters stand in a text.
fn is_korean(text: &str) -> bool {
    let (mut hangul, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| is_east_asian(*c)) {
        *(if matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}') {
            &mut hangul
        } else {
            &mut other
        }) += 1;
    }
    hangul > other
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a text whose clusters are all one wide.
    fn lines(text: &str, max_width: usize) -> Vec<&str> {
        let width = |range: Range<usize>| text[range].graphemes(true).count() as f32;
        wrap(text, max_width as f32, width).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn lines_end_where_the_script_wants_it() {
        let table = [
            // Spaces, hyphens; a word too long for a line.
            ("It cost Gore the election", 9, "It cost|Gore the|election"),
            ("well-known  facts", 6, "well-|known|facts"),
            ("incomprehensible", 6, "incomp|rehens|ible"),
            ("one\n\ntwo three", 5, "one||two|three"),
            ("", 5, ""),
            // Between ideographs; no full stop, comma or closing bracket at the start of a line, no opening one at its end.
            ("選挙を決めた。", 3, "選挙を|決め|た。"),
            ("選挙を決めた。", 6, "選挙を決め|た。"),
            ("彼は「はい」と言った", 3, "彼は|「は|い」と|言った"),
            ("纳德尔害戈尔输掉了选举，有人这样说。", 11, "纳德尔害戈尔输掉了选|举，有人这样说。"),
            // No long vowel mark, no small kana at the start of a line.
            ("ネーダー", 3, "ネー|ダー"),
            ("データーベース", 3, "デー|ター|ベース"),
            ("シャツとチョッキ", 3, "シャツ|と|チョッ|キ"),
            ("待って", 2, "待っ|て"),
            // Latin words in Japanese stay whole, numbers with their signs too.
            ("投票はFloridaで", 8, "投票は|Floridaで"),
            ("得票率50%です", 4, "得票率|50%で|す"),
            // Korean breaks at its spaces.
            ("네이더 때문에 고어가 졌다", 6, "네이더|때문에|고어가 졌다"),
            ("민주주의국가", 4, "민주주의|국가"),
            // Thai, Lao, Khmer and Burmese break between words.
            ("การเลือกตั้งเป็นธรรม", 11, "การเลือกตั้ง|เป็นธรรม"),
            ("ภาษาไทยง่ายมาก", 7, "ภาษาไทย|ง่ายมาก"),
            ("ພາສາລາວງ່າຍ", 8, "ພາສາລາວ|ງ່າຍ"),
            ("ភាសាខ្មែរងាយស្រួល", 7, "ភាសាខ្មែរ|ងាយស្រួល"),
            ("မြန်မာစာသည်ခက်သည်", 5, "မြန်မာ|စာသည်|ခက်သည်"),
            // Where a word is wider than a line, a vowel is still not parted from its consonant.
            ("การเลือกตั้ง", 4, "การ|เลือก|ตั้ง"),
        ];
        let wrong =
            table.iter().map(|(text, width, wanted)| (lines(text, *width).join("|"), *wanted)).filter(|(got, wanted)| got != wanted);
        assert_eq!(wrong.collect::<Vec<_>>(), []);
    }

    #[test]
    fn only_scripts_with_customs_of_their_own_need_them() {
        for (text, own) in [
            ("plain", false),
            ("Über “Ωμέγα” и Москва — 100 €", false),
            ("مرحبا", false),
            ("日", true),
            ("ー", true),
            ("ไทย", true),
            ("한", true),
        ] {
            assert_eq!(has_own_breaks(text), own, "{text}");
        }
    }
}
