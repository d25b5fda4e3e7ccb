//! What happens to the window from outside its page: a drop, a second start.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, DragDropEvent, Manager, State, Window, WindowEvent};

use crate::arguments;
use crate::commands::{Open, folder};
use crate::host::Host;
use crate::news::{DropHover, News};
use crate::opening::Request;

/// The label of the one window, as in `tauri.conf.json`.
const MAIN: &str = "main";

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
