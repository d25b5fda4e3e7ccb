//! How far the versions of an utterance differ, each measured against the most complete one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Folder, Place, Utterance};
use crate::collation::{self, Change, Collation, Effect, Note, SideNature, Weight};
use crate::family::{self, Family, Witness};
use crate::meaning::Sense;
use crate::pace::Asked;
use crate::quotation::{Kind, Quotation};
use crate::text::{Span, Token, tokenize};
use crate::utterance::SpeakerAgreement;

/// What the list tells of an utterance's differences.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compared {
    /// 0–1: mean over the sure versions of their divergence from the most complete one.
    pub divergence: f32,
    /// Effects of changes between the most complete version and any sure one.
    pub effects: BTreeSet<Effect>,
    pub strongest: Option<StrongestChange>,
    /// Another speaker to whom an outlet gives the same words.
    pub other_speaker: Option<String>,
    /// Parallel to the utterance's versions. The most complete one differs in nothing from
    /// itself; *possible* ones are not measured.
    pub versions: Vec<VersionCompared>,
    /// Which versions share a wording; members are indices into the utterance's versions.
    pub families: Vec<Family>,
}

/// How one version differs from the most complete one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VersionCompared {
    pub divergence: f32,
    pub effects: BTreeSet<Effect>,
}

impl VersionCompared {
    /// Whether a difference in meaning stands in it, and not only one of wording.
    pub fn meaning_differs(&self) -> bool {
        self.heaviest() == Some(Weight::Strong)
    }

    /// The weight of its heaviest effect, where it has any.
    pub fn heaviest(&self) -> Option<Weight> {
        self.effects.iter().map(|effect| effect.weight()).min()
    }
}

/// The change that a reader should see first.
#[derive(Debug, Clone, PartialEq)]
pub struct StrongestChange {
    pub effect: Effect,
    pub note: Note,
    /// The words in the most complete version and in the other one.
    pub lemma: String,
    pub reading: String,
    /// Words on the side that has more.
    pub words: u32,
}

/// One side of a comparison as the collation takes it: tokens with their places in the article.
pub struct ComparedSide<'f> {
    pub tokens: Vec<Token>,
    pub words: Vec<&'f str>,
    pub nature: SideNature,
    /// What the words mean, as far as it is known.
    pub sense: Option<Arc<Sense>>,
}

/// The tokens of a quotation. The marks around fragments inside a reported clause are no words
/// of it and are left out.
pub fn side_of(folder: &Folder, place: Place) -> ComparedSide<'_> {
    let text = folder.article_at(place).text.as_str();
    let quotation = folder.quotation_at(place);
    let inner = inner_marks(folder, place);
    let tokens: Vec<Token> = quotation
        .spans
        .iter()
        .flat_map(|span| {
            tokenize(span.of(text)).into_iter().map(|token| Token {
                span: Span::new(token.span.start + span.start, token.span.end + span.start),
                class: token.class,
            })
        })
        .filter(|token| !inner.contains(&token.span))
        .collect();
    let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
    let known = folder.known_at(place);
    let sense = known.map(|known| Arc::new(known.sense(&words)));
    let nature = SideNature {
        marked: matches!(quotation.kind, Kind::Direct | Kind::Partial),
        reported: quotation.kind == Kind::Reported,
    };
    ComparedSide {
        tokens,
        words,
        nature,
        sense,
    }
}

/// Where the marks of the fragments stand that a reported clause holds.
fn inner_marks(folder: &Folder, place: Place) -> BTreeSet<Span> {
    if folder.quotation_at(place).kind != Kind::Reported {
        return BTreeSet::new();
    }
    let text = &folder.article_at(place).text;
    inner(folder, place)
        .flat_map(|inner| inner.spans.iter())
        .flat_map(|span| [mark_before(text, span.start), mark_after(text, span.end)])
        .flatten()
        .collect()
}

/// The quotations that one holds. They come after it, before what begins behind its end.
pub(crate) fn inner(folder: &Folder, place: Place) -> impl Iterator<Item = &Quotation> {
    let outer = place.quotation as usize;
    let list = &folder.quotations[place.article as usize];
    let end = list[outer].spans.last().map_or(0, |span| span.end);
    let begins_inside =
        move |inner: &&Quotation| inner.spans.first().is_some_and(|span| span.start < end);
    let after = list[outer + 1..].iter().take_while(begins_inside);
    after.filter(move |inner| inner.within == Some(outer))
}

/// The quotation mark that ends at `end`, if one does.
pub fn mark_before(text: &str, end: usize) -> Option<Span> {
    let mark = text[..end]
        .chars()
        .next_back()
        .filter(|c| is_quotation_mark(*c))?;
    Some(Span::new(end - mark.len_utf8(), end))
}

/// The quotation mark that begins at `start`, if one does.
pub fn mark_after(text: &str, start: usize) -> Option<Span> {
    let mark = text[start..]
        .chars()
        .next()
        .filter(|c| is_quotation_mark(*c))?;
    Some(Span::new(start, start + mark.len_utf8()))
}

fn is_quotation_mark(c: char) -> bool {
    "\"'“”„‟‘’‚‛«»‹›「」『』〝〞〟＂".contains(c)
}

/// Collates two quotations of a folder, by what is known of both.
pub fn collate(left: &ComparedSide<'_>, right: &ComparedSide<'_>) -> Collation {
    collate_while(left, right, Asked::never()).unwrap_or_default()
}

