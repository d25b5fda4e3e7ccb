//! Plain text: the file itself, cut into paragraphs. Nothing is taken out of it.

use crate::article::{Block, Role};
use crate::text::Span;

use super::{Draft, Facts, blocks};

/// Hand-wrapped lines are at most this long, in characters.
const WRAPPED_AT: usize = 90;
/// A line that was wrapped is at least this long.
const WRAPPED_FROM: usize = 45;

pub fn read(text: String) -> Draft {
    let mut facts = Facts::default();
    let mut blocks: Vec<Block> = paragraphs(&text)
        .into_iter()
        .map(|span| Block {
            span,
            role: Role::Body,
        })
        .collect();
    blocks::tell_apart(&text, &mut blocks, &mut facts);
    Draft {
        text,
        blocks,
        facts,
        uncertain: false,
    }
}

/// The paragraphs of a text, trimmed: one a line, or where lines are wrapped by hand one between
/// two blank lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    if !is_wrapped(text, &lines) {
        return lines.into_iter().filter(|line| !line.is_empty()).collect();
    }
    let mut paragraphs = Vec::new();
    let mut open: Option<Span> = None;
    for line in lines {
        if line.is_empty() {
            paragraphs.extend(open.take());
        } else {
            open = Some(Span::new(
                open.map_or(line.start, |open| open.start),
                line.end,
            ));
        }
    }
    paragraphs.extend(open);
    paragraphs
}

/// Every line, trimmed; blank ones are empty. Line ends are LF, CR LF or CR, as in the file.
fn lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let trimmed = line.trim();
        let lead = line.len() - line.trim_start().len();
        let first = start + if trimmed.is_empty() { 0 } else { lead };
        lines.push(Span::new(first, first + trimmed.len()));
        // The separator's own length: all four begin on a boundary.
        start += line.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    drop_blanks_of_line_ends(text, lines)
}

/// CR LF was split twice: the empty line between them is none.
fn drop_blanks_of_line_ends(text: &str, lines: Vec<Span>) -> Vec<Span> {
    let bytes = text.as_bytes();
    let between = |line: &Span| {
        line.is_empty()
            && line.start > 0
            && bytes[line.start - 1] == b'\r'
            && bytes.get(line.start) == Some(&b'\n')
    };
    lines.into_iter().filter(|line| !between(line)).collect()
}

/// Whether lines were broken by hand: all are short, and most that are followed by another line
/// are nearly full and end within a sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let length = |line: &Span| line.of(text).chars().count();
    let filled: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(length)
        .collect();
    let long = filled.iter().filter(|length| **length > WRAPPED_AT).count();
    if filled.len() < 4 || long * 20 > filled.len() {
        return false;
    }
    let followed: Vec<&Span> = lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
        .map(|pair| &pair[0])
        .collect();
    let broken = followed.iter().filter(|line| {
        let stops = line
            .of(text)
            .ends_with(['.', '!', '?', '”', '"', '»', ':', '。']);
        !stops && length(line) >= WRAPPED_FROM
    });
    followed.len() >= 3 && broken.count() * 2 > followed.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        paragraphs(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(
            cut("One.\r\n\r\n  Two. \r\nThree.\rFour."),
            ["One.", "Two.", "Three.", "Four."]
        );
        assert_eq!(cut("\n\n"), Vec::<&str>::new());
    }

    #[test]
    fn lines_wrapped_by_hand_are_joined() {
        let text = "The mayor of Lindhaven said on Monday that the harbour would\nhave to close for the whole winter, because the\r\nsea wall was about to break and nobody had the money for\nrepairs.\n\n“We have no choice,” she told the council, which had met in the\nold town hall.\n";
        let cut = cut(text);
        assert_eq!(cut.len(), 2);
        assert!(cut[0].starts_with("The mayor") && cut[0].ends_with("repairs."));
        assert!(cut[1].ends_with("hall."));
    }
}
