//! Finding quotations costs as much as the text is long, whatever the text.

#[path = "../../tests/support/hostile.rs"]
mod hostile;

use std::sync::atomic::Ordering;

use super::find_bounded;
use crate::article::Article;
use crate::work::Cancel;
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

fn news() -> Article {
    let text = "“We will keep the harbour open,” said Jane Doe. The lake was closed.\n".repeat(400);
    Article::from_text("news", &text, "en")
}

#[test]
fn what_stands_before_the_limit_still_gives_its_quotations() {
    let article = news();
    let all = quotation::find(&article);
    let cost = steps(&article.text, "en");
    for share in [1, 2, 3, 7, 40] {
        let found =
            find_bounded(&article, cost / share, &Cancel::default()).expect("nobody cancels");
        let end = found.end.unwrap_or(article.text.len());
        assert_eq!(found.end.is_none(), share == 1);
        let before = all.iter().take_while(|one| one.spans[0].end < end).count();
        assert!(
            before > 0 && found.quotations.len() >= before,
            "a share of 1/{share}"
        );
        assert_eq!(
            found.quotations[..before - 1],
            all[..before - 1],
            "a share of 1/{share}"
        );
    }
    let nothing = find_bounded(&article, 0, &Cancel::default()).expect("nobody cancels");
    assert_eq!((nothing.quotations.len(), nothing.end), (0, Some(0)));
}

#[test]
fn nothing_comes_of_what_is_cancelled() {
    let cancel = Cancel::default();
    cancel.store(true, Ordering::Relaxed);
    assert_eq!(find_bounded(&news(), u64::MAX, &cancel), None);
}
