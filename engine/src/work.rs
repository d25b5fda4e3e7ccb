//! Steps of work, counted in tests alone: time differs from one machine to the next, steps do not.

/// Counts `steps` looks at a word, a sign or a byte.
#[inline(always)]
pub(crate) fn step(steps: usize) {
    #[cfg(test)]
    STEPS.with(|count| count.set(count.get() + steps));
    #[cfg(not(test))]
    let _ = steps;
}

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The steps that a work takes on this thread.
#[cfg(test)]
pub(crate) fn counted(work: impl FnOnce()) -> usize {
    STEPS.with(|count| count.set(0));
    work();
    STEPS.with(std::cell::Cell::get)
}

#[cfg(test)]
mod growth;
#[cfg(test)]
mod kinds;

#[cfg(test)]
#[path = "../tests/support/hostile.rs"]
mod hostile;

#[cfg(test)]
mod tests {
    use super::{STEPS, hostile};
    use crate::article::Article;
    use crate::quotation;

    const SIZE: usize = 10_000;
    /// Looks at words and signs for each byte, of the costliest text.
    const MOST: f64 = 600.0;

    fn steps(text: &str, language: &str) -> usize {
        let article = Article::from_text("hostile", text, language);
        STEPS.with(|count| count.set(0));
        quotation::find(&article);
        STEPS.with(std::cell::Cell::get)
    }

    /// Four times the text costs four times the work, and each byte a bounded number of steps.
    #[test]
    fn work_grows_with_the_text_alone() {
        for language in ["en", "de", "fr", "zh"] {
            for (name, unit) in hostile::UNITS {
                let small = steps(&hostile::text(unit, SIZE), language);
                let large = steps(&hostile::text(unit, 4 * SIZE), language);
                let growth = large as f64 / small.max(1) as f64;
                let cost = large as f64 / (4 * SIZE) as f64;
                assert!(
                    growth < 4.8 && cost < MOST,
                    "{name} [{language}]: {growth:.2} times, {cost:.0} steps a byte"
                );
            }
        }
    }
}
