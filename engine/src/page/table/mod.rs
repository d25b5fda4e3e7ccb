//! All versions of an utterance in one table. The collation aligns the words; here they become
//! phrases, and each version's differences from a base are laid over them.
//!
//! Words that a version moved keep columns of their own, so that each row can be read from left to
//! right as it is printed. A sign stands where the base has them.

mod cells;
mod grid;
mod phrases;
mod sigla;
mod types;

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::prelude::*;

pub use types::*;

use super::ChangeLine;
use super::pieces::SideText;
use crate::collation::{self, Collation};
use crate::folder::{Folder, Place, Utterance, collate_while};
use crate::pace::Asked;
use crate::utterance::Tier;
use cells::Marked;
use grid::{Row, Touched, columns_of, settle};
use phrases::Phrase;

/// The sure versions of an utterance, each held against the version `base` (a quotation id), else
/// against the most complete one. The id of a quotation that stands alone gives a table of one
/// row. `None` where there is no such id.
pub fn table(folder: &Folder, id: &str, base: Option<&str>) -> Option<TablePage> {
    table_while(folder, id, base, &|| true)
}

/// The same for as long as it is wanted; also `None` where it no longer was before it was done.
pub fn table_while(
    folder: &Folder,
    id: &str,
    base: Option<&str>,
    is_wanted: &(dyn Fn() -> bool + Sync),
) -> Option<TablePage> {
    let (versions, possible) = match folder.utterance(id) {
        Some(utterance) => sure(utterance),
        None => (vec![(folder.place_of(id)?, Tier::Verbatim)], 0),
    };
    let base = base
        .and_then(|base| {
            versions
                .iter()
                .position(|(place, _)| folder.id_at(*place) == base)
        })
        .unwrap_or(0);
    let mut page = Table::new(folder, &versions, base, is_wanted)?.page(folder);
    page.utterance = id.to_owned();
    page.possible = possible;
    Some(page)
}

fn sure(utterance: &Utterance) -> (Vec<(Place, Tier)>, u32) {
    let versions: Vec<(Place, Tier)> = utterance
        .versions
        .iter()
        .filter(|version| version.is_sure())
        .map(|version| (version.place, version.tier))
        .collect();
    let possible = utterance.versions.len() - versions.len();
    (versions, possible as u32)
}

/// The rows in their order, and what is known of each.
struct Table<'f> {
    rows: Vec<Row<'f>>,
    places: Vec<(Place, Tier)>,
    likeness: Vec<f32>,
    width: u32,
    coarse: bool,
}

