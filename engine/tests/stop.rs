//! A stop is heard within the comparing of one utterance, and within a table or set of families.

use std::sync::atomic::{AtomicUsize, Ordering};

use asquoted_engine::collation::{Row, SideNature, collate, collate_while, table_while};
use asquoted_engine::family::{Witness, families_while};
use asquoted_engine::pace::Asked;

const MARKED: SideNature = SideNature {
    marked: true,
    reported: false,
};

/// Two versions of so many words that have little in common.
fn versions(words: usize) -> [Vec<String>; 2] {
    let of = |by: usize| (0..words).map(move |at| format!("w{}", at * at * by % 4801));
    [of(7).collect(), of(11).collect()]
}

fn slices(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// How often a work asks, and that wherever it is told to stop it does.
fn asks<T>(work: impl Fn(Asked<'_>) -> Option<T>) -> usize {
    let asked = AtomicUsize::new(0);
    let count = || {
        asked.fetch_add(1, Ordering::Relaxed);
        true
    };
    assert!(work(Asked::new(&count)).is_some());
    let all = asked.into_inner();
    for last in [0, all / 3, all * 2 / 3, all - 1] {
        let asked = AtomicUsize::new(0);
        let until = || asked.fetch_add(1, Ordering::Relaxed) < last;
        assert!(
            work(Asked::new(&until)).is_none(),
            "stopped after {last} of {all}"
        );
        assert!(
            asked.into_inner() <= last + 1 + rayon_width(),
            "heard at once"
        );
    }
    all
}

/// What runs beside a work when it is stopped asks once more each.
fn rayon_width() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[test]
fn comparing_two_long_versions_asks_all_along() {
    let [one, other] = versions(12_000);
    let (one, other) = (slices(&one), slices(&other));
    let all = asks(|asked| collate_while([&one, &other], (MARKED, MARKED), None, asked));
    assert!(all > 15, "asked {all} times");
}

#[test]
fn aligning_word_by_word_asks_before_each_stage() {
    let [one, other] = versions(300);
    let (one, other) = (slices(&one), slices(&other));
    let all = asks(|asked| collate_while([&one, &other], (MARKED, MARKED), None, asked));
    assert!(all > 5, "asked {all} times");
}

#[test]
fn a_table_asks_all_along() {
    let [one, other] = versions(3_000);
    let mut third = other.clone();
    third.rotate_left(700);
    let words = [slices(&one), slices(&other), slices(&third)];
    let rows: Vec<Row<'_>> = words.iter().map(|words| Row::new(words, MARKED)).collect();
    let all = asks(|asked| table_while(&rows, Some(0), asked));
    assert!(all > 30, "asked {all} times");
}

#[test]
fn families_ask_at_each_place() {
    let base: Vec<String> = (0..600).map(|at| format!("word{at}")).collect();
    let [other, third] = [7, 11].map(|by| {
        let mut words = base.clone();
        let changed = words.iter_mut().skip(by).step_by(by);
        changed.for_each(|word| word.push_str("ing"));
        words
    });
    let words = [slices(&base), slices(&other), slices(&third)];
    let collations = [1, 2].map(|at| collate(&words[0], &words[at], (MARKED, MARKED)));
    let collations = [None, Some(&collations[0]), Some(&collations[1])];
    let witnesses: Vec<Witness<'_>> = (0..3)
        .map(|at| Witness {
            words: &words[at],
            collation: collations[at],
            outlet: at as u32,
        })
        .collect();
    let all = asks(|asked| families_while(&witnesses, "en", asked));
    assert!(all > 30, "asked {all} times");
}
