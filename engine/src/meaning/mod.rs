//! What words mean: a small language model (the first three layers of all-MiniLM-L6-v2) and the
//! synonyms of WordNet. English only. The faces bring the bytes, which `tools/assets` makes;
//! without them versions are aligned by letters alone.
//!
//! The products of the model are sums of whole numbers, and its floating-point sums have a fixed
//! order, so that every machine gets the same bits.

mod arithmetic;
mod bytes;
mod encoder;
mod linear;
mod model;
mod pieces;
mod sense;
mod synonyms;

use std::sync::Arc;

use model::Model;
use pieces::Vocabulary;

pub use sense::Sense;
pub use synonyms::Synonyms;

/// Why given bytes are not the assets that this program was built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MeaningError {
    #[error("this is no model that the program can read")]
    NotAModel,
    #[error("the model has an impossible size")]
    ImpossibleSize,
    #[error("the model ends too early, or goes on after its end")]
    WrongLength,
    #[error("the model holds a number that is not finite")]
    NotFinite,
    #[error("the vocabulary does not fit the model")]
    OtherVocabulary,
    #[error("the synonyms are damaged at line {0}")]
    BadSynonyms(usize),
}

/// What is known of words: synonyms alone, which cost next to nothing, or what the model makes of
/// them as well.
#[derive(Debug, Clone)]
pub enum Known {
    Synonyms(Arc<Synonyms>),
    Meaning(Arc<Meaning>),
}

impl Known {
    /// What is known of the words of one version.
    pub fn sense(&self, words: &[&str]) -> Sense {
        match self {
            Self::Synonyms(synonyms) => synonyms.sense(words),
            Self::Meaning(meaning) => meaning.sense(words),
        }
    }
}

/// The model, its vocabulary and the synonyms, loaded: about 28 MB.
pub struct Meaning {
    model: Model,
    vocabulary: Vocabulary,
    synonyms: Arc<Synonyms>,
}

impl Meaning {
    /// The contents of `meaning.bin` and `vocabulary.txt`, and what was made of `synonyms.txt`.
    /// Any bytes are safe to give.
    pub fn load(
        model: &[u8],
        vocabulary: &[u8],
        synonyms: Arc<Synonyms>,
    ) -> Result<Self, MeaningError> {
        let model = Model::load(model)?;
        let vocabulary = Vocabulary::load(vocabulary)?;
        if vocabulary.len() != model.size.vocabulary {
            return Err(MeaningError::OtherVocabulary);
        }
        Ok(Self {
            model,
            vocabulary,
            synonyms,
        })
    }

    /// What the words of one version mean, one after the other. Takes some milliseconds a sentence:
    /// keep the result.
    pub fn sense(&self, words: &[&str]) -> Sense {
        Sense::of(words, self)
    }
}

impl std::fmt::Debug for Meaning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meaning").finish_non_exhaustive()
    }
}
