//! Stable ids: an article's id, `@`, the first offset in code points, `r` for a reported clause.

use std::collections::HashSet;

use crate::article::Article;
use crate::quotation::{Kind, Quotation};
use crate::text::CodePoints;

/// One id a quotation, unique within the article. Where two of a kind begin at one place (a
/// clause within a clause), the later ones get `.2`, `.3` …
pub fn quotation_ids(article: &Article, quotations: &[Quotation]) -> Vec<String> {
    let points = CodePoints::new(&article.text);
    let mut taken = HashSet::new();
    quotations
        .iter()
        .map(|quotation| {
            let start = quotation
                .spans
                .first()
                .map_or(0, |span| points.at(span.start));
            let suffix = if quotation.kind == Kind::Reported {
                "r"
            } else {
                ""
            };
            let plain = format!("{}@{start}{suffix}", article.id);
            let mut id = plain.clone();
            let mut count = 1;
            while !taken.insert(id.clone()) {
                count += 1;
                id = format!("{plain}.{count}");
            }
            id
        })
        .collect()
}
