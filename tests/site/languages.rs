//! Versions in other languages: their addresses, what they take from the original, and what counts once.

use crate::harness::site;

const SITE: &str = "\
=== site.yaml
title: Test
base_url: https://test.example/sub
languages: [en, ar, fr]
=== content/reports/militias.md
---
title: Militias
date: 2019-12-21
updated: 2019-12-23
authors: [Desk]
summary: In English.
actors: [{id: haftar, role: commander}]
sources: [un-2259]
dates: [{date: 2019-04-04, label: The offensive begins, actors: [haftar]}]
tags: [war]
image: map.png
image_alt: A map
---
[Haftar](actor:haftar) [@un-2259]. [Earlier](report:earlier), [only English](report:english), [](report:earlier).
=== content/reports/militias.ar.md
---
title: الميليشيات
summary: بالعربية
---
[حفتر](actor:haftar) [@un-2259]. [قبل](report:earlier), [إنكليزي](report:english), [](report:earlier).
=== content/reports/map.png
PNG
=== content/reports/earlier.md
---
title: Earlier
date: 2018
---
Words.
=== content/reports/earlier.ar.md
---
title: سابقا
---
كلمات
=== content/reports/english.md
---
title: English
date: 2017
---
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
names: [{name: خليفة حفتر, lang: ar}]
---
A soldier.
=== content/actors/haftar.ar.md
---
name: خليفة حفتر
---
جندي
=== content/sources/un-2259.md
---
title: Resolution 2259
---
=== content/about.md
---
title: About
---
About us.
=== content/about.fr.md
---
title: À propos
---
De nous.
";

#[test]
fn a_version_stands_below_its_language_and_has_the_same_id() {
    let built = site(SITE).build().fine();
    let pages: Vec<&str> = built.paths().into_iter().filter(|path| path.starts_with(['a', 'f', 'r'])).collect();
    assert_eq!(
        pages,
        [
            "about/index.html",
            "actors/haftar/card/index.html",
            "actors/haftar/feed.xml",
            "actors/haftar/index.html",
            "actors/index.html",
            "ar/actors/haftar/card/index.html",
            "ar/actors/haftar/index.html",
            "ar/reports/earlier/index.html",
            "ar/reports/militias/index.html",
            "feed.xml",
            "fr/about/index.html",
            "reports/earlier/index.html",
            "reports/english/index.html",
            "reports/index.html",
            "reports/map.png",
            "reports/militias/index.html",
            "robots.txt",
        ]
    );
}

#[test]
fn a_version_takes_what_it_does_not_give_from_the_original() {
    let built = site(SITE).build().fine();
    let page = "/ar/reports/militias/";
    built.has_html(page, "<article lang=\"ar\" dir=\"rtl\">").has_html(page, "<html lang=\"ar\" dir=\"rtl\">");
    built.shows(page, "الميليشيات").shows(page, "بالعربية").hides(page, "In English.");
    // The date in the page's language, the author, the picture, the source, the event and the tag of the original.
    built.shows(page, "21 ديسمبر 2019").shows(page, "Desk").has_html(page, "src=\"/sub/reports/map.png\"");
    built.shows(page, "Resolution 2259").shows(page, "The offensive begins").shows(page, "war");
    built.shows(page, "commander");
    // A role with a name of the actor in the page's language.
    built.shows(page, "خليفة حفتر");
}

#[test]
fn links_by_id_go_to_the_pages_own_language_else_to_the_original() {
    let built = site(SITE).build().fine();
    built.has_html("/reports/militias/", "<a href=\"/sub/reports/earlier/\">Earlier</a>");
    let page = "/ar/reports/militias/";
    built.has_html(page, "<a href=\"/sub/ar/reports/earlier/\">قبل</a>");
    built.has_html(page, "<a href=\"/sub/ar/reports/earlier/\">سابقا</a>");
    built.has_html(page, "<a href=\"/sub/reports/english/\">إنكليزي</a>");
    built.has_html(page, "href=\"/sub/ar/actors/haftar/\"");
    built.has_html("/reports/militias/", "href=\"/sub/actors/haftar/\"");
}

