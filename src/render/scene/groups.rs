//! The ground on which the claims of a group stand, with its title: one for all that stand together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use emath::{Rect, Vec2, pos2, vec2};

use super::tiles::Tiles;
use super::{Heading, Part, Scene};
use crate::base::{GroupId, NodeId};
use crate::model::ArgumentMap;
use crate::render::chip::text_at;
use crate::render::fonts::Face;
use crate::render::route::Field;
use crate::render::text::Setting;
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::{Arrow, Shape, TextShaper};
use crate::tr;

/// Between a card and the edge of its ground.
const PAD: f32 = 2.5 * UNIT;
/// Claims that are farther apart do not stand together.
const REACH: f32 = 48.0 * UNIT;
/// Two cards that are beside each other by less are joined by no strip.
const STRIP: f32 = 6.0 * UNIT;
/// Corners of a ground.
const RADIUS: f32 = 3.0 * UNIT;
/// Room for a title above a card, and for the number on its corner.
const TITLE: f32 = 8.5 * UNIT;
/// With more claims in groups than this, grounds say nothing that can be seen and cost time.
const MOST: usize = 1_000;

/// Of more boxes no slits are closed: tiles grow with the square of their number.
const TILED: usize = 60;

/// What a group's claims stand on.
struct Member {
    claim: NodeId,
    group: GroupId,
    card: usize,
    rect: Rect,
}

impl Scene {
    /// Grounds for the groups whose claims stand together, in groups' order.
    pub(super) fn grounds(&self, map: &ArgumentMap, shaper: &mut TextShaper) -> Vec<Heading> {
        let members = if map.groups().is_empty() { Vec::new() } else { self.members(map) };
        if members.is_empty() || members.len() > MOST {
            return Vec::new();
        }
        let of_card: HashMap<usize, usize> = members.iter().enumerate().map(|(number, member)| (member.card, number)).collect();
        // What each group covers: first its cards, then what lies between them.
        let mut taken: Vec<(GroupId, Rect)> = members.iter().map(|member| (member.group, member.rect.expand(PAD))).collect();
        let mut clumps: Vec<usize> = (0..members.len()).collect();
        let mut between: Vec<(usize, Rect)> = Vec::new();
        for (number, member) in members.iter().enumerate() {
            let mut near: Vec<usize> = Vec::new();
            self.places.cards_in(member.rect.expand(REACH), &mut |card, _| {
                near.extend(
                    of_card.get(&card).filter(|other| **other > number && members.get(**other).is_some_and(|o| o.group == member.group)),
                );
            });
            near.sort_unstable();
            for other in near {
                let Some(rect) = members.get(other).map(|other| other.rect) else { continue };
                let Some(room) = joints(member.rect, rect)
                    .into_iter()
                    .flatten()
                    .find(|room| self.is_free(member.group, *room, &of_card, &members, &taken))
                else {
                    continue;
                };
                taken.push((member.group, room));
                between.push((number, room));
                let (one, two) = (root(&clumps, number), root(&clumps, other));
                if let Some(of) = clumps.get_mut(one.max(two)) {
                    *of = one.min(two);
                }
            }
        }
        let mut together: BTreeMap<usize, (Vec<usize>, Vec<Rect>)> = BTreeMap::new();
        for (number, member) in members.iter().enumerate() {
            let clump = together.entry(root(&clumps, number)).or_default();
            clump.0.push(number);
            clump.1.push(member.rect.expand(PAD));
        }
        for (number, room) in between {
            together.entry(root(&clumps, number)).or_default().1.push(room);
        }
        together.retain(|_, (numbers, _)| numbers.len() > 1);
        let group_of = |numbers: &[usize]| numbers.first().and_then(|number| members.get(*number)).map(|member| member.group);
        let mut most: BTreeMap<GroupId, (usize, usize)> = BTreeMap::new();
        for (clump, (numbers, _)) in &together {
            if let Some(group) = group_of(numbers) {
                let most = most.entry(group).or_default();
                *most = (*most).max((numbers.len(), usize::MAX - clump));
            }
        }
        let mut grounds = Vec::new();
        for (clump, (numbers, mut rects)) in together {
            let Some(group) = group_of(&numbers) else { continue };
            let cards: Vec<(NodeId, Rect)> = numbers.iter().filter_map(|number| members.get(*number)).map(|m| (m.claim, m.rect)).collect();
            // Where the most claims of a group stand its title is large, with the names of the groups around it.
            let is_most = most.get(&group) == Some(&(numbers.len(), usize::MAX - clump));
            let titles = titles(map, group);
            let name = match titles.last() {
                None => tr!("map-untitled").to_owned(),
                Some(_) if is_most => titles.join(" › "),
                Some(last) => (*last).to_owned(),
            };
            let (face, size) = if is_most { (Face::Bold, TextSize::Body) } else { (Face::Regular, TextSize::Small) };
            let setting = Setting { face, size, max_width: 80.0 * UNIT, max_lines: 1 };
            let block = std::sync::Arc::new(shaper.shape(&name, setting));
            let size = vec2(block.width, block.height());
            let tab = self.tab(group, &cards, size, &taken);
            rects.push(tab);
            // One box where it has room, else what the claims and their title cover.
            let whole = rects.iter().copied().reduce(Rect::union).filter(|whole| self.is_free(group, *whole, &of_card, &members, &taken));
            if let Some(whole) = whole {
                rects = vec![whole];
            }
            // A box has its title in the corner, where nothing is.
            let corner = whole.map(|whole| Rect::from_min_size(whole.min, tab.size()));
            let tab = corner.filter(|corner| self.parts_in(corner.shrink(PAD / 2.0)).is_empty()).unwrap_or(tab);
            taken.push((group, whole.unwrap_or(tab)));
            let mut shapes = ground(&rects, &|room| self.is_free(group, room, &of_card, &members, &taken));
            shapes.push(text_at((tab.min + Vec2::splat(PAD)).round(), block, Ink::Muted));
            let bounds = rects.iter().copied().reduce(Rect::union).unwrap_or(Rect::NOTHING);
            grounds.push(Heading { name, bounds, shapes, of: cards.into_iter().map(|(claim, _)| claim).collect() });
        }
        grounds
    }

