//! The list of utterances: what matches a query, in which order, one stretch at a time.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{ListItem, ListPage, ListQuery, Order, Strongest};
use crate::folder::{Compared, Folder, Place, Utterance, Version};
use crate::quotation::Kind;
use crate::text::normal_form;
use crate::utterance::Tier;

/// Characters of a quotation that the list shows at most.
const WORDS_SHOWN: usize = 300;
/// Characters of one side of the strongest difference.
const READING_SHOWN: usize = 60;

/// The utterances that match a query, or the stretch of them that is asked for.
pub fn list(folder: &Folder, query: &ListQuery) -> ListPage {
    let search: Vec<String> = query.search.split_whitespace().map(normal_form).collect();
    let mut matching: Vec<Entry<'_>> = Vec::new();
    let mut without_effect = 0;
    let mut without_speaker = 0;
    for entry in entries(folder, query.alone) {
        if !search.is_empty() && !entry.contains(folder, &search) {
            continue;
        }
        let effect = query
            .effect
            .is_none_or(|effect| entry.compared().effects.contains(&effect));
        let speaker = query.speaker.is_none() || query.speaker.as_deref() == entry.speaker(folder);
        without_effect += u32::from(speaker);
        without_speaker += u32::from(effect);
        if effect && speaker {
            matching.push(entry);
        }
    }
    sort(folder, &mut matching, query.order);
    let total = matching.len() as u32;
    let shown = matching
        .into_iter()
        .skip(query.offset as usize)
        .take(query.limit as usize);
    ListPage {
        total,
        total_without_effect: without_effect,
        total_without_speaker: without_speaker,
        offset: query.offset,
        items: shown.map(|entry| entry.item(folder)).collect(),
    }
}

/// One utterance as the list shows it.
pub fn list_item(folder: &Folder, utterance: &Utterance, compared: &Compared) -> ListItem {
    let base = utterance.versions[0].place;
    let sure: Vec<&Version> = utterance
        .versions
        .iter()
        .filter(|one| one.is_sure())
        .collect();
    ListItem {
        utterance: utterance.id.clone(),
        speaker: utterance.speaker.clone(),
        words: words_shown(folder, base),
        language: folder.article_at(base).language.clone(),
        outlets: outlets(folder, &utterance.versions),
        versions: sure.len() as u32,
        possible: (utterance.versions.len() - sure.len()) as u32,
        published: published(folder, &utterance.versions).map(str::to_owned),
        tier: utterance_tier(&utterance.versions),
        divergence: compared.divergence,
        strongest: strongest(compared),
        reviewed: folder.is_reviewed(&utterance.versions),
        noted: folder
            .note(utterance.versions.iter().map(|one| one.place))
            .is_some(),
    }
}

/// The tier that says how near the whole is: that of the farthest whole version, so that one
/// fragment does not hide that five outlets print the same; of the farthest at all where no two
/// are whole; *possible* where no second version is sure.
pub fn utterance_tier(versions: &[Version]) -> Tier {
    let sure = || {
        versions
            .iter()
            .filter(|one| one.is_sure())
            .map(|one| one.tier)
    };
    let whole = || sure().filter(|tier| !matches!(tier, Tier::Fragment | Tier::Reported));
    let farthest = match (sure().count(), whole().count()) {
        (0 | 1, _) => None,
        (_, 0 | 1) => sure().max(),
        _ => whole().max(),
    };
    farthest.unwrap_or(Tier::Possible)
}

/// The earliest date of a version.
pub fn published<'f>(folder: &'f Folder, versions: &[Version]) -> Option<&'f str> {
    versions
        .iter()
        .filter_map(|version| folder.article_at(version.place).published.as_deref())
        .min()
}

fn outlets(folder: &Folder, versions: &[Version]) -> u32 {
    let names: BTreeSet<&str> = versions
        .iter()
        .map(|version| folder.outlet_name(version.place.article))
        .collect();
    names.len() as u32
}

fn strongest(compared: &Compared) -> Strongest {
    let change = compared.strongest.as_ref();
    Strongest {
        effect: change.map(|change| change.effect),
        note: change.map(|change| change.note),
        lemma: change.map_or(String::new(), |change| cut(&change.lemma, READING_SHOWN)),
        reading: change.map_or(String::new(), |change| cut(&change.reading, READING_SHOWN)),
        words: change.map_or(0, |change| change.words),
        other_speaker: compared.other_speaker.clone(),
    }
}

