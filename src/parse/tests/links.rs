//! Links and pictures.

use super::*;

#[test]
fn each_scheme_leaves_holes() {
    check(
        "[Haftar](actor:haftar) on [the *fourth*](date:2019-04-04) in [UN](source:un-2259), [“so”](quote:un-2259), \
         [talks](report:talks#end).",
        "<p id=\"p1\">⟦1⟧⟦open 0⟧Haftar⟦close 0⟧ on ⟦open 1⟧the <em>fourth</em>⟦close 1⟧ in ⟦open 2⟧UN⟦close 2⟧, \
         <span class=\"quoted\">“so”</span>⟦cite 3⟧, ⟦open 4⟧talks⟦close 4⟧.</p>\n",
        "0 actor haftar p1 | [Haftar] on the fourth in UN, “so”, talks.\n\
         1 date 2019-04-04 p1 | Haftar on [the fourth] in UN, “so”, talks.\n\
         2 source un-2259 p1 | Haftar on the fourth in [UN], “so”, talks.\n\
         3 @un-2259 p1 | Haftar on the fourth in UN, “so”[], talks.\n\
         4 report talks#end p1\n",
        "",
    );
}

#[test]
fn a_link_without_words_takes_them_from_elsewhere() {
    check(
        "Then [](actor:haftar) met <actor:gna> on [](date:2019).",
        "<p id=\"p1\">⟦1⟧Then ⟦open 0⟧⟦words 0⟧⟦close 0⟧ met ⟦open 1⟧⟦words 1⟧⟦close 1⟧ on ⟦open 2⟧⟦words 2⟧⟦close 2⟧.</p>\n",
        "0 actor haftar p1 | Then [] met ￼ on ￼.\n1 actor gna p1 | Then ￼ met [] on ￼.\n2 date 2019 p1 | Then ￼ met ￼ on [].\n",
        "",
    );
}

#[test]
fn dates_in_brackets_and_percent_codes_are_read() {
    check(
        "[a](date:[2019-04-03..2019-04-05]) [b](<date:2011/..>) [c](date:%5B2019-12-14,2019-12-21%5D) [d][d]\n\n[d]: date:2011~",
        "<p id=\"p1\">⟦1⟧⟦open 0⟧a⟦close 0⟧ ⟦open 1⟧b⟦close 1⟧ ⟦open 2⟧c⟦close 2⟧ ⟦open 3⟧d⟦close 3⟧</p>\n",
        "0 date [2019-04-03..2019-04-05] p1 | [a] b c d\n1 date 2011/.. p1 | a [b] c d\n\
         2 date [2019-12-14,2019-12-21] p1 | a b [c] d\n3 date 2011~ p1 | a b c [d]\n",
        "",
    );
}

#[test]
fn an_impossible_date_is_told_and_its_words_stay() {
    let text = "On [that day](date:2019-02-30).";
    let parsed = read(text);
    assert_eq!(show(&parsed), "<p id=\"p1\">⟦1⟧On that day.</p>\n");
    assert_eq!(links(&parsed), "");
    let told = problems(text, &parsed);
    assert!(told.starts_with("invalid-date: `2019-02-30` is no date: "), "{told}");
    assert!(told.contains(" at `2019-02-30`"), "{told}");
}

#[test]
fn paths_are_resolved_from_the_file() {
    check(
        "[a](../../actors/haftar.md#roles) [b](map%201.pdf) [c](/about/#team) [d](#p1) [e](https://example.org)",
        "<p id=\"p1\">⟦1⟧⟦open 0⟧a⟦close 0⟧ ⟦open 1⟧b⟦close 1⟧ ⟦open 2⟧c⟦close 2⟧ ⟦open 3⟧d⟦close 3⟧ \
         <a href=\"https://example.org\">e</a></p>\n",
        "0 file content/actors/haftar.md#roles p1 | [a] b c d e\n1 file content/reports/2019/map 1.pdf p1\n\
         2 route /about/#team p1\n3 anchor p1 p1\n",
        "",
    );
}

#[test]
fn what_is_wrong_with_an_address_is_told_and_only_words_stay() {
    check(
        "[a](javascript:alert(1)) [b](acter:haftar) [c](../../../x.md) [d](//example.org/x) [e]() [f](actor:) <vbscript:x>",
        "<p id=\"p1\">⟦1⟧a b c d e f vbscript:x</p>\n",
        "",
        "unsafe-url: `javascript:` is no scheme that a link may have at `javascript:alert(1)`; \
         write an address that begins with `https://`, or the path of a file\n\
         unsafe-url: `acter:` is no scheme that a link may have at `acter:haftar`; did you mean `actor:`?\n\
         broken-link: `../../../x.md` leads out of `content/` at `../../../x.md`; \
         write the path of a file below `content/`, or `/…` for a page of the site\n\
         unsafe-url: `//example.org/x` names a host without a scheme at `//example.org/x`; write `https://example.org/x`\n\
         broken-link: the link leads nowhere at `[e]()`; write an address between the parentheses\n\
         broken-link: `actor:` names nothing at `actor:`; write an id behind the colon, such as `actor:haftar`\n\
         unsafe-url: `vbscript:` is no scheme that a link may have at `vbscript:x`; \
         write an address that begins with `https://`, or the path of a file\n",
    );
}

