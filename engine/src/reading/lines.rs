//! What the shape of one line tells, without its neighbours: a headline, a heading, a caption, a
//! byline.

use super::furniture::is_quotation_mark;
use super::{dates, head};

/// The longest headline, in bytes.
pub const LONGEST_TITLE: usize = 220;

/// A line that stands between asterisks or underscores as a whole is emphasised, not marked.
pub fn without_emphasis(line: &str) -> &str {
    let bare = line.trim_matches(['*', '_']);
    let is_whole = line.starts_with(['*', '_']) && line.ends_with(['*', '_']);
    if is_whole && !bare.is_empty() {
        bare
    } else {
        line
    }
}

/// Letters and digits alone, in lower case: two lines with one key say the same.
pub fn key(line: &str) -> String {
    let words = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// White space of every kind becomes one blank.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn word_count(line: &str) -> usize {
    line.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

fn last_letter_or_mark(line: &str) -> Option<char> {
    let closing =
        |c: char| is_quotation_mark(c) || matches!(c, ')' | ']' | '\'' | '’') || c.is_whitespace();
    line.trim_end_matches(closing).chars().next_back()
}

pub fn ends_sentence(line: &str) -> bool {
    matches!(
        last_letter_or_mark(line),
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।')
    )
}

/// Ends in a comma or colon, or without any end: the next line goes on.
pub fn is_open(line: &str) -> bool {
    matches!(
        last_letter_or_mark(line),
        Some(',' | ':' | ';' | '–' | '—' | '-')
    )
}

fn begins_upper(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| !c.is_lowercase())
}

/// One sentence of a headline's length, that reports nothing itself ("…, he said.").
pub fn is_headline(line: &str) -> bool {
    if line.len() > LONGEST_TITLE
        || !(2..=30).contains(&word_count(line))
        || !begins_upper(line)
        || is_open(line)
    {
        return false;
    }
    let inner = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let sentences =
        inner.matches(". ").count() + inner.matches("? ").count() + inner.matches("! ").count();
    let reports = [" said", " told ", " added"]
        .iter()
        .any(|cue| line.contains(cue));
    let has_dateline = [" — ", " – ", "(Reuters)", "(AP)", "(AFP)"]
        .iter()
        .any(|sign| {
            line.find(sign).is_some_and(|at| {
                line[..at]
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .all(char::is_uppercase)
            })
        });
    let stops = line.trim_end().ends_with('.');
    !has_dateline
        && if stops {
            sentences == 0 && !reports && line.len() <= 150
        } else {
            sentences <= 1
        }
}

/// "The mayor wrote", with what she wrote in the next line.
pub fn ends_in_cue(line: &str) -> bool {
    const CUES: &[&str] = &[
        "said", "says", "wrote", "writes", "tweeted", "posted", "added", "asked", "replied",
    ];
    line.split_whitespace()
        .next_back()
        .is_some_and(|last| CUES.contains(&last))
}

pub fn is_heading(line: &str) -> bool {
    let words = word_count(line);
    if line.len() > 100
        || words == 0
        || words > 14
        || !begins_upper(line)
        || line.contains(is_quotation_mark)
    {
        return false;
    }
    match last_letter_or_mark(line) {
        Some('?') => words >= 4 && !line.contains(". "),
        Some(last) => last.is_alphanumeric() && !line.contains(". "),
        None => false,
    }
}

pub fn is_caption(line: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "photo:",
        "image:",
        "picture:",
        "file photo:",
        "foto:",
        "bild:",
        "photo by ",
        "photograph:",
        "credit:",
        "caption:",
        "![",
    ];
    const AGENCIES: &[&str] = &[
        "getty images",
        "ap photo",
        "(photo by",
        "via getty",
        "afp via",
        "via reuters",
        "/reuters",
        "/afp",
        "/ap)",
        "/ap]",
        "epa-efe",
        "/epa",
        "picture alliance",
        "shutterstock",
        "via ap",
    ];
    if line.len() > 400 || line.contains(['“', '”', '"', '«', '„']) {
        return false;
    }
    let lower = line.to_lowercase();
    let tail_start = head(&lower, lower.len().saturating_sub(60)).len();
    BEGINNINGS
        .iter()
        .any(|beginning| lower.starts_with(beginning))
        || AGENCIES
            .iter()
            .any(|agency| lower[tail_start..].contains(agency))
}

/// "By Jane Doe and John Roe", with the date that may follow after a bar.
pub fn byline(line: &str) -> Option<(String, Option<String>)> {
    const LABELS: &[&str] = &[
        "by ",
        "written by ",
        "von ",
        "par ",
        "por ",
        "di ",
        "door ",
        "автор: ",
        "author: ",
        "text: ",
        "byline: ",
        "words by ",
    ];
    if line.len() > 160 || line.contains(is_quotation_mark) {
        return None;
    }
    let label = LABELS.iter().find(|label| {
        line.get(..label.len())
            .is_some_and(|head| head.to_lowercase() == **label)
    })?;
    let (names, rest) = line[label.len()..]
        .split_once(['|', '•', '·'])
        .unwrap_or((&line[label.len()..], ""));
    let names = names.trim().trim_end_matches(',');
    let joins = |word: &str| {
        matches!(
            word,
            "and"
                | "und"
                | "et"
                | "y"
                | "e"
                | "en"
                | "for"
                | "in"
                | "of"
                | "the"
                | "de"
                | "von"
                | "van"
                | "der"
                | "da"
                | "di"
                | "la"
                | "&"
        )
    };
    let named = names
        .split_whitespace()
        .all(|word| joins(word) || begins_upper(word));
    let count = word_count(names);
    // A sentence may begin with "By Monday the …", but it ends as one.
    (named
        && (1..=14).contains(&count)
        && !names.ends_with('.')
        && names.contains(char::is_alphabetic))
    .then(|| (one_line(names), dates::value(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_begin_like_a_byline_are_none() {
        assert_eq!(byline("By Monday, all was over."), None);
        assert_eq!(byline("By the harbour stood a man who said nothing"), None);
        assert!(byline("By ADA QUILL and John Roe").is_some());
    }
}
