//! A transcript or original that the reader attaches, and where in it an utterance stands.

use crate::article::Format;
use crate::collation;
use crate::problem::{Problem, ProblemCode};
use crate::reading;
use crate::search::{Entry, Index};
use crate::text::{Span, TokenClass, sentences, tokenize};

/// Words searched at once, and how many of them the next stretch shares.
const WINDOW: usize = 1_600;
const SHARED: usize = 600;
/// Words of a version that are searched for at once.
const PART: usize = 150;
/// Stretches of two versions this near, in bytes, are of one utterance.
const NEAR: usize = 400;
/// Text around a stretch in which its sentences are looked for, in bytes.
const AROUND: usize = 3_000;
/// A speaker's name before a colon is at most this long, in bytes and in words.
const LABEL: usize = 60;
const LABEL_WORDS: usize = 5;
/// Versions that decide which sentences belong to the utterance.
const TRIED: usize = 8;
/// A sentence is told where a version has this share of its words.
const TOLD: f32 = 0.4;

/// A text that says what was really said. It is no article: it counts in no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    pub name: String,
    pub text: String,
    /// ISO 639-1 code, `und` where unknown.
    pub language: String,
    /// Its text has the lines of the file.
    pub has_lines: bool,
}

impl Transcript {
    /// Reads a file, or a pasted text as bytes; `name` tells the format where it ends in one.
    /// What was read, or why there is no text in it.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let reading = reading::read(name, name, bytes);
        let Some(article) = reading.article else {
            let problem = reading.problems.into_iter().next();
            return Err(problem.unwrap_or_else(|| {
                Problem::new(name, ProblemCode::NoArticleText, "There is no text in it.")
            }));
        };
        Ok(Self {
            name: name.to_owned(),
            language: article.language,
            has_lines: article.format != Format::Html,
            text: article.text,
        })
    }

    /// Where the utterance of these versions stands, as whole sentences; `None` where nothing like
    /// it does. The versions' texts, the fullest first.
    pub fn find(&self, versions: &[String]) -> Option<Span> {
        let windows = self.windows();
        let entry = |number: usize| Entry {
            text: windows[number].of(&self.text),
            language: &self.language,
        };
        let mut index = Index::new((0..windows.len()).map(entry));
        let mut found: Vec<(f32, Span)> = Vec::new();
        for part in versions.iter().flat_map(|version| parts(version)) {
            for hit in index.search(part, 1, entry, &|| false) {
                let start = windows[hit.entry].start;
                let stretch = Span::new(hit.stretch.start + start, hit.stretch.end + start);
                found.push((hit.score, stretch));
            }
        }
        // The first of the best, so that the fullest version decides where.
        let (_, mut whole) = found
            .iter()
            .copied()
            .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        found.sort_by_key(|(_, stretch)| stretch.start.abs_diff(whole.start));
        for (_, stretch) in found {
            if stretch.start <= whole.end + NEAR && whole.start <= stretch.end + NEAR {
                whole = Span::new(whole.start.min(stretch.start), whole.end.max(stretch.end));
            }
        }
        Some(self.told(&self.sentences_around(whole), versions))
    }

    /// From the first to the last sentence that some version tells; a stretch that is found by its
    /// words may begin or end with a few that only happen to be the same.
    fn told(&self, sentences: &[Span], versions: &[String]) -> Span {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return Span::new(0, 0);
        };
        let whole = Span::new(first.start, last.end);
        let words = words_of(whole.of(&self.text));
        let mut shares = vec![0.0_f32; sentences.len()];
        for version in versions.iter().take(TRIED) {
            let linked = linked(version, whole.of(&self.text));
            for (share, sentence) in shares.iter_mut().zip(sentences) {
                let inside = |word: &&Span| {
                    let at = word.start + whole.start;
                    sentence.range().contains(&at)
                };
                let all = words.iter().filter(inside).count();
                let told = linked.iter().filter(inside).count();
                *share = share.max(told as f32 / all.max(1) as f32);
            }
        }
        let is_told = |share: &f32| *share >= TOLD;
        let from = shares.iter().position(is_told).unwrap_or(0);
        let to = shares.iter().rposition(is_told).unwrap_or(shares.len() - 1);
        let (from, to) = (sentences[from].start, sentences[to].end);
        let start = from + label(&self.text[from..to]);
        let text = &self.text[start..to];
        let lead = text.len() - text.trim_start().len();
        Span::new(start + lead, start + text.trim_end().len())
    }

    /// First and last line of a stretch, from 1.
    pub fn lines(&self, stretch: Span) -> Option<[u32; 2]> {
        let line = |at: usize| 1 + self.text[..at].matches('\n').count() as u32;
        self.has_lines
            .then(|| [line(stretch.start), line(stretch.end)])
    }

    fn windows(&self) -> Vec<Span> {
        let words = words_of(&self.text);
        let mut windows = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let last = (at + WINDOW).min(words.len());
            windows.push(Span::new(words[at].start, words[last - 1].end));
            if last == words.len() {
                break;
            }
            at += WINDOW - SHARED;
        }
        windows
    }

    /// The sentences that a stretch touches; a line ends a sentence only where the next one is
    /// blank or the text says so.
    fn sentences_around(&self, stretch: Span) -> Vec<Span> {
        let from = boundary(&self.text, stretch.start.saturating_sub(AROUND), false);
        let until = boundary(
            &self.text,
            (stretch.end + AROUND).min(self.text.len()),
            true,
        );
        sentences(&self.text[from..until], &self.language)
            .into_iter()
            .flat_map(|sentence| lines(&self.text, sentence, from))
            .filter(|span| span.end > stretch.start && span.start < stretch.end)
            .collect()
    }
}

