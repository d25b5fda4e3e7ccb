//! Who published an article: from its address, from the lines of its text, from its file's name.

use psl::Psl;

use crate::article::{Block, Role};

use super::Facts;
use super::furniture::is_quotation_mark;
use super::lines::key;
use super::outlets;

/// The outlet's name behind an address: from the table, else the registrable domain.
pub fn of_url(url: &str) -> Option<String> {
    let host = host_of(url)?;
    if let Some(name) = outlets::by_host(&host) {
        return Some(name.to_owned());
    }
    let domain = psl::List.domain(host.as_bytes())?;
    std::str::from_utf8(domain.as_bytes())
        .ok()
        .map(str::to_owned)
}

fn host_of(url: &str) -> Option<String> {
    let (scheme, rest) = url
        .trim()
        .split_once("://")
        .unwrap_or(("https", url.trim().trim_start_matches("//")));
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_end_matches('.').to_lowercase();
    let is_host = host.contains('.')
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte) || byte >= 0x80);
    is_host.then_some(host)
}

/// What the lines of a text tell: a dateline, a copyright line, a line with the name alone, an
/// address. A source line or an imprint was found before.
pub fn from_text(text: &str, blocks: &mut [Block], facts: &mut Facts) {
    if facts.outlet.is_none() {
        facts.outlet = of_lines(text, blocks, facts);
    }
    let Some((name, _)) = &facts.outlet else {
        return;
    };
    let name = key(name);
    let alone = |block: &&mut Block| {
        matches!(block.role, Role::Body | Role::Heading) && key(block.span.of(text)) == name
    };
    blocks
        .iter_mut()
        .filter(alone)
        .for_each(|block| block.role = Role::Boilerplate);
}

fn of_lines(text: &str, blocks: &[Block], facts: &mut Facts) -> Option<(String, &'static str)> {
    let lines = || {
        blocks
            .iter()
            .map(|block| (block.role, block.span.of(text).trim()))
    };
    let mut body = lines().filter(|(role, _)| *role == Role::Body).take(3);
    let of_dateline = body.find_map(|(_, line)| Some((dateline(line)?, "dateline")));
    let of_copyright = || lines().find_map(|(_, line)| Some((copyright(line)?, "copyright")));
    let of_address = || {
        let (url, name) = lines().find_map(|(_, line)| Some((line, of_lone_url(line)?)))?;
        facts.url.get_or_insert_with(|| url.to_owned());
        Some((name, "url"))
    };
    of_dateline
        .or_else(of_copyright)
        .or_else(|| alone_on_a_line(text, blocks))
        .or_else(of_address)
}

/// A line at either end that is nothing but an outlet's name.
fn alone_on_a_line(text: &str, blocks: &[Block]) -> Option<(String, &'static str)> {
    let ends = blocks.iter().take(4).chain(blocks.iter().rev().take(2));
    let lines =
        ends.filter(|block| matches!(block.role, Role::Body | Role::Heading | Role::Boilerplate));
    lines
        .map(|block| block.span.of(text).trim())
        .find_map(|line| Some((outlets::named_in(line)?, "line")))
}

fn of_lone_url(line: &str) -> Option<String> {
    let is_address = line.starts_with("http://") || line.starts_with("https://");
    (is_address && !line.contains(char::is_whitespace)).then(|| of_url(line))?
}

/// "Lindhaven (The Example) – The mayor …", "LINDHAVEN, May 4 (Example News) - The mayor …".
fn dateline(line: &str) -> Option<String> {
    let open = line.find('(').filter(|open| *open <= 60)?;
    let close = open + line[open..].find(')').filter(|length| *length <= 60)?;
    let place = line[..open].trim();
    let after = line[close + 1..].trim_start();
    let has_dash = after.starts_with(['–', '—', '-', '―', ':']);
    let place_words = place.split_whitespace().count();
    let name = line[open + 1..close].trim();
    let is_name = name.chars().next().is_some_and(char::is_uppercase)
        && name.split_whitespace().count() <= 6
        && !place.contains(is_quotation_mark);
    let is_place =
        (1..=6).contains(&place_words) && place.chars().next().is_some_and(char::is_uppercase);
    (has_dash && is_name && is_place).then(|| outlets::by_name(name).unwrap_or(name).to_owned())
}

