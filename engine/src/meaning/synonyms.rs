//! WordNet's synonyms. `tools/assets/synonyms.py` describes and writes the table.

use rustc_hash::FxHashMap;

use super::{MeaningError, Sense};

/// Which single English words share a sense.
#[derive(Debug, Default)]
pub struct Synonyms {
    /// Senses by word and part of speech. Senses are numbered as they stand in the table.
    senses: FxHashMap<(PartOfSpeech, Box<str>), Vec<u32>>,
    /// What an irregular form is a form of.
    irregular: FxHashMap<(PartOfSpeech, Box<str>), Vec<Box<str>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum PartOfSpeech {
    Noun,
    Verb,
    Adjective,
    Adverb,
}

use PartOfSpeech::{Adjective, Adverb, Noun, Verb};

/// Endings that WordNet's own look-up takes off (morphy(7WN)), and what it puts in their place.
const ENDINGS: &[(PartOfSpeech, &str, &str)] = &[
    (Noun, "s", ""),
    (Noun, "ses", "s"),
    (Noun, "ves", "f"),
    (Noun, "xes", "x"),
    (Noun, "zes", "z"),
    (Noun, "ches", "ch"),
    (Noun, "shes", "sh"),
    (Noun, "men", "man"),
    (Noun, "ies", "y"),
    (Verb, "s", ""),
    (Verb, "ies", "y"),
    (Verb, "es", "e"),
    (Verb, "es", ""),
    (Verb, "ed", "e"),
    (Verb, "ed", ""),
    (Verb, "ing", "e"),
    (Verb, "ing", ""),
    (Adjective, "er", ""),
    (Adjective, "est", ""),
    (Adjective, "er", "e"),
    (Adjective, "est", "e"),
];

impl PartOfSpeech {
    const ALL: [Self; 4] = [Noun, Verb, Adjective, Adverb];

    fn of(letter: &str) -> Option<Self> {
        match letter {
            "n" => Some(Noun),
            "v" => Some(Verb),
            "a" => Some(Adjective),
            "r" => Some(Adverb),
            _ => None,
        }
    }
}

impl Synonyms {
    pub fn load(bytes: &[u8]) -> Result<Self, MeaningError> {
        let text = str::from_utf8(bytes).map_err(|_| MeaningError::BadSynonyms(1))?;
        let mut table = Self::default();
        for (at, line) in text.lines().enumerate() {
            table
                .add(at as u32, line)
                .ok_or(MeaningError::BadSynonyms(at + 1))?;
        }
        Ok(table)
    }

    fn add(&mut self, at: u32, line: &str) -> Option<()> {
        let (head, words) = line.split_once(' ')?;
        if let Some(letter) = head.strip_prefix('=') {
            let (form, base) = words.split_once(' ')?;
            let key = (PartOfSpeech::of(letter)?, form.into());
            self.irregular.entry(key).or_default().push(base.into());
        } else {
            let part = PartOfSpeech::of(head)?;
            for word in words.split(' ') {
                let senses = self.senses.entry((part, word.into())).or_default();
                senses.push(at);
            }
        }
        Some(())
    }

    /// What the synonyms alone know of the words of one version. Cheap beside [`super::Meaning::sense`].
    pub fn sense(&self, words: &[&str]) -> Sense {
        Sense::of_synonyms(words, self)
    }

    /// Whether the two words, in whatever form, have a sense in common.
    pub fn are_synonyms(&self, a: &str, b: &str) -> bool {
        let of_b = self.senses(b);
        let of_a = self.senses(a);
        of_a.iter().any(|sense| of_b.binary_search(sense).is_ok())
    }

    /// Numbers of all senses of a word in whatever form, ascending.
    pub(super) fn senses(&self, word: &str) -> Vec<u32> {
        let word = word.to_lowercase();
        let mut senses = Vec::new();
        for part in PartOfSpeech::ALL {
            let mut take = |base: &str| {
                let key = (part, Box::from(base));
                senses.extend(self.senses.get(&key).into_iter().flatten());
            };
            take(&word);
            let key = (part, word.as_str().into());
            for base in self.irregular.get(&key).into_iter().flatten() {
                take(base);
            }
            for (_, ending, instead) in ENDINGS.iter().filter(|ending| ending.0 == part) {
                if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) {
                    take(&format!("{stem}{instead}"));
                }
            }
        }
        senses.sort_unstable();
        senses.dedup();
        senses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "n auto car\nn bound limit\nv leave part\nv buy purchase\n=v bought buy\n\
                         =v left leave\na big large\n=a bigger big\nr fast quickly\n";

    fn synonyms(a: &str, b: &str) -> bool {
        Synonyms::load(TABLE.as_bytes()).unwrap().are_synonyms(a, b)
    }

    #[test]
    fn synonyms_are_found_in_any_form() {
        assert!(synonyms("car", "auto"));
        assert!(synonyms("Cars", "autos"));
        assert!(synonyms("bought", "purchasing"));
        assert!(synonyms("left", "parts"));
        assert!(synonyms("bigger", "largest"));
        assert!(synonyms("quickly", "fast"));
    }

    #[test]
    fn others_are_not() {
        assert!(!synonyms("car", "limit"));
        // "leave" and "part" are verbs; no noun "leaves" is known to mean "parts".
        assert!(!synonyms("auto", "quickly"));
        assert!(!synonyms("s", "ing"));
        assert!(!synonyms("", ""));
    }

    #[test]
    fn a_damaged_table_is_refused() {
        for (bytes, line) in [
            (&b"n car auto\nx car\n"[..], 2),
            (b"=v went\n", 1),
            (b"n\n", 1),
            (b"\xff", 1),
        ] {
            let error = Synonyms::load(bytes).err();
            assert_eq!(error, Some(MeaningError::BadSynonyms(line)));
        }
        assert!(Synonyms::load(b"").is_ok());
    }
}
