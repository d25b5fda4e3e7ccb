//! What stands around an article on its page: menus, sharing, newsletters, forms, legal lines.
//! Only short lines are judged, and what is not surely furniture is body: a line wrongly called
//! furniture loses its quotations.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Longer lines are never furniture by their words, in bytes.
const LONGEST: usize = 220;

/// The whole line, but for case, marks and numbers around it.
static WHOLE: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("tables/furniture_lines.txt").lines().collect());

/// How a line begins, in lower case.
static BEGINNINGS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    include_str!("tables/furniture_beginnings.txt")
        .lines()
        .collect()
});

/// Forms of web pages.
const FORM_WORDS: &[&str] = &[
    "indicates required field",
    "required fields are marked",
    "this field is for validation",
];

/// Whether a line is surely no part of the article's text.
pub fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let lower = line.trim().to_lowercase().replace('’', "'");
    if FORM_WORDS.iter().any(|words| lower.contains(words)) {
        return true;
    }
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic() && c != '©');
    if bare.is_empty() {
        // A lone number, rule or arrow. A mark alone may be a quotation's that was broken off.
        return !lower.is_empty() && !lower.contains(is_quotation_mark);
    }
    WHOLE.contains(bare)
        || is_list_note(&lower)
        || is_reading_time(&lower)
        || begins_as_furniture(&lower)
}

/// Whether a line may be a source's name after an article: "Source: The Example".
pub fn source_line(line: &str) -> Option<&str> {
    let line = line.trim();
    let labels = [
        "source:",
        "quelle:",
        "fuente:",
        "fonte:",
        "источник:",
        "źródło:",
        "bron:",
        "source :",
    ];
    let label = labels.into_iter().find(|label| {
        line.get(..label.len())
            .is_some_and(|head| head.to_lowercase() == **label)
    })?;
    let name = line[label.len()..].trim().trim_end_matches('.');
    let is_name = name.split_whitespace().count() <= 6 && name.chars().any(char::is_alphabetic);
    is_name.then_some(name)
}

fn begins_as_furniture(lower: &str) -> bool {
    let begins = |beginning: &&str| {
        let rest = lower.strip_prefix(*beginning);
        let ends_in_word = beginning.ends_with(char::is_alphanumeric);
        rest.is_some_and(|rest| !(ends_in_word && rest.starts_with(char::is_alphanumeric)))
    };
    // Somebody's words about furniture are still somebody's words.
    !lower.contains(is_quotation_mark) && BEGINNINGS.iter().any(begins)
}

/// "list of 3 items", "list 1 of 3", with or without "end of list" glued to it: read aloud by
/// screen readers, and left in saved texts.
fn is_list_note(lower: &str) -> bool {
    let rest = lower
        .strip_prefix("list of ")
        .or_else(|| lower.strip_prefix("list "));
    let rest = rest.and_then(|rest| {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        (digits > 0).then(|| rest[digits..].trim_start())
    });
    rest.is_some_and(|rest| {
        let tail = rest.trim_start_matches("items").trim_start_matches("item");
        (tail.len() < rest.len() && (tail.is_empty() || tail.trim() == "end of list"))
            || rest.starts_with("of ")
    })
}

/// "3 min read", "5 minutes ago".
fn is_reading_time(lower: &str) -> bool {
    let mut words = lower.split_whitespace();
    let number = words
        .next()
        .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let rest: Vec<&str> = words.collect();
    number
        && matches!(
            rest.as_slice(),
            [
                "min" | "mins" | "minute" | "minutes" | "hour" | "hours" | "day" | "days",
                "read" | "ago"
            ] | ["comment" | "comments" | "shares" | "views" | "likes"]
        )
}

/// Quotation marks that are no apostrophe.
pub fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '‘'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '‟'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known() {
        for line in [
            "Skip to content",
            "READ ALSO:",
            "list of 3 itemsend of list",
            "End of list",
            "“*” indicates required fields",
            "\"*\" indicates required fields",
            "Follow us on Telegram",
            "© 2025 The Example",
            "3 min read",
            "***",
            "Read more: Mayor resigns",
            "Source: The Example",
            "Don’t miss",
        ] {
            assert!(is_furniture(line), "{line}");
        }
    }

    #[test]
    fn an_article_is_no_furniture() {
        for line in [
            "He said.",
            "Lists of 3 candidates were handed in.",
            "“Read more,” the librarian said.",
            "”",
            "Subscribe to what? the mayor asked, “Subscribe to whom?”",
            "Home is where we stay, she said.",
            "Sharing is easy.",
            "Get ourselves a boat, they said.",
            "List of demands",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }

    #[test]
    fn a_source_line_names_an_outlet() {
        assert_eq!(source_line("Source: The Example"), Some("The Example"));
        assert_eq!(
            source_line("Source: he would not say where he had heard of it"),
            None
        );
    }
}
