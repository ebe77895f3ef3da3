//! Quotations with their attribution, and callouts.

use super::*;

#[test]
fn the_last_line_of_a_quotation_says_whose_words_it_has() {
    check(
        "> We will *win*.\n> — [Haftar](actor:haftar), [@tv, para. 3]",
        "<figure class=\"quote\" id=\"p1\">⟦1⟧<blockquote>\n<p>We will <em>win</em>.</p>\n</blockquote>\n\
         <figcaption>⟦open 0⟧Haftar⟦close 0⟧,⟦cite 1⟧</figcaption></figure>\n",
        "0 actor haftar p1 | We will win. — [Haftar],\n1 @tv paragraph 3 p1 | We will win. — Haftar, []\n",
        "",
    );
}

#[test]
fn so_does_a_last_paragraph_with_any_dash() {
    for dash in ["—", "―", "--", "---"] {
        let text = format!("> One [@a].\n>\n> Two.\n>\n> {dash} [Haftar](actor:haftar)\n\nAfter.");
        assert_eq!(
            html(&text),
            "<figure class=\"quote\" id=\"p1\">⟦1⟧<blockquote>\n<p>One⟦cite 0⟧.</p>\n<p>Two.</p>\n</blockquote>\n\
             <figcaption>⟦open 1⟧Haftar⟦close 1⟧</figcaption></figure>\n<p id=\"p2\">⟦2⟧After.</p>\n",
            "{dash}"
        );
    }
}

#[test]
fn an_attribution_may_be_nothing_but_a_citation() {
    check(
        "1. > Words.\n   > — [@a]",
        "<ol id=\"p1\">\n<li>⟦1⟧\n<figure class=\"quote\"><blockquote>\n<p>Words.</p>\n</blockquote>\n\
         <figcaption>⟦cite 0⟧</figcaption></figure>\n</li>\n</ol>\n",
        "0 @a p1 | Words. — []\n",
        "",
    );
}

#[test]
fn dialogues_and_lonely_dashes_are_no_attribution() {
    assert_eq!(
        html("> — Tu viens ?\n> — Oui."),
        "<blockquote id=\"p1\">⟦1⟧\n<p>— Tu viens ?\n— Oui.</p>\n</blockquote>\n"
    );
    assert_eq!(html("> — Alone"), "<blockquote id=\"p1\">⟦1⟧\n<p>— Alone</p>\n</blockquote>\n");
    assert_eq!(
        html("> Words\n> — not the last line\n> end"),
        "<blockquote id=\"p1\">⟦1⟧\n<p>Words\n— not the last line\nend</p>\n</blockquote>\n"
    );
    assert_eq!(
        html("> Words *within\n> — emphasis*"),
        "<blockquote id=\"p1\">⟦1⟧\n<p>Words <em>within\n— emphasis</em></p>\n</blockquote>\n"
    );
    assert_eq!(
        html("> Words\n> *— emphasis*"),
        "<blockquote id=\"p1\">⟦1⟧\n<p>Words\n<em>— emphasis</em></p>\n</blockquote>\n"
    );
}

#[test]
fn quotations_nest() {
    assert_eq!(
        html("> > Inner\n> > — B\n>\n> Outer\n>\n> — A"),
        "<figure class=\"quote\" id=\"p1\">⟦1⟧<blockquote>\n<figure class=\"quote\"><blockquote>\n<p>Inner</p>\n</blockquote>\n\
         <figcaption>B</figcaption></figure>\n<p>Outer</p>\n</blockquote>\n<figcaption>A</figcaption></figure>\n"
    );
}

#[test]
fn alerts_are_callouts_whose_title_is_a_word_of_the_theme() {
    assert_eq!(
        html("> [!WARNING]\n> Careful.\n>\n> — nobody"),
        "<aside id=\"p1\" class=\"callout warning\" role=\"note\">⟦1⟧\n<p class=\"callout-title\">⟦word warning⟧</p>\n\
         <p>Careful.</p>\n<p>— nobody</p>\n</aside>\n"
    );
    assert_eq!(html("> [!claim]\n> x"), "<blockquote id=\"p1\">⟦1⟧\n<p>[!claim]\nx</p>\n</blockquote>\n");
}
