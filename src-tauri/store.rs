//! JSON in the program's own data folder. A file is replaced whole or not at all, so that a
//! crash leaves the older one; one that the system does not give is never replaced.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::{Failure, FailureCode};

/// How the names of files begin that are being written; earlier versions left the second kind behind.
const WRITING: [&str; 2] = [".writing-", ".tmp"];

/// What a file of ours holds.
#[derive(Debug)]
pub enum Stored<T> {
    /// There is none.
    Absent,
    Read(T),
    /// It is there, and the system does not give it.
    Unreadable(io::Error),
    /// It holds something else than we write.
    NotUnderstood(serde_json::Error),
}

pub fn load<T: DeserializeOwned>(path: &Path) -> Stored<T> {
    match std::fs::read(path) {
        Ok(bytes) => match serde_json::from_slice(&bytes) {
            Ok(value) => Stored::Read(value),
            Err(error) => Stored::NotUnderstood(error),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Stored::Absent,
        Err(error) => Stored::Unreadable(error),
    }
}

/// What the file holds, or the default where there is none or it is broken: neither settings nor
/// recent folders are worth a program that does not start.
pub fn read<T: DeserializeOwned + Default>(path: &Path) -> T {
    match load(path) {
        Stored::Read(value) => return value,
        Stored::Absent => {}
        Stored::Unreadable(error) => log::warn!("{} was not read: {error}", path.display()),
        Stored::NotUnderstood(error) => {
            log::warn!("{} is not understood: {error}", path.display());
        }
    }
    T::default()
}

/// The same roots have the same id, whenever they are opened.
pub fn id_of(roots: &[PathBuf]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for root in roots {
        for byte in root.as_os_str().as_encoded_bytes().iter().chain(&[0]) {
            // FNV-1a, which stays the same between builds, unlike the standard hasher.
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// Replaces the file. What stands there and cannot be read is left alone: it may be all of somebody's work.
pub fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), Failure> {
    replace(path, value).map_err(|error| {
        Failure::new(
            FailureCode::NotSaved,
            format!("{} was not written: {error}", path.display()),
        )
    })
}

fn replace<T: Serialize>(path: &Path, value: &T) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    match File::open(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = tempfile::Builder::new()
        .prefix(WRITING[0])
        .tempfile_in(folder)?;
    serde_json::to_writer_pretty(&mut file, value)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync(folder);
    Ok(())
}

/// Copies a file beside it, whole or not at all. A copy that a power cut takes is made again by the next change.
pub fn copy(path: &Path, to: &Path) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut copy = tempfile::Builder::new()
        .prefix(WRITING[0])
        .tempfile_in(folder)?;
    io::copy(&mut File::open(path)?, &mut copy)?;
    copy.persist(to)?;
    Ok(())
}

/// Makes the new name of a file outlast a power cut, where the system has such a thing.
fn sync(folder: &Path) {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    if cfg!(unix)
        && let Err(error) = synced
    {
        log::warn!("{} was not synced: {error}", folder.display());
    }
}

/// Gives a file a second name that no other file has: `path` with the first free one of `ending-1`,
/// `ending-2` and so on.
pub fn name_also(path: &Path, ending: &str) -> io::Result<PathBuf> {
    for number in 1_u32.. {
        let other = path.with_extension(format!("{ending}-{number}"));
        match std::fs::hard_link(path, &other) {
            Ok(()) => return Ok(other),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            // Some drives have no second names.
            Err(_) if !other.exists() => return std::fs::copy(path, &other).map(|_| other),
            Err(_) => {}
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Removes what writes of an earlier run left behind when they were killed. Only for the program that
/// alone may write there.
pub fn sweep(folder: &Path, began: SystemTime) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let is_ours = WRITING.iter().any(|prefix| {
            let rest = name.to_str().and_then(|name| name.strip_prefix(prefix));
            rest.is_some_and(|rest| {
                !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric())
            })
        });
        let about = entry.metadata().ok().filter(|about| about.is_file());
        let changed = about.and_then(|about| about.modified().ok());
        if is_ours
            && changed.is_some_and(|changed| changed < began)
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            log::warn!("{} stays: {error}", entry.path().display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        // A link to itself is read by nobody, whatever his rights are.
        std::os::unix::fs::symlink(&path, &path).unwrap();
        assert!(matches!(load::<u32>(&path), Stored::Unreadable(_)));
        assert_eq!(write(&path, &7).unwrap_err().code, FailureCode::NotSaved);
        assert!(path.is_symlink());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_second_name_is_never_another_file_s() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        let mut names = Vec::new();
        for text in ["one", "two", "three"] {
            std::fs::write(&path, text).unwrap();
            let other = name_also(&path, "aside").unwrap();
            std::fs::remove_file(&path).unwrap();
            names.push((other, text));
        }
        for (other, text) in names {
            assert_eq!(std::fs::read_to_string(other).unwrap(), text);
        }
    }

    #[test]
    fn leftovers_of_killed_writes_are_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            ".writing-aB3",
            ".tmpXy12Zz",
            ".tmp",
            ".tmp-mine",
            "a.json",
            "b.bak",
        ] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let left = || {
            let entries = std::fs::read_dir(folder.path()).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let mut names: Vec<String> = names.collect();
            names.sort();
            names
        };
        sweep(folder.path(), SystemTime::UNIX_EPOCH);
        assert_eq!(left().len(), 6);
        sweep(
            folder.path(),
            SystemTime::now() + std::time::Duration::from_secs(60),
        );
        assert_eq!(left(), [".tmp", ".tmp-mine", "a.json", "b.bak"]);
    }
}
