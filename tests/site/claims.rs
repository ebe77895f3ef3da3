//! Claims: marked where their words stand, and listed on the report, on the pages of those who make them, and together.

use crate::harness::{Site, check, section, site, text_of};

const ACTORS: &str = "\
=== content/actors/gna.md
---
name: Government of National Accord
---
=== content/actors/embassy.md
---
name: US Embassy
---
=== content/sources/memo.md
---
title: Memo
---
=== content/sources/letter.md
---
title: Letter
---
";

/// A report with two claims.
fn with_report(keys: &str) -> Site {
    site(ACTORS).with(&format!(
        "\
=== content/reports/talks.md
---
title: Talks
date: 2019-12-21
{keys}
claims:
  - {{quote: 'It welcomed the \"readiness\" of the GNA', by: [embassy, gna], status: single-source, sources: [letter]}}
  - {{quote: Talks went on, status: disputed, sources: [memo, letter]}}
---
It welcomed the “readiness” of [the GNA](actor:gna)[@memo].

Talks went on.
"
    ))
}

#[test]
fn a_report_lists_its_claims() {
    let built = with_report("").build().fine();
    let page = "/reports/talks/";
    built.has_html(
        page,
        "<mark class=\"claim s-single-source\" id=\"gl-c1\">It welcomed the “readiness” of </mark>\
         <a class=\"actor k-other\" data-actor=\"gna\" href=\"/actors/gna/\"><mark class=\"claim s-single-source\">the GNA</mark></a>\
         \u{2060}<a class=\"claim-ref\" href=\"#gl-claim-1\" aria-label=\"Claim 1: Single source\" title=\"Single source\">\
         <i class=\"st s-single-source\"></i></a>",
    );
    // Every source has a number, also one that nothing but a claim names.
    assert_eq!(
        text_of(section(built.page(page), "gl-claims")).split_once("> ").unwrap().1,
        "Claims Claim By Status Sources \
         It welcomed the “readiness” of the GNA ¶1 US Embassy, Government of National Accord Single source 2 \
         Talks went on ¶2 Disputed 1, 2 All claims"
    );
    built.shows(page, "2 claims");
    assert!(built.links(page).contains(&"/reports/talks/#gl-c1".to_owned()));
    built.shows("/sources/letter/", "Listed among the sources, not cited in a sentence.");
}

#[test]
fn all_claims_stand_together_by_status() {
    let older = "\
=== content/reports/older.md
---
title: Older
date: 2018-01-02
claims:
  - {quote: Nothing happened, by: [embassy], status: single-source}
  - {quote: It rained}
---
Nothing happened. It rained.
";
    let built = with_report("").with(older).build().fine();
    let page = "/claims/";
    built.shows(
        page,
        "4 claims Claims Single source It welcomed the “readiness” of the GNA US Embassy, Government of National Accord \
         Talks, ¶1 21 December 2019 Letter Nothing happened US Embassy Older, ¶1 2 January 2018 \
         Disputed Talks went on Talks, ¶2 21 December 2019 Memo Letter \
         Status not stated It rained Older, ¶1 2 January 2018 \
         Claims by actor Government of National Accord 1 claim US Embassy 2 claims",
    );
    assert!(built.links(page).contains(&"/actors/embassy/#gl-h-claims".to_owned()));
    built.shows(
        "/actors/embassy/",
        "Claims newest first It welcomed the “readiness” of the GNA Single source Talks, ¶1 21 December 2019 Letter \
         Nothing happened Single source Older, ¶1 2 January 2018 All claims",
    );
    built.shows("/", "4 claims");
    assert_eq!(built.files_with("https://test.example/claims/"), ["claims/index.html", "sitemap.xml"]);
}

