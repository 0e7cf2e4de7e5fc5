//! Text in a PNG: the bundled fonts, and for what they lack the system's, chosen and shaped here word by word. The rasteriser's own
//! fallback takes any font that has the character, loses letters where a line mixes scripts, and lets Indic syllables overlap.

use std::collections::BTreeMap;
use std::sync::Arc;

use emath::{Pos2, pos2, vec2};
use epaint::text::has_emoji_presentation;
use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{Font, FontResolver, FontStyle, Options};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_segmentation::UnicodeSegmentation;

use crate::render::bidi;
use crate::render::svg::{self, Piece, PieceInk, SetLine};
use crate::render::{Face, TextBlock};

/// Width of a space in the bundled fonts, as a share of the font size.
const SPACE: f32 = 0.26;
/// Font names in the SVG begin so; the number of the face follows.
const NAME: &str = "stand-in-";

/// The bundled faces and, once a character asks for them, the system's.
pub(super) struct Fonts {
    database: Arc<Database>,
    /// As in [`Face::ALL`].
    bundled: Vec<ID>,
    system_loaded: bool,
    /// Faces found for characters; the same character may have another form in another language.
    found: BTreeMap<(char, Option<&'static str>), Option<ID>>,
    /// Faces in use, by their names in the SVG.
    in_use: BTreeMap<String, ID>,
}

impl Fonts {
    pub(super) fn new() -> Self {
        let mut database = Database::new();
        let bundled = Face::ALL.iter().flat_map(|face| database.load_font_source(Source::Binary(Arc::new(face.bytes())))).collect();
        Self { database: Arc::new(database), bundled, system_loaded: false, found: BTreeMap::new(), in_use: BTreeMap::new() }
    }

    /// What the rasteriser needs to find the fonts named in the SVG.
    pub(super) fn options(self) -> Options<'static> {
        let (bundled, in_use) = (self.bundled, self.in_use);
        let select = move |font: &Font, _: &mut Arc<Database>| {
            let named = font.families().iter().find_map(|family| in_use.get(family.to_string().trim_matches(['"', '\''])).copied());
            let face = match (font.weight() > 500, font.style()) {
                (true, _) => Face::Bold,
                (false, FontStyle::Italic | FontStyle::Oblique) => Face::Italic,
                (false, FontStyle::Normal) => Face::Regular,
            };
            named.or_else(|| bundled.get(face as usize).copied())
        };
        let font_resolver = FontResolver { select_font: Box::new(select), select_fallback: Box::new(|_, _, _| None) };
        Options { fontdb: self.database, font_resolver, ..Options::default() }
    }

    /// Sets a line that needs more than the bundled fonts; `None` where they do.
    pub(super) fn set_line(&mut self, block: &TextBlock, line: &str) -> Option<SetLine> {
        if line.is_ascii() {
            return None;
        }
        let language = language(block);
        let size = block.size.points();
        let own = *self.bundled.get(block.face as usize)?;
        let mut set = SetLine { pieces: Vec::new(), width: 0.0 };
        for (run, backwards) in bidi::visual_runs(line, block.rtl) {
            let mut words: Vec<(String, Option<ID>)> = Vec::new();
            for cluster in run.graphemes(true) {
                let face = if cluster == " " { None } else { self.face_for(cluster, language) };
                match words.last_mut() {
                    Some((word, same)) if *same == face && word != " " && cluster != " " && !(backwards && face.is_none()) => {
                        word.push_str(cluster)
                    }
                    _ => words.push((cluster.to_owned(), face)),
                }
            }
            if backwards {
                words.reverse();
            }
            for (word, face) in words {
                if word == " " {
                    set.width += SPACE * size;
                    continue;
                }
                let word = if backwards && face.is_none() { word.chars().map(bidi::mirrored).collect() } else { word };
                let (path, width) = self.shape(&word, face.unwrap_or(own), size, backwards && face.is_some());
                let ink = match (face, path) {
                    (None, _) => PieceInk::Own(word),
                    (Some(_), Some(path)) => PieceInk::Outlines(path),
                    (Some(id), None) => PieceInk::Named(self.name(id), word),
                };
                set.pieces.push(Piece { x: set.width, ink });
                set.width += width;
            }
        }
        set.pieces.iter().any(|piece| !matches!(piece.ink, PieceInk::Own(_))).then_some(set)
    }

    fn name(&mut self, id: ID) -> String {
        let name = format!("{NAME}{id}");
        self.in_use.insert(name.clone(), id);
        name
    }

