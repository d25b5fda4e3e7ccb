//! Folders in memory for tests.

use std::path::Path;

use asquoted_engine::folder::{self, Folder, Source, Sources, Unwatched};
use asquoted_engine::problem::Problem;

/// Files as (path, bytes), in the order in which they are to be given.
pub struct InMemory {
    sources: Vec<Source>,
    bytes: Vec<Vec<u8>>,
}

impl InMemory {
    pub fn new(files: &[(String, Vec<u8>)]) -> Self {
        let source = |path: &String| Source {
            id: path.clone(),
            path: path.clone(),
        };
        Self {
            sources: files.iter().map(|(path, _)| source(path)).collect(),
            bytes: files.iter().map(|(_, bytes)| bytes.clone()).collect(),
        }
    }
}

impl Sources for InMemory {
    fn list(&self) -> &[Source] {
        &self.sources
    }

    fn load(&self, index: usize) -> Result<Vec<u8>, Problem> {
        Ok(self.bytes[index].clone())
    }
}

pub fn open(files: &[(String, Vec<u8>)]) -> Folder {
    folder::open("test", &InMemory::new(files), Vec::new(), &Unwatched)
}

/// The files of the sample folder.
#[allow(dead_code, reason = "not every test needs it")]
pub fn sample() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/lake-mirren");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .expect("the sample folder is there")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, std::fs::read(&path).expect("a readable file"))
        })
        .collect();
    files.sort();
    files
}
