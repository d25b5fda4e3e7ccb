//! What stands in square brackets.

use crate::text::Span;

/// From each opening square bracket of a stretch to the closing one; empty where nothing is said
/// between. Read once from the end: a stretch may hold thousands.
pub fn brackets(text: &str, stretch: Span) -> Vec<Span> {
    let (mut close, mut word) = (None, None);
    let mut brackets = Vec::new();
    for (at, c) in stretch.of(text).char_indices().rev() {
        let at = at + stretch.start;
        match c {
            ']' => close = Some(at),
            '[' => {
                let says = close.filter(|close| word.is_some_and(|word| word < *close));
                brackets.push(Span::new(at, says.unwrap_or(at)));
            }
            c if c.is_alphanumeric() => word = Some(at),
            _ => {}
        }
    }
    brackets.reverse();
    brackets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_hold_words_of_their_stretch() {
        let text = "[a] of [] and [b [c] [d";
        let found = brackets(text, Span::new(0, text.len()));
        let shown: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
        assert_eq!(shown, ["[a", "", "[b [c", "[c", ""]);
    }
}
