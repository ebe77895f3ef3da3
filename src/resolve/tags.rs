//! Tags of listed reports.

use super::graph::{Graph, Tag};
use super::index::DocIx;
use crate::id::IdMap;
use crate::matter::TagRef;

/// A tag, on its way to be one.
struct Tagged<'a> {
    /// As the newest report writes it.
    newest: &'a TagRef,
    /// The place of that report among all.
    position: usize,
    reports: Vec<(usize, DocIx)>,
}

/// The tags of reports, by slug, each with its reports, newest first, and called as the newest one writes it.
pub(super) fn tags(graph: &Graph, of_reports: &[(DocIx, &TagRef)]) -> Vec<Tag> {
    let mut tags: Vec<Tagged<'_>> = Vec::new();
    let mut numbers: IdMap<usize> = IdMap::default();
    for (doc, tag) in of_reports.iter().filter(|(_, tag)| !tag.id.as_str().is_empty()) {
        let Some(position) = graph.docs[*doc].position else { continue };
        let number = numbers.get(&tag.id).copied().unwrap_or_else(|| {
            numbers.insert(tag.id.clone(), tags.len());
            tags.push(Tagged { newest: tag, position, reports: Vec::new() });
            tags.len() - 1
        });
        let known = &mut tags[number];
        if position < known.position {
            (known.newest, known.position) = (tag, position);
        }
        if known.reports.last() != Some(&(position, *doc)) {
            known.reports.push((position, *doc));
        }
    }
    tags.sort_unstable_by(|a, b| a.newest.id.cmp(&b.newest.id));
    let whole = |mut tag: Tagged<'_>| {
        tag.reports.sort_unstable();
        let TagRef { id, written } = tag.newest;
        Tag { slug: id.text(), name: written.clone(), reports: tag.reports.into_iter().map(|(_, doc)| doc).collect() }
    };
    tags.into_iter().map(whole).collect()
}
