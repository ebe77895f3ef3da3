//! Stored copies of sources: each is the file that was hashed, and reaches nobody unless its source says so.

use std::path::Path;

use glossator::files::Files;

use crate::harness::{Site, check, site};

/// `printf 'The words.' | sha256sum`
const HASH: &str = "c2681705b47b9f32ac9a78a787fda2644cb040ca5d2d6c32b020ead344f7201e";

/// A site with a copy beside `content/`, of which its source says this.
fn with_copy(keys: &str) -> Site {
    let site = site(&format!(
        "\
=== content/sources/memo.md
---
title: Memo
copy: ../../archive/memo-from-desk.txt
{keys}
---
=== content/reports/a.md
---
title: A
---
Words [@memo].
"
    ));
    site.files.put("/site/archive/memo-from-desk.txt", "The words.");
    site
}

#[test]
fn a_copy_that_is_not_published_reaches_no_output() {
    for keys in ["", "publish: false", &format!("sha256: {HASH}")] {
        let built = with_copy(keys).build().fine();
        assert_eq!(built.files_with("The words."), Vec::<&str>::new(), "{keys}");
        assert_eq!(built.files_with("memo-from-desk"), Vec::<&str>::new(), "{keys}");
        assert_eq!(built.files_with("archive/"), Vec::<&str>::new(), "{keys}");
    }
}

#[test]
fn a_copy_that_is_published_stands_beside_the_page_of_its_source() {
    let built = with_copy("publish: true").build().fine();
    assert_eq!(built.output["sources/memo/copy/memo-from-desk.txt"], "The words.");
    built.shows("/sources/memo/", "Stored copy memo-from-desk.txt text/plain · 10 bytes");
    assert!(built.links("/sources/memo/").contains(&"/sources/memo/copy/memo-from-desk.txt".to_owned()));
    assert_eq!(built.files_with("archive/"), Vec::<&str>::new());
}

#[test]
fn a_copy_below_content_stands_at_its_own_path() {
    let text = "\
=== content/reports/2019/a.md
---
title: A
sources: [{id: memo, title: Memo, copy: files/memo 1.pdf, publish: true}]
---
Words [@memo], and [its text](</reports/2019/files/memo 1.pdf>).
";
    let site = site(text);
    site.files.put("/site/content/reports/2019/files/memo 1.pdf", vec![b'x'; 23_456]);
    let built = site.build().fine();
    assert!(built.output.contains_key("reports/2019/files/memo 1.pdf"));
    built.shows("/sources/memo/", "Stored copy memo 1.pdf application/pdf · 23 kB");
    assert!(built.links("/sources/memo/").contains(&"/reports/2019/files/memo%201.pdf".to_owned()));
}

#[test]
fn a_copy_in_a_folder_whose_name_begins_like_content_stands_beside_its_source() {
    let site = site("=== content/sources/memo.md\n---\ntitle: Memo\ncopy: /contents/memo.txt\npublish: true\n---\n");
    site.files.put("/site/contents/memo.txt", "words");
    let built = site.build();
    assert_eq!(built.output["sources/memo/copy/memo.txt"], "words");
}

#[test]
fn a_saved_page_called_index_does_not_take_the_place_of_the_page() {
    let site = with_copy("")
        .with("=== content/sources/memo.md\n---\ntitle: Memo\ncopy: /archive/index.html\npublish: true\n---\n");
    site.files.put("/site/archive/index.html", "<p>saved</p>");
    let built = site.build().fine();
    assert_eq!(built.output["sources/memo/copy/index.html"], "<p>saved</p>");
    built.shows("/sources/memo/", "Memo");
}

#[test]
fn those_of_hidden_files_are_not_published() {
    for status in ["status: draft", "embargo: 2100-01-01", "status: withdrawn\nreason: It was wrong."] {
        let site = site(&format!(
            "=== content/reports/a.md\n---\ntitle: A\n{status}\nsources: [{{id: memo, copy: memo-from-desk.txt, publish: true}}]\n---\nWords [@memo].\n"
        ));
        site.files.put("/site/content/reports/memo-from-desk.txt", "The words.");
        let built = site.build().fine();
        assert_eq!(built.files_with("memo-from-desk"), Vec::<&str>::new(), "{status}");
        assert_eq!(built.files_with("The words."), Vec::<&str>::new(), "{status}");
    }
}

