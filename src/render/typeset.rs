//! Text for everything but the canvas: lines set glyph by glyph in the bundled fonts, and for what they lack the system's, chosen and
//! shaped here word by word. The rasteriser's own fallback takes any font that has the character, loses letters where a line mixes
//! scripts, and lets Indic syllables overlap.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};
use epaint::text::has_emoji_presentation;
use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{Font, FontResolver, FontStyle, Options};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder, RasterImageFormat};
use rustybuzz::{BufferClusterLevel, Direction, UnicodeBuffer};
use unicode_segmentation::UnicodeSegmentation;

use crate::render::bidi;
use crate::render::svg;
use crate::render::{Face, TextBlock};

/// Font names in an SVG for the rasteriser begin so; the number of the face follows.
const NAME: &str = "stand-in-";

/// A line with its glyphs in their places.
#[derive(Clone, Debug, Default)]
pub(super) struct SetLine {
    pub(super) runs: Vec<SetRun>,
    pub(super) width: f32,
}

impl SetLine {
    /// Whether the bundled fonts draw all of it.
    pub(super) fn is_own(&self) -> bool {
        self.runs.iter().all(|run| run.is_own)
    }

    /// Whether there is a glyph for everything.
    pub(super) fn is_whole(&self) -> bool {
        self.runs.iter().all(|run| run.glyphs.iter().all(|glyph| glyph.id != 0))
    }

    /// How much smaller the line is drawn, so that it is no wider than what was measured.
    pub(super) fn scale_in(&self, width: f32) -> f32 {
        ((width + 4.0) / self.width.max(1.0)).min(1.0)
    }
}

/// A part of a line in one font.
#[derive(Clone, Debug)]
pub(super) struct SetRun {
    /// Distance from the line's left end.
    pub(super) x: f32,
    pub(super) face: ID,
    /// Whether that is one of the bundled fonts.
    pub(super) is_own: bool,
    /// What it says, in the order of reading.
    pub(super) text: String,
    /// From left to right.
    pub(super) glyphs: Vec<SetGlyph>,
}

/// A glyph.
#[derive(Clone, Debug)]
pub(super) struct SetGlyph {
    pub(super) id: u16,
    /// From the pen to where it is drawn, y up.
    pub(super) offset: Vec2,
    pub(super) advance: f32,
    /// What of the run's text it shows, in bytes.
    pub(super) range: Range<usize>,
}

/// A picture that stands for a glyph.
pub(super) struct Picture {
    pub(super) png: Vec<u8>,
    /// Where, from the pen on the base line, y down.
    pub(super) rect: Rect,
}

/// The bundled faces and, once a character asks for them, the system's.
pub(super) struct Typesetter {
    database: Arc<Database>,
    /// As in [`Face::ALL`].
    bundled: Vec<ID>,
    /// The same, ready to shape.
    own: Vec<rustybuzz::Face<'static>>,
    system_loaded: bool,
    /// Faces found for characters; the same character may have another form in another language, and is bold in a bold text.
    found: BTreeMap<(char, Option<&'static str>, bool), Option<ID>>,
    /// Faces in use, by their names in the SVG.
    in_use: BTreeMap<String, ID>,
}

impl Typesetter {
    pub(super) fn new() -> Self {
        let mut database = Database::new();
        let bundled = Face::ALL.iter().flat_map(|face| database.load_font_source(Source::Binary(Arc::new(face.bytes())))).collect();
        let own = Face::ALL.iter().filter_map(|face| rustybuzz::Face::from_slice(face.bytes(), 0)).collect();
        let (found, in_use) = (BTreeMap::new(), BTreeMap::new());
        Self { database: Arc::new(database), bundled, own, system_loaded: false, found, in_use }
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

    /// Sets a line of a block.
    pub(super) fn set(&mut self, block: &TextBlock, line: &str) -> SetLine {
        let size = block.size.points();
        let mut set = SetLine::default();
        let Some(own) = self.bundled.get(block.face as usize).copied() else { return set };
        let language = if line.is_ascii() { None } else { language(block) };
        for (run, backwards) in bidi::visual_runs(line, block.rtl) {
            let mut words: Vec<(String, Option<ID>)> = Vec::new();
            if run.is_ascii() && !backwards {
                words.push((run.to_owned(), None));
            } else {
                for cluster in run.graphemes(true) {
                    // A mark that several scripts have stays in the font of what stands before it.
                    let before = words.last().and_then(|(_, face)| *face).filter(|_| !cluster.starts_with(' '));
                    let same = before.filter(|face| cluster.chars().all(|c| !c.is_ascii() && has_char(&self.database, *face, c)));
                    let face = same.or_else(|| self.face_for(cluster, language, block.face == Face::Bold));
                    match words.last_mut() {
                        Some((word, same)) if *same == face && !(backwards && face.is_none()) => word.push_str(cluster),
                        _ => words.push((cluster.to_owned(), face)),
                    }
                }
            }
            if backwards {
                words.reverse();
            }
            for (word, face) in words {
                let word = if backwards && face.is_none() { word.chars().map(bidi::mirrored).collect() } else { word };
                let (glyphs, width) = self.shape(&word, face, block.face, size, backwards && face.is_some());
                let run = SetRun { x: set.width, face: face.unwrap_or(own), is_own: face.is_none(), text: word, glyphs };
                set.runs.push(run);
                set.width += width;
            }
        }
        set
    }

    /// A face's file, and its number there.
    pub(super) fn file(&self, face: ID) -> Option<(Vec<u8>, u32)> {
        self.database.with_face_data(face, |data, index| (data.to_vec(), index))
    }

    /// The bundled face that it is.
    pub(super) fn bundled(&self, face: ID) -> Option<Face> {
        let index = self.bundled.iter().position(|id| *id == face)?;
        Face::ALL.get(index).copied()
    }

    /// The name by which the rasteriser finds a face.
    pub(super) fn name(&mut self, id: ID) -> String {
        let name = format!("{NAME}{id}");
        self.in_use.insert(name.clone(), id);
        name
    }

    /// The face that draws a cluster; `None` for the bundled ones.
    fn face_for(&mut self, cluster: &str, language: Option<&'static str>, bold: bool) -> Option<ID> {
        let first = cluster.chars().next()?;
        let emoji = has_emoji_presentation(cluster);
        let is_own = |c: char| self.own.first().is_some_and(|face| face.glyph_index(c).is_some());
        let invisible =
            |c| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}');
        if !emoji && cluster.chars().all(|c| c.is_ascii() || invisible(c) || is_own(c)) {
            return None;
        }
        if let Some(known) = self.found.get(&(first, language, bold)) {
            return *known;
        }
        let found = self.search(first, emoji, language, bold);
        self.found.insert((first, language, bold), found);
        found
    }

