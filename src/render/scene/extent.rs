//! The box around many boxes, cheap to keep while one after the other changes.

use std::collections::BTreeSet;

use emath::Rect;

/// Boxes of one chunk: so many are looked at again when one of them shrinks.
const CHUNK: usize = 64;

/// Boxes by number, and the box around each chunk of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Extent {
    /// `NOTHING` where there is none.
    rects: Vec<Rect>,
    chunks: Vec<Rect>,
}

impl Extent {
    /// Gives a number another box; `NOTHING` takes it away.
    pub(super) fn set(&mut self, index: usize, rect: Rect) {
        if index >= self.rects.len() {
            self.rects.resize(index + 1, Rect::NOTHING);
            self.chunks.resize(index / CHUNK + 1, Rect::NOTHING);
        }
        let Some(slot) = self.rects.get_mut(index) else { return };
        let before = std::mem::replace(slot, rect);
        let Some(chunk) = self.chunks.get_mut(index / CHUNK) else { return };
        let was_inside = before.is_negative()
            || (chunk.left() < before.left()
                && chunk.top() < before.top()
                && before.right() < chunk.right()
                && before.bottom() < chunk.bottom());
        *chunk = if was_inside { chunk.union(rect) } else { around(self.rects.chunks(CHUNK).nth(index / CHUNK).unwrap_or_default()) };
    }

    /// The box around all.
    pub(super) fn all(&self) -> Rect {
        around(&self.chunks)
    }

    /// The box around all but some.
    pub(super) fn without(&self, some: &BTreeSet<usize>) -> Rect {
        let rest = self.chunks.iter().enumerate().map(|(chunk, bounds)| {
            let first = chunk * CHUNK;
            if some.range(first..first + CHUNK).next().is_none() {
                return *bounds;
            }
            let rects = self.rects.iter().enumerate().skip(first).take(CHUNK);
            rects.filter(|(index, _)| !some.contains(index)).fold(Rect::NOTHING, |all, (_, rect)| all.union(*rect))
        });
        rest.fold(Rect::NOTHING, Rect::union)
    }
}

fn around(rects: &[Rect]) -> Rect {
    rects.iter().copied().fold(Rect::NOTHING, Rect::union)
}
