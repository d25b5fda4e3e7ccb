use super::{Compared, Folder, Progress, Utterance};
use crate::article::Article;
use crate::problem::Problem;
use crate::quotation::Quotation;

/// One file that a face has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Unique below all opened folders, `/` between parts; becomes the article's id.
    pub id: String,
    /// The path as shown to people.
    pub path: String,
}

/// The files of a folder, given by a face: the engine itself touches no disk.
pub trait Sources: Sync {
    fn list(&self) -> &[Source];
    /// The bytes of `list()[index]`. Called from several threads, once a file.
    fn load(&self, index: usize) -> Result<Vec<u8>, Problem>;
    /// What stays the same while `list()[index]` holds the same bytes, such as a time and a size;
    /// `None` where only its bytes tell.
    fn mark(&self, _index: usize) -> Option<u64> {
        None
    }
}

/// Follows the work on a folder. Called from several threads.
pub trait Watch: Sync {
    fn progress(&self, progress: Progress);
    /// Quotations were found in an article; articles come in no fixed order.
    fn heard(&self, _article: &Article, _quotations: &[Quotation]) {}
    /// An utterance was compared; they come in no fixed order.
    fn found(&self, folder: &Folder, utterance: &Utterance, compared: &Compared);
    /// There is something to read although the work goes on: the articles with their quotations,
    /// and, later and again, the utterances compared so far. `state` gives the folder as it is
    /// then, as if the work had been stopped.
    fn so_far(&self, _state: &dyn Fn() -> Folder) {}
    /// Asked often. Once true, what is done is kept and the rest is left out.
    fn stopped(&self) -> bool;
    /// What was read, or heard, until the reader stopped is worked on: from now on [`Watch::stopped`]
    /// is about that. Whoever wants nothing more leaves it true.
    fn goes_on(&self) {}
}

/// Follows nothing and never stops: for tests and scripts.
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _: Progress) {}
    fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}
    fn stopped(&self) -> bool {
        false
    }
}
