//! What a person does in the window, one story a function. A story starts from nothing: a home of
//! its own, a program of its own.

mod accessibility;
mod commands;
mod corrections;
mod hostile;
mod judgement;
mod keeping;
pub mod list;
mod living;
pub mod measure;
mod opening;
pub mod problems;
pub mod sample;
mod underway;
pub mod versions;
mod views;

use std::path::Path;
use std::pin::Pin;
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::process::Command;

use crate::desk::Desk;
use crate::window::Window;

type Told<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

struct Story {
    name: &'static str,
    tell: for<'a> fn(&'a mut Scene<'_>) -> Told<'a>,
}

macro_rules! stories {
    ($($room:ident :: $name:ident),* $(,)?) => {
        [$(Story {
            name: concat!(stringify!($room), "-", stringify!($name)),
            tell: |scene| Box::pin($room::$name(scene)),
        }),*]
    };
}

/// No story takes longer, or it hangs.
const LONGEST: Duration = Duration::from_secs(60);

/// Where a story plays.
pub struct Scene<'p> {
    program: &'p Path,
    pub desk: Desk,
    window: Option<Window>,
}

impl Scene<'_> {
    /// Starts the program, in place of the one that runs.
    pub async fn start(&mut self, arguments: &[&str]) -> Result<&Window> {
        self.end().await?;
        let window = Window::open(self.program, &self.desk, arguments).await?;
        Ok(self.window.insert(window))
    }

    /// Starts the program once more beside the one that runs, and waits until it has ended.
    pub async fn start_again(&self, arguments: &[&str]) -> Result<ExitStatus> {
        let again = Command::new(self.program)
            .args(arguments)
            .envs(self.desk.environment())
            .env("DBUS_SESSION_BUS_ADDRESS", self.window()?.bus()?)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .status();
        let status = tokio::time::timeout(LONGEST / 2, again).await;
        Ok(status.context("the second start did not end")??)
    }

    pub fn window(&self) -> Result<&Window> {
        self.window.as_ref().context("a program that runs")
    }

    /// The program that runs goes on, beside the next that is started.
    pub fn keep(&mut self) -> Result<Window> {
        self.window.take().context("a program that runs")
    }

    async fn end(&mut self) -> Result<()> {
        match self.window.take() {
            Some(window) => window.close().await,
            None => Ok(()),
        }
    }
}

/// Plays the stories whose name contains `part`. Whether all went well.
pub async fn play(program: &Path, part: &str) -> Result<bool> {
    let stories = stories![
        sample::opens_from_the_start_page,
        sample::shows_the_words_that_differ,
        sample::swaps_the_outlets,
        sample::steps_through_the_changes,
        versions::all_of_them_in_a_table,
        versions::the_table_by_keyboard_alone,
        versions::one_text_with_the_others_beneath,
        versions::many_of_them_are_only_drawn_where_they_are_seen,
        measure::a_version_is_marked_by_keyboard_alone,
        measure::a_pasted_text_and_a_file_are_attached,
        views::a_cell_of_the_matrix_opens_its_evidence,
        views::two_articles_stand_side_by_side,
        commands::the_palette_finds_and_does,
        commands::letters_can_be_switched_off,
        living::takes_in_what_comes_changes_and_goes,
        living::a_folder_that_goes_says_so_and_comes_back,
        list::words_are_searched_by_keys_alone,
        list::filters_are_set_and_cleared_by_mouse,
        list::an_empty_list_says_why_and_offers_a_way_out,
        list::a_quotation_remembered_is_found_and_opened,
        list::words_of_the_text_are_found_where_they_stand,
        list::tab_leads_from_the_field_to_every_filter,
        opening::by_the_folder_chooser,
        opening::nothing_when_the_chooser_is_left,
        opening::by_argument_and_from_the_recent_folders,
        opening::a_folder_that_is_not_there,
        opening::a_second_start_hands_over_to_the_first,
        underway::an_utterance_is_read_before_the_last_is_compared,
        underway::articles_are_read_and_the_work_is_stopped_by_keys,
        problems::are_listed_and_the_rest_is_shown,
        problems::an_empty_folder_says_so,
        problems::a_folder_without_shared_quotations_says_so,
        judgement::by_mouse,
        judgement::by_keyboard,
        judgement::several_at_once,
        keeping::what_is_not_understood_is_told_and_brought_back,
        keeping::a_second_program_writes_nothing,
        keeping::a_data_folder_that_cannot_be_written_is_told,
        corrections::are_exported_and_imported,
        corrections::a_file_of_something_else_is_refused,
        corrections::same_as_by_keyboard,
        corrections::the_outlet_is_another,
        corrections::not_speech_by_keyboard,
        corrections::a_note_is_changed_and_removed,
        corrections::the_speaker_of_several,
        hostile::article_text_stays_text,
        hostile::letters_cannot_leave_their_place,
        hostile::the_page_has_no_rights_of_its_own,
        hostile::the_page_cannot_be_left,
        accessibility::start_page,
        accessibility::comparison,
        accessibility::filters,
        accessibility::words_remembered,
        accessibility::all_versions,
        accessibility::one_text,
        accessibility::measured,
        accessibility::articles_view,
        accessibility::outlets_view,
        accessibility::problems_view,
    ];
    let chosen: Vec<&Story> = stories
        .iter()
        .filter(|story| story.name.contains(part))
        .collect();
    let mut failed = 0;
    for story in &chosen {
        let start = Instant::now();
        let told = tell(program, story).await;
        let seconds = start.elapsed().as_secs_f32();
        match told {
            Ok(()) => println!("ok      {seconds:5.1} s  {}", story.name),
            Err(error) => {
                failed += 1;
                println!("FAILED  {seconds:5.1} s  {}: {error:#}", story.name);
            }
        }
    }
    println!("{} stories, {failed} failed", chosen.len());
    Ok(failed == 0 && !chosen.is_empty())
}

async fn tell(program: &Path, story: &Story) -> Result<()> {
    let mut scene = Scene {
        program,
        desk: Desk::new()?,
        window: None,
    };
    let told = tokio::time::timeout(LONGEST, (story.tell)(&mut scene)).await;
    let told = told.context("the story came to no end").flatten();
    if told.is_err()
        && let Some(window) = &scene.window
    {
        window.leave_traces(&scene.desk, story.name).await?;
    }
    let ended = scene.end().await;
    told.and(ended)
}
