//! Folders with bad files in them, and folders with nothing to compare.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::Scene;
use crate::desk::Desk;

const GOOD: &str = "Gates stay shut\n\nLumen Daily\n9 June 2031\n\n\
    “The gates stay shut until the engineers have signed,” said Ines Dorath.\n";
const OTHER: &str = "On the gates\n\nCalder Ledger\n9 June 2031\n\n\
    “The gates may stay shut until the engineers have signed,” said Ines Dorath.\n";

/// A folder in which two articles are good and the other files are not.
pub fn bad_files(desk: &Desk) -> Result<String> {
    let binary: Vec<u8> = (0..4096_u32)
        .map(|number| (number * 31 % 256) as u8)
        .collect();
    let folder = desk.folder(
        "dam",
        &[
            ("lumen.txt", GOOD.as_bytes()),
            ("calder.txt", OTHER.as_bytes()),
            ("statements/scan.pdf", b"%PDF-1.4\n"),
            ("empty.txt", b""),
            ("picture.txt", &binary),
        ],
    )?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(&folder, folder.join("round"))?;
    path_of(folder)
}

pub async fn are_listed_and_the_rest_is_shown(scene: &mut Scene<'_>) -> Result<()> {
    let folder = bad_files(&scene.desk)?;
    let window = scene.start(&[&folder]).await?;
    window.until_text("Ines Dorath").await?;
    window.press("Problems").await?;
    for told in [
        "statements/scan.pdf",
        "pdf_unsupported",
        "empty.txt",
        "empty_file",
        "picture.txt",
        "binary_file",
        "link_loop",
    ] {
        window.until_text(told).await?;
    }
    window.press("Quotations").await?;
    window.until_text("Ines Dorath").await
}

/// A folder that holds no article.
pub fn no_articles(desk: &Desk) -> Result<String> {
    path_of(desk.folder("drafts", &[("notes.odt", b"PK")])?)
}

/// A folder in which every quotation stands once.
pub fn nothing_shared(desk: &Desk) -> Result<String> {
    path_of(desk.folder("alone", &[("lumen.txt", GOOD.as_bytes())])?)
}

fn path_of(folder: PathBuf) -> Result<String> {
    let path = folder.to_str().context("a path of letters")?;
    Ok(path.to_owned())
}

pub async fn an_empty_folder_says_so(scene: &mut Scene<'_>) -> Result<()> {
    let folder = no_articles(&scene.desk)?;
    let window = scene.start(&[&folder]).await?;
    window.until_text("No articles in this folder").await
}

pub async fn a_folder_without_shared_quotations_says_so(scene: &mut Scene<'_>) -> Result<()> {
    let folder = nothing_shared(&scene.desk)?;
    let window = scene.start(&[&folder]).await?;
    window.until_text("Nothing was said twice").await
}
