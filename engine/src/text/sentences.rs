use super::Span;

/// The sentences of a text, by `sentencex` (which keeps "Dr." and "U.S." whole), without the white
/// space around them. `language` is an ISO 639-1 code; unknown ones are split as English.
pub fn sentences(text: &str, language: &str) -> Vec<Span> {
    sentencex::get_sentence_boundaries(language, text)
        .into_iter()
        .filter_map(|sentence| trimmed(text, sentence.start_byte, sentence.end_byte))
        .collect()
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = text.get(start..end)?;
    let start = start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    (start < end).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        let text = "Dr. Wehl spoke. He left at 5 p.m. on Monday.\nNobody asked.";
        let found: Vec<&str> = sentences(text, "en")
            .iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(
            found,
            [
                "Dr. Wehl spoke.",
                "He left at 5 p.m. on Monday.",
                "Nobody asked."
            ]
        );
    }

    #[test]
    fn white_space_alone_is_no_sentence() {
        assert!(sentences(" \n\n ", "en").is_empty());
    }
}
