//! The cells of the table, pre-cut for drawing, and the readings of a column.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::grid::{Absent, Row, Touched};
use super::phrases::Phrase;
use super::{Absence, ColumnReading, TableCell};
use crate::collation::{Change, ChangeKind, Effect};
use crate::page::{ChangeLine, Piece};
use crate::text::{TokenClass, normal_form};

/// How the tokens of a row are drawn, and where its signs stand.
pub struct Marked {
    changes: Vec<Option<u32>>,
    moved: Vec<Option<u32>>,
    /// Signs for missing words: the column where those of the base begin, the token before which
    /// the sign stands, the sign.
    gaps: Vec<(u32, u32, Piece)>,
    /// Their numbers by column.
    by_column: Vec<usize>,
}

impl Marked {
    /// Of a row other than the base.
    pub fn new(row: &Row<'_>, base: &Row<'_>, touched: &Touched) -> Self {
        let mut marked = Self {
            changes: vec![None; row.columns.len()],
            moved: touched.moved.clone(),
            gaps: Vec::new(),
            by_column: Vec::new(),
        };
        for (change, number) in row.collation.changes.iter().zip(row.first_change..) {
            if change.kind == ChangeKind::Move {
                continue;
            }
            marked.changes[change.b.start as usize..change.b.end as usize].fill(Some(number));
            let first = base.columns.get(base.first_word(&change.a) as usize);
            if let (true, false, Some(column)) = (change.b.is_empty(), change.a.is_empty(), first) {
                let sign = gap(number, base.text.there(&change.a));
                marked.gaps.push((*column, change.b.start, sign));
            }
        }
        marked.by_column = by_column(&marked.gaps);
        marked
    }

    /// The signs in these columns, in the order of the changes.
    fn gaps_in(&self, columns: &Range<u32>) -> Vec<&(u32, u32, Piece)> {
        let from = self
            .by_column
            .partition_point(|at| self.gaps[*at].0 < columns.start);
        let here = self.by_column[from..].iter().copied();
        let here = here.take_while(|at| self.gaps[*at].0 < columns.end);
        let mut here: Vec<usize> = here.collect();
        here.sort_unstable();
        here.into_iter().map(|at| &self.gaps[at]).collect()
    }

    /// Of the base: a sign where another row has words more.
    pub fn of_base(rows: &[Row<'_>]) -> Self {
        let mut strongest: BTreeMap<u32, (&Change, Piece)> = BTreeMap::new();
        for row in &rows[1..] {
            for (change, number) in row.collation.changes.iter().zip(row.first_change..) {
                let column = row.columns.get(row.first_word(&change.b) as usize);
                let (true, false, Some(column)) =
                    (change.a.is_empty(), change.b.is_empty(), column)
                else {
                    continue;
                };
                let weaker = strongest.get(column).is_some_and(|(one, _)| {
                    (one.effect.weight(), one.effect) <= (change.effect.weight(), change.effect)
                });
                if !weaker {
                    let sign = gap(number, row.text.there(&change.b));
                    strongest.insert(*column, (change, sign));
                }
            }
        }
        let gaps = strongest
            .into_iter()
            .map(|(column, (change, sign))| (column, change.a.start, sign));
        let gaps: Vec<(u32, u32, Piece)> = gaps.collect();
        Self {
            changes: vec![None; rows[0].columns.len()],
            moved: vec![None; rows[0].columns.len()],
            by_column: by_column(&gaps),
            gaps,
        }
    }
}

fn by_column(gaps: &[(u32, u32, Piece)]) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..gaps.len()).collect();
    numbers.sort_by_key(|at| gaps[*at].0);
    numbers
}

fn gap(change: u32, (there, words): (String, u32)) -> Piece {
    Piece::Gap {
        change,
        moved: None,
        words,
        there,
    }
}

/// The cells of one row, one a phrase.
pub fn cells(
    row: &Row<'_>,
    base: Option<&Row<'_>>,
    marked: &Marked,
    absent: &[Absent],
    phrases: &[Phrase],
) -> Vec<TableCell> {
    let mut cells: Vec<TableCell> = phrases
        .iter()
        .map(|phrase| cell(row, base, marked, absent, &phrase.columns))
        .collect();
    // The sign of a cut that is written as dots stands where the missing words begin.
    for one in absent {
        let dotted = one
            .dots
            .is_some()
            .then(|| sign_of(row, base, one))
            .flatten();
        let Some(sign) = dotted else {
            continue;
        };
        let first = cells.iter_mut().zip(phrases).find_map(|(cell, phrase)| {
            let here = touches(one, &phrase.columns);
            match cell {
                TableCell::Absent { pieces, .. } if here => Some(pieces),
                _ => None,
            }
        });
        if let Some(pieces) = first {
            pieces.insert(0, sign);
        }
    }
    cells
}

fn sign_of(row: &Row<'_>, base: Option<&Row<'_>>, absent: &Absent) -> Option<Piece> {
    let at = absent.change.checked_sub(row.first_change)?;
    let change = row.collation.changes.get(at as usize)?;
    Some(gap(absent.change, base?.text.there(&change.a)))
}

fn touches(absent: &Absent, columns: &Range<u32>) -> bool {
    let has = |range: &std::ops::RangeInclusive<u32>| {
        *range.start() < columns.end && *range.end() >= columns.start
    };
    has(&absent.columns) || absent.dots.as_ref().is_some_and(has)
}

