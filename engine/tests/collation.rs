//! The collation over labelled cases, and what must hold for any two texts.

#[path = "collation/cases.rs"]
mod cases;
#[path = "collation/properties.rs"]
mod properties;
