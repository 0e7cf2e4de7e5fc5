//! Progress and cancelling of long work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// The work was cancelled; what it had is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// What a checkpoint reported: steps done of its part, and the share of the whole.
#[cfg(test)]
type Told = (u64, f32);

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    /// The share done, in `[0, 1]`, as bits: of numbers that are not negative these are in the same order.
    share: AtomicU32,
    /// What was reported at every checkpoint, and at which of these it is cancelled.
    #[cfg(test)]
    watched: std::sync::Mutex<(Vec<Told>, Option<usize>)>,
}

/// Handed to every long-running function. Clones share one state: the one who waits holds a clone to cancel or to read progress.
#[derive(Clone, Debug)]
pub struct TaskCtx {
    shared: Arc<Shared>,
    /// From where to where, of all that is told to who waits, this part of the work leads.
    span: (f32, f32),
}

impl Default for TaskCtx {
    fn default() -> Self {
        Self { shared: Arc::default(), span: (0.0, 1.0) }
    }
}

impl TaskCtx {
    /// A context that nobody has cancelled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports `done` of `total` steps.
    ///
    /// # Errors
    /// [`Cancelled`] once somebody called [`TaskCtx::cancel`]; pass it on with `?`.
    pub fn checkpoint(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        let (from, to) = self.span;
        let share = if total == 0 { 0.0 } else { (done as f32 / total as f32).min(1.0) };
        // Threads that share the work may tell in another order than they were counted: what was told once stays told.
        let share = from + share * (to - from);
        self.shared.share.fetch_max(share.to_bits(), Ordering::Relaxed);
        #[cfg(test)]
        self.watch(done, share);
        if self.shared.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// For a part of the work, which leads from one share of the whole to another: what is all of it to that part moves who waits from
    /// `from` to `to`.
    #[must_use]
    pub fn part(&self, from: f32, to: f32) -> Self {
        let (start, end) = self.span;
        let within = |share: f32| start + share.clamp(0.0, 1.0) * (end - start);
        Self { shared: self.shared.clone(), span: (within(from), within(to)) }
    }

    /// Asks the work to stop at its next checkpoint.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Share of the work done, in `[0, 1]`; 0 before the first checkpoint. It never goes back.
    pub fn progress(&self) -> f32 {
        f32::from_bits(self.shared.share.load(Ordering::Relaxed))
    }

    /// A context that is cancelled when it reaches its `nth` checkpoint, the first being 1.
    #[cfg(test)]
    pub(crate) fn cancelled_at(nth: usize) -> Self {
        let ctx = Self::new();
        *ctx.shared.watched.lock().unwrap() = (Vec::new(), Some(nth));
        ctx
    }

    /// What was reported as done at every checkpoint so far.
    #[cfg(test)]
    pub(crate) fn checkpoints(&self) -> Vec<u64> {
        self.shared.watched.lock().unwrap().0.iter().map(|(done, _)| *done).collect()
    }

    /// Which share of the whole each checkpoint so far told.
    #[cfg(test)]
    pub(crate) fn told(&self) -> Vec<f32> {
        self.shared.watched.lock().unwrap().0.iter().map(|(_, share)| *share).collect()
    }

    #[cfg(test)]
    fn watch(&self, done: u64, share: f32) {
        let mut watched = self.shared.watched.lock().unwrap();
        watched.0.push((done, share));
        if watched.1 == Some(watched.0.len()) {
            self.cancel();
        }
    }
}
