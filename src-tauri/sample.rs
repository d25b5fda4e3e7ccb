//! The sample articles that come with the program.

use std::path::PathBuf;

use tauri::Wry;
use tauri::path::PathResolver;

use crate::failure::{Failure, FailureCode};
use crate::opening::Request;

/// Below the program's resources, and below the repository.
const FOLDER: &str = "examples/lake-mirren";

/// The sample beside the program, or that of the source tree while developing.
pub fn request(paths: &PathResolver<Wry>) -> Result<Request, Failure> {
    let beside = paths.resource_dir().ok().map(|folder| folder.join(FOLDER));
    let in_source =
        cfg!(debug_assertions).then(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(FOLDER));
    let root = in_source
        .into_iter()
        .chain(beside)
        .find(|folder| folder.is_dir())
        .ok_or_else(|| {
            Failure::new(
                FailureCode::SampleMissing,
                "the sample articles were not found beside the program",
            )
        })?;
    Ok(Request {
        roots: vec![root],
        is_sample: true,
    })
}
