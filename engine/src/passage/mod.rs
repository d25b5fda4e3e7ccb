//! Stretches of two articles about the same thing, beyond quotations.
//!
//! Sentences of different articles are paired ([`pairs`]) through an index of their stems, and
//! pairs that adjoin in both articles become one passage ([`stretches`]). So one sentence may
//! stand for several, and a paragraph that stands elsewhere in the other article is still found.

mod pairs;
mod sentence;
mod stretches;

use std::borrow::Borrow;

use crate::article::Article;
use crate::pace::Pace;
use crate::text::Span;

/// A stretch of article `a` and one of article `b` (indices into the slice given).
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub a: (usize, Span),
    pub b: (usize, Span),
    /// 0–1.
    pub similarity: f32,
}

/// Corresponding passages of all articles, each pair once with `a < b`, in the order of the
/// articles and of the places in them. A sentence has a limited number of counterparts, so that
/// the cost grows with the number of sentences, not its square.
pub fn find(articles: &[impl Borrow<Article> + Sync]) -> Vec<Passage> {
    find_while(articles, &Pace::unwatched()).unwrap_or_default()
}

/// The same as long as it is to go on; nothing once it is not.
pub fn find_while(
    articles: &[impl Borrow<Article> + Sync],
    pace: &Pace<'_>,
) -> Option<Vec<Passage>> {
    let reading = pace.part(0.0, 0.6);
    let sentences = pace.alone(|| sentence::of_articles(articles, &reading))??;
    let pairs = pairs::find(&sentences, &pace.part(0.6, 1.0))?;
    Some(stretches::joined(&sentences.list, &pairs))
}