    /// The face that looks most like the bundled ones among the system's that have the character.
    fn search(&mut self, c: char, emoji: bool, language: Option<&'static str>, bold: bool) -> Option<ID> {
        let weight = if bold { Weight::BOLD } else { Weight::NORMAL };
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
                    (face.weight != weight, 16),
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

    /// A word's glyphs from left to right, and how far they run.
    fn shape(&self, word: &str, face: Option<ID>, own: Face, size: f32, backwards: bool) -> (Vec<SetGlyph>, f32) {
        let shape = |face: &rustybuzz::Face<'_>| {
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(word);
            buffer.guess_segment_properties();
            // Each mark is a sign of its own to those who search a document from its right to its left.
            buffer.set_cluster_level(if backwards { BufferClusterLevel::Characters } else { BufferClusterLevel::MonotoneGraphemes });
            buffer.set_direction(if backwards { Direction::RightToLeft } else { Direction::LeftToRight });
            let scale = size / face.units_per_em() as f32;
            let shaped = rustybuzz::shape(face, &[], buffer);
            let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).chain([word.len()]).collect();
            starts.sort_unstable();
            starts.dedup();
            let mut width = 0.0;
            let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
            let glyphs = glyphs
                .map(|(info, position)| {
                    let start = info.cluster as usize;
                    let end = starts.get(starts.partition_point(|s| *s <= start)).copied().unwrap_or(word.len());
                    let advance = position.x_advance as f32 * scale;
                    width += advance;
                    let offset = vec2(position.x_offset as f32, position.y_offset as f32) * scale;
                    SetGlyph { id: u16::try_from(info.glyph_id).unwrap_or_default(), offset, advance, range: start..end }
                })
                .collect();
            (glyphs, width)
        };
        match face {
            None => self.own.get(own as usize).map(shape),
            Some(id) => {
                self.database.with_face_data(id, |data, index| rustybuzz::Face::from_slice(data, index).map(|f| shape(&f))).flatten()
            }
        }
        .unwrap_or_default()
    }

    /// A run's outlines from (0, 0) on, as path data; nothing where the face has coloured pictures.
    pub(super) fn outlines(&self, run: &SetRun, size: f32) -> Option<String> {
        let draw = |face: &rustybuzz::Face<'_>| {
            let tables = face.tables();
            if tables.cbdt.is_some() || tables.sbix.is_some() || tables.colr.is_some() || tables.svg.is_some() {
                return None;
            }
            let scale = size / face.units_per_em() as f32;
            let mut outlines = Outlines { path: String::new(), scale, origin: Pos2::ZERO };
            let mut x = 0.0;
            for glyph in &run.glyphs {
                outlines.origin = pos2(x + glyph.offset.x, -glyph.offset.y);
                face.outline_glyph(GlyphId(glyph.id), &mut outlines);
                x += glyph.advance;
            }
            Some(outlines.path)
        };
        match self.bundled.iter().position(|id| *id == run.face).and_then(|index| self.own.get(index)) {
            Some(own) => draw(own),
            None => {
                let drawn =
                    self.database.with_face_data(run.face, |data, index| rustybuzz::Face::from_slice(data, index).map(|f| draw(&f)));
                drawn.flatten().flatten()
            }
        }
    }

    /// The pictures of a run whose face has some, from (0, 0) on.
    pub(super) fn pictures(&self, run: &SetRun, size: f32) -> Vec<Picture> {
        let draw = |data: &[u8], index: u32| {
            let Some(face) = rustybuzz::Face::from_slice(data, index) else { return Vec::new() };
            let mut x = 0.0;
            let mut pictures = Vec::new();
            for glyph in &run.glyphs {
                if let Some(image) = face.glyph_raster_image(GlyphId(glyph.id), u16::MAX)
                    && image.format == RasterImageFormat::PNG
                {
                    let scale = size / f32::from(image.pixels_per_em.max(1));
                    let top = f32::from(image.y) + f32::from(image.height);
                    let min = pos2(x + glyph.offset.x + f32::from(image.x) * scale, -glyph.offset.y - top * scale);
                    let extent = vec2(f32::from(image.width), f32::from(image.height)) * scale;
                    pictures.push(Picture { png: image.data.to_vec(), rect: Rect::from_min_size(min, extent) });
                }
                x += glyph.advance;
            }
            pictures
        };
        self.database.with_face_data(run.face, draw).unwrap_or_default()
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
