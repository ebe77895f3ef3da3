//! What becomes part of an address or of a path: ids, slugs, references from file to file, languages.
//!
//! A slug is one safe component, and its own slug; an id is its own id; a reference never leads out of `content/`; what a
//! route is in the output lies below it; the tag of a language falls back to shorter ones.
#![no_main]

use std::path::{Component, Path};

use glossator::escape::escape;
use glossator::id::{Id, LONGEST_SLUG, fold, slug};
use glossator::lang;
use glossator::parse::resolve_path;
use glossator::resolve::output_path;
use glossator_fuzz::{held, html};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| held(text.as_bytes(), || {
    ids(text);
    let (file, reference) = text.split_once('\n').unwrap_or(("content/reports/2019/x.md", text));
    references(file, reference);
    let path = output_path(text);
    assert!(!path.is_empty() && !path.starts_with('/') && !path.ends_with('/'), "{path}");
    assert_eq!(output_path(&path), path);
    let escaped = escape(text);
    assert!(!escaped.contains(['<', '>', '"']), "{escaped}");
    assert_eq!(html::unescape(&escaped).replace('\r', ""), text.replace('\r', ""));
    if lang::is_valid(text) {
        assert!(is_component(text), "{text:?} is a language, and no component");
        assert!(lang::with_parents(text).all(|parent| text.starts_with(parent) && lang::is_valid(parent)));
    }
}));

fn ids(text: &str) {
    let made = slug(text);
    assert!(made.is_empty() || is_component(&made), "{made:?}");
    assert!(made.chars().count() <= LONGEST_SLUG, "{made:?}");
    assert!(!made.starts_with('-') && !made.ends_with('-') && !made.contains("--"), "{made:?}");
    assert_eq!(slug(&made), made);
    assert_eq!(Id::new(&made), Id::of_title(text));
    let id = Id::new(text);
    assert_eq!(Id::new(id.as_str()), id);
    assert_eq!(fold(&fold(text)), fold(text));
}

fn references(file: &str, reference: &str) {
    let Some(path) = resolve_path(file, reference) else { return };
    // That a file lies below `content/` is known of every file that refers to others.
    if !is_clean(file) || !file.starts_with("content/") {
        return;
    }
    assert!(path.starts_with("content/"), "{reference:?} of {file:?} leads to {path:?}");
    let below = &path["content/".len()..];
    assert!(below.is_empty() || is_clean(below), "{reference:?} of {file:?} leads to {path:?}");
    if !path.contains('%') {
        assert_eq!(resolve_path(file, &format!("/{below}")).as_deref(), Some(&*path));
    }
}

/// Whether a path is made of names.
fn is_clean(path: &str) -> bool {
    path.split('/').all(|name| !matches!(name, "" | "." | ".."))
}

/// Whether text is the name of one file or folder, on any file system.
fn is_component(text: &str) -> bool {
    let mut components = Path::new(text).components();
    matches!(components.next(), Some(Component::Normal(name)) if name == text)
        && components.next().is_none()
        && !text.starts_with('.')
        && !text.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '#', '%', '\0'])
}