fn cell(
    row: &Row<'_>,
    base: Option<&Row<'_>>,
    marked: &Marked,
    absent: &[Absent],
    columns: &Range<u32>,
) -> TableCell {
    let tokens = row.tokens_in(columns);
    let gaps = marked.gaps_in(columns);
    let bare = row.is_bare(&(tokens.start as u32..tokens.end as u32));
    // Words that others put in beside the base's own are told in their rows.
    let gaps = if base.is_none() && !bare {
        Vec::new()
    } else {
        gaps
    };
    let pieces = pieces(row, marked, &tokens, &gaps);
    let why = || absent.iter().find(|one| touches(one, columns));
    if bare && let Some(one) = why() {
        return TableCell::Absent {
            why: one.why,
            pieces,
        };
    }
    let Some(base) = base else {
        return TableCell::Words { pieces };
    };
    let there = base.tokens_in(columns);
    let untouched = gaps.is_empty()
        && tokens
            .clone()
            .all(|at| marked.changes[at].is_none() && marked.moved[at].is_none());
    let words = |row: &Row<'_>, tokens: &Range<usize>| -> String {
        let tokens = row.text.compared.words[tokens.clone()].iter().copied();
        tokens.collect::<Vec<_>>().join(" ")
    };
    if untouched && words(row, &tokens) == words(base, &there) {
        return TableCell::Same;
    }
    if tokens.is_empty() && pieces.is_empty() && stands_elsewhere(row, &there, columns) {
        return TableCell::Absent {
            why: Absence::Elsewhere,
            pieces,
        };
    }
    TableCell::Words { pieces }
}

fn stands_elsewhere(row: &Row<'_>, there: &Range<usize>, columns: &Range<u32>) -> bool {
    let links = &row.collation.links;
    let from = links.partition_point(|(a, _)| (*a as usize) < there.start);
    let links = links[from..].iter();
    let mut here = links.take_while(|(a, _)| (*a as usize) < there.end);
    here.any(|(_, b)| !columns.contains(&row.columns[*b as usize]))
}

/// The words of a range of tokens, stretches of one style joined, with the signs between them.
fn pieces(
    row: &Row<'_>,
    marked: &Marked,
    tokens: &Range<usize>,
    gaps: &[&(u32, u32, Piece)],
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut signs = gaps.iter().peekable();
    for at in tokens.clone() {
        while let Some((_, _, sign)) = signs.next_if(|(_, before, _)| *before as usize <= at) {
            pieces.push(sign.clone());
        }
        let token = row.text.compared.tokens[at];
        let style = (
            row.text.voice_of(token.span),
            marked.changes[at],
            marked.moved[at],
        );
        if at > tokens.start && row.text.is_spaced(at) {
            let before = match pieces.last() {
                Some(Piece::Words {
                    voice,
                    change,
                    moved,
                    ..
                }) => Some((*voice, *change, *moved)),
                _ => None,
            };
            let between = (
                style.0,
                style
                    .1
                    .filter(|_| before.is_some_and(|one| one.1 == style.1)),
                style
                    .2
                    .filter(|_| before.is_some_and(|one| one.2 == style.2)),
            );
            push(&mut pieces, " ", between);
        }
        push(&mut pieces, token.span.of(row.text.text), style);
    }
    pieces.extend(signs.map(|(_, _, sign)| sign.clone()));
    pieces
}

type Style = (crate::page::Voice, Option<u32>, Option<u32>);

fn push(pieces: &mut Vec<Piece>, more: &str, style: Style) {
    if let Some(Piece::Words {
        text,
        voice,
        change,
        moved,
    }) = pieces.last_mut()
        && (*voice, *change, *moved) == style
    {
        text.push_str(more);
        return;
    }
    pieces.push(Piece::Words {
        text: more.to_owned(),
        voice: style.0,
        change: style.1,
        moved: style.2,
    });
}

/// What stands in one phrase: the base's reading first, then the commonest; and the share of the
/// rows that print something here without the commonest one.
pub fn readings(
    rows: &[Row<'_>],
    cells: &[Vec<TableCell>],
    at: usize,
    phrase: &Phrase,
    changes: &[ChangeLine],
) -> (Vec<ColumnReading>, f32) {
    let mut by_words: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (row, number) in rows.iter().zip(0..) {
        if matches!(cells[number as usize][at], TableCell::Absent { .. }) {
            continue;
        }
        let words = row.text.compared.tokens[row.tokens_in(&phrase.columns)]
            .iter()
            .filter(|token| token.class != TokenClass::Mark)
            .map(|token| normal_form(token.span.of(row.text.text)));
        let key = words.collect::<Vec<_>>().join(" ");
        by_words.entry(key).or_default().push(number);
    }
    let printing: usize = by_words.values().map(Vec::len).sum();
    let commonest = by_words.values().map(Vec::len).max().unwrap_or(0);
    let mut readings: Vec<ColumnReading> = by_words
        .into_values()
        .map(|rows| ColumnReading {
            change: strongest(&rows, &phrase.changes, changes),
            rows,
        })
        .collect();
    readings.sort_by_key(|reading| {
        let first = reading.rows[0];
        (first != 0, std::cmp::Reverse(reading.rows.len()), first)
    });
    let disagreement = 1.0 - commonest as f32 / printing.max(1) as f32;
    (readings, if printing == 0 { 0.0 } else { disagreement })
}

fn strongest(rows: &[u32], here: &BTreeSet<u32>, changes: &[ChangeLine]) -> Option<u32> {
    here.iter()
        .copied()
        .filter(|change| rows.binary_search(&changes[*change as usize].row).is_ok())
        .min_by_key(|change| {
            let line = &changes[*change as usize];
            (line.weight, line.effect)
        })
}

/// Effects of the changes of a phrase, strongest first.
pub fn effects(phrase: &Phrase, changes: &[ChangeLine]) -> Vec<Effect> {
    let mut effects: Vec<Effect> = phrase
        .changes
        .iter()
        .map(|change| changes[*change as usize].effect)
        .collect();
    effects.sort_by_key(|effect| (effect.weight(), *effect));
    effects.dedup();
    effects
}
