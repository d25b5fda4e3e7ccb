#![allow(clippy::print_stdout)] // A build script speaks to cargo by printing.

fn main() {
    // Tauri watches the places where it expects these by itself, and ours are elsewhere.
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    let app = tauri_build::AppManifest::new()
        .permissions_path_pattern("./src-tauri/permissions/**/*.toml");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(app);
    tauri_build::try_build(attributes).expect("tauri.conf.json and src-tauri/ fit together");
}
