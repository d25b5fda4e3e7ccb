//! What must hold of every article's quotations and of every folder, whatever the texts.

use std::collections::BTreeSet;

use asquoted_engine::article::Article;
use asquoted_engine::folder::Folder;
use asquoted_engine::quotation::{Kind, Quotation};
use asquoted_engine::text::Span;

/// Of the quotations of one article, in the order in which they are listed.
pub fn hold_of_quotations(article: &Article, quotations: &[Quotation]) {
    let text = &article.text;
    let is_whole = |span: &Span| {
        span.start < span.end
            && text.is_char_boundary(span.start)
            && text.is_char_boundary(span.end)
    };
    for (number, quotation) in quotations.iter().enumerate() {
        let told = || format!("{number} of {text:?}: {quotation:?}");
        assert!(!quotation.spans.is_empty(), "no stretch: {}", told());
        assert!(
            quotation.spans.iter().all(is_whole),
            "no stretch of the text: {}",
            told()
        );
        let ascends = quotation
            .spans
            .windows(2)
            .all(|pair| pair[0].end <= pair[1].start);
        assert!(ascends, "stretches overlap: {}", told());
        let bare = |span: &Span| span.of(text).trim() == span.of(text);
        assert!(
            quotation.spans.iter().all(bare),
            "blanks at an edge: {}",
            told()
        );
        if let Some(outer) = quotation.within {
            assert!(
                outer < quotations.len() && outer != number,
                "within nothing: {}",
                told()
            );
        }
        if let Some(cue) = quotation.cue {
            assert!(is_whole(&cue.span), "no cue of the text: {}", told());
        }
        let Some(speaker) = &quotation.speaker else {
            continue;
        };
        let names = |words: &str| words.contains(char::is_alphanumeric) && words.trim() == words;
        assert!(names(&speaker.name), "nobody is named: {}", told());
        assert!(names(&speaker.as_written), "nothing is written: {}", told());
        if let Some(span) = speaker.span {
            assert!(is_whole(&span), "no speaker of the text: {}", told());
            assert_eq!(span.of(text), speaker.as_written, "elsewhere: {}", told());
        }
        assert_ne!(
            quotation.kind,
            Kind::Term,
            "a term has no speaker: {}",
            told()
        );
    }
}

/// Of a folder as it was found.
pub fn hold(folder: &Folder) {
    for (article, quotations) in folder.articles.iter().zip(&folder.quotations) {
        hold_of_quotations(article, quotations);
    }
    let ids: Vec<&str> = folder.places().map(|place| folder.id_at(place)).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "two quotations of one id");
    let mut met = BTreeSet::new();
    for utterance in &folder.utterances {
        assert!(utterance.versions.iter().any(|version| version.is_sure()));
        for version in &utterance.versions {
            let id = folder.id_at(version.place);
            assert!(met.insert(id), "{id} is a version of two utterances");
            assert_ne!(
                folder.quotation_at(version.place).kind,
                Kind::Term,
                "{id} is no speech"
            );
        }
    }
    let told: BTreeSet<&str> = folder
        .problems
        .iter()
        .map(|one| one.path.as_str())
        .collect();
    let read = folder.articles.iter().map(|article| article.path.as_str());
    let both: Vec<&str> = read.filter(|path| told.contains(path)).collect();
    assert!(both.is_empty(), "read and not read: {both:?}");
}
