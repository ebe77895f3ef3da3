//! What a page says to machines: its data in the vocabulary of schema.org, as JSON-LD, and the tags by which reference
//! managers know a report.
//!
//! Nothing is said that the page does not say, and nothing more exactly. What needs an absolute address is left out where
//! there is no `base_url`.

mod actor;
mod highwire;
mod nodes;
mod report;
mod site;
mod source;

use super::Subject;
use super::roots::Stage;
use crate::json::{Json, Object};
use crate::resolve::Section;
use crate::view::{JsonLd, MetadataView};

pub(super) use highwire::locale;
pub(super) use nodes::Nodes;

/// The root `metadata`.
pub(super) fn metadata(stage: &Stage<'_>) -> MetadataView {
    let citation = match &stage.page.subject {
        Subject::Report(file) => highwire::tags(stage, *file),
        _ => Vec::new(),
    };
    MetadataView { json_ld: main(stage).map(|main| JsonLd(graph(stage, main))), citation }
}

/// What the page is about.
fn main(stage: &Stage<'_>) -> Option<Object> {
    match &stage.page.subject {
        Subject::Report(file) => Some(report::report(stage, *file)),
        Subject::Page(file) => Some(site::page(stage, *file)),
        Subject::Withdrawn(file) => Some(site::withdrawn(stage, *file)),
        Subject::Actor(actor, file) if stage.is_first() => Some(actor::actor(stage, *actor, *file)),
        Subject::Source(source, _) if stage.is_first() => Some(source::source(stage, *source)),
        Subject::Actor(actor, _) => Some(site::list(stage).with("about", nodes::actor(stage, *actor))),
        Subject::Source(source, _) => Some(site::list(stage).with("about", nodes::source(stage, *source))),
        Subject::Date(key) => Some(site::date(stage, *key)),
        Subject::List(Section::Home) => Some(site::home(stage)),
        Subject::List(_) | Subject::Tag(_) => Some(site::list(stage)),
        _ => None,
    }
}

fn graph(stage: &Stage<'_>, main: Object) -> Json {
    let mut nodes = vec![Json::from(main)];
    nodes.extend(site::breadcrumbs(stage).map(Json::from));
    Object::new().with("@context", "https://schema.org").with("@graph", nodes).into()
}
