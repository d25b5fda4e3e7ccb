//! Where the tokens and the changes of each row stand among the columns of the alignment.

use std::ops::{Range, RangeInclusive};

use super::Absence;
use crate::collation::{Change, ChangeKind, Collation, Effect, Note, Table};
use crate::page::pieces::SideText;
use crate::text::TokenClass;

/// Words this many columns apart are not in one place any more.
const NEAR: u32 = 6;

/// One version, its collation with the base, and its place in the alignment.
pub struct Row<'f> {
    pub text: SideText<'f>,
    /// Empty for the base itself.
    pub collation: Collation,
    /// The column of each token, ascending.
    pub columns: Vec<u32>,
    /// Where its changes begin among those of all rows.
    pub first_change: u32,
}

/// A change over more columns than this may be parted where others differ.
const LONGEST_GLUED: u32 = 8;

/// What a change does to the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Touch {
    pub columns: RangeInclusive<u32>,
    /// Counted over all rows; none where words only stand in other columns than the base's.
    pub change: Option<u32>,
    /// These columns belong in one phrase.
    pub glued: bool,
}

/// Columns of the base in which a row prints nothing, and says so or need not.
#[derive(Debug, Clone, PartialEq)]
pub struct Absent {
    pub columns: RangeInclusive<u32>,
    pub why: Absence,
    pub change: u32,
    /// Where its dots stand, apart from any words.
    pub dots: Option<RangeInclusive<u32>>,
}

/// All that one row's changes do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Touched {
    pub touches: Vec<Touch>,
    pub absent: Vec<Absent>,
    /// Columns where the row has words that the base leaves out openly, or ends before.
    pub base_absent: Vec<Absent>,
    /// Per token of the row: the move that explains why it stands in another column.
    pub moved: Vec<Option<u32>>,
}

/// The column of each token of a version.
pub fn columns_of(table: &Table, version: usize) -> Vec<u32> {
    let cells = table.columns.iter().zip(0..);
    cells
        .filter(|(column, _)| column.cells[version].is_some())
        .map(|(_, at)| at)
        .collect()
}

/// So much punctuation in a row is none of a sentence.
const MOST_SIGNS: usize = 16;

/// Dots that only some versions have stand after the punctuation of the others, which belongs to
/// the word before: "dam […]," and "dam," would part the comma from its word.
pub fn settle(table: &mut Table, versions: &[Vec<&str>]) {
    let texts = |cells: &[Option<u32>]| -> Vec<&str> {
        let cells = cells.iter().zip(versions);
        cells
            .filter_map(|(cell, version)| Some(version[(*cell)? as usize]))
            .collect()
    };
    let dots = |text: &&str| {
        text.chars()
            .all(|c| matches!(c, '.' | '…' | '[' | ']' | '(' | ')'))
            && *text != "."
    };
    let closing = |text: &&str| text.chars().all(|c| ",.;:!?".contains(c));
    for at in (1..table.columns.len()).rev() {
        let mut here = at;
        while here < table.columns.len().min(at + MOST_SIGNS) {
            let (before, own) = (&table.columns[here - 1].cells, &table.columns[here].cells);
            let apart = before
                .iter()
                .zip(own)
                .all(|(one, other)| one.is_none() || other.is_none());
            let swaps = apart && texts(before).iter().all(dots) && texts(own).iter().all(closing);
            if !swaps {
                break;
            }
            table.columns.swap(here - 1, here);
            here += 1;
        }
    }
}

