//! What the program knows of English words: synonyms from the start, the model from the moment that
//! a comparison first asks for it.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use asquoted_engine::meaning::{Known, Meaning, Synonyms};
use asquoted_intake::{Assets, AssetsError};

#[derive(Debug, Default)]
pub struct Knowledge {
    assets: Option<Assets>,
    synonyms: OnceLock<Option<Arc<Synonyms>>>,
    meaning: OnceLock<Option<Arc<Meaning>>>,
}

impl Knowledge {
    /// Of what lies in the first of `places`, or beside the program; of nothing if it lies nowhere.
    pub fn find(places: impl IntoIterator<Item = PathBuf>) -> Self {
        let assets = Assets::find(places);
        if assets.is_none() {
            log::info!("there is no model beside the program: versions are compared by words only");
        }
        Self {
            assets,
            ..Self::default()
        }
    }

    /// What a folder is opened with.
    pub fn known(&self) -> Option<Known> {
        self.synonyms().map(Known::Synonyms)
    }

    /// The model. The first call loads it, and others wait for that: not for the window's thread.
    pub fn meaning(&self) -> Option<Arc<Meaning>> {
        let load = || {
            let assets = self.assets.as_ref()?;
            let lexicon = told(assets.lexicon(self.synonyms()?))?;
            told(assets.meaning(lexicon)).map(Arc::new)
        };
        self.meaning.get_or_init(load).clone()
    }

    fn synonyms(&self) -> Option<Arc<Synonyms>> {
        let load = || told(self.assets.as_ref()?.synonyms());
        self.synonyms.get_or_init(load).clone()
    }
}

/// Damaged files are told in the log; the program goes on without them.
fn told<T>(loaded: Result<T, AssetsError>) -> Option<T> {
    loaded.inspect_err(|error| log::warn!("{error}")).ok()
}
