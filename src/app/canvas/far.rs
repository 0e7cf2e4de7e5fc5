//! The map from afar: boxes and lines as triangles, which are kept as long as only the camera moves.

use egui::{Color32, Pos2, Rect, Vec2, vec2};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Canvas;
use super::camera::Camera;
use super::layer::{Layer, Marks};
use super::paint::Brush;
use super::picture::{Around, Part, Picture};
use super::triangles::Silhouette;
use crate::base::NodeId;
use crate::editor::Editor;
use crate::render::{Arrow, ArrowStyle, Card, Ink, PlacedCard, Scene, Shape, Theme};

/// With more parts than this on screen, marks and curves cannot be told apart.
const MANY: usize = 3000;
/// With more selected than this, cards are coloured instead of ringed.
pub(super) const MAX_RINGS: usize = 64;
/// How long parts are drawn in one frame, and how many before it is asked whether that is over.
const DRAWING: Duration = Duration::from_millis(3);
const AT_ONCE: usize = 64;
/// While the zoom changes, what was made at another zoom will do within these factors.
pub(super) const SCALES: std::ops::RangeInclusive<f32> = 0.8..=1.25;

/// What was painted last.
#[derive(Default)]
pub(super) struct Far {
    kept: Option<Kept>,
    /// What is to take its place as soon as all of it is drawn.
    coming: Option<Kept>,
    last_zoom: f32,
}

/// What is painted, and how.
#[derive(Clone, Copy, PartialEq)]
struct Subject {
    still: u64,
    area: Rect,
    theme: Theme,
    few: bool,
}

struct Kept {
    subject: Subject,
    zoom: f32,
    centre: Pos2,
    parts: Arc<Vec<Part>>,
    /// How many of them are drawn.
    drawn: usize,
    lines: Layer,
    boxes: Layer,
    /// How often cards had been moved for show when the first part was drawn.
    moves: u64,
    /// Parts that were moved since: they are painted in each frame.
    moved: BTreeSet<Part>,
}

/// How parts are drawn.
struct Pen<'a> {
    brush: &'a Brush<'a>,
    camera: Camera,
    /// The canvas, or one around the origin.
    canvas: Rect,
    few: bool,
    colors: Vec<Color32>,
    ground: Color32,
    border: Color32,
}

impl<'a> Pen<'a> {
    fn new(brush: &'a Brush<'a>, canvas: Rect, few: bool) -> Self {
        let color = |ink| brush.theme.color(ink);
        Self {
            brush,
            camera: brush.camera,
            canvas,
            few,
            colors: ArrowStyle::ALL.iter().map(|style| color(style.ink()).gamma_multiply(0.8)).collect(),
            ground: color(Ink::Card),
            border: color(Ink::Muted).gamma_multiply(if few { 0.5 } else { 0.8 }),
        }
    }

    fn at(&self, pos: Pos2) -> Pos2 {
        self.camera.screen_from_map(self.canvas, pos)
    }

    fn arrow(&self, arrow: &Arrow, area: Rect, lines: &mut Silhouette) {
        let color = self.colors.get(arrow.style as usize).copied().unwrap_or_default();
        if let ([leg], Some(trunk), false) = (&arrow.legs[..], &arrow.trunk, self.few) {
            return lines.line(self.at(leg.start()), self.at(trunk.end()), 1.0, color);
        }
        for path in arrow.legs.iter().chain(&arrow.trunk) {
            if self.few {
                for run in path.runs_in(area, 1.0 / self.camera.zoom) {
                    run.points.windows(2).for_each(|pair| lines.line(self.at(pair[0]), self.at(pair[1]), 1.0, color));
                }
            } else {
                lines.line(self.at(path.start()), self.at(path.end()), 1.0, color);
            }
        }
    }

