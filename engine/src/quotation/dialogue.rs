//! Speech between dashes: "— We go, — said Doe. — Tomorrow."

use super::class::Flags;
use super::lexicon::Lexicon;
use super::marks::Region;
use super::signs::{floor_boundary, trimmed};
use crate::text::Span;

/// Bytes in which the cue of a frame must begin.
const NEAR: usize = 64;

const DASHES: [char; 3] = ['—', '–', '―'];

/// Regions of a paragraph that begins with a dash and names its speaker: after another dash, or
/// after a comma ("— We go, said Doe. Tomorrow.").
pub(crate) fn find(
    text: &str,
    paragraph: Span,
    number: u32,
    lexicon: &Lexicon,
    out: &mut Vec<Region>,
) {
    let words = paragraph.of(text);
    let Some(first) = words.chars().next().filter(|first| DASHES.contains(first)) else {
        return;
    };
    let told = Span::new(paragraph.start + first.len_utf8(), paragraph.end);
    let segments = segments(text, told);
    let frames: Vec<bool> = segments
        .iter()
        .map(|segment| opens_with_cue(segment.of(text), lexicon))
        .collect();
    let speech = if frames.contains(&true) {
        between_frames(&segments, &frames)
    } else {
        around_frame(text, told, lexicon)
    };
    for span in speech {
        let inner = trimmed(text, span.start, span.end);
        if inner.of(text).contains(char::is_alphanumeric) {
            out.push(Region {
                inner,
                outer: inner,
                closed: true,
                paragraph: number,
            });
        }
    }
}

fn between_frames(segments: &[Span], frames: &[bool]) -> Vec<Span> {
    let mut speech: Vec<Span> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        if frames[at] {
            continue;
        }
        match speech.last_mut() {
            Some(last) if at > 0 && !frames[at - 1] => last.end = segment.end,
            _ => speech.push(*segment),
        }
    }
    speech
}

/// "We go, said Doe. Tomorrow.": what stands before the comma and after the full stop.
fn around_frame(text: &str, told: Span, lexicon: &Lexicon) -> Vec<Span> {
    let words = told.of(text);
    let frame = words
        .match_indices(", ")
        .find(|(at, comma)| opens_with_cue(&words[at + comma.len()..], lexicon));
    let Some((at, _)) = frame else {
        return Vec::new();
    };
    let comma = told.start + at;
    let mut speech = vec![Span::new(told.start, comma)];
    if let Some(stop) = text[comma..told.end].find(". ") {
        speech.push(Span::new(comma + stop + 2, told.end));
    }
    speech
}

/// The stretches between dashes that stand after a blank, or that close what one opened:
/// "—No —dijo Robles—. Nunca."
fn segments(text: &str, span: Span) -> Vec<Span> {
    let mut segments = Vec::new();
    let mut start = span.start;
    let mut attached = false;
    for (at, dash) in span.of(text).match_indices(DASHES) {
        let at = span.start + at;
        let end = at + dash.len();
        let after_blank = text[..at].ends_with(char::is_whitespace);
        let before_word = text[end..span.end].starts_with(char::is_alphabetic);
        if after_blank || attached && !before_word {
            segments.push(Span::new(start, at));
            start = end;
            attached = after_blank && before_word;
            if !after_blank {
                let rest = &text[start..span.end];
                start += rest.len() - rest.trim_start_matches(['.', ',', ';', ':']).len();
            }
        }
    }
    segments.push(Span::new(start, span.end));
    segments
}

pub(crate) fn opens_with_cue(segment: &str, lexicon: &Lexicon) -> bool {
    let near = floor_boundary(segment, segment.len().min(NEAR));
    let mut words = segment[..near]
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let cue = |word: &str| word.starts_with(char::is_lowercase) && lexicon.look_up(word).lemma > 0;
    match words.next() {
        // "a répondu", "ha detto"
        Some(word)
            if lexicon
                .look_up(word)
                .flags
                .has(Flags::AUXILIARY | Flags::PRONOUN) =>
        {
            words.next().is_some_and(cue)
        }
        Some(word) => cue(word),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::lexicon;

    #[test]
    fn speech_between_dashes() {
        let text = "— Nie wrócimy, — powiedział burmistrz. — Nigdy.";
        let mut regions = Vec::new();
        find(
            text,
            Span::new(0, text.len()),
            0,
            lexicon::of("pl"),
            &mut regions,
        );
        let inner: Vec<&str> = regions.iter().map(|region| region.inner.of(text)).collect();
        assert_eq!(inner, ["Nie wrócimy,", "Nigdy."]);
    }

    #[test]
    fn a_list_with_dashes_is_no_dialogue() {
        let text = "— bread — milk — honey";
        let mut regions = Vec::new();
        find(
            text,
            Span::new(0, text.len()),
            0,
            lexicon::of("pl"),
            &mut regions,
        );
        assert!(regions.is_empty());
    }
}
