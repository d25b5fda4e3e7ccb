//! What the session needs of the world around it: small enough to be played by a test.

use crate::news::News;

/// The window, as the session sees it. Called from several threads.
pub trait Host: Send + Sync + 'static {
    fn tell(&self, news: News);
}

impl Host for tauri::AppHandle {
    fn tell(&self, news: News) {
        use tauri_specta::Event;
        let told = match &news {
            News::OpeningStarted(event) => event.emit(self),
            News::Opening(event) => event.emit(self),
            News::Heard(event) => event.emit(self),
            News::Found(event) => event.emit(self),
            News::SoFar(event) => event.emit(self),
            News::Opened(event) => event.emit(self),
            News::OpeningFailed(event) => event.emit(self),
            News::Renewing(event) => event.emit(self),
            News::Renewed(event) => event.emit(self),
            News::NotRenewed(event) => event.emit(self),
            News::DropHover(event) => event.emit(self),
        };
        if let Err(error) = told {
            log::warn!("the window was not told: {error}");
        }
    }
}
