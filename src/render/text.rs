//! Measuring and wrapping text without a window.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use epaint::text::{
    FontId, Fonts, Galley, GlyphBitmap, GlyphRasterizer, GlyphRasterizerRequest, LayoutJob, RasterizedGlyph, TextFormat, TextOptions,
    TextWrapping, ViewportKey, has_emoji_presentation,
};
use epaint::{Color32, ColorImage};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::NodeId;
use crate::provenance::marks::Cautions;
use crate::render::bidi;
use crate::render::breaks::{has_own_breaks, wrap};
use crate::render::card::CardCache;
use crate::render::fonts::{self, ASCENT, DESCENT, Face};
use crate::render::theme::TextSize;

/// Characters of a text that are looked at; more do not fit in any box.
const MAX_CHARS: usize = 8_000;

/// One line of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says, in the order of reading.
    pub text: String,
    /// Its width in points.
    pub width: f32,
}

/// Text broken into lines.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBlock {
    /// The lines from the top.
    pub lines: Vec<Line>,
    /// In which face.
    pub face: Face,
    /// How large.
    pub size: TextSize,
    /// Whether it reads from right to left; lines are then flush right.
    pub rtl: bool,
    /// Width of the widest line.
    pub width: f32,
    /// Whether lines were left out at the end; the last one then ends in an ellipsis.
    pub cut: bool,
}

impl TextBlock {
    /// Height in points.
    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size.line_height()
    }

    /// Distance of the first base line from the top.
    pub fn baseline(&self) -> f32 {
        let size = self.size.points();
        (self.size.line_height() - size * (ASCENT + DESCENT)) / 2.0 + size * ASCENT
    }

    /// The block for a text layouter that knows no bidirectional order (the canvas): wrapped as here, enlarged by `zoom`.
    /// Where the block reads from right to left the galley hangs from its right edge.
    pub fn job(&self, color: Color32, zoom: f32) -> LayoutJob {
        let text: Vec<_> = self.lines.iter().map(|line| bidi::display_order(&line.text, self.rtl)).collect();
        let format = TextFormat {
            line_height: Some(self.size.line_height() * zoom),
            ..TextFormat::simple(FontId::new(self.size.points() * zoom, self.face.family()), color)
        };
        let mut job = LayoutJob::single_section(text.join("\n"), format);
        if self.rtl {
            job.halign = emath::Align::RIGHT;
        }
        job
    }
}

/// How a text is to be broken into lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// In which face.
    pub face: Face,
    /// How large.
    pub size: TextSize,
    /// Lines are no wider than this, unless a single character is.
    pub max_width: f32,
    /// At most so many lines.
    pub max_lines: usize,
}

/// Measures and wraps text in the bundled fonts, and keeps the cards made of it.
pub struct TextShaper {
    fonts: Fonts,
    pub(super) cards: CardCache,
    /// Attributions whose quotation is not what was said.
    pub(super) doubted: Arc<BTreeSet<NodeId>>,
    /// What to be careful about in claims.
    pub(super) cautions: Arc<Cautions>,
}

impl Default for TextShaper {
    fn default() -> Self {
        Self::new()
    }
}

impl TextShaper {
    /// A shaper with nothing cached.
    pub fn new() -> Self {
        let stand_in = GlyphRasterizer::new("elenchus::stand_in", stand_in);
        let fonts = Fonts::new(TextOptions::default(), fonts::definitions()).with_glyph_rasterizer(stand_in);
        Self { fonts, cards: CardCache::default(), doubted: Arc::default(), cautions: Arc::default() }
    }

    /// Marks the chips of these attributions from now on: what they quote is not what was said.
    pub fn doubt(&mut self, attributions: Arc<BTreeSet<NodeId>>) {
        self.doubted = attributions;
    }

    /// Marks the cards of these claims from now on.
    pub fn caution(&mut self, claims: Arc<Cautions>) {
        self.cautions = claims;
    }

    /// Breaks a text into lines. Control characters other than line breaks are dropped.
    pub fn shape(&mut self, text: &str, setting: Setting) -> TextBlock {
        let text = cleaned(text);
        let (lines, cut) =
            if bidi::has_rtl(&text) || has_own_breaks(&text) { self.lines_by_script(&text, setting) } else { self.lines(&text, setting) };
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        TextBlock { lines, face: setting.face, size: setting.size, rtl: bidi::is_rtl(&text), width, cut }
    }

    /// Line breaks as the layouter makes them.
    fn lines(&mut self, text: &str, setting: Setting) -> (Vec<Line>, bool) {
        let galley = self.galley(text, setting);
        let mut source = text.chars();
        let last = galley.rows.len().saturating_sub(1);
        let lines = galley
            .rows
            .iter()
            .enumerate()
            .map(|(i, row)| {
                let read: String = source.by_ref().take(row.glyphs.len()).collect();
                if row.ends_with_newline {
                    source.next();
                }
                let line = if galley.elided && i == last { row.text() } else { read };
                let visible = row.glyphs.iter().rposition(|g| !g.chr.is_whitespace());
                let width = visible.and_then(|g| row.glyphs.get(g)).map_or(0.0, |g| g.max_x());
                Line { text: line.trim_end().to_owned(), width: width.ceil() }
            })
            .collect();
        (lines, galley.elided)
    }

