//! A whole site, which is built, built again, changed and built once more.
//!
//! A build with nothing changed writes nothing; a rebuild gives the bytes and the problems of a clean build; an error
//! leaves the output untouched; pages are nested HTML, their addresses lead to files, data is JSON; words that are redacted
//! or stand in drafts are in no file.
#![no_main]

use std::collections::BTreeMap;

use glossator::config::{Markdown, RawHtml};
use glossator::problem::Name;
use glossator::resolve::output_path;
use glossator_fuzz::site::{BEGIN, Built, Site, Story};
use glossator_fuzz::{CANARY, held, html, is_hidden, redacted};
use libfuzzer_sys::fuzz_target;
use percent_encoding::percent_decode_str;

fuzz_target!(|text: &str| held(text.as_bytes(), || {
    let story = Story::read(text);
    if story.first.is_empty() || story.first.len() + story.later.len() > 12 {
        return;
    }
    let mut site = Site::new(&story.first);
    let first = site.build();
    let hidden = hides(&story.first);
    check(&first, hidden, story.has_json);
    if !first.failed {
        for again in [site.build(), site.anew().build()] {
            assert_eq!(again.changed, 0, "a build with nothing changed has written something");
            assert_eq!((&again.output, &again.told), (&first.output, &first.told));
        }
    }
    if story.later.is_empty() {
        return;
    }
    for (path, text) in &story.later {
        site.put(path, text);
    }
    let second = site.build();
    let mut clean = site.anew();
    clean.forget_output();
    let clean = clean.build();
    check(&clean, hidden && hides(&story.later), story.has_json);
    assert_eq!(second.told, clean.told);
    let expected = if clean.failed { &first.output } else { &clean.output };
    assert_eq!(differing(&second.output, expected), Vec::<&String>::new());
}));

/// The paths at which two outputs differ.
fn differing<'o>(one: &'o BTreeMap<String, String>, other: &'o BTreeMap<String, String>) -> Vec<&'o String> {
    let paths = one.keys().chain(other.keys());
    paths.filter(|path| one.get(*path) != other.get(*path)).collect()
}

/// What holds of every build.
fn check(built: &Built, is_hidden: bool, has_json: bool) {
    if built.failed {
        return;
    }
    let all_lead_somewhere = !built.told.iter().any(|problem| {
        matches!(
            problem.name,
            Name::BrokenLink | Name::MissingFile | Name::UnknownActor | Name::UnknownSource | Name::UnknownReport
        )
    });
    for (path, text) in &built.output {
        assert!(!is_hidden || !path.contains(CANARY) && !text.contains(CANARY), "{path} shows what is hidden:\n{text}");
        match path.rsplit_once('.').map(|(_, end)| end) {
            Some("html") if text.starts_with(BEGIN) => page(path, text, all_lead_somewhere.then_some(built)),
            Some("json") if !has_json => {
                assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{path}: {text}");
            }
            _ => {}
        }
    }
}

/// What holds of a page; where `built` is given, also that each of its addresses on the site leads to a file.
fn page(path: &str, text: &str, built: Option<&Built>) {
    let tags = html::tags(text).unwrap_or_else(|at| panic!("{path} is no HTML from here on: {at}"));
    html::check_nesting(&tags, text);
    for main in text.split("<main>").skip(1) {
        html::check_harmless(main.split("</main>").next().unwrap_or_default());
    }
    let Some(built) = built else { return };
    let addresses = tags.iter().flat_map(|tag| &tag.attributes).filter(|(key, _)| matches!(*key, "href" | "src"));
    for (_, value) in addresses {
        let address = html::unescape(value);
        let route = address.split(['#', '?']).next().unwrap_or_default();
        let own = route.strip_prefix(&*built.base).filter(|route| route.starts_with('/'));
        if let Some(route) = own {
            let target = output_path(&percent_decode_str(route).decode_utf8_lossy());
            assert!(built.output.contains_key(&target), "{path}: {address} leads to no file");
        }
    }
}

/// Whether the canary is in some of these files, and only where it is redacted, or in a draft.
fn hides(files: &[(&str, &str)]) -> bool {
    let markdown = Markdown { raw_html: RawHtml::Sanitize, math: false, smart: true };
    let is_safe = |(path, text): &(&str, &str)| {
        let has = text.to_ascii_lowercase().contains(CANARY);
        let is_text = path.starts_with("content/") && path.ends_with(".md") && !path.contains(CANARY);
        let is_draft = text.starts_with("---\nstatus: draft\n---\n");
        is_text && (!has || is_draft || is_hidden(text, &redacted(text, markdown, false)))
    };
    files.iter().all(is_safe)
}
