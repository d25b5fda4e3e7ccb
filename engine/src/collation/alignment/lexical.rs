//! What the two words of a pair show by themselves: form, stem, letters, class, place.

use super::acronyms::acronyms;
use super::classes;
use super::context::{ContextNames, context};
use super::meaning::Meant;
use super::{Evidence, Grid};
use crate::collation::exact::equal_runs;
use crate::collation::words::{Versions, Word};

pub type Planes = Vec<(&'static str, Grid)>;

/// The planes that all stages share, and the likeness whose surroundings the stages look at.
pub struct Lexical {
    planes: Planes,
    /// 0–1: how alike the two words are, the best evidence counting.
    pub likeness: Grid,
    /// Whether the meaning of the words is among the evidence.
    pub by_meaning: bool,
    /// 1 where both are content words.
    pub content: Grid,
    /// 1 where both are function words of one class.
    pub same_class: Grid,
}

impl Lexical {
    pub fn give(&self, evidence: &mut impl Evidence) {
        for (name, plane) in &self.planes {
            evidence.add(name, plane);
        }
    }
}

/// A run of this many equal words is as sure as any longer one.
const SURE_RUN: usize = 5;

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

impl Evidence for Planes {
    fn add(&mut self, name: &'static str, plane: &Grid) {
        self.push((name, plane.clone()));
    }
}

pub fn lexical(versions: &Versions) -> Lexical {
    let (a, b) = (&versions.a, &versions.b);
    let (mut likeness, mut planes) = forms(a, b);
    let meaning = Meant::read(versions);
    let by_meaning = meaning.is_some();
    if let Some(meaning) = meaning {
        likeness = likeness.zip(&meaning.likeness(), f32::max);
        planes.extend(meaning.planes());
    }
    let content = classes::both(a, b, Word::is_content);
    let same_class = classes::shared(a, b);
    let place = places(a.len(), b.len());
    let exact = equal_forms(a, b);
    planes.push((
        "exact function",
        exact.zip(&classes::in_a(a, b, Word::is_function), product),
    ));
    planes.push((
        "exact mark",
        exact.zip(&classes::in_a(a, b, |word| word.mark), product),
    ));
    planes.push(("place exact", place.zip(&exact, product)));
    planes.push(("exact", exact));
    planes.push(("place", place));
    planes.push(("copies", copies(a, b)));
    planes.push(("run", runs(a, b)));
    planes.push(("likeness stands out", likeness.margins()));
    planes.push(("likeness", likeness.clone()));
    classes::planes(a, b, &content, &mut planes);
    context(&likeness, &AROUND_LIKENESS, &mut planes);
    Lexical {
        planes,
        likeness,
        by_meaning,
        content,
        same_class,
    }
}

fn product(x: f32, y: f32) -> f32 {
    x * y
}

/// The planes of form, and the likeness that they make together.
fn forms(a: &[Word], b: &[Word]) -> (Grid, Planes) {
    let stem = flag(a, b, |x, y| x.same_stem(y));
    let part = flag(a, b, |x, y| {
        x.stems.len() + y.stems.len() > 2 && shares(&x.stems, &y.stems)
    });
    let acronym = acronyms(a, b);
    let letters = grid(a, b, dice);
    let likeness = Grid::from_fn(a.len(), b.len(), |i, j| {
        let letters = letters.at(i, j);
        let by_letters = if letters > 0.6 { 0.5 * letters } else { 0.0 };
        let by_stem = (0.95 * stem.at(i, j)).max(0.6 * part.at(i, j).max(acronym.at(i, j)));
        f32::from(a[i].same_form(&b[j]))
            .max(by_stem)
            .max(by_letters)
    });
    let planes = vec![
        ("stem", stem),
        ("part", part),
        ("acronym", acronym),
        ("letters", letters),
        ("prefix", grid(a, b, prefix)),
        ("suffix", grid(a, b, suffix)),
    ];
    (likeness, planes)
}

fn grid(a: &[Word], b: &[Word], cell: impl Fn(&Word, &Word) -> f32) -> Grid {
    Grid::from_fn(a.len(), b.len(), |i, j| cell(&a[i], &b[j]))
}

fn flag(a: &[Word], b: &[Word], holds: impl Fn(&Word, &Word) -> bool) -> Grid {
    grid(a, b, |x, y| f32::from(holds(x, y)))
}

fn equal_forms(a: &[Word], b: &[Word]) -> Grid {
    let ids = |words: &[Word]| words.iter().map(|word| word.form).collect::<Vec<u32>>();
    let (a, b) = (ids(a), ids(b));
    Grid::from_fn(a.len(), b.len(), |i, j| f32::from(a[i] == b[j]))
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
    let count = |of: &[Word], form| of.iter().filter(|word| word.form == form).count() as f32;
    let of_a: Vec<f32> = a.iter().map(|word| count(b, word.form)).collect();
    let of_b: Vec<f32> = b.iter().map(|word| count(a, word.form)).collect();
    Grid::from_fn(a.len(), b.len(), |i, j| of_a[i] + of_b[j])
}

/// Where `similar` finds equal stretches: the stretch's length, up to [`SURE_RUN`], as a share.
fn runs(a: &[Word], b: &[Word]) -> Grid {
    let mut grid = Grid::new(a.len(), b.len());
    for run in equal_runs(a, b) {
        let share = run.len.min(SURE_RUN) as f32 / SURE_RUN as f32;
        for step in 0..run.len {
            grid.row_mut(run.a + step)[run.b + step] = share;
        }
    }
    grid
}
