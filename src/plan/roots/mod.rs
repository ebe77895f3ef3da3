//! The roots: for each, the view that one page gets. A root sees the page's own slice of the graph and no more.

mod actor;
mod claims;
mod content;
mod corrections;
mod date;
mod excerpt;
mod home;
mod lists;
mod page;
mod related;
mod report;
mod source;
mod timeline;
mod withdrawn;

pub(super) use actor::{actor, items as actor_items};
pub(super) use claims::{of_report as claims_of_report, quotations_of_file, status_words};
pub(super) use corrections::of_report as corrections_of_report;
pub(super) use date::{date, events_shown, items as date_items};
pub(super) use page::{image, title, versions};
pub(super) use report::{cast, cited_in, covers, events};
pub(super) use source::{copy_view, locator_words};

use std::ops::Range;

use super::cards::Cards;
use super::inputs::Input;
use super::{PageSpec, Scene, Subject, Text};
use crate::matter::Str;
use crate::resolve::{FileIx, Section};
use crate::view::{PagerView, Root};

/// A page, with all that its roots are made of.
pub(super) struct Stage<'s> {
    pub(super) scene: &'s Scene,
    pub(super) page: &'s PageSpec,
    /// The text of the page's own file.
    pub(super) text: Option<&'s Text>,
    pub(super) cards: &'s Cards,
}

impl<'s> Stage<'s> {
    pub(super) fn new(scene: &'s Scene, page: &'s PageSpec, text: Option<&'s Text>) -> Self {
        Self { scene, page, text, cards: scene.cards(&page.lang) }
    }

    /// The file whose prose stands on the page.
    pub(super) fn file(&self) -> Option<FileIx> {
        self.page.file(&self.scene.graph)
    }

    /// The items of a long list that stand on this page.
    pub(super) fn slice<'l, T>(&self, items: &'l [T]) -> &'l [T] {
        &items[self.window(items.len())]
    }

    /// Which of so many items stand on this page.
    pub(super) fn window(&self, items: usize) -> Range<usize> {
        let each = self.scene.config.paginate.max(1) as usize;
        let start = (self.page.number - 1).saturating_mul(each).min(items);
        start..(start + each).min(items)
    }

    /// Whether this is the first page of its list.
    pub(super) const fn is_first(&self) -> bool {
        self.page.number == 1
    }

    fn pager(&self, items: usize) -> PagerView {
        let first = self.first_route();
        let address = |number: usize| self.scene.addresses.of(&super::pages::numbered(&first, number));
        let number = self.page.number;
        PagerView {
            number,
            pages: self.page.of,
            items,
            previous: (number > 1).then(|| address(number - 1)),
            next: (number < self.page.of).then(|| address(number + 1)),
        }
    }

    /// The route of the first page of this page's list.
    pub(super) fn first_route(&self) -> Str {
        let route = &self.page.route;
        let tail = format!("page/{}/", self.page.number);
        if self.is_first() { route.clone() } else { route.strip_suffix(&*tail).unwrap_or(route).into() }
    }

    /// How many items the page's list has, on all of its pages.
    pub(super) fn items(&self) -> usize {
        let graph = &*self.scene.graph;
        match &self.page.subject {
            Subject::List(Section::Reports) => graph.reports.len(),
            Subject::List(Section::Actors) => graph.actor_order.len(),
            Subject::List(Section::Sources) => graph.sources.iter().filter(|source| graph.lists_source(source)).count(),
            Subject::List(Section::Tags) => graph.tags.len(),
            Subject::List(Section::Claims) => graph.claims.len(),
            Subject::List(Section::Corrections) => graph.corrections.len(),
            Subject::List(Section::Dates) => graph.dates.keys().filter(|key| key.month == 0).count(),
            Subject::Actor(ix, _) => graph.actors[*ix].mentions.len(),
            Subject::Source(ix, _) => graph.sources[*ix].citations.len() + graph.sources[*ix].only_listed.len(),
            Subject::Tag(ix) => graph.tags[*ix].reports.len(),
            Subject::Date(key) => graph.dates.get(key).map_or(0, |node| date_items(graph, *key, node)),
            _ => 1,
        }
    }
}

/// A view as an input: `Some`, as nearly all arms below have it.
#[allow(clippy::unnecessary_wraps)]
fn boxed<T: Input + 'static>(input: T) -> Option<Box<dyn Input>> {
    Some(Box::new(input))
}

