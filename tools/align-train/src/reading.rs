//! Pairs as the engine reads them, with or without what their words mean.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use asquoted_engine::collation::words::Versions;
use asquoted_engine::meaning::{Known, Lexicon, Meaning, Synonyms};

use crate::pairs::Pair;

/// What is known of the words beside their letters.
#[derive(Debug)]
pub struct Reading {
    known: Option<Known>,
}

impl Reading {
    pub fn by_letters() -> Self {
        Self { known: None }
    }

    /// By synonyms and the model's vectors of word pieces; `folder` is what `tools/assets` made.
    pub fn by_lexicon(folder: &Path) -> anyhow::Result<Self> {
        let known = Known::Lexicon(Arc::new(lexicon(folder)?));
        Ok(Self { known: Some(known) })
    }

    /// By what the model makes of the words beside each other as well.
    pub fn by_meaning(folder: &Path) -> anyhow::Result<Self> {
        let meaning = Meaning::load(&bytes(folder, MODEL)?, Arc::new(lexicon(folder)?))?;
        let known = Known::Meaning(Arc::new(meaning));
        Ok(Self { known: Some(known) })
    }

    pub fn versions(&self, pair: &Pair) -> Versions {
        let (a, b) = (tokens(&pair.a), tokens(&pair.b));
        let versions = Versions::read(&a, &b);
        match &self.known {
            Some(known) => {
                let sense = |words: &[&str]| Arc::new(known.sense(words));
                versions.with_senses(&sense(&a), &sense(&b))
            }
            None => versions,
        }
    }
}

const MODEL: &str = "meaning.bin";

fn lexicon(folder: &Path) -> anyhow::Result<Lexicon> {
    let synonyms = Arc::new(Synonyms::load(&bytes(folder, "synonyms.txt")?)?);
    let vocabulary = bytes(folder, "vocabulary.txt")?;
    Ok(Lexicon::load(
        &bytes(folder, MODEL)?,
        &vocabulary,
        synonyms,
    )?)
}

fn bytes(folder: &Path, name: &str) -> anyhow::Result<Vec<u8>> {
    let path = folder.join(name);
    std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn tokens(side: &[String]) -> Vec<&str> {
    side.iter().map(String::as_str).collect()
}
