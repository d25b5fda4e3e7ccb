//! What the open folder holds.

use asquoted_engine::page::{
    ArticleList, ArticlePage, ArticlePair, ArticleQuery, Choices, Comparison, ListPage, ListQuery,
    OutletsPage, RememberedHit, TablePage,
};

use super::Shell;
use crate::failure::{Failure, FailureCode};

/// A stretch of the list of utterances.
#[tauri::command]
#[specta::specta]
pub async fn list(session: Shell<'_>, query: ListQuery) -> Result<ListPage, Failure> {
    session.list(&query)
}

/// The beginning of the list, narrowed or ordered in another way. Stops the one before.
#[tauri::command]
#[specta::specta]
pub async fn list_anew(session: Shell<'_>, query: ListQuery) -> Result<ListPage, Failure> {
    let session = session.inner().clone();
    apart(move || session.list_anew(&query)).await
}

/// What the menus above the list offer beside what is chosen in them.
#[tauri::command]
#[specta::specta]
pub async fn choices(session: Shell<'_>, query: ListQuery) -> Result<Choices, Failure> {
    session.choices(&query)
}

/// Where something like words remembered stands, best first. Stops the search before.
#[tauri::command]
#[specta::specta]
pub async fn remembered(session: Shell<'_>, words: String) -> Result<Vec<RememberedHit>, Failure> {
    let session = session.inner().clone();
    apart(move || session.remembered(&words)).await
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

/// All versions in one table, each held against the version `base` (a quotation), else against the
/// most complete one. Stops the table before.
#[tauri::command]
#[specta::specta]
pub async fn table(
    session: Shell<'_>,
    utterance: String,
    base: Option<String>,
) -> Result<TablePage, Failure> {
    let session = session.inner().clone();
    apart(move || session.table(&utterance, base.as_deref())).await
}

/// Gives up the table that is being made.
#[tauri::command]
#[specta::specta]
pub async fn stop_table(session: Shell<'_>) -> Result<(), Failure> {
    session.stop_table();
    Ok(())
}

/// The same two versions with what their words mean, to take the place of what is on the screen;
/// `null` where the program has no model. Takes some ten milliseconds a sentence.
#[tauri::command]
#[specta::specta]
pub async fn comparison_by_meaning(
    session: Shell<'_>,
    utterance: String,
    left: Option<String>,
    right: Option<String>,
) -> Result<Option<Comparison>, Failure> {
    let session = session.inner().clone();
    apart(move || session.comparison_by_meaning(&utterance, left.as_deref(), right.as_deref()))
        .await
}

/// One whole article, its quotations marked.
#[tauri::command]
#[specta::specta]
pub async fn article(session: Shell<'_>, id: String) -> Result<ArticlePage, Failure> {
    session.article(&id)
}

/// A stretch of the list of articles.
#[tauri::command]
#[specta::specta]
pub async fn articles(session: Shell<'_>, query: ArticleQuery) -> Result<ArticleList, Failure> {
    session.articles(&query)
}

/// Two whole articles, and what corresponds in them.
#[tauri::command]
#[specta::specta]
pub async fn article_pair(
    session: Shell<'_>,
    left: String,
    right: String,
) -> Result<ArticlePair, Failure> {
    session.article_pair(&left, &right)
}

/// Who carried what, and how alike the outlets word it.
#[tauri::command]
#[specta::specta]
pub async fn outlets(session: Shell<'_>) -> Result<OutletsPage, Failure> {
    session.outlets()
}

/// What may take its time, on a thread where it keeps no key from being answered.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Failure::new(FailureCode::Fault, error.to_string())))
}
