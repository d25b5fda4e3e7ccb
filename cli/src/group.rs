//! `asquoted group`: which texts are versions of one utterance.

use std::collections::BTreeMap;
use std::io::Write;

use asquoted_engine::quotation::Kind;
use asquoted_engine::reading;
use asquoted_engine::utterance::{self, Item, Tier};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Outcome, lines};

#[derive(Deserialize)]
struct Question {
    text: String,
    #[serde(default)]
    group: Option<Value>,
    #[serde(default)]
    speaker: Option<String>,
}

pub fn run() -> anyhow::Result<Outcome> {
    let lines = lines::read_all::<Question>()?;
    let mut groups = BTreeMap::<Option<String>, Vec<usize>>::new();
    for (index, line) in lines.iter().enumerate() {
        if let Ok(line) = line {
            let group = line.fields.group.as_ref().filter(|group| !group.is_null());
            groups
                .entry(group.map(Value::to_string))
                .or_default()
                .push(index);
        }
    }
    let good: Vec<Option<(String, &Question)>> = lines
        .iter()
        .map(|line| {
            line.as_ref()
                .ok()
                .map(|line| (lines::id_text(&line.id), &line.fields))
        })
        .collect();
    // The first line of each utterance stands for it, whatever the order of the groups.
    let mut first: Vec<usize> = (0..lines.len()).collect();
    for members in groups.values() {
        let questions: Vec<_> = members
            .iter()
            .filter_map(|index| good[*index].as_ref())
            .collect();
        for versions in versions(&questions) {
            let versions: Vec<usize> = versions.iter().map(|version| members[*version]).collect();
            let smallest = versions.iter().copied().min();
            versions
                .iter()
                .for_each(|version| first[*version] = smallest.unwrap_or(*version));
        }
    }
    print(&lines, &labels(&first))
}

/// Which of these are sure versions of one utterance: indices into the questions.
fn versions(questions: &[&(String, &Question)]) -> Vec<Vec<usize>> {
    let texts: Vec<&str> = questions
        .iter()
        .map(|(_, question)| question.text.as_str())
        .collect();
    let language = reading::language(&texts.join("\n"));
    let items: Vec<Item> = questions
        .iter()
        .enumerate()
        .map(|(index, (id, question))| Item {
            id,
            article: index as u32,
            kind: Kind::Direct,
            text: &question.text,
            speaker: question.speaker.as_deref(),
            speaker_named: question.speaker.is_some(),
            day: None,
            language: &language,
            within: None,
        })
        .collect();
    let sure = |group: &utterance::Group| {
        let members = group
            .members
            .iter()
            .filter(|member| member.tier != Tier::Possible);
        members.map(|member| member.item).collect()
    };
    utterance::group(&items, &texts).iter().map(sure).collect()
}

/// `u1`, `u2` … in the order of the lines.
fn labels(first: &[usize]) -> Vec<String> {
    let mut numbers = BTreeMap::new();
    for index in first {
        let next = numbers.len() + 1;
        numbers.entry(*index).or_insert(next);
    }
    first
        .iter()
        .map(|index| format!("u{}", numbers[index]))
        .collect()
}

fn print(
    lines: &[Result<lines::Line<Question>, lines::BadLine>],
    labels: &[String],
) -> anyhow::Result<Outcome> {
    let mut out = lines::output();
    for (line, label) in lines.iter().zip(labels) {
        match line {
            Ok(line) => lines::print(&mut out, &json!({"id": line.id, "utterance": label}))?,
            Err(bad) => lines::print(&mut out, bad)?,
        }
    }
    out.flush()?;
    Ok(Outcome::Done)
}
