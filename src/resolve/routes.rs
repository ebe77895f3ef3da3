//! Addresses: every route has one owner, and every address in a text leads somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::graph::{AnchorUse, DocKind, Graph, Resolved, Standing};
use super::index::FileIx;
use super::{Site, docs};
use crate::id::Id;
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem, YamlPath};

/// Whether text may be one component of an address and of a path on any file system.
pub(super) fn is_component(text: &str) -> bool {
    let bad = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '%');
    !text.is_empty()
        && text != "."
        && text != ".."
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains(bad)
        && text.trim() == text
        && text.len() <= 200
        && !is_reserved(text)
}

/// Tells an id that can't be part of an address. `mend` says how it is changed, given an id that would do.
pub(super) fn check_id(
    id: &Id,
    place: impl FnOnce() -> Place,
    mend: impl FnOnce(Option<&str>) -> String,
    problems: &mut Vec<Problem>,
) {
    if is_component(id.as_str()) {
        return;
    }
    let slug = crate::id::slug(id.as_str());
    let help = match &*slug {
        "" => mend(None),
        slug if is_component(slug) => mend(Some(slug)),
        slug => mend(Some(&format!("{slug}-1"))),
    };
    problems.push(Problem::at(Name::InvalidRoute, place(), format!("`{id}` can't be part of an address")).help(help));
}

/// How an id is changed that stands in a list.
pub(super) fn mend_in_list(would_do: Option<&str>) -> String {
    would_do.map_or_else(|| "it needs letters or digits".to_owned(), |id| format!("`{id}` would do"))
}

