//! Questions of one kind, of which only the last is still wanted.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Debug, Default)]
pub struct Turns(AtomicU64);

impl Turns {
    /// Ends every turn before; what is given tells whether the new one is still the last.
    pub fn begin(&self) -> impl Fn() -> bool + Sync + '_ {
        let turn = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        move || self.0.load(Ordering::Relaxed) == turn
    }

    /// Nothing that was asked is wanted any more.
    pub fn end(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_is_wanted() {
        let turns = Turns::default();
        let first = turns.begin();
        assert!(first());
        let second = turns.begin();
        assert!(!first() && second());
        turns.end();
        assert!(!second());
    }
}
