//! Numbers in Chinese characters, as China and Japan write them.

use super::Value;

/// A word of numerals alone: 三百, 二〇二六; a great unit alone multiplies the figure before it.
pub fn value(word: &str) -> Option<Value> {
    let mut signs = word.chars();
    let first = signs.next().filter(|c| sign(*c).is_some())?;
    if signs.as_str().is_empty() {
        return alone(first);
    }
    let signs: Vec<Sign> = word.chars().map(sign).collect::<Option<_>>()?;
    let digits = signs.iter().all(|sign| matches!(sign, Sign::Digit(_)));
    let value = if digits {
        in_a_row(&signs)
    } else {
        sum(&signs)
    };
    Some(Value::Figure(value))
}

#[derive(Clone, Copy)]
enum Sign {
    Digit(f64),
    /// Ten, hundred, thousand.
    Unit(f64),
    /// Ten thousand and more: what stands before it is multiplied as a whole.
    Great(f64),
}

fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '〇' | '零' => Sign::Digit(0.0),
        '一' => Sign::Digit(1.0),
        '二' | '两' | '兩' => Sign::Digit(2.0),
        '三' => Sign::Digit(3.0),
        '四' => Sign::Digit(4.0),
        '五' => Sign::Digit(5.0),
        '六' => Sign::Digit(6.0),
        '七' => Sign::Digit(7.0),
        '八' => Sign::Digit(8.0),
        '九' => Sign::Digit(9.0),
        '十' => Sign::Unit(10.0),
        '百' => Sign::Unit(100.0),
        '千' => Sign::Unit(1000.0),
        '万' | '萬' => Sign::Great(1e4),
        '亿' | '億' => Sign::Great(1e8),
        '兆' => Sign::Great(1e12),
        _ => return None,
    })
}

fn alone(c: char) -> Option<Value> {
    Some(match sign(c)? {
        Sign::Digit(digit) => Value::Small(digit),
        Sign::Unit(unit) | Sign::Great(unit) => Value::Times(unit),
    })
}

/// 二〇二六: one digit after the other.
fn in_a_row(signs: &[Sign]) -> f64 {
    let digit = |sign: &Sign| match sign {
        Sign::Digit(digit) => *digit,
        Sign::Unit(_) | Sign::Great(_) => 0.0,
    };
    signs
        .iter()
        .map(digit)
        .fold(0.0, |number, digit| 10.0 * number + digit)
}

fn sum(signs: &[Sign]) -> f64 {
    let (mut done, mut part, mut digit) = (0.0, 0.0, 0.0);
    let or_one = |number: f64| if number == 0.0 { 1.0 } else { number };
    for sign in signs {
        match sign {
            Sign::Digit(next) => digit = *next,
            Sign::Unit(unit) => {
                part += or_one(digit) * unit;
                digit = 0.0;
            }
            Sign::Great(great) => {
                done += or_one(part + digit) * great;
                (part, digit) = (0.0, 0.0);
            }
        }
    }
    done + part + digit
}
