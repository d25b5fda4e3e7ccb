use super::Span;
use crate::work;

/// What `sentencex` may look at in one piece, in bytes. From each quotation mark it looks for the one that
/// closes, and from each stop back to the last blank: as far as the paragraph goes in a text without either,
/// the square of its length. News paragraphs stay below a fiftieth of this and are never cut.
const MOST_LOOKS: usize = 500_000;

/// A sentence too long for a piece is cut at a blank among its last bytes, if there is one.
const LONGEST_WORD: usize = 200;

/// The sentences of a text, by `sentencex` (which keeps "Dr." and "U.S." whole), without the white
/// space around them. `language` is an ISO 639-1 code; unknown ones are split as English. Time grows
/// linearly with the text: a paragraph with very many marks is split piece by piece.
pub fn sentences(text: &str, language: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let piece = piece(text, from);
        let bounds = sentencex::get_sentence_boundaries(language, piece.of(text));
        // What is cut off goes on behind the piece: it is split once more, from its beginning.
        let cut_off = bounds.last().map_or(0, |last| last.start_byte);
        let whole = if piece.end == text.len() || cut_off == 0 {
            piece.len()
        } else {
            cut_off
        };
        let whole_ones = bounds.iter().filter(|bound| bound.start_byte < whole);
        found.extend(whole_ones.filter_map(|bound| {
            let sentence = Span::new(from + bound.start_byte, from + bound.end_byte);
            Some(sentence.trimmed(text)).filter(|sentence| !sentence.is_empty())
        }));
        from += whole;
    }
    found
}

/// The longest stretch from `from` on that `sentencex` splits at a bounded cost: mostly all there is.
fn piece(text: &str, from: usize) -> Span {
    let mut paragraph = from;
    let mut signs = 0;
    let mut before = ' ';
    for (offset, c) in text[from..].char_indices() {
        let at = from + offset;
        if c == '\n' && before == '\n' {
            (paragraph, signs) = (at, 0);
        }
        before = c;
        if is_looked_from(c) {
            signs += 1;
            if signs * (at - paragraph) > MOST_LOOKS {
                work::step(at - from + MOST_LOOKS);
                return Span::new(from, cut(text, from, at));
            }
        }
    }
    work::step(text.len() - from + signs * (text.len() - paragraph));
    Span::new(from, text.len())
}

/// Signs from which a splitter looks through its paragraph: marks, brackets and stops of any script.
fn is_looked_from(c: char) -> bool {
    if c.is_ascii() {
        matches!(c, '.' | '!' | '?' | '"' | '\'' | '`' | '(' | '[' | '@')
    } else {
        !c.is_alphanumeric() && !c.is_whitespace()
    }
}

/// After the last blank before `at`, if it is near.
fn cut(text: &str, from: usize, at: usize) -> usize {
    let mut near = at.saturating_sub(LONGEST_WORD).max(from);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    let blank = text[near..at].char_indices().rev();
    let mut blank = blank.filter(|(_, c)| c.is_whitespace());
    blank
        .next()
        .map_or(at, |(offset, c)| near + offset + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
        let spans = sentences(text, language);
        spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        let text = "Dr. Wehl spoke. He left at 5 p.m. on Monday.\nNobody asked.";
        let expected = [
            "Dr. Wehl spoke.",
            "He left at 5 p.m. on Monday.",
            "Nobody asked.",
        ];
        assert_eq!(found(text, "en"), expected);
    }

    #[test]
    fn white_space_alone_is_no_sentence() {
        assert!(sentences(" \n\n ", "en").is_empty());
    }

    #[test]
    fn a_long_paragraph_is_split_as_its_sentences_are() {
        for (language, sentence) in [
            ("en", "“It will hold,” Dr. Jonas Weil told the council."),
            ("zh", "王芳说：“港口将继续开放。”"),
            ("ja", "「港は開いたままです」と山田氏は述べた。"),
        ] {
            let blank = if language == "en" { " " } else { "" };
            let text = [sentence].repeat(3_000).join(blank);
            let few = [sentence].repeat(20).join(blank);
            let expected = found(&few, language);
            let all = found(&text, language);
            assert!(piece(&text, 0).len() < text.len());
            assert_eq!(all[..19], expected[..19], "{language}");
            assert_eq!(all.concat().len(), sentence.len() * 3_000, "{language}");
            let odd = all.iter().filter(|one| !expected.contains(one)).count();
            assert_eq!(odd, 0, "{language}: cut elsewhere");
        }
    }

    #[test]
    fn a_text_that_is_one_sentence_is_cut_at_blanks_and_loses_nothing() {
        for unit in ["“a ", "‘a “b ", "![", "«"] {
            let text = unit.repeat(20_000);
            let cut = sentences(&text, "en");
            assert!(cut.len() > 1, "{unit}");
            assert!(cut.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let kept: usize = cut.iter().map(|span| span.len()).sum();
            let blanks = text.matches(' ').count();
            assert!(kept + blanks >= text.len(), "{unit}");
        }
    }
}
