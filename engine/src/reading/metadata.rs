//! What a page says about itself: JSON-LD, OpenGraph and other meta elements, links, times.

use dom_query::Document;
use serde_json::Value;

use super::{Facts, dates, head, lines, outlet};

/// JSON-LD objects that are looked at, and the longest script, in bytes.
const MOST_OBJECTS: usize = 2_000;
const LONGEST_SCRIPT: usize = 1 << 20;

pub fn of_page(document: &Document, page: &str) -> Facts {
    let linked = LinkedData::of(document);
    let meta = Meta::of(document);
    let url = saved_from(page)
        .or_else(|| attribute(document, "link[rel='canonical']", "href"))
        .or_else(|| meta.first(&["og:url", "twitter:url"]))
        .or_else(|| linked.url())
        .filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let outlet = meta
        .first(&["og:site_name"])
        .map(|name| (name, "og:site_name"))
        .or_else(|| linked.publisher().map(|name| (name, "publisher")))
        .or_else(|| {
            meta.first(&["citation_journal_title", "dc.publisher", "publisher"])
                .map(|name| (name, "publisher"))
        })
        .or_else(|| {
            url.as_deref()
                .and_then(outlet::of_url)
                .map(|name| (name, "url"))
        })
        .or_else(|| {
            meta.first(&["application-name"])
                .map(|name| (name, "application-name"))
        });
    Facts {
        title: meta
            .first(&["og:title", "twitter:title"])
            .or_else(|| linked.headline()),
        byline: linked.authors().or_else(|| {
            meta.first(&[
                "author",
                "article:author",
                "byl",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
            ])
            .filter(|name| is_name(name))
        }),
        published: published(document, &meta, &linked),
        url,
        outlet: outlet.filter(|(name, _)| name.len() <= 80),
        language: declared_language(document),
    }
}

/// What only the extraction of the main text finds.
pub fn add_extracted(facts: &mut Facts, article: &dom_smoothie::Article) {
    let cleaned = |text: &str| Some(lines::one_line(text)).filter(|text| !text.is_empty());
    facts.title = cleaned(&article.title).or_else(|| facts.title.take());
    if facts.byline.is_none() {
        facts.byline = article
            .byline
            .as_deref()
            .and_then(cleaned)
            .filter(|name| name.len() <= 200);
    }
    if facts.published.is_none() {
        facts.published = article.published_time.as_deref().and_then(dates::value);
    }
    if facts.outlet.is_none() {
        facts.outlet = article
            .site_name
            .as_deref()
            .and_then(cleaned)
            .map(|name| (name, "site name"));
    }
    if facts.published.is_none() {
        facts.published = facts.url.as_deref().and_then(dates::in_url);
    }
    if let (Some(title), Some((outlet, _))) = (&facts.title, &facts.outlet) {
        facts.title = Some(without_outlet(title, outlet).to_owned());
    }
}

/// "Harbour to close - The Harbour Post" without the outlet's name at its end.
fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    let separators = [" - ", " | ", " – ", " — ", " · ", " :: ", " » "];
    let cut = separators
        .iter()
        .filter_map(|separator| title.rsplit_once(separator));
    let named = cut.filter(|(_, name)| lines::key(name) == lines::key(outlet));
    named
        .map(|(title, _)| title.trim())
        .find(|title| !title.is_empty())
        .unwrap_or(title)
}

fn published(document: &Document, meta: &Meta, linked: &LinkedData) -> Option<String> {
    const NAMES: &[&str] = &[
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "cxenseparse:recs:publishtime",
        "citation_publication_date",
        "ptime",
        "displaydate",
        "datecreated",
        "created",
        "og:pubdate",
    ];
    let elements = [
        ("[itemprop~='datePublished']", "datetime"),
        ("[itemprop~='datePublished']", "content"),
        ("time[pubdate]", "datetime"),
        ("article time[datetime]", "datetime"),
        ("main time[datetime]", "datetime"),
        ("header time[datetime]", "datetime"),
        ("time[datetime]", "datetime"),
    ];
    let of_elements = || {
        elements
            .iter()
            .find_map(|(selector, name)| dates::value(&attribute(document, selector, name)?))
    };
    linked
        .date()
        .or_else(|| meta.values(NAMES).find_map(dates::value))
        .or_else(of_elements)
}

/// The address in the comment that browsers write into a saved page.
fn saved_from(page: &str) -> Option<String> {
    let head = head(page, 2048);
    let comment = &head[head.find("saved from url=(")?..];
    let address = comment.split_once(')')?.1;
    let end = address.find(|c: char| c.is_whitespace() || c == '>')?;
    Some(address[..end].to_owned())
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    let value = document.select_single(selector).attr(name)?;
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

fn declared_language(document: &Document) -> Option<String> {
    let declared = attribute(document, "html", "lang")?;
    let code = declared.split(['-', '_']).next()?.to_ascii_lowercase();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(code)
}

/// An address or a number is no author.
fn is_name(text: &str) -> bool {
    !text.contains("://") && text.contains(char::is_alphabetic) && text.len() <= 200
}

/// The page's meta elements: names in lower case.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(document: &Document) -> Self {
        let named = document.select("meta").iter().filter_map(|element| {
            let name = element
                .attr("property")
                .or_else(|| element.attr("name"))
                .or_else(|| element.attr("itemprop"))?;
            let content = lines::one_line(&element.attr("content")?);
            (!content.is_empty()).then(|| (name.trim().to_lowercase(), content))
        });
        Self(named.collect())
    }

    /// The values of these names, in the order of the names.
    fn values<'m>(&'m self, names: &'m [&str]) -> impl Iterator<Item = &'m str> {
        names.iter().flat_map(|name| {
            self.0
                .iter()
                .filter(move |(known, _)| known == name)
                .map(|(_, value)| value.as_str())
        })
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.values(names).next().map(str::to_owned)
    }
}

