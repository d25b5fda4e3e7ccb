//! A life without a window: asked line by line.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use super::{Birth, Life, compare, is_note, text_of};

/// Longer than any start.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

struct Talk {
    questions: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Talk {
    async fn hear(&mut self) -> Result<Value> {
        let line = self.answers.next_line().await?;
        Ok(serde_json::from_str(
            &line.context("it has ended by itself")?,
        )?)
    }

    async fn tell(&mut self, text: &str) -> Result<()> {
        let question = if is_note(text) {
            json!({ "note": text })
        } else {
            json!({ "attach": text })
        };
        self.questions
            .write_all(format!("{question}\n").as_bytes())
            .await?;
        let answer = self.hear().await?;
        ensure!(answer == json!("done"), "{text}: {answer}");
        Ok(())
    }
}

/// Starts, tells as fast as it is confirmed, and is killed.
pub async fn live(program: &Path, birth: &Birth<'_>) -> Result<Life> {
    let (mut child, mut talk) = start(program, birth)?;
    let mut life = Life::default();
    let Some(confirms) = birth.confirms else {
        sleep(birth.delay * 4).await;
        return end(child, life).await;
    };
    let kept = timeout(PATIENCE, talk.hear()).await.context("no start")??;
    let told: BTreeSet<String> = serde_json::from_value(kept["kept"].clone())
        .with_context(|| format!("it could not start: {kept}"))?;
    compare(birth.expected, &told)?;
    for index in 0..confirms {
        let text = text_of(birth.number, index);
        talk.tell(&text).await?;
        life.confirmed.push(text);
    }
    let on = async {
        for index in confirms.. {
            let text = text_of(birth.number, index);
            talk.tell(&text).await?;
            life.confirmed.push(text);
        }
        anyhow::Ok(())
    };
    tokio::select! {
        ended = on => ended?,
        () = sleep(birth.delay) => {}
    }
    ensure!(child.try_wait()?.is_none(), "it has ended by itself");
    end(child, life).await
}

fn start(program: &Path, birth: &Birth<'_>) -> Result<(Child, Talk)> {
    let program = program.with_file_name("examples").join("headless");
    let mut child = Command::new(&program)
        .arg(birth.desk.data())
        .arg(birth.articles)
        .envs(birth.desk.environment())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{} does not start", program.display()))?;
    let questions = child.stdin.take().context("an input")?;
    let answers = child.stdout.take().context("an output")?;
    let answers = BufReader::new(answers).lines();
    Ok((child, Talk { questions, answers }))
}

async fn end(mut child: Child, life: Life) -> Result<Life> {
    child.kill().await?;
    Ok(life)
}
