//! A distinct way in which something was said: what grouping compares. Quotations of the same
//! words by the same speaker on the same day are one wording, so that a text which a hundred
//! outlets took from one wire costs no more than one.

use rustc_hash::FxHashMap;

use super::Item;
use super::content::content;
use super::speakers::Speaker;
use super::words::{Lexicon, Term};
use crate::quotation::Kind;
use crate::text::frequency::LEAST_WEIGHT;

#[derive(Debug, Clone)]
pub(super) struct Wording {
    /// Indices into the items, by id.
    pub items: Vec<usize>,
    /// Sorted, each once.
    pub articles: Vec<u32>,
    pub terms: Vec<Term>,
    /// Stems, sorted, repeated as often as they occur.
    pub bag: Vec<u32>,
    /// Stem and place of each term, sorted.
    pub places: Vec<(u32, u32)>,
    /// First letters and place of each content word, sorted: where its kin may be found.
    pub beginnings: Vec<(u32, u32)>,
    /// Sum of the weights of `terms`.
    pub weight: f32,
    /// Stems that are numbers, sorted, each once.
    pub numbers: Vec<u32>,
    pub reported: bool,
    pub speaker: Option<Speaker>,
    pub day: Option<i32>,
    /// Words that tell something.
    pub content_words: u32,
}

impl Wording {
    fn general_weight(&self) -> f32 {
        self.terms.iter().map(|term| term.general).sum()
    }

    /// So short that its words alone prove nothing: "root causes".
    pub(super) fn is_fragment(&self) -> bool {
        self.terms.len() <= 4 || self.content_words <= 2
    }

    pub(super) fn shares_article(&self, other: &Self) -> bool {
        shared(&self.articles, &other.articles) > 0
    }
}

/// How many entries two sorted lists share, counted as often as both have them.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
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

/// The longest stretch of a quotation that is compared. A whole speech is no quotation; its
/// beginning will do.
const MOST_TERMS: usize = 2_000;

/// The items' distinct wordings, in an order that does not depend on that of the items.
pub(super) fn wordings(items: &[Item<'_>], lexicon: &mut Lexicon) -> Vec<Wording> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|index| {
        let item = &items[*index];
        (item.id, item.article, item.text, item.speaker, item.day)
    });
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    let mut wordings: Vec<Wording> = Vec::new();
    for index in order {
        let item = &items[index];
        let wording = wording(index, item, lexicon);
        if wording.terms.is_empty() {
            continue;
        }
        let forms: Vec<u32> = wording.terms.iter().map(|term| term.form).collect();
        // A few words of nobody in particular are no evidence that they are the same ones.
        let proves_nothing = wording.speaker.is_none() && wording.general_weight() < 0.3;
        let apart = if proves_nothing { Some(index) } else { None };
        let key = (
            forms,
            wording.speaker.clone(),
            wording.day,
            wording.reported,
            apart,
        );
        match known.get(&key) {
            Some(place) => {
                wordings[*place].items.push(index);
                wordings[*place].articles.push(item.article);
            }
            None => {
                known.insert(key, wordings.len());
                wordings.push(wording);
            }
        }
    }
    for wording in &mut wordings {
        wording.articles.sort_unstable();
        wording.articles.dedup();
    }
    wordings
}

fn wording(index: usize, item: &Item<'_>, lexicon: &mut Lexicon) -> Wording {
    let reported = item.kind == Kind::Reported;
    let text = if reported {
        content(item.text)
    } else {
        item.text
    };
    let mut terms = lexicon.terms(text, item.language);
    terms.truncate(MOST_TERMS);
    let speaker = Speaker::of(item);
    if let Some(speaker) = speaker.as_ref().filter(|_| reported) {
        silence_name(&mut terms, speaker, item.language, lexicon);
    }
    let mut bag: Vec<u32> = terms.iter().map(|term| term.stem).collect();
    bag.sort_unstable();
    let mut numbers: Vec<u32> = terms
        .iter()
        .filter(|term| term.number)
        .map(|t| t.stem)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let content_words = terms.iter().filter(|term| term.is_content()).count();
    let places_of_stems = places(&terms, |term| Some(term.stem));
    let beginnings = places(&terms, |term| term.beginning.filter(|_| term.is_content()));
    Wording {
        items: vec![index],
        articles: vec![item.article],
        bag,
        places: places_of_stems,
        beginnings,
        weight: 0.0,
        numbers,
        reported,
        speaker,
        day: item.day,
        content_words: u32::try_from(content_words).unwrap_or(u32::MAX),
        terms,
    }
}

/// The speaker's own name in a reported clause stands for "I" and tells nothing.
fn silence_name(terms: &mut [Term], speaker: &Speaker, language: &str, lexicon: &mut Lexicon) {
    let name: Vec<u32> = speaker
        .words()
        .iter()
        .flat_map(|word| lexicon.terms(word, language))
        .map(|term| term.stem)
        .collect();
    for term in terms.iter_mut().filter(|term| name.contains(&term.stem)) {
        term.general = term.general.min(LEAST_WEIGHT);
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
