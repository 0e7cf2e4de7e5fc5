//! Triangles of many parts, kept between frames.

use std::ops::Range;
use std::sync::Arc;

use egui::{Mesh, Pos2, Shape as EguiShape, Vec2};

use super::paint::Brush;
use super::triangles::Silhouette;

/// Triangles of parts, with the corners of each, by its number.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) triangles: Silhouette,
    of: Vec<(usize, Range<usize>)>,
}

impl Marks {
    /// None yet.
    pub(super) fn of(triangles: Silhouette) -> Self {
        Self { triangles, of: Vec::new() }
    }

    /// What was added since the last part ended is that part's.
    pub(super) fn end(&mut self, part: usize) {
        let first = self.of.last().map_or(0, |(_, range)| range.end);
        self.of.push((part, first..self.triangles.corners()));
    }

    /// Moves all of it.
    pub(super) fn shifted(self, by: Vec2) -> Self {
        Self { triangles: self.triangles.shifted(by), of: self.of }
    }
}

/// Triangles of many parts.
#[derive(Default)]
pub(super) struct Layer {
    mesh: Arc<Mesh>,
    /// Where the corners are, seen from the middle of the canvas.
    base: Vec<Pos2>,
    /// The corners of each part, by its number.
    of: Vec<(usize, Range<usize>)>,
    /// Whether parts are in the order of their numbers: few layers are asked for one.
    in_order: bool,
}

impl Layer {
    /// Adds triangles that were made around the origin.
    pub(super) fn add(&mut self, marks: Marks) {
        let first = self.base.len();
        let mesh = marks.triangles.into_mesh();
        self.base.extend(mesh.vertices.iter().map(|vertex| vertex.pos));
        self.of.extend(marks.of.into_iter().map(|(part, range)| (part, first + range.start..first + range.end)));
        self.in_order = false;
        Arc::make_mut(&mut self.mesh).append(mesh);
    }

    /// Takes a part out: its triangles shrink to nothing.
    pub(super) fn remove(&mut self, part: usize) {
        if !std::mem::replace(&mut self.in_order, true) {
            self.of.sort_unstable_by_key(|(part, _)| *part);
        }
        let at = self.of.binary_search_by_key(&part, |(part, _)| *part);
        let range = at.ok().and_then(|at| self.of.get(at)).map(|(_, range)| range.clone()).unwrap_or_default();
        for pos in self.base.get_mut(range).into_iter().flatten() {
            *pos = Pos2::ZERO;
        }
    }

    /// Paints it enlarged and moved: `shift` is where the middle of the canvas was.
    pub(super) fn paint(&mut self, brush: &Brush<'_>, scale: f32, shift: Vec2) {
        for (vertex, base) in Arc::make_mut(&mut self.mesh).vertices.iter_mut().zip(&self.base) {
            vertex.pos = *base * scale + shift;
        }
        brush.painter.add(EguiShape::Mesh(self.mesh.clone()));
    }

    /// Where the corners of all its triangles were made.
    #[cfg(test)]
    pub(super) fn corners(&self) -> &[Pos2] {
        &self.base
    }
}
