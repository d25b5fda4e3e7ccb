//! Finds and loads article files; the one place that touches the disk, and only to read.
