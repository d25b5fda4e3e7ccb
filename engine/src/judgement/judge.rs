//! The folder as a person has corrected it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::groups::{Groups, agree};
use super::{Anchor, Correction, Finder};
use crate::article::Article;
use crate::folder::{
    BY_YOU, Compared, Folder, Place, Utterance, compare, of_places, other_speaker,
};
use crate::problem::ProblemCode;
use crate::quotation::{Attribution, AttributionReason, AttributionRule, Kind, Quotation};
use crate::speaker::Person;

/// A corrected folder.
pub struct Judged {
    pub folder: Folder,
    /// Parallel to the corrections given: whether what each is about was found in the folder.
    pub met: Vec<bool>,
}

/// Applies corrections, in their order, to a folder as it was found. Only what they touch is
/// copied and compared anew; the result depends on the folder and the corrections alone. `before`,
/// the outcome of an earlier call for the same folder, saves comparing again what has not changed
/// since.
pub fn judge(
    found: &Folder,
    finder: &Finder,
    corrections: &[&Correction],
    before: Option<&Folder>,
) -> Judged {
    let mut bench = Bench {
        found,
        finder,
        folder: found.clone(),
        groups: Groups::new(found),
        renamed: BTreeSet::new(),
    };
    let met = corrections
        .iter()
        .map(|correction| bench.apply(correction))
        .collect();
    bench.regroup(before.unwrap_or(found));
    Judged {
        folder: bench.folder,
        met,
    }
}

struct Bench<'f> {
    found: &'f Folder,
    finder: &'f Finder,
    folder: Folder,
    groups: Groups<'f>,
    /// Quotations that have another speaker now.
    renamed: BTreeSet<Place>,
}

