//! Every route has one owner: a page of the site, a file, a redirect or a static file.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Site;
use super::graph::{Graph, Section, Standing};
use super::index::FileIx;
use super::routes::{SEARCH, SEARCH_INDEX, is_route};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem, YamlPath};

/// The files that stand beside a report's page: how it is cited, and its data.
const BESIDE_REPORTS: [&str; 4] = ["cite.bib", "cite.ris", "cite.json", "data.json"];

/// Who owns a route.
pub(super) enum Owner {
    /// A page that the site always has.
    Site(&'static str),
    /// A content file.
    File(FileIx),
    /// A redirect, by the place that asks for it.
    Redirect(Box<Place>),
    /// A static file.
    Static(Str),
}

/// The owner of each route.
pub(super) struct Owners<'g> {
    graph: &'g Graph,
    by_route: HashMap<Cow<'g, str>, Owner>,
}

/// What comes of giving routes to their owners.
pub(super) struct Owned<'g> {
    pub(super) owners: Owners<'g>,
    /// Routes of pages that a static file takes the place of.
    pub(super) replaced: BTreeSet<Str>,
    /// Old routes, and the addresses that they lead to.
    pub(super) redirects: BTreeMap<Str, Str>,
}

/// Gives every route to its owner, and tells where two want the same. `redirects` are the old addresses of files, with
/// the place where each is given.
pub(super) fn owners<'g>(
    graph: &'g Graph,
    site: &Site<'_>,
    redirects: Vec<(Str, FileIx, Place)>,
    problems: &mut Vec<Problem>,
) -> Owned<'g> {
    let most =
        5 * graph.files.len() + graph.dates.len() + graph.tags.len() + 2 * graph.actors.len() + graph.sources.len();
    let mut owners = Owners { graph, by_route: HashMap::with_capacity(most) };
    owners.generated(site);
    owners.files(problems);
    let replaced = owners.statics(site, problems);
    let redirects = owners.redirects(site, redirects, problems);
    Owned { owners, replaced, redirects }
}

impl<'g> Owners<'g> {
    /// Who owns a route.
    pub(super) fn get(&self, route: &str) -> Option<&Owner> {
        self.by_route.get(route)
    }

    /// The route that is nearest to one that nobody owns.
    pub(super) fn did_you_mean(&self, route: &str) -> Option<String> {
        did_you_mean(route, self.by_route.keys().map(|known| &**known))
    }

    fn take(&mut self, route: Cow<'g, str>, owner: Owner, problems: &mut Vec<Problem>) {
        let graph = self.graph;
        let first = match self.by_route.entry(route) {
            Entry::Vacant(free) => {
                free.insert(owner);
                return;
            }
            Entry::Occupied(taken) => taken,
        };
        // Two files with one id are told as such, unless they are versions of one thing, which share it.
        if let (Owner::File(a), Owner::File(b)) = (first.get(), &owner)
            && graph.files[*a].doc != graph.files[*b].doc
            && graph.doc_of(*a).id == graph.doc_of(*b).id
            && graph.doc_of(*a).kind == graph.doc_of(*b).kind
        {
            return;
        }
        let place = owner.place(graph).unwrap_or_else(|| Place::file(&"site.yaml".into()));
        let problem = Problem::at(Name::DuplicateRoute, place, format!("the address `{}` is taken", first.key()))
            .help("give one of the two another address".to_owned());
        problems.push(match first.get().place(graph) {
            Some(other) => problem.related(other, "also stands there"),
            None => problem.label(format!("{} stands there", first.get().words())),
        });
    }

