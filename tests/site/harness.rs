//! The harness: a site written as one text, built in memory, and what came of it.
//!
//! `=== path` begins a file. Without a `site.yaml` the site is called *Test* and stands at <https://test.example>.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use glossator::build::{self, Counts, Mode, Outcome};
use glossator::config::Shard;
use glossator::files::{Files, Memory};
use glossator::problem::Level;
use glossator::session::{Overlay, Session, Silent};
use glossator::tell::{Diagnosis, Look};

/// Where the site is.
pub(crate) const ROOT: &str = "/site";
const SITE_YAML: &str = "title: Test\nbase_url: https://test.example\n";

/// 1 January 2024.
pub(crate) const NOW: i64 = 1_704_067_200;

/// A site, ready to be built as often as a test likes.
pub(crate) struct Site {
    pub(crate) files: Memory,
    drafts: bool,
    now: i64,
    strict: bool,
}

/// A site of the files that `text` has.
pub(crate) fn site(text: &str) -> Site {
    let site = of(Memory::new());
    site.files.put("/site/site.yaml", SITE_YAML);
    site.with(text)
}

/// The site of files that are there already.
pub(crate) fn of(files: Memory) -> Site {
    Site { files, drafts: false, now: NOW, strict: false }
}

/// The repository's own site.
pub(crate) fn example() -> Memory {
    let files = Memory::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["site.yaml", "content", "archive", "static"] {
        for entry in walkdir::WalkDir::new(root.join(part)).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(root).unwrap().display();
            if entry.file_type().is_file() {
                files.put(&format!("{ROOT}/{path}"), std::fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

/// A site of which nothing is to be told but what `expected` has.
#[track_caller]
pub(crate) fn check(text: &str, expected: &str) {
    let built = site(text).build();
    assert_eq!(built.problems(), expected.trim(), "\n\n{}\n", built.problems());
}

impl Site {
    /// Adds or replaces files.
    pub(crate) fn write(&self, text: &str) {
        let mut rest = text.trim_start();
        while let Some(file) = rest.strip_prefix("=== ") {
            let (path, after) = file.split_once('\n').unwrap_or((file, ""));
            let next = if after.starts_with("=== ") { Some(0) } else { after.find("\n=== ").map(|at| at + 1) };
            let end = next.unwrap_or(after.len());
            self.files.put(&format!("{ROOT}/{}", path.trim()), &after[..end]);
            rest = &after[end..];
        }
        assert!(rest.is_empty(), "a site's text begins with `=== path`: {rest}");
    }

    /// The site with more files, or others.
    pub(crate) fn with(self, text: &str) -> Self {
        self.files.make_folder(&Path::new(ROOT).join("content")).unwrap();
        self.write(text);
        self
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) {
        self.files.remove_file(&Path::new(ROOT).join(path)).unwrap();
    }

    /// Shows drafts too.
    pub(crate) fn drafts(mut self) -> Self {
        self.drafts = true;
        self
    }

    /// Warnings are errors.
    pub(crate) fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Builds at another moment, in seconds since 1970.
    pub(crate) fn at(mut self, now: i64) -> Self {
        self.now = now;
        self
    }

    /// Builds the site.
    pub(crate) fn build(&self) -> Built {
        self.part(1, 1)
    }

    /// Builds the n-th of so many parts of the site.
    pub(crate) fn part(&self, number: u32, of: u32) -> Built {
        let shard = Some(Shard::new(number, of).unwrap());
        let overlay = Overlay { drafts: self.drafts, strict: self.strict, shard, ..Overlay::default() };
        let mut session = Session::new(Arc::new(self.files.clone()), ROOT.into(), overlay);
        let Outcome { round, counts, .. } = build::once(&mut session, self.now, Mode::Build, &Silent);
        let told = round.diagnosis(&self.files);
        let found = self.term_files();
        Built {
            told,
            counts: counts.unwrap_or_default(),
            output: self.output(),
            terms: found.iter().map(|(path, bytes)| (path.clone(), terms(bytes))).collect(),
            lists: found.values().flat_map(|bytes| entries(bytes)).collect(),
        }
    }

    /// What stands in the output folder, by path.
    pub(crate) fn output(&self) -> BTreeMap<String, String> {
        self.files.texts("/site/public")
    }
}

impl Site {
    /// The files of the search index that have terms, by path: in pieces, so that no text shows them.
    fn term_files(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.output().into_keys().filter(|path| path.starts_with("search/index/terms/"));
        let read = |path: &String| self.files.read(&Path::new("/site/public").join(path)).unwrap();
        files.map(|path| (path.clone(), read(&path))).collect()
    }
}

/// The terms of a file of the search index, one a line.
pub(crate) fn terms(bytes: &[u8]) -> String {
    entries(bytes).into_iter().map(|(term, _)| term + "\n").collect()
}

/// The terms of a file of the search index, each with its documents and their weights.
fn entries(bytes: &[u8]) -> Vec<(String, Vec<(usize, usize)>)> {
    let (mut at, mut term, mut all) = (0, Vec::new(), Vec::new());
    let number = |at: &mut usize| {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = bytes[*at];
            *at += 1;
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    };
    while at < bytes.len() {
        term.truncate(number(&mut at));
        let rest = number(&mut at);
        term.extend_from_slice(&bytes[at..at + rest]);
        at += rest;
        let end = number(&mut at) + at;
        let (mut next, mut list) = (0, Vec::new());
        while at < end {
            let value = number(&mut at);
            list.push((next + (value >> 2), value & 3));
            next += (value >> 2) + 1;
        }
        all.push((String::from_utf8(term.clone()).unwrap(), list));
    }
    all
}

/// What came of a build.
pub(crate) struct Built {
    pub(crate) told: Diagnosis,
    pub(crate) counts: Counts,
    /// Every file of the output, by path.
    pub(crate) output: BTreeMap<String, String>,
    /// The terms of the search index, one a line, by the path of their file.
    pub(crate) terms: BTreeMap<String, String>,
    /// The documents of each term, and their weights.
    lists: BTreeMap<String, Vec<(usize, usize)>>,
}

impl Built {
    /// All problems as a person sees them, without colour.
    pub(crate) fn problems(&self) -> String {
        let look = Look { colour: false, width: 120 };
        let drawn: Vec<String> =
            self.told.problems.iter().map(|problem| self.told.human(problem, look).trim_end().to_owned()).collect();
        drawn.join("\n\n")
    }

    /// The names of all problems, sorted.
    pub(crate) fn names(&self) -> BTreeSet<&'static str> {
        self.told.problems.iter().map(|problem| problem.name.as_str()).collect()
    }

    /// Fails where anything was told.
    #[track_caller]
    pub(crate) fn fine(self) -> Self {
        assert!(self.told.problems.is_empty(), "\n{}\n", self.problems());
        self
    }

    /// Whether an error was told.
    pub(crate) fn failed(&self) -> bool {
        self.told.problems.iter().any(|problem| problem.level == Level::Deny)
    }

    /// Fails where an error was told.
    #[track_caller]
    pub(crate) fn written(self) -> Self {
        assert!(!self.failed(), "\n{}\n", self.problems());
        self
    }

    /// A page by its route.
    #[track_caller]
    pub(crate) fn page(&self, route: &str) -> &str {
        let path = glossator::resolve::output_path(route);
        self.output.get(&path).unwrap_or_else(|| panic!("no page {route} among {:#?}", self.paths()))
    }

    /// The paths of the output, without those of the default theme's own files, of the search, and of the four files beside
    /// each report.
    pub(crate) fn paths(&self) -> Vec<&str> {
        let is_sheet = |path: &str| !path.contains('/') && path.ends_with(".css");
        let theme = ["favicon.svg", "margin.js"];
        let beside = ["/cite.bib", "/cite.ris", "/cite.json", "/data.json"];
        let is_other = |path: &&str| {
            !is_sheet(path)
                && !theme.contains(path)
                && !path.starts_with("search/")
                && !beside.iter().any(|name| path.ends_with(name))
        };
        self.output.keys().map(String::as_str).filter(is_other).collect()
    }

    /// Whether there is a page.
    pub(crate) fn has(&self, route: &str) -> bool {
        self.output.contains_key(&glossator::resolve::output_path(route))
    }

    /// What readers see of a page's main part, white space folded.
    #[track_caller]
    pub(crate) fn text(&self, route: &str) -> String {
        text_of(main_of(self.page(route)))
    }

    /// Fails where a page's words do not have `words`.
    #[track_caller]
    pub(crate) fn shows(&self, route: &str, words: &str) -> &Self {
        let text = self.text(route);
        assert!(text.contains(words), "{route} does not show “{words}”:\n{text}");
        self
    }

    /// Fails where a page's words have `words`.
    #[track_caller]
    pub(crate) fn hides(&self, route: &str, words: &str) -> &Self {
        let text = self.text(route);
        assert!(!text.contains(words), "{route} shows “{words}”:\n{text}");
        self
    }

    /// Fails where a page's HTML does not have `html`.
    #[track_caller]
    pub(crate) fn has_html(&self, route: &str, html: &str) -> &Self {
        let page = self.page(route);
        assert!(page.contains(html), "{route} has no\n{html}\nin\n{page}");
        self
    }

    /// The files of the output, of whatever kind, that have `words` in them or in their path.
    pub(crate) fn files_with(&self, words: &str) -> Vec<&str> {
        let is_term = |path: &String| self.terms.get(path).is_some_and(|terms| terms.contains(words));
        let files = self.output.iter();
        let found = files.filter(|(path, text)| path.contains(words) || text.contains(words) || is_term(path));
        found.map(|(path, _)| &**path).collect()
    }

    /// The files of the output that have `words`, without those of the search index.
    pub(crate) fn pages_with(&self, words: &str) -> Vec<&str> {
        self.files_with(words).into_iter().filter(|path| !path.starts_with("search/")).collect()
    }

    /// Whether the search index has a term.
    pub(crate) fn finds(&self, term: &str) -> bool {
        self.lists.contains_key(term)
    }

    /// The documents of a term of the search index, and their weights.
    pub(crate) fn list(&self, term: &str) -> &[(usize, usize)] {
        self.lists.get(term).map_or(&[], Vec::as_slice)
    }

    /// The addresses that links of a page's main part lead to.
    #[track_caller]
    pub(crate) fn links(&self, route: &str) -> Vec<String> {
        addresses(main_of(self.page(route)))
    }
}

/// The part of a page between `<main …>` and `</main>`; the whole where there is none.
pub(crate) fn main_of(html: &str) -> &str {
    let Some(start) = html.find("<main") else { return html };
    html[start..].split("</main>").next().unwrap_or_default()
}

/// The section of a page that has this `id`, up to the next section.
#[track_caller]
pub(crate) fn section<'a>(html: &'a str, id: &str) -> &'a str {
    let start = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no section {id} in\n{html}"));
    html[start..].split("</section>").next().unwrap_or_default()
}

/// The words of HTML, white space folded. A timeline is a picture, and the list below it says the same.
pub(crate) fn text_of(html: &str) -> String {
    let mut text = String::new();
    let pictures = html.split("<svg class=\"tl\"").enumerate().map(|(number, part)| match number {
        0 => part,
        _ => part.split_once("</svg></div>").map_or("", |(_, after)| after),
    });
    let html: String = pictures.collect();
    let mut rest = html.as_str();
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let tag = rest[open + 1..].trim_start_matches('/');
        let tag = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len())];
        if !["a", "b", "bdi", "cite", "code", "em", "i", "span", "strong", "time"].contains(&tag) {
            text.push(' ');
        }
        rest = rest[open..].split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = unescape(&text).replace('\u{2060}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The addresses in `href` and `src` attributes.
pub(crate) fn addresses(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in [" href=\"", " src=\""] {
        found.extend(html.split(mark).skip(1).filter_map(|rest| Some(unescape(rest.split_once('"')?.0))));
    }
    found
}

fn unescape(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'")];
    let mut text = text.to_owned();
    for (entity, character) in entities {
        text = text.replace(entity, character);
    }
    text.replace("&amp;", "&")
}
