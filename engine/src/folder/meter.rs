//! How far a stage is, counted on several threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, Thread};

use super::each::BETWEEN_LOOKS;
use super::{Progress, Stage, Watch};
use crate::pace::Pace;
use crate::work::Cancel;

/// Counts the steps of one stage from several threads and passes them on.
pub(super) struct Meter<'w> {
    watch: &'w dyn Watch,
    stage: Stage,
    done: AtomicUsize,
    pub total: usize,
    problems: usize,
}

impl<'w> Meter<'w> {
    pub fn new(watch: &'w dyn Watch, stage: Stage, total: usize, problems: usize) -> Self {
        let meter = Self {
            watch,
            stage,
            done: AtomicUsize::new(0),
            total,
            problems,
        };
        meter.tell(0, "");
        meter
    }

    pub fn step(&self, current: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.tell(done, current);
    }

    /// Does what counts its own steps.
    pub fn follow<T>(&self, work: impl FnOnce(&Pace<'_>) -> Option<T>) -> Option<T> {
        let goes_on = |done: usize, _| {
            self.done.fetch_max(done, Ordering::Relaxed);
            self.tell(done, "");
            !self.watch.stopped()
        };
        let cancel = Cancel::default();
        let over = AtomicBool::new(false);
        // Asks for those who cannot: an article of millions of words is one thing to be counted.
        thread::scope(|scope| {
            let asking = scope.spawn(|| {
                while !over.load(Ordering::Acquire) {
                    if self.watch.stopped() {
                        cancel.store(true, Ordering::Relaxed);
                        return;
                    }
                    thread::park_timeout(BETWEEN_LOOKS);
                }
            });
            let _over = Over(&over, asking.thread());
            work(&Pace::new(self.total, &goes_on).cancelled_by(&cancel))
        })
    }

    /// How much was done when it was stopped: never all of it.
    pub fn reached(&self) -> usize {
        let done = self.done.load(Ordering::Relaxed);
        done.min(self.total.saturating_sub(1))
    }

    /// The stage is over; this many came of it.
    pub fn finish(&self, came: usize) {
        self.watch.progress(self.progress(came, came, ""));
    }

    fn tell(&self, done: usize, current: &str) {
        self.watch
            .progress(self.progress(done, self.total, current));
    }

    fn progress(&self, done: usize, total: usize, current: &str) -> Progress {
        Progress {
            stage: self.stage,
            done: count(done),
            total: count(total),
            current: current.to_owned(),
            problems: count(self.problems),
        }
    }
}

/// Ends the asking when the work ends, in whichever way.
struct Over<'t>(&'t AtomicBool, &'t Thread);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
        self.1.unpark();
    }
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
