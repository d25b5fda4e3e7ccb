//! Straight marks, which open, close, and stand for inches.

use super::marks::{Finder, NESTED_REACH, Open};
use super::signs::{closers, floor_boundary};
use crate::work;

/// How far from inches inside a quotation the mark that closes it is sought, in bytes.
const INCHES_REACH: usize = 200;

impl Finder<'_, '_> {
    pub(super) fn straight(&mut self, at: usize, next: usize) {
        let before = self.before(at);
        let opening = (before.is_none_or(|c| c.is_whitespace() || "([—–-/‘'".contains(c)))
            && !self.before_blank(next);
        let inches = before.is_some_and(|c| c.is_numeric());
        match self.open {
            None => {
                let word_follows = self.text[next..].starts_with(char::is_alphanumeric);
                if opening || !self.before_blank(next) && (!inches || word_follows) {
                    self.open_at(at, next, '"');
                } else if before.is_some_and(|c| ",.?!".contains(c))
                    && !self.open_before()
                    && self.is_odd(at)
                {
                    self.lost_opening(at, next);
                }
            }
            Some(open) if open.mark == '"' => {
                let reopens = opening
                    && self.after_blank(at)
                    && at - open.inner > 2
                    && self.text[next..].starts_with(char::is_alphanumeric);
                if reopens {
                    self.reopen(at, next, '"');
                } else if !(inches && self.closes_later(next)) {
                    self.close(at, next);
                }
            }
            Some(open) if opening && open.other.is_none() && self.opens_pair_inside(open, next) => {
                self.open = Some(Open {
                    other: Some('"'),
                    ..open
                });
            }
            Some(_) => self.closing(at, next, '"'),
        }
        self.straight_seen = true;
    }

    /// `the 12" pipe," he said`: after inches another mark closes before one opens.
    fn closes_later(&self, next: usize) -> bool {
        let reach = floor_boundary(self.text, (next + INCHES_REACH).min(self.paragraph.end));
        let rest = &self.text[next..reach.max(next)];
        work::step(rest.len());
        rest.find('"')
            .is_some_and(|mark| rest[..mark].ends_with([',', '.', '?', '!']))
    }

    /// “He said "we stay" and left”: another straight mark comes before the curly one that closes.
    fn opens_pair_inside(&self, open: Open, next: usize) -> bool {
        let (Some(own), '“' | '„') = (closers(open.mark).first(), open.mark) else {
            return false;
        };
        if self.last_place(*own) < next || !self.may_seek_nested() {
            return false;
        }
        let reach = floor_boundary(self.text, (next + NESTED_REACH).min(self.paragraph.end));
        let rest = &self.text[next..reach.max(next)];
        work::step(rest.len());
        let close = rest.find(*own).unwrap_or(0);
        let inside = &rest[..close];
        inside.contains('"') && !inside.contains(open.mark)
    }

    /// Whether the paragraph before left its marks open: this one may close them.
    fn open_before(&self) -> bool {
        self.out
            .last()
            .is_some_and(|last| !last.closed && last.paragraph + 1 == self.number)
    }

    /// Whether a straight mark, the first of its paragraph, is one of an odd number.
    fn is_odd(&self, at: usize) -> bool {
        let rest = &self.text[at..self.paragraph.end];
        work::step(usize::from(!self.straight_seen) * rest.len());
        !self.straight_seen && rest.matches('"').count() % 2 == 1
    }
}
