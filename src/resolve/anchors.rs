//! Anchors: whether a page has the heading or paragraph that a link names.
//!
//! A step of its own after `resolve`, since an edit of prose changes what anchors a page has, and nothing else that other
//! files know of it.

use super::graph::{AnchorUse, Graph};
use crate::nearest::did_you_mean;
use crate::parse::Outline;
use crate::problem::{Name, Problem};

/// Tells every anchor that is not there. `outlines` has one for each of `graph.files`.
#[must_use]
pub fn check_anchors(graph: &Graph, outlines: &[&Outline]) -> Vec<Problem> {
    graph.anchors.iter().filter_map(|used| check(graph, used, outlines[used.file.get()])).collect()
}

fn check(graph: &Graph, used: &AnchorUse, target: &Outline) -> Option<Problem> {
    let anchor = &*used.anchor;
    let paragraph = anchor.strip_prefix('p').and_then(|n| n.parse::<u32>().ok());
    let known = paragraph.is_some_and(|n| (1..=target.paragraphs).contains(&n))
        || target.headings.iter().any(|heading| &*heading.anchor == anchor)
        || target.anchors.iter().any(|other| &**other == anchor);
    if known || anchor.is_empty() {
        return None;
    }
    let anchors = target.headings.iter().map(|heading| &*heading.anchor).chain(target.anchors.iter().map(|a| &**a));
    let help = did_you_mean(anchor, anchors).or_else(|| match target.paragraphs {
        0 => None,
        1 => Some("its one paragraph is `#p1`".to_owned()),
        last => Some(format!("its paragraphs are `#p1` to `#p{last}`")),
    });
    let message = format!("`{}` has no heading or paragraph `#{anchor}`", graph.files[used.file].path);
    Some(Problem::at(Name::UnknownAnchor, used.place.clone(), message).label("no such anchor").help(help))
}
