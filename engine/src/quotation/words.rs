//! Words of a paragraph with what the language's table says of them. Finer than
//! [`crate::text::tokenize`]: abbreviations keep their dot and clitics stand alone, as sentence
//! ends and subjects need it.

use super::class::{Class, Flags};
use super::lexicon::{Entry, Grammar, Lexicon};
use crate::text::Span;
use crate::work;

/// No quotation holds the word.
pub(crate) const OUTSIDE: u32 = u32::MAX;

/// One word or sign, or ([`Class::Quoted`]) a whole quotation with its marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub start: u32,
    pub end: u32,
    pub class: Class,
    pub capital: bool,
    pub alphabetic: bool,
    pub entry: Entry,
    /// Index of the region that holds it, or [`OUTSIDE`].
    pub region: u32,
}

impl Word {
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span().of(text)
    }

    pub fn has(&self, flags: Flags) -> bool {
        self.entry.flags.has(flags)
    }
}

const CLITICS: [&str; 6] = ["s", "re", "d", "ll", "ve", "m"];

/// Appends the words of `span` to `out`. Texts beyond 4 GB are never given here.
pub(crate) fn split(text: &str, span: Span, lexicon: &Lexicon, out: &mut Vec<Word>) {
    let mut lower = String::new();
    let mut at = span.start;
    while at < span.end {
        let rest = &text[at..span.end];
        let Some(first) = rest.chars().next() else {
            break;
        };
        work::step(1);
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let len = word_len(rest, first, lexicon, &mut lower);
        let piece = &rest[..len];
        out.push(word(piece, at, first, lexicon, &mut lower));
        at += len;
    }
}

fn word(piece: &str, at: usize, first: char, lexicon: &Lexicon, lower: &mut String) -> Word {
    let alphabetic = first.is_alphabetic();
    let entry = if alphabetic || is_apostrophe(first) {
        lower_into(piece, lower);
        lexicon.look_up(lower.strip_suffix('.').unwrap_or(lower))
    } else {
        Entry::default()
    };
    Word {
        start: at as u32,
        end: (at + piece.len()) as u32,
        class: Class::Punctuation,
        capital: alphabetic && first.is_uppercase(),
        alphabetic,
        entry,
        region: OUTSIDE,
    }
}

fn lower_into(piece: &str, lower: &mut String) {
    lower.clear();
    if piece.is_ascii() {
        lower.push_str(piece);
        lower.make_ascii_lowercase();
    } else {
        lower.extend(piece.chars().flat_map(char::to_lowercase));
    }
}

/// Bytes of the word at the start of `rest`.
fn word_len(rest: &str, first: char, lexicon: &Lexicon, lower: &mut String) -> usize {
    if first.is_alphabetic() {
        return letters_len(rest, lexicon, lower);
    }
    if first.is_numeric() {
        return number_len(rest);
    }
    if is_apostrophe(first)
        && let Some(len) = clitic_len(&rest[first.len_utf8()..])
    {
        return first.len_utf8() + len;
    }
    for sign in ["''", "``", "...", "--"] {
        if rest.starts_with(sign) {
            return sign.len();
        }
    }
    first.len_utf8()
}

fn letters_len(rest: &str, lexicon: &Lexicon, lower: &mut String) -> usize {
    if let Some(len) = initials_len(rest) {
        return len;
    }
    let mut len = run_len(rest, |c| c.is_alphanumeric());
    loop {
        let tail = &rest[len..];
        let mut next = tail.chars();
        let Some(joint) = next.next() else { return len };
        let after = next.as_str();
        let joins = match joint {
            '-' if lexicon.grammar == Grammar::Plain && hangs(after) => false,
            '-' | '&' => after.starts_with(char::is_alphanumeric),
            c if is_apostrophe(c) => {
                after.starts_with(char::is_alphabetic) && clitic_len(after).is_none()
            }
            '.' => {
                // An abbreviation keeps its dot before a blank.
                if after.starts_with(char::is_whitespace) {
                    lower_into(&rest[..len], lower);
                    if lexicon.look_up(lower).flags.has(Flags::ABBREVIATION) {
                        return len + 1;
                    }
                }
                false
            }
            _ => false,
        };
        if !joins {
            return len;
        }
        len += joint.len_utf8() + run_len(after, |c| c.is_alphanumeric());
    }
}

/// "dit-il", "a-t-elle": the pronoun is a word of its own.
fn hangs(after: &str) -> bool {
    let len = run_len(after, |c| c.is_alphanumeric());
    ["il", "elle", "on", "ils", "elles", "t"].contains(&&after[..len])
}

/// `U.S.`, `J.` before another capital.
fn initials_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut len = 0;
    while bytes.get(len).is_some_and(u8::is_ascii_uppercase) && bytes.get(len + 1) == Some(&b'.') {
        len += 2;
    }
    let after_blank = rest.get(len + 1..).and_then(|tail| tail.chars().next());
    let single =
        len == 2 && rest[len..].starts_with(' ') && after_blank.is_some_and(char::is_uppercase);
    (len > 2 || single).then_some(len)
}

fn number_len(rest: &str) -> usize {
    let mut len = run_len(rest, |c| c.is_alphanumeric());
    loop {
        let mut next = rest[len..].chars();
        match (next.next(), next.as_str()) {
            (Some('.' | ',' | ':'), after) if after.starts_with(char::is_numeric) => {
                len += 1 + run_len(after, |c| c.is_alphanumeric());
            }
            (Some('-'), after) if after.starts_with(char::is_alphabetic) => {
                len += 1 + run_len(after, |c| c.is_alphanumeric());
            }
            (Some('%'), _) => return len + 1,
            _ => return len,
        }
    }
}

/// Length of a clitic after its apostrophe.
fn clitic_len(after: &str) -> Option<usize> {
    let len = run_len(after, |c| c.is_alphanumeric());
    CLITICS.contains(&&after[..len]).then_some(len)
}

fn run_len(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.char_indices()
        .find(|(_, c)| !holds(*c))
        .map_or(text.len(), |(at, _)| at)
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether a word ends in lower-case ASCII letters, in any case and without allocating.
pub(crate) fn ends_with(word: &str, ending: &str) -> bool {
    let (word, ending) = (word.as_bytes(), ending.as_bytes());
    word.len() >= ending.len() && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending)
}

/// Words as a reader counts them: an apostrophe joins.
pub(crate) fn count(text: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let letter = c.is_alphanumeric() || c == '_';
        let joint =
            inside && is_apostrophe(c) && chars.peek().is_some_and(|next| next.is_alphanumeric());
        words += usize::from(letter && !inside);
        inside = letter || joint;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::lexicon;

    fn pieces(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        split(
            text,
            Span::new(0, text.len()),
            lexicon::of("en"),
            &mut words,
        );
        words.iter().map(|word| word.text(text)).collect()
    }

    #[test]
    fn abbreviations_clitics_and_numbers() {
        assert_eq!(
            pieces("Mr. Doe's U.S. aide"),
            ["Mr.", "Doe", "'s", "U.S.", "aide"]
        );
        assert_eq!(
            pieces("They’ve didn't co-author"),
            ["They", "’ve", "didn't", "co-author"]
        );
        assert_eq!(
            pieces("30,000 or 4.5% -- ok..."),
            ["30,000", "or", "4.5%", "--", "ok", "..."]
        );
        assert_eq!(
            pieces("J. Smith, O’Neil."),
            ["J.", "Smith", ",", "O’Neil", "."]
        );
    }

    #[test]
    fn counts_words() {
        assert_eq!(count("We’ll wait, said she"), 4);
        assert_eq!(count("“…”"), 0);
    }
}
