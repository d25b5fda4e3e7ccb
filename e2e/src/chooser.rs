//! The folder chooser of the desktop, which lies outside the page: driven as a person would, by
//! the keyboard.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::process::Command;
use tokio::time::{sleep, timeout};

/// The chooser's title, as GTK words it.
const TITLE: &str = "Open|Save|Select|Choose|Folder";

/// What the chooser needs to open its line for paths, and to complete a path; keys that come
/// meanwhile are swallowed.
const BREATH: Duration = Duration::from_millis(1000);

/// Types an absolute path into the open chooser and confirms it.
pub async fn choose(path: &Path) -> Result<()> {
    let window = window().await?;
    xdotool(&["windowfocus", "--sync", &window]).await?;
    let path = path.to_string_lossy();
    let (slash, rest) = path.split_at_checked(1).context("a path")?;
    // A slash opens the line for paths.
    xdotool(&["type", slash]).await?;
    sleep(BREATH).await;
    xdotool(&["type", "--delay", "20", rest]).await?;
    sleep(BREATH).await;
    xdotool(&["key", "Return"]).await?;
    Ok(())
}

/// Types the absolute path of a file that is to be written in place of the name that is offered.
pub async fn save(path: &Path) -> Result<()> {
    let window = window().await?;
    xdotool(&["windowfocus", "--sync", &window]).await?;
    sleep(BREATH).await;
    // What is offered is selected without its ending.
    xdotool(&["key", "ctrl+a"]).await?;
    xdotool(&["type", "--delay", "20", &path.to_string_lossy()]).await?;
    sleep(BREATH).await;
    xdotool(&["key", "Return"]).await?;
    Ok(())
}

/// Closes the chooser without choosing.
pub async fn cancel() -> Result<()> {
    let window = window().await?;
    xdotool(&["windowfocus", "--sync", &window]).await?;
    xdotool(&["key", "Escape"]).await?;
    Ok(())
}

async fn window() -> Result<String> {
    let search = ["search", "--sync", "--onlyvisible", "--name", TITLE];
    let found = timeout(Duration::from_secs(15), xdotool(&search))
        .await
        .context("the folder chooser did not come")??;
    let id = found.lines().next().context("the chooser has no window")?;
    Ok(id.to_owned())
}

async fn xdotool(arguments: &[&str]) -> Result<String> {
    let output = Command::new("xdotool")
        .args(arguments)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await
        .context("xdotool does not start")?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "xdotool {arguments:?}: {told}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
