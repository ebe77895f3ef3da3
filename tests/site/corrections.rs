//! Corrections: on the report, at `/corrections/`, in a feed, and in lists of reports.

use crate::harness::{check, section, site, text_of};

const SITE: &str = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
feed: {id: 'test.example,2019'}
=== content/reports/a.md
---
title: A report
date: 2019-12-21
updated: 2019-12-22
corrections:
  - {date: 2019-12-23, text: So was the place.}
  - {date: 2020-02-01, text: The name was wrong.}
  - {date: 2019-12-23, text: \"The <date> was wrong.\"}
---
Words.
=== content/reports/a.ar.md
---
title: تقرير
---
كلمات
=== content/reports/b.md
---
title: Another
date: 2020-01-01
updated: 2020-06-01
corrections: [{date: 2020-03-01, text: A number.}]
---
=== content/reports/b.ar.md
---
title: آخر
corrections: [{date: 2020-04-01, text: الرقم}]
---
=== content/reports/c.md
---
title: Gone
date: 2018
status: withdrawn
corrections: [{date: 2019-01-01, text: Forged.}, {date: 2018-12-01, text: A typing error.}]
---
";

#[test]
fn a_report_shows_its_corrections_newest_first() {
    let built = site(SITE).build().fine();
    let notice = |page: &str| {
        let part = section(built.page(page), "gl-corrections");
        text_of(&part[part.find('>').unwrap() + 1..part.find("</div>").unwrap()])
    };
    assert_eq!(
        notice("/reports/a/"),
        "Corrected 1 February 2020 The name was wrong. Corrected 23 December 2019 So was the place. \
         Corrected 23 December 2019 The <date> was wrong. All corrections"
    );
    let page = built.page("/reports/a/");
    for anchor in ["2020-02-01", "2019-12-23", "2019-12-23-2"] {
        assert!(page.contains(&format!("<p id=\"gl-correction-{anchor}\">")), "{page}");
    }
    built.shows("/reports/a/", "Published 21 December 2019 updated 1 February 2020");
    built.has_html("/reports/a/", "<meta property=\"article:modified_time\" content=\"2020-02-01\">");
    built.has_html("/reports/a/", "<a class=\"flag\" href=\"#gl-corrections\">Corrected</a>");
    built.shows("/reports/a/", "3 corrections");
    // What is newer than the corrections stays.
    built.shows("/reports/b/", "updated 1 June 2020");
    // A version shows its own, else those of its original in their language.
    built.shows("/ar/reports/b/", "الرقم").hides("/ar/reports/b/", "A number.");
    built.has_html("/ar/reports/a/", "<span lang=\"en\" dir=\"ltr\">The name was wrong.</span>");
}

#[test]
fn all_corrections_stand_together_newest_first() {
    let built = site(SITE).build().fine();
    let list = text_of(section(built.page("/corrections/"), "gl-h-corrections"));
    assert_eq!(
        list.split_once('>').unwrap().1,
        "Corrections newest first \
         Another A number. Corrected 1 March 2020 Published 1 January 2020 \
         A report The name was wrong. Corrected 1 February 2020 Published 21 December 2019 \
         A report So was the place. Corrected 23 December 2019 Published 21 December 2019 \
         A report The <date> was wrong. Corrected 23 December 2019 Published 21 December 2019 \
         Gone Forged. Corrected 1 January 2019 Published 2018 Withdrawn \
         Gone A typing error. Corrected 1 December 2018 Published 2018 Withdrawn"
    );
    assert!(built.links("/corrections/").contains(&"/reports/a/#gl-correction-2020-02-01".to_owned()));
    built.has_html(
        "/corrections/",
        "type=\"application/atom+xml\" title=\"Corrections · Test\" href=\"/corrections/feed.xml\"",
    );
    built.shows("/", "6 corrections").shows("/reports/", "Corrected 1 February 2020");
    built.shows("/reports/c/", "This report has been withdrawn. 1 January 2019 Forged.");
    built.shows("/reports/c/", "Corrected 1 December 2018 A typing error.");
    built.has_html("/reports/c/", "id=\"gl-correction-2019-01-01\"");
    assert!(built.output["sitemap.xml"].contains("<loc>https://test.example/corrections/</loc>"));
}

#[test]
fn the_list_has_pages() {
    let text = SITE.replace("title: Test\n", "title: Test\npaginate: 4\n");
    let built = site(&text).build().fine();
    built.shows("/corrections/", "So was the place.").hides("/corrections/", "Forged.");
    built.shows("/corrections/page/2/", "Forged.").hides("/corrections/page/2/", "A number.");
}

#[test]
fn each_correction_is_an_entry_of_a_feed() {
    let built = site(SITE).build().fine();
    let feed = &built.output["corrections/feed.xml"];
    let ids: Vec<&str> = feed.split("<id>").skip(1).map(|rest| rest.split("</id>").next().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "tag:test.example,2019:/corrections/feed.xml",
            "tag:test.example,2019:/reports/b/#gl-correction-2020-03-01",
            "tag:test.example,2019:/reports/a/#gl-correction-2020-02-01",
            "tag:test.example,2019:/reports/a/#gl-correction-2019-12-23-2",
            "tag:test.example,2019:/reports/a/#gl-correction-2019-12-23",
            "tag:test.example,2019:/reports/c/#gl-correction-2019-01-01",
            "tag:test.example,2019:/reports/c/#gl-correction-2018-12-01",
        ]
    );
    assert!(feed.contains("<title>Correction: A report</title>"), "{feed}");
    assert!(feed.contains("The &lt;date&gt; was wrong."), "{feed}");
    assert!(feed.contains("https://test.example/reports/a/#gl-correction-2019-12-23-2"), "{feed}");
    // The feed of reports tells the day of the last change, the site map as well.
    assert!(built.output["feed.xml"].contains("<updated>2020-02-01T00:00:00+00:00</updated>"));
    assert!(built.output["sitemap.xml"].contains("<lastmod>2020-02-01</lastmod>"));
}

