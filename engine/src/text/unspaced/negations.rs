//! Chinese words of the dictionary that only deny another word: 不会 is 不 and 会.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Words whose 不 or 没 denies nothing that stands alone.
static WHOLE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("negations.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(' '))
        .collect()
});

/// Characters of the longest word that is cut; what is longer is an idiom.
const LONGEST: usize = 4;

/// Where a word is cut, in bytes: before its negation and after it.
pub fn cuts(word: &str) -> [Option<usize>; 2] {
    let length = word.chars().take(LONGEST + 1).count();
    if !(2..=LONGEST).contains(&length) || WHOLE.contains(word) {
        return [None, None];
    }
    let Some((at, negation)) = negation(word) else {
        return [None, None];
    };
    let last = at + negation.len() == word.len();
    // In an idiom of four the second word is denied by the first: 坐立不安.
    if length == LONGEST && at > 0 && !last {
        return [None, None];
    }
    let after = at + negation.len();
    [
        (at > 0).then_some(at),
        (after < word.len()).then_some(after),
    ]
}

/// At the beginning, or at the end: 我不, 从来没有.
fn negation(word: &str) -> Option<(usize, &'static str)> {
    let first = ["没有", "沒有", "不", "没", "沒"];
    let begins = first.iter().find(|negation| word.starts_with(**negation));
    let ends = || {
        let mut last = ["没有", "沒有", "不"].iter();
        last.find(|negation| word.ends_with(**negation))
    };
    match begins {
        Some(negation) => Some((0, negation)),
        None => ends().map(|negation| (word.len() - negation.len(), *negation)),
    }
}
