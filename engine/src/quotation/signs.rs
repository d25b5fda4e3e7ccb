//! Quotation marks as signs: which they are, and which closes which.

use crate::text::Span;

/// The stretch without white space at its edges.
pub(crate) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let piece = &text[start..end];
    let left = piece.len() - piece.trim_start().len();
    let kept = piece.trim().len();
    Span::new(start + left, start + left + kept)
}

/// The last character boundary at or before `at`.
pub(crate) fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

pub(crate) fn is_candidate(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '„'
            | '“'
            | '”'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '‘'
            | '‚'
    )
}

/// Signs that close what `mark` opens, the usual one first.
pub(crate) fn closers(mark: char) -> &'static [char] {
    match mark {
        '„' => &['“', '”', '"'],
        '“' => &['”', '"'],
        '"' => &['"', '”'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        '「' => &['」'],
        '『' => &['』'],
        _ => &[],
    }
}
