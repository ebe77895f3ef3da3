//! Every address in a text leads somewhere.

use rayon::prelude::*;

use super::Site;
use super::graph::{AnchorUse, Graph, Resolved, Standing};
use super::index::FileIx;
use super::links::withdrawn_target;
use super::owners::{Owner, Owners};
use crate::config::MenuItem;
use crate::matter::Str;
use crate::problem::{Name, Place, Problem, YamlPath};

/// Checks every address in the menu and in the links of files. Gives the anchors that they name on files' pages.
pub(super) fn check(
    graph: &Graph,
    owners: &Owners<'_>,
    site: &Site<'_>,
    links: &[(FileIx, usize)],
    problems: &mut Vec<Problem>,
) -> Vec<AnchorUse> {
    let in_menu = menu(graph, owners, site);
    let in_links: Vec<Checked> = links
        .par_iter()
        .map(|(ix, number)| {
            let file = &graph.files[*ix];
            let place = || Place::link(&file.path, *number);
            match &file.links[*number] {
                Resolved::Anchor(anchor) => Checked::anchor(*ix, anchor, place),
                Resolved::File(target, Some(anchor)) => Checked::anchor(*target, anchor, place),
                Resolved::Route(address) => check_route(graph, owners, address, place),
                _ => Checked::Fine,
            }
        })
        .collect();
    let mut anchors = Vec::new();
    for checked in in_menu.into_iter().chain(in_links) {
        match checked {
            Checked::Fine => {}
            Checked::Anchor(anchor) => anchors.push(anchor),
            Checked::Wrong(problem) => problems.push(*problem),
        }
    }
    anchors
}

/// What came of checking one address.
enum Checked {
    Fine,
    /// Whether the anchor is there is found out when the outlines of all files are known.
    Anchor(AnchorUse),
    Wrong(Box<Problem>),
}

impl Checked {
    fn anchor(file: FileIx, anchor: &str, place: impl Fn() -> Place) -> Self {
        Self::Anchor(AnchorUse { place: place(), file, anchor: anchor.into() })
    }
}

/// The menu of site.yaml leads somewhere.
fn menu(graph: &Graph, owners: &Owners<'_>, site: &Site<'_>) -> Vec<Checked> {
    let items = site.config.menu.iter().flatten().enumerate().filter(|(_, item)| item.url.starts_with('/'));
    let check = |(number, item): (usize, &MenuItem)| {
        let place = || Place::value(&"site.yaml".into(), YamlPath::from("menu").index(number).key("url"));
        check_route(graph, owners, &item.url, place)
    };
    items.map(check).collect()
}

fn check_route(graph: &Graph, owners: &Owners<'_>, address: &Str, place: impl Fn() -> Place) -> Checked {
    let (route, anchor) = match address.split_once('#') {
        Some((route, anchor)) => (route, Some(anchor)),
        None => (&**address, None),
    };
    let route = route.split('?').next().unwrap_or(route);
    match owners.get(route) {
        Some(Owner::File(file)) if graph.files[*file].standing == Standing::Withdrawn => {
            Checked::Wrong(Box::new(withdrawn_target(graph, *file, place())))
        }
        Some(Owner::File(file)) => anchor.map_or(Checked::Fine, |anchor| Checked::anchor(*file, anchor, place)),
        Some(_) => Checked::Fine,
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
            let problem = Problem::at(Name::BrokenLink, place(), format!("nothing stands at `{route}`"));
            Checked::Wrong(Box::new(problem.label("no such address").help(help)))
        }
    }
}