#[test]
fn each_version_names_all_versions() {
    let built = site(SITE).build().fine();
    for page in ["/reports/militias/", "/ar/reports/militias/"] {
        let base = "https://test.example/sub";
        built.has_html(page, &format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{base}/reports/militias/\">"));
        built.has_html(page, &format!("<link rel=\"alternate\" hreflang=\"ar\" href=\"{base}/ar/reports/militias/\">"));
        built.has_html(page, &format!("<link rel=\"canonical\" href=\"{base}{page}\">"));
        built.shows(page, "العربية").shows(page, "English");
    }
    assert!(!built.page("/reports/english/").contains("hreflang"));
    built.has_html("/fr/about/", "hreflang=\"en\"").has_html("/fr/about/", "<html lang=\"fr\" dir=\"ltr\">");
}

#[test]
fn lists_counts_mentions_and_feeds_take_a_report_once() {
    let built = site(SITE).build().fine();
    built.shows("/", "3 reports").shows("/reports/", "3 reports");
    for list in ["/reports/", "/tags/war/", "/dates/2019/12/21/"] {
        assert_eq!(built.text(list).matches("Militias").count(), 1);
        built.hides(list, "الميليشيات");
    }
    built.shows("/actors/haftar/", "1 report, 1 mention").shows("/sources/un-2259/", "Cited on 1 page at 1 place");
    built.shows("/ar/actors/haftar/", "جندي");
    for feed in ["/feed.xml", "/actors/haftar/feed.xml"] {
        assert_eq!(built.page(feed).matches("militias").count(), 2, "{}", built.page(feed)); // its link and its id
        assert!(!built.page(feed).contains("/ar/"));
    }
    // Search engines may know the versions too.
    assert!(built.page("/sitemap.xml").contains("https://test.example/sub/ar/reports/militias/"));
}

#[test]
fn a_version_without_an_original_is_an_original_in_its_language() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/reports/a.ar.md
---
title: أ
date: 2019-12-21
---
كلمات";
    let built = site(text).build().fine();
    built.has_html("/reports/a/", "<article lang=\"ar\" dir=\"rtl\">").shows("/reports/", "أ");
}

#[test]
fn prose_of_lists_has_one_page_in_the_sites_language() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/index.md
In English.
=== content/index.ar.md
بالعربية
=== content/dates/2019.md
A year.
=== content/dates/2019.ar.md
سنة
=== content/about.ar.md
---
title: حول
---
[الصفحة الأولى](index.ar.md), [السنة](dates/2019.ar.md), [أيضا](/dates/2019/)";
    let built = site(text).build().fine();
    assert!(!built.has("/ar/") && !built.has("/ar/dates/2019/"));
    built.shows("/", "In English.").shows("/dates/2019/", "A year.");
    // A link to such a version leads to the page that there is.
    let links = built.links("/about/");
    assert_eq!(links, ["#p1", "/", "/dates/2019/", "/dates/2019/"]);
}

#[test]
fn the_words_of_a_date_behind_a_latin_title_were_torn_apart_in_arabic() {
    let built = site(
        "=== content/reports/a.md
---
title: تقرير
lang: ar
date: 2019-12-21
sources: [{id: lpa, title: Libyan Political Agreement, place: Skhirat, date: 2015-12-17}]
---
نص [@lpa].
",
    )
    .build()
    .written();
    let entry = "<cite>Libyan Political Agreement</cite>. Skhirat, <bdi>17 ديسمبر 2015</bdi>.";
    built.has_html("/reports/a/", entry);
}

#[test]
fn the_list_of_a_version_renamed_an_actor_without_a_file_everywhere() {
    let text = "\
=== site.yaml
title: Notes
languages: [en, ar]
=== content/reports/n.ar.md
---
title: خبر
actors: [{id: council, name: المجلس}]
---
نص
=== content/reports/n.md
---
title: News
date: 2019-04-04
actors: [{id: council, name: The Council}]
---
Text.
";
    let built = site(text).build().written();
    built.shows("/reports/n/", "The Council").shows("/actors/council/", "The Council");
}
