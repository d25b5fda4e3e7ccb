//! A distinct way in which something was said: what grouping compares. Quotations of the same
//! words by the same speaker on the same day are one wording, so that a text which a hundred
//! outlets took from one wire costs no more than one.

use rustc_hash::FxHashMap;

use super::Item;
use super::content::content;
use super::speakers::{Speaker, Speakers};
use crate::phrase::{Lexicon, Phrase, Term, shared};
use crate::quotation::Kind;
use crate::text::frequency::LEAST_WEIGHT;

#[derive(Debug, Clone)]
pub(super) struct Wording {
    /// Indices into the items, by id.
    pub items: Vec<usize>,
    /// Sorted, each once.
    pub articles: Vec<u32>,
    pub phrase: Phrase,
    pub reported: bool,
    pub speaker: Option<Speaker>,
    pub day: Option<i32>,
}

impl Wording {
    /// No words, or a reported clause of one word ("the bureau"): nothing to find versions of.
    fn tells_nothing(&self) -> bool {
        self.phrase.terms.is_empty() || self.reported && self.phrase.content_words < 2
    }

    /// So short that its words alone prove nothing: "root causes".
    pub(super) fn is_fragment(&self) -> bool {
        self.phrase.terms.len() <= 4 || self.phrase.content_words <= 2
    }

    pub(super) fn shares_article(&self, other: &Self) -> bool {
        shared(&self.articles, &other.articles) > 0
    }
}

/// The items' distinct wordings, in an order that does not depend on that of the items.
pub(super) fn wordings(items: &[Item<'_>], lexicon: &mut Lexicon) -> Vec<Wording> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|index| {
        let item = &items[*index];
        (item.id, item.article, item.text, item.speaker, item.day)
    });
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    let mut wordings: Vec<Wording> = Vec::new();
    let mut speakers = Speakers::default();
    for index in order {
        let item = &items[index];
        let wording = wording(index, item, speakers.of(item), lexicon);
        if wording.tells_nothing() {
            continue;
        }
        let forms: Vec<u32> = wording.phrase.terms.iter().map(|term| term.form).collect();
        // A few words of nobody in particular are no evidence that they are the same ones.
        let proves_nothing = wording.speaker.is_none() && wording.is_fragment();
        // A fragment goes with the clause around it, not with its like in other clauses.
        let apart = (proves_nothing || item.within.is_some()).then_some(index);
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

fn wording(
    index: usize,
    item: &Item<'_>,
    speaker: Option<Speaker>,
    lexicon: &mut Lexicon,
) -> Wording {
    let reported = item.kind == Kind::Reported;
    let text = if reported {
        content(item.text)
    } else {
        item.text
    };
    let mut terms = lexicon.terms(text, item.language);
    if let Some(speaker) = speaker.as_ref().filter(|_| reported) {
        silence_name(&mut terms, speaker, item.language, lexicon);
    }
    Wording {
        items: vec![index],
        articles: vec![item.article],
        phrase: Phrase::of_terms(terms),
        reported,
        speaker,
        day: item.day,
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
