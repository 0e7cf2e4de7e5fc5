//! Counts work done over all stages of a layout, for progress and cancelling.

use crate::base::{Cancelled, TaskCtx};

/// Work in boxes moved once.
#[derive(Debug)]
pub(in crate::layout) struct Work<'a> {
    ctx: &'a TaskCtx,
    done: u64,
    total: u64,
}

impl<'a> Work<'a> {
    pub(in crate::layout) fn new(ctx: &'a TaskCtx, total: u64) -> Self {
        Self { ctx, done: 0, total }
    }

    /// Reports that `boxes` more were moved once.
    pub(in crate::layout) fn spend(&mut self, boxes: usize) -> Result<(), Cancelled> {
        self.done += boxes as u64;
        self.ctx.checkpoint(self.done.min(self.total), self.total)
    }
}
