//! A whole folder as the command line prints it.

use std::collections::{BTreeSet, HashSet};

use super::{
    FamilyRecord, PassageRecord, PassageSide, Report, SCHEMA, UtteranceRecord, VersionRecord,
    article, offsets, quotations,
};
use crate::folder::{BY_YOU, Folder, Place, Utterance, Version};
use crate::passage::Passage;
use crate::quotation::{AttributionRule, Kind};
use crate::text::{CodePoints, Span};
use crate::utterance::{Reason, SpeakerAgreement, Tier};

/// The report of a folder. With `all`, a quotation that stands alone is an utterance of its own;
/// else only utterances with versions in two or more articles are listed. What is possibly a
/// version of something does not stand alone: a quotation is in one utterance at most.
pub fn whole(folder: &Folder, all: bool) -> Report {
    let quotations = folder
        .articles
        .iter()
        .zip(&folder.quotations)
        .flat_map(|(article, found)| quotations(article, found));
    let mut utterances: Vec<UtteranceRecord> = folder
        .utterances
        .iter()
        .map(|utterance| record(folder, utterance))
        .collect();
    if all {
        let speech = folder
            .places()
            .filter(|place| folder.quotation_at(*place).kind != Kind::Term);
        let versions = folder.utterances.iter().flat_map(|one| &one.versions);
        let listed: HashSet<Place> = versions.map(|version| version.place).collect();
        let alone = speech.filter(|place| !listed.contains(place));
        utterances.extend(alone.map(|place| alone_record(folder, place)));
        utterances.sort_by(|one, other| one.id.cmp(&other.id));
    }
    Report {
        schema: SCHEMA.to_owned(),
        articles: folder.articles.iter().map(|one| article(one)).collect(),
        quotations: quotations.collect(),
        utterances,
        passages: passages(folder),
        problems: folder.problems.clone(),
        cautions: folder.cautions.clone(),
    }
}

fn record(folder: &Folder, utterance: &Utterance) -> UtteranceRecord {
    let sure = utterance
        .versions
        .iter()
        .filter(|version| version.is_sure());
    let outlets: BTreeSet<&str> = utterance
        .versions
        .iter()
        .map(|version| folder.outlet_name(version.place.article))
        .collect();
    UtteranceRecord {
        id: utterance.id.clone(),
        speaker: utterance.speaker.clone(),
        quotations: sure
            .map(|version| folder.id_at(version.place).to_owned())
            .collect(),
        outlets: outlets.len(),
        divergence: utterance.compared.divergence,
        versions: utterance
            .versions
            .iter()
            .map(|version| VersionRecord {
                quotation: folder.id_at(version.place).to_owned(),
                tier: version.tier,
                reason: reason(folder, version),
            })
            .collect(),
        families: families(folder, utterance),
    }
}

fn families(folder: &Folder, utterance: &Utterance) -> Vec<FamilyRecord> {
    let id = |version: &u32| {
        folder
            .id_at(utterance.versions[*version as usize].place)
            .to_owned()
    };
    let all = utterance.compared.families.iter();
    all.map(|family| FamilyRecord {
        quotations: family.members.iter().map(id).collect(),
        evidence: family.evidence.clone(),
    })
    .collect()
}

fn alone_record(folder: &Folder, place: Place) -> UtteranceRecord {
    let id = folder.id_at(place);
    UtteranceRecord {
        id: format!("u:{id}"),
        speaker: folder.speaker_at(place).map(str::to_owned),
        quotations: vec![id.to_owned()],
        outlets: 1,
        divergence: 0.0,
        versions: vec![VersionRecord {
            quotation: id.to_owned(),
            tier: Tier::Verbatim,
            reason: "the only version".to_owned(),
        }],
        families: Vec::new(),
    }
}

/// Why a version is one, and what of it a person has decided.
fn reason(folder: &Folder, version: &Version) -> String {
    let rule = folder.quotation_at(version.place).speaker.as_ref();
    let rule = rule.map(|speaker| speaker.reason.rule);
    let outlet_from = folder.article_at(version.place).outlet_from.as_deref();
    let said = [
        (version.reason.by_you, "you said so"),
        (
            rule == Some(AttributionRule::Corrected),
            "you named the speaker",
        ),
        (outlet_from == Some(BY_YOU), "you named the outlet"),
    ];
    let said = said.iter().filter(|(is_so, _)| *is_so);
    said.fold(in_words(&version.reason), |reason, (_, words)| {
        format!("{reason}; {words}")
    })
}

/// A reason in English, for scripts and logs; the window has its own table of words.
fn in_words(reason: &Reason) -> String {
    let speaker = match reason.speaker {
        SpeakerAgreement::Same => "same speaker",
        SpeakerAgreement::Unknown => "speaker not named in both",
        SpeakerAgreement::Differs => "another speaker",
    };
    let mut parts = vec![
        speaker.to_owned(),
        format!("{} of {} weighted words", reason.shared_words, reason.words),
    ];
    if reason.contained {
        parts.push("one inside the other".to_owned());
    }
    if reason.moved {
        parts.push("a moved clause".to_owned());
    }
    if reason.numbers_clash {
        parts.push("numbers differ".to_owned());
    }
    match reason.days_apart {
        Some(0) => parts.push("same day".to_owned()),
        Some(1) => parts.push("1 day apart".to_owned()),
        Some(days) => parts.push(format!("{days} days apart")),
        None => {}
    }
    parts.join("; ")
}

fn passages(folder: &Folder) -> Vec<PassageRecord> {
    let points: Vec<CodePoints<'_>> = folder
        .articles
        .iter()
        .map(|article| CodePoints::new(&article.text))
        .collect();
    let side = |(index, span): (usize, Span)| PassageSide {
        article: folder.articles[index].id.clone(),
        span: offsets(&points[index], span),
    };
    let record = |passage: &Passage| PassageRecord {
        a: side(passage.a),
        b: side(passage.b),
        similarity: passage.similarity,
    };
    folder.passages.iter().map(record).collect()
}
