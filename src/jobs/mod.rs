//! Work off the caller's thread: progress, real cancelling, panics caught and reported, and slots in which the latest job wins.

mod slot;

pub use slot::Slot;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use crate::base::TaskCtx;

/// Why a job gave no result. Cancelling is no error of the job: work that stops early says so in its own result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobError {
    /// The work panicked, which is a bug of this program.
    #[error("“{name}” stopped because of a bug in this program: {message}")]
    Panicked {
        /// The job's name.
        name: String,
        /// What the panic said.
        message: String,
    },
    /// The system gave no thread to work on.
    #[error("“{name}” could not be started: {message}")]
    NotStarted {
        /// The job's name.
        name: String,
        /// What the system said.
        message: String,
    },
}

/// Lets go of something large elsewhere: freeing all of it takes a while.
pub fn forget<T: Send + 'static>(value: T) {
    // Where the system gives no thread it is dropped here.
    let _ = thread::Builder::new().name("forget".to_owned()).spawn(move || drop(value));
}

/// Work running on a thread of its own, giving a `T` in the end and values `P` on the way. Dropping it cancels it.
#[derive(Debug)]
pub struct Job<T, P = ()> {
    name: String,
    began: Instant,
    ctx: TaskCtx,
    /// The newest value reported and not yet taken: whoever looks rarely skips the ones between.
    latest: Arc<Mutex<Option<P>>>,
    result: Receiver<Result<T, JobError>>,
}

impl<T: Send + 'static, P: Send + 'static> Job<T, P> {
    /// Starts `work`. It reports through the function given to it and stops at the first checkpoint after [`Job::cancel`].
    pub fn spawn(name: &str, work: impl FnOnce(&TaskCtx, &dyn Fn(P)) -> T + Send + 'static) -> Self {
        Self::spawn_waking(name, || (), work)
    }

    /// As [`Job::spawn`]; `wake` is called on the job's thread whenever there is something new to see, the result included.
    pub fn spawn_waking(
        name: &str,
        wake: impl Fn() + Send + 'static,
        work: impl FnOnce(&TaskCtx, &dyn Fn(P)) -> T + Send + 'static,
    ) -> Self {
        let (sender, result) = sync_channel(1);
        let job = Self { name: name.to_owned(), began: Instant::now(), ctx: TaskCtx::new(), latest: Arc::new(Mutex::new(None)), result };
        let (job_name, ctx, latest) = (job.name.clone(), job.ctx.clone(), Arc::clone(&job.latest));
        let to_caller = sender.clone();
        let body = move || {
            let report = |value: P| {
                *latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
                wake();
            };
            // What the work leaves half done on a panic is dropped with it: only the message gets out.
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&ctx, &report)));
            let outcome = outcome.map_err(|panic| JobError::Panicked { name: job_name, message: message_of(&*panic) });
            // Nobody listens any more when the job was dropped.
            let _ = to_caller.send(outcome);
            wake();
        };
        if let Err(error) = thread::Builder::new().name(job.name.clone()).spawn(body) {
            let _ = sender.send(Err(JobError::NotStarted { name: job.name.clone(), message: error.to_string() }));
        }
        job
    }
}

impl<T, P> Job<T, P> {
    /// What the work is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The result, once, when the work is done. Never waits.
    pub fn poll(&self) -> Option<Result<T, JobError>> {
        self.result.try_recv().ok()
    }

    /// Waits for the result. `None` where [`Job::poll`] has given it already.
    pub fn wait(self) -> Option<Result<T, JobError>> {
        self.result.recv().ok()
    }

    /// The newest value reported since the last call.
    pub fn take_progress(&self) -> Option<P> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Share of the work done, in `[0, 1]`, from its checkpoints.
    pub fn fraction(&self) -> f32 {
        self.ctx.progress()
    }

    /// How long it has been running, in seconds.
    pub fn seconds(&self) -> f32 {
        self.began.elapsed().as_secs_f32()
    }

    /// Asks the work to stop at its next checkpoint.
    pub fn cancel(&self) {
        self.ctx.cancel();
    }
}

impl<T, P> Drop for Job<T, P> {
    fn drop(&mut self) {
        self.ctx.cancel();
    }
}

fn message_of(panic: &(dyn Any + Send)) -> String {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        (None, None) => "no message".to_owned(),
    }
}
