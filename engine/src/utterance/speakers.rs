//! Whether two quotations have the same speaker, by their names alone.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Item, SpeakerAgreement};

/// A speaker's name as grouping compares it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Speaker {
    /// Folded words of the name, titles left out; never empty. The last one is the surname.
    words: Arc<[String]>,
}

/// Names as they are printed, each read once.
#[derive(Default)]
pub(super) struct Speakers<'n>(FxHashMap<&'n str, Option<Speaker>>);

impl<'n> Speakers<'n> {
    /// `None` where the text names nobody, or only "a senior official".
    pub(super) fn of(&mut self, item: &Item<'n>) -> Option<Speaker> {
        let name = item.speaker.filter(|_| item.speaker_named)?;
        let speaker = self.0.entry(name).or_insert_with(|| Speaker::of(name));
        speaker.clone()
    }
}

/// Words before a name that belong to an office, not to the person.
const TITLES: [&str; 38] = [
    "the",
    "a",
    "an",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
    "sen",
    "senator",
    "rep",
    "representative",
    "gov",
    "governor",
    "president",
    "prime",
    "minister",
    "secretary",
    "chancellor",
    "general",
    "gen",
    "col",
    "judge",
    "justice",
    "herr",
    "frau",
    "jr",
    "sr",
    "king",
    "queen",
    "prince",
    "pope",
    "former",
];

impl Speaker {
    fn of(name: &str) -> Option<Self> {
        let all: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’'))
            .map(fold)
            .filter(|word| !word.is_empty())
            .collect();
        let named: Vec<String> = all
            .iter()
            .filter(|word| !TITLES.contains(&word.as_str()))
            .cloned()
            .collect();
        let words = if named.is_empty() { all } else { named };
        (!words.is_empty()).then(|| Self {
            words: words.into(),
        })
    }

    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    pub(super) fn surname(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    fn is(&self, other: &Self) -> bool {
        if Arc::ptr_eq(&self.words, &other.words) {
            return true;
        }
        let (short, long) = if self.words.len() <= other.words.len() {
            (self, other)
        } else {
            (other, self)
        };
        if short.words.len() == 1 {
            return long.words.contains(&short.words[0]);
        }
        short.surname() == long.surname() && may_be_one_name(&short.words[0], &long.words[0])
    }
}

/// Whether the two name the same person. Unknown where either is not named.
pub(super) fn agreement(a: Option<&Speaker>, b: Option<&Speaker>) -> SpeakerAgreement {
    match (a, b) {
        (Some(a), Some(b)) if a.is(b) => SpeakerAgreement::Same,
        (Some(_), Some(_)) => SpeakerAgreement::Differs,
        _ => SpeakerAgreement::Unknown,
    }
}

/// The agreement of many, each pair of names compared once.
pub(super) struct Agreements<'s> {
    distinct: Vec<&'s Speaker>,
    /// The number of each one's name among the distinct ones.
    numbers: Vec<Option<u32>>,
    known: FxHashMap<(u32, u32), SpeakerAgreement>,
}

impl<'s> Agreements<'s> {
    pub(super) fn of(speakers: impl Iterator<Item = Option<&'s Speaker>>) -> Self {
        let mut distinct = Vec::new();
        let mut number_of: FxHashMap<&Speaker, u32> = FxHashMap::default();
        let numbers = speakers.map(|speaker| {
            let speaker = speaker?;
            Some(*number_of.entry(speaker).or_insert_with(|| {
                distinct.push(speaker);
                u32::try_from(distinct.len() - 1).unwrap_or(u32::MAX)
            }))
        });
        let numbers = numbers.collect();
        Self {
            distinct,
            numbers,
            known: FxHashMap::default(),
        }
    }

    /// Of the two at these places.
    pub(super) fn between(&mut self, a: usize, b: usize) -> SpeakerAgreement {
        let (Some(a), Some(b)) = (self.numbers[a], self.numbers[b]) else {
            return SpeakerAgreement::Unknown;
        };
        if a == b {
            return SpeakerAgreement::Same;
        }
        let distinct = &self.distinct;
        *self.known.entry((a.min(b), a.max(b))).or_insert_with(|| {
            let [a, b] = [a, b].map(|number| Some(distinct[number as usize]));
            agreement(a, b)
        })
    }
}

/// Case, accents, possessive endings and the many ends of one transliterated name
/// (-sky, -skyy, -skiy) are folded.
fn fold(word: &str) -> String {
    let lower: String = word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect();
    let stem = lower
        .strip_suffix("'s")
        .or(lower.strip_suffix('\''))
        .unwrap_or(&lower);
    if stem.chars().count() > 4 {
        stem.trim_end_matches(['i', 'y']).to_owned()
    } else {
        stem.to_owned()
    }
}

/// "J" and "John", "Mike" and "Michael" may be one; "Jane" and "John" are two.
fn may_be_one_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short
        .chars()
        .zip(long.chars())
        .take_while(|(x, y)| x == y)
        .count();
    shared == short.chars().count()
        || shared >= 3
        || shared >= 2 && short.len() <= 4 && long.len() >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(name: &str) -> Option<Speaker> {
        let words = name.split_whitespace().map(fold).collect();
        Some(Speaker { words })
    }

    fn agree(a: &str, b: &str) -> SpeakerAgreement {
        agreement(speaker(a).as_ref(), speaker(b).as_ref())
    }

    #[test]
    fn forms_of_one_name_agree() {
        assert_eq!(agree("Osk Velinsky", "Velinskyy"), SpeakerAgreement::Same);
        assert_eq!(agree("Mike Tarn", "Michael Tarn"), SpeakerAgreement::Same);
        assert_eq!(agree("Ana Núñez", "Ana Nunez"), SpeakerAgreement::Same);
    }

    #[test]
    fn two_people_of_one_surname_are_two() {
        assert_eq!(agree("Jane Tarn", "Oskar Tarn"), SpeakerAgreement::Differs);
        assert_eq!(
            agreement(None, speaker("Tarn").as_ref()),
            SpeakerAgreement::Unknown
        );
    }
}
