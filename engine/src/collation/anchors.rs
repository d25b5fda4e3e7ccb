//! Equal stretches of two long versions in a bounded number of steps a word: unique phrases divide
//! the versions, and what lies between them is compared as it is, or window by window.
//!
//! `similar` alone bounds its search by the root of the size, so that twice the words cost nearly
//! three times the steps; and no clock may bound it, or a busy machine would find other links.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::exact::{Id, Run, search};
use crate::pace::Asked;
use crate::work::step;

/// Words of both sides together that are searched at once: so few that the steps of the search are
/// bounded a word, so many that all but a whole speech is one search. Unit tests count the steps of
/// versions that take several searches, and of twice as long ones: there it is less.
pub const SEARCHED_AT_ONCE: usize = if cfg!(test) { 1 << 11 } else { 1 << 14 };
/// Words of a phrase that divides two versions where each has it once. Single words would: one that
/// was moved from the first sentence to the last would part all that stayed.
const PHRASE: usize = 4;
/// A chain of unique phrases divides where there is one in so many words of the shorter side;
/// a thinner one is chance.
const PHRASE_IN_WORDS: usize = 64;
/// Dividing goes so deep: each level looks at every word once.
const LEVELS: usize = 6;
/// Words of each side that are searched together where nothing divides: what stands farther from
/// its counterpart is not linked.
const WINDOW: usize = SEARCHED_AT_ONCE / 2;
/// What is found in the last part of a window may have a better counterpart beyond it.
const SETTLED: usize = WINDOW / 8 * 7;
/// Each window leads at least so far.
const LEAST_STRIDE: usize = WINDOW / 2;

/// Ascending on both sides; nothing where it is not wanted any more.
pub fn equal_runs(a: &[Id], b: &[Id], asked: Asked<'_>) -> Option<Vec<Run>> {
    let mut found = Found {
        a,
        b,
        runs: Vec::new(),
    };
    let whole = Stretch {
        a: 0..a.len(),
        b: 0..b.len(),
    };
    let mut open = vec![Task::Search(whole, 0)];
    while let Some(task) = open.pop() {
        match task {
            Task::Take(run) => found.take(run),
            Task::Search(stretch, level) => {
                asked.goes_on()?;
                found.search(stretch, level, &mut open, asked)?;
            }
        }
    }
    Some(found.runs)
}

/// The last is done first.
enum Task {
    Take(Run),
    /// A stretch, and how often it was divided.
    Search(Stretch, usize),
}

#[derive(Clone)]
struct Stretch {
    a: Range<usize>,
    b: Range<usize>,
}

impl Stretch {
    fn is_one_sided(&self) -> bool {
        self.a.is_empty() || self.b.is_empty()
    }

    fn len(&self) -> usize {
        self.a.len() + self.b.len()
    }
}

struct Found<'i> {
    a: &'i [Id],
    b: &'i [Id],
    runs: Vec<Run>,
}

