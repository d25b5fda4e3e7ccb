//! What the rules of a language find in one article, before it becomes quotations.

use super::linking::Link;
use super::{AttributionRule, Kind};
use crate::text::Span;

pub(crate) struct Analysis {
    /// Of each region.
    pub links: Vec<Option<Link>>,
    /// Of each region.
    pub kinds: Vec<Kind>,
    pub reported: Vec<Reported>,
}

/// A clause of reported speech.
#[derive(Debug, Clone)]
pub(crate) struct Reported {
    /// Ascending; two where the cue breaks the clause.
    pub spans: Vec<Span>,
    pub speaker: Span,
    pub cue: Option<Span>,
    pub rule: AttributionRule,
    /// Direct speech whose marks are missing.
    pub unmarked: bool,
}

impl Reported {
    pub fn start(&self) -> usize {
        self.spans[0].start
    }

    pub fn holds(&self, span: Span) -> bool {
        self.spans.iter().any(|own| own.contains(span))
    }
}
