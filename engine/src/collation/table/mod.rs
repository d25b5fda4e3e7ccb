//! Many versions of one utterance at once: a row a version, aligned words in columns.
//!
//! Versions are first sorted by their text, so that the table does not depend on their order.
//! Pairs are aligned, and links taken in from the surest down, equal words first: two columns
//! become one unless a version would have two words in it, or the columns could then no longer
//! stand in one order. No vote of third versions: it joins whole phrases into one column. Words
//! that one version moved keep columns of their own; the changes against the base tell of moves.

mod columns;
mod pairs;
mod star;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::alignment::Link;
use super::words::Versions;
use super::{Change, Collation, SideNature, coarse, collation_of, divergence, exact, links_of};
use crate::meaning::Sense;
use crate::pace::Asked;
use crate::text::normal_form;
use columns::Columns;
use pairs::Pair;

/// Tokens of all distinct versions together whose columns are ordered by all pairs: joining two
/// columns looks at those between them, which grow with the texts. Of longer ones each column is
/// the base's.
const MOST_TOKENS: usize = 1 << 15;

/// A version as the table takes it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    /// Its tokens, used as they are.
    pub words: &'t [&'t str],
    pub nature: SideNature,
    /// What the words mean, where that is known; of `words`, one by one.
    pub sense: Option<&'t Arc<Sense>>,
}

impl<'t> Row<'t> {
    pub fn new(words: &'t [&'t str], nature: SideNature) -> Self {
        Self {
            words,
            nature,
            sense: None,
        }
    }
}

/// All versions in one table. Reading a version's cells from the first column to the last gives
/// its tokens in order, each once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    /// Index of the version that the others are measured against.
    pub base: usize,
    /// Every version against the base, parallel to the versions.
    pub against_base: Vec<AgainstBase>,
    /// Some pair was too long to be aligned word by word.
    pub coarse: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// For every version its token index, or nothing.
    pub cells: Vec<Option<u32>>,
    /// 0–1: the share of all versions that have this column's commonest word (normal form).
    pub agreement: f32,
}

/// What a version changes of the base. The base changes nothing of itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AgainstBase {
    /// `a` is the base, `b` the version. Moved stretches are among them ([`super::ChangeKind::Move`]).
    pub changes: Vec<Change>,
    /// 0–1, as [`super::divergence`] has it.
    pub divergence: f32,
    /// The version was too long to be aligned with the base word by word.
    pub coarse: bool,
}

