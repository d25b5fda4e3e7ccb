use std::collections::BTreeMap;

use asquoted_engine::collation::{Change, ChangeKind, Collation, Effect, SideNature, collate};
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

/// Every case is right: the effects of all its changes, in reading order.
#[test]
fn effects_are_the_least_that_explains_a_change() {
    let mut tally: BTreeMap<Effect, (usize, usize)> = BTreeMap::new();
    let mut wrong = String::new();
    for case in cases(include_str!("../cases/collation/effects.tsv")) {
        let collation = collate(&tokens(case.a), &tokens(case.b), case.natures);
        let effects: Vec<Effect> = collation
            .changes
            .iter()
            .map(|change| change.effect)
            .collect();
        let (right, all) = tally.entry(case.effects[0]).or_default();
        *all += 1;
        if effects == case.effects {
            *right += 1;
        } else {
            wrong += &told(&case, &collation);
        }
    }
    assert!(wrong.is_empty(), "{tally:?}\n{wrong}");
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
