//! The data of a report, as documented in `docs/metadata.md`: what its page shows, for programs.
//!
//! It is made of the same views as the page, so that nothing is in it that the page does not show.

use super::roots::{self, Stage};
use crate::json::{Json, Object};
use crate::matter::{NameRef, Str};
use crate::resolve::FileIx;
use crate::view::{ActorCard, CastMember, CitedView, ClaimView, EventView, QuotationView, Shared, SourceCard};

/// The file's name.
pub(super) const FILE: &str = "data.json";

/// The version of the form. A change that a program may stumble over makes another one; new keys don't.
const VERSION: u32 = 1;

/// The data of a report.
pub(super) fn data(stage: &Stage<'_>, ix: FileIx) -> Json {
    let scene = stage.scene;
    let graph = &*scene.graph;
    let file = &graph.files[ix];
    let common = &file.matter.common;
    let mut data = Object::new().with("version", VERSION);
    data.put("id", graph.doc_of(ix).id.text());
    data.put("language", &file.summary.lang);
    data.put("title", scene.headlines.title(ix));
    data.maybe("summary", scene.headlines.given_summary(ix));
    data.maybe("url", scene.addresses.absolute(&file.route));
    data.maybe("published", common.date.as_ref().map(|moment| moment.date.as_str()));
    data.maybe("updated", common.updated.as_ref().map(|moment| moment.date.as_str()));
    data.maybe("covers", roots::covers(stage, ix).map(|covers| covers.edtf.clone()));
    data.list("authors", common.authors.iter().map(|author| party(stage, author)));
    data.put("site", &scene.config.title);
    data.maybe("publisher", scene.config.publisher.as_ref().map(|publisher| &publisher.name));
    data.maybe("license", scene.config.license.as_ref());
    data.list("tags", common.tags.iter().map(|tag| &tag.written));
    data.list("versions", versions(stage, ix));
    let cast = roots::cast(stage, ix);
    data.list("actors", cast.iter().flat_map(|group| &group.members).map(|member| actor(stage, member)));
    data.list("dates", roots::events(stage, ix).iter().map(|view| event(stage, view)));
    data.list("sources", roots::cited_in(stage, ix).iter().map(|cited| source(stage, ix, cited)));
    data.list("claims", roots::claims_of_report(stage, ix).iter().map(|view| claim(stage, view)));
    data.list("quotations", roots::quotations_of_file(stage, ix).iter().map(|view| quotation(stage, view)));
    let corrections = roots::corrections_of_report(stage, ix).into_iter().map(|view| {
        let correction = Object::new().with("date", &view.date.edtf).with("text", view.text);
        let mut correction = correction.with("language", view.lang);
        correction.maybe("url", absolute(stage, &view.url));
        correction
    });
    data.list("corrections", corrections);
    data.into()
}

fn absolute(stage: &Stage<'_>, url: &str) -> Option<Json> {
    stage.scene.addresses.origin().map(|origin| format!("{origin}{url}").into())
}

fn party(stage: &Stage<'_>, reference: &NameRef) -> Object {
    let mut party = Object::new().with("name", stage.cards.party(reference).name);
    let known = stage.scene.graph.actor_of(&crate::id::Id::new(&reference.name));
    party.maybe("actor", known.map(|actor| actor.id.text()));
    party
}

/// The versions in all languages, each with its data.
fn versions(stage: &Stage<'_>, ix: FileIx) -> Vec<Object> {
    let graph = &*stage.scene.graph;
    let shown: Vec<FileIx> =
        graph.doc_of(ix).files.iter().copied().filter(|file| graph.files[*file].standing.shows_text()).collect();
    if shown.len() < 2 {
        return Vec::new();
    }
    let version = |file: FileIx| {
        let file = &graph.files[file];
        let mut version = Object::new().with("language", &file.summary.lang);
        version.maybe("url", stage.scene.addresses.absolute(&file.route));
        version.maybe("data", stage.scene.addresses.absolute(&file.beside(FILE)));
        version
    };
    shown.into_iter().map(version).collect()
}

