//! The stretches of an article in which speech is sought, one paragraph each.

use super::signs::trimmed;
use crate::article::{Article, Role};
use crate::text::Span;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Paragraph {
    pub span: Span,
    /// A title or heading: its own rules of attribution hold there.
    pub headline: bool,
}

/// Bytes beyond which a first line is no headline.
const LONGEST_HEADLINE: usize = 160;

/// Lines between these lengths (in bytes) are those of a text wrapped by hand.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 50..=100;

/// Those before a byte of the text; one that goes on behind it is cut there.
pub(crate) fn of(article: &Article, end: usize) -> Vec<Paragraph> {
    let text = &article.text;
    if u32::try_from(text.len()).is_err() {
        return Vec::new();
    }
    let mut paragraphs = Vec::new();
    for block in &article.blocks {
        let headline = match block.role {
            Role::Title | Role::Heading => true,
            Role::Body | Role::Caption => false,
            Role::Byline | Role::Date | Role::Boilerplate => continue,
        };
        let wrapped = is_wrapped(block.span.of(text));
        for span in lines(text, block.span, wrapped) {
            paragraphs.push(Paragraph { span, headline });
        }
    }
    let bare = article.blocks.len() == 1 && article.blocks[0].role == Role::Body;
    if bare && paragraphs.len() > 1 {
        paragraphs[0].headline = reads_as_headline(paragraphs[0].span.of(text));
    }
    paragraphs.truncate(paragraphs.partition_point(|paragraph| paragraph.span.start < end));
    if let Some(last) = paragraphs.last_mut() {
        last.span.end = last.span.end.min(end);
    }
    paragraphs
}

/// A short line without a full stop, or in title case.
fn reads_as_headline(line: &str) -> bool {
    let sentence = line.ends_with(['.', '”', '"', ':', ',', '…', '。']);
    line.len() <= LONGEST_HEADLINE && (!sentence || in_title_case(line))
}

/// Four of five longer words begin with a capital.
fn in_title_case(line: &str) -> bool {
    let long = || {
        line.split_whitespace()
            .filter(|word| word.chars().count() > 3)
    };
    let capitals = long().filter(|word| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(char::is_uppercase)
    });
    long().count() >= 3 && capitals.count() * 5 >= long().count() * 4
}

/// Whether line ends inside the block are the wrapping of an editor, not ends of paragraphs.
fn is_wrapped(block: &str) -> bool {
    let full = |line: &str| WRAPPED_LINE.contains(&line.len());
    let inner: Vec<&str> = block
        .split("\n\n")
        .flat_map(|paragraph| {
            let lines: Vec<&str> = paragraph.lines().collect();
            let last = lines.len().saturating_sub(1);
            lines.into_iter().take(last)
        })
        .collect();
    inner.len() >= 3 && inner.iter().filter(|line| full(line)).count() * 5 >= inner.len() * 4
}

fn lines(text: &str, block: Span, wrapped: bool) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = block.start;
    let mut blank_before = true;
    for line in block.of(text).split_inclusive('\n') {
        let span = trimmed(text, at, at + line.len());
        at += line.len();
        if span.is_empty() {
            blank_before = true;
            continue;
        }
        match spans.last_mut() {
            Some(last) if wrapped && !blank_before => last.end = span.end,
            _ => spans.push(span),
        }
        blank_before = false;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let article = Article::from_text("a", text, "en");
        of(&article, text.len())
            .iter()
            .map(|paragraph| paragraph.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn lines_are_paragraphs_unless_wrapped_by_hand() {
        assert_eq!(texts("One.\nTwo.\n\n Three."), ["One.", "Two.", "Three."]);
        let line = "these are words that fill the line up to the edge of a column";
        let wrapped = format!("{line}\n{line}\n{line}\n{line} end.\n\nNext.");
        assert_eq!(texts(&wrapped).len(), 2);
    }

    #[test]
    fn a_short_first_line_is_a_headline() {
        let article =
            Article::from_text("a", "Mayor: the bridge will stay\n\nThe mayor spoke.", "en");
        assert!(of(&article, usize::MAX)[0].headline);
        let article = Article::from_text("a", "The mayor spoke.\n\nHe left.", "en");
        assert!(!of(&article, usize::MAX)[0].headline);
    }
}
