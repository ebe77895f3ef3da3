//! Redactions: nothing of the words is left, anywhere. What is not clear fails closed.

use super::*;

/// What may stand in the text for a while, as `Debug` writes it.
const TRACE_ESCAPED: &str = "\\u{fdd2}";

/// Everything that parsing says of a text.
fn all(text: &str) -> String {
    format!("{:?}", read(text))
}

const HELP: &str = "write `%%` before the words and behind them, or take them out of the file";

#[test]
fn marked_words_leave_no_trace() {
    check(
        "A %%secret%% b `%%` c [@a].",
        "<p id=\"p1\">⟦1⟧A b <code>%%</code> c⟦cite 0⟧.</p>\n",
        "0 @a p1 | A b %% c[].\n",
        "",
    );
    for (text, html) in [
        ("A %%secret\n\nsecret%% b", "<p id=\"p1\">⟦1⟧A b</p>\n"),
        ("A\n\n%%secret%%\n\nB", "<p id=\"p1\">⟦1⟧A</p>\n<p id=\"p2\">⟦2⟧B</p>\n"),
        ("A\n%%secret%%\nB", "<p id=\"p1\">⟦1⟧A\nB</p>\n"),
        ("%%secret%%\n===\n\nB", "<p id=\"p1\">⟦1⟧B</p>\n"),
        ("## %%secret%% {#x}\n\nB", "<p id=\"p1\">⟦1⟧B</p>\n"),
        ("A\n- %%secret%%\n- b", "<p id=\"p1\">⟦1⟧A</p>\n<ul id=\"p2\">\n<li>⟦2⟧b</li>\n</ul>\n"),
        ("A\n- %%secret%%\n\nB", "<p id=\"p1\">⟦1⟧A</p>\n<p id=\"p2\">⟦2⟧B</p>\n"),
        ("- a\n\n- %%secret%%\n\n  b", "<ul id=\"p1\">\n<li>⟦1⟧\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
        ("> [!NOTE]\n> %%secret%%\n\nB", "<p id=\"p1\">⟦1⟧B</p>\n"),
        ("> a\n> — %%secret%%", "<blockquote id=\"p1\">⟦1⟧\n<p>a</p>\n</blockquote>\n"),
        ("> a\n>\n> — %%secret%%", "<blockquote id=\"p1\">⟦1⟧\n<p>a</p>\n</blockquote>\n"),
        ("a\n: %%secret%%\n: b", "<dl id=\"p1\">\n<dt>⟦1⟧a</dt>\n<dd>b</dd>\n</dl>\n"),
        ("A[^1]\n\n[^1]: %%secret%%", "<p id=\"p1\">⟦1⟧A</p>\n"),
        ("A %%secret[^1]%%\n\n[^1]: words", "<p id=\"p1\">⟦1⟧A</p>\n"),
        (
            "|a|b|\n|-|-|\n|%%secret%%|%%x%% c|\n%%|secret|%%\n",
            "<div class=\"table\" id=\"p1\">⟦1⟧<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td></td><td>c</td></tr>\n</tbody></table></div>\n",
        ),
    ] {
        let parsed = read(text);
        assert_eq!((&*show(&parsed), &*problems(text, &parsed)), (html, ""), "{text}");
    }
}

#[test]
fn a_link_to_a_reason_becomes_a_bar() {
    check(
        "A [**secret** `x`](redact:two%20words) and [b\nc](<redact:a \"b\">)[](redact:), [d](actor:d).",
        "<p id=\"p1\">⟦1⟧A ⟦bar 0⟧ and ⟦bar 1⟧⟦bar 2⟧, ⟦open 0⟧d⟦close 0⟧.</p>\n",
        "0 actor d p1 | A ▇▇▇ and ▇▇▇▇▇▇, [d].\n",
        "",
    );
    let parsed = read(
        "## A [secret](redact:x) {.a}\n\n![a [secret](redact:x)](y.png)\n\nSee [secret](redact:x)[^1].\n\n[^1]: [secret](redact:y)",
    );
    assert_eq!(
        show(&parsed),
        "<h2 id=\"a-\" class=\"a\">A ⟦bar 0⟧</h2>\n<p id=\"p1\">⟦1⟧<img src=\"⟦src 0⟧\" alt=\"a ▇▇▇\" /></p>\n\
         <p id=\"p2\">⟦2⟧See ⟦bar 1⟧⟦note 0⟧.</p>\nnote 0 [1] p2: ⟦bar 2⟧\n"
    );
    assert_eq!(*parsed.body.reasons, ["x".into(), "x".into(), Str::from("y")]);
    assert_eq!(&*parsed.outline.headings[0].text, "A ▇▇▇");
    assert_eq!(parsed.problems, []);
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
fn what_is_not_clear_is_told() {
    for (text, told) in [
        ("a %%%secret%% b", "of these `%` it is not clear which two are the mark"),
        ("a %% `b%% secret` %% x", "what begins here has a `%%` within code, which may be its end or not"),
        ("[a %%secret](redact:x) secret%%", "two redactions overlap"),
        ("[%%secret%%](actor:x)", "all words of a link are redacted, and where it leads is not"),
        ("[secret](redact:x 'secret')", "a redaction has no title: a reason is all that is said of it"),
        ("[secret][r]\n\n[r]: redact:x", "a redaction has its reason beside its words, not in a definition"),
        ("[secret](redact:two words)", "`redact:` stands where Markdown reads no link"),
        ("<redact:secret>", "a redaction has its words in brackets"),
        ("![secret](redact:x)", "a picture can't be redacted: words can"),
    ] {
        let parsed = read(text);
        let messages: Vec<&str> = parsed.problems.iter().map(|problem| &*problem.message).collect();
        assert_eq!(messages, [told], "{text}");
        assert!(!all(text).contains("secret"), "{text}");
    }
}

#[test]
fn what_is_redacted_is_known_by_its_bytes() {
    let show = |text: &str| {
        let ranges = redacted(text, options().markdown, false).into_iter();
        ranges.map(|range| &text[range]).collect::<Vec<_>>().join("|")
    };
    assert_eq!(show("---\ntitle: A %%b%%\n---\nA %%c%% `%%` [d](redact:x)\n- %%e%%"), "%%b%%| %%c%%|d|%%e%%");
    assert_eq!(show("A %%b `c`"), "%%b `c`");
    assert_eq!(show("A `%%b%%`"), "");
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
        "<a href=\"&#114;edact:x\">secret</a>",
        "<a href=&#x72;edact:x>secret</a>",
        "<a href='redact&colon;x'>secret</a>",
        "<a href='re\ndact:x'>secret</a>",
        "![<a href='&#114;edact:x'>secret</a>](x.png)",
        "<div>\n<a href='re\ndact:x'>secret</a>\n</div>",
        "<div>\n\n<a href='&#114edact:x'>\n\nsecret\n\n</a></div>",
        "%%secret",
        "%%a%%secret%%",
        "[a %%b](redact:x) secret%%",
        "a `%% b` %%secret ` x",
    ] {
        let all = all(text);
        assert!(!all.to_lowercase().contains("secret"), "{text}\n{all}");
        assert!(!all.contains(TRACE_ESCAPED), "{text}\n{all}");
    }
}

#[test]
fn code_and_prose_may_speak_of_it() {
    let comment = "<!-- more -->\n\n[words](redact:x) and\n\n| [words](redact:x) |\n|---|\n<b>x</b>\n";
    for text in [comment, "`%%` and\n\n```\n%%x%%\n```", "They were told to redact: names.", "100 % and 5 %"] {
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

#[test]
fn whatever_stands_around_a_redaction_nothing_of_it_is_left() {
    use proptest::prelude::*;
    const PIECES: [&str; 50] = [
        "%%secret%%",
        "%%x\nsecret%%",
        "%%secret\n\n# secret\n\nx%%",
        "%% *secret [x](actor:secret)%%",
        "[secret](redact:x)",
        "[**x** secret](redact:)",
        "[x\nsecret](<redact:a b>)",
        "[secret](redact:a b)",
        "[secret [@a]](redact:x)",
        "`x`",
        "\n```\nx\n```\n",
        "word",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "## ",
        "\n===\n",
        "| ",
        " |\n|---|\n",
        "[^1]",
        "\n\n[^1]: ",
        "\nterm\n: ",
        "> [!NOTE]\n> ",
        "\n> — ",
        "[",
        "](",
        "](actor:x)",
        "](https://example.org/",
        ")",
        "![",
        "](x.png)",
        "[@b]",
        "[[",
        "]]",
        "|",
        "*",
        "**",
        "\\%%secret%%",
        "\\[secret](redact:x)",
        "<b>",
        "</b>",
        "<a title=\"",
        "<a href='&#114;edact:x'>secret</a>",
        "\">",
        "<!-- x -->",
    ];
    let config = ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() };
    let texts = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..16);
    let mut options = options();
    options.wikilinks = true;
    proptest!(config, |(pieces in texts)| {
        let text = pieces.concat();
        for raw_html in [RawHtml::Sanitize, RawHtml::Escape, RawHtml::Allow] {
            let options = Options { markdown: Markdown { raw_html, ..options.markdown }, ..options.clone() };
            let said = format!("{:?}", parse(&file(), text.as_bytes(), &options)).to_lowercase();
            prop_assert!(!said.contains("secret") && !said.contains(TRACE_ESCAPED), "{text}\n{said}");
        }
        let mut shown = text.clone().into_bytes();
        for range in redacted(&text, options.markdown, true) {
            shown[range].fill(b'x');
        }
        let shown = String::from_utf8_lossy(&shown);
        prop_assert!(!shown.contains("secret"), "{text}\n{shown}");
    });
}

#[test]
fn words_that_are_redacted_below_are_withheld_in_front_matter_too() {
    let text = "---\ntitle: The agent Nobody, No\n---\nThe %%agent Nobody%% and [No](redact:x).\n";
    let withheld = redacted(text, options().markdown, false);
    assert_eq!(
        withheld.into_iter().map(|range| &text[range]).collect::<Vec<_>>(),
        ["agent Nobody", " %%agent Nobody%%", "No"]
    );
}
