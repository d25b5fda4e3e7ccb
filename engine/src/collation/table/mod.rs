//! Many versions of one utterance at once: a row a version, aligned words in columns.
//!
//! Versions are first sorted by their text, so that the table does not depend on their order.
//! Pairs are aligned, and links taken in from the surest down, equal words first: two columns
//! become one unless a version would have two words in it, or the columns could then no longer
//! stand in one order. No vote of third versions: it joins whole phrases into one column. Words
//! that one version moved keep columns of their own; `collate` against the base tells of moves.

mod columns;
mod pairs;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::alignment::{Link, align};
use super::coarse;
use super::words::Versions;
use crate::text::normal_form;
use columns::Columns;

/// All versions in one table. Reading a version's cells from the first column to the last gives
/// its tokens in order, each once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    /// Index of the most complete version.
    pub base: usize,
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

/// The table of `versions`, in the order in which they are given. Never panics; empty versions
/// have empty rows.
pub fn table(versions: &[Vec<&str>]) -> Table {
    let mut texts: Vec<&Vec<&str>> = versions.iter().collect();
    texts.sort_unstable();
    texts.dedup();
    let forms: Vec<Vec<String>> = texts
        .iter()
        .map(|text| text.iter().map(|token| normal_form(token)).collect())
        .collect();
    let base = pairs::most_complete(&forms);
    let aligned: Vec<Aligned> = pairs::pairs(&forms, base)
        .into_par_iter()
        .map(|(x, y)| aligned(x, y, texts[x], texts[y]))
        .collect();
    let mut columns = Columns::new(&forms);
    for joint in joints(&aligned, &forms) {
        columns.join(joint.0, joint.1);
    }
    let rows: Vec<usize> = versions
        .iter()
        .map(|version| texts.binary_search(&version).unwrap_or(0))
        .collect();
    Table {
        columns: columns
            .in_order()
            .into_iter()
            .map(|cells| column(&cells, &rows, &forms))
            .collect(),
        base: rows.iter().position(|row| Some(*row) == base).unwrap_or(0),
        coarse: aligned.iter().any(|pair| pair.coarse),
    }
}

struct Aligned {
    versions: (usize, usize),
    links: Vec<Link>,
    coarse: bool,
}

fn aligned(x: usize, y: usize, a: &[&str], b: &[&str]) -> Aligned {
    let versions = Versions::read(a, b);
    let coarse = coarse::too_large(a.len(), b.len());
    let links = if coarse {
        coarse::links(&versions)
    } else {
        align(&versions)
    };
    Aligned {
        versions: (x, y),
        links,
        coarse,
    }
}

/// (version, token)
type Place = (usize, usize);

/// All links, surest first: equal words, then by probability, then by place.
fn joints(aligned: &[Aligned], forms: &[Vec<String>]) -> Vec<(Place, Place)> {
    let mut joints: Vec<(bool, f32, Place, Place)> = Vec::new();
    for pair in aligned {
        let (x, y) = pair.versions;
        joints.extend(pair.links.iter().map(|link| {
            let differs = forms[x][link.a] != forms[y][link.b];
            (differs, link.probability, (x, link.a), (y, link.b))
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
