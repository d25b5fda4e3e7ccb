//! No letter of an article, or of a file's name, acts on the terminal it is printed on.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What would clear the screen, set the title, ring, go back, turn the writing round, and begin a
/// command in eight bits.
const ATTACK: &str =
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{8}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{61c}\u{7f}";
/// How it is shown.
const SHOWN: &str = "␛[2J␛]0;owned␇";

fn asquoted(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_asquoted"))
        // Colours are not stripped, as on a terminal.
        .args(["--color", "always"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn story(outlet: &str, word: &str) -> String {
    format!(
        "Gates {ATTACK} shut\n\n{outlet} {ATTACK}\n9 June 2031\n\n\
         “The gates {ATTACK} stay {word} until the engineers have signed,” said Ines Dorath.\n\n{}\n",
        // A file that is nothing but controls is no text.
        "The lake lay still, and the town waited for the survey of the wall. ".repeat(30)
    )
}

/// Two articles whose texts and names attack, and a file that cannot be read.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    file(&format!("a{ATTACK}.txt"), &story("Lumen Daily", "shut"));
    file("b.txt", &story("Calder Ledger", "closed"));
    file(&format!("c{ATTACK}\nasquoted: all is well.pdf"), "%PDF-1.7");
    folder
}

/// The text without the colours of our own, which are all that begins with an escape.
fn without_colours(printed: &str) -> String {
    let mut pieces = printed.split('\u{1b}');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (colour, rest) = piece.split_once('m').unwrap();
        let numbers = colour.strip_prefix('[').unwrap();
        assert!(
            numbers
                .split(';')
                .all(|number| ["0", "1", "2", "31", "33", "36"].contains(&number)),
            "{piece:?} is no colour of ours"
        );
        text.push_str(rest);
    }
    text
}

/// Nothing that was printed acts, and the attack is seen in it.
fn assert_harmless(printed: &[u8]) -> String {
    let text = without_colours(std::str::from_utf8(printed).unwrap());
    let acting = text.chars().find(|letter| {
        let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let marks = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}');
        (letter.is_control() && !matches!(letter, '\n' | '\t')) || turns || marks
    });
    assert_eq!(acting, None, "{text}");
    assert!(text.contains(SHOWN), "{text}");
    text
}

#[test]
fn compare_and_its_problems() {
    let folder = folder();
    let output = asquoted(folder.path(), &["compare", "."]);
    let text = assert_harmless(&output.stdout);
    assert!(text.contains("1 utterance"), "{text}");
    let told = assert_harmless(&output.stderr);
    assert!(
        !told.contains("\nasquoted:"),
        "a name forges a line: {told}"
    );
    assert!(told.contains("␊asquoted: all is well.pdf: "), "{told}");
}

#[test]
fn search() {
    let folder = folder();
    let words = ["search", ".", "until", "the", "engineers", "have", "signed"];
    assert_harmless(&asquoted(folder.path(), &words).stdout);
}

#[test]
fn read_and_quotes() {
    let folder = folder();
    let text = assert_harmless(&asquoted(folder.path(), &["read", "b.txt"]).stdout);
    let title = text.lines().find(|line| line.contains("title")).unwrap();
    assert!(title.contains(SHOWN), "{title}");
    assert_harmless(&asquoted(folder.path(), &["quotes", "b.txt"]).stdout);
}

#[test]
fn diff() {
    let folder = folder();
    let [a, b] = ["open", "shut"].map(|word| format!("The gates {ATTACK} stay {word} today."));
    let text = assert_harmless(&asquoted(folder.path(), &["diff", &a, &b]).stdout);
    assert!(text.contains("[shut]"), "{text}");
}

#[test]
fn paths_and_arguments_that_are_wrong() {
    let folder = folder();
    let missing = format!("missing{ATTACK}\nasquoted: all is well.txt");
    let forged = |told: &str| told.contains("\nasquoted:");
    for arguments in [
        &["read", &missing][..],
        &["compare", &missing],
        &["compare", ".", "--corrections", &missing],
        &["compare", ".", "--assets", &missing],
    ] {
        let output = asquoted(folder.path(), arguments);
        let told = assert_harmless(&output.stderr);
        assert!(!forged(&told), "{told}");
        assert_ne!(output.status.code(), Some(0));
    }
    let unknown = format!("--\u{9b}2J{ATTACK}");
    let output = asquoted(folder.path(), &["compare", &unknown]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    let acts = |letter: char| letter.is_control() && letter != '\n';
    assert!(
        told.contains("--\\u{9b}2J") && !told.contains(acts),
        "{told}"
    );
}

/// JSON is for programs: what it holds is the text as it is.
#[test]
fn json_keeps_every_letter() {
    let folder = folder();
    let output = asquoted(folder.path(), &["read", "b.txt", "--json"]);
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(article["text"].as_str().unwrap().contains(ATTACK));
}

/// On a terminal the progress is shown, too: `script` plays one.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_with_its_progress() {
    let folder = folder();
    let command = format!("{} compare .", env!("CARGO_BIN_EXE_asquoted"));
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .env("TERM", "xterm")
        .env_remove("NO_COLOR")
        .current_dir(folder.path())
        .output()
        .expect("`script` is part of every Debian");
    let printed = String::from_utf8(output.stdout).unwrap();
    for act in ["\u{1b}]", "\u{7}", "\u{8}", "\u{9b}", "\u{202e}", "\u{7f}"] {
        assert!(!printed.contains(act), "{act:?} in {printed:?}");
    }
    // The bar clears lines and nothing more; a screen that is cleared was cleared by the article.
    assert!(
        !printed.contains("\u{1b}[2J") && printed.contains(SHOWN),
        "{printed:?}"
    );
    assert!(
        printed.contains("\u{1b}[1m"),
        "a terminal has colours: {printed:?}"
    );
}
