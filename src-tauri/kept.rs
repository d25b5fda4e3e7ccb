//! What a person has told of a folder, one file a folder, in the program's own data folder. A
//! folder that was moved or renamed is known by its articles. Nothing that was kept is ever lost:
//! a copy stays beside each file, and what is not understood is put aside.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use asquoted_engine::judgement::Print;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::failure::{Failure, FailureCode};
use crate::store::{self, Stored};

/// The layout of a [`Sheet`]. A program that is older than a file reads it as far as it can, and never writes it:
/// what it does not know would be lost.
const SCHEMA: u32 = 1;

/// Endings of the copy, of what was not understood, of the copy that lay beside that, and of what the reader
/// knows was put aside.
const BACKUP: &str = "bak";
const NOT_UNDERSTOOD: &str = "not-understood";
const LAST_GOOD: &str = "last-good";
const PUT_ASIDE: &str = "put-aside";

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

/// What is kept of a folder, and what there is to tell of its file.
#[derive(Debug)]
pub struct Held<T> {
    pub kept: T,
    pub trouble: Option<Trouble>,
}

/// Why what was kept is not there, or cannot be added to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub kind: TroubleKind,
    /// The file in question.
    pub file: PathBuf,
    /// What the system says of it; empty where it says nothing.
    pub reason: String,
    /// An earlier state can be brought back.
    pub restorable: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TroubleKind {
    /// The system does not give the file. Nothing is written until it does.
    Unreadable,
    /// It holds something else than we write; it was put aside.
    NotUnderstood,
    /// A newer version of the program wrote it. It is shown and never written.
    Newer,
    /// Another running program has the data folder. Nothing is written until that ends.
    HeldElsewhere,
    /// Nothing can be written into the data folder.
    Unwritable,
}

/// One of the files.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Sheet<T> {
    /// Files without one are of the first layout.
    #[serde(default = "first_schema")]
    schema: u32,
    /// Where the articles were last.
    roots: Vec<PathBuf>,
    /// Fingerprints of the articles.
    prints: Vec<Print>,
    #[serde(alias = "judgement")]
    kept: T,
}

/// What every layout has.
#[derive(Deserialize)]
struct Head {
    #[serde(default = "first_schema")]
    schema: u32,
}

