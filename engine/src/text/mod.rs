//! Spans, tokens with their source ranges, and offsets in other units.

mod code_points;
pub mod frequency;
mod negation;
mod sentences;
mod span;
pub mod stem;
mod token;
mod unspaced;

pub use code_points::CodePoints;
pub use negation::{denies, negations};
pub use sentences::sentences;
pub use span::Span;
pub use token::{Token, TokenClass, is_mark, normal_form, tokenize};
pub(crate) use unspaced::is_ideographic;
