//! Who may write into the program's data folder: one program at a time. Two of them on one home – two
//! logins, two session buses – would write over each other's corrections. The system frees the lock
//! when its holder ends, in whichever way.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

const NAME: &str = "in-use.lock";

pub struct DataLock {
    file: PathBuf,
    state: Mutex<State>,
}

enum State {
    /// Locked as long as the file is open.
    Ours {
        _file: File,
    },
    Elsewhere,
    /// The drive knows no locks, as some network drives: then nobody keeps others out.
    None,
    /// Nothing can be written there at all.
    Unwritable(String),
}

/// Whether this program may write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holding {
    Ours,
    Elsewhere,
    /// Nothing can be written there.
    Nobody,
}

impl DataLock {
    pub fn take(data: &Path) -> Self {
        let file = data.join(NAME);
        let state = Mutex::new(lock(&file));
        Self { file, state }
    }

    /// Asked before each change: the other program may have ended.
    pub fn holding(&self) -> Holding {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*state, State::Elsewhere | State::Unwritable(_)) {
            *state = lock(&self.file);
        }
        match *state {
            State::Elsewhere => Holding::Elsewhere,
            State::Unwritable(_) => Holding::Nobody,
            State::Ours { .. } | State::None => Holding::Ours,
        }
    }

    /// Why nothing can be kept in the data folder, where nothing can.
    pub fn unwritable(&self) -> Option<String> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match &*state {
            State::Unwritable(reason) => Some(reason.clone()),
            _ => None,
        }
    }
}

fn lock(path: &Path) -> State {
    let file = match open(path) {
        Ok(file) => file,
        Err(error) => {
            log::warn!("{} cannot be written: {error}", path.display());
            return State::Unwritable(error.to_string());
        }
    };
    match file.try_lock() {
        Ok(()) => State::Ours { _file: file },
        Err(TryLockError::WouldBlock) => State::Elsewhere,
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::WouldBlock => {
            State::Elsewhere
        }
        Err(TryLockError::Error(error)) => {
            log::warn!("{} cannot be locked: {error}", path.display());
            State::None
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_and_the_next_takes_it_over() {
        let data = tempfile::tempdir().unwrap();
        let first = DataLock::take(data.path());
        let second = DataLock::take(data.path());
        assert_eq!(first.holding(), Holding::Ours);
        assert_eq!(second.holding(), Holding::Elsewhere);
        drop(first);
        assert_eq!(second.holding(), Holding::Ours);
    }

    #[test]
    fn a_folder_that_cannot_be_written_says_so() {
        let data = tempfile::tempdir().unwrap();
        let file = data.path().join("a file");
        std::fs::write(&file, "").unwrap();
        let lock = DataLock::take(&file.join("data"));
        assert!(lock.unwritable().is_some());
        assert_eq!(lock.holding(), Holding::Nobody);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(lock.holding(), Holding::Ours);
        assert_eq!(lock.unwritable(), None);
    }
}
