//! What the program knows about the meaning of words: files that `tools/assets` makes, which lie
//! beside the program.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use asquoted_engine::meaning::Meaning;

/// Where the files may lie, from the program's own folder.
const PLACES: &[&str] = &["assets", "../assets", "../share/as-quoted/assets"];
const MODEL: &str = "meaning.bin";

/// Loads what lies in `given`, or else in the first of the usual places that has it. `None` where
/// there is none: words are then compared by their letters alone.
pub fn meaning(given: Option<&Path>) -> anyhow::Result<Option<Meaning>> {
    let usual = || {
        usual_places()
            .into_iter()
            .find(|place| place.join(MODEL).is_file())
    };
    match given.map(Path::to_path_buf).or_else(usual) {
        Some(folder) => load(&folder).map(Some),
        None => Ok(None),
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

fn load(folder: &Path) -> anyhow::Result<Meaning> {
    let bytes = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (model, vocabulary) = (bytes(MODEL)?, bytes("vocabulary.txt")?);
    Meaning::load(&model, &vocabulary, &bytes("synonyms.txt")?)
        .with_context(|| format!("the assets in {} cannot be used", folder.display()))
}
