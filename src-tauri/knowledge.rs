//! What the program knows of English words: what they mean by themselves from the start, the model's
//! layers from the moment that a comparison first asks for them.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use asquoted_engine::meaning::{Known, Lexicon, Meaning};
use asquoted_intake::{Assets, AssetsError};

#[derive(Debug, Default)]
pub struct Knowledge {
    assets: Option<Assets>,
    lexicon: OnceLock<Option<Arc<Lexicon>>>,
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
        self.lexicon().map(Known::Lexicon)
    }

    /// The model. The first call loads it, and others wait for that: not for the window's thread.
    pub fn meaning(&self) -> Option<Arc<Meaning>> {
        let load = || {
            let lexicon = self.lexicon()?;
            let meaning = self.assets.as_ref()?.meaning(lexicon);
            told(meaning).map(Arc::new)
        };
        self.meaning.get_or_init(load).clone()
    }

    fn lexicon(&self) -> Option<Arc<Lexicon>> {
        let load = || {
            let assets = self.assets.as_ref()?;
            told(assets.lexicon(told(assets.synonyms())?))
        };
        self.lexicon.get_or_init(load).clone()
    }
}

/// Damaged files are told in the log; the program goes on without them.
fn told<T>(loaded: Result<T, AssetsError>) -> Option<T> {
    loaded.inspect_err(|error| log::warn!("{error}")).ok()
}
