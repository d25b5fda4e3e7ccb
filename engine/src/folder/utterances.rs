//! From quotations to utterances: makes the items that grouping sees, and names what comes back.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Compared, Folder, Place, Utterance, Version};
use crate::article::{Article, Role};
use crate::pace::Pace;
use crate::problem::ProblemCode;
use crate::quotation::Kind;
use crate::speaker::Person;
use crate::text::sentences;
use crate::utterance::{self, Group, Item};

/// Groups the folder's quotations into utterances with versions in two or more articles, by id.
/// Nothing where it is not to go on.
pub fn find(folder: &Folder, pace: &Pace<'_>) -> Option<Vec<Utterance>> {
    let copies = copies(folder);
    let places: Vec<Place> = folder
        .places()
        .filter(|place| folder.quotation_at(*place).kind != Kind::Term)
        .filter(|place| !copies.contains(folder.articles[place.article as usize].path.as_str()))
        .collect();
    let texts: Vec<String> = places.iter().map(|place| content(folder, *place)).collect();
    let items = items(folder, &places, &texts);
    let sentences = sentences_of(&folder.articles, &pace.part(0.0, 0.1))?;
    let groups = utterance::group_while(&items, &sentences, &pace.part(0.1, 1.0))?;
    let groups = groups.iter().map(|group| versions(&places, group));
    let mut utterances: Vec<Utterance> = in_one_at_most(groups.collect())
        .into_iter()
        .filter_map(|versions| named(folder, versions))
        .collect();
    utterances.sort_by(|one, other| one.id.cmp(&other.id));
    Some(utterances)
}

/// Paths of files whose text another file has already: their quotations are counted once.
fn copies(folder: &Folder) -> HashSet<&str> {
    let same = folder
        .cautions
        .iter()
        .filter(|caution| caution.code == ProblemCode::SameText);
    same.map(|caution| caution.path.as_str()).collect()
}

fn content(folder: &Folder, place: Place) -> String {
    let text = &folder.article_at(place).text;
    let spans = &folder.quotation_at(place).spans;
    spans
        .iter()
        .map(|span| span.of(text))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The names of the people of a folder.
pub fn names(people: &[Person]) -> HashSet<&str> {
    people.iter().map(|person| person.name.as_str()).collect()
}

/// The sentences of all articles' bodies, for how common a word is.
pub fn sentences_of<'a>(
    articles: &'a [impl AsRef<Article> + Sync],
    pace: &Pace<'_>,
) -> Option<Vec<&'a str>> {
    let pass = pace.over(articles.len());
    let split: Vec<Vec<&str>> = articles
        .par_iter()
        .map(|article| {
            pass.step()?;
            pace.alone(|| body_sentences(article.as_ref()))
        })
        .collect::<Option<_>>()?;
    Some(split.concat())
}

/// Days since 1970-01-01 of an article's date.
pub fn day_of(article: &Article) -> Option<i32> {
    article.published.as_deref().and_then(day)
}

fn items<'f>(folder: &'f Folder, places: &[Place], texts: &'f [String]) -> Vec<Item<'f>> {
    let named = names(&folder.people);
    let index: HashMap<Place, usize> = places
        .iter()
        .enumerate()
        .map(|(index, place)| (*place, index))
        .collect();
    places
        .iter()
        .zip(texts)
        .map(|(&place, text)| {
            let article = folder.article_at(place);
            let quotation = folder.quotation_at(place);
            let speaker = folder.speaker_at(place);
            let within = quotation.within.and_then(|outer| {
                index
                    .get(&Place {
                        quotation: outer as u32,
                        ..place
                    })
                    .copied()
            });
            Item {
                id: folder.id_at(place),
                article: place.article,
                kind: quotation.kind,
                text,
                speaker,
                speaker_named: speaker.is_some_and(|name| named.contains(name)),
                day: day_of(article),
                language: &article.language,
                within,
            }
        })
        .collect()
}

/// Days since 1970-01-01 of `2025-09-05…`.
fn day(published: &str) -> Option<i32> {
    let date: jiff::civil::Date = published.get(..10)?.parse().ok()?;
    let epoch = jiff::civil::date(1970, 1, 1);
    Some(epoch.until(date).ok()?.get_days())
}

