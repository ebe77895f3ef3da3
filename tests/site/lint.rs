//! The linter: for each rule a site of which it speaks, and one of which it does not.

use glossator::problem::Name;

use crate::harness::site;

/// A report of 21 December 2019 with these keys and this text, an actor and a source.
fn report(keys: &str, body: &str) -> String {
    format!(
        "\
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/sources/memo.md
---
title: Memo
author: Desk
---
=== content/reports/a.md
---
title: A
date: 2019-12-21
{keys}
---
{body}
"
    )
}

/// What one rule says of a site, each with its file and line.
#[track_caller]
fn told(name: Name, files: &str) -> Vec<String> {
    let yaml = format!(
        "=== site.yaml\ntitle: Test\nbase_url: https://test.example\nlanguages: [en, ar]\nlint: {{{name}: note}}\n"
    );
    let built = site(&yaml).with(files).build();
    let problems = built.told.problems.iter().filter(|it| it.name == name);
    problems
        .map(|it| {
            let mark = it.mark.as_ref().unwrap();
            let line = mark.extent.as_ref().map_or(0, |extent| extent.start.line);
            format!("{}:{line} {}", mark.file.rsplit('/').next().unwrap(), it.message)
        })
        .collect()
}

#[track_caller]
fn speaks(name: Name, files: &str, expected: &[&str]) {
    assert_eq!(told(name, files), expected, "{files}");
}

#[track_caller]
fn is_silent(name: Name, files: &str) {
    assert_eq!(told(name, files), Vec::<String>::new(), "{files}");
}

/// A report that cites a source with these keys.
fn cited(source: &str) -> String {
    report(&format!("sources: [{{id: x, title: X, {source}}}]"), "Words [@x].")
}

#[test]
fn a_source_is_not_dated_after_the_report_that_cites_it() {
    let dated = |keys: &str, date: &str| {
        report(&format!("{keys}\nsources: [{{id: x, title: X, date: {date}}}]"), "First [@memo]. Then [@x, p. 2].")
    };
    speaks(
        Name::SourceAfterReport,
        &dated("", "2019-12-22"),
        &["a.md:7 the source `x` is dated 2019-12-22, after the report (2019-12-21)"],
    );
    speaks(
        Name::SourceAfterReport,
        &report("updated: 2020-01\nsources: [memo]", "").replace("author: Desk", "date: 2020-02"),
        &["a.md:5 the source `memo` is dated 2020-02, after the report (2020-01-31)"],
    );
    for date in ["2019-12-21", "2019-12", "2019", "2019-12/..", "2020~", "2020-01?", "[2019-12-21,2020]", "/2020"] {
        is_silent(Name::SourceAfterReport, &dated("", date));
    }
    is_silent(Name::SourceAfterReport, &dated("updated: 2019-12-22", "2019-12-22"));
    is_silent(Name::SourceAfterReport, &dated("corrections: [{date: 2020, text: C}]", "2020-05"));
    is_silent(Name::SourceAfterReport, &dated("", "2019-12-22").replace("date: 2019-12-21\n", ""));
}

#[test]
fn a_version_says_nothing_that_its_original_has_said() {
    let version = "=== content/reports/a.ar.md\n---\ntitle: B\n---\nWords [@x].\n";
    let later = cited("date: 2020") + version;
    assert_eq!(told(Name::SourceAfterReport, &later).len(), 1);
    let claims = report("claims: [{quote: Words, sources: [memo]}]", "Words.") + version;
    assert_eq!(told(Name::ClaimWithoutStatus, &claims).len(), 1);
}

#[test]
fn an_event_does_not_lie_after_the_report() {
    speaks(
        Name::EventAfterReport,
        &report("dates:\n  - 2020\n  - {date: 2019-12-22, label: Talks}\n  - 2019", "On [2 May](date:2020-05-02)."),
        &["a.md:5 2020 lies after the report (2019-12-21)", "a.md:6 2019-12-22 lies after the report (2019-12-21)"],
    );
    for date in ["2019-12", "2019/2021", "2019-12-21/..", "2020?", "[2019-12-20,2020-01-01]", "../2020"] {
        is_silent(Name::EventAfterReport, &report(&format!("dates: [{{date: '{date}', label: L}}]"), ""));
    }
    is_silent(Name::EventAfterReport, &report("updated: 2020\ndates: [{date: 2020-01-01, label: L}]", ""));
}

