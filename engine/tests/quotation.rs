//! Quotations and speakers, on cases kept as data and on arbitrary texts.
//!
//! A case file holds cases: `=== name [language]`, the text, `---`, then one line a quotation:
//! `kind: words … words | speaker | rule`, `(in n)` after the kind where it stands within the
//! n-th line, and `(open)` where its marks were not closed.

use std::fmt::Write as _;
use std::path::Path;

use asquoted_engine::article::{Article, Block, Role};
use asquoted_engine::quotation::{self, Kind, Quotation};
use asquoted_engine::speaker;
use asquoted_engine::text::Span;
use proptest::prelude::*;

struct Case {
    name: String,
    language: String,
    text: String,
    expected: String,
}

fn cases(file: &str) -> Vec<Case> {
    file.split("=== ")
        .skip(1)
        .map(|case| {
            let (head, body) = case.split_once('\n').expect("a case has a body");
            let (name, language) = head.split_once(" [").expect("a case names its language");
            let (text, expected) = body
                .split_once("\n---\n")
                .expect("a case has expected lines");
            Case {
                name: name.to_owned(),
                language: language.trim_end_matches(']').to_owned(),
                text: text.to_owned(),
                expected: expected.trim().to_owned(),
            }
        })
        .collect()
}

fn settled(article: Article) -> (Article, Vec<Quotation>) {
    let mut quotations = vec![quotation::find(&article)];
    let articles = [article];
    speaker::settle(&articles, &mut quotations);
    let [article] = articles;
    (article, quotations.remove(0))
}

fn lines(article: &Article, quotations: &[Quotation]) -> String {
    let mut out = String::new();
    for quotation in quotations {
        let kind = serde_json::to_value(quotation.kind).expect("a kind is a word");
        let words: Vec<&str> = quotation
            .spans
            .iter()
            .map(|span| span.of(&article.text))
            .collect();
        let _ = write!(out, "{}", kind.as_str().unwrap_or_default());
        if let Some(within) = quotation.within {
            let _ = write!(out, " (in {})", within + 1);
        }
        if !quotation.closed {
            let _ = write!(out, " (open)");
        }
        let _ = write!(out, ": {}", words.join(" … "));
        if let Some(speaker) = &quotation.speaker {
            let rule = serde_json::to_value(speaker.reason.rule).expect("a rule is a word");
            let _ = write!(
                out,
                " | {} | {}",
                speaker.name,
                rule.as_str().unwrap_or_default()
            );
        }
        out.push('\n');
    }
    out.trim().to_owned()
}

#[test]
fn cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/quotation");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a case file").path())
        .collect();
    files.sort();
    let mut wrong = String::new();
    let mut count = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a case file is text");
        for case in cases(&text) {
            let (article, quotations) =
                settled(Article::from_text("case", &case.text, &case.language));
            let found = lines(&article, &quotations);
            count += 1;
            if found != case.expected {
                let _ = write!(
                    wrong,
                    "\n{}: {}\nfound:\n{found}\nexpected:\n{}\n",
                    file.display(),
                    case.name,
                    case.expected
                );
            }
        }
    }
    assert!(count > 250, "only {count} cases were read");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn boilerplate_and_bylines_are_not_looked_at() {
    let text = "Mayor: “We will stay”\n“Sign up,” says Jane Doe.\n“We go,” said Jane Doe.";
    let mut article = Article::from_text("a", text, "en");
    let mut at = 0;
    article.blocks = [Role::Title, Role::Boilerplate, Role::Body]
        .into_iter()
        .zip(text.split_inclusive('\n'))
        .map(|(role, line)| {
            at += line.len();
            Block {
                span: Span::new(at - line.len(), at),
                role,
            }
        })
        .collect();
    let (article, quotations) = settled(article);
    assert_eq!(
        lines(&article, &quotations),
        "direct: We will stay | Mayor | label\ndirect: We go, | Jane Doe | inverted"
    );
}