/// The JSON-LD object that describes the article.
struct LinkedData(Option<Value>);

impl LinkedData {
    fn of(document: &Document) -> Self {
        let scripts = document.select("script[type='application/ld+json']");
        let objects = scripts.iter().filter_map(|script| {
            let text = script.text();
            let json = text
                .trim()
                .trim_start_matches("<![CDATA[")
                .trim_end_matches("]]>");
            (json.len() <= LONGEST_SCRIPT).then(|| serde_json::from_str::<Value>(json).ok())?
        });
        Self(objects.filter_map(described_article).next())
    }

    fn text(&self, field: &str) -> Option<String> {
        plain(self.0.as_ref()?.get(field)?)
    }

    fn headline(&self) -> Option<String> {
        self.text("headline").or_else(|| self.text("name"))
    }

    fn publisher(&self) -> Option<String> {
        name_of(self.0.as_ref()?.get("publisher")?)
    }

    fn date(&self) -> Option<String> {
        ["datePublished", "dateCreated", "uploadDate"]
            .iter()
            .find_map(|field| dates::value(&self.text(field)?))
    }

    fn url(&self) -> Option<String> {
        let of_page = || {
            let page = self.0.as_ref()?.get("mainEntityOfPage")?;
            plain(page).or_else(|| plain(page.get("@id")?))
        };
        self.text("url").or_else(of_page)
    }

    fn authors(&self) -> Option<String> {
        let names: Vec<String> = match self.0.as_ref()?.get("author")? {
            Value::Array(authors) => authors.iter().filter_map(name_of).collect(),
            author => name_of(author).into_iter().collect(),
        };
        Some(names.join(", ")).filter(|names| is_name(names))
    }
}

/// The first article among nested objects, arrays and graphs.
fn described_article(root: Value) -> Option<Value> {
    let mut open = vec![root];
    let mut seen = 0;
    while let Some(value) = open.pop() {
        seen += 1;
        if seen > MOST_OBJECTS {
            return None;
        }
        match value {
            Value::Array(values) => open.extend(values.into_iter().rev()),
            Value::Object(mut object) => {
                if is_article(object.get("@type")) {
                    return Some(Value::Object(object));
                }
                open.extend(
                    ["mainEntity", "mainEntityOfPage", "@graph"]
                        .iter()
                        .filter_map(|field| object.remove(*field)),
                );
            }
            _ => {}
        }
    }
    None
}

fn is_article(kind: Option<&Value>) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind.ends_with("Report")
        })
    };
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn name_of(value: &Value) -> Option<String> {
    plain(value)
        .or_else(|| plain(value.get("name")?))
        .or_else(|| name_of_first(value))
}

fn name_of_first(value: &Value) -> Option<String> {
    let first = value.as_array()?.first()?;
    plain(first).or_else(|| plain(first.get("name")?))
}

fn plain(value: &Value) -> Option<String> {
    Some(lines::one_line(value.as_str()?)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(head: &str) -> Facts {
        let page = format!("<html><head>{head}</head><body><p>Text</p></body></html>");
        of_page(&Document::from(page.as_str()), &page)
    }

    #[test]
    fn linked_data_is_read_out_of_a_graph() {
        let facts = facts(
            r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
            "headline":"Harbour to close","datePublished":"2025-09-05T14:20:00+02:00","author":[{"name":"Ada Quill"},
            "John Roe"],"publisher":{"name":"The Harbour Post"},"mainEntityOfPage":{"@id":"https://post.example/1"}}]}</script>"#,
        );
        assert_eq!(facts.title.as_deref(), Some("Harbour to close"));
        assert_eq!(facts.byline.as_deref(), Some("Ada Quill, John Roe"));
        assert_eq!(facts.published.as_deref(), Some("2025-09-05T14:20"));
        assert_eq!(
            facts.outlet,
            Some(("The Harbour Post".to_owned(), "publisher"))
        );
        assert_eq!(facts.url.as_deref(), Some("https://post.example/1"));
    }

    #[test]
    fn a_saved_page_knows_its_address() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0035)https://www.reuters.com/world/a-1/ -->\n<html lang=en-GB><p>x</p>";
        let facts = of_page(&Document::from(page), page);
        assert_eq!(
            facts.url.as_deref(),
            Some("https://www.reuters.com/world/a-1/")
        );
        assert_eq!(facts.outlet, Some(("Reuters".to_owned(), "url")));
        assert_eq!(facts.language.as_deref(), Some("en"));
    }

    #[test]
    fn broken_data_is_passed_over() {
        let facts = facts(
            "<script type='application/ld+json'>{\"@type\":</script><meta name=date content='soon'>",
        );
        assert_eq!((facts.published, facts.outlet), (None, None));
    }
}