/// Names that Windows keeps for devices.
fn is_reserved(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or(text).to_ascii_lowercase();
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a route is absolute and made of safe components: `/a/b/` or `/a/b.html`.
pub(super) fn is_route(route: &str) -> bool {
    let Some(rest) = route.strip_prefix('/') else { return false };
    rest.is_empty() || rest.strip_suffix('/').unwrap_or(rest).split('/').all(is_component)
}

/// The file of the output that a route is: `/a/b/` is `a/b/index.html`.
#[must_use]
pub fn output_path(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The route of a file's page. A version's has its language in front.
pub(super) fn of_file(graph: &Graph, file: FileIx, site_lang: &str) -> String {
    let node = &graph.files[file];
    let doc = graph.doc_of(file);
    let own = node.summary.matter.common.permalink.as_ref().filter(|route| is_route(route));
    if let Some(route) = own {
        return route.to_string();
    }
    let base = match doc.kind {
        DocKind::Report => format!("/reports/{}/", doc.id),
        DocKind::Actor => format!("/actors/{}/", doc.id),
        DocKind::Source => format!("/sources/{}/", doc.id),
        DocKind::Date => {
            doc.id.as_str().parse::<crate::edtf::Key>().map_or_else(|_| String::new(), crate::edtf::Key::route)
        }
        DocKind::Page => format!("/{}/", doc.id),
        DocKind::Prose(section) => section.route().to_owned(),
    };
    // Generated pages are made once, in the site's language: prose in another one has no page.
    let is_version = doc.files.first() != Some(&file) && graph.has_own_page(node.doc);
    if is_version && *node.summary.lang != *site_lang { format!("/{}{base}", node.summary.lang) } else { base }
}

/// Checks that each route has one owner, that redirects lead somewhere, and that every address and anchor in a text is
/// there.
pub(super) fn fill(graph: &mut Graph, site: &Site<'_>, problems: &mut Vec<Problem>) {
    let mut owners = Owners::default();
    generated(graph, &mut owners);
    for (number, file) in graph.files.iter().enumerate() {
        if let Some(permalink) = &file.summary.matter.common.permalink
            && !is_route(permalink)
        {
            problems.push(
                Problem::at(
                    Name::InvalidRoute,
                    Place::value(&file.path, "permalink"),
                    format!("`{permalink}` is no safe address"),
                )
                .help("write it like `/a/b/`".to_owned()),
            );
        }
        if file.standing != Standing::Hidden && graph.has_own_page(file.doc) {
            owners.take(graph, &file.route, Owner::File(number.into()), problems);
        }
    }
    graph.replaced = statics(graph, site, &mut owners, problems);
    redirects(graph, site, &mut owners, problems);
    let mut anchors = menu(site, &owners, problems);
    anchors.extend(addresses(graph, &owners, problems));
    graph.anchors = anchors;
    assets(graph, site, problems);
}

/// Who owns a route.
#[derive(Clone)]
enum Owner {
    /// A page that the site always has.
    Site(&'static str),
    /// A content file.
    File(FileIx),
    /// A redirect, by the place that asks for it.
    Redirect(Place),
    /// A static file.
    Static(Str),
}

#[derive(Default)]
struct Owners(BTreeMap<Str, Owner>);

impl Owners {
    fn take(&mut self, graph: &Graph, route: &Str, owner: Owner, problems: &mut Vec<Problem>) {
        let Some(first) = self.0.get(route) else {
            self.0.insert(Arc::clone(route), owner);
            return;
        };
        // Two files with one id are told as such.
        if let (Owner::File(a), Owner::File(b)) = (first, &owner)
            && graph.doc_of(*a).id == graph.doc_of(*b).id
            && graph.doc_of(*a).kind == graph.doc_of(*b).kind
        {
            return;
        }
        let place = owner.place(graph).unwrap_or_else(|| Place::file(&"site.yaml".into()));
        let mut problem = Problem::at(Name::DuplicateRoute, place, format!("the address `{route}` is taken"))
            .help("give one of the two another address".to_owned());
        problem = match first.place(graph) {
            Some(first) => problem.related(first, "also stands there"),
            None => problem.label(format!("{} stands there", first.words())),
        };
        problems.push(problem);
    }
}

impl Owner {
    fn place(&self, graph: &Graph) -> Option<Place> {
        match self {
            Self::Site(_) => None,
            Self::File(file) => {
                let node = &graph.files[*file];
                Some(if node.summary.matter.common.permalink.is_some() {
                    Place::value(&node.path, "permalink")
                } else {
                    Place::file(&node.path)
                })
            }
            Self::Redirect(place) => Some(place.clone()),
            Self::Static(path) => Some(Place::file(path)),
        }
    }

    const fn words(&self) -> &'static str {
        match self {
            Self::Site(words) => words,
            _ => "another file",
        }
    }
}

/// The routes of pages that no single file owns.
fn generated(graph: &Graph, owners: &mut Owners) {
    let mut add = |route: String, words| owners.0.insert(route.into(), Owner::Site(words));
    for section in super::Section::ALL {
        if section != super::Section::Tags || !graph.tags.is_empty() {
            add(section.route().to_owned(), "a list of the site");
        }
    }
    add("/404.html".to_owned(), "the page for what is not found");
    add("/feed.xml".to_owned(), "the feed");
    add("/sitemap.xml".to_owned(), "the site map");
    add("/robots.txt".to_owned(), "the file for robots");
    for key in graph.dates.keys() {
        add(key.route(), "the page of a date");
    }
    for tag in &graph.tags {
        add(format!("/tags/{}/", tag.slug), "the page of a tag");
    }
    for actor in graph.actors.iter().filter(|actor| actor.has_page) {
        if graph.lists_actor(actor) {
            add(format!("/actors/{}/feed.xml", actor.id), "the feed of an actor");
        }
        if actor.doc.is_none() {
            add(format!("/actors/{}/", actor.id), "the page of an actor");
        }
    }
    for source in graph.sources.iter().filter(|source| source.has_page && source.doc.is_none()) {
        add(format!("/sources/{}/", source.id), "the page of a source");
    }
}

/// Static files may replace a few pages, and no others.
fn statics(graph: &Graph, site: &Site<'_>, owners: &mut Owners, problems: &mut Vec<Problem>) -> BTreeSet<Str> {
    let mut replaced = BTreeSet::new();
    for (name, path) in site.statics {
        let route: Str = match name.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}").into(),
            _ => format!("/{name}").into(),
        };
        if matches!(&*route, "/robots.txt" | "/404.html") {
            replaced.insert(route);
            continue;
        }
        owners.take(graph, &route, Owner::Static(Arc::clone(path)), problems);
    }
    replaced
}

