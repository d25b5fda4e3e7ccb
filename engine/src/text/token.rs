//! Words and marks with their places in the text: everything downstream works on these.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::unspaced::{self, is_unspaced};
use crate::work;

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

/// Splits a text into tokens by Unicode word boundaries (UAX 29), and where a script is written
/// without blanks, into its words; white space is no token.
/// Every character that is not white space lies in exactly one token.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // Where a run of unspaced letters began that is still going on.
    let mut run: Option<usize> = None;
    for (start, piece) in text.split_word_bound_indices() {
        work::step(1);
        let unspaced = piece.starts_with(is_unspaced);
        if unspaced {
            run.get_or_insert(start);
            continue;
        }
        if let Some(from) = run.take() {
            push_run(text, Span::new(from, start), &mut tokens);
        }
        if !piece.chars().all(char::is_whitespace) {
            tokens.push(token(text, start, start + piece.len()));
        }
    }
    if let Some(from) = run {
        push_run(text, Span::new(from, text.len()), &mut tokens);
    }
    tokens
}

fn push_run(text: &str, run: Span, tokens: &mut Vec<Token>) {
    let after_figure = tokens
        .last()
        .is_some_and(|last| last.class == TokenClass::Number && last.span.end == run.start);
    let mut start = run.start;
    for end in unspaced::ends(run.of(text), after_figure) {
        let end = run.start + end;
        tokens.push(token(text, start, end));
        start = end;
    }
}

fn token(text: &str, start: usize, end: usize) -> Token {
    let span = Span::new(start, end);
    Token {
        span,
        class: class_of(span.of(text)),
    }
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
        assert!(tokens.contains(&"東京"));
    }

    #[test]
    fn unspaced_words_stand_between_others() {
        let text = "市长说：30万人在 A4公路上，没有离开。";
        let tokens: Vec<&str> = tokenize(text).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(
            tokens.join(" "),
            "市长 说 ： 30 万 人 在 A4 公路 上 ， 没有 离开 。"
        );
    }

    /// Ten megabytes without a mark: hostile, and read in a moment.
    #[test]
    fn an_endless_run_is_cut_into_words() {
        for unit in ["大坝的闸门我们等待结果", "私たちは待っています", "的", "三"]
        {
            let text = unit.repeat(300_000 / unit.chars().count());
            let tokens = tokenize(&text);
            assert!(tokens.len() <= 300_000);
            let mut at = 0;
            for token in tokens {
                assert_eq!(token.span.start, at);
                at = token.span.end;
            }
            assert_eq!(at, text.len());
        }
    }

    #[test]
    fn typography_folds() {
        assert_eq!(normal_form("We’ll"), normal_form("we'll"));
        assert_eq!(normal_form("«"), normal_form("“"));
    }
}
