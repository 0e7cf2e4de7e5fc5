//! Laid out text, kept between frames and exchanged little by little while the zoom changes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Color32, FontId, Galley, Painter};

use crate::render::TextBlock;

/// So many blocks are laid out for another zoom in one frame.
const A_FRAME: usize = 12;
/// Until it is its turn, a block is shown as it was laid out for a zoom within these factors.
const ALIKE: RangeInclusive<f32> = 0.8..=1.25;
/// What has not been painted for so many frames is forgotten.
const FORGOTTEN: u64 = 64;

/// The text of the canvas.
#[derive(Default)]
pub(super) struct Words(RefCell<Kept>);

#[derive(Default)]
struct Kept {
    /// By the address of the block, which is kept so that no other one comes to have it.
    blocks: HashMap<usize, Laid>,
    /// Is another one as soon as all that was laid out is void.
    probe: Option<Arc<Galley>>,
    frame: u64,
    /// How many may still be exchanged in this frame.
    left: usize,
    late: bool,
}

struct Laid {
    block: Arc<TextBlock>,
    zoom: f32,
    color: Color32,
    galley: Arc<Galley>,
    frame: u64,
}

impl Words {
    /// Begins a frame.
    pub(super) fn begin(&self, painter: &Painter) {
        let kept = &mut *self.0.borrow_mut();
        let probe = painter.layout_no_wrap("+".to_owned(), FontId::default(), Color32::PLACEHOLDER);
        let density = painter.pixels_per_point();
        if !kept.probe.as_ref().is_some_and(|before| Arc::ptr_eq(before, &probe) && before.pixels_per_point == density) {
            kept.blocks.clear();
        }
        kept.probe = Some(probe);
        kept.frame += 1;
        (kept.left, kept.late) = (A_FRAME, false);
        if kept.frame.is_multiple_of(FORGOTTEN) {
            let now = kept.frame;
            kept.blocks.retain(|_, laid| laid.frame + FORGOTTEN >= now);
        }
    }

    /// Whether something was shown as it was laid out for another zoom.
    pub(super) fn is_late(&self) -> bool {
        self.0.borrow().late
    }

    /// A block, laid out for a zoom.
    pub(super) fn galley(&self, painter: &Painter, block: &Arc<TextBlock>, color: Color32, zoom: f32) -> Arc<Galley> {
        let kept = &mut *self.0.borrow_mut();
        let frame = kept.frame;
        let key = Arc::as_ptr(block) as usize;
        if let Some(laid) = kept.blocks.get_mut(&key).filter(|laid| laid.color == color && Arc::ptr_eq(&laid.block, block)) {
            laid.frame = frame;
            if laid.zoom == zoom {
                return laid.galley.clone();
            }
            if kept.left == 0 && ALIKE.contains(&(laid.zoom / zoom)) {
                kept.late = true;
                return laid.galley.clone();
            }
            kept.left = kept.left.saturating_sub(1);
        }
        let galley = painter.layout_job(block.job(color, zoom));
        kept.blocks.insert(key, Laid { block: block.clone(), zoom, color, galley: galley.clone(), frame });
        galley
    }
}
