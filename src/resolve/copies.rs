//! Stored copies of sources: whether each is there and is the file that was hashed, and which are published.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use super::graph::{File, Graph, Resolved, Source, SourceCopy, Standing};
use super::routes::is_component;
use super::standing::why_hidden;
use crate::copies::{Lost, Stored};
use crate::id::{Id, IdMap};
use crate::matter::{Own, SourceEntry, SourceRecord, Str};
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

/// The copies that nothing may publish, by each path that leads to them: all but those that every source which has them
/// says `publish: true` of, and which are no part of the site itself. Tells where `publish: true` is said of others.
pub(super) fn withheld(graph: &Graph, site: &Site<'_>, problems: &mut Vec<Problem>) -> BTreeSet<Str> {
    // The file may be named by several paths. The first source that publishes it, and the first that does not.
    let mut said: BTreeMap<&Str, (Option<&Source>, Option<Keeper<'_>>)> = BTreeMap::new();
    for source in &graph.sources {
        if let Some((_, stored)) = stored(&source.record, site) {
            let (publishing, keeping) = said.entry(&stored.real).or_default();
            if source.record.publish == Some(true) {
                publishing.get_or_insert(source);
            } else {
                keeping.get_or_insert(Keeper::Source(source));
            }
        }
    }
    for (real, file) in kept_by_hidden(graph, site) {
        said.entry(real).or_default().1.get_or_insert(Keeper::Hidden(file));
    }
    let mut published = BTreeSet::new();
    for (real, (publishing, keeping)) in said {
        let found = publishing.and_then(|source| Some((source, stored(&source.record, site)?)));
        let Some((source, (path, stored))) = found else { continue };
        let id = &source.id;
        let role = stored.role.map(|role| {
            let message =
                format!("the stored copy of `{id}` is {role} of this site, `{path}`, which can't be published");
            (message, "keep a copy of its own in another folder, such as `archive/`", None)
        });
        let Some((message, help, other)) = role.or_else(|| Some(keeping?.gainsays(id, graph))) else {
            published.insert(real);
            continue;
        };
        let place = given_at(graph, |other, record| other == id && record.publish == Some(true), "publish");
        let place = place.unwrap_or_else(|| Place::file(path));
        let problem = Problem::at(Name::UnpublishedCopy, place, message).label("this would publish it");
        let problem = match other {
            Some((place, label)) => problem.related(place, label),
            None => problem,
        };
        problems.push(problem.help(help.to_owned()));
    }
    let kept = site.copies.iter().filter(|(_, found)| !found.as_ref().is_ok_and(|it| published.contains(&it.real)));
    kept.flat_map(|(path, found)| std::iter::once(path).chain(found.as_ref().ok().map(|it| &it.real)))
        .cloned()
        .collect()
}

/// What would not have a copy published.
#[derive(Clone, Copy)]
enum Keeper<'g> {
    /// A source that is shown.
    Source(&'g Source),
    /// A file whose text is not.
    Hidden(&'g File),
}

impl Keeper<'_> {
    /// The problem that the source with an id publishes the copy: the message, the mend, and where the keeper stands. Of
    /// what is hidden no more is said than which file it is.
    fn gainsays(self, id: &Id, graph: &Graph) -> (String, &'static str, Option<(Place, &'static str)>) {
        match self {
            Self::Source(keeping) => {
                let place = given_at(graph, |other, record| *other == keeping.id && record.copy.is_some(), "copy");
                (
                    format!("the stored copy of `{id}` is that of `{}`, too, which is not published", keeping.id),
                    "say `publish: true` of both or of none; or describe the source once, by one id",
                    place.map(|place| (place, "named here without `publish: true`")),
                )
            }
            Self::Hidden(file) => {
                let why = why_hidden(graph, file);
                (
                    format!("the stored copy of `{id}` is that of a source in `{}`, too, which is {why}", file.path),
                    "take `publish: true` out as long as that is not shown; if both are one source, give it one id",
                    Some((Place::file(&file.path), "the copy is named here")),
                )
            }
        }
    }
}

