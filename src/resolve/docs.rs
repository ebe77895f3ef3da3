//! Files become things: ids, versions in other languages, and what is shown.

use std::sync::Arc;

use super::graph::{Doc, DocKind, File, Graph, Section, Standing};
use super::index::{DocIx, FileIx};
use super::lookup::Lookup;
use super::versions::inherit;
use super::{Input, Site, routes};
use crate::id::{Id, fold};
use crate::matter::{Embargo, Matter, Moment, Own, Status, Str};
use crate::problem::{Name, Place, Problem};

/// Groups files into things, and decides what is shown.
pub(super) fn gather(inputs: &[Input], site: &Site<'_>, problems: &mut Vec<Problem>) -> (Graph, Lookup) {
    let mut graph = Graph::default();
    let mut lookup = Lookup::default();
    // Originals come before versions, so that a version finds its thing.
    let (originals, versions): (Vec<_>, Vec<_>) =
        inputs.iter().enumerate().partition(|(_, input)| input.lang.is_none());
    let mut places: Vec<Option<File>> = inputs.iter().map(|_| None).collect();
    for (number, input) in originals {
        let id = id_of(input);
        check_id(&id, input, problems);
        if let Some(first) = lookup.doc(input.kind, &id) {
            problems.push(duplicate(input, &id, &inputs[graph.docs[first].files[0].get()].path));
        }
        let doc = DocIx::from(graph.docs.len());
        lookup.add(input.kind, id.clone(), doc);
        graph.docs.push(Doc { kind: input.kind, id, files: vec![number.into()], standing: Standing::Hidden });
        places[number] = Some(file(input, doc, Arc::clone(&input.summary.matter)));
    }
    for (number, input) in versions {
        let id = id_of(input);
        let ix = FileIx::from(number);
        if let Some(doc) = lookup.doc(input.kind, &id) {
            let original = &inputs[graph.docs[doc].files[0].get()].summary.matter;
            places[number] = Some(file(input, doc, Arc::new(inherit(&input.summary.matter, original))));
            graph.docs[doc].files.push(ix);
        } else {
            // A version without its original is an original of its own.
            let doc = DocIx::from(graph.docs.len());
            lookup.add(input.kind, id.clone(), doc);
            graph.docs.push(Doc { kind: input.kind, id, files: vec![ix], standing: Standing::Hidden });
            places[number] = Some(file(input, doc, Arc::clone(&input.summary.matter)));
        }
    }
    graph.files = places.into_iter().flatten().collect();
    for (number, file) in graph.files.iter().enumerate() {
        lookup.files.insert(Arc::clone(&file.path), number.into());
    }
    show(&mut graph, site, problems);
    list(&mut graph, &mut lookup, site);
    (graph, lookup)
}

fn id_of(input: &Input) -> Id {
    Id::new(input.summary.matter.common.slug.as_ref().unwrap_or(&input.stem))
}

fn file(input: &Input, doc: DocIx, matter: Arc<Matter>) -> File {
    File {
        path: Arc::clone(&input.path),
        stem: Arc::clone(&input.stem),
        doc,
        summary: Arc::clone(&input.summary),
        matter,
        standing: Standing::Hidden,
        shown_as: None,
        route: Str::from(""),
        links: Vec::new(),
        cast: Vec::new(),
        cited: Vec::new(),
        events: Vec::new(),
    }
}

fn duplicate(input: &Input, id: &Id, first: &Str) -> Problem {
    let place = match &input.summary.matter.common.slug {
        Some(_) => Place::value(&input.path, "slug"),
        None => Place::file(&input.path),
    };
    Problem::at(Name::DuplicateId, place, format!("the id `{id}` is taken"))
        .related(Place::file(first), "by this file")
        .help("rename one of the files, or give it a `slug`".to_owned())
}

/// An id becomes a folder of the output. A file gets another by `slug`.
fn check_id(id: &Id, input: &Input, problems: &mut Vec<Problem>) {
    if matches!(input.kind, DocKind::Prose(_)) {
        return;
    }
    let slug = input.summary.matter.common.slug.as_ref();
    let place = || if slug.is_some() { Place::value(&input.path, "slug") } else { Place::file(&input.path) };
    let mend = |would_do: Option<&str>| {
        would_do.map_or_else(|| "give it a `slug`".to_owned(), |id| format!("`slug: {id}` would do"))
    };
    routes::check_id(id, place, mend, problems);
}

/// Decides what is shown, and tells dates in the future.
fn show(graph: &mut Graph, site: &Site<'_>, problems: &mut Vec<Problem>) {
    let mut next: Option<i64> = None;
    for number in 0..graph.docs.len() {
        let doc = DocIx::from(number);
        for (position, ix) in graph.docs[doc].files.clone().into_iter().enumerate() {
            let original = graph.docs[doc].standing;
            let matter = Arc::clone(&graph.files[ix].matter);
            let (mut standing, shown_as) = standing(&matter, site, &mut next);
            // Prose has no page of its own to be shown on unlisted.
            if standing == Standing::Unlisted && !graph.has_own_page(doc) {
                standing = Standing::Hidden;
            }
            if position == 0 {
                graph.docs[doc].standing = standing;
            } else {
                standing = standing.max(original);
            }
            let file = &mut graph.files[ix];
            file.standing = standing;
            file.shown_as = shown_as;
            if let (Some(moment), true) = (&matter.common.date, standing != Standing::Hidden)
                && starts(moment, site) > site.now
            {
                sooner(&mut next, starts(moment, site));
                let message = format!("the date {} lies in the future", moment.date.as_str());
                problems.push(
                    Problem::at(Name::FutureDate, Place::value(&file.path, "date"), message)
                        .help("a date hides nothing; `embargo:` does".to_owned()),
                );
            }
        }
    }
    (graph.now, graph.next_change) = (site.now, next);
}

