//! Drives the real window, in a display that the caller provides (`scripts/run.mjs`).
//!
//! `asquoted-e2e test PROGRAM [NAME]` plays the stories whose name contains NAME;
//! `asquoted-e2e screenshots PROGRAM FOLDER` takes a picture of every view;
//! `asquoted-e2e bench PROGRAM EMPTY UTTERANCES` measures its start beside that of the empty window,
//! and itself on a folder of about so many utterances;
//! `asquoted-e2e kills PROGRAM [LIVES [SEED]] [--clean]` kills the program while it is corrected, and
//! checks that nothing confirmed is lost; with `--clean` that no temporary file is left, either;
//! `asquoted-e2e hostile PROGRAM` visits every view of a hostile folder where there is no network, and
//! ends with 77 where the system gives no such place.

#![allow(clippy::print_stdout, clippy::print_stderr)] // This program is a test's face.

mod alone;
mod bench;
mod chooser;
mod desk;
mod kills;
mod pictures;
mod processes;
mod stories;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use alone::Ended;
use anyhow::{Result, bail};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(Ended::Held) => ExitCode::SUCCESS,
        Ok(Ended::Failed) => ExitCode::FAILURE,
        Ok(Ended::Skipped) => ExitCode::from(alone::SKIPPED),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<Ended> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["hostile", program] = arguments[..] {
        return alone::enter(program);
    }
    let held = check(&arguments).await?;
    Ok(if held { Ended::Held } else { Ended::Failed })
}

/// Whether everything held.
async fn check(arguments: &[&str]) -> Result<bool> {
    match *arguments {
        ["test", program] => stories::play(&PathBuf::from(program), "").await,
        ["test", program, name] => stories::play(&PathBuf::from(program), name).await,
        ["screenshots", program, folder] => {
            pictures::take(&PathBuf::from(program), &PathBuf::from(folder)).await?;
            Ok(true)
        }
        ["bench", program, empty, utterances] => {
            let utterances = utterances.parse()?;
            bench::run(&PathBuf::from(program), &PathBuf::from(empty), utterances).await?;
            Ok(true)
        }
        ["kills", program, ref rest @ ..] => kills::run(&kills_of(program, rest)?).await,
        // As `hostile` calls it.
        ["hostile-alone", program] => alone::run(&PathBuf::from(program)).await,
        _ => bail!(
            "usage: asquoted-e2e test PROGRAM [NAME] | screenshots PROGRAM FOLDER | \
             bench PROGRAM EMPTY UTTERANCES | kills PROGRAM [LIVES [SEED]] [--clean] | hostile PROGRAM"
        ),
    }
}

fn kills_of(program: &str, rest: &[&str]) -> Result<kills::Kills> {
    let mut numbers = rest.iter().filter(|one| **one != "--clean");
    Ok(kills::Kills {
        program: PathBuf::from(program),
        lives: numbers
            .next()
            .map_or(Ok(kills::LIVES), |lives| lives.parse())?,
        seed: numbers.next().map(|seed| seed.parse()).transpose()?,
        clean: rest.contains(&"--clean"),
    })
}
