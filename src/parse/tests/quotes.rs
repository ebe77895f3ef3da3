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

/// The quotations that are remembered: paragraph, words, links that may be the speaker, citations.
fn quotations(text: &str) -> String {
    let quotations = read(text).summary.quotations.clone();
    let line = |it: &Quotation| format!("p{} {} by {:?} from {:?}\n", it.paragraph, it.words, it.speakers, it.cites);
    quotations.iter().map(line).collect()
}

#[test]
fn quotations_are_remembered_with_speaker_and_source() {
    assert_eq!(
        quotations("One.\n\n> We will *win*,\n> and soon.\n> — [Haftar](actor:haftar), [@tv, para. 3]"),
        "p2 We will win, and soon. by [0] from [1]\n"
    );
    assert_eq!(
        quotations("> One [@a].\n>\n> Two.\n>\n> — [Haftar](haftar.md), [LNA](actor:lna)"),
        "p1 One. Two. by [1] from [0]\n"
    );
    assert_eq!(quotations("> One[^n].\n> — [@a]\n\n[^n]: Note [@b]."), "p1 One. by [] from [1]\n");
    assert_eq!(
        quotations("> > In\n> > — [@b]\n>\n> Out\n>\n> — [@a]"),
        "p1 In by [] from [0]\np1 Out by [] from [1]\n"
    );
    assert_eq!(quotations("> [](actor:x) won.\n> — [@a]"), "p1 \u{fffc} won. by [] from [1]\n");
}

#[test]
fn those_of_nobody_and_nothing_are_not() {
    assert_eq!(quotations("> Words."), "");
    assert_eq!(quotations("> Words.\n> — Somebody"), "");
    assert_eq!(quotations("> [!NOTE]\n> Words.\n>\n> — [Haftar](actor:haftar)"), "");
}

#[test]
fn an_inline_quotation_cites_its_source() {
    check(
        "He called it [“the *heart* of Tripoli”](quote:tv).",
        "<p id=\"p1\">⟦1⟧He called it <span class=\"quoted\">“the <em>heart</em> of Tripoli”</span>⟦cite 0⟧.</p>\n",
        "0 @tv p1 | He called it “the heart of Tripoli”[].\n",
        "",
    );
    assert_eq!(quotations("He called it [“the *heart*”](quote:tv)."), "p1 “the heart” by [] from [0]\n");
    assert_eq!(quotations("Text[^n].\n\n[^n]: So [“he”](quote:tv)."), "p1 “he” by [] from [0]\n");
    // Of two notes with one label, and of a note that nothing refers to, none is shown.
    assert_eq!(quotations("Text[^n].\n\n[^n]: One.\n\n[^n]: [“he”](quote:tv)\n\n[^m]: [“she”](quote:tv)"), "");
    assert_eq!(html("[](quote:tv)"), "<p id=\"p1\">⟦1⟧⟦cite 0⟧</p>\n");
}

#[test]
fn a_heading_of_several_lines_in_a_quotation_became_its_attribution() {
    check(
        "> One\n> -- Two\n> --",
        "<blockquote id=\"p1\">⟦1⟧\n<h2 id=\"one--two\">One\n– Two</h2>\n</blockquote>\n",
        "",
        "",
    );
}
