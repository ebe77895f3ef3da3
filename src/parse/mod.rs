//! parse: one file's bytes become its [`Parsed`] value. Never fails, and looks at nothing but the file.
//!
//! ```text
//! bytes ─► source (text, front matter) ─► walk (events ─► HTML with marks, links, headings, plain words) ─► finish
//! ```
//!
//! The walk is one pass over the events of pulldown-cmark. Its parts: `blocks`, `headings`, `quotes` and `notes` give
//! the text its structure; `links` reads addresses (`address`) and citations (`cites`, `locator`); `prose` keeps the
//! plain words, of which `sentence` makes the sentences of mentions; `text` keeps them with their places, where
//! `claims` finds those that the front matter repeats (`wording`); `telling` tells what Markdown has swallowed, `turns`
//! the directions that are left open. Then `redact` takes out what must not be published, `raw` and `sanitize` see to the author's own HTML, and `finish` numbers links
//! and notes and gives ids.

mod abbreviations;
mod address;
mod bars;
mod blocks;
mod body;
mod cites;
mod claims;
mod finish;
mod flow;
mod headings;
mod highlight;
mod html;
mod linking;
mod links;
mod locator;
mod math;
mod naming;
mod notes;
mod origin;
mod prose;
mod quotes;
mod raw;
mod redact;
mod sanitize;
mod sentence;
mod source;
mod stored;
mod summary;
mod telling;
#[cfg(test)]
mod tests;
mod text;
mod turns;
mod walk;
mod wording;

pub use address::resolve_path;
pub use body::{Body, Callout, Fragment, Hole, HoleKind, Note};
pub use highlight::highlight;
pub use linking::NewLink;
pub use naming::{Naming, named};
pub use redact::BAR;
pub use stored::{StoredText, is_text_copy};
pub use summary::{
    Cite, ClaimSpot, Heading, Headline, Link, Locator, Outline, Quotation, Sentence, Summary, Target, UNNAMED,
};
pub use text::{Run, Text, text};
pub use wording::BREAK;
pub use wording::{contains, is_bare};

use std::ops::Range;
use std::sync::Arc;

use crate::bidi::closed;
use crate::config::{Config, Markdown};
use crate::matter::{self, Claim, FrontMatter, Matter, MatterKind, Own, Str};
use crate::problem::Problem;

use finish::{Finished, finish};
use linking::{Attempt, Linked};
use naming::walk_named;
use origin::{Origin, Piece};
use redact::walk_redacted;
use walk::{Setting, Walked};

/// What one content file says.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// All that other files may know of it, but for its title and summary.
    pub summary: Arc<Summary>,
    /// Its title and summary.
    pub headline: Arc<Headline>,
    /// What its own page shows beside the text.
    pub outline: Arc<Outline>,
    /// Its text as HTML with holes.
    pub html: Arc<str>,
    /// What belongs in the holes, and its notes.
    pub body: Arc<Body>,
    /// What is wrong in it, as far as one file can tell.
    pub problems: Vec<Problem>,
}

impl Parsed {
    /// Whether nothing of the file could be read, so that its summary and body are empty.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.problems.iter().any(|problem| problem.name.hides_file())
    }
}

/// A content file, as its path describes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SourceFile {
    /// Its path from the site's root, with forward slashes: `content/reports/2019/x.md`.
    pub path: Str,
    /// What kind of record it has.
    pub kind: MatterKind,
    /// The language that its name gives: `ar` of `x.ar.md`.
    pub lang: Option<Str>,
}

/// The configuration, as far as parsing depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Options {
    /// How Markdown is read.
    pub markdown: Markdown,
    /// Whether `[[name]]` is a link.
    pub wikilinks: bool,
    /// The site's language.
    pub lang: Str,
    /// How names in running text become links; `None` where they don't.
    pub naming: Option<Naming>,
}

impl From<&Config> for Options {
    fn from(config: &Config) -> Self {
        Self { markdown: config.markdown, wikilinks: config.wikilinks, lang: config.lang.clone(), naming: None }
    }
}

/// The bytes of a content file that are redacted, in its body and in its front matter, by ascending offset. Where that is
/// not clear, it is more than the author marked. The same words in the front matter, as a claim repeats them, are among
/// them.
#[must_use]
pub fn redacted(text: &str, markdown: Markdown, wikilinks: bool) -> Vec<Range<usize>> {
    let file = Str::from("");
    let split = matter::split(&file, text);
    let base = split.body;
    let body = &text[base..];
    let origin = Origin { base, ..Origin::default() };
    let setting = Setting {
        file: &file,
        text: body,
        origin,
        title: None,
        markdown,
        wikilinks,
        keeps_text: false,
        keeps_sentences: false,
    };
    let in_body = redact::redacted(setting);
    let mut found = split.yaml.clone().map_or_else(Vec::new, |yaml| matter::withheld(text, yaml));
    if let Some(yaml) = split.yaml {
        found.extend(in_body.iter().flat_map(|range| redact::repeated(&body[range.clone()], text, yaml.clone())));
    }
    found.sort_by_key(|range| range.start);
    found.extend(in_body.into_iter().map(|range| base + range.start..base + range.end));
    found
}

/// Reads a content file.
#[must_use]
pub fn parse(file: &SourceFile, bytes: &[u8], options: &Options) -> Parsed {
    read(file, bytes, options, Wanted::Summary).0
}