fn standing(matter: &Matter, site: &Site<'_>, next: &mut Option<i64>) -> (Standing, Option<&'static str>) {
    let status = matter.common.status.unwrap_or_default();
    if status == Status::Withdrawn {
        return (Standing::Hidden, None);
    }
    let embargoed = matter.common.embargo.as_ref().is_some_and(|Embargo(moment)| {
        let end = starts(moment, site);
        if end > site.now {
            sooner(next, end);
        }
        end > site.now
    });
    let shown_as = match (status, embargoed) {
        (Status::Draft, _) => Some("draft"),
        (_, true) => Some("embargoed"),
        _ => None,
    };
    match (shown_as, site.drafts) {
        (Some(_), false) => (Standing::Hidden, None),
        _ if status == Status::Unlisted => (Standing::Unlisted, shown_as),
        _ => (Standing::Listed, shown_as),
    }
}

fn sooner(next: &mut Option<i64>, moment: i64) {
    *next = Some(next.map_or(moment, |other| other.min(moment)));
}

/// The first second of a moment: a day begins at midnight in the site's time zone, as does a time without an offset.
fn starts(moment: &Moment, site: &Site<'_>) -> i64 {
    const DAY: i64 = 86_400;
    if moment.zoned
        && let Some(instant) = moment.instant
    {
        return instant;
    }
    let local =
        moment.instant.unwrap_or_else(|| moment.date.bounds().0.map_or(i64::MIN, |day| day.days_since_epoch() * DAY));
    crate::config::local_to_utc(local, &site.config.timezone)
}

/// Sorts the shown things into their lists, and notes names and old ids.
fn list(graph: &mut Graph, lookup: &mut Lookup, site: &Site<'_>) {
    let mut reports = Vec::new();
    for number in 0..graph.docs.len() {
        let ix = DocIx::from(number);
        let doc = &graph.docs[ix];
        let (kind, standing) = (doc.kind, doc.standing);
        for file in doc.files.clone() {
            graph.files[file].route = routes::of_file(graph, file, &site.config.lang).into();
        }
        let matter = &graph.original(ix).matter;
        for old in old_ids(kind, matter) {
            lookup.add_old(kind, old, ix);
        }
        if site.config.wikilinks && standing == Standing::Listed {
            name(lookup, matter, ix);
        }
        match (kind, standing) {
            (DocKind::Report, Standing::Listed) => reports.push(ix),
            (DocKind::Report, Standing::Unlisted) => graph.unlisted.push(ix),
            (DocKind::Page, Standing::Listed | Standing::Unlisted) => graph.pages.push(ix),
            (DocKind::Prose(section), Standing::Listed) => {
                graph.prose.insert(section, ix);
            }
            _ => {}
        }
    }
    let by_id = |a: &DocIx, b: &DocIx| graph.docs[*a].id.cmp(&graph.docs[*b].id);
    reports.sort_by(|a, b| newest_first(graph, *a, *b).then_with(|| by_id(a, b)));
    let (mut unlisted, mut pages) = (std::mem::take(&mut graph.unlisted), std::mem::take(&mut graph.pages));
    unlisted.sort_by(|a, b| graph.docs[*a].id.cmp(&graph.docs[*b].id));
    pages.sort_by(|a, b| graph.docs[*a].id.cmp(&graph.docs[*b].id));
    graph.positions = reports.iter().enumerate().map(|(position, doc)| (*doc, position)).collect();
    graph.reports = reports;
    graph.unlisted = unlisted;
    graph.pages = pages;
}

/// Newest first; what has no date comes last.
fn newest_first(graph: &Graph, a: DocIx, b: DocIx) -> std::cmp::Ordering {
    let key = |doc: DocIx| {
        graph.original(doc).matter.common.date.as_ref().map(|moment| (moment.date.sort_key(), moment.instant))
    };
    key(b).cmp(&key(a))
}

/// `/actors/old/` among an actor's redirects, or bare `old`, makes `old` an old id of it.
fn old_ids(kind: DocKind, matter: &Matter) -> impl Iterator<Item = Id> {
    let section = section(kind);
    matter.common.redirects.iter().filter_map(move |old| {
        let id = old.strip_prefix(section).unwrap_or(old).trim_matches('/');
        (!id.is_empty() && !id.contains('/')).then(|| Id::new(id))
    })
}

fn name(lookup: &mut Lookup, matter: &Matter, doc: DocIx) {
    let names: Vec<&Str> = match &matter.own {
        Own::Actor(actor) => actor.name.iter().chain(actor.names.iter().map(|name| &name.name)).collect(),
        _ => matter.common.title.iter().collect(),
    };
    for name in names {
        lookup.names.entry(fold(name)).or_insert(doc);
    }
}

impl Section {
    /// The section that a folder's `index.md` stands above.
    pub const ALL: [Self; 6] = [Self::Home, Self::Reports, Self::Actors, Self::Dates, Self::Sources, Self::Tags];
}

/// The route that an item of `redirects` stands for: itself, or for a bare id the address that it had.
pub(super) fn old_route(kind: DocKind, old: &Str) -> Str {
    if old.starts_with('/') {
        return if old.ends_with('/') || old.rsplit('/').next().is_some_and(|last| last.contains('.')) {
            Arc::clone(old)
        } else {
            format!("{old}/").into()
        };
    }
    let section = section(kind);
    format!("{section}{}/", old.trim_matches('/')).into()
}

/// The route that the addresses of a kind begin with.
const fn section(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Report => Section::Reports.route(),
        DocKind::Actor => Section::Actors.route(),
        DocKind::Source => Section::Sources.route(),
        _ => Section::Home.route(),
    }
}
