//! What is said of a source.

use std::collections::{BTreeMap, BTreeSet};

use super::archives::bare;
use super::{Site, first_day, last_day};
use crate::matter::Own;
use crate::problem::{Name, Problem};
use crate::resolve::{Resolved, SourceIx, Standing};

/// A source was read before it was published.
pub(super) fn accessed_before_published(site: &Site<'_>, ix: SourceIx, told: &mut Vec<Problem>) {
    let record = &site.graph.sources[ix].record;
    let (Some(accessed), Some(date)) = (&record.accessed, &record.date) else { return };
    let is_before = last_day(accessed).zip(first_day(date)).is_some_and(|(read, published)| read < published);
    if let Some(place) = site.place_of(ix, "accessed").filter(|_| is_before) {
        let message = format!("the source was read on {accessed}, before it was published ({date})");
        let help = "put one of the two dates right".to_owned();
        told.push(Problem::at(Name::AccessedBeforePublished, place, message).help(help));
    }
}

/// Nothing cites or lists a source that has a file.
pub(super) fn uncited(site: &Site<'_>, (): (), told: &mut Vec<Problem>) {
    let graph = site.graph;
    let mut used: BTreeSet<SourceIx> = BTreeSet::new();
    for file in graph.files.iter().filter(|file| file.standing != Standing::Hidden) {
        used.extend(file.cited.iter().map(|cited| cited.source));
        used.extend(file.events.iter().flat_map(|event| event.sources.iter().copied()));
        used.extend(file.links.iter().filter_map(|link| match link {
            Resolved::Source(source) => Some(*source),
            _ => None,
        }));
        if let Own::Actor(actor) = &file.matter.own {
            let ids = actor.roles.iter().flat_map(|role| &role.sources);
            used.extend(ids.filter_map(|id| graph.source_ids.get(id).copied()));
        }
    }
    for (number, source) in graph.sources.iter().enumerate().filter(|(_, source)| source.doc.is_some()) {
        let ix = SourceIx::from(number);
        if let Some(place) = site.place_of(ix, "title").filter(|_| !used.contains(&ix)) {
            let message = format!("nothing cites the source `{}`", source.id);
            let help = format!("cite it with `[@{}]`, or take it out", source.id);
            told.push(Problem::at(Name::UncitedSource, place, message).help(help));
        }
    }
}

/// Nobody is said to answer for a source, and nobody has judged it.
pub(super) fn ungraded(site: &Site<'_>, ix: SourceIx, told: &mut Vec<Problem>) {
    let source = &site.graph.sources[ix];
    let record = &source.record;
    let is_anonymous = record.author.is_empty() && record.publisher.is_none() && record.container.is_none();
    if let Some(place) = site.place_of(ix, "title").filter(|_| is_anonymous && record.grade.is_none()) {
        let message = format!("the source `{}` has neither author nor publisher, and no grade", source.id);
        let help = "say who answers for it, or how far it is trusted: `grade: B2`".to_owned();
        told.push(Problem::at(Name::UngradedSource, place, message).help(help));
    }
}

/// Nothing says where a source can be found.
pub(super) fn untraceable(site: &Site<'_>, ix: SourceIx, told: &mut Vec<Problem>) {
    let source = &site.graph.sources[ix];
    let record = &source.record;
    let places = [&record.url, &record.archive, &record.copy, &record.container, &record.number];
    let is_identified = ["DOI", "ISBN", "ISSN", "PMID"].iter().any(|key| record.csl.contains_key(*key));
    if is_identified || places.iter().any(|place| place.is_some()) {
        return;
    }
    if let Some(place) = site.place_of(ix, "title") {
        let message = format!("nothing says where the source `{}` can be found", source.id);
        let help = "add `url`, `archive`, `copy`, `container` or `number`".to_owned();
        told.push(Problem::at(Name::UntraceableSource, place, message).help(help));
    }
}

/// Two sources have one address.
pub(super) fn duplicates(site: &Site<'_>, (): (), told: &mut Vec<Problem>) {
    let mut known: BTreeMap<&str, SourceIx> = BTreeMap::new();
    let mut sources: Vec<SourceIx> = (0..site.graph.sources.len()).map(SourceIx::from).collect();
    sources.sort_by_key(|source| &site.graph.sources[*source].id);
    for ix in sources {
        let source = &site.graph.sources[ix];
        let Some(url) = source.record.url.as_ref().filter(|_| source.has_page) else { continue };
        let first = *known.entry(bare(url)).or_insert(ix);
        if first == ix {
            continue;
        }
        let Some(place) = site.place_of(ix, "url") else { continue };
        let other = &site.graph.sources[first];
        let message = format!("the sources `{}` and `{}` have one address", other.id, source.id);
        let mut problem = Problem::at(Name::DuplicateSource, place, message)
            .help("describe it once, and cite parts of it by page or paragraph".to_owned());
        if let Some(place) = site.place_of(first, "url") {
            problem = problem.related(place, "first given here");
        }
        told.push(problem);
    }
}
