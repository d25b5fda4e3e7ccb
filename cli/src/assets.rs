//! What the program knows about the meaning of words.

use std::path::Path;
use std::sync::Arc;

use asquoted_engine::meaning::{Known, Meaning};
use asquoted_intake::{Assets, AssetsError};

/// The model that lies in `given`, or else in the first of the usual places that has it. `None`
/// where there is none: words are then compared by their letters alone.
pub fn meaning(given: Option<&Path>) -> Result<Option<Meaning>, AssetsError> {
    let Some(assets) = given.map(Assets::at).or_else(|| Assets::find([])) else {
        return Ok(None);
    };
    assets.meaning(assets.synonyms()?).map(Some)
}

/// What a whole folder is compared by: the model where it is asked for, since it takes some ten
/// milliseconds a version; else the synonyms, where they lie beside the program.
pub fn known(given: Option<&Path>) -> Result<Option<Known>, AssetsError> {
    if given.is_some() {
        return Ok(meaning(given)?.map(Arc::new).map(Known::Meaning));
    }
    let synonyms = Assets::find([]).map(|assets| assets.synonyms());
    Ok(synonyms.transpose()?.map(Known::Synonyms))
}
