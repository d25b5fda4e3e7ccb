//! Speech between dashes: "— We go, — said Doe. — Tomorrow."

use super::lexicon::Lexicon;
use super::marks::Region;
use super::signs::trimmed;
use crate::text::Span;

const DASHES: [char; 3] = ['—', '–', '―'];

/// Regions of a paragraph that begins with a dash and names its speaker after another one.
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
    let segments = segments(
        text,
        Span::new(paragraph.start + first.len_utf8(), paragraph.end),
    );
    let told: Vec<bool> = segments
        .iter()
        .map(|segment| opens_with_cue(segment.of(text), lexicon))
        .collect();
    if !told.contains(&true) {
        return;
    }
    let mut speech: Vec<Span> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        if told[at] {
            continue;
        }
        match speech.last_mut() {
            Some(last) if at > 0 && !told[at - 1] => last.end = segment.end,
            _ => speech.push(*segment),
        }
    }
    for span in speech {
        let inner = trimmed(text, span.start, span.end);
        if !inner.is_empty() {
            out.push(Region {
                inner,
                outer: inner,
                closed: true,
                paragraph: number,
            });
        }
    }
}

/// The stretches between dashes that stand after a blank.
fn segments(text: &str, span: Span) -> Vec<Span> {
    let mut segments = Vec::new();
    let mut start = span.start;
    for (at, dash) in span.of(text).match_indices(DASHES) {
        let at = span.start + at;
        if text[..at].ends_with(char::is_whitespace) {
            segments.push(Span::new(start, at));
            start = at + dash.len();
        }
    }
    segments.push(Span::new(start, span.end));
    segments
}

fn opens_with_cue(segment: &str, lexicon: &Lexicon) -> bool {
    let word = segment
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    word.starts_with(char::is_lowercase) && lexicon.look_up(word).lemma > 0
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
