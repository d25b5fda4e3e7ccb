//! What the window draws: lists and comparisons, pre-cut into segments, so that the window needs
//! no offsets and computes no differences. Words for people are the window's: this room gives
//! codes and counts. Decides nothing that belongs to another room.

mod article;
mod articles;
mod brackets;
mod catalogue;
mod comparison;
mod families;
mod in_place;
mod list;
mod marked;
mod narrowing;
mod outlets;
mod overview;
mod pieces;
mod reference;
mod remembered;
mod rows;
mod table;
mod types;

pub use article::article_page;
pub use articles::{
    ArticleItem, ArticleList, ArticlePair, ArticleQuery, PassageLink, article_pair, articles,
};
pub use catalogue::Catalogue;
pub use comparison::{comparison, comparison_by_meaning};
pub use families::{OutletFamily, SharedWording, WordingFamily};
pub use list::{heard_item, list, list_item, list_while};
pub use narrowing::{Choices, Filter, KindTally, TierTally, Without, choices};
pub use outlets::{CoverageCell, CoverageRow, Likeness, OutletProfile, OutletsPage, outlets};
pub use overview::overview;
pub use reference::{
    Fate, Measured, Reference, ReferencePage, SaidIn, SaidPart, SaidRun, Transcript, reference,
};
pub use remembered::{RememberedHit, remembered_hit};
pub use table::{
    Absence, ColumnReading, TableCell, TableColumn, TablePage, TableRow, table, table_while,
};
pub use types::*;

pub use crate::folder::{Progress, Stage, Stopped};