#[test]
fn hidden_schemes_are_found() {
    for hidden in ["java&#10;script:x", "&#106;avascript:x", "JAVASCRIPT&colon;x", "java\\&Tab;script:x"] {
        let parsed = read(&format!("[a](<{hidden}>)"));
        assert!(!show(&parsed).contains("<a "), "{hidden}: {}", show(&parsed));
        assert!(!parsed.problems.is_empty() || !parsed.summary.links.is_empty(), "{hidden}");
    }
}

#[test]
fn pictures_have_a_hole_for_their_address() {
    check(
        "![A \"map\" of *Tripoli*](map.png \"T & t\") [![x](/logo.svg)](actor:gna) ![far](https://example.org/x.png)",
        "<p id=\"p1\">⟦1⟧<img src=\"⟦src 0⟧\" alt=\"A “map” of Tripoli\" title=\"T &amp; t\" /> \
         ⟦open 1⟧<img src=\"⟦src 2⟧\" alt=\"x\" />⟦close 1⟧ far</p>\n",
        "0 image content/reports/2019/map.png p1\n1 actor gna p1 | []far\n2 image /logo.svg p1\n",
        "unsafe-url: every reader's browser would fetch this picture from another site at `https://example.org/x.png`; \
         store the picture beside the report, and write its path\n",
    );
}

#[test]
fn wikilinks_are_off_unless_asked_for() {
    let text = "[[haftar]] and [[haftar|the general]]\n\n|a|\n|-|\n|[[x\\|y]]|\n";
    check(
        text,
        "<p id=\"p1\">⟦1⟧[[haftar]] and [[haftar|the general]]</p>\n\
         <div class=\"table\" id=\"p2\">⟦2⟧<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>[[x|y]]</td></tr>\n</tbody></table></div>\n",
        "",
        "",
    );
    check_with(
        &Options { wikilinks: true, ..options() },
        text,
        "<p id=\"p1\">⟦1⟧⟦open 0⟧⟦words 0⟧⟦close 0⟧ and ⟦open 1⟧the general⟦close 1⟧</p>\n\
         <div class=\"table\" id=\"p2\">⟦2⟧<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>⟦open 2⟧y⟦close 2⟧</td></tr>\n</tbody></table></div>\n",
        "0 wiki haftar p1 | [haftar] and the general\n1 wiki haftar p1 | haftar and [the general]\n2 wiki x p2 | [y]\n",
        "",
    );
}

#[test]
fn spans_are_places_in_the_file() {
    let text = "\u{feff}---\ntitle: T\n---\n\r\nÉ [Haftar](actor:h) [@a][@b].\n";
    let parsed = read(text);
    let spans: Vec<&str> = parsed.body.spans.iter().map(|span| &text[span.start as usize..span.end as usize]).collect();
    assert_eq!(spans, ["[Haftar](actor:h)", "[@a]", "[@b]"]);
}

#[test]
fn a_link_that_a_space_makes_plain_text_is_told() {
    let told = |text: &str| problems(text, &read(text));
    let space = "broken-link: with a space in its address this is no link at";
    assert_eq!(told("A [x](actor: haftar)."), format!("{space} `](actor: haftar)`; write `](actor:haftar)`\n"));
    assert_eq!(
        told("A [y](date: 2019-04-04)."),
        format!("{space} `](date: 2019-04-04)`; write `](date:2019-04-04)`\n")
    );
    assert_eq!(told("A [“x”](quote: src)."), format!("{space} `](quote: src)`; write `](quote:src)`\n"));
    let mend = "write the address without a space, or `%20` for each that belongs to it";
    assert_eq!(told("A [z](date:April 2019)."), format!("{space} `](date:April 2019)`; {mend}\n"));
    assert_eq!(
        told("A [“x”] (quote:src)."),
        "broken-link: with a space before its parenthesis this is no link at `] (quote:src)`; write `](quote:src)`\n"
    );
    for fine in
        ["`[x](actor: y)`", "[sic] (source: Reuters)", "\\[x\\](actor: y)", "[x](<actor: y>)", "[1](see actor: y)"]
    {
        assert_eq!(told(fine), "", "{fine}");
    }
}

#[test]
fn a_place_in_a_source_that_a_quotation_would_lose_is_told() {
    let told = |text: &str| problems(text, &read(text));
    for text in ["[“a”](quote:t \"p. 3\")", "[“a”](<quote:t, p. 3>)"] {
        let expected = format!(
            "broken-link: `quote:` takes no place in its source, and `p. 3` would be lost at `{text}`; \
             write the words without a link, and `[@t, p. 3]` behind them\n"
        );
        assert_eq!(told(text), expected);
    }
}
