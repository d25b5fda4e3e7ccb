//! `asquoted read`: one article as it is read.

use std::path::Path;

use anstyle::{AnsiColor, Style};
use asquoted_engine::article::{Article, Role};
use asquoted_engine::folder::Sources;
use asquoted_engine::problem::Problem;
use asquoted_engine::{reading, report};
use asquoted_intake::Intake;
use serde_json::json;

use crate::screen::{self, Line};
use crate::{Outcome, arguments, print_json};

pub fn run(arguments: &arguments::Read) -> anyhow::Result<Outcome> {
    match article(&arguments.file) {
        Ok((article, cautions)) => {
            if arguments.json {
                print_json(&report::read(&article, &cautions))?;
            } else {
                tell(&cautions)?;
                show(&article)?;
            }
            Ok(Outcome::Done)
        }
        Err(problems) if arguments.json => {
            let path = arguments.file.to_string_lossy();
            let empty =
                json!({"id": path, "path": path, "text": "", "blocks": [], "problems": problems});
            print_json(&empty)?;
            Ok(Outcome::NothingRead)
        }
        Err(problems) => tell(&problems),
    }
}

/// The article of one file and the cautions about it, or why there is none.
pub fn article(file: &Path) -> Result<(Article, Vec<Problem>), Vec<Problem>> {
    let intake = Intake::open(&[file.to_owned()]).map_err(|error| vec![error.problem()])?;
    let [source] = intake.list() else {
        return Err(match intake.problems() {
            [] => vec![asquoted_intake::IntakeError::NotOneFile(file.to_owned()).problem()],
            problems => problems.to_vec(),
        });
    };
    let bytes = intake.load(0).map_err(|problem| vec![problem])?;
    let reading = reading::read(&source.id, &source.path, &bytes);
    let Some(article) = reading.article else {
        return Err(reading.problems);
    };
    let mut alone = [article];
    let mut cautions = reading.problems;
    cautions.extend(reading::settle(&mut alone));
    let [article] = alone;
    Ok((article, cautions))
}

/// Tells problems on standard error.
pub fn tell(problems: &[Problem]) -> anyhow::Result<Outcome> {
    let mut err = screen::err();
    for problem in problems {
        let path = if problem.path.is_empty() {
            "asquoted"
        } else {
            &problem.path
        };
        err.line(&Line::new().plain(path).plain(": ").plain(&problem.message))?;
    }
    Ok(Outcome::NothingRead)
}

fn show(article: &Article) -> anyhow::Result<()> {
    let mut out = screen::out();
    let faint = Style::new().dimmed();
    let fields = [
        ("outlet", &article.outlet),
        ("title", &article.title),
        ("byline", &article.byline),
        ("published", &article.published),
        ("url", &article.url),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            out.line(&labelled(faint, name).plain(value))?;
        }
    }
    out.gap()?;
    for block in &article.blocks {
        let style = style_of(block.role);
        let role = if block.role == Role::Body {
            ""
        } else {
            role_name(block.role)
        };
        let text = block.span.of(&article.text);
        out.line(&labelled(faint, role).text(style, text))?;
        out.gap()?;
    }
    Ok(())
}

fn labelled(style: Style, label: &str) -> Line {
    let label = format!("{label:>11}");
    Line::new().styled(style, label).plain("  ")
}

fn style_of(role: Role) -> Style {
    match role {
        Role::Title => Style::new().bold(),
        Role::Heading => Style::new().bold(),
        Role::Byline | Role::Date | Role::Caption => AnsiColor::Cyan.on_default(),
        Role::Body => Style::new(),
        Role::Boilerplate => Style::new().dimmed(),
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Byline => "byline",
        Role::Date => "date",
        Role::Heading => "heading",
        Role::Body => "body",
        Role::Caption => "caption",
        Role::Boilerplate => "boilerplate",
    }
}
