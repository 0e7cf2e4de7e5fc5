//! Triangles of many parts, kept between frames.

use std::ops::Range;
use std::sync::Arc;

use egui::{Mesh, Pos2, Shape as EguiShape, Vec2};

use super::paint::{Brush, Silhouette};

/// Triangles of many parts.
#[derive(Default)]
pub(super) struct Layer {
    mesh: Arc<Mesh>,
    /// Where the corners are, seen from the middle of the canvas.
    base: Vec<Pos2>,
    /// The corners of each part.
    of: Vec<Range<usize>>,
}

impl Layer {
    /// Keeps triangles that were made around the origin, with the corners of each part.
    pub(super) fn new(silhouette: Silhouette, of: Vec<Range<usize>>) -> Self {
        let mesh = silhouette.into_mesh();
        Self { base: mesh.vertices.iter().map(|vertex| vertex.pos).collect(), mesh: Arc::new(mesh), of }
    }

    /// Takes a part out: its triangles shrink to nothing.
    pub(super) fn remove(&mut self, part: usize) {
        let range = self.of.get(part).cloned().unwrap_or_default();
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
