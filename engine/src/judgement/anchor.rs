//! Names by which an article and a quotation are found again after files were edited, saved anew,
//! renamed or moved: never an offset alone.

use std::collections::HashMap;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::folder::{Folder, Place};
use crate::text::normal_form;

/// Characters of a quotation that an anchor shows to people.
const SHOWN: usize = 160;
/// Share of words that a quotation must have in common with one that was edited since.
const ALIKE: f32 = 0.7;

/// A fingerprint of letters and digits, the same in every build; 16 hexadecimal digits in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Print(u64);

impl Print {
    /// Of a quotation: marks, capitals and spacing do not count.
    fn of_words(text: &str) -> Self {
        let normal = normal_form(text);
        let letters = normal.chars().filter(|c| c.is_alphanumeric());
        let mut buffer = [0; 4];
        letters.fold(Self::EMPTY, |print, c| {
            print.with(c.encode_utf8(&mut buffer).as_bytes())
        })
    }

    /// Of an article: line ends and indents do not count.
    fn of_text(text: &str) -> Self {
        let written = text.split_ascii_whitespace();
        written.fold(Self::EMPTY, |print, word| print.with(word.as_bytes()))
    }

    /// FNV-1a, which stays the same between builds, unlike the standard hasher.
    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    fn with(self, bytes: &[u8]) -> Self {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        Self(bytes.iter().fold(self.0, step))
    }
}

impl From<Print> for String {
    fn from(print: Print) -> Self {
        format!("{:016x}", print.0)
    }
}

impl TryFrom<String> for Print {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&text, 16).map(Self)
    }
}

/// An article by its id and, should that have changed, by its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleAnchor {
    pub id: String,
    pub print: Print,
}

/// A quotation by its article and its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    pub article: ArticleAnchor,
    /// How it begins, for people and for one that was edited since.
    pub words: String,
    pub print: Print,
    /// Which of the article's quotations with these words, from 0.
    pub occurrence: u32,
}

/// Finds anchors in one folder as the engine found it.
pub struct Finder {
    /// Parallel to the folder's articles.
    prints: Vec<Print>,
    by_print: HashMap<Print, usize>,
    /// Of the quotations of an article, once one of them is asked for.
    words: Vec<OnceLock<Vec<Print>>>,
}

impl Finder {
    /// Reads every article's text once.
    pub fn new(found: &Folder) -> Self {
        let prints: Vec<Print> = found
            .articles
            .par_iter()
            .map(|article| Print::of_text(&article.text))
            .collect();
        // The first of equal ones, for the order of the articles is that of their ids.
        let backwards = prints.iter().enumerate().rev();
        Self {
            by_print: backwards.map(|(index, print)| (*print, index)).collect(),
            words: prints.iter().map(|_| OnceLock::new()).collect(),
            prints,
        }
    }

    /// Fingerprints of all articles: what a folder is known by when it was moved.
    pub fn prints(&self) -> &[Print] {
        &self.prints
    }

    pub fn article_anchor(&self, found: &Folder, article: u32) -> ArticleAnchor {
        ArticleAnchor {
            id: found.articles[article as usize].id.clone(),
            print: self.prints[article as usize],
        }
    }

    pub fn anchor(&self, found: &Folder, place: Place) -> Anchor {
        let words = self.words(found, place.article as usize);
        let (index, print) = (place.quotation as usize, words[place.quotation as usize]);
        let before = words[..index].iter().filter(|other| **other == print);
        Anchor {
            article: self.article_anchor(found, place.article),
            words: beginning(&found.text_at(place)),
            print,
            occurrence: before.count() as u32,
        }
    }

    pub fn article(&self, found: &Folder, anchor: &ArticleAnchor) -> Option<u32> {
        self.articles(found, anchor)
            .next()
            .map(|index| index as u32)
    }

    /// The article of this id, then the one with this text.
    fn articles(&self, found: &Folder, anchor: &ArticleAnchor) -> impl Iterator<Item = usize> {
        let by_id = found.article_index(&anchor.id);
        let by_text = self.by_print.get(&anchor.print).copied();
        by_id
            .into_iter()
            .chain(by_text.filter(|index| Some(*index) != by_id))
    }

    pub fn place(&self, found: &Folder, anchor: &Anchor) -> Option<Place> {
        let exact = |index| self.same_words(found, index, anchor);
        let near = |index| alike(found, index, anchor);
        let mut first = self.articles(found, &anchor.article);
        let mut second = self.articles(found, &anchor.article);
        first.find_map(exact).or_else(|| second.find_map(near))
    }

    fn same_words(&self, found: &Folder, article: usize, anchor: &Anchor) -> Option<Place> {
        let words = self.words(found, article).iter().enumerate();
        let same = words.filter(|(_, print)| **print == anchor.print);
        // Where there are fewer of them now, the last is the nearest.
        let (index, _) = same.take(anchor.occurrence as usize + 1).last()?;
        Some(place(article, index))
    }

    fn words(&self, found: &Folder, article: usize) -> &[Print] {
        self.words[article].get_or_init(|| {
            let all = 0..found.quotations[article].len();
            all.map(|index| Print::of_words(&found.text_at(place(article, index))))
                .collect()
        })
    }
}

fn place(article: usize, quotation: usize) -> Place {
    Place {
        article: article as u32,
        quotation: quotation as u32,
    }
}

/// The one quotation of an article that begins with much the same words; of two equally near
/// ones neither is known to be it.
fn alike(found: &Folder, article: usize, anchor: &Anchor) -> Option<Place> {
    let sought = bag(&anchor.words);
    let mut near: Vec<(f32, usize)> = (0..found.quotations[article].len())
        .map(|index| {
            let beginning = beginning(&found.text_at(place(article, index)));
            (likeness(&sought, &bag(&beginning)), index)
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    match near[..] {
        [] => None,
        [one, other, ..] if one.0 <= other.0 => None,
        [(_, index), ..] => Some(place(article, index)),
    }
}

/// At most so much of a text as an anchor shows, whole words.
fn beginning(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SHOWN) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    text[..whole].to_owned()
}

/// Its words, sorted.
fn bag(text: &str) -> Vec<String> {
    let normal = normal_form(text);
    let words = normal.split(|c: char| !c.is_alphanumeric());
    let mut bag: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    bag.sort_unstable();
    bag
}

/// 0–1: words in common, each as often as both have it.
fn likeness(one: &[String], other: &[String]) -> f32 {
    let (mut a, mut b, mut common) = (0, 0, 0);
    while a < one.len() && b < other.len() {
        match one[a].cmp(&other[b]) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                (a, b, common) = (a + 1, b + 1, common + 1);
            }
        }
    }
    let all = one.len() + other.len();
    if all == 0 {
        0.0
    } else {
        2.0 * common as f32 / all as f32
    }
}
