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

#[test]
fn an_address_that_runs_code_is_told_and_never_a_link() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
bibliography: [refs.bib, refs.json, refs.yml]
=== refs.bib
@online{b1, title = {T}, url = {JavaScript:alert(1)}}
@online{b2, title = {T}, url = {data:text/html,<b>}}
=== refs.json
[{\"id\": \"j1\", \"title\": \"T\", \"URL\": \"javascript:alert(1)\"}]
=== refs.yml
y1:
  type: Web
  title: T
  url: javascript:alert(1)
=== content/reports/a.md
---
title: A
date: 2020-01-01
---
Said [@b1; @b2; @j1; @y1].
";
    let built = site(text).build();
    let told = built.problems();
    let places: Vec<&str> =
        told.lines().filter(|line| line.contains("-->") || line.starts_with("error")).map(str::trim).collect();
    assert_eq!(
        places,
        [
            "error[unsafe-url]: the address of `b1` has the scheme `javascript:`, which is not safe to link to",
            "--> refs.bib:1:33",
            "error[unsafe-url]: the address of `b2` has the scheme `data:`, which is not safe to link to",
            "--> refs.bib:2:33",
            "error[unsafe-url]: the address of `j1` has the scheme `javascript:`, which is not safe to link to",
            "--> refs.json:1:36",
            "error[unsafe-url]: the address of `y1` has the scheme `javascript:`, which is not safe to link to",
            "--> refs.yml:4:8",
        ]
    );
    assert!(built.files_with("javascript:").is_empty());
}

#[test]
fn pages_and_a_doi_with_its_address_are_written_once_and_right() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
citations: {style: apa}
bibliography: [refs.bib, refs.yml]
=== refs.bib
@article{b1, author = {Doe, Jane}, title = {T}, journaltitle = {J}, date = {2019},
  pages = {3--5, 7, 11--12}, doi = {https://doi.org/10.1/x}}
=== refs.yml
y1:
  type: Article
  title: T
  date: 2018
  page-range: 3-5, 7, 11-12
  serial-number: {doi: \"doi:10.1/y\"}
  parent: {type: Periodical, title: J}
=== content/reports/a.md
---
title: A
date: 2020-01-01
---
Said [@b1; @y1].
";
    let built = site(text).build().fine();
    built.shows("/reports/a/", "Doe, J. (2019). T. J, 3–5, 7, 11–12. https://doi.org/10.1/x");
    built.shows("/reports/a/", "J, 3–5, 7, 11–12. https://doi.org/10.1/y");
}