/// Reads the front matter of a content file alone: its Summary is that of an empty text. Returns also whether nothing of it
/// could be read.
#[must_use]
pub fn front_matter(file: &SourceFile, bytes: &[u8], options: &Options) -> (Summary, bool) {
    let mut problems = Vec::new();
    let text = source::decode(&file.path, bytes, &mut problems);
    let (FrontMatter { matter, .. }, _) = source::front_matter(file.kind, &file.path, &text, &mut problems);
    let lang = language(file, &matter, options);
    let summary = Summary {
        matter: Arc::new(matter),
        lang,
        links: Vec::new(),
        claims: Box::default(),
        quotations: Box::default(),
    };
    (summary, problems.iter().any(|problem| problem.name.hides_file()))
}

/// The language of a file. Nearly all files are in the site's language: they share one text of it.
fn language(file: &SourceFile, matter: &Matter, options: &Options) -> Str {
    let lang = matter.common.lang.as_ref().or(file.lang.as_ref()).filter(|lang| **lang != options.lang);
    Arc::clone(lang.unwrap_or(&options.lang))
}

/// The links, which ascend, that a content file can have all together and stay the same text.
#[must_use]
pub fn harmless(file: &SourceFile, text: &str, options: &Options, links: &[NewLink]) -> Vec<NewLink> {
    let text = &*source::decode(&file.path, text.as_bytes(), &mut Vec::new());
    let (FrontMatter { title, .. }, base) = source::front_matter(file.kind, &file.path, text, &mut Vec::new());
    let setting = setting(file, text, base, title.as_deref(), options);
    let mut told = Vec::new();
    let (plain, _) = walk_redacted(setting, &mut told);
    let problems = told.len() + plain.problems.len();
    Attempt { file: text, setting, plain: &plain, problems }.harmless(links)
}

/// How the body of a file is walked over, which begins at `base`.
fn setting<'a>(
    file: &'a SourceFile,
    text: &'a str,
    base: usize,
    title: Option<&'a str>,
    options: &Options,
) -> Setting<'a> {
    Setting {
        file: &file.path,
        text: &text[base..],
        origin: Origin { base, ..Origin::default() },
        title,
        markdown: options.markdown,
        wikilinks: options.wikilinks,
        keeps_text: false,
        keeps_sentences: true,
    }
}

/// What a body hangs on in the front matter above it.
struct Head<'a> {
    /// Where the body begins.
    base: usize,
    title: Option<&'a str>,
    claims: &'a [Claim],
}

fn claims(matter: &Matter) -> &[Claim] {
    match &matter.own {
        Own::Report(report) => &report.claims,
        _ => &[],
    }
}

/// What is wanted of a body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// The HTML, and all that a Summary has.
    Summary,
    /// Its words with their places too.
    Text,
}

/// Reads the body of a file. What is wrong in it is told in what was walked.
fn body(file: &SourceFile, text: &str, options: &Options, head: &Head<'_>, wanted: Wanted) -> (Finished, Walked) {
    let keeps_text = wanted == Wanted::Text || !head.claims.is_empty() || options.naming.is_some();
    let setting = Setting { keeps_text, ..setting(file, text, head.base, head.title, options) };
    let mut told = Vec::new();
    let (mut walked, mut cuts) = walk_redacted(setting, &mut told);
    let mut linked = Linked::default();
    if let Some(naming) = &options.naming {
        (walked, cuts, linked) = walk_named((walked, cuts), setting, text, naming, &mut told);
    }
    let removed = Piece::all(&cuts.gaps);
    let origin = Origin { base: head.base, removed: &removed, added: &linked.added };
    let finished = finish(&file.path, &mut walked, origin, head.claims);
    told.append(&mut walked.problems);
    walked.problems = told;
    (finished, walked)
}

/// Reads a content file.
fn read(file: &SourceFile, bytes: &[u8], options: &Options, wanted: Wanted) -> (Parsed, Text) {
    let mut problems = Vec::new();
    let text = source::decode(&file.path, bytes, &mut problems);
    let (FrontMatter { title, summary, matter }, base) =
        source::front_matter(file.kind, &file.path, &text, &mut problems);
    let head = Head { base, title: title.as_deref(), claims: claims(&matter) };
    let (finished, mut walked) = body(file, &text, options, &head, wanted);
    let Finished { html, body, links, quotations, claims, text, headings, anchors, minutes } = finished;
    problems.append(&mut walked.problems);

    let has_body = !body.holes.is_empty() || !html.trim().is_empty();
    let lang = language(file, &matter, options);
    let headline = Headline {
        title,
        summary,
        heading: walked.headings.first().map(|heading| Str::from(&*closed(&heading.name))),
        opening: walked.prose.opening().map(|opening| Str::from(&*closed(opening))),
    };
    let summary = Summary { lang, links, claims, quotations, matter: Arc::new(matter) };
    let minutes = if has_body { minutes } else { 0 };
    let outline = Outline { headings, paragraphs: walked.paragraphs, anchors, minutes };
    let parsed = Parsed {
        summary: Arc::new(summary),
        headline: Arc::new(headline),
        outline: Arc::new(outline),
        html,
        body: Arc::new(body),
        problems,
    };
    (parsed, text)
}