    /// Line breaks by the rules of the script. The layouter knows few of them, and turns words that run from right to left before it
    /// breaks lines; so it only measures here.
    fn lines_by_script(&mut self, text: &str, setting: Setting) -> (Vec<Line>, bool) {
        let measure = Measure::new(self, text, setting);
        let width = |range: Range<usize>| measure.width(range);
        let line = |range: Range<usize>| Line { text: text[range.clone()].to_owned(), width: width(range).ceil() };
        let ranges = wrap(text, setting.max_width, width);
        let cut = ranges.len() > setting.max_lines;
        let Some(last) = setting.max_lines.checked_sub(1).and_then(|last| ranges.get(last)).filter(|_| cut) else {
            return (ranges.into_iter().map(line).collect(), cut);
        };
        let mut lines: Vec<Line> = ranges.iter().take(setting.max_lines - 1).cloned().map(line).collect();
        // The last line takes as much of what follows as there is room for beside the ellipsis.
        let paragraph_end = text[last.start..].find('\n').map_or(text.len(), |at| last.start + at);
        let room = setting.max_width - measure.ellipsis;
        let ends = text[last.start..paragraph_end].grapheme_indices(true).map(|(at, cluster)| last.start + at + cluster.len());
        let end = ends.take_while(|end| width(last.start..*end) <= room).last().unwrap_or(last.start);
        let kept = line(last.start..last.start + text[last.start..end].trim_end().len());
        lines.push(Line { text: kept.text + "…", width: (kept.width + measure.ellipsis).ceil() });
        (lines, true)
    }

    fn galley(&mut self, text: &str, setting: Setting) -> Galley {
        // Only measures are wanted; the pictures of the glyphs that come with them are dropped when they pile up.
        if self.fonts.font_atlas_fill_ratio() > 0.8 {
            self.fonts.begin_pass(TextOptions::default(), ViewportKey::default());
        }
        let format = TextFormat::simple(FontId::new(setting.size.points(), setting.face.family()), Color32::WHITE);
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        // A single line is cut wherever it is full.
        let break_anywhere = setting.max_lines == 1;
        job.wrap = TextWrapping { max_width: setting.max_width, max_rows: setting.max_lines, break_anywhere, ..TextWrapping::default() };
        self.fonts.layout_uncached(1.0, Arc::new(job))
    }
}

impl std::fmt::Debug for TextShaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextShaper").finish_non_exhaustive()
    }
}

/// The whole text, or its words where some run from right to left.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let whole = !bidi::has_rtl(text);
    text.split_inclusive(move |c: char| !whole && c == ' ')
}

/// How wide every part of a text is, from laying it out once.
struct Measure {
    /// For every byte at which a character begins, and for the end, the width of all characters before it.
    before: Vec<f32>,
    /// Width of an ellipsis.
    ellipsis: f32,
}

impl Measure {
    fn new(shaper: &mut TextShaper, text: &str, setting: Setting) -> Self {
        let alone = Setting { max_width: f32::INFINITY, max_lines: usize::MAX, ..setting };
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut x = 0.0;
        for paragraph in text.split('\n') {
            for word in words(paragraph) {
                let galley = shaper.galley(word, alone);
                let glyphs = galley.rows.first().map_or(&[][..], |row| &row.glyphs);
                // A character has one glyph as a rule. Within a word from right to left they stand in another order, which changes
                // no sum over the word, and marks may have none.
                let all: f32 = glyphs.iter().map(|glyph| glyph.advance_width).sum();
                let count = word.chars().count();
                let even = all / count.max(1) as f32;
                let each = |i: usize| if glyphs.len() == count { glyphs.get(i).map_or(0.0, |g| g.advance_width) } else { even };
                for (i, c) in word.chars().enumerate() {
                    before.resize(before.len() + c.len_utf8(), x);
                    x += each(i);
                }
            }
            before.push(x);
        }
        let ellipsis = shaper.galley("…", alone).rows.first().map_or(0.0, |row| row.size.x);
        Self { before, ellipsis }
    }

    fn width(&self, range: Range<usize>) -> f32 {
        let at = |byte: usize| self.before.get(byte).or(self.before.last()).copied().unwrap_or_default();
        at(range.end) - at(range.start)
    }
}

/// Without what neither fonts nor XML know: control characters, noncharacters. Tabs become spaces.
fn cleaned(text: &str) -> String {
    let shown = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    text.trim().chars().take(MAX_CHARS).map(|c| if c == '\t' { ' ' } else { c }).filter(shown).collect()
}

