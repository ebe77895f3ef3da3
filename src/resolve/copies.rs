//! Stored copies of sources: whether each is there and is the file that was hashed, and which are published.

use std::collections::BTreeSet;

use super::Site;
use super::graph::{Graph, Resolved, SourceCopy, Standing};
use super::routes::is_component;
use crate::copies::{Lost, Stored};
use crate::id::Id;
use crate::matter::{Matter, Own, SourceRecord, Str};
use crate::problem::{Name, Place, Problem, YamlPath};

/// What is wrong with the copy of a source. `place` tells where a key of it is given.
pub(super) fn check(id: &Id, record: &SourceRecord, site: &Site<'_>, place: impl Fn(&str) -> Place) -> Option<Problem> {
    let path = record.copy.as_ref()?;
    let missing = |message: String| Problem::at(Name::MissingCopy, place("copy"), message);
    let Stored { sha256, .. } = match site.copies.get(path)? {
        Ok(stored) => stored,
        Err(Lost::Missing(near)) => {
            let help = near.as_ref().map(|near| format!("did you mean `/{near}`?"));
            let problem = missing(format!("there is no stored copy `{path}`")).label("no such file");
            return Some(problem.help(help.or_else(|| Some("put the file there, or take the key out".to_owned()))));
        }
        Err(Lost::Refused(what)) => {
            let help = "keep the copy in a folder of the site, such as `archive/`".to_owned();
            return Some(missing(format!("the stored copy `{path}` {what}")).label("not taken").help(help));
        }
        Err(Lost::Unreadable(why)) => return Some(missing(format!("the stored copy `{path}` can't be read: {why}"))),
    };
    let said = record.sha256.as_ref()?;
    if **said == *sha256.to_string() {
        return None;
    }
    let message = format!("the stored copy `{path}` of `{id}` is not the file that was hashed");
    let help = format!(
        "put back the file that was read; if this one is right, `gloss archive --hash --force` writes `sha256: {sha256}`"
    );
    let problem = Problem::at(Name::WrongHash, place("sha256"), message);
    Some(problem.label(format!("the file has {sha256}")).help(help).related(place("copy"), "the copy is named here"))
}

/// The copies that nothing may publish: all that no shown source says `publish: true` of.
pub(super) fn withheld(graph: &Graph, site: &Site<'_>) -> BTreeSet<Str> {
    if site.copies.is_empty() {
        return BTreeSet::new();
    }
    let published = graph.sources.iter().filter(|source| source.record.publish == Some(true));
    let published: BTreeSet<&Str> = published.filter_map(|source| source.record.copy.as_ref()).collect();
    site.copies.keys().filter(|path| !published.contains(path)).cloned().collect()
}

/// Tells what would publish a copy that is not to be published, beside links, and takes it back.
pub(super) fn keep_withheld(graph: &Graph, site: &Site<'_>, images: &mut Vec<Str>, problems: &mut Vec<Problem>) {
    if graph.withheld.is_empty() {
        return;
    }
    images.retain(|image| !graph.withheld.contains(image));
    for file in graph.files.iter().filter(|file| file.standing != Standing::Hidden) {
        let image = file.matter.common.image.as_ref();
        let image = image.and_then(|image| crate::parse::resolve_path(&file.path, image)).map(Str::from);
        if let Some(image) = image.filter(|image| graph.withheld.contains(image)) {
            problems.push(unpublished(Place::value(&file.path, "image"), &image, "this picture is"));
        }
    }
    for path in &graph.withheld {
        let is_page = graph.file(path).is_some_and(|file| graph.files[file].standing != Standing::Hidden);
        if is_page || site.statics.values().any(|other| other == path) {
            let what = if is_page { "the text of this page is" } else { "this static file is" };
            let problem = unpublished(Place::file(path), path, what);
            problems.push(match named_at(graph, path) {
                Some(place) => problem.related(place, "the copy is named here"),
                None => problem,
            });
        }
    }
}

/// The problem that something would publish a copy.
#[must_use]
pub fn unpublished(place: Place, path: &Str, what: &str) -> Problem {
    let message = format!("{what} a stored copy that is not published, `{path}`");
    Problem::at(Name::UnpublishedCopy, place, message).label("this would publish it").help(
        "say `publish: true` of its source, or keep the copy in a folder of its own, such as `archive/`".to_owned(),
    )
}

/// Where a copy is named first.
fn named_at(graph: &Graph, path: &Str) -> Option<Place> {
    let at = |matter: &Matter| {
        let is_it = |record: &SourceRecord| record.copy.as_ref() == Some(path);
        if matches!(&matter.own, Own::Source(record) if is_it(record)) {
            return Some(YamlPath::from("copy"));
        }
        let listed = matter.common.sources.iter();
        let number = listed.map(|entry| entry.record.as_ref()).position(|it| it.is_some_and(|it| is_it(&it.record)))?;
        Some(YamlPath::from("sources").index(number).key("copy"))
    };
    graph.files.iter().find_map(|file| Some(Place::value(&file.path, at(&file.summary.matter)?)))
}

/// Gives each copy that is published its route: below `content/` its own, else one beside the page of its source.
pub(super) fn publish(graph: &mut Graph, site: &Site<'_>, problems: &mut Vec<Problem>) {
    if site.copies.is_empty() {
        return;
    }
    for source in &mut graph.sources {
        let Some(path) = source.record.copy.as_ref().filter(|_| source.record.publish == Some(true)) else { continue };
        let Some(Ok(Stored { len, .. })) = site.copies.get(path) else { continue };
        if !source.has_page {
            continue;
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        let route = match path.strip_prefix("content") {
            Some(route) if route.starts_with('/') => Str::from(route),
            _ => Str::from(format!("/sources/{}/copy/{name}", source.id)),
        };
        if !route.split('/').skip(1).all(is_component) {
            let message = format!("the stored copy of `{}` has a name that can't be part of an address", source.id);
            let help = "give the file another name, of letters, digits and hyphens".to_owned();
            let place = Place::file(path);
            problems.push(Problem::at(Name::InvalidRoute, place, message).help(help));
            continue;
        }
        graph.copies.insert(route.clone(), path.clone());
        source.copy = Some(SourceCopy { route, len: *len });
    }
}

/// What a link to a file leads to: nothing, where that is a copy which is not published.
pub(super) fn asset(graph: &Graph, path: &Str, place: impl FnOnce() -> Place, problems: &mut Vec<Problem>) -> Resolved {
    if graph.withheld.contains(path) {
        problems.push(unpublished(place(), path, "this leads to"));
        return Resolved::Nothing;
    }
    Resolved::Asset(Str::clone(path))
}
