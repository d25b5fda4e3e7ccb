//! Columns of single words, grouped to phrases for display: words that differ together.

use std::collections::BTreeSet;
use std::ops::Range;

use super::grid::{Row, Touched};
use crate::text::{TokenClass, sentences};

/// Columns of a phrase before it is cut where it may be, and where it may not.
const LONG: u32 = 8;
const LONGEST: u32 = 14;

/// What is known of each column of the alignment.
struct Columns {
    /// Changes that touch it.
    changes: Vec<BTreeSet<u32>>,
    /// It belongs with the column before it.
    glued: Vec<bool>,
    /// It holds only punctuation that belongs to the word before it, or to the one after it.
    closing: Vec<bool>,
    opening: Vec<bool>,
    /// Something begins here that stands apart: a sentence of the base, dots, what follows them.
    apart: Vec<bool>,
    begins_sentence: Vec<bool>,
}

/// A phrase: columns of the alignment, the changes that touch them, and whether a sentence of
/// the base begins with it.
pub struct Phrase {
    pub columns: Range<u32>,
    pub changes: BTreeSet<u32>,
    pub begins_sentence: bool,
}

/// Groups `width` columns; the first row is the base, `touched` runs parallel to the rows.
pub fn phrases(rows: &[Row<'_>], touched: &[Touched], width: u32) -> Vec<Phrase> {
    let columns = Columns::new(rows, touched, width);
    let mut phrases = Vec::new();
    let mut start = 0;
    for at in 1..=width {
        if at == width || columns.cut(start, at) {
            let own = &columns.changes[start as usize..at as usize];
            phrases.push(Phrase {
                columns: start..at,
                changes: own.iter().flatten().copied().collect(),
                begins_sentence: columns.begins_sentence[start as usize..at as usize]
                    .contains(&true),
            });
            start = at;
        }
    }
    phrases
}

impl Columns {
    fn new(rows: &[Row<'_>], touched: &[Touched], width: u32) -> Self {
        let size = width as usize;
        let mut columns = Self {
            changes: vec![BTreeSet::new(); size],
            glued: vec![false; size],
            closing: vec![true; size],
            opening: vec![true; size],
            apart: vec![false; size + 1],
            begins_sentence: vec![false; size],
        };
        for row in rows {
            columns.read_marks(row);
        }
        for touch in touched.iter().flat_map(|row| &row.touches) {
            for column in touch.columns.clone() {
                let column = column as usize;
                columns.changes[column].extend(touch.change);
                columns.glued[column] |= touch.glued && column as u32 > *touch.columns.start();
            }
        }
        let absent = touched
            .iter()
            .flat_map(|row| row.absent.iter().chain(&row.base_absent));
        for dots in absent.filter_map(|absent| absent.dots.as_ref()) {
            columns.apart[*dots.start() as usize] = true;
            columns.apart[*dots.end() as usize + 1] = true;
        }
        columns.lean();
        if let Some(base) = rows.first() {
            columns.read_sentences(base);
        }
        columns
    }

    fn read_marks(&mut self, row: &Row<'_>) {
        for (token, column) in row.text.compared.tokens.iter().zip(&row.columns) {
            let is_mark = token.class == TokenClass::Mark;
            let opens = is_mark
                && token
                    .span
                    .of(row.text.text)
                    .starts_with(['(', '[', '“', '„', '«', '‹', '「', '『', '¿', '¡']);
            let column = *column as usize;
            self.opening[column] &= opens;
            self.closing[column] &= is_mark && !opens;
        }
    }

    /// Punctuation differs where its word does.
    fn lean(&mut self) {
        for column in 1..self.changes.len() {
            if self.closing[column] && !self.apart[column] {
                let word = self.changes[column - 1].clone();
                self.changes[column].extend(word);
            }
        }
        for column in (1..self.changes.len()).rev() {
            if self.opening[column - 1] && !self.apart[column] {
                let word = self.changes[column].clone();
                self.changes[column - 1].extend(word);
            }
        }
    }

    fn read_sentences(&mut self, base: &Row<'_>) {
        let tokens = &base.text.compared.tokens;
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return;
        };
        let shown = &base.text.text[first.span.start..last.span.end];
        for sentence in sentences(shown, base.text.language) {
            let start = sentence.start + first.span.start;
            let at = tokens.partition_point(|token| token.span.start < start);
            if let Some(column) = base.columns.get(at) {
                self.begins_sentence[*column as usize] = true;
            }
        }
    }

    /// Whether a phrase that begins at `start` ends before `at`.
    fn cut(&self, start: u32, at: u32) -> bool {
        let column = at as usize;
        let len = at - start;
        if self.apart[column] {
            return true;
        }
        let wanted = self.begins_sentence[column]
            || self.changes[column] != self.changes[column - 1]
            || len >= LONG;
        let leans = self.closing[column] || self.opening[column - 1];
        wanted && len < 2 * LONGEST && !leans && (!self.glued[column] || len >= LONGEST)
            || len >= 2 * LONGEST
    }
}
