//! Jobs: progress arrives, cancelling stops the work, panics are reports, and of several the latest wins.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;

use elenchus::base::{Cancelled, TaskCtx};
use elenchus::jobs::{Job, JobError, Slot};

/// Counts checkpoints until it is cancelled or has reached `limit`.
fn count(ctx: &TaskCtx, counted: &AtomicU64, limit: u64) -> Result<u64, Cancelled> {
    for i in 1..=limit {
        counted.store(i, Ordering::SeqCst);
        ctx.checkpoint(i, limit)?;
    }
    Ok(limit)
}

#[test]
fn a_result_comes_once() {
    let job: Job<u32> = Job::spawn("add", |_, _| 1 + 1);
    let result = loop {
        if let Some(result) = job.poll() {
            break result;
        }
        std::thread::yield_now();
    };
    assert_eq!((result, job.poll(), job.name()), (Ok(2), None, "add"));
    assert_eq!(job.wait(), None);
}

#[test]
fn progress_shows_the_newest_value_and_wakes() {
    let (wake, woken) = channel();
    let (go, gate) = channel::<()>();
    let job: Job<(), u32> = Job::spawn_waking(
        "steps",
        move || wake.send(()).unwrap(),
        move |ctx, report| {
            for i in 1..=3 {
                report(i);
                ctx.checkpoint(u64::from(i), 4).unwrap();
            }
            gate.recv().unwrap();
        },
    );
    for _ in 0..3 {
        woken.recv().unwrap();
    }
    assert_eq!((job.take_progress(), job.take_progress()), (Some(3), None));
    go.send(()).unwrap();
    woken.recv().unwrap();
    assert_eq!((job.poll(), job.fraction()), (Some(Ok(())), 0.75));
}

#[test]
fn cancelling_stops_at_the_next_checkpoint() {
    let counted = Arc::new(AtomicU64::new(0));
    let (at_ten, reached) = channel();
    let (go, gate) = channel::<()>();
    let seen = Arc::clone(&counted);
    let job: Job<Result<u64, Cancelled>> = Job::spawn("count", move |ctx, _| {
        count(ctx, &seen, 10)?;
        at_ten.send(()).unwrap();
        gate.recv().unwrap();
        count(ctx, &seen, 1_000_000)
    });
    reached.recv().unwrap();
    job.cancel();
    go.send(()).unwrap();
    assert_eq!(job.wait(), Some(Ok(Err(Cancelled))));
    assert_eq!(counted.load(Ordering::SeqCst), 1, "one checkpoint after the cancelling, and no more");
}

#[test]
fn dropping_a_job_cancels_it() {
    let (done, ended) = channel();
    let job: Job<()> = Job::spawn("endless", move |ctx, _| {
        while ctx.checkpoint(0, 1).is_ok() {
            std::thread::yield_now();
        }
        done.send(()).unwrap();
    });
    drop(job);
    ended.recv().unwrap();
}

#[test]
fn a_panic_is_a_report() {
    let job: Job<()> = Job::spawn("layout", |_, _| panic!("index {} of {}", 7, 3));
    assert_eq!(job.wait(), Some(Err(JobError::Panicked { name: "layout".into(), message: "index 7 of 3".into() })));
    let job: Job<()> = Job::spawn("layout", |_, _| panic!("plain"));
    let error = job.wait().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "“layout” stopped because of a bug in this program: plain");
}

#[test]
fn the_latest_wins() {
    let mut slot: Slot<u32> = Slot::default();
    assert!(slot.job().is_none() && slot.poll().is_none());
    let (ended, first_ended) = channel();
    let (go, gate) = channel::<()>();
    slot.start(
        "first",
        || (),
        move |ctx, _| {
            gate.recv().unwrap();
            ended.send(ctx.checkpoint(0, 1)).unwrap();
            1
        },
    );
    let (wake, woken) = channel();
    slot.start("second", move || wake.send(()).unwrap_or_default(), |_, _| 2);
    go.send(()).unwrap();
    assert_eq!(first_ended.recv().unwrap(), Err(Cancelled));
    woken.recv().unwrap();
    assert_eq!(slot.job().map(|j| j.name().to_owned()).as_deref(), Some("second"));
    assert_eq!((slot.poll(), slot.poll(), slot.job().is_some()), (Some(Ok(2)), None, false));
    slot.start("third", || (), |_, _| 3);
    slot.cancel();
    assert!(slot.job().is_none());
}
