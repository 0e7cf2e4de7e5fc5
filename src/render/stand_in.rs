//! Text in a PNG: the bundled fonts, and for what they lack the system's, chosen word by word. The rasteriser's own fallback takes
//! any font that has the character and loses letters where a line mixes scripts.

use std::collections::BTreeMap;
use std::sync::Arc;

use epaint::text::has_emoji_presentation;
use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{Font, FontResolver, FontStyle, Node, Options, Tree};
use unicode_segmentation::UnicodeSegmentation;

use crate::render::bidi;
use crate::render::svg::{Piece, SetLine, escaped};
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
    /// Widths at font size 1.
    widths: BTreeMap<(ID, String), f32>,
}

impl Fonts {
    pub(super) fn new() -> Self {
        let mut database = Database::new();
        let bundled = Face::ALL.iter().flat_map(|face| database.load_font_source(Source::Binary(Arc::new(face.bytes())))).collect();
        Self {
            database: Arc::new(database),
            bundled,
            system_loaded: false,
            found: BTreeMap::new(),
            in_use: BTreeMap::new(),
            widths: BTreeMap::new(),
        }
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
        options(self.database, select)
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
            for (mut word, face) in words {
                if word == " " {
                    set.width += SPACE * size;
                    continue;
                }
                if backwards {
                    word = if face.is_none() { word.chars().map(bidi::mirrored).collect() } else { format!("\u{2067}{word}\u{2069}") };
                }
                let width = self.width(&word, face.unwrap_or(own)) * size;
                let family = face.map(|id| self.name(id));
                set.pieces.push(Piece { text: word, x: set.width, family });
                set.width += width;
            }
        }
        set.pieces.iter().any(|piece| piece.family.is_some()).then_some(set)
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

    /// How far a word runs in a face at font size 1, as the rasteriser shapes it.
    fn width(&mut self, word: &str, face: ID) -> f32 {
        const SIZE: f32 = 100.0;
        let key = (face, word.to_owned());
        if let Some(width) = self.widths.get(&key) {
            return *width;
        }
        // The box of a text leaves out letters that stand before those they follow, so what comes after the word is looked at.
        let right = |word: &str| {
            let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><text font-size=\"{SIZE}\">{}</text></svg>", escaped(word));
            let tree = Tree::from_str(&svg, &options(self.database.clone(), move |_, _| Some(face))).ok()?;
            match tree.root().children().first()? {
                Node::Text(text) => Some(text.bounding_box().right() / SIZE),
                Node::Group(_) | Node::Path(_) | Node::Image(_) => None,
            }
        };
        let width = right(&format!("{word}n")).zip(right("n")).map_or(0.0, |(both, after)| both - after);
        self.widths.insert(key, width);
        width
    }
}

fn options(database: Arc<Database>, select: impl Fn(&Font, &mut Arc<Database>) -> Option<ID> + Send + Sync + 'static) -> Options<'static> {
    let font_resolver = FontResolver { select_font: Box::new(select), select_fallback: Box::new(|_, _, _| None) };
    Options { fontdb: database, font_resolver, ..Options::default() }
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
    let has = |data: &[u8], index: u32| ttf_parser::Face::parse(data, index).is_ok_and(|face| face.glyph_index(c).is_some());
    database.with_face_data(id, has).unwrap_or(false)
}