/// Room for a character that no bundled font has; what draws it later (the system's fonts) is not known when it is measured.
fn stand_in(request: &GlyphRasterizerRequest<'_>) -> Option<RasterizedGlyph> {
    let first = request.cluster.chars().next()?;
    let em = if has_emoji_presentation(request.cluster) {
        1.3
    } else if is_wide(first) {
        1.0
    } else if is_indic(first) {
        // Consonants that a stroke joins stand side by side, in part.
        0.68 + 0.3 * request.cluster.chars().filter(|c| matches!(c, '\u{94D}' | '\u{9CD}')).count() as f32
    } else {
        0.6
    };
    let bitmap = GlyphBitmap { image: ColorImage::filled([1, 1], Color32::TRANSPARENT), offset_px: emath::Vec2::ZERO, is_color: false };
    Some(RasterizedGlyph { bitmap, advance_px: em * request.font_size_px })
}

/// Letters of the scripts of India and around: syllables run together and wider than others.
fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}')
}

/// East Asian characters as wide as they are high (Unicode Standard Annex 11).
fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF | 0x20000..=0x3FFFD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str, max_width: f32, max_lines: usize) -> TextBlock {
        TextShaper::new().shape(text, Setting { face: Face::Regular, size: TextSize::Body, max_width, max_lines })
    }

    #[test]
    fn wrapping_keeps_every_word() {
        let text = "Nader cost Gore the 2000 election, because 97,488 people in Florida voted for him.\nSecond paragraph: 日本語のとても長い文章をここに書くと折り返します。";
        let block = shape(text, 160.0, 99);
        let words = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(words(&block.lines.iter().map(|l| l.text.as_str()).collect::<String>()), words(text));
        assert!(block.lines.iter().all(|line| line.width <= 161.0), "{block:?}");
        assert!(!block.cut && block.lines.len() > 4);
    }

    #[test]
    fn a_cut_ends_in_an_ellipsis() {
        let block = shape(&"so many words ".repeat(200), 160.0, 3);
        assert!(block.cut && block.lines.len() == 3 && block.lines[2].text.ends_with('…'), "{block:?}");
    }

    #[test]
    fn text_from_right_to_left_keeps_its_order() {
        let text = "كلّف نادر غور انتخابات عام 2000 (حسب تروي)، لكن الأمر ليس بهذه البساطة.";
        let block = shape(text, 160.0, 99);
        assert_eq!(block.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" "), text);
        assert!(block.rtl && block.lines.len() > 2 && block.lines.iter().all(|line| line.width <= 161.0), "{block:?}");
        let long = shape(&"ש".repeat(100), 160.0, 2);
        assert!(long.cut && long.lines.len() == 2, "{long:?}");
    }

    #[test]
    fn thai_is_not_broken_before_a_vowel() {
        let text = "นเดอร์ทำให้กอร์แพ้การเลือกตั้งเพราะคะแนนเสียงถูกแบ่งออกไปหลายทาง";
        for width in (60..240).step_by(7) {
            let block = shape(text, width as f32, 99);
            assert!(block.lines.len() > 1 && block.lines.iter().all(|line| line.width <= width as f32 + 15.0), "{block:?}");
            assert!(block.lines.iter().skip(1).all(|line| !line.text.starts_with(['ะ', 'า', 'ำ', 'ๆ'])), "{block:?}");
            assert!(block.lines.iter().all(|line| !line.text.ends_with(['เ', 'แ', 'โ', 'ใ', 'ไ'])), "{block:?}");
            assert_eq!(block.lines.iter().map(|line| line.text.as_str()).collect::<String>(), text);
        }
    }

    #[test]
    fn japanese_lines_begin_and_end_as_they_should() {
        let text = "「ネーダーが選挙を決めた」という主張は、多くの人に受け入れられているが、証拠は少ない。";
        for width in (60..240).step_by(7) {
            let block = shape(text, width as f32, 99);
            assert!(block.lines.iter().all(|line| !line.text.starts_with(['、', '。', '」'])), "{width} {block:?}");
            assert!(block.lines.iter().all(|line| !line.text.ends_with('「')), "{width} {block:?}");
        }
    }

    #[test]
    fn characters_outside_the_fonts_take_room() {
        let width = |text: &str| shape(text, f32::INFINITY, 1).width;
        assert!((56.0..=60.0).contains(&width("日本語字")), "{}", width("日本語字"));
        assert!(width("مرحبا") > 30.0);
        assert!(width("👩‍👩‍👧") > 14.0 && width("👩‍👩‍👧") < 30.0, "{}", width("👩‍👩‍👧"));
        assert_eq!(shape("a\u{1}\u{1b}b\u{FFFF}", 99.0, 1).lines[0].text, "ab");
        assert!(shape("", 99.0, 3).width == 0.0);
    }
}
