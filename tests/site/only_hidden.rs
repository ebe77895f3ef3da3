//! Actors and sources that only hidden files have in their lists, and ids that are nearly one that has a file.

use crate::harness::{Built, check, site};

/// A report that names an actor or a source which only another report lists, and that is not shown.
fn naming(status: &str, keys: &str, body: &str) -> Built {
    site(&format!(
        "\
=== site.yaml
title: Test
base_url: https://test.example
wikilinks: true
=== content/reports/other.md
---
title: Other
date: 2019-12-21
{status}
actors: [{{id: onlydraft, name: canary}}]
sources: [{{id: inl, title: canary}}]
---
Words of [](actor:onlydraft) [@inl].
=== content/reports/r.md
---
title: R
date: 2019-12-21
{keys}
---
{body}
"
    ))
    .build()
}

#[test]
fn an_actor_that_only_a_hidden_report_lists_was_shown_by_its_id() {
    let all = [
        ("", "[](actor:onlydraft)"),
        ("", "[[onlydraft]]"),
        ("", "> Words.\n> — [](actor:onlydraft), [@inl]"),
        ("claims: [{quote: Words, by: [onlydraft], status: disputed}]", "Words."),
        ("dates: [{date: 2019-01-01, label: L, actors: [onlydraft]}]", "Words."),
    ];
    for (status, why) in [
        ("status: draft", "a draft"),
        ("embargo: 2090-01-01", "embargoed"),
        ("status: withdrawn\nreason: It was wrong.", "withdrawn"),
    ] {
        for (keys, body) in all {
            let built = naming(status, keys, body);
            assert_eq!(built.names(), ["hidden-target"].into(), "{status} {keys} {body}: {}", built.problems());
            let message = format!("only `content/reports/other.md` lists the actor `onlydraft`, and that is {why}");
            assert!(built.problems().contains(&message), "{}", built.problems());
            assert!(!built.problems().contains("canary") && built.output.is_empty(), "{}", built.problems());
        }
        // Whoever lists it has an actor of their own.
        let built = naming(status, "actors: [onlydraft]\nlint: {}", "[](actor:onlydraft)").written();
        built.shows("/actors/onlydraft/", "onlydraft");
        assert_eq!(built.pages_with("canary"), Vec::<&str>::new());
    }
}

#[test]
fn a_source_that_only_a_hidden_report_describes_was_told_as_described_nowhere() {
    let mut told = Vec::new();
    for status in ["status: draft", "embargo: 2090-01-01", "status: withdrawn\nreason: It was wrong."] {
        for (keys, body) in [("", "[@inl]"), ("", "[x](source:inl)"), ("sources: [inl]", "Words.")] {
            let built = naming(status, keys, body);
            assert_eq!(built.names(), ["hidden-target"].into(), "{status} {keys} {body}: {}", built.problems());
            assert!(!built.problems().contains("canary"), "{}", built.problems());
            told.push(built.problems());
        }
    }
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn a_slip_in_a_list_of_actors_was_told_as_a_new_actor_and_then_proposed() {
    check(
        "\
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/actors/lna.md
---
name: LNA
---
=== content/reports/a.md
---
title: A
date: 2019-12-21
actors: [hafter, lna, gna]
---
[](actor:hafta) [](actor:gnu)
",
        "\
warning[unregistered-actor]: the actor `hafter` has no file
 --> content/reports/a.md:4:10
  |
4 | actors: [hafter, lna, gna]
  |          ^^^^^^
  |
  = help: did you mean `haftar`? Otherwise make `content/actors/hafter.md` with its name and kind

warning[unregistered-actor]: the actor `gna` has no file
 --> content/reports/a.md:4:23
  |
4 | actors: [hafter, lna, gna]
  |                       ^^^
  |
  = help: make `content/actors/gna.md` with its name and kind

error[unknown-actor]: no actor has the id `hafta`
 --> content/reports/a.md:6:1
  |
6 | [](actor:hafta) [](actor:gnu)
  | ^^^^^^^^^^^^^^^ not an actor's id
  |
  = help: did you mean `haftar`?

error[unknown-actor]: no actor has the id `gnu`
 --> content/reports/a.md:6:17
  |
6 | [](actor:hafta) [](actor:gnu)
  |                 ^^^^^^^^^^^^^ not an actor's id
  |
  = help: did you mean `gna`?",
    );
}