fn first_schema() -> u32 {
    1
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

    /// Where the files lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// For a folder that is opened: what was told of it where it lay before. A copy has it from
    /// now on, and so has what it was copied from.
    pub fn meet(&self, whose: Whose<'_>) {
        let own = self.file(whose.roots);
        if own.symlink_metadata().is_ok() || !self.asides(whose.roots, NOT_UNDERSTOOD).is_empty() {
            return;
        }
        let prints: HashSet<Print> = whose.prints.iter().copied().collect();
        let moved = self
            .files("json")
            .into_iter()
            .filter_map(|path| match store::load::<Sheet<T>>(&path) {
                Stored::Read(sheet) if sheet.schema <= SCHEMA => Some((sheet, path)),
                // Not this folder's to tell of.
                _ => None,
            })
            .find(|(sheet, _)| sheet.is_of(&prints));
        let Some((sheet, path)) = moved else {
            return;
        };
        let is_gone = !sheet.roots.iter().all(|root| root.exists());
        if let Err(failure) = self.write(whose, &sheet.kept) {
            log::warn!("{failure}");
        } else if is_gone && let Err(error) = std::fs::remove_file(&path) {
            log::warn!("{} stays: {error}", path.display());
        } else if is_gone {
            // Its copy has been made anew under the new name.
            let _ = std::fs::remove_file(path.with_extension(BACKUP));
        }
    }

    /// What is kept. One that is not understood is put aside, not written over: it may be all of somebody's work.
    pub fn read(&self, roots: &[PathBuf]) -> Held<T> {
        let file = self.file(roots);
        let trouble = |kind, reason: String| Trouble {
            kind,
            file: file.clone(),
            reason,
            restorable: false,
        };
        match store::load::<Head>(&file) {
            Stored::Read(head) if head.schema > SCHEMA => {
                let kept = match store::load::<Sheet<T>>(&file) {
                    Stored::Read(sheet) => sheet.kept,
                    _ => T::default(),
                };
                let trouble = Some(trouble(TroubleKind::Newer, String::new()));
                return Held { kept, trouble };
            }
            Stored::Unreadable(error) => {
                let trouble = Some(trouble(TroubleKind::Unreadable, error.to_string()));
                let kept = T::default();
                return Held { kept, trouble };
            }
            _ => {}
        }
        let kept = match store::load::<Sheet<T>>(&file) {
            Stored::Read(sheet) => sheet.kept,
            Stored::NotUnderstood(error) => {
                log::warn!("{} is not understood: {error}", file.display());
                if let Err(error) = self.put_aside(&file) {
                    log::warn!("{} was not put aside: {error}", file.display());
                }
                T::default()
            }
            Stored::Absent | Stored::Unreadable(_) => T::default(),
        };
        let aside = self.asides(roots, NOT_UNDERSTOOD).pop();
        let trouble = aside.map(|file| Trouble {
            kind: TroubleKind::NotUnderstood,
            file,
            reason: String::new(),
            restorable: self.last_good(roots).is_some(),
        });
        Held { kept, trouble }
    }

    /// What the file holds, where it is there and this program may add to it.
    pub fn stored(&self, roots: &[PathBuf]) -> Option<T> {
        match store::load::<Sheet<T>>(&self.file(roots)) {
            Stored::Read(sheet) if sheet.schema <= SCHEMA => Some(sheet.kept),
            _ => None,
        }
    }

    pub fn write(&self, whose: Whose<'_>, kept: &T) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Written<'k, T> {
            schema: u32,
            roots: &'k [PathBuf],
            prints: &'k [Print],
            kept: &'k T,
        }
        let file = self.file(whose.roots);
        self.may_write(&file)?;
        let sheet = Written {
            schema: SCHEMA,
            roots: whose.roots,
            prints: whose.prints,
            kept,
        };
        store::write(&file, &sheet)?;
        if let Err(error) = store::copy(&file, &file.with_extension(BACKUP)) {
            log::warn!("{} has no copy: {error}", file.display());
        }
        Ok(())
    }

    /// Refuses to write over what would be lost.
    fn may_write(&self, file: &Path) -> Result<(), Failure> {
        let refused = |code, why: &dyn std::fmt::Display| {
            Err(Failure::new(code, format!("{}: {why}", file.display())))
        };
        match store::load::<Head>(file) {
            Stored::Absent => Ok(()),
            Stored::Unreadable(error) => refused(FailureCode::StoreUnreadable, &error),
            Stored::Read(head) if head.schema > SCHEMA => {
                refused(FailureCode::StoreNewer, &"written by a newer version")
            }
            Stored::Read(_) | Stored::NotUnderstood(_) => {
                if !matches!(store::load::<Sheet<T>>(file), Stored::Read(_))
                    && let Err(error) = self.put_aside(file)
                {
                    return refused(FailureCode::NotSaved, &error);
                }
                Ok(())
            }
        }
    }

    /// Each under a name of its own, with the copy of what it was.
    fn put_aside(&self, file: &Path) -> std::io::Result<()> {
        let backup = file.with_extension(BACKUP);
        if backup.exists() {
            store::name_also(&backup, LAST_GOOD)?;
        }
        store::name_also(file, NOT_UNDERSTOOD)?;
        std::fs::remove_file(file)
    }

    /// What was kept before the file was put aside, where a copy tells.
    pub fn last_good(&self, roots: &[PathBuf]) -> Option<T> {
        self.asides(roots, LAST_GOOD).iter().rev().find_map(|path| {
            match store::load::<Sheet<T>>(path) {
                Stored::Read(sheet) if sheet.schema <= SCHEMA => Some(sheet.kept),
                _ => None,
            }
        })
    }

    /// The reader knows of what was put aside: it stays, and is told no more.
    pub fn acknowledge(&self, roots: &[PathBuf]) {
        let asides = [NOT_UNDERSTOOD, LAST_GOOD].map(|ending| self.asides(roots, ending));
        for path in asides.into_iter().flatten() {
            let named =
                store::name_also(&path, PUT_ASIDE).and_then(|_| std::fs::remove_file(&path));
            if let Err(error) = named {
                log::warn!("{} keeps its name: {error}", path.display());
            }
        }
    }

    fn file(&self, roots: &[PathBuf]) -> PathBuf {
        self.folder.join(format!("{}.json", store::id_of(roots)))
    }

    /// The folder's files that were put aside with this ending, in the order in which they were.
    fn asides(&self, roots: &[PathBuf], ending: &str) -> Vec<PathBuf> {
        let id = store::id_of(roots);
        let number = |path: &Path| -> Option<u32> {
            let own = path.file_stem().is_some_and(|stem| stem == id.as_str());
            let extension = path.extension()?.to_str().filter(|_| own)?;
            extension
                .strip_prefix(ending)?
                .strip_prefix('-')?
                .parse()
                .ok()
        };
        let mut found: Vec<(u32, PathBuf)> = self
            .entries()
            .filter_map(|path| Some((number(&path)?, path)))
            .collect();
        found.sort();
        found.into_iter().map(|(_, path)| path).collect()
    }

    fn files(&self, ending: &str) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = self
            .entries()
            .filter(|path| path.extension().is_some_and(|own| own == ending))
            .collect();
        files.sort();
        files
    }

    fn entries(&self) -> impl Iterator<Item = PathBuf> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten();
        entries.filter_map(|entry| Some(entry.ok()?.path()))
    }
}

#[cfg(test)]
mod tests;
