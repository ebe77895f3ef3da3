//! Every address and anchor in a text leads somewhere.

use rayon::prelude::*;

use super::Site;
use super::graph::{Graph, Resolved};
use super::index::FileIx;
use super::owners::{Owner, Owners};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem, YamlPath};

/// Checks every address and anchor in the menu and in the links of files.
pub(super) fn check(
    graph: &Graph,
    owners: &Owners<'_>,
    site: &Site<'_>,
    links: &[(FileIx, usize)],
    problems: &mut Vec<Problem>,
) {
    menu(graph, owners, site, problems);
    let told = links.par_iter().map(|(ix, number)| {
        let mut told = Vec::new();
        let file = &graph.files[*ix];
        let place = || Place::link(&file.path, *number);
        match &file.links[*number] {
            Resolved::Anchor(anchor) => check_anchor(graph, *ix, anchor, place, &mut told),
            Resolved::File(target, Some(anchor)) => check_anchor(graph, *target, anchor, place, &mut told),
            Resolved::Route(address) => check_route(graph, owners, address, place, &mut told),
            _ => {}
        }
        told
    });
    problems.par_extend(told.flatten_iter());
}

/// The menu of site.yaml leads somewhere.
fn menu(graph: &Graph, owners: &Owners<'_>, site: &Site<'_>, problems: &mut Vec<Problem>) {
    let items = site.config.menu.iter().flatten().enumerate().filter(|(_, item)| item.url.starts_with('/'));
    for (number, item) in items {
        let place = || Place::value(&"site.yaml".into(), YamlPath::from("menu").index(number).key("url"));
        check_route(graph, owners, &item.url, place, problems);
    }
}

fn check_route(graph: &Graph, owners: &Owners<'_>, address: &Str, place: impl Fn() -> Place, told: &mut Vec<Problem>) {
    let (route, anchor) = match address.split_once('#') {
        Some((route, anchor)) => (route, Some(anchor)),
        None => (&**address, None),
    };
    let route = route.split('?').next().unwrap_or(route);
    match owners.get(route) {
        Some(Owner::File(file)) => {
            if let Some(anchor) = anchor {
                check_anchor(graph, *file, anchor, place, told);
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
            told.push(
                Problem::at(Name::BrokenLink, place(), format!("nothing stands at `{route}`"))
                    .label("no such address")
                    .help(help),
            );
        }
    }
}

fn check_anchor(graph: &Graph, file: FileIx, anchor: &str, place: impl Fn() -> Place, told: &mut Vec<Problem>) {
    let target = &graph.files[file].summary;
    let paragraph = anchor.strip_prefix('p').and_then(|n| n.parse::<u32>().ok());
    let known = paragraph.is_some_and(|n| (1..=target.paragraphs).contains(&n))
        || target.headings.iter().any(|heading| &*heading.anchor == anchor)
        || target.anchors.iter().any(|other| &**other == anchor);
    if known || anchor.is_empty() {
        return;
    }
    let anchors = target.headings.iter().map(|heading| &*heading.anchor).chain(target.anchors.iter().map(|a| &**a));
    let mut help = did_you_mean(anchor, anchors);
    if help.is_none() {
        help = match target.paragraphs {
            0 => None,
            1 => Some("its one paragraph is `#p1`".to_owned()),
            last => Some(format!("its paragraphs are `#p1` to `#p{last}`")),
        };
    }
    told.push(
        Problem::at(
            Name::UnknownAnchor,
            place(),
            format!("`{}` has no heading or paragraph `#{anchor}`", graph.files[file].path),
        )
        .label("no such anchor")
        .help(help),
    );
}
