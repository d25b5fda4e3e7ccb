//! How far a long work is, and whether it goes on. Whoever works knows its own passes only; what
//! is counted for people, and who stops it, the caller knows.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::work::{self, Cancel};

/// Told how many of how many are done, from several threads; says whether the work goes on. Once
/// it does not, it never does again.
pub type GoesOn<'t> = &'t (dyn Fn(usize, usize) -> bool + Sync);

/// So many things are done between two questions: a question may cost more than a thing.
const BETWEEN: usize = 32;

/// Whether a work is still wanted, asked now and then where it has no parts that people count.
#[derive(Clone, Copy)]
pub struct Asked<'t>(Option<&'t (dyn Fn() -> bool + Sync)>);

impl<'t> Asked<'t> {
    pub fn new(is_wanted: &'t (dyn Fn() -> bool + Sync)) -> Self {
        Self(Some(is_wanted))
    }

    /// Of a work that nobody stops.
    pub fn never() -> Self {
        Self(None)
    }

    /// Nothing where the work is not wanted any more.
    pub fn goes_on(self) -> Option<()> {
        self.0.is_none_or(|is_wanted| is_wanted()).then_some(())
    }

    /// The same at the first of every so many things alone.
    pub fn goes_on_at(self, thing: usize, every: usize) -> Option<()> {
        match thing.is_multiple_of(every) {
            true => self.goes_on(),
            false => Some(()),
        }
    }
}

/// A work, or a part of one, that is counted in so many things although it passes over them
/// several times.
#[derive(Clone, Copy)]
pub struct Pace<'t> {
    goes_on: GoesOn<'t>,
    total: usize,
    /// Which share of the work this is, 0–1.
    from: f64,
    to: f64,
    /// Set when the work does not go on, for things that take long by themselves.
    cancel: Option<&'t Cancel>,
}

impl<'t> Pace<'t> {
    pub fn new(total: usize, goes_on: GoesOn<'t>) -> Self {
        Self {
            goes_on,
            total,
            cancel: None,
            from: 0.0,
            to: 1.0,
        }
    }

    /// The same, whose long things are cancelled from within.
    pub(crate) fn cancelled_by(self, cancel: &'t Cancel) -> Self {
        let cancel = Some(cancel);
        Self { cancel, ..self }
    }

    /// One thing that may take long, such as an article of millions of words: nothing where it was cancelled.
    /// It stays on its thread: what it would share with others could not be cancelled for it alone.
    pub fn alone<T>(&self, thing: impl FnOnce() -> T) -> Option<T> {
        match self.cancel {
            Some(_) => work::within(u64::MAX, self.cancel, thing).ok(),
            None => Some(thing()),
        }
    }

    /// Work that nobody follows and nobody stops.
    pub fn unwatched() -> Pace<'static> {
        Pace::new(0, &|_, _| true)
    }

    /// What lies between two shares (0–1) of this work.
    pub fn part(&self, from: f64, to: f64) -> Self {
        let share = |of: f64| self.from + (self.to - self.from) * of;
        Self {
            from: share(from),
            to: share(to),
            ..*self
        }
    }

    /// This work as one pass over so many things.
    pub fn over(&self, things: usize) -> Pass<'t> {
        Pass {
            pace: *self,
            things,
            done: AtomicUsize::new(0),
        }
    }

    /// Whether the work goes on; nothing of this part is done yet.
    pub fn goes_on(&self) -> bool {
        self.tell(0.0)
    }

    fn tell(&self, share: f64) -> bool {
        let share = self.from + (self.to - self.from) * share;
        (self.goes_on)((self.total as f64 * share) as usize, self.total)
    }
}

/// One pass over many things, on any number of threads.
pub struct Pass<'t> {
    pace: Pace<'t>,
    things: usize,
    done: AtomicUsize,
}

impl Pass<'_> {
    /// Another thing's turn: nothing where the work does not go on, which is asked now and then.
    pub fn step(&self) -> Option<()> {
        let done = self.done.fetch_add(1, Ordering::Relaxed);
        let is_asked = done.is_multiple_of(BETWEEN);
        (!is_asked || self.tell(done)).then_some(())
    }

    /// Asked within the turn of one thing that may be long: nothing where the work does not go on.
    pub fn goes_on(&self) -> Option<()> {
        let done = self.done.load(Ordering::Relaxed).saturating_sub(1);
        self.tell(done).then_some(())
    }

    fn tell(&self, done: usize) -> bool {
        self.pace.tell(done as f64 / self.things.max(1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn parts_of_a_work_follow_each_other() {
        let told = Mutex::new(Vec::new());
        let tell = |done, total| {
            told.lock().unwrap().push((done, total));
            done < 75
        };
        let work = Pace::new(100, &tell);
        let (first, rest) = (work.part(0.0, 0.5), work.part(0.5, 1.0));
        let pass = first.over(64);
        assert!((0..64).all(|_| pass.step().is_some()));
        assert!(rest.part(0.0, 0.5).goes_on());
        assert!(!rest.part(0.5, 1.0).goes_on());
        let told = told.into_inner().unwrap();
        assert_eq!(told, [(0, 100), (25, 100), (50, 100), (75, 100)]);
    }
}
