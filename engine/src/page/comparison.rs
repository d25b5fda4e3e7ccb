//! Two versions side by side.

use std::cmp::Reverse;
use std::sync::Arc;

use super::families::{families, family_of};
use super::in_place::in_place;
use super::list::{published, utterance_tier};
use super::outlets::coverage_of;
use super::pieces::{Overlay, SideText};
use super::rows::{Shown, rows};
use super::{Basis, ChangeLine, Comparison, Side, VersionChoice};
use crate::collation::{self, Change, Collation};
use crate::folder::{BY_YOU, Folder, Place, Utterance, Version, collate};
use crate::meaning::Meaning;
use crate::quotation::{AttributionRule, Quotation};
use crate::text::{Span, TokenClass, is_mark, sentences};
use crate::utterance::{Reason, Tier};

/// Two versions of an utterance side by side: those asked for by quotation id, else the most
/// complete one and the one that a reader should see first beside it. The id of a quotation gives
/// its utterance, or where it stands alone that quotation without a right side. Where the id is of
/// nothing any more, it is the utterance of a quotation asked for. `None` where all are unknown.
pub fn comparison(
    folder: &Folder,
    id: &str,
    left: Option<&str>,
    right: Option<&str>,
) -> Option<Comparison> {
    compared(folder, id, left, right, None)
}

/// The same with the model's view of what the words mean. Takes some ten milliseconds a sentence:
/// the faces show [`comparison`] first. The two versions are chosen in the same way.
pub fn comparison_by_meaning(
    folder: &Folder,
    id: &str,
    left: Option<&str>,
    right: Option<&str>,
    meaning: &Meaning,
) -> Option<Comparison> {
    compared(folder, id, left, right, Some(meaning))
}

fn compared(
    folder: &Folder,
    id: &str,
    left: Option<&str>,
    right: Option<&str>,
    meaning: Option<&Meaning>,
) -> Option<Comparison> {
    let Some(utterance) = folder.utterance(id) else {
        let ids = [Some(id), left, right];
        let place = ids.iter().flatten().find_map(|id| folder.place_of(id))?;
        let Some(index) = folder.utterance_of.get(&place) else {
            return Some(alone(folder, place));
        };
        return compared(folder, &folder.utterances[*index].id, left, right, meaning);
    };
    let choices: Vec<Choice<'_>> = utterance
        .versions
        .iter()
        .enumerate()
        .map(|(at, version)| Choice {
            place: version.place,
            tier: version.tier,
            reason: Some(&version.reason),
            family: family_of(utterance, at),
        })
        .collect();
    let asked = |id: Option<&str>| {
        id.and_then(|id| {
            choices
                .iter()
                .position(|choice| folder.id_at(choice.place) == id)
        })
    };
    let left = asked(left).unwrap_or(0);
    let right = asked(right)
        .filter(|right| *right != left)
        .or_else(|| first_beside(folder, utterance, left));
    let mut page = side_by_side(folder, &choices, left, right, meaning);
    page.utterance = utterance.id.clone();
    page.speaker = utterance.speaker.clone();
    page.published = published(folder, &utterance.versions).map(str::to_owned);
    page.tier = utterance_tier(&utterance.versions);
    page.families = families(folder, utterance);
    tell_shared_wording(&mut page);
    page.reviewed = folder.is_reviewed(&utterance.versions);
    page.note = note(folder, utterance.versions.iter().map(|one| one.place));
    for side in std::iter::once(&mut page.left).chain(page.right.as_mut()) {
        side.speaker = side
            .speaker
            .take()
            .filter(|name| Some(name) != page.speaker.as_ref());
    }
    Some(page)
}

fn note(folder: &Folder, places: impl Iterator<Item = Place>) -> Option<String> {
    folder.note(places).map(str::to_owned)
}

fn alone(folder: &Folder, place: Place) -> Comparison {
    let choice = Choice {
        place,
        tier: Tier::Verbatim,
        reason: None,
        family: None,
    };
    let mut page = side_by_side(folder, &[choice], 0, None, None);
    page.utterance = folder.id_at(place).to_owned();
    page.speaker = page.left.speaker.take();
    page.published = page.left.published.clone();
    page.reviewed = folder.is_reviewed_at(place);
    page.note = note(folder, std::iter::once(place));
    page
}

/// One version that may stand on a side.
struct Choice<'f> {
    place: Place,
    tier: Tier,
    reason: Option<&'f Reason>,
    family: Option<u32>,
}

/// Names beside each side the other outlets of its family.
fn tell_shared_wording(page: &mut Comparison) {
    for side in std::iter::once(&mut page.left).chain(page.right.as_mut()) {
        let mut of_side = page.families.iter();
        let family = of_side.find(|family| family.quotations.contains(&side.quotation));
        let outlets = family.map_or(&[][..], |family| family.outlets.as_slice());
        let others = outlets.iter().filter(|outlet| **outlet != side.outlet);
        side.wording_shared_with = others.cloned().collect();
    }
}

