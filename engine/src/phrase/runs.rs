//! The longest unbroken run of words that two phrases share.

use rustc_hash::FxHashMap;

use crate::work::step;

/// Up to so many pairs of words each is held against each, which is quickest for a sentence or two.
const FEW_PAIRS: usize = 1 << 12;

/// Words of the longest run that both have, by the numbers of the words.
pub(super) fn longest(short: &[u32], long: &[u32]) -> usize {
    if short.len() * long.len() <= FEW_PAIRS {
        return by_pairs(short, long);
    }
    // Whoever shares a run shares every shorter one, so that its length is found by halving.
    let (mut shared, mut too_long) = (0, short.len() + 1);
    while shared + 1 < too_long {
        let len = usize::midpoint(shared, too_long);
        if shares_run(short, long, len) {
            shared = len;
        } else {
            too_long = len;
        }
    }
    shared
}

fn by_pairs(short: &[u32], long: &[u32]) -> usize {
    step(short.len() * long.len());
    let mut runs = vec![0_usize; long.len() + 1];
    let mut best = 0;
    for word in short {
        for (place, other) in long.iter().enumerate().rev() {
            runs[place + 1] = if other == word { runs[place] + 1 } else { 0 };
            best = best.max(runs[place + 1]);
        }
    }
    best
}

/// Whether some run of `len` words stands in both.
fn shares_run(short: &[u32], long: &[u32], len: usize) -> bool {
    step(short.len() + long.len());
    let mut of_print: FxHashMap<u64, usize> = FxHashMap::default();
    for (start, print) in prints(short, len) {
        of_print.entry(print).or_insert(start);
    }
    prints(long, len).any(|(start, print)| {
        let met = of_print.get(&print);
        met.is_some_and(|other| short[*other..other + len] == long[start..start + len])
    })
}

/// Odd, so that multiplying by it loses nothing.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// The start of every run of `len` words and a number that is equal for equal runs.
fn prints(words: &[u32], len: usize) -> impl Iterator<Item = (usize, u64)> {
    let number = |word: u32| (u64::from(word) + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let leaving = (1..len).fold(1_u64, |power, _| power.wrapping_mul(FACTOR));
    let mut print = 0_u64;
    let ends = words.iter().enumerate();
    let all = ends.map(move |(end, word)| {
        if end >= len {
            print = print.wrapping_sub(number(words[end - len]).wrapping_mul(leaving));
        }
        print = print.wrapping_mul(FACTOR).wrapping_add(number(*word));
        (end + 1, print)
    });
    all.filter(move |(end, _)| *end >= len)
        .map(move |(end, print)| (end - len, print))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halving_finds_what_holding_each_against_each_finds() {
        let mut seed = 7_u64;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for words in [2, 5, 40] {
            for _ in 0..30 {
                let mut side =
                    |len: u64| (0..len).map(|_| next(words) as u32).collect::<Vec<u32>>();
                let (short, long) = (side(70), side(90));
                assert!(short.len() * long.len() > FEW_PAIRS);
                assert_eq!(longest(&short, &long), by_pairs(&short, &long));
            }
        }
        assert_eq!(longest(&[1; 100], &[1; 200]), 100);
        assert_eq!(longest(&[1; 100], &[2; 200]), 0);
    }
}
