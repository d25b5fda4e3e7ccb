//! One whole article with its quotations marked.

use super::{ArticlePage, Paragraph, Run};
use crate::article::{Article, Block};
use crate::folder::{Folder, Place};
use crate::quotation::Kind;

/// The article with this id; text of the innermost quotation is told apart.
pub fn article_page(folder: &Folder, id: &str) -> Option<ArticlePage> {
    let index = folder.article_index(id)?;
    let article = &folder.articles[index];
    let owner = owners(folder, index);
    let paragraphs = article
        .blocks
        .iter()
        .map(|block| Paragraph {
            role: block.role,
            runs: runs(folder, index, *block, &owner),
        })
        .collect();
    Some(ArticlePage {
        article: article.id.clone(),
        path: article.path.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        byline: article.byline.clone(),
        published: article.published.clone(),
        url: article.url.clone(),
        language: article.language.clone(),
        paragraphs,
    })
}

/// Boundaries of quotations as (byte, innermost quotation from here on), ascending.
fn owners(folder: &Folder, index: usize) -> Vec<(usize, Option<usize>)> {
    let mut stretches: Vec<(usize, usize, usize)> = folder.quotations[index]
        .iter()
        .enumerate()
        .flat_map(|(number, quotation)| {
            quotation
                .spans
                .iter()
                .map(move |span| (span.start, span.end, number))
        })
        .collect();
    // Outer stretches first, so that the inner ones end up on top of the stack.
    stretches.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut boundaries = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (start, end, number) in stretches {
        close(&mut open, &mut boundaries, start);
        boundaries.push((start, Some(number)));
        open.push((end, number));
    }
    close(&mut open, &mut boundaries, usize::MAX);
    boundaries
}

/// Ends every open stretch that ends at or before `until`, the earliest end first.
fn close(
    open: &mut Vec<(usize, usize)>,
    boundaries: &mut Vec<(usize, Option<usize>)>,
    until: usize,
) {
    while let Some(first) = (0..open.len()).rev().min_by_key(|&index| open[index].0) {
        let (end, _) = open[first];
        if end > until {
            break;
        }
        open.remove(first);
        boundaries.push((end, open.last().map(|(_, number)| *number)));
    }
}

fn runs(
    folder: &Folder,
    index: usize,
    block: Block,
    owners: &[(usize, Option<usize>)],
) -> Vec<Run> {
    let article = &folder.articles[index];
    let first = owners.partition_point(|(byte, _)| *byte <= block.span.start);
    let mut owner = first.checked_sub(1).and_then(|before| owners[before].1);
    let mut runs = Vec::new();
    let mut from = block.span.start;
    for &(byte, next) in owners[first..]
        .iter()
        .take_while(|(byte, _)| *byte < block.span.end)
    {
        push_run(folder, index, article, (from, byte), owner, &mut runs);
        from = from.max(byte);
        owner = next;
    }
    push_run(
        folder,
        index,
        article,
        (from, block.span.end),
        owner,
        &mut runs,
    );
    runs
}

fn push_run(
    folder: &Folder,
    index: usize,
    article: &Article,
    (from, to): (usize, usize),
    owner: Option<usize>,
    runs: &mut Vec<Run>,
) {
    if from >= to {
        return;
    }
    let place = owner.map(|number| Place {
        article: index as u32,
        quotation: number as u32,
    });
    let speech = place.filter(|place| folder.quotation_at(*place).kind != Kind::Term);
    runs.push(Run {
        text: article.text[from..to].to_owned(),
        quotation: speech.map(|place| folder.id_at(place).to_owned()),
        kind: speech.map(|place| folder.quotation_at(place).kind),
        speaker: speech
            .and_then(|place| folder.speaker_at(place))
            .map(str::to_owned),
        change: None,
        missing: None,
    });
}
