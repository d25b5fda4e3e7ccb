//! What the open folder holds.

use asquoted_engine::page::{ArticlePage, Comparison, ListPage, ListQuery};

use super::Shell;
use crate::failure::Failure;

/// A stretch of the list of utterances.
#[tauri::command]
#[specta::specta]
pub async fn list(session: Shell<'_>, query: ListQuery) -> Result<ListPage, Failure> {
    session.list(&query)
}

/// Two versions side by side: those asked for by quotation id, else the two that the engine
/// thinks most telling.
#[tauri::command]
#[specta::specta]
pub async fn comparison(
    session: Shell<'_>,
    utterance: String,
    left: Option<String>,
    right: Option<String>,
) -> Result<Comparison, Failure> {
    session.comparison(&utterance, left.as_deref(), right.as_deref())
}

/// One whole article, its quotations marked.
#[tauri::command]
#[specta::specta]
pub async fn article(session: Shell<'_>, id: String) -> Result<ArticlePage, Failure> {
    session.article(&id)
}