/// A page's view of a root; `None` where its subject has no such root, so that a template that asks for it is told.
pub(super) fn input(stage: &Stage<'_>, root: Root) -> Option<Box<dyn Input>> {
    let subject = &stage.page.subject;
    match (root, subject) {
        (Root::Site, _) => boxed(stage.scene.site.clone()),
        (Root::Page, _) => boxed(page::page(stage)),
        (Root::Metadata, _) => boxed(super::meta::metadata(stage)),
        (Root::Pager, _) => boxed(stage.pager(stage.items())),
        (
            Root::Content | Root::Cited,
            Subject::Search
            | Subject::Redirect(_)
            | Subject::NotFound
            | Subject::Tag(_)
            | Subject::Withdrawn(_)
            | Subject::Card(..),
        ) => None,
        (Root::Withdrawn, Subject::Withdrawn(file)) => boxed(withdrawn::notice(stage, *file)),
        (Root::Content, _) => Some(content::content(stage)),
        (Root::Cited, _) => boxed(report::cited(stage)),
        (Root::Report, Subject::Report(file)) => boxed(report::report(stage, *file)),
        (Root::Cast, Subject::Report(file)) => boxed(report::cast(stage, *file)),
        (Root::Events, Subject::Report(file)) => boxed(report::events_listed(stage, *file)),
        (Root::Timeline, Subject::Report(file)) => boxed(timeline::of_report(stage, *file)),
        (Root::Cite, Subject::Report(file)) => boxed(super::citing::cite(stage, *file)),
        (Root::Neighbours, Subject::Report(file)) => boxed(report::neighbours(stage, *file)),
        (Root::Backlinks, Subject::Report(file)) => boxed(report::backlinks(stage, *file)),
        (Root::Related, Subject::Report(file)) => boxed(related::related(stage, *file)),
        (Root::Actor, Subject::Actor(actor, file) | Subject::Card(actor, file)) => {
            boxed(actor::actor(stage, *actor, *file))
        }
        (Root::Mentions, Subject::Actor(actor, _)) => boxed(actor::mentions(stage, *actor)),
        (Root::Events, Subject::Actor(actor, _)) => boxed(actor::events(stage, *actor)),
        (Root::Timeline, Subject::Actor(actor, _)) => boxed(timeline::of_actor(stage, *actor)),
        (Root::Reports, Subject::Actor(actor, _)) => boxed(actor::reports(stage, *actor)),
        (Root::CoNamed, Subject::Actor(actor, _)) => boxed(actor::co_named(stage, *actor)),
        (Root::Date, Subject::Date(key)) => boxed(date::date(stage, *key)),
        (Root::Events, Subject::Date(key)) => boxed(date::events(stage, *key)),
        (Root::MayInclude, Subject::Date(key)) => boxed(date::may_include(stage, *key)),
        (Root::Within, Subject::Date(key)) => boxed(date::ranges_around(stage, *key)),
        (Root::Reports, Subject::Date(key)) => boxed(date::published(stage, *key)),
        (Root::Neighbours, Subject::Date(key)) => boxed(date::neighbours(stage, *key)),
        (Root::Calendar, Subject::Date(key)) => boxed(date::calendar(stage, *key)),
        (Root::Source, Subject::Source(source, _)) => boxed(source::source(stage, *source)),
        (Root::Citations, Subject::Source(source, _)) => boxed(source::citations(stage, *source)),
        (Root::Reports, Subject::List(Section::Reports)) => boxed(lists::reports(stage)),
        (Root::ActorGroups, Subject::List(Section::Actors)) => boxed(lists::actor_groups(stage)),
        (Root::SourceGroups, Subject::List(Section::Sources)) => boxed(lists::source_groups(stage)),
        (Root::Years, Subject::List(Section::Dates)) => boxed(lists::years(stage, true)),
        (Root::Claims, Subject::Report(file)) => boxed(claims::of_report(stage, *file)),
        (Root::Claims, Subject::Actor(actor, _)) => boxed(claims::of_actor(stage, *actor)),
        (Root::Corrections, Subject::Report(file)) => boxed(corrections::of_report(stage, *file)),
        (Root::Corrections, Subject::Withdrawn(file)) => boxed(corrections::of_withdrawn(stage, *file)),
        (Root::Corrections, Subject::List(Section::Corrections)) => boxed(corrections::all(stage)),
        (Root::ClaimGroups, Subject::List(Section::Claims)) => boxed(claims::groups(stage)),
        (Root::ClaimActors, Subject::List(Section::Claims)) => boxed(claims::actors(stage)),
        (Root::Quotations, Subject::Actor(actor, _)) => boxed(claims::quotations_of_actor(stage, *actor)),
        (Root::Quotations, Subject::Source(source, _)) => boxed(claims::quotations_of_source(stage, *source)),
        (Root::Tags, Subject::List(Section::Tags)) => boxed(lists::tags(stage)),
        (Root::Tag, Subject::Tag(tag)) => boxed(lists::tag(stage, *tag)),
        (Root::Reports, Subject::Tag(tag)) => boxed(lists::tagged(stage, *tag)),
        (Root::Reports, Subject::List(Section::Home)) => boxed(home::reports(stage)),
        (Root::Events, Subject::List(Section::Home)) => boxed(home::events(stage)),
        (Root::TopActors, Subject::List(Section::Home)) => boxed(home::top_actors(stage)),
        (Root::Years, Subject::List(Section::Home)) => boxed(lists::years(stage, false)),
        (Root::Totals, Subject::List(Section::Home)) => boxed(home::totals(stage)),
        (Root::Redirect, Subject::Redirect(to)) => boxed(page::redirect(stage, to)),
        _ => None,
    }
}
