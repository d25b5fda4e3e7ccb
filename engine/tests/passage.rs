//! Corresponding passages of invented articles.

use asquoted_engine::article::{Article, Block, Role};
use asquoted_engine::passage::{Passage, find};
use asquoted_engine::text::Span;
use proptest::prelude::*;

/// An article of paragraphs, divided by blank lines.
fn article(id: &str, text: &str) -> Article {
    let mut article = Article::from_text(id, text, "en");
    let mut start = 0;
    let block = |paragraph: &str| {
        let span = Span::new(start, start + paragraph.len());
        start = span.end + 2;
        Block {
            span,
            role: Role::Body,
        }
    };
    article.blocks = text.split("\n\n").map(block).collect();
    article
}

fn texts<'a>(articles: &'a [Article], passage: &Passage) -> (&'a str, &'a str) {
    let of = |(article, span): (usize, Span)| span.of(&articles[article].text);
    (of(passage.a), of(passage.b))
}

const HARBOUR: &str = "The harbour of Quillport was closed on Monday after two barges collided \
in thick fog. Nobody was hurt.\n\nThe pilots' union has warned for years that the radar on the \
eastern mole is broken. It sent eleven long letters about the radar to the council.\n\nQuillport handles a third of \
the island's grain.";

const RETOLD: &str = "Grain prices rose on Tuesday.\n\nFor years the union of pilots had been \
warning that the eastern mole's radar was broken, and it sent the council eleven letters.\n\n\
After two barges collided in thick fog on Monday, Quillport's harbour was closed.";

#[test]
fn sentences_retold_elsewhere_are_found_one_to_many_and_moved() {
    let articles = [article("a", HARBOUR), article("b", RETOLD)];
    let found = find(&articles);
    let pairs: Vec<_> = found
        .iter()
        .map(|passage| texts(&articles, passage))
        .collect();
    assert_eq!(pairs.len(), 2, "{pairs:#?}");
    assert!(pairs[0].0.starts_with("The harbour of Quillport"));
    assert!(pairs[0].1.starts_with("After two barges collided"));
    assert!(pairs[1].0.starts_with("The pilots' union") && pairs[1].0.ends_with("the council."));
    assert!(pairs[1].1.starts_with("For years the union"));
}

#[test]
fn a_text_taken_over_is_one_passage_and_another_topic_none() {
    let other = "The choir of Lower Tarn sang for ninety minutes. Its conductor, a retired \
        plumber, wept when the lanterns were lit.";
    let articles = [
        article("a", HARBOUR),
        article("b", other),
        article("c", HARBOUR),
    ];
    let found = find(&articles);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].a.0, found[0].b.0), (0, 2));
    let (one, same) = texts(&articles, &found[0]);
    assert_eq!(one, same);
    assert!(one.len() > HARBOUR.len() / 2 && found[0].similarity > 0.99);
}

#[test]
fn a_text_in_very_many_articles_has_a_limited_number_of_counterparts() {
    let articles: Vec<Article> = (0..200)
        .map(|number| article(&number.to_string(), HARBOUR))
        .collect();
    let found = find(&articles);
    assert!(found.len() >= 199, "each article has a counterpart");
    assert!(found.len() <= 200 * 12, "{} passages", found.len());
}

proptest! {
    #[test]
    fn passages_lie_in_their_articles(
        texts in prop::collection::vec("([a-z]{1,8}( |\\. |\\n\\n|é)){0,40}", 0..6)
    ) {
        let named = texts.iter().enumerate();
        let articles: Vec<Article> = named.map(|(n, text)| article(&n.to_string(), text)).collect();
        for passage in find(&articles) {
            prop_assert!(passage.a.0 < passage.b.0);
            for (index, span) in [passage.a, passage.b] {
                let text = &articles[index].text;
                prop_assert!(text.get(span.range()).is_some_and(|piece| !piece.is_empty()));
            }
            prop_assert!((0.0..=1.0).contains(&passage.similarity));
        }
    }
}
