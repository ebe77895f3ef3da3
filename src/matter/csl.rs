//! Types and variables of the Citation Style Language, version 1.0.2 (appendices III and IV).

use serde_json::Value;

use super::NameRef;

/// Source types: CSL's, then ours, which are understood as the CSL types that their comments name.
pub(crate) const TYPES: &[&str] = &[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
    "statement",  // document
    "resolution", // legislation
    "agreement",  // treaty
    "photo",      // graphic
    "video",      // motion_picture
    "testimony",  // interview
];

/// A DOI without the address or the word that may stand before it: `10.1000/182` of `https://doi.org/10.1000/182`.
pub(crate) fn doi(text: &str) -> &str {
    const BEFORE: [&str; 5] = ["https://", "http://", "dx.", "doi.org/", "doi:"];
    let mut rest = text.trim();
    for before in BEFORE {
        let begins = rest.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before));
        rest = if begins { rest[before.len()..].trim_start() } else { rest };
    }
    if rest.starts_with("10.") { rest } else { text }
}

/// Variables that hold dates.
const DATES: &[&str] = &["available-date", "event-date", "original-date", "submitted"];

/// All other variables that have no key of ours.
const OTHERS: &[&str] = &[
    "abstract",
    "annote",
    "archive-place",
    "archive_collection",
    "archive_location",
    "authority",
    "call-number",
    "chair",
    "chapter-number",
    "citation-key",
    "citation-label",
    "citation-number",
    "collection-editor",
    "collection-number",
    "collection-title",
    "compiler",
    "composer",
    "container-author",
    "container-title-short",
    "contributor",
    "curator",
    "dimensions",
    "director",
    "division",
    "DOI",
    "edition",
    "editor-translator",
    "editorial-director",
    "event",
    "event-place",
    "event-title",
    "executive-producer",
    "first-reference-note-number",
    "genre",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "ISBN",
    "ISSN",
    "issue",
    "jurisdiction",
    "keyword",
    "license",
    "locator",
    "medium",
    "narrator",
    "number-of-pages",
    "number-of-volumes",
    "organizer",
    "original-author",
    "original-publisher",
    "original-publisher-place",
    "original-title",
    "page",
    "page-first",
    "part-number",
    "part-title",
    "performer",
    "PMCID",
    "PMID",
    "printing-number",
    "producer",
    "recipient",
    "references",
    "reviewed-author",
    "reviewed-genre",
    "reviewed-title",
    "scale",
    "script-writer",
    "section",
    "series-creator",
    "source",
    "status",
    "supplement-number",
    "title-short",
    "translator",
    "version",
    "volume",
    "volume-title",
    "year-suffix",
];

/// Every variable that has no key of ours.
pub(crate) fn variables() -> impl Iterator<Item = &'static str> {
    DATES.iter().chain(OTHERS).copied()
}

/// The variable with a name, which may be written in any case (`doi`).
pub(crate) fn variable(name: &str) -> Option<&'static str> {
    variables().find(|variable| variable.eq_ignore_ascii_case(name))
}

/// Variables that hold names.
const NAMES: &[&str] = &[
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor-translator",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
];

/// A name as CSL-JSON writes it. Particles belong to the family name.
pub(crate) fn name(value: &Value) -> Option<NameRef> {
    let part = |key: &str| value.get(key)?.as_str().map(str::trim).filter(|part| !part.is_empty());
    if let Some(whole) = part("literal") {
        return Some(if whole == "others" { NameRef::others() } else { NameRef::whole(whole) });
    }
    let family = [part("dropping-particle"), part("non-dropping-particle"), part("family")];
    let family = family.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match part("given").filter(|_| !family.is_empty()) {
        Some(given) => Some(NameRef::person(given, &family).with_suffix(part("suffix").unwrap_or_default())),
        None => Some(family.as_str()).filter(|family| !family.is_empty()).or(part("given")).map(NameRef::whole),
    }
}

/// Whether a variable holds names.
pub(crate) fn is_name(variable: &str) -> bool {
    NAMES.contains(&variable)
}

/// The CSL type that a type is understood as; a source without one is a document.
pub(crate) fn csl_type(kind: Option<&str>) -> &str {
    match kind.unwrap_or("document") {
        "statement" => "document",
        "resolution" => "legislation",
        "agreement" => "treaty",
        "photo" => "graphic",
        "video" => "motion_picture",
        "testimony" => "interview",
        kind => kind,
    }
}

/// Whether a variable holds a date.
pub(crate) fn is_date(variable: &str) -> bool {
    DATES.contains(&variable)
}
