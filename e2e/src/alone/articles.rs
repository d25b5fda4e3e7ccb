//! A folder of articles whose writers mean harm: in texts, in what pages tell about themselves, and in
//! the files' names.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::desk::Desk;

/// Addresses that nobody has; whatever asks for them is seen.
const PIXEL: &str = "http://192.0.2.9/pixel.png";

/// What would run if it became markup.
const SCRIPT: &str = "<script>window.harmed=1</script><img src=x onerror=window.harmed=1>";
/// Letters that turn the writing round, act on a terminal, or pile up.
const LETTERS: &str = "\u{202e}the\u{202c} \u{2066}lake\u{2069} \u{1b}[2J\u{7}\u{9b}31m \
    z\u{353}\u{33a}\u{33b}\u{310}\u{311}a\u{336}\u{20dd}\u{489}l\u{334}\u{321}g\u{338}o\u{e0041}";

/// Endings of the markup around a text, tried in texts and names.
const BREAKS: [(&str, &str); 9] = [
    ("</p></main>", SCRIPT),
    (
        "\"><svg/onload=window.harmed=1>",
        "' onfocus='window.harmed=1' autofocus='",
    ),
    (
        "{@html '<img src=x onerror=window.harmed=1>'}",
        "${window.harmed=1}{{constructor}}",
    ),
    ("</title></textarea></style></script>", SCRIPT),
    (
        "<!--",
        "--><iframe srcdoc='<script>parent.harmed=1</script>'></iframe>",
    ),
    (
        "<![CDATA[",
        "]]><object data=javascript:window.harmed=1></object>",
    ),
    (
        "javascript:window.harmed=1",
        "data:text/html,<script>window.harmed=1</script>",
    ),
    (
        "<style>@import 'http://192.0.2.9/a.css';body{display:none}</style>",
        "<base href=http://192.0.2.9/>",
    ),
    (
        "<meta http-equiv=refresh content='0;url=http://192.0.2.9/'>",
        "<link rel=preconnect href=http://192.0.2.9/>",
    ),
];

/// Names that end an attribute, a line, or a word of the writing's direction.
const NAMES: [&str; 9] = [
    "\"><img src=x onerror=window.harmed=1>.txt",
    "' onmouseover='window.harmed=1.txt",
    "\u{202e}txt.exe.txt",
    "two\nlines.txt",
    "\u{1b}[2J\u{7}.txt",
    "javascript:window.harmed=1.txt",
    "%3Cscript%3Ewindow.harmed=1.txt",
    "..%2F..%2Fetc%2Fpasswd.txt",
    "{@html window.harmed=1}.txt",
];

fn quotation(before: &str, after: &str) -> String {
    format!(
        "“{before} The gates stay shut until the engineers have signed the report {after},” said \
         Ines Dorath {LETTERS}."
    )
}

/// Writes the folder: 20 articles, and 4 files that are none.
pub fn write(desk: &Desk) -> Result<PathBuf> {
    let folder = desk.folder("<b onclick=window.harmed=1>gates", &[])?;
    fs::create_dir_all(&folder)?;
    let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes);
    for (number, (name, (before, after))) in NAMES.iter().zip(BREAKS).enumerate() {
        put(name, plain(number, before, after).as_bytes())?;
        put(
            &format!("page-{number}.html"),
            page(number, before, after).as_bytes(),
        )?;
    }
    put("notes.md", markdown().as_bytes())?;
    put("long.txt", long().as_bytes())?;
    put(&format!("{}.pdf", "<i>".repeat(60)), b"%PDF-1.7")?;
    put("'onload=window.harmed=1.txt", &[0; 4096])?;
    put("\u{202e}cod.docx", b"PK\x03\x04")?;
    strange_name(&folder)?;
    Ok(folder)
}

/// A name that is no Unicode.
fn strange_name(folder: &std::path::Path) -> std::io::Result<()> {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"\xff\xfe<u>.png.txt");
    fs::write(folder.join(name), b"\x7fELF\x02\x01\x01\0\0\0")
}

fn filler() -> String {
    "The lake lay still, and the town waited for the survey of the wall. ".repeat(40)
}

fn plain(number: usize, before: &str, after: &str) -> String {
    let said = quotation(before, after);
    let filler = filler();
    format!(
        "Gates {before} {after}\n\nPaper {number} {SCRIPT}\n{} June 2031\n\n{said}\n\n{filler}\n",
        number + 1
    )
}

/// A page that lies about itself wherever a page tells something.
fn page(number: usize, before: &str, after: &str) -> String {
    let marked = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        text.replace('"', "&quot;").replace('\'', "&#39;")
    };
    let (title, said) = (
        marked(&format!("{before}{after}")),
        marked(&quotation(before, after)),
    );
    let outlet = marked(&format!("Page {number} {SCRIPT}"));
    let filler = filler();
    format!(
        "<!doctype html><html><head><title>{title}</title><base href='http://192.0.2.9/'>
         <meta property='og:title' content=\"{title}\">
         <meta property='og:site_name' content=\"{outlet}\">
         <meta property='og:url' content='javascript:window.harmed=1'>
         <meta name='author' content=\"{title}\">
         <link rel='stylesheet' href='{PIXEL}'><link rel='preconnect' href='{PIXEL}'>
         <link rel='canonical' href='javascript:window.harmed=1'>
         <meta http-equiv='refresh' content='0;url={PIXEL}'>
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"url\":\"data:text/html,x\"}}</script>
         <script>window.harmed=1</script></head>
         <body onload='window.harmed=1'><article><h1 onclick='window.harmed=1'>{title}</h1>
         <p>{said}</p><p onmouseover='window.harmed=1'>{filler}</p>
         <img src='{PIXEL}' srcset='{PIXEL} 2x' onerror='window.harmed=1'>
         <iframe src='{PIXEL}'></iframe><object data='{PIXEL}'></object><embed src='{PIXEL}'>
         <video src='{PIXEL}' autoplay></video><svg onload='window.harmed=1'><use href='{PIXEL}'/></svg>
         <form action='{PIXEL}'><input autofocus onfocus='window.harmed=1'></form>
         <a href='javascript:window.harmed=1'>Read on</a>{}</article></body></html>",
        format!("<p>{filler}</p>").repeat(2)
    )
}

fn markdown() -> String {
    format!(
        "---\ntitle: \"{SCRIPT}\"\nauthor: \"[x](javascript:window.harmed=1)\"\n---\n\
         # Gates ![p]({PIXEL}) [x](javascript:window.harmed=1)\n\n{SCRIPT}\n\n{}\n\n{}\n\n\
         <iframe src='{PIXEL}'></iframe>\n",
        quotation(
            "![p](http://192.0.2.9/p.png)",
            "<u onclick=window.harmed=1>now</u>"
        ),
        filler(),
    )
}

/// A word of a million letters, in the text and in a quotation of half as many.
fn long() -> String {
    format!(
        "Gates\n\nLong Paper\n9 June 2031\n\n{}\n\n{}\n\n{}\n",
        quotation("", ""),
        "Donau".repeat(200_000),
        quotation(&"Dampf".repeat(2_000), "today"),
    )
}
