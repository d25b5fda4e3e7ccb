//! What the words of one version mean, and how near two words are.

use super::arithmetic::{dot, to_unit_length, whole_dot};
use super::{Lexicon, Meaning, Synonyms};

/// The words of one version: for each the senses that WordNet knows of it, and where they are known
/// a vector by itself and one beside its neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Sense {
    /// Numbers of a vector; 0 where there are none.
    width: usize,
    /// Of length [`UNIT`], in whole numbers, whose products add up alike on every machine.
    alone: Vec<i16>,
    /// `None` where no model has read the words.
    beside: Option<Vec<f32>>,
    senses: Vec<Vec<u32>>,
}

/// The square of it, the largest product of two vectors, is far below what an `i32` holds.
const UNIT: f32 = 16_384.0;

impl Sense {
    pub(super) fn read_by(meaning: &Meaning, words: &[&str]) -> Self {
        let pieces = pieces_of(words, &meaning.lexicon);
        Self {
            beside: Some(beside(&pieces, words, meaning)),
            ..Self::of_pieces(&pieces, words, &meaning.lexicon)
        }
    }

    pub(super) fn by_themselves(words: &[&str], lexicon: &Lexicon) -> Self {
        Self::of_pieces(&pieces_of(words, lexicon), words, lexicon)
    }

    fn of_pieces(pieces: &[Vec<u32>], words: &[&str], lexicon: &Lexicon) -> Self {
        Self {
            width: lexicon.pieces.size.width,
            alone: alone(pieces, lexicon),
            ..Self::of_synonyms(words, &lexicon.synonyms)
        }
    }

    /// What WordNet alone knows of the words: synonyms, and no vectors.
    pub(super) fn of_synonyms(words: &[&str], synonyms: &Synonyms) -> Self {
        Self {
            width: 0,
            alone: Vec::new(),
            beside: None,
            senses: words.iter().map(|word| synonyms.senses(word)).collect(),
        }
    }

    /// Of words that are like nothing.
    #[cfg(test)]
    pub fn of_no_direction(words: usize, read: bool) -> Self {
        Self {
            width: 1,
            alone: vec![0; words],
            beside: read.then(|| vec![0.0; words]),
            senses: vec![Vec::new(); words],
        }
    }

    /// Whether vectors of the words by themselves are known: not only synonyms.
    pub fn has_vectors(&self) -> bool {
        self.width > 0
    }

    /// Whether a model has read the words beside each other.
    pub fn is_read(&self) -> bool {
        self.beside.is_some()
    }

    /// Words that it was made of.
    pub fn len(&self) -> usize {
        self.senses.len()
    }

    pub fn is_empty(&self) -> bool {
        self.senses.is_empty()
    }

    /// −1 to 1: how alike a word of this version and one of another are, each beside its neighbours;
    /// 0 where no model has read both.
    pub fn beside(&self, word: usize, other: &Sense, word_of_other: usize) -> f32 {
        match (&self.beside, &other.beside) {
            (Some(x), Some(y)) => dot(
                vector(x, self.width, word),
                vector(y, other.width, word_of_other),
            ),
            _ => 0.0,
        }
    }

    /// −1 to 1: how alike the two are by themselves.
    pub fn alone(&self, word: usize, other: &Sense, word_of_other: usize) -> f32 {
        let (x, y) = (
            vector(&self.alone, self.width, word),
            vector(&other.alone, other.width, word_of_other),
        );
        whole_dot(x, y) as f32 / (UNIT * UNIT)
    }

    /// Whether the two share a sense.
    pub fn is_synonymous(&self, word: usize, other: &Sense, word_of_other: usize) -> bool {
        let (x, y) = (&self.senses[word], &other.senses[word_of_other]);
        x.iter().any(|sense| y.binary_search(sense).is_ok())
    }
}

fn vector<T>(vectors: &[T], width: usize, word: usize) -> &[T] {
    &vectors[word * width..(word + 1) * width]
}

