//! What the program knows about the meaning of words: files that `tools/assets` makes, which lie
//! beside the program or among its resources.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use asquoted_engine::meaning::{Lexicon, Meaning, MeaningError, Synonyms};

/// Where the folder may lie, from the program's own folder: as it is built, and as it is installed.
const PLACES: &[&str] = &[
    "assets",
    "../assets",
    "../share/as-quoted/assets",
    "../lib/As Quoted/assets",
];
const MODEL: &str = "meaning.bin";
const VOCABULARY: &str = "vocabulary.txt";
const SYNONYMS: &str = "synonyms.txt";

/// A folder with the model and the synonyms.
#[derive(Debug, Clone)]
pub struct Assets {
    folder: PathBuf,
}

/// Why the assets cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    #[error("cannot read {}: {reason}", .path.display())]
    Unreadable { path: PathBuf, reason: String },
    #[error("the assets in {} cannot be used: {reason}", .folder.display())]
    Unfit {
        folder: PathBuf,
        reason: MeaningError,
    },
}

impl Assets {
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// The first of `places`, or else of the usual places beside the program, that has them.
    pub fn find(places: impl IntoIterator<Item = PathBuf>) -> Option<Self> {
        places
            .into_iter()
            .chain(usual_places())
            .find(|place| {
                [MODEL, VOCABULARY, SYNONYMS]
                    .iter()
                    .all(|name| place.join(name).is_file())
            })
            .map(|folder| Self { folder })
    }

    /// Loads the synonyms: some 30 ms.
    pub fn synonyms(&self) -> Result<Arc<Synonyms>, AssetsError> {
        let loaded = Synonyms::load(&self.bytes(SYNONYMS)?);
        loaded.map(Arc::new).map_err(|reason| self.unfit(reason))
    }

    /// Loads what words mean by themselves: some 20 ms and 13 MB.
    pub fn lexicon(&self, synonyms: Arc<Synonyms>) -> Result<Arc<Lexicon>, AssetsError> {
        let (model, vocabulary) = (self.bytes(MODEL)?, self.bytes(VOCABULARY)?);
        let loaded = Lexicon::load(&model, &vocabulary, synonyms);
        loaded.map(Arc::new).map_err(|reason| self.unfit(reason))
    }

    /// Loads the layers above it: some 30 ms and 6 MB.
    pub fn meaning(&self, lexicon: Arc<Lexicon>) -> Result<Meaning, AssetsError> {
        let loaded = Meaning::load(&self.bytes(MODEL)?, lexicon);
        loaded.map_err(|reason| self.unfit(reason))
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, AssetsError> {
        let path = self.folder.join(name);
        fs::read(&path).map_err(|error| AssetsError::Unreadable {
            path,
            reason: error.to_string(),
        })
    }

    fn unfit(&self, reason: MeaningError) -> AssetsError {
        AssetsError::Unfit {
            folder: self.folder.clone(),
            reason,
        }
    }
}

fn usual_places() -> Vec<PathBuf> {
    let program = std::env::current_exe().and_then(fs::canonicalize);
    let folder = program
        .ok()
        .and_then(|path| path.parent().map(Path::to_path_buf));
    let places = folder.map(|folder| PLACES.iter().map(|place| folder.join(place)).collect());
    places.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_lacks_a_file_is_passed_over() {
        let place = tempfile::tempdir().expect("a folder");
        let found = || Assets::find([place.path().to_owned()]).map(|assets| assets.folder);
        let has = |folder: Option<PathBuf>| folder.as_deref() == Some(place.path());
        for name in [MODEL, VOCABULARY] {
            fs::write(place.path().join(name), "x").expect("a file");
            assert!(!has(found()));
        }
        fs::write(place.path().join(SYNONYMS), "n boat ferry\n").expect("a file");
        assert!(has(found()));
    }

    #[test]
    fn damaged_files_are_told() {
        let place = tempfile::tempdir().expect("a folder");
        let assets = Assets::at(place.path());
        assert!(matches!(
            assets.synonyms(),
            Err(AssetsError::Unreadable { .. })
        ));
        fs::write(place.path().join(SYNONYMS), "n boat ferry\n").expect("a file");
        let synonyms = assets.synonyms().expect("synonyms");
        assert!(synonyms.are_synonyms("boats", "ferry"));
        for name in [MODEL, VOCABULARY] {
            fs::write(place.path().join(name), "x").expect("a file");
        }
        let told = assets.lexicon(synonyms).expect_err("no model").to_string();
        assert!(told.contains("cannot be used"), "{told}");
    }
}
