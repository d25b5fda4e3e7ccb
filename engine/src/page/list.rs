//! The list of utterances: what matches a query, in which order, one stretch at a time.

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use super::narrowing::matching;
use super::{ListItem, ListPage, ListQuery, Strongest};
use crate::article::Article;
use crate::folder::{Compared, Folder, Place, Utterance, Version};
use crate::quotation::Quotation;
use crate::utterance::Tier;

/// Characters of a quotation that the list shows at most.
const WORDS_SHOWN: usize = 300;
/// Characters of one side of the strongest difference.
const READING_SHOWN: usize = 60;

/// The utterances that match a query, or the stretch of them that is asked for.
pub fn list(folder: &Folder, catalogue: &Catalogue, query: &ListQuery) -> ListPage {
    list_while(folder, catalogue, query, &|| true).unwrap_or_default()
}

/// The same for as long as it is wanted; `None` where it no longer was before it was done.
pub fn list_while(
    folder: &Folder,
    catalogue: &Catalogue,
    query: &ListQuery,
    is_wanted: &dyn Fn() -> bool,
) -> Option<ListPage> {
    let (matching, without) = matching(folder, catalogue, query, is_wanted)?;
    let shown = matching
        .iter()
        .skip(query.offset as usize)
        .take(query.limit as usize);
    Some(ListPage {
        total: matching.len() as u32,
        without,
        offset: query.offset,
        items: shown
            .map(|number| catalogue.entry(folder, *number).item(folder))
            .collect(),
    })
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
        outlets: outlet_count(folder, &utterance.versions),
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

/// A quotation that is not compared with any other yet; `number` is its place in its article.
pub fn heard_item(article: &Article, quotation: &Quotation, number: usize) -> ListItem {
    let spans = quotation.spans.iter().map(|span| span.of(&article.text));
    let words = spans.collect::<Vec<_>>().join(" … ");
    let speaker = quotation.speaker.as_ref();
    ListItem {
        utterance: format!("{}#{number}", article.id),
        speaker: speaker.map(|speaker| speaker.name.clone()),
        words: cut(words.trim_end_matches(','), WORDS_SHOWN),
        language: article.language.clone(),
        outlets: 1,
        versions: 1,
        possible: 0,
        published: article.published.clone(),
        tier: Tier::Verbatim,
        divergence: 0.0,
        strongest: strongest(&Compared::default()),
        reviewed: false,
        noted: false,
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

/// How many outlets have a version.
pub(super) fn outlet_count(folder: &Folder, versions: &[Version]) -> u32 {
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
pub(super) enum Entry<'f> {
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

impl<'f> Entry<'f> {
    pub fn compared(&self) -> &'f Compared {
        match self {
            Self::Several(utterance) => &utterance.compared,
            Self::Alone(_) => &NOT_COMPARED,
        }
    }

    pub fn speaker(&self, folder: &'f Folder) -> Option<&'f str> {
        match self {
            Self::Several(utterance) => utterance.speaker.as_deref(),
            Self::Alone(place) => folder.speaker_at(*place),
        }
    }

    pub fn id(&self, folder: &'f Folder) -> &'f str {
        match self {
            Self::Several(utterance) => &utterance.id,
            Self::Alone(place) => folder.id_at(*place),
        }
    }

    pub fn places(&self) -> Vec<Place> {
        match self {
            Self::Several(utterance) => utterance.versions.iter().map(|one| one.place).collect(),
            Self::Alone(place) => vec![*place],
        }
    }

    pub fn published(&self, folder: &'f Folder) -> Option<&'f str> {
        match self {
            Self::Several(utterance) => published(folder, &utterance.versions),
            Self::Alone(place) => folder.article_at(*place).published.as_deref(),
        }
    }

    pub fn is_reviewed(&self, folder: &Folder) -> bool {
        match self {
            Self::Several(utterance) => folder.is_reviewed(&utterance.versions),
            Self::Alone(place) => folder.is_reviewed_at(*place),
        }
    }

    /// What can be searched for: its versions, its speaker and its outlets.
    pub fn stretches(&self, folder: &'f Folder) -> Vec<&'f str> {
        let mut stretches: Vec<&str> = self.speaker(folder).into_iter().collect();
        for place in self.places() {
            let text = &folder.article_at(place).text;
            let spans = &folder.quotation_at(place).spans;
            stretches.extend(spans.iter().map(|span| span.of(text)));
            stretches.push(folder.outlet_name(place.article));
        }
        stretches
    }

    fn item(&self, folder: &Folder) -> ListItem {
        match self {
            Self::Several(utterance) => list_item(folder, utterance, &utterance.compared),
            Self::Alone(place) => alone_item(folder, *place),
        }
    }
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
