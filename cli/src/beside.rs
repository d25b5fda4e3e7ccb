//! A version beside the most complete one, for people: drawn from the same pieces as the window.

use anstyle::Style;
use asquoted_engine::collation::ChangeKind;
use asquoted_engine::page::{ChangeLine, Comparison, Piece};

use crate::marked::{change_line, style_of};
use crate::screen::Line;

/// The right side's words, with what differs from the left one marked by signs and colour.
pub fn reading(page: &Comparison) -> Line {
    let pieces = page.rows.iter().flat_map(|row| &row.right);
    let line = pieces.fold(Line::new(), |line, piece| match piece {
        Piece::Words {
            text,
            change,
            moved,
            ..
        } => {
            let change = change.or(*moved).map(|index| &page.changes[index as usize]);
            words(line, text, change)
        }
        Piece::Gap { change, there, .. } => {
            let style = style_of(page.changes[*change as usize].effect);
            line.text(style, &format!("{{-{there}-}}"))
        }
        Piece::Quote { text, .. } => line.text(Style::new(), text),
    });
    line.folded()
}

fn words(line: Line, text: &str, change: Option<&ChangeLine>) -> Line {
    let Some(change) = change else {
        return line.text(Style::new(), text);
    };
    let (open, close) = match change.kind {
        ChangeKind::Substitution | ChangeKind::Deletion => ("[", "]"),
        ChangeKind::Insertion => ("_", "_"),
        ChangeKind::Move => ("~", "~"),
    };
    let (inner, blank) = match text.strip_suffix(char::is_whitespace) {
        Some(inner) => (inner, " "),
        None => (text, ""),
    };
    line.text(style_of(change.effect), &format!("{open}{inner}{close}"))
        .plain(blank)
}

/// The changes, one line each: `effect: lemma ] reading`.
pub fn changes(page: &Comparison) -> impl Iterator<Item = Line> + '_ {
    let changes = page.changes.iter();
    changes.map(|change| change_line(change.effect, &change.lemma, &change.reading))
}
