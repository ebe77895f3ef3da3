//! What each link of each file leads to.

use std::sync::Arc;

use super::graph::{DocKind, Graph, Resolved, Standing};
use super::index::{DocIx, FileIx};
use super::lookup::{Found, Lookup, ids_of};
use super::registry::{actor_by_id, old_id, shown_actor};
use super::standing::why_hidden;
use super::{Site, copies};
use crate::id::{Id, fold};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::parse::Target;
use crate::problem::{Name, Place, Problem};

/// Resolves the links of a file.
pub(super) fn resolve(
    graph: &Graph,
    lookup: &Lookup,
    site: &Site<'_>,
    file: FileIx,
    problems: &mut Vec<Problem>,
) -> Vec<Resolved> {
    let mut linker = Linker { graph, lookup, site, file, problems };
    let links = graph.files[file].summary.links.iter().enumerate();
    links.map(|(link, item)| linker.resolve(link, &item.target)).collect()
}

struct Linker<'a> {
    graph: &'a Graph,
    lookup: &'a Lookup,
    site: &'a Site<'a>,
    file: FileIx,
    problems: &'a mut Vec<Problem>,
}

impl Linker<'_> {
    fn resolve(&mut self, link: usize, target: &Target) -> Resolved {
        match target {
            Target::Actor(id) => self.actor(link, id),
            Target::Date(_) => Resolved::Date,
            Target::Source(id) => match self.lookup.doc(DocKind::Source, id) {
                Some(doc) if self.graph.docs[doc].standing == Standing::Withdrawn => self.withdrawn(link, doc),
                _ => self.source(link, id).map_or(Resolved::Nothing, Resolved::Source),
            },
            Target::Cite(cites) => Resolved::Cite(cites.iter().map(|cite| self.source(link, &cite.id)).collect()),
            Target::Bare(key) => {
                if self.lookup.sources.contains_key(key) {
                    let message = format!("`@{key}` is the key of a source, and cites nothing here");
                    let mend = format!("write `[@{key}]` by itself, or `\\@{key}` where no source is meant");
                    self.problems.push(Problem::at(Name::LostCitation, self.place(link), message).help(mend));
                }
                Resolved::Nothing
            }
            Target::Report(id, anchor) => self.report(link, id, anchor.as_ref()),
            Target::File(path, anchor) => self.path(link, path, anchor.as_ref()),
            Target::Route(path, anchor) => self.route(link, path, anchor.as_ref()),
            Target::Anchor(anchor) => Resolved::Anchor(Arc::clone(anchor)),
            Target::Wiki(name) => self.wiki(link, name),
            Target::Image(path) => self.asset(link, path),
            Target::Url(_) => Resolved::Nothing,
        }
    }

    fn place(&self, link: usize) -> Place {
        Place::link(&self.graph.files[self.file].path, link)
    }

    fn actor(&mut self, link: usize, id: &Id) -> Resolved {
        if let Some(actor) = shown_actor(self.graph, self.lookup, id) {
            return Resolved::Actor(actor);
        }
        if let Some(doc) = self.lookup.doc(DocKind::Actor, id)
            && let Some(closed) = self.closed(link, doc)
        {
            return closed;
        }
        let actor = actor_by_id(self.graph, self.lookup, self.file, id, |file| Place::link(file, link), self.problems);
        actor.map_or(Resolved::Nothing, Resolved::Actor)
    }

    fn source(&mut self, link: usize, id: &Id) -> Option<super::SourceIx> {
        if let Some(source) = self.lookup.sources.get(id) {
            return Some(*source);
        }
        match self.lookup.find(DocKind::Source, id) {
            Some(Found::Now(doc)) => {
                self.hidden(link, doc);
            }
            Some(Found::Old(doc)) => {
                let now = &self.graph.docs[doc].id;
                self.problems.push(old_id(self.place(link), id, now));
                let known = self.lookup.sources.get(now).copied();
                if known.is_none() {
                    self.hidden(link, doc);
                }
                return known;
            }
            None => self.problems.push(unknown_source(self.graph, self.lookup, id, self.place(link))),
        }
        None
    }

    fn report(&mut self, link: usize, id: &Id, anchor: Option<&Str>) -> Resolved {
        if let Some(file) = self.lookup.only_file(DocKind::Report, id) {
            return Resolved::File(file, anchor.cloned());
        }
        match self.lookup.find(DocKind::Report, id) {
            Some(Found::Now(doc)) => self.doc(link, doc, anchor),
            Some(Found::Old(doc)) => {
                self.problems.push(old_id(self.place(link), id, &self.graph.docs[doc].id));
                self.doc(link, doc, anchor)
            }
            None => {
                let known = ids_of(self.graph, DocKind::Report);
                self.problems.push(
                    Problem::at(Name::UnknownReport, self.place(link), format!("no report has the id `{id}`"))
                        .label("not a report's id")
                        .help(did_you_mean(id.as_str(), known)),
                );
                Resolved::Nothing
            }
        }
    }

    /// The page of a thing, in the language of this file where there is such a version.
    fn doc(&mut self, link: usize, doc: DocIx, anchor: Option<&Str>) -> Resolved {
        if let Some(closed) = self.closed(link, doc) {
            return closed;
        }
        let lang = &self.graph.files[self.file].summary.lang;
        self.found(doc, self.graph.version(doc, lang), anchor)
    }

    fn found(&self, doc: DocIx, file: FileIx, anchor: Option<&Str>) -> Resolved {
        let doc = &self.graph.docs[doc];
        match doc.kind {
            DocKind::Actor if anchor.is_none() => {
                self.lookup.actors.get(&doc.id).map_or(Resolved::Nothing, |actor| Resolved::Actor(*actor))
            }
            DocKind::Source if anchor.is_none() => {
                self.lookup.sources.get(&doc.id).map_or(Resolved::Nothing, |source| Resolved::Source(*source))
            }
            _ => Resolved::File(file, anchor.cloned()),
        }
    }

    /// What a link to a thing comes to whose text is not shown.
    fn closed(&mut self, link: usize, doc: DocIx) -> Option<Resolved> {
        match self.graph.docs[doc].standing {
            Standing::Hidden => Some(self.hidden(link, doc)),
            Standing::Withdrawn => Some(self.withdrawn(link, doc)),
            Standing::Listed | Standing::Unlisted => None,
        }
    }

    /// The notice of a thing that was withdrawn.
    fn withdrawn(&mut self, link: usize, doc: DocIx) -> Resolved {
        let lang = &self.graph.files[self.file].summary.lang;
        self.notice(link, self.graph.version(doc, lang))
    }

    fn notice(&mut self, link: usize, file: FileIx) -> Resolved {
        self.problems.push(withdrawn_target(self.graph, file, self.place(link)));
        Resolved::File(file, None)
    }

    fn hidden(&mut self, link: usize, doc: DocIx) -> Resolved {
        self.problems.push(hidden_target(self.graph, doc, self.place(link), "the link"));
        Resolved::Nothing
    }

    fn path(&mut self, link: usize, path: &Str, anchor: Option<&Str>) -> Resolved {
        if let Some(file) = self.graph.file(path) {
            let doc = self.graph.files[file].doc;
            return match self.graph.files[file].standing {
                Standing::Hidden => self.hidden(link, doc),
                Standing::Withdrawn => self.notice(link, file),
                Standing::Listed | Standing::Unlisted => self.found(doc, file, anchor),
            };
        }
        if self.site.assets.contains(path) {
            return self.published(link, path);
        }
        self.missing(link, path)
    }

    fn asset(&mut self, link: usize, path: &Str) -> Resolved {
        if self.site.assets.contains(path) {
            return self.published(link, path);
        }
        match path.strip_prefix("content/") {
            Some(rest) if self.site.statics.contains_key(rest) => Resolved::Route(format!("/{rest}").into()),
            _ => self.missing(link, path),
        }
    }

    /// A file that is published with the page.
    fn published(&mut self, link: usize, path: &Str) -> Resolved {
        let place = self.place(link);
        copies::asset(self.graph, path, || place, self.problems)
    }

    fn missing(&mut self, link: usize, path: &Str) -> Resolved {
        let markdown = path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("md"));
        let name = if markdown { Name::BrokenLink } else { Name::MissingFile };
        let files = self.graph.files.iter().map(|file| &*file.path);
        let assets = self.site.assets.iter().map(|asset| &**asset);
        let help = if markdown { did_you_mean(path, files) } else { did_you_mean(path, assets) };
        self.problems.push(
            Problem::at(name, self.place(link), format!("there is no file `{path}`")).label("no such file").help(help),
        );
        Resolved::Nothing
    }

    /// An address on this site. A file below `content/` goes by its own path.
    fn route(&mut self, link: usize, path: &Str, anchor: Option<&Str>) -> Resolved {
        let asset: Str = format!("content{path}").into();
        if self.site.assets.contains(&asset) {
            return self.published(link, &asset);
        }
        Resolved::Route(match anchor {
            Some(anchor) => format!("{path}#{anchor}").into(),
            None => Arc::clone(path),
        })
    }

    fn wiki(&mut self, link: usize, name: &Str) -> Resolved {
        let id = Id::new(name);
        if self.lookup.actors.contains_key(&id) {
            return self.actor(link, &id);
        }
        for kind in [DocKind::Report, DocKind::Source, DocKind::Page] {
            if let Some(doc) = self.lookup.doc(kind, &id) {
                return self.doc(link, doc, None);
            }
        }
        if let Some(source) = self.lookup.sources.get(&id) {
            return Resolved::Source(*source);
        }
        if let Some(doc) = self.lookup.names.get(&fold(name)) {
            return self.doc(link, *doc, None);
        }
        for kind in [DocKind::Actor, DocKind::Source] {
            if let Some(problem) = only_hidden(self.graph, self.lookup, kind, &id, || self.place(link)) {
                self.problems.push(problem);
                return Resolved::Nothing;
            }
        }
        let mut known: Vec<&str> = self.graph.docs.iter().map(|doc| doc.id.as_str()).collect();
        known.extend(self.graph.actors.iter().map(|actor| &*actor.name));
        self.problems.push(
            Problem::at(Name::BrokenLink, self.place(link), format!("nothing is called `{name}`"))
                .label("no id, name or title")
                .help(did_you_mean(name, known)),
        );
        Resolved::Nothing
    }
}

