//! Addresses: each carries the path of `base_url`, each leads somewhere, and absolute ones stand only where they must.

use std::collections::BTreeSet;

use crate::harness::{Built, addresses, example, of, site};

/// A site with something of everything.
pub(crate) const EVERYTHING: &str = "\
=== site.yaml
title: Test
base_url: https://test.example/some/path/
languages: [en, ar]
paginate: 2
wikilinks: true
redirects: {/old/: /reports/a/, /out/: https://example.org/}
publisher: {name: Us, url: https://publisher.example/}
=== content/index.md
Prose with [a report](/reports/a/), [an anchor](/reports/a/#two), [a file](reports/map.png) and [mail](mailto:a@b.example).
=== content/about.md
---
title: About us & them
redirects: [/team/]
---
[All](/reports/) and [elsewhere](https://example.org/x?a=1&b=2).
=== content/reports/a.md
---
title: A
date: 2019-12-21
actors: [nobody]
authors: [haftar]
sources: [memo]
dates: [{date: 2019-04-04/2019-05, label: Offensive, actors: [haftar], sources: [memo]}]
tags: [war and peace, سلام]
image: map.png
image_alt: A map
---
## One

[Haftar](actor:haftar) on [4 April](date:2019-04-04) [@memo, p. 2].[^1] ![A map](map.png) [below](#two)

## Two

> \"words\"
> — [Haftar](actor:haftar), [@memo]

[[haftar]] and [here](#p2).

[^1]: A note with [GNA](actor:gna) and [@memo].
=== content/reports/a.ar.md
---
title: أ
---
[حفتر](actor:haftar) [@memo] [ب](report:b)
=== content/reports/map.png
PNG
=== content/reports/with space/ü.png
PNG
=== content/reports/b.md
---
title: B
date: 2019-12-22
---
[](report:a#two) and ![u](<with space/ü.png>) [h](actor:haftar)
=== content/reports/c.md
---
title: C
date: 2018
permalink: /elsewhere/c/
---
[](report:a) [h](actor:haftar)
=== content/actors/haftar.md
---
name: Haftar
kind: person
image: haftar.jpg
roles: [{role: Commander, of: gna, from: 2015-03, sources: [memo]}]
ids: {wikidata: Q1}
---
=== content/actors/haftar.jpg
JPG
=== content/actors/gna.md
---
name: GNA
---
=== content/actors/حفتر.md
---
name: حفتر
---
=== content/sources/memo.md
---
title: Memo
author: haftar
publisher: gna
url: https://example.org/memo
archive: https://archive.example/memo
accessed: 2019-12-22
date: 2019-12-21
---
";

fn built() -> Built {
    site(EVERYTHING).build().written()
}

fn html_pages(built: &Built) -> Vec<(&str, &str)> {
    built.output.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, text)| (&**path, &**text)).collect()
}

#[test]
fn every_address_on_the_site_carries_its_path() {
    let built = built();
    for (path, html) in html_pages(&built) {
        for address in addresses(html) {
            let on_site = address.starts_with('/');
            assert!(!on_site || address.starts_with("/some/path/"), "{path}: {address}");
            let elsewhere = ["https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
            assert!(on_site || elsewhere || address.starts_with('#'), "{path}: {address}");
        }
    }
}

#[test]
fn every_address_on_the_site_leads_to_a_file_and_an_anchor() {
    assert_eq!(dead(&built(), "/some/path"), Vec::<String>::new());
}

#[test]
fn absolute_addresses_stand_only_where_they_must() {
    let built = built();
    let own = "https://test.example";
    let text = ["404.html", "robots.txt", "feed.xml", "sitemap.xml"];
    for (path, html) in html_pages(&built) {
        let lines = html.lines().filter(|line| line.contains(own));
        for line in lines {
            let head = ["rel=\"canonical\"", "property=\"og:", "hreflang=", "name=\"citation_", "application/ld+json"];
            let cited =
                ["<span class=\"ltr\">https://test.example", "  url = {https://", "UR  - https://", "URL&quot;: "];
            let mut may = head.into_iter().chain(cited);
            assert!(may.any(|words| line.contains(words)), "{path}: {line}");
        }
    }
    assert!(text.iter().all(|path| built.output.contains_key(*path)));
    assert_eq!(
        built.page("/robots.txt"),
        "User-agent: *\nAllow: /\nSitemap: https://test.example/some/path/sitemap.xml\n"
    );
}

#[test]
fn without_a_base_url_there_is_no_absolute_address_and_a_note() {
    let site = site(EVERYTHING);
    site.write(&format!("=== site.yaml\n{}", site_yaml().replace("base_url: https://test.example/some/path/\n", "")));
    let built = site.build().written();
    assert!(built.problems().ends_with(
        "\
note[no-base-url]: without `base_url` there are no feeds, no site map and no canonical addresses
--> site.yaml
 = help: add `base_url: https://…` to site.yaml"
    ));
    assert!(built.output.values().all(|text| !text.contains("test.example")));
    assert!(built.output.keys().all(|path| !path.ends_with(".xml")));
    assert!(built.output.values().all(|text| !text.contains("canonical") || text.contains("http-equiv=\"refresh\"")));
    assert_eq!(dead(&built, ""), Vec::<String>::new());
}

fn site_yaml() -> &'static str {
    EVERYTHING.strip_prefix("=== site.yaml\n").unwrap().split("=== ").next().unwrap()
}

#[test]
fn the_site_map_and_the_feeds_name_pages_that_exist() {
    let built = built();
    let base = "https://test.example/some/path";
    for path in built.paths().into_iter().filter(|path| path.ends_with(".xml")) {
        let xml = &built.output[path];
        for mark in ["href=\"", "<loc>"] {
            for rest in xml.split(mark).skip(1) {
                let address = rest.split(['<', '"']).next().unwrap();
                let route = address.strip_prefix(base).unwrap_or_else(|| panic!("{path}: {address}"));
                assert!(exists(&built, route), "{path}: {address}");
            }
        }
    }
    let map = built.page("/sitemap.xml");
    for route in ["/", "/reports/a/", "/ar/reports/a/", "/elsewhere/c/", "/actors/%D8%AD%D9%81%D8%AA%D8%B1/"] {
        assert!(map.contains(&format!("<loc>{base}{route}</loc>")), "{route}\n{map}");
    }
    assert!(!map.contains("/404") && !map.contains("/old/") && !map.contains("/page/2/"));
}

/// Addresses on the site, in any page, that lead to no file of the output, or to no anchor in it.
pub(crate) fn dead(built: &Built, base: &str) -> Vec<String> {
    let mut dead = BTreeSet::new();
    for (path, html) in html_pages(built) {
        for address in addresses(html) {
            let (file, anchor) = match address.split_once('#') {
                Some((file, anchor)) => (file, Some(anchor)),
                None => (&*address, None),
            };
            let target = match file.strip_prefix(base).filter(|file| file.starts_with('/')) {
                Some(route) => path_of(route),
                None if file.is_empty() => path.to_owned(),
                None => continue,
            };
            let found = built.output.get(&target);
            let has_anchor = |anchor: &str| {
                let anchor = decoded(anchor);
                anchor.is_empty() || found.is_some_and(|html| html.contains(&format!(" id=\"{anchor}\"")))
            };
            if found.is_none() || !anchor.is_none_or(has_anchor) {
                dead.insert(format!("{path}: {address}"));
            }
        }
    }
    dead.into_iter().collect()
}

fn exists(built: &Built, address: &str) -> bool {
    built.output.contains_key(&path_of(address.split('#').next().unwrap()))
}

fn path_of(address: &str) -> String {
    glossator::resolve::output_path(&decoded(address))
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

#[test]
fn the_example_site_has_nothing_to_tell_and_no_dead_link() {
    let built = of(example()).build().fine();
    assert!(built.counts.pages > 100);
    // One of its stored copies is published, and one is not.
    built.shows("/sources/embassy-2019/", "Stored copy notes-on-the-statement.txt");
    assert_eq!(built.files_with("notes-on-the-announcement"), Vec::<&str>::new());
    assert_eq!(built.files_with("The notes are for the desk alone"), Vec::<&str>::new());
    let base = built.page("/").split("<a class=\"name\" href=\"").nth(1).unwrap().split("/\"").next().unwrap();
    assert_eq!(dead(&built, base), Vec::<String>::new());
}

#[test]
fn an_id_that_only_a_list_has_must_make_an_address_too() {
    let site = site(
        "\
=== content/actors/x.md
---
name: X
---
=== content/reports/a.md
---
title: A
actors: [\"a/../b\"]
sources: [{id: \"<m>\", title: M}]
---",
    );
    let told = site.build().problems();
    assert!(told.contains("error[invalid-route]: `a/../b` can't be part of an address"), "{told}");
    assert!(told.contains("= help: `a-b` would do"), "{told}");
    assert!(told.contains("error[invalid-route]: `<m>` can't be part of an address"), "{told}");
    assert!(told.contains("content/reports/a.md:4:"), "{told}");
}