#[test]
fn a_copy_that_is_another_file_is_told_with_both_hashes() {
    let wrong = HASH.replace("c26817", "000000");
    let built = with_copy(&format!("sha256: {wrong}")).build();
    assert!(built.output.is_empty());
    insta::assert_snapshot!(built.problems());
}

#[test]
fn the_hash_may_stand_in_another_file_than_the_copy() {
    let wrong = "0".repeat(64);
    let site = with_copy("").with(&format!(
        "=== content/reports/b.md\n---\ntitle: B\nsources:\n  - id: memo\n    sha256: {wrong}\n---\n[@memo]\n"
    ));
    insta::assert_snapshot!(site.build().problems());
}

#[test]
fn two_files_may_name_one_copy_each_from_its_own_place() {
    let site = with_copy("").with(
        "=== content/reports/b.md\n---\ntitle: B\nsources: [{id: memo, copy: /archive/memo-from-desk.txt}]\n---\n[@memo]\n",
    );
    site.build().fine();
}

#[test]
fn a_copy_that_is_not_there_is_told_with_the_nearest_right_name() {
    let item = |id: &str, path: &str| format!("  - {{id: {id}, copy: {path}}}\n");
    let list = [("a", "files/memo-form-desk.txt"), ("b", "/reports/files/memo-from-desk.txt"), ("c", "/archive/x.pdf")]
        .map(|(id, path)| item(id, path))
        .concat();
    let site = site(&format!("=== content/reports/r.md\n---\ntitle: R\nsources:\n{list}---\n[@a; @b; @c]\n"));
    site.files.put("/site/content/reports/files/memo-from-desk.txt", "The words.");
    insta::assert_snapshot!(site.build().problems());
}

#[test]
fn a_copy_outside_the_site_is_refused() {
    let list = ["../../../secret", "https://example.org/a.pdf", "files\\a.pdf", "/.env", "/archive/out", "/public/a"];
    let items: Vec<String> =
        list.iter().enumerate().map(|(n, path)| format!("  - {{id: s{n}, copy: '{path}'}}\n")).collect();
    let site = site(&format!("=== content/reports/r.md\n---\ntitle: R\nsources:\n{}---\nWords.\n", items.concat()));
    for path in ["/secret", "/site/.env", "/site/public/a"] {
        site.files.put(path, "The words.");
    }
    site.files.link("/site/archive/out", "/secret");
    insta::assert_snapshot!(site.build().problems());
}

#[test]
fn what_would_publish_a_copy_that_is_not_published_is_an_error() {
    let text = "\
=== content/reports/r.md
---
title: R
image: files/a.png
sources:
  - {id: a, copy: files/a.png}
  - {id: b, copy: /static/b.pdf}
  - {id: c, copy: ../c.md}
  - {id: d, copy: /archive/d.txt}
---
[@a; @b; @c; @d]

[one](files/a.png), [two](/reports/files/a.png), ![three](files/a.png), [four](alias.txt).
=== content/c.md
---
title: C
---
The words.
";
    let site = site(text);
    for path in ["content/reports/files/a.png", "static/b.pdf", "archive/d.txt"] {
        site.files.put(&format!("/site/{path}"), "The words.");
    }
    site.files.link("/site/content/reports/alias.txt", "/site/archive/d.txt");
    let built = site.build();
    assert!(built.output.is_empty());
    insta::assert_snapshot!(built.problems());
}

#[test]
fn a_link_to_a_copy_of_a_draft_is_an_error_too() {
    let site = site(
        "\
=== content/reports/draft.md
---
title: D
status: draft
sources: [{id: memo, copy: memo.txt, publish: true}]
---
=== content/reports/r.md
---
title: R
---
[Words](memo.txt).
",
    );
    site.files.put("/site/content/reports/memo.txt", "The words.");
    assert_eq!(site.build().names(), ["unpublished-copy"].into());
    site.drafts().build().fine();
}