#[test]
fn an_update_follows_publication() {
    speaks(
        Name::UpdatedBeforePublished,
        &report("updated: 2019-12-20", ""),
        &["a.md:4 it was updated on 2019-12-20, before it was published (2019-12-21)"],
    );
    is_silent(Name::UpdatedBeforePublished, &report("updated: 2019-12", ""));
}

#[test]
fn a_claim_on_one_source_says_how_it_stands() {
    let claim =
        |keys: &str| report(&format!("sources: [{{id: x, title: X}}]\nclaims: [{{quote: Words{keys}}}]"), "Words.");
    speaks(
        Name::ClaimWithoutStatus,
        &claim(", sources: [memo]"),
        &["a.md:5 the claim rests on `memo` alone, and has no status"],
    );
    for keys in ["", ", sources: [memo], status: unverified", ", sources: [memo, x]"] {
        is_silent(Name::ClaimWithoutStatus, &claim(keys));
    }
    speaks(Name::ClaimWithoutSpeaker, &claim(""), &["a.md:5 nobody is said to make this claim"]);
    is_silent(Name::ClaimWithoutSpeaker, &claim(", by: [haftar]"));
}

#[test]
fn the_status_of_a_claim_fits_its_sources() {
    let claim = |status: &str, sources: &str, x: &str| {
        let keys = format!(
            "sources: [{{id: x, title: X{x}}}]\nclaims: [{{quote: Words, status: {status}, sources: [{sources}]}}]"
        );
        report(&keys, "Words.")
    };
    let of_desk = ", author: [Someone, DESK]";
    for (status, sources, x, expected) in [
        ("confirmed", "", "", "confirmed, and names no source"),
        ("corroborated", "memo", "", "corroborated, and rests on one source"),
        ("confirmed", "memo, x", of_desk, "confirmed, and rests on sources of one author or publisher"),
        ("single-source", "memo, x", "", "single-source, and rests on several sources"),
    ] {
        let files = claim(status, sources, x);
        speaks(Name::ClaimStatus, &files, &[&format!("a.md:5 the claim is {expected}")]);
    }
    for (status, sources, x) in [
        ("confirmed", "memo, x", ""),
        ("corroborated", "memo, x", ", author: Someone"),
        ("single-source", "memo, x", of_desk),
        ("single-source", "memo", ""),
        ("disputed", "memo, x", ""),
    ] {
        is_silent(Name::ClaimStatus, &claim(status, sources, x));
    }
}

#[test]
fn a_quotation_says_where_it_is_from() {
    let quoted = |attribution: &str| report("", &format!("> Words\n> — {attribution}"));
    speaks(
        Name::QuotationWithoutSource,
        &quoted("[Haftar](actor:haftar)"),
        &["a.md:7 nothing says where the words of this quotation are from"],
    );
    for attribution in
        ["[Haftar](actor:haftar), [@memo]", "[Haftar](actor:haftar), [his memo](source:memo)", "a passer-by"]
    {
        is_silent(Name::QuotationWithoutSource, &quoted(attribution));
    }
    is_silent(Name::QuotationWithoutSource, &report("", "> Words [@memo]\n> — [Haftar](actor:haftar)"));
}

#[test]
fn a_report_has_sources_and_so_have_its_events() {
    speaks(Name::ReportWithoutSource, &report("", "Words."), &["a.md:2 the report has no source"]);
    is_silent(Name::ReportWithoutSource, &report("", "Words [@memo]."));
    is_silent(Name::ReportWithoutSource, &report("", "Words of [a memo](source:memo)."));
    let event = |keys: &str| report(&format!("dates: [{{date: 2019, label: Talks{keys}}}, 2018]"), "");
    speaks(Name::EventWithoutSource, &event(""), &["a.md:4 the event “Talks” names no source"]);
    is_silent(Name::EventWithoutSource, &event(", sources: [memo]"));
}

#[test]
fn a_picture_has_words() {
    let picture = |keys: &str| report(&format!("image: a.png\n{keys}"), "") + "=== content/reports/a.png\npicture\n";
    speaks(Name::ImageWithoutAlt, &picture(""), &["a.md:4 nothing says what the picture shows"]);
    is_silent(Name::ImageWithoutAlt, &picture("image_alt: A map"));
}

