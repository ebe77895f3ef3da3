//! Lists and addresses: paging, redirects, permalinks, layouts, tags, files beside a report, wikilinks.

use std::fmt::Write as _;

use crate::harness::{check, site};
use crate::urls::dead;

/// Five reports that each name five actors, dates, sources and tags.
fn five() -> String {
    let mut text = "=== site.yaml\ntitle: Test\nbase_url: https://test.example\npaginate: 2\n".to_owned();
    for n in 1..=5 {
        let _ = write!(
            text,
            "\
=== content/reports/r{n}.md
---
title: Report {n}
date: {year}-12-0{n}
sources: [memo]
tags: [all, tag {n}]
dates: [{{date: 2001-02-03, label: Event {n}, actors: [haftar]}}]
---
Mention {n} of [him](actor:haftar) [@memo].
=== content/actors/actor-{n}.md
---
name: Actor {n}
---
=== content/sources/source-{n}.md
---
title: Source {n}
---
",
            year = 2010 + n
        );
    }
    text.push_str("=== content/actors/haftar.md\n---\nname: Haftar\n---\nA biography.\n");
    text.push_str("=== content/sources/memo.md\n---\ntitle: Memo\n---\n=== content/reports/index.md\nProse.\n");
    text
}

#[test]
fn every_long_list_is_paginated() {
    let built = site(&five()).build().fine();
    let pages = |list: &str| {
        let prefix = format!("{}page/", list.trim_start_matches('/'));
        built.paths().iter().filter(|path| path.starts_with(&prefix)).count() + 1
    };
    let lists =
        ["/reports/", "/actors/", "/sources/", "/dates/", "/tags/", "/tags/all/", "/actors/haftar/", "/sources/memo/"];
    let counts: Vec<(&str, usize)> = lists.iter().map(|list| (*list, pages(list))).collect();
    assert_eq!(
        counts,
        [
            ("/reports/", 3),
            ("/actors/", 3),
            ("/sources/", 3),
            ("/dates/", 3), // 2001 and 2011 to 2015
            ("/tags/", 3),
            ("/tags/all/", 3),
            ("/actors/haftar/", 3),
            ("/sources/memo/", 3),
        ]
    );
    assert_eq!(pages("/dates/2001/02/03/"), 3);
    assert_eq!(pages("/"), 1);
    assert_eq!(dead(&built, ""), Vec::<String>::new());
}

#[test]
fn each_item_stands_on_one_page_newest_first() {
    let built = site(&five()).build().fine();
    for list in ["/reports/", "/tags/all/"] {
        built.shows(list, "Report 5").shows(list, "Report 4").hides(list, "Report 3");
        built.shows(&format!("{list}page/2/"), "Report 3").shows(&format!("{list}page/3/"), "Report 1");
    }
    built.shows("/actors/haftar/", "Mention 5 of him").hides("/actors/haftar/", "Mention 3 of him");
    built.shows("/actors/haftar/page/2/", "Mention 3 of him").shows("/actors/haftar/page/3/", "Mention 1 of him");
    built.shows("/sources/memo/page/3/", "Mention 1 of him");
    // What is no list stands on the first page.
    built.shows("/actors/haftar/", "A biography.").hides("/actors/haftar/page/2/", "A biography.");
    built.shows("/reports/", "Prose.").hides("/reports/page/2/", "Prose.");
}

#[test]
fn pages_of_a_list_lead_to_each_other() {
    let built = site(&five()).build().fine();
    let links = |page: &str| {
        let html = built.page(page).split("main pager\"").nth(1).unwrap_or_default().to_owned();
        crate::harness::addresses(html.split("</nav>").next().unwrap())
    };
    assert_eq!(links("/reports/"), ["/reports/page/2/"]);
    assert_eq!(links("/reports/page/2/"), ["/reports/", "/reports/page/3/"]);
    assert_eq!(links("/reports/page/3/"), ["/reports/page/2/"]);
    built.shows("/reports/page/2/", "5 reports");
}

#[test]
fn previous_and_next_report_are_neighbours_in_time() {
    let built = site(&five()).build().fine();
    built.has_html("/reports/r3/", "rel=\"prev\" href=\"/reports/r2/\"");
    built.has_html("/reports/r3/", "rel=\"next\" href=\"/reports/r4/\"");
    assert!(!built.page("/reports/r1/").contains("rel=\"prev\""));
}

#[test]
fn tags_are_joined_by_their_slug() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2019
tags: [Militias & War, سلام]
---
=== content/reports/b.md
---
title: B
date: 2018
categories: militias war, Other
---
";
    let built = site(text).build().fine();
    built.shows("/tags/militias-war/", "Militias & War").shows("/tags/militias-war/", "2 reports");
    assert!(built.has("/tags/سلام/") && built.has("/tags/other/"));
    built.has_html("/reports/a/", "href=\"/tags/%D8%B3%D9%84%D8%A7%D9%85/\"");
}

#[test]
fn old_addresses_lead_on() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example/sub
redirects: {/very/old/: /about/, /old.html: /about/#p1, /away/: https://example.org/}
=== content/about.md
---
title: About
redirects: [/team/, /us.html]
---
Us.
=== content/actors/haftar.md
---
name: Haftar
redirects: [/actors/hifter/]
---
";
    let built = site(text).build().fine();
    for (old, new) in [
        ("/very/old/", "/sub/about/"),
        ("/old.html", "/sub/about/#p1"),
        ("/team/", "/sub/about/"),
        ("/us.html", "/sub/about/"),
        ("/actors/hifter/", "/sub/actors/haftar/"),
        ("/away/", "https://example.org/"),
    ] {
        built.has_html(old, &format!("<meta http-equiv=\"refresh\" content=\"0; url={new}\">"));
        let absolute = if new.starts_with('/') { format!("https://test.example{new}") } else { new.to_owned() };
        built.has_html(old, &format!("<link rel=\"canonical\" href=\"{absolute}\">"));
        built
            .has_html(old, "<meta name=\"robots\" content=\"noindex\">")
            .has_html(old, &format!("<a class=\"ltr\" href=\"{new}\">"));
    }
}

