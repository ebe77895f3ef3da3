//! The theme's files: those of the site, of the theme that site.yaml names, and of the default theme in the binary.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::config::Settings;
use crate::files::Files;
use crate::load::{self, Layer, Listing};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};
use crate::theme::{DEFAULT, Source, Sources, Theme, check_manifest, margin};
use crate::write::Output;

/// Reads the theme and puts it together.
pub(super) fn theme(files: &dyn Files, settings: &Settings, listing: &Listing) -> (Theme, Vec<Problem>) {
    let config = &settings.config;
    let mut problems = Vec::new();
    manifest(files, settings, listing, &mut problems);
    let mut sources = Sources::default();
    let theme_of = |layer: Layer| (layer == Layer::Theme).then(|| config.theme.clone());
    let mut read = |name: &Str, path: &Str, layer: Layer| {
        let text = load::read(files, &settings.root, path).map_err(|problem| problems.push(problem)).ok()?;
        let text = match String::from_utf8(text) {
            Ok(text) => text,
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let problem = Problem::at(Name::NotUtf8, Place::bytes(path, at..at + 1), "this byte is no UTF-8");
                problems.push(problem.help("save the file in the encoding UTF-8".to_owned()));
                return None;
            }
        };
        Some(Source { name: name.clone(), path: path.clone(), theme: theme_of(layer), text: text.into() })
    };
    for file in &listing.templates {
        sources.templates.extend(read(&file.name, &file.path, file.layer));
    }
    for file in &listing.words {
        sources.words.extend(read(&file.lang, &file.path, file.layer));
    }
    if needs_embedded(settings, listing) {
        let (embedded, _) = margin();
        sources.templates.extend(embedded.templates);
        sources.words.extend(embedded.words);
    }
    let (theme, told) = Theme::new(&sources, &config.lang);
    problems.extend(told);
    (theme, problems)
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

/// Copies the static files of all layers and the files that pages refer to.
pub(super) fn copy_all(
    files: &dyn Files,
    settings: &Settings,
    listing: &Listing,
    assets: &BTreeSet<Str>,
    output: &Output<'_>,
) -> Vec<Problem> {
    let mut copies = statics(listing);
    for asset in assets {
        let name = asset.strip_prefix("content/").unwrap_or(asset);
        copies.insert(name.into(), asset.clone());
    }
    if needs_embedded(settings, listing) {
        let (_, statics) = margin();
        for (name, bytes) in statics {
            if !copies.contains_key(name) {
                output.copy(name, bytes);
            }
        }
    }
    let told = copies.par_iter().filter_map(|(name, path)| match load::read(files, &settings.root, path) {
        Ok(bytes) => {
            output.copy(name, &bytes);
            None
        }
        Err(problem) => Some(problem),
    });
    told.collect()
}
