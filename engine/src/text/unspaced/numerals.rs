//! Numbers written in Chinese characters.

use std::ops::Range;

const DIGITS: &str = "〇零一二三四五六七八九两兩";
const UNITS: &str = "十百千万萬亿億兆";

pub fn is_numeral(c: char) -> bool {
    DIGITS.contains(c) || UNITS.contains(c)
}

/// The numbers of more than one sign, and the unit that belongs to the figures before the run:
/// a single sign is often part of a word ("一些").
pub fn numbers(run: &str, after_figure: bool) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + run[from..].find(is_numeral)?;
            let rest = &run[start..];
            let end = start + rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
            from = end;
            if counts(&run[start..end], after_figure && start == 0) {
                return Some(start..end);
            }
        }
    })
}

fn counts(signs: &str, after_figure: bool) -> bool {
    let length = signs.chars().count();
    let units = signs.chars().filter(|c| UNITS.contains(*c)).count();
    if after_figure && units == length {
        return true;
    }
    // "just in case"
    signs != "万一" && (length > 1 && units > 0 || length > 2)
}