/// What to show beside `left` at first. Beside the most complete version: a sure one of another
/// outlet, whole rather than a fragment or reported, with the strongest change, and the one that
/// says it most differently. Beside any other: the most complete one.
fn first_beside(folder: &Folder, utterance: &Utterance, left: usize) -> Option<usize> {
    if left != 0 {
        return Some(0);
    }
    let outlet_of = |version: &Version| folder.outlet_name(version.place.article);
    let outlet = outlet_of(&utterance.versions[left]);
    let measured = utterance.versions.iter().zip(&utterance.compared.versions);
    let ranked = measured
        .enumerate()
        .skip(1)
        .min_by_key(|(index, (version, compared))| {
            (
                !version.is_sure(),
                outlet_of(version) == outlet,
                coverage_of(folder.quotation_at(version.place).kind) as u8,
                // Two that say the same word for word have nothing to show.
                compared.heaviest().map_or(u8::MAX, |weight| weight as u8),
                Reverse((compared.divergence * 1000.0) as u32),
                *index,
            )
        });
    ranked.map(|(index, _)| index)
}

fn side_by_side(
    folder: &Folder,
    choices: &[Choice<'_>],
    left: usize,
    right: Option<usize>,
    meaning: Option<&Meaning>,
) -> Comparison {
    let text = |at: usize| SideText::new(folder, choices[at].place);
    let (mut left_text, mut right_text) = (text(left), right.map(text));
    let sizes = [Some(&left_text), right_text.as_ref()];
    let [left_size, right_size] = sizes.map(|one| one.map_or(0, |one| one.compared.words.len()));
    // Of versions too long to be aligned word by word nobody would look at what the model finds.
    if !collation::is_coarse(left_size, right_size.max(1)) {
        left_text = left_text.understood(meaning);
        right_text = right_text.map(|right| right.understood(meaning));
    }
    let collation = right_text
        .as_ref()
        .map(|right| collate(&left_text.compared, &right.compared));
    let none = Collation::default();
    let collation = collation.as_ref().unwrap_or(&none);
    let rows = rows(&left_text, right_text.as_ref(), collation);
    let (shown_left, shown_right) = (Shown::left(&rows), Shown::right(&rows));
    let row_of = |change: &Change| {
        let by_left = shown_left.row_of(&left_text, &change.a);
        let by_right = || shown_right.row_of(right_text.as_ref()?, &change.b);
        by_left.or_else(by_right).unwrap_or(0) as u32
    };
    let changes = collation.changes.iter().map(|change| ChangeLine {
        kind: change.kind,
        effect: change.effect,
        weight: change.effect.weight(),
        note: change.note,
        lemma: left_text.reading(&change.a),
        reading: right_text
            .as_ref()
            .map_or(String::new(), |right| right.reading(&change.b)),
        left_words: left_text.words(&change.a),
        right_words: right_text
            .as_ref()
            .map_or(0, |right| right.words(&change.b)),
        row: row_of(change),
    });
    let changes: Vec<ChangeLine> = changes.collect();
    let left_overlay = Overlay::left(&left_text, right_text.as_ref(), collation);
    let right_overlay = right_text
        .as_ref()
        .map(|right| Overlay::right(&left_text, right, collation));
    let drawn = rows.iter().map(|row| super::Row {
        left: row
            .left
            .map_or(Vec::new(), |span| left_text.pieces(span, &left_overlay)),
        right: match (row.right, &right_text, &right_overlay) {
            (Some(span), Some(text), Some(overlay)) => text.pieces(span, overlay),
            _ => Vec::new(),
        },
    });
    let divergence = right_text.as_ref().map_or(0.0, |right| {
        let sizes = (left_text.compared.words.len(), right.compared.words.len());
        collation::divergence(collation, sizes.0, sizes.1)
    });
    let in_place = right.zip(right_text.as_ref()).map(|(right, text)| {
        let others: Vec<Place> = (0..choices.len())
            .filter(|at| *at != left && *at != right && choices[*at].tier != Tier::Possible)
            .map(|at| choices[at].place)
            .collect();
        in_place(folder, &others, [&left_text, text], collation)
    });
    Comparison {
        utterance: String::new(),
        speaker: None,
        published: None,
        tier: choices[left].tier,
        versions: choices
            .iter()
            .map(|choice| version_choice(folder, choice))
            .collect(),
        left: side(folder, &choices[left], &left_text),
        right: right
            .zip(right_text.as_ref())
            .map(|(at, text)| side(folder, &choices[at], text)),
        families: Vec::new(),
        rows: drawn.collect(),
        changes,
        in_place: in_place.unwrap_or_default(),
        divergence,
        coarse: collation.coarse,
        basis: basis(&left_text, right_text.as_ref()),
        refinable: (right_text.as_ref())
            .is_some_and(|right| refinable(&left_text, right, collation)),
        reviewed: false,
        note: None,
    }
}

fn basis(left: &SideText<'_>, right: Option<&SideText<'_>>) -> Basis {
    let read = |text: &SideText<'_>| {
        let sense = text.compared.sense.as_ref();
        sense.is_some_and(|sense| sense.is_read())
    };
    if read(left) && right.is_none_or(read) {
        Basis::Meaning
    } else {
        Basis::Words
    }
}

