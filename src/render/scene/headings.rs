//! What stands beside or below the cards: the time axis of a timeline, the speakers of lanes, elsewhere the grounds of groups.

use std::collections::BTreeMap;

use emath::{Pos2, Rangef, Rect, pos2, vec2};

use super::Scene;
use super::groups::filled;
use crate::base::{NodeId, SpeakerId};
use crate::layout::GAP;
use crate::layout::request::{first_said, first_speaker};
use crate::model::{ArgumentMap, LayoutName, Side};
use crate::render::chip::text_at;
use crate::render::fonts::Face;
use crate::render::text::Setting;
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::{Shape, Stroke, TextShaper};
use crate::tr;

/// Widest heading.
const MAX_WIDTH: f32 = 420.0;
/// By how much a heading may be wider than its lane: lanes are farther apart.
const BESIDE: f32 = 2.5 * GAP;
/// Between a heading's line and the cards, where lines run, and the length of a tick.
const CLEARANCE: f32 = 11.0 * UNIT;
const TICK: f32 = 2.0 * UNIT;
/// Lanes farther apart than this along them stand in different bands.
const BETWEEN_BANDS: f32 = 4.0 * GAP;
/// Between a heading and its line.
const LEADING: f32 = 1.5 * UNIT;

/// Words beside cards that belong to no node.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// What it says.
    pub name: String,
    /// What it covers.
    pub bounds: Rect,
    /// Its picture.
    pub shapes: Vec<Shape>,
    /// The claims around which it stands, where it stands for them alone.
    pub of: Vec<NodeId>,
}

impl Heading {
    /// Whether claims stand on it, so that lines run over it.
    pub fn is_ground(&self) -> bool {
        !self.of.is_empty()
    }
}

impl Scene {
    /// The ticks of a time axis, the names of lanes, the grounds of groups; none where there is nothing of the kind.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// Sets what lines keep off: dates above columns, names above lanes, where the cards are now. Returns where words came and went.
    pub(super) fn draw_heads(&mut self, map: &ArgumentMap, shaper: &mut TextShaper) -> Vec<Rect> {
        let (layout, side) = self.layout(map);
        self.headings = match layout {
            LayoutName::Timeline => self.axis(map, shaper),
            LayoutName::Speakers => self.lanes(map, side, shaper),
            LayoutName::Auto | LayoutName::Force | LayoutName::Layered | LayoutName::Tree => Vec::new(),
        };
        let plates = self.headings.iter().filter_map(|heading| heading.shapes.iter().find_map(|shape| filled(shape, Ink::Canvas)));
        self.places.put_words(plates.collect())
    }

    /// Sets the grounds of groups, whose titles keep off lines.
    pub(super) fn draw_grounds(&mut self, map: &ArgumentMap, shaper: &mut TextShaper) {
        if !matches!(self.layout(map).0, LayoutName::Timeline | LayoutName::Speakers) {
            self.headings = self.grounds(map, shaper);
        }
        self.find_grounds();
    }

    fn layout(&self, map: &ArgumentMap) -> (LayoutName, Side) {
        map.views().get(&self.view).map_or((LayoutName::Auto, Side::Below), |view| (view.layout, view.side))
    }

