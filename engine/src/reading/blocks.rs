//! Tells the paragraphs of one article apart: title, byline, date, headings, captions, furniture.
//! When unsure, a paragraph is body.

use std::collections::BTreeSet;

use crate::article::{Block, Role};

use super::furniture::{is_furniture, is_quotation_mark, source_line};
use super::lines::{
    LONGEST_TITLE, byline, ends_in_cue, ends_sentence, is_caption, is_heading, is_headline,
    is_open, key, one_line, without_emphasis, word_count,
};
use super::{Facts, dates, imprint, outlets};

/// How many paragraphs from the top a byline or a date is looked for in.
const TOP: usize = 10;
/// What follows a source line is promotion if it is no longer than this, in paragraphs and bytes.
const TAIL: (usize, usize) = (4, 700);
/// Lines in a row that make a menu, and the words that such a line has at most.
const MENU: (usize, usize) = (4, 3);

/// Gives every block that is still body its role, and adds to the facts what the lines tell.
pub fn tell_apart(text: &str, blocks: &mut [Block], facts: &mut Facts) {
    let lines: Vec<&str> = blocks
        .iter()
        .map(|block| without_emphasis(block.span.of(text).trim()))
        .collect();
    let mut page = Page { lines, blocks };
    page.furniture();
    page.menus();
    page.byline_and_date(facts);
    page.title(facts);
    page.repeats();
    page.tail(facts);
    page.headings_and_captions();
}

struct Page<'t, 'b> {
    lines: Vec<&'t str>,
    blocks: &'b mut [Block],
}

impl Page<'_, '_> {
    fn is_body(&self, index: usize) -> bool {
        self.blocks[index].role == Role::Body
    }

    fn body(&self) -> Vec<usize> {
        (0..self.lines.len())
            .filter(|index| self.is_body(*index))
            .collect()
    }

    fn furniture(&mut self) {
        for index in self.body() {
            let line = self.lines[index];
            // Numbers alone are furniture, but for a date near the head ("2031-05-02").
            let dated = index < TOP && dates::line(line).is_some();
            if is_furniture(line) && !dated {
                self.blocks[index].role = Role::Boilerplate;
            }
        }
    }

    /// Several lone words in a row are a menu.
    fn menus(&mut self) {
        let is_item = |line: &str| {
            !ends_sentence(line)
                && !line.contains(is_quotation_mark)
                && word_count(line) <= MENU.1
                && line
                    .chars()
                    .all(|c| !matches!(c, ',' | ':' | ';' | '–' | '—'))
        };
        let mut start = 0;
        for index in 0..=self.lines.len() {
            let in_menu = index < self.lines.len()
                && matches!(self.blocks[index].role, Role::Body | Role::Boilerplate)
                && is_item(self.lines[index]);
            if in_menu {
                continue;
            }
            if index - start >= MENU.0 {
                self.blocks[start..index]
                    .iter_mut()
                    .for_each(|block| block.role = Role::Boilerplate);
            }
            start = index + 1;
        }
    }

    fn byline_and_date(&mut self, facts: &mut Facts) {
        let body = self.body();
        let ends = body
            .iter()
            .take(TOP)
            .chain(body.iter().skip(TOP).rev().take(2));
        for &index in ends {
            let line = self.lines[index];
            if let Some(date) = dates::line(line) {
                self.blocks[index].role = Role::Date;
                facts.published.get_or_insert(date);
            } else if let Some((name, date)) = byline(line) {
                self.blocks[index].role = Role::Byline;
                facts.byline.get_or_insert(name);
                if let Some(date) = date {
                    facts.published.get_or_insert(date);
                }
            } else if let Some(said) = imprint::read(line) {
                self.blocks[index].role = Role::Date;
                facts.published = facts.published.take().or(said.published);
                facts.byline = facts.byline.take().or(said.byline);
                let outlet = said.outlet.map(|name| (name, "imprint"));
                facts.outlet = facts.outlet.take().or(outlet);
            }
        }
    }

    /// The line that repeats a known title; else the first line, if it has a headline's shape.
    fn title(&mut self, facts: &mut Facts) {
        let body = self.body();
        if self.blocks.iter().any(|block| block.role == Role::Title) {
            return;
        }
        if let Some(title) = &facts.title {
            let title = key(title);
            let found = body.iter().find(|index| key(self.lines[**index]) == title);
            if let Some(&index) = found {
                self.blocks[index].role = Role::Title;
            }
            return;
        }
        let Some(&first) = body.first() else { return };
        let follows_more = body.len() > 1;
        if follows_more && is_headline(self.lines[first]) {
            self.blocks[first].role = Role::Title;
            facts.title = Some(one_line(self.lines[first]));
        }
    }

    /// A headline that stands there again is one of a list. What may be somebody's words stays:
    /// "No comment," is said more than once, and a title with marks in it is printed twice.
    fn repeats(&mut self) {
        let mut seen = BTreeSet::new();
        let titles: BTreeSet<String> = (0..self.lines.len())
            .filter(|index| self.blocks[*index].role == Role::Title)
            .map(|index| key(self.lines[index]))
            .collect();
        for index in 0..self.lines.len() {
            let line = self.lines[index];
            let role = self.blocks[index].role;
            if role == Role::Boilerplate || word_count(line) < 3 {
                continue;
            }
            let key = key(line);
            let is_title = titles.contains(&key);
            let speaks = line.contains(is_quotation_mark);
            let is_headline =
                is_title || (line.len() <= LONGEST_TITLE && !ends_sentence(line) && !speaks);
            if !seen.insert(key) && is_headline && matches!(role, Role::Body | Role::Heading) {
                self.blocks[index].role = if is_title && speaks {
                    Role::Title
                } else {
                    Role::Boilerplate
                };
            }
        }
    }

