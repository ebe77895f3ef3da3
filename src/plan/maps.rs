//! Site maps (sitemaps.org, protocol 0.9) and the file for robots.

use std::borrow::Cow;

use super::{Inputs, PageSpec, Scene};
use crate::matter::Str;
use crate::resolve::{Actor, DateNode, File, Graph, Section, Source, Standing, Tag};

/// Addresses in one file at most, by the protocol.
const MOST: usize = 50_000;

/// An address in a site map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SitemapEntry {
    /// The absolute address.
    pub url: Str,
    /// The day of the last change, where it is known.
    pub changed: Option<Str>,
}

/// How many parts the site map has; none where one file holds all.
pub(super) fn parts(graph: &Graph) -> usize {
    let count = listed(graph).count();
    if count <= MOST { 0 } else { count.div_ceil(MOST) }
}

/// The inputs of a site map, or of one part.
pub(super) fn sitemap(scene: &Scene, _: &PageSpec, part: Option<usize>) -> Inputs {
    let entries = entries(scene);
    match part {
        None if entries.len() > MOST => {
            let parts = (1..=entries.len().div_ceil(MOST)).filter_map(|part| {
                let url = scene.addresses.absolute(&format!("/sitemap-{part}.xml"))?;
                Some(SitemapEntry { url, changed: None })
            });
            Inputs::Sitemap { entries: parts.collect(), of_parts: true }
        }
        None => Inputs::Sitemap { entries, of_parts: false },
        Some(part) => {
            let entries = entries.into_iter().skip((part - 1) * MOST).take(MOST).collect();
            Inputs::Sitemap { entries, of_parts: false }
        }
    }
}

/// The address of the site map.
pub(super) fn address(scene: &Scene) -> Option<Str> {
    scene.addresses.absolute("/sitemap.xml")
}

/// Something with an address in the site map.
enum Listed<'g> {
    /// The first page of a list.
    Section(Section),
    /// A tag.
    Tag(&'g Tag),
    /// A day, month or year.
    Date(&'g DateNode),
    /// An actor without a file.
    Actor(&'g Actor),
    /// A source without a file.
    Source(&'g Source),
    /// A listed file.
    File(&'g File),
}

/// Every page that search engines may know: the first page of each list, and every listed file.
fn listed(graph: &Graph) -> impl Iterator<Item = Listed<'_>> {
    let sections = Section::ALL.into_iter().filter(|section| graph.has_list(*section));
    let actors = graph.actors.iter().filter(|actor| actor.has_page && actor.doc.is_none());
    let sources = graph.sources.iter().filter(|source| source.has_page && source.doc.is_none());
    let files = graph.files.iter().filter(|file| file.standing == Standing::Listed && graph.has_own_page(file.doc));
    let lists = sections.map(Listed::Section).chain(graph.tags.iter().map(Listed::Tag));
    let dates = graph.dates.values().map(Listed::Date);
    let nodes = actors.map(Listed::Actor).chain(sources.map(Listed::Source));
    lists.chain(dates).chain(nodes).chain(files.map(Listed::File))
}

/// The addresses of all that is listed, sorted.
fn entries(scene: &Scene) -> Vec<SitemapEntry> {
    let entry = |listed: Listed<'_>| {
        let route: Cow<'_, str> = match listed {
            Listed::Section(section) => section.route().into(),
            Listed::Tag(tag) => format!("/tags/{}/", tag.slug).into(),
            Listed::Date(date) => (*date.route).into(),
            Listed::Actor(actor) => format!("/actors/{}/", actor.id).into(),
            Listed::Source(source) => format!("/sources/{}/", source.id).into(),
            Listed::File(file) => (*file.route).into(),
        };
        let changed = match listed {
            Listed::File(file) => file.matter.common.updated.as_ref().or(file.matter.common.date.as_ref()),
            _ => None,
        };
        let changed = changed.and_then(|moment| moment.date.bounds().0).map(|day| day.to_string().into());
        Some(SitemapEntry { url: scene.addresses.absolute(&route)?, changed })
    };
    let mut entries: Vec<SitemapEntry> = listed(&scene.graph).filter_map(entry).collect();
    entries.sort_by(|a, b| a.url.cmp(&b.url));
    entries
}