#[test]
fn corrections_of_hidden_reports_stand_nowhere() {
    for keys in ["status: draft", "embargo: 2030-01-01", "status: unlisted"] {
        let text = format!(
            "=== content/reports/a.md\n---\ntitle: A\ndate: 2020\n{keys}\ncorrections: [{{date: 2021, text: canary}}]\n---"
        );
        let built = site(&text).build().fine();
        let own = if keys.contains("unlisted") { vec!["reports/a/index.html"] } else { Vec::new() };
        assert_eq!(built.files_with("canary"), own);
        assert_eq!(built.files_with("/corrections/"), Vec::<&str>::new());
        assert!(!built.has("/corrections/"));
    }
}

#[test]
fn wrong_days_are_told() {
    check(
        "\
=== content/reports/a.md
---
title: A
date: 2020-01-02
corrections:
  - {date: 2020-01-01, text: One.}
  - {date: 2020, text: Two.}
  - {date: 2030-01-01, text: Three.}
---",
        "\
warning[early-correction]: the correction is dated before the report, 2020-01-02
 --> content/reports/a.md:5:12
  |
5 |   - {date: 2020-01-01, text: One.}
  |            ^^^^^^^^^^
  |
  = help: one of the two dates is wrong

warning[future-date]: the date 2030-01-01 lies in the future
 --> content/reports/a.md:7:12
  |
7 |   - {date: 2030-01-01, text: Three.}
  |            ^^^^^^^^^^
  |
  = help: a correction is shown at once, whatever its date",
    );
}

#[test]
fn a_newer_correction_of_the_same_day_took_the_id_of_an_older_one() {
    let built = |items: &str| {
        let keys = format!(
            "feed: {{id: 'test.example,2019'}}\n=== content/reports/a.md\n---\ntitle: A\ndate: 2019\ncorrections:\n{items}---\n"
        );
        site(&format!("=== site.yaml\ntitle: Test\nbase_url: https://test.example\n{keys}")).build().fine()
    };
    let ids = |feed: &str| -> Vec<(String, String)> {
        let part =
            |entry: &str, from: &str, to: &str| entry.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
        let entries = feed.split("<entry>").skip(1);
        let all = entries.map(|entry| (part(entry, "<id>", "</id>"), part(entry, "<summary", "</summary>")));
        all.collect()
    };
    let old = "  - {date: 2019-12-23, text: Second.}\n  - {date: 2019-12-23, text: First.}\n";
    let before = ids(&built(old).output["corrections/feed.xml"]);
    let after =
        built(&format!("  - {{date: 2020-01-01, text: Other.}}\n  - {{date: 2019-12-23, text: Third.}}\n{old}"));
    assert_eq!(ids(&after.output["corrections/feed.xml"])[2..], before);
    after.has_html("/reports/a/", "<p id=\"gl-correction-2019-12-23-3\">");
    after.shows("/reports/a/", "Other. Corrected 23 December 2019 Third. Corrected 23 December 2019 Second.");
}
