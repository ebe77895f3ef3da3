//! The theme's files: those of the site, of the theme that site.yaml names, and of the default theme in the binary.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::config::Settings;
use crate::files::Files;
use crate::load::{self, Layer, Listing};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Level, Name, Place, Problem};
use crate::resolve::Graph;
use crate::slim;
use crate::theme::{DEFAULT, Source, Sources, Theme, check_manifest, margin};

/// Reads the texts of the theme.
pub(super) fn sources(files: &dyn Files, settings: &Settings, listing: &Listing) -> (Sources, Vec<Problem>) {
    let mut problems = Vec::new();
    manifest(files, settings, listing, &mut problems);
    let mut sources = Sources::default();
    let theme_of = |layer: Layer| (layer == Layer::Theme).then(|| settings.config.theme.clone());
    let mut read = |name: &Str, path: &Str, layer: Layer| {
        let bytes = load::read(files, &settings.root, path);
        let text = bytes.and_then(|bytes| load::text(path, &bytes).map(Str::from));
        let text = text.map_err(|problem| problems.push(problem)).ok()?;
        Some(Source { name: name.clone(), path: path.clone(), theme: theme_of(layer), text })
    };
    for file in &listing.templates {
        sources.templates.extend(read(&file.name, &file.path, file.layer));
    }
    for file in &listing.words {
        sources.words.extend(read(&file.lang, &file.path, file.layer));
    }
    if needs_embedded(settings, listing) {
        let (embedded, _) = margin();
        sources.templates.extend_from_slice(&embedded.templates);
        sources.words.extend_from_slice(&embedded.words);
    }
    (sources, problems)
}

/// A theme that was put together.
#[derive(Clone)]
pub(super) struct Assembled {
    pub(super) theme: Arc<Theme>,
    /// What is wrong in it.
    pub(super) told: Arc<Vec<Problem>>,
    /// The texts that it is made of: those of files that were sound, in place of what they are now.
    good: Arc<Sources>,
}

/// Puts the theme together. Where `before` is given, a file that something is wrong in keeps the text that it had then.
pub(super) fn assemble(sources: &Sources, lang: &Str, before: Option<&Assembled>) -> Assembled {
    let (theme, told) = Theme::new(sources, lang);
    let wrong: BTreeSet<&Str> = told
        .iter()
        .filter(|problem| problem.name.usual() == Level::Deny)
        .filter_map(|problem| Some(&problem.place.as_ref()?.file))
        .collect();
    let (theme, good) = match before.filter(|_| !wrong.is_empty()) {
        Some(before) => {
            let good = patched(sources, &before.good, &wrong);
            (Theme::new(&good, lang).0, good)
        }
        None => (theme, sources.clone()),
    };
    Assembled { theme: Arc::new(theme), told: Arc::new(told), good: Arc::new(good) }
}

/// The texts of `now`, but for the files that are wrong: those as they were, if they were there.
fn patched(now: &Sources, before: &Sources, wrong: &BTreeSet<&Str>) -> Sources {
    let patch = |now: &[Source], before: &[Source]| {
        let patch = |source: &Source| {
            let was = before.iter().find(|other| other.path == source.path);
            was.filter(|_| wrong.contains(&source.path)).unwrap_or(source).clone()
        };
        now.iter().map(patch).collect()
    };
    Sources { templates: patch(&now.templates, &before.templates), words: patch(&now.words, &before.words) }
}

/// Whether the default theme in the binary is the last layer. Its own folder may stand in `themes/margin`, and then takes
/// the place of what is embedded.
fn needs_embedded(settings: &Settings, listing: &Listing) -> bool {
    listing.theme.is_none() || &*settings.config.theme != DEFAULT
}

/// Whether the theme that site.yaml names is there, and is for this version.
fn manifest(files: &dyn Files, settings: &Settings, listing: &Listing, problems: &mut Vec<Problem>) {
    let name = &settings.config.theme;
    let site = Str::from("site.yaml");
    let Some(folder) = &listing.theme else {
        if &**name != DEFAULT {
            let mut known: Vec<String> = files
                .list(&settings.root.join("themes"))
                .unwrap_or_default()
                .iter()
                .filter_map(|entry| Some(entry.path.file_name()?.to_str()?.to_owned()))
                .collect();
            known.push(DEFAULT.to_owned());
            let known = known.iter().map(String::as_str);
            problems.push(
                Problem::at(Name::MissingTheme, Place::value(&site, "theme"), format!("there is no theme `{name}`"))
                    .label(format!("no folder `themes/{name}`"))
                    .help(did_you_mean(name, known)),
            );
        }
        return;
    };
    let Some(path) = &folder.manifest else { return };
    match load::read(files, &settings.root, path) {
        Ok(bytes) => problems.extend(check_manifest(path, &String::from_utf8_lossy(&bytes))),
        Err(problem) => problems.push(problem),
    }
}

/// All static files of the site and its theme: where each stands in the output, and its own path.
pub(super) fn statics(listing: &Listing) -> BTreeMap<Str, Str> {
    listing.statics.iter().map(|file| (file.name.clone(), file.path.clone())).collect()
}

/// Where the bytes of a file of the output come from that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copied {
    /// A file of the site.
    File {
        /// Its path from the root.
        path: Str,
        /// Whether a symbolic link leads to it.
        linked: bool,
    },
    /// A file of the default theme in the binary.
    Embedded(&'static [u8]),
}

impl Copied {
    /// The bytes. `root` is the site's.
    ///
    /// # Errors
    /// The problem `unreadable`, for a file of the site.
    pub fn bytes(&self, files: &dyn Files, root: &Path) -> Result<Cow<'static, [u8]>, Problem> {
        match self {
            Self::Embedded(bytes) => Ok(Cow::Borrowed(bytes)),
            Self::File { path, .. } if path.starts_with("themes/") && slim::is_sheet(path) => {
                load::read(files, root, path).map(|bytes| Cow::Owned(slim::sheet(&bytes).into_owned()))
            }
            Self::File { path, .. } => load::read(files, root, path).map(Cow::Owned),
        }
    }
}

/// All files that are copied as they are, by path in the output: the static files of all layers, the files that published
/// pages refer to, and the stored copies of sources that are published; none of those that are `withheld`.
pub(super) fn copies(
    settings: &Settings,
    listing: &Listing,
    graph: &Graph,
    withheld: &BTreeSet<Str>,
) -> BTreeMap<Str, Copied> {
    let mut copies = BTreeMap::new();
    if needs_embedded(settings, listing) {
        let (_, statics) = margin();
        let wanted = statics.iter().filter(|(name, _)| load::is_wanted(name, &settings.config));
        copies.extend(wanted.map(|(name, bytes)| (Str::from(*name), Copied::Embedded(bytes))));
    }
    copies.extend(
        listing
            .statics
            .iter()
            .map(|file| (file.name.clone(), Copied::File { path: file.path.clone(), linked: file.linked })),
    );
    copies.extend(graph.copies.iter().map(|(route, path)| {
        // Which links lead to it is not looked up again, so that it is always taken to be another.
        (Str::from(route.trim_start_matches('/')), Copied::File { path: path.clone(), linked: true })
    }));
    copies.extend(graph.assets.iter().map(|asset| {
        let name = asset.strip_prefix("content/").unwrap_or(asset);
        (Str::from(name), Copied::File { path: asset.clone(), linked: listing.assets.get(asset) == Some(&true) })
    }));
    copies.retain(|_, from| !matches!(from, Copied::File { path, .. } if withheld.contains(path)));
    copies
}
