//! The façade: a folder of sources goes in; articles, quotations and utterances come out. Both
//! faces talk to this room, to [`crate::report`] and to [`crate::page`].

mod compared;
mod culprits;
mod divided;
mod each;
#[cfg(test)]
pub(crate) mod fault_tests;
mod ids;
mod memory;
mod meter;
mod open;
mod progress;
mod renewal;
mod single;
mod sources;
mod utterances;

use std::collections::HashMap;
use std::sync::Arc;

use crate::article::Article;
use crate::meaning::Known;
use crate::passage::Passage;
use crate::problem::Problem;
use crate::quotation::Quotation;
use crate::speaker::Person;
use crate::utterance::{Reason, Tier};

use memory::Memory;

pub use compared::{
    Compared, ComparedSide, StrongestChange, VersionCompared, collate, collate_while, mark_after,
    mark_before, side_of,
};
pub(crate) use compared::{compare, inner, other_speaker};
pub use ids::quotation_ids;
pub use open::{open, open_with};
pub use progress::{Progress, Stage, Stopped};
pub use renewal::{Renewal, renew};
pub use sources::{Source, Sources, Unwatched, Watch};
pub(crate) use utterances::{gather, named, of_places, speaker_of};

/// What [`Article::outlet_from`] says where a person named the outlet.
pub const BY_YOU: &str = "you";

/// An opened folder: everything that was found, in an order that does not depend on the order of
/// the files. A copy shares what it does not change, so that a folder in which a person has
/// corrected a few things costs little beside the one that was found.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    pub name: String,
    /// Files that were looked at.
    pub files: usize,
    /// By id.
    pub articles: Vec<Arc<Article>>,
    /// Parallel to `articles`.
    pub quotations: Vec<Arc<Vec<Quotation>>>,
    /// Parallel to `quotations`.
    pub quotation_ids: Arc<Vec<Vec<String>>>,
    pub people: Vec<Person>,
    /// By id. Those with versions in one article alone are not among them.
    pub utterances: Vec<Arc<Utterance>>,
    /// Where in `utterances` a quotation is a sure version.
    pub utterance_of: HashMap<Place, usize>,
    pub passages: Arc<Vec<Passage>>,
    /// Files that could not be read, by path.
    pub problems: Vec<Problem>,
    /// Files that were read and that a person should look at, by path.
    pub cautions: Vec<Problem>,
    pub stopped: Option<Stopped>,
    /// What is known of English words, where the face has brought it.
    pub known: Option<Known>,
    /// What a person has noted at quotations.
    pub marks: HashMap<Place, Mark>,
    /// What [`renew`] need not do again.
    memory: Arc<Memory>,
}

/// What a person has noted at a quotation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    pub reviewed: bool,
    /// Empty where there is none.
    pub note: String,
}

/// Where a quotation stands: indices into `articles` and into that article's quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub article: u32,
    pub quotation: u32,
}

/// One thing said, with its versions.
#[derive(Debug, Clone)]
pub struct Utterance {
    /// `u:` and the id of its first quotation: the same for any order of files.
    pub id: String,
    /// The speaker whom most sure versions name.
    pub speaker: Option<String>,
    /// The most complete version first; *possible* ones last.
    pub versions: Vec<Version>,
    pub compared: Compared,
}

#[derive(Debug, Clone)]
pub struct Version {
    pub place: Place,
    pub tier: Tier,
    pub reason: Reason,
}

impl Version {
    /// A version because a person says so; how near it is, is still to be told.
    pub(crate) fn said_to_be(place: Place) -> Self {
        Self {
            place,
            tier: Tier::Reworded,
            reason: Reason::by_you(),
        }
    }

    pub fn is_sure(&self) -> bool {
        self.tier != Tier::Possible
    }
}

impl Folder {
    pub fn article_at(&self, place: Place) -> &Article {
        &self.articles[place.article as usize]
    }

    pub fn quotation_at(&self, place: Place) -> &Quotation {
        &self.quotations[place.article as usize][place.quotation as usize]
    }

    pub fn id_at(&self, place: Place) -> &str {
        &self.quotation_ids[place.article as usize][place.quotation as usize]
    }

    /// What is known of the words of a quotation; only English ones are.
    fn known_at(&self, place: Place) -> Option<&Known> {
        let english = self.article_at(place).language == "en";
        self.known.as_ref().filter(|_| english)
    }

    /// The quotation's words, its stretches joined by ` … `.
    pub fn text_at(&self, place: Place) -> String {
        let text = &self.article_at(place).text;
        let spans = &self.quotation_at(place).spans;
        spans
            .iter()
            .map(|span| span.of(text))
            .collect::<Vec<_>>()
            .join(" … ")
    }

    /// The folder-wide name of a quotation's speaker.
    pub fn speaker_at(&self, place: Place) -> Option<&str> {
        self.quotation_at(place)
            .speaker
            .as_ref()
            .map(|speaker| speaker.name.as_str())
    }

    /// Every quotation, by article and place in it.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.quotations
            .iter()
            .enumerate()
            .flat_map(|(article, quotations)| {
                (0..quotations.len()).map(move |quotation| Place {
                    article: article as u32,
                    quotation: quotation as u32,
                })
            })
    }

    /// Where the quotation with this id stands.
    pub fn place_of(&self, id: &str) -> Option<Place> {
        let (article, _) = id.rsplit_once('@')?;
        let article = self.article_index(article)?;
        let quotation = self.quotation_ids[article]
            .iter()
            .position(|other| other == id)?;
        Some(Place {
            article: article as u32,
            quotation: quotation as u32,
        })
    }

    pub fn article_index(&self, id: &str) -> Option<usize> {
        self.articles
            .binary_search_by(|article| article.id.as_str().cmp(id))
            .ok()
    }

    pub fn utterance(&self, id: &str) -> Option<&Utterance> {
        let index = self
            .utterances
            .binary_search_by(|other| other.id.as_str().cmp(id))
            .ok()?;
        Some(&self.utterances[index])
    }

    /// The utterance that a quotation is a sure version of, or the quotation's own id where it
    /// stands alone.
    pub fn utterance_id(&self, place: Place) -> &str {
        match self.utterance_of.get(&place) {
            Some(index) => &self.utterances[*index].id,
            None => self.id_at(place),
        }
    }

    /// Whether every sure version was looked at: one that came later was not.
    pub fn is_reviewed(&self, versions: &[Version]) -> bool {
        let mut sure = versions.iter().filter(|version| version.is_sure());
        !self.marks.is_empty() && sure.all(|version| self.is_reviewed_at(version.place))
    }

    pub fn is_reviewed_at(&self, place: Place) -> bool {
        self.marks.get(&place).is_some_and(|mark| mark.reviewed)
    }

    /// The note at the first of these that has one.
    pub fn note(&self, mut places: impl Iterator<Item = Place>) -> Option<&str> {
        let note = |place| self.marks.get(&place).map(|mark| mark.note.as_str());
        places.find_map(|place| note(place).filter(|note| !note.is_empty()))
    }

    /// The outlet of an article; its path where none is known, so that two unknown ones stay two.
    pub fn outlet_name(&self, article: u32) -> &str {
        let article = &self.articles[article as usize];
        article.outlet.as_deref().unwrap_or(&article.path)
    }
}
