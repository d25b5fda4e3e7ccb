//! Where quotation marks open and close, paragraph by paragraph.

use std::cell::{Cell, RefCell};

use super::STEPS_A_QUOTATION;
use super::signs::{closers, floor_boundary, is_candidate, trimmed};
use crate::text::Span;
use crate::work;

/// A stretch inside marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Region {
    /// Without the marks.
    pub inner: Span,
    /// With them.
    pub outer: Span,
    pub closed: bool,
    pub paragraph: u32,
}

/// How far the marks around a nested quotation are sought, in bytes, and how often in a paragraph.
pub(super) const NESTED_REACH: usize = 2400;
const NESTED_TRIES: u32 = 40;

/// Two apostrophes or two grave accents, as typewriters and TeX have them, written `''`.
const TYPEWRITER: char = '`';

/// Appends the regions of one paragraph. Single marks are sought outside double ones only.
pub(crate) fn find(text: &str, paragraph: Span, number: u32, out: &mut Vec<Region>) {
    let mut finder = Finder {
        text,
        paragraph,
        number,
        no_single_before: 0,
        open: None,
        nested_sought: Cell::new(0),
        straight_seen: false,
        last: RefCell::default(),
        out,
    };
    finder.run();
}

pub(super) struct Finder<'t, 'o> {
    pub text: &'t str,
    pub paragraph: Span,
    pub number: u32,
    /// No closing single mark ends before this byte.
    pub no_single_before: usize,
    pub open: Option<Open>,
    nested_sought: Cell<u32>,
    pub straight_seen: bool,
    /// Signs with their last places in the paragraph, so far as they were sought.
    last: RefCell<Vec<(char, usize)>>,
    pub out: &'o mut Vec<Region>,
}

#[derive(Clone, Copy)]
pub(super) struct Open {
    pub outer: usize,
    pub inner: usize,
    pub mark: char,
    /// The same mark opened again inside.
    pub depth: u32,
    /// A mark of another kind that opened inside.
    pub other: Option<char>,
}

impl Open {
    pub fn new(outer: usize, inner: usize, mark: char) -> Self {
        Self {
            outer,
            inner,
            mark,
            depth: 0,
            other: None,
        }
    }
}

impl Finder<'_, '_> {
    fn run(&mut self) {
        let mut at = self.paragraph.start;
        while let Some(offset) = self.text[at..self.paragraph.end].find(is_candidate) {
            at += offset;
            at = self.mark_at(at);
        }
        if let Some(open) = self.open.take() {
            self.push(open, self.paragraph.end, self.paragraph.end, false);
        }
    }

    /// Handles the sign at `at` and returns where to go on.
    fn mark_at(&mut self, at: usize) -> usize {
        work::step(1);
        let rest = &self.text[at..self.paragraph.end];
        let Some(mark) = rest.chars().next() else {
            return self.paragraph.end;
        };
        let next = at + mark.len_utf8();
        if rest.starts_with("''") || rest.starts_with("``") {
            self.typewriter(at, at + 2);
            return at + 2;
        }
        match mark {
            '„' | '“' | '«' | '‹' | '「' | '『' => self.opening(at, next, mark),
            '”' | '»' | '›' | '」' | '』' => self.closing(at, next, mark),
            '"' => self.straight(at, next),
            _ => return self.single(at, next),
        }
        next
    }

    /// A sign that mostly opens; some close as well.
    fn opening(&mut self, at: usize, next: usize, mark: char) {
        let Some(open) = self.open else {
            let closes = mark == '“' && self.before_blank(next) && !self.after_blank(at);
            return if closes {
                self.lost_opening(at, next)
            } else {
                self.open_at(at, next, mark)
            };
        };
        if closers(open.mark).contains(&mark) || self.closes_other(open, mark, at) {
            return self.closing(at, next, mark);
        }
        // “They see that. “
        if open.mark == mark && mark == '“' && self.before_blank(next) {
            return self.closing(at, next, '”');
        }
        if open.mark != mark {
            return self.other_kind(open, at, next, mark);
        }
        let nested = match mark {
            '„' => self.opens_nested(at, '„', '“'),
            '“' => self.opens_nested(at, '“', '”'),
            _ => true,
        };
        if nested {
            self.deepen();
        } else {
            self.reopen(at, next, mark);
        }
    }

