//! The session without its window, for tests that end it at any moment (`asquoted-e2e kills`): a
//! window takes seconds to start, and what a kill could break is written here as it is there.

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use asquoted_engine::judgement::Asked;
use asquoted_engine::page::ListQuery;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::host::Host;
use crate::news::News;
use crate::opening::Request;
use crate::session::Session;

/// One line of JSON that is asked.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Question {
    /// Writes a note on the first utterance.
    Note(String),
    /// Attaches a transcript of this name.
    Attach(String),
    /// What is kept: notes in force, and transcripts, by their names.
    Kept,
}

/// The line of JSON that answers: it comes once everything is on the disk.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Done,
    Kept(Vec<String>),
    Failed(Failure),
}

#[derive(Clone)]
struct Silent;

impl Host for Silent {
    fn tell(&self, _: News) {}
}

/// Opens a folder with the data folder `data`, answers `kept`, then every line in turn.
pub fn serve(
    data: &Path,
    folder: PathBuf,
    questions: impl BufRead,
    mut answers: impl Write,
) -> io::Result<()> {
    let session = Session::new(Silent, data);
    session.read(&session.begin(Request::of(vec![folder])));
    let mut answer = |question| {
        let answer = answer(&session, question).unwrap_or_else(Answer::Failed);
        serde_json::to_writer(&mut answers, &answer)?;
        writeln!(answers)?;
        answers.flush()
    };
    answer(Question::Kept)?;
    for line in questions.lines() {
        answer(serde_json::from_str(&line?)?)?;
    }
    Ok(())
}

fn answer(session: &Session<Silent>, question: Question) -> Result<Answer, Failure> {
    match question {
        Question::Note(text) => {
            let query = ListQuery {
                alone: true,
                limit: 1,
                ..ListQuery::default()
            };
            let list = session.list(&query)?;
            let this = list.items.first().map(|item| item.utterance.clone());
            let this = this.unwrap_or_default();
            session.correct(&Asked::Note { this, text })?;
        }
        Question::Attach(name) => {
            session.attach_text(&name, "The gates stay shut until spring.")?;
        }
        Question::Kept => {
            let notes = session.corrections()?.into_iter();
            let notes = notes.filter_map(|correction| correction.name);
            let attached = session.attached()?.into_iter();
            return Ok(Answer::Kept(
                notes.chain(attached.map(|one| one.name)).collect(),
            ));
        }
    }
    Ok(Answer::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_kept_for_the_next_start() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("dam");
        std::fs::create_dir(&folder).unwrap();
        let story = "The gates\n\n“The gates stay shut until spring,” said Ines Dorath.\n";
        std::fs::write(folder.join("a.txt"), story).unwrap();
        let ask = |questions: &str| {
            let mut answers = Vec::new();
            let data = home.path().join("data");
            serve(&data, folder.clone(), questions.as_bytes(), &mut answers).unwrap();
            String::from_utf8(answers).unwrap()
        };
        let first = ask("{\"note\":\"one\"}\n{\"attach\":\"two\"}\n");
        assert_eq!(first, "{\"kept\":[]}\n\"done\"\n\"done\"\n");
        assert_eq!(
            ask("\"kept\"\n"),
            "{\"kept\":[\"one\",\"two\"]}\n".repeat(2)
        );
    }
}
