//! Utterances while they are corrected: only those that a correction touches are copied.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::folder::{Folder, Place, Utterance, Version, gather, named};
use crate::utterance::SpeakerAgreement;

/// The groups of a folder, and what has been moved between them so far.
pub(super) struct Groups<'f> {
    found: &'f Folder,
    /// By their number: those of the folder first, new ones after them.
    touched: BTreeMap<usize, Group>,
    /// Where the quotations are sure versions that were moved, if anywhere.
    moved: HashMap<Place, Option<usize>>,
    next: usize,
}

#[derive(Default)]
struct Group {
    versions: Vec<Version>,
    /// Put here by a person.
    joined: BTreeSet<Place>,
}

impl<'f> Groups<'f> {
    pub fn new(found: &'f Folder) -> Self {
        Self {
            found,
            touched: BTreeMap::new(),
            moved: HashMap::new(),
            next: found.utterances.len(),
        }
    }

    fn of(&self, place: Place) -> Option<usize> {
        let moved = self.moved.get(&place).copied();
        moved.unwrap_or_else(|| self.found.utterance_of.get(&place).copied())
    }

    fn touch(&mut self, number: usize) -> &mut Group {
        let found = self.found;
        self.touched.entry(number).or_insert_with(|| Group {
            versions: found
                .utterances
                .get(number)
                .map_or_else(Vec::new, |utterance| utterance.versions.clone()),
            joined: BTreeSet::new(),
        })
    }

    fn versions(&self, number: usize) -> &[Version] {
        let touched = self.touched.get(&number).map(|group| &group.versions);
        touched.unwrap_or_else(|| &self.found.utterances[number].versions)
    }

    /// The group that most of these stand in; of equals the first.
    fn of_most(&self, places: &[Place]) -> Option<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for number in places.iter().filter_map(|place| self.of(*place)) {
            *counts.entry(number).or_default() += 1;
        }
        let most = counts.iter().rev().max_by_key(|(_, count)| **count);
        most.map(|(number, _)| *number)
    }

    /// Takes `these` out of every group that any of `others` is in. What is taken out at once
    /// stays together.
    pub fn part(&mut self, these: &[Place], others: &[Place]) {
        let numbers: BTreeSet<usize> = others.iter().filter_map(|place| self.of(*place)).collect();
        let mut taken = Vec::new();
        for number in numbers {
            let here: Vec<Version> = self
                .versions(number)
                .iter()
                .filter(|version| these.contains(&version.place))
                .cloned()
                .collect();
            if !here.is_empty() {
                self.take_out(number, these);
                taken.extend(here.iter().filter(|one| one.is_sure()).map(|one| one.place));
            }
        }
        if taken.len() > 1 {
            let group = self.begin();
            self.put(group, &taken);
        }
    }

    /// Makes `these` versions of what most of `others` are versions of. What else has joined them
    /// comes along where they are the most of it.
    pub fn join(&mut self, these: &[Place], others: &[Place]) {
        let target = self.of_most(others).unwrap_or_else(|| {
            let group = self.begin();
            self.put(group, others);
            group
        });
        let mut moving: BTreeSet<Place> = these.iter().copied().collect();
        let from: BTreeSet<usize> = these.iter().filter_map(|place| self.of(*place)).collect();
        for number in from.into_iter().filter(|number| *number != target) {
            let sure = || self.versions(number).iter().filter(|one| one.is_sure());
            let ours = sure().filter(|one| these.contains(&one.place)).count();
            if 2 * ours > sure().count() {
                moving.extend(self.versions(number).iter().map(|one| one.place));
            }
        }
        moving.retain(|place| self.of(*place) != Some(target));
        self.put(target, &moving.into_iter().collect::<Vec<_>>());
    }

    /// Takes these out of everything: they are no speech.
    pub fn drop_all(&mut self, these: &[Place]) {
        for place in these {
            if let Some(number) = self.of(*place) {
                self.take_out(number, &[*place]);
            }
            // Also where they are possible versions: see `finish`.
            self.moved.insert(*place, None);
        }
    }

    fn begin(&mut self) -> usize {
        let number = self.next;
        self.next += 1;
        self.touch(number);
        number
    }

    fn take_out(&mut self, number: usize, these: &[Place]) {
        for place in these {
            if self.of(*place) == Some(number) {
                self.moved.insert(*place, None);
            }
        }
        let group = self.touch(number);
        group.versions.retain(|one| !these.contains(&one.place));
        group.joined.retain(|place| !these.contains(place));
    }

    fn put(&mut self, number: usize, places: &[Place]) {
        for place in places {
            if let Some(from) = self.of(*place) {
                self.take_out(from, &[*place]);
            }
            self.moved.insert(*place, Some(number));
            let group = self.touch(number);
            group.versions.retain(|one| one.place != *place);
            group.versions.push(Version::said_to_be(*place));
            group.joined.insert(*place);
        }
    }

    /// Whether any group has changed.
    pub fn any(&self) -> bool {
        !self.moved.is_empty() || !self.touched.is_empty()
    }

    /// What the touched groups have become, by number; `None` where nothing is left of one.
    /// `folder` is the corrected one so far: its quotations and speakers hold.
    pub fn finish(mut self, folder: &Folder) -> BTreeMap<usize, Option<Utterance>> {
        self.clear_possible();
        let found = self.found;
        self.touched
            .into_iter()
            .map(|(number, group)| {
                let before = found.utterances.get(number).map(AsRef::as_ref);
                (number, group.utterance(folder, before))
            })
            .collect()
    }

    /// A quotation that was moved is a possible version of nothing any more.
    fn clear_possible(&mut self) {
        let found = self.found;
        let possible =
            |one: &Version, of: &Self| !one.is_sure() && of.moved.contains_key(&one.place);
        for (number, utterance) in found.utterances.iter().enumerate() {
            if utterance.versions.iter().any(|one| possible(one, self)) {
                self.touch(number);
            }
        }
        let mut touched = std::mem::take(&mut self.touched);
        for group in touched.values_mut() {
            group.versions.retain(|one| !possible(one, self));
        }
        self.touched = touched;
    }
}

