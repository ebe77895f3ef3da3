//! The structure of a text: numbers, headings, code, formulas.

use super::*;

#[test]
fn top_level_blocks_are_numbered() {
    check(
        "One.\n\n- two\n\n  two\n\n> three\n\n| four |\n|---|\n\nfive\n: five\n\n```\ncode\n```\n\n***\n\nSix.",
        "<p id=\"p1\">⟦1⟧One.</p>\n<ul id=\"p2\">\n<li>⟦2⟧\n<p>two</p>\n<p>two</p>\n</li>\n</ul>\n\
         <blockquote id=\"p3\">⟦3⟧\n<p>three</p>\n</blockquote>\n\
         <div class=\"table\" id=\"p4\">⟦4⟧<table><thead><tr><th>four</th></tr></thead><tbody>\n</tbody></table></div>\n\
         <dl id=\"p5\">\n<dt>⟦5⟧five</dt>\n<dd>five</dd>\n</dl>\n<pre><code>code\n</code></pre>\n<hr />\n<p id=\"p6\">⟦6⟧Six.</p>\n",
        "",
        "",
    );
}

#[test]
fn a_heading_that_is_the_title_is_not_said_twice() {
    let text = "---\ntitle: Haftar's \"battle\"\n---\n# Haftar's \"battle\"\n\n## One\n\n###### Six";
    assert_eq!(html(text), "<h2 id=\"one\">One</h2>\n<h6 id=\"six\">Six</h6>\n");
    let text = "---\ntitle: Another\n---\n# Title\n\n## One\n\n###### Six";
    let parsed = read(text);
    assert_eq!(show(&parsed), "<h2 id=\"title\">Title</h2>\n<h3 id=\"one\">One</h3>\n<h6 id=\"six\">Six</h6>\n");
    assert_eq!(parsed.outline.headings.iter().map(|it| it.level).collect::<Vec<_>>(), [2, 3, 6]);
}

#[test]
fn headings_have_githubs_anchors_or_their_own() {
    assert_eq!(
        html(
            "## What was said?\n\n## What *was* said\n\n## P1\n\n## X {#own .c lang=fr onclick=alert(1)}\n\n## Own\n\n## Y {#p1}\n\nz"
        ),
        "<h2 id=\"what-was-said\">What was said?</h2>\n<h2 id=\"what-was-said-1\">What <em>was</em> said</h2>\n\
         <h2 id=\"p1-1\">P1</h2>\n<h2 id=\"own\" class=\"c\" lang=\"fr\">X</h2>\n<h2 id=\"own-1\">Own</h2>\n\
         <h2 id=\"p1\">Y</h2>\n<p>⟦1⟧z</p>\n"
    );
}

#[test]
fn the_anchor_of_a_heading_made_of_names_alone_said_nothing() {
    let parsed =
        read("## [](actor:haftar)\n\n## Who is [](actor:gna)?\n\n## [](source:un-2259), [](report:mission)\n\n## *!*");
    let anchors: Vec<_> = parsed.outline.headings.iter().map(|heading| &*heading.anchor).collect();
    assert_eq!(anchors, ["haftar", "who-is", "un-2259-mission", "section"]);
}

#[test]
fn a_link_in_a_heading_belonged_to_no_paragraph() {
    let text = "One.\n\n## [@a], [](actor:b)[^n]\n\nTwo.\n\n> ## In a quotation [@e]\n>\n> Three.\n\n- ## In a list [@f]\n\n## Last [@c]\n\n[^n]: [@d]";
    let parsed = read(text);
    let paragraphs: Vec<_> = parsed.summary.links.iter().map(|link| link.paragraph).collect();
    assert_eq!(paragraphs, [2, 2, 2, 3, 4, 0]);
    assert_eq!(parsed.body.notes[0].paragraph, 2);
}

#[test]
fn code_is_escaped_with_its_language() {
    assert_eq!(
        html("```nosuch\"<x> more\na < b &amp; [@c]\n```\n\n`<b>`"),
        "<pre><code class=\"language-nosuch&quot;&lt;x&gt;\">a &lt; b &amp;amp; [@c]\n</code></pre>\n<p id=\"p1\">⟦1⟧<code>&lt;b&gt;</code></p>\n"
    );
}

#[test]
fn money_is_no_formula_unless_formulas_are_asked_for() {
    assert_eq!(html("(US$5, or US$6) ~x~ ^y^ H~2~O"), "<p id=\"p1\">⟦1⟧(US$5, or US$6) <del>x</del> ^y^ H~2~O</p>\n");
    let options = Options { markdown: Markdown { math: true, ..options().markdown }, ..options() };
    check_with(
        &options,
        "Let $x^2$ <i>be</i>. $\\nosuch$",
        "<p id=\"p1\">⟦1⟧Let <math><msup><mi>x</mi><mn>2</mn></msup></math> <i>be</i>. <code>\\nosuch</code></p>\n",
        "",
        "invalid-formula: the formula can't be read: unknown command \"\\nosuch\" at `$\\nosuch$`; \
         write it in LaTeX's mathematics, or `\\$` for a dollar sign\n",
    );
}

#[test]
fn smart_punctuation_can_be_off() {
    let options = Options { markdown: Markdown { smart: false, ..options().markdown }, ..options() };
    check_with(&options, "\"x\" -- ...", "<p id=\"p1\">⟦1⟧\"x\" -- ...</p>\n", "", "");
}
