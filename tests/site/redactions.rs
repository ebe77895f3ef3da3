//! Redactions: what readers see of them, and that one whose extent is not clear is an error that lets nothing be written.

use glossator::problem::Name;

use crate::harness::site;

/// Where it is not clear what is redacted, or nothing can stand for it.
const UNCLEAR: [&str; 24] = [
    "![%%canary",
    "[%%canary%%](actor:haftar)",
    "To the end %%canary",
    "a %%%canary%% b",
    "a %%%%canary%%%% b",
    "a %%b%%%%canary%% c",
    "a ٪٪canary٪٪ b",
    "a ％％canary％％ b",
    "a %٪canary٪% b",
    "a ﹪﹪canary﹪﹪ b",
    "a %\u{200f}%canary%\u{200f}% b",
    "[canary](redact :safety)",
    "[canary](redact safety)",
    "[canary](redact)",
    "[canary](redact：safety)",
    "![canary](redact:safety)",
    "[canary][r]\n\n[r]: redact:safety",
    "[canary](redact:two words)",
    "[a [canary](redact:two words)](actor:haftar)",
    "[canary](redact:safety \"canary\")",
    "<p>[canary](redact:safety)</p>",
    "<a href=\"redact:safety\">canary</a>",
    "[link](https://example.org/ \"[canary](redact:safety)\")",
    "[a %%canary](redact:x) canary%%",
];

fn report(body: &str) -> String {
    format!(
        "\
=== content/actors/haftar.md
---
name: Haftar
---
=== content/actors/sarraj.md
---
name: Sarraj
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
fn a_bar_says_why_and_is_always_as_long() {
    let text = "Said [an officer who must not be named](redact:source%20protection), and [X](redact:).";
    let built = site(&report(text)).build().fine();
    let bar = |label: &str| {
        format!("<span class=\"redacted\" role=\"img\" aria-label=\"{label}\" title=\"{label}\">▇▇▇</span>")
    };
    let html = format!("Said {}, and {}.", bar("Redacted: source protection"), bar("Redacted"));
    built.has_html("/reports/a/", &html);
}

#[test]
fn its_words_are_the_themes() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar, fr]
=== content/reports/a.md
---
title: A
date: 2019-12-21
---
[x](redact:<a>)
=== content/reports/a.ar.md
---
title: A
date: 2019-12-21
---
[x](redact:)
=== content/reports/a.fr.md
---
title: A
date: 2019-12-21
---
[x](redact:sécurité)
";
    let built = site(text).build().fine();
    built.has_html("/reports/a/", "title=\"Redacted: &lt;a&gt;\"");
    built.has_html("/ar/reports/a/", "title=\"محجوب\"");
    built.has_html("/fr/reports/a/", "title=\"Caviardé : sécurité\"");
}

#[test]
fn words_vanish_without_a_trace() {
    let with = "Words %%canary%% here.\n\n%%canary\n\n## canary%%\n\n- a\n- %%canary%%\n\n> b\n> — %%canary%%\n\n\
                ## %%canary%%\n\nc[^1]\n\n[^1]: %%canary%%";
    let without = "Words here.\n\n- a\n\n> b\n\nc";
    let (with, without) = (site(&report(with)).build().fine(), site(&report(without)).build().fine());
    assert_eq!(with.page("/reports/a/"), without.page("/reports/a/"));
    assert_eq!(with.output, without.output);
}

#[test]
fn who_is_named_within_a_redaction_alone_is_not_named() {
    let text = "He met %%[Sarraj](actor:sarraj)%% and [[Sarraj](actor:sarraj)](redact:x) on [a day](redact:x).\n\n\
                [Haftar](actor:haftar) met [someone of note](redact:safety) again.";
    let built = site(&report(text)).build();
    // A link within a link undoes the outer one.
    assert_eq!(built.names().into_iter().collect::<Vec<_>>(), ["redaction"]);

    let text = "He met %%[Sarraj](actor:sarraj)%% and [Sarraj](redact:x) on [a day](redact:x).\n\n\
                [Haftar](actor:haftar) met [someone of note](redact:safety) again %%quietly%%.";
    let built = site(&report(text)).build().fine();
    built.hides("/actors/sarraj/", "He met");
    built.shows("/actors/haftar/", "Haftar met ▇▇▇ again.");
}