    /// The claims that stand on the ground of their group.
    pub fn grounded(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.headings.iter().flat_map(|heading| &heading.of).copied()
    }

    /// What an arrow's handle looks like where it is: behind its name is what the others stand on.
    pub fn handle_shapes<'a>(&'a self, arrow: &'a Arrow) -> Cow<'a, [Shape]> {
        let on_ground = |shape: &Shape| {
            let Some(plate) = filled(shape, Ink::Canvas) else { return false };
            let at = plate.center() + arrow.at.to_vec2();
            let mut stands = false;
            self.ground_boxes.each(Rect::from_min_max(at, at), &mut |_, _| stands = true);
            stands
        };
        if arrow.handle.name.is_empty() || !arrow.handle.shapes.iter().any(on_ground) {
            return Cow::Borrowed(&arrow.handle.shapes);
        }
        let mut shapes = arrow.handle.shapes.clone();
        for shape in shapes.iter_mut().filter(|shape| on_ground(shape)) {
            if let Shape::Rect { fill, .. } = shape {
                *fill = Some(Ink::Ground);
            }
        }
        Cow::Owned(shapes)
    }

    /// The boxes of which the grounds are made, to be found where they are.
    pub(super) fn find_grounds(&mut self) {
        let shapes = self.headings.iter().filter(|heading| heading.is_ground()).flat_map(|heading| &heading.shapes);
        self.ground_boxes = Field::default();
        for (number, rect) in shapes.filter_map(|shape| filled(shape, Ink::Ground)).enumerate() {
            self.ground_boxes.put(number, rect);
        }
    }