#[test]
fn a_source_was_read_after_it_was_published() {
    speaks(
        Name::AccessedBeforePublished,
        &cited("date: 2019-12-20, accessed: 2019-12-19"),
        &["a.md:4 the source was read on 2019-12-19, before it was published (2019-12-20)"],
    );
    is_silent(Name::AccessedBeforePublished, &cited("date: 2019-12-20, accessed: 2019-12-20"));
    is_silent(Name::AccessedBeforePublished, &cited("date: 2019-12-20~, accessed: 2019-12-19"));
}

#[test]
fn a_source_can_be_found_again() {
    let url = "url: 'https://example.org/x'";
    speaks(Name::MissingArchive, &cited(url), &["a.md:4 the source `x` has an address, and no archived copy"]);
    is_silent(Name::MissingArchive, &cited(&format!("{url}, archive: 'https://archive.example/x'")));
    let archive = "archive: 'https://archive.example/x'";
    speaks(Name::MissingHash, &cited(archive), &["a.md:4 the stored copy of the source `x` has no hash"]);
    let hash = "5f2c".repeat(16);
    is_silent(Name::MissingHash, &cited(&format!("{archive}, sha256: {hash}")));
    is_silent(Name::MissingHash, &cited(url));
    assert_eq!(
        told(Name::UntraceableSource, &cited("note: N")),
        [
            "a.md:4 nothing says where the source `x` can be found",
            "memo.md:2 nothing says where the source `memo` can be found"
        ]
    );
    for key in [url, archive, "container: A book", "number: 3", "DOI: 10.1000/1"] {
        assert_eq!(told(Name::UntraceableSource, &cited(key)).len(), 1, "{key}");
    }
}

#[test]
fn an_archived_copy_is_one_of_this_source() {
    let copy = |url: &str, archive: &str| {
        cited(&format!("date: 2019-12-20, url: 'https://{url}', archive: 'https://{archive}'"))
    };
    let web = "web.archive.org/web";
    for (url, archive, expected) in [
        ("example.org/a", "www.example.org/a/", "the archived copy is the original itself"),
        (
            "example.org/a",
            "web.archive.org/web/20191221080000/https://example.com/a",
            "the archived copy is of `example.com`, and the source is on `example.org`",
        ),
        (
            "example.org/a",
            "web.archive.org/web/20191218080000/http://www.example.org/a",
            "the copy was archived on 2019-12-18, before the source was published (2019-12-20)",
        ),
    ] {
        speaks(Name::DoubtfulArchive, &copy(url, archive), &[&format!("a.md:4 {expected}")]);
    }
    is_silent(Name::DoubtfulArchive, &copy("example.org/a", &format!("{web}/20191219230000/https://example.org/a")));
    is_silent(Name::DoubtfulArchive, &copy("example.org/a", "archive.example/x1"));
}

#[test]
fn a_document_is_one_source() {
    let two = |url: &str| {
        let keys = format!(
            "sources:\n  - {{id: y, title: Y, url: 'https://example.org/x'}}\n  - {{id: x, title: X, url: {url}}}"
        );
        report(&keys, "Words [@x; @y].")
    };
    speaks(
        Name::DuplicateSource,
        &two("'http://www.example.org/x/'"),
        &["a.md:5 the sources `x` and `y` have one address"],
    );
    is_silent(Name::DuplicateSource, &two("'https://example.org/x?page=2'"));
}

#[test]
fn what_nothing_leads_to_is_told_where_it_is_asked_for() {
    speaks(Name::UncitedSource, &report("", "Words."), &["memo.md:2 nothing cites the source `memo`"]);
    is_silent(Name::UncitedSource, &report("", "Words [@memo]."));
    is_silent(Name::UncitedSource, &report("sources: [memo]", "Words."));
    speaks(Name::UnmentionedActor, &report("", "Words."), &["haftar.md:2 nothing names the actor `haftar`"]);
    for (keys, body) in [
        ("", "[Haftar](actor:haftar)"),
        ("actors: [haftar]", ""),
        ("sources: [{id: x, title: X, author: haftar}]", ""),
        ("claims: [{quote: Words, by: [haftar]}]", "Words."),
        ("authors: [haftar]", ""),
    ] {
        is_silent(Name::UnmentionedActor, &report(keys, body));
    }
    speaks(
        Name::UngradedSource,
        &cited("note: N"),
        &["a.md:4 the source `x` has neither author nor publisher, and no grade"],
    );
    is_silent(Name::UngradedSource, &cited("grade: B2"));
    is_silent(Name::UngradedSource, &cited("publisher: P"));
}

