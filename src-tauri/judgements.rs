//! What a person has corrected, one file a folder, in the program's own data folder. A folder that
//! was moved or renamed is known by its articles.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use asquoted_engine::judgement::{Judgement, Print};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::store;

/// The files.
pub struct Judgements {
    folder: PathBuf,
}

/// One of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Sheet {
    /// Where the articles were last.
    roots: Vec<PathBuf>,
    /// Fingerprints of the articles.
    prints: Vec<Print>,
    judgement: Judgement,
}

impl Sheet {
    /// Half of what either has is the same: the folder was moved, or copied, and a little of it
    /// may have changed since.
    fn is_of(&self, prints: &HashSet<Print>) -> bool {
        let theirs: HashSet<Print> = self.prints.iter().copied().collect();
        let shared = theirs.intersection(prints).count();
        shared > 0 && 2 * shared >= theirs.len() && 2 * shared >= prints.len()
    }
}

impl Judgements {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What was corrected in the folder with these roots and these articles.
    pub fn read(&self, roots: &[PathBuf], prints: &[Print]) -> Judgement {
        let own = self.file(roots);
        if own.exists() {
            return read(&own).judgement;
        }
        let prints: HashSet<Print> = prints.iter().copied().collect();
        let moved = self
            .others()
            .into_iter()
            .map(|path| (read(&path), path))
            .find(|(sheet, _)| sheet.is_of(&prints));
        let Some((sheet, path)) = moved else {
            return Judgement::default();
        };
        // A copy has its corrections from now on, and so has what it was copied from.
        if !sheet.roots.iter().all(|root| root.exists())
            && let Err(error) = std::fs::rename(&path, &own)
        {
            log::warn!("{} keeps its name: {error}", path.display());
        }
        sheet.judgement
    }

    pub fn write(
        &self,
        roots: &[PathBuf],
        prints: &[Print],
        judgement: &Judgement,
    ) -> Result<(), Failure> {
        let sheet = Sheet {
            roots: roots.to_vec(),
            prints: prints.to_vec(),
            judgement: judgement.clone(),
        };
        store::write(&self.file(roots), &sheet)
    }

    fn file(&self, roots: &[PathBuf]) -> PathBuf {
        self.folder.join(format!("{}.json", store::id_of(roots)))
    }

    fn others(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten();
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .collect();
        files.sort();
        files
    }
}

/// One that is not understood is put aside, not written over: it may be all of somebody's work.
fn read(path: &Path) -> Sheet {
    match store::read_if_understood(path) {
        Some(sheet) => sheet,
        None => {
            let aside = path.with_extension("not-understood");
            if let Err(error) = std::fs::rename(path, &aside) {
                log::warn!("{} was not put aside: {error}", path.display());
            }
            Sheet::default()
        }
    }
}
