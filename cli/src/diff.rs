//! `asquoted diff`: two versions word by word.

use std::io::Write;
use std::sync::Arc;

use asquoted_engine::collation::{self, Collation, SideNature};
use asquoted_engine::meaning::Meaning;
use asquoted_engine::report::{self, DiffRecord, Offsets, Sides, TokenSpans};
use asquoted_engine::text::{CodePoints, tokenize};
use serde::Deserialize;

use crate::{Outcome, arguments, assets, lines, marked};

#[derive(Deserialize)]
struct Question {
    a: Side,
    b: Side,
}

/// One version: a string, or tokens that are used as they are.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a string or an array of strings")]
enum Side {
    Text(String),
    Tokens(Vec<String>),
}

pub fn run(arguments: &arguments::Diff) -> anyhow::Result<Outcome> {
    let meaning = if arguments.by_letters {
        None
    } else {
        assets::meaning(arguments.assets.as_deref())?
    };
    let meaning = meaning.as_ref();
    if let (Some(a), Some(b)) = (&arguments.a, &arguments.b) {
        let mut out = anstream::stdout().lock();
        writeln!(out, "{}", marked::LEGEND)?;
        let pair = marked::Pair::new(a, b, meaning);
        writeln!(out, "a  {a}\nb  {}", pair.reading())?;
        for line in pair.changes() {
            writeln!(out, "   {line}")?;
        }
        if meaning.is_none() {
            writeln!(out, "Compared by the letters of the words alone.")?;
        }
        return Ok(Outcome::Done);
    }
    lines::answer_each(|_, question: Question| answer(question, meaning))?;
    Ok(Outcome::Done)
}

fn answer(question: Question, meaning: Option<&Meaning>) -> DiffRecord {
    let (a, a_spans) = question.a.tokens();
    let (b, b_spans) = question.b.tokens();
    let spans = TokenSpans {
        a: a_spans,
        b: b_spans,
    };
    let collation = collate(&a, &b, meaning);
    let spans = (spans.a.is_some() || spans.b.is_some()).then_some(spans);
    report::diff(Sides { a, b }, spans, &collation)
}

/// Both sides are taken for the speaker's own words.
pub fn collate(a: &[String], b: &[String], meaning: Option<&Meaning>) -> Collation {
    fn words(side: &[String]) -> Vec<&str> {
        side.iter().map(String::as_str).collect()
    }
    let nature = SideNature {
        marked: true,
        reported: false,
    };
    let (a, b) = (words(a), words(b));
    match meaning {
        Some(meaning) => {
            let senses = (Arc::new(meaning.sense(&a)), Arc::new(meaning.sense(&b)));
            collation::collate_by_meaning(&a, &b, (nature, nature), (&senses.0, &senses.1))
        }
        None => collation::collate(&a, &b, (nature, nature)),
    }
}

impl Side {
    fn tokens(self) -> (Vec<String>, Option<Vec<Offsets>>) {
        match self {
            Self::Tokens(tokens) => (tokens, None),
            Self::Text(text) => {
                let points = CodePoints::new(&text);
                let tokens = tokenize(&text);
                let words = tokens
                    .iter()
                    .map(|token| token.span.of(&text).to_owned())
                    .collect();
                let spans = tokens
                    .iter()
                    .map(|token| report::offsets(&points, token.span))
                    .collect();
                (words, Some(spans))
            }
        }
    }
}
