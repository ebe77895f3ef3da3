//! Quotations: on the pages of their speaker and of their source.

use crate::harness::{Built, Site, site};

fn quoting(keys: &str) -> Site {
    site(&format!(
        "\
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/sources/speech.md
---
title: Speech
---
=== content/reports/war.md
---
title: War
date: 2019-12-12
{keys}
---
Words.

> We will take *the city*, [](actor:haftar) said.
> — [The field marshal](actor:haftar), [@speech, para. 3]

He called it the [“heart of Tripoli”](quote:speech).

> Nobody's words.
"
    ))
}

#[test]
fn they_stand_on_the_pages_of_speaker_and_source() {
    let built = quoting("").build().fine();
    built.shows(
        "/actors/haftar/",
        "Quotations newest first We will take the city, Khalifa Haftar said. War, ¶2 12 December 2019 Speech, para. 3",
    );
    built.shows(
        "/sources/speech/",
        "Quotations newest first We will take the city, Khalifa Haftar said. Khalifa Haftar War, ¶2 at para. 3 \
         “heart of Tripoli” War, ¶3",
    );
    built.hides("/sources/speech/", "Nobody");
    assert!(built.links("/sources/speech/").contains(&"/reports/war/#p3".to_owned()));
}

#[test]
fn an_inline_quotation_is_followed_by_its_citation() {
    let built = quoting("").build().fine();
    built.has_html(
        "/reports/war/",
        "He called it the <span class=\"quoted\">“heart of Tripoli”</span>\u{2060}<button class=\"ref\"",
    );
    built.shows("/reports/war/", "cited at ¶2, ¶3");
}

#[test]
fn those_of_hidden_reports_stand_nowhere() {
    for keys in ["status: draft", "embargo: 2030-01-01", "status: withdrawn\nreason: None."] {
        let built = quoting(keys).build().fine();
        assert_eq!(built.files_with("heart of Tripoli"), Vec::<&str>::new(), "{keys}");
    }
    let built = quoting("status: unlisted").build().fine();
    assert_eq!(built.pages_with("heart of Tripoli"), ["reports/war/index.html"]);
    quoting("status: draft").drafts().build().fine().shows("/sources/speech/", "heart of Tripoli");
}

/// A site that quotes these words from a source with a copy.
fn from_copy(copy: &str, text: &str, body: &str) -> Site {
    let site = site(&format!(
        "\
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/sources/speech.md
---
title: Speech
copy: ../../archive/{copy}
---
=== content/reports/war.md
---
title: War
---
{body}
"
    ));
    site.files.put(&format!("/site/archive/{copy}"), text);
    site
}

const SPEECH: &str =
    "Title\n\nToday we announce the\ndecisive battle, and the advance\ntowards the heart of the capital.\n";

#[test]
fn those_that_occur_in_the_copy_are_fine() {
    let body = "\
> Today we announce the *decisive* battle … towards the heart of [the city].
> — [](actor:haftar), [@speech]

He spoke of the [“heart of the capital”](quote:speech), and [“the %%xyz%% […] capital”](quote:speech).

> Today [](actor:haftar) announces [words](redact:why) towards the heart.
> — [@speech]
";
    let body = body.replace("Today [](actor:haftar) announces", "Today [](actor:haftar)");
    from_copy("speech.txt", SPEECH, &body).build().fine();
    from_copy("speech.md", &format!("# {SPEECH}"), &body).build().fine();
    let html = format!("<html><body><p>{}</p>", SPEECH.replace("the\ndecisive", "<p>the <b>decis</b>ive"));
    from_copy("speech.html", &html, &body).build().fine();
    // Where no text can be told, nothing is.
    from_copy("speech.pdf", "other", &body).build().fine();
    let site = from_copy("speech.txt", "", &body);
    site.files.put("/site/archive/speech.txt", [0xff, 0xfe]);
    site.build().fine();
}

#[test]
fn one_that_does_not_occur_is_told_with_the_nearest_passage() {
    let body = "\
> Today we announce a decisive battle.
> — [](actor:haftar), [@speech]

He spoke of the [“soul of the capital”](quote:speech), and of [“nothing of the kind”](quote:speech).
";
    insta::assert_snapshot!(from_copy("speech.txt", SPEECH, body).build().problems());
}

