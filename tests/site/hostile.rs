//! Content that wants to do harm: to the machine that builds, and to those who read. What is large or needs a real file
//! system is in `tests/tools/hostile.py`, what needs a browser in `tests/browser/attacks.test.mjs`.

use crate::harness::{Built, check, site};

/// A site with one report: more front matter, and a text.
fn report(front: &str, text: &str) -> Built {
    let head = "=== content/reports/x.md\n---\ntitle: T\ndate: 2020-01-01\n";
    site("=== content/actors/a.md\n---\nname: Abe\n---\n=== content/sources/s.md\n---\ntitle: A source\n---\n")
        .with(&format!("{head}{front}---\n{text}\n"))
        .build()
}

/// What takes a second in a build that is linear in it, and minutes in one that is not.
const MANY: usize = 60_000;

#[test]
fn signs_that_nothing_closes_took_time_by_their_square() {
    for unit in ["[a](", "![a](x.png", "%%a%% ", "[^a %%b%% ", "[@[a ", "](c) "] {
        report("", &unit.repeat(MANY)).written();
    }
}

#[test]
fn directions_that_nothing_ends_took_time_by_their_square() {
    for unit in ["\u{202e}x\u{2069}", "\u{2067}\u{202e}x\u{2069}", "\u{2067}x\u{202c}"] {
        report(&format!("summary: {}\n", unit.repeat(MANY)), &unit.repeat(MANY));
    }
}

#[test]
fn redactions_side_by_side_took_time_by_their_square() {
    let built = report("", &"a %%b%% [c](redact:d) ".repeat(MANY / 4)).written();
    let page = built.page("/reports/x/");
    assert_eq!(page.matches("class=\"redacted\"").count(), MANY / 4);
    assert!(!page.contains(">c<") && !page.contains('%'));
    report("", &"- %%a%%\n".repeat(MANY)).written();
    report(&format!("summary: {}\n", "](redact:x) ".repeat(MANY)), "x");
}

#[test]
fn citations_of_one_source_took_time_by_their_square() {
    let page = report("", &"[@s] ".repeat(MANY)).written();
    assert_eq!(page.page("/reports/x/").matches(" popover ").count(), MANY);
}

#[test]
fn long_lists_took_time_by_their_square() {
    let list = |item: fn(usize) -> String| (0..10_000).map(item).collect::<Vec<_>>().join(", ");
    report(&format!("tags: [{}]\n", list(|n| format!("t{n}"))), "x").written();
    report(&format!("actors: [{}]\n", list(|n| format!("a{n}"))), "x").written();
    let built =
        report(&list(|n| format!("k{n}: 1")).replace(", ", "\n").replace("k9999: 1", "k9999: 1\n"), "x").written();
    assert_eq!(built.told.problems.len(), 10_000);
}

#[test]
fn brackets_in_a_bibliography_took_time_by_their_square() {
    let built =
        site(&format!("=== site.yaml\ntitle: T\nbibliography: a.yml\n=== a.yml\na: {}\n", "[".repeat(400_000))).build();
    assert!(built.names().contains("bibliography-syntax"));
}

#[test]
fn lone_surrogates_are_told_where_they_stand() {
    check(
        "=== content/reports/x.md\n---\ntitle: T\ndate: 2020-01-01\nsummary: \"a \\ud800\"\n---\nx\n",
        r#"
error[yaml-syntax]: this escape stands for no character
 --> content/reports/x.md:4:15
  |
4 | summary: "a \ud800"
  |               ^^^^^
  |
  = help: write the character itself
"#,
    );
}

#[test]
fn line_ends_and_a_byte_order_mark_make_no_difference() {
    let text = "---\ntitle: T\ndate: 2020-01-01\nsources: [s]\n---\n\n## A\n\nOne\ntwo[^n] [@s].\n\n> q\n> — [Abe](actor:a), [@s]\n\n- x\n- y\n\n```yaml\na: b\n```\n\n[^n]: A note.\n";
    let pages = |text: &str| {
        let others =
            "=== content/actors/a.md\n---\nname: Abe\n---\n=== content/sources/s.md\n---\ntitle: A source\n---\n";
        let site = site(others);
        site.files.put("/site/content/reports/x.md", text);
        site.build().fine().output
    };
    let plain = pages(text);
    assert_eq!(pages(&text.replace('\n', "\r\n")), plain);
    assert_eq!(pages(&format!("\u{feff}{text}")), plain);
    assert_eq!(pages(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), plain);
}

#[test]
fn names_that_differ_only_in_case_or_normal_form_are_told() {
    let built = site(
        "=== content/reports/Caf\u{e9}.md\n---\ntitle: A\ndate: 2020-01-01\n---\n\
         === content/reports/cafe\u{301}.md\n---\ntitle: B\ndate: 2020-01-01\n---\n\
         === content/reports/y/Map.png\nx\n=== content/reports/y/map.png\nx\n\
         === content/reports/y/index.md\n---\ntitle: Y\ndate: 2020-01-01\n---\n![a](Map.png) ![b](map.png)\n",
    )
    .build();
    assert!(built.failed());
    assert!(built.names().contains("duplicate-id"), "{}", built.problems());
}

#[test]
fn a_text_larger_than_anybody_writes_is_not_read() {
    let built = report("", &"words ".repeat(1_500_000));
    assert_eq!(
        built.problems(),
        "error[unreadable]: `content/reports/x.md` can't be read: it has 9 MiB, and a text may have 8\n\
         --> content/reports/x.md\n = help: make several files of it"
    );
}

#[test]
fn files_that_run_in_a_browser_were_published_beside_a_report() {
    let files = "=== content/reports/x.md\n---\ntitle: T\ndate: 2020-01-01\n---\n[a](page.html) ![b](map.svg) [c](fine.svg) [d](note.txt)\n\
         === content/reports/page.html\n<p>Words</p>\n\
         === content/reports/map.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g onclick=\"location = '//x.example/'\"/></svg>\n\
         === content/reports/fine.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"><g fill=\"red\"/></svg>\n\
         === content/reports/note.txt\n<script>\n";
    let built = site(files).build();
    insta::assert_snapshot!(built.problems());
    let trusting =
        site(files).with("=== site.yaml\ntitle: T\nmarkdown: {raw_html: allow}\nlint: {no-base-url: allow}\n");
    let built = trusting.build().written();
    assert!(built.output.contains_key("reports/page.html") && built.output.contains_key("reports/map.svg"));
}