    /// A card as a box with the mark of its kind and bars for text; with very many of them, the box alone.
    fn card(&self, placed: &PlacedCard, ring: Option<Color32>, boxes: &mut Silhouette) {
        let screen = self.camera.screen_rect(self.canvas, placed.rect());
        boxes.rect(if ring.is_some() { screen.expand(1.0) } else { screen }, ring.unwrap_or(self.border));
        if self.few {
            boxes.rect(screen.shrink(0.75), self.ground);
            self.marks(&placed.card, placed.at.to_vec2(), boxes);
        }
    }

    /// The mark of a card's kind and its lines of text, as bars.
    fn marks(&self, card: &Card, at: Vec2, boxes: &mut Silhouette) {
        let (zoom, theme) = (self.camera.zoom, &self.brush.theme);
        for shape in &card.shapes {
            match shape {
                Shape::Rect { rect, fill: Some(ink), .. } if !matches!(ink, Ink::Card | Ink::Shadow | Ink::Chip) => {
                    let screen = self.camera.screen_rect(self.canvas, rect.translate(at));
                    let mark = Rect::from_min_size(screen.min, vec2((4.0 * zoom).max(1.5), screen.height()));
                    boxes.rect(mark, theme.color(*ink));
                }
                Shape::Text { rect, block, ink } => {
                    let screen = self.camera.screen_rect(self.canvas, rect.translate(at));
                    let line = block.size.line_height() * zoom;
                    let color = theme.color(*ink).gamma_multiply(0.35);
                    for (i, text) in block.lines.iter().enumerate() {
                        let min = screen.min + vec2(0.0, line * (i as f32 + 0.3));
                        boxes.rect(Rect::from_min_size(min, vec2(text.width * zoom, line * 0.4)), color);
                    }
                }
                Shape::Rect { .. } | Shape::Circle { .. } | Shape::Line { .. } | Shape::Path { .. } => {}
            }
        }
    }
}

impl Kept {
    fn new(subject: Subject, brush: &Brush<'_>, around: &Around, moves: u64) -> Self {
        Self {
            subject,
            zoom: brush.camera.zoom,
            centre: brush.camera.centre,
            parts: around.parts.clone(),
            drawn: 0,
            lines: Layer::default(),
            boxes: Layer::default(),
            moves,
            moved: BTreeSet::new(),
        }
    }

    fn is_whole(&self) -> bool {
        self.drawn == self.parts.len()
    }

    /// Draws more parts, as many as there is time for in a frame.
    fn go_on(&mut self, brush: &Brush<'_>, scene: &Scene) {
        let began = Instant::now();
        let camera = Camera { centre: self.centre, zoom: self.zoom };
        let middle = Rect::from_center_size(Pos2::ZERO, brush.canvas.size());
        let brush = Brush { camera, theme: self.subject.theme, ..*brush };
        let pen = Pen::new(&brush, middle, self.subject.few);
        let (mut lines, mut boxes) = (Marks::default(), Marks::default());
        let parts = self.parts.clone();
        for some in parts.get(self.drawn..).unwrap_or_default().chunks(AT_ONCE) {
            if began.elapsed() >= DRAWING {
                break;
            }
            self.drawn += some.len();
            for part in some.iter().filter(|part| !self.moved.contains(part)) {
                match part {
                    Part::Arrow(index) => {
                        scene.arrows().get(*index).into_iter().for_each(|arrow| pen.arrow(arrow, self.subject.area, &mut lines.triangles));
                        lines.end(*index);
                    }
                    Part::Card(index) => {
                        scene.cards().get(*index).into_iter().for_each(|placed| pen.card(placed, None, &mut boxes.triangles));
                        boxes.end(*index);
                    }
                }
            }
        }
        self.lines.add(lines);
        self.boxes.add(boxes);
    }

    /// Takes out what was moved since.
    fn leave_out(&mut self, picture: &Picture) {
        if self.subject.still != picture.still() {
            return;
        }
        for part in picture.moved_since(self.moves) {
            if self.moved.insert(part) {
                match part {
                    Part::Arrow(index) => self.lines.remove(index),
                    Part::Card(index) => self.boxes.remove(index),
                }
            }
        }
    }
}

