//! JSON in the program's own data folder. A file is replaced whole or not at all, so that a
//! crash leaves the older one.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::{Failure, FailureCode};

/// What the file holds, or the default where there is none or it is broken: neither settings nor
/// recent folders are worth a program that does not start.
pub fn read<T: DeserializeOwned + Default>(path: &Path) -> T {
    read_if_understood(path).unwrap_or_default()
}

/// The same, with nothing where the file is broken.
pub fn read_if_understood<T: DeserializeOwned + Default>(path: &Path) -> Option<T> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            if error.kind() != std::io::ErrorKind::NotFound {
                log::warn!("{} was not read: {error}", path.display());
            }
            return Some(T::default());
        }
    };
    serde_json::from_slice(&bytes)
        .inspect_err(|error| log::warn!("{} is not understood: {error}", path.display()))
        .ok()
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

pub fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), Failure> {
    replace(path, value).map_err(|error| {
        Failure::new(
            FailureCode::NotSaved,
            format!("{} was not written: {error}", path.display()),
        )
    })
}

fn replace<T: Serialize>(path: &Path, value: &T) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, value)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