/// A sentence cut where a line begins with the name of who speaks, or follows a blank one.
fn lines(text: &str, sentence: Span, from: usize) -> Vec<Span> {
    let sentence = Span::new(sentence.start + from, sentence.end + from);
    let mut cuts = vec![sentence.start];
    for (at, _) in sentence.of(text).match_indices('\n') {
        let next = sentence.start + at + 1;
        let rest = &text[next..sentence.end];
        if rest.starts_with(['\n', '\r']) || label(rest) > 0 {
            cuts.push(next);
        }
    }
    cuts.push(sentence.end);
    cuts.windows(2)
        .map(|pair| Span::new(pair[0], pair[1]))
        .filter(|span| !span.of(text).trim().is_empty())
        .collect()
}

/// A long version in parts, each short enough to be searched for as a whole.
fn parts(version: &str) -> impl Iterator<Item = &str> {
    let words = words_of(version);
    let parts: Vec<Span> = words
        .chunks(PART)
        .map(|part| Span::new(part[0].start, part[part.len() - 1].end))
        .collect();
    parts.into_iter().map(|part| part.of(version))
}

fn words_of(text: &str) -> Vec<Span> {
    tokenize(text)
        .into_iter()
        .filter(|token| token.class != TokenClass::Mark)
        .map(|token| token.span)
        .collect()
}

/// The words of `there` that stand for words of a version.
fn linked(version: &str, there: &str) -> Vec<Span> {
    let (own, other) = (words_of(version), words_of(there));
    let words = |spans: &[Span], text| -> Vec<&str> {
        let texts = spans.iter().map(|span: &Span| span.of(text));
        texts.collect()
    };
    let collation = collation::collate(
        &words(&own, version),
        &words(&other, there),
        Default::default(),
    );
    let linked = collation.links.iter().map(|(_, b)| other[*b as usize]);
    linked.collect()
}

/// How much of a line's beginning only says who speaks: a name in capitals or as written, and a
/// colon ("KORVAT:", "Frage 2:").
fn label(line: &str) -> usize {
    let Some(at) = line.find([':', '：']).filter(|at| *at <= LABEL) else {
        return 0;
    };
    let name = &line[..at];
    let is_name = name
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase));
    let after = line[at..].chars().next().map_or(1, char::len_utf8);
    if is_name && name.split_whitespace().count() <= LABEL_WORDS && !name.contains('\n') {
        at + after
    } else {
        0
    }
}

fn boundary(text: &str, mut at: usize, forward: bool) -> usize {
    while !text.is_char_boundary(at) {
        if forward {
            at += 1;
        } else {
            at -= 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: &str = "Minutes of the harbour board\n\nMAYOR BRINK: Thank you all for coming. \
        We will close the old gate before winter, and we will open it again in spring. \
        Nobody asked us.\nMR TULL: I object to the gate.\nMAYOR BRINK: Noted.\n";

    #[test]
    fn an_utterance_is_found_as_whole_sentences() {
        let minutes = Transcript::read("minutes.txt", MINUTES.as_bytes()).unwrap();
        let told = ["we will shut the old gate before the winter and open it in spring".to_owned()];
        let found = minutes.find(&told).unwrap();
        assert_eq!(
            found.of(&minutes.text),
            "We will close the old gate before winter, and we will open it again in spring."
        );
        assert_eq!(minutes.lines(found), Some([3, 3]));
        assert_eq!(
            minutes.find(&["herring prices fell on Tuesday".to_owned()]),
            None
        );
    }

    #[test]
    fn who_speaks_is_no_part_of_it() {
        let minutes = Transcript::read("minutes.txt", MINUTES.as_bytes()).unwrap();
        let found = minutes
            .find(&["Thank you for coming, all".to_owned()])
            .unwrap();
        assert_eq!(found.of(&minutes.text), "Thank you all for coming.");
    }

    #[test]
    fn a_long_transcript_is_searched_to_its_end() {
        let mut long = "The board spoke of fish and of nets and of rope. ".repeat(900);
        long.push_str("\nWe will close the old gate before winter.\n");
        let long = Transcript::read("long.txt", long.as_bytes()).unwrap();
        let found = long.find(&["we will close the old gate before winter".to_owned()]);
        assert_eq!(
            found.unwrap().of(&long.text),
            "We will close the old gate before winter."
        );
    }

    #[test]
    fn what_holds_no_text_says_so() {
        let problem = Transcript::read("empty.txt", b"").unwrap_err();
        assert_eq!(problem.code, ProblemCode::EmptyFile);
    }
}
