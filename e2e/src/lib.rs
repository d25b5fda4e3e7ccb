//! Tests in the real window live in `tests/`.
