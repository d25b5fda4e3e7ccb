//! Everything As Quoted does with text, and nothing else: no window, no network, no printing, no
//! files, no clock, no global state. `ARCHITECTURE.md` says what each room holds.
//!
//! A quotation walks through the modules in this order:
//! bytes → [`reading`] → [`quotation`] → [`speaker`] → [`utterance`] → [`collation`] →
//! [`judgement`] (what a person corrects) → [`report`] (the command line's JSON) and [`page`]
//! (what the window draws).

pub mod article;
pub mod collation;
pub mod family;
pub mod folder;
pub mod judgement;
pub mod meaning;
pub mod pace;
pub mod page;
pub mod passage;
mod phrase;
pub mod problem;
pub mod quotation;
pub mod reading;
pub mod report;
pub mod search;
pub mod speaker;
pub mod text;
pub mod utterance;
mod work;
