//! What the two words of a pair show by themselves: form, stem, letters, class, place.

use rustc_hash::FxHashMap;

use super::acronyms::acronyms;
use super::classes;
use super::context::{ContextNames, context};
use super::joins::Joiners;
use super::meaning::Meant;
use super::{Evidence, Grid};
use crate::collation::exact::equal_runs;
use crate::collation::words::{Versions, Word};
use crate::pace::Asked;

/// What the later stages go on from.
pub struct Lexical {
    /// 0–1: how alike the two words are, the best evidence counting.
    pub likeness: Grid,
    /// 1 where both are content words.
    pub content: Grid,
    /// 1 where both are function words of one class.
    pub same_class: Grid,
    /// Which words may join the link of a neighbour.
    pub joiners: Joiners,
}

static AROUND_LIKENESS: ContextNames = ContextNames {
    before: "likeness before",
    after: "likeness after",
    before_2: "likeness before 2",
    after_2: "likeness after 2",
    beside: "likeness beside",
    wide: "likeness wide",
    both: "likeness both",
    either: "likeness either",
};

/// Gives the planes that all stages share.
pub fn lexical(versions: &Versions, evidence: &mut impl Evidence) -> Lexical {
    let (a, b) = (&versions.a, &versions.b);
    let mut likeness = forms(a, b, evidence);
    if let Some(meaning) = Meant::read(versions) {
        likeness = likeness.zip(&meaning.likeness(), f32::max);
        for (name, plane) in meaning.planes() {
            evidence.add(name, &plane);
        }
    }
    let place = places(a.len(), b.len());
    let exact = Grid::from_fn(a.len(), b.len(), |i, j| f32::from(a[i].same_form(&b[j])));
    let with = |holds: fn(&Word) -> bool| exact.zip(&classes::in_a(a, b, holds), product);
    evidence.add("exact function", &with(Word::is_function));
    evidence.add("exact mark", &with(|word| word.mark));
    evidence.add("place exact", &place.zip(&exact, product));
    evidence.add("exact", &exact);
    evidence.add("place", &place);
    evidence.add("copies", &copies(a, b));
    evidence.add("run", &runs(a, b));
    evidence.add("likeness stands out", &likeness.margins());
    evidence.add("likeness", &likeness);
    let content = classes::both(a, b, Word::is_content);
    classes::planes(a, b, &content, evidence);
    context(&likeness, &AROUND_LIKENESS, evidence);
    Lexical {
        likeness,
        content,
        same_class: classes::shared(a, b),
        joiners: Joiners::new(a, b),
    }
}

fn product(x: f32, y: f32) -> f32 {
    x * y
}

/// Gives the planes of form; the likeness that they make together.
fn forms(a: &[Word], b: &[Word], evidence: &mut impl Evidence) -> Grid {
    let (of_a, of_b) = (Distinct::new(a), Distinct::new(b));
    let grid = |cell: &dyn Fn(&Word, &Word) -> f32| {
        let (x, y) = (&of_a.words, &of_b.words);
        Grid::from_fn(x.len(), y.len(), |i, j| cell(x[i], y[j]))
    };
    let stem = grid(&|x, y| f32::from(x.same_stem(y)));
    let part =
        grid(&|x, y| f32::from(x.stems.len() + y.stems.len() > 2 && shares(&x.stems, &y.stems)));
    let letters = grid(&dice);
    let alike = Grid::from_fn(of_a.words.len(), of_b.words.len(), |i, j| {
        let letters = letters.at(i, j);
        let by_letters = if letters > 0.6 { 0.5 * letters } else { 0.0 };
        f32::from(of_a.words[i].same_form(of_b.words[j]))
            .max(0.95 * stem.at(i, j))
            .max(0.6 * part.at(i, j))
            .max(by_letters)
    });
    let whole = |grid: &Grid| grid.spread(&of_a.of, &of_b.of);
    let acronym = acronyms(a, b);
    evidence.add("stem", &whole(&stem));
    evidence.add("part", &whole(&part));
    evidence.add("acronym", &acronym);
    evidence.add("letters", &whole(&letters));
    evidence.add("prefix", &whole(&grid(&prefix)));
    evidence.add("suffix", &whole(&grid(&suffix)));
    whole(&alike).zip(&acronym, |alike, acronym| alike.max(0.6 * acronym))
}

/// The different forms of a version, so that letters are compared once for all their places.
struct Distinct<'w> {
    words: Vec<&'w Word>,
    /// For every token its form's place in `words`.
    of: Vec<usize>,
}

impl<'w> Distinct<'w> {
    fn new(words: &'w [Word]) -> Self {
        let mut places: FxHashMap<u32, usize> = FxHashMap::default();
        let mut distinct = Self {
            words: Vec::new(),
            of: Vec::with_capacity(words.len()),
        };
        for word in words {
            let place = *places.entry(word.form).or_insert(distinct.words.len());
            if place == distinct.words.len() {
                distinct.words.push(word);
            }
            distinct.of.push(place);
        }
        distinct
    }
}

fn shares(x: &[u32], y: &[u32]) -> bool {
    x.iter().any(|id| y.contains(id))
}

/// Dice's coefficient of the letter pairs (both lists sorted).
fn dice(x: &Word, y: &Word) -> f32 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < x.bigrams.len() && j < y.bigrams.len() {
        match x.bigrams[i].cmp(&y.bigrams[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    2.0 * common as f32 / (x.bigrams.len() + y.bigrams.len()).max(1) as f32
}

/// Share of the longer word that the two begin alike.
fn prefix(x: &Word, y: &Word) -> f32 {
    let (x, y) = (x.normal.as_bytes(), y.normal.as_bytes());
    let common = x.iter().zip(y).take_while(|(p, q)| p == q).count();
    common as f32 / x.len().max(y.len()).max(1) as f32
}

/// Last letters in common, three at most, of content words: a hint at the part of speech.
fn suffix(x: &Word, y: &Word) -> f32 {
    if !x.is_content() || !y.is_content() {
        return 0.0;
    }
    let letters = x.normal.bytes().rev().zip(y.normal.bytes().rev());
    letters.take(3).take_while(|(p, q)| p == q).count() as f32 / 3.0
}

/// How far apart the two stand, each as a share of its version.
fn places(rows: usize, cols: usize) -> Grid {
    let share = |at: usize, len: usize| at as f32 / len.saturating_sub(1).max(1) as f32;
    Grid::from_fn(rows, cols, |i, j| (share(i, rows) - share(j, cols)).abs())
}

/// How often the word of each side stands on the other side, summed.
fn copies(a: &[Word], b: &[Word]) -> Grid {
    let counts = |of: &[Word]| {
        let mut counts: FxHashMap<u32, f32> = FxHashMap::default();
        for word in of {
            *counts.entry(word.form).or_default() += 1.0;
        }
        counts
    };
    let copies = |words: &[Word], counts: &FxHashMap<u32, f32>| -> Vec<f32> {
        let count = |word: &Word| counts.get(&word.form).copied().unwrap_or(0.0);
        words.iter().map(count).collect()
    };
    let (of_a, of_b) = (copies(a, &counts(b)), copies(b, &counts(a)));
    Grid::from_fn(a.len(), b.len(), |i, j| of_a[i] + of_b[j])
}

/// Where `similar` finds equal stretches: how sure each is.
fn runs(a: &[Word], b: &[Word]) -> Grid {
    let mut grid = Grid::new(a.len(), b.len());
    for run in equal_runs(a, b, Asked::never()).unwrap_or_default() {
        for step in 0..run.len {
            grid.row_mut(run.a + step)[run.b + step] = run.certainty();
        }
    }
    grid
}
