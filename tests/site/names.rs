//! Names in running text that become links when the site is built.

use crate::harness::{Site, check, site};

/// A site in which names become links as `autolink` says.
fn with(autolink: &str, files: &str) -> Site {
    site(&format!(
        "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
autolink: {autolink}
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
names: [{{name: خليفة حفتر, lang: ar}}]
---
Khalifa Haftar was born in Ajdabiya. The GNA opposes him.
=== content/actors/gna.md
---
name: GNA
---
=== content/actors/secret.md
---
name: Secret Service
status: draft
---
=== content/reports/war.md
---
title: War
date: 2019-12-12
summary: What happened.
---
The GNA and Khalifa Haftar of the Secret Service met. Haftar left, and the GNA stayed.
=== content/reports/war.ar.md
---
title: حرب
---
التقى خليفة حفتر الوفد.
{files}"
    ))
}

#[test]
fn every_name_is_a_mention() {
    let built = with("all", "").build().fine();
    let link = |to: &str, words: &str| format!("href=\"/actors/{to}/\">{words}</a>");
    for name in [link("gna", "GNA"), link("haftar", "Khalifa Haftar"), link("haftar", "Haftar")] {
        assert!(built.page("/reports/war/").contains(&name), "{}", built.page("/reports/war/"));
    }
    assert!(built.page("/ar/reports/war/").contains(&link("haftar", "خليفة حفتر")));
    built.shows("/actors/haftar/", "The GNA and Khalifa Haftar of the Secret Service met.");
    built.shows("/actors/haftar/", "Haftar left, and the GNA stayed.");
    built.shows("/actors/gna/", "The GNA opposes him.");
    let own: Vec<_> = built.links("/actors/haftar/").into_iter().filter(|link| link == "/actors/haftar/").collect();
    assert!(own.len() <= 1, "its own text does not link to itself: {own:?}");
}

#[test]
fn only_the_first_mention_of_each_actor_may_be_a_link() {
    let built = with("first", "").build().fine();
    let count = built.page("/reports/war/").matches("href=\"/actors/gna/\">GNA<").count();
    assert_eq!(count, 1);
    built.hides("/actors/haftar/", "Haftar left");
}

#[test]
fn names_of_drafts_are_links_only_where_drafts_are_shown() {
    assert!(!with("all", "").build().fine().has("/actors/secret/"));
    let built = with("all", "").drafts().build();
    assert!(built.page("/reports/war/").contains("href=\"/actors/secret/\">Secret Service</a>"));
}

#[test]
fn without_it_names_stay_plain() {
    for autolink in ["suggest", "off"] {
        let built = with(autolink, "").build().fine();
        assert!(!built.page("/reports/war/").contains("href=\"/actors/gna/\">GNA"));
    }
}

#[test]
fn a_name_that_two_actors_have_is_told_and_links_to_neither() {
    check(
        "
=== site.yaml
title: Test
base_url: https://test.example
autolink: all
=== content/actors/gna.md
---
name: Government of National Accord
names: [Tripoli government]
---
=== content/actors/gnu.md
---
name: Government of National Unity
names: [Tripoli government]
---
=== content/reports/war.md
---
title: War
date: 2019-12-12
---
It is said that the Tripoli government left.
",
        "
warning[ambiguous-name]: `Tripoli government` is the name of several actors: gna, gnu
 --> content/reports/war.md:5:21
  |
5 | It is said that the Tripoli government left.
  |                     ^^^^^^^^^^^^^^^^^^
  |
  = help: write which one is meant, `[Tripoli government](actor:gna)`",
    );
}

#[test]
fn it_is_one_of_four_words() {
    let built = with("some", "").build();
    assert!(built.problems().contains("`off`"), "{}", built.problems());
}

#[test]
fn the_list_of_contents_left_out_the_names_in_headings() {
    let built = site(
        "=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/reports/a.md
---
title: A
date: 2019-12-21
---
## On [](actor:haftar)

## [](date:2019-04-04)

## Third
",
    )
    .build()
    .written();
    let page = built.page("/reports/a/");
    let contents =
        page.split("<details class=\"toc\">").nth(1).and_then(|rest| rest.split("</details>").next()).unwrap();
    assert!(contents.contains("<a href=\"#on\">On Khalifa Haftar</a>"), "{contents}");
    assert!(contents.contains("<a href=\"#section\">4 April 2019</a>"), "{contents}");
}
