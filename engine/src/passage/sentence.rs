//! The sentences of a folder, weighed.

use std::borrow::Borrow;

use crate::article::{Article, Role};
use crate::pace::Pace;
use crate::phrase::{Commonness, Lexicon, Phrase};
use crate::text::{Span, sentences};
use crate::work::step;

/// Shorter ones ("He left on Monday.") are alike by chance.
const LEAST_CONTENT_WORDS: u32 = 4;

/// Sentences of one article that are read between two questions whether the work goes on.
const SENTENCES_AT_ONCE: usize = 256;

pub(super) struct Sentence {
    pub article: usize,
    /// Its place among the article's sentences that are compared.
    pub number: u32,
    pub span: Span,
    pub phrase: Phrase,
}

pub(super) struct Sentences {
    pub list: Vec<Sentence>,
    pub lexicon: Lexicon,
}

/// The body's sentences in the order of the articles and of the text.
pub(super) fn of_articles(articles: &[impl Borrow<Article>], pace: &Pace<'_>) -> Option<Sentences> {
    let mut lexicon = Lexicon::default();
    let mut commonness = Commonness::default();
    let mut list = Vec::new();
    let pass = pace.over(articles.len());
    for (index, article) in articles.iter().map(Borrow::borrow).enumerate() {
        pass.step()?;
        let mut number = 0;
        for (at, span) in body(article).enumerate() {
            if at.is_multiple_of(SENTENCES_AT_ONCE) {
                pass.goes_on()?;
            }
            step(1);
            let phrase = Phrase::new(span.of(&article.text), &article.language, &mut lexicon);
            commonness.add(&phrase.bag);
            if phrase.content_words >= LEAST_CONTENT_WORDS {
                list.push(Sentence {
                    article: index,
                    number,
                    span,
                    phrase,
                });
                number += 1;
            }
        }
    }
    for sentence in &mut list {
        commonness.weigh(&mut sentence.phrase);
    }
    Some(Sentences { list, lexicon })
}

fn body(article: &Article) -> impl Iterator<Item = Span> {
    let blocks = article
        .blocks
        .iter()
        .filter(|block| block.role == Role::Body);
    blocks.flat_map(|block| {
        let start = block.span.start;
        let inside = sentences(block.span.of(&article.text), &article.language);
        inside
            .into_iter()
            .map(move |span| Span::new(start + span.start, start + span.end))
    })
}