    /// The claims with a place that are in a group, by groups' order.
    fn members(&self, map: &ArgumentMap) -> Vec<Member> {
        let member = |(card, placed): (usize, &super::PlacedCard)| {
            let group = map.claim(placed.claim)?.group.filter(|group| map.groups().contains_key(group))?;
            let is_placed = !self.waiting.contains(&placed.claim);
            is_placed.then(|| Member { claim: placed.claim, group, card, rect: placed.rect() })
        };
        let mut members: Vec<Member> = self.cards.iter().enumerate().filter_map(member).take(MOST + 1).collect();
        members.sort_unstable_by_key(|member| (member.group, member.claim));
        members
    }

    /// Whether nothing that is not of the group comes into a room.
    fn is_free(&self, group: GroupId, room: Rect, of_card: &HashMap<usize, usize>, members: &[Member], taken: &[(GroupId, Rect)]) -> bool {
        let mut is_free = true;
        self.places.cards_in(room.expand(UNIT), &mut |card, _| {
            is_free &= of_card.get(&card).and_then(|number| members.get(*number)).is_some_and(|member| member.group == group);
        });
        is_free && !taken.iter().any(|(of, rect)| *of != group && rect.intersects(room))
    }

    /// Where a title of that size has room beside a card of its group: above or below one of them, where no line runs.
    fn tab(&self, group: GroupId, cards: &[(NodeId, Rect)], size: Vec2, taken: &[(GroupId, Rect)]) -> Rect {
        let mut order: Vec<Rect> = cards.iter().map(|(_, rect)| *rect).collect();
        order.sort_by(|a, b| a.top().total_cmp(&b.top()).then(a.left().total_cmp(&b.left())));
        let outer = vec2(size.x + 2.0 * PAD, size.y + 2.0 * PAD);
        let above = order.iter().flat_map(|card| {
            let y = card.top() - PAD - TITLE;
            [card.left() - PAD, card.right() + PAD - outer.x, card.center().x - outer.x / 2.0].map(|x| pos2(x, y))
        });
        let below = order.iter().rev().flat_map(|card| {
            let y = card.bottom() + PAD + TITLE - outer.y;
            [card.left() - PAD, card.right() + PAD - outer.x].map(|x| pos2(x, y))
        });
        let cost = |tab: &Rect| {
            let words = tab.shrink(PAD / 2.0);
            let mut cards = 0;
            let mut lines = 0;
            for part in self.parts_in(words) {
                match part {
                    Part::Card(_) => cards += 1,
                    Part::Arrow(_) => lines += 1,
                }
            }
            let others = taken.iter().filter(|(of, rect)| *of != group && rect.intersects(*tab)).count();
            100 * cards + 10 * others + lines
        };
        let tabs = above.chain(below).map(|corner| Rect::from_min_size(corner.round(), outer));
        let mut best: Option<(usize, Rect)> = None;
        for tab in tabs {
            let cost = cost(&tab);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, tab));
            }
            if cost == 0 {
                break;
            }
        }
        best.map_or(Rect::NOTHING, |(_, tab)| tab)
    }
}

/// The box that a shape fills with an ink.
pub(super) fn filled(shape: &Shape, with: Ink) -> Option<Rect> {
    match shape {
        Shape::Rect { rect, fill, .. } if *fill == Some(with) => Some(*rect),
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Line { .. } | Shape::Path { .. } | Shape::Text { .. } => None,
    }
}

/// What may lie between two cards: all around both, or the strip from one to the other.
fn joints(a: Rect, b: Rect) -> [Option<Rect>; 2] {
    let [x, y] = [0, 1].map(|axis| (a.min[axis].max(b.min[axis]), a.max[axis].min(b.max[axis])));
    let strip = match (x.1 - x.0 >= STRIP, y.1 - y.0 >= STRIP) {
        (true, false) => Some(Rect::from_x_y_ranges(x.0 - PAD..=x.1 + PAD, y.1..=y.0)),
        (false, true) => Some(Rect::from_x_y_ranges(x.1..=x.0, y.0 - PAD..=y.1 + PAD)),
        _ => None,
    };
    [Some(a.union(b).expand(PAD)), strip]
}