impl Found<'_> {
    /// Adds a run; one that goes on where the last ends is one with it.
    fn take(&mut self, run: Run) {
        match self.runs.last_mut() {
            _ if run.len == 0 => {}
            Some(last) if (last.a + last.len, last.b + last.len) == (run.a, run.b) => {
                last.len += run.len;
            }
            _ => self.runs.push(run),
        }
    }

    fn search(
        &mut self,
        stretch: Stretch,
        level: usize,
        open: &mut Vec<Task>,
        asked: Asked<'_>,
    ) -> Option<()> {
        let (inner, after) = self.without_ends(stretch);
        open.push(Task::Take(after));
        if inner.is_one_sided() {
            return Some(());
        }
        if inner.len() <= SEARCHED_AT_ONCE {
            self.search_all(&inner);
            return Some(());
        }
        let phrases = if level < LEVELS {
            self.dividing(&inner)
        } else {
            Vec::new()
        };
        if phrases.is_empty() {
            return self.search_by_windows(inner, asked);
        }
        let (mut a, mut b) = (inner.a.start, inner.b.start);
        let mut between = Vec::new();
        for (next_a, next_b) in phrases.into_iter().chain([(inner.a.end, inner.b.end)]) {
            let part = Stretch {
                a: a..next_a,
                b: b..next_b,
            };
            between.push(Task::Search(part, level + 1));
            (a, b) = (next_a, next_b);
        }
        open.extend(between.into_iter().rev());
        Some(())
    }

    /// Takes the words that both begin with; gives what is left, and the run that both end with.
    fn without_ends(&mut self, Stretch { a, b }: Stretch) -> (Stretch, Run) {
        let equal = |(x, y): &(&Id, &Id)| x == y;
        let (words_a, words_b) = (&self.a[a.clone()], &self.b[b.clone()]);
        let start = words_a.iter().zip(words_b).take_while(equal).count();
        let (words_a, words_b) = (&words_a[start..], &words_b[start..]);
        let end = words_a.iter().rev().zip(words_b.iter().rev());
        let end = end.take_while(equal).count();
        self.take(Run {
            a: a.start,
            b: b.start,
            len: start,
        });
        let inner = Stretch {
            a: a.start + start..a.end - end,
            b: b.start + start..b.end - end,
        };
        let after = Run {
            a: inner.a.end,
            b: inner.b.end,
            len: end,
        };
        (inner, after)
    }

    fn search_all(&mut self, stretch: &Stretch) {
        for run in search(&self.a[stretch.a.clone()], &self.b[stretch.b.clone()]) {
            self.take(Run {
                a: run.a + stretch.a.start,
                b: run.b + stretch.b.start,
                len: run.len,
            });
        }
    }

    /// Where the phrases begin that each side has once, the longest chain of them in one order;
    /// none where they are too few.
    fn dividing(&self, stretch: &Stretch) -> Vec<(usize, usize)> {
        step(stretch.len());
        let mut places: FxHashMap<&[Id], (Option<usize>, Option<usize>)> = FxHashMap::default();
        let (ids_a, ids_b) = (&self.a[stretch.a.clone()], &self.b[stretch.b.clone()]);
        for (at, phrase) in ids_a.windows(PHRASE).enumerate() {
            let place = places.entry(phrase).or_insert((Some(at), None));
            if place.0 != Some(at) {
                place.0 = None;
            }
        }
        let mut met: FxHashMap<&[Id], usize> = FxHashMap::default();
        for (at, phrase) in ids_b.windows(PHRASE).enumerate() {
            if let Some(place) = places.get_mut(phrase) {
                let count = met.entry(phrase).or_default();
                *count += 1;
                place.1 = (*count == 1).then_some(at);
            }
        }
        let mut shared: Vec<(usize, usize)> =
            places.into_values().filter_map(|(a, b)| a.zip(b)).collect();
        shared.sort_unstable();
        let chain = longest_chain(&shared);
        let shorter = stretch.a.len().min(stretch.b.len());
        if chain.len() <= shorter / PHRASE_IN_WORDS {
            return Vec::new();
        }
        let place = |at: usize| {
            let (a, b): (usize, usize) = shared[at];
            (a + stretch.a.start, b + stretch.b.start)
        };
        chain.into_iter().map(place).collect()
    }

    /// Searches window after window; each begins behind the last run that the one before settled.
    fn search_by_windows(&mut self, stretch: Stretch, asked: Asked<'_>) -> Option<()> {
        let Stretch { mut a, mut b } = stretch;
        while !a.is_empty() && !b.is_empty() {
            asked.goes_on()?;
            let window = Stretch {
                a: a.start..a.end.min(a.start + WINDOW),
                b: b.start..b.end.min(b.start + WINDOW),
            };
            let is_last = (window.a.end, window.b.end) == (a.end, b.end);
            let (mut next_a, mut next_b) = (a.start, b.start);
            let found = search(&self.a[window.a.clone()], &self.b[window.b.clone()]);
            for run in found {
                let settled = SETTLED.saturating_sub(run.a.max(run.b));
                let len = if is_last {
                    run.len
                } else {
                    run.len.min(settled)
                };
                if len == 0 {
                    break;
                }
                self.take(Run {
                    a: run.a + window.a.start,
                    b: run.b + window.b.start,
                    len,
                });
                next_a = window.a.start + run.a + len;
                next_b = window.b.start + run.b + len;
            }
            if is_last {
                break;
            }
            if (next_a - a.start).max(next_b - b.start) < LEAST_STRIDE {
                let (stride_a, stride_b) = strides(a.len(), b.len());
                next_a = next_a.max(a.start + stride_a);
                next_b = next_b.max(b.start + stride_b);
            }
            (a.start, b.start) = (next_a.min(a.end), next_b.min(b.end));
        }
        Some(())
    }
}

/// How far to go on both sides where nothing was found: on the longer one by the least stride, on
/// the other in proportion, so that both end together.
fn strides(a: usize, b: usize) -> (usize, usize) {
    let longer = a.max(b).max(1);
    (LEAST_STRIDE * a / longer, LEAST_STRIDE * b / longer)
}

/// The numbers of the pairs of the longest chain that ascends on the second side too; the pairs
/// ascend on the first, and of equal ones there descend on the second.
pub fn longest_chain(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The pair that ends the best chain of each length, and the pair before each in its chain.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (_, b)) in pairs.iter().enumerate() {
        let len = ends.partition_point(|end| pairs[*end].1 < *b);
        before.push(len.checked_sub(1).map(|shorter| ends[shorter]));
        if len == ends.len() {
            ends.push(at);
        } else {
            ends[len] = at;
        }
    }
    let mut chain = Vec::new();
    let mut last = ends.last().copied();
    while let Some(at) = last {
        chain.push(at);
        last = before[at];
    }
    chain.reverse();
    chain
}
