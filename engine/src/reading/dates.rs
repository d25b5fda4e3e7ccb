//! Dates as articles write them → `2025-09-05` or `2025-09-05T14:20`. The time is the one that is
//! written, in the writer's zone; what a date leaves open (3/4/2025) stays unknown.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;

/// Month names and their short forms in the languages of most news, a line a month; a word must be
/// one of these, or begin with one of five letters or more.
const MONTHS: &str = include_str!("tables/months.txt");

/// Words that may stand in a line that is nothing but a date.
static AROUND: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    include_str!("tables/date_words.txt")
        .split_whitespace()
        .collect()
});

/// The longest line that can be a date line, in bytes.
const LONGEST_LINE: usize = 120;

/// A number or a word of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Number { value: u32, digits: usize },
    Word(String),
    Sign(char),
}

/// The date (and time, where there is one) that a metadata value gives.
pub fn value(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST_LINE {
        return None;
    }
    let parts = parts_of(text);
    let (date, rest) = (0..parts.len()).find_map(|at| date_at(&parts, at))?;
    Some(written(date, time_in(&parts, &rest)))
}

/// The date of a line that is nothing but a date line ("Published 5 September 2025, 14:20 GMT").
pub fn line(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST_LINE {
        return None;
    }
    let parts = parts_of(text);
    let foreign = parts.iter().any(|part| match part {
        Part::Word(word) => month(word).is_none() && !AROUND.contains(word.as_str()),
        Part::Sign(sign) => !matches!(
            sign,
            ',' | '.' | ':' | '-' | '/' | '|' | '–' | '—' | '(' | ')' | '+' | '·' | '•'
        ),
        Part::Number { .. } => false,
    });
    if foreign { None } else { value(text) }
}

/// The date in an address: `…/2025/09/05/…`, `…/2025-09-05-…`.
pub fn in_url(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let starts = path
        .match_indices(['/', '-'])
        .map(|(at, _)| &path[at + 1..]);
    starts
        .filter(|rest| rest.starts_with("19") || rest.starts_with("20"))
        .find_map(|rest| {
            let date = rest.get(..10).filter(|date| date.is_ascii())?;
            let bytes = date.as_bytes();
            let parted = bytes[4] == bytes[7] && matches!(bytes[4], b'/' | b'-');
            let digits = [&date[..4], &date[5..7], &date[8..]].concat();
            (parted && digits.len() == 8).then(|| value(&digits))?
        })
}

fn written(date: Date, time: Option<(u32, u32)>) -> String {
    match time {
        Some((hour, minute)) => format!("{date}T{hour:02}:{minute:02}"),
        None => date.to_string(),
    }
}

