//! Redactions are not supported yet, and fail closed: whatever is marked as one is an error, and nothing is written.

use glossator::problem::Name;

use crate::harness::site;

/// What a witness's name may stand in.
const PLACES: [&str; 30] = [
    "%%canary%%",
    "Words %%canary%% words.",
    "## A heading with %%canary%%",
    "![%%canary%%](map.png)",
    "![%%canary",
    "[%%canary%%](actor:haftar)",
    "[a link %%canary%% with it](https://example.org/)",
    "[link](https://example.org/%%canary%%)",
    "`code` and %%canary%% and `code`",
    "> a quotation %%canary%%\n> — [Haftar](actor:haftar)",
    "| a | b |\n|---|---|\n| %%canary%% | c |",
    "| a | b |\n|---|---|\n| %%canary | c%% |",
    "- a list\n- %%canary%%\n",
    "A note.[^1]\n\n[^1]: with %%canary%% in it",
    "Across %%canary\nlines%% it goes.",
    "Across %%canary\n\nparagraphs%% it goes.",
    "To the end %%canary",
    "**bold %%canary** bold%%",
    "[canary](redact:safety)",
    "[**canary** words](redact:safety)",
    "![canary](redact:safety)",
    "[canary][r]\n\n[r]: redact:safety",
    "[canary](REDACT:safety)",
    "[canary](redact:two words)",
    "[canary](<redact:two words>)",
    "[Haftar canary](redact:x) and [Haftar](actor:haftar)",
    "## [canary](redact:safety)",
    "| a |\n|---|\n| [canary](redact:safety) |",
    "A note.[^1]\n\n[^1]: with [canary](redact:safety)",
    "<p>[canary](redact:safety)</p>",
];

fn report(body: &str) -> String {
    format!(
        "\
=== content/actors/haftar.md
---
name: Haftar
---
=== content/reports/map.png
a picture
=== content/reports/a.md
---
title: A
date: 2019-12-21
---
The first paragraph names [Haftar](actor:haftar).

{body}
"
    )
}

#[test]
fn wherever_it_stands_it_is_an_error_and_nothing_is_written() {
    let site = site(&report("Words."));
    for (number, body) in PLACES.iter().enumerate() {
        site.write(&format!("=== content/reports/r{number}.md\n---\ntitle: R\n---\n{body}\n"));
    }
    let built = site.build();
    for (number, body) in PLACES.iter().enumerate() {
        let file = format!("content/reports/r{number}.md");
        let told = built.told.problems.iter().any(|problem| {
            problem.name == Name::Redaction && problem.mark.as_ref().is_some_and(|mark| *mark.file == file)
        });
        assert!(told, "{body}\n{}", built.problems());
    }
    assert_eq!(built.output.len(), 0);
}

#[test]
fn one_alone_is_enough() {
    for body in ["%%canary%%", "[canary](redact:safety)"] {
        let built = site(&report(body)).build();
        assert_eq!(built.names().into_iter().collect::<Vec<_>>(), ["redaction"]);
        assert_eq!(built.output.len(), 0, "{body}");
    }
}

#[test]
fn an_earlier_build_keeps_its_bytes() {
    let site = site(&report("Words."));
    let before = site.build().fine().output;
    site.write(&report("%%canary%%"));
    let built = site.build();
    assert_eq!((built.counts.written, built.counts.removed), (0, 0));
    assert_eq!(built.output, before);
}

#[test]
fn code_shows_how_it_is_written() {
    let built = site(&report("Write `%%words%%` or `[words](redact:reason)`.\n\n```\n%%words%%\n```")).build().fine();
    built.shows("/reports/a/", "Write %%words%% or [words](redact:reason).");
}

#[test]
fn redaction_in_front_matter_and_in_the_configuration_was_published_once_and_is_an_error() {
    let built = site(
        "\
=== site.yaml
title: A %%canary-site%%
base_url: https://a.example
=== content/reports/a.md
---
title: A %%canary-title%%
summary: \"[canary-summary](redact:x)\"
---
Text.
",
    )
    .build();
    let told = built.problems();
    assert!(told.contains("site.yaml:1:10") && told.contains("content/reports/a.md:2:10"), "{told}");
    assert!(told.contains("content/reports/a.md:3:26"), "{told}");
    assert_eq!(told.matches("error[redaction]").count(), 3, "{told}");
}