/// The copies, by their paths without symbolic links, that files whose text is not shown keep from being published. Where
/// such a file only describes again what is shown and published by the same id, it keeps nothing.
fn kept_by_hidden<'g>(graph: &'g Graph, site: &Site<'g>) -> Vec<(&'g Str, &'g File)> {
    let mut kept = Vec::new();
    if site.copies.is_empty() {
        return kept;
    }
    let published: IdMap<&SourceRecord> = graph
        .sources
        .iter()
        .filter(|it| it.record.publish == Some(true))
        .map(|it| (it.id.clone(), &*it.record))
        .collect();
    for file in graph.files.iter().filter(|file| !file.standing.shows_text()) {
        let matter = &file.summary.matter;
        if let Own::Source(record) = &matter.own
            && let Some((_, stored)) = stored(record, site)
        {
            kept.push((&stored.real, file));
        }
        for entry in &matter.common.sources {
            let Some(record) = entry.record.as_ref().map(|described| &*described.record) else { continue };
            let shown = published.get(&entry.id).and_then(|record| stored(record, site));
            let Some((_, own)) = stored(record, site).or(shown) else { continue };
            let is_same = shown.is_some_and(|(_, shown)| shown.real == own.real);
            if !is_same || record.publish == Some(false) {
                kept.push((&own.real, file));
            }
        }
    }
    kept
}

/// A source's copy, if it is there.
fn stored<'a>(record: &'a SourceRecord, site: &Site<'a>) -> Option<(&'a Str, &'a Stored)> {
    let path = record.copy.as_ref()?;
    Some((path, site.copies.get(path)?.as_ref().ok()?))
}

/// Whether a path is that of a source's copy, as it is named or without symbolic links.
fn is_copy(record: &SourceRecord, path: &Str, site: &Site<'_>) -> bool {
    record.copy.as_ref() == Some(path) || stored(record, site).is_some_and(|(_, stored)| stored.real == *path)
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
        // That a source says `publish: true` of the file of a page is told there.
        let publishes = |it: &Source| it.record.publish == Some(true) && is_copy(&it.record, path, site);
        let is_page = is_page && !graph.sources.iter().any(publishes);
        if is_page || site.statics.values().any(|other| other == path) {
            let what = if is_page { "the text of this page is" } else { "this static file is" };
            let problem = unpublished(Place::file(path), path, what);
            problems.push(match given_at(graph, |_, record| is_copy(record, path, site), "copy") {
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

/// Where a key of a source is given first, by its id and what is said of it there.
fn given_at(graph: &Graph, is_it: impl Fn(&Id, &SourceRecord) -> bool, key: &'static str) -> Option<Place> {
    let at = |file: &File| {
        let matter = &file.summary.matter;
        if matches!(&matter.own, Own::Source(record) if is_it(&graph.docs[file.doc].id, record)) {
            return Some(YamlPath::from(key));
        }
        let mut listed = matter.common.sources.iter();
        let is_it = |entry: &SourceEntry| entry.record.as_ref().is_some_and(|it| is_it(&entry.id, &it.record));
        Some(YamlPath::from("sources").index(listed.position(is_it)?).key(key))
    };
    // Those of hidden files count where nothing else says it.
    let (hidden, shown): (Vec<&File>, Vec<&File>) =
        graph.files.iter().partition(|file| file.standing == Standing::Hidden);
    shown.into_iter().chain(hidden).find_map(|file| Some(Place::value(&file.path, at(file)?)))
}

/// Gives each copy that is published its route: below `content/` its own, else one beside the page of its source.
pub(super) fn publish(graph: &mut Graph, site: &Site<'_>, problems: &mut Vec<Problem>) {
    if site.copies.is_empty() {
        return;
    }
    for source in &mut graph.sources {
        let Some(path) = source.record.copy.as_ref().filter(|path| !graph.withheld.contains(*path)) else { continue };
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
