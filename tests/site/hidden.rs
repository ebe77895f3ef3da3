//! Drafts, embargoes, unlisted and withdrawn things: what is hidden shows in no file of the output.
//!
//! A canary is a word that stands only in what is hidden.

use crate::harness::{Site, site};

/// Every kind of file, hidden by `{key}`; each place that could leak has its own canary.
fn hidden(key: &str) -> Site {
    let text = r"
=== content/reports/shown.md
---
title: Shown
date: 2019-12-21
---
[Haftar](actor:haftar) on [4 April](date:2019-04-04), as [@un-2259] says.
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/sources/un-2259.md
---
title: Resolution 2259
---
=== content/reports/canary-slug.md
---
title: canary-title
date: 2018-11-30
summary: canary-summary
{key}
authors: [canary-author]
actors: [haftar, {id: canary-actor, role: canary-role}]
sources:
  - un-2259
  - {id: canary-source, title: canary-source-title}
dates: [{date: 1999-07-08, label: canary-label, actors: [haftar]}]
tags: [canary-tag]
image: canary.png
image_alt: canary-alt
redirects: [/reports/canary-old/]
extra: {canary: canary-extra}
---
## canary-heading

[canary-mention](actor:haftar) on [canary-date](date:1999-07-09), as [@un-2259, p. 77777] and [@canary-source] say.[^1]

![canary-picture](canary.png) [canary-file](canary.pdf)

[^1]: canary-note
=== content/reports/canary.png
canary-png
=== content/reports/canary.pdf
canary-pdf
=== content/actors/canary-person.md
---
name: canary-name
kind: person
names: [canary-alias]
{key}
---
canary-biography names [Haftar](actor:haftar).
=== content/sources/canary-memo.md
---
title: canary-memo-title
{key}
---
canary-memo-body
=== content/dates/1987-06-05.md
---
summary: canary-day
{key}
---
canary-day-body
=== content/canary-page.md
---
title: canary-page-title
{key}
---
canary-page-body [Haftar](actor:haftar)
=== content/reports/index.md
---
{key}
---
canary-prose
";
    site(&text.replace("{key}", key))
}

/// The routes that only hidden things would have.
const ROUTES: [&str; 12] = [
    "/reports/canary-slug/",
    "/reports/canary-old/",
    "/actors/canary-person/",
    "/actors/canary-actor/",
    "/sources/canary-memo/",
    "/sources/canary-source/",
    "/dates/1987/06/05/",
    "/dates/1999/07/08/",
    "/dates/1999/",
    "/dates/2018/11/30/",
    "/canary-page/",
    "/tags/canary-tag/",
];

#[track_caller]
fn is_nowhere(site: &Site) {
    let built = site.build().written();
    assert_eq!(built.files_with("canary"), Vec::<&str>::new());
    assert_eq!(built.files_with("77777"), Vec::<&str>::new());
    let there: Vec<_> = ROUTES.iter().filter(|route| built.has(route)).collect();
    assert_eq!(there, Vec::<&&str>::new());
    // The shown report is the only one that counts.
    built.shows("/actors/haftar/", "1 report, 1 mention").shows("/sources/un-2259/", "Cited on 1 page");
}

#[test]
fn a_draft_is_nowhere() {
    is_nowhere(&hidden("status: draft"));
    is_nowhere(&hidden("draft: true"));
    is_nowhere(&hidden("published: false"));
}

#[test]
fn what_is_withdrawn_leaves_only_a_notice() {
    let built = hidden("status: withdrawn").build().written();
    let own = [
        "actors/canary-person/index.html",
        "canary-page/index.html",
        "reports/canary-old/index.html",
        "reports/canary-slug/index.html",
        "sources/canary-memo/index.html",
    ];
    assert_eq!(built.files_with("canary"), own);
    let titles = ["canary-title", "canary-name", "canary-memo-title", "canary-page-title"];
    let ids = ["canary-slug", "canary-person", "canary-memo", "canary-page", "canary-old"];
    for path in own {
        let mut page = built.output[path].clone();
        titles.iter().chain(&ids).for_each(|word| page = page.replace(word, ""));
        assert!(!page.contains("canary") && !page.contains("77777"), "{path}: {page}");
        assert!(page.contains("noindex"), "{path}");
    }
    for route in ROUTES {
        let path = glossator::resolve::output_path(route);
        assert_eq!(built.has(route), own.contains(&&*path), "{route}");
    }
    built.shows("/actors/haftar/", "1 report, 1 mention").shows("/sources/un-2259/", "Cited on 1 page");
}

