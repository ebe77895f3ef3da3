//! Citations: what stands in brackets, bibliographies in three formats, and sources in every style.
//!
//! Problems lie within the file; a locator has a label and a value; an id is found once more by its own text; an entry is
//! HTML without anything that an author could have brought, and the same again when it is asked for again.
#![no_main]

use std::cell::RefCell;
use std::collections::HashMap;

use glossator::bibliography;
use glossator::cite::{Export, Fill, Format, Formatter, Party, Purpose, Style, Work};
use glossator::config::{Markdown, RawHtml};
use glossator::edtf::Date;
use glossator::id::Id;
use glossator::matter::{MatterKind, NameRef, SourceRecord, Str};
use glossator::parse::{Options, SourceFile, Target, parse};
use glossator_fuzz::told::{self, File};
use glossator_fuzz::{chosen, held, html};
use libfuzzer_sys::fuzz_target;

/// So many sources of an input are written in a style: that takes longer than reading them.
const WRITTEN: usize = 2;
const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];
const FORMATS: [&str; 3] = ["refs.bib", "refs.json", "refs.yaml"];

fuzz_target!(|input: &[u8]| held(input, || {
    let Some((choice, text)) = chosen(input) else { return };
    match usize::from(choice % 4) {
        3 => in_text(text),
        format => listed(FORMATS[format], text, usize::from(choice / 4)),
    }
}));

fn in_text(text: &str) {
    let path = "content/reports/x.md";
    let file = SourceFile { path: path.into(), kind: MatterKind::Page, lang: None };
    let markdown = Markdown { raw_html: RawHtml::Sanitize, math: false, smart: true };
    let parsed =
        parse(&file, text.as_bytes(), &Options { markdown, wikilinks: false, lang: "en".into(), naming: None });
    told::check(&parsed.problems, File { path, text, links: &parsed.body.spans });
    for link in &parsed.summary.links {
        let Target::Cite(cites) = &link.target else { continue };
        assert!(!cites.is_empty(), "{link:?}");
        for cite in cites.iter() {
            assert_eq!(Id::new(cite.id.as_str()), cite.id);
            let words = [&cite.prefix, &cite.suffix];
            assert!(words.iter().all(|words| words.as_ref().is_none_or(|words| !words.trim().is_empty())), "{cite:?}");
            if let Some(locator) = &cite.locator {
                assert!(!locator.label.is_empty() && !locator.value.trim().is_empty(), "{cite:?}");
                let _ = locator.is_several();
            }
        }
    }
}

fn listed(path: &str, text: &str, style: usize) {
    let read = bibliography::read(&Str::from(path), text);
    let again = bibliography::read(&Str::from(path), text);
    assert_eq!((&read.sources, &read.problems), (&again.sources, &again.problems));
    told::check(&read.problems, File { path, text, links: &[] });
    for listed in read.sources.iter().take(WRITTEN) {
        let id = &listed.entry.id;
        assert_eq!(Id::new(id.as_str()), *id);
        if let Some(described) = &listed.entry.record {
            write(id.as_str(), &described.record, style);
            export(id.as_str(), &described.record);
        }
    }
}

fn write(id: &str, record: &SourceRecord, style: usize) {
    thread_local! {
        static READY: RefCell<HashMap<(usize, &'static str), Formatter>> = RefCell::default();
    }
    let lang = LANGUAGES[style % LANGUAGES.len()];
    let styles: Vec<Style> = Style::all().collect();
    let work = Work::new(id, record, party, |date: &Date| date.as_str().to_owned());
    READY.with_borrow_mut(|ready| {
        let style = style % styles.len();
        let formatter = ready.entry((style, lang)).or_insert_with(|| Formatter::new(styles[style], lang));
        let Some(entry) = formatter.entry(&work, Purpose::Cited) else { return };
        assert_eq!(Some(&entry), formatter.entry(&work, Purpose::Cited).as_ref());
        let fill = Fill { number: 7, letter: "a", place: "<2>" };
        html::check_harmless(&entry.entry.html(&fill));
        for label in ["page", "chapter"] {
            let mark = formatter.with_place(&entry, &entry.mark, label, false);
            html::check_harmless(&mark.unwrap_or_else(|| entry.mark.clone()).html(&fill));
        }
        let alone = formatter.without_author(&work, &entry);
        html::check_harmless(&alone.unwrap_or_default().html(&fill));
    });
}

fn party(name: &NameRef) -> Party {
    match &name.family {
        Some(family) => Party::Person { given: name.name.clone(), family: family.clone(), suffix: name.suffix.clone() },
        None => Party::Whole(name.name.clone()),
    }
}

/// What a source would be as a report is read back by our own parsers.
fn export(id: &str, record: &SourceRecord) {
    let Some(title) = record.title.clone().filter(|title| !title.trim().is_empty()) else { return };
    let export = Export {
        key: "key".into(),
        title: title.clone(),
        authors: record.author.iter().map(party).collect(),
        site: id.into(),
        publisher: record.publisher.as_ref().map(|name| name.name.clone()),
        date: record.date.as_ref().and_then(Date::plain),
        lang: "en".into(),
        url: record.url.clone(),
        tags: record.place.iter().cloned().collect(),
    };
    let ris = export.written(Format::Ris);
    assert!(ris.lines().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")), "{ris}");
    for (format, path) in [(Format::Bibtex, "cite.bib"), (Format::Csl, "cite.json")] {
        let written = export.written(format);
        let read = bibliography::read(&Str::from(path), &written);
        assert_eq!(read.sources.len(), 1, "{written}\n{:?}", read.problems);
        assert_eq!(read.sources[0].entry.id.as_str(), "key", "{written}");
    }
}
