//! The shape of a page's tags, before a parser sees them. A tree of a hundred thousand levels costs
//! a parser time in its square, and whatever walks the tree recursively its stack.

/// Deeper nesting is no article; real pages stay below sixty levels.
const DEEPEST: usize = 400;
/// More tags than this are no article; the largest real pages have some forty thousand.
const MOST_TAGS: usize = 200_000;
/// Shapes in drawings are written as `<path/>`; in a page proper that opens an element.
const MOST_SHAPES: usize = 5_000;

/// Parsers add one character reference at a time to a text, and copy what is there: the square of
/// their number in each text, summed, is the copying to be borne.
const MOST_COPYING: usize = 1_000_000_000;

/// Parsers compare each attribute of an element with all before it; real ones have a few dozen at most.
const MOST_ATTRIBUTES: usize = 256;

/// Elements that never hold others, or that the next of their kind closes.
const SHALLOW: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "html", "head", "body",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &[
    "script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed",
];

/// One tag of a page, or the text between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bit<'t> {
    Text(&'t str),
    /// The name as written, and whether it closes.
    Tag {
        name: &'t str,
        closes: bool,
        closed_at_once: bool,
        attributes: usize,
    },
}

/// Whether a parser may be given this page.
pub fn is_bearable(page: &str) -> bool {
    let (mut depth, mut tags, mut shapes, mut copying) = (0_usize, 0, 0, 0_usize);
    for bit in bits(page) {
        let (name, closes, closed_at_once) = match bit {
            Bit::Tag { attributes, .. } if attributes > MOST_ATTRIBUTES => return false,
            Bit::Tag {
                name,
                closes,
                closed_at_once,
                ..
            } => (name, closes, closed_at_once),
            Bit::Text(text) => {
                let references = text.bytes().filter(|byte| *byte == b'&').count();
                copying = copying.saturating_add(references.saturating_mul(references));
                if copying > MOST_COPYING {
                    return false;
                }
                continue;
            }
        };
        tags += 1;
        if is_one_of(name, SHALLOW) {
            // Counted, and no level.
        } else if closes {
            depth = depth.saturating_sub(1);
        } else if closed_at_once {
            shapes += 1;
        } else {
            depth += 1;
        }
        if depth > DEEPEST || tags > MOST_TAGS || shapes > MOST_SHAPES {
            return false;
        }
    }
    true
}

/// Cuts a page into tags and texts in one pass, leaving out comments, scripts and styles.
pub fn bits(page: &str) -> impl Iterator<Item = Bit<'_>> {
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let Some(after) = rest.strip_prefix('<') else {
                return Some(Bit::Text(take(&mut rest, |rest| rest.find('<'))));
            };
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            } else if after.starts_with(['!', '?']) {
                rest = after.find('>').map_or("", |end| &after[end + 1..]);
            } else if let Some(tag) = tag(after) {
                rest = tag.1;
                return Some(tag.0);
            } else {
                // A lone "<" is text.
                return Some(Bit::Text(take(&mut rest, |rest| {
                    rest[1..].find('<').map(|at| at + 1)
                })));
            }
        }
    })
}

fn take<'t>(rest: &mut &'t str, end: impl Fn(&str) -> Option<usize>) -> &'t str {
    let (text, after) = rest.split_at(end(rest).unwrap_or(rest.len()));
    *rest = after;
    text
}

/// The tag after a "<", and what follows it.
fn tag(after: &str) -> Option<(Bit<'_>, &str)> {
    let closes = after.starts_with('/');
    let named = after.strip_prefix('/').unwrap_or(after);
    let length = named
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':'))
        .unwrap_or(named.len());
    let name = &named[..length];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let Attributes { count, end } = attributes(&named[length..]);
    let end = end.map_or(named.len(), |end| length + end);
    let closed_at_once = named[..end].ends_with('/');
    let mut rest = named.get(end + 1..).unwrap_or("");
    if !closes && is_one_of(name, RAW) {
        rest = after_raw(rest, name);
    }
    Some((
        Bit::Tag {
            name,
            closes,
            closed_at_once,
            attributes: count,
        },
        rest,
    ))
}

/// What stands between a tag's name and its end.
#[derive(Debug, Clone, Copy, Default)]
struct Attributes {
    count: usize,
    /// Where the ">" stands; one inside a quoted value is none.
    end: Option<usize>,
}

