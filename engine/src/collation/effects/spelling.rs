//! The same word written otherwise: contractions, British and American, transliterations, slips.

use super::{Difference, spoken};
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let a: Vec<&Word> = spoken(difference.a()).collect();
    let b: Vec<&Word> = spoken(difference.b()).collect();
    let spelled = contracted(&a, &b)
        || a.len() == b.len() && !a.is_empty() && a.iter().zip(&b).all(|(x, y)| one(x, y));
    spelled.then_some((Effect::Spelling, Note::SpelledOtherwise))
}

/// "don't" and "do not": the same parts, on one side in one word.
fn contracted(a: &[&Word], b: &[&Word]) -> bool {
    if a.len() == b.len() {
        return false;
    }
    let parts = |words: &[&Word]| {
        words
            .iter()
            .flat_map(|word| word.parts.clone())
            .collect::<Vec<u32>>()
    };
    !a.is_empty() && !b.is_empty() && parts(a) == parts(b)
}

/// Whether two words are one but for spelling.
pub fn one(x: &Word, y: &Word) -> bool {
    if x.same_form(y) {
        return true;
    }
    if x.normal.replace('ß', "ss") == y.normal.replace('ß', "ss") {
        return true;
    }
    if x.number || y.number || !x.is_content() || !y.is_content() {
        return false;
    }
    let (p, q) = (plain(&x.normal), plain(&y.normal));
    variant(&p) == variant(&q)
        || !x.same_stem(y) && slip(&p, &q)
        || x.capital
            && y.capital
            && (transliterated(&p, &q) || transliterated(&guttural(&p), &guttural(&q)))
}

/// What English writes kh is ch in German.
fn guttural(word: &[char]) -> Vec<char> {
    let begins = |at: usize| word[at] == 'c' && word.get(at + 1) == Some(&'h');
    let letter = |at: usize| if begins(at) { 'k' } else { word[at] };
    (0..word.len()).map(letter).collect()
}

/// Without diacritics, apostrophes and doubled letters.
fn plain(normal: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let spread = normal
        .replace("dzh", "j")
        .replace("dj", "j")
        .replace('ß', "ss")
        .replace('æ', "ae")
        .replace('ø', "o")
        .replace('ł', "l");
    let mut out: Vec<char> = Vec::new();
    for c in spread.nfd().filter(|c| c.is_alphanumeric()) {
        if out.last() != Some(&c) {
            out.push(c);
        }
    }
    out
}

/// British forms under American ones.
fn variant(plain: &[char]) -> String {
    let word: String = plain.iter().collect();
    let pairs = [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("our", "or"),
        ("ogue", "og"),
        ("ence", "ense"),
        ("ae", "e"),
        ("oe", "e"),
        ("cheque", "check"),
        ("programe", "program"),
        ("grey", "gray"),
        ("tial", "zial"),
        ("tiel", "ziel"),
    ];
    let mut word = pairs
        .iter()
        .fold(word, |word, (from, to)| word.replace(from, to));
    if let Some(stem) = word.strip_suffix("tre") {
        word = format!("{stem}ter");
    }
    word
}

/// A slip of the pen in a longer word: two neighbouring letters exchanged, or one dropped inside.
fn slip(p: &[char], q: &[char]) -> bool {
    let (short, long) = if p.len() <= q.len() { (p, q) } else { (q, p) };
    let start = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    if short.len() == long.len() {
        let rest = (short.get(start..start + 2), long.get(start..start + 2));
        let (Some([x, y]), Some([u, v])) = rest else {
            return false;
        };
        return short.len() >= 5 && x == v && y == u && short[start + 2..] == long[start + 2..];
    }
    let inside = start > 0 && start < short.len();
    short.len() >= 8
        && short.len() + 1 == long.len()
        && inside
        && short[start..] == long[start + 1..]
}

/// Names from other scripts: the same consonants, and vowels that differ at one place at most.
fn transliterated(p: &[char], q: &[char]) -> bool {
    let (p, q) = (sounds(p), sounds(q));
    let consonants = |word: &[char]| {
        word.iter()
            .copied()
            .filter(|c| !matches!(c, 'a' | 'i' | 'u'))
            .collect::<Vec<char>>()
    };
    let (hard_p, hard_q) = (consonants(&p), consonants(&q));
    p == q || hard_p.len() >= 3 && hard_p == hard_q && distance_at_most_one(&p, &q)
}

/// Letters by their class of sounds; i and j fall silent after another vowel of their class.
fn sounds(word: &[char]) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for (at, c) in word.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| word[at]);
        let sound = match (c, before) {
            ('k', _) if word.get(at + 1) == Some(&'h') => continue,
            ('h', Some('c' | 's' | 'z' | 't' | 'd' | 'g' | 'p')) => continue,
            ('c', Some('s')) if word.get(at + 1) == Some(&'h') => continue,
            ('e' | 'i' | 'y' | 'j', _) => 'i',
            ('o' | 'u', _) => 'u',
            ('w' | 'f', _) => 'v',
            ('q' | 'c' | 'g', _) => 'k',
            ('z', _) => 's',
            (c, _) => *c,
        };
        if out.last() != Some(&sound) {
            out.push(sound);
        }
    }
    out
}

fn distance_at_most_one(p: &[char], q: &[char]) -> bool {
    let same_start = p.iter().zip(q).take_while(|(x, y)| x == y).count();
    let (p, q) = (&p[same_start..], &q[same_start..]);
    let same_end = p
        .iter()
        .rev()
        .zip(q.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    p.len() - same_end <= 1 && q.len() - same_end <= 1
}
