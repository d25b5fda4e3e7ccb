//! Who is who. `quotation` says which words name a speaker in one article; this room gives every
//! person one name across the folder.

mod cast;
mod figure;
mod folder;
mod mentions;
mod names;
mod roles;
mod within;

use std::borrow::Borrow;

use crate::article::Article;
use crate::pace::Pace;
use crate::quotation::Quotation;
use crate::quotation::words::Word;

/// One person or organisation that speaks in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest form found in the folder.
    pub name: String,
    /// Other forms that stand for the same person, sorted.
    pub forms: Vec<String>,
}

/// Gives each attribution the fullest name that the folder has for that person, and lists the
/// people by name. Two people with one surname stay two; the unnamed ("a senior official") keep
/// what is written. The order of the articles changes nothing.
pub fn settle(
    articles: &[impl Borrow<Article> + Sync],
    quotations: &mut [Vec<Quotation>],
) -> Vec<Person> {
    settle_while(articles, quotations, &Pace::unwatched()).unwrap_or_default()
}

/// The same as long as it is to go on; nothing once it is not, and some names are then still
/// those that their articles have.
pub fn settle_while(
    articles: &[impl Borrow<Article> + Sync],
    quotations: &mut [Vec<Quotation>],
    pace: &Pace<'_>,
) -> Option<Vec<Person>> {
    folder::settle(articles, quotations, pace)
}

/// Gives the attributions of one article the fullest names that it has.
pub(crate) fn name_within(text: &str, words: &[Word], quotations: &mut [Quotation]) {
    within::name(&cast::Cast::new(text, words), quotations);
}
