//! The list: narrowed, searched, ordered and counted; and the search for words remembered.

mod support;

use std::collections::BTreeSet;

use asquoted_engine::collation::Effect;
use asquoted_engine::folder::Folder;
use asquoted_engine::page::{
    self, ArticleQuery, Catalogue, Choices, Filter, ListItem, ListPage, ListQuery, Order,
};
use asquoted_engine::quotation::Kind;
use asquoted_engine::search::Found;
use support::{open, sample};

struct Sample {
    folder: Folder,
    catalogue: Catalogue,
}

impl Sample {
    fn new() -> Self {
        let folder = open(&sample());
        let catalogue = Catalogue::new(&folder);
        Self { folder, catalogue }
    }

    fn list(&self, query: ListQuery) -> ListPage {
        let limit = if query.limit == 0 { 1000 } else { query.limit };
        page::list(&self.folder, &self.catalogue, &ListQuery { limit, ..query })
    }

    fn choices(&self, query: ListQuery) -> Choices {
        page::choices(&self.folder, &self.catalogue, &query)
    }

    fn remembered(&self, words: &str) -> Vec<Found> {
        self.catalogue
            .remembered(&self.folder, words, 20, &|| false)
    }

    fn text(&self, found: &Found) -> &str {
        found
            .stretch
            .of(&self.folder.articles[found.article as usize].text)
    }
}

fn all() -> ListQuery {
    ListQuery::default()
}

#[test]
fn a_list_that_nobody_waits_for_is_given_up() {
    let sample = Sample::new();
    let list = |is_wanted: &dyn Fn() -> bool| {
        page::list_while(&sample.folder, &sample.catalogue, &all(), is_wanted)
    };
    assert_eq!(list(&|| false), None);
    assert_eq!(
        list(&|| true),
        Some(page::list(&sample.folder, &sample.catalogue, &all()))
    );
}

#[test]
fn a_list_is_given_in_stretches() {
    let sample = Sample::new();
    let query = |offset, limit| ListQuery {
        alone: true,
        offset,
        limit,
        ..all()
    };
    let whole = sample.list(query(0, 1000));
    assert_eq!(whole.total as usize, whole.items.len());
    let mut pieces = Vec::new();
    for offset in (0..whole.total).step_by(4) {
        pieces.extend(sample.list(query(offset, 4)).items);
    }
    assert_eq!(pieces, whole.items);
}

#[test]
fn words_are_found_in_versions_speakers_and_outlets() {
    let sample = Sample::new();
    let whole = sample.list(all());
    let search = |words: &str| {
        sample.list(ListQuery {
            search: words.into(),
            ..all()
        })
    };
    // Different outlets print these: the list shows one of them.
    let (regard, treat) = (search("regard acc"), search("treat “accident”"));
    assert_eq!(regard.total, 1);
    assert_eq!(regard.items, treat.items);
    let korvat = search("KORVAT");
    assert!(korvat.total > 1 && korvat.total < whole.total);
    assert!(search("lumen").total > 0);
    assert_eq!(search("zeppelin").total, 0);
}

/// What is left by a filter, checked against the items themselves.
fn left(sample: &Sample, query: ListQuery, is: impl Fn(&ListItem) -> bool) -> u32 {
    let page = sample.list(query);
    assert!(page.items.iter().all(is), "an item that was not asked for");
    page.total
}

#[test]
fn each_menu_says_how_many_each_of_its_choices_leaves() {
    let sample = Sample::new();
    let choices = sample.choices(all());
    for tally in &choices.speakers {
        let query = ListQuery {
            speaker: Some(tally.name.clone()),
            ..all()
        };
        let by = |item: &ListItem| item.speaker.as_ref() == Some(&tally.name);
        assert_eq!(left(&sample, query, by), tally.count);
    }
    for tally in &choices.tiers {
        let query = ListQuery {
            tier: Some(tally.tier),
            ..all()
        };
        assert_eq!(
            left(&sample, query, |one| one.tier == tally.tier),
            tally.count
        );
    }
    for tally in &choices.effects {
        let query = ListQuery {
            effect: Some(tally.effect),
            ..all()
        };
        assert_eq!(sample.list(query).total, tally.count);
    }
    for tally in &choices.kinds {
        let query = ListQuery {
            kind: Some(tally.kind),
            ..all()
        };
        assert_eq!(sample.list(query).total, tally.count);
    }
    for tally in &choices.outlets {
        let query = ListQuery {
            outlet: Some(tally.name.clone()),
            ..all()
        };
        assert_eq!(sample.list(query).total, tally.count);
    }
    let sum: u32 = choices.tiers.iter().map(|tally| tally.count).sum();
    assert_eq!(sum, sample.list(all()).total);
    assert!(choices.outlets.len() == 7 && choices.more_outlets == 0);
}

