//! Cues inside the marks: «A, — said Doe, — B» and « A, a dit Doe, et B ». What stands before and
//! after the frame is speech, the frame is not.

use super::dialogue::opens_with_cue;
use super::lexicon::Lexicon;
use super::marks::Region;
use super::signs::trimmed;
use crate::text::Span;

/// Bytes of the longest frame.
const LONGEST_FRAME: usize = 160;

/// Cuts the frames out of the regions from `first` on.
pub(crate) fn cut(text: &str, lexicon: &Lexicon, first: usize, regions: &mut Vec<Region>) {
    let whole = regions.split_off(first);
    for region in whole {
        let Some(frame) = frame_in(text, region.inner, lexicon) else {
            regions.push(region);
            continue;
        };
        let head = trimmed(text, region.inner.start, frame.start);
        let tail = trimmed(text, frame.end, region.inner.end);
        regions.push(Region {
            inner: head,
            outer: Span::new(region.outer.start, head.end),
            closed: true,
            paragraph: region.paragraph,
        });
        if tail.of(text).contains(char::is_alphanumeric) {
            regions.push(Region {
                inner: tail,
                outer: Span::new(tail.start, region.outer.end),
                ..region
            });
        }
    }
}

/// The frame from the sign before its cue to the sign after its speaker.
fn frame_in(text: &str, inner: Span, lexicon: &Lexicon) -> Option<Span> {
    let words = inner.of(text);
    for (at, sign) in words.match_indices([',', '?', '!', '…']) {
        let rest = &words[at + sign.len()..];
        let dashed = rest.trim_start().strip_prefix(['—', '–']);
        let frame = dashed.unwrap_or(rest);
        if !opens_with_cue(frame, lexicon) {
            continue;
        }
        let end = if dashed.is_some() {
            frame.find(['—', '–'])
        } else {
            frame.find([',', '.'])
        };
        let length = end.unwrap_or(frame.len());
        let named = frame[..length]
            .split_whitespace()
            .any(|word| word.starts_with(char::is_uppercase));
        if !named || length > LONGEST_FRAME || at == 0 {
            continue;
        }
        let start = inner.start + at + sign.len();
        let after = end.map_or(0, |end| {
            frame[end..].chars().next().map_or(0, char::len_utf8)
        });
        let begins = inner.end - frame.len();
        return Some(Span::new(start, begins + length + after));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::{lexicon, marks};

    fn inner(text: &str, language: &str) -> Vec<String> {
        let mut regions = Vec::new();
        marks::find(text, Span::new(0, text.len()), 0, &mut regions);
        cut(text, lexicon::of(language), 0, &mut regions);
        let words = regions
            .iter()
            .map(|region| region.inner.of(text).to_owned());
        words.collect()
    }

    #[test]
    fn frames_are_cut_out() {
        assert_eq!(
            inner("«Порт открыт, — сказал Котов, — и мост тоже».", "ru"),
            ["Порт открыт,", "и мост тоже"]
        );
        assert_eq!(
            inner(
                "« Le port est ouvert, a dit Paul Lenoir, et le pont aussi. »",
                "fr"
            ),
            ["Le port est ouvert,", "et le pont aussi."]
        );
    }

    #[test]
    fn a_cue_without_a_name_is_speech() {
        assert_eq!(inner("« Il est venu, dit la chanson. »", "fr").len(), 1);
    }
}