/// The same as long as it is wanted; nothing once it is not.
pub fn collate_while(
    left: &ComparedSide<'_>,
    right: &ComparedSide<'_>,
    asked: Asked<'_>,
) -> Option<Collation> {
    let natures = (left.nature, right.nature);
    let senses = left.sense.as_ref().zip(right.sense.as_ref());
    collation::collate_while([&left.words, &right.words], natures, senses, asked)
}

/// Measures every sure version of an utterance against its most complete one.
pub fn compare(folder: &Folder, utterance: &Utterance) -> Compared {
    compare_while(folder, utterance, Asked::never()).unwrap_or_default()
}

/// The same as long as it is wanted; nothing once it is not.
pub fn compare_while(folder: &Folder, utterance: &Utterance, asked: Asked<'_>) -> Option<Compared> {
    let mut compared = Compared {
        versions: vec![VersionCompared::default(); utterance.versions.len()],
        ..Compared::default()
    };
    let mut sure = utterance
        .versions
        .iter()
        .enumerate()
        .filter(|(_, version)| version.is_sure());
    let Some((_, base)) = sure.next() else {
        return Some(compared);
    };
    let base_side = side_of(folder, base.place);
    let mut sum = 0.0;
    let mut count = 0.0;
    let mut collated: Vec<(usize, ComparedSide<'_>, Collation)> = Vec::new();
    for (index, version) in sure {
        asked.goes_on()?;
        let side = side_of(folder, version.place);
        let collation = collate_while(&base_side, &side, asked)?;
        let divergence = collation::divergence(&collation, base_side.words.len(), side.words.len());
        let effects = collation
            .changes
            .iter()
            .map(|change| change.effect)
            .collect();
        sum += divergence;
        count += 1.0;
        compared.effects.extend(&effects);
        compared.versions[index] = VersionCompared {
            divergence,
            effects,
        };
        let strongest = strongest(&base_side.words, &side.words, &collation);
        compared.strongest = stronger(compared.strongest.take(), strongest);
        collated.push((index, side, collation));
    }
    if count > 0.0 {
        compared.divergence = sum / count;
    }
    compared.families = families(folder, utterance, &base_side, &collated, asked)?;
    compared.other_speaker = other_speaker(folder, utterance);
    Some(compared)
}

/// Which sure versions share a wording. The first version is the most complete one.
fn families(
    folder: &Folder,
    utterance: &Utterance,
    base: &ComparedSide<'_>,
    collated: &[(usize, ComparedSide<'_>, Collation)],
    asked: Asked<'_>,
) -> Option<Vec<Family>> {
    let article = |version: usize| utterance.versions[version].place.article;
    let mut outlets: BTreeMap<&str, u32> = BTreeMap::new();
    let mut outlet = |version: usize| {
        let next = count(outlets.len());
        *outlets
            .entry(folder.outlet_name(article(version)))
            .or_insert(next)
    };
    let mut witnesses = vec![Witness {
        words: &base.words,
        collation: None,
        outlet: outlet(0),
    }];
    for (version, side, collation) in collated {
        witnesses.push(Witness {
            words: &side.words,
            collation: Some(collation),
            outlet: outlet(*version),
        });
    }
    let language = &folder.articles[article(0) as usize].language;
    let mut families = family::families_while(&witnesses, language, asked)?;
    let version_of = |witness: u32| match witness.checked_sub(1) {
        Some(at) => count(collated[at as usize].0),
        None => 0,
    };
    for member in families.iter_mut().flat_map(|family| &mut family.members) {
        *member = version_of(*member);
    }
    Some(families)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Another speaker to whom a sure version gives the same words.
pub fn other_speaker(folder: &Folder, utterance: &Utterance) -> Option<String> {
    let beside = utterance.versions.iter().skip(1);
    let mut others = beside
        .filter(|version| version.is_sure() && version.reason.speaker == SpeakerAgreement::Differs)
        .filter_map(|version| folder.speaker_at(version.place))
        .filter(|name| Some(*name) != utterance.speaker.as_deref());
    others.next_back().map(str::to_owned)
}

fn strongest(left: &[&str], right: &[&str], collation: &Collation) -> Option<StrongestChange> {
    let words = |change: &Change| change.a.len().max(change.b.len()) as u32;
    let rank = |change: &&Change| rank(change.effect, words(change));
    // `min_by_key` takes the first of equals.
    let change = collation.changes.iter().min_by_key(rank)?;
    Some(StrongestChange {
        effect: change.effect,
        note: change.note,
        lemma: joined(left, &change.a),
        reading: joined(right, &change.b),
        words: words(change),
    })
}

/// The one a reader should see first: by weight, then by the order of effects, then the longer.
fn stronger(
    one: Option<StrongestChange>,
    other: Option<StrongestChange>,
) -> Option<StrongestChange> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let rank = |change: &StrongestChange| rank(change.effect, change.words);
            let other_first = rank(&other) < rank(&one);
            Some(if other_first { other } else { one })
        }
        (one, other) => one.or(other),
    }
}

fn rank(effect: Effect, words: u32) -> (Weight, Effect, std::cmp::Reverse<u32>) {
    (effect.weight(), effect, std::cmp::Reverse(words))
}

/// Words with a blank between, none before closing marks: enough for one line of a list.
fn joined(words: &[&str], range: &std::ops::Range<u32>) -> String {
    let mut line = String::new();
    for word in &words[range.start as usize..range.end as usize] {
        let tight = matches!(
            *word,
            "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "’" | "”"
        );
        if !line.is_empty() && !tight && !line.ends_with(['(', '[', '“']) {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
