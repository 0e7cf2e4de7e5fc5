//! Work on many arrows, shared between the processor's cores: counted, and stopped when it is cancelled.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

use crate::base::{Cancelled, TaskCtx};

/// Arrows that a thread takes at once, and how many make a second thread worthwhile.
const AT_ONCE: usize = 16;
const MANY: usize = 256;

/// How much is done of a task.
pub(super) struct Count<'a> {
    ctx: &'a TaskCtx,
    done: AtomicU64,
    total: u64,
}

impl<'a> Count<'a> {
    pub(super) fn new(ctx: &'a TaskCtx, total: usize) -> Self {
        Self { ctx, done: AtomicU64::new(0), total: total as u64 }
    }

    /// Notes that so many more are done, and asks whether to go on.
    pub(super) fn tell(&self, more: usize) -> Result<(), Cancelled> {
        let done = self.done.fetch_add(more as u64, Ordering::Relaxed) + more as u64;
        // What makes room for others is laid without having been counted.
        self.ctx.checkpoint(done.min(self.total), self.total)
    }
}

/// What `work` makes of each, in their order, whichever thread did it.
pub(super) fn on_all_cores<T: Send>(items: &[usize], count: &Count<'_>, work: impl Fn(usize) -> T + Sync) -> Result<Vec<T>, Cancelled> {
    let helpers = if items.len() < MANY { 0 } else { thread::available_parallelism().map_or(0, |cores| cores.get() - 1) };
    with_helpers(helpers, items, count, work)
}

fn with_helpers<T: Send>(
    helpers: usize,
    items: &[usize],
    count: &Count<'_>,
    work: impl Fn(usize) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    let next = AtomicUsize::new(0);
    let run = || -> Result<Vec<(usize, Vec<T>)>, Cancelled> {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let Some(some) = items.get(start..(start + AT_ONCE).min(items.len())).filter(|some| !some.is_empty()) else { return Ok(done) };
            let mut results = Vec::with_capacity(some.len());
            for item in some {
                count.tell(1)?;
                results.push(work(*item));
            }
            done.push((start, results));
        }
    };
    let parts = thread::scope(|scope| {
        // Where the system gives no thread, the others do its work.
        let spawn = |_| thread::Builder::new().name("route".to_owned()).spawn_scoped(scope, run).ok();
        let others: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let own = run();
        let theirs = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        theirs.chain([own]).collect::<Result<Vec<_>, Cancelled>>()
    })?;
    let mut all: Vec<(usize, Vec<T>)> = parts.into_iter().flatten().collect();
    all.sort_unstable_by_key(|(start, _)| *start);
    Ok(all.into_iter().flat_map(|(_, results)| results).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Shown;
    use crate::base::{NodeId, ViewId};
    use crate::model::{ArgumentMap, MapBuilder, Placement};
    use crate::render::{TextShaper, Theme, scene_for};

    #[test]
    fn any_number_of_threads_makes_the_same_in_the_same_order() {
        let items: Vec<usize> = (0..1_003).rev().collect();
        let expected: Vec<usize> = items.iter().map(|item| item * item).collect();
        for helpers in [0, 1, 3] {
            let ctx = TaskCtx::new();
            let made = with_helpers(helpers, &items, &Count::new(&ctx, items.len()), |item| item * item);
            assert_eq!(made.as_deref(), Ok(&expected[..]), "{helpers}");
            assert_eq!(ctx.checkpoints().len(), items.len());
            let ctx = TaskCtx::cancelled_at(500);
            assert_eq!(with_helpers(helpers, &items, &Count::new(&ctx, items.len()), |item| item), Err(Cancelled), "{helpers}");
            // Each thread may have asked once more.
            assert!(ctx.checkpoints().len() <= 500 + helpers, "{helpers}");
        }
    }

    /// Claims in rows, each with a rebuttal of another far away, and undercuts.
    fn map() -> ArgumentMap {
        let mut b = MapBuilder::new(1);
        let claims: Vec<NodeId> = (0..300).map(|i| b.claim(format!("Claim {i}"))).collect();
        for (i, claim) in claims.iter().enumerate() {
            b.place(ViewId::main(), *claim, Placement { x: (i % 20) as i32 * 280, y: (i / 20) as i32 * 130, pinned: false });
            let rebuttal = b.rebut(&[*claim], claims[(i * 31 + 7) % claims.len()]);
            if i % 10 == 0 {
                b.rebut(&[claims[(i * 17 + 3) % claims.len()]], rebuttal);
            }
        }
        b.finish()
    }

    #[test]
    fn a_picture_on_its_way_is_told_of_line_by_line_and_stops() {
        let map = map();
        let draw = |ctx: &TaskCtx| scene_for(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new(), ctx);
        let ctx = TaskCtx::new();
        assert!(draw(&ctx).is_ok());
        let all = ctx.checkpoints().len();
        assert!(all >= map.claims().count() + 3 * map.relations().count(), "{all}");
        for nth in [1, 200, all / 2, 3 * all / 4, all] {
            let ctx = TaskCtx::cancelled_at(nth);
            assert_eq!(draw(&ctx).err(), Some(Cancelled), "at {nth} of {all}");
            let more = thread::available_parallelism().map_or(0, std::num::NonZero::get);
            assert!(ctx.checkpoints().len() <= nth + more, "at {nth} of {all}");
        }
    }
}