    fn placed(&self) -> impl Iterator<Item = (NodeId, Rect)> + '_ {
        self.cards.iter().filter(|placed| !self.waiting.contains(&placed.claim)).map(|placed| (placed.claim, placed.rect()))
    }

    /// A line above all that has a date, with the dates of what stands below each other; a word above the rest.
    fn axis(&self, map: &ArgumentMap, shaper: &mut TextShaper) -> Vec<Heading> {
        let mut dated: Vec<(Rect, i32, String)> = Vec::new();
        let mut undated = Rect::NOTHING;
        for (claim, rect) in self.placed() {
            match first_said(map, claim) {
                Some((day, text)) => dated.push((rect, day, text)),
                None => undated = undated.union(rect),
            }
        }
        dated.sort_by(|a, b| a.0.left().total_cmp(&b.0.left()).then(a.1.cmp(&b.1)));
        let top = dated.iter().fold(f32::INFINITY, |top, (rect, ..)| top.min(rect.top())) - CLEARANCE;
        let mut headings = Vec::new();
        let mut columns: Vec<(Rect, Vec<(i32, String)>)> = Vec::new();
        for (rect, day, text) in dated {
            match columns.last_mut() {
                Some((column, dates)) if rect.left() < column.right() => {
                    *column = column.union(rect);
                    dates.push((day, text));
                }
                _ => columns.push((rect, vec![(day, text)])),
            }
        }
        for (column, mut dates) in columns {
            dates.sort();
            let (Some((_, first)), Some((_, last))) = (dates.first(), dates.last()) else { continue };
            let name = if first == last { first.clone() } else { format!("{first} – {last}") };
            let mut heading = over_lines(shaper, name, (pos2(column.center().x, top - LEADING), 0.5), MAX_WIDTH);
            let tick = vec![pos2(column.center().x, top), pos2(column.center().x, top + TICK)];
            let line = vec![pos2(column.left(), top), pos2(column.right(), top)];
            heading.shapes.extend([tick, line].map(|points| Shape::Line {
                points,
                fill: None,
                stroke: Some(Stroke::solid(1.25, Ink::Muted)),
            }));
            heading.bounds = heading.bounds.union(Rect::from_x_y_ranges(column.x_range(), top..=top + TICK));
            headings.push(heading);
        }
        if undated.is_positive() && !headings.is_empty() {
            headings.push(over_lines(
                shaper,
                tr!("heading-undated").to_owned(),
                (pos2(undated.left(), undated.top() - CLEARANCE), 0.0),
                MAX_WIDTH,
            ));
        }
        headings
    }

    /// The name of each speaker at the head of the band in which their lane is.
    fn lanes(&self, map: &ArgumentMap, side: Side, shaper: &mut TextShaper) -> Vec<Heading> {
        let mut lanes: BTreeMap<Option<SpeakerId>, Rect> = BTreeMap::new();
        for (claim, rect) in self.placed() {
            let lane = lanes.entry(first_speaker(map, claim)).or_insert(Rect::NOTHING);
            *lane = lane.union(rect);
        }
        let upright = matches!(side, Side::Below | Side::Above);
        let bands = bands(lanes.values().map(|lane| if upright { lane.y_range() } else { lane.x_range() }).collect());
        let start = |at: f32| bands.iter().rev().find(|band| band.min <= at).map_or(at, |band| band.min);
        let name = |speaker: Option<SpeakerId>| match speaker.and_then(|id| map.speaker(id)) {
            Some(speaker) => speaker.name.clone(),
            None => tr!("heading-nobody").to_owned(),
        };
        let head = |(speaker, lane): (Option<SpeakerId>, Rect)| {
            let (at, align, line) = match side {
                Side::Below | Side::Above => {
                    let y = start(lane.top()) - CLEARANCE;
                    (pos2(lane.center().x, y - LEADING), 0.5, [pos2(lane.left(), y), pos2(lane.right(), y)])
                }
                Side::Left | Side::Right => {
                    let x = start(lane.left()) - CLEARANCE;
                    (pos2(x - LEADING, lane.top() + 5.0 * UNIT), 1.0, [pos2(x, lane.top()), pos2(x, lane.bottom())])
                }
            };
            let width = if upright { (lane.width() + BESIDE).min(MAX_WIDTH) } else { MAX_WIDTH };
            let mut heading = over_lines(shaper, name(speaker), (at, align), width);
            heading.bounds = heading.bounds.union(Rect::from_two_pos(line[0], line[1]));
            heading.shapes.push(Shape::Line { points: line.to_vec(), fill: None, stroke: Some(Stroke::solid(1.25, Ink::Muted)) });
            heading
        };
        lanes.into_iter().map(head).collect()
    }
}

