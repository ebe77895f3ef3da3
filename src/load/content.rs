//! What a content file's path says: its kind, its stem and its language.

use super::name;
use crate::files::Stat;
use crate::matter::Str;

/// A Markdown file below `content/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentFile {
    /// `content/reports/2019/x.md`
    pub path: Str,
    /// What its place makes of it.
    pub kind: ContentKind,
    /// The id where the front matter gives no `slug`: the file's stem without `.LANG`; for `x/index.md` the folder's name,
    /// `x`. For the home page and the indexes of kinds it is `index`, and no id.
    pub stem: Str,
    /// The language in `SLUG.LANG.md`, as site.yaml writes it.
    pub lang: Option<Str>,
    /// Its size and time.
    pub stat: Stat,
}

/// What a content file's place makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContentKind {
    /// `content/index.md`
    Home,
    /// Below `content/reports/`.
    Report,
    /// Below `content/actors/`.
    Actor,
    /// Below `content/sources/`.
    Source,
    /// Below `content/dates/`.
    Date,
    /// Anywhere else below `content/`.
    Page,
    /// The `index.md` directly in the folder of a kind: prose above the list of all.
    Index(Section),
}

/// The kinds that have a folder of their own below `content/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// `reports/`
    Reports,
    /// `actors/`
    Actors,
    /// `sources/`
    Sources,
    /// `dates/`
    Dates,
}

impl Section {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Reports, Self::Actors, Self::Sources, Self::Dates];

    /// The folder's name, below `content/` and in routes.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Actors => "actors",
            Self::Sources => "sources",
            Self::Dates => "dates",
        }
    }

    const fn kind(self) -> ContentKind {
        match self {
            Self::Reports => ContentKind::Report,
            Self::Actors => ContentKind::Actor,
            Self::Sources => ContentKind::Source,
            Self::Dates => ContentKind::Date,
        }
    }
}

impl ContentFile {
    /// Whether a file below `content/` is Markdown.
    pub(super) fn is_one(path: &str) -> bool {
        name(path).strip_suffix(".md").is_some_and(|stem| !stem.is_empty())
    }

    /// Reads `path`, which [`is_one`](Self::is_one).
    pub(super) fn new(path: Str, stat: Stat, languages: &[Str]) -> Self {
        let below = path.strip_prefix("content/").unwrap_or(&path);
        let (section, rest) = Section::ALL
            .into_iter()
            .find_map(|section| Some((Some(section), below.strip_prefix(section.folder())?.strip_prefix('/')?)))
            .unwrap_or((None, below));
        let (folder, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        let (stem, lang) = split_language(name.strip_suffix(".md").unwrap_or(name), languages);

        let (kind, stem) = match (stem, folder, section) {
            ("index", "", None) => (ContentKind::Home, stem),
            ("index", "", Some(section)) => (ContentKind::Index(section), stem),
            ("index", folder, _) => (section.map_or(ContentKind::Page, Section::kind), super::name(folder)),
            _ => (section.map_or(ContentKind::Page, Section::kind), stem),
        };
        Self { kind, stem: Str::from(stem), lang, stat, path }
    }
}

/// Splits `x.ar` where `ar` is one of the site's languages; a stem may have other full stops.
fn split_language<'a>(stem: &'a str, languages: &[Str]) -> (&'a str, Option<Str>) {
    let split = stem.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    split
        .and_then(|(stem, end)| {
            let lang = languages.iter().find(|lang| lang.eq_ignore_ascii_case(end))?;
            Some((stem, Some(Str::clone(lang))))
        })
        .unwrap_or((stem, None))
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;
    use crate::files::Kind;

    fn read(path: &str) -> (ContentKind, String, Option<String>) {
        let stat = Stat { kind: Kind::File, len: 0, modified: SystemTime::UNIX_EPOCH, inode: 0, changed: 0 };
        let file = ContentFile::new(Str::from(path), stat, &["en".into(), "ar".into(), "pt-BR".into()]);
        (file.kind, file.stem.to_string(), file.lang.map(|lang| lang.to_string()))
    }

    fn plain(kind: ContentKind, stem: &str) -> (ContentKind, String, Option<String>) {
        (kind, stem.to_owned(), None)
    }

    #[test]
    fn the_first_folder_makes_the_kind_and_others_play_no_part() {
        assert_eq!(read("content/reports/x.md"), plain(ContentKind::Report, "x"));
        assert_eq!(read("content/reports/2019/04/x.md"), plain(ContentKind::Report, "x"));
        assert_eq!(read("content/actors/haftar.md"), plain(ContentKind::Actor, "haftar"));
        assert_eq!(read("content/sources/un-2259.md"), plain(ContentKind::Source, "un-2259"));
        assert_eq!(read("content/dates/2019-04.md"), plain(ContentKind::Date, "2019-04"));
        assert_eq!(read("content/about.md"), plain(ContentKind::Page, "about"));
        assert_eq!(read("content/team/reports.md"), plain(ContentKind::Page, "reports"));
        assert_eq!(read("content/reports-old/x.md"), plain(ContentKind::Page, "x"));
    }

    #[test]
    fn an_index_is_named_after_its_folder_or_belongs_to_the_list() {
        assert_eq!(read("content/index.md"), plain(ContentKind::Home, "index"));
        assert_eq!(read("content/reports/index.md"), plain(ContentKind::Index(Section::Reports), "index"));
        assert_eq!(read("content/reports/2019/x/index.md"), plain(ContentKind::Report, "x"));
        assert_eq!(read("content/about/index.md"), plain(ContentKind::Page, "about"));
    }

    #[test]
    fn a_language_is_split_off_only_where_the_site_has_it() {
        let version = |kind, stem: &str, lang: &str| (kind, stem.to_owned(), Some(lang.to_owned()));
        assert_eq!(read("content/reports/x.ar.md"), version(ContentKind::Report, "x", "ar"));
        assert_eq!(read("content/reports/x.pt-br.md"), version(ContentKind::Report, "x", "pt-BR"));
        assert_eq!(read("content/reports/x/index.ar.md"), version(ContentKind::Report, "x", "ar"));
        assert_eq!(read("content/index.ar.md"), version(ContentKind::Home, "index", "ar"));
        assert_eq!(read("content/reports/v1.fr.md"), plain(ContentKind::Report, "v1.fr"));
        assert_eq!(read("content/reports/ar.md"), plain(ContentKind::Report, "ar"));
    }
}
