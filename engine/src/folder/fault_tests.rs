//! A fault of the program in one article, asked for by a word in it, costs that article alone.

use super::{Folder, Source, Sources, Unwatched, open, renew};
use crate::article::Article;
use crate::problem::{Problem, ProblemCode};

/// In a path or a text of a test: there reading, finding, or what looks at several articles breaks off.
pub(crate) const READING: &str = "fault-of-reading";
pub(crate) const FINDING: &str = "fault-of-finding";
pub(crate) const LATE: &str = "fault-of-a-later-stage";

/// Breaks off where one of the articles asks for it.
pub(crate) fn ask<'a>(word: &str, articles: impl IntoIterator<Item = &'a Article>) {
    for article in articles {
        assert!(
            !article.text.contains(word),
            "a fault that a test asked for"
        );
    }
}

struct Texts(Vec<Source>, Vec<String>);

impl Sources for Texts {
    fn list(&self) -> &[Source] {
        &self.0
    }

    fn load(&self, index: usize) -> Result<Vec<u8>, Problem> {
        Ok(self.1[index].clone().into_bytes())
    }
}

/// Two outlets with one statement, and between them what is to break.
fn folder(path: &str, rest: &str) -> Texts {
    const GATES: &str = "“The gates stay shut until the engineers have signed,” said Ines Dorath.";
    let long = "The lake lay still and the town waited for the survey. ".repeat(40);
    let files = [
        ("a.txt".to_owned(), GATES.to_owned()),
        (path.to_owned(), format!("{GATES} {rest}")),
        // Large enough to be worked on aside.
        (format!("large/{path}"), format!("{GATES} {long} {rest}")),
        ("z.txt".to_owned(), format!("{GATES} She left at noon.")),
    ];
    let source = |path: &String| Source {
        id: path.clone(),
        path: path.clone(),
    };
    Texts(
        files.iter().map(|(path, _)| source(path)).collect(),
        files.iter().map(|(_, text)| text.clone()).collect(),
    )
}

fn is_without(folder: &Folder, path: &str) {
    let faults: Vec<(&str, ProblemCode)> = folder
        .problems
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code))
        .collect();
    let large = format!("large/{path}");
    let mut expected = [(path, ProblemCode::Fault), (&large, ProblemCode::Fault)];
    expected.sort_by_key(|(path, _)| *path);
    assert_eq!(faults, expected);
    let left: Vec<&str> = folder
        .articles
        .iter()
        .map(|one| one.path.as_str())
        .collect();
    assert_eq!(left, ["a.txt", "z.txt"]);
    assert_eq!(folder.utterances.len(), 1);
    assert_eq!(folder.utterances[0].versions.len(), 2);
    assert!(folder.cautions.iter().all(|caution| caution.path != path));
}

#[test]
fn one_article_s_fault_costs_one_article() {
    let cases = [
        ("fault-of-reading.txt", ""),
        ("m.txt", FINDING),
        ("m.txt", LATE),
    ];
    for (path, rest) in cases {
        let sources = folder(path, rest);
        let opened = open("test", &sources, Vec::new(), &Unwatched);
        is_without(&opened, path);
        assert!(renew(&opened, &sources, Vec::new(), &Unwatched).is_none());

        // What came into order is taken in, and what breaks later costs itself.
        let well = open(
            "test",
            &folder("m.txt", "She left."),
            Vec::new(),
            &Unwatched,
        );
        assert_eq!(well.articles.len(), 4);
        let renewed = renew(&well, &sources, Vec::new(), &Unwatched).expect("it has changed");
        is_without(&renewed.folder, path);
        assert_eq!(renewed.failed.len(), 2);
        let mended = folder("m.txt", "She left.");
        let mended = renew(&renewed.folder, &mended, Vec::new(), &Unwatched);
        assert_eq!(mended.expect("it has changed").folder.articles.len(), 4);
    }
}

#[test]
fn an_article_that_costs_too_much_is_looked_at_as_far_as_it_may() {
    const GATES: &str = "“The gates stay shut until the engineers have signed,” said Ines Dorath.";
    let files = [
        ("a.txt", format!("{GATES}\n\n{}", "“A.” ".repeat(40_000))),
        ("b.txt", GATES.to_owned()),
    ];
    let source = |(path, _): &(&str, String)| Source {
        id: (*path).to_owned(),
        path: (*path).to_owned(),
    };
    let list = files.iter().map(source).collect();
    let sources = Texts(list, files.iter().map(|(_, text)| text.clone()).collect());
    let folder = open("test", &sources, Vec::new(), &Unwatched);
    let costly = |code| {
        folder
            .cautions
            .iter()
            .filter(move |caution| caution.code == code)
    };
    let told: Vec<_> = costly(ProblemCode::TooComplex).collect();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].path.as_str(), told[0].count), ("a.txt", Some(3)));
    assert!(folder.problems.is_empty() && folder.articles.len() == 2);
    let both = folder.utterances.iter().find(|one| one.versions.len() == 2);
    assert!(both.is_some_and(|one| one.speaker.as_deref() == Some("Ines Dorath")));
}
