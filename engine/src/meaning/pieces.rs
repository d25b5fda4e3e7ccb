//! Words cut into the pieces that the model knows (WordPiece, as BERT's uncased models cut them).

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::MeaningError;

/// Longer parts of a word, in characters, are not looked at, as in BERT.
const LONGEST_PART: usize = 100;
/// No word is worth more; the rest of it is not looked at.
const MOST_PIECES: usize = 64;
/// No known piece is longer (characters).
const LONGEST_PIECE: usize = 24;

pub struct Vocabulary {
    /// Pieces that begin a part of a word, and those that continue one (without their "##").
    first: FxHashMap<Box<str>, u32>,
    further: FxHashMap<Box<str>, u32>,
    len: usize,
    unknown: u32,
    /// The pieces before and after every text.
    pub start: u32,
    pub end: u32,
}

impl Vocabulary {
    /// One piece a line; its number is its vector's.
    pub fn load(bytes: &[u8]) -> Result<Self, MeaningError> {
        let text = str::from_utf8(bytes).map_err(|_| MeaningError::OtherVocabulary)?;
        let (mut first, mut further) = (FxHashMap::default(), FxHashMap::default());
        let mut len = 0;
        for (number, line) in (0..).zip(text.lines()) {
            match line.strip_prefix("##") {
                Some(piece) if !piece.is_empty() => further.insert(piece.into(), number),
                _ => first.insert(line.into(), number),
            };
            len = number as usize + 1;
        }
        let special = |name: &str| first.get(name).copied();
        let missing = MeaningError::OtherVocabulary;
        Ok(Self {
            unknown: special("[UNK]").ok_or(missing)?,
            start: special("[CLS]").ok_or(missing)?,
            end: special("[SEP]").ok_or(missing)?,
            first,
            further,
            len,
        })
    }

    pub fn len(&self) -> usize {
        self.len
    }

    /// The pieces of one word; none where nothing of it can be seen.
    pub fn pieces(&self, word: &str) -> Vec<u32> {
        let folded = word
            .chars()
            .filter(|c| !c.is_control())
            .flat_map(char::to_lowercase)
            .nfd()
            .filter(|c| !is_combining_mark(*c));
        let mut pieces = Vec::new();
        let mut part: Vec<char> = Vec::new();
        for c in folded {
            let alone = is_mark(c) || is_ideograph(c);
            if alone || c.is_whitespace() {
                self.cut(&part, &mut pieces);
                part.clear();
            }
            if alone {
                self.cut(&[c], &mut pieces);
            } else if !c.is_whitespace() && part.len() <= LONGEST_PART {
                part.push(c);
            }
            if pieces.len() >= MOST_PIECES {
                break;
            }
        }
        self.cut(&part, &mut pieces);
        pieces.truncate(MOST_PIECES);
        pieces
    }

    /// The longest known piece, then the longest of what is left, and so on; a part that cannot be
    /// cut to its end is unknown as a whole.
    fn cut(&self, part: &[char], pieces: &mut Vec<u32>) {
        if part.is_empty() {
            return;
        }
        let before = pieces.len();
        let mut at = 0;
        while at < part.len() && part.len() <= LONGEST_PART {
            let known = if at == 0 { &self.first } else { &self.further };
            let longest = part.len().min(at + LONGEST_PIECE);
            let found = (at + 1..=longest).rev().find_map(|end| {
                let piece: String = part[at..end].iter().collect();
                known.get(piece.as_str()).map(|number| (*number, end))
            });
            let Some((number, end)) = found else { break };
            pieces.push(number);
            at = end;
        }
        if at < part.len() {
            pieces.truncate(before);
            pieces.push(self.unknown);
        }
    }
}

/// What BERT cuts off as punctuation: all of ASCII's, and the marks of other scripts that are in
/// use in news. Others stay in their word, which is then unknown.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿')
        || matches!(c as u32, 0x2010..=0x2027 | 0x2030..=0x205E | 0x3001..=0x3003 | 0x3008..=0x3011)
        || matches!(c as u32, 0xFF01..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF40 | 0xFF5B..=0xFF65)
}

fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x2_FA1F)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "[UNK]\n[CLS]\n[SEP]\nharbour\nharb\n##our\n##master\n-\ncafe\n港\n";

    fn cut(word: &str) -> Vec<u32> {
        Vocabulary::load(LINES.as_bytes()).unwrap().pieces(word)
    }

    #[test]
    fn the_longest_known_piece_comes_first() {
        assert_eq!(cut("harbour"), [3]);
        assert_eq!(cut("Harbourmaster"), [3, 6]);
        assert_eq!(cut("harbmaster"), [4, 6]);
    }

    #[test]
    fn accents_fall_and_marks_stand_alone() {
        assert_eq!(cut("Café-harbour"), [8, 7, 3]);
        assert_eq!(cut("港港"), [9, 9]);
    }

    #[test]
    fn what_cannot_be_cut_is_unknown_as_a_whole() {
        assert_eq!(cut("harbours"), [0]);
        assert_eq!(cut("##our"), [0, 0, 0]);
        assert_eq!(cut(&"harb".repeat(400)), [0]);
        assert_eq!(cut("\u{0}"), [0; 0]);
        assert_eq!(cut(&"-".repeat(9_000)).len(), MOST_PIECES);
    }

    #[test]
    fn a_vocabulary_has_its_special_pieces() {
        for bytes in [&b""[..], b"a\nb\n", b"\xff", b"[UNK]\n[SEP]\n"] {
            let loaded = Vocabulary::load(bytes).err();
            assert_eq!(loaded, Some(MeaningError::OtherVocabulary));
        }
    }
}
