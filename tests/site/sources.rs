//! Sources: one record of what several files say, numbers in the order of citing, and where each is cited.

use crate::harness::{section, site, text_of};

#[test]
fn what_several_files_say_of_a_source_is_one_record() {
    let text = "\
=== content/sources/memo.md
---
type: statement
title: Memo on talks
---
=== content/reports/a.md
---
title: A
date: 2019-12-21
sources:
  - {id: memo, author: gna, date: 2019-12-14}
  - {id: letter, title: A letter}
---
First [@memo], then [@letter].
=== content/reports/b.md
---
title: B
date: 2019-12-22
sources:
  - {id: memo, url: https://example.org/memo, grade: B2, sha256: 5f2c0000000000000000000000000000000000000000000000000000000000aa}
  - {id: letter, archive: https://archive.example/letter, accessed: 2019-12-23}
---
First [@letter], then [@memo].
=== content/actors/gna.md
---
name: Government of National Accord
---
";
    let built = site(text).build().fine();
    let page = "/sources/memo/";
    built.shows(page, "Government of National Accord. Memo on talks. 14 December 2019.");
    built.shows(page, "Original https://example.org/memo").shows(page, "SHA-256 5f2c0000").shows(page, "Grade B2");
    built.shows("/sources/letter/", "Archived copy https://archive.example/letter");
    // Both reports have the whole record.
    built.shows("/reports/a/", "A letter").shows("/reports/b/", "A letter");
    built.shows("/sources/letter/", "Accessed 23 December 2019").shows("/sources/", "2 sources");
}

#[test]
fn citations_are_numbered_in_the_order_of_the_text() {
    let text = "\
=== content/sources/a.md
---
title: Title A
---
=== content/sources/b.md
---
title: Title B
---
=== content/sources/c.md
---
title: Title C
---
=== content/reports/r.md
---
title: R
sources: [c, a, b]
dates: [{date: 2019, label: Listed for an event, sources: [c]}]
---
One [@b, p. 2], two [see @a; @b], three [-@b].
";
    let built = site(text).build().fine();
    let html = built.page("/reports/r/");
    let marks: Vec<&str> =
        html.split("class=\"mk\" href=\"#gl-s").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(marks, ["1", "2", "1", "1"]);
    let words: Vec<String> = html
        .split("popover role=\"note\">")
        .skip(1)
        .map(|rest| text_of(rest.split("</span>").next().unwrap()))
        .collect();
    assert_eq!(
        words,
        ["1 Title B, p. 2.", "2 see Title A.", "1 Title B, cited in full at ¶1.", "1 Title B, cited in full at ¶1."]
    );
    let list = text_of(section(html, "gl-s1"));
    assert!(list.find("Title B").unwrap() < list.find("Title A").unwrap(), "{list}");
    assert!(list.find("Title A").unwrap() < list.find("Title C").unwrap(), "{list}");
    // Each mark has an anchor to lead to.
    for number in 1..=3 {
        assert!(html.contains(&format!("id=\"gl-s{number}\"")));
    }
}

#[test]
fn a_source_shows_where_it_is_cited_with_sentence_and_place() {
    let text = "\
=== content/sources/memo.md
---
title: Memo
---
=== content/reports/a.md
---
title: Cites twice
date: 2019-12-21
---
Words before. The U.S. Embassy met Gen. Haftar on Saturday [@memo, p. 2]. Words after.

It said so again [see @memo, paras. 3-4].
=== content/reports/b.md
---
title: Only lists
date: 2019-12-22
sources: [memo]
---
Words.
=== content/actors/lna.md
---
name: LNA
---
A [link](source:memo) is no citation, but a place.
";
    let built = site(text).build().fine();
    let cited = built.text("/sources/memo/");
    let at = cited.find("The U.S. Embassy").unwrap_or_else(|| panic!("{cited}"));
    let cited = &cited[at..];
    assert!(
        cited.starts_with("The U.S. Embassy met Gen. Haftar on Saturday. Cites twice, ¶1 at p. 2 It said so again."),
        "{cited}"
    );
    assert!(cited.contains("Cites twice, ¶2 at para. 3–4"), "{cited}");
    assert!(cited.ends_with("Listed among the sources, not cited in a sentence. Only lists"), "{cited}");
    built.has_html("/sources/memo/", "href=\"/reports/a/#p2\"");
    built.has_html("/sources/memo/", "href=\"/actors/lna/#p1\"");
}

#[test]
fn any_content_file_may_have_sources_and_cite_them() {
    let text = "\
=== content/actors/haftar.md
---
name: Haftar
sources: [{id: memo, title: Memo}]
---
A soldier [@memo].
=== content/dates/2019.md
---
sources: [{id: log, title: Log}]
---
A year [@log].
=== content/about.md
---
title: About
sources: [{id: note, title: Note}]
---
Us [@note].
=== content/reports/index.md
All of them [@memo].
=== content/index.md
Here [@log].
";
    let built = site(text).build().fine();
    for (page, title) in
        [("/actors/haftar/", "Memo"), ("/dates/2019/", "Log"), ("/about/", "Note"), ("/reports/", "Memo"), ("/", "Log")]
    {
        let html = built.page(page);
        assert!(html.contains("href=\"#gl-s1\"") && html.contains("id=\"gl-s1\""), "{page}\n{html}");
        built.shows(page, title);
    }
    built.shows("/sources/memo/", "Cited on 2 pages at 2 places");
}

#[test]
fn a_citation_in_a_note_does_not_open_a_note_within_the_note() {
    let built = site(
        "\
=== content/reports/a.md
---
title: A
sources: [{id: s, title: S}]
---
Words.[^n]

[^n]: See [@s, p. 2].
",
    )
    .build()
    .fine();
    let page = built.page("/reports/a/");
    assert_eq!(page.matches("class=\"note\"").count(), 1, "{page}");
    assert!(page.contains("<a class=\"ref\" href=\"#gl-s1\" aria-label=\"Source 1\">1</a> (p. 2)."), "{page}");
}

#[test]
fn the_first_pages_of_a_source_that_is_mostly_listed_were_empty() {
    let report = |number: usize| {
        let text = if number == 5 { "Cited [@memo]." } else { "Not cited." };
        format!(
            "=== content/reports/r{number}.md\n---\ntitle: R{number}\ndate: 2019-12-0{number}\nsources: [memo]\n---\n{text}\n"
        )
    };
    let reports: String = (1..=5).map(report).collect();
    let text = format!(
        "=== site.yaml\ntitle: Notes\npaginate: 2\n=== content/sources/memo.md\n---\ntitle: A memo\n---\n{reports}"
    );
    let built = site(&text).build().written();
    let titles = |page: &str| {
        let text = text_of(built.page(page));
        (1..=5).map(|number| format!("R{number}")).filter(|title| text.contains(title)).collect::<Vec<_>>()
    };
    assert_eq!(titles("/sources/memo/"), ["R4", "R5"]);
    assert_eq!(titles("/sources/memo/page/2/"), ["R2", "R3"]);
    assert_eq!(titles("/sources/memo/page/3/"), ["R1"]);
    assert!(!built.has("/sources/memo/page/4/"));
}
