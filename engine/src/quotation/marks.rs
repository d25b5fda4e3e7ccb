//! Where quotation marks open and close, paragraph by paragraph.

use std::cell::Cell;

use crate::text::Span;

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

/// How far a single mark may stand from the one that closes it, in bytes: beyond it, it is taken
/// for an apostrophe. Headlines and quotations inside quotations are shorter.
const SINGLE_REACH: usize = 600;

/// How far the marks around a nested quotation are sought, in bytes, and how often in a paragraph.
const NESTED_REACH: usize = 2400;
const NESTED_TRIES: u32 = 40;

/// Two apostrophes or two grave accents, as typewriters and TeX have them.
const TYPEWRITER: char = '"';

/// Appends the regions of one paragraph. Single marks are sought outside double ones only.
pub(crate) fn find(text: &str, paragraph: Span, number: u32, out: &mut Vec<Region>) {
    let mut finder = Finder {
        text,
        paragraph,
        number,
        last_straight: text[paragraph.range()]
            .rfind('"')
            .map(|at| at + paragraph.start),
        no_single_before: 0,
        open: None,
        nested_sought: Cell::new(0),
        out,
    };
    finder.run();
}

struct Finder<'t, 'o> {
    text: &'t str,
    paragraph: Span,
    number: u32,
    last_straight: Option<usize>,
    /// No closing single mark ends before this byte.
    no_single_before: usize,
    open: Option<Open>,
    nested_sought: Cell<u32>,
    out: &'o mut Vec<Region>,
}

