//! Roles: which person "the Kovian president" is.

use super::mentions::Mention;
use super::names;
use crate::quotation::class::Flags;
use crate::quotation::words::Word;

/// "Kovian President", "president of Kovia".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Role {
    /// The office, gender and rank left aside ("leader" for heads of all kinds).
    pub noun: String,
    /// Whose office: keys of the capitalised words beside it, sorted.
    pub of: Vec<String>,
}

/// Words after a name in which its apposition is sought.
const APPOSITION: usize = 9;
/// Words before a name and its comma that may be its apposition.
const APPOSED: usize = 6;
/// Letters that a country and its adjective share.
const STEM: usize = 4;

const HEADS: [&str; 10] = [
    "president",
    "minister",
    "chancellor",
    "leader",
    "premier",
    "king",
    "queen",
    "dictator",
    "präsident",
    "kanzler",
];

impl Role {
    /// Roles that stand directly before a name or in an apposition after it.
    pub fn beside(text: &str, words: &[Word], mention: &Mention) -> Vec<Self> {
        let before_first = mention.name.saturating_sub(4);
        let before = words[before_first..mention.name]
            .iter()
            .rposition(|word| is_break(text, word))
            .map_or(before_first, |at| before_first + at + 1);
        let after = if words
            .get(mention.end)
            .is_some_and(|word| word.text(text) == ",")
        {
            let rest = &words[mention.end + 1..(mention.end + 1 + APPOSITION).min(words.len())];
            let end = rest
                .iter()
                .position(|word| is_break(text, word))
                .unwrap_or(0);
            &rest[..end]
        } else {
            &[]
        };
        [
            apposed_before(text, words, mention.first),
            &words[before..mention.name],
            after,
        ]
        .into_iter()
        .filter_map(|words| Self::in_words(text, words))
        .collect()
    }

    /// The role that a phrase names.
    pub fn in_phrase(text: &str, words: &[Word]) -> Option<Self> {
        Self::in_words(text, words)
    }

    fn in_words(text: &str, words: &[Word]) -> Option<Self> {
        let noun = words
            .iter()
            .rev()
            .find(|word| word.has(Flags::TITLE) && !is_rank(word.text(text)))?;
        let mut of: Vec<String> = words
            .iter()
            .filter(|word| {
                word.capital && !word.has(Flags::TITLE | Flags::DETERMINER | Flags::PREPOSITION)
            })
            .map(|word| names::key(word.text(text)))
            .collect();
        of.sort();
        Some(Self {
            noun: office(noun.text(text)),
            of,
        })
    }

    /// Whether a person in this role may be meant by `phrase`: the same office, and nothing that
    /// the phrase says of it is unknown of the person.
    pub fn answers(&self, phrase: &Self) -> bool {
        let offices = self.noun == phrase.noun || is_head(&self.noun) && phrase.noun == "leader";
        offices
            && phrase
                .of
                .iter()
                .all(|word| self.of.iter().any(|own| kin(own, word)))
    }
}

/// "the premier of Kovia, Jane Doe": the definite phrase before the comma before the name.
fn apposed_before<'w>(text: &str, words: &'w [Word], name: usize) -> &'w [Word] {
    let Some(comma) = name
        .checked_sub(1)
        .filter(|at| words[*at].text(text) == ",")
    else {
        return &[];
    };
    let first = (comma.saturating_sub(APPOSED)..comma)
        .rev()
        .take_while(|at| !is_break(text, &words[*at]))
        .find(|at| words[*at].has(Flags::DETERMINER));
    first.map_or(&[], |first| &words[first..comma])
}

fn is_break(text: &str, word: &Word) -> bool {
    !word.alphabetic && !matches!(word.text(text), "'s" | "’s" | "-")
}

/// "former", "vice": words of the title list that are no office by themselves.
fn is_rank(word: &str) -> bool {
    [
        "former", "vice", "prime", "general", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.",
        "sir",
    ]
    .iter()
    .any(|rank| word.eq_ignore_ascii_case(rank))
}

fn office(word: &str) -> String {
    let word = word.to_lowercase();
    for (ending, office) in [
        ("spokeswoman", "spokesman"),
        ("spokesperson", "spokesman"),
        ("chairwoman", "chairman"),
    ] {
        if word == ending {
            return office.to_owned();
        }
    }
    word.strip_suffix("in")
        .filter(|stem| stem.ends_with("er") || stem.ends_with("ent"))
        .unwrap_or(&word)
        .to_owned()
}

fn is_head(office: &str) -> bool {
    HEADS.contains(&office)
}

/// A country and its adjective: a common beginning.
fn kin(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    a == b || shared >= STEM && shared + 3 >= a.chars().count().min(b.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(noun: &str, of: &[&str]) -> Role {
        Role {
            noun: noun.to_owned(),
            of: of.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    #[test]
    fn an_office_and_its_country() {
        assert!(role("president", &["kovia"]).answers(&role("leader", &["kovian"])));
        assert!(role("spokesman", &["kovia"]).answers(&role("spokesman", &[])));
        assert!(!role("president", &["kovia"]).answers(&role("president", &["sudland"])));
        assert!(!role("leader", &["kovia"]).answers(&role("president", &["kovia"])));
    }
}
