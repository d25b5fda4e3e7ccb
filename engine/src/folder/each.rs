//! The work on one article: its faults are its own, and a stop is heard inside it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use super::Watch;
use crate::problem::{Problem, ProblemCode};
use crate::work::Cancel;

/// Bytes from which an article is worked on aside: smaller ones are done sooner than a stop need be heard.
const LARGE: usize = if cfg!(test) { 2_000 } else { 100_000 };
/// How often is asked whether the reader has stopped an article that is worked on aside.
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// What became of the work on an article.
pub(super) enum Outcome<T> {
    Done(T),
    /// It broke off through a fault of the program, which tells of itself so.
    Fault(String),
    Stopped,
}

/// Does `work` on an article of so many bytes. A large one is worked on aside: libraries that take their time
/// over a page cannot be asked to stop, but need not be waited for. `work` is told when nobody waits for it.
pub(super) fn alone<T: Send + 'static>(
    watch: &dyn Watch,
    bytes: usize,
    work: impl FnOnce(&Cancel) -> T + Send + 'static,
) -> Outcome<T> {
    if watch.stopped() {
        return Outcome::Stopped;
    }
    let cancel = Cancel::default();
    if bytes < LARGE {
        return outcome(catch_unwind(AssertUnwindSafe(|| work(&cancel))));
    }
    let (sender, done) = sync_channel(1);
    let heard = cancel.clone();
    let aside = thread::Builder::new().name("article".to_owned());
    let aside = aside.spawn(move || {
        // Nobody listens any more where the reader has stopped.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(|| work(&heard))));
    });
    if let Err(error) = aside {
        return Outcome::Fault(error.to_string());
    }
    loop {
        match done.recv_timeout(BETWEEN_LOOKS) {
            Ok(done) => return outcome(done),
            Err(RecvTimeoutError::Timeout) if watch.stopped() => {
                cancel.store(true, Ordering::Relaxed);
                return Outcome::Stopped;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Outcome::Fault(String::new()),
        }
    }
}

fn outcome<T>(done: thread::Result<T>) -> Outcome<T> {
    match done {
        Ok(done) => Outcome::Done(done),
        Err(reason) => Outcome::Fault(told_by(reason.as_ref())),
    }
}

/// What a fault tells of itself.
pub(super) fn told_by(reason: &(dyn Any + Send)) -> String {
    let text = reason.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| reason.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

/// The problem to tell of an article that the program failed on.
pub(super) fn fault(path: &str, reason: &str) -> Problem {
    let message = format!("The program failed on this file, through a fault of its own: {reason}");
    Problem::new(
        path,
        ProblemCode::Fault,
        message.trim_end_matches([':', ' ']),
    )
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::sync::{Arc, mpsc};

    use super::*;
    use crate::folder::{Compared, Folder, Progress, Unwatched, Utterance};

    struct Stopping(AtomicBool);

    impl Watch for Stopping {
        fn progress(&self, _: Progress) {}
        fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}
        fn stopped(&self) -> bool {
            // Asked for the first time before the work begins.
            self.0.swap(true, Ordering::Relaxed)
        }
    }

    #[test]
    fn a_fault_is_an_outcome_of_small_and_large_articles() {
        for bytes in [10, LARGE] {
            assert!(matches!(alone(&Unwatched, bytes, |_| 7), Outcome::Done(7)));
            let fault = alone::<u32>(&Unwatched, bytes, |_| panic!("no {}", "boundary"));
            assert!(matches!(fault, Outcome::Fault(reason) if reason == "no boundary"));
        }
    }

    #[test]
    fn a_stop_is_heard_while_a_library_works_and_told_to_the_work() {
        let (end, until_then) = mpsc::channel::<()>();
        let told = Arc::new(AtomicBool::new(false));
        let (sender, ended) = mpsc::channel();
        let tells = told.clone();
        let outcome = alone(&Stopping(AtomicBool::new(false)), LARGE, move |cancel| {
            // As a library that cannot be asked to stop.
            let _ = until_then.recv();
            tells.store(cancel.load(Ordering::Relaxed), Ordering::Relaxed);
            let _ = sender.send(());
        });
        assert!(matches!(outcome, Outcome::Stopped));
        drop(end);
        ended.recv().expect("the work goes on to its end");
        assert!(told.load(Ordering::Relaxed));
    }
}
