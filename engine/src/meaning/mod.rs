//! What words mean: a small language model (the first three layers of all-MiniLM-L6-v2) and the
//! synonyms of WordNet. English only. The faces bring the bytes, which `tools/assets` makes;
//! without them versions are aligned by letters alone. The model's vectors of word pieces serve
//! without its layers as well: what words mean by themselves costs next to nothing.
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

use model::{Model, Pieces};
use pieces::Vocabulary;

pub(crate) use arithmetic::exp_of_negative;
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

/// What is known of words, by what it costs: synonyms alone; what words mean by themselves; what the
/// model makes of them beside their neighbours.
#[derive(Debug, Clone)]
pub enum Known {
    Synonyms(Arc<Synonyms>),
    Lexicon(Arc<Lexicon>),
    Meaning(Arc<Meaning>),
}

impl Known {
    /// What is known of the words of one version.
    pub fn sense(&self, words: &[&str]) -> Sense {
        match self {
            Self::Synonyms(synonyms) => synonyms.sense(words),
            Self::Lexicon(lexicon) => lexicon.sense(words),
            Self::Meaning(meaning) => meaning.sense(words),
        }
    }

    /// What is known of the words of a version too long to be aligned word by word: the model is
    /// not run over it, as nobody would look at what it finds.
    pub fn sense_of_long(&self, words: &[&str]) -> Sense {
        match self {
            Self::Meaning(meaning) => meaning.lexicon.sense(words),
            _ => self.sense(words),
        }
    }
}

/// What words mean by themselves: the model's vectors of word pieces, and the synonyms. 13 MB, and
/// no layer is run.
pub struct Lexicon {
    pieces: Pieces,
    vocabulary: Vocabulary,
    synonyms: Arc<Synonyms>,
}

impl Lexicon {
    /// The contents of `meaning.bin` (its layers are not read) and `vocabulary.txt`, and what was
    /// made of `synonyms.txt`. Any bytes are safe to give.
    pub fn load(
        model: &[u8],
        vocabulary: &[u8],
        synonyms: Arc<Synonyms>,
    ) -> Result<Self, MeaningError> {
        let pieces = Pieces::load(model)?;
        let vocabulary = Vocabulary::load(vocabulary)?;
        if vocabulary.len() != pieces.size.vocabulary {
            return Err(MeaningError::OtherVocabulary);
        }
        Ok(Self {
            pieces,
            vocabulary,
            synonyms,
        })
    }

    /// What the words of one version mean by themselves, one after the other: microseconds a word.
    pub fn sense(&self, words: &[&str]) -> Sense {
        Sense::by_themselves(words, self)
    }
}

/// The lexicon and the layers above it: about 28 MB.
pub struct Meaning {
    layers: Model,
    lexicon: Arc<Lexicon>,
}

impl Meaning {
    /// The contents of `meaning.bin`, from which `lexicon` was made before. Any bytes are safe to
    /// give.
    pub fn load(model: &[u8], lexicon: Arc<Lexicon>) -> Result<Self, MeaningError> {
        Ok(Self {
            layers: Model::load(model, &lexicon.pieces)?,
            lexicon,
        })
    }

    /// What the words of one version mean, one after the other. Takes some milliseconds a sentence:
    /// keep the result.
    pub fn sense(&self, words: &[&str]) -> Sense {
        Sense::read_by(self, words)
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Meaning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meaning").finish_non_exhaustive()
    }
}
