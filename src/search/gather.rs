//! The words of one document.

use super::documents::{Document, Documents, Of, cards, date, sources_of, title};
use super::lists::Gathering;
use super::{ONCE, Read, TELLING, TITLE};
use crate::matter::{NameRef, Own};
use crate::plan::{Cards, Scene};
use crate::resolve::{Actor, FileIx, Graph, Source, Standing};

/// Reads all words of a document.
///
/// # Errors
/// Its file, where that can't be read.
pub(super) fn document(
    scene: &Scene,
    documents: &Documents,
    document: &Document,
    read: &Read<'_>,
    to: &mut Gathering,
) -> Result<(), FileIx> {
    let graph = &*scene.graph;
    let cards = cards(scene, document);
    to.text(&title(scene, document), TITLE);
    if let Some(date) = date(graph, document.of) {
        to.text(&cards.date(date).text, ONCE);
    }
    match document.of {
        Of::Actor(actor, file) => names(scene, &graph.actors[actor], file, to),
        Of::Date(key, _) => to.text(&key.to_string(), ONCE),
        Of::Source(source, _) => of_source(cards, &graph.sources[source], to),
        Of::Page(_) | Of::Report(_) => {}
    }
    if let Some(file) = document.of.file() {
        of_file(scene, documents, document, file, to);
        let unnamed = read(file, &mut |word, weight| to.word(word, weight)).ok_or(file)?;
        for link in unnamed {
            to.text(&cards.link_words(file, link), ONCE);
        }
    }
    Ok(())
}

/// All names of an actor, in all scripts: those of its files that are shown.
fn names(scene: &Scene, actor: &Actor, file: Option<FileIx>, to: &mut Gathering) {
    let graph = &*scene.graph;
    to.text(&actor.name, TITLE);
    let files = actor.doc.map_or(&[][..], |doc| &graph.docs[doc].files);
    for version in files.iter().filter(|version| graph.files[**version].standing == Standing::Listed) {
        let Own::Actor(record) = &graph.files[*version].matter.own else { continue };
        record.name.iter().for_each(|name| to.text(name, TITLE));
        record.names.iter().for_each(|name| to.text(&name.name, TELLING));
    }
    let record = file.map(|file| &graph.files[file].matter.own);
    if let Some(Own::Actor(record)) = record {
        record.roles.iter().for_each(|role| to.text(&role.role, ONCE));
    }
}

/// What a source's entry says.
fn of_source(cards: &Cards, source: &Source, to: &mut Gathering) {
    let record = &source.record;
    for party in record.author.iter().chain(&record.editor).chain(&record.publisher) {
        of_party(cards, party, to);
    }
    for words in [&record.container, &record.number, &record.place, &record.note].into_iter().flatten() {
        to.text(words, ONCE);
    }
}

fn of_party(cards: &Cards, party: &NameRef, to: &mut Gathering) {
    to.text(&cards.party(party).name, TELLING);
}

/// What a file's front matter says, and whom it names.
fn of_file(scene: &Scene, documents: &Documents, document: &Document, ix: FileIx, to: &mut Gathering) {
    let graph: &Graph = &scene.graph;
    let file = &graph.files[ix];
    let cards = cards(scene, document);
    let common = &file.matter.common;
    if let Some(summary) = scene.headlines.given_summary(ix) {
        to.text(summary, TELLING);
    }
    common.tags.iter().for_each(|tag| to.text(&tag.written, TELLING));
    common.authors.iter().for_each(|author| of_party(cards, author, to));
    file.events.iter().filter_map(|event| event.label.as_ref()).for_each(|label| to.text(label, ONCE));
    graph.corrections_in(ix).iter().for_each(|correction| to.text(&correction.text, ONCE));
    for cast in &file.cast {
        let actor = &graph.actors[cast.actor];
        to.text(&cards.name(actor), TELLING);
        if let Some(role) = &cast.role {
            to.text(role, ONCE);
        }
        if documents.actor(graph, cast.actor, &document.lang).is_some() {
            to.term(&format!("@actor:{}", actor.id));
        }
    }
    for source in sources_of(file) {
        if documents.source(graph, source, &document.lang).is_some() {
            to.term(&format!("@source:{}", graph.sources[source].id));
        }
    }
}
