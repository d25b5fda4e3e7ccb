//! One thing said, and its versions across articles.
//!
//! Quotations become [`wording`]s (distinct words, speaker and day), an inverted index proposes
//! pairs ([`candidates`]), each pair is compared and judged ([`score`]), better
//! counterparts elsewhere lower it ([`rivals`]), [`clusters`] of [`tellings`] that [`wholes`] join
//! become utterances, and
//! [`tiers`] tell people how near each version is and why.

mod candidates;
mod clusters;
mod content;
mod grouped;
mod links;
mod lists;
mod members;
mod parted;
mod rivals;
mod score;
mod sorted;
mod speakers;
mod tellings;
mod tiers;
mod wholes;
mod wording;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub use parted::parted;

use crate::pace::Pace;
use crate::phrase::{Commonness, Lexicon};
use crate::quotation::Kind;
use members::Members;
use score::{Pair, Setting};
use tellings::Tellings;
use tiers::Versions;
use wording::Wording;

/// One quotation as grouping sees it. Terms are never given.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    /// The quotation's stable id; ties are broken by it, so that no order of files matters.
    pub id: &'a str,
    /// Which article it stands in (any numbering; equal numbers mean the same article).
    pub article: u32,
    pub kind: Kind,
    /// The content: stretches joined by a blank.
    pub text: &'a str,
    /// The speaker's folder-wide name, if the text names one.
    pub speaker: Option<&'a str>,
    /// `false` for "a senior official" and the like: never taken for the same person elsewhere.
    pub speaker_named: bool,
    /// Days since 1970-01-01 of the article's date.
    pub day: Option<i32>,
    pub language: &'a str,
    /// Index of the item that holds this one (a fragment in a reported clause, a nested quotation).
    pub within: Option<usize>,
}

/// How near a version is to the utterance, from sure to unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The same words and marks.
    Verbatim,
    /// The same words; marks, case or spelling of marks differ.
    Typography,
    /// One stands inside the other.
    Trimmed,
    /// The same statement in other words.
    Reworded,
    /// A few words of it, quoted.
    Fragment,
    /// Told in the outlet's own voice.
    Reported,
    /// Perhaps; shown as such.
    Possible,
}

/// Why a version is held for one of this utterance; the window words it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Reason {
    pub speaker: SpeakerAgreement,
    /// Weighted words that both have, and all weighted words of the shorter one.
    pub shared_words: u32,
    pub words: u32,
    pub moved: bool,
    pub contained: bool,
    /// Days between the two articles, where both are dated.
    pub days_apart: Option<u32>,
    pub numbers_clash: bool,
    /// 0–1: how sure.
    pub score: f32,
    /// A person says that it is one.
    pub by_you: bool,
}

