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

const CITING: &str = "=== content/reports/r.md\n---\ntitle: R\ndate: 2019-12-21\n---\nSaid [@good; @bad; @worse].\n";

fn problems(bibliography: &str) -> String {
    let name = bibliography.trim_start_matches("=== ").split('\n').next().unwrap_or_default();
    let site_yaml = format!("=== site.yaml\ntitle: T\nbase_url: https://test.example\nbibliography: [{name}]\n");
    site(&format!("{site_yaml}{bibliography}\n{CITING}")).build().problems()
}

#[test]
fn an_entry_without_a_key_was_looked_for_without_end() {
    for key in ["", " "] {
        let told = problems(&format!("=== r.bib\n@book{{good, title={{T}}}}\n@book{{{key}, title={{X}}}}"));
        assert_eq!(
            told,
            format!(
                "\
error[missing-key]: an entry of this file has no key: `@book{{`
 --> r.bib:2:2
  |
2 | @book{{{key}, title={{X}}}}
  |  ^^^^
  |
  = help: write a key, by which it can be cited: `@book{{doe-2019,`"
            ),
        );
    }
}

#[test]
fn one_error_in_a_bibliography_made_every_citation_wrong() {
    assert_eq!(
        problems(
            "=== r.bib\n@book{good, title={T}}\n@book{bad,\n  title {X}\n}\n@book{worse, title={Y}, note=nothing}\n@book{good, title={Z}}"
        ),
        "\
error[bibliography-syntax]: this is no BibLaTeX: expected equals
 --> r.bib:3:9
  |
3 |   title {X}
  |         ^

error[bibliography-syntax]: this is no BibLaTeX: unknown abbreviation \"nothing\"
 --> r.bib:5:30
  |
5 | @book{worse, title={Y}, note=nothing}
  |                              ^^^^^^^

error[bibliography-syntax]: two entries have the key `good`
 --> r.bib:6:7
  |
1 | @book{good, title={T}}
  |       ---- first given here
...
6 | @book{good, title={Z}}
  |       ^^^^
  |
  = help: give each its own key; this one is passed over"
    );
    // Nobody knows what is in a file that can't be read at all.
    for file in ["=== r.json\n[{\"id\": \"good\",}]", "=== r.yaml\ngood: ["] {
        let told = problems(file);
        assert!(told.starts_with("error[bibliography-syntax]") && told.matches("error[").count() == 1, "{told}");
    }
}

#[test]
fn what_nothing_came_of_was_not_told() {
    let told = problems(
        "=== r.bib\n@bok{good, titel={T}, url={example.org/x}}\n@book{bad, title={A}, Title={B}}\n@book{worse, url={}, crossref={goood}}",
    );
    let expected = "\
warning[unknown-key]: `@bok` is no type of entry
 --> r.bib:1:2
  |
1 | @bok{good, titel={T}, url={example.org/x}}
  |  ^^^
  |
  = help: did you mean `@book`?

warning[unknown-key]: `titel` is no field of an entry
 --> r.bib:1:12
  |
1 | @bok{good, titel={T}, url={example.org/x}}
  |            ^^^^^
  |
  = help: did you mean `title`?

error[wrong-type]: the address of `good` must be a whole address such as `https://example.org/page`, not `example.org/x`
 --> r.bib:1:28
  |
1 | @bok{good, titel={T}, url={example.org/x}}
  |                            ^^^^^^^^^^^^^
  |
  = help: write `https://example.org/x`

error[duplicate-key]: `Title` of `bad` is given twice
 --> r.bib:2:23
  |
2 | @book{bad, title={A}, Title={B}}
  |            -----      ^^^^^
  |            |
  |            first given here

error[unknown-source]: `crossref` names no entry of this file: `goood`
 --> r.bib:3:31
  |
3 | @book{worse, url={}, crossref={goood}}
  |                               ^^^^^^^
  |
  = help: did you mean `good`?";
    assert_eq!(told, expected);
    let told = problems("=== r.bib\nThe books that we have used.");
    assert!(told.contains("error[bibliography-syntax]: this file has no entry\n --> r.bib:1:1"), "{told}");
    assert_eq!(
        problems(
            r#"=== r.json
[{"id": "good", "titel": "T", "author": "Doe"},
 {"id": "bad", "type": "bok", "author": [{"famly": "Doe"}]},
 {"id": "worse"}, {"title": "T"}]"#
        ),
        r#"warning[unknown-key]: `titel` is no key of a source in CSL-JSON
 --> r.json:1:17
  |
1 | [{"id": "good", "titel": "T", "author": "Doe"},
  |                 ^^^^^^^
  |
  = help: did you mean `title`?

error[wrong-type]: `author` of `good` must be a list of names, each with `family` and `given`, or `literal`
 --> r.json:1:41
  |
1 | [{"id": "good", "titel": "T", "author": "Doe"},
  |                                         ^^^^^
  |
  = help: write `"author": [{"family": "Doe", "given": "Jane"}]`

error[wrong-type]: `type` of `bad` must be one of CSL's types, not `bok`
 --> r.json:2:24
  |
2 |  {"id": "bad", "type": "bok", "author": [{"famly": "Doe"}]},
  |                        ^^^^^
  |
  = help: did you mean `book`?

error[wrong-type]: `author` of `bad` must be a list of names, each with `family` and `given`, or `literal`
 --> r.json:2:41
  |
2 |  {"id": "bad", "type": "bok", "author": [{"famly": "Doe"}]},
  |                                         ^^^^^^^^^^^^^^^^^^
  |
  = help: write `"author": [{"family": "Doe", "given": "Jane"}]`

error[missing-key]: a source of this file has no `id`
 --> r.json:3:19
  |
3 |  {"id": "worse"}, {"title": "T"}]
  |                   ^"#
    );
}

#[test]
fn the_mend_of_a_date_was_not_in_csl_json() {
    let told = problems(
        r#"=== r.json
[{"id": "good", "issued": {"raw": "4 April 2019"}}, {"id": "bad"}, {"id": "worse"}]"#,
    );
    assert_eq!(
        told,
        r#"error[invalid-date]: `4 April 2019` is no date: a date is written year first, with digits and hyphens
 --> r.json:1:27
  |
1 | [{"id": "good", "issued": {"raw": "4 April 2019"}}, {"id": "bad"}, {"id": "worse"}]
  |                           ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write `{"date-parts": [[2019, 4, 4]]}`"#
    );
}