fn parts_of(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let taken = if first.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            // Longer numbers are no part of a date, and stay themselves.
            let value = rest[..end].parse().unwrap_or(u32::MAX);
            parts.push(Part::Number { value, digits: end });
            end
        } else if first.is_alphabetic() {
            let end = run(char::is_alphabetic);
            cjk_or_word(&rest[..end], &mut parts);
            end
        } else {
            if !first.is_whitespace() {
                parts.push(Part::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    parts
}

/// 年, 月, 日 stand alone even where words follow them unparted.
fn cjk_or_word(word: &str, parts: &mut Vec<Part>) {
    let mut signs = word
        .chars()
        .take_while(|c| matches!(c, '年' | '月' | '日' | '년' | '월' | '일'))
        .peekable();
    if signs.peek().is_some() {
        parts.extend(signs.map(Part::Sign));
    } else {
        parts.push(Part::Word(word.to_lowercase()));
    }
}

fn month(word: &str) -> Option<u32> {
    let is_named =
        |name: &str| word == name || (name.chars().count() > 4 && word.starts_with(name));
    let months = MONTHS.lines().zip(1..);
    months
        .filter(|(names, _)| names.split(' ').any(is_named))
        .map(|(_, month)| month)
        .next()
}

/// A date that begins at `at`, and the indices of parts that are not of it.
fn date_at(parts: &[Part], at: usize) -> Option<(Date, Vec<usize>)> {
    let readings = [year_first, with_month_name, day_first];
    let (year, month, day, end) = readings.iter().find_map(|read| read(parts, at))?;
    let date = Date::new(
        i16::try_from(year)
            .ok()
            .filter(|year| (1500..=2200).contains(year))?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    );
    let rest = (0..at).chain(end..parts.len()).collect();
    date.ok().map(|date| (date, rest))
}

fn number(part: Option<&Part>, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    match part? {
        Part::Number {
            value,
            digits: count,
        } if digits.contains(count) => Some(*value),
        _ => None,
    }
}

fn is_sign(part: Option<&Part>, signs: &[char]) -> bool {
    matches!(part, Some(Part::Sign(sign)) if signs.contains(sign))
}

/// `2025-09-05`, `2025/9/5`, `2025年9月5日`, `20250905`.
fn year_first(parts: &[Part], at: usize) -> Option<(u32, u32, u32, usize)> {
    if let Some(compact) = number(parts.get(at), 8..=8) {
        return Some((compact / 10_000, compact / 100 % 100, compact % 100, at + 1));
    }
    let year = number(parts.get(at), 4..=4)?;
    let parted = |at: usize| is_sign(parts.get(at), &['-', '/', '.', '年', '月', '년', '월']);
    let (month, day) = (
        number(parts.get(at + 2), 1..=2)?,
        number(parts.get(at + 4), 1..=2)?,
    );
    (parted(at + 1) && parted(at + 3)).then_some((year, month, day, at + 5))
}

/// `5 September 2025`, `September 5, 2025`, `5. September 2025`, `5 de septiembre de 2025`,
/// `Sept. 5th, 2025`, `05-Sep-2025`.
fn with_month_name(parts: &[Part], at: usize) -> Option<(u32, u32, u32, usize)> {
    let mut day = None;
    let mut named = None;
    // A day and a name in either order, then the year, with little between them.
    for (index, part) in parts.iter().enumerate().skip(at).take(10) {
        match part {
            Part::Number {
                value,
                digits: 1..=2,
            } if day.is_none() => day = Some(*value),
            Part::Number { value, digits: 4 } if day.is_some() && named.is_some() => {
                return Some((*value, named?, day?, index + 1));
            }
            Part::Word(word) if named.is_none() && month(word).is_some() => named = month(word),
            Part::Word(word)
                if matches!(
                    word.as_str(),
                    "de" | "del" | "of" | "st" | "nd" | "rd" | "th" | "er" | "the"
                ) => {}
            Part::Sign('.' | ',' | '-' | '/' | 'º') => {}
            _ => return None,
        }
    }
    None
}

/// `05.09.2025`, `25/09/2025`, `09/25/2025`; with slashes, only where one of the two cannot be a month.
fn day_first(parts: &[Part], at: usize) -> Option<(u32, u32, u32, usize)> {
    let (first, second) = (
        number(parts.get(at), 1..=2)?,
        number(parts.get(at + 2), 1..=2)?,
    );
    let year = number(parts.get(at + 4), 4..=4)?;
    let parted =
        |signs: &[char]| is_sign(parts.get(at + 1), signs) && is_sign(parts.get(at + 3), signs);
    let (day, month) = if parted(&['.']) || (parted(&['/', '-']) && first > 12) || (first == second)
    {
        (first, second)
    } else if parted(&['/', '-']) && second > 12 {
        (second, first)
    } else {
        return None;
    };
    (parted(&['.']) || parted(&['/']) || parted(&['-'])).then_some((year, month, day, at + 5))
}

/// `14:20`, `2:20 p.m.`, `14h20`, `14.20 Uhr` among the parts that are not of the date.
fn time_in(parts: &[Part], rest: &[usize]) -> Option<(u32, u32)> {
    rest.iter().find_map(|&at| {
        let hour = number(parts.get(at), 1..=2)?;
        let minute = number(parts.get(at + 2), 2..=2)?;
        let clock = is_sign(parts.get(at + 1), &[':']) || is_word(parts.get(at + 1), "h");
        let dotted = is_sign(parts.get(at + 1), &['.']) && {
            is_word(parts.get(at + 3), "uhr") || half_of_day(parts, at + 3).is_some()
        };
        // "+02:00" is a zone, not a time.
        let zone =
            at > 0 && is_sign(parts.get(at - 1), &['+', '-', '−']) && rest.first() != Some(&at);
        if !(clock || dotted) || zone {
            return None;
        }
        let after = if is_sign(parts.get(at + 3), &[':']) {
            at + 5
        } else {
            at + 3
        };
        let hour = match (half_of_day(parts, after), hour) {
            (Some('p'), 1..=11) => hour + 12,
            (Some('a'), 12) => 0,
            _ => hour,
        };
        (hour < 24 && minute < 60).then_some((hour, minute))
    })
}

fn is_word(part: Option<&Part>, expected: &str) -> bool {
    matches!(part, Some(Part::Word(word)) if word == expected)
}

/// `am`, `p.m.` and the like.
fn half_of_day(parts: &[Part], at: usize) -> Option<char> {
    match parts.get(at)? {
        Part::Word(word) if word == "am" || word == "pm" => word.chars().next(),
        Part::Word(word) if (word == "a" || word == "p") && is_sign(parts.get(at + 1), &['.']) => {
            is_word(parts.get(at + 2), "m").then(|| word.chars().next())?
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (written, expected) in [
            ("2025-09-05", "2025-09-05"),
            ("2025-09-05T14:20:31+02:00", "2025-09-05T14:20"),
            ("2025-09-05T00:00:00Z", "2025-09-05T00:00"),
            ("20250905", "2025-09-05"),
            ("Fri, 05 Sep 2025 14:20:00 GMT", "2025-09-05T14:20"),
            ("September 5, 2025 at 2:20 p.m.", "2025-09-05T14:20"),
            ("Sept. 5th, 2025, 12:05 AM", "2025-09-05T00:05"),
            ("5. September 2025, 14.20 Uhr", "2025-09-05T14:20"),
            ("5 septembre 2025 à 14h20", "2025-09-05T14:20"),
            ("5 de septiembre de 2025", "2025-09-05"),
            ("5 сентября 2025 года", "2025-09-05"),
            ("2025年9月5日", "2025-09-05"),
            ("05.09.2025", "2025-09-05"),
            ("25/09/2025", "2025-09-25"),
            ("09/25/2025", "2025-09-25"),
        ] {
            assert_eq!(value(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn addresses_hold_dates() {
        assert_eq!(
            in_url("https://a.example/2025/09/05/harbour").as_deref(),
            Some("2025-09-05")
        );
        assert_eq!(
            in_url("https://a.example/news/x-2025-09-05?y").as_deref(),
            Some("2025-09-05")
        );
        assert_eq!(in_url("https://a.example/2025/09/99/x"), None);
        assert_eq!(in_url("https://a.example/2025/some"), None);
    }

    #[test]
    fn what_a_date_leaves_open_stays_unknown() {
        for unknown in [
            "",
            "03/04/2025",
            "2025",
            "September 2025",
            "31 February 2025",
            "yesterday",
            "14:20",
        ] {
            assert_eq!(value(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn date_lines_hold_nothing_else() {
        assert_eq!(
            line("Published: 5 September 2025 | 14:20 GMT").as_deref(),
            Some("2025-09-05T14:20")
        );
        assert_eq!(
            line("Friday, September 5, 2025").as_deref(),
            Some("2025-09-05")
        );
        assert_eq!(line("On 5 September 2025 the mayor resigned."), None);
    }
}
