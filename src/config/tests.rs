//! site.yaml in, the configuration and whole messages out.

use super::*;
use crate::matter::tests::told;

fn good(yaml: &str) -> Config {
    let (config, problems) = read(&Str::from("site.yaml"), yaml);
    assert_eq!(told(yaml, &problems), "");
    config
}

fn bad(yaml: &str) -> String {
    told(yaml, &read(&Str::from("site.yaml"), yaml).1)
}

#[test]
fn a_title_is_enough() {
    let expected = Config { title: Str::from("Reports"), languages: vec![Str::from("en")], ..Config::default() };
    assert_eq!(good("title: Reports"), expected);
    assert_eq!(good("\u{feff}---\r\ntitle: Reports\r\n"), expected);
}

#[test]
fn every_key_counts() {
    let config = good(
        "
title: Libya reports
base_url: https://Example.org:8443/sub/path/
lang: en
languages: [ar, en, fr]
description: What happened, and who says so.
publisher: {name: Desk, url: 'https://example.org'}
license: CC-BY-4.0
timezone: Africa/Tripoli
theme: paper
out: site
menu: [{title: About, url: /about/}, {title: Code, url: 'https://example.org/code'}]
paginate: 20
redirects:
  /old/: /new/
  /b/: https://example.org/b
  /a/: /c/
feed: {limit: 10, id: 'example.org,2019'}
markdown: {raw_html: escape, math: true, smart: false}
wikilinks: true
autolink: first
citations: {style: chicago-notes}
bibliography: sources.bib
lint: {unused-source: deny, future-date: allow, broken-link: note, yaml-syntax: deny}
ignore: ['*.tmp']
extra: {color: red}
",
    );
    insta::assert_debug_snapshot!(config);
}

#[test]
fn the_sites_language_comes_first() {
    assert_eq!(good("title: A\nlanguages: [en, ar]\nlang: ar").languages, [Str::from("ar"), Str::from("en")]);
    assert_eq!(good("title: A\nlanguages: fa").languages, [Str::from("en"), Str::from("fa")]);
}

#[test]
fn all_problems_are_told_at_once() {
    insta::assert_snapshot!(bad("
titel: Reports
base_url: example.org
lang: [en]
publisher: {url: 'file:///etc/passwd'}
timezone: Tripoli time
menu: [About, {title: A}]
paginate: 0
redirects: {old: /new/, /a/: new, /b/: , /c/: 'javascript:x'}
feed: {limit: many, id: example.org}
markdown: {raw_html: sanitise, maths: true}
wikilinks: on
citations: apa
lint: {unused-sources: allow, missing-key: warn, future-date: denied}
"));
}

#[test]
fn an_address_of_the_site_is_scheme_host_and_path() {
    let parts = |url: &str| {
        good(&format!("title: A\nbase_url: {url}")).base_url.map(|base| format!("{} {}", base.origin, base.path))
    };
    assert_eq!(parts("https://example.org").as_deref(), Some("https://example.org "));
    assert_eq!(parts("http://localhost:8000/").as_deref(), Some("http://localhost:8000 "));
    assert_eq!(parts("https://example.org/a/b/").as_deref(), Some("https://example.org /a/b"));
    for wrong in ["ftp://example.org", "https://example.org/?q=1", "https://me:pw@example.org/", "https://", "/sub"] {
        assert!(
            bad(&format!("title: A\nbase_url: '{wrong}'")).starts_with("wrong-type at value base_url: "),
            "{wrong}"
        );
    }
}

#[test]
fn an_id_of_feeds_is_a_domain_and_a_date() {
    for wrong in ["example.org", ",2019", "example org,2019", "example.org,19", "example.org,20 9"] {
        let told = bad(&format!("title: A\nfeed: {{id: '{wrong}'}}"));
        assert!(told.starts_with("wrong-type at value feed.id: "), "{wrong}: {told}");
    }
}

#[test]
fn what_yaml_takes_for_a_flag_turns_links_of_names_off() {
    assert_eq!(good("title: A\nautolink: false").autolink, Autolink::Off);
    assert!(bad("title: A\nautolink: true").starts_with("wrong-type at value autolink: "));
}

#[test]
fn an_empty_site_yaml_lacks_a_title() {
    let told = "missing-key at value : site.yaml needs the key `title`\n  help: add `title: …`";
    assert_eq!(bad(""), told);
    assert_eq!(bad("title: ''"), told);
    assert_eq!(bad("- a"), "wrong-type at value : the YAML must be keys with values, `title: …`, not a list");
    assert_eq!(
        bad("title: A: B"),
        "yaml-syntax at line 1 `: B`: a second `: ` in one line\n  help: put a value that has a colon and a space in it in quotes: `title: \"Tripoli: a chronology\"`"
    );
}
