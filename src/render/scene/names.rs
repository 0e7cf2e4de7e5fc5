//! On which side of its handle the name of a relation stands, and the chips below it: where they cover least, off the names of others.
//!
//! Names are settled by id, each after those before it, so that it depends on no order of changes which side a name is on.

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Rect, Vec2};

use super::cores::Count;
use super::{Part, Scene};
use crate::base::{Cancelled, NodeId};
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
    handle: Rect,
    lines: Vec<Path>,
}

impl Scene {
    /// Notes where an arrow is before it is laid elsewhere.
    pub(super) fn leaves(&mut self, index: usize) {
        let Some(arrow) = self.arrows.get(index).filter(|arrow| arrow.bounds().is_positive()) else { return };
        self.lines.remove(index, arrow);
        if self.places.names_something() {
            let lines = arrow.legs.iter().chain(&arrow.trunk).cloned().collect();
            self.stirred.left.push(Trace { handle: arrow.handle_rect(), lines });
        }
    }

    /// Notes that an arrow is where it was laid.
    pub(super) fn arrives(&mut self, index: usize) {
        let Some(arrow) = self.arrows.get(index) else { return };
        self.lines.put(index, arrow);
        self.places.put_name(index, around(arrow));
        if self.places.names_something() {
            self.stirred.laid.insert(index);
        }
    }

    /// Puts the names on their sides to which something came, or from which it left. Returns the arrows whose names are on another side
    /// than before.
    pub(super) fn settle_names(&mut self, count: &Count<'_>) -> Result<Vec<usize>, Cancelled> {
        let stirred = std::mem::take(&mut self.stirred);
        let mut changed = Vec::new();
        if self.rough || !self.places.names_something() {
            return Ok(changed);
        }
        let mut open: BTreeSet<(NodeId, usize)> = BTreeSet::new();
        for Trace { handle, lines } in &stirred.left {
            count.tell(0)?;
            self.names_on(*handle, lines.iter(), &mut open);
        }
        for arrow in stirred.laid.iter().filter_map(|index| self.arrows.get(*index)) {
            count.tell(0)?;
            self.names_on(arrow.handle_rect(), arrow.legs.iter().chain(&arrow.trunk), &mut open);
        }
        while let Some((relation, index)) = open.pop_first() {
            count.tell(0)?;
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
            self.names_on(before, std::iter::empty(), &mut others);
            self.names_on(after, std::iter::empty(), &mut others);
            open.extend(others.into_iter().filter(|(other, _)| *other > relation));
        }
        Ok(changed)
    }

    /// The names on which a handle comes, or lines do.
    fn names_on<'a>(&self, handle: Rect, lines: impl Iterator<Item = &'a Path>, found: &mut BTreeSet<(NodeId, usize)>) {
        let mut add = |index: usize| found.extend(self.arrows.get(index).map(|arrow| (arrow.relation, index)));
        self.places.names_in(handle, &mut |index, area| {
            if handle.intersects(area) {
                add(index);
            }
        });
        for curve in lines.flat_map(Path::curves) {
            self.places.names_in(curve.bounds(), &mut |index, area| {
                if comes_into(curve, area) {
                    add(index);
                }
            });
        }
    }

    /// The handle with its name on the side where it stands best; `None` where it has none.
    fn side_for(&self, index: usize) -> Option<Arc<Card>> {
        let arrow = self.arrows.get(index)?;
        if self.holds_lines(index) {
            return None;
        }
        let near = around(arrow);
        let mut close = self.lines.near(near.expand(HANDLE_RADIUS + 2.0));
        self.places.names_in(near, &mut |other, _| close.push(other));
        close.sort_unstable();
        close.dedup();
        let others = close.into_iter().filter(|other| *other != index).filter_map(|other| {
            let at = self.arrows.get(other).filter(|other| other.bounds().intersects(near))?;
            Some((at, at.has_name() && (at.relation < arrow.relation || self.holds_lines(other))))
        });
        let others: Vec<(&Arrow, bool)> = others.collect();
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
