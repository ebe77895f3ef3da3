//! load: what is there. Files are listed, not read: the pipeline reads and parses them one by one, in parallel, and
//! never holds all texts at once.

mod content;
#[cfg(test)]
pub(crate) mod example;
mod ignore;
mod listing;
#[cfg(test)]
mod tests;
mod tree;

pub use content::{ContentFile, ContentKind, Section};
pub use listing::{Layer, Listing, StaticFile, TemplateFile, ThemeFolder, WordsFile};

use std::path::Path;

use self::ignore::Ignore;
use self::tree::{Found, Trees};
use crate::config::{Config, Settings};
use crate::files::{Files, Kind, reason};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// Lists the site's files, everything sorted by path.
///
/// Below `content/` hidden files, those that begin with `_`, and what `ignore` of site.yaml matches are passed over;
/// `static/` is taken whole but for the latter. Symbolic links within the site are followed; those that lead out of it
/// or in a circle, files that are neither file nor folder, names that are no UTF-8 and folders that can't be read are
/// problems, and passed over. Nothing of the output folder is ever listed.
#[must_use]
pub fn list(files: &dyn Files, settings: &Settings) -> (Listing, Vec<Problem>) {
    let (ignore, mut problems) = Ignore::new(&settings.config.ignore);
    problems.extend(no_content(files, settings));
    let mut trees = Trees::new(files, settings, problems);

    let keep_content = |path: &str| !is_set_aside(name(path)) && !ignore.matches("content/", path);
    let (content, assets): (Vec<_>, Vec<_>) =
        trees.list("content", &keep_content).into_iter().partition(|found| ContentFile::is_one(&found.path));
    let languages = &settings.config.languages;
    let mut listing = Listing {
        has_config: trees.has("site.yaml", Kind::File),
        content: content.into_iter().map(|found| ContentFile::new(found.path, found.linked, languages)).collect(),
        assets: assets.into_iter().map(|Found { path, linked }| (path, linked)).collect(),
        ..Listing::default()
    };
    layer(&mut listing, &mut trees, Layer::Site, "", &ignore);

    let theme = settings.config.theme.as_ref();
    // A name that is no single folder name is refused where site.yaml is read.
    if !theme.is_empty() && !theme.contains(['/', '\\']) && !theme.starts_with('.') {
        let folder = format!("themes/{theme}/");
        if trees.has(folder.trim_end_matches('/'), Kind::Folder) {
            let manifest = format!("{folder}theme.yaml");
            let manifest = trees.has(&manifest, Kind::File).then(|| Str::from(manifest));
            listing.theme = Some(ThemeFolder { manifest });
            layer(&mut listing, &mut trees, Layer::Theme, &folder, &ignore);
        }
    }
    // The site's own file comes before the theme's of the same name, and hides it.
    listing.statics.sort_by(|a, b| (&a.name, a.layer).cmp(&(&b.name, b.layer)));
    listing.statics.dedup_by(|later, first| later.name == first.name);
    listing.statics.retain(|file| file.layer == Layer::Site || is_wanted(&file.name, &settings.config));
    (listing, trees.into_problems())
}

/// Whether a theme's static file serves this site: those below `search/` serve the search, which `site.yaml` can do without.
#[must_use]
pub fn is_wanted(name: &str, config: &Config) -> bool {
    config.search || !name.starts_with("search/")
}

/// A site without `content/` would be built as an empty one, in place of what was published: most likely the folder is
/// about to come back.
fn no_content(files: &dyn Files, settings: &Settings) -> Option<Problem> {
    files.stat(&settings.root.join("content")).is_err().then(|| {
        Problem::at(Name::MissingFile, Place::file(&"content".into()), "there is no folder `content`")
            .help("make it, with a first report in it: `gloss new report 'A title'`".to_owned())
    })
}

/// Reads a file of the site by its path from the root.
///
/// # Errors
/// The problem `unreadable`, when the file is gone, is no regular file, or may not be read.
pub fn read(files: &dyn Files, root: &Path, path: &Str) -> Result<Vec<u8>, Problem> {
    files.read(&root.join(path.as_ref())).map_err(|error| unreadable(path, &reason(&error)))
}

/// The most bytes that a content file may have: more than anybody writes, and few enough that reading it, which takes some
/// hundred times as much memory where every byte is markup, brings down no machine.
pub const LARGEST: usize = 8 << 20;

/// Reads a content file.
///
/// # Errors
/// The problem `unreadable`, as for any file, and where it is larger than [`LARGEST`].
pub fn read_content(files: &dyn Files, root: &Path, path: &Str) -> Result<Vec<u8>, Problem> {
    let bytes = read(files, root, path)?;
    if bytes.len() > LARGEST {
        let why = format!("it has {} MiB, and a text may have {}", bytes.len().div_ceil(1 << 20), LARGEST >> 20);
        return Err(unreadable(path, &why).help("make several files of it".to_owned()));
    }
    Ok(bytes)
}

/// The text of a file that has no use unless all of it can be read.
///
/// # Errors
/// The problem `not-utf8`, at the first byte that is none.
pub fn text<'b>(path: &Str, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Problem::at(Name::NotUtf8, Place::bytes(path, at..at + 1), "this byte is no UTF-8")
            .help("save the file in the encoding UTF-8".to_owned())
    })
}

/// Adds the templates, static files and words of one layer, whose folders lie in `folder` (`""`, `themes/NAME/`).
fn layer(listing: &mut Listing, trees: &mut Trees<'_>, layer: Layer, folder: &str, ignore: &Ignore) {
    let static_folder = format!("{folder}static/");
    let keep = |path: &str| layer == Layer::Theme || !ignore.matches(&static_folder, path);
    listing.statics.extend(trees.list_with_hidden(&static_folder, &keep).into_iter().map(|Found { path, linked }| {
        StaticFile { name: Str::from(&path[static_folder.len()..]), path, layer, linked }
    }));

    // An editor's backup copies are hidden, or end with a tilde.
    let keep = |path: &str| !name(path).starts_with('.') && !path.ends_with('~');
    let template_folder = format!("{folder}templates/");
    listing.templates.extend(trees.list(&template_folder, &keep).into_iter().map(|Found { path, .. }| TemplateFile {
        name: Str::from(&path[template_folder.len()..]),
        path,
        layer,
    }));

    let words_folder = format!("{folder}i18n/");
    listing.words.extend(trees.list(&words_folder, &keep).into_iter().filter_map(|Found { path, .. }| {
        let lang = path[words_folder.len()..].strip_suffix(".ftl").filter(|lang| !lang.contains('/'))?;
        Some(WordsFile { lang: Str::from(lang), path, layer })
    }));
}

/// The last component of a path.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether a name below `content/` says that it is not for publishing.
fn is_set_aside(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

fn unreadable(path: &Str, why: &str) -> Problem {
    Problem::at(Name::Unreadable, Place::file(path), format!("`{path}` can't be read: {why}"))
}
