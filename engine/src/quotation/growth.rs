//! Finding quotations costs as much as the text is long, whatever the text.

#[path = "../../tests/support/hostile.rs"]
mod hostile;

use crate::article::Article;
use crate::{quotation, work};

const SIZE: usize = 10_000;
/// Looks at words and signs for each byte of the costliest text, and what its quotations cost later stages.
const MOST: f64 = 2500.0;

fn steps(text: &str, language: &str) -> u64 {
    let article = Article::from_text("hostile", text, language);
    work::cost(|| {
        quotation::find(&article);
    })
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
