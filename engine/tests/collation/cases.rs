use std::collections::BTreeMap;
use std::sync::Arc;

use asquoted_engine::collation::{
    Change, ChangeKind, Collation, Effect, SideNature, collate, collate_by_meaning,
};
use asquoted_engine::meaning::Synonyms;
use asquoted_engine::text::tokenize;

struct Case<'t> {
    effects: Vec<Effect>,
    natures: (SideNature, SideNature),
    a: &'t str,
    b: &'t str,
}

fn cases(text: &str) -> Vec<Case<'_>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(case)
        .collect()
}

fn case(line: &str) -> Case<'_> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [effects, natures, a, b] = fields[..] else {
        panic!("four fields: {line}")
    };
    let nature = |letter: Option<char>| match letter {
        Some('m') => SideNature {
            marked: true,
            reported: false,
        },
        Some('r') => SideNature {
            marked: false,
            reported: true,
        },
        Some('n') => SideNature::default(),
        _ => panic!("a nature is m, r or n: {line}"),
    };
    let mut letters = natures.chars();
    Case {
        effects: effects
            .split(' ')
            .filter(|name| *name != "none")
            .map(effect)
            .collect(),
        natures: (nature(letters.next()), nature(letters.next())),
        a,
        b,
    }
}

fn effect(name: &str) -> Effect {
    serde_json::from_value(name.into()).unwrap_or_else(|_| panic!("no effect {name}"))
}

fn tokens(text: &str) -> Vec<&str> {
    tokenize(text)
        .iter()
        .map(|token| token.span.of(text))
        .collect()
}

fn told(case: &Case, collation: &Collation) -> String {
    let (a, b) = (tokens(case.a), tokens(case.b));
    let mut told = format!("{} / {}\n    wanted {:?}\n", case.a, case.b, case.effects);
    for change in &collation.changes {
        let side = |tokens: &[&str], range: &std::ops::Range<u32>| {
            tokens[range.start as usize..range.end as usize].join(" ")
        };
        let (x, y) = (side(&a, &change.a), side(&b, &change.b));
        told += &format!("    {:?} {:?} «{x}» → «{y}»\n", change.effect, change.note);
    }
    told
}

const FILES: [(&str, &str); 5] = [
    (
        "effects.tsv",
        include_str!("../cases/collation/effects.tsv"),
    ),
    (
        "english.tsv",
        include_str!("../cases/collation/english.tsv"),
    ),
    ("german.tsv", include_str!("../cases/collation/german.tsv")),
    (
        "unspaced.tsv",
        include_str!("../cases/collation/unspaced.tsv"),
    ),
    (
        "scripts.tsv",
        include_str!("../cases/collation/scripts.tsv"),
    ),
];

/// What `english.tsv` may know of words; `effects.tsv` is by letters alone.
const SYNONYMS: &[u8] =
    b"n child kid\nv buy purchase\n=v bought buy\na enormous huge\n=n children child\n";

fn judged(case: &Case, synonyms: Option<&Synonyms>) -> Collation {
    let (a, b) = (tokens(case.a), tokens(case.b));
    match synonyms {
        Some(synonyms) => {
            let senses = (Arc::new(synonyms.sense(&a)), Arc::new(synonyms.sense(&b)));
            collate_by_meaning(&a, &b, case.natures, (&senses.0, &senses.1))
        }
        None => collate(&a, &b, case.natures),
    }
}

/// Every case is right: the effects of all its changes, in reading order.
#[test]
fn effects_are_the_least_that_explains_a_change() {
    let synonyms = Synonyms::load(SYNONYMS).expect("a small table");
    let mut all = 0;
    let mut wrong = String::new();
    for (name, text) in FILES {
        let mut tally: BTreeMap<Option<Effect>, (usize, usize)> = BTreeMap::new();
        let known = (name == "english.tsv").then_some(&synonyms);
        for case in cases(text) {
            let collation = judged(&case, known);
            let effects: Vec<Effect> = collation
                .changes
                .iter()
                .map(|change| change.effect)
                .collect();
            let (right, count) = tally.entry(case.effects.first().copied()).or_default();
            (*count, all) = (*count + 1, all + 1);
            if effects == case.effects {
                *right += 1;
            } else {
                wrong += &told(&case, &collation);
            }
        }
        if !wrong.is_empty() {
            wrong += &format!("{name}: {tally:?}\n");
        }
    }
    assert!(wrong.is_empty(), "of {all} cases\n{wrong}");
    assert!(all >= 300, "{all} cases");
}

/// The changes but for typography, as the case file writes them.
fn written(a: &str, b: &str) -> String {
    let (a, b) = (tokens(a), tokens(b));
    let marked = SideNature {
        marked: true,
        reported: false,
    };
    let collation = collate(&a, &b, (marked, marked));
    let told = collation
        .changes
        .iter()
        .filter(|change| change.effect != Effect::Typography);
    let write = |change: &Change| {
        let side = |tokens: &[&str], range: &std::ops::Range<u32>| {
            tokens[range.start as usize..range.end as usize].join(" ")
        };
        let both = format!("{} > {}", side(&a, &change.a), side(&b, &change.b));
        match change.kind {
            ChangeKind::Move => format!("{{{both}}}"),
            _ => both.trim().to_string(),
        }
    };
    told.map(write).collect::<Vec<_>>().join(" | ")
}

#[test]
fn changes_read_like_a_careful_editors() {
    let text = include_str!("../cases/collation/changes.tsv");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [a, b, changes] = fields[..] else {
            panic!("three fields: {line}")
        };
        assert_eq!(written(a, b), changes.trim());
    }
}
