//! Progress and cancelling of long work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The work was cancelled; what it had is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
    /// What was reported at every checkpoint, and at which of these it is cancelled.
    #[cfg(test)]
    watched: std::sync::Mutex<(Vec<u64>, Option<usize>)>,
}

/// Handed to every long-running function. Clones share one state: the one who waits holds a clone to cancel or to read progress.
#[derive(Clone, Debug, Default)]
pub struct TaskCtx(Arc<Shared>);

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
        self.0.done.store(done, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
        #[cfg(test)]
        self.watch(done);
        if self.0.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// Asks the work to stop at its next checkpoint.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Share of the work done, in `[0, 1]`; 0 before the first checkpoint.
    pub fn progress(&self) -> f32 {
        let total = self.0.total.load(Ordering::Relaxed);
        if total == 0 { 0.0 } else { (self.0.done.load(Ordering::Relaxed) as f32 / total as f32).min(1.0) }
    }

    /// A context that is cancelled when it reaches its `nth` checkpoint, the first being 1.
    #[cfg(test)]
    pub(crate) fn cancelled_at(nth: usize) -> Self {
        let ctx = Self::new();
        *ctx.0.watched.lock().unwrap() = (Vec::new(), Some(nth));
        ctx
    }

    /// What was reported as done at every checkpoint so far.
    #[cfg(test)]
    pub(crate) fn checkpoints(&self) -> Vec<u64> {
        self.0.watched.lock().unwrap().0.clone()
    }

    #[cfg(test)]
    fn watch(&self, done: u64) {
        let mut watched = self.0.watched.lock().unwrap();
        watched.0.push(done);
        if watched.1 == Some(watched.0.len()) {
            self.cancel();
        }
    }
}