fn folder() -> Vec<Article> {
    let texts = [
        "Kovian President Petro Kovalskyy spoke on Monday. “We will rebuild,” Kovalskyy said.",
        "“The talks go on,” said Petro Kovalsky, president of Kovia. Kovalsky added: “We wait.”",
        "The Kovian leader said that the talks would go on.",
        "“I was first,” Kovalskiy said. A senior official said that the talks had failed.",
        "“No comment,” said Anna Muster. “None at all,” said Ivo Muster. Muster declined to say that more was planned.",
        "A senior official said that the bridge was closed.",
    ];
    texts
        .iter()
        .enumerate()
        .map(|(at, text)| Article::from_text(&format!("{at}.txt"), text, "en"))
        .collect()
}

fn names(articles: &[Article]) -> Vec<(String, Vec<String>)> {
    let mut quotations: Vec<Vec<Quotation>> = articles.iter().map(quotation::find).collect();
    speaker::settle(articles, &mut quotations);
    let mut names: Vec<(String, Vec<String>)> = articles
        .iter()
        .zip(quotations)
        .map(|(article, quotations)| {
            let names = quotations
                .into_iter()
                .filter_map(|quotation| quotation.speaker)
                .map(|speaker| speaker.name);
            (article.id.clone(), names.collect())
        })
        .collect();
    names.sort();
    names
}

#[test]
fn one_person_has_one_name_across_the_folder() {
    let names = names(&folder());
    let of = |article: usize| &names[article].1;
    let person = &of(0)[0];
    assert!(person.starts_with("Petro Kovalsk"), "{person}");
    for article in 0..4 {
        assert_eq!(&of(article)[0], person, "article {article}");
    }
}

#[test]
fn namesakes_and_the_unnamed_stay_apart() {
    let articles = folder();
    let names = names(&articles);
    assert_eq!(names[4].1[..2], ["Anna Muster", "Ivo Muster"]);
    assert_eq!(names[5].1, ["A senior official"]);
    let mut quotations: Vec<Vec<Quotation>> = articles.iter().map(quotation::find).collect();
    let people = speaker::settle(&articles, &mut quotations);
    assert!(people.iter().any(|person| person.name == "Anna Muster"));
    assert!(people.iter().any(|person| person.name == "Ivo Muster"));
    assert!(people.windows(2).all(|pair| pair[0].name < pair[1].name));
}

#[test]
fn what_one_article_tells_of_gender_holds_in_the_others() {
    let open =
        "Premier Orsel Wint received Water Minister Ilke Brask. She said that the lake was low.";
    let alone = names_in(&[open]).0;
    assert_eq!(alone[0], ["Orsel Wint"], "nothing tells here");
    let told = names_in(&[open, "“The lake is ours,” Mr Wint said."]).0;
    assert_eq!(told[0], ["Ilke Brask"]);
}

fn names_in(texts: &[&str]) -> (Vec<Vec<String>>, Vec<speaker::Person>) {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| Article::from_text(&format!("{at}.txt"), text, "en"))
        .collect();
    let mut quotations: Vec<Vec<Quotation>> = articles.iter().map(quotation::find).collect();
    let people = speaker::settle(&articles, &mut quotations);
    let name = |quotation: &Quotation| quotation.speaker.as_ref().map(|one| one.name.clone());
    let names = quotations
        .iter()
        .map(|quotations| quotations.iter().filter_map(name).collect())
        .collect();
    (names, people)
}

#[test]
fn a_surname_that_two_bear_stays_a_surname() {
    let (names, people) = names_in(&[
        "“We go,” said Anna Muster. “All of us,” Muster added.",
        "“We stay,” said Ivo Muster. “All of us,” Muster added.",
        "“Nobody knows yet,” Muster said.",
    ]);
    assert_eq!(names[0], ["Anna Muster", "Anna Muster"]);
    assert_eq!(names[1], ["Ivo Muster", "Ivo Muster"]);
    // The third article does not tell which of the two it means.
    assert_eq!(names[2], ["Muster"]);
    assert_eq!(people.len(), 3);
}

