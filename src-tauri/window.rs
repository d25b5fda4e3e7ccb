//! The one window: made so that its page stays in it and reaches nothing else, and what happens to it
//! from outside its page: a drop, a second start.

use std::path::{Path, PathBuf};

use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, DragDropEvent, Manager, State, Url, WebviewWindowBuilder, Window, WindowEvent,
};

use crate::arguments;
use crate::commands::{Open, folder};
use crate::host::Host;
use crate::news::{DropHover, News};
use crate::opening::Request;

/// The label of the one window, as in `tauri.conf.json`.
const MAIN: &str = "main";

/// Where every connection of the page would go: a port of this machine on which nothing answers. The
/// content policy stops requests, but not a connection made ahead of one (`<link rel=preconnect>`).
const NOWHERE: &str = "http://127.0.0.1:9";

/// Opens the window as `tauri.conf.json` describes it.
pub fn open(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    let windows = &app.config().app.windows;
    let described = windows.iter().find(|window| window.label == MAIN);
    let served = app.config().build.dev_url.clone();
    let served = served.filter(|_| tauri::is_dev());
    let mut window = WebviewWindowBuilder::from_config(app, described.ok_or("no window")?)?;
    // The development server is asked over the network.
    if served.is_none() {
        window = window.proxy_url(NOWHERE.parse()?);
    }
    window
        .on_navigation(move |url| {
            let stays = is_own(url, served.as_ref());
            if !stays {
                log::warn!("the page was kept from going to {}", origin(url));
            }
            stays
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Whether an address is one of the page that is built in, or that the development server serves.
fn is_own(url: &Url, served: Option<&Url>) -> bool {
    let own = if cfg!(any(windows, target_os = "android")) {
        ("http", "tauri.localhost")
    } else {
        ("tauri", "localhost")
    };
    let is_built_in = (url.scheme(), url.host_str().unwrap_or_default()) == own
        && url.port().is_none()
        && url.username().is_empty();
    is_built_in || served.is_some_and(|served| served.origin() == url.origin())
}

/// What of an address goes into the log: no words of the page.
fn origin(url: &Url) -> String {
    format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default())
}

/// Only the path of what is held or dropped is used, and never given to the page.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    let app = window.app_handle();
    match event {
        DragDropEvent::Enter { paths, .. } => hover(app, paths),
        DragDropEvent::Leave => hover(app, &[]),
        DragDropEvent::Drop { paths, .. } => {
            hover(app, &[]);
            drop_paths(app, paths.clone());
        }
        _ => {}
    }
}

fn hover(app: &AppHandle, paths: &[PathBuf]) {
    let name = (!paths.is_empty()).then(|| Request::of(paths.to_vec()).name());
    let count = u32::try_from(paths.len()).unwrap_or(u32::MAX);
    app.tell(News::DropHover(DropHover { name, count }));
}

fn drop_paths(app: &AppHandle, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    let session: State<'_, Open> = app.state();
    folder::open(&session, Request::of(paths));
}

/// A second start raises the first window and hands its wish over.
pub fn second_start(app: &AppHandle, arguments: Vec<String>, folder: String) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let raised = window.unminimize().and_then(|()| window.set_focus());
        if let Err(error) = raised {
            log::warn!("the window was not raised: {error}");
        }
    }
    let arguments = arguments.into_iter().skip(1).map(Into::into);
    crate::fulfil(app, arguments::wish(arguments, Path::new(&folder)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_page_is_gone_to() {
        let own = |address: &str, served: Option<&str>| {
            let served = served.map(|served| served.parse().unwrap());
            is_own(&address.parse().unwrap(), served.as_ref())
        };
        let page = if cfg!(windows) {
            "http://tauri.localhost"
        } else {
            "tauri://localhost"
        };
        for path in ["", "/", "/index.html", "/?a=b#c"] {
            assert!(own(&format!("{page}{path}"), None), "{path}");
        }
        for address in [
            "https://example.org/",
            "http://localhost:1420/",
            "tauri://example.org/",
            "tauri://localhost.example.org/",
            "tauri://localhost@example.org/",
            "tauri://localhost:80/",
            "https://localhost/",
            "ipc://localhost/list",
            "file:///etc/passwd",
            "data:text/html,<p>",
            "javascript:1",
            "about:blank",
            "blob:tauri://localhost/1",
        ] {
            assert!(!own(address, None), "{address}");
        }
        let served = Some("http://localhost:1420/");
        assert!(own("http://localhost:1420/src/main.ts", served));
        assert!(!own("http://localhost:1421/", served));
    }
}
