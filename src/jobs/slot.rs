//! A place for one job at a time.

use crate::base::TaskCtx;
use crate::jobs::{Job, JobError};

/// Holds at most one job. Starting another cancels the one before, whose result is never seen: the latest wins.
#[derive(Debug)]
pub struct Slot<T, P = ()> {
    job: Option<Job<T, P>>,
}

impl<T, P> Default for Slot<T, P> {
    fn default() -> Self {
        Self { job: None }
    }
}

impl<T: Send + 'static, P: Send + 'static> Slot<T, P> {
    /// Cancels what runs and starts `work` instead ([`Job::spawn_waking`]).
    pub fn start(&mut self, name: &str, wake: impl Fn() + Send + 'static, work: impl FnOnce(&TaskCtx, &dyn Fn(P)) -> T + Send + 'static) {
        self.job = Some(Job::spawn_waking(name, wake, work));
    }
}

impl<T, P> Slot<T, P> {
    /// The job that runs, or whose result has not been fetched yet.
    pub fn job(&self) -> Option<&Job<T, P>> {
        self.job.as_ref()
    }

    /// The result, once, when the work is done; the slot is free then. Never waits.
    pub fn poll(&mut self) -> Option<Result<T, JobError>> {
        let result = self.job.as_ref()?.poll()?;
        self.job = None;
        Some(result)
    }

    /// Cancels and forgets what runs.
    pub fn cancel(&mut self) {
        self.job = None;
    }
}
