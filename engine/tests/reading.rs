//! Reading: case files (a file and what it must be told apart into), and what must hold for all
//! bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use asquoted_engine::article::{Article, Block, Role};
use asquoted_engine::reading::{read, settle};
use proptest::prelude::*;

/// Every `.expected` file stands beside the file it belongs to: `field: value` lines for what is
/// known (a field that is not named must be unknown), then `role | beginning` for each block.
#[test]
fn cases_are_told_apart_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading");
    let mut cases: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension != "expected")
    });
    cases.sort();
    assert!(cases.len() >= 5);
    for path in cases {
        let name = path.file_name().unwrap().to_str().unwrap();
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap();
        let article = read(name, name, &fs::read(&path).unwrap()).article.unwrap();
        check(name, &article, &expected);
    }
}

fn check(name: &str, article: &Article, expected: &str) {
    let (fields, blocks) = expected.split_once("\n\n").unwrap();
    let expected: BTreeMap<&str, &str> = fields
        .lines()
        .map(|line| line.split_once(": ").unwrap())
        .collect();
    let known = [
        ("title", article.title.as_deref()),
        ("byline", article.byline.as_deref()),
        ("published", article.published.as_deref()),
        ("outlet", article.outlet.as_deref()),
        ("outlet_from", article.outlet_from.as_deref()),
        ("url", article.url.as_deref()),
        ("language", Some(article.language.as_str())),
    ];
    let known: BTreeMap<&str, &str> = known
        .into_iter()
        .filter_map(|(field, value)| Some((field, value?)))
        .collect();
    assert_eq!(known, expected, "{name}");
    let told: Vec<String> = article
        .blocks
        .iter()
        .map(|block| told(article, block))
        .collect();
    let blocks: Vec<&str> = blocks.lines().filter(|line| !line.is_empty()).collect();
    for (told, block) in told.iter().zip(&blocks) {
        assert!(
            told.starts_with(block),
            "{name}: expected “{block}”, got “{told}”"
        );
    }
    assert_eq!(told.len(), blocks.len(), "{name}: {told:#?}");
}

fn told(article: &Article, block: &Block) -> String {
    format!(
        "{} | {}",
        format!("{:?}", block.role).to_lowercase(),
        block.span.of(&article.text)
    )
}

/// Blocks are disjoint, ascend, lie on character boundaries, and hold all that is not white space
/// or markup; for `.txt` all that is not white space.
fn assert_sound(article: &Article, whole: bool) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(end <= block.span.start && block.span.start < block.span.end);
        assert!(article.text.get(block.span.range()).is_some());
        if whole {
            assert!(article.text[end..block.span.start].trim().is_empty());
        }
        end = block.span.end;
    }
    assert!(!whole || article.text[end..].trim().is_empty());
}

const NAMES: [&str; 5] = ["a.txt", "a.md", "a.html", "a", "a.odd"];

/// Pieces that articles and pages are made of, and pieces that break readers.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,30}",
        prop::sample::select(vec![
            "\n",
            "\n\n",
            "\r\n",
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<br>",
            "&amp;",
            "&#8220;",
            "<h1>",
            "</h1>",
            "<table><tr><td>",
            "---\n",
            "# ",
            "> ",
            "- ",
            "[a](b)",
            "`",
            "**",
            "“",
            "”",
            "\"",
            "©",
            "By Ada Quill",
            "5 September 2025",
            "Source: The Post",
            "list of 3 items",
            "Read also:",
            "\u{feff}",
            "\u{0}",
            "<!DOCTYPE html>",
            "<meta charset=x>",
            "<svg><path/>",
            "<title>",
            "The mayor spoke on Monday of the harbour.",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_bytes_break_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400), name in prop::sample::select(&NAMES[..])) {
        let reading = read(name, name, &bytes);
        if let Some(article) = &reading.article {
            assert_sound(article, false);
        } else {
            prop_assert!(!reading.problems.is_empty());
        }
    }

    #[test]
    fn no_text_breaks_the_reading(pieces in prop::collection::vec(piece(), 0..40), name in prop::sample::select(&NAMES[..])) {
        let text = pieces.concat();
        if let Some(article) = read(name, name, text.as_bytes()).article {
            assert_sound(&article, article.format == asquoted_engine::article::Format::Txt);
            if article.format != asquoted_engine::article::Format::Html {
                prop_assert_eq!(article.text, text.strip_prefix('\u{feff}').unwrap_or(&text));
            }
        }
    }

    #[test]
    fn the_order_of_the_files_changes_nothing(
        texts in prop::collection::vec(prop::sample::subsequence(LINES.to_vec(), 1..LINES.len()), 1..6),
        turn in 0_usize..6,
    ) {
        let articles = |turn: usize| -> Vec<Article> {
            let mut files: Vec<(String, String)> =
                texts.iter().enumerate().map(|(n, lines)| (format!("{}_{n}.txt", ["nyt", "bbc"][n % 2]), lines.join("\n\n"))).collect();
            let count = files.len();
            files.rotate_left(turn % count);
            files.iter().filter_map(|(id, text)| read(id, id, text.as_bytes()).article).collect()
        };
        let settled = |turn: usize| {
            let mut articles = articles(turn);
            let mut cautions = settle(&mut articles);
            cautions.sort_by(|a, b| (&a.path, &a.message).cmp(&(&b.path, &b.message)));
            articles.sort_by(|a, b| a.id.cmp(&b.id));
            let roles: Vec<Vec<Role>> = articles.iter().map(|article| article.blocks.iter().map(|block| block.role).collect()).collect();
            (cautions, roles)
        };
        prop_assert_eq!(settled(0), settled(turn));
    }
}

const LINES: [&str; 6] = [
    "The mayor spoke of the harbour. It was Monday.",
    "“We have no choice,” Ulla Brandt said.",
    "Nobody asked the fishermen. They went to Eastmere.",
    "The Post belongs to the people of the coast. Write to us.",
    "Follow us on Telegram",
    "5 September 2025",
];
