//! The configuration: site.yaml and the command line, read once, and the only outside facts that stages may use.

pub(crate) mod keys;
mod read;
mod shard;
mod zone;

#[cfg(test)]
mod tests;

pub use read::read;
pub use shard::Shard;
pub use zone::{is_zone, local_to_utc};

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::matter::{Extra, Str};
use crate::problem::{Level, Name};

/// The formats of bibliography files, by the ends of their names.
pub(crate) const BIBLIOGRAPHIES: [&str; 4] = ["bib", "json", "yaml", "yml"];

/// What site.yaml says, with every default filled in. Plain data: the command line is laid over it by `Settings`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Config {
    /// The site's title; the only required key.
    pub title: Str,
    /// Where the site will stand, without a slash at its end: `https://example.org/sub`.
    pub base_url: Option<BaseUrl>,
    /// The site's language (BCP 47). Default `en`.
    pub lang: Str,
    /// All languages of the site, `lang` first.
    pub languages: Vec<Str>,
    /// One sentence on the site.
    pub description: Option<Str>,
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// The licence of the texts: an SPDX name or an address.
    pub license: Option<Str>,
    /// IANA time zone in which times without an offset are read. Default `UTC`.
    pub timezone: Str,
    /// The theme's name. Default `margin`.
    pub theme: Str,
    /// The output folder, relative to the root. Default `public`.
    pub out: Str,
    /// The menu; `None` means the plain pages.
    pub menu: Option<Vec<MenuItem>>,
    /// Items on a page of a list. Default 50.
    pub paginate: u32,
    /// Old addresses and where they lead, in the order of site.yaml.
    pub redirects: Vec<(Str, Str)>,
    /// The feeds.
    pub feed: Feed,
    /// How Markdown is read.
    pub markdown: Markdown,
    /// Whether `[[name]]` is a link.
    pub wikilinks: bool,
    /// Whether readers can search. Default true.
    pub search: bool,
    /// Whether reports have files for reference managers and programs beside them. Default true.
    pub exports: bool,
    /// What becomes of actors' names in running text. Default: they are suggested.
    pub autolink: Autolink,
    /// How citations look.
    pub citations: Citations,
    /// Files with sources, in BibLaTeX, CSL-JSON or Hayagriva's YAML, relative to the root.
    pub bibliography: Vec<Str>,
    /// Levels of problems that differ from the usual ones.
    pub lint: BTreeMap<Name, Level>,
    /// Globs of files below `content/` and `static/` to pass over.
    pub ignore: Vec<Str>,
    /// Keys of the author's own.
    pub extra: BTreeMap<Str, Extra>,
}

/// The configuration of a site.yaml that says nothing. Its title is empty.
impl Default for Config {
    fn default() -> Self {
        Self {
            title: Str::from(""),
            base_url: None,
            lang: Str::from("en"),
            languages: Vec::new(),
            description: None,
            publisher: None,
            license: None,
            timezone: Str::from("UTC"),
            theme: Str::from("margin"),
            out: Str::from("public"),
            menu: None,
            paginate: 50,
            redirects: Vec::new(),
            feed: Feed { limit: 50, id: None },
            markdown: Markdown { raw_html: RawHtml::Sanitize, math: false, smart: true },
            wikilinks: false,
            search: true,
            exports: true,
            autolink: Autolink::Suggest,
            citations: Citations { style: None },
            bibliography: Vec::new(),
            lint: BTreeMap::new(),
            ignore: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

/// What becomes of actors' names in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Autolink {
    /// Nothing.
    Off,
    /// `gloss suggest` proposes links; the author decides.
    Suggest,
    /// The first mention of each actor in a text becomes a link when the site is built.
    First,
    /// Every mention does.
    All,
}

/// Where the site will stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    /// Scheme, host and port: `https://example.org`.
    pub origin: Str,
    /// The path, without a slash at its end: empty, or `/sub/path`.
    pub path: Str,
}

/// Who publishes the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Publisher {
    /// The name.
    pub name: Str,
    /// The address.
    pub url: Option<Str>,
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MenuItem {
    /// Its words.
    pub title: Str,
    /// An address: `/about/` on this site, or elsewhere.
    pub url: Str,
}

/// The feeds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Feed {
    /// Entries at most. Default 50.
    pub limit: u32,
    /// Authority and date of `tag:` ids (RFC 4151): `example.org,2019`.
    pub id: Option<Str>,
}

/// How Markdown is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Markdown {
    /// What becomes of raw HTML. Default `sanitize`.
    pub raw_html: RawHtml,
    /// Whether `$…$` is a formula. Default false.
    pub math: bool,
    /// Whether quotes and dashes become typographic. Default true.
    pub smart: bool,
}

/// How citations look.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Citations {
    /// The name of a CSL style; `None` means the built-in one.
    pub style: Option<Str>,
}

/// What becomes of raw HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RawHtml {
    /// What is safe stays.
    #[default]
    Sanitize,
    /// It is shown as text.
    Escape,
    /// It is passed on as it is.
    Allow,
}

/// The whole configuration of one build: site.yaml, laid over by the command line.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The site's root, absolute.
    pub root: PathBuf,
    /// The output folder, absolute.
    pub out: PathBuf,
    /// site.yaml with `--base-url` laid over it.
    pub config: Arc<Config>,
    /// Whether drafts and embargoed files are shown.
    pub drafts: bool,
    /// The moment of the build, in seconds since 1970-01-01T00:00:00Z. Only embargoes and `future-date` look at it.
    pub now: i64,
    /// Whether warnings are errors.
    pub strict: bool,
    /// Whether an output folder with strangers in it may be taken over.
    pub adopt: bool,
    /// Which of the site's files are made.
    pub shard: Shard,
}
