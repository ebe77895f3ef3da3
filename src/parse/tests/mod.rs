//! Documents in, HTML with visible holes out.
#![expect(clippy::format_push_string, reason = "tests may be plain rather than fast")]

mod citations;
mod claims;
mod links;
mod markdown;
mod naming;
mod notes;
mod quotes;
mod raw_html;
mod redactions;
mod robustness;
mod summary;
mod text;
mod turns;
mod words;

use super::*;
use crate::config::RawHtml;
use crate::problem::Spot;

/// A site's usual configuration.
fn options() -> Options {
    let markdown = Markdown { raw_html: RawHtml::Sanitize, math: false, smart: true };
    Options { markdown, wikilinks: false, lang: "en".into(), naming: None }
}

/// A file whose front matter needs no key.
fn file() -> SourceFile {
    SourceFile { path: "content/reports/2019/x.md".into(), kind: MatterKind::Date, lang: None }
}

fn read(text: &str) -> Parsed {
    parse(&file(), text.as_bytes(), &options())
}

/// HTML with its holes shown: `⟦open 0⟧`.
fn with_holes(html: &str, holes: &[Hole]) -> String {
    let mut out = String::new();
    let mut done = 0;
    for hole in holes {
        let at = hole.at as usize;
        out.push_str(&html[done..at]);
        done = at;
        out.push_str(&match hole.kind {
            HoleKind::Open(n) => format!("⟦open {n}⟧"),
            HoleKind::Words(n) => format!("⟦words {n}⟧"),
            HoleKind::Close(n) => format!("⟦close {n}⟧"),
            HoleKind::Cite(n, _) => format!("⟦cite {n}⟧"),
            HoleKind::Src(n) => format!("⟦src {n}⟧"),
            HoleKind::Note(n) => format!("⟦note {n}⟧"),
            HoleKind::Paragraph(n) => format!("⟦{n}⟧"),
            HoleKind::Claim(n) => format!("⟦claim {n}⟧"),
            HoleKind::Callout(callout) => format!("⟦word {}⟧", callout.name()),
            HoleKind::Redacted(n) => format!("⟦bar {n}⟧"),
        });
    }
    out.push_str(&html[done..]);
    out
}

/// The text, its notes, its links and its problems, as far as there are any.
fn show(parsed: &Parsed) -> String {
    let mut out = with_holes(&parsed.html, &parsed.body.holes);
    for (number, note) in parsed.body.notes.iter().enumerate() {
        out += &format!(
            "note {number} [{}] p{}: {}\n",
            note.label,
            note.paragraph,
            with_holes(&note.text.html, &note.text.holes)
        );
    }
    out
}

/// The HTML of a text.
fn html(text: &str) -> String {
    show(&read(text))
}

/// The links of a text, one a line: number, target, paragraph, sentence.
fn links(parsed: &Parsed) -> String {
    let mut out = String::new();
    for (number, link) in parsed.summary.links.iter().enumerate() {
        let sentence = link.sentence.as_ref().map(|s| format!(" | {}[{}]{}", s.before(), s.mention(), s.after()));
        out += &format!("{number} {} p{}{}\n", target(&link.target), link.paragraph, sentence.unwrap_or_default());
    }
    out
}

fn target(target: &Target) -> String {
    let anchor = |anchor: &Option<Str>| anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
    match target {
        Target::Actor(id) => format!("actor {id}"),
        Target::Date(date) => format!("date {date:?}"),
        Target::Source(id) => format!("source {id}"),
        Target::Report(id, a) => format!("report {id}{}", anchor(a)),
        Target::Cite(cites) => {
            let cites = cites.iter().map(|cite| {
                let words =
                    |words: &Option<Str>| words.as_deref().map(|words| format!("({words})")).unwrap_or_default();
                let locator = cite.locator.as_ref().map(|it| format!(" {} {}", it.label, it.value)).unwrap_or_default();
                let minus = if cite.suppress_author { "-" } else { "" };
                format!("{}{minus}@{}{locator}{}", words(&cite.prefix), cite.id, words(&cite.suffix))
            });
            cites.collect::<Vec<_>>().join("; ")
        }
        Target::File(path, a) => format!("file {path}{}", anchor(a)),
        Target::Route(path, a) => format!("route {path}{}", anchor(a)),
        Target::Anchor(a) => format!("anchor {a}"),
        Target::Wiki(name) => format!("wiki {name}"),
        Target::Bare(key) => format!("bare {key}"),
        Target::Url(url) => format!("url {url}"),
        Target::Image(path) => format!("image {path}"),
    }
}

/// The problems of a text, one a line, with the words that each is about.
fn problems(text: &str, parsed: &Parsed) -> String {
    let mut out = String::new();
    for problem in &parsed.problems {
        let place = match problem.place.as_ref().map(|place| &place.spot) {
            Some(Spot::Bytes(start, end)) => text.get(*start as usize..*end as usize).unwrap_or("?").to_owned(),
            other => format!("{other:?}"),
        };
        out += &format!("{}: {} at `{place}`", problem.name, problem.message);
        if let Some(help) = &problem.help {
            out += &format!("; {help}");
        }
        out.push('\n');
    }
    out
}

/// Checks the HTML, the links and the problems of a text.
#[track_caller]
fn check(text: &str, html: &str, link: &str, problem: &str) {
    check_with(&options(), text, html, link, problem);
}

#[track_caller]
fn check_with(options: &Options, text: &str, html: &str, link: &str, problem: &str) {
    let parsed = parse(&file(), text.as_bytes(), options);
    assert_eq!(show(&parsed), html, "HTML");
    assert_eq!(links(&parsed), link, "links");
    assert_eq!(problems(text, &parsed), problem, "problems");
    assert_eq!(parsed.body.spans.len(), parsed.summary.links.len());
}