impl Row<'_> {
    /// Tokens in these columns.
    pub fn tokens_in(&self, columns: &Range<u32>) -> Range<usize> {
        let from = self.columns.partition_point(|at| *at < columns.start);
        let to = self.columns.partition_point(|at| *at < columns.end);
        from..to
    }

    /// Whether there is nothing but punctuation in a range of tokens.
    pub fn is_bare(&self, tokens: &Range<u32>) -> bool {
        self.text.compared.tokens[tokens.start as usize..tokens.end as usize]
            .iter()
            .all(|token| token.class == TokenClass::Mark)
    }

    /// Where the words of a range of tokens begin: a comma before them stands with the word that
    /// precedes it, which may be in its place. Of marks alone, where they begin.
    pub fn first_word(&self, tokens: &Range<u32>) -> u32 {
        let mut words = tokens.clone();
        words
            .find(|at| !self.is_bare(&(*at..at + 1)))
            .unwrap_or(tokens.start)
    }

    fn span(&self, tokens: &Range<u32>) -> Option<RangeInclusive<u32>> {
        let columns = &self.columns[tokens.start as usize..tokens.end as usize];
        Some(*columns.first()?..=*columns.last()?)
    }

    /// What this row's changes against the base do.
    pub fn touched(&self, base: &Row<'_>, width: u32) -> Touched {
        let mut touched = Touched {
            moved: vec![None; self.columns.len()],
            ..Touched::default()
        };
        let first_move = self.first_move();
        for (change, number) in self.collation.changes.iter().zip(self.first_change..) {
            if change.kind != ChangeKind::Move {
                self.touch(base, change, number, (width, first_move), &mut touched);
            }
        }
        self.displaced(base, first_move, &mut touched);
        touched
    }

    fn touch(
        &self,
        base: &Row<'_>,
        change: &Change,
        number: u32,
        (width, first_move): (u32, Option<u32>),
        touched: &mut Touched,
    ) {
        let (a, b) = (base.span(&change.a), self.span(&change.b));
        let is_open = matches!(change.effect, Effect::Elision | Effect::Truncation);
        if let (true, true, Some(columns)) = (is_open, self.is_bare(&change.b), a.clone()) {
            let absent = absent(change, number, columns, b, width);
            touched.absent.push(absent);
            return;
        }
        if let (true, true, Some(columns)) = (is_open, base.is_bare(&change.a), b.clone()) {
            let absent = absent(change, number, columns, a, width);
            touched.base_absent.push(absent);
            return;
        }
        let mut add = |columns, glued| {
            touched.touches.push(Touch {
                columns,
                change: Some(number),
                glued,
            });
        };
        let of_base = &base.columns[change.a.start as usize..change.a.end as usize];
        let own = &self.columns[change.b.start as usize..change.b.end as usize];
        match (a, b) {
            // Dots and other words stand for a stretch: it is cut, and they are a phrase of their
            // own, not its rewording; the columns between them are not touched.
            (Some(a), Some(_)) if change.effect == Effect::Elision => {
                own.iter().for_each(|column| add(*column..=*column, false));
                touched.absent.push(absent(change, number, a, None, width));
            }
            (Some(a), Some(b)) => {
                for run in runs(of_base.iter().chain(own)) {
                    // A sentence put in other words is no phrase.
                    let glued = run.end() - run.start() <= LONGEST_GLUED;
                    add(run, glued);
                }
                let moved = first_move.filter(|_| !are_near(&a, &b));
                if moved.is_some() {
                    touched.moved[change.b.start as usize..change.b.end as usize].fill(moved);
                }
            }
            // "do not" that is gone is one thing, whatever another row does to its words.
            (Some(a), None) => {
                let a = base.columns[base.first_word(&change.a) as usize]..=*a.end();
                let short = a.end() - a.start() <= LONGEST_GLUED;
                add(a, short && change.effect == Effect::Negation);
            }
            (None, Some(_)) => {
                let skipped = self.first_word(&change.b) - change.b.start;
                let runs = runs(own[skipped as usize..].iter());
                runs.into_iter().for_each(|run| add(run, true));
            }
            (None, None) => {}
        }
    }

    /// Linked words that stand in another column than the base's: a few columns away they belong
    /// in one phrase, farther away they have moved.
    fn displaced(&self, base: &Row<'_>, first_move: Option<u32>, touched: &mut Touched) {
        for &(a, b) in &self.collation.links {
            let (here, there) = (base.columns[a as usize], self.columns[b as usize]);
            if here == there {
                continue;
            }
            if here.abs_diff(there) <= NEAR {
                touched.touches.push(Touch {
                    columns: here.min(there)..=here.max(there),
                    change: None,
                    glued: true,
                });
                continue;
            }
            touched.moved[b as usize] = first_move;
            for column in [here, there] {
                touched.touches.push(Touch {
                    columns: column..=column,
                    change: first_move,
                    glued: false,
                });
            }
        }
    }

    fn first_move(&self) -> Option<u32> {
        let at = self
            .collation
            .changes
            .iter()
            .position(|change| change.kind == ChangeKind::Move)?;
        Some(self.first_change + at as u32)
    }
}

fn absent(
    change: &Change,
    number: u32,
    columns: RangeInclusive<u32>,
    dots: Option<RangeInclusive<u32>>,
    width: u32,
) -> Absent {
    let (start, end) = (*columns.start(), *columns.end());
    let (columns, why) = match change.note {
        Note::StartsLater | Note::StartsEarlier => (0..=end, Absence::Before),
        Note::EndsEarlier | Note::EndsLater => (start..=width.saturating_sub(1), Absence::After),
        _ => (start..=end, Absence::Cut),
    };
    Absent {
        columns,
        why,
        change: number,
        dots,
    }
}

/// Stretches of columns that are in one place each: a word that another row drew far away does not
/// take what lies between with it.
fn runs<'c>(columns: impl Iterator<Item = &'c u32>) -> Vec<RangeInclusive<u32>> {
    let mut columns: Vec<u32> = columns.copied().collect();
    columns.sort_unstable();
    let near = columns.chunk_by(|one, next| next - one <= NEAR);
    near.map(|run| run[0]..=run[run.len() - 1]).collect()
}

fn are_near(a: &RangeInclusive<u32>, b: &RangeInclusive<u32>) -> bool {
    *a.start() <= b.end() + NEAR && *b.start() <= a.end() + NEAR
}
