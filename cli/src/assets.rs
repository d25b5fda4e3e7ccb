//! What the program knows about the meaning of words.

use std::path::Path;
use std::sync::Arc;

use asquoted_engine::meaning::{Known, Lexicon};
use asquoted_intake::{Assets, AssetsError};

/// All that is known: the model that lies in `given`, or else in the first of the usual places that
/// has it. `None` where there is none: words are then compared by their letters alone.
pub fn everything(given: Option<&Path>) -> Result<Option<Known>, AssetsError> {
    let Some(assets) = given.map(Assets::at).or_else(|| Assets::find([])) else {
        return Ok(None);
    };
    let meaning = assets.meaning(lexicon(&assets)?)?;
    Ok(Some(Known::Meaning(Arc::new(meaning))))
}

/// What words mean by themselves, where it lies beside the program; no model is run.
pub fn by_words() -> Result<Option<Known>, AssetsError> {
    let lexicon = Assets::find([]).map(|assets| lexicon(&assets));
    Ok(lexicon.transpose()?.map(Known::Lexicon))
}

/// What a whole folder is compared by: the model where it is asked for, since it takes some ten
/// milliseconds a version; else letters and synonyms. What words mean by themselves finds more, but
/// pairs words of two unlike stretches by chance, which a careful reader would not.
pub fn known(given: Option<&Path>) -> Result<Option<Known>, AssetsError> {
    if given.is_some() {
        return everything(given);
    }
    let synonyms = Assets::find([]).map(|assets| assets.synonyms());
    Ok(synonyms.transpose()?.map(Known::Synonyms))
}

fn lexicon(assets: &Assets) -> Result<Arc<Lexicon>, AssetsError> {
    assets.lexicon(assets.synonyms()?)
}
