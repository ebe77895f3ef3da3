//! How a report itself is cited: its entry, and its files for reference managers.

use std::collections::HashSet;

use super::cards::Cards;
use super::data;
use super::entry::entry_of;
use super::roots::Stage;
use super::scene::Scene;
use crate::cite::{Export, Format};
use crate::matter::{NameRef, SourceRecord, Str};
use crate::resolve::{FileIx, Standing};
use crate::view::{CiteFormatView, CiteView};

/// The root `cite`.
pub(super) fn cite(stage: &Stage<'_>, ix: FileIx) -> CiteView {
    let file = &stage.scene.graph.files[ix];
    let export = export(stage.scene, stage.cards, ix);
    let (entry, text) = entry_of(stage.cards, &export.key, &record(stage.scene, ix, &export));
    let has_files = stage.scene.config.exports && file.standing == Standing::Listed;
    let address = |name: &str| has_files.then(|| stage.scene.addresses.of(&file.beside(name)));
    let formats = Format::ALL.into_iter().map(|format| CiteFormatView {
        id: format.id().into(),
        name: format.name().into(),
        text: export.written(format).replace('\r', "").into(),
        file: format.file().into(),
        url: address(format.file()),
    });
    let formats = formats.collect();
    CiteView { entry, url: export.url.filter(|url| !text.contains(&**url)), formats, data: address(data::FILE) }
}

/// All that a report is cited by. Each version is cited by itself.
pub(super) fn export(scene: &Scene, cards: &Cards, ix: FileIx) -> Export {
    let graph = &*scene.graph;
    let file = &graph.files[ix];
    let common = &file.matter.common;
    let doc = graph.doc_of(ix);
    let lang = &file.summary.lang;
    let mut seen = HashSet::new();
    let tags = common.tags.iter().map(|tag| &tag.written).filter(|tag| seen.insert(*tag)).cloned().collect();
    Export {
        key: if doc.files[0] == ix { doc.id.text() } else { format!("{}-{lang}", doc.id).into() },
        title: scene.headlines.title(ix).clone(),
        authors: common.authors.iter().map(|author| cards.cited_party(author)).collect(),
        site: scene.config.title.clone(),
        publisher: publisher(scene, cards),
        date: common.date.as_ref().and_then(|moment| moment.date.certain()),
        lang: lang.clone(),
        url: scene.addresses.absolute(&file.route),
        tags,
    }
}

fn publisher(scene: &Scene, cards: &Cards) -> Option<Str> {
    let publisher = scene.config.publisher.as_ref()?;
    Some(cards.party(&NameRef::whole(publisher.name.clone())).name)
}

/// The report as a source, for whoever cites it.
fn record(scene: &Scene, ix: FileIx, export: &Export) -> SourceRecord {
    let common = &scene.graph.files[ix].matter.common;
    SourceRecord {
        // Styles take what stands in something for a part of a book, unless it is a page.
        kind: Some("webpage".into()),
        title: Some(export.title.clone()),
        author: common.authors.clone(),
        publisher: export.publisher.clone().map(NameRef::whole),
        container: Some(export.site.clone()),
        date: common.date.as_ref().map(|moment| moment.date.clone()),
        url: export.url.clone(),
        lang: Some(export.lang.clone()),
        ..SourceRecord::default()
    }
}