/// Something that is shown names something that is not. `what` names it: the link, its id.
pub(super) fn hidden_target(graph: &Graph, doc: DocIx, place: Place, what: &str) -> Problem {
    let doc = &graph.docs[doc];
    let original = &graph.files[doc.files[0]];
    let file = Place::file(&original.path);
    if doc.standing == Standing::Withdrawn {
        return Problem::at(
            Name::HiddenTarget,
            place,
            format!("`{}` was withdrawn, and this page rests on it", doc.id),
        )
        .related(file, "says that it was withdrawn")
        .help("revise what rests on it, and take its id out".to_owned());
    }
    Problem::at(Name::HiddenTarget, place, format!("`{}` is hidden, and this page is not", doc.id))
        .related(file, format!("is {}", why_hidden(graph, original)))
        .help(format!("publish it, or take {what} out"))
}

/// A link leads to the notice of something that was withdrawn.
pub(super) fn withdrawn_target(graph: &Graph, file: FileIx, place: Place) -> Problem {
    let id = &graph.doc_of(file).id;
    Problem::at(Name::WithdrawnTarget, place, format!("`{id}` was withdrawn: the link leads to the notice of that"))
        .related(Place::file(&graph.files[file].path), "says that it was withdrawn")
        .help("see whether what is said here still holds".to_owned())
}

