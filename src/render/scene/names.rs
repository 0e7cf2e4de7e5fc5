//! On which side of its handle the name of a relation stands, and the chips below it: where they cover least, off the names of others.
//!
//! Names are settled by id, each after those before it, so that it depends on no order of changes which side a name is on.

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Rect, Vec2};

use super::{Part, Scene};
use crate::base::NodeId;
use crate::render::card::HANDLE_RADIUS;
use crate::render::route::comes_into;
use crate::render::topology::{End, Link};
use crate::render::{Arrow, Card, Path};

/// So much worse than a line is the handle or the name of another relation.
const OTHER: usize = 8;

/// What may let names change sides: lines and handles that came or left.
#[derive(Clone, Debug, Default)]
pub(super) struct Stirred {
    /// Where arrows were.
    left: Vec<Trace>,
    /// The arrows that were laid or carried.
    laid: BTreeSet<usize>,
}

/// Where an arrow was.
#[derive(Clone, Debug)]
struct Trace {
    bounds: Rect,
    handle: Rect,
    lines: Vec<Path>,
}

impl Scene {
    /// Notes where an arrow is before it is laid elsewhere.
    pub(super) fn leaves(&mut self, index: usize) {
        let Some(arrow) = self.arrows.get(index).filter(|arrow| arrow.bounds().is_positive()) else { return };
        if self.places.names_something() {
            let lines = arrow.legs.iter().chain(&arrow.trunk).cloned().collect();
            self.stirred.left.push(Trace { bounds: arrow.bounds(), handle: arrow.handle_rect(), lines });
        }
    }

    /// Notes that an arrow is where it was laid.
    pub(super) fn arrives(&mut self, index: usize) {
        let Some(arrow) = self.arrows.get(index) else { return };
        self.places.put_name(index, around(arrow));
        if self.places.names_something() {
            self.stirred.laid.insert(index);
        }
    }

    /// Puts the names on their sides to which something came, or from which it left. Returns the arrows whose names are on another side
    /// than before.
    pub(super) fn settle_names(&mut self) -> Vec<usize> {
        let stirred = std::mem::take(&mut self.stirred);
        let mut changed = Vec::new();
        if self.rough || !self.places.names_something() {
            return changed;
        }
        let mut open: BTreeSet<(NodeId, usize)> = BTreeSet::new();
        for Trace { bounds, handle, lines } in &stirred.left {
            self.names_near(*bounds, &|area| handle.intersects(area) || crosses(lines.iter(), area), &mut open);
        }
        for arrow in stirred.laid.iter().filter_map(|index| self.arrows.get(*index)) {
            self.names_near(arrow.bounds(), &|area| arrow.handle_rect().intersects(area) || runs_into(arrow, area), &mut open);
        }
        while let Some((relation, index)) = open.pop_first() {
            let Some(face) = self.side_for(index) else { continue };
            let Some(arrow) = self.arrows.get_mut(index) else { continue };
            if Arc::ptr_eq(&face, &arrow.handle) {
                continue;
            }
            let before = arrow.handle_rect();
            arrow.turn(face);
            let after = arrow.handle_rect();
            self.places.put(Part::Arrow(index), arrow.watch());
            self.places.cover(index, arrow.bounds());
            changed.push(index);
            let mut others = BTreeSet::new();
            self.names_near(before.union(after), &|area| before.intersects(area) || after.intersects(area), &mut others);
            open.extend(others.into_iter().filter(|(other, _)| *other > relation));
        }
        changed
    }

    /// The names that something comes near, which keeps within bounds.
    fn names_near(&self, bounds: Rect, comes_near: &dyn Fn(Rect) -> bool, found: &mut BTreeSet<(NodeId, usize)>) {
        self.places.names_in(bounds, &mut |index, area| {
            if comes_near(area)
                && let Some(arrow) = self.arrows.get(index)
            {
                found.insert((arrow.relation, index));
            }
        });
    }

    /// The handle with its name on the side where it stands best; `None` where it has none.
    fn side_for(&self, index: usize) -> Option<Arc<Card>> {
        let arrow = self.arrows.get(index)?;
        if self.holds_lines(index) {
            return None;
        }
        let near = around(arrow);
        let mut others: Vec<(&Arrow, bool)> = Vec::new();
        self.places.arrows_in(near, &mut |other, _| {
            if other != index
                && let Some(at) = self.arrows.get(other).filter(|other| other.bounds().intersects(near))
            {
                let stands = at.has_name() && (at.relation < arrow.relation || self.holds_lines(other));
                others.push((at, stands));
            }
        });
        let crowd = |face: &Arc<Card>| -> usize {
            let area = face.text_rect.translate(arrow.at.to_vec2()).expand(1.0);
            let covered = others.iter().map(|(other, stands)| {
                let disc = Rect::from_center_size(other.at, Vec2::splat(2.0 * HANDLE_RADIUS + 2.0)).intersects(area);
                let name = *stands && other.handle.text_rect.translate(other.at.to_vec2()).intersects(area);
                OTHER * (usize::from(disc) + usize::from(name)) + usize::from(runs_into(other, area))
            });
            covered.sum()
        };
        let sides = arrow.sides.iter().filter_map(|(face, own)| arrow.faces.get(*face).map(|face| (face, own + crowd(face))));
        sides.min_by_key(|(_, crowd)| *crowd).map(|(face, _)| face.clone())
    }

    /// Whether lines end on chips beside its handle, so that its name stays where it is.
    fn holds_lines(&self, index: usize) -> bool {
        let on_chip = |end: End| matches!(end, End::HandleChip(arrow, _) if arrow == index);
        self.links.on_handle(index).flat_map(Link::ends).any(on_chip)
    }
}

/// Where the name of an arrow may stand; nowhere where it has none.
fn around(arrow: &Arrow) -> Rect {
    let sides = arrow.sides.iter().filter_map(|(face, _)| arrow.faces.get(*face));
    sides.map(|face| face.text_rect.translate(arrow.at.to_vec2())).fold(Rect::NOTHING, Rect::union)
}

fn crosses<'a>(mut lines: impl Iterator<Item = &'a Path>, area: Rect) -> bool {
    lines.any(|path| path.curves().iter().any(|curve| comes_into(curve, area)))
}

fn runs_into(arrow: &Arrow, area: Rect) -> bool {
    crosses(arrow.legs.iter().chain(&arrow.trunk), area)
}
