//! What the work on one article costs, counted in steps: time differs from one machine to the next,
//! steps do not. Work that costs too much, or that nobody waits for any more, ends where it stands, by
//! unwinding to where it began (as incremental compilers cancel queries), so that no loop can forget
//! to ask. What is counted belongs to the thread and to one call of [`within`]; nothing outlives it.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Steps between two looks at whether the work goes on: some ten thousandths of a second.
const SLICE: i64 = 65_536;

/// Why work ended before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It cost more steps than it may.
    TooCostly,
    /// Nobody waits for it.
    Cancelled,
}

/// Set from another thread when nobody waits for the work any more.
pub(crate) type Cancel = Arc<AtomicBool>;

struct Budget {
    /// Steps that are left, those of the present slice not counted.
    left: u64,
    cancel: Option<Cancel>,
}

thread_local! {
    /// What is left of the present slice; outside [`within`] it never ends.
    static PRESENT: Cell<i64> = const { Cell::new(i64::MAX) };
    static BUDGET: RefCell<Option<Budget>> = const { RefCell::new(None) };
}

/// Counts `steps` looks at a word, a sign or a byte.
#[inline(always)]
pub(crate) fn step(steps: usize) {
    PRESENT.with(|present| {
        let left = present.get().wrapping_sub_unsigned(steps as u64);
        present.set(left);
        if left < 0 {
            next_slice(left);
        }
    });
}

/// The slice is used up, by `over` (negative) more than it held.
#[cold]
#[inline(never)]
fn next_slice(over: i64) {
    let ended = BUDGET.with_borrow_mut(|budget| {
        let Some(budget) = budget else {
            return None;
        };
        let cancelled = |cancel: &Cancel| cancel.load(Ordering::Relaxed);
        if budget.cancel.as_ref().is_some_and(cancelled) {
            return Some(Ended::Cancelled);
        }
        match budget.left.checked_sub(over.unsigned_abs()) {
            Some(left) => budget.take_slice(left),
            None => return Some(Ended::TooCostly),
        }
        None
    });
    match ended {
        Some(ended) => resume_unwind(Box::new(ended)),
        None if PRESENT.get() < 0 => PRESENT.set(i64::MAX),
        None => {}
    }
}

impl Budget {
    fn take_slice(&mut self, left: u64) {
        let slice = left.min(SLICE.unsigned_abs());
        self.left = left - slice;
        PRESENT.set(slice.cast_signed());
    }
}

/// Does `work` as long as it costs no more than `most` steps and is not cancelled. A panic inside goes on
/// to the caller.
pub(crate) fn within<T>(
    most: u64,
    cancel: Option<&Cancel>,
    work: impl FnOnce() -> T,
) -> Result<T, Ended> {
    let mut budget = Budget {
        left: 0,
        cancel: cancel.cloned(),
    };
    let outer_slice = PRESENT.get();
    budget.take_slice(most);
    let outer = BUDGET.replace(Some(budget));
    let done = catch_unwind(AssertUnwindSafe(work));
    BUDGET.set(outer);
    PRESENT.set(outer_slice);
    done.map_err(|reason| match reason.downcast::<Ended>() {
        Ok(ended) => *ended,
        Err(fault) => resume_unwind(fault),
    })
}

/// How many steps `work` takes.
#[cfg(test)]
pub(crate) fn cost(work: impl FnOnce()) -> u64 {
    let spent = Cell::new(0);
    let most = u64::MAX >> 1;
    let done = within(most, None, || {
        work();
        let left = BUDGET.with_borrow(|budget| budget.as_ref().map_or(0, |budget| budget.left));
        spent.set(most - left - PRESENT.get().unsigned_abs());
    });
    assert_eq!(done, Ok(()));
    spent.get()
}

#[cfg(test)]
mod growth;
#[cfg(test)]
mod kinds;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_ends_when_it_costs_too_much() {
        let done = Cell::new(0);
        let ended = within(1_000_000, None, || {
            loop {
                step(10);
                done.set(done.get() + 1);
            }
        });
        assert_eq!(ended, Err::<(), _>(Ended::TooCostly));
        assert_eq!(done.get(), 100_000);
        assert_eq!(within(1_000_000, None, || step(1_000_000)), Ok(()));
        assert_eq!(
            within(1_000_000, None, || step(1_000_001)),
            Err(Ended::TooCostly)
        );
        // And afterwards nothing is counted.
        step(usize::MAX >> 1);
        step(usize::MAX >> 1);
        step(usize::MAX >> 1);
    }

    #[test]
    fn work_ends_when_it_is_cancelled() {
        let cancel = Cancel::default();
        let ended = within(u64::MAX, Some(&cancel), || {
            for turn in 0.. {
                step(1);
                if turn == 300_000 {
                    cancel.store(true, Ordering::Relaxed);
                }
                assert!(turn < 400_000, "not heard");
            }
        });
        assert_eq!(ended, Err(Ended::Cancelled));
    }

    #[test]
    fn the_outer_work_goes_on_where_the_inner_ended() {
        let ended = within(1_000, None, || {
            step(600);
            assert_eq!(within(100, None, || step(200)), Err(Ended::TooCostly));
            step(399);
            assert_eq!(cost(|| step(7)), 7);
            step(1);
            step(1);
        });
        assert_eq!(ended, Err(Ended::TooCostly));
    }

    #[test]
    fn a_fault_inside_goes_on_to_the_caller() {
        let fault = catch_unwind(|| within(1_000, None, || panic!("a fault")));
        assert!(fault.is_err());
        assert_eq!(within(10, None, || step(11)), Err(Ended::TooCostly));
    }
}
