//! How the time of long and of many versions grows: size, time, and growth for twice the size.
//! Run with `cargo bench -p asquoted-engine --bench long`. Nothing passes or fails by it.

#[path = "../src/work/kinds.rs"]
mod kinds;

use std::hint::black_box;
use std::time::Instant;

use asquoted_engine::article::Article;
use asquoted_engine::collation::{Collation, Row, SideNature, collate, table};
use asquoted_engine::family::{Witness, families};
use asquoted_engine::passage;
use asquoted_engine::quotation::Kind;
use asquoted_engine::utterance::{Item, group};

use kinds::{Draw, KINDS, slices, word};

const MARKED: SideNature = SideNature {
    marked: true,
    reported: false,
};

fn main() {
    for (name, versions) in KINDS {
        grows(
            &format!("compared, {name}"),
            [25_000, 50_000, 100_000, 200_000],
            |words| {
                let (one, other) = versions(words);
                timed(|| collated(&one, &other))
            },
        );
    }
    for (name, versions) in KINDS {
        grows(
            &format!("table, {name}"),
            [25_000, 50_000, 100_000, 200_000],
            |words| {
                let (one, other) = versions(words);
                let (one, other) = (slices(&one), slices(&other));
                let rows = [&one, &other].map(|words| Row::new(words, MARKED));
                timed(|| table(&rows, Some(0)))
            },
        );
    }
    for (name, versions) in KINDS {
        grows(
            &format!("passages, {name}"),
            [25_000, 50_000, 100_000, 200_000],
            |words| {
                let (one, other) = versions(words);
                let articles = [one, other].map(|words| {
                    let sentences = words.chunks(12).map(|words| words.join(" ") + ". ");
                    Article::from_text("long", &sentences.collect::<String>(), "en")
                });
                timed(|| passage::find(&articles))
            },
        );
    }
    grows(
        "families, many readings",
        [1_000, 2_000, 4_000, 8_000],
        many_readings,
    );
    grows(
        "grouped, rewordings",
        [4_000, 8_000, 16_000, 32_000],
        |count| {
            let (mut draw, base) = (Draw(7), Draw(8).words(20));
            let reworded = |_| {
                let mut words = base.clone();
                for _ in 0..3 {
                    let at = (draw.number() * 20.0) as usize;
                    words[at] = word((draw.number() * 3000.0) as usize);
                }
                words.join(" ")
            };
            grouped(&(0..count).map(reworded).collect::<Vec<String>>())
        },
    );
    grows(
        "grouped, speeches of 2,000 words",
        [50, 100, 200, 400],
        |count| {
            let mut draw = Draw(9);
            let texts = (0..count).map(|_| draw.words(2_000).join(" "));
            grouped(&texts.collect::<Vec<String>>())
        },
    );
}

fn grows(name: &str, sizes: [usize; 4], seconds: impl Fn(usize) -> f64) {
    let mut before = None;
    for size in sizes {
        let seconds = seconds(size);
        let growth = before.map_or(String::new(), |before| format!("× {:.2}", seconds / before));
        before = Some(seconds);
        #[expect(clippy::print_stdout, reason = "the benchmark's result")]
        {
            println!("{name:44} {size:8} {:9.1} ms {growth}", seconds * 1e3);
        }
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}

fn collated(one: &[String], other: &[String]) -> Collation {
    collate(&slices(one), &slices(other), (MARKED, MARKED))
}

fn many_readings(versions: usize) -> f64 {
    let base = Draw(6).words(30);
    let reading = |version: usize| {
        let mut words = base.clone();
        words[version % 30] = format!("reading{version}");
        words
    };
    let others: Vec<Vec<String>> = (0..versions).map(reading).collect();
    let collations: Vec<Collation> = others.iter().map(|other| collated(&base, other)).collect();
    let words: Vec<Vec<&str>> = others.iter().map(|other| slices(other)).collect();
    let of_base = slices(&base);
    let mut witnesses = vec![Witness {
        words: &of_base,
        collation: None,
        outlet: 0,
    }];
    let others = (1..).zip(&words).zip(&collations);
    witnesses.extend(others.map(|((outlet, words), collation)| Witness {
        words,
        collation: Some(collation),
        outlet,
    }));
    timed(|| families(&witnesses, "en"))
}

/// Each in an article of its own, all by one speaker.
fn grouped(texts: &[String]) -> f64 {
    let ids: Vec<String> = (0..texts.len())
        .map(|at| format!("a{at:06}.txt@0"))
        .collect();
    let items = (0..)
        .zip(texts)
        .zip(&ids)
        .map(|((article, text), id)| Item {
            id,
            article,
            kind: Kind::Direct,
            text,
            speaker: Some("Anna Tarn"),
            speaker_named: true,
            day: None,
            language: "en",
            within: None,
        });
    let items: Vec<Item<'_>> = items.collect();
    timed(|| group(&items, &[]))
}
