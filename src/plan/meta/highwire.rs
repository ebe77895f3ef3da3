//! Tags by which reference managers and Google Scholar know a report: those of Highwire Press; and locales of Open Graph.

use super::nodes;
use crate::matter::Str;
use crate::plan::roots::Stage;
use crate::resolve::FileIx;
use crate::view::MetaView;

pub(super) fn tags(stage: &Stage<'_>, ix: FileIx) -> Vec<MetaView> {
    let file = &stage.scene.graph.files[ix];
    let common = &file.matter.common;
    let config = &stage.scene.config;
    let mut tags = Vec::new();
    let mut tag = |name: &'static str, content: Str| tags.push(MetaView { name: name.into(), content });
    tag("citation_title", stage.scene.headlines.title(ix).clone());
    for author in &common.authors {
        tag("citation_author", stage.cards.cited_party(author).turned());
    }
    if let Some(date) = common.date.as_ref().and_then(|moment| moment.date.certain()) {
        tag("citation_publication_date", date.to_string().replace('-', "/").into());
    }
    if let Some(publisher) = &config.publisher {
        tag("citation_publisher", publisher.name.clone());
        tag("citation_technical_report_institution", publisher.name.clone());
    }
    tag("citation_language", file.summary.lang.clone());
    for word in &common.tags {
        tag("citation_keywords", word.written.clone());
    }
    if let Some(url) = nodes::canonical(stage) {
        tag("citation_public_url", url.clone());
        tag("citation_abstract_html_url", url);
    }
    tags
}

/// A language as Open Graph has it, with the country that is usually meant where the tag names none: `en_US`. `None`
/// where nobody knows which that is.
pub(in crate::plan) fn locale(lang: &str) -> Option<Str> {
    let mut subtags = lang.split('-');
    let base = subtags.next()?.to_ascii_lowercase();
    let region = subtags.find(|subtag| subtag.len() == 2).map(str::to_ascii_uppercase);
    let usual = || USUAL.iter().find(|(known, _)| *known == base).map(|(_, region)| (*region).to_owned());
    region.or_else(usual).map(|region| format!("{base}_{region}").into())
}

/// The countries that Open Graph's locales of these languages name.
const USUAL: [(&str, &str); 30] = [
    ("am", "ET"),
    ("ar", "AR"),
    ("bn", "IN"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "US"),
    ("es", "ES"),
    ("fa", "IR"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("he", "IL"),
    ("hi", "IN"),
    ("hu", "HU"),
    ("id", "ID"),
    ("it", "IT"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("nl", "NL"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ro", "RO"),
    ("ru", "RU"),
    ("so", "SO"),
    ("sv", "SE"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("vi", "VN"),
    ("zh", "CN"),
];