#[test]
fn it_may_be_from_another_of_its_sources() {
    let body = "> Today we announce a decisive battle.\n> — [](actor:haftar), [@speech; @other]\n";
    let other = "=== content/sources/other.md\n---\ntitle: Other\n---\n";
    from_copy("speech.txt", SPEECH, body).with(other).build().fine();
    let with_copy = other.replace("title", "copy: /archive/other.txt\ntitle");
    let site = from_copy("speech.txt", SPEECH, body).with(&with_copy);
    site.files.put("/site/archive/other.txt", "Today, we");
    assert_eq!(site.build().names(), ["quotation-not-in-source"].into());
    site.files.put("/site/archive/other.txt", "Today we announce a decisive battle!");
    site.build().fine();
}

#[test]
fn a_translation_is_not_looked_for() {
    let body = "[“قلب العاصمة”](quote:speech)";
    let version = format!("=== content/reports/war.ar.md\n---\ntitle: حرب\nlang: ar\n---\n{body}\n");
    let site = from_copy("speech.txt", SPEECH, "[“heart of the capital”](quote:speech)").with(&version);
    site.write("=== site.yaml\ntitle: Test\nbase_url: https://test.example\nlanguages: [en, ar]\n");
    site.build().fine();
    site.write("=== content/sources/speech.md\n---\ntitle: Speech\nlang: ar\ncopy: /archive/speech.txt\n---\n");
    assert_eq!(site.build().names(), ["quotation-not-in-source"].into());
}

#[test]
fn messages_showed_words_of_copies_that_are_redacted_or_not_published() {
    const COPY: &str = "The witness Xanthippe Quixotrel said that they came at night.";
    let draft = "=== content/reports/draft.md\n---\ntitle: D\nstatus: draft\n---\n%%Xanthippe%% [@speech].\n";
    for body in [
        "> The witness said that we came at night.\n> — [@speech]",
        "> The witness [Xanthippe Quixotrel](redact:why) said that we came at night.\n> — [@speech]",
        "> The witness %%Xanthippe Quixotrel%% said that they came at night.\n> — [@speech]",
        "[“The witness X. Q. said that they came at night”](quote:speech) %%of Xanthippe%%",
    ] {
        for name in ["speech.txt", "speech.md", "speech.html"] {
            let built = from_copy(name, COPY, body).with(draft).build();
            assert_eq!(built.names(), ["quotation-not-in-source"].into(), "{body}");
            for told in &built.told.problems {
                let look = glossator::tell::Look { colour: false, width: 120 };
                let shared = built.told.shared(told, look);
                if !told.related.is_empty() {
                    assert!(shared.contains(&format!("note: archive/{name}:1:")), "{shared}");
                    assert!(built.told.human(told, look).contains("Xanthippe"));
                }
                let all = shared + &glossator::tell::json(told) + &glossator::tell::github(told, "");
                assert!(!all.contains("Xanth") && !all.contains("Quixo"), "{all}");
            }
        }
    }
}

#[test]
fn words_of_html_that_nobody_sees_were_those_of_the_source() {
    let html = "<p title=\"a title\">Words.</p><!-- a comment --><script>a script</script><p hidden>a secret</p>";
    for unseen in ["a title", "a comment", "a script", "a secret"] {
        let site = from_copy("speech.html", html, &format!("[“{unseen}”](quote:speech)"));
        assert_eq!(site.build().names(), ["quotation-not-in-source"].into(), "{unseen}");
    }
    from_copy("speech.html", html, "[“Words”](quote:speech)").build().fine();
}

#[test]
fn a_quotation_of_which_nothing_is_compared_was_taken_for_one_that_occurs() {
    for bare in ["“…”", "“[…]”", "“[all of this]”", "… [the words] …"] {
        let built = from_copy("speech.txt", SPEECH, &format!("[{bare}](quote:speech)")).build();
        let told = built.problems();
        assert!(told.contains("[quotation-not-in-source]: this quotation has no words of its own"), "{bare}: {told}");
    }
    from_copy("speech.txt", SPEECH, "> [all of it](redact:why)\n> — [@speech]").build().fine();
}

#[test]
fn a_copy_that_changes_is_looked_at_again() {
    let site = from_copy("speech.txt", SPEECH, "[“heart of the capital”](quote:speech)");
    site.build().fine();
    site.files.put("/site/archive/speech.txt", "The soul of the capital.");
    assert_eq!(site.build().names(), ["quotation-not-in-source"].into());
}

