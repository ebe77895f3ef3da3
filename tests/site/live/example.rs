//! A tiny site with something of everything, and a theme that shows all that there is to see.

use std::fmt::Write as _;

use glossator::theme::LAYOUTS;
use glossator::view::Root;

/// The site's files, as the harness reads them, with [`theme`] in the place of the one in the binary: that takes a hundred
/// times as long to compile as this site takes to build.
pub(super) fn site() -> String {
    format!("{}{}", SITE.trim_start(), theme())
}

/// A theme whose layouts print every root that they may have, whole. Whatever of a page's inputs is stale, shows.
pub(super) fn theme() -> String {
    let mut theme = THEME.trim_start().to_owned();
    for layout in LAYOUTS {
        let _ = write!(theme, "=== themes/margin/templates/{layout}.html\n{}", all_roots(layout));
    }
    theme
}

fn all_roots(layout: &str) -> String {
    let mut text = "{% extends \"base.html\" %}\n{% block main %}\n".to_owned();
    for root in Root::ALL.iter().filter(|root| root.layouts().is_empty() || root.layouts().contains(&layout)) {
        let name = root.name();
        let _ = writeln!(text, "<p>{name}: {{{{ {name} }}}}</p>");
    }
    text + "{% block extra %}{% endblock extra %}\n{% endblock main %}\n"
}

const THEME: &str = r#"
=== themes/margin/templates/base.html
<!DOCTYPE html>
<html lang="{{ page.lang }}">
<head><title>{{ page.title }}</title>{% include "head-extra.html" %}</head>
<body>
{{ <badge text={page.layout} /> }}
<p>{{ t(key="greeting") }}</p>
{% block main %}{% endblock main %}
</body>
</html>
=== themes/margin/templates/head-extra.html
=== themes/margin/templates/parts/badge.html
{% component badge(text: string) %}<b>{{ text }}</b>{% endcomponent badge %}
=== themes/margin/i18n/en.ftl
greeting = Hello
month-4 = April
month-12 = December
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-since = since { $date }
=== themes/margin/static/margin.css
body {}
"#;

/// What is written wrongly on purpose is but a note, so that most states of the site can be built.
const SITE: &str = r#"
=== site.yaml
title: The Site
base_url: https://test.example
languages: [en, ar]
paginate: 2
lint: {broken-link: note, missing-file: note, unknown-actor: note, unknown-source: note, unknown-report: note, unknown-anchor: note, old-id: note, unused-source: note, unregistered-actor: note}
=== content/index.md
Welcome. See [](report:alpha) and [](actor:haftar).
=== content/about.md
---
title: About us
---
We are [@un].
=== content/map.png
PNG
=== content/reports/alpha.md
---
title: Alpha
date: 2019-12-21
actors: [haftar, {id: stranger, name: A Stranger}]
sources: [un, {id: own, title: Our own source, date: 2019, author: gna}]
dates: [{date: 2019-04-04, label: Offensive, actors: [haftar]}]
tags: [militias]
---
First, [he](actor:haftar) met [](actor:gna) on [that day](date:2019-04-04).

Then [@un, p. 2; @own] said so. ![A map](/map.png)

It ends as in [](report:beta).
=== content/reports/2019/beta.md
---
title: Beta
date: 2019-12
tags: [militias, talks]
---
## A heading

The [GNA](actor:gna) spoke since [2011](date:2011/..).[^1]

[^1]: As [](actor:stranger) says.
=== content/reports/2019/beta.ar.md
---
title: باء
---
قال [حفتر](actor:haftar).
=== content/reports/2019/gamma/index.md
---
title: Gamma
date: 2020
embargo: 2024-01-06
---
Under embargo: [](actor:haftar) and ![a plan](plan.png).
=== content/reports/2019/gamma/plan.png
PLAN
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
names: [{name: خليفة حفتر, lang: ar}]
roles: [{role: Commander, of: gna, from: 2011, sources: [un]}]
---
Born in [](date:2011).
=== content/actors/gna.md
---
name: Government of National Accord
kind: government
---
=== content/sources/un.md
---
title: Resolution 2259
date: 2019-12
publisher: gna
---
=== content/dates/2019-04-04.md
A day on which [he](actor:haftar) began.
=== templates/report.html
{% extends "margin/report.html" %}
{% block extra %}<h1>{{ report.title }}</h1>{% endblock extra %}
=== i18n/en.ftl
greeting = Welcome
=== static/site.css
p {}
=== static/.nojekyll
"#;
