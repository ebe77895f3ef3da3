//! A source: a `CreativeWork` of some sort.

use super::nodes;
use crate::json::{Json, Object};
use crate::matter::SourceRecord;
use crate::plan::roots::{self, Stage};
use crate::resolve::SourceIx;

/// The type of sources of a type; that of the whole vocabulary where it has none so narrow.
fn type_of(kind: Option<&str>) -> &'static str {
    match kind.unwrap_or_default() {
        "article" | "article-magazine" => "Article",
        "article-journal" | "paper-conference" => "ScholarlyArticle",
        "article-newspaper" => "NewsArticle",
        "bill" | "legislation" | "regulation" | "resolution" | "treaty" => "Legislation",
        "book" => "Book",
        "chapter" => "Chapter",
        "collection" => "Collection",
        "dataset" => "Dataset",
        "manuscript" => "Manuscript",
        "map" => "Map",
        "motion_picture" => "Movie",
        "musical_score" => "SheetMusic",
        "periodical" => "Periodical",
        "photo" => "Photograph",
        "post" => "SocialMediaPosting",
        "post-weblog" => "BlogPosting",
        "report" => "Report",
        "review" | "review-book" => "Review",
        "software" => "SoftwareApplication",
        "song" => "MusicRecording",
        "thesis" => "Thesis",
        "video" => "VideoObject",
        "webpage" => "WebPage",
        _ => "CreativeWork",
    }
}

/// The type of what a source stands in.
fn container_of(kind: Option<&str>) -> &'static str {
    match kind.unwrap_or_default() {
        "article-journal" | "article-magazine" => "Periodical",
        "article-newspaper" => "Newspaper",
        "chapter" => "Book",
        "post-weblog" => "Blog",
        _ => "CreativeWork",
    }
}

/// A source, as pages that cite it name it: who made it stands on its own page, where it has one.
pub(super) fn cited(stage: &Stage<'_>, ix: SourceIx) -> Object {
    let mut node = named(stage, ix);
    let source = &stage.scene.graph.sources[ix];
    if !source.has_page {
        made_by(&mut node, stage, &source.record);
    }
    node
}

fn named(stage: &Stage<'_>, ix: SourceIx) -> Object {
    let source = &stage.scene.graph.sources[ix];
    let record = &source.record;
    let mut node = nodes::node(type_of(record.kind.as_deref()));
    if source.has_page {
        nodes::identify_source(&mut node, stage, ix);
    }
    node.put("name", record.title.clone().unwrap_or_else(|| source.id.text()));
    describe(&mut node, record);
    node
}

fn describe(node: &mut Object, record: &SourceRecord) {
    node.maybe("url", record.url.as_ref());
    node.maybe("archivedAt", record.archive.as_ref());
    node.maybe("datePublished", record.date.as_ref().and_then(|date| nodes::date(date.certain())));
}

fn made_by(node: &mut Object, stage: &Stage<'_>, record: &SourceRecord) {
    node.list("author", record.named_authors().map(|author| nodes::party(stage, author)));
    node.maybe("publisher", record.publisher.as_ref().map(|publisher| nodes::party(stage, publisher)));
}

/// A source in full.
pub(super) fn source(stage: &Stage<'_>, ix: SourceIx) -> Object {
    let source = &stage.scene.graph.sources[ix];
    let record = &source.record;
    let kind = record.kind.as_deref();
    let mut node = named(stage, ix);
    made_by(&mut node, stage, record);
    node.maybe("mainEntityOfPage", nodes::canonical(stage));
    node.list("editor", record.editor.iter().map(|editor| nodes::party(stage, editor)).filter(is_node));
    node.maybe("inLanguage", record.lang.as_ref());
    node.maybe("isPartOf", record.container.as_ref().map(|name| nodes::named(container_of(kind), name)));
    let number = match type_of(kind) {
        "Legislation" => "legislationIdentifier",
        "Report" => "reportNumber",
        _ => "identifier",
    };
    node.maybe(number, record.number.as_ref());
    let doi = record.csl.get("DOI").and_then(|value| value.0.as_str());
    node.maybe("sameAs", doi.filter(|doi| doi.starts_with("10.")).map(|doi| format!("https://doi.org/{doi}")));
    if let Some(copy) = &source.copy {
        let view = roots::copy_view(stage, copy);
        let mut file = nodes::node("MediaObject").with("encodingFormat", view.media);
        file.maybe("contentUrl", nodes::absolute(stage, &view.url));
        file.maybe("sha256", record.sha256.as_ref());
        node.put("encoding", file);
    }
    node
}

/// Editors are persons, and no texts.
const fn is_node(party: &Json) -> bool {
    !matches!(party, Json::Text(_))
}