#[test]
fn spellings_of_one_name_meet() {
    let (names, people) = names_in(&[
        "“We wait,” said President Volodymyr Hrinko. “The ice is thin,” said Ana Núñez.",
        "“We wait,” said President Vladimir Hrinko. “The ice is thin,” said Ana Nunez.",
        "“We wait,” Hrinko said. “The ice is thin,” Nunez said.",
    ]);
    assert_eq!(names[0], names[1]);
    assert_eq!(names[1], names[2]);
    assert_eq!(people.len(), 2, "{people:?}");
}

#[test]
fn the_unnamed_are_nobody_in_particular() {
    let (names, people) = names_in(&[
        "“We wait,” a senior official said. “The ice is thin,” said Anna Muster.",
        "“We wait,” a senior official said. Two fishermen said that the ice was thin.",
    ]);
    assert_eq!(names[0], ["a senior official", "Anna Muster"]);
    assert_eq!(names[1], ["a senior official", "Two fishermen"]);
    let known: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(known, ["Anna Muster"]);
}

#[test]
fn the_order_of_articles_changes_nothing() {
    let articles = folder();
    let names_of = names(&articles);
    for turn in 1..articles.len() {
        let mut turned = articles.clone();
        turned.rotate_left(turn);
        assert_eq!(names(&turned), names_of);
        turned.reverse();
        assert_eq!(names(&turned), names_of);
    }
}

/// Text made of what the rules look for, so that arbitrary strings reach them.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "„",
        "«",
        "»",
        "‘",
        "’",
        "'",
        "''",
        "「",
        "」",
        "—",
        "– ",
        " ",
        "\n",
        ". ",
        ", ",
        ": ",
        "? ",
        "(",
        ")",
        "said",
        " he",
        " Jane Doe",
        " Mr. Doe",
        " that",
        " according to",
        " the president",
        " of Kovia",
        " and",
        "’s",
        " who",
        "adding",
        " 12",
        "…",
        "U.S.",
        "sagte",
        " dass",
        " laut",
        "Ünder",
        "東京は",
        "と述べた",
        " we",
        " with",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

fn check(text: &str, language: &str) -> Result<(), TestCaseError> {
    let (article, quotations) = settled(Article::from_text("a", text, language));
    let mut ids = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        prop_assert!(!quotation.spans.is_empty());
        for span in &quotation.spans {
            prop_assert!(span.start < span.end && span.end <= text.len());
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
        }
        prop_assert!(
            quotation
                .spans
                .windows(2)
                .all(|pair| pair[0].end <= pair[1].start)
        );
        if let Some(within) = quotation.within {
            prop_assert!(within != at && within < quotations.len());
            prop_assert!(
                quotations[within]
                    .spans
                    .iter()
                    .any(|outer| outer.contains(quotation.spans[0]))
            );
        }
        for span in quotation
            .speaker
            .iter()
            .filter_map(|speaker| speaker.span)
            .chain(quotation.cue.iter().map(|cue| cue.span))
        {
            prop_assert!(
                span.end <= text.len()
                    && text.is_char_boundary(span.start)
                    && text.is_char_boundary(span.end)
            );
        }
        ids.push((quotation.spans[0].start, quotation.kind == Kind::Reported));
    }
    prop_assert!(
        quotations
            .windows(2)
            .all(|pair| pair[0].spans[0].start <= pair[1].spans[0].start)
    );
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), count, "two quotations would have one id");
    prop_assert_eq!(quotation::find(&article).len(), count);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_gives_quotations_inside_it(text in hostile(), language in prop::sample::select(vec!["en", "de", "fr", "ru", "ja", "und"])) {
        check(&text, language)?;
    }

    #[test]
    fn marked_words_are_found_whole(words in prop::collection::vec("[a-z]{2,8}", 3..12)) {
        let said = format!("We {}.", words.join(" "));
        let text = format!("“{said}” Jane Doe said on Monday: “{said}”");
        let (article, quotations) = settled(Article::from_text("a", &text, "en"));
        let found: Vec<&str> = quotations
            .iter()
            .filter(|quotation| quotation.kind == Kind::Direct)
            .flat_map(|quotation| quotation.spans.iter().map(|span| span.of(&article.text)))
            .collect();
        prop_assert_eq!(found, vec![said.as_str(), said.as_str()]);
    }
}
