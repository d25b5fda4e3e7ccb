//! `asquoted diff`: two versions word by word.

use std::sync::Arc;

use anstyle::Style;
use asquoted_engine::collation::{self, Collation, SideNature};
use asquoted_engine::meaning::Known;
use asquoted_engine::report::{self, DiffRecord, Offsets, Sides, TokenSpans};
use asquoted_engine::text::{CodePoints, tokenize};
use serde::Deserialize;

use crate::screen::{self, Line};
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
    let known = match (arguments.by_letters, arguments.by_words) {
        (true, _) => None,
        (_, true) => assets::by_words()?,
        _ => assets::everything(arguments.assets.as_deref())?,
    };
    let known = known.as_ref();
    if let (Some(a), Some(b)) = (&arguments.a, &arguments.b) {
        let mut out = screen::out();
        out.line(&Line::new().plain(marked::LEGEND))?;
        let pair = marked::Pair::new(a, b, known);
        out.line(&Line::new().plain("a  ").text(Style::new(), a))?;
        out.line(&Line::new().plain("b  ").then(pair.reading()))?;
        for line in pair.changes() {
            out.line(&Line::new().plain("   ").then(line))?;
        }
        if known.is_none() {
            out.line(&Line::new().plain("Compared by the letters of the words alone."))?;
        }
        return Ok(Outcome::Done);
    }
    lines::answer_each(|_, question: Question| answer(question, known))?;
    Ok(Outcome::Done)
}

fn answer(question: Question, known: Option<&Known>) -> DiffRecord {
    let (a, a_spans) = question.a.tokens();
    let (b, b_spans) = question.b.tokens();
    let spans = TokenSpans {
        a: a_spans,
        b: b_spans,
    };
    let collation = collate(&a, &b, known);
    let spans = (spans.a.is_some() || spans.b.is_some()).then_some(spans);
    report::diff(Sides { a, b }, spans, &collation)
}

/// Both sides are taken for the speaker's own words.
pub fn collate(a: &[String], b: &[String], known: Option<&Known>) -> Collation {
    fn words(side: &[String]) -> Vec<&str> {
        side.iter().map(String::as_str).collect()
    }
    let nature = SideNature {
        marked: true,
        reported: false,
    };
    let (a, b) = (words(a), words(b));
    match known {
        Some(known) => {
            let sense = |words: &[&str]| match collation::is_coarse(a.len(), b.len()) {
                true => Arc::new(known.sense_of_long(words)),
                false => Arc::new(known.sense(words)),
            };
            let senses = (sense(&a), sense(&b));
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
