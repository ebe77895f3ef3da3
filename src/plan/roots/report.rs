//! The roots of a report.

use std::collections::HashSet;

use super::Stage;
use super::excerpt::around;
use crate::edtf::Date;
use crate::matter::{Held, Kind, Own};
use crate::plan::letters::Letters;
use crate::plan::scene::direction;
use crate::resolve::{Cast, DocIx, FileIx, TagIx};
use crate::view::{
    CastMember, CastView, CitedView, DateView, EventView, HeldView, LinkView, NeighboursView, PageCard, Raw,
    ReportView, Shared, TagCard,
};

pub(super) fn report(stage: &Stage<'_>, ix: FileIx) -> ReportView {
    let graph = &*stage.scene.graph;
    let file = &graph.files[ix];
    let common = &file.matter.common;
    ReportView {
        id: graph.doc_of(ix).id.text(),
        title: stage.scene.headlines.title(ix).clone(),
        date: common.date.as_ref().map(|moment| stage.cards.date(&moment.date)),
        updated: common.updated.as_ref().map(|moment| stage.cards.date(&moment.date)),
        authors: common.authors.iter().map(|author| stage.cards.party(author)).collect(),
        summary: stage.scene.headlines.given_summary(ix).cloned(),
        lang: file.summary.lang.clone(),
        dir: direction(&file.summary.lang).into(),
        covers: covers(stage, ix),
        tags: tags(stage, ix),
        minutes: stage.text.map_or(0, |text| text.outline.minutes),
        image: super::page::image(stage, ix).map(|route| stage.scene.addresses.of(&route)),
        image_alt: common.image_alt.clone(),
        extra: Raw::map(&common.extra),
    }
}

/// From the month of the earliest to the month of the latest day that the events touch; a year stays a year.
pub(in crate::plan) fn covers(stage: &Stage<'_>, ix: FileIx) -> Option<Shared<DateView>> {
    let events = &stage.scene.graph.files[ix].events;
    let keys = || events.iter().flat_map(|event| event.date.index()).map(|(key, _)| key);
    let start = keys().min_by_key(|key| (key.bounds().0, key.month == 0))?;
    let end = keys().max_by_key(|key| (key.bounds().1, key.month != 0))?;
    let month = |key: crate::edtf::Key| crate::edtf::Key { day: 0, ..key }.to_string();
    let (start, end) = (month(start), month(end));
    let text = if start == end { start } else { format!("{start}/{end}") };
    Date::parse(&text).ok().map(|date| stage.cards.date(&date))
}

/// The tags of a report that have a page.
fn tags(stage: &Stage<'_>, ix: FileIx) -> Vec<TagCard> {
    let graph = &*stage.scene.graph;
    let tags = graph.files[ix].matter.common.tags.iter().filter_map(|tag| graph.tag(tag.id.as_str()));
    let mut seen = HashSet::new();
    let card = |tag: TagIx| {
        let tag = &graph.tags[tag];
        let url = stage.scene.addresses.of(&format!("/tags/{}/", tag.slug));
        TagCard { name: tag.name.clone(), url, count: 0 }
    };
    tags.filter(|tag| seen.insert(*tag)).map(card).collect()
}

pub(in crate::plan) fn cast(stage: &Stage<'_>, ix: FileIx) -> Vec<CastView> {
    let graph = &*stage.scene.graph;
    let cast = &graph.files[ix].cast;
    let mut groups = Vec::new();
    for kind in Kind::ALL {
        let members: Vec<CastMember> = cast
            .iter()
            .filter(|member| graph.actors[member.actor].kind == kind)
            .map(|member| CastMember {
                actor: stage.cards.actor(member.actor),
                role: member.role.clone(),
                held: held(stage, ix, member),
                mentions: member.mentions as usize,
            })
            .collect();
        if !members.is_empty() {
            groups.push(CastView { kind: kind.as_str().into(), members });
        }
    }
    groups
}

