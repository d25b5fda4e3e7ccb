//! Cuts one side of a comparison into pieces that are drawn in one way each.

use std::collections::BTreeMap;
use std::ops::Range;

use super::brackets::brackets;
use super::{Piece, Voice};
use crate::article::{Article, Role};
use crate::collation::{Change, ChangeKind, Collation};
use crate::folder::{ComparedSide, Folder, Place, inner, mark_after, mark_before, side_of};
use crate::quotation::Kind;
use crate::text::{Span, sentences};

/// One side of a comparison: the stretch of the article that is shown, cut into sentences.
pub struct SideText<'f> {
    pub text: &'f str,
    /// ISO 639-1 code.
    pub language: &'f str,
    pub compared: ComparedSide<'f>,
    /// Sentences, adjoining each other, from the start of the one in which the quotation begins
    /// to the end of the one in which it ends; white space between belongs to the one before.
    pub units: Vec<Span>,
    stretches: Vec<Span>,
    /// Marks around the quotation and around fragments in it; whether each opens.
    marks: BTreeMap<Span, bool>,
    /// Fragments inside a reported clause.
    fragments: Vec<Span>,
    /// From each opening square bracket to the closing one; empty where nothing is said between.
    brackets: Vec<Span>,
    voice: Voice,
}

/// How the tokens of one side are drawn.
pub struct Overlay {
    changes: Vec<Option<u32>>,
    moved: Vec<Option<u32>>,
    /// By the index of the token before which the gap stands.
    gaps: BTreeMap<u32, Vec<Piece>>,
}

impl<'f> SideText<'f> {
    pub fn new(folder: &'f Folder, place: Place) -> Self {
        let article = folder.article_at(place);
        let text = article.text.as_str();
        let quotation = folder.quotation_at(place);
        let stretches = quotation.spans.clone();
        let fragments: Vec<Span> = inner(folder, place)
            .filter(|_| quotation.kind == Kind::Reported)
            .flat_map(|inner| inner.spans.iter().copied())
            .collect();
        let mut marks = BTreeMap::new();
        let outer = (quotation.kind != Kind::Reported).then_some(&stretches);
        for span in outer.into_iter().flatten().chain(&fragments) {
            marks.extend(mark_before(text, span.start).map(|mark| (mark, true)));
            marks.extend(mark_after(text, span.end).map(|mark| (mark, false)));
        }
        let units = units(article, &stretches);
        let voice = if quotation.kind == Kind::Reported {
            Voice::Reported
        } else {
            Voice::Inside
        };
        let compared = side_of(folder, place);
        Self {
            text,
            language: &article.language,
            compared,
            units,
            brackets: stretches
                .iter()
                .flat_map(|one| brackets(text, *one))
                .collect(),
            stretches,
            marks,
            fragments,
            voice,
        }
    }

    /// The sentence in which a token stands.
    pub fn unit_of(&self, span: Span) -> Option<usize> {
        let at = self.units.partition_point(|unit| unit.end < span.end);
        self.units.get(at)?.contains(span).then_some(at)
    }

    /// The quotation's stretch in which a byte lies.
    pub fn stretch_of(&self, byte: usize) -> Option<usize> {
        let at = self.stretches.partition_point(|one| one.end <= byte);
        self.stretches
            .get(at)?
            .range()
            .contains(&byte)
            .then_some(at)
    }

    /// The rest of the paragraph(s) before and after the units; where nothing of the paragraph is
    /// left, the neighbouring one.
    pub fn around(&self, article: &'f Article) -> (&'f str, &'f str) {
        let (Some(first), Some(last)) = (self.units.first(), self.units.last()) else {
            return ("", "");
        };
        let body: Vec<Span> = article
            .blocks
            .iter()
            .filter(|block| block.role == Role::Body)
            .map(|block| block.span)
            .collect();
        let before = body
            .iter()
            .rev()
            .filter(|block| block.start < first.start)
            .map(|block| &self.text[block.start..block.end.min(first.start)])
            .find(|text| !text.trim().is_empty());
        let after = body
            .iter()
            .filter(|block| block.end > last.end)
            .map(|block| &self.text[block.start.max(last.end)..block.end])
            .find(|text| !text.trim().is_empty());
        (before.unwrap_or_default(), after.unwrap_or_default())
    }

