//! A content file: front matter and Markdown, in every way that a site can have it read.
//!
//! Reading it twice gives the same; every problem, link and hole lies within its text; the HTML is nested and can run no
//! script; redacted words are nowhere in what comes of it.
#![no_main]

use glossator::config::{Markdown, RawHtml};
use glossator::matter::MatterKind;
use glossator::parse::{Hole, HoleKind, Options, Parsed, SourceFile, front_matter, parse, redacted, text};
use glossator_fuzz::told::{self, File};
use glossator_fuzz::{self as fuzz, CANARY, held, html, is_hidden};
use libfuzzer_sys::fuzz_target;

const PATH: &str = "content/reports/2019/x.md";

fuzz_target!(|input: &[u8]| held(input, || {
    let Some((choice, bytes)) = input.split_first() else { return };
    let bit = |number: u8| choice >> number & 1 == 1;
    let raw_html = match choice & 3 {
        0 | 1 => RawHtml::Sanitize,
        2 => RawHtml::Escape,
        _ => RawHtml::Allow,
    };
    let markdown = Markdown { raw_html, math: bit(2), smart: bit(3) };
    let lang = if bit(4) { "ar" } else { "en" };
    let options = Options { markdown, wikilinks: bit(5), lang: lang.into(), naming: None };
    let kind = if bit(6) { MatterKind::Page } else { MatterKind::Report };
    check(&SourceFile { path: PATH.into(), kind, lang: None }, bytes, &options);
}));

fn check(file: &SourceFile, bytes: &[u8], options: &Options) {
    let parsed = parse(file, bytes, options);
    let again = parse(file, bytes, options);
    assert_eq!((&parsed.html, &parsed.body, &parsed.problems), (&again.html, &again.body, &again.problems));
    assert_eq!((&parsed.summary, &parsed.headline), (&again.summary, &again.headline));
    let (front, _) = front_matter(file, bytes, options);
    assert_eq!((&front.matter, &front.lang), (&parsed.summary.matter, &parsed.summary.lang));

    let source = decoded(bytes);
    let spans = &parsed.body.spans;
    assert_eq!(spans.len(), parsed.summary.links.len());
    assert!(spans.iter().all(|span| source.get(span.start as usize..span.end as usize).is_some()), "{spans:?}");
    told::check(&parsed.problems, File { path: PATH, text: &source, links: spans });

    let notes = parsed.body.notes.iter().map(|note| (&note.text.html, &note.text.holes));
    for (html, holes) in std::iter::once((&parsed.html, &parsed.body.holes)).chain(notes) {
        let html = filled(html, holes, &parsed);
        if options.markdown.raw_html != RawHtml::Allow {
            html::check_harmless(&html);
        }
    }
    let hidden = redacted(&source, options.markdown, options.wikilinks);
    assert!(hidden.iter().all(|range| source.get(range.clone()).is_some()), "{hidden:?}");
    if is_hidden(&source, &fuzz::redacted(&source, options.markdown, options.wikilinks)) {
        let words = format!("{parsed:?} {:?}", text(file, bytes, options));
        assert!(!words.to_lowercase().contains(CANARY), "{words}");
    }
}

/// The text of a file that need not be UTF-8, as long as its bytes.
fn decoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text.replace('\0', "?")
}

/// HTML with plain things in its holes.
fn filled(html: &str, holes: &[Hole], parsed: &Parsed) -> String {
    let mut out = String::new();
    let mut done = 0;
    for hole in holes {
        let at = hole.at as usize;
        out.push_str(&html[done..at]);
        done = at;
        out.push_str(match hole.kind {
            HoleKind::Open(_) => "<a>",
            HoleKind::Close(_) => "</a>",
            HoleKind::Src(_) => "x.png",
            HoleKind::Words(_) | HoleKind::Callout(_) | HoleKind::Claim(_) | HoleKind::Paragraph(_) => "x",
            HoleKind::Cite(..) => "<i>x</i>",
            HoleKind::Note(number) => {
                assert!((number as usize) < parsed.body.notes.len());
                "<i>x</i>"
            }
            HoleKind::Redacted(number) => {
                assert!((number as usize) < parsed.body.reasons.len());
                "<i>x</i>"
            }
        });
    }
    out + &html[done..]
}