    /// The routes of pages that no single file owns.
    fn generated(&mut self, site: &Site<'_>) {
        let graph = self.graph;
        let mut add = |route: Cow<'g, str>, words| self.by_route.insert(route, Owner::Site(words));
        for section in Section::ALL {
            if graph.has_list(section) {
                add(section.route().into(), "a list of the site");
            }
        }
        if graph.has_list(Section::Corrections) {
            add("/corrections/feed.xml".into(), "the feed of corrections");
        }
        if site.config.search {
            add(SEARCH.into(), "the page of the search");
            add(SEARCH_INDEX.into(), "the index of the search");
        }
        add("/404.html".into(), "the page for what is not found");
        add("/feed.xml".into(), "the feed");
        add("/sitemap.xml".into(), "the site map");
        add("/robots.txt".into(), "the file for robots");
        if site.config.exports {
            let reports = graph.reports.iter().chain(&graph.unlisted).flat_map(|doc| &graph.docs[*doc].files);
            for file in reports.map(|file| &graph.files[*file]).filter(|file| file.standing.shows_text()) {
                for name in BESIDE_REPORTS {
                    add(file.beside(name).into(), "a file of a report");
                }
            }
        }
        for date in graph.dates.values() {
            add(Cow::Borrowed(&date.route), "the page of a date");
        }
        for tag in &graph.tags {
            add(format!("/tags/{}/", tag.slug).into(), "the page of a tag");
        }
        for actor in graph.actors.iter().filter(|actor| actor.has_page) {
            if graph.lists_actor(actor) {
                add(format!("/actors/{}/feed.xml", actor.id).into(), "the feed of an actor");
            }
            if actor.doc.is_none() {
                add(format!("/actors/{}/", actor.id).into(), "the page of an actor");
            }
        }
        for route in graph.copies.keys() {
            add(Cow::Borrowed(&**route), "the stored copy of a source");
        }
        for source in graph.sources.iter().filter(|source| source.has_page && source.doc.is_none()) {
            add(format!("/sources/{}/", source.id).into(), "the page of a source");
        }
    }

    /// The routes of files.
    fn files(&mut self, problems: &mut Vec<Problem>) {
        for (number, file) in self.graph.files.iter().enumerate() {
            if file.standing != Standing::Hidden && self.graph.has_own_page(file.doc) {
                self.take(Cow::Borrowed(&file.route), Owner::File(number.into()), problems);
            }
        }
    }

    /// Static files may replace a few pages, and no others.
    fn statics(&mut self, site: &Site<'_>, problems: &mut Vec<Problem>) -> BTreeSet<Str> {
        let mut replaced = BTreeSet::new();
        for (name, path) in site.statics {
            let route = match name.strip_suffix("index.html") {
                Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
                _ => format!("/{name}"),
            };
            if matches!(&*route, "/robots.txt" | "/404.html") {
                replaced.insert(route.into());
                continue;
            }
            self.take(route.into(), Owner::Static(Str::clone(path)), problems);
        }
        replaced
    }

    /// Old addresses, of site.yaml and of files.
    fn redirects(
        &mut self,
        site: &Site<'_>,
        of_files: Vec<(Str, FileIx, Place)>,
        problems: &mut Vec<Problem>,
    ) -> BTreeMap<Str, Str> {
        let mut redirects = BTreeMap::new();
        let place = |from: &str| Place::key(&"site.yaml".into(), YamlPath::from("redirects").key(from));
        let of_site = site.config.redirects.iter().map(|(from, to)| (Str::clone(from), Str::clone(to), place(from)));
        let of_files =
            of_files.into_iter().map(|(from, file, place)| (from, Str::clone(&self.graph.files[file].route), place));
        for (from, to, place) in of_site.chain(of_files).collect::<Vec<_>>() {
            if !is_route(&from) || &*from == "/" {
                problems.push(
                    Problem::at(Name::InvalidRoute, place, format!("`{from}` is no safe address"))
                        .help("write it like `/old/`".to_owned()),
                );
                continue;
            }
            let known = to.starts_with("http") || self.get(to.split('#').next().unwrap_or(&to)).is_some();
            if !known {
                problems.push(
                    Problem::at(Name::BrokenLink, place.clone(), format!("nothing stands at `{to}`"))
                        .help(self.did_you_mean(&to)),
                );
            }
            self.take(from.to_string().into(), Owner::Redirect(place.into()), problems);
            redirects.entry(from).or_insert(to);
        }
        redirects
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
            Self::Redirect(place) => Some((**place).clone()),
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
