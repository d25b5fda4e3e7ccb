//! Words and marks with their places in the text: everything downstream works on these.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub class: TokenClass,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenClass {
    /// Holds a letter.
    Word,
    /// Holds a digit and no letter.
    Number,
    /// Punctuation and every other sign.
    Mark,
}

/// Splits a text into tokens by Unicode word boundaries (UAX 29); white space is no token.
/// Every character that is not white space lies in exactly one token.
pub fn tokenize(text: &str) -> Vec<Token> {
    text.split_word_bound_indices()
        .filter(|(_, piece)| !piece.chars().all(char::is_whitespace))
        .map(|(start, piece)| Token {
            span: Span::new(start, start + piece.len()),
            class: class_of(piece),
        })
        .collect()
}

fn class_of(piece: &str) -> TokenClass {
    if piece.chars().any(char::is_alphabetic) {
        TokenClass::Word
    } else if piece.chars().any(char::is_numeric) {
        TokenClass::Number
    } else {
        TokenClass::Mark
    }
}

/// Whether a token text is punctuation or another sign: no letter and no digit in it.
pub fn is_mark(token: &str) -> bool {
    class_of(token) == TokenClass::Mark
}

/// The form under which tokens are the same but for typography: compatibility forms folded, lower
/// case, apostrophes, quotation marks, dashes and ellipses of one kind each.
pub fn normal_form(token: &str) -> String {
    token
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'))
        .map(|c| match c {
            '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '“' | '”' | '„' | '«' | '»' | '‟' | '「' | '」' | '『' | '』' => '"',
            '–' | '—' | '‒' | '―' | '‐' | '‑' => '-',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_cover_all_but_white_space() {
        let text = "“We’ll wait,” he said — 30,000 men… 東京\u{a0}ok";
        let tokens: Vec<&str> = tokenize(text)
            .iter()
            .map(|token| token.span.of(text))
            .collect();
        assert_eq!(tokens.concat(), text.split_whitespace().collect::<String>());
        assert!(tokens.contains(&"We’ll") && tokens.contains(&"30,000"));
    }

    #[test]
    fn typography_folds() {
        assert_eq!(normal_form("We’ll"), normal_form("we'll"));
        assert_eq!(normal_form("«"), normal_form("“"));
    }
}