    /// The pieces of one stretch of the units.
    pub fn pieces(&self, shown: Span, overlay: &Overlay) -> Vec<Piece> {
        let mut cutter = Cutter {
            side: self,
            overlay,
            pieces: Vec::new(),
            at: shown.start,
        };
        let tokens = &self.compared.tokens;
        let first = tokens.partition_point(|token| token.span.start < shown.start);
        let last = tokens.partition_point(|token| token.span.end <= shown.end);
        let marks = self.marks.range(Span::new(shown.start, shown.start)..);
        let mut marks = marks
            .take_while(|(mark, _)| mark.start <= shown.end)
            .filter(|(mark, _)| shown.contains(**mark))
            .peekable();
        for (index, token) in tokens.iter().enumerate().take(last).skip(first) {
            while let Some((mark, opening)) =
                marks.next_if(|(mark, _)| mark.start < token.span.start)
            {
                cutter.mark(*mark, *opening, index);
            }
            cutter.token(index, first);
        }
        for (mark, opening) in marks {
            cutter.mark(*mark, *opening, last);
        }
        cutter.fill(shown.end, last);
        cutter.pieces
    }

    /// Whether white space, or an interruption, stands before a token.
    pub fn is_spaced(&self, token: usize) -> bool {
        let tokens = &self.compared.tokens;
        let (Some(before), Some(token)) = (
            token.checked_sub(1).and_then(|at| tokens.get(at)),
            tokens.get(token),
        ) else {
            return true;
        };
        self.text[before.span.end..token.span.start].contains(char::is_whitespace)
    }

    pub(super) fn voice_of(&self, span: Span) -> Voice {
        if self
            .fragments
            .iter()
            .any(|fragment| fragment.contains(span))
        {
            Voice::Inside
        } else if self.voice == Voice::Inside && self.in_brackets(span) {
            Voice::Gloss
        } else {
            self.voice
        }
    }

    /// Whether a token stands in square brackets that hold words within its stretch.
    fn in_brackets(&self, span: Span) -> bool {
        let Some(stretch) = self.stretch_of(span.start) else {
            return false;
        };
        let stretch = self.stretches[stretch];
        let before = self.brackets.partition_point(|one| one.start < span.end);
        let Some(last) = before.checked_sub(1).map(|at| self.brackets[at]) else {
            return false;
        };
        last.start >= stretch.start && span.start <= last.end && !last.is_empty()
    }
}

/// Walks one stretch from left to right.
struct Cutter<'s, 'f> {
    side: &'s SideText<'f>,
    overlay: &'s Overlay,
    pieces: Vec<Piece>,
    at: usize,
}

impl Cutter<'_, '_> {
    fn token(&mut self, index: usize, first: usize) {
        let token = self.side.compared.tokens[index];
        if index == first && index == 0 {
            self.fill(token.span.start, index);
            self.gaps(0);
        }
        self.fill(token.span.start, index);
        let style = (
            self.side.voice_of(token.span),
            self.overlay.changes[index],
            self.overlay.moved[index],
        );
        self.words(token.span, style);
        self.gaps(index as u32 + 1);
    }

    fn gaps(&mut self, before: u32) {
        self.pieces.extend(
            self.overlay
                .gaps
                .get(&before)
                .into_iter()
                .flatten()
                .cloned(),
        );
    }

    fn mark(&mut self, mark: Span, opening: bool, next: usize) {
        self.fill(mark.start, next);
        let text = mark.of(self.side.text).to_owned();
        self.pieces.push(Piece::Quote { text, opening });
        self.at = mark.end;
    }

    /// What stands between tokens up to `until`; `next` is the token that follows.
    fn fill(&mut self, until: usize, next: usize) {
        let mut at = self.at;
        while at < until {
            let inside = self.side.stretch_of(at);
            let end = match inside {
                Some(stretch) => self.side.stretches[stretch].end,
                None => {
                    let stretches = &self.side.stretches;
                    let next = stretches.partition_point(|stretch| stretch.start <= at);
                    stretches.get(next).map_or(until, |stretch| stretch.start)
                }
            };
            let end = end.min(until);
            let style = match inside {
                Some(_) => self.between(Span::new(at, end), next),
                None => (Voice::Outside, None, None),
            };
            self.words(Span::new(at, end), style);
            at = end;
        }
    }

    /// The style of white space inside the quotation: that of its neighbours where they agree.
    fn between(&self, span: Span, next: usize) -> (Voice, Option<u32>, Option<u32>) {
        let overlay = self.overlay;
        let before = next.checked_sub(1);
        let agreed = |list: &[Option<u32>]| {
            let before = before.and_then(|before| list[before]);
            before.filter(|one| list.get(next).copied().flatten() == Some(*one))
        };
        let gap_between = overlay.gaps.contains_key(&(next as u32));
        let change = agreed(&overlay.changes).filter(|_| !gap_between);
        (self.side.voice_of(span), change, agreed(&overlay.moved))
    }

