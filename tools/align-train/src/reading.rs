//! Pairs as the engine reads them, with or without what their words mean.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use asquoted_engine::collation::words::Versions;
use asquoted_engine::meaning::{Meaning, Synonyms};

use crate::pairs::Pair;

pub struct Reading {
    meaning: Option<Meaning>,
}

impl Reading {
    pub fn by_letters() -> Self {
        Self { meaning: None }
    }

    /// `folder` is what `tools/assets` made.
    pub fn by_meaning(folder: &Path) -> anyhow::Result<Self> {
        let bytes = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let synonyms = Arc::new(Synonyms::load(&bytes("synonyms.txt")?)?);
        let (model, vocabulary) = (bytes("meaning.bin")?, bytes("vocabulary.txt")?);
        let meaning = Meaning::load(&model, &vocabulary, synonyms)?;
        Ok(Self {
            meaning: Some(meaning),
        })
    }

    pub fn versions(&self, pair: &Pair) -> Versions {
        let (a, b) = (tokens(&pair.a), tokens(&pair.b));
        let versions = Versions::read(&a, &b);
        match &self.meaning {
            Some(meaning) => {
                let sense = |words: &[&str]| Arc::new(meaning.sense(words));
                versions.with_senses(&sense(&a), &sense(&b))
            }
            None => versions,
        }
    }
}

fn tokens(side: &[String]) -> Vec<&str> {
    side.iter().map(String::as_str).collect()
}
