//! A report as others cite it, in the formats of reference managers: BibTeX, RIS and CSL-JSON.

mod bibtex;
mod csl;
mod ris;

#[cfg(test)]
mod tests;

use super::Party;
use crate::edtf::Key;
use crate::matter::Str;

/// A format of reference managers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// BibTeX, as BibLaTeX reads it: UTF-8.
    Bibtex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

/// All that a report is cited by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Export {
    /// The key by which texts will cite it: the slug.
    pub key: Str,
    /// The title.
    pub title: Str,
    /// Who wrote it.
    pub authors: Vec<Party>,
    /// The title of the site.
    pub site: Str,
    /// Who publishes the site.
    pub publisher: Option<Str>,
    /// When it was published, as far as that is known.
    pub date: Option<Key>,
    /// Its language.
    pub lang: Str,
    /// Its absolute address.
    pub url: Option<Str>,
    /// Its tags.
    pub tags: Vec<Str>,
}

impl Format {
    /// Every format, in the order in which pages offer them.
    pub const ALL: [Self; 3] = [Self::Bibtex, Self::Ris, Self::Csl];

    /// The format's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }

    /// A word for it in ids: `bibtex`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
        }
    }

    /// The name of its file, beside the report's page.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Bibtex => "cite.bib",
            Self::Ris => "cite.ris",
            Self::Csl => "cite.json",
        }
    }
}

impl Export {
    /// The file in a format.
    #[must_use]
    pub fn written(&self, format: Format) -> String {
        match format {
            Format::Bibtex => bibtex::written(self),
            Format::Ris => ris::written(self),
            Format::Csl => csl::written(self),
        }
    }
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