#[test]
fn a_claim_with_words_that_are_redacted_is_an_error_and_not_shown() {
    let claim = |quote: &str| {
        site(&format!(
            "=== content/reports/a.md\n---\ntitle: A\nclaims: [{{quote: '{quote}'}}]\n---\n\
             The letter of [an officer](redact:x) was found %%late%%, in a house.\n"
        ))
        .build()
    };
    claim("was found, in a house").fine().has_html("/reports/a/", ">was found, in a house</mark>");
    for quote in ["letter of an officer", "letter of was found", "The letter of ▇▇▇", "found late"] {
        let built = claim(quote);
        assert_eq!(built.names().into_iter().collect::<Vec<_>>(), ["lost-claim"], "{quote}");
        assert_eq!(built.output.len(), 0);
    }
}

#[test]
fn where_it_is_not_clear_it_is_an_error_and_nothing_is_written() {
    let site = site(&report("Words."));
    for (number, body) in UNCLEAR.iter().enumerate() {
        site.write(&format!("=== content/reports/r{number}.md\n---\ntitle: R\n---\n{body}\n"));
    }
    let built = site.build();
    for (number, body) in UNCLEAR.iter().enumerate() {
        let file = format!("content/reports/r{number}.md");
        let told = built.told.problems.iter().any(|problem| {
            problem.name == Name::Redaction && problem.mark.as_ref().is_some_and(|mark| *mark.file == file)
        });
        assert!(told, "{body}\n{}", built.problems());
    }
    assert_eq!(built.output.len(), 0);
}

#[test]
fn an_earlier_build_keeps_its_bytes() {
    let site = site(&report("Words."));
    let before = site.build().fine().output;
    site.write(&report("%%canary"));
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
fn redaction_in_front_matter_and_in_the_configuration_is_an_error() {
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

#[test]
fn one_sign_for_per_cent_and_code_are_no_marks() {
    let text = "Of these 50٪ and 5％ and 5 % went, `٪٪x٪٪` and `%%%%` too, see [how](redact-how.txt).";
    let site = site(&report(text));
    site.files.put("/site/content/reports/redact-how.txt", "x");
    site.build().fine().shows("/reports/a/", "Of these 50٪ and 5％ and 5 % went, ٪٪x٪٪ and %%%% too");
}

#[test]
fn nothing_can_be_redacted_in_a_bibliography() {
    for (name, text) in [
        ("refs.bib", "%% Written by hand\n@book{a, title = {Of %%canary%%}, date = {2011}}"),
        ("refs.bib", "@book{a, author = {Doe, %%canary%%}, title = {Of}, date = {2011}}"),
        ("refs.bib", "@book{a, title = {Of ٪٪canary٪٪}, date = {2011}}"),
        ("refs.json", r#"[{"id": "a", "type": "book", "title": "Of %%canary%%"}]"#),
        ("refs.json", r#"[{"id": "a", "type": "book", "title": "Of [canary](redact:x)"}]"#),
        ("refs.yaml", "a:\n  type: Book\n  title: Of %%canary%%\n"),
    ] {
        let site = site(&report("[@a]"));
        site.files.put(&format!("/site/{name}"), text);
        site.write(&format!("=== site.yaml\ntitle: T\nbase_url: https://test.example\nbibliography: {name}\n"));
        let built = site.build();
        assert!(built.names().contains("redaction"), "{text}\n{}", built.problems());
        assert!(built.output.is_empty(), "{text}");
    }
    // Lines that begin so are remarks in BibTeX.
    let site = site(&report("[@a]"));
    site.files.put("/site/refs.bib", "%% Written by a program %%\n@book{a, title = {Of}, date = {2011}}");
    site.write("=== site.yaml\ntitle: T\nbase_url: https://test.example\nbibliography: refs.bib\n");
    site.build().fine();
}
