//! Folders that were opened before.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use asquoted_engine::page::{Coverage, Overview};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::failure::{Failure, FailureCode};
use crate::store;

/// More than these would be a list to search in, not one to see at a glance.
const KEPT: usize = 12;

/// A folder (or a set of files) that was opened before, as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Recent {
    pub id: String,
    pub name: String,
    /// The folder, or the first of the files.
    pub path: String,
    pub articles: u32,
    pub outlets: u32,
    /// Utterances that several outlets carry.
    pub utterances: u32,
    pub problems: u32,
    /// When it was last opened: RFC 3339, UTC.
    pub opened: String,
    /// It is not there any more, or may not be read.
    pub missing: bool,
    /// Five utterances by up to nine outlets.
    pub fingerprint: Vec<Vec<Coverage>>,
}

/// The same on disk.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    roots: Vec<PathBuf>,
    name: String,
    articles: u32,
    outlets: u32,
    utterances: u32,
    problems: u32,
    opened: String,
    fingerprint: Vec<Vec<Coverage>>,
}

impl Entry {
    fn id(&self) -> String {
        store::id_of(&self.roots)
    }

    fn shown(&self) -> Recent {
        Recent {
            id: self.id(),
            name: self.name.clone(),
            path: self
                .roots
                .first()
                .map_or_else(String::new, |root| root.display().to_string()),
            articles: self.articles,
            outlets: self.outlets,
            utterances: self.utterances,
            problems: self.problems,
            opened: self.opened.clone(),
            missing: !self.roots.iter().all(|root| root.exists()),
            fingerprint: self.fingerprint.clone(),
        }
    }
}

/// The list on disk, last opened first.
pub struct Recents {
    path: Mutex<PathBuf>,
}

impl Recents {
    pub fn new(path: PathBuf) -> Self {
        Self {
            path: Mutex::new(path),
        }
    }

    /// One reader or writer at a time: two windows' threads must not lose each other's entry.
    fn file(&self) -> MutexGuard<'_, PathBuf> {
        self.path.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn list(&self) -> Vec<Recent> {
        let entries: Vec<Entry> = store::read(&self.file());
        entries.iter().map(Entry::shown).collect()
    }

    pub fn roots(&self, id: &str) -> Result<Vec<PathBuf>, Failure> {
        let entries: Vec<Entry> = store::read(&self.file());
        entries
            .into_iter()
            .find(|entry| entry.id() == id)
            .map(|entry| entry.roots)
            .ok_or_else(|| {
                Failure::new(
                    FailureCode::UnknownRecent,
                    "this entry is no longer on the list",
                )
            })
    }

    pub fn remember(
        &self,
        roots: &[PathBuf],
        overview: &Overview,
        opened: String,
    ) -> Result<(), Failure> {
        let entry = Entry {
            roots: roots.to_vec(),
            name: overview.name.clone(),
            articles: overview.articles,
            outlets: overview.outlets,
            utterances: overview.utterances,
            problems: u32::try_from(overview.problems.len()).unwrap_or(u32::MAX),
            opened,
            fingerprint: overview.fingerprint.clone(),
        };
        let file = self.file();
        let mut entries: Vec<Entry> = store::read(&file);
        entries.retain(|other| other.roots != entry.roots);
        entries.insert(0, entry);
        entries.truncate(KEPT);
        store::write(&file, &entries)
    }

    pub fn forget(&self, id: &str) -> Result<(), Failure> {
        let file = self.file();
        let mut entries: Vec<Entry> = store::read(&file);
        entries.retain(|entry| entry.id() != id);
        store::write(&file, &entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overview(name: &str) -> Overview {
        Overview {
            name: name.to_owned(),
            files: 3,
            articles: 2,
            outlets: 2,
            quotations: 5,
            utterances: 1,
            problems: Vec::new(),
            cautions: Vec::new(),
            stopped: None,
            speakers: Vec::new(),
            effects: Vec::new(),
            fingerprint: vec![vec![Coverage::Whole, Coverage::Absent]],
        }
    }

    fn names(recents: &Recents) -> Vec<String> {
        recents
            .list()
            .into_iter()
            .map(|recent| recent.name)
            .collect()
    }

    #[test]
    fn the_last_opened_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let recents = Recents::new(folder.path().join("recents.json"));
        for name in ["dam", "port", "dam"] {
            let roots = [folder.path().join(name)];
            recents
                .remember(&roots, &overview(name), "2030-06-04T09:12:00Z".into())
                .unwrap();
        }
        assert_eq!(names(&recents), ["dam", "port"]);
        assert_eq!(recents.list()[0].fingerprint, overview("dam").fingerprint);
    }

    #[test]
    fn a_folder_that_went_away_is_told_and_can_be_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let recents = Recents::new(folder.path().join("recents.json"));
        let there = folder.path().join("there");
        std::fs::create_dir(&there).unwrap();
        for (name, path) in [("there", &there), ("gone", &folder.path().join("gone"))] {
            recents
                .remember(std::slice::from_ref(path), &overview(name), String::new())
                .unwrap();
        }
        let missing: Vec<bool> = recents.list().iter().map(|recent| recent.missing).collect();
        assert_eq!(missing, [true, false]);

        let gone = recents.list()[0].id.clone();
        recents.forget(&gone).unwrap();
        assert_eq!(names(&recents), ["there"]);
        assert_eq!(
            recents.roots(&gone).unwrap_err().code,
            FailureCode::UnknownRecent
        );
        assert_eq!(recents.roots(&recents.list()[0].id).unwrap(), [there]);
    }

    #[test]
    fn the_list_stays_short() {
        let folder = tempfile::tempdir().unwrap();
        let recents = Recents::new(folder.path().join("recents.json"));
        for number in 0..KEPT + 3 {
            let name = number.to_string();
            recents
                .remember(&[PathBuf::from(&name)], &overview(&name), String::new())
                .unwrap();
        }
        assert_eq!(recents.list().len(), KEPT);
        assert_eq!(recents.list()[0].name, (KEPT + 2).to_string());
    }
}
