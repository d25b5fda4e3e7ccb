//! Correcting, undoing and redoing. Every step is on the disk before it is seen.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::{Arc, PoisonError};

use asquoted_engine::judgement::{
    self, Asked, Correctable, Correction, CorrectionLine, Corrections, Judgement, Step,
};
use asquoted_engine::page::Overview;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{OpenFolder, Session};
use crate::failure::{Failure, FailureCode};
use crate::host::Host;
use crate::store;

/// A file of corrections larger than this was not written by us.
const LARGEST_IMPORT: u64 = 64_000_000;

/// The open folder after something was corrected, undone or redone: lists and comparisons are to
/// be asked for anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Judged {
    pub overview: Overview,
    pub correctable: Correctable,
    /// Ids of utterances, and of quotations that stood alone, that have become others, and what
    /// they are now.
    pub followed: BTreeMap<String, String>,
}

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Imported {
    pub judged: Judged,
    pub added: u32,
    /// Those of them that are about nothing in the folder as it is now.
    pub not_met: u32,
    /// Those in the file that were there already.
    pub known: u32,
}

impl<H: Host + Clone> Session<H> {
    /// Takes what was asked as one step.
    pub fn correct(&self, asked: &Asked) -> Result<Judged, Failure> {
        self.change(|open, judgement| {
            let corrections =
                judgement::corrections(&open.found.folder, &open.found.finder, &open.folder, asked);
            if corrections.is_empty() {
                return Err(Failure::new(
                    FailureCode::UnknownUtterance,
                    "there is nothing in the open folder that this could be about",
                ));
            }
            judgement.take(step(corrections, Vec::new()));
            Ok(())
        })
    }

    pub fn undo(&self) -> Result<Judged, Failure> {
        self.change(|_, judgement| {
            judgement.undo();
            Ok(())
        })
    }

    pub fn redo(&self) -> Result<Judged, Failure> {
        self.change(|_, judgement| {
            judgement.redo();
            Ok(())
        })
    }

    /// Takes single corrections back, wherever in the history they were made: a step of its own.
    pub fn withdraw(&self, numbers: Vec<u32>) -> Result<Judged, Failure> {
        self.change(|_, judgement| {
            judgement.take(step(Vec::new(), numbers));
            Ok(())
        })
    }

    pub fn correctable(&self) -> Result<Correctable, Failure> {
        Ok(self.open_folder()?.judgement.correctable())
    }

    /// The corrections in force, the latest first.
    pub fn corrections(&self) -> Result<Vec<CorrectionLine>, Failure> {
        let open = self.open_folder()?;
        Ok(judgement::lines(
            &open.found.folder,
            &open.found.finder,
            &open.folder,
            &open.judgement.current(),
            &open.met,
        ))
    }

    /// Writes the corrections in force to a file that the reader chose: in the open folder never
    /// over a file that is something else.
    pub fn export(&self, file: &Path) -> Result<(), Failure> {
        let open = self.open_folder()?;
        let inside = file.canonicalize().is_ok_and(|file| open.holds(&file));
        if inside && corrections_in(file).is_err() {
            return Err(Failure::new(
                FailureCode::IsArticle,
                format!("{} is a file of the open folder", file.display()),
            ));
        }
        let current = open.judgement.current();
        let corrections = current.iter().map(|(_, one)| (*one).clone()).collect();
        store::write(file, &Corrections::new(&open.folder.name, corrections))
    }

    /// Adds the corrections of a file to those in force, as one step.
    pub fn import(&self, file: &Path) -> Result<Imported, Failure> {
        let read = corrections_in(file)?.corrections;
        let (all, mut added) = (read.len(), 0);
        let judged = self.change(|_, judgement| {
            let current = judgement.current().into_iter().map(|(_, one)| one);
            let current: HashSet<&Correction> = current.collect();
            let fresh = read.into_iter().filter(|one| !current.contains(one));
            let fresh: Vec<Correction> = fresh.collect();
            added = fresh.len();
            if added > 0 {
                judgement.take(step(fresh, Vec::new()));
            }
            Ok(())
        })?;
        let open = self.open_folder()?;
        let last = open.met.iter().rev().take(added);
        Ok(Imported {
            judged,
            added: added as u32,
            not_met: last.filter(|met| !**met).count() as u32,
            known: (all - added) as u32,
        })
    }

    /// Brings back an earlier history. Where something was corrected since, its corrections are added as one step.
    pub(super) fn bring_back(&self, earlier: Judgement) -> Result<Judged, Failure> {
        self.change(|_, judgement| {
            if judgement.is_empty() {
                *judgement = earlier;
                return Ok(());
            }
            let current = judgement.current().into_iter().map(|(_, one)| one);
            let current: HashSet<&Correction> = current.collect();
            let before = earlier.current().into_iter().map(|(_, one)| one);
            let fresh = before.filter(|one| !current.contains(one)).cloned();
            let fresh: Vec<Correction> = fresh.collect();
            if !fresh.is_empty() {
                judgement.take(step(fresh, Vec::new()));
            }
            Ok(())
        })
    }

    /// Changes what was corrected in the open folder, writes it down, and shows the folder as it
    /// then is.
    fn change(
        &self,
        change: impl FnOnce(&OpenFolder, &mut Judgement) -> Result<(), Failure>,
    ) -> Result<Judged, Failure> {
        let _one_at_a_time = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = self.owned()?;
        let open = self.as_stored(&shown);
        let mut judgement = Judgement::clone(&open.judgement);
        change(&open, &mut judgement)?;
        if judgement == *open.judgement {
            return Ok(Judged::between(&shown, &open));
        }
        self.judgements.write(open.whose(), &judgement)?;
        let next = Arc::new(open.judged(judgement));
        let mut now = self.now();
        // Another folder may have been opened meanwhile; the step is on the disk all the same.
        if now.open.as_ref().is_some_and(|now| Arc::ptr_eq(now, &open)) {
            now.open = Some(next.clone());
        }
        drop(now);
        let judged = Judged::between(&shown, &next);
        // The reader goes on meanwhile; a search waits for it.
        std::thread::spawn(move || next.catalogue.prepare(&next.folder));
        Ok(judged)
    }
}

impl Judged {
    pub(super) fn between(before: &OpenFolder, after: &OpenFolder) -> Self {
        Self {
            overview: after.overview.clone(),
            correctable: after.judgement.correctable(),
            followed: judgement::followed(&before.folder, &after.folder),
        }
    }
}

fn step(corrections: Vec<Correction>, withdrawn: Vec<u32>) -> Step {
    Step {
        at: jiff::Timestamp::now().to_string(),
        corrections,
        withdrawn,
    }
}

fn corrections_in(file: &Path) -> Result<Corrections, Failure> {
    let refused = |message: String| Failure::new(FailureCode::NoCorrections, message);
    let shown = file.display();
    let size = std::fs::metadata(file).map(|about| about.len());
    if size.is_ok_and(|size| size > LARGEST_IMPORT) {
        return Err(refused(format!("{shown} is too large")));
    }
    let bytes = std::fs::read(file).map_err(|error| refused(format!("{shown}: {error}")))?;
    Corrections::from_json(&bytes).ok_or_else(|| refused(format!("{shown} holds no corrections")))
}