impl Far {
    /// Whether something else is to be seen than what will be.
    #[cfg(test)]
    pub(super) fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    /// How many corners the kept boxes and lines have.
    #[cfg(test)]
    pub(super) fn counts(&self) -> (usize, usize) {
        self.kept.as_ref().map_or((0, 0), |kept| (kept.boxes.corners().len(), kept.lines.corners().len()))
    }
}

impl Canvas {
    /// Cards and arrows as boxes and lines.
    pub(super) fn silhouettes(&mut self, brush: &Brush<'_>, editor: &Editor) {
        let scene = self.picture.scene();
        let zooms = std::mem::replace(&mut self.far.last_zoom, brush.camera.zoom) != brush.camera.zoom;
        let Some(around) = self.picture.around() else { return };
        let subject = Subject { still: self.picture.still(), area: around.area, theme: brush.theme, few: around.in_sight <= MANY };
        let is_sharp = |kept: &Kept| {
            let scale = brush.camera.zoom / kept.zoom;
            scale == 1.0 || (zooms && SCALES.contains(&scale))
        };
        let fits = |kept: &Kept| is_sharp(kept) && kept.subject == subject;
        if self.far.kept.as_ref().is_some_and(fits) {
            self.far.coming = None;
        } else {
            // What is half drawn is drawn to its end even if it is out of date by then: there may be something else in every frame.
            let serves = |kept: &Kept| SCALES.contains(&(brush.camera.zoom / kept.zoom)) && kept.subject.area == subject.area;
            let coming = self.far.coming.take().filter(serves);
            let mut coming = coming.unwrap_or_else(|| Kept::new(subject, brush, around, self.picture.moves()));
            coming.leave_out(&self.picture);
            coming.go_on(brush, scene);
            if coming.is_whole() {
                self.far.kept = Some(coming);
            } else {
                self.far.coming = Some(coming);
            }
            brush.painter.ctx().request_repaint();
        }
        let Some(mut kept) = self.far.kept.take().or_else(|| self.far.coming.take()) else { return };
        kept.leave_out(&self.picture);
        let shift = brush.canvas.center().to_vec2() + (kept.centre - brush.camera.centre) * brush.camera.zoom;
        let scale = brush.camera.zoom / kept.zoom;
        let pen = Pen::new(brush, brush.canvas, kept.subject.few);
        let (mut lines, mut boxes) = (Silhouette::default(), Silhouette::default());
        let visible = brush.camera.visible(brush.canvas);
        for part in kept.moved.iter().filter(|_| kept.subject.still == subject.still) {
            match part {
                Part::Arrow(index) => scene.arrows().get(*index).into_iter().for_each(|arrow| pen.arrow(arrow, visible, &mut lines)),
                Part::Card(index) => scene.cards().get(*index).into_iter().for_each(|placed| pen.card(placed, None, &mut boxes)),
            }
        }
        self.hidden_silhouettes(brush, &mut lines);
        // With many selected, rings one by one would cost too much.
        let ring = brush.theme.color(Ink::Selection);
        let selected: &BTreeSet<NodeId> = editor.selection().nodes();
        if selected.len() > MAX_RINGS {
            let cards = selected.iter().filter_map(|id| scene.card(*id)).filter(|placed| visible.intersects(placed.rect()));
            cards.for_each(|placed| pen.card(placed, Some(ring), &mut boxes));
        }
        kept.lines.paint(brush, scale, shift);
        lines.paint(brush.painter);
        kept.boxes.paint(brush, scale, shift);
        boxes.paint(brush.painter);
        if kept.is_whole() {
            self.far.kept = Some(kept);
        } else {
            self.far.coming = Some(kept);
        }
    }
}
