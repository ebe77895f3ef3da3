//! YAML: front matter of each kind of file, site.yaml, a bibliography.
//!
//! Reading it twice gives the same, with CRLF too; every problem lies within the text; nothing tells a redacted word.
#![no_main]

use glossator::matter::{self, MatterKind, Str};
use glossator::{bibliography, config};
use glossator_fuzz::told::{self, File};
use glossator_fuzz::{CANARY, chosen, held, is_hidden};
use libfuzzer_sys::fuzz_target;

const KINDS: [MatterKind; 5] =
    [MatterKind::Report, MatterKind::Actor, MatterKind::Source, MatterKind::Date, MatterKind::Page];

fuzz_target!(|input: &[u8]| held(input, || {
    let Some((choice, yaml)) = chosen(input) else { return };
    match usize::from(choice % 7) {
        5 => site(yaml),
        6 => sources(yaml),
        kind => content(KINDS[kind], yaml),
    }
}));

fn content(kind: MatterKind, yaml: &str) {
    let path = Str::from("content/reports/x.md");
    let text = format!("---\n{yaml}\n---\nWords.\n");
    let split = matter::split(&path, &text);
    assert!(text.is_char_boundary(split.body));
    let Some(range) = split.yaml else { return };
    assert!(range.end <= split.body);

    let shown = matter::without_withheld(&text, range.clone());
    assert_eq!(shown.len(), text.len());
    let withheld = matter::withheld(&text, range.clone());
    assert!(withheld.iter().all(|range| text.get(range.clone()).is_some()));

    let (front, mut problems) = matter::read(kind, &path, &shown, range.clone());
    let again = matter::read(kind, &path, &shown, range.clone());
    assert_eq!((&front, &problems), (&again.0, &again.1));
    problems.extend(matter::redactions(&path, &text, range.clone()));
    told::check(&problems, File { path: &path, text: &text, links: &[] });
    if is_hidden(&text, &withheld) {
        assert!(!format!("{front:?} {problems:?}").contains(CANARY), "{problems:?}");
    }
    if !text.contains('\r') && withheld.is_empty() {
        let windows = text.replace('\n', "\r\n");
        let split = matter::split(&path, &windows);
        let (same, _) = matter::read(kind, &path, &windows, split.yaml.unwrap_or_default());
        assert_eq!(front, same);
    }
}

fn site(yaml: &str) {
    let path = Str::from("site.yaml");
    let (config, problems) = config::read(&path, yaml);
    let again = config::read(&path, yaml);
    assert_eq!((&config, &problems), (&again.0, &again.1));
    assert_eq!(config.languages.first(), Some(&config.lang));
    told::check(&problems, File { path: &path, text: yaml, links: &[] });
    if is_hidden(yaml, &matter::withheld(yaml, 0..yaml.len())) {
        assert!(!format!("{config:?} {problems:?}").contains(CANARY), "{problems:?}");
    }
}

fn sources(yaml: &str) {
    let path = Str::from("refs.yaml");
    let read = bibliography::read(&path, yaml);
    let again = bibliography::read(&path, yaml);
    assert_eq!((&read.sources, &read.problems), (&again.sources, &again.problems));
    told::check(&read.problems, File { path: &path, text: yaml, links: &[] });
}
