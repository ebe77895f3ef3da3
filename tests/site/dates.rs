//! Dates: each notation of EDTF, and the pages of dates that it is on.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::harness::{Built, main_of, section, site};

/// Pages of days, months and years that always exist here, by a file.
const PAGES: [&str; 13] = [
    "2011",
    "2018",
    "2019",
    "2019-04",
    "2019-04-03",
    "2019-04-04",
    "2019-04-05",
    "2019-12",
    "2019-12-12",
    "2019-12-14",
    "2019-12-16",
    "2019-12-21",
    "2020",
];

/// On which pages a date stands under which heading, as `2019-04-04: on`. Pages above an exact one show it too, and are
/// left out where they only repeat it.
fn pages_of(edtf: &str) -> String {
    let mut text =
        format!("=== content/reports/a.md\n---\ntitle: A\ndates: [{{date: {edtf:?}, label: The canary}}]\n---\n");
    for page in PAGES {
        let _ = write!(text, "=== content/dates/{page}.md\nProse.\n");
    }
    let built = site(&text).build().fine();
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for page in PAGES {
        for (id, name) in [("gl-on", "on"), ("gl-may", "may include"), ("gl-within", "within")] {
            if shows(&built, page, id) {
                found.entry(name).or_default().push(page);
            }
        }
    }
    let line = |name| Some(format!("{name} {}", found.get(name)?.join(" ")));
    ["on", "may include", "within"].into_iter().filter_map(line).collect::<Vec<_>>().join("; ")
}

fn shows(built: &Built, page: &str, id: &str) -> bool {
    let html = main_of(built.page(&format!("/dates/{}/", page.replace('-', "/"))));
    html.contains(&format!("<section class=\"row ruled\" id=\"{id}\"")) && section(html, id).contains("The canary")
}

#[test]
fn each_notation_stands_on_the_pages_of_its_date() {
    let table = [
        ("2019-04-04", "on 2019 2019-04 2019-04-04"),
        ("2019-04", "on 2019 2019-04"),
        ("2011", "on 2011"),
        ("2011/2019-04", "on 2011 2019 2019-04; within 2018 2019-04-03 2019-04-04 2019-04-05"),
        ("2019-04-04/2019-12-14", "on 2019 2019-04 2019-04-04 2019-12 2019-12-14; within 2019-04-05 2019-12-12"),
        (
            "2011/..",
            "on 2011; within 2018 2019 2019-04 2019-04-03 2019-04-04 2019-04-05 2019-12 2019-12-12 2019-12-14 \
             2019-12-16 2019-12-21 2020",
        ),
        ("../2018", "on 2018; within 2011"),
        ("[2019-04-03..2019-04-05]", "may include 2019-04-03 2019-04-04 2019-04-05"),
        ("[2019-12-14,2019-12-21]", "may include 2019-12-14 2019-12-21"),
        ("{2019-12-14,2019-12-21}", "on 2019 2019-12 2019-12-14 2019-12-21"),
        ("2011~", "on 2011"),
        ("2019-12-12?", "on 2019 2019-12 2019-12-12"),
        ("2019-12-XX", "on 2019 2019-12"),
        ("2019-21", "on 2019"),
        ("2019-12-12T08:20:00Z", "on 2019 2019-12 2019-12-12"),
    ];
    let found: Vec<(&str, String)> = table.iter().map(|(edtf, _)| (*edtf, pages_of(edtf))).collect();
    let expected: Vec<(&str, String)> = table.iter().map(|(edtf, pages)| (*edtf, (*pages).to_owned())).collect();
    assert_eq!(found, expected, "\n{found:#?}");
}

#[test]
fn a_page_exists_for_what_is_indexed_or_published_and_for_the_month_and_year_above() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2019-12-21
dates: [2011, 2015-03]
---
On [a day](date:2020-02-29) and within [a range](date:2001-01-01/2002-03).
=== content/dates/1999-09-09.md
";
    let built = site(text).build().fine();
    let pages: Vec<&str> = built.paths().into_iter().filter_map(|path| path.strip_prefix("dates/")).collect();
    assert_eq!(
        pages,
        [
            "1999/09/09/index.html",
            "1999/09/index.html",
            "1999/index.html",
            "2001/01/01/index.html",
            "2001/01/index.html",
            "2001/index.html",
            "2002/03/index.html",
            "2002/index.html",
            "2011/index.html",
            "2015/03/index.html",
            "2015/index.html",
            "2019/12/21/index.html",
            "2019/12/index.html",
            "2019/index.html",
            "2020/02/29/index.html",
            "2020/02/index.html",
            "2020/index.html",
            "index.html",
        ]
    );
}

#[test]
fn a_phrase_keeps_its_words_and_says_which_day_it_means() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2020-02-03
---
It began on [the fourth of last April](date:2019-04-04), or [](date:2019-04-05), and not [then](date:2011/2012).
";
    let built = site(text).build().fine();
    let page = "/reports/a/";
    built.has_html(
        page,
        "<a class=\"date\" data-on=\"4 April 2019\" href=\"/dates/2019/04/04/\">\
         <time datetime=\"2019-04-04\">the fourth of last April</time></a>",
    );
    built.shows(page, "or 5 April 2019, and not then.");
    built.has_html(page, "<a class=\"date\" data-on=\"2011 – 2012\" href=\"/dates/2011/\">then</a>");
    built.shows("/dates/2019/04/04/", "It began on the fourth of last April");
}

