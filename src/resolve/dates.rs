//! Which days, months and years have a page, and what is on it.

use super::graph::{DocKind, Graph, Standing};
use super::index::{DocIx, EventIx};
use crate::edtf::{self, Key};
use crate::problem::{Name, Place, Problem};

/// Fills `dates`, and the tags of listed reports.
pub(super) fn fill(graph: &mut Graph, problems: &mut Vec<Problem>) {
    for number in 0..graph.events.len() {
        let event = EventIx::from(number);
        for (key, standing) in graph.events[event].date.index() {
            let node = graph.dates.entry(key).or_default();
            match standing {
                edtf::Standing::On => node.on.push(event),
                edtf::Standing::MayInclude => node.may.push(event),
            }
        }
    }
    for doc in graph.reports.clone() {
        if let Some(moment) = graph.published(graph.docs[doc].files[0]) {
            let Some(key) = moment.date.key() else { continue };
            graph.dates.entry(key).or_default().published.push(doc);
        }
    }
    for number in 0..graph.docs.len() {
        let ix = DocIx::from(number);
        let doc = &graph.docs[ix];
        if doc.kind != DocKind::Date {
            continue;
        }
        let file = graph.original(ix);
        match doc.id.as_str().parse::<Key>() {
            Ok(key) if doc.standing != Standing::Hidden => {
                graph.dates.entry(key).or_default().doc = Some(ix);
            }
            Ok(_) => {}
            Err(_) => problems.push(
                Problem::at(
                    Name::InvalidDate,
                    Place::file(&file.path),
                    format!("`{}` is no day, month or year", doc.id),
                )
                .help("a date's file is called `2019.md`, `2019-04.md` or `2019-04-04.md`".to_owned()),
            ),
        }
    }
    let keys: Vec<Key> = graph.dates.keys().copied().collect();
    for key in keys {
        let mut above = key.parent();
        while let Some(parent) = above {
            graph.dates.entry(parent).or_default();
            above = parent.parent();
        }
    }
    tags(graph);
}

fn tags(graph: &mut Graph) {
    let mut tags: std::collections::BTreeMap<String, super::Tag> = std::collections::BTreeMap::new();
    for doc in &graph.reports {
        for tag in &graph.original(*doc).matter.common.tags {
            let slug = crate::id::slug(tag);
            if slug.is_empty() {
                continue;
            }
            let entry = tags.entry(slug.clone()).or_insert_with(|| super::Tag {
                slug: slug.into(),
                name: tag.clone(),
                reports: Vec::new(),
            });
            if entry.reports.last() != Some(doc) {
                entry.reports.push(*doc);
            }
        }
    }
    graph.tags = tags.into_values().collect();
}