fn body_sentences(article: &Article) -> Vec<&str> {
    let body = article
        .blocks
        .iter()
        .filter(|block| block.role == Role::Body);
    body.flat_map(|block| {
        let text = block.span.of(&article.text);
        sentences(text, &article.language)
            .into_iter()
            .map(move |span| span.of(text))
    })
    .collect()
}

/// Leaves each quotation in the one group where it is in the better place: a sure version rather
/// than a possible one, then the likelier; of equals the first.
fn in_one_at_most(mut groups: Vec<Vec<Version>>) -> Vec<Vec<Version>> {
    let mut best: HashMap<Place, (bool, f32, usize)> = HashMap::new();
    for (number, versions) in groups.iter().enumerate() {
        for version in versions {
            let here = (version.is_sure(), version.reason.score, number);
            let known = best.entry(version.place).or_insert(here);
            if (here.0, here.1) > (known.0, known.1) {
                *known = here;
            }
        }
    }
    for (number, versions) in groups.iter_mut().enumerate() {
        versions.retain(|version| best[&version.place].2 == number);
    }
    groups
}

fn versions(places: &[Place], group: &Group) -> Vec<Version> {
    let members = group.members.iter();
    members
        .map(|member| Version {
            place: places[member.item],
            tier: member.tier,
            reason: member.reason.clone(),
        })
        .collect()
}

/// The utterance of these versions, not compared yet. `None` where they stand in one article
/// alone.
pub fn named(folder: &Folder, versions: Vec<Version>) -> Option<Utterance> {
    let articles: HashSet<u32> = versions
        .iter()
        .map(|version| version.place.article)
        .collect();
    if articles.len() < 2 {
        return None;
    }
    let sure = versions.iter().filter(|version| version.is_sure());
    let first = sure.map(|version| version.place).min()?;
    Some(Utterance {
        id: format!("u:{}", folder.id_at(first)),
        speaker: speaker_of(folder, &versions),
        versions,
        compared: Compared::default(),
    })
}

/// The speaker whom most sure versions name; of two named equally often the first by name.
pub fn speaker_of(folder: &Folder, versions: &[Version]) -> Option<String> {
    let mut speakers: BTreeMap<&str, usize> = BTreeMap::new();
    for version in versions.iter().filter(|version| version.is_sure()) {
        if let Some(name) = folder.speaker_at(version.place) {
            *speakers.entry(name).or_default() += 1;
        }
    }
    // `max_by_key` takes the last of equals.
    let most = speakers.iter().rev().max_by_key(|(_, count)| **count);
    most.map(|(name, _)| (*name).to_owned())
}

/// Quotations that a person holds for versions of one thing said: the most complete one first,
/// all of them sure.
pub fn gather(folder: &Folder, places: &[Place]) -> Vec<Version> {
    let texts: Vec<String> = places.iter().map(|place| content(folder, *place)).collect();
    let items = items(folder, places, &texts);
    versions(places, &utterance::together(&items))
}

/// Where in a list of utterances a quotation is a sure version.
pub fn of_places(utterances: &[Arc<Utterance>]) -> HashMap<Place, usize> {
    let sure = utterances
        .iter()
        .enumerate()
        .flat_map(|(index, utterance)| {
            let sure = utterance
                .versions
                .iter()
                .filter(|version| version.is_sure());
            sure.map(move |version| (version.place, index))
        });
    sure.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::utterance::{Reason, Tier};

    #[test]
    fn a_quotation_stays_where_its_place_is_better() {
        let version = |quotation, tier, score| Version {
            place: Place {
                article: 0,
                quotation,
            },
            tier,
            reason: Reason {
                score,
                ..Reason::by_you()
            },
        };
        let groups = vec![
            vec![
                version(0, Tier::Possible, 0.9),
                version(1, Tier::Possible, 0.3),
            ],
            vec![
                version(0, Tier::Reworded, 0.4),
                version(1, Tier::Possible, 0.35),
            ],
            vec![version(1, Tier::Possible, 0.35)],
        ];
        let sizes: Vec<usize> = in_one_at_most(groups).iter().map(Vec::len).collect();
        assert_eq!(sizes, [0, 2, 0]);
    }
}
