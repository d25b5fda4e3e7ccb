//! Texts that are like a query: which hold most of its words, and in which stretch.

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

/// Entries made ready to be searched, once for many queries. The texts stay with whoever has
/// them: each search is given them anew, in the same order. Costs about four bytes for every stem
/// of every entry, beside the distinct words.
pub struct Index {
    lexicon: Lexicon,
    commonness: Commonness,
    /// Entries by stem, ascending.
    by_stem: FxHashMap<u32, Vec<u32>>,
    /// Stems by their first letters: a word remembered in another form.
    by_beginning: FxHashMap<u32, Vec<u32>>,
    /// Every language of an entry, sorted.
    languages: Vec<String>,
    entries: usize,
}

/// Entries looked at closely for one query.
const MOST_CANDIDATES: usize = 500;
/// Less of the query's weight in one stretch is no hit.
const LEAST_SHARE: f32 = 0.35;
/// An equal beginning promises this much of an equal stem.
const BEGINNING: f32 = 0.5;
/// Words of a query that are searched for.
const MOST_WORDS: usize = 200;

impl Index {
    pub fn new<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Self {
        let mut index = Self {
            lexicon: Lexicon::default(),
            commonness: Commonness::default(),
            by_stem: FxHashMap::default(),
            by_beginning: FxHashMap::default(),
            languages: Vec::new(),
            entries: 0,
        };
        for (entry, number) in entries.zip(0..) {
            index.add(entry, number);
        }
        for stems in index.by_beginning.values_mut() {
            stems.sort_unstable();
            stems.dedup();
        }
        for entries in index.by_stem.values_mut() {
            entries.shrink_to_fit();
        }
        index
    }

    fn add(&mut self, entry: Entry<'_>, number: u32) {
        self.entries += 1;
        if let Err(at) = (self.languages).binary_search_by(|known| (**known).cmp(entry.language)) {
            self.languages.insert(at, entry.language.to_owned());
        }
        let phrase = Phrase::new(entry.text, entry.language, &mut self.lexicon);
        self.commonness.add(&phrase.bag);
        for stem in phrase.bag.chunk_by(|a, b| a == b) {
            self.by_stem.entry(stem[0]).or_default().push(number);
        }
        for term in phrase.terms.iter().filter(|term| term.is_content()) {
            let Some(letters) = term.beginning else {
                continue;
            };
            let stems = self.by_beginning.entry(letters).or_default();
            if stems.last() != Some(&term.stem) {
                stems.push(term.stem);
            }
        }
    }

    /// The entries most like the query, best first, at most `most`; ties by the entries' order.
    /// Words may be left out, put in, inflected or moved. `entry` gives the text of a number;
    /// `is_stopped` is asked often, and once it is true nothing is found.
    pub fn search<'a>(
        &mut self,
        query: &str,
        most: usize,
        entry: impl Fn(usize) -> Entry<'a>,
        is_stopped: &dyn Fn() -> bool,
    ) -> Vec<Hit> {
        let query = beginning(query);
        let mut hits: Vec<Hit> = Vec::new();
        for language in self.languages.clone() {
            let mut phrase = Phrase::new(query, &language, &mut self.lexicon);
            self.commonness.weigh(&mut phrase);
            for number in self.candidates(&phrase) {
                if is_stopped() {
                    return Vec::new();
                }
                let text = entry(number as usize);
                if text.language == language {
                    hits.extend(self.hit(&phrase, number as usize, text));
                }
            }
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        hits.truncate(most);
        hits
    }

    /// Entries that share most with the query, by word weight.
    fn candidates(&self, query: &Phrase) -> Vec<u32> {
        let mut sums = vec![0.0_f32; self.entries];
        for term in &query.terms {
            for entry in self.by_stem.get(&term.stem).into_iter().flatten() {
                sums[*entry as usize] += term.weight;
            }
            let kin = term
                .beginning
                .and_then(|letters| self.by_beginning.get(&letters));
            for stem in kin.into_iter().flatten().filter(|stem| **stem != term.stem) {
                for entry in &self.by_stem[stem] {
                    sums[*entry as usize] += term.weight * BEGINNING;
                }
            }
        }
        let mut found: Vec<u32> = (0..self.entries as u32)
            .filter(|entry| sums[*entry as usize] > 0.0)
            .collect();
        let better = |a: &u32, b: &u32| {
            let (one, other) = (sums[*a as usize], sums[*b as usize]);
            other.total_cmp(&one).then(a.cmp(b))
        };
        if found.len() > MOST_CANDIDATES {
            found.select_nth_unstable_by(MOST_CANDIDATES, better);
            found.truncate(MOST_CANDIDATES);
        }
        found.sort_unstable_by(better);
        found
    }

    fn hit(&mut self, query: &Phrase, number: usize, entry: Entry<'_>) -> Option<Hit> {
        let phrase = Phrase::new(entry.text, entry.language, &mut self.lexicon);
        let found = best_stretch(query, &phrase, &self.lexicon);
        if found.share < LEAST_SHARE {
            return None;
        }
        let words = words(entry.text, entry.language, &self.lexicon);
        let first = words.get(found.places.start as usize)?;
        let last = words.get((found.places.end as usize).checked_sub(1)?)?;
        Some(Hit {
            entry: number,
            stretch: Span::new(first.start, last.end),
            score: found.share * (0.7 + 0.3 * found.order),
        })
    }
}

/// The first words of a query: nobody remembers more.
fn beginning(query: &str) -> &str {
    let mut words = query.split_whitespace();
    match words.nth(MOST_WORDS) {
        // The word lies in the query: the distance of the two is where it begins.
        Some(word) => &query[..word.as_ptr() as usize - query.as_ptr() as usize],
        None => query,
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
        let mut index = Index::new(entries.iter().copied());
        let hits = index.search(query, 10, |number| entries[number], &|| false);
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
        let mut empty = Index::new(std::iter::empty());
        let none = |_| Entry {
            text: "",
            language: "en",
        };
        assert_eq!(empty.search("ferry", 5, none, &|| false), []);
    }

    #[test]
    fn a_search_that_is_stopped_finds_nothing() {
        let entries = TEXTS.map(|text| Entry {
            text,
            language: "en",
        });
        let mut index = Index::new(entries.iter().copied());
        assert_eq!(index.search("ferry", 5, |at| entries[at], &|| true), []);
    }
}
