//! Twice the text costs at most 2.3 times the steps, whatever two long versions are like.

use super::counted;
use crate::article::Article;
use crate::collation::{Collation, Row, SideNature, collate, table};
use crate::family::{Witness, families};
use crate::passage;
use crate::quotation::Kind;
use crate::utterance::{Item, group};

const MOST_GROWTH: f64 = 2.3;

/// Invented words, drawn as words of a language are: few of them often.
struct Draw(u64);

impl Draw {
    fn number(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 40) as f64 / (1 << 24) as f64
    }

    fn word(&mut self) -> String {
        word((1.0 / (self.number() + 2e-4).powf(1.4)) as usize)
    }

    fn words(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.word()).collect()
    }
}

fn word(mut number: usize) -> String {
    let mut word = String::from("w");
    loop {
        word.push(b"aeiou"[number % 5] as char);
        word.push(b"bdfgklmnprstvz"[number / 5 % 14] as char);
        number /= 70;
        if number == 0 {
            return word;
        }
    }
}

type Versions = (Vec<String>, Vec<String>);

fn one_in_fifty_changed(words: usize) -> Versions {
    let all = Draw(1).words(words);
    let mut other = all.clone();
    for at in (0..words).step_by(50) {
        other[at] = format!("changed{at}");
    }
    (all, other)
}

fn sentences_reversed(words: usize) -> Versions {
    let all = Draw(2).words(words);
    let sentences: Vec<&[String]> = all.chunks(12).rev().collect();
    (all.clone(), sentences.concat())
}

fn unrelated(words: usize) -> Versions {
    (Draw(3).words(words), Draw(4).words(words))
}

fn one_word(words: usize) -> Versions {
    let all = vec!["the".to_owned(); words];
    let mut other = all.clone();
    other[words / 2] = "other".to_owned();
    (all, other)
}

fn marks(words: usize) -> Versions {
    let of = |marks: &[&str]| {
        marks
            .iter()
            .cycle()
            .take(words)
            .map(ToString::to_string)
            .collect()
    };
    (of(&[",", ".", ";"]), of(&[";", ",", ".", ":"]))
}

fn negations(words: usize) -> Versions {
    let (mut all, other) = (Draw(5).words(words), Draw(5).words(words));
    all.iter_mut()
        .step_by(10)
        .for_each(|word| "not".clone_into(word));
    (all, other)
}

fn capitals(words: usize) -> Versions {
    let (one, other) = unrelated(words);
    let loud = |words: Vec<String>| words.iter().map(|word| word.to_uppercase()).collect();
    (loud(one), loud(other))
}

/// Moved farther than any window reaches, and no phrase is unique.
fn a_block_moved(words: usize) -> Versions {
    let all: Vec<String> = (0..words).map(|at| word(at * at % 97)).collect();
    let mut other = all.clone();
    other.rotate_left(words / 3);
    (all, other)
}

const KINDS: [(&str, fn(usize) -> Versions); 8] = [
    ("one in fifty changed", one_in_fifty_changed),
    ("sentences reversed", sentences_reversed),
    ("unrelated", unrelated),
    ("one word", one_word),
    ("marks", marks),
    ("negations", negations),
    ("capitals", capitals),
    ("a block moved", a_block_moved),
];

fn slices(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

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
        let steps = |size| counted(|| work(size));
        (steps(size), steps(2 * size))
    });
    let growth = large as f64 / small.max(1) as f64;
    assert!(small > 0, "{name}: no step is counted");
    assert!(
        growth <= MOST_GROWTH,
        "{name}: {small} to {large} steps, {growth:.2} times"
    );
}

#[test]
fn comparing_two_long_versions_grows_with_their_length() {
    for (name, versions) in KINDS {
        assert_grows(name, 10_000, |words| {
            let (one, other) = versions(words);
            assert!(collated(&one, &other).coarse);
        });
    }
}

#[test]
fn the_table_of_two_long_versions_grows_with_their_length() {
    for (name, versions) in KINDS {
        assert_grows(name, 20_000, |words| {
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
    for (name, versions) in KINDS {
        assert_grows(name, 6_000, |words| {
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
fn grouping_one_speakers_words_grows_with_their_number() {
    let rewordings = |count: usize| {
        let (mut draw, base) = (Draw(7), Draw(8).words(20));
        let reworded = |_| {
            let mut words = base.clone();
            for _ in 0..3 {
                let at = (draw.number() * 20.0) as usize;
                words[at] = word((draw.number() * 3000.0) as usize);
            }
            words.join(" ")
        };
        (0..count).map(reworded).collect::<Vec<String>>()
    };
    assert_grows("rewordings", 1_500, |count| grouped(&rewordings(count)));
    let speeches = |count: usize| {
        let mut draw = Draw(9);
        (0..count)
            .map(|_| draw.words(2_000).join(" "))
            .collect::<Vec<String>>()
    };
    assert_grows("speeches", 20, |count| grouped(&speeches(count)));
}

#[test]
fn passages_of_two_long_articles_grow_with_their_length() {
    for (name, versions) in KINDS {
        assert_grows(name, 6_000, |words| {
            let (one, other) = versions(words);
            let articles = [one, other].map(|words| {
                let sentences = words.chunks(12).map(|words| words.join(" ") + ". ");
                Article::from_text("long", &sentences.collect::<String>(), "en")
            });
            passage::find(&articles);
        });
    }
}