fn actor(stage: &Stage<'_>, member: &CastMember) -> Object {
    let card = &member.actor;
    let mut actor = Object::new().with("id", &card.id).with("name", &card.name).with("kind", &card.kind);
    actor.maybe("role", member.role.as_ref());
    let held = member.held.iter().map(|held| {
        let mut office = Object::new().with("role", &held.role);
        office.maybe("of", held.of.as_ref().map(|of| &of.id));
        office
    });
    actor.list("held", held);
    actor.put("mentions", member.mentions);
    actor.maybe("url", card.url.as_ref().and_then(|url| absolute(stage, url)));
    actor
}

fn ids(actors: &[Shared<ActorCard>]) -> impl Iterator<Item = &Str> {
    actors.iter().map(|actor| &actor.id)
}

fn event(stage: &Stage<'_>, view: &EventView) -> Object {
    let mut event = Object::new().with("date", &view.date.edtf);
    event.maybe("label", view.label.as_ref());
    let sentence = |of: &crate::view::SentenceView| format!("{}{}{}", of.before, of.mention, of.after);
    event.maybe("sentence", view.sentence.as_ref().map(sentence));
    event.list("actors", ids(&view.actors));
    event.list("sources", view.sources.iter().map(|source| &source.id));
    if let Some(place) = view.places.first() {
        event.put("paragraph", place.paragraph);
        event.maybe("url", absolute(stage, &place.url));
    }
    event
}

fn source(stage: &Stage<'_>, ix: FileIx, cited: &CitedView) -> Object {
    let card: &SourceCard = &cited.source;
    let mut source = Object::new().with("number", cited.number).with("id", &card.id);
    let of = stage.scene.graph.files[ix].cited.get(cited.number - 1);
    let record = of.map(|cited| &*stage.scene.graph.sources[cited.source].record);
    source.maybe("type", card.kind.as_ref());
    source.maybe("title", record.and_then(|record| record.title.as_ref()));
    if let Some(record) = record {
        source.list("authors", record.named_authors().map(|author| party(stage, author)));
        source.list("editors", record.editor.iter().map(|editor| party(stage, editor)));
        source.maybe("publisher", record.publisher.as_ref().map(|publisher| party(stage, publisher)));
        source.maybe("container", record.container.as_ref());
        source.maybe("document_number", record.number.as_ref());
        source.maybe("place", record.place.as_ref());
        source.maybe("date", record.date.as_ref().map(crate::edtf::Date::as_str));
    }
    source.maybe("language", card.lang.as_ref().map(|lang| &lang.code));
    source.put("entry", &card.text);
    source.maybe("original", card.original.as_ref());
    source.maybe("archive", card.archive.as_ref());
    source.maybe("sha256", card.sha256.as_ref());
    source.maybe("accessed", card.accessed.as_ref().map(|date| &date.edtf));
    source.maybe("grade", card.grade.as_ref().map(|grade| &grade.code));
    source.maybe("note", card.note.as_ref());
    source.list("paragraphs", cited.paragraphs.iter().copied());
    source.maybe("url", card.url.as_ref().and_then(|url| absolute(stage, url)));
    source
}

fn claim(stage: &Stage<'_>, view: &ClaimView) -> Object {
    let mut claim = Object::new().with("number", view.number).with("words", &view.words);
    claim.put("language", &view.lang);
    claim.maybe("status", view.status.as_ref());
    claim.list("by", ids(&view.by));
    claim.list("sources", view.sources.iter().map(|item| &item.source.id));
    claim.put("paragraph", view.paragraph);
    claim.maybe("url", absolute(stage, &view.url));
    claim
}

fn quotation(stage: &Stage<'_>, view: &QuotationView) -> Object {
    let mut quotation = Object::new().with("words", &view.words);
    quotation.maybe("speaker", view.speaker.as_ref().map(|speaker| &speaker.id));
    let sources = view.sources.iter().map(|item| {
        let mut source = Object::new().with("id", &item.source.id);
        source.maybe("locator", item.locator.as_ref());
        source
    });
    quotation.list("sources", sources);
    quotation.put("paragraph", view.paragraph);
    quotation.maybe("url", absolute(stage, &view.url));
    quotation
}
