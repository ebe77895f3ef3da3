//! What pages say to machines, and how reports are cited.

use crate::harness::{Built, site};

const SITE: &str = "\
=== site.yaml
title: Notes
base_url: https://test.example/sub
lang: en
languages: [en, ar]
publisher: {name: The Press, url: \"https://press.example/\"}
license: CC-BY-4.0
=== content/reports/talks.md
---
title: Talks in Tripoli
summary: They talked.
date: 2019-12
authors: [{family: Doe, given: Jane}, desk, A desk]
actors: [haftar]
sources:
  - {id: memo, type: article-newspaper, title: A memo, author: un, publisher: The Paper, date: \"[2019-12-14,2019-12-21]\", url: \"https://paper.example/1\", archive: \"https://web.archive.org/web/20191222000000/https://paper.example/1\"}
dates:
  - {date: 2019-04-04/2020-06, label: The war, actors: [haftar]}
  - {date: 2019-11-12?, label: A call}
claims: [{quote: it rained, by: [haftar], status: single-source, sources: [memo]}]
corrections: [{date: 2020-01-02, text: Not snow.}]
tags: [war, \"talks, long\"]
---
[Haftar](actor:haftar) and [the UN](actor:un) met; it rained [@memo, p. 2].
=== content/reports/talks.ar.md
---
title: محادثات
---
التقى [حفتر](actor:haftar).
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
names: [{name: خليفة حفتر, lang: ar}, Hifter]
from: 1943~
roles:
  - {role: commander, of: lna, from: 2015-03-02, to: ..}
  - {role: colonel, from: 1970, to: 1987-?03}
ids: {wikidata: Q1, ours: \"7\"}
---
=== content/actors/lna.md
---
name: LNA
kind: military
---
=== content/actors/un.md
---
name: United Nations
kind: organization
---
=== content/actors/desk.md
---
name: The Desk
kind: place
---
";

/// The JSON-LD of a page, indented.
fn data(built: &Built, route: &str) -> String {
    let page = built.page(route);
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (text, _) = rest.split_once("</script>").unwrap();
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}

#[test]
fn every_kind_of_page_says_what_it_is_about() {
    let built = site(SITE).build();
    let pages = [
        "/",
        "/reports/",
        "/reports/talks/",
        "/ar/reports/talks/",
        "/actors/haftar/",
        "/sources/memo/",
        "/dates/2019/",
    ];
    let all: Vec<String> = pages.into_iter().map(|page| format!("{page}\n{}\n", data(&built, page))).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_report_has_its_citation_and_its_data_beside_it() {
    let built = site(SITE).build();
    let names = ["cite.bib", "cite.ris", "cite.json", "data.json"];
    let all: Vec<&str> = names.into_iter().map(|name| &*built.output[&format!("reports/talks/{name}")]).collect();
    insta::assert_snapshot!(all.join("--\n").replace('\r', "␍"));
    assert!(built.output["ar/reports/talks/cite.bib"].starts_with("@misc{talks-ar,\n"));
    built.shows("/reports/talks/", "Jane Doe, The Desk, A desk. Talks in Tripoli. Notes. The Press, December 2019. Corrected 2 January 2020. https://test.example/sub/reports/talks/");
    built.has_html("/reports/talks/", "href=\"/sub/reports/talks/cite.bib\"");
    let styled = site(SITE).with("=== site.yaml\ntitle: Notes\ncitations: {style: apa}\n").build();
    styled.shows("/reports/talks/", "Doe, J., The Desk, & A desk. (2019");
}

#[test]
fn a_site_without_exports_has_no_files_beside_its_reports() {
    let built = site(&SITE.replace("license:", "exports: false\nlicense:")).build().written();
    let beside = |path: &&String| path.starts_with("reports/") && !path.ends_with("/index.html");
    assert_eq!(built.output.keys().filter(beside).collect::<Vec<_>>(), Vec::<&String>::new());
    let page = built.page("/reports/talks/");
    assert!(!page.contains("cite.bib") && !page.contains("data.json"), "{page}");
}

#[test]
fn tags_of_the_head_are_complete() {
    let built = site(SITE).build();
    for tag in [
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:locale\" content=\"en_US\">",
        "<meta property=\"og:locale:alternate\" content=\"ar_AR\">",
        "<meta property=\"article:published_time\" content=\"2019-12\">",
        "<meta property=\"article:tag\" content=\"war\">",
        "hreflang=\"x-default\" href=\"https://test.example/sub/reports/talks/\"",
        "<meta name=\"citation_author\" content=\"Doe, Jane\">",
        "<meta name=\"citation_author\" content=\"A desk\">",
        "<meta name=\"citation_publication_date\" content=\"2019/12\">",
        "<meta name=\"citation_public_url\" content=\"https://test.example/sub/reports/talks/\">",
    ] {
        built.has_html("/reports/talks/", tag);
    }
}

#[test]
fn no_words_of_an_author_end_the_script() {
    let title = "</script><!-- <b> & \\\" \u{2028} {x} %";
    let text = format!("=== content/reports/x.md\n---\ntitle: \"{title}\"\n---\nText.\n");
    let built = site(&text).build();
    let page = built.page("/reports/x/");
    assert!(!page.contains("</script><!--") && !page.contains("<!-- <b>"), "{page}");
    let data = data(&built, "/reports/x/");
    assert!(data.contains("</script><!-- <b> & \\\""), "{data}");
    assert!(built.output["reports/x/cite.bib"].contains("\\textbraceleft{}x\\textbraceright{} \\%"));
}

#[test]
fn without_an_address_nothing_has_one() {
    let built = site(SITE).with("=== site.yaml\ntitle: Notes\n").build();
    let page = data(&built, "/reports/talks/");
    assert!(!page.contains("@id") && !page.contains("BreadcrumbList") && page.contains("\"name\": \"Khalifa Haftar\""));
    let files = built.output.iter().filter(|(path, _)| path.starts_with("reports/talks/"));
    assert!(files.clone().count() == 5);
    assert!(files.filter(|(path, _)| !path.ends_with(".html")).all(|(_, text)| !text.contains("/reports/")));
}

#[test]
fn what_has_no_text_has_no_citation() {
    let text = "=== content/reports/gone.md\n---\ntitle: Gone\nstatus: withdrawn\nreason: Wrong.\n---\nText.\n";
    let built = site(text).build();
    assert!(built.page("/reports/gone/").contains("\"creativeWorkStatus\":\"Withdrawn\""));
    assert!(
        !built.output.contains_key("reports/gone/data.json") && !built.output.contains_key("reports/gone/cite.bib")
    );
    assert!(!built.page("/404.html").contains("ld+json"));
}

#[test]
fn a_file_of_ones_own_can_not_take_the_place_of_these() {
    let text = "=== content/reports/x.md\n---\ntitle: X\n---\nText.\n=== static/reports/x/data.json\n{}\n";
    let problems = site(text).build().problems();
    assert!(problems.contains("the address `/reports/x/data.json` is taken"), "{problems}");
}
