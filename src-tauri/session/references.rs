//! What the open folder's utterances are measured against.

use std::path::Path;

use asquoted_engine::page::{self, Reference, ReferencePage, Transcript};

use super::Session;
use crate::failure::Failure;
use crate::host::Host;
use crate::references::{Attached, SaidChoice, unreadable};

impl<H: Host + Clone> Session<H> {
    pub fn attached(&self) -> Result<Vec<Attached>, Failure> {
        Ok(self.references.list(&self.open_folder()?.request.roots))
    }

    /// Reads a file, wherever it lies, and keeps its text.
    pub fn attach_file(&self, path: &Path) -> Result<Attached, Failure> {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        let bytes = asquoted_intake::load(path, &name).map_err(|one| unreadable(one.message))?;
        self.attach(&name, &bytes)
    }

    pub fn attach_text(&self, name: &str, text: &str) -> Result<Attached, Failure> {
        self.attach(name, text.as_bytes())
    }

    fn attach(&self, name: &str, bytes: &[u8]) -> Result<Attached, Failure> {
        let transcript = Transcript::read(name, bytes).map_err(|one| unreadable(one.message))?;
        let attached = jiff::Timestamp::now().to_string();
        let open = self.owned()?;
        self.references.attach(open.whose(), transcript, attached)
    }

    pub fn detach(&self, id: &str) -> Result<Vec<Attached>, Failure> {
        self.references.remove(self.owned()?.whose(), id)?;
        self.attached()
    }

    pub fn choose_reference(
        &self,
        utterance: &str,
        choice: Option<SaidChoice>,
    ) -> Result<(), Failure> {
        let open = self.owned()?;
        self.references.choose(open.whose(), utterance, choice)
    }

    /// By what was chosen for the utterance; else by the first transcript that holds it.
    pub fn reference(&self, utterance: &str) -> Result<Option<ReferencePage>, Failure> {
        let open = self.open_folder()?;
        let (choice, transcripts) = self.references.of_utterance(&open.request.roots, utterance);
        let measure = |reference| page::reference(&open.folder, utterance, reference);
        let by_choice = match &choice {
            Some(SaidChoice::Version { quotation }) => measure(Reference::Version(quotation)),
            Some(SaidChoice::Transcript { id }) => transcripts
                .iter()
                .find(|(own, _)| own == id)
                .and_then(|(_, transcript)| measure(Reference::Text(transcript))),
            None => None,
        };
        Ok(by_choice.or_else(|| {
            transcripts
                .iter()
                .find_map(|(_, transcript)| measure(Reference::Text(transcript)))
        }))
    }
}