#[test]
fn a_permalink_is_the_address_everywhere() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2019-12-21
permalink: /special/place/
tags: [t]
---
[h](actor:haftar)
=== content/actors/haftar.md
---
name: Haftar
---
=== content/about.md
---
title: About
---
[](report:a), [file](reports/a.md), [path](/special/place/)
";
    let built = site(text).build().fine();
    assert!(built.has("/special/place/") && !built.has("/reports/a/"));
    for page in ["/", "/reports/", "/actors/haftar/", "/tags/t/", "/about/", "/dates/2019/12/21/"] {
        built.has_html(page, "href=\"/special/place/");
    }
    assert!(built.page("/feed.xml").contains("https://test.example/special/place/"));
    assert_eq!(dead(&built, ""), Vec::<String>::new());
}

#[test]
fn a_slug_is_the_id() {
    let text = "\
=== content/reports/2019/long name.md
---
title: A
slug: short
---
=== content/about.md
[](report:short) and [](report:SHORT), [](<reports/2019/long name.md>)
";
    let built = site(text).build().fine();
    assert_eq!(built.links("/about/"), ["#p1", "/reports/short/", "/reports/short/", "/reports/short/"]);
}

#[test]
fn a_file_is_published_at_its_own_path_when_a_published_page_refers_to_it() {
    let text = "\
=== content/reports/2019/a/index.md
---
title: A
image: lead.png
image_alt: Lead
---
![A map](map.png) [Minutes](../minutes.pdf) [root](/files/all.zip)
=== content/reports/2019/a/map.png
map
=== content/reports/2019/a/lead.png
lead
=== content/reports/2019/minutes.pdf
minutes
=== content/reports/2019/unused.png
unused
=== content/files/all.zip
zip
=== content/_notes/secret.txt
secret
=== content/.hidden.png
hidden
";
    let built = site(text).build().fine();
    let files: Vec<&str> = built.paths().into_iter().filter(|path| path.ends_with(['g', 'f', 'p'])).collect();
    assert_eq!(
        files,
        ["files/all.zip", "reports/2019/a/lead.png", "reports/2019/a/map.png", "reports/2019/minutes.pdf"]
    );
    let page = "/reports/a/";
    built.has_html(page, "src=\"/reports/2019/a/map.png\" alt=\"A map\"");
    built.has_html(page, "href=\"/reports/2019/minutes.pdf\"").has_html(page, "href=\"/files/all.zip\"");
    built.has_html(page, "<img class=\"lead\" src=\"/reports/2019/a/lead.png\" alt=\"Lead\">");
    built.has_html(page, "property=\"og:image\" content=\"https://test.example/reports/2019/a/lead.png\"");
}

#[test]
fn wikilinks_go_by_id_then_by_name() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
wikilinks: true
=== content/actors/haftar.md
---
name: Khalifa Haftar
aliases: [Hifter]
---
=== content/reports/offensive.md
---
title: The offensive
---
=== content/sources/memo.md
---
title: A memo
---
=== content/about.md
---
title: About
---
[[haftar]], [[haftar|the general]], [[hifter]], [[KHALIFA  HAFTAR]], [[offensive]], [[The offensive]], [[memo]], [[about]]
";
    let built = site(text).build().fine();
    built.shows(
        "/about/",
        "Khalifa Haftar, the general, Khalifa Haftar, Khalifa Haftar, The offensive, The offensive, A memo, About",
    );
    assert_eq!(
        built.links("/about/"),
        [
            "#p1",
            "/actors/haftar/",
            "/actors/haftar/",
            "/actors/haftar/",
            "/actors/haftar/",
            "/reports/offensive/",
            "/reports/offensive/",
            "/sources/memo/",
            "/about/",
        ]
    );
    // Without them, brackets are brackets.
    let built = site("=== content/about.md\n[[haftar]]\n").build().fine();
    built.shows("/about/", "[[haftar]]");
}

#[test]
fn the_menu_is_the_plain_pages_or_what_site_yaml_says() {
    let pages = "=== content/b.md\n---\ntitle: Bee\n---\n=== content/a.md\n---\ntitle: Ay\nmenu: false\n---\n";
    let nav = |text: &str| {
        let built = site(text).build().fine();
        let html = built.page("/").split("<nav").nth(1).unwrap().split("</nav>").next().unwrap().to_owned();
        crate::harness::addresses(&html).split_off(5)
    };
    assert_eq!(nav(pages), ["/b/"]);
    let own = "=== site.yaml\ntitle: T\nbase_url: https://t.example/s\nmenu: [{title: A, url: /a/}, {title: X, url: 'https://x.example/'}]\n";
    assert_eq!(nav(&format!("{own}{pages}")), ["/s/a/", "https://x.example/"]);
}

#[test]
fn a_menu_that_leads_nowhere_is_told() {
    check(
        "=== site.yaml\ntitle: T\nbase_url: https://t.example\nmenu: [{title: A, url: /abot/}]\n=== content/about.md\n---\ntitle: About\n---\n",
        "\
error[broken-link]: nothing stands at `/abot/`
 --> site.yaml:3:24
  |
3 | menu: [{title: A, url: /abot/}]
  |                        ^^^^^^ no such address
  |
  = help: did you mean `/about/`?",
    );
}
