//! What the front matter of each file says, read once: where the file is shown, and what it adds to lists of the site.

use std::sync::Arc;

use rayon::prelude::*;

use super::docs::Docs;
use super::graph::{DocKind, File, Section, Standing};
use super::index::{DocIx, FileIx};
use super::routes::{is_route, of_file};
use super::standing::{Shown, future_date};
use super::versions::inherit;
use super::{Input, Site, ahead, corrections, withdrawn};
use crate::edtf::{Key, SortKey};
use crate::id::Id;
use crate::matter::{Matter, Moment, Own, SourceEntry, Str, TagRef};
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem, YamlPath};

/// How many files are read in one run at least.
const RUN: usize = 256;

/// What the front matter of several files says. Every list is in the order of the files.
#[derive(Default)]
pub(super) struct Front<'a> {
    pub(super) files: Vec<File>,
    /// Of each file.
    pub(super) published: Vec<Published>,
    /// Ids that shown reports list as actors and that no file has: the report, and the number in its `actors`.
    pub(super) actors: Vec<(FileIx, usize)>,
    /// Actors that files list, and sources that they describe, whose text is not shown.
    pub(super) hidden: Vec<(DocKind, &'a Id, FileIx)>,
    /// Sources that shown files describe: the file, the number in its `sources`, and the item.
    pub(super) sources: Vec<(FileIx, usize, &'a SourceEntry)>,
    /// The tags of listed reports.
    pub(super) tags: Vec<(DocIx, &'a TagRef)>,
    /// Names and titles of listed and of withdrawn things, for wikilinks.
    pub(super) names: Vec<(&'a Str, DocIx)>,
    /// Old ids of things.
    pub(super) old_ids: Vec<(Id, DocIx)>,
    /// Old addresses of listed and of withdrawn files, and where each is given.
    pub(super) redirects: Vec<(Str, FileIx, Place)>,
    /// Pictures that stand for shown files.
    pub(super) images: Vec<Str>,
    /// When time alone changes something next.
    pub(super) next_change: Option<i64>,
    pub(super) problems: Vec<Problem>,
}

/// When a file was published.
#[derive(Clone, Copy)]
pub(super) struct Published {
    /// What reports are sorted by; `None` comes first.
    pub(super) order: Option<(SortKey, Option<i64>)>,
    /// The date page that lists it.
    pub(super) page: Option<Key>,
}

/// Reads the front matter of all files, in parallel.
pub(super) fn read<'a>(inputs: &'a [Input], docs: &Docs, site: &Site<'_>) -> Front<'a> {
    let runs = (0..inputs.len()).into_par_iter().with_min_len(RUN).fold(Front::default, |mut front, number| {
        ahead::front_matter(inputs, number);
        let file = front.file(inputs, docs, site, number.into());
        front.files.push(file);
        front
    });
    let runs: Vec<Front<'_>> = runs.collect();
    let all = Front { files: Vec::with_capacity(inputs.len()), ..Front::default() };
    runs.into_iter().fold(all, Front::and)
}

impl<'a> Front<'a> {
    fn and(mut self, mut next: Self) -> Self {
        self.files.append(&mut next.files);
        self.published.append(&mut next.published);
        self.actors.append(&mut next.actors);
        self.hidden.append(&mut next.hidden);
        self.sources.append(&mut next.sources);
        self.tags.append(&mut next.tags);
        self.names.append(&mut next.names);
        self.old_ids.append(&mut next.old_ids);
        self.redirects.append(&mut next.redirects);
        self.images.append(&mut next.images);
        self.next_change = [self.next_change, next.next_change].into_iter().flatten().min();
        self.problems.append(&mut next.problems);
        self
    }

    fn file(&mut self, inputs: &'a [Input], docs: &Docs, site: &Site<'_>, ix: FileIx) -> File {
        let input = &inputs[ix.get()];
        let summary = &input.summary;
        let doc = &docs.things[docs.of_file[ix.get()]];
        let original = Some(doc.files[0]).filter(|original| *original != ix);
        let original = original.map(|original| &*inputs[original.get()].summary.matter);
        let matter = match original {
            Some(original) => Arc::new(inherit(&summary.matter, original)),
            None => Arc::clone(&summary.matter),
        };
        let matter = corrections::with_updated(matter);
        let Shown { mut standing, banner, next_change } = Shown::new(doc.kind, &matter, site);
        if let Some(original) = original {
            standing = standing.max(Shown::new(doc.kind, original, site).standing);
        }
        let file = File {
            path: Arc::clone(&input.path),
            stem: Arc::clone(&input.stem),
            doc: docs.of_file[ix.get()],
            summary: Arc::clone(summary),
            standing,
            shown_as: banner,
            route: of_file(doc, summary, original.is_some(), &site.config.lang),
            matter,
            links: Vec::new(),
            cast: Vec::new(),
            cited: Vec::new(),
            events: Vec::new(),
            claims: Vec::new(),
        };
        let correction = Some(&file).filter(|file| file.standing != Standing::Hidden);
        let correction = correction.and_then(|file| corrections::next_day(&file.matter, site));
        self.next_change = [self.next_change, next_change, correction].into_iter().flatten().min();
        let moment = file.matter.common.date.as_ref();
        self.published
            .push(Published { order: moment.map(Moment::order), page: moment.and_then(|moment| moment.date.key()) });
        if original.is_none() {
            self.thing(doc.kind, &file, input, site);
        }
        self.lists(docs, doc.kind, ix, &file, &summary.matter);
        self.check(&file, site);
        file
    }

    /// What an original says of its thing.
    fn thing(&mut self, kind: DocKind, file: &File, input: &'a Input, site: &Site<'_>) {
        let matter = &*input.summary.matter;
        self.old_ids.extend(old_ids(kind, matter).map(|id| (id, file.doc)));
        if !matches!(file.standing, Standing::Listed | Standing::Withdrawn) {
            return;
        }
        if kind == DocKind::Report && file.standing == Standing::Listed {
            self.tags.extend(matter.common.tags.iter().map(|tag| (file.doc, tag)));
        }
        if site.config.wikilinks {
            self.names.extend(names(input).map(|name| (name, file.doc)));
        }
    }

    /// What a file says in lists of its own; a version tells nothing of those that it takes from its original.
    fn lists(&mut self, docs: &Docs, kind: DocKind, ix: FileIx, file: &File, matter: &'a Matter) {
        let shown = file.standing.shows_text();
        if let Own::Report(report) = &matter.own {
            let actors = report.actors.iter().enumerate();
            let unknown = actors.filter(|(_, listed)| docs.lookup.doc(DocKind::Actor, &listed.id).is_none());
            for (number, listed) in unknown {
                if shown {
                    self.actors.push((ix, number));
                } else {
                    self.hidden.push((DocKind::Actor, &listed.id, ix));
                }
            }
        }
        let sources = matter.common.sources.iter().enumerate();
        for (number, entry) in sources.filter(|(_, entry)| entry.record.is_some()) {
            if shown {
                self.sources.push((ix, number, entry));
            } else {
                self.hidden.push((DocKind::Source, &entry.id, ix));
            }
        }
        // Whoever comes by an old address is told of the withdrawal, too.
        if matches!(file.standing, Standing::Listed | Standing::Withdrawn) {
            for (number, old) in matter.common.redirects.iter().enumerate() {
                let place = Place::value(&file.path, YamlPath::from("redirects").index(number));
                self.redirects.push((old_route(kind, old), ix, place));
            }
        }
    }

    /// Checks what can be judged by now.
    fn check(&mut self, file: &File, site: &Site<'_>) {
        let common = &file.summary.matter.common;
        if let Some(permalink) = common.permalink.as_ref().filter(|permalink| !is_route(permalink)) {
            let place = Place::value(&file.path, "permalink");
            self.problems.push(
                Problem::at(Name::InvalidRoute, place, format!("`{permalink}` is no safe address"))
                    .help("write it like `/a/b/`".to_owned()),
            );
        }
        if file.standing == Standing::Hidden {
            return;
        }
        self.problems.extend(future_date(&file.path, &file.matter, site));
        self.problems.extend(corrections::check(file, site));
        if file.standing == Standing::Withdrawn {
            self.problems.extend(withdrawn::without_reason(file));
            return;
        }
        if let Some(image) = &common.image {
            match image_of(&file.path, image, site) {
                Ok(path) => self.images.push(path),
                Err(problem) => self.problems.push(*problem),
            }
        }
    }
}

/// The picture that stands for a file, by its path from the root.
fn image_of(file: &Str, image: &str, site: &Site<'_>) -> Result<Str, Box<Problem>> {
    let path = crate::parse::resolve_path(file, image);
    if let Some(asset) = path.as_ref().and_then(|path| site.assets.get(&**path)) {
        return Ok(Str::clone(asset));
    }
    let path = path.unwrap_or_else(|| image.to_owned());
    let known = site.assets.iter().map(|asset| &**asset);
    let problem = Problem::at(Name::MissingFile, Place::value(file, "image"), format!("there is no file `{path}`"));
    Err(Box::new(problem.help(did_you_mean(&path, known))))
}

/// `/actors/old/` among an actor's redirects, or bare `old`, makes `old` an old id of it.
fn old_ids(kind: DocKind, matter: &Matter) -> impl Iterator<Item = Id> {
    let section = section(kind);
    matter.common.redirects.iter().filter_map(move |old| {
        let id = old.strip_prefix(section).unwrap_or(old).trim_matches('/');
        (!id.is_empty() && !id.contains('/')).then(|| Id::new(id))
    })
}

/// The names that wikilinks may use.
fn names(input: &Input) -> impl Iterator<Item = &Str> {
    let actor = match &input.summary.matter.own {
        Own::Actor(actor) => Some(actor),
        _ => None,
    };
    let title = input.title.as_ref().filter(|_| actor.is_none()).into_iter();
    let others = actor.into_iter().flat_map(|actor| actor.name.iter().chain(actor.names.iter().map(|name| &name.name)));
    title.chain(others)
}

/// The route that an item of `redirects` stands for: itself, or for a bare id the address that it had.
fn old_route(kind: DocKind, old: &Str) -> Str {
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
