//! What a folder's lists are narrowed, searched and ordered by, worked out once for many queries.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::list::{Entry, utterance_tier};
use super::{ListQuery, Order};
use crate::collation::Effect;
use crate::folder::{Folder, Place};
use crate::quotation::Kind;
use crate::search::{Found, Remembered, Texts, WordIndex};
use crate::utterance::Tier;

/// Belongs to one folder, and is given it anew with every question. The indices are built when
/// they are first asked for; [`Catalogue::prepare`] does it beforehand.
pub struct Catalogue {
    /// One an entry: the folder's utterances in their order, then the quotations that stand alone.
    pub(super) traits: Vec<Traits>,
    /// Quotations that stand alone.
    pub(super) alone: Vec<Place>,
    /// Every speaker of an entry and every outlet of the folder, sorted; entries have the numbers.
    pub(super) speakers: Vec<String>,
    pub(super) outlets: Vec<String>,
    /// The entries in each order, by [`Order`].
    orders: [Vec<u32>; 3],
    words: Arc<OnceLock<WordIndex>>,
    article_words: Arc<OnceLock<WordIndex>>,
    remembered: Arc<Mutex<Option<Remembered>>>,
}

/// What one entry is narrowed by.
pub(super) struct Traits {
    pub speaker: Option<u32>,
    /// Of any version, each once.
    pub outlets: Box<[u32]>,
    /// Days of its articles, each once, as [`day`] gives them.
    pub days: Box<[u32]>,
    /// A bit for each kind of a version.
    pub kinds: u8,
    pub tier: Tier,
    /// A bit for each effect between its versions.
    pub effects: u16,
    /// A person has looked at all of it.
    pub reviewed: bool,
}

impl Catalogue {
    pub fn new(folder: &Folder) -> Self {
        let alone: Vec<Place> = folder
            .places()
            .filter(|place| folder.quotation_at(*place).kind != Kind::Term)
            .filter(|place| !folder.utterance_of.contains_key(place))
            .collect();
        let entries = || entries(folder, &alone);
        let speakers = entries().filter_map(|entry| entry.speaker(folder));
        let speakers = sorted(speakers);
        let outlets = sorted((0..folder.articles.len()).map(|at| folder.outlet_name(at as u32)));
        let traits = entries().map(|entry| traits(folder, &entry, &speakers, &outlets));
        let traits: Vec<Traits> = traits.collect();
        let orders = [Order::Outlets, Order::Divergence, Order::Date]
            .map(|order| ordered(folder, &alone, &traits, order));
        Self {
            traits,
            alone,
            speakers,
            outlets,
            orders,
            words: Arc::default(),
            article_words: Arc::default(),
            remembered: Arc::default(),
        }
    }

    /// The catalogue of a folder that was `before` until a person corrected something in it:
    /// an index of what is still the same is taken over.
    pub fn after(&self, before: &Folder, folder: &Folder) -> Self {
        let mut next = Self::new(folder);
        if same(&before.articles, &folder.articles) {
            next.article_words = self.article_words.clone();
            next.remembered = self.remembered.clone();
            let alike = same(&before.utterances, &folder.utterances)
                && same(&before.quotations, &folder.quotations);
            if alike {
                next.words = self.words.clone();
            }
        }
        next
    }

    /// Builds the indices. `folder` is the one that the catalogue was made of.
    pub fn prepare(&self, folder: &Folder) {
        self.words(folder);
        self.article_words(folder);
        let mut remembered = self
            .remembered
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        remembered.get_or_insert_with(|| Remembered::new(folder));
    }

    /// The entries that hold every word of a query in a version, a speaker or an outlet. `None`
    /// where there is no word in it.
    pub(super) fn texts(&self, folder: &Folder, query: &str) -> Option<Texts> {
        // So that a list that is only looked at waits for no index.
        let asked = !query.trim().is_empty();
        asked.then(|| self.words(folder).holding(query)).flatten()
    }

    /// The articles that hold every word of a query in the title, the outlet or the text.
    pub(super) fn articles(&self, folder: &Folder, query: &str) -> Option<Texts> {
        let asked = !query.trim().is_empty();
        asked
            .then(|| self.article_words(folder).holding(query))
            .flatten()
    }

    fn words(&self, folder: &Folder) -> &WordIndex {
        self.words.get_or_init(|| {
            let entries = entries(folder, &self.alone);
            WordIndex::new(entries.map(|entry| entry.stretches(folder)))
        })
    }

    fn article_words(&self, folder: &Folder) -> &WordIndex {
        self.article_words.get_or_init(|| {
            WordIndex::new(folder.articles.iter().zip(0..).map(|(article, number)| {
                let title = article.title.as_deref().unwrap_or_default();
                [title, folder.outlet_name(number), article.text.as_str()]
            }))
        })
    }

