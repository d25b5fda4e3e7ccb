//! Sorted lists of which one is often much longer than the other.

use crate::phrase::shared;
use crate::work::step;

/// One list is so many times as long as another where each of the other's entries is looked up.
const LOPSIDED: usize = 16;

/// Adds entries to a sorted list.
pub(super) fn add_sorted(list: &mut Vec<u32>, mut new: Vec<u32>) {
    if list.len() < LOPSIDED * new.len() {
        list.append(&mut new);
        list.sort_unstable();
        return;
    }
    for entry in new {
        list.insert(list.partition_point(|other| *other <= entry), entry);
    }
}

/// How many entries two sorted lists share, counted as often as both have them.
pub(super) fn shared_entries(a: &[u32], b: &[u32]) -> usize {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() < LOPSIDED * short.len() {
        step(long.len());
        return shared(short, long);
    }
    let equal = short.chunk_by(|x, y| x == y);
    equal
        .map(|entries| {
            step(1);
            let from = long.partition_point(|other| *other < entries[0]);
            let both = long[from..].iter().take(entries.len());
            both.take_while(|other| **other == entries[0]).count()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_up_counts_as_walking_does() {
        let long: Vec<u32> = (0..200).map(|entry| entry / 3).collect();
        for short in [vec![1, 1], vec![5, 5, 5, 5], vec![0, 66, 66, 70], vec![]] {
            assert_eq!(shared_entries(&short, &long), shared(&short, &long));
            let (mut added, mut walked) = (long.clone(), [long.clone(), short.clone()].concat());
            add_sorted(&mut added, short);
            walked.sort_unstable();
            assert_eq!(added, walked);
        }
    }
}