/// A report that quotes with an attribution.
fn attributed(attribution: &str) -> Built {
    site(&format!(
        "\
=== site.yaml
title: Test
base_url: https://test.example
autolink: all
=== content/actors/reuters.md
---
name: Reuters
---
=== content/actors/haftar.md
---
name: Haftar the Elder
---
=== content/sources/src.md
---
title: Wire
---
=== content/reports/war.md
---
title: War
date: 2019-12-12
---
> We go.
> — {attribution}, [@src]
"
    ))
    .build()
}

#[test]
fn whoever_passes_words_on_is_not_their_speaker() {
    for attribution in [
        "Khalifa Haftar to [Reuters](actor:reuters)",
        "[H](redact:x) to [Reuters](actor:reuters)",
        "[H](redact:x), [Reuters](actor:reuters)",
        "%%H%% to [Reuters](actor:reuters)",
        "%%H%% [Reuters](actor:reuters)",
        "an officer via [](actor:reuters)",
        "John Smith, [Reuters](actor:reuters)",
        "[John Smith](https://example.org/) to [Reuters](actor:reuters)",
        "a spokesman of [Reuters](actor:reuters)",
        "خليفة حفتر إلى [رويترز](actor:reuters)",
    ] {
        let built = attributed(attribution);
        assert_eq!(Vec::from_iter(built.names()), ["unclear-speaker"], "{attribution}\n{}", built.problems());
        built.hides("/actors/reuters/", "Quotations").shows("/sources/src/", "We go");
    }
    for attribution in [
        "[Haftar](actor:haftar), to [Reuters](actor:reuters)",
        "Field Marshal [Haftar](actor:haftar)",
        "Libya's commander, [Haftar](actor:haftar) to Reuters",
        "le maréchal [Haftar](actor:haftar)",
        "المشير [حفتر](actor:haftar)",
    ] {
        let built = attributed(attribution).fine();
        built.shows("/actors/haftar/", "Quotations");
        assert!(
            !built.has("/actors/reuters/") || !built.text("/actors/reuters/").contains("Quotations"),
            "{attribution}"
        );
    }
}

#[test]
fn somebody_of_the_linked_actor_was_taken_for_the_actor() {
    for attribution in [
        "[Haftar](actor:haftar)'s enemy John Roe",
        "[Haftar](actor:haftar)’s spokesman",
        "[Haftar](actor:haftar) aide",
        "former [Haftar](actor:haftar) ally",
        "[Haftar](actor:haftar)-backed forces",
        "[Haftar](actor:haftar) %%aide%%",
        "[Haftar](actor:haftar) [aide](redact:why)",
        "against [Haftar](actor:haftar)",
        "Minister of Defence John Roe, [Haftar](actor:haftar)",
        "[John Roe](john.md), [Haftar](actor:haftar)",
        "l’ennemi de [Haftar](actor:haftar)",
        "contre [Haftar](actor:haftar)",
        "[Haftar](actor:haftar) et consorts",
        "مساعد [حفتر](actor:haftar)",
        "رئيس [حفتر](actor:haftar)",
        "[حفتر](actor:haftar) ومساعده",
    ] {
        let built = attributed(attribution);
        assert!(built.names().contains("unclear-speaker") || attribution.contains("john.md"), "{attribution}");
        let data = built.output.get("reports/war/data.json");
        assert!(data.is_none_or(|data| !data.contains("\"speaker\"")), "{attribution}");
        assert!(built.output.is_empty() || !built.text("/actors/haftar/").contains("Quotations"), "{attribution}");
    }
    for attribution in [
        "Field Marshal [Haftar](actor:haftar), to Reuters",
        "[Haftar](actor:haftar) (LNA), 2019",
        "[Haftar](actor:haftar) to Reuters",
        "[Haftar](actor:haftar) on [4 April](date:2019-04-04)",
        "[Haftar](actor:haftar) [@src]",
        "[](actor:haftar), *to* Reuters",
        "l’ancien général [Haftar](actor:haftar) à Benghazi",
        "قائد الجيش [حفتر](actor:haftar) إلى رويترز",
    ] {
        let built = attributed(attribution).fine();
        built.shows("/actors/haftar/", "Quotations");
        assert!(built.output["reports/war/data.json"].contains("\"speaker\": \"haftar\""), "{attribution}");
    }
    insta::assert_snapshot!(attributed("[Haftar](actor:haftar)'s enemy John Roe").problems());
}
