//! A scene on a sheet: bare, or with title, legend and numbers; as large as it needs, or fitted to a page.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use crate::analysis::Outline;
use crate::base::NodeId;
use crate::model::ArgumentMap;
use crate::render::legend::{self, Block};
use crate::render::text::TextShaper;
use crate::render::theme::UNIT;
use crate::render::{HiddenLine, Scene, Shape};

/// Space around a bare picture.
const MARGIN: f32 = 8.0 * UNIT;
/// Space around what is on a page, in points: about 13 mm.
const PAGE_MARGIN: f32 = 36.0;
/// Space between title, map and legend.
const GAP: f32 = 6.0 * UNIT;
/// A sheet with a title or a legend is no narrower.
const MIN_WIDTH: f32 = 480.0;
/// The size of title and legend on a page: what is written for screens is large on paper.
const ON_PAGE: f32 = 0.72;

/// What stands around a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Title, note and how much there is.
    pub title: bool,
    /// What the signs mean; theses have a strong border.
    pub legend: bool,
    /// The claims' numbers, as the outline has them.
    pub numbers: bool,
}

/// A map's coordinates on a sheet: enlarged, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// By how much it is enlarged.
    pub scale: f32,
    /// By how much it is moved then.
    pub offset: Vec2,
}

impl Place {
    const SAME: Self = Self { scale: 1.0, offset: Vec2::ZERO };

    /// Where a point comes to lie.
    pub fn point(self, at: Pos2) -> Pos2 {
        (at.to_vec2() * self.scale + self.offset).to_pos2()
    }

    /// Where a box comes to lie.
    pub fn rect(self, rect: Rect) -> Rect {
        Rect::from_min_max(self.point(rect.min), self.point(rect.max))
    }
}

/// A link that lies over a part of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where, in the map's coordinates.
    pub rect: Rect,
    /// What it says.
    pub label: String,
    /// Where it leads: http, https or mailto.
    pub url: String,
}

/// A scene with what stands around it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The map's picture.
    pub scene: &'a Scene,
    /// All of the sheet.
    pub rect: Rect,
    /// Where the map lies on it.
    pub map_at: Place,
    /// Whether the ground is left out.
    pub transparent: bool,
    /// Painted over the map, in its coordinates.
    pub(super) marks: Vec<Shape>,
    /// Title and legend, each with its place.
    pub(super) around: Vec<(Place, Vec<Shape>)>,
    /// Links, in the map's coordinates.
    pub links: Vec<Link>,
}

impl<'a> Sheet<'a> {
    /// The scene alone, in its own coordinates.
    pub fn bare(scene: &'a Scene) -> Self {
        let bounds = scene.bounds().expand(MARGIN);
        let rect = Rect::from_min_max(bounds.min.floor(), bounds.max.ceil());
        Self { scene, rect, map_at: Place::SAME, transparent: false, marks: Vec::new(), around: Vec::new(), links: Vec::new() }
    }

    /// The scene in its own coordinates, with title above it and legend below it; those grow with the map.
    pub fn fitted(scene: &'a Scene, map: &ArgumentMap, outline: &Outline, around: Around, shaper: &mut TextShaper) -> Self {
        let mut sheet = Self::bare(scene);
        sheet.links = links(scene, map);
        sheet.mark(map, outline, around, shaper);
        if around.title || around.legend {
            let missing = (MIN_WIDTH - sheet.rect.width()).max(0.0) / 2.0;
            sheet.rect = sheet.rect.expand2(vec2(missing.ceil(), 0.0));
        }
        let width = sheet.rect.width() - 2.0 * MARGIN;
        let left = sheet.rect.left() + MARGIN;
        if around.title || around.legend {
            // The margin grows with what stands in it.
            let more = MARGIN * ((width / 1100.0).clamp(1.0, 6.0) - 1.0);
            sheet.rect = sheet.rect.expand2(vec2(more.ceil(), 0.0));
        }
        if around.title {
            let scale = (width / 1100.0).clamp(1.0, 6.0);
            let block = legend::title_block(map, scene, width / scale, shaper);
            let top = sheet.rect.top() - block.size.y * scale - GAP * scale + MARGIN;
            sheet.put(block, scale, pos2(left, top));
            sheet.rect.min.y = (top - MARGIN * scale).floor();
        }
        if around.legend {
            let scale = (width / 1800.0).clamp(1.0, 4.0);
            let block = legend::legend(map, scene, width / scale, shaper);
            if !block.shapes.is_empty() {
                let top = sheet.rect.bottom() - MARGIN + GAP * scale;
                let bottom = top + (block.size.y + MARGIN * 0.75) * scale;
                sheet.put(block, scale, pos2(left, top));
                sheet.rect.max.y = bottom.ceil();
            }
        }
        sheet
    }

