//! What a file is by its first bytes, whatever its name says.

use crate::article::Format;
use crate::problem::ProblemCode;

use super::head;

/// First bytes of formats that are no text, or none that is read.
const MAGIC: &[(&[u8], ProblemCode, &str)] = &[
    (b"%PDF-", ProblemCode::PdfUnsupported, "PDF"),
    (b"PK\x03\x04", ProblemCode::UnsupportedFormat, "ZIP"),
    (b"{\\rtf", ProblemCode::UnsupportedFormat, "RTF"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ProblemCode::UnsupportedFormat,
        "Word",
    ),
    (b"bplist00", ProblemCode::UnsupportedFormat, "webarchive"),
    (b"\x89PNG\r\n", ProblemCode::BinaryFile, "PNG"),
    (b"\xff\xd8\xff", ProblemCode::BinaryFile, "JPEG"),
    (b"GIF87a", ProblemCode::BinaryFile, "GIF"),
    (b"GIF89a", ProblemCode::BinaryFile, "GIF"),
    (b"\x1f\x8b\x08", ProblemCode::BinaryFile, "gzip"),
    (b"\x7fELF", ProblemCode::BinaryFile, "ELF"),
    (b"SQLite format 3\0", ProblemCode::BinaryFile, "SQLite"),
];

/// The format of bytes that are certainly no article: a code and the format's name.
pub fn foreign(bytes: &[u8]) -> Option<(ProblemCode, &'static str)> {
    // Some programs put a line end or a byte-order mark before the magic bytes.
    let start = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let known = MAGIC
        .iter()
        .find(|(magic, ..)| bytes.starts_with(magic) || start.starts_with(magic));
    known.map(|(_, code, name)| (*code, *name))
}

/// The format that a path's ending promises; `None` where it promises nothing.
pub fn promised(path: &str) -> Option<Format> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (_, extension) = name.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Format::Txt),
        "md" | "markdown" | "mdown" => Some(Format::Md),
        "html" | "htm" | "xhtml" | "xht" => Some(Format::Html),
        _ => None,
    }
}

/// Whether a text is a web page: it begins as one, or is dense with a page's tags.
pub fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(comment) = rest
        .strip_prefix("<!--")
        .or_else(|| rest.strip_prefix("<?"))
    {
        let Some(end) = comment.find('>') else { break };
        rest = comment[end + 1..].trim_start();
    }
    let begins = |tag: &str| {
        rest.get(..tag.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(tag))
    };
    if ["<!doctype html", "<html", "<head", "<body", "<article"]
        .into_iter()
        .any(begins)
    {
        return true;
    }
    let head = head(text, 8192);
    let tags = [
        "</p>", "</div>", "<br>", "<br/>", "<br />", "</a>", "</li>", "</span>", "</h1>", "</h2>",
    ];
    tags.iter()
        .map(|tag| head.matches(tag).count())
        .sum::<usize>()
        >= 3
        && rest.starts_with('<')
}

/// Whether a text has any tag at all: a page's file without one is plain text.
pub fn has_tags(text: &str) -> bool {
    let bytes = text.as_bytes();
    let tag =
        |window: &[u8]| window[0] == b'<' && (window[1].is_ascii_alphabetic() || window[1] == b'/');
    bytes.windows(2).any(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_formats_are_known_by_their_first_bytes() {
        assert_eq!(
            foreign(b"%PDF-1.7 ..."),
            Some((ProblemCode::PdfUnsupported, "PDF"))
        );
        assert_eq!(
            foreign(b"\n%PDF-1.7"),
            Some((ProblemCode::PdfUnsupported, "PDF"))
        );
        assert_eq!(
            foreign(b"\x89PNG\r\n\x1a\n"),
            Some((ProblemCode::BinaryFile, "PNG"))
        );
        assert_eq!(foreign(b"PNG is a format."), None);
    }

    #[test]
    fn pages_are_told_from_texts() {
        assert!(is_page("<!-- saved -->\n<!DOCTYPE HTML>\n<title>x</title>"));
        assert!(is_page("<div><p>One</p><p>Two</p><p>Three</p></div>"));
        assert!(!is_page("He wrote <b>bold</b> things, she said. 3 < 4."));
        assert!(!is_page("日本語のテキスト".repeat(2000).as_str()));
        assert!(has_tags("a <b>c</b>") && !has_tags("3 < 4 and 5 > 2"));
    }

    #[test]
    fn endings_promise_a_format() {
        assert_eq!(promised("a/b.HTM"), Some(Format::Html));
        assert_eq!(promised("a.b/notes"), None);
        assert_eq!(promised("What the U.S. says"), None);
    }
}