#[test]
fn the_name_that_a_draft_gives_an_actor_was_the_title_of_the_actors_page() {
    let text = |status: &str| {
        format!(
            "\
=== content/reports/a.md
---
title: canary
status: {status}
actors: [{{id: x, name: canary}}]
---
=== content/reports/b.md
---
title: B
actors: [x]
---
[](actor:x)"
        )
    };
    for status in ["draft", "withdrawn", "unlisted"] {
        let built = site(&text(status)).build().written();
        let elsewhere: Vec<&str> =
            built.files_with("canary").into_iter().filter(|path| *path != "reports/a/index.html").collect();
        assert_eq!(elsewhere, Vec::<&str>::new(), "{status}");
        built.shows("/actors/x/", "x");
    }
}

#[test]
fn an_embargo_ends_at_its_moment_in_the_sites_time_zone() {
    const MIDNIGHT: i64 = 1_577_836_800; // 2020-01-01T00:00:00Z
    let at = |now| hidden("embargo: 2020-01-01").at(now);
    is_nowhere(&at(MIDNIGHT - 1));
    let built = at(MIDNIGHT).build().written();
    assert!(ROUTES.iter().all(|route| built.has(route)), "{:#?}", built.paths());

    is_nowhere(&hidden("embargo: 2020-01-01T06:00+02:00").at(MIDNIGHT + 4 * 3600 - 1));
    assert!(hidden("embargo: 2020-01-01T06:00+02:00").at(MIDNIGHT + 4 * 3600).build().has("/canary-page/"));

    let there = hidden("embargo: 2020-01-01").at(MIDNIGHT - 7200);
    there.write("=== site.yaml\ntitle: Test\nbase_url: https://test.example\ntimezone: Africa/Tripoli\n");
    assert!(there.build().has("/canary-page/"));
    is_nowhere(&there.at(MIDNIGHT - 7201));

    let there = hidden("embargo: 2020-01-01").at(MIDNIGHT + 5 * 3600);
    there.write("=== site.yaml\ntitle: Test\nbase_url: https://test.example\ntimezone: America/New_York\n");
    assert!(there.build().has("/canary-page/"));
    is_nowhere(&there.at(MIDNIGHT + 5 * 3600 - 1));
}

#[test]
fn drafts_are_shown_when_asked_for_and_say_so() {
    for (key, banner) in [("status: draft", "Draft."), ("embargo: 2100-01-01", "Under embargo.")] {
        let built = hidden(key).drafts().build().written();
        assert!(ROUTES.iter().all(|route| built.has(route)), "{:#?}", built.paths());
        for route in ["/reports/canary-slug/", "/actors/canary-person/", "/sources/canary-memo/", "/canary-page/"] {
            built.has_html(route, "<aside class=\"banner\">").has_html(route, banner);
        }
        assert!(!built.page("/reports/shown/").contains("banner"));
        assert_eq!(built.output["reports/canary.png"], "canary-png\n");
    }
}

#[test]
fn an_unlisted_page_exists_asks_robots_to_pass_by_and_nothing_leads_there() {
    let built = hidden("status: unlisted").build().written();
    // The prose of a list or a date has no page of its own.
    let own = [
        "actors/canary-person/card/index.html",
        "actors/canary-person/index.html",
        "canary-page/index.html",
        "reports/canary-slug/index.html",
        "sources/canary-memo/index.html",
    ];
    let with_files = ["reports/canary.pdf", "reports/canary.png"];
    let all: Vec<&str> = built.files_with("canary").into_iter().filter(|path| !with_files.contains(path)).collect();
    assert_eq!(all, own);
    for path in own {
        let route = format!("/{}", path.trim_end_matches("index.html"));
        built.has_html(&route, "<meta name=\"robots\" content=\"noindex\">");
    }
    built.shows("/actors/haftar/", "1 report, 1 mention").shows("/sources/un-2259/", "Cited on 1 page");
    // What only it names has no page, and is plain text.
    let page = built.page("/reports/canary-slug/");
    assert!(!page.contains("/actors/canary-actor/") && !page.contains("/sources/canary-source/"), "{page}");
    built.shows("/reports/canary-slug/", "canary-actor").shows("/reports/canary-slug/", "canary-source-title");
    assert!(!built.has("/actors/canary-actor/") && !built.has("/sources/canary-source/"));
}

#[test]
fn of_original_and_version_the_stricter_holds() {
    let text = |original: &str, version: &str| {
        format!(
            "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/reports/a.md
---
title: A
date: 2019-12-21
{original}
---
canary-original
=== content/reports/a.ar.md
---
title: أ
{version}
---
canary-version"
        )
    };
    let has = |original: &str, version: &str| {
        let built = site(&text(original, version)).build().written();
        (built.has("/reports/a/"), built.has("/ar/reports/a/"), built.pages_with("canary").len())
    };
    // Both, and the home page, three lists and pages of dates, and the feed, with the opening words of the original.
    assert_eq!(has("", ""), (true, true, 8));
    assert_eq!(has("status: draft", "status: published"), (false, false, 0));
    assert!(!has("", "status: draft").1);
    assert_eq!(has("embargo: 2100-01-01", "embargo: 2010-01-01"), (false, false, 0));
}