    /// A sign that mostly closes.
    pub(super) fn closing(&mut self, at: usize, next: usize, mark: char) {
        let Some(open) = self.open else {
            return self.closing_alone(at, next, mark);
        };
        if self.closes_other(open, mark, at) {
            self.open = Some(Open {
                other: None,
                ..open
            });
        } else if closers(open.mark).contains(&mark) {
            if open.depth > 0 {
                self.shallow();
            } else {
                self.close(at, next);
            }
        } else if open.mark == '‘' || self.is_mixed(open, mark, at) {
            self.close(at, next);
        }
    }

    /// Whether the sign closes the quotation of another kind inside this one.
    fn closes_other(&self, open: Open, mark: char, at: usize) -> bool {
        let outer = closers(open.mark);
        open.other.is_some_and(|other| closers(other).contains(&mark))
            // What closes both closes the outer one if it is the last.
            && (outer.first() != Some(&mark) || self.last_place(mark) > at)
    }

    /// «A”: the mark that should close comes no more.
    fn is_mixed(&self, open: Open, mark: char, at: usize) -> bool {
        let doubled = matches!(mark, '”' | '»');
        doubled
            && closers(open.mark)
                .iter()
                .all(|own| self.last_place(*own) <= at)
    }

    /// A mark of another kind inside: a quotation in the quotation, unless what is open was lost.
    fn other_kind(&mut self, open: Open, at: usize, next: usize, mark: char) {
        let closes_later = closers(open.mark).iter().any(|own| {
            self.last_place(*own) > at && (*own != '”' || self.opens_nested(at, '“', '”'))
        });
        if open.mark == '"' && !closes_later {
            // A stray mark, as before quoted articles whose paragraphs all begin with one.
            self.open_at(at, next, mark);
        } else if open.outer == self.paragraph.start || closes_later {
            let other = open.other.or(Some(mark));
            self.open = Some(Open { other, ..open });
        } else {
            self.reopen(at, next, mark);
        }
    }

    fn closing_alone(&mut self, at: usize, next: usize, mark: char) {
        match mark {
            '»' | '›' => self.open_at(at, next, mark),
            // A closing curly mark where one should open: at a word's left edge.
            '”' if self.after_blank(at) && !self.before_blank(next) => {
                self.open_at(at, next, '“');
            }
            '”' => self.lost_opening(at, next),
            _ => {}
        }
    }

    /// A closing mark whose partner was lost: speech began after the colon, or with the sentence.
    pub(super) fn lost_opening(&mut self, at: usize, next: usize) {
        // Single marks inside belong to the quotation.
        let whole = |region: &&Region| !self.text[region.outer.range()].starts_with(['‘', '\'']);
        let own = self.out.iter().rev().take(NESTED_TRIES as usize);
        let from = own
            .take_while(|region| region.paragraph == self.number)
            .find(whole)
            .map_or(self.paragraph.start, |last| last.outer.end);
        let reach = floor_boundary(self.text, at.saturating_sub(NESTED_REACH)).max(from);
        let before = &self.text[reach..at];
        work::step(before.len());
        if before.ends_with(|c: char| c.is_numeric()) {
            return;
        }
        let begins = [": ", ". ", "! ", "? "]
            .iter()
            .filter_map(|sign| before.rfind(sign))
            .max();
        let start = begins.map_or(reach, |sign| reach + sign + 2);
        while self
            .out
            .last()
            .is_some_and(|last| last.outer.start >= start)
        {
            self.out.pop();
        }
        let start = self
            .out
            .last()
            .map_or(start, |last| start.max(last.outer.end));
        self.push(Open::new(start, start, '“'), at, next, false);
    }

    fn typewriter(&mut self, at: usize, next: usize) {
        match self.open {
            None => self.open_at(at, next, TYPEWRITER),
            Some(open) if open.mark == TYPEWRITER => self.close(at, next),
            Some(_) => {}
        }
    }

    pub(super) fn open_at(&mut self, at: usize, next: usize, mark: char) {
        self.open = Some(Open::new(at, next, mark));
    }

    /// The mark before was never closed.
    pub(super) fn reopen(&mut self, at: usize, next: usize, mark: char) {
        if let Some(open) = self.open.take() {
            self.push(open, at, at, false);
        }
        self.open_at(at, next, mark);
    }