    /// A source line near the end closes the article: the outlet praises itself after it.
    fn tail(&mut self, facts: &mut Facts) {
        let last_body = self.lines.len().saturating_sub(TAIL.0 + 1);
        for index in (last_body..self.lines.len()).rev() {
            let Some(name) = source_line(self.lines[index]) else {
                continue;
            };
            let outlet = outlets::by_name(name).unwrap_or(name);
            facts
                .outlet
                .get_or_insert((outlet.to_owned(), "source line"));
            self.blocks[index].role = Role::Boilerplate;
            let after = &self.lines[index + 1..];
            let bytes: usize = after.iter().map(|line| line.len()).sum();
            let speaks = after.iter().any(|line| line.contains(is_quotation_mark));
            if bytes <= TAIL.1 && !speaks {
                self.blocks[index + 1..]
                    .iter_mut()
                    .for_each(|block| block.role = Role::Boilerplate);
            }
            return;
        }
    }

    fn headings_and_captions(&mut self) {
        let body = self.body();
        for (place, &index) in body.iter().enumerate() {
            let line = self.lines[index];
            let neighbour = |other: Option<usize>| {
                other
                    .and_then(|other| body.get(other))
                    .map(|other| self.lines[*other])
            };
            // "…," and its cue may stand on lines of their own, and so may a cue and its "…".
            let goes_on = neighbour(place.checked_sub(1)).is_some_and(is_open);
            let next = neighbour(Some(place + 1));
            let introduces =
                next.is_none_or(|next| next.starts_with(is_quotation_mark) && ends_in_cue(line));
            if is_caption(line) {
                self.blocks[index].role = Role::Caption;
            } else if !goes_on && !introduces && is_heading(line) {
                self.blocks[index].role = Role::Heading;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn roles(text: &str) -> (Vec<Role>, Facts) {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            if !line.is_empty() {
                blocks.push(Block {
                    span: Span::new(start, start + line.len()),
                    role: Role::Body,
                });
            }
            start += line.len() + 1;
        }
        let mut facts = Facts::default();
        tell_apart(text, &mut blocks, &mut facts);
        (blocks.iter().map(|block| block.role).collect(), facts)
    }

    #[test]
    fn a_saved_page_is_told_apart() {
        let (roles, facts) = roles(
            "Skip to content\n\nHarbour to close, says mayor\n\nBy Ada Quill | 5 September 2025\n\nHarbour to close, says mayor\n\n\
             The mayor of Lindhaven, Ulla Brandt, said the harbour would close for the winter.\n\nUncertain\n\n\
             “We have no choice,”\nshe told reporters.\n\nThe fishermen were not asked, one of them said.\n\n\
             Source: Lindhaven Post\n\nPost Radio\n\nPost Radio is the best radio of the coast.",
        );
        use Role::*;
        let expected = [
            Boilerplate,
            Title,
            Byline,
            Boilerplate,
            Body,
            Heading,
            Body,
            Body,
            Body,
            Boilerplate,
            Boilerplate,
            Boilerplate,
        ];
        assert_eq!(roles, expected);
        assert_eq!(facts.title.as_deref(), Some("Harbour to close, says mayor"));
        assert_eq!(facts.byline.as_deref(), Some("Ada Quill"));
        assert_eq!(facts.published.as_deref(), Some("2025-09-05"));
        assert_eq!(
            facts.outlet,
            Some(("Lindhaven Post".to_owned(), "source line"))
        );
    }

    #[test]
    fn a_text_without_a_title_has_none() {
        let (roles, facts) = roles(
            "In a speech on Monday the mayor warned the fishermen. She said that they must leave.\nThey will stay.",
        );
        assert_eq!(roles, [Role::Body, Role::Body]);
        assert_eq!(facts.title, None);
    }

    #[test]
    fn a_title_printed_twice_is_one_of_a_list_unless_somebody_speaks_in_it() {
        let (roles, _) = self::roles(
            "Ferries to stay ‘in port’, says Marn\n\nFerries to stay ‘in port’, says Marn\n\nThe mayor spoke for an hour on Monday.\n\nNobody answered her.",
        );
        assert_eq!(roles, [Role::Title, Role::Title, Role::Body, Role::Body]);
        let (roles, _) = self::roles(
            "Ferries to stay in port\n\nFerries to stay in port\n\nThe mayor spoke for an hour on Monday.\n\nNobody answered her.",
        );
        assert_eq!(roles[1], Role::Boilerplate);
    }

    #[test]
    fn a_date_in_figures_alone_is_a_date_near_the_head() {
        let (roles, facts) =
            roles("Gates stay shut\n\n2031-05-02\n\nThe gates stay shut, she said.\n\n142");
        assert_eq!(roles[1..], [Role::Date, Role::Body, Role::Boilerplate]);
        assert_eq!(facts.published.as_deref(), Some("2031-05-02"));
    }

    #[test]
    fn menus_are_furniture_and_short_answers_are_not() {
        let (roles, _) = roles(
            "News\nSport\nWeather\nTravel\nThe mayor spoke for an hour. It was Monday.\nNo.\nYes.\nNever.\nNo!",
        );
        assert!(roles[..4].iter().all(|role| *role == Role::Boilerplate));
        assert!(roles[4..].iter().all(|role| *role == Role::Body));
    }
}