    /// The face that draws a cluster; `None` for the bundled ones.
    fn face_for(&mut self, cluster: &str, language: Option<&'static str>) -> Option<ID> {
        let first = cluster.chars().next()?;
        let emoji = has_emoji_presentation(cluster);
        let own = *self.bundled.first()?;
        let invisible =
            |c| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}');
        if !emoji && cluster.chars().all(|c| c.is_ascii() || invisible(c) || has_char(&self.database, own, c)) {
            return None;
        }
        if let Some(known) = self.found.get(&(first, language)) {
            return *known;
        }
        let found = self.search(first, emoji, language);
        self.found.insert((first, language), found);
        found
    }

    /// The face that looks most like the bundled ones among the system's that have the character.
    fn search(&mut self, c: char, emoji: bool, language: Option<&'static str>) -> Option<ID> {
        if !self.system_loaded {
            Arc::make_mut(&mut self.database).load_system_fonts();
            self.system_loaded = true;
        }
        let mut candidates: Vec<(u32, &str, ID)> = self
            .database
            .faces()
            .filter(|face| !self.bundled.contains(&face.id))
            .map(|face| {
                let family = face.families.first().map_or("", |(name, _)| name.as_str());
                let strangeness = [
                    (family.contains("Emoji") != emoji, 64),
                    (family.contains("Serif") || family.contains("Mono"), 32),
                    (face.style != Style::Normal, 32),
                    (face.weight != Weight::NORMAL, 16),
                    (face.stretch != Stretch::Normal, 16),
                    (family.contains("CJK") && !family.ends_with(language.unwrap_or("SC")), 8),
                    (!family.contains("Sans"), 4),
                    (!family.starts_with("Noto"), 2),
                    (family.contains("UI") || family.contains("Display"), 1),
                ];
                (strangeness.iter().filter(|(odd, _)| *odd).map(|(_, weight)| weight).sum(), family, face.id)
            })
            .collect();
        candidates.sort_unstable();
        candidates.into_iter().map(|(_, _, id)| id).find(|id| has_char(&self.database, *id, c))
    }

    /// A word's outlines in a face, from (0, 0) on, and how far it runs. No outlines where the face has coloured pictures.
    fn shape(&self, word: &str, face: ID, size: f32, backwards: bool) -> (Option<String>, f32) {
        let shaped = self.database.with_face_data(face, |data, index| {
            let face = rustybuzz::Face::from_slice(data, index)?;
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(word);
            buffer.guess_segment_properties();
            buffer.set_direction(if backwards { Direction::RightToLeft } else { Direction::LeftToRight });
            let scale = size / face.units_per_em() as f32;
            let glyphs = rustybuzz::shape(&face, &[], buffer);
            let mut outlines = Outlines { path: String::new(), scale, origin: Pos2::ZERO };
            let mut width = 0.0;
            for (glyph, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
                outlines.origin = pos2(width + position.x_offset as f32 * scale, -position.y_offset as f32 * scale);
                let id = u16::try_from(glyph.glyph_id).unwrap_or_default();
                face.outline_glyph(GlyphId(id), &mut outlines);
                width += position.x_advance as f32 * scale;
            }
            let tables = face.tables();
            let pictures = tables.cbdt.is_some() || tables.sbix.is_some() || tables.colr.is_some() || tables.svg.is_some();
            Some(((!pictures).then_some(outlines.path), width))
        });
        shaped.flatten().unwrap_or_default()
    }
}

/// Turns outlines in font units, y up, into path data.
struct Outlines {
    path: String,
    scale: f32,
    origin: Pos2,
}

impl Outlines {
    fn add(&mut self, verb: char, points: &[(f32, f32)]) {
        self.path.push(verb);
        for (i, (x, y)) in points.iter().enumerate() {
            self.path.push_str(if i > 0 { " " } else { "" });
            self.path.push_str(&svg::point(self.origin + vec2(*x, -*y) * self.scale));
        }
    }
}

impl OutlineBuilder for Outlines {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.add('Z', &[]);
    }
}

/// The ending of the font family for the language that a text is in, as far as its letters show it; Chinese shows nothing.
fn language(block: &TextBlock) -> Option<&'static str> {
    block.lines.iter().flat_map(|line| line.text.chars()).find_map(|c| match c {
        '\u{3041}'..='\u{30FF}' => Some("JP"),
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Some("KR"),
        _ => None,
    })
}

fn has_char(database: &Database, id: ID, c: char) -> bool {
    let has = |data: &[u8], index: u32| rustybuzz::ttf_parser::Face::parse(data, index).is_ok_and(|face| face.glyph_index(c).is_some());
    database.with_face_data(id, has).unwrap_or(false)
}