#[test]
fn a_page_below_a_permalink_of_its_own_is_hidden_with_it() {
    let text = "\
=== content/reports/a.md
---
title: canary
permalink: /elsewhere/
status: draft
---";
    assert!(!site(text).build().fine().has("/elsewhere/"));
    assert!(site(text).drafts().build().fine().has("/elsewhere/"));
}

#[test]
fn a_version_of_a_draft_with_a_slug_was_published_as_a_report_of_its_own() {
    let text = |slugs: [&str; 2], status: &str| {
        format!(
            "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/reports/x.md
---
title: canary
{}
status: {status}
---
canary
=== content/reports/x.ar.md
---
title: canary
{}
---
canary
=== content/reports/elsewhere/x.md
---
title: Another of that name
---",
            slugs[0], slugs[1]
        )
    };
    for slugs in [["slug: y", ""], ["slug: y", "slug: y"], ["slug: y", "slug: z"]] {
        let built = site(&text(slugs, "draft")).build().fine();
        assert_eq!(built.files_with("canary"), Vec::<&str>::new());
        assert!(built.has("/reports/x/") && !built.has("/ar/reports/x/"));
        // Published, both have the original's id.
        let built = site(&text(slugs, "published")).build().fine();
        assert!(built.has("/reports/y/") && built.has("/ar/reports/y/"), "{:#?}", built.paths());
        assert!(!built.has("/ar/reports/x/") && !built.has("/ar/reports/z/"));
    }
}

/// A report with `{key}`, and its text in a language that the site does not have.
fn translated(key: &str, name: &str) -> Site {
    let text = r"
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/reports/r.md
---
title: The report
date: 2019-12-21
{key}
---
Words.
=== content/reports/{name}.md
---
title: canary-title
date: 2019-12-21
---
canary-words
";
    site(&text.replace("{key}", key).replace("{name}", name))
}

#[test]
fn a_translation_into_an_unknown_language_does_not_outrun_its_embargo() {
    let hiding = ["embargo: 2999-01-01", "status: draft", "draft: true", "status: withdrawn", "status: unlisted"];
    for (key, name) in hiding.iter().zip(["r.de", "r.ar-LY", "r.arabic", "r.ar_LY", "r.ألمانية"]) {
        for drafts in [false, true] {
            let site = translated(key, name);
            let built = if drafts { site.drafts() } else { site }.build();
            assert!(built.names().contains("exposed-version"), "{key} {name}: {}", built.problems());
            assert!(built.output.is_empty(), "{key} {name}");
        }
    }
    // In another folder it is found by its id.
    let built = translated("status: draft", "german/r.de").build();
    assert!(built.names().contains("exposed-version"), "{}", built.problems());
    // What is hidden itself, and what ends in no language, is nothing of the sort.
    translated("status: draft", "r.v2").build().fine();
    let both = translated("status: draft", "r.de");
    both.write("=== content/reports/r.de.md\n---\ntitle: x\ndate: 2019-12-21\ndraft: true\n---\nx\n");
    both.build().fine();
}

#[test]
fn a_version_in_an_unknown_language_is_told() {
    let built = translated("", "r.de").build().written();
    let told = built.problems();
    assert!(told.starts_with("warning[unknown-language]: `de` is no language of the site"), "{told}");
    assert!(translated("", "r.ar").build().names().is_empty());
}

#[test]
fn a_misspelt_key_does_not_publish_what_it_was_to_hide() {
    let lint = "=== site.yaml\ntitle: Test\nbase_url: https://test.example\nlint: {unknown-key: allow}\n";
    for key in ["Draft: true", "Status: draft", "embargoed: 2999-01-01", "staus: draft", "state: draft"] {
        for (path, needed) in [
            ("reports/x.md", "title: X\ndate: 2019-12-21"),
            ("actors/x.md", "name: X"),
            ("sources/x.md", "title: X"),
            ("dates/2019-04-04.md", "title: X"),
            ("x.md", "title: X"),
            ("reports/index.md", "title: X"),
        ] {
            let built = site(lint).with(&format!("=== content/{path}\n---\n{needed}\n{key}\n---\nWords.\n")).build();
            assert!(built.names().contains("misspelt-key"), "{key} in {path}: {}", built.problems());
            assert!(built.output.is_empty(), "{key} in {path}");
        }
    }
    let built =
        site("=== content/reports/x.md\n---\ntitle: X\ndate: 2019-12-21\nextra: {state: draft}\nsumary: x\n---\n")
            .build();
    assert_eq!(Vec::from_iter(built.names()), ["unknown-key"]);
}