#[test]
fn a_choice_in_one_menu_is_counted_in_the_others() {
    let sample = Sample::new();
    let speaker = sample.choices(all()).speakers[0].name.clone();
    let query = ListQuery {
        speaker: Some(speaker.clone()),
        ..all()
    };
    let choices = sample.choices(query.clone());
    let total = sample.list(query.clone()).total;
    let tiers: u32 = choices.tiers.iter().map(|tally| tally.count).sum();
    assert_eq!(tiers, total);
    // Its own menu offers what the others leave.
    assert_eq!(choices.speakers, sample.choices(all()).speakers);
    let negation = choices
        .effects
        .iter()
        .find(|one| one.effect == Effect::Negation);
    let both = ListQuery {
        effect: Some(Effect::Negation),
        ..query
    };
    assert_eq!(
        sample.list(both).total,
        negation.expect("all effects").count
    );
}

#[test]
fn days_bound_the_list_at_both_ends() {
    let sample = Sample::new();
    let choices = sample.choices(all());
    let (first, last) = (choices.first_day.unwrap(), choices.last_day.unwrap());
    let total = sample.list(all()).total;
    let between = |from: Option<&str>, to: Option<&str>| {
        sample
            .list(ListQuery {
                from: from.map(str::to_owned),
                to: to.map(str::to_owned),
                ..all()
            })
            .total
    };
    assert_eq!(between(Some(&first), Some(&last)), total);
    assert_eq!(between(Some("2999-01-01"), None), 0);
    assert_eq!(between(None, Some("1999-01-01")), 0);
    let early = between(None, Some(&first));
    assert!(early > 0 && early < total);
}

#[test]
fn an_empty_list_says_what_each_filter_keeps_away() {
    let sample = Sample::new();
    let query = ListQuery {
        search: "water".into(),
        speaker: Some("Ines Dorath".into()),
        kind: Some(Kind::Direct),
        ..all()
    };
    let page = sample.list(query.clone());
    assert_eq!(page.total, 0);
    let without = |filter: Filter| {
        let found = page.without.iter().find(|one| one.filter == filter);
        found.map(|one| one.total)
    };
    let by_words = ListQuery {
        search: String::new(),
        ..query.clone()
    };
    let by_all = ListQuery {
        speaker: None,
        ..query
    };
    assert_eq!(without(Filter::Search), Some(sample.list(by_words).total));
    assert_eq!(without(Filter::Speaker), Some(sample.list(by_all).total));
    assert_eq!(without(Filter::Effect), None);
    assert!(without(Filter::Search) > Some(0) && without(Filter::Speaker) > Some(0));
}

#[test]
fn the_order_is_the_one_asked_for() {
    let sample = Sample::new();
    let in_order = |order| {
        let query = ListQuery { order, ..all() };
        sample.list(query).items
    };
    let outlets = in_order(Order::Outlets);
    assert!(outlets.is_sorted_by(|one, next| one.outlets >= next.outlets));
    let divergence = in_order(Order::Divergence);
    assert!(divergence.is_sorted_by(|one, next| one.divergence >= next.divergence - 0.001));
    let date = in_order(Order::Date);
    assert!(date.is_sorted_by(|one, next| one.published >= next.published));
    let ids = |items: &[ListItem]| -> BTreeSet<String> {
        items.iter().map(|item| item.utterance.clone()).collect()
    };
    assert_eq!(ids(&outlets), ids(&date));
}

#[test]
fn articles_are_found_by_their_text() {
    let sample = Sample::new();
    let found = |search: &str| {
        let query = ArticleQuery {
            search: search.into(),
            outlet: None,
            newest_first: true,
            offset: 0,
            limit: 100,
        };
        page::articles(&sample.folder, &sample.catalogue, &query).total
    };
    assert_eq!(found(""), 7);
    let dam = found("dam");
    assert!(dam > 0 && found("dam zeppelin") == 0);
}

#[test]
fn a_quotation_remembered_is_found_once_whoever_prints_it() {
    let sample = Sample::new();
    let found =
        sample.remembered("if they open the gates before they have surveyed it is no accident");
    let best = &found[0];
    let index = best.utterance.expect("a version of an utterance");
    let versions = &sample.folder.utterances[index].versions;
    assert!(versions.len() > 3);
    assert_eq!(
        found
            .iter()
            .filter(|one| one.utterance == Some(index))
            .count(),
        1
    );
    assert!(sample.text(best).contains("gates"), "{}", sample.text(best));
    assert!(found.is_sorted_by(|one, next| one.score >= next.score));
}

#[test]
fn what_nobody_said_is_found_in_the_text() {
    let sample = Sample::new();
    let plain = sample
        .folder
        .articles
        .iter()
        .zip(0..)
        .find_map(|(article, number)| {
            let quoted = &sample.folder.quotations[number as usize];
            let block = article.blocks.iter().position(|block| {
                let outside = |one: &asquoted_engine::quotation::Quotation| {
                    !one.spans.iter().any(|span| span.overlaps(block.span))
                };
                block.span.of(&article.text).split_whitespace().count() > 8
                    && quoted.iter().all(outside)
            })?;
            Some((number, block as u32))
        });
    let (article, block) = plain.expect("a paragraph without a quotation");
    let articles = &sample.folder.articles[article as usize];
    let words = articles.blocks[block as usize].span.of(&articles.text);
    let found = sample.remembered(words);
    assert_eq!((found[0].article, found[0].block), (article, block));
    assert_eq!((found[0].quotation, found[0].utterance), (None, None));
    assert!(sample.remembered("quarterly zeppelin dividends").is_empty());
}