    /// Whether the marks around a nested quotation may be sought once more in this paragraph.
    pub(super) fn may_seek_nested(&self) -> bool {
        let tries = self.nested_sought.get();
        self.nested_sought.set(tries.saturating_add(1));
        tries < NESTED_TRIES
    }

    /// An opening mark inside its own kind, with two closing ones to come: “a “b” c”.
    fn opens_nested(&self, at: usize, opening: char, closing: char) -> bool {
        if !self.may_seek_nested() {
            return false;
        }
        let from = at + self.text[at..].chars().next().map_or(0, char::len_utf8);
        let reach = floor_boundary(self.text, (at + NESTED_REACH).min(self.paragraph.end));
        let rest = &self.text[from..reach.max(from)];
        work::step(rest.len());
        let mut ends = rest.match_indices(closing);
        ends.next()
            .is_some_and(|(first, _)| !rest[..first].contains(opening))
            && ends.next().is_some()
    }

    /// Where a sign stands last in the paragraph, 0 where it does not.
    pub(super) fn last_place(&self, mark: char) -> usize {
        if let Some((_, place)) = self.last.borrow().iter().find(|(known, _)| *known == mark) {
            return *place;
        }
        work::step(self.paragraph.len());
        let place = self.text[self.paragraph.range()]
            .rfind(mark)
            .map_or(0, |at| self.paragraph.start + at);
        self.last.borrow_mut().push((mark, place));
        place
    }

    fn deepen(&mut self) {
        if let Some(open) = &mut self.open {
            open.depth += 1;
        }
    }

    fn shallow(&mut self) {
        if let Some(open) = &mut self.open {
            open.depth -= 1;
        }
    }

    pub(super) fn close(&mut self, at: usize, next: usize) {
        if let Some(open) = self.open.take() {
            self.push(open, at, next, true);
        }
    }

    pub(super) fn push(&mut self, open: Open, end: usize, outer_end: usize, closed: bool) {
        let inner = trimmed(self.text, open.inner, end);
        if inner.is_empty() {
            return;
        }
        work::step(STEPS_A_QUOTATION);
        self.out.push(Region {
            inner,
            outer: Span::new(open.outer, outer_end),
            closed,
            paragraph: self.number,
        });
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text[self.paragraph.start..at].chars().next_back()
    }

    pub(super) fn after_blank(&self, at: usize) -> bool {
        self.before(at).is_none_or(char::is_whitespace)
    }

    pub(super) fn before_blank(&self, next: usize) -> bool {
        self.text[next..self.paragraph.end]
            .chars()
            .next()
            .is_none_or(char::is_whitespace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        let mut regions = Vec::new();
        find(text, Span::new(0, text.len()), 0, &mut regions);
        regions.iter().map(|region| region.inner.of(text)).collect()
    }

    #[test]
    fn every_convention() {
        assert_eq!(
            inner("He said “we go” and \"they stay\"."),
            ["we go", "they stay"]
        );
        assert_eq!(
            inner("Sie sagte: „Wir gehen“ und »bleiben« dann"),
            ["Wir gehen", "bleiben"]
        );
        assert_eq!(inner("Il dit : « On y va »."), ["On y va"]);
        assert_eq!(inner("他说：「我们走。」"), ["我们走。"]);
        assert_eq!(
            inner("Mayor: ‘We won’t wait’ for trains"),
            ["We won’t wait"]
        );
        assert_eq!(inner("``We go,'' he said"), ["We go,"]);
    }

    #[test]
    fn apostrophes_inches_and_decades_are_no_marks() {
        assert!(inner("The governors' plan from the '90s isn't theirs").is_empty());
        assert!(inner("A 12\" pipe and a board of 6' length").is_empty());
        assert_eq!(
            inner("‘The governors’ plan failed’, he said"),
            ["The governors’ plan failed"]
        );
    }

    #[test]
    fn unclosed_marks_run_to_the_end() {
        assert_eq!(inner("She said: “We go home."), ["We go home."]);
        assert!(inner("“").is_empty());
    }

    #[test]
    fn nested_marks_of_one_kind() {
        assert_eq!(
            inner("«Он сказал: «да», и ушёл», — сказала она"),
            ["Он сказал: «да», и ушёл"]
        );
    }
}
