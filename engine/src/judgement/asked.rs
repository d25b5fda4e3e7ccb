//! What a face asks for, in the ids of what is on the screen, made into corrections that last.

use serde::{Deserialize, Serialize};

use super::{Anchor, Correction, Finder};
use crate::folder::{Folder, Place};
use crate::quotation::Kind;

/// Characters of a name at most, and of a note.
const NAME: usize = 200;
const NOTE: usize = 10_000;

/// One step of a person. `these` are ids of utterances, or of quotations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Asked {
    /// These quotations are no versions of this utterance.
    NotTheSame {
        utterance: String,
        these: Vec<String>,
    },
    /// These are versions of that utterance, or of that quotation.
    SameAs {
        these: Vec<String>,
        other: String,
    },
    /// Who said these.
    Speaker {
        these: Vec<String>,
        name: String,
    },
    /// Whoever is called `from` anywhere in the folder.
    Person {
        from: String,
        name: String,
    },
    /// Who published these articles.
    Outlet {
        articles: Vec<String>,
        name: String,
    },
    NotSpeech {
        these: Vec<String>,
    },
    Reviewed {
        these: Vec<String>,
        reviewed: bool,
    },
    /// An empty text takes the note away.
    Note {
        this: String,
        text: String,
    },
}

/// The corrections that stand for what was asked about a corrected folder; none where an id or a
/// name is of nothing. Names and notes are trimmed.
pub fn corrections(
    found: &Folder,
    finder: &Finder,
    folder: &Folder,
    asked: &Asked,
) -> Vec<Correction> {
    let desk = Desk {
        found,
        finder,
        folder,
    };
    match asked {
        Asked::NotTheSame { utterance, these } => desk.not_the_same(utterance, these),
        Asked::SameAs { these, other } => desk.same_as(these, other),
        Asked::Speaker { these, name } => {
            let name = name_of(name);
            desk.each(these, |places| {
                Some(Correction::Speaker {
                    these: desk.anchors(&desk.with_kin(&places)),
                    name: name.clone()?,
                })
            })
        }
        Asked::Person { from, name } => {
            let correction = |name| Correction::Person {
                from: from.clone(),
                name,
            };
            name_of(name).map(correction).into_iter().collect()
        }
        Asked::Outlet { articles, name } => desk.outlet(articles, name),
        Asked::NotSpeech { these } => desk.each(these, |places| {
            Some(Correction::NotSpeech {
                these: desk.anchors(&places),
            })
        }),
        Asked::Reviewed { these, reviewed } => desk.each(these, |places| {
            Some(Correction::Reviewed {
                these: desk.anchors(&places),
                reviewed: *reviewed,
            })
        }),
        Asked::Note { this, text } => desk.each(std::slice::from_ref(this), |places| {
            Some(Correction::Note {
                these: desk.anchors(&places),
                text: text.trim().chars().take(NOTE).collect(),
            })
        }),
    }
}

fn name_of(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(NAME).collect();
    (!name.is_empty()).then_some(name)
}

struct Desk<'f> {
    found: &'f Folder,
    finder: &'f Finder,
    folder: &'f Folder,
}

impl Desk<'_> {
    fn anchors(&self, places: &[Place]) -> Vec<Anchor> {
        let anchor = |place: &Place| self.finder.anchor(self.found, *place);
        places.iter().map(anchor).collect()
    }

    /// The sure versions of an utterance, or the quotation of this id.
    fn places(&self, id: &str) -> Vec<Place> {
        match self.folder.utterance(id) {
            Some(utterance) => {
                let sure = utterance.versions.iter().filter(|one| one.is_sure());
                sure.map(|one| one.place).collect()
            }
            None => {
                let place = self.folder.place_of(id).into_iter();
                place
                    .filter(|place| self.folder.quotation_at(*place).kind != Kind::Term)
                    .collect()
            }
        }
    }

    fn each(
        &self,
        ids: &[String],
        correction: impl Fn(Vec<Place>) -> Option<Correction>,
    ) -> Vec<Correction> {
        let known = ids.iter().map(|id| self.places(id));
        known
            .filter(|places| !places.is_empty())
            .filter_map(correction)
            .collect()
    }

    fn not_the_same(&self, utterance: &str, these: &[String]) -> Vec<Correction> {
        let Some(utterance) = self.folder.utterance(utterance) else {
            return Vec::new();
        };
        let asked: Vec<Place> = these
            .iter()
            .filter_map(|id| self.folder.place_of(id))
            .collect();
        let asked = self.with_kin(&asked);
        let all = || utterance.versions.iter();
        let these: Vec<Place> = all()
            .map(|one| one.place)
            .filter(|place| asked.contains(place))
            .collect();
        let others: Vec<Place> = all()
            .filter(|one| one.is_sure() && !these.contains(&one.place))
            .map(|one| one.place)
            .collect();
        if these.is_empty() || others.is_empty() {
            return Vec::new();
        }
        vec![Correction::NotTheSame {
            these: self.anchors(&these),
            others: self.anchors(&others),
        }]
    }

    fn same_as(&self, these: &[String], other: &str) -> Vec<Correction> {
        let others = self.places(other);
        if others.is_empty() {
            return Vec::new();
        }
        let theirs = self.anchors(&others);
        self.each(these, |places| {
            let places = self.with_kin(&places);
            let apart = places.iter().any(|place| !others.contains(place));
            apart.then(|| Correction::SameAs {
                these: self.anchors(&places),
                others: theirs.clone(),
            })
        })
    }

    fn outlet(&self, articles: &[String], name: &str) -> Vec<Correction> {
        let Some(name) = name_of(name) else {
            return Vec::new();
        };
        let known = articles
            .iter()
            .filter_map(|id| self.folder.article_index(id));
        known
            .map(|article| Correction::Outlet {
                article: self.finder.article_anchor(self.found, article as u32),
                name: name.clone(),
            })
            .collect()
    }

    /// A reported clause and the fragments quoted in it stand and fall together.
    fn with_kin(&self, places: &[Place]) -> Vec<Place> {
        let mut all = places.to_vec();
        for place in places {
            let quotations = &self.folder.quotations[place.article as usize];
            let clause = |index: u32| {
                let quotation = &quotations[index as usize];
                let within = quotation.within.map(|outer| outer as u32);
                let outer =
                    within.filter(|outer| quotations[*outer as usize].kind == Kind::Reported);
                outer.unwrap_or(index)
            };
            let theirs = clause(place.quotation);
            let kin = (0..quotations.len() as u32)
                .filter(|index| clause(*index) == theirs)
                .filter(|index| quotations[*index as usize].kind != Kind::Term)
                .map(|quotation| Place {
                    quotation,
                    ..*place
                })
                .filter(|kin| self.folder.speaker_at(*kin) == self.folder.speaker_at(*place));
            all.extend(kin.collect::<Vec<_>>());
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}