impl<'f> Table<'f> {
    fn new(
        folder: &'f Folder,
        versions: &[(Place, Tier)],
        base: usize,
        is_wanted: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let texts: Vec<SideText<'f>> = versions
            .iter()
            .map(|(place, _)| SideText::new(folder, *place))
            .collect();
        let collations = against(&texts, base, is_wanted)?;
        let likeness = |at: usize| {
            let sizes = (&texts[base].compared.words, &texts[at].compared.words);
            1.0 - collation::divergence(&collations[at], sizes.0.len(), sizes.1.len())
        };
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_cached_key(|at| {
            let place = versions[*at].0;
            (
                *at != base,
                Reverse((likeness(*at) * 1000.0) as u32),
                folder.outlet_name(place.article).to_owned(),
                folder.id_at(place).to_owned(),
            )
        });
        let words: Vec<Vec<&str>> = order
            .iter()
            .map(|at| texts[*at].compared.words.clone())
            .collect();
        let of_words = order
            .iter()
            .zip(&words)
            .map(|(at, words)| collation::Row::new(words.as_slice(), texts[*at].compared.nature));
        let of_words: Vec<_> = of_words.collect();
        let mut aligned = collation::table_while(&of_words, Some(0), Asked::new(is_wanted))?;
        settle(&mut aligned, &words);
        let coarse = aligned.coarse || collations.iter().any(|one| one.coarse);
        let likeness: Vec<f32> = order.iter().map(|at| likeness(*at)).collect();
        let mut by_version: Vec<Option<(SideText<'f>, Collation)>> =
            texts.into_iter().zip(collations).map(Some).collect();
        let mut first_change = 0;
        let rows = order.iter().enumerate().filter_map(|(row, at)| {
            let (text, collation) = by_version[*at].take()?;
            let first = first_change;
            first_change += collation.changes.len() as u32;
            Some(Row {
                text,
                collation,
                columns: columns_of(&aligned, row),
                first_change: first,
            })
        });
        Some(Self {
            rows: rows.collect(),
            places: order.iter().map(|at| versions[*at]).collect(),
            likeness,
            width: aligned.columns.len() as u32,
            coarse,
        })
    }

    fn page(&self, folder: &Folder) -> TablePage {
        let base = &self.rows[0];
        let touched: Vec<Touched> = self
            .rows
            .iter()
            .map(|row| row.touched(base, self.width))
            .collect();
        let phrases = phrases::phrases(&self.rows, &touched, self.width);
        let changes = self.changes();
        let cells: Vec<Vec<TableCell>> = self
            .rows
            .par_iter()
            .zip(&touched)
            .enumerate()
            .map(|(at, (row, own))| {
                if at == 0 {
                    let absent: Vec<_> = touched
                        .iter()
                        .flat_map(|row| row.base_absent.clone())
                        .collect();
                    let marked = Marked::of_base(&self.rows);
                    cells::cells(row, None, &marked, &absent, &phrases)
                } else {
                    let marked = Marked::new(row, base, own);
                    cells::cells(row, Some(base), &marked, &own.absent, &phrases)
                }
            })
            .collect();
        let columns = phrases
            .iter()
            .enumerate()
            .map(|(at, phrase)| self.column(at, phrase, &cells, &changes))
            .collect();
        TablePage {
            utterance: String::new(),
            columns,
            rows: self.described(folder, cells),
            changes,
            possible: 0,
            coarse: self.coarse,
        }
    }

    fn changes(&self) -> Vec<ChangeLine> {
        let base = &self.rows[0].text;
        let of_row = |(number, row): (usize, &Row<'_>)| -> Vec<ChangeLine> {
            let lines = row.collation.changes.iter().map(|change| {
                let (lemma, left_words) = base.there(&change.a);
                let (reading, right_words) = row.text.there(&change.b);
                ChangeLine {
                    kind: change.kind,
                    effect: change.effect,
                    weight: change.effect.weight(),
                    note: change.note,
                    lemma,
                    reading,
                    left_words,
                    right_words,
                    row: number as u32,
                }
            });
            lines.collect()
        };
        self.rows.iter().enumerate().flat_map(of_row).collect()
    }

    fn column(
        &self,
        at: usize,
        phrase: &Phrase,
        cells: &[Vec<TableCell>],
        changes: &[ChangeLine],
    ) -> TableColumn {
        let (readings, disagreement) = cells::readings(&self.rows, cells, at, phrase, changes);
        let words = |row: &Row<'_>| {
            let tokens = row.tokens_in(&phrase.columns);
            row.text.words(&(tokens.start as u32..tokens.end as u32))
        };
        let base = &self.rows[0];
        let of_base = words(base);
        let first = base.tokens_in(&phrase.columns).start;
        TableColumn {
            words: if of_base > 0 {
                of_base
            } else {
                self.rows.iter().map(words).max().unwrap_or(0)
            },
            begins_sentence: phrase.begins_sentence,
            spaced: at > 0 && base.text.is_spaced(first),
            disagreement,
            effects: cells::effects(phrase, changes),
            readings,
        }
    }

    fn described(&self, folder: &Folder, cells: Vec<Vec<TableCell>>) -> Vec<TableRow> {
        let outlets: Vec<&str> = self
            .places
            .iter()
            .map(|(place, _)| folder.outlet_name(place.article))
            .collect();
        let sigla = sigla::sigla(&outlets);
        let rows = self.places.iter().zip(cells).zip(&self.likeness);
        rows.map(|(((place, tier), cells), likeness)| {
            let article = folder.article_at(*place);
            let outlet = folder.outlet_name(place.article);
            TableRow {
                quotation: folder.id_at(*place).to_owned(),
                outlet: outlet.to_owned(),
                siglum: sigla[outlet].clone(),
                title: article.title.clone(),
                published: article.published.clone(),
                language: article.language.clone(),
                kind: folder.quotation_at(*place).kind,
                tier: *tier,
                likeness: *likeness,
                cells,
            }
        })
        .collect()
    }
}

/// Each text collated with the base, equal texts once; nothing differs in the base itself.
fn against(
    texts: &[SideText<'_>],
    base: usize,
    is_wanted: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Collation>> {
    let mut distinct: HashMap<_, usize> = HashMap::new();
    let mut first: Vec<usize> = Vec::new();
    let mut of_text: Vec<usize> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let nature = (text.compared.nature.marked, text.compared.nature.reported);
        let known = *distinct
            .entry((&text.compared.words, nature))
            .or_insert(first.len());
        if known == first.len() {
            first.push(at);
        }
        of_text.push(known);
    }
    let found: Option<Vec<Collation>> = first
        .par_iter()
        .map(|at| {
            let asked = Asked::new(is_wanted);
            asked.goes_on()?;
            collate_while(&texts[base].compared, &texts[*at].compared, asked)
        })
        .collect();
    let found = found?;
    let mut all: Vec<Collation> = of_text.iter().map(|at| found[*at].clone()).collect();
    all[base] = Collation::default();
    Some(all)
}
