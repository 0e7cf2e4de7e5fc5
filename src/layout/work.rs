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

#[cfg(test)]
mod tests {
    use emath::Vec2;

    use super::*;
    use crate::layout::{Body, LAYOUTS, Layout, LayoutRequest, Link, Tree};

    /// Fewest checkpoints on the way through a map, whatever the layout.
    const FEWEST: usize = 4;

    fn request(n: usize, across: usize) -> LayoutRequest {
        let body = |i: usize| Body {
            day: (!i.is_multiple_of(3)).then_some(i as i32 / 4),
            lane: Some(i as u32 % 5),
            ..Body::free(Vec2::new(120.0 + (i * 37 % 140) as f32, 44.0 + (i * 53 % 110) as f32))
        };
        let tree = (1..n).map(|from| Link { from, to: from / 3 });
        let web = (1..across).map(|i| Link { from: i * 31 % n, to: i * 17 % n });
        LayoutRequest { bodies: (0..n).map(body).collect(), links: tree.chain(web).collect(), seed: 1, ..LayoutRequest::default() }
    }

    #[test]
    fn a_tree_can_be_stopped_at_every_box_while_it_is_folded() {
        let n = 5_000;
        let request = request(n, 0);
        let ctx = TaskCtx::new();
        assert!(Tree.run(&request, &ctx, &mut |_| {}).is_ok());
        let all = ctx.checkpoints().len();
        assert!(all > 3 * n, "{all}");
        for nth in [all / 4, all / 2, 3 * all / 4] {
            let ctx = TaskCtx::cancelled_at(nth);
            assert_eq!(Tree.run(&request, &ctx, &mut |_| {}), Err(Cancelled));
            assert_eq!(ctx.checkpoints().len(), nth);
        }
    }

    #[test]
    fn every_layout_asks_often_whether_to_go_on_and_stops_where_it_is_told() {
        for (n, across) in [(1500, 0), (900, 400), (60, 20)] {
            let request = request(n, across);
            for layout in LAYOUTS {
                let name = format!("{:?}, {n} boxes, {across} links across", layout.name());
                let ctx = TaskCtx::new();
                assert!(layout.run(&request, &ctx, &mut |_| {}).is_ok(), "{name}");
                let reported = ctx.checkpoints();
                assert!(reported.len() >= FEWEST, "{name}: {}", reported.len());
                // Between two checkpoints, no box is looked at more than a few times: in layers, every passage of a link counts as one. A new
                // stage may begin to count anew.
                let most = reported.windows(2).map(|w| w[1].saturating_sub(w[0])).max();
                assert!(most <= Some(10 * n as u64), "{name}: {most:?}");
                let all = reported.len();
                for nth in [1, 2, all / 4, all / 2, all - 1, all] {
                    let ctx = TaskCtx::cancelled_at(nth);
                    assert_eq!(layout.run(&request, &ctx, &mut |_| {}), Err(Cancelled), "{name}: at {nth} of {all}");
                    assert_eq!(ctx.checkpoints().len(), nth, "{name}: nothing more is done");
                }
            }
        }
    }
}