#[test]
fn the_hash_is_remembered_for_the_next_build() {
    let site = with_copy(&format!("sha256: {HASH}"));
    site.files.set_clock(1000);
    site.build().fine();
    // Nothing shows of this change, so that the file is not read again.
    site.files.change_unseen("/site/archive/memo-from-desk.txt", "Other word");
    site.build().fine();
    site.files.remove_file(Path::new("/site/.gloss/hashes")).unwrap();
    assert_eq!(site.build().names(), ["wrong-hash"].into());
}

#[test]
fn a_site_without_copies_has_no_memory_of_hashes() {
    let site = site("=== content/about.md\nWords.");
    site.build().fine();
    assert!(!site.files.texts("/site/.gloss").contains_key("hashes"));
}

#[test]
fn a_withheld_copy_is_told_of_its_page_and_no_other() {
    check(
        "=== content/about.md\n---\ntitle: About\n---\n[A route](/sources/memo/copy/x.txt)\n",
        "\
error[broken-link]: nothing stands at `/sources/memo/copy/x.txt`
 --> content/about.md:4:1
  |
4 | [A route](/sources/memo/copy/x.txt)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such address",
    );
}

#[test]
fn files_that_the_site_is_made_of_were_published_as_copies() {
    let paths = [
        ("/content/reports/draft.md", "=== content/reports/draft.md\n---\ntitle: D\nstatus: draft\n---\nSecret.\n"),
        ("/content/reports/shown.md", "=== content/reports/shown.md\n---\ntitle: D\n---\n[Secret](redact:why).\n"),
        ("/content/reports/index.md", "=== content/reports/index.md\nWords of [Secret](redact:why).\n"),
        ("/archive/linked.md", "=== archive/linked.md\n---\ntitle: D\nstatus: draft\n---\nSecret.\n"),
        ("/archive/link.txt", "=== content/about.md\nWords of %%Secret%%.\n"),
        ("/site.yaml", ""),
        ("/sources.yaml", "=== sources.yaml\nx:\n  type: article\n  title: T\n"),
        ("/templates/report.html", ""),
        ("/themes/slate/notes.txt", "=== themes/slate/notes.txt\nSecret.\n"),
        ("/i18n/notes.txt", "=== i18n/notes.txt\nSecret.\n"),
    ];
    let mut told = Vec::new();
    for (path, text) in paths {
        let site = site(&format!(
            "{text}=== content/reports/r.md\n---\ntitle: R\nsources: [{{id: memo, copy: {path}, publish: true}}]\n---\n[@memo]\n"
        ));
        site.write(
            "=== site.yaml\ntitle: Test\nbase_url: https://test.example\nbibliography: sources.yaml\nlint: {unpublished-copy: allow, missing-copy: allow}\n",
        );
        if path != "/sources.yaml" {
            site.files.put("/site/sources.yaml", "x:\n  type: article\n  title: T\n");
        }
        if path == "/templates/report.html" {
            site.files.put("/site/templates/report.html", "{% extends \"margin/report.html\" %}");
        }
        site.files.link("/site/content/reports/linked.md", "/site/archive/linked.md");
        if path != "/archive/linked.md" {
            site.files.put("/site/archive/linked.md", "Words.");
        }
        if path == "/archive/link.txt" {
            site.files.link("/site/archive/link.txt", "/site/content/about.md");
        }
        let built = site.build();
        assert!(built.output.is_empty(), "{path}");
        assert!(built.names().contains("unpublished-copy"), "{path}: {}", built.problems());
        let problems = built.told.problems.iter().filter(|it| it.name.as_str() == "unpublished-copy");
        told.extend(problems.map(|problem| problem.message.clone()));
    }
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn one_copy_of_two_sources_was_published_though_one_of_them_does_not_say_so() {
    for (name, other) in [("W.txt", ""), ("alias.txt", ", publish: false")] {
        let report = |id: &str, rest: &str| {
            format!(
                "=== content/reports/{id}.md\n---\ntitle: {id}\nsources: [{{id: {id}, copy: {rest}}}]\n---\n[@{id}]\n"
            )
        };
        let s = report("s", &format!("/archive/{name}{other}"));
        let text = format!("{s}{}", report("t", "/archive/W.txt, publish: true"));
        let site = site(&format!("{text}{}", report("r", "/archive/R.txt, publish: true")));
        site.files.put("/site/archive/R.txt", "Other words.");
        site.files.put("/site/archive/W.txt", "The words.");
        site.files.link("/site/archive/alias.txt", "/site/archive/W.txt");
        let built = site.build();
        assert!(built.output.is_empty());
        if other.is_empty() {
            insta::assert_snapshot!(built.problems());
        }
        assert_eq!(built.names(), ["unpublished-copy"].into());
        site.write(&report("s", &format!("/archive/{name}, publish: true")));
        site.build().fine();
    }
}

/// A report that publishes a copy, and another file that names it.
fn published_beside(other: &str) -> Site {
    let site = site(&format!(
        "=== content/reports/r.md\n---\ntitle: R\nsources: [{{id: a, title: A, copy: files/b.txt, publish: true}}]\n---\n[@a]\n{other}"
    ));
    site.files.put("/site/content/reports/files/b.txt", "The words.");
    site
}

#[test]
fn the_copy_of_an_embargoed_source_was_published_by_another_source() {
    let hidden = |keys: &str, source: &str| {
        format!("=== content/reports/e.md\n---\ntitle: E\n{keys}\nsources: [{{{source}}}]\n---\nWords.\n")
    };
    let mut told = Vec::new();
    for keys in ["embargo: 2090-01-01", "status: draft", "status: withdrawn\nreason: It was wrong."] {
        for source in [
            "id: b, title: canary, copy: files/b.txt",
            "id: b, title: canary, copy: files/b.txt, publish: true",
            "id: a, publish: false",
        ] {
            let built = published_beside(&hidden(keys, source)).build();
            assert!(built.output.is_empty(), "{keys} {source}");
            assert_eq!(built.names(), ["unpublished-copy"].into(), "{keys} {source}");
            assert!(!built.problems().contains("canary"), "{}", built.problems());
            told.push(built.problems());
        }
        // The same source, described again.
        for source in ["id: a, title: A, copy: files/b.txt, publish: true", "id: a, copy: files/b.txt", "id: a"] {
            published_beside(&hidden(keys, source)).build().fine();
        }
    }
    told.dedup();
    insta::assert_snapshot!(told.join("\n\n"));
    for id in ["a", "b"] {
        let own = format!(
            "=== content/sources/{id}.md\n---\ntitle: B\ndraft: true\ncopy: /content/reports/files/b.txt\n---\n"
        );
        assert!(published_beside(&own).build().failed(), "{id}");
    }
}

#[test]
fn a_copy_that_is_named_by_a_symbolic_link_was_published_by_a_link_to_the_file() {
    for (copy, linked) in
        [("files/l.txt", "files/b.txt"), ("files/b.txt", "files/l.txt"), ("files/l.txt", "files/m.txt")]
    {
        let site = site(&format!(
            "=== content/reports/r.md\n---\ntitle: R\nsources: [{{id: a, title: A, copy: {copy}}}]\n---\n[@a] [x]({linked})\n"
        ));
        site.files.put("/site/content/reports/files/b.txt", "The words.");
        for link in ["l", "m"] {
            site.files.link(&format!("/site/content/reports/files/{link}.txt"), "/site/content/reports/files/b.txt");
        }
        let built = site.build();
        assert!(built.output.is_empty(), "{copy} {linked}");
        assert_eq!(built.names(), ["unpublished-copy"].into(), "{copy} {linked}");
    }
    // So was a static file, by a link outside of it.
    let site = site(
        "=== content/reports/r.md\n---\ntitle: R\nsources: [{id: a, title: A, copy: /archive/l.txt}]\n---\n[@a]\n",
    );
    site.files.put("/site/static/b.txt", "The words.");
    site.files.link("/site/archive/l.txt", "/site/static/b.txt");
    assert_eq!(site.build().names(), ["unpublished-copy"].into());
}
