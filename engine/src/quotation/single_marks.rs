//! Single marks, which look like apostrophes.

use super::marks::{Finder, Open};
use super::signs::floor_boundary;
use crate::work;

/// How far a single mark may stand from the one that closes it, in bytes: beyond it, it is taken
/// for an apostrophe. Headlines and quotations inside quotations are shorter.
const SINGLE_REACH: usize = 600;

impl Finder<'_, '_> {
    /// Single marks: only where they open and close at word edges, and never an apostrophe.
    pub(super) fn single(&mut self, at: usize, next: usize) -> usize {
        let opens = self.open.is_none()
            && self
                .before(at)
                .is_none_or(|c| c.is_whitespace() || "(—–:：，“「".contains(c))
            && !self.before_blank(next)
            && !self.text[next..].starts_with(|c: char| c.is_numeric());
        if !opens {
            return next;
        }
        let Some(end) = self.closing_single(next) else {
            return next;
        };
        let after = end + self.text[end..].chars().next().map_or(0, char::len_utf8);
        self.push(Open::new(at, next, '‘'), end, after, true);
        after
    }

    fn closing_single(&mut self, from: usize) -> Option<usize> {
        let limit = floor_boundary(self.text, (from + SINGLE_REACH).min(self.paragraph.end));
        let begin = from.max(self.no_single_before.min(limit));
        let mut after_letter_s = None;
        for (offset, c) in self.text[begin..limit].char_indices() {
            work::step(1);
            let at = begin + offset;
            if matches!(c, '"' | '“' | '”') {
                break;
            }
            if !matches!(c, '’' | '\'' | '‘') || at == from {
                continue;
            }
            let before = self.before(at);
            let tail = &self.text[at + c.len_utf8()..];
            if before.is_some_and(char::is_whitespace) || tail.starts_with(char::is_alphanumeric) {
                continue;
            }
            // `the governors' plan'`: a genitive if another mark closes later.
            if before == Some('s') && tail.starts_with(' ') && after_letter_s.is_none() {
                after_letter_s = Some(at);
                continue;
            }
            return Some(at);
        }
        if after_letter_s.is_none() {
            self.no_single_before = limit;
        }
        after_letter_s
    }
}