/// Something that is shown names an actor or a source that only a file has in its lists which is not.
pub(super) fn only_hidden(
    graph: &Graph,
    lookup: &Lookup,
    kind: DocKind,
    id: &Id,
    place: impl FnOnce() -> Place,
) -> Option<Problem> {
    let file = &graph.files[lookup.hidden(kind, id)?];
    let (what, mend) = match kind {
        DocKind::Actor => {
            ("lists the actor", format!("list it under `actors:` here, or make `content/actors/{id}.md`"))
        }
        _ => ("describes the source", format!("describe it under `sources:` here, or in `content/sources/{id}.md`")),
    };
    let why = why_hidden(graph, file);
    let message = format!("only `{}` {what} `{id}`, and that is {why}", file.path);
    let problem =
        Problem::at(Name::HiddenTarget, place(), message).related(Place::file(&file.path), format!("is {why}"));
    Some(problem.help(mend))
}

/// No source has this id, or none that is shown.
pub(super) fn unknown_source(graph: &Graph, lookup: &Lookup, id: &Id, place: Place) -> Problem {
    if let Some(problem) = only_hidden(graph, lookup, DocKind::Source, id, || place.clone()) {
        return problem;
    }
    let known = graph.sources.iter().map(|source| source.id.as_str());
    Problem::at(Name::UnknownSource, place, format!("no source has the id `{id}`")).label("not a source's id").help(
        did_you_mean(id.as_str(), known)
            .or_else(|| Some(format!("describe it under `sources:`, or in `content/sources/{id}.md`"))),
    )
}