/// One ground of many boxes: where they meet no edge is seen. `is_free` says where slits may be closed.
fn ground(rects: &[Rect], is_free: &dyn Fn(Rect) -> bool) -> Vec<Shape> {
    let boxes = if rects.len() > TILED { rects.to_vec() } else { Tiles::of(rects, is_free).boxes() };
    let filled = |rect: Rect, radius: f32, ink| Shape::Rect { rect, radius, fill: Some(ink), stroke: None };
    let edges = boxes.iter().map(|rect| filled(*rect, RADIUS, Ink::Border));
    let insides = boxes.iter().map(|rect| filled(rect.shrink(1.0), RADIUS - 1.0, Ink::Ground));
    edges.chain(insides).collect()
}

/// The title of a group after those of the groups around it; untitled ones say nothing.
fn titles(map: &ArgumentMap, group: GroupId) -> Vec<&str> {
    let mut titles = Vec::new();
    let mut seen = BTreeSet::new();
    let mut at = Some(group);
    while let Some(id) = at.filter(|id| seen.insert(*id)) {
        let Some(group) = map.groups().get(&id) else { break };
        titles.push(group.title.trim());
        at = group.parent;
    }
    titles.reverse();
    titles.retain(|title| !title.is_empty());
    titles
}

/// The first of those with which a claim stands together.
fn root(clumps: &[usize], mut number: usize) -> usize {
    while let Some(of) = clumps.get(number).copied().filter(|of| *of != number) {
        number = of;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Shown;
    use crate::base::ViewId;
    use crate::model::{Claim, Group, MapBuilder, Placement, Relation, RelationKind};
    use crate::render::layers::Of;
    use crate::render::{Theme, scene};

    /// Claims of groups at places.
    fn draw(claims: &[(&str, i32, i32)]) -> Scene {
        let mut b = MapBuilder::new(1);
        let outer = b.group(Group { title: "Outer".to_owned(), ..Group::default() });
        let mut groups: BTreeMap<&str, GroupId> = BTreeMap::new();
        for (name, x, y) in claims {
            let group = (!name.is_empty()).then(|| {
                *groups.entry(name).or_insert_with(|| {
                    b.group(Group { title: (*name).to_owned(), parent: (*name == "Inner").then_some(outer), ..Group::default() })
                })
            });
            let claim = b.node(Claim { text: format!("At {x} {y}"), group, ..Claim::default() });
            b.place(ViewId::main(), claim, Placement { x: *x, y: *y, pinned: false });
        }
        scene(&b.finish(), ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new())
    }

    fn told(scene: &Scene) -> Vec<(String, usize)> {
        scene.headings().iter().map(|heading| (heading.name.clone(), heading.of.len())).collect()
    }

    /// No ground lies under a card of another group or of none, and no title over any card.
    fn assert_clear(scene: &Scene) {
        for heading in scene.headings() {
            for card in scene.cards() {
                let is_own = heading.of.contains(&card.claim);
                for shape in &heading.shapes {
                    let covers = shape.bounds().shrink(1.0).intersects(card.rect());
                    assert!(!covers || is_own && !matches!(shape, Shape::Text { .. }), "{} and {:?}", heading.name, card.rect());
                }
            }
        }
    }

    #[test]
    fn what_stands_together_has_one_ground() {
        let scene = draw(&[("A", 0, 0), ("A", 0, 150), ("A", 250, 150), ("", 600, 0)]);
        assert_eq!(told(&scene), [("A".to_owned(), 3)]);
        assert_clear(&scene);
        assert!(scene.bounds().contains_rect(scene.headings()[0].bounds), "pictures hold it");
    }

    #[test]
    fn many_stand_on_one_ground() {
        let claims: Vec<(&str, i32, i32)> = (0..900).map(|i| ("A", i % 30 * 230 + i / 30 % 7, i / 30 * 130 + i % 5)).collect();
        let scene = draw(&claims);
        assert_eq!(told(&scene), [("A".to_owned(), 900)]);
        assert_clear(&scene);
    }

    #[test]
    fn who_stands_between_or_far_away_parts_a_ground() {
        assert_eq!(told(&draw(&[("A", 0, 0), ("", 220, 0), ("A", 440, 0)])), []);
        assert_eq!(told(&draw(&[("A", 0, 0), ("A", 1_000, 0)])), []);
        let apart = draw(&[("A", 0, 0), ("A", 0, 140), ("B", 220, 0), ("B", 220, 140), ("A", 440, 0), ("A", 440, 140)]);
        let mut grounds = told(&apart);
        grounds.sort();
        assert_eq!(grounds, [("A".to_owned(), 2), ("A".to_owned(), 2), ("B".to_owned(), 2)]);
        assert_clear(&apart);
    }

    #[test]
    fn a_ground_bends_around_others() {
        // Below each other and beside each other, with a stranger in the corner.
        let scene = draw(&[("A", 0, 0), ("A", 0, 140), ("A", 220, 140), ("", 220, 0)]);
        assert_eq!(told(&scene), [("A".to_owned(), 3)]);
        assert_clear(&scene);
    }

    #[test]
    fn the_largest_ground_has_the_large_title() {
        let scene =
            draw(&[("Inner", 0, 0), ("Inner", 0, 140), ("", 220, 0), ("Inner", 1_000, 0), ("Inner", 1_000, 140), ("Inner", 1_000, 280)]);
        let sizes = scene.headings().iter().map(|heading| match heading.shapes.last() {
            Some(Shape::Text { block, .. }) => (block.size, heading.of.len(), heading.name.as_str()),
            _ => (TextSize::Title, 0, ""),
        });
        let mut sizes: Vec<_> = sizes.collect();
        sizes.sort_unstable();
        assert_eq!(sizes, [(TextSize::Small, 2, "Inner"), (TextSize::Body, 3, "Outer › Inner")]);
    }

    #[test]
    fn behind_a_name_is_what_its_handle_stands_on() {
        let plates = |is_grouped: bool| {
            let mut b = MapBuilder::new(1);
            let group = is_grouped.then(|| b.group(Group { title: "A".to_owned(), ..Group::default() }));
            let [thesis, reason] = [0, 180].map(|y| {
                let claim = b.node(Claim { text: format!("At {y}, with more words to be wide"), group, ..Claim::default() });
                b.place(ViewId::main(), claim, Placement { x: 0, y, pinned: false });
                claim
            });
            b.relation(Relation { title: "By".to_owned(), ..Relation::new(RelationKind::Support) }, &[reason], thesis);
            let scene = scene(&b.finish(), ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new());
            let shapes = scene.handle_shapes(&scene.arrows()[0]).into_owned();
            [Ink::Ground, Ink::Canvas].map(|ink| shapes.iter().filter(|shape| filled(shape, ink).is_some()).count())
        };
        assert_eq!((plates(true), plates(false)), ([1, 0], [0, 1]));
    }

    #[test]
    fn lines_run_over_grounds() {
        let mut b = MapBuilder::new(1);
        let group = Some(b.group(Group { title: "A".to_owned(), ..Group::default() }));
        let [thesis, reason] = [0, 160].map(|y| {
            let claim = b.node(Claim { text: format!("At {y}"), group, ..Claim::default() });
            b.place(ViewId::main(), claim, Placement { x: 0, y, pinned: false });
            claim
        });
        b.support(&[reason], thesis);
        let scene = scene(&b.finish(), ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new());
        assert_eq!(told(&scene), [("A".to_owned(), 2)]);
        assert!(matches!(scene.layers().next().map(|layer| layer.of), Some(Of::Claims(claims)) if claims.len() == 2));
    }

    #[test]
    fn a_group_in_a_group_names_both() {
        assert_eq!(told(&draw(&[("Inner", 0, 0), ("Inner", 0, 140)])), [("Outer › Inner".to_owned(), 2)]);
        assert_eq!(told(&draw(&[("A", 0, 0)])), []);
    }
}