#[test]
fn a_name_is_in_the_script_of_its_language() {
    let named =
        |name: &str, names: &str| format!("=== content/actors/h.md\n---\nname: {name}\nnames:\n  - {names}\n---\n");
    for (name, names, expected) in [
        ("Haftar", "خليفة حفتر", "4 the name is written in Arabic letters, and does not say in which language"),
        (
            "Haftar",
            "{name: خليفة حفتر, lang: fr}",
            "4 the name is written in Arabic letters, and `fr` in Latin letters",
        ),
        ("Haftar", "{name: Hifter, lang: ar}", "4 the name is written in Latin letters, and `ar` in Arabic letters"),
        ("خليفة حفتر", "Haftar", "2 the name is written in Arabic letters, and `en` in Latin letters"),
    ] {
        speaks(Name::NameLanguage, &named(name, names), &[&format!("h.md:{expected}")]);
    }
    for names in
        ["{name: خليفة حفتر, lang: ar}", "{name: Ḥaftar, lang: ar-Latn}", "Hifter", "{name: Вучић, lang: sr}", "5+5"]
    {
        is_silent(Name::NameLanguage, &named("Haftar", names));
    }
    let version = "=== content/actors/h.ar.md\n---\nname: خليفة حفتر\n---\n";
    is_silent(Name::NameLanguage, &(named("Haftar", "Hifter") + version));
    // A text may be in another language than the site, whose name for the actor it gives all the same.
    is_silent(Name::NameLanguage, &named("Haftar\nlang: ar", "Hifter"));
    is_silent(Name::NameLanguage, &named("خليفة حفتر\nlang: ar", "Hifter"));
    let version = version.replace("خليفة حفتر", "Haftar");
    assert_eq!(told(Name::NameLanguage, &(named("Haftar", "Hifter") + &version)).len(), 1);
}

#[test]
fn an_actor_is_described_once() {
    let other = |name: &str| report("", "") + &format!("=== content/actors/general.md\n---\nname: {name}\n---\n");
    speaks(Name::SameName, &other("khalifa HAFTAR"), &["haftar.md:2 the actors `general` and `haftar` have one name"]);
    is_silent(Name::SameName, &other("Khalifa Haftar junior"));
    is_silent(Name::SameName, &other("Khalifa Haftar\nstatus: draft"));
}

#[test]
fn a_source_is_judged_where_it_is_described() {
    let files = "\
=== site.yaml
title: Test
base_url: https://test.example
bibliography: [refs.bib]
lint: {missing-archive: warn}
=== refs.bib
@online{web, title = {A page}, url = {https://example.org/a}}
@online{unused, title = {Another}, url = {https://example.org/b}}
=== content/sources/own.md
---
title: Own
url: https://example.org/b
---
=== content/about.md
---
title: About
---
Words [@web; @own].
";
    let built = site(files).build();
    let places: Vec<_> = built.told.problems.iter().map(|it| it.mark.as_ref().unwrap().file.to_string()).collect();
    assert_eq!(places, ["content/sources/own.md", "refs.bib"], "{}", built.problems());
}

#[test]
fn what_is_hidden_is_not_judged_and_a_level_may_be_set() {
    let late = report("status: draft\ndates: [{date: 2020, label: L}]", "");
    is_silent(Name::EventAfterReport, &late);
    assert!(site(&late).drafts().build().names().contains("event-after-report"));
    let late = late.replace("status: draft\n", "");
    let level = |word: &str| {
        site(&late).with(&format!(
            "=== site.yaml\ntitle: T\nbase_url: https://test.example\nlint: {{event-after-report: {word}}}\n"
        ))
    };
    assert!(level("deny").build().failed());
    assert!(level("warn").strict().build().failed());
    level("note").strict().build().written();
    level("allow").strict().build().fine();
}
