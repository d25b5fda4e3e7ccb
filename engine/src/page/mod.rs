//! What the window draws: lists and comparisons, pre-cut into segments, so that the window needs
//! no offsets and computes no differences. Words for people are the window's: this room gives
//! codes and counts. Decides nothing that belongs to another room.

mod types;

pub use types::*;
