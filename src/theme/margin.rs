//! The default theme, embedded in the binary.

use std::borrow::Cow;
use std::sync::LazyLock;

use include_dir::{Dir, DirEntry, include_dir};

use super::{Source, Sources};
use crate::matter::Str;
use crate::slim;

static MARGIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/margin");

/// The name of the default theme.
pub const NAME: &str = "margin";

/// Texts, and static files by their path in the output.
type Embedded = (Sources, Vec<(&'static str, Cow<'static, [u8]>)>);

/// The texts of the default theme, and its static files by their path in the output.
#[must_use]
pub fn margin() -> &'static Embedded {
    static READ: LazyLock<Embedded> = LazyLock::new(read);
    &READ
}

fn read() -> Embedded {
    let mut sources = Sources::default();
    let mut statics = Vec::new();
    for (path, bytes) in files(&MARGIN) {
        if let Some(name) = path.strip_prefix("static/") {
            let slim = if slim::is_sheet(name) { slim::sheet(bytes) } else { Cow::Borrowed(bytes) };
            statics.push((name, slim));
        } else if let Some(name) = path.strip_prefix("templates/") {
            sources.templates.extend(source(name, path, bytes));
        } else if let Some(name) = path.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".ftl")) {
            sources.words.extend(source(name, path, bytes));
        }
    }
    (sources, statics)
}

fn source(name: &str, path: &str, bytes: &'static [u8]) -> Option<Source> {
    let text = std::str::from_utf8(bytes).ok()?;
    let theme = Some(Str::from(NAME));
    Some(Source { name: name.into(), path: format!("themes/margin/{path}").into(), theme, text: text.into() })
}

/// Every file below a folder, sorted by path.
fn files(folder: &'static Dir<'static>) -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => found.extend(files(inner)),
            DirEntry::File(file) => found.extend(file.path().to_str().map(|path| (path, file.contents()))),
        }
    }
    found.sort_unstable_by_key(|(path, _)| *path);
    found
}
