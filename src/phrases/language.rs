//! The languages that are read.

/// A language whose date phrases are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    French,
    Arabic,
}

impl Language {
    /// The language of a tag: `en`, `fr-CA`, `ar-LY`.
    pub(super) fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        [("en", Self::English), ("fr", Self::French), ("ar", Self::Arabic)]
            .into_iter()
            .find_map(|(subtag, known)| language.eq_ignore_ascii_case(subtag).then_some(known))
    }
}