/// "© 2025 The Example. All rights reserved." A photograph's credit has no year.
fn copyright(line: &str) -> Option<String> {
    if line.len() > 160 {
        return None;
    }
    let lower = line.to_lowercase();
    let sign = ["©", "copyright ", "(c) "]
        .into_iter()
        .find(|sign| lower.starts_with(sign))?;
    let rest = line
        .get(sign.len()..)?
        .trim_start_matches(|c: char| !c.is_ascii_digit());
    let year = rest
        .get(..4)
        .filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let name = rest[year.len()..].trim_start_matches(|c: char| !c.is_alphabetic());
    let name = name.split(['.', ',', '|', '–', '-', ';']).next()?.trim();
    let name = name
        .strip_suffix("All Rights Reserved")
        .unwrap_or(name)
        .trim();
    let is_name = (1..=6).contains(&name.split_whitespace().count()) && name.len() > 1;
    is_name.then(|| name.to_owned())
}

/// What a path tells: a domain or a known outlet's name as a folder, or as a part of the file's
/// name.
pub fn of_path(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    let file = parts.pop()?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    std::iter::once(stem)
        .chain(parts.into_iter().rev())
        .find_map(|part| domain_in(part).or_else(|| name_in(part)))
}

fn domain_in(part: &str) -> Option<String> {
    let candidate = part
        .split(['_', ' ', '/'])
        .find(|piece| piece.contains('.'))?;
    let host = host_of(candidate)?;
    let suffix = psl::List
        .suffix(host.as_bytes())
        .filter(|suffix| suffix.is_known())?;
    // "story.v2" has a dot and no known ending; a lone ending is no domain.
    (suffix.as_bytes().len() < host.len()).then(|| of_url(&host))?
}

fn name_in(part: &str) -> Option<String> {
    if let Some(name) = outlets::by_name(part) {
        return Some(name.to_owned());
    }
    let words: Vec<&str> = part
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let spoken = words
        .iter()
        .filter(|word| word.contains(char::is_alphabetic))
        .count();
    // "fox hunting banned" is a title, "fox_2" a name: one word counts where little stands beside it.
    let shortest = if spoken <= 2 { 1 } else { 2 };
    let longest_first = (shortest..=words.len().min(5)).rev();
    let ends = |length: usize| {
        [
            words[..length].join(" "),
            words[words.len() - length..].join(" "),
        ]
    };
    longest_first
        .flat_map(ends)
        .find_map(|name| outlets::by_name(&name))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_outlets() {
        assert_eq!(
            of_url("https://www.bbc.co.uk/news/1").as_deref(),
            Some("BBC")
        );
        assert_eq!(
            of_url("http://news.example.co.uk:80/x?y").as_deref(),
            Some("example.co.uk")
        );
        assert_eq!(
            of_url("//blog.someone.github.io/a").as_deref(),
            Some("someone.github.io")
        );
        assert_eq!(of_url("file:///home/a.html"), None);
        assert_eq!(of_url("not an address"), None);
    }

    #[test]
    fn datelines_name_outlets() {
        assert_eq!(
            dateline("Lindhaven (The Harbour Post) – The mayor said").as_deref(),
            Some("The Harbour Post")
        );
        assert_eq!(
            dateline("LINDHAVEN, May 4 (Reuters) - The mayor").as_deref(),
            Some("Reuters")
        );
        assert_eq!(
            dateline("The mayor (Ulla Brandt) said – and meant it"),
            None
        );
        assert_eq!(dateline("She said (and meant it) – twice"), None);
    }

    #[test]
    fn copyright_lines_name_outlets() {
        assert_eq!(
            copyright("© 2025 The Harbour Post. All rights reserved.").as_deref(),
            Some("The Harbour Post")
        );
        assert_eq!(copyright("© Ada Quill"), None);
    }

    #[test]
    fn paths_name_outlets() {
        assert_eq!(
            of_path("event/nyt.txt").as_deref(),
            Some("The New York Times")
        );
        assert_eq!(of_path("reuters/story 12.html").as_deref(), Some("Reuters"));
        assert_eq!(
            of_path("www.example.org_story.html").as_deref(),
            Some("example.org")
        );
        assert_eq!(
            of_path("2025-09-05-the-guardian-harbour.md").as_deref(),
            None
        );
        assert_eq!(of_path("harbour_bbc.md").as_deref(), Some("BBC"));
        assert_eq!(of_path("000_af16646e070ac976.txt"), None);
        assert_eq!(of_path("fox hunting is banned.txt"), None);
    }
}
