//! Claims: the words of the front matter, found and marked in the text.

use super::*;

/// Reads a report with claims of these words, all of a status.
fn report(quotes: &[&str], body: &str) -> (String, Parsed) {
    let claims: Vec<String> =
        quotes.iter().map(|quote| format!("  - {{quote: {quote:?}, status: single-source}}\n")).collect();
    let text = format!("---\ntitle: T\nclaims:\n{}---\n{body}", claims.concat());
    let file = SourceFile { path: "content/reports/x.md".into(), kind: MatterKind::Report, lang: None };
    let parsed = parse(&file, text.as_bytes(), &options());
    (text, parsed)
}

/// The HTML, with short signs for the marks, and where each claim stands.
fn marked(quotes: &[&str], body: &str) -> String {
    let (text, parsed) = report(quotes, body);
    let mut out = show(&parsed).replace("<mark class=\"claim s-single-source\"", "<mark");
    for spot in &parsed.summary.claims {
        out += &match spot {
            Some(spot) => format!("p{} “{}”{}\n", spot.paragraph, spot.words, if spot.has_anchor { "" } else { " *" }),
            None => "nowhere\n".to_owned(),
        };
    }
    out + &problems(&text, &parsed)
}

#[test]
fn a_claim_is_marked_where_its_words_stand() {
    assert_eq!(
        marked(&["the GNA's \"readiness\" -- as said"], "It welcomed the GNA’s \"readiness\" –\nas said, again."),
        "<p id=\"p1\">⟦1⟧It welcomed <mark id=\"gl-c1\">the GNA’s “readiness” –\nas said</mark>⟦claim 0⟧, again.</p>\n\
         p1 “the GNA’s “readiness” – as said”\n"
    );
    assert_eq!(
        marked(&["a < b & c"], "One.\n\nIf a < b & c."),
        "<p id=\"p1\">⟦1⟧One.</p>\n<p id=\"p2\">⟦2⟧If <mark id=\"gl-c1\">a &lt; b &amp; c</mark>⟦claim 0⟧.</p>\n\
         p2 “a < b & c”\n"
    );
}

#[test]
fn over_other_elements_it_is_split_into_pieces() {
    assert_eq!(
        marked(&["the GNA is ready"], "Yes, [the GNA](actor:gna) *is* ready [@a]."),
        "<p id=\"p1\">⟦1⟧Yes, ⟦open 0⟧<mark id=\"gl-c1\">the GNA</mark>⟦close 0⟧ <em><mark>is</mark></em><mark> ready</mark>\
         ⟦claim 0⟧⟦cite 1⟧.</p>\np1 “the GNA is ready”\n"
    );
}

#[test]
fn its_sign_is_a_link_and_stands_in_no_other() {
    assert_eq!(
        marked(&["the GNA"], "Yes, [the GNA *there*](actor:gna)."),
        "<p id=\"p1\">⟦1⟧Yes, ⟦open 0⟧<mark id=\"gl-c1\">the GNA</mark> <em>there</em>⟦close 0⟧⟦claim 0⟧.</p>\n\
         p1 “the GNA”\n"
    );
    assert_eq!(
        marked(&["the GNA"], "Yes, [the GNA](https://gna.example/)[@a]."),
        "<p id=\"p1\">⟦1⟧Yes, <a href=\"https://gna.example/\"><mark id=\"gl-c1\">the GNA</mark></a>⟦claim 0⟧⟦cite 0⟧.</p>\n\
         p1 “the GNA”\n"
    );
}

#[test]
fn claims_may_overlap() {
    assert_eq!(
        marked(&["one two three", "two three four", "three"], "Zero one two three four."),
        "<p id=\"p1\">⟦1⟧Zero <mark id=\"gl-c1\">one </mark><mark><mark id=\"gl-c2\">two </mark></mark>\
         <mark><mark><mark id=\"gl-c3\">three</mark></mark></mark>⟦claim 0⟧⟦claim 2⟧<mark> four</mark>⟦claim 1⟧.</p>\n\
         p1 “one two three”\np1 “two three four”\np1 “three”\n"
    );
}

#[test]
fn it_may_stand_in_any_words_of_the_text() {
    assert_eq!(
        marked(
            &["in a heading", "in a note", "in code", "Theirs"],
            "## Words in a heading\n\nText `in code`[^n].\n\n> Theirs.\n> — [@a]\n\n[^n]: What stands in a note."
        ),
        "<h2 id=\"words-in-a-heading\">Words <mark id=\"gl-c1\">in a heading</mark>⟦claim 0⟧</h2>\n\
         <p id=\"p1\">⟦1⟧Text <code><mark id=\"gl-c3\">in code</mark>⟦claim 2⟧</code>⟦note 0⟧.</p>\n\
         <figure class=\"quote\" id=\"p2\">⟦2⟧<blockquote>\n<p><mark id=\"gl-c4\">Theirs</mark>⟦claim 3⟧.</p>\n</blockquote>\n\
         <figcaption>⟦cite 0⟧</figcaption></figure>\n\
         note 0 [n] p1: What stands <mark>in a note</mark>⟦claim 1⟧.\n\
         p0 “in a heading”\np1 “in a note” *\np1 “in code”\np2 “Theirs”\n"
    );
}

#[test]
fn it_survives_sanitising() {
    assert_eq!(
        marked(&["one & two"], "<div class=\"x\">\n\nSo <b>one & two</b>\n\n</div>\n\nEnd."),
        "<div class=\"x\">\n<p id=\"p1\">⟦1⟧So <b><mark id=\"gl-c1\">one &amp; two</mark>⟦claim 0⟧</b></p>\n</div>\n<p id=\"p2\">⟦2⟧End.</p>\n\
         p1 “one & two”\n"
    );
}

#[test]
fn lost_and_ambiguous_words_are_told() {
    assert_eq!(
        marked(&["the GNA was ready to talk"], "The embassy says that the GNA is ready to talk."),
        "<p id=\"p1\">⟦1⟧The embassy says that the GNA is ready to talk.</p>\nnowhere\n\
         lost-claim: the words of the claim do not stand in the text at `Some(Value(YamlPath([Key(\"claims\"), Index(0), Key(\"quote\")])))`; \
         repeat words of the text exactly; they may not reach over a paragraph\n"
    );
    assert_eq!(
        marked(&["ready"], "Ready, ready and ready."),
        "<p id=\"p1\">⟦1⟧Ready, <mark id=\"gl-c1\">ready</mark>⟦claim 0⟧ and ready.</p>\np1 “ready”\n\
         ambiguous-claim: the words of the claim stand in the text more than once at `Some(Value(YamlPath([Key(\"claims\"), Index(0), Key(\"quote\")])))`; \
         add words before or after them, until they stand there once\n"
    );
}

#[test]
fn words_that_are_not_shown_are_none_of_a_claim() {
    for (quote, body) in [
        ("dropped title", "# T\n\nText."),
        ("T", "# T\n\nText."),
        ("never shown", "Text.\n\n[^n]: This is never shown."),
        ("second", "Text[^n].\n\n[^n]: The first.\n\n[^n]: The second."),
        ("one two", "one\n\ntwo"),
        ("Haftar went", "[](actor:haftar) went."),
        ("%%secret%%", "Text."),
    ] {
        let shown = marked(&[quote], body);
        assert!(shown.contains("\nnowhere\n") && !shown.contains("<mark"), "{quote}: {shown}");
    }
}
