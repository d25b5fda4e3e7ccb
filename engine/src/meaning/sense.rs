//! What the words of one version mean, and how near two words are.

use super::arithmetic::{dot, to_unit_length};
use super::{Meaning, Synonyms};

/// The words of one version: for each a vector beside its neighbours, a vector by itself, and the
/// senses that WordNet knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sense {
    width: usize,
    beside: Vec<f32>,
    alone: Vec<f32>,
    senses: Vec<Vec<u32>>,
}

impl Sense {
    pub(super) fn of(words: &[&str], meaning: &Meaning) -> Self {
        let pieces: Vec<Vec<u32>> = words
            .iter()
            .map(|word| meaning.vocabulary.pieces(word))
            .collect();
        Self {
            width: meaning.model.size.width,
            beside: beside(&pieces, words, meaning),
            alone: alone(&pieces, meaning),
            senses: words
                .iter()
                .map(|word| meaning.synonyms.senses(word))
                .collect(),
        }
    }

    /// What WordNet alone knows of the words: synonyms, and no vectors.
    pub(super) fn of_synonyms(words: &[&str], synonyms: &Synonyms) -> Self {
        Self {
            width: 0,
            beside: Vec::new(),
            alone: Vec::new(),
            senses: words.iter().map(|word| synonyms.senses(word)).collect(),
        }
    }

    /// Of words that are like nothing.
    #[cfg(test)]
    pub fn of_no_direction(words: usize) -> Self {
        Self {
            width: 1,
            beside: vec![0.0; words],
            alone: vec![0.0; words],
            senses: vec![Vec::new(); words],
        }
    }

    /// Whether a model has read the words.
    pub fn has_vectors(&self) -> bool {
        self.width > 0
    }

    /// Words that it was made of.
    pub fn len(&self) -> usize {
        self.senses.len()
    }

    pub fn is_empty(&self) -> bool {
        self.senses.is_empty()
    }

    /// −1 to 1: how alike a word of this version and one of another are, each beside its neighbours.
    pub fn beside(&self, word: usize, other: &Sense, word_of_other: usize) -> f32 {
        dot(
            vector(&self.beside, self.width, word),
            vector(&other.beside, other.width, word_of_other),
        )
    }

    /// −1 to 1: how alike the two are by themselves.
    pub fn alone(&self, word: usize, other: &Sense, word_of_other: usize) -> f32 {
        dot(
            vector(&self.alone, self.width, word),
            vector(&other.alone, other.width, word_of_other),
        )
    }

    /// Whether the two share a sense.
    pub fn is_synonymous(&self, word: usize, other: &Sense, word_of_other: usize) -> bool {
        let (x, y) = (&self.senses[word], &other.senses[word_of_other]);
        x.iter().any(|sense| y.binary_search(sense).is_ok())
    }
}

fn vector(vectors: &[f32], width: usize, word: usize) -> &[f32] {
    &vectors[word * width..(word + 1) * width]
}

/// The mean of the vectors of a word's pieces, of length 1; zeros for a word without pieces.
fn alone(pieces: &[Vec<u32>], meaning: &Meaning) -> Vec<f32> {
    let width = meaning.model.size.width;
    let mut vectors = vec![0.0; pieces.len() * width];
    for (pieces, vector) in pieces.iter().zip(vectors.chunks_exact_mut(width)) {
        for piece in pieces {
            for (sum, x) in vector.iter_mut().zip(meaning.model.embedding(*piece)) {
                *sum += x;
            }
        }
        to_unit_length(vector);
    }
    vectors
}

/// The same of the vectors that the encoder gives, window by window.
fn beside(pieces: &[Vec<u32>], words: &[&str], meaning: &Meaning) -> Vec<f32> {
    let (vocabulary, model) = (&meaning.vocabulary, &meaning.model);
    let width = model.size.width;
    let mut vectors = vec![0.0; pieces.len() * width];
    // The first and the last piece of every window are those of its start and end.
    let room = model.size.positions - 2;
    for window in windows(pieces, words, room) {
        let inside = pieces[window.clone()].iter().flatten().copied().take(room);
        let text: Vec<u32> = std::iter::once(vocabulary.start)
            .chain(inside)
            .chain([vocabulary.end])
            .collect();
        let encoded = model.encode(&text);
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