impl Reason {
    /// A person says so, and nothing else is known yet.
    pub fn by_you() -> Self {
        Self {
            speaker: SpeakerAgreement::Unknown,
            shared_words: 0,
            words: 0,
            moved: false,
            contained: false,
            days_apart: None,
            numbers_clash: false,
            score: 1.0,
            by_you: true,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SpeakerAgreement {
    Same,
    Unknown,
    /// Same words, other speaker: a finding of its own.
    Differs,
}

/// One thing said.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Members in a fixed order: the most complete version first, then by id.
    pub members: Vec<Member>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Index into the items given.
    pub item: usize,
    pub tier: Tier,
    pub reason: Reason,
}

/// Groups items into utterances. Every item is in at most one group as a sure member; an item may
/// stand in a group as *possible*. Items that have no other version are left out. `sentences` are
/// the folder's sentences, for how common a word is here; empty is allowed. Deterministic, and
/// independent of the order of the items. Cost grows with the number of items, not its square.
pub fn group(items: &[Item<'_>], sentences: &[&str]) -> Vec<Group> {
    group_while(items, sentences, &Pace::unwatched()).unwrap_or_default()
}

/// The same as long as it is to go on; nothing once it is not.
pub fn group_while(items: &[Item<'_>], sentences: &[&str], pace: &Pace<'_>) -> Option<Vec<Group>> {
    // Shares of the time that each step takes of 100,000 quotations.
    let [reading, weighing, seeking, comparing] =
        [(0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.85)].map(|(from, to)| pace.part(from, to));
    let mut lexicon = Lexicon::default();
    let mut wordings = wording::wordings(items, &mut lexicon, &reading)?;
    let language = main_language(items);
    let commonness = commonness(&wordings, sentences, language, &mut lexicon, &weighing)?;
    for wording in &mut wordings {
        commonness.weigh(&mut wording.phrase);
    }
    let setting = if wordings.iter().any(|wording| wording.speaker.is_some()) {
        Setting::Speakers
    } else {
        Setting::NoSpeakers
    };
    let candidates = candidates::candidates(&wordings, &seeking)?;
    let compared = comparing.over(candidates.pairs.len());
    let mut pairs: Vec<Pair> = candidates
        .pairs
        .par_iter()
        .map(|pair| {
            compared.step()?;
            Some(score::compare(*pair, &wordings, &lexicon, setting))
        })
        .filter(|pair| pair.as_ref().is_none_or(Pair::tells))
        .collect::<Option<_>>()?;
    rivals::weigh_rivals(&mut pairs, &wordings, setting);
    if !pace.part(0.9, 1.0).goes_on() {
        return None;
    }
    let tellings = Tellings::of(items, &wordings, &candidates.crowded);
    let best = tellings.best(&pairs);
    let sets = clusters::clusters(&tellings, &best);
    let sets = wholes::joined(sets, &tellings, &wordings, &best);
    let versions = Versions {
        items,
        wordings: &wordings,
        lexicon: &lexicon,
        setting,
    };
    if !pace.part(0.95, 1.0).goes_on() {
        return None;
    }
    let members = members::members(&wordings, &tellings, sets, &best);
    let groups = members.iter();
    Some(
        groups
            .filter_map(|members| versions.group(members))
            .collect(),
    )
}

/// Items that a person holds for versions of one thing said: all of them are sure members, the
/// most complete one first. What has no words to compare comes last.
pub fn together(items: &[Item<'_>]) -> Group {
    let mut lexicon = Lexicon::default();
    let unwatched = Pace::unwatched();
    let mut wordings = wording::wordings(items, &mut lexicon, &unwatched).unwrap_or_default();
    for wording in &mut wordings {
        Commonness::default().weigh(&mut wording.phrase);
    }
    let count = u32::try_from(wordings.len()).unwrap_or(u32::MAX);
    let all = Members {
        sure: (0..count).map(|number| (number, 1.0)).collect(),
        possible: Vec::new(),
    };
    let versions = Versions {
        items,
        wordings: &wordings,
        lexicon: &lexicon,
        setting: Setting::Speakers,
    };
    let mut group = versions.group(&all).unwrap_or(Group {
        members: Vec::new(),
    });
    let known: Vec<usize> = group.members.iter().map(|member| member.item).collect();
    let rest = (0..items.len()).filter(|item| !known.contains(item));
    group.members.extend(rest.map(|item| Member {
        item,
        tier: match items[item].kind {
            Kind::Reported => Tier::Reported,
            _ => Tier::Fragment,
        },
        reason: Reason::by_you(),
    }));
    group
}

/// Counted over the folder's sentences, or over the wordings where there are none.
fn commonness(
    wordings: &[Wording],
    sentences: &[&str],
    language: &str,
    lexicon: &mut Lexicon,
    pace: &Pace<'_>,
) -> Option<Commonness> {
    if sentences.is_empty() {
        let bags = wordings.iter().map(|wording| wording.phrase.bag.as_slice());
        return Some(Commonness::of(bags));
    }
    let pass = pace.over(sentences.len());
    let mut count = Commonness::default();
    for sentence in sentences {
        pass.step()?;
        let mut stems: Vec<u32> = lexicon
            .terms(sentence, language)
            .iter()
            .map(|t| t.stem)
            .collect();
        stems.sort_unstable();
        count.add(&stems);
    }
    Some(count)
}

/// The language of most items; of two equally frequent ones the first by name.
fn main_language<'a>(items: &[Item<'a>]) -> &'a str {
    let mut languages: Vec<&str> = items.iter().map(|item| item.language).collect();
    languages.sort_unstable();
    let runs = languages.chunk_by(|a, b| a == b);
    let longest = runs.rev().max_by_key(|run| run.len());
    longest.map_or("und", |run| run[0])
}
