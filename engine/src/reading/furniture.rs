//! What stands around an article on its page: menus, sharing, newsletters, forms, legal lines.
//! Only short lines are judged, and what is not surely furniture is body: a line wrongly called
//! furniture loses its quotations.

/// Longer lines are never furniture by their words, in bytes.
const LONGEST: usize = 220;

/// The whole line, but for case, marks and numbers around it.
const WHOLE: &[&str] = &[
    "ad",
    "ads",
    "advertisement",
    "advertising",
    "sponsored",
    "sponsored content",
    "promoted",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "pubblicità",
    "реклама",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "skip navigation",
    "jump to content",
    "zum inhalt springen",
    "aller au contenu",
    "menu",
    "home",
    "search",
    "log in",
    "login",
    "sign in",
    "sign up",
    "register",
    "my account",
    "subscribe",
    "subscribe now",
    "abonnieren",
    "s'abonner",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share on facebook",
    "share on twitter",
    "share on x",
    "share via email",
    "teilen",
    "partager",
    "compartir",
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "linkedin",
    "reddit",
    "pinterest",
    "email",
    "e-mail",
    "print",
    "copy link",
    "link copied",
    "copied",
    "tweet",
    "save",
    "bookmark",
    "listen",
    "listen to this article",
    "read more",
    "read also",
    "also read",
    "see also",
    "related",
    "related articles",
    "related stories",
    "related news",
    "related topics",
    "related content",
    "more on this story",
    "more from this author",
    "recommended",
    "recommended stories",
    "recommended for you",
    "you may also like",
    "you might also like",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "latest news",
    "top stories",
    "more news",
    "editor's picks",
    "editors' picks",
    "don't miss",
    "keep reading",
    "continue reading",
    "load more",
    "show more",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "leer más",
    "leggi anche",
    "читайте также",
    "leia também",
    "czytaj także",
    "lees ook",
    "comments",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "post comment",
    "no comments",
    "kommentare",
    "commentaires",
    "comentarios",
    "view comments",
    "newsletter",
    "sign up for our newsletter",
    "subscribe to our newsletter",
    "your email address",
    "email address",
    "submit",
    "send",
    "first name",
    "last name",
    "cancel reply",
    "previous",
    "next",
    "previous article",
    "next article",
    "previous post",
    "next post",
    "back to top",
    "end of list",
    "privacy policy",
    "cookie policy",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "contact us",
    "about us",
    "advertise with us",
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "advertisement story continues below",
    "story continues below advertisement",
    "article continues below advertisement",
    "scroll to continue with content",
    "video player is loading",
    "play video",
    "watch live",
    "follow us",
    "topics",
    "tags",
    "filed under",
    "loading",
    "image source",
    "media caption",
    "reuse this content",
    "accept",
    "accept all",
    "accept cookies",
    "reject all",
    "manage preferences",
    "close",
    "open in app",
    "get the app",
    "download the app",
    "turn on notifications",
    "breaking news",
    "live",
    "updated",
    "published",
    "by",
    "source",
    "sources",
    "share full article",
    "gift this article",
];

/// How a line begins, in lower case.
const BEGINNINGS: &[&str] = &[
    "read also:",
    "also read:",
    "read more:",
    "read next:",
    "see also:",
    "related:",
    "related article:",
    "recommended:",
    "watch:",
    "watch |",
    "must read:",
    "more:",
    "lesen sie auch:",
    "mehr dazu:",
    "lire aussi :",
    "à lire aussi :",
    "lea también:",
    "leggi anche:",
    "leia também:",
    "читайте также:",
    "czytaj także:",
    "lees ook:",
    "follow us on ",
    "follow us @",
    "follow @",
    "join us on ",
    "like us on facebook",
    "find us on ",
    "sign up for ",
    "sign up to ",
    "subscribe to ",
    "subscribe for ",
    "get our ",
    "get the latest ",
    "stay up to date",
    "stay informed",
    "download our app",
    "click here to ",
    "click here for ",
    "click to ",
    "tap here to ",
    "support our journalism",
    "already a subscriber",
    "already have an account",
    "don't have an account",
    "by clicking ",
    "by signing up",
    "by subscribing",
    "by continuing to use",
    "by submitting",
    "we use cookies",
    "this website uses cookies",
    "this site uses cookies",
    "this site is protected by recaptcha",
    "your email address will not be published",
    "required fields are marked",
    "notify me of ",
    "save my name",
    "invalid email",
    "thank you for subscribing",
    "thanks for signing up",
    "please enter ",
    "please enable javascript",
    "you need to enable javascript",
    "javascript is ",
    "copyright ©",
    "copyright (c)",
    "© ",
    "(c) 20",
    "all rights reserved",
    "this material may not be published",
    "reporting by ",
    "editing by ",
    "our standards:",
    "source:",
    "sources:",
    "tags:",
    "filed under:",
    "topics:",
    "categories:",
    "category:",
    "posted in ",
    "share this:",
    "like this:",
    "post views:",
    "views:",
    "estimated reading time",
    "reading time",
    "have something to say",
    "got a tip",
    "send us ",
    "this article was first published",
    "this article originally appeared",
    "this story has been updated",
    "newsletter:",
];

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
    WHOLE.contains(&bare)
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
    // Somebody's words about furniture are still somebody's words.
    !lower.contains(is_quotation_mark)
        && BEGINNINGS
            .iter()
            .any(|beginning| lower.starts_with(beginning))
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