    /// The scene on a page of that size upright, turned where the map is wider than high; it is never enlarged.
    pub fn on_page(scene: &'a Scene, map: &ArgumentMap, outline: &Outline, around: Around, page: Vec2, shaper: &mut TextShaper) -> Self {
        let mut sheet = Self::bare(scene);
        let extent = scene.bounds().size().max(Vec2::splat(1.0));
        let (narrow, wide) = (page.min_elem(), page.max_elem());
        let fits = |page: Vec2| ((page.x - 2.0 * PAGE_MARGIN) / extent.x).min((page.y - 5.0 * PAGE_MARGIN) / extent.y).min(1.0);
        let (upright, across) = (vec2(narrow, wide), vec2(wide, narrow));
        let size = if fits(across) > 1.05 * fits(upright) { across } else { upright };
        sheet.rect = Rect::from_min_size(Pos2::ZERO, size);
        sheet.links = links(scene, map);
        sheet.mark(map, outline, around, shaper);
        let mut room = sheet.rect.shrink(PAGE_MARGIN);
        let gap = GAP * ON_PAGE;
        if around.title {
            let block = legend::title_block(map, scene, room.width() / ON_PAGE, shaper);
            let height = block.size.y * ON_PAGE;
            sheet.put(block, ON_PAGE, room.min);
            room.min.y += height + gap;
        }
        if around.legend {
            let block = legend::legend(map, scene, room.width() / ON_PAGE, shaper);
            let top = room.bottom() - block.size.y * ON_PAGE;
            if !block.shapes.is_empty() {
                sheet.put(block, ON_PAGE, pos2(room.left(), top));
                room.max.y = top - gap;
            }
        }
        // Numbers stand half above their cards.
        let bounds = scene.bounds().expand2(vec2(0.0, if around.numbers { 3.0 * UNIT } else { 0.0 }));
        let room = Rect::from_min_max(room.min, room.max.max(room.min + Vec2::splat(1.0)));
        let scale = (room.width() / bounds.width().max(1.0)).min(room.height() / bounds.height().max(1.0)).min(1.0);
        let offset = room.center() - (bounds.center().to_vec2() * scale).to_pos2();
        // Little is better read from the top.
        let top = room.top() - bounds.top() * scale;
        sheet.map_at = Place { scale, offset: vec2(offset.x, top + (offset.y - top) * 0.5) };
        sheet
    }

    fn mark(&mut self, map: &ArgumentMap, outline: &Outline, around: Around, shaper: &mut TextShaper) {
        if around.legend {
            self.marks = legend::borders(map, self.scene);
        }
        if around.numbers {
            self.marks.extend(legend::numbers(self.scene, outline, shaper));
        }
    }

    fn put(&mut self, block: Block, scale: f32, at: Pos2) {
        self.around.push((Place { scale, offset: at.to_vec2() }, block.shapes));
    }

    /// Whether anything but the ground shows in a part of the sheet.
    pub fn shows_in(&self, area: Rect) -> bool {
        let Place { scale, offset } = self.map_at;
        let on_map =
            Rect::from_min_max(((area.min - offset).to_vec2() / scale).to_pos2(), ((area.max - offset).to_vec2() / scale).to_pos2());
        let hidden = self.scene.hidden_lines().iter().map(HiddenLine::bounds);
        let marks = self.marks.iter().map(Shape::bounds);
        let mut around = self.around.iter().flat_map(|(place, shapes)| shapes.iter().map(|shape| place.rect(shape.bounds())));
        !self.scene.parts_in(on_map).is_empty()
            || hidden.chain(marks).any(|bounds| bounds.intersects(on_map))
            || around.any(|bounds| bounds.intersects(area))
    }

    /// Where a node shows on the sheet.
    pub fn rect_of(&self, node: NodeId) -> Option<Rect> {
        self.scene.rect_of(node).map(|rect| self.map_at.rect(rect))
    }
}

/// The chips that name a source which can be opened.
fn links(scene: &Scene, map: &ArgumentMap) -> Vec<Link> {
    let cards = scene.cards().iter().map(|placed| (&placed.card, placed.at));
    let handles = scene.arrows().iter().map(|arrow| (&arrow.handle, arrow.at));
    let mut links = Vec::new();
    for (card, at) in cards.chain(handles) {
        for chip in &card.chips {
            let sources = chip.chain.iter().rev().filter_map(|id| map.told_source(map.attribution(*id)?));
            let url = sources.flat_map(|(_, source)| [source.url.trim(), source.archive_url.trim()]).find(|url| is_web(url));
            if let Some(url) = url {
                links.push(Link { rect: chip.rect.translate(at.to_vec2()), label: chip.label.clone(), url: url.to_owned() });
            }
        }
    }
    links
}

/// Whether an address may become a link: nothing that runs.
pub fn is_web(url: &str) -> bool {
    let lower: String = url.chars().take(8).collect::<String>().to_ascii_lowercase();
    let scheme = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    scheme && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}
