//! Searching a folder: words as they are typed ([`WordIndex`]), and a quotation remembered
//! ([`Remembered`]): words typed from memory, and where something like them stands.

mod index;
mod remembered;
mod words;

pub use index::{Entry, Hit, Index};
pub use remembered::{Found, Remembered};
pub use words::{Texts, WordIndex};
