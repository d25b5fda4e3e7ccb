//! Word alignment: a probability that two words stand for each other, for every pair of words.
//!
//! Three logistic stages over planes of evidence. The first sees the words and their places; the
//! second and third see the probabilities of the stage before: of the neighbours, of the rivals in
//! row and column, and of the anchors around the gap that a pair lies in. Every plane is symmetric
//! in the two versions, so that swapping them transposes the result. `tools/align-train` fits the
//! weights.

mod context;
mod decode;
mod gaps;
mod grid;
mod lexical;
mod stages;

pub use decode::{Links, decode};
pub use grid::Grid;
pub use lexical::{Lexical, lexical};
pub use stages::{STAGES, evidence, logistic, probabilities};

/// Takes the planes of evidence one by one: the stages weigh them, the training program keeps them.
pub trait Evidence {
    fn add(&mut self, name: &'static str, plane: &Grid);
}
