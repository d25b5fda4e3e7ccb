//! Markdown: the file itself, its front matter and blocks told apart. Nothing is taken out of it.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::article::{Block, Role};
use crate::text::Span;

use super::{Draft, Facts, blocks, dates, lines, outlet};

pub fn read(text: String) -> Draft {
    let mut facts = Facts::default();
    let mut blocks = blocks_of(&text, &mut facts);
    if facts.title.is_none() {
        let title = blocks.iter().find(|block| block.role == Role::Title);
        facts.title = title.map(|block| lines::one_line(block.span.of(&text)));
    }
    blocks::tell_apart(&text, &mut blocks, &mut facts);
    Draft {
        text,
        blocks,
        facts,
        uncertain: false,
    }
}

/// One block for each heading, paragraph, list item and table row.
fn blocks_of(text: &str, facts: &mut Facts) -> Vec<Block> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH;
    let mut found = Leaves {
        text,
        blocks: Vec::new(),
        open: None,
        titled: false,
    };
    let mut in_metadata = false;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => in_metadata = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_metadata = false,
            Event::Text(_) if in_metadata => front_matter(&text[range], facts),
            Event::Start(Tag::Heading { level, .. }) => {
                let role = found.heading(level);
                found.begin(role);
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Item
                | Tag::TableRow
                | Tag::TableHead
                | Tag::HtmlBlock
                | Tag::CodeBlock(_),
            ) => found.begin(Role::Body),
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::HtmlBlock
                | TagEnd::CodeBlock,
            ) => found.end(),
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => found.end(),
            Event::Text(_) | Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => {
                found.extend(range)
            }
            Event::Start(
                Tag::Link { .. }
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Image { .. },
            ) => found.extend(range),
            _ => {}
        }
    }
    found.end();
    found.blocks
}

/// The blocks found so far, and the one that grows.
struct Leaves<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    open: Option<(Role, Option<Span>)>,
    titled: bool,
}

impl Leaves<'_> {
    /// The first heading of the first level is the title.
    fn heading(&mut self, level: HeadingLevel) -> Role {
        let is_title = level == HeadingLevel::H1 && !self.titled;
        self.titled |= is_title;
        if is_title { Role::Title } else { Role::Heading }
    }

    fn begin(&mut self, role: Role) {
        self.end();
        self.open = Some((role, None));
    }

    fn extend(&mut self, range: std::ops::Range<usize>) {
        let (role, span) = self.open.unwrap_or((Role::Body, None));
        let (start, end) = span.map_or((range.start, range.end), |span| {
            (span.start.min(range.start), span.end.max(range.end))
        });
        self.open = Some((role, Some(Span::new(start, end))));
    }

    fn end(&mut self) {
        let Some((role, Some(span))) = self.open.take() else {
            return;
        };
        let written = span.of(self.text);
        let start = span.start + (written.len() - written.trim_start().len());
        let span = Span::new(start, start + written.trim().len());
        let after_last = self
            .blocks
            .last()
            .is_none_or(|last| last.span.end <= span.start);
        if !span.is_empty() && after_last {
            self.blocks.push(Block { span, role });
        }
    }
}

/// `key: value` lines. Front matter proper may nest; what an article says of itself does not.
fn front_matter(yaml: &str, facts: &mut Facts) {
    for line in yaml.lines() {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim();
        if value.is_empty() || line.starts_with([' ', '\t', '-', '#']) {
            continue;
        }
        let text = || Some(value.to_owned());
        match name.trim().to_lowercase().as_str() {
            "title" | "headline" => facts.title = text(),
            "author" | "authors" | "byline" | "by" => facts.byline = text(),
            "date" | "published" | "publish_date" | "pubdate" | "created" | "datum" => {
                facts.published = dates::value(value)
            }
            "outlet" | "source" | "publisher" | "publication" | "site" | "site_name"
            | "website" | "newspaper"
                if !value.contains("://") =>
            {
                facts.outlet = Some((value.to_owned(), "front matter"));
            }
            "url" | "link" | "source" | "source_url" | "canonical" | "permalink"
                if value.contains("://") =>
            {
                facts.url = text();
            }
            "lang" | "language" => facts.language = value.get(..2).map(str::to_lowercase),
            _ => {}
        }
    }
    if facts.outlet.is_none() {
        let named = facts.url.as_deref().and_then(outlet::of_url);
        facts.outlet = named.map(|name| (name, "url"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_and_blocks_are_told_apart() {
        let text = "---\ntitle: \"Harbour to close\"\nauthor: Ada Quill\ndate: 2025-09-05\nurl: https://www.reuters.com/x\n---\n\n\
                    # Harbour to close\n\n*By Ada Quill*\n\n“We *must* go,” said [Ulla Brandt](https://a.example), the mayor.\n\n\
                    ## What now?\n\n> “Nobody asked us,” a fisherman said,\n> and went.\n\n- One item\n- Two items\n\nRead more: [here](x)\n";
        let draft = read(text.to_owned());
        assert_eq!(draft.text, text);
        let told: Vec<(&str, Role)> = draft
            .blocks
            .iter()
            .map(|block| (block.span.of(text), block.role))
            .collect();
        assert_eq!(told[0], ("Harbour to close", Role::Title));
        assert!(told.contains(&(
            "“We *must* go,” said [Ulla Brandt](https://a.example), the mayor.",
            Role::Body
        )));
        assert!(told.contains(&("What now?", Role::Heading)));
        assert!(told.contains(&(
            "“Nobody asked us,” a fisherman said,\n> and went.",
            Role::Body
        )));
        assert!(told.contains(&("Two items", Role::Body)));
        assert_eq!(told.last().map(|(_, role)| *role), Some(Role::Boilerplate));
        assert_eq!(draft.facts.outlet, Some(("Reuters".to_owned(), "url")));
        assert_eq!(draft.facts.published.as_deref(), Some("2025-09-05"));
        assert_eq!(draft.facts.byline.as_deref(), Some("Ada Quill"));
    }

    #[test]
    fn blocks_ascend_and_stay_apart_in_nested_lists() {
        let text = "- One\n  - Two\n\n    More\n- Three\n\n| a | b |\n|---|---|\n| c | d |\n\n<div>html</div>\n";
        let draft = read(text.to_owned());
        assert!(
            draft
                .blocks
                .windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start)
        );
        assert!(
            draft
                .blocks
                .iter()
                .any(|block| block.span.of(text) == "More")
        );
    }
}
