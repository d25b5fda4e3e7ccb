//! Drives the real window, in a display that the caller provides (`scripts/run.mjs`).
//!
//! `asquoted-e2e test PROGRAM [NAME]` plays the stories whose name contains NAME;
//! `asquoted-e2e screenshots PROGRAM FOLDER` takes a picture of every view;
//! `asquoted-e2e bench PROGRAM EMPTY UTTERANCES` measures its start beside that of the empty window,
//! and itself on a folder of about so many utterances.

#![allow(clippy::print_stdout, clippy::print_stderr)] // This program is a test's face.

mod bench;
mod chooser;
mod desk;
mod pictures;
mod processes;
mod stories;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything held.
async fn run() -> Result<bool> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
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
        _ => bail!(
            "usage: asquoted-e2e test PROGRAM [NAME] | screenshots PROGRAM FOLDER | \
             bench PROGRAM EMPTY UTTERANCES"
        ),
    }
}
