//! A saved web page: its main text, found as reading modes of browsers find it, and what the page
//! says about itself.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;

use crate::article::{Block, Role};

use super::page_text::PageText;
use super::{Draft, FEWEST_WORDS, Facts, blocks, lines, metadata, shape};

/// Where a page may declare its encoding, in bytes.
const HEAD: usize = 8192;
/// Below this share of the page's sentences the extraction is doubtful: one word in twelve.
const DOUBTFUL_SHARE: usize = 12;
/// Pages with fewer words than this are doubted for their share alone.
const DOUBTFUL_WORDS: usize = 120;

pub fn read(page: &str) -> Draft {
    if !shape::is_bearable(page) {
        let mut flat = PageText::default();
        flat.flat(page);
        return finish(flat, Facts::default(), true);
    }
    let document = Document::from(page);
    let mut facts = metadata::of_page(&document, page);
    let shown = shown_text(&document);
    let all = told_words(&shown);
    let found = main_text(document, &mut facts).filter(|main| {
        let words = lines::word_count(&main.text);
        words >= FEWEST_WORDS || all < FEWEST_WORDS
    });
    let Some(main) = found else {
        return finish(with_title(&facts, shown), facts, true);
    };
    let words = lines::word_count(&main.text);
    // A short article on a long page is no wonder; a few lines of it are.
    let doubtful = words < DOUBTFUL_WORDS && words * DOUBTFUL_SHARE < all;
    finish(with_title(&facts, main), facts, doubtful)
}

/// Words of paragraphs that end as sentences do: what a page tells, its menus left out.
fn told_words(shown: &PageText) -> usize {
    let paragraphs = shown.blocks.iter().map(|block| block.span.of(&shown.text));
    paragraphs
        .filter(|line| lines::ends_sentence(line))
        .map(lines::word_count)
        .sum()
}

/// The encoding that the page's head declares.
pub fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let labels = head
        .match_indices("charset=")
        .chain(head.match_indices("encoding="));
    let label_at = |(at, label): (usize, &str)| {
        let value = head[at + label.len()..].trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)));
        Encoding::for_label(&value.as_bytes()[..end.unwrap_or(value.len())])
    };
    labels.filter_map(label_at).next()
}

/// The main text by Readability's rules; metadata that it alone finds is added to the facts.
fn main_text(document: Document, facts: &mut Facts) -> Option<PageText> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    metadata::add_extracted(facts, &article);
    let mut main = PageText::default();
    main.tree(&Document::fragment(article.content).root());
    (!main.blocks.is_empty()).then_some(main)
}

fn shown_text(document: &Document) -> PageText {
    let mut shown = PageText::default();
    shown.tree(&document.body().unwrap_or_else(|| document.root()));
    shown
}

/// Puts the title before the text, unless the text begins with it.
fn with_title(facts: &Facts, main: PageText) -> PageText {
    let Some(title) = &facts.title else {
        return main;
    };
    let stands = main
        .blocks
        .iter()
        .take(3)
        .any(|block| lines::key(block.span.of(&main.text)) == lines::key(title));
    if stands {
        return main;
    }
    let mut titled = PageText::default();
    titled.paragraph(title, Role::Title);
    for Block { span, role } in &main.blocks {
        titled.lines(span.of(&main.text), *role);
    }
    titled
}

fn finish(page: PageText, mut facts: Facts, uncertain: bool) -> Draft {
    let PageText {
        text, mut blocks, ..
    } = page;
    // Roles that the page's elements told may still be furniture or the title.
    for block in &mut blocks {
        if block.role == Role::Heading
            && facts.title.as_deref().map(lines::key) == Some(lines::key(block.span.of(&text)))
        {
            block.role = Role::Title;
        }
    }
    blocks::tell_apart(&text, &mut blocks, &mut facts);
    Draft {
        text,
        blocks,
        facts,
        uncertain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: &str) -> String {
        format!(
            "<!DOCTYPE html><html lang=en><head><title>Harbour to close - The Harbour Post</title>\
             <meta property='og:site_name' content='The Harbour Post'><meta property='article:published_time' \
             content='2025-09-05T14:20:00Z'></head><body><nav><a href=/>Home</a><a href=/n>News</a></nav>{body}</body></html>"
        )
    }

    fn paragraphs(count: usize) -> String {
        let sentence = "The mayor of Lindhaven said on Monday that the harbour would close for the winter, and that the \
                        fishermen, who had not been asked, would have to find another place for their boats.";
        (0..count)
            .map(|n| format!("<p>{sentence} This is paragraph {n}.</p>"))
            .collect()
    }

    #[test]
    fn the_article_of_a_page_is_found() {
        let draft = read(&page(&format!(
            "<article><h1>Harbour to close</h1>{}<figure><img src=a><figcaption>A boat in May</figcaption></figure>{}</article>",
            paragraphs(3),
            paragraphs(4)
        )));
        assert_eq!(draft.facts.title.as_deref(), Some("Harbour to close"));
        assert_eq!(
            draft.facts.outlet,
            Some(("The Harbour Post".to_owned(), "og:site_name"))
        );
        assert_eq!(draft.facts.published.as_deref(), Some("2025-09-05T14:20"));
        assert_eq!(draft.blocks[0].role, Role::Title);
        assert!(draft.blocks.iter().any(|block| block.role == Role::Caption));
        assert!(!draft.text.contains("News") && !draft.uncertain);
    }

    #[test]
    fn pages_made_to_break_a_parser_are_read_flat() {
        let draft = read(&("<div>".repeat(4_000_000) + "deep"));
        assert!(draft.uncertain && draft.text == "deep");
        let deep = format!("{}{}", "<div>".repeat(390), paragraphs(5));
        assert!(read(&deep).text.contains("paragraph 4"));
    }

    #[test]
    fn a_page_whose_main_text_is_not_found_is_read_whole() {
        let lines: String = (0..40)
            .map(|n| format!("<td>Word {n} stands here.</td>"))
            .collect();
        let draft = read(&page(&format!(
            "<aside class=sidebar><table><tr>{lines}</tr></table></aside>"
        )));
        assert!(draft.text.contains("Word 3 stands here."));
    }

    #[test]
    fn declared_encodings_are_found() {
        let name = |head: &[u8]| declared_encoding(head).map(Encoding::name);
        assert_eq!(
            name(b"<meta charset=\"windows-1251\">"),
            Some("windows-1251")
        );
        assert_eq!(
            name(b"<meta content='text/html; charset=ISO-8859-2'>"),
            Some("ISO-8859-2")
        );
        assert_eq!(name(b"<p>charset=none"), None);
    }
}