fn pieces_of(words: &[&str], lexicon: &Lexicon) -> Vec<Vec<u32>> {
    let pieces = |word: &&str| lexicon.vocabulary.pieces(word);
    words.iter().map(pieces).collect()
}

/// The direction of the sum of a word's pieces; zeros for a word without pieces.
fn alone(pieces: &[Vec<u32>], lexicon: &Lexicon) -> Vec<i16> {
    let width = lexicon.pieces.size.width;
    let mut vectors = Vec::with_capacity(pieces.len() * width);
    let mut sum = vec![0.0; width];
    for pieces in pieces {
        sum.fill(0.0);
        for piece in pieces {
            for (sum, x) in sum.iter_mut().zip(lexicon.pieces.embedding(*piece)) {
                *sum += x;
            }
        }
        to_unit_length(&mut sum);
        vectors.extend(sum.iter().map(|x| (x * UNIT).round() as i16));
    }
    vectors
}

/// The same of the vectors that the encoder gives, window by window.
fn beside(pieces: &[Vec<u32>], words: &[&str], meaning: &Meaning) -> Vec<f32> {
    let (lexicon, layers) = (&meaning.lexicon, &meaning.layers);
    let (vocabulary, size) = (&lexicon.vocabulary, lexicon.pieces.size);
    let width = size.width;
    let mut vectors = vec![0.0; pieces.len() * width];
    // The first and the last piece of every window are those of its start and end.
    let room = size.positions - 2;
    for window in windows(pieces, words, room) {
        let inside = pieces[window.clone()].iter().flatten().copied().take(room);
        let text: Vec<u32> = std::iter::once(vocabulary.start)
            .chain(inside)
            .chain([vocabulary.end])
            .collect();
        let encoded = layers.encode(&text, &lexicon.pieces);
        let mut encoded = encoded.chunks_exact(width).take(text.len() - 1).skip(1);
        for word in window {
            let vector = &mut vectors[word * width..(word + 1) * width];
            for piece in encoded.by_ref().take(pieces[word].len()) {
                for (sum, x) in vector.iter_mut().zip(piece) {
                    *sum += x;
                }
            }
            to_unit_length(vector);
        }
    }
    vectors
}

/// Stretches of words of at most `room` pieces, cut after the last end of a sentence that leaves
/// at least half of a window full. A word with more pieces than room has a window of its own.
fn windows(pieces: &[Vec<u32>], words: &[&str], room: usize) -> Vec<std::ops::Range<usize>> {
    let mut windows = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let (mut end, mut used, mut sentence_end) = (start, 0, None);
        while end < pieces.len() && (end == start || used + pieces[end].len() <= room) {
            used += pieces[end].len();
            end += 1;
            if used * 2 >= room && matches!(words[end - 1], "." | "!" | "?" | "…") {
                sentence_end = Some(end);
            }
        }
        if end < pieces.len() {
            end = sentence_end.unwrap_or(end);
        }
        windows.push(start..end);
        start = end;
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::windows;

    #[test]
    fn a_window_ends_with_a_sentence_where_it_can() {
        let words = ["w", "w", ".", "w", "w", "w", "w", "w"];
        let pieces: Vec<Vec<u32>> = words.iter().map(|_| vec![1]).collect();
        assert_eq!(windows(&pieces, &words, 8).len(), 1);
        assert_eq!(windows(&pieces, &words, 5), [0..3, 3..8]);
        assert_eq!(windows(&pieces, &words, 7), [0..7, 7..8]);
    }

    #[test]
    fn a_word_too_long_for_a_window_has_one() {
        let pieces = vec![vec![1; 9], vec![], vec![1]];
        assert_eq!(windows(&pieces, &["long", "", "w"], 4), [0..1, 1..3]);
        assert!(windows(&[], &[], 4).is_empty());
    }
}
