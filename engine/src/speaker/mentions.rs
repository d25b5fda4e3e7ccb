//! Runs of capitalised words in one article that may name a person.

use crate::quotation::class::Flags;
use crate::quotation::words::{OUTSIDE, Word};
use crate::text::Span;

/// One run: "Foreign Minister Jane Doe". Indices are those of the article's words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention {
    pub span: Span,
    /// First word of the name itself, titles left aside; `end` where there is none.
    pub name: usize,
    pub first: usize,
    /// After the last word.
    pub end: usize,
    pub sentence: u32,
    /// Inside marks.
    pub quoted: bool,
    /// At a sentence's start or in a line in title case: the capital of its first word says nothing.
    pub opens: bool,
    /// "Doe's": what follows is not Doe.
    pub genitive: bool,
}

impl Mention {
    pub fn words<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        &words[self.name..self.end]
    }

    pub fn titles<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        &words[self.first..self.name]
    }
}

/// What the first word of a sentence outside marks may be: a pronoun that stands for a person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opener {
    pub word: usize,
    pub sentence: u32,
}

/// Most words in one run: beyond it, it is a headline or a list.
const LONGEST_RUN: usize = 8;

/// All mentions, and the pronouns that open sentences.
pub(crate) fn find(text: &str, words: &[Word]) -> (Vec<Mention>, Vec<Opener>) {
    let mut mentions = Vec::new();
    let mut openers = Vec::new();
    let mut sentence = 0;
    let mut opens = true;
    let mut at = 0;
    let mut line = 0;
    while at < words.len() {
        let word = &words[at];
        if at > 0 && text[words[at - 1].end as usize..word.start as usize].contains('\n') {
            sentence += 1;
            opens = true;
            mark_title_case(&words[line..at], &mut mentions);
            line = at;
        }
        if starts_run(text, word, opens) {
            let end = run_end(text, words, at);
            mentions.push(Mention {
                opens,
                ..mention(text, words, at..end, sentence)
            });
            at = end;
            opens = false;
            continue;
        }
        match word.text(text) {
            "." | "!" | "?" | "…" => {
                sentence += 1;
                opens = true;
            }
            _ => {
                if opens && word.alphabetic && word.has(Flags::PRONOUN) && word.region == OUTSIDE {
                    openers.push(Opener { word: at, sentence });
                }
                opens &= !word.alphabetic;
            }
        }
        at += 1;
    }
    mark_title_case(&words[line..], &mut mentions);
    (mentions, openers)
}

/// Marks the mentions of a line most of whose longer words are capitalised.
fn mark_title_case(line: &[Word], mentions: &mut [Mention]) {
    let Some(first) = line.first() else { return };
    let long = || {
        line.iter()
            .filter(|word| word.alphabetic && word.end - word.start > 3)
    };
    if long().count() < 4 || long().filter(|word| word.capital).count() * 5 < long().count() * 4 {
        return;
    }
    let inside = mentions
        .iter_mut()
        .rev()
        .take_while(|mention| mention.span.start >= first.start as usize);
    inside.for_each(|mention| mention.opens = true);
}

fn starts_run(text: &str, word: &Word, opens: bool) -> bool {
    if !word.capital || word.has(Flags::MONTH) || word.text(text) == "I" {
        return false;
    }
    let closed = Flags::PRONOUN
        | Flags::DETERMINER
        | Flags::PREPOSITION
        | Flags::SUBORDINATOR
        | Flags::CONJUNCTION;
    !(opens && word.has(Flags::OPENER | closed)
        || word.has(closed | Flags::AUXILIARY) && word.text(text) != "Will")
}

fn run_end(text: &str, words: &[Word], first: usize) -> usize {
    let mut end = first + 1;
    let joined = |at: usize| {
        matches!(
            &text[words[at - 1].end as usize..words[at].start as usize],
            " " | "" | "\u{a0}"
        )
    };
    while end < words.len() && end - first < LONGEST_RUN && joined(end) {
        let word = &words[end];
        let name = word.capital && !word.has(Flags::MONTH);
        let particle =
            word.has(Flags::PARTICLE) && words.get(end + 1).is_some_and(|next| next.capital);
        if !(name || particle) || word.region != words[first].region {
            break;
        }
        end += 1;
    }
    end
}

fn mention(text: &str, words: &[Word], run: std::ops::Range<usize>, sentence: u32) -> Mention {
    let name = words[run.clone()]
        .iter()
        .rposition(|word| word.has(Flags::TITLE))
        .map_or(run.start, |title| run.start + title + 1);
    let genitive = words
        .get(run.end)
        .is_some_and(|next| matches!(next.text(text), "'s" | "’s"));
    Mention {
        span: Span::new(
            words[run.start].start as usize,
            words[run.end - 1].end as usize,
        ),
        name,
        first: run.start,
        end: run.end,
        sentence,
        quoted: words[run.start].region != OUTSIDE,
        genitive,
        opens: false,
    }
}
