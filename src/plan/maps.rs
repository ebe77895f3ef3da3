//! Site maps (sitemaps.org, protocol 0.9) and the file for robots.

use super::{Inputs, PageSpec, Scene};
use crate::matter::Str;
use crate::resolve::Standing;

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
pub(super) fn parts(scene: &Scene) -> usize {
    let count = entries(scene).len();
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

/// Every page that search engines may know: the first page of each list, and every listed file.
fn entries(scene: &Scene) -> Vec<SitemapEntry> {
    let graph = &*scene.graph;
    let mut entries: Vec<SitemapEntry> = Vec::new();
    let mut add = |route: &str, changed: Option<Str>| {
        entries.extend(scene.addresses.absolute(route).map(|url| SitemapEntry { url, changed }));
    };
    for section in crate::resolve::Section::ALL {
        if section != crate::resolve::Section::Tags || !graph.tags.is_empty() {
            add(section.route(), None);
        }
    }
    for tag in &graph.tags {
        add(&format!("/tags/{}/", tag.slug), None);
    }
    for key in graph.dates.keys() {
        add(&key.route(), None);
    }
    for actor in graph.actors.iter().filter(|actor| actor.has_page && actor.doc.is_none()) {
        add(&format!("/actors/{}/", actor.id), None);
    }
    for source in graph.sources.iter().filter(|source| source.has_page && source.doc.is_none()) {
        add(&format!("/sources/{}/", source.id), None);
    }
    for file in graph.files.iter().filter(|file| file.standing == Standing::Listed && graph.has_own_page(file.doc)) {
        let common = &file.matter.common;
        let moment = common.updated.as_ref().or(common.date.as_ref());
        add(&file.route, moment.and_then(|moment| moment.date.bounds().0).map(|day| day.to_string().into()));
    }
    entries.sort_by(|a, b| a.url.cmp(&b.url));
    entries
}
