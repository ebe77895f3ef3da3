//! Keys that are to hide their file: what is nearly one, what is empty, and when an embargo ends.

use crate::harness::{Built, site};

/// A report with these keys, on a site that allows whatever it can.
fn with(keys: &str) -> Built {
    site(&format!(
        "\
=== site.yaml
title: Test
base_url: https://test.example
lint: {{unknown-key: allow, invalid-date: allow}}
=== content/reports/x.md
---
title: X
date: 2019-12-21
{keys}
---
Words.
"
    ))
    .build()
}

#[test]
fn an_empty_key_published_what_it_was_to_hide() {
    let mut told = Vec::new();
    for key in ["embargo", "publishDate", "publishdate", "draft", "status", "published", "publish", "unlisted"] {
        let built = with(&format!("{key}:"));
        assert_eq!(built.names(), ["wrong-type"].into(), "{key}");
        assert!(built.output.is_empty(), "{key}");
        told.push(built.problems());
    }
    for value in ["~", "null", "\"\"", "' '", "# 2090-01-01"] {
        assert_eq!(with(&format!("embargo: {value}")).names(), ["wrong-type"].into(), "{value}");
    }
    insta::assert_snapshot!(told.join("\n\n"));
    // The copy of a source is not published unless it says so.
    site("=== content/sources/x.md\n---\ntitle: X\npublish:\n---\n").build().fine();
    with("summary:\nextra: {draft: }").fine();
}

#[test]
fn an_embargo_that_can_not_be_read_was_none_where_invalid_dates_are_allowed() {
    for key in ["embargo: 2090-02-30", "embargo: soon", "publishDate: 2090-13-01", "published: later"] {
        let built = with(key);
        assert_eq!(built.names(), ["wrong-type"].into(), "{key}: {}", built.problems());
        assert!(built.output.is_empty(), "{key}");
    }
}

#[test]
fn words_that_ask_for_hiding_were_keys_like_any_other() {
    for key in ["private: true", "visibility: private", "confidential: true", "is_hidden: yes", "access: private"] {
        let built = with(key);
        assert_eq!(built.names(), ["misspelt-key"].into(), "{key}");
        assert!(built.problems().contains("help: write `status: draft`; "), "{key}: {}", built.problems());
        assert!(built.output.is_empty(), "{key}");
    }
    for key in ["visibility: public", "private: false"] {
        with(key).fine();
    }
}

#[test]
fn keys_that_a_merge_was_to_bring_hid_nothing() {
    for keys in [
        "<<: {draft: true}",
        "extra: {common: &c {draft: true}}\n<<: *c",
        "'<<': {draft: true}",
        "<<:\n  draft: true",
        "sources: [{id: a, title: A, <<: {publish: false}}]",
        "extra: {<<: {a: b}}",
    ] {
        let built = with(keys);
        assert_eq!(built.names(), ["misspelt-key"].into(), "{keys}: {}", built.problems());
        assert!(built.output.is_empty(), "{keys}");
    }
    insta::assert_snapshot!(with("<<: {draft: true}").problems());
    with("summary: a << b\ntags: [<<]").fine();
}

#[test]
fn an_embargo_with_a_fraction_ended_too_early() {
    let site = site("=== content/reports/x.md\n---\ntitle: X\nembargo: 2026-12-01T00:00:00.9Z\n---\nWords.\n");
    let midnight = 1_796_083_200;
    let site = site.at(midnight);
    assert!(!site.build().fine().has("/reports/x/"));
    assert!(site.at(midnight + 1).build().fine().has("/reports/x/"));
}
