//! Everything that is printed for people, on standard output and on standard error. What is printed
//! comes from strangers' files and their names: no letter of it may act on the terminal, so colours
//! are given apart from the text, and the text is made visible here, where nobody can forget it
//! (`clippy.toml` forbids the streams themselves elsewhere).

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

use anstyle::Style;

/// Standard output or standard error. Colours are left out where the stream is no terminal, or
/// the user wants none.
pub struct Screen<W>(W);

#[allow(clippy::disallowed_methods)] // This is the one place.
pub fn out() -> Screen<impl Write> {
    Screen(anstream::stdout().lock())
}

#[allow(clippy::disallowed_methods)] // This is the one place.
pub fn err() -> Screen<impl Write> {
    Screen(anstream::stderr().lock())
}

impl<W: Write> Screen<W> {
    /// Prints a line and a line end.
    pub fn line(&mut self, line: &Line) -> io::Result<()> {
        writeln!(self.0, "{line}")
    }

    /// Prints an empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.0)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A line to be printed: pieces of visible text, each in its colours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(Vec<(Style, String)>);

impl Line {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words that stay on their line: a line end or a tab in them is made visible, too.
    pub fn plain(self, words: impl Display) -> Self {
        self.styled(Style::new(), words)
    }

    /// The same, in colours.
    pub fn styled(mut self, style: Style, words: impl Display) -> Self {
        self.0
            .push((style, visible(&words.to_string(), is_control)));
        self
    }

    /// Adds the text of an article, which may go over several lines.
    pub fn text(mut self, style: Style, text: &str) -> Self {
        let acts = |letter| is_control(letter) && !matches!(letter, '\n' | '\t');
        self.0.push((style, visible(text, acts)));
        self
    }

    /// Adds what was put together elsewhere.
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The same words with one blank between any two of them, and none around them.
    pub fn folded(self) -> Self {
        let mut pieces = Vec::new();
        let (mut any, mut blank) = (false, false);
        for (style, text) in self.0 {
            let mut folded = String::new();
            for letter in text.chars() {
                if letter.is_whitespace() {
                    blank = any;
                } else {
                    if std::mem::take(&mut blank) {
                        folded.push(' ');
                    }
                    folded.push(letter);
                    any = true;
                }
            }
            pieces.push((style, folded));
        }
        Self(pieces)
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (style, text) in self.0.iter().filter(|(_, text)| !text.is_empty()) {
            write!(f, "{style}{text}{style:#}")?;
        }
        Ok(())
    }
}

/// Controls, and what turns the direction of writing round.
fn is_control(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// The text with a sign in place of each letter that acts: Unicode's pictures where there are any,
/// such as ␛, else the letter's number.
fn visible(text: &str, acts: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if !acts(letter) => shown.push(letter),
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(letter))),
            '\u{7f}' => shown.push('␡'),
            // Writing to a string cannot fail.
            _ => drop(write!(shown, "{}", letter.escape_unicode())),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;

    use super::*;

    #[test]
    fn letters_that_act_are_seen() {
        let all = (0..=0x2fff).filter_map(char::from_u32);
        for letter in all.filter(|letter| is_control(*letter)) {
            let line = Line::new().plain(letter).to_string();
            assert!(!line.contains(is_control) && !line.is_empty(), "{letter:?}");
        }
        let line = Line::new().plain("\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{7f}\r\n\t");
        assert_eq!(line.to_string(), "␛]0;x␇\\u{9b}2J\\u{202e}␡␍␊␉");
        let text = Line::new().text(Style::new(), "a\tb\nc\u{b}");
        assert_eq!(text.to_string(), "a\tb\nc␋");
        let words = "straße 東京 تبقى e\u{301} 👩\u{200d}🚀 a\u{2011}b";
        assert_eq!(Line::new().plain(words).to_string(), words);
    }

    #[test]
    fn colours_of_ours_pass_and_those_of_the_text_do_not() {
        let red = AnsiColor::Red.on_default();
        let line = Line::new().styled(red, "a\u{1b}[1mb").plain("c");
        assert_eq!(line.to_string(), "\u{1b}[31ma␛[1mb\u{1b}[0mc");
    }

    #[test]
    fn folding_goes_over_pieces() {
        let bold = Style::new().bold();
        let line = Line::new().text(Style::new(), " a \n").styled(bold, " b");
        let folded = line.plain(" ").plain("c ").folded();
        assert_eq!(folded.to_string(), "a\u{1b}[1m b\u{1b}[0m c");
    }
}
