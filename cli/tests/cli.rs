//! The command run as a process: what it prints, and how it ends.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const STORY: &str = "Harbour to close for the winter\n\nThe mayor of Lindhaven, Ulla Brandt, spoke on Monday. \
                     “We will close the harbour before the first storm,” Brandt said.\n";

fn asquoted(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_asquoted"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who ends before all is read has closed the pipe, which is its right.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn answers(subcommand: &str, lines: &str) -> Vec<Value> {
    let output = asquoted(&[subcommand, "--jsonl"], lines.as_bytes());
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert!(
        output.stderr.is_empty(),
        "nothing is wrong with the run itself"
    );
    text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn compare(folder: &Path) -> (i32, Value) {
    let output = asquoted(&["compare", folder.to_str().unwrap(), "--json"], b"");
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    (code(&output), document(&output))
}

/// `path: code` of each problem.
fn told(report: &Value, list: &str) -> Vec<String> {
    let problems = report[list].as_array().unwrap().iter();
    problems
        .inspect(|problem| assert!(!problem["message"].as_str().unwrap().is_empty()))
        .map(|problem| {
            format!(
                "{}: {}",
                problem["path"].as_str().unwrap(),
                problem["code"].as_str().unwrap()
            )
        })
        .collect()
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/lake-mirren")
}

#[test]
fn compare_prints_one_report() {
    let (code, report) = compare(&sample());
    assert_eq!((code, &report["schema"]), (0, &json!("asquoted.report/1")));
    let ids: Vec<&str> = report["quotations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|q| q["id"].as_str().unwrap())
        .collect();
    assert!(!ids.is_empty());
    for utterance in report["utterances"].as_array().unwrap() {
        let versions = utterance["versions"].as_array().unwrap();
        assert!(versions.len() >= 2);
        assert!(
            versions
                .iter()
                .all(|version| ids.contains(&version["quotation"].as_str().unwrap()))
        );
    }
}

#[test]
fn compare_shows_versions_to_people() {
    let folder = sample();
    let folder = folder.to_str().unwrap();
    let plain = asquoted(&["compare", folder, "--color", "never"], b"");
    assert_eq!(code(&plain), 0);
    assert!(text(&plain.stdout).contains("7 articles") && !text(&plain.stdout).contains('\u{1b}'));
    let coloured = asquoted(&["--color=always", "compare", folder], b"");
    assert!(text(&coloured.stdout).contains('\u{1b}'));
    let piped = asquoted(&["compare", folder], b"");
    assert_eq!(piped.stdout, plain.stdout);
}

#[test]
fn compare_applies_corrections() {
    let sample = sample();
    let sample = sample.to_str().unwrap();
    let person = |from: &str| json!({"what": "person", "from": from, "name": "I. Dorath"});
    let ledger = json!({"id": "calder-ledger.txt", "print": "0123456789abcdef"});
    let outlet = json!({"what": "outlet", "article": ledger, "name": "The Ledger"});
    let corrections = [person("Ines Dorath"), outlet, person("Nobody Here")];
    let file =
        json!({"schema": "asquoted.corrections/1", "folder": "Lake", "corrections": corrections});
    let desk = folder(&[
        ("corrections.json", file.to_string().as_bytes()),
        ("other.json", b"{}"),
    ]);
    let path = |name: &str| desk.path().join(name).to_str().unwrap().to_owned();

    let file = path("corrections.json");
    let output = asquoted(&["compare", sample, "--json", "--corrections", &file], b"");
    assert_eq!(code(&output), 0);
    assert_eq!(
        text(&output.stderr),
        "1 correction not found in this folder\n"
    );
    let report = document(&output);
    let told = report.to_string();
    assert!(told.contains("you named the speaker") && told.contains("you named the outlet"));
    let named = |list: &str, field: &str, name: &str| {
        let all = report[list].as_array().unwrap().iter();
        all.filter(|one| one[field] == name).count()
    };
    assert!(named("utterances", "speaker", "I. Dorath") > 0);
    assert_eq!(named("utterances", "speaker", "Ines Dorath"), 0);
    assert_eq!(named("articles", "outlet", "The Ledger"), 1);

    for bad in ["other.json", "missing.json"] {
        let output = asquoted(&["compare", sample, "--corrections", &path(bad)], b"");
        assert_eq!(code(&output), 2, "{bad}");
    }
}

#[test]
fn search_finds_what_is_remembered_in_other_words() {
    let sample = sample();
    let words = [
        "opening",
        "the gates",
        "would not be treated as an accident",
    ];
    let search = |more: &[&str]| {
        let folder = sample.to_str().unwrap();
        asquoted(&[&["search", folder], more, &words].concat(), b"")
    };
    let output = search(&["--json"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let found = document(&output);
    assert_eq!(found["schema"], "asquoted.search/1");
    let best = &found["hits"][0];
    assert!(
        best["utterance"].is_string() && best["speaker"] == "Anselm Korvat",
        "{best}"
    );
    // The offsets count code points of the text that `read` gives.
    let file = sample.join(best["article"].as_str().unwrap());
    let article = document(&asquoted(&["read", file.to_str().unwrap(), "--json"], b""));
    let points: Vec<char> = article["text"].as_str().unwrap().chars().collect();
    let at = |end: usize| best["span"][end].as_u64().unwrap() as usize;
    assert_eq!(
        points[at(0)..at(1)].iter().collect::<String>(),
        best["text"]
    );

    let shown = search(&["--most", "1"]);
    assert!(
        text(&shown.stdout).contains("Anselm Korvat"),
        "{}",
        text(&shown.stdout)
    );
    assert_eq!(
        text(&shown.stdout)
            .lines()
            .filter(|line| line.contains(" %, "))
            .count(),
        1
    );
}

#[test]
fn bad_files_are_told_and_the_rest_is_read() {
    let utf16: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let page = format!(
        "<!DOCTYPE html><title>x</title>{}",
        format!("<p>{STORY}</p>").repeat(20)
    );
    let broken = ["\u{fffd}".repeat(40), STORY.to_owned()].concat();
    let folder = folder(&[
        ("good.txt", STORY.as_bytes()),
        ("Новости дня/статья 東京.txt", STORY.as_bytes()),
        ("utf16.txt", &utf16),
        ("page.txt", page.as_bytes()),
        ("binary.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00"),
        ("empty.txt", b""),
        ("menu.html", b"<html><body><p>Home</p></body></html>"),
        ("broken.txt", broken.as_bytes()),
        ("paper.pdf", b"%PDF-1.7"),
        ("really a paper.txt", b"%PDF-1.7"),
        ("letter.docx", b"PK\x03\x04"),
        ("picture.png", b"\x89PNG\r\n"),
    ]);
    let large = fs::File::create(folder.path().join("large.txt")).unwrap();
    large.set_len(50 << 20).unwrap();
    let (code, report) = compare(folder.path());
    assert_eq!(code, 1);
    let mut problems = told(&report, "problems");
    problems.sort();
    let expected = [
        "binary.txt: binary_file",
        "broken.txt: encoding_broken",
        "empty.txt: empty_file",
        "large.txt: too_large",
        "letter.docx: unsupported_format",
        "menu.html: no_article_text",
        "paper.pdf: pdf_unsupported",
        "really a paper.txt: pdf_unsupported",
    ];
    assert_eq!(problems, expected);
    assert_eq!(report["articles"].as_array().unwrap().len(), 4);
    let cautions = told(&report, "cautions");
    assert!(cautions.contains(&"page.txt: wrong_extension".to_owned()));
    assert!(
        cautions.contains(&"Новости дня/статья 東京.txt: same_text".to_owned())
            || cautions.contains(&"utf16.txt: same_text".to_owned())
    );
}

#[cfg(unix)]
#[test]
fn links_and_rights_are_told() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("a/good.txt", STORY.as_bytes()), ("secret.txt", b"x")]);
    symlink(folder.path(), folder.path().join("a/up")).unwrap();
    let secret = folder.path().join("secret.txt");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads what it likes: then there is one problem less.
    let readable = fs::read(&secret).is_ok();
    let (code, report) = compare(folder.path());
    assert_eq!(code, 1);
    let problems = told(&report, "problems");
    assert!(problems.contains(&"a/up: link_loop".to_owned()));
    assert_eq!(
        problems.contains(&"secret.txt: permission_denied".to_owned()),
        !readable
    );
}

#[test]
fn nothing_read_is_three() {
    let empty = folder(&[]);
    let (code_of_empty, report) = compare(empty.path());
    assert_eq!(code_of_empty, 3);
    assert_eq!(told(&report, "problems").len(), 1);
    let (code_of_missing, report) = compare(&empty.path().join("missing"));
    assert_eq!(code_of_missing, 3);
    assert!(told(&report, "problems")[0].ends_with("missing: not_found"));
    let missing = empty.path().join("missing.txt");
    let read = asquoted(&["read", missing.to_str().unwrap(), "--json"], b"");
    assert_eq!(
        (code(&read), &document(&read)["problems"][0]["code"]),
        (3, &json!("not_found"))
    );
    let plain = asquoted(&["read", missing.to_str().unwrap()], b"");
    assert_eq!(code(&plain), 3);
    assert!(plain.stdout.is_empty() && text(&plain.stderr).contains("missing.txt"));
}

#[test]
fn several_folders_are_one() {
    let (a, b) = (
        folder(&[("x.txt", STORY.as_bytes())]),
        folder(&[("x.txt", STORY.as_bytes())]),
    );
    let output = asquoted(
        &[
            "compare",
            a.path().to_str().unwrap(),
            b.path().to_str().unwrap(),
            "--json",
        ],
        b"",
    );
    let report = document(&output);
    let ids: Vec<&str> = report["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|article| article["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.iter().all(|id| id.ends_with("/x.txt")) && ids[0] != ids[1]);
}

#[test]
fn bad_usage_is_two() {
    for arguments in [
        &["compare"][..],
        &["diff"],
        &["diff", "one"],
        &["group"],
        &["quotes"],
        &["nothing"],
        &[],
    ] {
        assert_eq!(code(&asquoted(arguments, b"")), 2, "{arguments:?}");
    }
    assert_eq!(code(&asquoted(&["--help"], b"")), 0);
    assert!(text(&asquoted(&["--version"], b"").stdout).starts_with("asquoted "));
}

#[test]
fn read_prints_text_and_blocks_in_code_points() {
    let folder = folder(&[(
        "ü.txt",
        "\u{feff}Straße gesperrt\r\n\r\nDie Bürgermeisterin sprach. „Wir schließen“, sagte sie."
            .as_bytes(),
    )]);
    let output = asquoted(
        &[
            "read",
            folder.path().join("ü.txt").to_str().unwrap(),
            "--json",
        ],
        b"",
    );
    assert_eq!(code(&output), 0);
    let article = document(&output);
    let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
    assert_eq!(text[0], 'S', "the byte-order mark is no part of the text");
    let blocks = article["blocks"].as_array().unwrap();
    let stretch = |block: &Value| -> String {
        let at = |end: usize| block["span"][end].as_u64().unwrap() as usize;
        text[at(0)..at(1)].iter().collect()
    };
    assert_eq!(
        (stretch(&blocks[0]).as_str(), &blocks[0]["role"]),
        ("Straße gesperrt", &json!("title"))
    );
    assert!(stretch(&blocks[1]).ends_with("sagte sie."));
    assert_eq!(
        (&article["id"], &article["format"], &article["title"]),
        (&json!("ü.txt"), &json!("txt"), &json!("Straße gesperrt"))
    );
}

#[test]
fn quotes_answers_line_by_line() {
    let lines = "{\"id\": \"7\", \"text\": \"“We will close the harbour,” Ulla Brandt said.\"}\n\
                 {\"id\": 8}\nnot json\n{\"id\": 9, \"text\": \"\"}\n[1]\n";
    let answers = answers("quotes", lines);
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(
        ids,
        [
            &json!("7"),
            &json!(8),
            &Value::Null,
            &json!(9),
            &Value::Null
        ]
    );
    let quotation = &answers[0]["quotations"][0];
    assert_eq!(quotation["spans"], json!([[1, 27]]));
    assert_eq!(
        (&quotation["id"], &quotation["speaker"]["name"]),
        (&json!("7@1"), &json!("Ulla Brandt"))
    );
    assert!(quotation.get("article").is_none());
    for bad in [1, 2, 4] {
        assert_eq!(answers[bad]["error"]["code"], "bad_line");
        assert!(answers[bad].get("quotations").is_none());
    }
    assert_eq!(answers[3]["quotations"], json!([]));
}

#[test]
fn diff_takes_strings_and_tokens() {
    let lines = "{\"id\": 1, \"a\": \"Wir schließen heute.\", \"b\": \"Wir öffnen heute.\"}\n\
                 {\"id\": 2, \"a\": [\"we\", \"do n't\"], \"b\": [\"we\"]}\n{\"id\": 3, \"a\": 4, \"b\": \"x\"}\n{\"id\": 4, \"a\": \"\", \"b\": []}\n";
    let answers = answers("diff", lines);
    assert_eq!(
        answers[0]["tokens"]["a"],
        json!(["Wir", "schließen", "heute", "."])
    );
    assert_eq!(answers[0]["token_spans"]["a"][1], json!([4, 13]));
    assert_eq!(answers[0]["changes"][0]["kind"], "substitution");
    assert_eq!(answers[1]["tokens"]["a"], json!(["we", "do n't"]));
    assert!(answers[1].get("token_spans").is_none());
    assert_eq!(answers[2]["error"]["code"], "bad_line");
    assert_eq!(answers[3]["links"], json!([]));
}

#[test]
fn diff_marks_words_by_signs_as_well() {
    let output = asquoted(
        &[
            "diff",
            "We will close the harbour.",
            "We will open the harbour.",
        ],
        b"",
    );
    assert_eq!(code(&output), 0);
    assert!(
        text(&output.stdout).contains("We will [open] the harbour."),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn group_labels_versions_of_one_utterance() {
    let said = "We will close the harbour before the first storm of the winter";
    let line = |id: u32, text: &str, group: &str| {
        format!("{}\n", json!({"id": id, "text": text, "group": group}))
    };
    let lines = line(1, said, "a")
        + &line(2, "Nobody asked the fishermen about any of this", "a")
        + "{\"id\": 3}\n"
        + &line(4, &said.replace("close", "shut"), "a")
        + &line(5, said, "b");
    let answers = answers("group", &lines);
    let label = |index: usize| answers[index]["utterance"].as_str().unwrap();
    assert_eq!(label(0), label(3));
    assert!(label(0) != label(1) && label(0) != label(4) && label(1) != label(4));
    assert_eq!(
        (&answers[2]["id"], &answers[2]["error"]["code"]),
        (&json!(3), &json!("bad_line"))
    );
}

#[test]
fn many_lines_keep_their_order() {
    let lines: String = (0..1000)
        .map(|id| format!("{{\"id\": {id}, \"text\": \"He said “go” {id} times.\"}}\n"))
        .collect();
    let ids: Vec<u64> = answers("quotes", &lines)
        .iter()
        .map(|answer| answer["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, (0..1000).collect::<Vec<u64>>());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_asquoted"))
        .args(["compare", sample().to_str().unwrap(), "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0);
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
}
