//! A version beside the most complete one, for people: drawn from the same pieces as the window.

use std::fmt::Write;

use asquoted_engine::collation::ChangeKind;
use asquoted_engine::page::{ChangeLine, Comparison, Piece};

use crate::marked::{name_of, style_of};

/// The right side's words, with what differs from the left one marked by signs and colour.
pub fn reading(page: &Comparison) -> String {
    let mut line = String::new();
    for piece in page.rows.iter().flat_map(|row| &row.right) {
        // Writing to a string cannot fail.
        let _ = match piece {
            Piece::Words {
                text,
                change,
                moved,
                ..
            } => {
                let change = change.or(*moved).map(|index| &page.changes[index as usize]);
                words(&mut line, text, change)
            }
            Piece::Gap { change, there, .. } => {
                let style = style_of(page.changes[*change as usize].effect);
                write!(line, "{style}{{-{there}-}}{style:#}")
            }
            Piece::Quote { text, .. } => write!(line, "{text}"),
        };
    }
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(line: &mut String, text: &str, change: Option<&ChangeLine>) -> std::fmt::Result {
    let Some(change) = change else {
        return write!(line, "{text}");
    };
    let style = style_of(change.effect);
    let (open, close) = match change.kind {
        ChangeKind::Substitution | ChangeKind::Deletion => ("[", "]"),
        ChangeKind::Insertion => ("_", "_"),
        ChangeKind::Move => ("~", "~"),
    };
    let (inner, blank) = match text.strip_suffix(char::is_whitespace) {
        Some(inner) => (inner, " "),
        None => (text, ""),
    };
    write!(line, "{style}{open}{inner}{close}{style:#}{blank}")
}

/// The changes, one line each: `effect: lemma ] reading`.
pub fn changes(page: &Comparison) -> impl Iterator<Item = String> + '_ {
    page.changes.iter().map(|change| {
        let style = style_of(change.effect);
        let effect = name_of(change.effect);
        let or_nothing = |words: &str| {
            if words.is_empty() {
                "—".to_owned()
            } else {
                words.to_owned()
            }
        };
        let (lemma, reading) = (or_nothing(&change.lemma), or_nothing(&change.reading));
        format!("{style}{effect}{style:#}: {lemma} ] {reading}")
    })
}
