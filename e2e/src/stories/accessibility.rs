//! axe-core in the real window: WebKit computes names, roles and colours in its own way.

use anyhow::{Context, Result, ensure};

use super::{Scene, list, measure, problems, sample, versions};
use crate::desk::repository;
use crate::window::Window;

const RUN: &str = "const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ violations }) =>
      done(violations.map(({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} (${failureSummary})`).join('; ')}`)
        .join('\\n')), (error) => done(`axe broke off: ${error}`))";

async fn violates_nothing(window: &Window) -> Result<()> {
    // A colour on its way to another is neither of the two.
    window
        .until(
            "nothing fades any more",
            "return document.getAnimations().every((one) => one.playState !== 'running')",
        )
        .await?;
    let axe = repository().join("node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&axe).with_context(|| axe.display().to_string())?;
    window.script(&axe).await?;
    let violations = window.script_async(RUN).await?;
    let violations = violations.as_str().context("axe gave no answer")?;
    ensure!(violations.is_empty(), "{violations}");
    Ok(())
}

pub async fn start_page(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&[]).await?;
    window.button("Open the sample").await?;
    violates_nothing(window).await
}

pub async fn comparison(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, "the gates are opened").await?;
    violates_nothing(window).await
}

pub async fn problems_view(scene: &mut Scene<'_>) -> Result<()> {
    let folder = problems::bad_files(&scene.desk)?;
    let window = scene.start(&[&folder]).await?;
    window.press("Problems").await?;
    window.until_text("pdf_unsupported").await?;
    violates_nothing(window).await
}

pub async fn all_versions(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    versions::read(window, "All versions", versions::CELL).await?;
    violates_nothing(window).await
}

pub async fn one_text(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    versions::read(window, "One text", versions::READ_OTHERWISE).await?;
    violates_nothing(window).await
}

pub async fn measured(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    measure::by_the_version_shown(window).await?;
    violates_nothing(window).await
}

pub async fn filters(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    window.press("More filters").await?;
    window.button("Tier:").await?;
    violates_nothing(window).await?;
    window.press("Tier:").await?;
    window.until_count(".choose [role=option]", 2).await?;
    violates_nothing(window).await
}

pub async fn words_remembered(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    list::search(window, list::REMEMBERED).await?;
    window.until_count(".hits [role=option]", 1).await?;
    violates_nothing(window).await
}

pub async fn articles_view(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    window.press("Articles").await?;
    window.until_count(".column [data-paragraph]", 4).await?;
    violates_nothing(window).await
}

pub async fn outlets_view(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    window.until_text("Anselm Korvat").await?;
    window.press("Outlets").await?;
    window.until_count("[role=grid] td button", 8).await?;
    violates_nothing(window).await
}
