//! Direct speech whose marks are missing: a paragraph in the first person after a reported
//! statement, in an article that does not speak of itself.

use super::AttributionRule;
use super::analysis::Reported;
use super::class::Class;
use super::cues::SpeechCue;
use super::inheriting::Inheritance;
use super::scan::{Scan, Sentence};
use super::view::View;

const FIRST_PERSON: [&str; 8] = ["i", "we", "us", "our", "my", "me", "ours", "ourselves"];

/// Of this many paragraphs at most one may be in the first person, or the author speaks.
const RARE: usize = 8;

pub(crate) fn find(
    scan: &Scan<'_>,
    cues: &[Vec<SpeechCue>],
    inheritance: &Inheritance<'_>,
) -> Vec<Reported> {
    let paragraphs = by_paragraph(&scan.sentences);
    let spoken: Vec<usize> = (0..paragraphs.len())
        .filter(|at| in_first_person(scan, &paragraphs[*at]))
        .collect();
    if spoken.len() * RARE > paragraphs.len() {
        return Vec::new();
    }
    spoken
        .into_iter()
        .filter_map(|at| unmarked(scan, cues, inheritance, &paragraphs, at))
        .collect()
}

fn unmarked(
    scan: &Scan<'_>,
    cues: &[Vec<SpeechCue>],
    inheritance: &Inheritance<'_>,
    paragraphs: &[std::ops::Range<usize>],
    at: usize,
) -> Option<Reported> {
    let own = &paragraphs[at];
    let others_speak = own.clone().any(|sentence| {
        let view = scan.view(sentence);
        cues[sentence]
            .iter()
            .any(|cue| cue.reports() && !view.any(cue.subject.first, &FIRST_PERSON))
    });
    let before = paragraphs[at.checked_sub(1)?].clone();
    let number = scan.sentences[own.start].paragraph;
    let headline = scan.paragraphs[number].headline
        || scan.paragraphs[scan.sentences[before.start].paragraph].headline;
    if others_speak || headline {
        return None;
    }
    let speaker = inheritance.last_speaker(before.end - 1)?;
    Some(Reported {
        spans: vec![scan.paragraphs[number].span],
        speaker,
        cue: None,
        rule: AttributionRule::Continued,
        unmarked: true,
    })
}

fn in_first_person(scan: &Scan<'_>, sentences: &std::ops::Range<usize>) -> bool {
    let views = || sentences.clone().map(|sentence| scan.view(sentence));
    let quoted = |view: View<'_>| (0..view.len()).any(|at| view.class(at) == Class::Quoted);
    let first = |view: View<'_>| {
        (0..view.len()).any(|at| view.any(at, &FIRST_PERSON) && view.word(at) != "US")
    };
    views().any(first) && !views().any(quoted)
}

/// Sentences of each paragraph.
fn by_paragraph(sentences: &[Sentence]) -> Vec<std::ops::Range<usize>> {
    let mut paragraphs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if sentences[last.start].paragraph == sentence.paragraph => {
                last.end = at + 1
            }
            _ => paragraphs.push(at..at + 1),
        }
    }
    paragraphs
}
