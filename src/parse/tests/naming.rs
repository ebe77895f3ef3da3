//! Names that become links before a text is read.

use std::sync::Arc;

use super::*;
use crate::id::Id;
use crate::names::{Called, Roster};

/// Options for a site with three actors, one of them of two names, and one name of two actors.
fn naming(first: bool) -> Options {
    let called = |id: &str, names: &[&str]| Called {
        id: Id::new(id),
        name: names[0].into(),
        names: names.iter().map(|name| (Arc::from(*name), None)).collect(),
        is_person: id.contains("haftar"),
        files: vec![format!("content/actors/{id}.md").into()],
    };
    let roster = Roster::new(vec![
        called("haftar (khalifa)", &["Khalifa Haftar", "خليفة حفتر"]),
        called("gna", &["Government of National Accord", "GNA", "Tripoli government"]),
        called("gnu", &["Government of National Unity", "Tripoli government"]),
    ]);
    Options { naming: Some(Naming { roster: Arc::new(roster), first }), ..options() }
}

#[track_caller]
fn check_names(first: bool, text: &str, expected: &str, told: &str) {
    let parsed = parse(&file(), text.as_bytes(), &naming(first));
    let links = parsed.summary.links.iter().zip(&parsed.body.spans);
    let links =
        links.map(|(link, span)| format!("{} {:?}", &text[span.start as usize..span.end as usize], link.target));
    assert_eq!(links.collect::<Vec<_>>().join("\n"), expected);
    assert_eq!(problems(text, &parsed), told);
}

const HAFTAR: &str = "Actor(\"haftar (khalifa)\")";
const GNA: &str = "Actor(\"gna\")";

#[test]
fn names_in_running_text_are_links() {
    let text = "# Khalifa Haftar\n\nThe GNA and **Khalifa Haftar**, `GNA`, [Haftar's](https://x.example) GNA.\n\n> GNA\n> — GNA";
    let expected = format!("GNA {GNA}\nKhalifa Haftar {HAFTAR}\nGNA {GNA}\nGNA {GNA}");
    check_names(false, text, &expected, "");
    check_names(true, text, &format!("GNA {GNA}\nKhalifa Haftar {HAFTAR}"), "");
}

#[test]
fn what_the_author_has_linked_needs_no_link_of_its_own() {
    let text = "GNA, [the government](actor:gna), GNA";
    check_names(true, text, &format!("[the government](actor:gna) {GNA}"), "");
}

#[test]
fn the_html_is_that_of_a_link_that_is_written() {
    let text = |name: &str| format!("A\n\n- {name} said “x”[^1] | y\n\n[^1]: {name}!");
    let written = parse(&file(), text("[GNA](actor:gna)").as_bytes(), &options());
    let made = parse(&file(), text("GNA").as_bytes(), &naming(false));
    assert_eq!(show(&made), show(&written));
    assert_eq!(made.summary, written.summary);
    assert_eq!(made.outline, written.outline);
}

#[test]
fn places_behind_a_link_that_is_made_are_places_in_the_file() {
    let text = "GNA, GNA [b](actor:b) %%é GNA%% [c](acter:c) Khalifa Haftar";
    let told = "unsafe-url: `acter:` is no scheme that a link may have at `acter:c`; did you mean `actor:`?\n";
    let expected = format!("GNA {GNA}\nGNA {GNA}\n[b](actor:b) Actor(\"b\")\nKhalifa Haftar {HAFTAR}");
    check_names(false, text, &expected, told);
}

#[test]
fn a_name_of_several_actors_is_told_once_and_is_no_link() {
    let told = "ambiguous-name: `Tripoli government` is the name of several actors: gna, gnu at `Tripoli government`; \
                write which one is meant, `[Tripoli government](actor:gna)`\n";
    check_names(false, "The Tripoli government and the Tripoli\ngovernment.", "", told);
}

#[test]
fn no_link_is_made_where_brackets_would_be_something_else() {
    for text in ["!GNA", "[1]GNA", "\\GNA", "<a href=\"https://x.example\">GNA</a>", "GN&#65;"] {
        let parsed = parse(&file(), text.as_bytes(), &naming(false));
        let plain = parse(&file(), text.as_bytes(), &options());
        assert_eq!(show(&parsed), show(&plain), "{text}");
    }
    check_names(false, "<b>GNA</b>", &format!("GNA {GNA}"), "");
}

#[test]
fn emphasis_stays_what_it_is() {
    for (text, links) in [("**GNA** and *x* GNA", 2), ("*Haftar**GNA GNA", 1), ("**GNA*>", 0)] {
        let (made, plain) = (parse(&file(), text.as_bytes(), &naming(false)), read(text));
        let words = |parsed: &Parsed| parsed.headline.opening.clone();
        assert_eq!((made.summary.links.len(), words(&made)), (links, words(&plain)), "{text}");
    }
}

#[test]
fn one_bad_place_left_a_whole_text_without_links() {
    check_names(false, "*Haftar**GNA\n\nThe GNA left.", &format!("GNA {GNA}"), "");
}

#[test]
fn a_link_that_was_made_broke_what_looks_like_a_link_around_it() {
    check_names(false, "He [aka GNA](the boss) x", "", "");
}

#[test]
fn words_of_a_quotation_that_cites_its_source_are_a_link_already() {
    check_names(
        false,
        "He said [“the GNA lies”](quote:s).",
        "[“the GNA lies”](quote:s) Cite([Cite { id: \"s\", prefix: None, locator: None, suffix: None, suppress_author: false }])",
        "",
    );
}

#[test]
fn names_in_code_of_the_authors_own_html_are_code() {
    check_names(false, "<code>GNA</code> <kbd>GNA</kbd> GNA", &format!("GNA {GNA}"), "");
}

#[test]
fn redacted_names_stay_redacted() {
    let text = "%%Khalifa Haftar%% and [Khalifa Haftar](redact:x), then Haftar.";
    let parsed = parse(&file(), text.as_bytes(), &naming(false));
    assert!(parsed.summary.links.is_empty(), "{parsed:?}");
}

#[test]
fn a_text_with_links_that_are_made_has_the_words_that_it_had() {
    use proptest::prelude::*;
    const PIECES: [&str; 30] = [
        "GNA",
        "Khalifa Haftar",
        "Haftar",
        "خليفة حفتر",
        "Tripoli government",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "| ",
        " |\n|---|\n",
        "[",
        "](https://x.example)",
        "](",
        "*",
        "**",
        "`",
        "!",
        "[^1]",
        "\n\n[^1]: ",
        "<b>",
        "</b>",
        "%%",
        "\\",
        "## ",
        "[@k]",
        "\n> — ",
    ];
    let config = ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() };
    let texts = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14);
    let words = |text: &str, options: &Options| {
        let (parsed, text) = crate::parse::read(&file(), text.as_bytes(), options, crate::parse::Wanted::Text);
        (text.words, parsed.outline)
    };
    proptest!(config, |(pieces in texts)| {
        let text = pieces.concat();
        prop_assert_eq!(words(&text, &naming(false)), words(&text, &options()), "{}", text);
    });
}