/// Walks over a tag's attributes as the HTML standard's tokenizer does (13.2.5.32 to 13.2.5.40): a quote
/// counts at the beginning of a value alone, so that nothing hides from us what a parser will see.
fn attributes(written: &str) -> Attributes {
    enum State {
        Between,
        Name,
        AfterName,
        BeforeValue,
        Quoted(u8),
        Unquoted,
    }
    let mut state = State::Between;
    let mut count = 0;
    for (at, byte) in written.bytes().enumerate() {
        let blank = byte.is_ascii_whitespace();
        state = match (state, byte) {
            (State::Quoted(open), _) if open == byte => State::Between,
            (State::Quoted(open), _) => State::Quoted(open),
            (_, b'>') => {
                let end = Some(at);
                return Attributes { count, end };
            }
            (State::BeforeValue, _) if blank => State::BeforeValue,
            (State::BeforeValue, b'"' | b'\'') => State::Quoted(byte),
            (State::BeforeValue, _) => State::Unquoted,
            (State::Unquoted, _) if !blank => State::Unquoted,
            (State::Name | State::AfterName, b'=') => State::BeforeValue,
            (State::Name | State::AfterName, _) if blank => State::AfterName,
            (State::Between | State::Unquoted, _) if blank => State::Between,
            (_, b'/') => State::Between,
            (State::Name, _) => State::Name,
            _ => {
                count += 1;
                State::Name
            }
        };
    }
    // A quote that is never closed: the next ">" must do.
    let end = written.find('>');
    Attributes { count, end }
}

/// What follows the closing tag of an element whose content is no markup.
fn after_raw<'t>(rest: &'t str, name: &str) -> &'t str {
    let closing = |at: &usize| {
        let tail = rest.as_bytes().get(at + 2..at + 2 + name.len());
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(name.as_bytes()))
    };
    rest.match_indices("</")
        .map(|(at, _)| at)
        .find(closing)
        .map_or("", |at| &rest[at..])
}

pub fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_any_size_are_judged_in_one_pass() {
        assert!(is_bearable(&"<div><p>Text<br></div>".repeat(10_000)));
        assert!(!is_bearable(&"<div>".repeat(4_000_000)));
        assert!(!is_bearable(&"<p>".repeat(300_000)));
        assert!(!is_bearable(&"<path/>".repeat(300_000)));
        assert!(!is_bearable(&"&amp;".repeat(1_000_000)));
        assert!(is_bearable(&"<p>&amp;&amp;</p>".repeat(30_000)));
        assert!(is_bearable(&"<".repeat(1_000_000)));
        assert!(is_bearable(&"<a title=\"".repeat(200)));
        assert!(is_bearable(&"<script></style>".repeat(300_000)));
        let many = |count: usize| {
            (0..count)
                .map(|n| format!(" a{n}=\"x y\""))
                .collect::<String>()
        };
        assert!(is_bearable(&format!("<p{}>", many(200))));
        assert!(!is_bearable(&format!("<p{}>", many(300))));
        assert!(!is_bearable(&format!("<p{}", many(300))));
        let bare: String = (0..300).map(|n| format!("/b{n}")).collect();
        assert!(!is_bearable(&format!("<p {bare}>")));
        assert!(is_bearable(&format!("<p title='{}'>", "word ".repeat(300))));
    }

    #[test]
    fn nothing_hides_behind_a_quote_that_is_no_value() {
        let hidden = "<div>".repeat(4_000);
        for begun in ["<p a\">", "<p \">", "<p a='b'\">", "<p a=b\">", "<p a= b'>"] {
            assert!(!is_bearable(&format!("{begun}{hidden}\"'")), "{begun}");
        }
        for begun in ["<p a=\">", "<p a = '>", "<p a\n=\n\">"] {
            assert!(is_bearable(&format!("{begun}{hidden}\"'>")), "{begun}");
        }
    }

    #[test]
    fn text_and_tags_are_parted() {
        let page = "<!-- a > b --><P class='x>y'>One &lt; two<br/>3 < 4<script>if (a<b) \"</p>\"</script></p>";
        let texts: Vec<&str> = bits(page)
            .filter_map(|bit| match bit {
                Bit::Text(text) => Some(text),
                Bit::Tag { .. } => None,
            })
            .collect();
        assert_eq!(texts, ["One &lt; two", "3 ", "< 4"]);
        assert_eq!(
            bits(page).next(),
            Some(Bit::Tag {
                name: "P",
                closes: false,
                closed_at_once: false,
                attributes: 1
            })
        );
    }
}
