//! Two long versions of kinds that would make a careless rule slow.

/// Invented words, drawn as words of a language are: few of them often.
pub struct Draw(pub u64);

impl Draw {
    pub fn number(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 40) as f64 / (1 << 24) as f64
    }

    fn word(&mut self) -> String {
        word((1.0 / (self.number() + 2e-4).powf(1.4)) as usize)
    }

    pub fn words(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.word()).collect()
    }
}

pub fn word(mut number: usize) -> String {
    let mut word = String::from("w");
    loop {
        word.push(b"aeiou"[number % 5] as char);
        word.push(b"bdfgklmnprstvz"[number / 5 % 14] as char);
        number /= 70;
        if number == 0 {
            return word;
        }
    }
}

pub type Versions = (Vec<String>, Vec<String>);

pub type Kind = (&'static str, fn(usize) -> Versions);

fn one_in_fifty_changed(words: usize) -> Versions {
    let all = Draw(1).words(words);
    let mut other = all.clone();
    for at in (0..words).step_by(50) {
        other[at] = format!("changed{at}");
    }
    (all, other)
}

fn sentences_reversed(words: usize) -> Versions {
    let all = Draw(2).words(words);
    let sentences: Vec<&[String]> = all.chunks(12).rev().collect();
    (all.clone(), sentences.concat())
}

fn unrelated(words: usize) -> Versions {
    (Draw(3).words(words), Draw(4).words(words))
}

fn one_word(words: usize) -> Versions {
    let all = vec!["the".to_owned(); words];
    let mut other = all.clone();
    other[words / 2] = "other".to_owned();
    (all, other)
}

fn marks(words: usize) -> Versions {
    let of = |marks: &[&str]| {
        marks
            .iter()
            .cycle()
            .take(words)
            .map(ToString::to_string)
            .collect()
    };
    (of(&[",", ".", ";"]), of(&[";", ",", ".", ":"]))
}

fn negations(words: usize) -> Versions {
    let (mut all, other) = (Draw(5).words(words), Draw(5).words(words));
    all.iter_mut()
        .step_by(10)
        .for_each(|word| "not".clone_into(word));
    (all, other)
}

fn capitals(words: usize) -> Versions {
    let (one, other) = unrelated(words);
    let loud = |words: Vec<String>| words.iter().map(|word| word.to_uppercase()).collect();
    (loud(one), loud(other))
}

/// Moved farther than any window reaches, and no phrase is unique.
fn a_block_moved(words: usize) -> Versions {
    let all: Vec<String> = (0..words).map(|at| word(at * at % 97)).collect();
    let mut other = all.clone();
    other.rotate_left(words / 3);
    (all, other)
}

/// By name, each of so many words a version.
pub const KINDS: [Kind; 8] = [
    ("one in fifty changed", one_in_fifty_changed),
    ("sentences reversed", sentences_reversed),
    ("unrelated", unrelated),
    ("one word", one_word),
    ("marks", marks),
    ("negations", negations),
    ("capitals", capitals),
    ("a block moved", a_block_moved),
];

pub fn slices(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}
