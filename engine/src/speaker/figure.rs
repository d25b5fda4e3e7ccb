//! One person of an article: name, gender and roles.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::roles::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gender {
    Man,
    Woman,
}

/// One person of the article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figure {
    /// The fullest form.
    pub name: String,
    pub surname: String,
    /// [`names::given_key`]; empty where the article has the surname only.
    pub given: String,
    /// Full forms with their counts.
    pub(super) forms: BTreeMap<String, usize>,
    /// Votes for a man and a woman, by titles and given names.
    pub(super) votes: [u32; 2],
    /// The same by pronouns that go on from the person; they count where there is no other vote.
    pub(super) echoes: [u32; 2],
    /// What other articles say.
    pub(super) known: Option<Gender>,
    pub roles: Vec<Role>,
    pub count: usize,
}

impl Figure {
    pub fn gender(&self) -> Option<Gender> {
        majority(self.votes)
            .or(self.known)
            .or_else(|| majority(self.echoes).filter(|_| self.echoes.contains(&0)))
    }
}

pub(super) fn majority([man, woman]: [u32; 2]) -> Option<Gender> {
    match man.cmp(&woman) {
        Ordering::Greater => Some(Gender::Man),
        Ordering::Less => Some(Gender::Woman),
        Ordering::Equal => None,
    }
}

/// "he", "she", in the languages whose pronouns tell.
pub(crate) fn pronoun_gender(word: &str) -> Option<Gender> {
    let any = |pronouns: &[&str]| {
        pronouns.iter().any(|pronoun| {
            let letters = word.chars().flat_map(char::to_lowercase);
            letters.eq(pronoun.chars())
        })
    };
    if any(&["he", "er", "il", "él", "egli", "он", "він"]) {
        Some(Gender::Man)
    } else if any(&["she", "elle", "ella", "ona", "она", "вона"]) {
        Some(Gender::Woman)
    } else {
        None
    }
}
