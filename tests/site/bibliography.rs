//! Files of sources that reference managers write.

use crate::harness::{check, site};

const SITE: &str = "\
=== site.yaml
title: Test
base_url: https://test.example
bibliography: refs.bib
=== refs.bib
@report{un-914,
  author = {{Panel of Experts}}, title = {Final report}, institution = {United Nations},
  date = {2019-12-09}, url = {https://example.org/914}
}
@book{never-cited, author = {Doe, Jane}, title = {A book}, date = {2001}}
";

#[test]
fn its_sources_may_be_cited_and_have_pages_when_they_are() {
    let text = format!("{SITE}=== content/reports/a.md\n---\ntitle: A\ndate: 2020-01-01\n---\nSaid [@un-914, p. 2].\n");
    let built = site(&text).build().fine();
    built.shows("/reports/a/", "Panel of Experts. Final report. United Nations, 9 December 2019.");
    built.shows("/sources/un-914/", "Original https://example.org/914");
    assert!(!built.has("/sources/never-cited/"));
    built.hides("/sources/", "A book");
}

#[test]
fn what_files_say_besides_is_added_and_may_not_differ() {
    let report = "\
=== content/reports/a.md
---
title: A
date: 2020-01-01
sources:
  - {id: un-914, grade: B2, title: Another title}
---
Said [@un-914, p. 2].
";
    check(
        &format!("{SITE}{report}"),
        "
error[conflicting-source]: the source `un-914` has another `title` elsewhere
 --> content/reports/a.md:5:36
  |
5 |   - {id: un-914, grade: B2, title: Another title}
  |                                    ^^^^^^^^^^^^^
  |
 ::: refs.bib:1:9
  |
1 | @report{un-914,
  |         ------ first given here
  |
  = help: describe it once, and list it by its id elsewhere",
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    check(
        "\
=== site.yaml
title: Test
base_url: https://test.example
bibliography: [refs.bib, gone.json, ../up.bib, notes.txt]
=== refs.bib
@report{one,
  title = {Open
",
        "
error[bibliography-syntax]: this is no BibLaTeX: unexpected end of file
 --> refs.bib:2:16
  |
2 |   title = {Open
  |                ^

error[missing-file]: the bibliography file `gone.json` can't be read: entity not found
 --> site.yaml:3:26
  |
3 | bibliography: [refs.bib, gone.json, ../up.bib, notes.txt]
  |                          ^^^^^^^^^

error[wrong-type]: an item of `bibliography` must be the path of a file below the root in BibLaTeX (`.bib`), CSL-JSON (`.json`) or YAML (`.yml`), not `../up.bib`
 --> site.yaml:3:37
  |
3 | bibliography: [refs.bib, gone.json, ../up.bib, notes.txt]
  |                                     ^^^^^^^^^

error[wrong-type]: an item of `bibliography` must be the path of a file below the root in BibLaTeX (`.bib`), CSL-JSON (`.json`) or YAML (`.yml`), not `notes.txt`
 --> site.yaml:3:48
  |
3 | bibliography: [refs.bib, gone.json, ../up.bib, notes.txt]
  |                                                ^^^^^^^^^",
    );
}
