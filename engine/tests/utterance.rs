//! Groups of invented quotations, as data in `cases/utterance`, and what must hold for all.
//!
//! A case has a line a quotation: `utterance:tier article date kind | speaker | words`. `-` stands
//! for a quotation without a version, for no date and for no speaker; `*` for any tier but
//! possible; `?` before a speaker for one who is not named. `language de` sets the language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use asquoted_engine::quotation::Kind;
use asquoted_engine::utterance::{Group, Item, SpeakerAgreement, Tier, group};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Line {
    id: String,
    utterance: String,
    tier: String,
    article: u32,
    kind: Kind,
    speaker: Option<String>,
    named: bool,
    day: Option<i32>,
    language: String,
    text: String,
}

impl Line {
    fn item(&self) -> Item<'_> {
        Item {
            id: &self.id,
            article: self.article,
            kind: self.kind,
            text: &self.text,
            speaker: self.speaker.as_deref(),
            speaker_named: self.named,
            day: self.day,
            language: &self.language,
            within: None,
        }
    }
}

fn cases() -> Vec<(String, Vec<Line>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/utterance");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a case").path())
        .collect();
    paths.sort();
    let case = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("a readable case");
        (
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            lines(&text),
        )
    };
    paths.into_iter().map(case).collect()
}

fn lines(text: &str) -> Vec<Line> {
    let mut language = "en";
    let mut articles: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(named) = line.strip_prefix("language ") {
            language = named;
            continue;
        }
        let [head, speaker, words] = line.splitn(3, '|').collect::<Vec<_>>()[..] else {
            panic!("no case line: {line}");
        };
        let [label, article, date, kind] = head.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("no case line: {line}");
        };
        let (utterance, tier) = label.split_once(':').unwrap_or((label, ""));
        let place = articles.iter().position(|known| *known == article);
        let place = place.unwrap_or_else(|| {
            articles.push(article);
            articles.len() - 1
        });
        let speaker = speaker.trim();
        lines.push(Line {
            id: format!("{article}@{:03}", lines.len()),
            utterance: utterance.to_owned(),
            tier: tier.to_owned(),
            article: u32::try_from(place).expect("few articles"),
            kind: serde_json::from_value(kind.into()).expect("a kind"),
            speaker: (speaker != "-").then(|| speaker.trim_start_matches('?').to_owned()),
            named: !speaker.starts_with('?'),
            day: day(date),
            language: language.to_owned(),
            text: words.trim().to_owned(),
        });
    }
    lines
}

/// Days from the start of an invented calendar with months of 31 days: only distances matter.
fn day(date: &str) -> Option<i32> {
    let parts: Vec<i32> = date
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    match parts[..] {
        [year, month, day] => Some((year * 12 + month) * 31 + day),
        _ => None,
    }
}

/// The ids of the sure members of each group, and of the possible ones.
fn ids(groups: &[Group], lines: &[Line]) -> Vec<(Vec<String>, Vec<String>)> {
    let name = |possible: bool, group: &Group| -> Vec<String> {
        let members = group.members.iter();
        let chosen = members.filter(|member| (member.tier == Tier::Possible) == possible);
        chosen.map(|member| lines[member.item].id.clone()).collect()
    };
    groups
        .iter()
        .map(|group| (name(false, group), name(true, group)))
        .collect()
}

fn items(lines: &[Line]) -> Vec<Item<'_>> {
    lines.iter().map(Line::item).collect()
}

#[test]
fn cases_group_as_written() {
    for (name, lines) in cases() {
        let groups = group(&items(&lines), &[]);
        let mut expected: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for line in lines.iter().filter(|line| line.utterance != "-") {
            expected
                .entry(&line.utterance)
                .or_default()
                .push(line.id.clone());
        }
        let mut expected: Vec<Vec<String>> = expected.into_values().collect();
        let mut found: Vec<Vec<String>> = ids(&groups, &lines)
            .into_iter()
            .map(|(sure, _)| sure)
            .collect();
        for set in expected.iter_mut().chain(&mut found) {
            set.sort();
        }
        found.retain(|sure| sure.len() > 1);
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "case {name}: {groups:#?}");
        for member in groups.iter().flat_map(|group| &group.members) {
            let line = &lines[member.item];
            if member.tier != Tier::Possible && line.tier != "*" {
                let tier = serde_json::to_value(member.tier).expect("a tier");
                assert_eq!(tier, line.tier.as_str(), "case {name}: {line:?} {member:?}");
            }
        }
    }
}

