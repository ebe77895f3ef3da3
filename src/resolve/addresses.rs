//! Every address in a text leads somewhere, and what pages refer to is published.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Site;
use super::graph::{AnchorUse, File, Graph, Resolved, Standing};
use super::index::FileIx;
use super::owners::{Owner, Owners};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem, YamlPath};

/// What shown files refer to.
#[derive(Default)]
pub(super) struct Checked {
    /// The files that published pages refer to.
    pub(super) assets: BTreeSet<Str>,
    /// The anchors that are named on files' pages.
    pub(super) anchors: Vec<AnchorUse>,
    pub(super) problems: Vec<Problem>,
}

/// Checks every address in the menu and in the shown files.
pub(super) fn check(graph: &Graph, owners: &Owners<'_>, site: &Site<'_>) -> Checked {
    let mut checked = Checked::default();
    checked.menu(owners, site);
    let files = (0..graph.files.len()).into_par_iter().fold(Checked::default, |mut checked, number| {
        checked.file(graph, owners, site, number.into());
        checked
    });
    files.reduce(Checked::default, Checked::and).and(checked)
}

impl Checked {
    fn and(mut self, mut other: Self) -> Self {
        self.assets.append(&mut other.assets);
        self.anchors.append(&mut other.anchors);
        self.problems.append(&mut other.problems);
        self
    }

    /// The menu of site.yaml leads somewhere.
    fn menu(&mut self, owners: &Owners<'_>, site: &Site<'_>) {
        let items = site.config.menu.iter().flatten().enumerate().filter(|(_, item)| item.url.starts_with('/'));
        for (number, item) in items {
            let place = || Place::value(&"site.yaml".into(), YamlPath::from("menu").index(number).key("url"));
            self.route(owners, &item.url, place);
        }
    }

    fn file(&mut self, graph: &Graph, owners: &Owners<'_>, site: &Site<'_>, ix: FileIx) {
        let file = &graph.files[ix];
        for (link, resolved) in file.links.iter().enumerate() {
            let place = || Place::link(&file.path, link);
            match resolved {
                Resolved::Anchor(anchor) => self.anchor(ix, anchor, place),
                Resolved::File(target, Some(anchor)) => self.anchor(*target, anchor, place),
                Resolved::Route(address) => self.route(owners, address, place),
                Resolved::Asset(path) => {
                    self.assets.insert(Str::clone(path));
                }
                _ => {}
            }
        }
        if file.standing != Standing::Hidden {
            self.image(file, site);
        }
    }

    /// The picture that stands for a file is there.
    fn image(&mut self, file: &File, site: &Site<'_>) {
        let Some(image) = &file.summary.matter.common.image else { return };
        match crate::parse::resolve_path(&file.path, image) {
            Some(path) if site.assets.contains(&*path) => {
                self.assets.insert(path.into());
            }
            found => {
                let path = found.unwrap_or_else(|| image.to_string());
                let known = site.assets.iter().map(|asset| &**asset);
                self.problems.push(
                    Problem::at(
                        Name::MissingFile,
                        Place::value(&file.path, "image"),
                        format!("there is no file `{path}`"),
                    )
                    .help(did_you_mean(&path, known)),
                );
            }
        }
    }

    /// An anchor is looked for when the outlines of all files are known.
    fn anchor(&mut self, file: FileIx, anchor: &str, place: impl Fn() -> Place) {
        self.anchors.push(AnchorUse { place: place(), file, anchor: anchor.into() });
    }

    /// Something stands at an address of this site.
    fn route(&mut self, owners: &Owners<'_>, address: &Str, place: impl Fn() -> Place) {
        let (route, anchor) = match address.split_once('#') {
            Some((route, anchor)) => (route, Some(anchor)),
            None => (&**address, None),
        };
        let route = route.split('?').next().unwrap_or(route);
        match owners.get(route) {
            Some(Owner::File(file)) => {
                if let Some(anchor) = anchor {
                    self.anchor(*file, anchor, place);
                }
            }
            Some(_) => {}
            None => {
                let slashed = format!("{route}/");
                let folder = route.strip_suffix("index.html").filter(|folder| owners.get(folder).is_some());
                let help = if owners.get(&slashed).is_some() {
                    Some(format!("did you mean `{slashed}`?"))
                } else if let Some(folder) = folder {
                    Some(format!("did you mean `{folder}`?"))
                } else {
                    owners.did_you_mean(route)
                };
                self.problems.push(
                    Problem::at(Name::BrokenLink, place(), format!("nothing stands at `{route}`"))
                        .label("no such address")
                        .help(help),
                );
            }
        }
    }
}
