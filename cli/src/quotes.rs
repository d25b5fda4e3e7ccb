//! `asquoted quotes`: the quotations of texts.

use anstyle::Style;
use asquoted_engine::article::Article;
use asquoted_engine::report::{self, QuotationRecord};
use asquoted_engine::{quotation, reading, speaker};
use serde::{Deserialize, Serialize};

use crate::screen::{self, Line};
use crate::{Outcome, arguments, lines, read};

#[derive(Deserialize)]
struct Question {
    text: String,
}

#[derive(Serialize)]
struct Found {
    quotations: Vec<QuotationRecord>,
}

pub fn run(arguments: &arguments::Quotes) -> anyhow::Result<Outcome> {
    if let Some(file) = &arguments.file {
        return match read::article(file) {
            Ok((article, _)) => {
                show(&found(article).quotations)?;
                Ok(Outcome::Done)
            }
            Err(problems) => read::tell(&problems),
        };
    }
    lines::answer_each(|id, question: Question| {
        let language = reading::language(&question.text);
        found(Article::from_text(
            &lines::id_text(id),
            &question.text,
            &language,
        ))
    })?;
    Ok(Outcome::Done)
}

/// The article is its own folder: names are the fullest in it.
fn found(article: Article) -> Found {
    let mut found = [quotation::find(&article)];
    let articles = [article];
    speaker::settle(&articles, &mut found);
    let mut quotations = report::quotations(&articles[0], &found[0]);
    for quotation in &mut quotations {
        quotation.article = None;
    }
    Found { quotations }
}

fn show(quotations: &[QuotationRecord]) -> anyhow::Result<()> {
    let mut out = screen::out();
    let bold = Style::new().bold();
    for quotation in quotations {
        let name = quotation
            .speaker
            .as_ref()
            .map_or("(nobody named)", |speaker| &speaker.name);
        let kind = format!("{:?}", quotation.kind).to_lowercase();
        out.line(&Line::new().styled(bold, name).plain(", ").plain(kind))?;
        out.line(&Line::new().plain("  ").text(Style::new(), &quotation.text))?;
    }
    Ok(())
}
