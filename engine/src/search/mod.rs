//! A quotation remembered: words typed from memory, and where something like them stands.

use rustc_hash::FxHashMap;

use crate::phrase::{Commonness, Lexicon, Phrase, best_stretch};
use crate::text::{Span, TokenClass, tokenize};

/// A text to search: a quotation, a sentence or a paragraph. Its first 2,000 words are searched.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub text: &'a str,
    /// ISO 639-1 code.
    pub language: &'a str,
}

/// An entry that holds words like those asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Index into the entries.
    pub entry: usize,
    /// The stretch of the entry's text that is most like them, in bytes.
    pub stretch: Span,
    /// 0–1: how much of what was asked for stands there, and in which order.
    pub score: f32,
}

/// Entries made ready to be searched, once for many queries.
pub struct Index<'a> {
    entries: Vec<Entry<'a>>,
    phrases: Vec<Phrase>,
    lexicon: Lexicon,
    commonness: Commonness,
    /// Entries by stem, and by the first letters of stems: a word remembered in another form.
    by_stem: FxHashMap<u32, Vec<u32>>,
    by_beginning: FxHashMap<u32, Vec<u32>>,
}

/// Entries looked at closely for one query.
const MOST_CANDIDATES: usize = 500;
/// Less of the query's weight in one stretch is no hit.
const LEAST_SHARE: f32 = 0.35;
/// An equal beginning promises this much of an equal stem.
const BEGINNING: f32 = 0.5;

impl<'a> Index<'a> {
    pub fn new(entries: &[Entry<'a>]) -> Self {
        let mut index = Self {
            entries: entries.to_vec(),
            phrases: Vec::with_capacity(entries.len()),
            lexicon: Lexicon::default(),
            commonness: Commonness::default(),
            by_stem: FxHashMap::default(),
            by_beginning: FxHashMap::default(),
        };
        for (entry, number) in entries.iter().zip(0..) {
            let phrase = Phrase::new(entry.text, entry.language, &mut index.lexicon);
            index.commonness.add(&phrase.bag);
            post(&mut index.by_stem, phrase.places.iter(), number);
            post(&mut index.by_beginning, phrase.beginnings.iter(), number);
            index.phrases.push(phrase);
        }
        index
    }

    /// The entries most like the query, best first, at most `most`; ties by the entries' order.
    /// Words may be left out, put in, inflected or moved.
    pub fn search(&mut self, query: &str, most: usize) -> Vec<Hit> {
        let mut languages: Vec<&str> = self.entries.iter().map(|entry| entry.language).collect();
        languages.sort_unstable();
        languages.dedup();
        let mut hits: Vec<Hit> = Vec::new();
        for language in languages {
            let mut phrase = Phrase::new(query, language, &mut self.lexicon);
            self.commonness.weigh(&mut phrase);
            let found = self.candidates(&phrase, language).into_iter();
            hits.extend(found.filter_map(|entry| self.hit(&phrase, entry)));
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        hits.truncate(most);
        hits
    }

    /// Entries of a language that share most with the query, by word weight.
    fn candidates(&self, query: &Phrase, language: &str) -> Vec<usize> {
        let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
        for term in &query.terms {
            let same = self.by_stem.get(&term.stem).map(|entries| (entries, 1.0));
            let kin = term
                .beginning
                .and_then(|letters| self.by_beginning.get(&letters));
            for (entries, share) in same
                .into_iter()
                .chain(kin.map(|entries| (entries, BEGINNING)))
            {
                for entry in entries {
                    *sums.entry(*entry).or_default() += term.weight * share;
                }
            }
        }
        let mut found: Vec<(u32, f32)> = sums
            .into_iter()
            .filter(|(entry, _)| self.entries[*entry as usize].language == language)
            .collect();
        found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_CANDIDATES);
        found.into_iter().map(|(entry, _)| entry as usize).collect()
    }

    fn hit(&self, query: &Phrase, entry: usize) -> Option<Hit> {
        let found = best_stretch(query, &self.phrases[entry], &self.lexicon);
        if found.share < LEAST_SHARE {
            return None;
        }
        let Entry { text, language } = self.entries[entry];
        let words = words(text, language, &self.lexicon);
        let first = words.get(found.places.start as usize)?;
        let last = words.get((found.places.end as usize).checked_sub(1)?)?;
        Some(Hit {
            entry,
            stretch: Span::new(first.start, last.end),
            score: found.share * (0.7 + 0.3 * found.order),
        })
    }
}

fn post<'p>(
    postings: &mut FxHashMap<u32, Vec<u32>>,
    keys: impl Iterator<Item = &'p (u32, u32)>,
    entry: u32,
) {
    for (key, _) in keys {
        let entries = postings.entry(*key).or_default();
        if entries.last() != Some(&entry) {
            entries.push(entry);
        }
    }
}

/// The span of each term of a text: a token that stands for several words ("won't") has several.
fn words(text: &str, language: &str, lexicon: &Lexicon) -> Vec<Span> {
    let tokens = tokenize(text)
        .into_iter()
        .filter(|token| token.class != TokenClass::Mark);
    tokens
        .flat_map(|token| {
            let count = lexicon
                .known(token.span.of(text), language)
                .map_or(0, <[_]>::len);
            std::iter::repeat_n(token.span, count)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] = [
        "She said the ferry won't sail before the ice has melted, and went home.",
        "The council will pay for three new ferries, the mayor promised on Friday.",
        "“We counted eleven empty barrels,” the auditor wrote; “nobody could explain them.”",
        "Nobody likes fog.",
    ];

    fn found(query: &str) -> Vec<(usize, &'static str)> {
        let entries = TEXTS.map(|text| Entry {
            text,
            language: "en",
        });
        let hits = Index::new(&entries).search(query, 10);
        hits.iter()
            .map(|hit| (hit.entry, hit.stretch.of(TEXTS[hit.entry])))
            .collect()
    }

    #[test]
    fn words_remembered_loosely_lead_to_the_stretch() {
        assert_eq!(
            found("empty barrels were counted"),
            [(2, "counted eleven empty barrels")]
        );
        let ferry = found("the ferry will not sail until the ice melts");
        assert_eq!(
            ferry[0],
            (0, "the ferry won't sail before the ice has melted")
        );
    }

    #[test]
    fn nothing_alike_is_no_hit() {
        assert_eq!(found("quarterly dividends of the railway"), []);
        assert_eq!(found(""), []);
        assert_eq!(Index::new(&[]).search("ferry", 5), []);
    }
}