/// The ranges that others leave free between them, in order.
fn bands(mut ranges: Vec<Rangef>) -> Vec<Rangef> {
    ranges.sort_by(|a, b| a.min.total_cmp(&b.min));
    let mut bands: Vec<Rangef> = Vec::new();
    for range in ranges {
        match bands.last_mut() {
            Some(band) if range.min < band.max + BETWEEN_BANDS => band.max = band.max.max(range.max),
            _ => bands.push(range),
        }
    }
    bands
}

/// Words that stand on a line, with that share of them left of a point.
pub(super) fn words(shaper: &mut TextShaper, name: String, at: Pos2, share: f32) -> Heading {
    set(shaper, name, (at, share), (MAX_WIDTH, 1))
}

/// The same on a plate: lines keep off it, or run below where there is no other way.
fn over_lines(shaper: &mut TextShaper, name: String, at: (Pos2, f32), max_width: f32) -> Heading {
    let mut heading = set(shaper, name, at, (max_width, 2));
    let rect = heading.bounds.expand2(vec2(UNIT, 0.0));
    heading.shapes.insert(0, Shape::Rect { rect, radius: UNIT, fill: Some(Ink::Canvas), stroke: None });
    heading
}

fn set(shaper: &mut TextShaper, name: String, (at, share): (Pos2, f32), (max_width, max_lines): (f32, usize)) -> Heading {
    let setting = Setting { face: Face::Bold, size: TextSize::Large, max_width, max_lines };
    let block = std::sync::Arc::new(shaper.shape(&name, setting));
    let size = vec2(block.width, block.height());
    let corner = (at - vec2(share * size.x, size.y)).round();
    Heading { name, bounds: Rect::from_min_size(corner, size), shapes: vec![text_at(corner, block, Ink::Muted)], of: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ViewId;
    use crate::model::{Attribution, MapBuilder, Placement, RecordId, Speaker, SpeakerKind, Stance, View};
    use crate::render::{Theme, scene};

    fn headings(layout: LayoutName) -> (Vec<String>, Scene) {
        let mut b = MapBuilder::new(1);
        b.view(ViewId::main(), View { layout, ..View::default() });
        let (ann, bob) = (b.speaker(Speaker::new(SpeakerKind::Person, "Ann")), b.speaker(Speaker::new(SpeakerKind::Person, "Bob")));
        let said = [(ann, "2000-11", 0, 0), (ann, "2001", 0, 200), (bob, "2016-11-14T10:30", 500, 0)];
        for (speaker, date, x, y) in said {
            let claim = b.claim(date);
            b.attribute(Attribution { date: date.into(), ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
            b.place(ViewId::main(), claim, Placement { x, y, pinned: false });
        }
        let undated = b.claim("Some day");
        b.place(ViewId::main(), undated, Placement { x: 1_000, y: 600, pinned: false });
        let scene = scene(&b.finish(), ViewId::main(), &crate::analysis::Shown::default(), Theme::light(), &mut TextShaper::new());
        (scene.headings().iter().map(|heading| heading.name.clone()).collect(), scene)
    }

    #[test]
    fn dates_stand_above_columns_and_names_above_lanes() {
        let (dates, scene) = headings(LayoutName::Timeline);
        assert_eq!(dates, ["2000-11 – 2001", "2016-11-14", "Undated"]);
        for heading in scene.headings() {
            assert!(scene.cards().iter().all(|card| !card.rect().intersects(heading.bounds)), "{heading:?}");
            assert!(scene.bounds().contains_rect(heading.bounds), "pictures hold it");
        }
        let (mut names, scene) = headings(LayoutName::Speakers);
        names.sort();
        assert_eq!(names, ["Ann", "Bob", "No speaker"]);
        assert!(scene.headings().iter().all(|heading| scene.cards().iter().all(|card| !card.rect().intersects(heading.bounds))));
        assert!(headings(LayoutName::Layered).0.is_empty());
    }

    #[test]
    fn lines_keep_off_dates() {
        let made = |y: i32| {
            let mut b = MapBuilder::new(1);
            b.view(ViewId::main(), View { layout: LayoutName::Timeline, ..View::default() });
            let ann = b.speaker(Speaker::new(SpeakerKind::Person, "Ann"));
            let dated = b.claim("What was said in 2000");
            b.attribute(Attribution { date: "2000".into(), ..Attribution::new(Some(ann), Stance::Asserts) }, dated);
            // Somebody dragged it above the date.
            let undated = b.claim("What was said some day");
            b.support(&[undated], dated);
            for (claim, y) in [(dated, y), (undated, -400)] {
                b.place(ViewId::main(), claim, Placement { x: 0, y, pinned: false });
            }
            (b.finish(), dated)
        };
        let is_clear = |scene: &Scene| {
            let plate = scene.headings().iter().find(|heading| heading.name == "2000").and_then(|heading| heading.shapes.first());
            let plate = plate.and_then(|shape| filled(shape, Ink::Canvas)).expect("a date on a plate");
            assert!(plate.top() > -360.0, "{plate} is in the way");
            scene.arrows().iter().all(|arrow| !arrow.reaches(plate))
        };
        let (shown, mut shaper) = (crate::analysis::Shown::default(), TextShaper::new());
        let mut scene = scene(&made(0).0, ViewId::main(), &shown, Theme::light(), &mut shaper);
        assert!(is_clear(&scene));
        // The date follows its card, and lines keep off where it is then.
        let (map, dated) = made(200);
        assert!(scene.follow(&map, &shown, &[RecordId::Placement(ViewId::main(), dated)], &mut shaper));
        scene.catch_up(|| false);
        assert!(is_clear(&scene));
    }

    #[test]
    fn lines_around_claims_run_below_dates() {
        let mut b = MapBuilder::new(1);
        b.view(ViewId::main(), View { layout: LayoutName::Timeline, ..View::default() });
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Ann"));
        let claims = [("2000", 0), ("2001", 320), ("2002", 640)].map(|(date, x)| {
            let claim = b.claim(date);
            b.attribute(Attribution { date: date.into(), ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
            b.place(ViewId::main(), claim, Placement { x, y: 0, pinned: false });
            claim
        });
        b.support(&[claims[0]], claims[2]);
        b.rebut(&[claims[0]], claims[2]);
        let scene = scene(&b.finish(), ViewId::main(), &crate::analysis::Shown::default(), Theme::light(), &mut TextShaper::new());
        let cards = scene.cards().iter().map(|card| card.rect().top()).fold(f32::INFINITY, f32::min);
        assert!(scene.arrows().iter().any(|arrow| arrow.bounds().top() < cards), "a line runs above the claims");
        for heading in scene.headings() {
            let plate = heading.shapes.first().and_then(|shape| filled(shape, Ink::Canvas)).expect("a date on a plate");
            assert!(!scene.arrows().iter().any(|arrow| arrow.reaches(plate)), "{heading:?}");
        }
    }

    #[test]
    fn long_names_of_neighbouring_lanes_do_not_touch() {
        let mut b = MapBuilder::new(1);
        b.view(ViewId::main(), View { layout: LayoutName::Speakers, ..View::default() });
        for (name, x) in [("People who pitied the Clintons in the 1990s", 0), ("Senator McCain and other Republicans", 320)] {
            let speaker = b.speaker(Speaker::new(SpeakerKind::Person, name));
            let claim = b.claim("A claim of some words");
            b.attribute(Attribution::new(Some(speaker), Stance::Asserts), claim);
            b.place(ViewId::main(), claim, Placement { x, y: 0, pinned: false });
        }
        let scene = scene(&b.finish(), ViewId::main(), &crate::analysis::Shown::default(), Theme::light(), &mut TextShaper::new());
        let [one, two] = scene.headings() else { panic!("{:?}", scene.headings()) };
        assert!(!one.bounds.expand(GAP / 2.0).intersects(two.bounds), "{} {}", one.bounds, two.bounds);
        let ground = one.shapes.iter().position(|shape| matches!(shape, Shape::Rect { fill: Some(Ink::Canvas), .. }));
        let words = one.shapes.iter().position(|shape| matches!(shape, Shape::Text { .. }));
        assert!(ground < words && ground.is_some(), "lines run below the words");
    }
}
