//! What a person has told of a folder, one file a folder, in the program's own data folder. A
//! folder that was moved or renamed is known by its articles.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use asquoted_engine::judgement::Print;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::store;

/// The files of one kind.
pub struct Kept<T> {
    folder: PathBuf,
    kind: PhantomData<fn() -> T>,
}

/// Where a folder lies, and the fingerprints of its articles.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'f> {
    pub roots: &'f [PathBuf],
    pub prints: &'f [Print],
}

/// One of the files.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Sheet<T> {
    /// Where the articles were last.
    roots: Vec<PathBuf>,
    /// Fingerprints of the articles.
    prints: Vec<Print>,
    #[serde(alias = "judgement")]
    kept: T,
}

impl<T> Sheet<T> {
    /// Half of what either has is the same: the folder was moved, or copied, and a little of it
    /// may have changed since.
    fn is_of(&self, prints: &HashSet<Print>) -> bool {
        let theirs: HashSet<Print> = self.prints.iter().copied().collect();
        let shared = theirs.intersection(prints).count();
        shared > 0 && 2 * shared >= theirs.len() && 2 * shared >= prints.len()
    }
}

impl<T: Serialize + DeserializeOwned + Default> Kept<T> {
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            kind: PhantomData,
        }
    }

    /// For a folder that is opened: what was told of it where it lay before. A copy has it from
    /// now on, and so has what it was copied from.
    pub fn meet(&self, whose: Whose<'_>) {
        if self.file(whose.roots).exists() {
            return;
        }
        let prints: HashSet<Print> = whose.prints.iter().copied().collect();
        let moved = self
            .files()
            .into_iter()
            .map(|path| (read::<T>(&path), path))
            .find(|(sheet, _)| sheet.is_of(&prints));
        let Some((sheet, path)) = moved else {
            return;
        };
        let is_gone = !sheet.roots.iter().all(|root| root.exists());
        if let Err(failure) = self.write(whose, &sheet.kept) {
            log::warn!("{failure}");
        } else if is_gone && let Err(error) = std::fs::remove_file(&path) {
            log::warn!("{} stays: {error}", path.display());
        }
    }

    pub fn read(&self, roots: &[PathBuf]) -> T {
        read(&self.file(roots)).kept
    }

    pub fn write(&self, whose: Whose<'_>, kept: &T) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Written<'k, T> {
            roots: &'k [PathBuf],
            prints: &'k [Print],
            kept: &'k T,
        }
        let sheet = Written {
            roots: whose.roots,
            prints: whose.prints,
            kept,
        };
        store::write(&self.file(whose.roots), &sheet)
    }

    fn file(&self, roots: &[PathBuf]) -> PathBuf {
        self.folder.join(format!("{}.json", store::id_of(roots)))
    }

    fn files(&self) -> Vec<PathBuf> {
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
fn read<T: DeserializeOwned + Default>(path: &Path) -> Sheet<T> {
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
