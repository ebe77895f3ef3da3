//! What [`list`](super::list) finds. Every path is relative to the site's root, with forward slashes.

use std::collections::BTreeMap;

use super::ContentFile;
use crate::matter::Str;

/// Everything that a site has on its file system, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Whether `site.yaml` is there.
    pub has_config: bool,
    /// The Markdown files below `content/`.
    pub content: Vec<ContentFile>,
    /// All other files below `content/`, by path, and whether a symbolic link leads to each. One is published only when a
    /// published page refers to it.
    pub assets: BTreeMap<Str, bool>,
    /// Files that are copied as they are, sorted by name; of two layers' files with one name the site's own.
    pub statics: Vec<StaticFile>,
    /// Templates, those of the site before those of the theme.
    pub templates: Vec<TemplateFile>,
    /// Words, those of the site before those of the theme.
    pub words: Vec<WordsFile>,
    /// The folder of the theme that site.yaml names, if it is there.
    pub theme: Option<ThemeFolder>,
}

/// Whose a file is. What comes first hides what comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The site's own.
    Site,
    /// That of the theme in `themes/NAME/`.
    Theme,
}

/// A file that is copied into the output as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path in the output: `css/site.css`, `.nojekyll`.
    pub name: Str,
    /// `static/css/site.css`, `themes/NAME/static/css/site.css`
    pub path: Str,
    /// Whose it is.
    pub layer: Layer,
    /// Whether a symbolic link leads to it.
    pub linked: bool,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// Its path below the folder of templates: `report.html`, `parts/head.html`.
    pub name: Str,
    /// `templates/report.html`, `themes/NAME/templates/report.html`
    pub path: Str,
    /// Whose it is.
    pub layer: Layer,
}

/// A file of words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsFile {
    /// The file's stem: `ar`.
    pub lang: Str,
    /// `i18n/ar.ftl`, `themes/NAME/i18n/ar.ftl`
    pub path: Str,
    /// Whose it is.
    pub layer: Layer,
}

/// The folder of the theme that site.yaml names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFolder {
    /// `themes/NAME/theme.yaml`, if it is there.
    pub manifest: Option<Str>,
}
