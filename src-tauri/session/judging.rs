//! Correcting, undoing and redoing. Every step is on the disk before it is seen.

use std::path::Path;
use std::sync::PoisonError;

use asquoted_engine::judgement::{
    self, Asked, Correctable, Correction, CorrectionLine, Corrections, Judgement, Step,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{OpenFolder, Session};
use crate::failure::{Failure, FailureCode};
use crate::host::Host;
use crate::news::{Judged, News};
use crate::store;

/// A file of corrections larger than this was not written by us.
const LARGEST_IMPORT: u64 = 64_000_000;

/// What an import brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Imported {
    pub added: u32,
    /// Those of them that are about nothing in the folder as it is now.
    pub not_met: u32,
    /// Those in the file that were there already.
    pub known: u32,
}

impl<H: Host + Clone> Session<H> {
    /// Takes what was asked as one step.
    pub fn correct(&self, asked: &Asked) -> Result<Correctable, Failure> {
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

    pub fn undo(&self) -> Result<Correctable, Failure> {
        self.change(|_, judgement| {
            judgement.undo();
            Ok(())
        })
    }

    pub fn redo(&self) -> Result<Correctable, Failure> {
        self.change(|_, judgement| {
            judgement.redo();
            Ok(())
        })
    }

    /// Takes single corrections back, wherever in the history they were made: a step of its own.
    pub fn withdraw(&self, numbers: Vec<u32>) -> Result<Correctable, Failure> {
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
        let read = corrections_in(file)?;
        let mut imported = Imported {
            added: 0,
            not_met: 0,
            known: 0,
        };
        let all = read.corrections.len();
        self.change(|_, judgement| {
            let current: std::collections::HashSet<&Correction> = judgement
                .current()
                .into_iter()
                .map(|(_, one)| one)
                .collect();
            let fresh: Vec<Correction> = read
                .corrections
                .into_iter()
                .filter(|one| !current.contains(one))
                .collect();
            imported.added = fresh.len() as u32;
            if !fresh.is_empty() {
                judgement.take(step(fresh, Vec::new()));
            }
            Ok(())
        })?;
        imported.known = all as u32 - imported.added;
        let met = &self.open_folder()?.met;
        let last = met.iter().rev().take(imported.added as usize);
        imported.not_met = last.filter(|met| !**met).count() as u32;
        Ok(imported)
    }

    /// Changes what was corrected in the open folder, writes it down, and shows the folder as it
    /// then is.
    fn change(
        &self,
        change: impl FnOnce(&OpenFolder, &mut Judgement) -> Result<(), Failure>,
    ) -> Result<Correctable, Failure> {
        let _one_at_a_time = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        let open = self.open_folder()?;
        let mut judgement = Judgement::clone(&open.judgement);
        change(&open, &mut judgement)?;
        if judgement == *open.judgement {
            return Ok(judgement.correctable());
        }
        let prints = open.found.finder.prints();
        self.judgements
            .write(&open.request.roots, prints, &judgement)?;
        let next = std::sync::Arc::new(open.judged(judgement));
        let correctable = next.judgement.correctable();
        let mut now = self.now();
        // Another folder may have been opened meanwhile; the step is on the disk all the same.
        if now
            .open
            .as_ref()
            .is_some_and(|now| std::sync::Arc::ptr_eq(now, &open))
        {
            now.open = Some(next.clone());
            self.host.tell(News::Judged(Judged {
                overview: next.overview.clone(),
                correctable: correctable.clone(),
            }));
        }
        drop(now);
        // The reader goes on meanwhile; a search waits for it.
        std::thread::spawn(move || next.catalogue.prepare(&next.folder));
        Ok(correctable)
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