#[test]
fn the_list_has_pages() {
    let site = with_report("").with("=== site.yaml\ntitle: Test\nbase_url: https://test.example\npaginate: 1\n");
    let built = site.build().fine();
    built.shows("/claims/", "Single source").hides("/claims/", "Disputed").shows("/claims/", "Claims by actor");
    built.shows("/claims/page/2/", "Disputed").hides("/claims/page/2/", "Claims by actor");
    assert!(!built.has("/claims/page/3/"));
}

#[test]
fn without_claims_there_is_no_list() {
    let built = site("=== content/reports/a.md\n---\ntitle: A\n---\nWords.\n").build().fine();
    assert_eq!(built.files_with("/claims/"), Vec::<&str>::new());
    assert!(!built.has("/claims/"));
}

#[test]
fn claims_of_hidden_reports_stand_nowhere() {
    for keys in ["status: draft", "embargo: 2030-01-01", "status: withdrawn\nreason: None."] {
        let built = with_report(keys).build().fine();
        assert_eq!(built.pages_with("readiness"), Vec::<&str>::new(), "{keys}");
        assert!(!built.has("/claims/"));
    }
    let built = with_report("status: draft").drafts().build().fine();
    built.shows("/claims/", "readiness");
    // An unlisted report has its own, and nothing leads to them.
    let built = with_report("status: unlisted").build().fine();
    assert_eq!(built.pages_with("readiness"), ["reports/talks/index.html"]);
    built.shows("/reports/talks/", "Single source").hides("/reports/talks/", "All claims");
}

#[test]
fn a_version_has_its_own_or_those_of_its_original() {
    let site = with_report("").with(
        "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, fr, ar]
=== content/reports/talks.fr.md
---
title: Pourparlers
claims:
  - {quote: l'Accord est prêt, by: [embassy], status: refuted, sources: [memo]}
---
Oui, « l’Accord est prêt ».
=== content/reports/talks.ar.md
---
title: محادثات
---
نص.
",
    );
    let built = site.build().fine();
    built.shows("/fr/reports/talks/", "l’Accord est prêt ¶1 US Embassy Réfutée 1");
    built.has_html("/fr/reports/talks/", "aria-label=\"Affirmation 1 : Réfutée\"");
    let arabic = "/ar/reports/talks/";
    built.shows(
        arabic,
        "It welcomed the “readiness” of the GNA ¶1 US Embassy، Government of National Accord مصدر واحد 1",
    );
    built.has_html(arabic, "<span lang=\"en\" dir=\"ltr\">Talks went on</span>");
    assert!(built.links(arabic).contains(&"/reports/talks/#gl-c1".to_owned()));
    // Lists take a report once.
    built.shows("/claims/", "2 claims").hides("/claims/", "prêt");
}

#[test]
fn words_that_do_not_stand_in_the_text_are_told_and_not_shown() {
    check(
        "\
=== content/reports/a.md
---
title: A
claims:
  - {quote: the GNA was ready to talk, status: disputed}
  - {quote: peace}
---
It said that the GNA is ready to talk. There was peace, and peace again.
",
        "\
error[lost-claim]: the words of the claim do not stand in the text
 --> content/reports/a.md:4:13
  |
4 |   - {quote: the GNA was ready to talk, status: disputed}
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^ the claim is not shown
...
7 | It said that the GNA is ready to talk. There was peace, and peace again.
  |              ------------------------ the nearest passage
  |
  = help: repeat words of the text exactly; they may not reach over a paragraph

warning[ambiguous-claim]: the words of the claim stand in the text more than once
 --> content/reports/a.md:5:13
  |
5 |   - {quote: peace}
  |             ^^^^^ the first of them are marked
  |
  = help: add words before or after them, until they stand there once",
    );
    let lenient = "\
=== site.yaml
title: Test
lint: {lost-claim: allow, no-base-url: allow}
=== content/reports/a.md
---
title: A
claims: [{quote: never said, by: [gna]}]
---
Words.
";
    let built = site(ACTORS).with(lenient).build().fine();
    assert_eq!(built.files_with("never said"), Vec::<&str>::new());
}