#[test]
fn a_day_knows_its_weekday_and_its_place_in_the_month() {
    let built = site("=== content/dates/2019-04-04.md\n=== content/dates/2020-02.md\n").build().fine();
    built.shows("/dates/2019/04/04/", "4 April 2019 Thursday");
    built.shows("/dates/2019/04/04/", "April 2019 Mon Tue Wed Thu Fri Sat Sun 1 2 3 4");
    // 1 April 2019 was a Monday; February 2020 began on a Saturday, with five empty cells before it.
    let row = |route: &str| {
        let html = main_of(built.page(route));
        let body = html.split("<tbody>").nth(1).unwrap();
        body.split("</tr>").next().unwrap().matches("<td").count()
            - body.split("</tr>").next().unwrap().matches("<td></td>").count()
    };
    assert_eq!((row("/dates/2019/04/"), row("/dates/2020/02/")), (7, 2));
}

#[test]
fn the_same_date_and_label_are_one_line_that_names_its_reports() {
    let text = "\
=== content/reports/a.md
---
title: First
date: 2019-12-21
dates: [{date: 2019-04-04, label: The offensive begins, actors: [haftar]}]
---
It was [a Thursday](date:2019-04-04).
=== content/reports/b.md
---
title: Second
date: 2019-12-22
dates: [{date: 2019-04-04, label: the  OFFENSIVE begins, actors: [lna]}]
---
=== content/actors/haftar.md
---
name: Haftar
---
=== content/actors/lna.md
---
name: LNA
---
";
    let built = site(text).build().fine();
    let on = crate::harness::text_of(section(built.page("/dates/2019/04/04/"), "gl-on"));
    assert_eq!(on.matches("offensive").count() + on.matches("OFFENSIVE").count(), 1, "{on}");
    for words in ["First, ¶1", "Second", "Haftar", "LNA"] {
        assert!(on.contains(words), "{on}");
    }
    built.shows("/dates/2019/04/04/", "1 event");
}

#[test]
fn neighbours_are_the_dates_of_the_same_precision_that_exist() {
    let text = "\
=== content/reports/a.md
---
title: A
dates: [2011, 2015-03, 2019-04-04, 2019-12-21, 2020]
---
";
    let built = site(text).build().fine();
    built.has_html("/dates/2019/04/04/", "rel=\"next\" href=\"/dates/2019/12/21/\"");
    assert!(!built.page("/dates/2019/04/04/").contains("rel=\"prev\""));
    built.has_html("/dates/2019/04/", "rel=\"prev\" href=\"/dates/2015/03/\"");
    built.has_html("/dates/2019/", "rel=\"prev\" href=\"/dates/2015/\"");
    built.has_html("/dates/2019/", "rel=\"next\" href=\"/dates/2020/\"");
}

#[test]
fn a_day_lists_its_twenty_narrowest_ranges_and_its_year_all() {
    let ranges: Vec<String> = (0..23).map(|n| format!("{{date: {}/2030, label: Range {n}}}", 1990 + n)).collect();
    let text = format!("=== content/reports/a.md\n---\ntitle: A\ndates: [2019-04-04, {}]\n---\n", ranges.join(", "));
    let built = site(&text).build().fine();
    let within = crate::harness::text_of(section(built.page("/dates/2019/04/04/"), "gl-within"));
    assert_eq!(within.matches("Range ").count(), 20);
    assert!(within.contains("Range 22") && !within.contains("Range 2 "), "{within}");
    built.has_html("/dates/2019/04/04/", "href=\"/dates/2019/#gl-within\"");
    let all = crate::harness::text_of(section(built.page("/dates/2019/"), "gl-within"));
    assert_eq!(all.matches("Range ").count(), 23);
}

#[test]
fn a_no_that_hides_was_told_to_be_a_year_of_four_digits() {
    let built = site("=== content/reports/a.md\n---\ntitle: A\npublished: no\n---\n").build();
    assert_eq!(
        built.problems(),
        "\
error[wrong-type]: `published` must be `true` or `false`, not `no`
 --> content/reports/a.md:3:12
  |
3 | published: no
  |            ^^
  |
  = help: write `false`"
    );
}

#[test]
fn a_calendar_tells_days_that_something_may_be_on_from_those_with_entries() {
    let built = site(
        "\
=== content/reports/a.md
---
title: A
date: 2020-01-02
dates: [{date: '[2019-12-14,2019-12-21]', label: Talks}, {date: 2019-12-21, label: A meeting}]
---
=== content/dates/2019-12-16.md
Prose.
",
    )
    .build()
    .fine();
    let month = built.page("/dates/2019/12/");
    let cell = |day: &str| section_of_day(month, day);
    assert_eq!(cell("14"), " class=\"may\" title=\"14 December 2019\">14<span class=\"vh\">, may include it");
    assert_eq!(cell("16"), " title=\"16 December 2019\">16<span class=\"vh\">, no entries");
    assert_eq!(cell("21"), " title=\"21 December 2019\">21<span class=\"vh\">, 1 entry");
}

/// What the calendar of December 2019 has behind the address of one of its days.
fn section_of_day<'a>(page: &'a str, day: &str) -> &'a str {
    let (_, cell) = page.split_once(&format!("<td><a href=\"/dates/2019/12/{day}/\"")).unwrap();
    cell.split_once("</span>").unwrap().0
}
