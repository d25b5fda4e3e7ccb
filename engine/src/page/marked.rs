//! Strong changes between what two whole articles quote, drawn where the words stand.

use std::ops::Range;

use super::pieces::SideText;
use super::{ArticlePage, ChangeLine, Missing, Run};
use crate::article::Article;
use crate::collation::{Collation, Weight};
use crate::text::Span;

/// Where a change stands in an article: its words, or the place where they are missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    span: Span,
    /// Index into the changes of the pair.
    change: u32,
    missing: Option<Missing>,
}

/// Takes the changes of meaning between two versions into `changes`; gives where they stand in the
/// left and in the right article.
pub fn strong_marks(
    collation: &Collation,
    (left, right): (&SideText<'_>, &SideText<'_>),
    changes: &mut Vec<ChangeLine>,
) -> [Vec<Mark>; 2] {
    let mut marks = [Vec::new(), Vec::new()];
    let strong = collation.changes.iter();
    for change in strong.filter(|change| change.effect.weight() == Weight::Strong) {
        let index = changes.len() as u32;
        let (lemma, left_words) = left.there(&change.a);
        let (reading, right_words) = right.there(&change.b);
        changes.push(ChangeLine {
            kind: change.kind,
            effect: change.effect,
            weight: change.effect.weight(),
            note: change.note,
            lemma,
            reading,
            left_words,
            right_words,
            row: 0,
        });
        marks[0].extend(mark(index, (left, &change.a), (right, &change.b)));
        marks[1].extend(mark(index, (right, &change.b), (left, &change.a)));
    }
    marks
}

fn mark(
    change: u32,
    (side, range): (&SideText<'_>, &Range<u32>),
    (other, there): (&SideText<'_>, &Range<u32>),
) -> Option<Mark> {
    let tokens = &side.compared.tokens;
    if !range.is_empty() {
        let of = &tokens[range.start as usize..range.end as usize];
        return Some(Mark {
            span: Span::new(of.first()?.span.start, of.last()?.span.end),
            change,
            missing: None,
        });
    }
    // After the word before, where there is one.
    let before = (range.start as usize).checked_sub(1);
    let at = match before {
        Some(before) => tokens[before].span.end,
        None => tokens.first()?.span.start,
    };
    let (there, words) = other.there(there);
    Some(Mark {
        span: Span::new(at, at),
        change,
        missing: Some(Missing { words, there }),
    })
}

/// Cuts the runs of a page where marks begin and end. Of two that overlap, as where a clause holds
/// a quotation of its own, the first stands.
pub fn draw(page: &mut ArticlePage, article: &Article, mut marks: Vec<Mark>) {
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    let mut end = 0;
    marks.retain(|mark| {
        let is_free = mark.span.start >= end;
        end = end.max(mark.span.end);
        is_free
    });
    let mut rest = marks.as_slice();
    for (paragraph, block) in page.paragraphs.iter_mut().zip(&article.blocks) {
        let mut at = block.span.start;
        let runs = std::mem::take(&mut paragraph.runs);
        for run in runs {
            let span = Span::new(at, at + run.text.len());
            at = span.end;
            cut(&run, span, &mut rest, &mut paragraph.runs);
        }
    }
}

/// One run, which stands at `span` of its article. What it has no part in any more is taken off
/// `marks`.
fn cut(run: &Run, span: Span, marks: &mut &[Mark], runs: &mut Vec<Run>) {
    let mut from = span.start;
    let mut push = |from: usize, to: usize, change: Option<u32>, missing: Option<Missing>| {
        if from < to || missing.is_some() {
            runs.push(Run {
                text: run.text[from - span.start..to - span.start].to_owned(),
                change,
                missing,
                ..run.clone()
            });
        }
    };
    while let Some(mark) = marks.first() {
        let (start, end) = (mark.span.start.max(from), mark.span.end.min(span.end));
        let is_later = match mark.missing {
            Some(_) => start > span.end,
            None => start >= span.end,
        };
        if is_later {
            break;
        }
        if start <= end {
            push(from, start, None, None);
            push(start, end, Some(mark.change), mark.missing.clone());
            from = end;
        }
        if mark.span.end > span.end {
            break;
        }
        *marks = &marks[1..];
    }
    push(from, span.end, None, None);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            quotation: None,
            kind: None,
            speaker: None,
            change: None,
            missing: None,
        }
    }

    fn marked(start: usize, end: usize, change: u32) -> Mark {
        let missing = (start == end).then(|| Missing {
            words: 1,
            there: "not".to_owned(),
        });
        Mark {
            span: Span::new(start, end),
            change,
            missing,
        }
    }

    fn shown(texts: &[&str], marks: &[Mark]) -> Vec<String> {
        let mut rest = marks;
        let (mut at, mut runs) = (10, Vec::new());
        for text in texts {
            cut(
                &run(text),
                Span::new(at, at + text.len()),
                &mut rest,
                &mut runs,
            );
            at += text.len();
        }
        let joined: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(joined, texts.concat());
        runs.iter()
            .map(|run| match (&run.change, &run.missing) {
                (None, _) => run.text.clone(),
                (Some(change), None) => format!("[{change} {}]", run.text),
                (Some(change), Some(missing)) => format!("<{change} {}>", missing.there),
            })
            .collect()
    }

    #[test]
    fn words_are_cut_out_and_signs_put_after_the_word_before() {
        let marks = [marked(13, 16, 0), marked(19, 19, 1)];
        assert_eq!(
            shown(&["We may go."], &marks),
            ["We ", "[0 may]", " go", "<1 not>", "."]
        );
    }

    #[test]
    fn a_mark_may_reach_over_runs_and_a_sign_stand_at_their_edge() {
        let over = [marked(13, 18, 0)];
        assert_eq!(
            shown(&["We do", " not go"], &over),
            ["We ", "[0 do]", "[0  no]", "t go"]
        );
        let edge = [marked(15, 15, 0)];
        assert_eq!(shown(&["We do", " it"], &edge), ["We do", "<0 not>", " it"]);
        let first = [marked(10, 10, 0)];
        assert_eq!(shown(&["Go"], &first), ["<0 not>", "Go"]);
    }

    #[test]
    fn marks_before_a_run_are_passed_over() {
        let marks = [marked(2, 5, 0), marked(10, 12, 1)];
        assert_eq!(shown(&["We go"], &marks), ["[1 We]", " go"]);
    }
}
