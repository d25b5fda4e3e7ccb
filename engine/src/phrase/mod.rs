//! A stretch of text as weighted words, and how alike two such stretches are. Knows nothing of
//! quotations, speakers or articles; `utterance` and `passage` decide what likeness means.

mod commonness;
mod likeness;
mod runs;
mod variants;
mod words;

pub(crate) use commonness::Commonness;
pub(crate) use likeness::{Likeness, best_stretch, likeness, longest_run};
pub(crate) use words::{Lexicon, Term};

/// The words of a stretch of text, and the same words arranged for comparison.
#[derive(Debug, Clone, Default)]
pub(crate) struct Phrase {
    pub terms: Vec<Term>,
    /// Stems, sorted, repeated as often as they occur.
    pub bag: Vec<u32>,
    /// Stem and place of each term, sorted.
    pub places: Vec<(u32, u32)>,
    /// First letters and place of each content word, sorted: where its kin may be found.
    pub beginnings: Vec<(u32, u32)>,
    /// Stems that are numbers, sorted, each once.
    pub numbers: Vec<u32>,
    /// It has an odd number of negations: two are none.
    pub denies: bool,
    /// Words that tell something.
    pub content_words: u32,
    /// Sum of the weights of `terms`; 0 until the folder is counted.
    pub weight: f32,
}

/// The longest stretch that is compared. A whole speech is no quotation; its beginning will do.
const MOST_TERMS: usize = 2_000;

impl Phrase {
    pub(crate) fn new(text: &str, language: &str, lexicon: &mut Lexicon) -> Self {
        Self::of_terms(lexicon.terms(text, language))
    }

    pub(crate) fn of_terms(mut terms: Vec<Term>) -> Self {
        terms.truncate(MOST_TERMS);
        let mut bag: Vec<u32> = terms.iter().map(|term| term.stem).collect();
        bag.sort_unstable();
        let only_numbers = terms.iter().filter(|term| term.number);
        let mut numbers: Vec<u32> = only_numbers.map(|term| term.stem).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let negations = terms.iter().filter(|term| term.negation).count();
        let content_words = terms.iter().filter(|term| term.is_content()).count();
        Self {
            bag,
            places: places(&terms, |term| Some(term.stem)),
            beginnings: places(&terms, |term| term.beginning.filter(|_| term.is_content())),
            numbers,
            denies: negations % 2 == 1,
            content_words: u32::try_from(content_words).unwrap_or(u32::MAX),
            weight: 0.0,
            terms,
        }
    }

    /// The stems that lead to it in an index, sorted: its content words, or all words where it
    /// has none.
    pub(crate) fn keys(&self) -> Vec<u32> {
        let content = self.terms.iter().filter(|term| term.is_content());
        let mut keys: Vec<u32> = content.map(|term| term.stem).collect();
        if keys.is_empty() {
            keys.clone_from(&self.bag);
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// A number of each term and the term's place, sorted.
fn places(terms: &[Term], number: impl Fn(&Term) -> Option<u32>) -> Vec<(u32, u32)> {
    let mut places: Vec<(u32, u32)> = terms
        .iter()
        .zip(0..)
        .filter_map(|(term, place)| number(term).map(|number| (number, place)))
        .collect();
    places.sort_unstable();
    places
}

/// How many entries two sorted lists share, counted as often as both have them.
pub(crate) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}
