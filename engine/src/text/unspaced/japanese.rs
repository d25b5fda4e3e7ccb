//! Where Japanese words begin: TinySegmenter's weights for the letters and kinds of letters around
//! a place. Its Rust package makes characters that are none, which is undefined behaviour; hence
//! these lines of our own.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{is_hiragana, numerals};

const BIAS: i32 = -332;

/// Three places before, six letters, their six kinds.
type Around = [char; 15];

/// The signs that stand for what lies outside the text, and how many letters are seen each way.
const BEFORE: [char; 3] = ['③', '②', '①'];
const AFTER: [char; 3] = ['④', '⑤', '⑥'];

/// What is looked at together, as places in `Around`, and the weight of what may be found there.
struct Template {
    at: Vec<usize>,
    weights: FxHashMap<[char; 4], i32>,
}

impl Template {
    fn weight(&self, around: &Around) -> i32 {
        self.weights
            .get(&key(self.at.iter().map(|at| around[*at])))
            .copied()
            .unwrap_or(0)
    }
}

fn key(found: impl Iterator<Item = char>) -> [char; 4] {
    let mut key = ['\0'; 4];
    key.iter_mut().zip(found).for_each(|(slot, c)| *slot = c);
    key
}

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let lines = include_str!("japanese.tsv").lines();
    lines.filter_map(template).collect()
});

/// Lines of another form are remarks.
fn template(line: &str) -> Option<Template> {
    let (slots, weights) = line.split_once('\t')?;
    let slot = |slot: &[u8]| {
        let place = usize::from(slot[1] - b'0');
        match slot[0] {
            b'p' => place,
            b'w' => 3 + place,
            _ => 9 + place,
        }
    };
    let mut fields = weights.split(' ');
    let weights = std::iter::from_fn(|| Some((fields.next()?, fields.next()?.parse().ok()?)));
    Some(Template {
        at: slots.as_bytes().chunks_exact(2).map(slot).collect(),
        weights: weights
            .map(|(found, weight)| (key(found.chars()), weight))
            .collect(),
    })
}

/// Ends of the words of a text without marks, in bytes, ascending; the last one is the text's.
pub fn push_ends(text: &str, ends: &mut Vec<usize>) {
    let inside = || text.chars().map(|c| (c, kind(c)));
    let outside = |signs: [char; 3]| signs.into_iter().map(|sign| (sign, 'O'));
    let letters: Vec<(char, char)> = outside(BEFORE)
        .chain(inside())
        .chain(outside(AFTER))
        .collect();
    let mut places = ['U'; 3];
    // The place before the second letter is the first that is asked about.
    for (around, (at, _)) in letters.windows(6).skip(1).zip(text.char_indices().skip(1)) {
        let mut seen: Around = ['\0'; 15];
        seen[..3].copy_from_slice(&places);
        for (slot, (letter, kind)) in around.iter().enumerate() {
            (seen[3 + slot], seen[9 + slot]) = (*letter, *kind);
        }
        let score: i32 = TEMPLATES
            .iter()
            .map(|template| template.weight(&seen))
            .sum();
        let begins = BIAS + score > 0;
        if begins {
            ends.push(at);
        }
        places = [places[1], places[2], if begins { 'B' } else { 'O' }];
    }
    ends.push(text.len());
}

/// Numerals, kanji, hiragana, katakana, others.
fn kind(c: char) -> char {
    match c {
        c if numerals::is_numeral(c) && !matches!(c, '〇' | '零' | '两' | '兩' | '萬' | '亿') => {
            'M'
        }
        '\u{4e00}'..='\u{9fa0}' | '々' | '〆' | 'ヵ' | 'ヶ' => 'H',
        c if is_hiragana(c) => 'I',
        '\u{30a1}'..='\u{30f4}' | 'ー' => 'K',
        _ => 'O',
    }
}
