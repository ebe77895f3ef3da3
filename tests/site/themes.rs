//! Themes: a site lays single templates, words and files over its theme, and the theme over `margin`.

use crate::harness::{check, site};

const REPORT: &str = "\
=== content/reports/a.md
---
title: A title
date: 2019-12-21
tags: [war]
---
Words by [Haftar](actor:haftar).
=== content/actors/haftar.md
---
name: Haftar
kind: person
---
";

fn with(text: &str) -> String {
    format!("{REPORT}{text}")
}

#[test]
fn one_template_extends_that_of_the_default_theme() {
    let text = "\
=== templates/report.html
{% extends \"margin/report.html\" %}
{% block header %}<header><h1>Ours: {{ report.title }}</h1></header>{% endblock header %}
";
    let built = site(&with(text)).build().fine();
    built.has_html("/reports/a/", "<header><h1>Ours: A title</h1></header>").shows("/reports/a/", "Words by Haftar.");
    built.has_html("/reports/a/", "<title>A title · Test</title>");
}

#[test]
fn an_empty_template_in_every_head_waits_for_the_site() {
    let text = "=== templates/head-extra.html\n<meta name=\"extra\" content=\"{{ site.title }}\">\n";
    let built = site(&with(text)).build().fine();
    for page in ["/", "/reports/a/", "/actors/haftar/", "/dates/2019/", "/404.html"] {
        built.has_html(page, "<meta name=\"extra\" content=\"Test\">");
    }
}

#[test]
fn one_component_is_replaced_wherever_it_is_called_and_the_others_stay() {
    for file in ["components/list.html", "components/ours.html"] {
        let text = format!(
            "=== templates/{file}\n\
             {{% component report_item(report: map, lang: string) %}}<li>Ours: {{{{ report.title }}}}</li>{{% endcomponent %}}\n"
        );
        let built = site(&with(&text)).build().fine();
        for page in ["/", "/tags/war/", "/actors/haftar/", "/dates/2019/12/21/"] {
            built.shows(page, "Ours: A title");
        }
        built.shows("/actors/haftar/", "Words by Haftar. A title, ¶1");
    }
}

#[test]
fn a_component_that_one_layer_defines_twice_is_told() {
    check(
        "\
=== templates/a.html
{% component ours() %}{% endcomponent %}
=== templates/b.html

{% component ours() %}{% endcomponent %}
",
        "\
error[template-syntax]: the component `ours` is defined twice
 --> templates/b.html:2:14
  |
2 | {% component ours() %}{% endcomponent %}
  |              ^^^^
  |
 ::: templates/a.html:1:14
  |
1 | {% component ours() %}{% endcomponent %}
  |              ---- first defined here",
    );
}

#[test]
fn a_layout_of_the_sites_own_is_asked_for_by_its_name() {
    let text = "\
=== templates/brief.html
<p>{{ report.title }} has {{ cast | length }}</p>
=== content/reports/b.md
---
title: B
layout: brief
---
";
    let built = site(&with(text)).build().fine();
    assert_eq!(built.page("/reports/b/").trim(), "<p>B has 0</p>");
}

#[test]
fn a_theme_lies_between_the_site_and_the_default_theme() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
theme: ours
=== themes/ours/theme.yaml
name: Ours
glossator: \">=0.1\"
=== themes/ours/templates/report.html
{% extends \"margin/report.html\" %}
{% block title %}<title>Theme: {{ report.title }}</title>{% endblock title %}
=== themes/ours/templates/actor.html
{% extends \"margin/actor.html\" %}
{% block title %}<title>Theme: {{ actor.name }}</title>{% endblock title %}
=== themes/ours/i18n/en.ftl
report = Dossier
latest-reports = Of late
=== themes/ours/static/margin.css
body {}
=== themes/ours/static/ours.css
p {}
=== templates/report.html
{% extends \"ours/report.html\" %}
{% block footer_extra %}Site: {{ report.title }}{% endblock footer_extra %}
=== i18n/en.ftl
latest-reports = Newest first
=== static/ours.css
q {}
";
    let built = site(&with(text)).build().fine();
    built.has_html("/reports/a/", "<title>Theme: A title</title>").has_html("/reports/a/", "Site: A title");
    built.has_html("/actors/haftar/", "<title>Theme: Haftar</title>");
    built.shows("/reports/a/", "Dossier").shows("/", "Newest first");
    assert_eq!(built.output["margin.css"], "body{}");
    assert_eq!(built.output["ours.css"], "q {}\n", "the site's own stay as they are");
    assert!(built.output.contains_key("margin.js"));
}

#[test]
fn words_of_the_site_reach_templates_and_fall_back_to_english() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
lang: fr
=== i18n/fr.ftl
n-reports = { $n ->
    [one] un dossier
   *[other] { $n } dossiers
}
own = À nous
=== templates/404.html
{{ t(key=\"own\") }} {{ t(key=\"n-reports\", n=1) }} {{ t(key=\"n-reports\", n=3) }} {{ t(key=\"mine\", default=\"défaut\") }}
";
    let built = site(&with(text)).build().fine();
    assert_eq!(built.page("/404.html").trim(), "À nous un dossier 3 dossiers défaut");
    built.shows("/reports/a/", "21 décembre 2019");
}

#[test]
fn a_static_file_may_replace_a_few_pages() {
    let text = "\
=== static/robots.txt
User-agent: *
Disallow: /
=== static/404.html
<p>Gone</p>
=== static/favicon.svg
<svg/>
=== static/.well-known/security.txt
Contact: us
=== static/.nojekyll
";
    let built = site(&with(text)).build().fine();
    assert_eq!(built.page("/robots.txt"), "User-agent: *\nDisallow: /\n");
    assert_eq!(built.page("/404.html"), "<p>Gone</p>\n");
    assert_eq!(built.output["favicon.svg"], "<svg/>\n");
    assert_eq!(built.output[".well-known/security.txt"], "Contact: us\n");
    assert!(built.output.contains_key(".nojekyll"));
}

#[test]
fn a_theme_for_another_version_is_told() {
    let text = |range: &str| {
        format!(
            "=== site.yaml\ntitle: Test\nbase_url: https://test.example\ntheme: ours\n\
             === themes/ours/theme.yaml\nname: Ours\nglossator: {range:?}\n"
        )
    };
    check(&text(">=0.1, <0.2"), "");
    check(
        &text(">=7"),
        "\
error[missing-theme]: this theme is for Glossator >=7, and this is 0.1.0
 --> themes/ours/theme.yaml:2:12
  |
2 | glossator: \">=7\"
  |            ^^^^^
  |
  = help: take a version of the theme for this one",
    );
    check(
        &text("new"),
        "\
error[wrong-type]: `new` is no range of versions
 --> themes/ours/theme.yaml:2:12
  |
2 | glossator: \"new\"
  |            ^^^^^
  |
  = help: write it like `>=0.1, <0.2`",
    );
}

#[test]
fn a_fault_of_rendering_names_its_place_and_the_page() {
    check(
        &with(
            "\
=== templates/report.html
{% extends \"margin/report.html\" %}
{% block header %}{{ report.titel }}{% endblock header %}
=== templates/actor.html
{{ reprt.title }}
=== templates/tag.html
{{ mentions }}
=== templates/404.html
{{ t(key=\"n-report\") }}
=== templates/dates.html
{{ page.title | truncate(length=\"x\") }}
",
        ),
        "\
error[unknown-word]: the theme has no word `n-report`
 --> templates/404.html:1:4
  |
1 | {{ t(key=\"n-report\") }}
  |    ^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `n-reports`?
  = note: while making /404.html

error[template-variable]: there is no variable `reprt` here
 --> templates/actor.html:1:4
  |
1 | {{ reprt.title }}
  |    ^^^^^ not there
  |
  = help: did you mean `report`?
  = note: while making /actors/haftar/

error[template-filter]: invalid type for the value, expected `usize` but got `string`
 --> templates/dates.html:1:4
  |
1 | {{ page.title | truncate(length=\"x\") }}
  |    ^^^^
  |
  = note: while making /dates/

error[template-variable]: there is no field `titel` here
 --> templates/report.html:2:29
  |
2 | {% block header %}{{ report.titel }}{% endblock header %}
  |                             ^^^^^ not there
  |
  = help: did you mean `title`?
  = note: while making /reports/a/

error[template-variable]: there is no variable `mentions` here
 --> templates/tag.html:1:4
  |
1 | {{ mentions }}
  |    ^^^^^^^^ not there
  |
  = help: only these layouts have it: actor
  = note: while making /tags/war/",
    );
}

#[test]
fn faults_of_templates_that_never_render_are_told_too() {
    check(
        "\
=== templates/unused.html
{% if %}
=== templates/other.html
{% include \"margin/bse.html\" %}
=== templates/third.html
{{ 1 | nosuch }} {{ nosuch(a=1) }} {{ <nosuch /> }} {% if 1 is nosuch %}{% endif %}
=== templates/circle.html
{% extends \"circle.html\" %}
",
        "\
error[template-syntax]: this template extends or includes itself
--> templates/circle.html

error[template-missing]: there is no template `margin/bse.html`
 --> templates/other.html:1:13
  |
1 | {% include \"margin/bse.html\" %}
  |             ^^^^^^^^^^^^^^^ no such template
  |
  = help: did you mean `margin/base.html`?

error[template-filter]: there is no filter `nosuch`
 --> templates/third.html:1:8
  |
1 | {{ 1 | nosuch }} {{ nosuch(a=1) }} {{ <nosuch /> }} {% if 1 is nosuch %}{% endif %}
  |        ^^^^^^ not known

error[template-filter]: there is no function `nosuch`
 --> templates/third.html:1:21
  |
1 | {{ 1 | nosuch }} {{ nosuch(a=1) }} {{ <nosuch /> }} {% if 1 is nosuch %}{% endif %}
  |                     ^^^^^^ not known

error[template-filter]: there is no component `nosuch`
 --> templates/third.html:1:40
  |
1 | {{ 1 | nosuch }} {{ nosuch(a=1) }} {{ <nosuch /> }} {% if 1 is nosuch %}{% endif %}
  |                                        ^^^^^^ not known

error[template-filter]: there is no test `nosuch`
 --> templates/third.html:1:64
  |
1 | {{ 1 | nosuch }} {{ nosuch(a=1) }} {{ <nosuch /> }} {% if 1 is nosuch %}{% endif %}
  |                                                                ^^^^^^ not known

error[template-syntax]: found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
 --> templates/unused.html:1:7
  |
1 | {% if %}
  |       ^^",
    );
}

#[test]
fn words_that_are_no_fluent_are_told() {
    check(
        "=== i18n/en.ftl\nreport = Dossier\nlatest-reports\n",
        "\
error[template-syntax]: expected a token starting with \"=\"
 --> i18n/en.ftl:2:15
  |
2 | latest-reports
  |               ^
  |
  = help: words are written in Fluent: `key = text`",
    );
}

#[test]
fn what_authors_write_is_escaped_and_what_is_html_is_not() {
    let text = "\
=== content/reports/b.md
---
title: \"<b>Bold</b> & 'quoted'\"
summary: \"<script>alert(1)</script>\"
actors: [{id: \"x&y\", role: \"<i>role</i>\"}]
sources: [{id: s, title: \"<u>A title</u>\", author: \"<s>\"}]
tags: [\"<tag>\"]
dates: [{date: 2019, label: \"<label>\"}]
---
**Bold** and [<em>x</em>](actor:x&y) [@s]
";
    let built = site(text).build().written();
    for (path, html) in built.output.iter().filter(|(path, _)| path.ends_with("html") || path.ends_with("xml")) {
        for tag in ["<b>Bold", "<script>alert", "<i>role", "<u>A title", "<s>", "<tag>", "<label>"] {
            assert!(!html.contains(tag), "{path} has {tag}\n{html}");
        }
    }
    built.has_html("/reports/b/", "<strong>Bold</strong>").shows("/reports/b/", "<b>Bold</b> & 'quoted'");
}

#[test]
fn what_a_template_that_cannot_be_parsed_would_have_defined_is_not_told_as_missing() {
    check(
        "\
=== site.yaml
title: Test
base_url: https://test.example
=== templates/parts.html
{% component seal(text: string) %}{{ text }}{% endcomponent seal %}
{% if %}
=== templates/frame.html
{{ <seal text=\"a\" /> }}
=== templates/page.html
{% include \"frame.html\" %}{% include \"parts.html\" %}
",
        "\
error[template-syntax]: found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
 --> templates/parts.html:2:7
  |
2 | {% if %}
  |       ^^",
    );
}
