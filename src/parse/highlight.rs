//! Highlighting of fenced code.

/// The code as HTML with classes, or `None` where the language is not known.
#[must_use]
pub fn highlight(language: &str, code: &str) -> Option<String> {
    let _ = (language, code);
    None
}
