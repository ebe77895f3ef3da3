//! Redactions fail closed: nothing of the words is left, anywhere.

use super::*;

/// Everything that parsing says of a text.
fn all(text: &str) -> String {
    format!("{:?}", read(text))
}

const HELP: &str = "take the words out of the file, since nothing of it can be published with them";

#[test]
fn marked_words_are_taken_out() {
    check(
        "A %%secret%% b `%%` c [secret](redact:why) [@a].",
        "<p id=\"p1\">⟦1⟧A  b <code>%%</code> c⟦cite 0⟧.</p>\n",
        "0 @a p1 | A b %% c[].\n",
        &format!(
            "redaction: `%%words%%` is not supported yet at `%%`; {HELP}\n\
             redaction: `[words](redact:reason)` is not supported yet at `[`; {HELP}\n"
        ),
    );
}

#[test]
fn an_open_redaction_reaches_to_the_end() {
    check(
        "A %%secret [x](actor:secret)\n\n# Secret\n\nsecret",
        "<p id=\"p1\">⟦1⟧A</p>\n",
        "",
        &format!("redaction: one of the `%%` from here on has no partner at `%%`; {HELP}\n"),
    );
}

#[test]
fn no_construct_hides_a_mark() {
    for text in [
        "## A %%secret%% {#x}",
        "## A {#%%secret%%}",
        "%%\n\n# Secret\n\n- secret\n\n%%\n\nB",
        "[a](https://example.org/%%secret%%)",
        "[a](https://example.org \"%%secret%%\")",
        "![%%secret%%](x.png)",
        "a %% `code` secret ```x``` %% b",
        "a %%\n\n```\n%%\n```\n\nsecret %%",
        "| a |\n|---|\n| %%secret%% |",
        "<b title=\"%%secret%%\">x</b>",
        "<!-- %% --> secret <!-- %% -->",
        "x[^1]\n\n[^1]: %%secret%%",
        "[a]: https://example.org/%%secret%%\n\n[a]",
        "> words\n> — %%secret%%",
        "[secret](redact:two words)",
        "[secret](REDACT:x)",
        "[secret](<redact:two words>)",
        "[secret](redact:x 'title')",
        "[secret][r]\n\n[r]: redact:x",
        "[secret][r]\n\n[r]: redact:two words",
        "[secret [@a]](redact:x)",
        "[secret](&#114;edact:x)",
        "![secret](redact:x)",
        "<redact:secret>",
        "<a href=\"redact:x\">secret</a>",
        "%%secret",
        "%%a%%secret%%",
        "[a %%b](redact:x) secret%%",
        "a `%% b` %%secret ` x",
    ] {
        let all = all(text);
        assert!(!all.to_lowercase().contains("secret"), "{text}\n{all}");
        assert!(read(text).problems.iter().any(|problem| problem.name == crate::problem::Name::Redaction), "{text}");
    }
}

#[test]
fn code_and_prose_may_speak_of_it() {
    for text in ["`%%` and\n\n```\n%%x%%\n```", "They were told to redact: names.", "100 % and 5 %"] {
        assert!(read(text).problems.is_empty(), "{text}");
    }
}

#[test]
fn places_behind_a_redaction_are_places_in_the_file() {
    let text = "A %%secret%% [b](actor:b) %%é%% [c](acter:c)";
    let parsed = read(text);
    let span = &parsed.body.spans[0];
    assert_eq!(&text[span.start as usize..span.end as usize], "[b](actor:b)");
    assert!(problems(text, &parsed).contains("at `acter:c`"), "{}", problems(text, &parsed));
}
