//! One version held against the reference, word by word.

use super::{Fate, SaidPart};
use crate::collation::{Change, ChangeKind, Collation, Effect, Weight};
use crate::folder::ComparedSide;
use crate::page::ChangeLine;
use crate::text::{Token, TokenClass};

/// What was said, as the collation takes it.
pub struct Said<'t> {
    pub text: &'t str,
    pub side: ComparedSide<'t>,
}

/// What one version makes of it.
pub struct Held {
    pub parts: Vec<SaidPart>,
    /// Per word of the reference.
    pub kept: Vec<bool>,
    pub cut: u32,
    pub added: u32,
    pub meaning: u32,
    pub strongest: Option<u32>,
    pub changes: Vec<ChangeLine>,
}

/// Holds the other side of a collation against the reference, which is its first side.
pub fn hold(said: &Said<'_>, other: &Said<'_>, collation: &Collation) -> Held {
    let fates = fates(&said.side, other, collation);
    let words: Vec<(Fate, Option<u32>)> = said
        .side
        .tokens
        .iter()
        .zip(fates)
        .filter(|(token, _)| token.class != TokenClass::Mark)
        .map(|(_, fate)| fate)
        .collect();
    let mut parts: Vec<SaidPart> = Vec::new();
    for &(fate, change) in &words {
        match parts.last_mut() {
            Some(part) if (part.fate, part.change) == (fate, change) => part.words += 1,
            _ => parts.push(SaidPart {
                fate,
                words: 1,
                change,
            }),
        }
    }
    let changes: Vec<ChangeLine> = collation
        .changes
        .iter()
        .map(|change| line(said, other, change))
        .collect();
    let is_added = |change: &&Change| change.a.is_empty() && change.kind != ChangeKind::Move;
    Held {
        cut: words.iter().filter(|(fate, _)| fate.is_cut()).count() as u32,
        kept: words.iter().map(|(fate, _)| *fate == Fate::Kept).collect(),
        added: collation
            .changes
            .iter()
            .filter(is_added)
            .map(|change| other.words(&change.b))
            .sum(),
        meaning: collation
            .changes
            .iter()
            .filter(|change| {
                change.effect.weight() == Weight::Strong && change.effect != Effect::SilentCut
            })
            .count() as u32,
        strongest: strongest(&changes),
        parts,
        changes,
    }
}

/// Per token of the reference, what became of it and through which change.
fn fates(
    said: &ComparedSide<'_>,
    other: &Said<'_>,
    collation: &Collation,
) -> Vec<(Fate, Option<u32>)> {
    let mut fates = vec![(Fate::Kept, None); said.tokens.len()];
    for (change, number) in collation.changes.iter().zip(0..) {
        let missing = other.words(&change.b) == 0;
        let fate = Fate::of(change.effect, missing);
        if fate != Fate::Kept {
            fates[change.a.start as usize..change.a.end as usize].fill((fate, Some(number)));
        }
    }
    fates
}

fn line(said: &Said<'_>, other: &Said<'_>, change: &Change) -> ChangeLine {
    ChangeLine {
        kind: change.kind,
        effect: change.effect,
        weight: change.effect.weight(),
        note: change.note,
        lemma: said.reading(&change.a),
        reading: other.reading(&change.b),
        left_words: said.words(&change.a),
        right_words: other.words(&change.b),
        row: 0,
    }
}

/// The change a reader should see first: by weight, by effect, then the longer one.
fn strongest(changes: &[ChangeLine]) -> Option<u32> {
    let rank = |line: &ChangeLine| {
        let words = line.left_words.max(line.right_words);
        (line.weight, line.effect, std::cmp::Reverse(words))
    };
    (0..)
        .zip(changes)
        .filter(|(_, line)| line.effect != Effect::Typography)
        .min_by_key(|(at, line)| (rank(line), *at))
        .map(|(at, _)| at)
}

impl Said<'_> {
    fn tokens(&self, range: &std::ops::Range<u32>) -> &[Token] {
        &self.side.tokens[range.start as usize..range.end as usize]
    }

    /// Words in a range of tokens.
    pub fn words(&self, range: &std::ops::Range<u32>) -> u32 {
        let tokens = self.tokens(range).iter();
        tokens
            .filter(|token| token.class != TokenClass::Mark)
            .count() as u32
    }

    /// The text from the first to the last token, an ellipsis where other words stand between.
    fn reading(&self, range: &std::ops::Range<u32>) -> String {
        let mut reading = String::new();
        let mut before: Option<&Token> = None;
        for token in self.tokens(range) {
            let between = before.map_or("", |last| &self.text[last.span.end..token.span.start]);
            if between.chars().any(char::is_alphanumeric) {
                reading.push_str(" … ");
            } else if between.contains(char::is_whitespace) {
                reading.push(' ');
            }
            reading.push_str(token.span.of(self.text));
            before = Some(token);
        }
        reading
    }
}