/// The offices that an actor's record has on the day of the report, in the report's language where there are such words.
/// What the report itself says goes before.
fn held(stage: &Stage<'_>, ix: FileIx, member: &Cast) -> Vec<HeldView> {
    let graph = &*stage.scene.graph;
    let lang = &graph.files[ix].summary.lang;
    let (Some(date), Some(doc), None) = (graph.published(ix), graph.actors[member.actor].doc, &member.role) else {
        return Vec::new();
    };
    let own_roles = |file: FileIx| match &graph.files[file].summary.matter.own {
        Own::Actor(record) if !record.roles.is_empty() => Some((&record.roles, &graph.files[file].summary.lang)),
        _ => None,
    };
    let record = own_roles(graph.version(doc, lang)).or_else(|| own_roles(graph.docs[doc].files[0]));
    let Some((roles, lang)) = record else { return Vec::new() };
    let Own::Actor(whole) = &graph.original(doc).matter.own else { return Vec::new() };
    let held = roles.iter().filter(|role| whole.held_on(role, &date.date) == Held::Yes).map(|role| HeldView {
        role: role.role.clone(),
        of: role.of.as_ref().and_then(|id| graph.actor_ids.get(id)).map(|actor| stage.cards.actor(*actor)),
        lang: lang.clone(),
        dir: direction(lang).into(),
    });
    held.collect()
}

/// The sources of whatever file stands on the page.
pub(super) fn cited(stage: &Stage<'_>) -> Vec<CitedView> {
    stage.file().filter(|_| stage.is_first()).map_or_else(Vec::new, |ix| cited_in(stage, ix))
}

/// The sources of a file.
pub(in crate::plan) fn cited_in(stage: &Stage<'_>, ix: FileIx) -> Vec<CitedView> {
    let graph = &*stage.scene.graph;
    let file = &graph.files[ix];
    let original = graph.docs[file.doc].files[0];
    let letters = Letters::new(stage.cards, &file.cited);
    let cited = file.cited.iter().enumerate().map(|(number, cited)| {
        let files = &graph.sources[cited.source].files;
        CitedView {
            number: number + 1,
            source: letters.card(stage.cards, cited.source),
            paragraphs: cited.paragraphs.clone(),
            elsewhere: files.iter().filter(|file| **file != original).count(),
        }
    });
    cited.collect()
}

pub(in crate::plan) fn events(stage: &Stage<'_>, ix: FileIx) -> Vec<EventView> {
    let file = &stage.scene.graph.files[ix];
    let events = file.events.iter().map(|event| EventView {
        date: stage.cards.date(&event.date),
        label: event.label.clone(),
        sentence: event.link.filter(|_| event.label.is_none()).and_then(|link| stage.cards.sentence(ix, link)),
        actors: event.actors.iter().map(|actor| stage.cards.actor(*actor)).collect(),
        sources: event.sources.iter().map(|source| stage.cards.source(*source)).collect(),
        places: if event.link.is_some() { vec![stage.cards.place(ix, event.paragraph)] } else { Vec::new() },
    });
    events.collect()
}

/// The events as their report's page lists them. A sentence stands in the text of that page, and a long one is cut.
pub(super) fn events_listed(stage: &Stage<'_>, ix: FileIx) -> Vec<EventView> {
    const AROUND: usize = 60;
    let mut events = events(stage, ix);
    events.iter_mut().filter_map(|event| event.sentence.as_mut()).for_each(|of| around(of, AROUND));
    events
}

/// The report before and the one after, among the listed ones.
pub(super) fn neighbours(stage: &Stage<'_>, ix: FileIx) -> NeighboursView {
    let graph = &*stage.scene.graph;
    let Some(position) = graph.doc_of(ix).position else {
        return NeighboursView { previous: None, next: None };
    };
    let link = |doc: DocIx| {
        let card = stage.cards.report(doc);
        LinkView { title: card.title.clone(), url: card.url.clone() }
    };
    NeighboursView {
        previous: graph.reports.get(position + 1).map(|doc| link(*doc)),
        next: position.checked_sub(1).map(|newer| link(graph.reports[newer])),
    }
}

/// Listed pages that link to this report, each once.
pub(super) fn backlinks(stage: &Stage<'_>, ix: FileIx) -> Vec<Shared<PageCard>> {
    let graph = &*stage.scene.graph;
    graph.doc_of(ix).backlinks.iter().map(|file| stage.cards.page(*file)).collect()
}
