//! Numbers in figures and in words, English and German, and in Chinese characters.

mod chinese;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Word;

/// Whether the word counts: "three", "million", "third", "dreißigtausend".
pub fn is_number_word(normal: &str) -> bool {
    word_value(normal).is_some()
}

/// The values of the numbers in a stretch, in order. "one" alone is mostly no number and left out.
pub fn values(words: &[Word]) -> Vec<f64> {
    let mut out = Vec::new();
    let mut open = Open::default();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1);
        let joint = matches!(&word.normal[..], "-" | "and" | "und");
        if open.any && joint && next.is_some_and(|next| value(&next.normal).is_some()) {
            continue;
        }
        match value(&word.normal) {
            Some(value) if open.takes(value) => {}
            Some(value) => {
                out.extend(open.close());
                open.takes(value);
            }
            None => out.extend(open.close()),
        }
    }
    out.extend(open.close());
    out
}

/// What one word or figure adds to a number.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Value {
    Figure(f64),
    /// Below a hundred.
    Small(f64),
    /// hundred, thousand, million …
    Times(f64),
}

fn value(normal: &str) -> Option<Value> {
    if normal.starts_with(|c: char| c.is_ascii_digit()) {
        return figure(normal).map(Value::Figure);
    }
    word_value(normal)
}

fn word_value(normal: &str) -> Option<Value> {
    WORDS
        .get(normal)
        .copied()
        .or_else(|| german_compound(normal).map(Value::Figure))
        .or_else(|| chinese::value(normal))
}

/// A number that is being read.
#[derive(Default)]
struct Open {
    any: bool,
    /// Thousands and more that are complete.
    done: f64,
    /// What stands since.
    part: f64,
    only_one: bool,
    last_small: f64,
}

impl Open {
    /// Takes the next word in, or refuses because another number begins.
    fn takes(&mut self, value: Value) -> bool {
        match value {
            Value::Figure(_) if self.any => return false,
            Value::Figure(figure) => self.part = figure,
            Value::Small(small) if self.any => {
                let fits = self.last_small == 0.0 || (self.last_small >= 20.0 && small < 10.0);
                if !fits {
                    return false;
                }
                self.part += small;
                self.last_small = small;
            }
            Value::Small(small) => {
                self.part = small;
                self.last_small = small;
            }
            Value::Times(times) => {
                let part = if self.part == 0.0 { 1.0 } else { self.part };
                if times == 100.0 {
                    self.part = part * times;
                } else {
                    self.done += part * times;
                    self.part = 0.0;
                }
                self.last_small = 0.0;
            }
        }
        self.only_one = !self.any && value == Value::Small(1.0);
        self.any = true;
        true
    }

    fn close(&mut self) -> Option<f64> {
        let open = std::mem::take(self);
        (open.any && !open.only_one).then_some(open.done + open.part)
    }
}

/// "30,000", "30.000", "2.5", "2,5", "1st", "30k" is none. The last separator groups thousands
/// where exactly three digits follow it.
fn figure(normal: &str) -> Option<f64> {
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| normal.strip_suffix(end));
    let digits = ordinal.unwrap_or(normal);
    let separator = digits.rfind(['.', ',']);
    let (whole, decimals) = match separator {
        Some(at) if digits.len() - at - 1 != 3 => (&digits[..at], &digits[at + 1..]),
        _ => (digits, ""),
    };
    let whole: String = whole
        .chars()
        .filter(|c| !matches!(c, '.' | ',' | '\''))
        .collect();
    format!("{whole}.{decimals}0").parse().ok()
}

/// "einundvierzig", "dreißigtausend", "zweihundert".
fn german_compound(normal: &str) -> Option<f64> {
    if normal.len() < 8 || !normal.is_ascii() && !normal.contains('ß') && !normal.contains('ü') {
        return None;
    }
    for (word, times) in [("tausend", 1000.0), ("hundert", 100.0)] {
        if let Some((before, after)) = normal.split_once(word) {
            let before = if before.is_empty() {
                1.0
            } else {
                german_compound_part(before)?
            };
            let after = after.strip_prefix("und").unwrap_or(after);
            let after = if after.is_empty() {
                0.0
            } else {
                german_compound_part(after)?
            };
            return Some(before * times + after);
        }
    }
    let (ones, tens) = normal.split_once("und")?;
    let (Value::Small(ones), Value::Small(tens)) = (*WORDS.get(ones)?, *WORDS.get(tens)?) else {
        return None;
    };
    (ones < 10.0 && tens >= 20.0).then_some(ones + tens)
}

fn german_compound_part(part: &str) -> Option<f64> {
    match WORDS.get(part) {
        Some(Value::Small(value)) => Some(*value),
        _ => german_compound(part),
    }
}

static WORDS: LazyLock<FxHashMap<&'static str, Value>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for line in include_str!("numbers.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut fields = line.split('\t');
        let (Some(kind), Some(value)) = (fields.next(), fields.next()) else {
            continue;
        };
        let value: f64 = value.parse().unwrap_or(0.0);
        let value = if kind == "times" {
            Value::Times(value)
        } else {
            Value::Small(value)
        };
        words.extend(
            fields
                .flat_map(|field| field.split(' '))
                .map(|word| (word, value)),
        );
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::words::Versions;
    use crate::text::tokenize;

    fn read(text: &str) -> Vec<f64> {
        let tokens: Vec<&str> = tokenize(text)
            .iter()
            .map(|token| token.span.of(text))
            .collect();
        values(&Versions::read(&tokens, &[]).a)
    }

    #[test]
    fn figures_and_words_have_one_value() {
        assert_eq!(read("30,000"), read("thirty thousand"));
        assert_eq!(read("2.5 million"), [2_500_000.0]);
        assert_eq!(read("two hundred and forty-one gates"), [241.0]);
        assert_eq!(read("dreißigtausend Menschen"), [30_000.0]);
        assert_eq!(read("einundvierzig Dörfer"), [41.0]);
        assert_eq!(read("the third of 12 gates"), [3.0, 12.0]);
        assert!(read("no one").is_empty());
        assert_eq!(read("the hundred days"), [100.0]);
        assert_eq!(read("两千五百名士兵"), read("2500名士兵"));
        assert_eq!(read("30万人"), read("三十万人"));
        assert_eq!(read("二〇二六年"), [2026.0]);
        assert_eq!(read("約三百人が避難した"), [300.0]);
        assert_eq!(read("一亿三千万"), [130_000_000.0]);
        assert!(read("一些人").is_empty());
    }
}