/// The table of `rows`, in the order in which they are given. The base is the row asked for, or
/// the most complete version. Never panics; empty versions have empty rows.
pub fn table(rows: &[Row<'_>], base: Option<usize>) -> Table {
    table_while(rows, base, Asked::never()).unwrap_or_default()
}

/// The same as long as it is wanted; nothing once it is not.
pub fn table_while(rows: &[Row<'_>], base: Option<usize>, asked: Asked<'_>) -> Option<Table> {
    let (texts, of_row) = distinct(rows);
    let forms: Vec<Vec<String>> = texts
        .iter()
        .map(|row| row.words.iter().map(|token| normal_form(token)).collect())
        .collect();
    let base_row = base.filter(|base| *base < rows.len());
    let base_text = match base_row {
        Some(row) => Some(of_row[row]),
        None => pairs::most_complete(&forms),
    };
    let aligned: Vec<Aligned> = pairs::pairs(&forms, base_text)
        .into_par_iter()
        .map(|pair| aligned(pair, &texts, asked))
        .collect::<Option<_>>()?;
    let tokens: usize = forms.iter().map(Vec::len).sum();
    let columns = match base_text {
        Some(base) if tokens > MOST_TOKENS => star::columns(&forms, base, &aligned),
        _ => joined(&aligned, &forms, asked)?,
    };
    let base = base_row.or_else(|| of_row.iter().position(|text| Some(*text) == base_text));
    let base = base.unwrap_or(0);
    Some(Table {
        columns: columns
            .into_iter()
            .map(|cells| column(&cells, &of_row, &forms))
            .collect(),
        base,
        against_base: against_base(rows, base, &of_row, &aligned, asked)?,
        coarse: aligned.iter().any(|pair| pair.coarse),
    })
}

/// Joints between two questions whether the table is still wanted.
const AT_ONCE: usize = 256;

/// One cell a text and column, from the links of all pairs.
fn joined(
    aligned: &[Aligned],
    forms: &[Vec<String>],
    asked: Asked<'_>,
) -> Option<Vec<Vec<Option<u32>>>> {
    let mut columns = Columns::new(forms);
    for (at, joint) in joints(aligned, forms).into_iter().enumerate() {
        asked.goes_on_at(at, AT_ONCE)?;
        columns.join(joint.0, joint.1);
    }
    Some(columns.in_order())
}

/// One row of every text, sorted by text, and the place there of every row.
fn distinct<'r, 't>(rows: &'r [Row<'t>]) -> (Vec<&'r Row<'t>>, Vec<usize>) {
    let mut texts: Vec<&Row<'_>> = rows.iter().collect();
    texts.sort_by_key(|row| row.words);
    texts.dedup_by_key(|row| row.words);
    let place = |row: &Row<'_>| texts.binary_search_by_key(&row.words, |text| text.words);
    let of_row = rows.iter().map(|row| place(row).unwrap_or(0)).collect();
    (texts, of_row)
}

struct Aligned {
    pair: Pair,
    /// Ascending by the earlier text's tokens.
    links: Vec<Link>,
    coarse: bool,
}

fn aligned(pair: Pair, texts: &[&Row<'_>], asked: Asked<'_>) -> Option<Aligned> {
    let versions = read(texts[pair.x], texts[pair.y], asked)?;
    let coarse = coarse::too_large(versions.a.len(), versions.b.len());
    let links = if pair.equal_only && !coarse {
        exact::links(&versions, asked)?
    } else {
        links_of(&versions, asked)?
    };
    Some(Aligned {
        pair,
        links,
        coarse,
    })
}

fn read(a: &Row<'_>, b: &Row<'_>, asked: Asked<'_>) -> Option<Versions> {
    let versions = Versions::read_while(a.words, b.words, asked)?;
    Some(match (a.sense, b.sense) {
        (Some(of_a), Some(of_b)) => versions.with_senses(of_a, of_b),
        _ => versions,
    })
}

/// From the links that the columns were made of. Rows that differ in nature alone are judged each
/// by its own.
fn against_base(
    rows: &[Row<'_>],
    base: usize,
    of_row: &[usize],
    aligned: &[Aligned],
    asked: Asked<'_>,
) -> Option<Vec<AgainstBase>> {
    let Some(of_base) = of_row.get(base).copied() else {
        return Some(Vec::new());
    };
    let links: FxHashMap<(usize, usize), &Aligned> = aligned
        .iter()
        .filter(|one| !one.pair.equal_only)
        .map(|one| ((one.pair.x, one.pair.y), one))
        .collect();
    let one = |at: usize| {
        let (x, y) = (of_base, of_row[at]);
        if at == base {
            return Some(AgainstBase::default());
        }
        let versions = read(&rows[base], &rows[at], asked)?;
        let links = match links.get(&(x.min(y), x.max(y))) {
            Some(one) => turned(&one.links, x > y),
            None => links_of(&versions, asked)?,
        };
        let natures = (rows[base].nature, rows[at].nature);
        let collation = collation_of(links, &versions, natures, asked)?;
        let lengths = (rows[base].words.len(), rows[at].words.len());
        Some(against(collation, lengths.0, lengths.1))
    };
    (0..rows.len()).into_par_iter().map(one).collect()
}

fn against(collation: Collation, base_len: usize, len: usize) -> AgainstBase {
    AgainstBase {
        divergence: divergence(&collation, base_len, len),
        changes: collation.changes,
        coarse: collation.coarse,
    }
}

fn turned(links: &[Link], turn: bool) -> Vec<Link> {
    let mut links = links.to_vec();
    if turn {
        links
            .iter_mut()
            .for_each(|link| std::mem::swap(&mut link.a, &mut link.b));
        links.sort_by_key(|link| (link.a, link.b));
    }
    links
}

/// (version, token)
type Place = (usize, usize);

/// All links, surest first: equal words, then by probability, then by place.
fn joints(aligned: &[Aligned], forms: &[Vec<String>]) -> Vec<(Place, Place)> {
    let mut joints: Vec<(bool, f32, Place, Place)> = Vec::new();
    for Aligned { pair, links, .. } in aligned {
        joints.extend(links.iter().map(|link| {
            let differs = forms[pair.x][link.a] != forms[pair.y][link.b];
            let (a, b) = ((pair.x, link.a), (pair.y, link.b));
            (differs, link.probability, a, b)
        }));
    }
    joints.sort_by(|p, q| {
        p.0.cmp(&q.0)
            .then(q.1.total_cmp(&p.1))
            .then((p.2, p.3).cmp(&(q.2, q.3)))
    });
    joints.into_iter().map(|(_, _, a, b)| (a, b)).collect()
}

/// `of_texts` holds the token of each distinct text; `rows` the text of each version.
fn column(of_texts: &[Option<u32>], rows: &[usize], forms: &[Vec<String>]) -> Column {
    let cells: Vec<Option<u32>> = rows.iter().map(|row| of_texts[*row]).collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (row, cell) in rows.iter().zip(&cells) {
        if let Some(at) = cell {
            *counts.entry(&forms[*row][*at as usize]).or_default() += 1;
        }
    }
    let commonest = counts.into_values().max().unwrap_or(0);
    Column {
        agreement: commonest as f32 / rows.len().max(1) as f32,
        cells,
    }
}
