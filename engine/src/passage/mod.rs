//! Stretches of two articles about the same thing, beyond quotations.

use crate::article::Article;
use crate::text::Span;

/// A stretch of article `a` and one of article `b` (indices into the slice given).
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub a: (usize, Span),
    pub b: (usize, Span),
    /// 0–1.
    pub similarity: f32,
}

/// Corresponding passages of all articles, each pair once with `a < b`.
pub fn find(articles: &[Article]) -> Vec<Passage> {
    let _ = articles;
    Vec::new()
}