#[test]
fn other_attribution_is_told() {
    let cases = cases();
    let (_, lines) = cases
        .iter()
        .find(|(name, _)| name == "other_attribution")
        .expect("the case");
    let groups = group(&items(lines), &[]);
    let told = |group: &Group| {
        let mut members = group.members.iter();
        members.any(|member| member.reason.speaker == SpeakerAgreement::Differs)
    };
    assert!(groups.iter().any(told), "{groups:?}");
}

#[test]
fn an_unrelated_quotation_leaves_the_others() {
    for (name, mut lines) in cases() {
        let before = ids(&group(&items(&lines), &[]), &lines);
        lines.push(Line {
            id: "zz@9".to_owned(),
            article: 9_000,
            text: "Quokkas nibble marzipan underneath xylophones.".to_owned(),
            speaker: Some("Zebulon Quist".to_owned()).filter(|_| name != "no_speakers"),
            ..lines[0].clone()
        });
        assert_eq!(
            ids(&group(&items(&lines), &[]), &lines),
            before,
            "case {name}"
        );
    }
}

#[test]
fn nothing_and_empty_words_are_no_utterance() {
    assert_eq!(group(&[], &[]), []);
    let line = &cases()[0].1[0];
    let empty: Vec<Line> = (0..4)
        .map(|article| Line {
            id: format!("e{article}"),
            article,
            text: "…".into(),
            ..line.clone()
        })
        .collect();
    assert_eq!(group(&items(&empty), &[]), []);
}

/// Short texts of few words, so that all sorts of likeness come up.
fn quotations() -> impl Strategy<Value = Vec<Line>> {
    const WORDS: [&str; 16] = [
        "the", "harbour", "ferry", "not", "will", "auditors", "barrels", "7", "and", "mayor", "“",
        "resigned", "…", "lock", "we", "Tarn’s",
    ];
    const SPEAKERS: [Option<&str>; 4] = [None, Some("Ilse Marn"), Some("Marn"), Some("T. Renk")];
    let words = prop::collection::vec(prop::sample::select(&WORDS), 0..14);
    let line = (
        words,
        prop::sample::select(&SPEAKERS),
        0..6_u32,
        0..5_u8,
        prop::option::of(0..40),
    );
    let line = line.prop_map(|(words, speaker, article, kind, day)| Line {
        id: String::new(),
        utterance: String::new(),
        tier: String::new(),
        article,
        kind: [
            Kind::Direct,
            Kind::Partial,
            Kind::Reported,
            Kind::Unmarked,
            Kind::Direct,
        ][usize::from(kind)],
        speaker: speaker.map(str::to_owned),
        named: true,
        day,
        language: "en".to_owned(),
        text: words.join(" "),
    });
    prop::collection::vec(line, 0..24).prop_map(|mut lines| {
        for (number, line) in lines.iter_mut().enumerate() {
            line.id = format!("{}@{number}", line.article);
        }
        lines
    })
}

proptest! {
    #[test]
    fn the_order_of_the_items_changes_nothing(
        (lines, shuffled) in quotations().prop_flat_map(|lines| {
            (Just(lines.clone()), Just(lines).prop_shuffle())
        })
    ) {
        let one = ids(&group(&items(&lines), &[]), &lines);
        let other = ids(&group(&items(&shuffled), &[]), &shuffled);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn groups_are_well_formed(lines in quotations()) {
        let groups = group(&items(&lines), &[]);
        let mut sure = vec![false; lines.len()];
        for group in &groups {
            prop_assert!(group.members.len() > 1);
            prop_assert!(group.members[0].tier != Tier::Possible);
            for member in &group.members {
                prop_assert!((0.0..=1.0).contains(&member.reason.score));
                prop_assert!(member.reason.shared_words <= member.reason.words);
                if member.tier != Tier::Possible {
                    prop_assert!(!std::mem::replace(&mut sure[member.item], true));
                }
            }
        }
    }

    #[test]
    fn any_text_is_borne(texts in prop::collection::vec(".{0,60}", 0..12)) {
        let template = &cases()[0].1[0];
        let numbered = texts.into_iter().zip(0..);
        let lines: Vec<Line> = numbered
            .map(|(text, article)| Line { id: format!("{article}"), article, text, ..template.clone() })
            .collect();
        group(&items(&lines), &[]);
    }
}
