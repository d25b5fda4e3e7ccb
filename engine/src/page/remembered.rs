//! Where something like words remembered stands, as the window shows it.

use serde::{Deserialize, Serialize};

use super::list::outlet_count;
use crate::folder::Folder;
use crate::search::Found;
use crate::text::Span;

/// Characters shown before and after the stretch.
const BEFORE: usize = 60;
const AFTER: usize = 120;

/// One place where something like the words stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RememberedHit {
    /// The words around the stretch in its paragraph, cut between words, and the stretch.
    pub before: String,
    pub stretch: String,
    pub after: String,
    pub language: String,
    pub article: String,
    /// Index into the article's paragraphs.
    pub paragraph: u32,
    pub outlet: String,
    pub published: Option<String>,
    /// The quotation that holds the stretch, and who is named for it.
    pub quotation: Option<String>,
    pub speaker: Option<String>,
    /// The utterance of which that is a version, and how many outlets have it.
    pub utterance: Option<String>,
    pub outlets: u32,
    /// 0–1.
    pub score: f32,
}

pub fn remembered_hit(folder: &Folder, found: &Found) -> RememberedHit {
    let article = &folder.articles[found.article as usize];
    let paragraph = article.blocks[found.block as usize].span;
    let utterance = found.utterance.map(|index| &folder.utterances[index]);
    let before = Span::new(paragraph.start, found.stretch.start).of(&article.text);
    let after = Span::new(found.stretch.end, paragraph.end).of(&article.text);
    let speaker = found.quotation.and_then(|at| folder.speaker_at(at));
    RememberedHit {
        before: cut_before(before),
        stretch: found.stretch.of(&article.text).to_owned(),
        after: cut_after(after),
        language: article.language.clone(),
        article: article.id.clone(),
        paragraph: found.block,
        outlet: folder.outlet_name(found.article).to_owned(),
        published: article.published.clone(),
        quotation: found.quotation.map(|at| folder.id_at(at).to_owned()),
        speaker: (utterance.and_then(|one| one.speaker.as_deref()))
            .or(speaker)
            .map(str::to_owned),
        utterance: utterance.map(|one| one.id.clone()),
        outlets: utterance.map_or(1, |one| outlet_count(folder, &one.versions)),
        score: found.score,
    }
}

/// The last words, after an ellipsis where there are more.
fn cut_before(text: &str) -> String {
    let Some((start, _)) = text.char_indices().rev().nth(BEFORE) else {
        return text.trim_start().to_owned();
    };
    let kept = &text[start..];
    let whole = kept
        .find(char::is_whitespace)
        .map_or(kept, |at| &kept[at..]);
    format!("…{}", whole.trim_start())
}

/// The first words, before an ellipsis where there are more.
fn cut_after(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(AFTER) else {
        return text.trim_end().to_owned();
    };
    let kept = &text[..end];
    let whole = kept
        .rfind(char::is_whitespace)
        .map_or(kept, |at| &kept[..at]);
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_is_cut_between_words() {
        let long = "the lake rises ".repeat(20);
        let before = cut_before(&long);
        assert!(before.starts_with('…') && long.ends_with(before.trim_start_matches('…')));
        let after = cut_after(&long);
        assert!(after.ends_with('…') && long.starts_with(after.trim_end_matches('…')));
        assert!(before.chars().count() <= BEFORE + 2 && after.chars().count() <= AFTER + 1);
        assert_eq!(
            (cut_before("Then "), cut_after(" so.")),
            ("Then ".to_owned(), " so.".to_owned())
        );
    }
}
