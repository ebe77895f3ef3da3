//! Routes: what may be part of one, and which one a file's page has.

use super::graph::{Doc, DocKind};
use crate::id::Id;
use crate::matter::Str;
use crate::parse::Summary;
use crate::problem::{Name, Place, Problem};

/// The page on which readers search.
pub const SEARCH: &str = "/search/";

/// The file of its index that says which others there are.
pub const SEARCH_INDEX: &str = "/search/index/root.json";

/// Whether text may be one component of an address and of a path on any file system.
pub(super) fn is_component(text: &str) -> bool {
    let bad = |c: char| {
        c.is_control()
            || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '%')
            // What shows nothing, and what reorders; joiners are letters of some languages.
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    !text.is_empty()
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains(bad)
        && text.trim() == text
        && text.len() <= 200
        && !is_reserved(text)
}

/// Tells an id that can't be part of an address. `mend` says how it is changed, given an id that would do.
pub(super) fn check_id(
    id: &Id,
    place: impl FnOnce() -> Place,
    mend: impl FnOnce(Option<&str>) -> String,
) -> Option<Problem> {
    if is_component(id.as_str()) {
        return None;
    }
    let slug = crate::id::slug(id.as_str());
    let help = match &*slug {
        "" => mend(None),
        slug if is_component(slug) => mend(Some(slug)),
        slug => mend(Some(&format!("{slug}-1"))),
    };
    Some(Problem::at(Name::InvalidRoute, place(), format!("`{id}` can't be part of an address")).help(help))
}

/// How an id is changed that stands in a list.
pub(super) fn mend_in_list(would_do: Option<&str>) -> String {
    would_do.map_or_else(|| "it needs letters or digits".to_owned(), |id| format!("`{id}` would do"))
}

/// Names that Windows keeps for devices.
fn is_reserved(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or(text);
    let is = |name: &str| stem.eq_ignore_ascii_case(name);
    let port = stem.strip_suffix(|c: char| c.is_ascii_digit());
    ["con", "prn", "aux", "nul"].into_iter().any(is)
        || port.is_some_and(|port| ["com", "lpt"].into_iter().any(|name| port.eq_ignore_ascii_case(name)))
}

/// Whether a route is absolute and made of safe components: `/a/b/` or `/a/b.html`.
pub(super) fn is_route(route: &str) -> bool {
    let Some(rest) = route.strip_prefix('/') else { return false };
    rest.is_empty() || rest.strip_suffix('/').unwrap_or(rest).split('/').all(is_component)
}

/// The file of the output that a route is: `/a/b/` is `a/b/index.html`.
#[must_use]
pub fn output_path(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The route of a file's page. A version's has its language in front.
pub(super) fn of_file(doc: &Doc, summary: &Summary, is_version: bool, site_lang: &str) -> Str {
    if let Some(own) = summary.matter.common.permalink.as_ref().filter(|route| is_route(route)) {
        return Str::clone(own);
    }
    let base = match doc.kind {
        DocKind::Report => format!("/reports/{}/", doc.id),
        DocKind::Actor => format!("/actors/{}/", doc.id),
        DocKind::Source => format!("/sources/{}/", doc.id),
        DocKind::Date => {
            doc.id.as_str().parse::<crate::edtf::Key>().map_or_else(|_| String::new(), crate::edtf::Key::route)
        }
        DocKind::Page => format!("/{}/", doc.id),
        DocKind::Prose(section) => section.route().to_owned(),
    };
    // Generated pages are made once, in the site's language: prose in another one has no page.
    let has_prefix = is_version && doc.kind.has_own_page() && *summary.lang != *site_lang;
    if has_prefix { format!("/{}{base}", summary.lang).into() } else { base.into() }
}