#[derive(Clone, Copy)]
struct Open {
    outer: usize,
    inner: usize,
    mark: char,
    /// The same mark opened again inside.
    depth: u32,
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
        let rest = &self.text[at..self.paragraph.end];
        let Some(mark) = rest.chars().next() else {
            return self.paragraph.end;
        };
        let next = at + mark.len_utf8();
        if rest.starts_with("''") || rest.starts_with("``") {
            self.toggle(at, at + 2, TYPEWRITER);
            return at + 2;
        }
        match mark {
            '„' => match self.open {
                Some(open) if open.mark == '„' && self.opens_nested(at, '„', '“') => {
                    self.deepen()
                }
                Some(open) if open.mark == '„' => self.reopen(at, next, mark),
                _ => self.open_at(at, next, mark),
            },
            '“' => match self.open {
                Some(open) if open.mark == '„' && open.depth > 0 => self.shallow(),
                Some(open) if open.mark == '„' => self.close(at, next),
                Some(open) if open.mark == '“' && self.opens_nested(at, '“', '”') => {
                    self.deepen()
                }
                Some(open) if open.mark == '“' => self.reopen(at, next, mark),
                _ => self.open_at(at, next, mark),
            },
            '«' | '‹' => match self.open {
                Some(open) if open.mark == turned(mark) => self.close(at, next),
                Some(open) if open.mark == mark => self.deepen(),
                Some(_) if mark == '‹' => {}
                _ => self.open_at(at, next, mark),
            },
            '「' | '『' => match self.open {
                Some(_) => {}
                None => self.open_at(at, next, mark),
            },
            '”' | '»' | '›' | '」' | '』' => self.closing(at, next, mark),
            '"' => self.straight(at, next),
            _ => return self.single(at, next),
        }
        next
    }

    fn closing(&mut self, at: usize, next: usize, mark: char) {
        match self.open {
            Some(open) if mark == '›' && open.mark != '‹' => {}
            Some(open) if matches!(mark, '」' | '』') && open.mark != partner(mark) => {}
            Some(open) if open.depth > 0 && open.mark == partner(mark) => self.shallow(),
            Some(_) => self.close(at, next),
            None if mark == '»' || mark == '›' => self.open_at(at, next, mark),
            // A closing curly mark where one should open: at a word's left edge.
            None if mark == '”' && self.after_blank(at) && !self.before_blank(next) => {
                self.open_at(at, next, '“');
            }
            None if mark == '”' => self.lost_opening(at, next),
            None => {}
        }
    }

    /// A closing mark whose partner was lost: speech began after the colon, or with the sentence.
    fn lost_opening(&mut self, at: usize, next: usize) {
        let from = self
            .out
            .last()
            .filter(|last| last.paragraph == self.number)
            .map_or(self.paragraph.start, |last| last.outer.end);
        let reach = floor_boundary(self.text, at.saturating_sub(NESTED_REACH)).max(from);
        let before = &self.text[reach..at];
        if before.ends_with(|c: char| c.is_numeric()) {
            return;
        }
        let begins = [": ", ". ", "! ", "? "]
            .iter()
            .filter_map(|sign| before.rfind(sign))
            .max();
        let start = begins.map_or(reach, |sign| reach + sign + 2);
        self.push(
            Open {
                outer: start,
                inner: start,
                mark: '“',
                depth: 0,
            },
            at,
            next,
            false,
        );
    }

    fn straight(&mut self, at: usize, next: usize) {
        let before = self.before(at);
        let opening = (before.is_none_or(|c| c.is_whitespace() || "([—–-/‘'".contains(c)))
            && !self.before_blank(next);
        match self.open {
            None => {
                let inches =
                    before.is_some_and(|c| c.is_numeric()) && self.last_straight == Some(at);
                if !inches && (opening || !self.before_blank(next)) {
                    self.open_at(at, next, '"');
                }
            }
            Some(open) if open.mark == '"' => {
                // `12" pipe`: feet and inches inside a quotation that closes later.
                let reopens = opening
                    && self.after_blank(at)
                    && at - open.inner > 2
                    && self.text[next..].starts_with(char::is_alphanumeric);
                if reopens {
                    self.reopen(at, next, '"');
                } else {
                    self.close(at, next);
                }
            }
            Some(open) if open.mark == '“' => self.close(at, next),
            Some(_) => {}
        }
    }

    /// Single marks: only where they open and close at word edges, and never an apostrophe.
    fn single(&mut self, at: usize, next: usize) -> usize {
        let opens = self.open.is_none()
            && self
                .before(at)
                .is_none_or(|c| c.is_whitespace() || "(—–:".contains(c))
            && !self.before_blank(next)
            && !self.text[next..].starts_with(|c: char| c.is_numeric());
        if !opens {
            return next;
        }
        let Some(end) = self.closing_single(next) else {
            return next;
        };
        let after = end + self.text[end..].chars().next().map_or(0, char::len_utf8);
        let open = Open {
            outer: at,
            inner: next,
            mark: '‘',
            depth: 0,
        };
        self.push(open, end, after, true);
        after
    }

    fn closing_single(&mut self, from: usize) -> Option<usize> {
        let limit = floor_boundary(self.text, (from + SINGLE_REACH).min(self.paragraph.end));
        let begin = from.max(self.no_single_before.min(limit));
        let mut after_letter_s = None;
        for (offset, c) in self.text[begin..limit].char_indices() {
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

    fn toggle(&mut self, at: usize, next: usize, mark: char) {
        match self.open {
            None => self.open_at(at, next, mark),
            Some(open) if open.mark == mark => self.close(at, next),
            Some(_) => {}
        }
    }

    fn open_at(&mut self, at: usize, next: usize, mark: char) {
        self.open = Some(Open {
            outer: at,
            inner: next,
            mark,
            depth: 0,
        });
    }

    /// The mark before was never closed.
    fn reopen(&mut self, at: usize, next: usize, mark: char) {
        if let Some(open) = self.open.take() {
            self.push(open, at, at, false);
        }
        self.open_at(at, next, mark);
    }

    /// An opening mark inside its own kind, with two closing ones to come: “a “b” c”.
    fn opens_nested(&self, at: usize, opening: char, closing: char) -> bool {
        if self.nested_sought.get() == NESTED_TRIES {
            return false;
        }
        self.nested_sought.set(self.nested_sought.get() + 1);
        let reach = (at + NESTED_REACH).min(self.paragraph.end);
        let rest = &self.text[at + opening.len_utf8()
            ..floor_boundary(self.text, reach).max(at + opening.len_utf8())];
        let mut ends = rest.match_indices(closing);
        ends.next()
            .is_some_and(|(first, _)| !rest[..first].contains(opening))
            && ends.next().is_some()
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

    fn close(&mut self, at: usize, next: usize) {
        if let Some(open) = self.open.take() {
            self.push(open, at, next, true);
        }
    }

    fn push(&mut self, open: Open, end: usize, outer_end: usize, closed: bool) {
        let inner = trimmed(self.text, open.inner, end);
        if inner.is_empty() {
            return;
        }
        self.out.push(Region {
            inner,
            outer: Span::new(open.outer, outer_end),
            closed,
            paragraph: self.number,
        });
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[self.paragraph.start..at].chars().next_back()
    }

    fn after_blank(&self, at: usize) -> bool {
        self.before(at).is_none_or(char::is_whitespace)
    }

    fn before_blank(&self, next: usize) -> bool {
        self.text[next..self.paragraph.end]
            .chars()
            .next()
            .is_none_or(char::is_whitespace)
    }
}

/// The stretch without white space at its edges.
pub(crate) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let piece = &text[start..end];
    let left = piece.len() - piece.trim_start().len();
    let kept = piece.trim().len();
    Span::new(start + left, start + left + kept)
}

/// The last character boundary at or before `at`.
pub(crate) fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn is_candidate(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '„'
            | '“'
            | '”'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '‘'
            | '‚'
    )
}

fn turned(mark: char) -> char {
    if mark == '«' { '»' } else { '›' }
}

fn partner(mark: char) -> char {
    match mark {
        '”' => '“',
        '»' => '«',
        '›' => '‹',
        '」' => '「',
        _ => '『',
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