/// Whether the model may find more: it reads English only.
fn refinable(left: &SideText<'_>, right: &SideText<'_>, collation: &Collation) -> bool {
    let words = [&left.compared.words[..], &right.compared.words[..]];
    !collation.changes.is_empty() && !collation.coarse && collation::are_english(words)
}

fn version_choice(folder: &Folder, choice: &Choice<'_>) -> VersionChoice {
    let article = folder.article_at(choice.place);
    VersionChoice {
        quotation: folder.id_at(choice.place).to_owned(),
        outlet: folder.outlet_name(choice.place.article).to_owned(),
        title: article.title.clone(),
        published: article.published.clone(),
        kind: folder.quotation_at(choice.place).kind,
        tier: choice.tier,
        family: choice.family,
    }
}

fn side(folder: &Folder, choice: &Choice<'_>, text: &SideText<'_>) -> Side {
    let article = folder.article_at(choice.place);
    let quotation = folder.quotation_at(choice.place);
    let (before, after) = text.around(article);
    let first = |text: &str| sentences(text, &article.language).first().copied();
    let last = |text: &str| sentences(text, &article.language).last().copied();
    let piece = |text: &str, span: Option<Span>| span.map_or("", |span| span.of(text)).to_owned();
    Side {
        quotation: folder.id_at(choice.place).to_owned(),
        article: article.id.clone(),
        path: article.path.clone(),
        outlet: folder.outlet_name(choice.place.article).to_owned(),
        title: article.title.clone(),
        published: article.published.clone(),
        language: article.language.clone(),
        kind: quotation.kind,
        tier: choice.tier,
        reason: choice.reason.cloned(),
        speaker_as_written: quotation.speaker.as_ref().map(|one| one.as_written.clone()),
        attribution: quotation.speaker.as_ref().map(|one| one.reason),
        speaker: quotation.speaker.as_ref().map(|one| one.name.clone()),
        wording_shared_with: Vec::new(),
        speaker_by_you: speaker_by_you(quotation),
        outlet_by_you: article.outlet_from.as_deref() == Some(BY_YOU),
        sentence_before: piece(before, last(before)),
        sentence_after: piece(after, first(after)),
        paragraph_before: before.trim().to_owned(),
        paragraph_after: after.trim().to_owned(),
    }
}

impl<'f> SideText<'f> {
    /// With what the model makes of the words.
    fn understood(mut self, meaning: Option<&Meaning>) -> Self {
        if let Some(meaning) = meaning {
            self.compared.sense = Some(Arc::new(meaning.sense(&self.compared.words)));
        }
        self
    }
}

fn speaker_by_you(quotation: &Quotation) -> bool {
    let rule = quotation.speaker.as_ref().map(|one| one.reason.rule);
    rule == Some(AttributionRule::Corrected)
}

impl SideText<'_> {
    /// The article's own words from the first to the last token of a range; where the range runs
    /// over an interruption, its stretches are joined by an ellipsis.
    fn reading(&self, range: &std::ops::Range<u32>) -> String {
        let tokens = &self.compared.tokens[range.start as usize..range.end as usize];
        let mut stretches: Vec<Span> = Vec::new();
        for token in tokens {
            let same =
                |last: &Span| self.stretch_of(last.start) == self.stretch_of(token.span.start);
            match stretches.last_mut() {
                Some(last) if same(last) => last.end = token.span.end,
                _ => stretches.push(token.span),
            }
        }
        let words: Vec<&str> = stretches.iter().map(|span| span.of(self.text)).collect();
        words
            .join(" … ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(super) fn words(&self, range: &std::ops::Range<u32>) -> u32 {
        let tokens = &self.compared.tokens[range.start as usize..range.end as usize];
        let words = tokens
            .iter()
            .filter(|token| token.class != TokenClass::Mark);
        debug_assert!(tokens.iter().all(|token| {
            (token.class == TokenClass::Mark) == is_mark(token.span.of(self.text))
        }));
        words.count() as u32
    }

    pub(super) fn there(&self, range: &std::ops::Range<u32>) -> (String, u32) {
        (self.reading(range), self.words(range))
    }
}
