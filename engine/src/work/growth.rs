//! Twice the text costs at most 2.3 times the steps, whatever two long versions are like.

use super::cost;
use super::kinds::{Draw, KINDS, slices};
use crate::article::Article;
use crate::collation::{Collation, Row, SideNature, collate, table};
use crate::family::{Witness, families};
use crate::passage;
use crate::quotation::Kind;
use crate::utterance::{Item, group};

const MOST_GROWTH: f64 = 2.3;
/// Steps for each of the things counted by size that cost next to nothing: what costs less may
/// grow up to it.
const CHEAP: u64 = 25;

const MARKED: SideNature = SideNature {
    marked: true,
    reported: false,
};

fn collated(one: &[String], other: &[String]) -> Collation {
    collate(&slices(one), &slices(other), (MARKED, MARKED))
}

/// `work` takes the steps of a size, counted on one thread.
fn assert_grows(name: &str, size: usize, work: impl Fn(usize) + Sync) {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let (small, large) = alone.expect("a thread").install(|| {
        let steps = |size| cost(|| work(size));
        (steps(size), steps(2 * size))
    });
    let growth = large as f64 / small.max(CHEAP * size as u64) as f64;
    assert!(small > 0, "{name}: no step is counted");
    assert!(
        growth <= MOST_GROWTH,
        "{name}: {small} to {large} steps, {growth:.2} times"
    );
}

#[test]
fn comparing_two_long_versions_grows_with_their_length() {
    for (name, versions) in KINDS {
        assert_grows(name, 5_000, |words| {
            let (one, other) = versions(words);
            assert!(collated(&one, &other).coarse);
        });
    }
}

#[test]
fn the_table_of_two_long_versions_grows_with_their_length() {
    for (name, versions) in [KINDS[0], KINDS[1], KINDS[7]] {
        assert_grows(name, 5_000, |words| {
            let (one, other) = versions(words);
            let (one, other) = (slices(&one), slices(&other));
            let rows = [&one, &other].map(|words| Row::new(words, MARKED));
            let table = table(&rows, Some(0));
            for (version, words) in [&one, &other].into_iter().enumerate() {
                let cells = table
                    .columns
                    .iter()
                    .filter_map(|column| column.cells[version]);
                assert!(
                    cells.eq(0..words.len() as u32),
                    "{name}: every word once, in order"
                );
            }
        });
    }
}

#[test]
fn families_of_long_versions_grow_with_their_length() {
    for (name, versions) in [KINDS[0], KINDS[2], KINDS[4]] {
        assert_grows(name, 5_000, |words| {
            let (base, other) = versions(words);
            let mut third = other.clone();
            third.reverse();
            let of = [&other, &third].map(|version| collated(&base, version));
            let words = [&base, &other, &third].map(|version| slices(version));
            let collations = [None, Some(&of[0]), Some(&of[1])];
            let witnesses: Vec<Witness<'_>> = (0..3)
                .map(|at| Witness {
                    words: &words[at],
                    collation: collations[at],
                    outlet: at as u32,
                })
                .collect();
            families(&witnesses, "en");
        });
    }
}

#[test]
fn families_of_many_versions_grow_with_their_number() {
    assert_grows("many readings", 200, |versions| {
        let base = Draw(6).words(30);
        let others: Vec<Vec<String>> = (0..versions)
            .map(|version| {
                let mut words = base.clone();
                words[version % 30] = format!("reading{version}");
                words
            })
            .collect();
        let collations: Vec<Collation> =
            others.iter().map(|other| collated(&base, other)).collect();
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
        families(&witnesses, "en");
    });
}

/// Each item in an article of its own, all by one speaker.
fn grouped(texts: &[String]) {
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
    group(&items.collect::<Vec<_>>(), &[]);
}

#[test]
fn grouping_speeches_grows_with_their_number() {
    let speeches = |count: usize| {
        let mut draw = Draw(9);
        (0..count)
            .map(|_| draw.words(120).join(" "))
            .collect::<Vec<String>>()
    };
    assert_grows("speeches", 120, |count| grouped(&speeches(count)));
}

#[test]
fn passages_of_two_long_articles_grow_with_their_length() {
    for (name, versions) in KINDS {
        assert_grows(name, 3_000, |words| {
            let (one, other) = versions(words);
            let articles = [one, other].map(|words| {
                let sentences = words.chunks(12).map(|words| words.join(" ") + ". ");
                Article::from_text("long", &sentences.collect::<String>(), "en")
            });
            passage::find(&articles);
        });
    }
}
