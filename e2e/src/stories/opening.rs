//! The ways to open a folder.

use anyhow::{Context, Result, ensure};

use super::Scene;
use crate::{chooser, desk::Desk, processes};

/// A folder whose name has a space and letters that are not Latin.
const NAME: &str = "Озеро 2030";

const LUMEN: &str = "Gates stay shut\n\nLumen Daily\n9 June 2031\n\n\
    The minister was brief. “The gates stay shut until the engineers have signed,” said Ines Dorath.\n";
const CALDER: &str = "Minister on the gates\n\nCalder Ledger\n10 June 2031\n\n\
    “The gates should stay shut until the engineers have signed,” Ines Dorath said on Tuesday.\n";

/// For the chooser: xdotool types other letters by changing the keyboard under the program's
/// hands, which a busy machine does not survive.
const TYPED_NAME: &str = "Lake 2030";

fn two_articles(desk: &Desk, name: &str) -> Result<String> {
    let files = [
        ("lumen.txt", LUMEN.as_bytes()),
        ("calder.txt", CALDER.as_bytes()),
    ];
    let folder = desk.folder(name, &files)?;
    Ok(folder.to_str().context("a path of letters")?.to_owned())
}

pub async fn by_the_folder_chooser(scene: &mut Scene<'_>) -> Result<()> {
    let folder = two_articles(&scene.desk, TYPED_NAME)?;
    let window = scene.start(&[]).await?;
    window.press("Open folder…").await?;
    chooser::choose(folder.as_ref()).await?;
    window.until_text(TYPED_NAME).await?;
    window.until_text("Ines Dorath").await
}

pub async fn nothing_when_the_chooser_is_left(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&[]).await?;
    window.press("Open folder…").await?;
    chooser::cancel().await?;
    window.press("Open the sample").await?;
    window.until_text("Anselm Korvat").await
}

pub async fn by_argument_and_from_the_recent_folders(scene: &mut Scene<'_>) -> Result<()> {
    let folder = two_articles(&scene.desk, NAME)?;
    let window = scene.start(&[&folder]).await?;
    window.until_text("Ines Dorath").await?;

    let window = scene.start(&[]).await?;
    window.until_text("Recent folders").await?;
    window.press(NAME).await?;
    window.until_text("Ines Dorath").await
}

pub async fn a_folder_that_is_not_there(scene: &mut Scene<'_>) -> Result<()> {
    let gone = scene.desk.home().join("articles/gone");
    let gone = gone.to_str().context("a path of letters")?.to_owned();
    let window = scene.start(&[&gone]).await?;
    window.until_text("folder_missing").await?;
    window.press("Open the sample").await?;
    window.until_text("Anselm Korvat").await
}

/// What the second asks for is opened in the first window, and no second one comes. That the
/// first is raised cannot be seen here: there is no window manager that would do it.
pub async fn a_second_start_hands_over_to_the_first(scene: &mut Scene<'_>) -> Result<()> {
    let folder = two_articles(&scene.desk, NAME)?;
    scene
        .start(&["--sample"])
        .await?
        .until_text("Anselm Korvat")
        .await?;
    let ended = scene.start_again(&[&folder]).await?;
    ensure!(ended.success(), "the second start ended with {ended}");
    let window = scene.window()?;
    window.until_text(NAME).await?;
    window.until_text("Ines Dorath").await?;
    let ours = processes::of_group(window.group())?;
    let ours = ours.iter().filter(|one| one.name.starts_with("as-quoted"));
    ensure!(ours.count() == 1, "a second program runs");
    Ok(())
}
