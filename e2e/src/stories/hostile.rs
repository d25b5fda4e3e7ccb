//! Articles written by strangers, and a page that is not to be trusted with more than it needs.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Scene, sample};
use crate::window::Window;

/// Markup inside a quotation of a plain-text file, where it is the article's own text.
const ATTACK: &str = "<img src=x onerror=window.harmed=1><script>window.harmed=1</script>\
    <img src=http://127.0.0.1:9/pixel.png> the gates stay shut until the engineers have signed";

pub async fn article_text_stays_text(scene: &mut Scene<'_>) -> Result<()> {
    let plain = |outlet: &str, word: &str| {
        format!("Gates\n\n{outlet}\n9 June 2031\n\n“{ATTACK} {word},” said Ines Dorath.\n")
    };
    let page = format!(
        "<!doctype html><title>Gates</title><article><h1 onclick='window.harmed=1'>Gates</h1>\
         <p>“The gates stay shut until the engineers have signed,” said Ines Dorath.</p>\
         <img src='http://127.0.0.1:9/pixel.png' onerror='window.harmed=1'>\
         <script>window.harmed=1</script>{}</article>",
        "<p>The lake lay still and the town waited for the survey of the wall.</p>".repeat(8)
    );
    let folder = scene.desk.folder(
        "hostile",
        &[
            ("a.txt", plain("Lumen Daily", "today").as_bytes()),
            ("b.txt", plain("Calder Ledger", "tomorrow").as_bytes()),
            ("c.html", page.as_bytes()),
        ],
    )?;
    let folder = folder.to_str().context("a path of letters")?.to_owned();
    let window = scene.start(&[&folder]).await?;
    sample::choose(window, "the engineers have signed").await?;
    window.until_text("onerror").await?;
    let harm = window
        .script(
            "return { harmed: window.harmed ?? null,
                      images: document.querySelectorAll('main img').length,
                      scripts: document.querySelectorAll('main script').length,
                      handlers: document.querySelectorAll('[onerror], [onclick]').length }",
        )
        .await?;
    let harmless = json!({ "harmed": null, "images": 0, "scripts": 0, "handlers": 0 });
    ensure!(harm == harmless, "article text became markup: {harm}");
    Ok(())
}

/// Letters that turn the writing round, pile up, or pose as a style sheet.
const TRICKS: &str = "\u{202e}the gates\u{202c} s\u{336}\u{20dd}\u{353}\u{33a}\u{33b}\u{310}\u{311}\u{312}\u{313}tay \
    <style>body{display:none}</style> \u{2066}shut until the engineers have signed";
const RIGHT_TO_LEFT: &str = "تبقى البوابات مغلقة حتى يوقع المهندسون على التقرير";

pub async fn letters_cannot_leave_their_place(scene: &mut Scene<'_>) -> Result<()> {
    let plain = |outlet: &str, word: &str| {
        format!(
            "Gates\n\n{outlet}\n9 June 2031\n\n“{TRICKS} {word},” said Ines Dorath.\n\n\
             “{RIGHT_TO_LEFT} {word}”\n"
        )
    };
    let folder = scene.desk.folder(
        "tricks",
        &[
            ("a.txt", plain("Lumen Daily", "today").as_bytes()),
            ("b.txt", plain("Calder Ledger", "tomorrow").as_bytes()),
        ],
    )?;
    let folder = folder.to_str().context("a path of letters")?.to_owned();
    let window = scene.start(&[&folder]).await?;
    sample::choose(window, "the engineers have signed").await?;
    let told = window
        .script(
            "const said = document.querySelector('.read .row.said p');
             const words = document.querySelector('.items .said');
             const apart = (e) => /isolate|plaintext/.test(getComputedStyle(e).unicodeBidi);
             const bar = document.querySelector('header.bar').getBoundingClientRect();
             const seen = document.elementFromPoint(bar.left + 400, bar.top + 20);
             return { apart: apart(said), listed: apart(words),
                      body: getComputedStyle(document.body).display !== 'none',
                      styles: document.querySelectorAll('main style').length,
                      clipped: getComputedStyle(document.querySelector('.read')).overflowY,
                      bar: seen.closest('header') !== null }",
        )
        .await?;
    let harmless = json!({ "apart": true, "listed": true, "body": true, "styles": 0,
                           "clipped": "auto", "bar": true });
    ensure!(told == harmless, "letters left their place: {told}");
    Ok(())
}

