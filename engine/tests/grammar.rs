//! A grammar of marks, names, cues and blanks in all languages of the tables: whatever it makes, what must
//! hold of quotations holds. `PROPTEST_CASES` asks for more of it.

#[path = "support/invariants.rs"]
mod invariants;
mod support;

use std::path::Path;

use asquoted_engine::article::Article;
use asquoted_engine::{quotation, reading, report, speaker};
use proptest::prelude::*;

/// What opens and what closes, as printed somewhere; the last ones do not belong together.
const MARKS: [(&str, &str); 20] = [
    ("“", "”"),
    ("\"", "\""),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("‘", "’"),
    ("‚", "‘"),
    ("'", "'"),
    ("``", "''"),
    ("「", "」"),
    ("『", "』"),
    ("« ", " »"),
    ("— ", ""),
    ("“", ""),
    ("", "”"),
    ("“", "»"),
    ("「", "”"),
    ("«", "“"),
];

/// Every white space of Unicode, none, and what is seen as little.
const BLANKS: [&str; 34] = [
    "", "", "", " ", " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\u{b}", "\u{c}", "\r", "\u{85}",
    "\u{a0}", "\u{1680}", "\u{2000}", "\u{2001}", "\u{2002}", "\u{2003}", "\u{2007}", "\u{2009}",
    "\u{200a}", "\u{2028}", "\u{2029}", "\u{202f}", "\u{205f}", "\u{3000}", "\u{200b}", "\u{ad}",
    "\u{feff}", "\u{301}", "\u{202e}",
];

/// Names and what stands in their place, in every script of the tables.
const NAMES: [&str; 24] = [
    "Ines Dorath",
    "Dorath",
    "Tim",
    "she",
    "He",
    "Mr. Weil",
    "der Sprecher",
    "Frau Dorath",
    "la ministre",
    "Иван Ворон",
    "Ворон",
    "王芳",
    "她",
    "部长",
    "部长 王芳",
    "山田",
    "山田市長",
    "私",
    "A\u{301}da de la Mór",
    "İnes",
    "今天",
    "氏",
    "U.S.",
    "",
];

const SAID: [&str; 16] = [
    "We will keep the harbour open",
    "no",
    "I",
    "Wir schließen das Tor nicht.",
    "Nous ne partirons pas !",
    "Non",
    "мы не подпишем",
    "Не будет!",
    "我们不会签字。",
    "不",
    "署名しない",
    "港は開いたままです。",
    "12",
    "…",
    "a 12\" pipe",
    "",
];

const SIGNS: [&str; 18] = [
    "", "", "", ",", ".", ":", ", ", ". ", ": ", "!", "?", "，", "。", "：", "は", "と", " – ", ";",
];

/// Words of the tables that stand beside marks: reporting verbs, titles, days.
fn words_of_tables() -> Vec<(String, Vec<String>)> {
    const SECTIONS: [&str; 6] = ["forms", "say", "title", "time", "source noun", "that"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/quotation/languages");
    let mut tables = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the tables are there") {
        let path = entry.expect("an entry").path();
        let language = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path).expect("a table");
        let mut words = Vec::new();
        let mut wanted = false;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(section) = line.strip_prefix('[') {
                wanted = SECTIONS.contains(&section.trim_end_matches(']'));
            } else if wanted {
                words.extend(line.split_whitespace().map(|word| word.replace('-', "")));
            }
        }
        if !words.is_empty() {
            tables.push((language, words));
        }
    }
    tables.sort();
    assert_eq!(tables.len(), 10, "every language of the tables");
    tables
}

/// How many texts: so many, unless somebody asks for others.
fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

fn one_of<const N: usize>(list: [&'static str; N]) -> impl Strategy<Value = String> {
    prop::sample::select(list.to_vec()).prop_map(str::to_owned)
}

/// A quotation with what may stand around it, in one of several orders.
fn sentence(words: Vec<String>) -> impl Strategy<Value = String> {
    let marks = || prop::sample::select(MARKS.to_vec());
    let blank = || one_of(BLANKS);
    let cue = prop::sample::select(words);
    let inner = prop::option::weighted(0.2, (marks(), one_of(SAID)));
    let pieces = (
        (marks(), one_of(SAID), inner),
        (one_of(NAMES), cue),
        prop::array::uniform4(blank()),
        prop::array::uniform3(one_of(SIGNS)),
    );
    (0..6_u8, pieces).prop_map(|(order, (said, (name, cue), blanks, signs))| {
        let ((open, close), words, inner) = said;
        let inner = inner.map_or_else(String::new, |((open, close), words)| {
            format!(" {open}{words}{close}")
        });
        let quoted = format!("{open}{words}{inner}{}{close}", signs[0]);
        let [b0, b1, b2, b3] = blanks;
        let [_, s1, s2] = signs;
        match order {
            0 => format!("{name}{b0}{cue}{s1}{b1}{quoted}{b2}"),
            1 => format!("{quoted}{s1}{b0}{name}{b1}{cue}{s2}{b2}"),
            2 => format!("{quoted}{s1}{b0}{cue}{b1}{name}{s2}{b2}"),
            3 => format!("{name}{s1}{b0}{quoted}{b1}{cue}{s2}{b2}"),
            4 => format!("{cue}{b0}{name}{s1}{b1}{quoted}{s2}{b2}{b3}"),
            _ => format!("{name}{b0}{cue}{b1}{words}{s1}{b2}{quoted}{b3}"),
        }
    })
}

/// A text, and the language it is read in.
fn text() -> impl Strategy<Value = (String, String)> {
    prop::sample::select(words_of_tables()).prop_flat_map(|(language, words)| {
        let sentences = prop::collection::vec(sentence(words), 1..5);
        (Just(language), sentences).prop_map(|(language, sentences)| (language, sentences.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(3_000)))]

    #[test]
    fn what_must_hold_of_quotations_holds((language, text) in text()) {
        let article = Article::from_text("a", &text, &language);
        let mut found = [quotation::find(&article)];
        invariants::hold_of_quotations(&article, &found[0]);
        let articles = [article];
        speaker::settle(&articles, &mut found);
        invariants::hold_of_quotations(&articles[0], &found[0]);
        // As the command line prints it.
        let told = reading::language(&text);
        let article = Article::from_text("a", &text, &told);
        let found = quotation::find(&article);
        let printed = serde_json::to_value(report::quotations(&article, &found)).unwrap();
        prop_assert_eq!(printed.as_array().map(Vec::len), Some(found.len()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(3_000) / 20))]

    #[test]
    fn what_must_hold_of_a_folder_holds(texts in prop::collection::vec(text(), 2..5)) {
        let file = |(number, (_, text)): (usize, &(String, String))| {
            (format!("{number}.txt"), text.clone().into_bytes())
        };
        let mut files: Vec<_> = texts.iter().enumerate().map(file).collect();
        // Two outlets that print the same.
        files.push(("z.md".to_owned(), files[0].1.clone()));
        let folder = support::open(&files);
        invariants::hold(&folder);
        let report = |folder| serde_json::to_string(&report::whole(folder, true)).unwrap();
        let before = report(&folder);
        files.reverse();
        prop_assert_eq!(report(&support::open(&files)), before);
    }
}
