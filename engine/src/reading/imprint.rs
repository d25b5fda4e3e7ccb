//! The line under a headline that says where and when: "Harbour Post, 5 September 2025, by Ada
//! Quill".

use super::{dates, lines, outlets};

/// Longer lines are sentences, in bytes.
const LONGEST: usize = 140;
const SEPARATORS: [char; 7] = [',', '|', '·', '•', '–', '—', '/'];

/// What an imprint says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub byline: Option<String>,
}

/// Reads a line as an imprint: it holds a date, and before and after it nothing but one name and
/// one byline.
pub fn read(line: &str) -> Option<Imprint> {
    if line.len() > LONGEST || lines::ends_sentence(line) {
        return None;
    }
    let pieces: Vec<&str> = line.split(SEPARATORS).map(str::trim).collect();
    let (first, last, date) = date_among(&pieces)?;
    let mut imprint = Imprint {
        published: Some(date),
        ..Imprint::default()
    };
    for (index, piece) in pieces.iter().enumerate() {
        if (first..last).contains(&index) || piece.is_empty() {
            continue;
        }
        if let Some((name, _)) = lines::byline(piece) {
            imprint.byline.get_or_insert(name);
        } else if index == 0 && is_name(piece) {
            // A place or a person may stand here as well.
            imprint.outlet = outlets::named_in(piece);
        } else {
            return None;
        }
    }
    Some(imprint)
}

/// The longest run of pieces that is a date: its bounds, end exclusive, and the date.
fn date_among(pieces: &[&str]) -> Option<(usize, usize, String)> {
    let count = pieces.len();
    (1..=count.min(4)).rev().find_map(|length| {
        (0..=count - length).find_map(|first| {
            let run = pieces[first..first + length].join(", ");
            Some((first, first + length, dates::line(&run)?))
        })
    })
}

fn is_name(piece: &str) -> bool {
    let words = piece.split_whitespace();
    let is_part = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            || matches!(word, "of" | "the" | "and" | "de" | "la" | "für" | "der")
    };
    words.clone().count() <= 6 && words.clone().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<(Option<String>, Option<String>, Option<String>)> {
        read(line).map(|imprint| (imprint.outlet, imprint.published, imprint.byline))
    }

    #[test]
    fn imprints_name_outlet_date_and_author() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            told("Harbour Review, 12 June 2031, by Ilse Tamm"),
            Some((
                some("Harbour Review"),
                some("2031-06-12"),
                some("Ilse Tamm")
            ))
        );
        assert_eq!(
            told("Reuters | June 9, 2031"),
            Some((some("Reuters"), some("2031-06-09"), None))
        );
        assert_eq!(
            told("Lindhaven, 9 June 2031"),
            Some((None, some("2031-06-09"), None))
        );
    }

    #[test]
    fn sentences_are_no_imprints() {
        assert_eq!(
            told("The mayor spoke on 9 June 2031, and nobody came"),
            None
        );
        assert_eq!(told("Harbour Review, no date"), None);
        assert_eq!(told("On 9 June 2031, Lindhaven fell."), None);
    }
}
