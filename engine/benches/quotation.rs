//! Cost of finding quotations, against plain word segmentation of the same bytes, and its growth
//! with hostile texts: four times the text must cost about four times as much.
//!
//! `cargo bench -p asquoted-engine --bench quotation`
#![allow(clippy::print_stdout)]

use std::time::{Duration, Instant};

use asquoted_engine::article::Article;
use asquoted_engine::quotation;
use asquoted_engine::text::tokenize;

const SIZE: usize = 250_000;

/// Invented news, with what an article has: narration, marks, reported speech.
const NEWS: &str = "\
The council of Northport met on Monday to talk about the ferries, which had not run since the frost. \
“We will keep the harbour open,” said Jane Doe, the mayor. “Nobody will be sent away.”\n\
Omar Reed, who leads the Port Authority, told reporters that the piers needed repair before the spring, \
and that the town had “no money for a second winter”. He added that work would start in May.\n\
According to a report that was published last week, the ferries carried 30,000 people in 2019. Most of \
them were workers of the fish market. The market's owners declined to comment.\n";

const HOSTILE: [(&str, &str); 12] = [
    ("opening marks", "“"),
    ("low marks", "„"),
    ("single marks", "‘a "),
    ("closing marks", "a” "),
    ("unclosed lines", "“a\n"),
    ("short quotations", "“A.” "),
    ("cues", "said "),
    ("clauses", "He said that "),
    ("relative clauses", "X, who said Y, "),
    ("names", "Jane Doe "),
    ("titled names", "Mr. Abc Def said “go”. "),
    ("commas", "a, "),
];

fn best_of_three(mut work: impl FnMut()) -> Duration {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn find(text: &str) -> Duration {
    let article = Article::from_text("bench", text, "en");
    best_of_three(|| {
        std::hint::black_box(quotation::find(&article));
    })
}

fn main() {
    let news = NEWS.repeat(4 * SIZE / NEWS.len());
    let (found, split) = (
        find(&news),
        best_of_three(|| {
            std::hint::black_box(tokenize(&news));
        }),
    );
    let speed = news.len() as f64 / 1e6 / found.as_secs_f64();
    println!(
        "news: {speed:.1} MB/s, {:.1} times word segmentation",
        found.as_secs_f64() / split.as_secs_f64()
    );
    for (name, unit) in HOSTILE {
        let text = |size: usize| unit.repeat(size / unit.len());
        let (small, large) = (find(&text(SIZE)), find(&text(4 * SIZE)));
        println!(
            "{name}: {:.2} s a MB, {:.1} times for 4 times the text",
            large.as_secs_f64(),
            large.as_secs_f64() / small.as_secs_f64()
        );
    }
}
