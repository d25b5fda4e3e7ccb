//! What the other outlets of an utterance have where one of two versions has cut words.

use std::collections::BTreeMap;
use std::ops::Range;

use super::InPlace;
use super::pieces::SideText;
use crate::collation::{Collation, Effect};
use crate::folder::{Folder, Place, collate};
use crate::text::normal_form;

/// Other versions that are looked at for one comparison; the surest stand first.
const MOST_VERSIONS: usize = 40;

/// For every cut between two versions, `sides`: what each of `others` has for the words that one of
/// them leaves out. In the order of the changes; outlets that have the same words are told together.
pub fn in_place(
    folder: &Folder,
    others: &[Place],
    sides: [&SideText<'_>; 2],
    collation: &Collation,
) -> Vec<InPlace> {
    let cuts: Vec<Cut> = cuts(sides, collation);
    let mut found: BTreeMap<(u32, String), InPlace> = BTreeMap::new();
    for place in others.iter().take(MOST_VERSIONS) {
        let other = SideText::new(folder, *place);
        for (at, side) in sides.into_iter().enumerate() {
            let mut of_side = cuts.iter().filter(|cut| cut.whole == at).peekable();
            if of_side.peek().is_none() {
                continue;
            }
            let with_other = collate(&side.compared, &other.compared);
            for cut in of_side {
                let range = counterpart(&cut.range, &with_other, other.compared.words.len());
                let (words, count) = other.there(&range);
                let words = if count == 0 { String::new() } else { words };
                let entry = found.entry((cut.change, normal_form(&words)));
                let told = entry.or_insert_with(|| InPlace {
                    change: cut.change,
                    outlets: Vec::new(),
                    words,
                });
                let outlet = folder.outlet_name(place.article);
                if !told.outlets.iter().any(|known| known == outlet) {
                    told.outlets.push(outlet.to_owned());
                }
            }
        }
    }
    let mut found: Vec<InPlace> = found.into_values().collect();
    // What most print comes first, and that it is cut elsewhere too comes last.
    found.sort_by_key(|one| {
        let fewest = usize::MAX - one.outlets.len();
        (one.change, one.words.is_empty(), fewest)
    });
    found
}

/// Words that one side alone has inside the marks.
struct Cut {
    /// Index of the change.
    change: u32,
    /// The side that has the words, and its tokens.
    whole: usize,
    range: Range<u32>,
}

fn cuts(sides: [&SideText<'_>; 2], collation: &Collation) -> Vec<Cut> {
    let numbered = (0..).zip(&collation.changes);
    numbered
        .filter(|(_, change)| matches!(change.effect, Effect::Elision | Effect::SilentCut))
        .filter_map(|(at, change)| {
            let ranges = [&change.a, &change.b];
            let words = [0, 1].map(|side| sides[side].words(ranges[side]));
            let whole = words.iter().position(|words| *words > 0)?;
            (words[1 - whole] == 0).then(|| Cut {
                change: at,
                whole,
                range: ranges[whole].clone(),
            })
        })
        .collect()
}

/// The tokens of `b` that stand for a stretch of `a`: those between the words that stand for what
/// is before and behind it, or where these were moved apart, those that are linked with it.
fn counterpart(range: &Range<u32>, collation: &Collation, len: usize) -> Range<u32> {
    let links = &collation.links;
    let first = links.partition_point(|link| link.0 < range.start);
    let end = links.partition_point(|link| link.0 < range.end).max(first);
    let linked: Vec<u32> = links[first..end].iter().map(|link| link.1).collect();
    let before = first.checked_sub(1).map(|at| links[at]);
    let after = links.get(end);
    let start = before.map_or(0, |link| link.1 + 1);
    let end = after.map_or(len as u32, |link| link.1);
    let between = start..end;
    if start <= end && linked.iter().all(|token| between.contains(token)) {
        return trimmed(between, &linked, (before.is_none(), after.is_none()));
    }
    match (linked.iter().min(), linked.iter().max()) {
        (Some(first), Some(last)) => *first..last + 1,
        _ => 0..0,
    }
}

/// Where the stretch begins or ends the version, what stands before or behind it in the other is
/// no part of it.
fn trimmed(between: Range<u32>, linked: &[u32], open: (bool, bool)) -> Range<u32> {
    let start = if open.0 {
        linked.iter().min().copied().unwrap_or(between.end)
    } else {
        between.start
    };
    let end = if open.1 {
        linked.iter().max().map_or(start, |last| last + 1)
    } else {
        between.end
    };
    start.min(end)..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(links: &[(u32, u32)]) -> Collation {
        Collation {
            links: links.to_vec(),
            ..Collation::default()
        }
    }

    #[test]
    fn what_stands_between_the_neighbours_stands_in_its_place() {
        let reworded = linked(&[(0, 0), (1, 1), (4, 5)]);
        assert_eq!(counterpart(&(2..4), &reworded, 6), 2..5);
        let cut_too = linked(&[(0, 0), (1, 1), (4, 2)]);
        assert!(counterpart(&(2..4), &cut_too, 3).is_empty());
    }

    #[test]
    fn moved_words_are_found_where_they_stand() {
        let moved = linked(&[(0, 3), (1, 4), (2, 0), (3, 1)]);
        assert_eq!(counterpart(&(2..4), &moved, 5), 0..2);
    }

    #[test]
    fn at_the_edges_only_linked_words_count() {
        let longer = linked(&[(0, 4), (1, 5), (2, 6)]);
        assert_eq!(counterpart(&(0..1), &longer, 9), 4..5);
        assert_eq!(counterpart(&(2..3), &longer, 9), 6..7);
        assert!(counterpart(&(3..4), &longer, 9).is_empty());
    }
}