/// Old addresses, of site.yaml and of files.
fn redirects(graph: &mut Graph, site: &Site<'_>, owners: &mut Owners, problems: &mut Vec<Problem>) {
    let mut wanted: Vec<(Str, Str, Place)> = Vec::new();
    for (from, to) in &site.config.redirects {
        wanted.push((from.clone(), to.clone(), Place::key(&"site.yaml".into(), YamlPath::from("redirects").key(from))));
    }
    for file in graph.files.iter().filter(|file| file.standing == Standing::Listed) {
        for (number, old) in file.summary.matter.common.redirects.iter().enumerate() {
            let place = Place::value(&file.path, YamlPath::from("redirects").index(number));
            wanted.push((docs::old_route(graph.docs[file.doc].kind, old), Arc::clone(&file.route), place));
        }
    }
    for (from, to, place) in wanted {
        if !is_route(&from) || &*from == "/" {
            problems.push(
                Problem::at(Name::InvalidRoute, place, format!("`{from}` is no safe address"))
                    .help("write it like `/old/`".to_owned()),
            );
            continue;
        }
        let known = to.starts_with("http") || owners.0.contains_key(to.split('#').next().unwrap_or(&to));
        if !known {
            let routes = owners.0.keys().map(|route| &**route);
            problems.push(
                Problem::at(Name::BrokenLink, place.clone(), format!("nothing stands at `{to}`"))
                    .help(did_you_mean(&to, routes)),
            );
        }
        owners.take(graph, &from, Owner::Redirect(place), problems);
        graph.redirects.entry(from).or_insert(to);
    }
}

/// The menu of site.yaml leads somewhere.
fn menu(site: &Site<'_>, owners: &Owners, problems: &mut Vec<Problem>) -> Vec<AnchorUse> {
    let items = site.config.menu.iter().flatten().enumerate().filter(|(_, item)| item.url.starts_with('/'));
    let checked = items.filter_map(|(number, item)| {
        let place = || Place::value(&"site.yaml".into(), YamlPath::from("menu").index(number).key("url"));
        check_route(owners, &item.url, place, problems)
    });
    checked.collect()
}

/// Checks every address in the shown files, and gathers the anchors that they name.
fn addresses(graph: &Graph, owners: &Owners, problems: &mut Vec<Problem>) -> Vec<AnchorUse> {
    let mut anchors = Vec::new();
    for (number, file) in graph.files.iter().enumerate() {
        for (link, resolved) in file.links.iter().enumerate() {
            let place = || Place::link(&file.path, link);
            let used = |file, anchor: &Str| Some(AnchorUse { place: place(), file, anchor: anchor.clone() });
            anchors.extend(match resolved {
                Resolved::Anchor(anchor) => used(number.into(), anchor),
                Resolved::File(target, Some(anchor)) => used(*target, anchor),
                Resolved::Route(address) => check_route(owners, address, place, problems),
                _ => None,
            });
        }
    }
    anchors
}

/// Tells an address where nothing stands; gives the anchor that it names on a file's page.
fn check_route(
    owners: &Owners,
    address: &Str,
    place: impl Fn() -> Place,
    told: &mut Vec<Problem>,
) -> Option<AnchorUse> {
    let (route, anchor) = match address.split_once('#') {
        Some((route, anchor)) => (route, Some(anchor)),
        None => (&**address, None),
    };
    let route = route.split('?').next().unwrap_or(route);
    match owners.0.get(route) {
        Some(Owner::File(file)) => {
            anchor.map(|anchor| AnchorUse { place: place(), file: *file, anchor: anchor.into() })
        }
        Some(_) => None,
        None => {
            let slashed = format!("{route}/");
            let known = owners.0.keys().map(|route| &**route);
            let folder = route.strip_suffix("index.html").filter(|folder| owners.0.contains_key(*folder));
            let help = if owners.0.contains_key(&*slashed) {
                Some(format!("did you mean `{slashed}`?"))
            } else if let Some(folder) = folder {
                Some(format!("did you mean `{folder}`?"))
            } else {
                did_you_mean(route, known)
            };
            told.push(
                Problem::at(Name::BrokenLink, place(), format!("nothing stands at `{route}`"))
                    .label("no such address")
                    .help(help),
            );
            None
        }
    }
}

/// The files that published pages refer to.
fn assets(graph: &mut Graph, site: &Site<'_>, problems: &mut Vec<Problem>) {
    let mut assets = BTreeSet::new();
    for file in graph.files.iter().filter(|file| file.standing != Standing::Hidden) {
        for link in &file.links {
            if let Resolved::Asset(path) = link {
                assets.insert(Arc::clone(path));
            }
        }
        let Some(image) = &file.summary.matter.common.image else { continue };
        match crate::parse::resolve_path(&file.path, image) {
            Some(path) if site.assets.contains(&*path) => {
                assets.insert(path.into());
            }
            found => {
                let path = found.unwrap_or_else(|| image.to_string());
                let known = site.assets.iter().map(|asset| &**asset);
                problems.push(
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
    graph.assets = assets;
}
