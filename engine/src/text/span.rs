use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of a text in **bytes**, end exclusive, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward");
        Self { start, end }
    }

    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Without the characters at its beginning for which `is_edge` holds.
    pub fn trim_start(self, text: &str, is_edge: impl Fn(char) -> bool) -> Self {
        let kept = self.of(text).trim_start_matches(is_edge);
        Self::new(self.end - kept.len(), self.end)
    }

    /// Without the characters at its end for which `is_edge` holds.
    pub fn trim_end(self, text: &str, is_edge: impl Fn(char) -> bool) -> Self {
        let kept = self.of(text).trim_end_matches(is_edge);
        Self::new(self.start, self.start + kept.len())
    }

    /// Without white space at its edges; empty where there is nothing else.
    pub fn trimmed(self, text: &str) -> Self {
        self.trim_end(text, char::is_whitespace)
            .trim_start(text, char::is_whitespace)
    }

    /// Without `beginning`, where the stretch begins so.
    pub fn strip_prefix(self, text: &str, beginning: &str) -> Option<Self> {
        let kept = self.of(text).strip_prefix(beginning)?;
        Some(Self::new(self.end - kept.len(), self.end))
    }

    /// Without `ending`, where the stretch ends so.
    pub fn strip_suffix(self, text: &str, ending: &str) -> Option<Self> {
        let kept = self.of(text).strip_suffix(ending)?;
        Some(Self::new(self.start, self.start + kept.len()))
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
