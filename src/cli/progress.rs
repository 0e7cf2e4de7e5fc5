//! How far long work is, on a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::base::TaskCtx;

/// What is done sooner needs no telling.
const TOLD_AFTER: Duration = Duration::from_secs(1);
/// How often it is told.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Does work; where somebody looks on and it takes a while, says on stderr how far it is. Ctrl+C stops it: nothing is written before the
/// end.
pub(super) fn told<T>(work: impl FnOnce(&TaskCtx) -> T) -> T {
    let ctx = TaskCtx::new();
    if !stderr().is_terminal() {
        return work(&ctx);
    }
    let (done, over) = channel::<()>();
    thread::scope(|scope| {
        let watched = ctx.clone();
        scope.spawn(move || {
            let mut wait = TOLD_AFTER;
            while over.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                // A terminal that went away is no reason to stop.
                let _ = write!(stderr(), "\r{:3} %", (watched.progress() * 100.0).floor());
                wait = TOLD_EVERY;
            }
            if wait == TOLD_EVERY {
                let _ = write!(stderr(), "\r     \r");
            }
        });
        let result = work(&ctx);
        // The other thread ends with its channel.
        drop(done);
        result
    })
}