/// The words of a quotation as a line shows them, without the comma that its sentence put there.
pub fn words_shown(folder: &Folder, place: Place) -> String {
    cut(folder.text_at(place).trim_end_matches(','), WORDS_SHOWN)
}

/// At most `most` characters, cut between words and then ended by an ellipsis.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", text[..whole].trim_end())
}

/// A row of the list: an utterance, or a quotation that stands alone.
enum Entry<'f> {
    Several(&'f Utterance),
    Alone(Place),
}

static NOT_COMPARED: Compared = Compared {
    divergence: 0.0,
    effects: BTreeSet::new(),
    strongest: None,
    other_speaker: None,
    versions: Vec::new(),
    families: Vec::new(),
};

fn entries(folder: &Folder, alone: bool) -> impl Iterator<Item = Entry<'_>> {
    let single = folder
        .places()
        .filter(move |_| alone)
        .filter(|place| folder.quotation_at(*place).kind != Kind::Term)
        .filter(|place| !folder.utterance_of.contains_key(place))
        .map(Entry::Alone);
    let several = folder.utterances.iter().map(|one| Entry::Several(one));
    several.chain(single)
}

impl<'f> Entry<'f> {
    fn compared(&self) -> &'f Compared {
        match self {
            Self::Several(utterance) => &utterance.compared,
            Self::Alone(_) => &NOT_COMPARED,
        }
    }

    fn speaker(&self, folder: &'f Folder) -> Option<&'f str> {
        match self {
            Self::Several(utterance) => utterance.speaker.as_deref(),
            Self::Alone(place) => folder.speaker_at(*place),
        }
    }

    fn id(&self, folder: &'f Folder) -> &'f str {
        match self {
            Self::Several(utterance) => &utterance.id,
            Self::Alone(place) => folder.id_at(*place),
        }
    }

    /// Whether all words searched for stand in its versions, speaker or outlets.
    fn contains(&self, folder: &Folder, search: &[String]) -> bool {
        let mut hay = self.speaker(folder).map(normal_form).unwrap_or_default();
        let mut add = |place: Place| {
            hay.push('\n');
            hay.push_str(&normal_form(&folder.text_at(place)));
            hay.push('\n');
            hay.push_str(&normal_form(folder.outlet_name(place.article)));
        };
        match self {
            Self::Several(utterance) => {
                utterance
                    .versions
                    .iter()
                    .for_each(|version| add(version.place));
            }
            Self::Alone(place) => add(*place),
        }
        search.iter().all(|word| hay.contains(word.as_str()))
    }

    fn item(&self, folder: &Folder) -> ListItem {
        match self {
            Self::Several(utterance) => list_item(folder, utterance, &utterance.compared),
            Self::Alone(place) => alone_item(folder, *place),
        }
    }

    fn order(&self, folder: &Folder) -> (Reverse<u32>, f32, String) {
        match self {
            Self::Several(utterance) => (
                Reverse(outlets(folder, &utterance.versions)),
                utterance.compared.divergence,
                date_key(published(folder, &utterance.versions)),
            ),
            Self::Alone(place) => {
                let date = folder.article_at(*place).published.as_deref();
                (Reverse(1), 0.0, date_key(date))
            }
        }
    }
}

/// The undated come last.
fn date_key(published: Option<&str>) -> String {
    published.unwrap_or("9999").to_owned()
}

fn alone_item(folder: &Folder, place: Place) -> ListItem {
    let article = folder.article_at(place);
    ListItem {
        utterance: folder.id_at(place).to_owned(),
        speaker: folder.speaker_at(place).map(str::to_owned),
        words: words_shown(folder, place),
        language: article.language.clone(),
        outlets: 1,
        versions: 1,
        possible: 0,
        published: article.published.clone(),
        tier: Tier::Verbatim,
        divergence: 0.0,
        strongest: strongest(&NOT_COMPARED),
        reviewed: folder.is_reviewed_at(place),
        noted: folder.note(std::iter::once(place)).is_some(),
    }
}

fn sort(folder: &Folder, entries: &mut [Entry<'_>], order: Order) {
    entries.sort_by_cached_key(|entry| {
        let (outlets, divergence, date) = entry.order(folder);
        // Thousandths: floats have no total order, and finer steps tell a reader nothing.
        let divergence = Reverse((divergence * 1000.0) as u32);
        let id = entry.id(folder).to_owned();
        match order {
            Order::Outlets => (outlets, divergence, date, id),
            Order::Divergence => (Reverse(0), divergence, date, id),
            Order::Date => (Reverse(0), Reverse(0), date, id),
        }
    });
}
