//! The shell around the engine: one window, the commands that its page may call, and what is
//! open. It computes nothing about text.

mod arguments;
mod commands;
mod drawing;
mod failure;
pub mod headless;
mod host;
mod kept;
mod knowledge;
mod lock;
mod logging;
mod news;
mod opening;
mod recents;
mod references;
mod sample;
mod session;
mod settings;
mod store;
mod window;

use std::io::Write;
use std::sync::Arc;

use tauri::{App, AppHandle, Manager, Wry};
use tauri_specta::{collect_commands, collect_events};

use arguments::Wish;
use knowledge::Knowledge;
use opening::Request;
use session::Session;

/// Everything that passes between the page and the shell; the page's TypeScript is made from it.
fn boundary() -> tauri_specta::Builder<Wry> {
    tauri_specta::Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            commands::folder::overview,
            commands::folder::underway,
            commands::folder::failure,
            commands::folder::choose_folder,
            commands::folder::choose_files,
            commands::folder::open_sample,
            commands::folder::stop_opening,
            commands::folder::go_on_reading,
            commands::folder::renew,
            commands::folder::stop_renewal,
            commands::folder::show_in_folder,
            commands::folder::open_original,
            commands::versions::list,
            commands::versions::list_anew,
            commands::versions::choices,
            commands::versions::remembered,
            commands::versions::comparison,
            commands::versions::comparison_by_meaning,
            commands::versions::table,
            commands::versions::stop_table,
            commands::versions::article,
            commands::versions::articles,
            commands::versions::article_pair,
            commands::versions::outlets,
            commands::references::references,
            commands::references::attach_file,
            commands::references::attach_text,
            commands::references::remove_reference,
            commands::references::choose_reference,
            commands::references::reference,
            commands::judgement::correct,
            commands::judgement::undo,
            commands::judgement::redo,
            commands::judgement::withdraw,
            commands::judgement::correctable,
            commands::judgement::corrections,
            commands::judgement::export_corrections,
            commands::judgement::import_corrections,
            commands::keeping::store_troubles,
            commands::keeping::restore_kept,
            commands::keeping::acknowledge_trouble,
            commands::keeping::show_troubled_file,
            commands::recents::recents,
            commands::recents::open_recent,
            commands::recents::forget_recent,
            commands::settings::settings,
            commands::settings::save_settings,
        ])
        .events(collect_events![
            news::OpeningStarted,
            news::Opening,
            news::Heard,
            news::Found,
            news::SoFar,
            news::Opened,
            news::OpeningFailed,
            news::Renewing,
            news::Renewed,
            news::NotRenewed,
            news::DropHover,
        ])
}

/// Opens the window and runs until it is closed.
pub fn run() {
    drawing::without_a_card();
    let boundary = boundary();
    let handler = boundary.invoke_handler();
    let done = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(window::second_start))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .invoke_handler(handler)
        .on_window_event(window::on_event)
        .setup(move |app| {
            logging::start(app.handle());
            boundary.mount_events(app);
            set_up(app)
        })
        .run(tauri::generate_context!());
    if let Err(error) = done {
        log::error!("the window did not open: {error}");
        // The log may not have begun yet.
        let _ = writeln!(
            std::io::stderr(),
            "as-quoted: the window did not open: {error}"
        );
        std::process::exit(1);
    }
}

fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    let data = app.path().app_data_dir()?;
    let resources = app.path().resource_dir().ok();
    let knowledge = Knowledge::find(resources.map(|folder| folder.join("assets")));
    let session = Session::new(app.handle().clone(), &data).knowing(knowledge);
    app.manage(Arc::new(session));
    window::open(app)?;
    let folder = std::env::current_dir().unwrap_or_default();
    fulfil(
        app.handle(),
        arguments::wish(std::env::args_os().skip(1), &folder),
    );
    Ok(())
}

/// Opens what the command line asked for.
fn fulfil(app: &AppHandle, wish: Wish) {
    let request = match wish {
        Wish::Nothing => return,
        Wish::Sample => sample::request(app.path()),
        Wish::Paths(paths) => Ok(Request::of(paths)),
    };
    let session: tauri::State<'_, commands::Open> = app.state();
    match request {
        Ok(request) => commands::folder::open(&session, request),
        Err(failure) => session.refuse(failure),
    }
}

#[cfg(test)]
mod tests;