impl Bench<'_> {
    /// Whether what it is about was found.
    fn apply(&mut self, correction: &Correction) -> bool {
        let these = self.places(correction.these());
        match correction {
            Correction::NotTheSame { others, .. } | Correction::SameAs { others, .. } => {
                let others = self.places(others);
                let met = !these.is_empty() && !others.is_empty();
                match correction {
                    _ if !met => {}
                    Correction::SameAs { .. } => {
                        self.hold_for_speech(&these);
                        self.hold_for_speech(&others);
                        self.groups.join(&these, &others);
                    }
                    _ => self.groups.part(&these, &others),
                }
                return met;
            }
            Correction::Person { from, name } => return self.rename(from, name),
            Correction::Outlet { article, name } => {
                let article = self.finder.article(self.found, article);
                return article
                    .map(|article| self.set_outlet(article, name))
                    .is_some();
            }
            Correction::Speaker { name, .. } => {
                these
                    .iter()
                    .for_each(|place| self.set_speaker(*place, name));
                self.know(name);
            }
            Correction::NotSpeech { .. } => {
                these
                    .iter()
                    .for_each(|place| self.quotation(*place).kind = Kind::Term);
                self.groups.drop_all(&these);
            }
            Correction::Reviewed { reviewed, .. } => {
                for place in &these {
                    self.folder.marks.entry(*place).or_default().reviewed = *reviewed;
                }
            }
            Correction::Note { text, .. } => {
                for place in &these {
                    self.folder
                        .marks
                        .entry(*place)
                        .or_default()
                        .note
                        .clone_from(text);
                }
            }
        }
        !these.is_empty()
    }

    fn places(&self, anchors: &[Anchor]) -> Vec<Place> {
        let place = |anchor| self.finder.place(self.found, anchor);
        anchors.iter().filter_map(place).collect()
    }

    fn quotation(&mut self, place: Place) -> &mut Quotation {
        let of_article = Arc::make_mut(&mut self.folder.quotations[place.article as usize]);
        &mut of_article[place.quotation as usize]
    }

    /// What is a version of something is no term.
    fn hold_for_speech(&mut self, places: &[Place]) {
        for place in places {
            if self.folder.quotation_at(*place).kind == Kind::Term {
                self.quotation(*place).kind = Kind::Partial;
            }
        }
    }

    fn set_outlet(&mut self, article: u32, name: &str) {
        let article: &mut Article = Arc::make_mut(&mut self.folder.articles[article as usize]);
        article.outlet = Some(name.to_owned());
        article.outlet_from = Some(BY_YOU.to_owned());
        let path = article.path.clone();
        self.folder
            .cautions
            .retain(|caution| caution.code != ProblemCode::NoOutlet || caution.path != path);
    }

    fn set_speaker(&mut self, place: Place, name: &str) {
        let quotation = self.quotation(place);
        let reason = AttributionReason {
            rule: AttributionRule::Corrected,
            distance: 0,
        };
        quotation.speaker = Some(match quotation.speaker.take() {
            Some(written) => Attribution {
                name: name.to_owned(),
                reason,
                ..written
            },
            // Nothing in the text names the speaker: the person who corrects it does.
            None => Attribution {
                as_written: name.to_owned(),
                span: None,
                name: name.to_owned(),
                reason,
            },
        });
        self.renamed.insert(place);
    }

    fn rename(&mut self, from: &str, name: &str) -> bool {
        let theirs: Vec<Place> = self
            .folder
            .places()
            .filter(|place| self.folder.speaker_at(*place) == Some(from))
            .collect();
        theirs
            .iter()
            .for_each(|place| self.set_speaker(*place, name));
        self.know(name);
        !theirs.is_empty()
    }

    /// Whoever a person names is somebody, not "a senior official".
    fn know(&mut self, name: &str) {
        let people = &mut self.folder.people;
        if let Err(place) = people.binary_search_by(|person| person.name.as_str().cmp(name)) {
            let (name, forms) = (name.to_owned(), Vec::new());
            people.insert(place, Person { name, forms });
        }
    }

    /// Puts the utterances together again: those that changed, and all others as they were.
    fn regroup(&mut self, before: &Folder) {
        let regrouped = self.groups.any();
        let changed = if regrouped {
            let groups = std::mem::replace(&mut self.groups, Groups::new(self.found));
            groups.finish(&self.folder)
        } else {
            BTreeMap::new()
        };
        let renamed = self.renamed(changed);
        if renamed.is_empty() {
            return;
        }
        let folder = &self.folder;
        let anew: BTreeMap<usize, Option<Arc<Utterance>>> = renamed
            .into_par_iter()
            .map(|(number, utterance)| {
                (
                    number,
                    utterance.map(|utterance| compared(folder, utterance, self.found, before)),
                )
            })
            .collect();
        self.take_in(anew, regrouped);
    }

    /// Adds the utterances with a version that has another speaker now.
    fn renamed(
        &self,
        mut changed: BTreeMap<usize, Option<Utterance>>,
    ) -> BTreeMap<usize, Option<Utterance>> {
        if self.renamed.is_empty() {
            return changed;
        }
        let has_renamed = |utterance: &Utterance| {
            let mut places = utterance.versions.iter().map(|one| one.place);
            places.any(|place| self.renamed.contains(&place))
        };
        for (number, utterance) in self.found.utterances.iter().enumerate() {
            if has_renamed(utterance) {
                let copy = || Some(utterance.as_ref().clone());
                changed.entry(number).or_insert_with(copy);
            }
        }
        for utterance in changed
            .values_mut()
            .flatten()
            .filter(|one| has_renamed(one))
        {
            agree(&self.folder, &mut utterance.versions);
            utterance.speaker = crate::folder::speaker_of(&self.folder, &utterance.versions);
        }
        changed
    }

    fn take_in(&mut self, mut anew: BTreeMap<usize, Option<Arc<Utterance>>>, regrouped: bool) {
        let kept = self.found.utterances.iter().enumerate();
        let mut utterances: Vec<Arc<Utterance>> = kept
            .filter_map(|(number, utterance)| match anew.remove(&number) {
                Some(instead) => instead,
                None => Some(utterance.clone()),
            })
            .collect();
        utterances.extend(anew.into_values().flatten());
        if regrouped {
            // Nearly sorted: a stable sort takes one walk.
            utterances.sort_by(|one, other| one.id.cmp(&other.id));
            self.folder.utterance_of = of_places(&utterances);
        }
        self.folder.utterances = utterances;
    }
}

/// The utterance, compared: as it was before where its versions are the same ones.
fn compared(
    folder: &Folder,
    mut utterance: Utterance,
    found: &Folder,
    before: &Folder,
) -> Arc<Utterance> {
    let same = |other: &&Utterance| {
        let places = |one: &Utterance| -> Vec<(Place, bool)> {
            let versions = one.versions.iter();
            versions.map(|one| (one.place, one.is_sure())).collect()
        };
        places(&utterance) == places(other)
    };
    let known = [before, found]
        .into_iter()
        .find_map(|folder| folder.utterance(&utterance.id).filter(same));
    utterance.compared = match known {
        Some(known) => Compared {
            other_speaker: other_speaker(folder, &utterance),
            ..known.compared.clone()
        },
        None => compare(folder, &utterance),
    };
    Arc::new(utterance)
}
