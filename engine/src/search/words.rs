//! Words as they are typed: which texts hold each of them, letter by letter.

use rustc_hash::FxHashMap;

use crate::text::normal_form;

/// Texts made ready to be searched at every key: each distinct word once, and the texts that hold
/// it. A word is what stands between two blanks, its typography folded and the marks around it
/// left out; a part of one is found as well as the whole.
///
/// Costs about as much memory as the distinct words and four bytes for every text a word stands
/// in.
#[derive(Debug, Default)]
pub struct WordIndex {
    /// Every distinct word, with a line feed after it.
    words: String,
    /// Where each word begins in `words`, and where the last one ends.
    starts: Vec<usize>,
    /// Where the texts of each word begin in `holders`, and where the last ones end.
    posted: Vec<usize>,
    /// Numbers of texts, ascending within a word.
    holders: Vec<u32>,
    texts: usize,
}

/// Numbers of texts, as a bit each.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts(Vec<u64>);

impl WordIndex {
    /// `texts` gives the stretches of each text in turn.
    pub fn new<'t, S>(texts: impl Iterator<Item = S>) -> Self
    where
        S: IntoIterator<Item = &'t str>,
    {
        let mut making = Making::default();
        let mut count = 0;
        for (stretches, number) in texts.zip(0..) {
            for stretch in stretches {
                making.add(stretch, number);
            }
            count += 1;
        }
        making.finish(count)
    }

    /// The texts that hold every word of a query, each in one of their own words. `None` where the
    /// query has no word.
    pub fn holding(&self, query: &str) -> Option<Texts> {
        let mut found: Option<Texts> = None;
        for part in query.split_whitespace() {
            let part = folded(part);
            if part.is_empty() {
                continue;
            }
            let holding = self.holding_part(&part);
            found = Some(match found {
                Some(before) => before.and(&holding),
                None => holding,
            });
        }
        found
    }

    fn holding_part(&self, part: &str) -> Texts {
        let mut found = Texts::none(self.texts);
        let mut from = 0;
        while let Some(at) = self.words[from..].find(part) {
            let word = self.starts.partition_point(|start| *start <= from + at) - 1;
            for text in &self.holders[self.posted[word]..self.posted[word + 1]] {
                found.add(*text);
            }
            from = self.starts[word + 1];
        }
        found
    }
}

/// A word as it is indexed and searched for.
fn folded(word: &str) -> String {
    let word = normal_form(word);
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// An index in the making.
#[derive(Default)]
struct Making<'t> {
    /// The number of each word as written: folding is dear, and most words come again.
    written: FxHashMap<&'t str, Option<u32>>,
    numbers: FxHashMap<String, u32>,
    /// The texts of each word.
    holders: Vec<Vec<u32>>,
}

impl<'t> Making<'t> {
    fn add(&mut self, stretch: &'t str, text: u32) {
        for piece in stretch.split_whitespace() {
            let word = match self.written.get(piece) {
                Some(known) => *known,
                None => {
                    let number = self.number(piece);
                    self.written.insert(piece, number);
                    number
                }
            };
            let Some(word) = word else { continue };
            let holders = &mut self.holders[word as usize];
            if holders.last() != Some(&text) {
                holders.push(text);
            }
        }
    }

    fn number(&mut self, piece: &str) -> Option<u32> {
        let word = folded(piece);
        if word.is_empty() {
            return None;
        }
        let next = self.holders.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.holders.push(Vec::new());
        }
        Some(number)
    }

    fn finish(self, texts: usize) -> WordIndex {
        let mut words: Vec<(String, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut index = WordIndex {
            texts,
            ..WordIndex::default()
        };
        for (word, number) in words {
            index.starts.push(index.words.len());
            index.posted.push(index.holders.len());
            index.words.push_str(&word);
            index.words.push('\n');
            index.holders.extend(&self.holders[number as usize]);
        }
        index.starts.push(index.words.len());
        index.posted.push(index.holders.len());
        index
    }
}

impl Texts {
    fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn add(&mut self, text: u32) {
        self.0[text as usize / 64] |= 1 << (text % 64);
    }

    fn and(mut self, other: &Self) -> Self {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits &= others;
        }
        self
    }

    pub fn has(&self, text: usize) -> bool {
        self.0
            .get(text / 64)
            .is_some_and(|bits| bits & (1 << (text % 64)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&[&str]; 3] = [
        &["“The ferry won’t sail,” she said.", "Lumen Daily"],
        &["THE FERRIES of the lake", "Calder Ledger"],
        &["東京で会談が行われた。"],
    ];

    fn found(query: &str) -> Option<Vec<usize>> {
        let index = WordIndex::new(TEXTS.iter().map(|text| text.iter().copied()));
        let texts = index.holding(query)?;
        Some((0..TEXTS.len()).filter(|text| texts.has(*text)).collect())
    }

    #[test]
    fn parts_of_words_are_found_whatever_their_typography() {
        assert_eq!(found("ferr"), Some(vec![0, 1]));
        assert_eq!(found("won't"), Some(vec![0]));
        assert_eq!(found("“sail,”"), Some(vec![0]));
        assert_eq!(found("会談"), Some(vec![2]));
        assert_eq!(found("tram"), Some(vec![]));
    }

    #[test]
    fn every_word_must_be_there_in_any_stretch() {
        assert_eq!(found("the ferr"), Some(vec![0, 1]));
        assert_eq!(found("daily sail"), Some(vec![0]));
        assert_eq!(found("daily lake"), Some(vec![]));
    }

    #[test]
    fn nothing_asked_is_no_answer() {
        assert_eq!(found(""), None);
        assert_eq!(found(" — "), None);
        assert_eq!(WordIndex::default().holding("ferry"), Some(Texts::none(0)));
    }
}