/// Calls that the page must not get through, with what it may call as a control.
pub async fn the_page_has_no_rights_of_its_own(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&[]).await?;
    let answers = window
        .script_async(
            "const done = arguments[arguments.length - 1];
             const invoke = window.__TAURI_INTERNALS__.invoke;
             const calls = [
               ['recents', {}],
               ['show_in_folder', { path: '/etc/passwd' }],
               ['plugin:dialog|open', { options: {} }],
               ['plugin:opener|open_path', { path: '/etc/passwd' }],
               ['plugin:opener|reveal_item_in_dir', { paths: ['/etc/passwd'] }],
               ['plugin:event|emit', { event: 'found', payload: [] }],
               ['plugin:window|close', { label: 'main' }],
               ['plugin:fs|read_text_file', { path: '/etc/passwd' }],
             ];
             Promise.all(calls.map(([name, given]) =>
               invoke(name, given).then(() => 'done', () => 'refused'))).then(done)",
        )
        .await?;
    let refused = "refused";
    let expected = json!([
        "done", refused, refused, refused, refused, refused, refused, refused
    ]);
    ensure!(answers == expected, "the page was given: {answers}");

    let loaded = window
        .script_async(
            "const done = arguments[arguments.length - 1];
             fetch('https://example.org/').then(() => done('loaded'), () => done('refused'))",
        )
        .await?;
    ensure!(loaded == json!(refused), "the page reached the network");
    Ok(())
}

/// Ways by which a page leaves itself or opens another; `THERE` stands for the address.
const WAYS_OUT: [(&str, &str); 7] = [
    ("location", "location = THERE"),
    ("location.replace", "location.replace(THERE)"),
    (
        "meta refresh",
        "const meta = document.createElement('meta');
         meta.httpEquiv = 'refresh'; meta.content = `0; url=${THERE}`; document.head.append(meta)",
    ),
    (
        "a link",
        "const link = document.createElement('a');
         link.href = THERE; document.body.append(link); link.click(); link.remove()",
    ),
    (
        "a link to a new window",
        "const link = document.createElement('a');
         link.href = THERE; link.target = '_blank'; document.body.append(link); link.click();
         link.remove()",
    ),
    ("window.open", "window.opened = window.open(THERE)"),
    (
        "a form",
        "const form = document.createElement('form');
         form.action = THERE; document.body.append(form); form.submit(); form.remove()",
    ),
];

/// Whatever a page tries, it stays where it is: nothing is loaded, and no other window comes.
pub async fn the_page_cannot_be_left(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    stays(window).await
}

/// Tries every way out of the page, to a server of ours that would answer.
async fn stays(window: &Window) -> Result<()> {
    let server = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let there = server.local_addr()?;
    window.script("window.here = true").await?;
    let addresses = [
        format!("http://{there}/"),
        "data:text/html,<title>elsewhere</title>".to_owned(),
        "about:blank".to_owned(),
        "file:///etc/hostname".to_owned(),
    ];
    for address in &addresses {
        for (way, script) in WAYS_OUT {
            let script = script.replace("THERE", &json!(address).to_string());
            window.script(&script).await?;
            // A page that goes is gone by the time that another frame is drawn, or soon after.
            let asked = tokio::time::timeout(Duration::from_millis(150), server.accept()).await;
            ensure!(asked.is_err(), "{way} asked for {address}");
            let told = window
                .script(
                    "return { here: window.here === true, at: location.protocol + location.host,
                              opened: (window.opened ?? null) === null,
                              drawn: document.querySelector('main, h1') !== null }",
                )
                .await?;
            let stayed =
                json!({ "here": true, "at": "tauri:localhost", "opened": true, "drawn": true });
            ensure!(told == stayed, "{way} led to {address}: {told}");
        }
    }
    let windows = window.windows().await?;
    ensure!(windows == 1, "there are {windows} windows");
    Ok(())
}
