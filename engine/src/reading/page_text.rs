//! The text of a page's tree, and where its paragraphs, headings and captions lie.

use dom_query::NodeRef;

use crate::article::{Block, Role};
use crate::text::Span;

use super::shape::{Bit, bits, is_one_of};

/// Elements whose text is not shown.
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "title",
    "select", "button", "textarea", "form", "audio", "video", "canvas",
];
/// Elements that stand on lines of their own.
const OWN_LINE: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// A text that grows paragraph by paragraph, two line feeds between them.
#[derive(Debug, Default)]
pub struct PageText {
    pub text: String,
    pub blocks: Vec<Block>,
    /// Where the open paragraph begins.
    start: usize,
    role: Option<Role>,
    /// White space was seen since the last letter.
    space: bool,
}

impl PageText {
    /// Adds a paragraph of its own.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.close();
        self.role = Some(role);
        self.write(text);
        self.close();
    }

    /// Adds a paragraph that another page text gave: its line ends are kept.
    pub fn lines(&mut self, text: &str, role: Role) {
        self.close();
        self.role = Some(role);
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.line_break();
            }
            self.write(line);
        }
        self.close();
    }

    /// Adds all that is shown below a node. Walks with a stack of its own: how deep a tree is does
    /// not matter.
    pub fn tree(&mut self, root: &NodeRef<'_>) {
        enum Step<'a> {
            Enter(NodeRef<'a>),
            Leave(Option<Role>),
        }
        let mut steps = vec![Step::Enter(*root)];
        while let Some(step) = steps.pop() {
            let node = match step {
                Step::Enter(node) => node,
                Step::Leave(role) => {
                    self.close();
                    self.role = role;
                    continue;
                }
            };
            if node.is_text() {
                self.write(&node.text());
                continue;
            }
            let name = node.node_name();
            let name = name.as_deref().unwrap_or_default();
            if is_one_of(name, HIDDEN) {
                continue;
            }
            if name.eq_ignore_ascii_case("br") {
                self.line_break();
                continue;
            }
            if is_one_of(name, OWN_LINE) {
                self.close();
                steps.push(Step::Leave(self.role));
                self.role = role_of(name).or(self.role);
            }
            let first = steps.len();
            steps.extend(node.children_it(false).map(Step::Enter));
            steps[first..].reverse();
        }
        self.close();
    }

    /// Adds the text between the tags of a page that is too deep or too large for a tree.
    pub fn flat(&mut self, page: &str) {
        let mut hidden = false;
        for bit in bits(page) {
            match bit {
                Bit::Text(text) if !hidden => self.write(&plain(text)),
                Bit::Text(_) => {}
                Bit::Tag { name, closes, .. } if name.eq_ignore_ascii_case("title") => {
                    hidden = !closes
                }
                Bit::Tag { name, .. } if name.eq_ignore_ascii_case("br") => self.line_break(),
                Bit::Tag { name, closes, .. } if is_one_of(name, OWN_LINE) => {
                    self.close();
                    self.role = role_of(name).filter(|_| !closes);
                }
                Bit::Tag { .. } => {}
            }
        }
        self.close();
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            // A no-break space keeps its nature inside a line.
            if c.is_whitespace() && c != '\u{a0}' {
                self.space = true;
                continue;
            }
            let is_open = self.text.len() > self.start;
            if !is_open {
                self.separate();
            } else if self.space && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push(c);
        }
    }

    /// A line within a paragraph ends. Two in a row part paragraphs.
    fn line_break(&mut self) {
        if self.text.len() == self.start {
            return;
        }
        if self.text.ends_with('\n') {
            self.close();
        } else {
            self.text.push('\n');
        }
        self.space = false;
    }

    fn separate(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.start = self.text.len();
    }

    fn close(&mut self) {
        self.space = false;
        self.text
            .truncate(self.text.trim_end().len().max(self.start));
        if self.text.len() > self.start {
            let span = Span::new(self.start, self.text.len());
            self.blocks.push(Block {
                span,
                role: self.role.unwrap_or(Role::Body),
            });
        }
        self.start = self.text.len();
    }
}

fn role_of(name: &str) -> Option<Role> {
    if is_one_of(name, &["h1", "h2", "h3", "h4", "h5", "h6"]) {
        Some(Role::Heading)
    } else if is_one_of(name, &["figcaption", "caption", "figure"]) {
        Some(Role::Caption)
    } else {
        None
    }
}

/// Text between tags with numbered character references and the commonest named ones undone.
fn plain(text: &str) -> String {
    const NAMED: &[(&str, char)] = &[
        ("nbsp", '\u{a0}'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("amp", '&'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("bdquo", '„'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
    ];
    let named = |name: &str| {
        NAMED
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, c)| *c)
    };
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let decoded = end.and_then(|end| {
            let name = &rest[..end];
            let number =
                name.strip_prefix('#')
                    .and_then(|number| match number.strip_prefix(['x', 'X']) {
                        Some(digits) => u32::from_str_radix(digits, 16).ok(),
                        None => number.parse().ok(),
                    });
            Some((number.map_or_else(|| named(name), char::from_u32)?, end))
        });
        match decoded {
            Some((c, end)) => {
                plain.push(c);
                rest = &rest[end + 1..];
            }
            None => plain.push('&'),
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> PageText {
        let mut page = PageText::default();
        page.tree(&dom_query::Document::fragment(html).root());
        page
    }

    fn paragraphs(page: &PageText) -> Vec<(&str, Role)> {
        page.blocks
            .iter()
            .map(|block| (block.span.of(&page.text), block.role))
            .collect()
    }

    #[test]
    fn paragraphs_headings_and_captions_are_parted() {
        let page = read(
            "<div>Loose <b>words</b><h2>A\n heading</h2><p>One<br>line.<br><br>Two “<i>words</i>”.</p><figure><img>\
             <figcaption>A boat</figcaption></figure><script>x</script><ul><li>Item</ul></div>",
        );
        let expected = [
            ("Loose words", Role::Body),
            ("A heading", Role::Heading),
            ("One\nline.", Role::Body),
            ("Two “words”.", Role::Body),
            ("A boat", Role::Caption),
            ("Item", Role::Body),
        ];
        assert_eq!(paragraphs(&page), expected);
        assert!(page.text.starts_with("Loose words\n\nA heading\n\nOne"));
    }

    #[test]
    fn a_flat_page_gives_its_text() {
        let mut page = PageText::default();
        page.flat("<title>No</title><style>p{}</style><h1>Title</h1><p>One &amp; t&#119;&#x6f; &c;<p>Three<div><div>Four");
        let expected = [
            ("Title", Role::Heading),
            ("One & two &c;", Role::Body),
            ("Three", Role::Body),
            ("Four", Role::Body),
        ];
        assert_eq!(paragraphs(&page), expected);
    }
}