    fn words(&mut self, span: Span, style: (Voice, Option<u32>, Option<u32>)) {
        if span.is_empty() {
            return;
        }
        self.at = span.end;
        let more = span.of(self.side.text);
        if let Some(Piece::Words {
            text,
            voice,
            change,
            moved,
        }) = self.pieces.last_mut()
            && (*voice, *change, *moved) == style
        {
            text.push_str(more);
            return;
        }
        let (voice, change, moved) = style;
        self.pieces.push(Piece::Words {
            text: more.to_owned(),
            voice,
            change,
            moved,
        });
    }
}

impl Overlay {
    pub fn left(left: &SideText<'_>, right: Option<&SideText<'_>>, collation: &Collation) -> Self {
        Self::new(left, right, collation, |change| (&change.a, &change.b))
    }

    pub fn right(left: &SideText<'_>, right: &SideText<'_>, collation: &Collation) -> Self {
        Self::new(right, Some(left), collation, |change| {
            (&change.b, &change.a)
        })
    }

    fn new(
        here: &SideText<'_>,
        there: Option<&SideText<'_>>,
        collation: &Collation,
        ranges: impl Fn(&Change) -> (&Range<u32>, &Range<u32>),
    ) -> Self {
        let size = here.compared.tokens.len();
        let mut overlay = Self {
            changes: vec![None; size],
            moved: vec![None; size],
            gaps: BTreeMap::new(),
        };
        for (number, change) in collation.changes.iter().enumerate() {
            let number = number as u32;
            let (own, other) = ranges(change);
            let list = match change.kind {
                ChangeKind::Move => &mut overlay.moved,
                _ => &mut overlay.changes,
            };
            list[own.start as usize..own.end as usize].fill(Some(number));
            if own.is_empty() {
                let around = collation.changes.iter().position(|outer| {
                    let (outer_own, outer_other) = ranges(outer);
                    outer.kind == ChangeKind::Move
                        && contains(outer_own, own)
                        && contains(outer_other, other)
                });
                let (there, words) = there.map_or_else(Default::default, |side| side.there(other));
                overlay.gaps.entry(own.start).or_default().push(Piece::Gap {
                    change: number,
                    moved: around.map(|index| index as u32),
                    words,
                    there,
                });
            }
        }
        overlay
    }
}

fn contains(outer: &Range<u32>, inner: &Range<u32>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The sentences to show: the whole ones in which the quotation begins and ends, cut where a
/// sentence of the quotation begins.
fn units(article: &Article, stretches: &[Span]) -> Vec<Span> {
    let text = article.text.as_str();
    let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else {
        return Vec::new();
    };
    let start = sentence_around(article, first.start).map_or(first.start, |span| span.start);
    let end = sentence_around(article, last_token(text, *last)).map_or(last.end, |span| span.end);
    let end = end.max(mark_after(text, last.end).map_or(last.end, |mark| mark.end));
    let mut cuts = vec![start.min(first.start)];
    for (number, stretch) in stretches.iter().enumerate() {
        let inner = sentences(stretch.of(text), &article.language);
        let goes_on = number > 0 && goes_on(text, stretches[number - 1], *stretch);
        for sentence in inner.iter().skip(usize::from(number == 0 || goes_on)) {
            let at = sentence.start + stretch.start;
            cuts.push(mark_before(text, at).map_or(at, |mark| mark.start));
        }
    }
    cuts.push(end.max(last.end));
    cuts.dedup();
    cuts.windows(2)
        .filter(|pair| pair[0] < pair[1])
        .map(|pair| Span::new(pair[0], pair[1]))
        .collect()
}

fn last_token(text: &str, span: Span) -> usize {
    span.of(text)
        .char_indices()
        .next_back()
        .map_or(span.start, |(at, _)| span.start + at)
}

/// Whether a sentence runs on from one stretch into the next: neither its words before the
/// interruption nor the interruption itself end it.
fn goes_on(text: &str, before: Span, after: Span) -> bool {
    let between = &text[before.end..after.start];
    !ends_sentence(before.of(text)) && !ends_sentence(between.trim_end_matches(is_opening))
}

fn is_opening(c: char) -> bool {
    c.is_whitespace() || "\"'“„‘‚«»‹›「『".contains(c)
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// The sentence of the article's own text in which a byte lies, within its block.
fn sentence_around(article: &Article, byte: usize) -> Option<Span> {
    let block = article
        .blocks
        .iter()
        .map(|block| block.span)
        .find(|span| span.range().contains(&byte))?;
    let found = sentences(block.of(&article.text), &article.language);
    found
        .into_iter()
        .map(|span| Span::new(span.start + block.start, span.end + block.start))
        .find(|span| span.range().contains(&byte))
}