    /// Where something like the words stands, best first; see [`Remembered::find`].
    pub fn remembered(
        &self,
        folder: &Folder,
        words: &str,
        most: usize,
        is_stopped: &dyn Fn() -> bool,
    ) -> Vec<Found> {
        let mut remembered = self
            .remembered
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // One that waited for another may be of no use any more.
        if is_stopped() {
            return Vec::new();
        }
        let index = remembered.get_or_insert_with(|| Remembered::new(folder));
        index.find(folder, words, most, is_stopped)
    }

    pub(super) fn order(&self, order: Order) -> &[u32] {
        &self.orders[order as usize]
    }

    /// The entry with this number.
    pub(super) fn entry<'f>(&self, folder: &'f Folder, number: u32) -> Entry<'f> {
        let number = number as usize;
        match folder.utterances.get(number) {
            Some(utterance) => Entry::Several(utterance),
            None => Entry::Alone(self.alone[number - folder.utterances.len()]),
        }
    }

    /// How many entries a query is about: with or without the quotations that stand alone.
    pub(super) fn count(&self, query: &ListQuery) -> usize {
        if query.alone {
            self.traits.len()
        } else {
            self.traits.len() - self.alone.len()
        }
    }
}

fn same<T>(before: &[Arc<T>], now: &[Arc<T>]) -> bool {
    let both = before.iter().zip(now);
    before.len() == now.len() && both.into_iter().all(|(one, other)| Arc::ptr_eq(one, other))
}

fn entries<'f>(folder: &'f Folder, alone: &'f [Place]) -> impl Iterator<Item = Entry<'f>> {
    let several = folder.utterances.iter().map(|one| Entry::Several(one));
    several.chain(alone.iter().map(|place| Entry::Alone(*place)))
}

fn sorted<'f>(names: impl Iterator<Item = &'f str>) -> Vec<String> {
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().map(str::to_owned).collect()
}

fn traits(folder: &Folder, entry: &Entry<'_>, speakers: &[String], outlets: &[String]) -> Traits {
    let number = |names: &[String], name: &str| {
        let found = names.binary_search_by(|other| other.as_str().cmp(name));
        found.ok().map(|number| number as u32)
    };
    let mut carried = BTreeSet::new();
    let mut days = BTreeSet::new();
    let mut kinds = 0;
    for place in entry.places() {
        carried.extend(number(outlets, folder.outlet_name(place.article)));
        days.extend(folder.article_at(place).published.as_deref().and_then(day));
        kinds |= kind_bit(folder.quotation_at(place).kind);
    }
    let effects = entry.compared().effects.iter();
    Traits {
        speaker: entry
            .speaker(folder)
            .and_then(|name| number(speakers, name)),
        outlets: carried.into_iter().collect(),
        days: days.into_iter().collect(),
        kinds,
        tier: match entry {
            Entry::Several(utterance) => utterance_tier(&utterance.versions),
            Entry::Alone(_) => Tier::Verbatim,
        },
        effects: effects.fold(0, |bits, effect| bits | effect_bit(*effect)),
        reviewed: entry.is_reviewed(folder),
    }
}

pub(super) fn kind_bit(kind: Kind) -> u8 {
    1 << kind as u8
}

pub(super) fn effect_bit(effect: Effect) -> u16 {
    1 << effect as u16
}

/// A day that can be compared, of `2025-09-05…`: 20,250,905.
pub(super) fn day(published: &str) -> Option<u32> {
    let digits = published.get(..10)?.split('-').collect::<String>();
    digits.parse().ok().filter(|_| digits.len() == 8)
}

fn ordered(folder: &Folder, alone: &[Place], traits: &[Traits], order: Order) -> Vec<u32> {
    let entries: Vec<Entry<'_>> = entries(folder, alone).collect();
    let mut numbers: Vec<u32> = (0..entries.len() as u32).collect();
    numbers.sort_by_cached_key(|number| {
        let entry = &entries[*number as usize];
        let outlets = Reverse(traits[*number as usize].outlets.len());
        // Thousandths: floats have no total order, and finer steps tell a reader nothing.
        let divergence = Reverse((entry.compared().divergence * 1000.0) as u32);
        // The newest first, the undated last.
        let date = Reverse(entry.published(folder).unwrap_or_default());
        match order {
            Order::Outlets => (outlets, divergence, date, entry.id(folder)),
            Order::Divergence => (Reverse(0), divergence, date, entry.id(folder)),
            Order::Date => (Reverse(0), Reverse(0), date, entry.id(folder)),
        }
    });
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_compared_as_numbers() {
        assert_eq!(day("2031-06-09T14:20"), Some(20_310_609));
        assert_eq!(day("2031-06"), None);
        assert_eq!(day("June 2031 "), None);
        assert!(day("2031-06-09") < day("2031-06-10"));
    }
}
