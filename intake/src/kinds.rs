//! Which files may be articles, told by their names alone.

use std::path::Path;

use asquoted_engine::problem::ProblemCode;

/// What is done with a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is read.
    Article,
    /// A reader might expect it to be read, so its absence is told.
    Problem(ProblemCode, &'static str),
    /// Part of a saved page or of the system: nobody misses it.
    Passed,
}

/// Documents in formats that are not read yet.
const DOCUMENTS: &[&str] = &[
    "azw3",
    "doc",
    "docm",
    "docx",
    "eml",
    "epub",
    "fb2",
    "htmlz",
    "key",
    "maff",
    "mbox",
    "mht",
    "mhtml",
    "mobi",
    "msg",
    "odp",
    "ods",
    "odt",
    "pages",
    "pot",
    "ppt",
    "pptx",
    "ps",
    "rtf",
    "rtfd",
    "tex",
    "warc",
    "webarchive",
    "wpd",
    "wps",
    "xls",
    "xlsx",
];

/// Files that lie beside articles and are none.
const BESIDE: &[&str] = &[
    "7z", "aac", "apng", "asp", "aspx", "avi", "avif", "bak", "bin", "bmp", "bz2", "class", "css",
    "csv", "dat", "db", "dll", "download", "eot", "exe", "flac", "gif", "gz", "heic", "ico", "ini",
    "jar", "jpeg", "jpg", "js", "json", "jsonl", "lnk", "lock", "log", "m4a", "m4v", "map", "mjs",
    "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "o", "ogg", "opus", "otf", "part", "php", "png",
    "py", "rar", "rs", "rss", "sh", "so", "sqlite", "svg", "swf", "swp", "tar", "tgz", "tif",
    "tiff", "tmp", "toml", "ts", "tsv", "ttf", "url", "wasm", "wav", "webm", "webp", "wma", "wmv",
    "woff", "woff2", "xml", "xz", "yaml", "yml", "zip", "zst",
];

/// System files without a telling extension.
const SYSTEM: &[&str] = &["desktop.ini", "icon\r", "license", "makefile", "thumbs.db"];

/// Judges by the name. A name that says nothing is an article: reading looks at the bytes.
pub fn verdict(file: &Path) -> Verdict {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().to_lowercase());
    if name.is_some_and(|name| SYSTEM.contains(&name.as_str())) {
        return Verdict::Passed;
    }
    match extension(file).as_str() {
        "pdf" => Verdict::Problem(
            ProblemCode::PdfUnsupported,
            "PDF files are not read yet; save the article as text or as a web page.",
        ),
        extension if DOCUMENTS.contains(&extension) => Verdict::Problem(
            ProblemCode::UnsupportedFormat,
            "Files of this format are not read yet; save the article as text or as a web page.",
        ),
        extension if BESIDE.contains(&extension) => Verdict::Passed,
        _ => Verdict::Article,
    }
}

/// The extension in lower case, empty where there is none.
pub fn extension(file: &Path) -> String {
    file.extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_articles_documents_and_the_rest() {
        for article in [
            "a.txt",
            "b.HTML",
            "c.md",
            "no extension",
            "v1.2 of the story",
            "x.xhtml",
        ] {
            assert_eq!(verdict(Path::new(article)), Verdict::Article, "{article}");
        }
        for passed in ["a.png", "Thumbs.db", "style.CSS", "x.js", "LICENSE"] {
            assert_eq!(verdict(Path::new(passed)), Verdict::Passed, "{passed}");
        }
        let code = |name: &str| match verdict(Path::new(name)) {
            Verdict::Problem(code, _) => Some(code),
            _ => None,
        };
        assert_eq!(code("a.PDF"), Some(ProblemCode::PdfUnsupported));
        assert_eq!(code("a.docx"), Some(ProblemCode::UnsupportedFormat));
    }
}
