//! How the page is drawn.

/// Where there is no graphics card, by the processor at once. WebKit would otherwise draw through
/// a card that the processor plays, where the first use of everything takes long: the start page
/// was on the screen after 890 ms that way, and after 530 this way (an empty window: 520).
#[cfg(target_os = "linux")]
#[allow(unsafe_code)] // Called first of all: nobody else reads the environment meanwhile.
pub fn without_a_card() {
    const BY_PROCESSOR: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";
    let nodes = std::fs::read_dir("/dev/dri").into_iter().flatten();
    let is_card = |name: std::ffi::OsString| name.to_string_lossy().starts_with("renderD");
    let has_card = nodes.flatten().any(|node| is_card(node.file_name()));
    if !has_card && std::env::var_os(BY_PROCESSOR).is_none() {
        unsafe { std::env::set_var(BY_PROCESSOR, "1") };
    }
}

#[cfg(not(target_os = "linux"))]
pub fn without_a_card() {}
