//! Closed classes: articles, pronouns, prepositions, auxiliaries and the like; and kinds of marks.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Language;
use crate::text::negations;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Class {
    Determiner = 1,
    Pronoun = 1 << 1,
    Preposition = 1 << 2,
    Conjunction = 1 << 3,
    Auxiliary = 1 << 4,
    Modal = 1 << 5,
    Negation = 1 << 6,
    Adverb = 1 << 7,
    /// . ! ? …
    FullStop = 1 << 8,
    /// , ; : and dashes
    Pause = 1 << 9,
    QuotationMark = 1 << 10,
    Bracket = 1 << 11,
    OtherMark = 1 << 12,
}

/// A set of classes; empty for content words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u16);

impl Classes {
    /// By the language's table, and by the negations of languages without one.
    pub fn of(normal: &str, language: Language) -> Self {
        let own = match language {
            Language::English => TABLES.english.get(normal),
            Language::German => TABLES.german.get(normal),
            Language::Russian | Language::Other => None,
        };
        own.or_else(|| TABLES.any.get(normal))
            .copied()
            .unwrap_or_default()
    }

    pub fn of_mark(normal: &str) -> Self {
        let class = match normal.chars().next() {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।') => Class::FullStop,
            Some(',' | ';' | ':' | '-' | '、' | '،') => Class::Pause,
            Some('"' | '\'') => Class::QuotationMark,
            Some('(' | ')' | '[' | ']' | '{' | '}') => Class::Bracket,
            _ => Class::OtherMark,
        };
        Self(class as u16)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn has(self, class: Class) -> bool {
        self.0 & class as u16 != 0
    }

    pub fn shares(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    pub fn union(self, other: Classes) -> Classes {
        Self(self.0 | other.0)
    }
}

/// Whether the language's own table has the word.
pub fn has(normal: &str, language: Language) -> bool {
    match language {
        Language::English => TABLES.english.contains_key(normal),
        Language::German => TABLES.german.contains_key(normal),
        Language::Russian | Language::Other => false,
    }
}

struct Tables {
    english: FxHashMap<&'static str, Classes>,
    german: FxHashMap<&'static str, Classes>,
    any: FxHashMap<&'static str, Classes>,
}

impl Tables {
    fn add(&mut self, language: &str, word: &'static str, class: Class) {
        let table = match language {
            "de" => &mut self.german,
            "any" => &mut self.any,
            _ => &mut self.english,
        };
        let classes = table.entry(word).or_default();
        *classes = classes.union(Classes(class as u16));
    }
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        english: FxHashMap::default(),
        german: FxHashMap::default(),
        any: FxHashMap::default(),
    };
    let lines = include_str!("function_words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    for line in lines {
        let mut fields = line.split('\t');
        let language = fields.next().unwrap_or_default();
        let Some(class) = fields.next().and_then(class_named) else {
            continue;
        };
        for word in fields.next().unwrap_or_default().split(' ') {
            tables.add(language, word, class);
        }
    }
    for (language, word) in negations() {
        tables.add(language, word, Class::Negation);
    }
    tables
});

fn class_named(name: &str) -> Option<Class> {
    Some(match name {
        "determiner" => Class::Determiner,
        "pronoun" => Class::Pronoun,
        "preposition" => Class::Preposition,
        "conjunction" => Class::Conjunction,
        "auxiliary" => Class::Auxiliary,
        "modal" => Class::Modal,
        "adverb" => Class::Adverb,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_names_a_class() {
        for line in include_str!("function_words.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
        {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(
                fields.len() == 3 && class_named(fields[1]).is_some(),
                "{line}"
            );
        }
        assert!(Classes::of("that", Language::English).has(Class::Conjunction));
        assert!(Classes::of("kein", Language::German).has(Class::Negation));
        assert!(Classes::of("gate", Language::English).is_empty());
    }
}
