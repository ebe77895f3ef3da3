//! What stands in a feed.

use super::{PageSpec, Scene};
use crate::config::local_to_utc;
use crate::matter::{Moment, Str};
use crate::resolve::{ActorIx, DocIx, FileIx, correction_anchor};
use crate::theme::Arg;

/// A feed (Atom, RFC 4287).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FeedPlan {
    /// Its permanent id.
    pub id: Str,
    /// Its title.
    pub title: Str,
    /// Its own absolute address.
    pub url: Str,
    /// The absolute address of the page that it belongs to.
    pub page: Str,
    /// Its language.
    pub lang: Str,
    /// The author of entries that name none: the publisher, or the site.
    pub author: Str,
    /// The licence.
    pub rights: Option<Str>,
    /// The entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FeedEntry {
    /// Its permanent id.
    pub id: Str,
    /// The title.
    pub title: Str,
    /// The absolute address.
    pub url: Str,
    /// The summary, plain.
    pub summary: Option<Str>,
    /// Who wrote it.
    pub authors: Vec<Str>,
    /// When it was published, in seconds since 1970.
    pub published: Option<i64>,
    /// When it was last changed, in seconds since 1970.
    pub updated: i64,
    /// Its tags.
    pub tags: Vec<Str>,
    /// The language of its text.
    pub lang: Str,
}

/// The feed of all reports, or of those that name an actor.
pub(super) fn feed(scene: &Scene, page: &PageSpec, actor: Option<ActorIx>) -> FeedPlan {
    let graph = &*scene.graph;
    let config = &*scene.config;
    let cards = scene.cards(&page.lang);
    let limit = config.feed.limit as usize;
    let (reports, title, home) = match actor {
        None => (&graph.reports, config.title.clone(), Str::from("/")),
        Some(ix) => {
            let actor = &graph.actors[ix];
            let title = format!("{} – {}", cards.name(actor), config.title);
            (&actor.reports, title.into(), format!("/actors/{}/", actor.id).into())
        }
    };
    let entries = reports.iter().take(limit).map(|doc| entry(scene, page, *doc)).collect();
    plan(scene, page, title, &home, entries)
}

/// The feed of corrections: an entry for each, so that a reader hears of every one.
pub(super) fn corrections(scene: &Scene, page: &PageSpec) -> FeedPlan {
    let cards = scene.cards(&page.lang);
    let title = format!("{} – {}", cards.word("heading-corrections"), scene.config.title).into();
    let newest = scene.graph.corrections.iter().take(scene.config.feed.limit as usize);
    let entries = newest.filter_map(|(file, number)| correction(scene, page, *file, *number as usize)).collect();
    plan(scene, page, title, "/corrections/", entries)
}

fn plan(scene: &Scene, page: &PageSpec, title: Str, home: &str, entries: Vec<FeedEntry>) -> FeedPlan {
    let config = &*scene.config;
    let absolute = |route: &str| scene.addresses.absolute(route).unwrap_or_else(|| route.into());
    FeedPlan {
        id: id(scene, &page.route),
        title,
        url: absolute(&page.route),
        page: absolute(home),
        lang: config.lang.clone(),
        author: config.publisher.as_ref().map_or_else(|| config.title.clone(), |publisher| publisher.name.clone()),
        rights: config.license.clone(),
        entries,
    }
}

fn correction(scene: &Scene, page: &PageSpec, ix: FileIx, number: usize) -> Option<FeedEntry> {
    let file = &scene.graph.files[ix];
    let all = scene.graph.corrections_in(ix);
    let correction = all.get(number)?;
    let anchor = correction_anchor(all, number);
    let title = scene.headlines.title(ix);
    let words = scene.cards(&page.lang).words().get("correction-of", &[("title", Arg::Text(title))]);
    let made = seconds(&correction.date, &scene.config.timezone);
    let url = format!("{}#{anchor}", file.route);
    Some(FeedEntry {
        id: id(scene, &format!("/reports/{}/#{anchor}", scene.graph.doc_of(ix).id)),
        title: words.map_or_else(|| title.clone(), Str::from),
        url: scene.addresses.absolute(&url).unwrap_or_else(|| url.into()),
        summary: Some(correction.text.clone()),
        authors: Vec::new(),
        published: Some(made),
        updated: made,
        tags: Vec::new(),
        lang: file.summary.lang.clone(),
    })
}

fn entry(scene: &Scene, page: &PageSpec, doc: DocIx) -> FeedEntry {
    let cards = scene.cards(&page.lang);
    let ix = scene.graph.docs[doc].files[0];
    let file = &scene.graph.files[ix];
    let common = &file.matter.common;
    let seconds = |moment: &Moment| seconds(moment, &scene.config.timezone);
    let published = common.date.as_ref().map(seconds);
    FeedEntry {
        // The id stays when the address changes with the configuration or the language.
        id: id(scene, &format!("/reports/{}/", scene.graph.docs[doc].id)),
        title: scene.headlines.title(ix).clone(),
        url: scene.addresses.absolute(&file.route).unwrap_or_else(|| file.route.clone()),
        summary: scene.headlines.summary(ix).cloned(),
        authors: common.authors.iter().map(|author| cards.party(author).name).collect(),
        published,
        updated: common.updated.as_ref().map(seconds).max(published).unwrap_or(0),
        tags: common.tags.iter().map(|tag| tag.written.clone()).collect(),
        lang: file.summary.lang.clone(),
    }
}

/// A `tag:` id (RFC 4151) where site.yaml gives `feed.id`, else the absolute address.
fn id(scene: &Scene, route: &str) -> Str {
    match &scene.config.feed.id {
        Some(authority) => format!("tag:{authority}:{route}").into(),
        None => scene.addresses.absolute(route).unwrap_or_else(|| route.into()),
    }
}

/// The first second of a moment, since 1970.
fn seconds(moment: &Moment, timezone: &str) -> i64 {
    if let (Some(instant), true) = (moment.instant, moment.zoned) {
        return instant;
    }
    let midnight = || moment.date.bounds().0.map_or(0, |day| day.days_since_epoch() * 86_400);
    local_to_utc(moment.instant.unwrap_or_else(midnight), timezone)
}