impl Group {
    /// The group with the most complete version first, tiers and reasons as they now are. What
    /// was known of a version is kept while it is held against the same one.
    fn utterance(self, folder: &Folder, before: Option<&Utterance>) -> Option<Utterance> {
        let head = before.and_then(|before| before.versions.first());
        let keeps_head = head.is_some()
            && self.versions.first().map(|one| one.place) == head.map(|one| one.place);
        let mut versions = self.versions;
        if !keeps_head || !self.joined.is_empty() {
            let (sure, possible): (Vec<_>, Vec<_>) =
                versions.into_iter().partition(Version::is_sure);
            let places: Vec<Place> = sure.iter().map(|one| one.place).collect();
            versions = gather(folder, &places);
            if versions.first().map(|one| one.place) == head.map(|one| one.place) {
                for version in &mut versions {
                    let known = sure.iter().find(|one| one.place == version.place);
                    if let Some(known) = known.filter(|one| !self.joined.contains(&one.place)) {
                        *version = known.clone();
                    }
                }
            }
            versions.extend(possible);
        }
        for version in &mut versions {
            version.reason.by_you = self.joined.contains(&version.place);
        }
        named(folder, versions)
    }
}

/// Says anew whether the versions name the same speaker as the most complete one.
pub(super) fn agree(folder: &Folder, versions: &mut [Version]) {
    let Some(head) = versions
        .first()
        .and_then(|one| folder.speaker_at(one.place))
    else {
        for version in versions {
            version.reason.speaker = SpeakerAgreement::Unknown;
        }
        return;
    };
    for version in versions {
        version.reason.speaker = match folder.speaker_at(version.place) {
            None => SpeakerAgreement::Unknown,
            Some(name) if name == head => SpeakerAgreement::Same,
            Some(_) => SpeakerAgreement::Differs,
        };
    }
}
