//! Progress on standard error, while somebody looks at it.

use std::sync::Mutex;

use asquoted_engine::folder::{Compared, Folder, Progress, Stage, Utterance, Watch};
use indicatif::{ProgressBar, ProgressStyle};

/// A bar that shows the stage; indicatif hides it where standard error is no terminal.
pub struct Bar {
    bar: ProgressBar,
    stage: Mutex<Option<Stage>>,
}

impl Bar {
    pub fn new() -> Self {
        let style = ProgressStyle::with_template("{msg:>20} {wide_bar} {pos}/{len}");
        let bar = ProgressBar::new(0);
        Self {
            bar: style.map_or(bar.clone(), |style| bar.with_style(style)),
            stage: Mutex::default(),
        }
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Bar {
    fn progress(&self, progress: Progress) {
        if let Ok(mut stage) = self.stage.lock()
            && stage.replace(progress.stage) != Some(progress.stage)
        {
            self.bar.set_message(words_for(progress.stage));
        }
        self.bar.set_length(progress.total.into());
        self.bar.set_position(progress.done.into());
    }

    fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}

    fn stopped(&self) -> bool {
        false
    }
}

fn words_for(stage: Stage) -> &'static str {
    match stage {
        Stage::Looking => "Looking for articles",
        Stage::Reading => "Reading",
        Stage::Quotations => "Finding quotations",
        Stage::Speakers => "Finding speakers",
        Stage::Grouping => "Grouping versions",
        Stage::Comparing => "Comparing versions",
        Stage::Passages => "Joining articles",
    }
}
