//! What edits choose among.

pub(super) const PARAGRAPHS: &[&str] = &[
    "Plain words.",
    "The General, Accord and the other government, الحكومة وآخر, spoke.",
    "He met [Khalifa](actor:haftar) and [](actor:gna). They talked.",
    "On [that day](date:2019-04-04) and [](date:2019-12) it began.",
    "See [](report:alpha) and [beta](report:beta#p1).",
    "It is said [@un, para. 3; @own].",
    "As [the resolution](source:un) says, [“words”](quote:un).",
    "![A map](/map.png) and ![a plan](plan.png)",
    "## A heading\n\nBelow it, a note.[^n]\n\n[^n]: It is [](actor:us).",
    "[A file](/about.md), [a route](/reports/alpha/) and [[gna]].",
    "> Words\n> — [](actor:gna), [@un]",
    "> [!NOTE]\n> A callout of [then](date:2011/..).",
    "<b>Raw</b> \"quotes\" -- and $x^2$ by [](actor:stranger).",
    "[One of these](date:[2019-04-03..2019-04-05]) days. [Gamma](report:gamma)",
];

/// Keys of front matter with their values; without a value the key goes.
pub(super) const KEYS: &[(&str, &[&str])] = &[
    ("title", &["Another title", "Beta & <b>more</b>", "عنوان"]),
    ("name", &["The General", "Accord", "A. <Name>"]),
    ("date", &["2019-12-21", "2018", "2020-01-05T10:00:00Z", "2024-01-20", ""]),
    ("updated", &["2020-02-02", ""]),
    ("summary", &["A summary.", ""]),
    ("lang", &["ar", "en", ""]),
    ("tags", &["[militias]", "[talks, Größe]", "[]", ""]),
    ("actors", &["[haftar]", "[gna, us]", "[{id: stranger, name: Somebody, role: witness}]", ""]),
    (
        "sources",
        &["[un]", "[{id: own, title: Our own source, date: 2019, author: gna}]", "[{id: new, title: New}]", ""],
    ),
    ("dates", &["[2011]", "[{date: 2019-04-04, label: Offensive, actors: [gna]}, 2019-12-XX]", "[2011/..]", ""]),
    ("claims", &["[{quote: Plain words, by: [gna], status: disputed, sources: [un]}, {quote: we}]", ""]),
    ("status", &["draft", "unlisted", "withdrawn", "published", ""]),
    ("embargo", &["2024-01-03", "2024-01-20T06:00Z", "2023-01-01", ""]),
    ("slug", &["renamed", "zeta", ""]),
    ("redirects", &["[/old/]", "[/reports/zeta/]", ""]),
    ("permalink", &["/somewhere/else/", ""]),
    ("image", &["/map.png", ""]),
    ("kind", &["person", "military", ""]),
    ("names", &["[Other, {name: آخر, lang: ar}]", ""]),
    ("roles", &["[{role: Chief, of: haftar, from: 2011, to: ..}]", ""]),
    ("authors", &["[haftar, A Desk]", ""]),
    ("layout", &["page", "nowhere", ""]),
    ("grade", &["B2", ""]),
    ("extra", &["{word: one}", ""]),
    ("menu", &["false", ""]),
];

pub(super) const SETTINGS: &[(&str, &[&str])] = &[
    ("title", &["The Site", "Another Site"]),
    ("base_url", &["https://test.example", "https://test.example/sub", "https://other.example/a/b", ""]),
    ("lang", &["en", "ar", ""]),
    ("languages", &["[en, ar]", "[en]", "[en, ar, fr]"]),
    ("paginate", &["1", "2", "50"]),
    ("ignore", &["[2019]", "['*.css']", "['beta*']", ""]),
    ("markdown", &["{smart: false}", "{raw_html: escape, math: true}", ""]),
    ("wikilinks", &["true", ""]),
    ("autolink", &["all", "first", "off", ""]),
    ("menu", &["[{title: Reports, url: /reports/}]", ""]),
    ("redirects", &["{/gone/: /reports/alpha/}", "{/reports/beta/: /about/}", ""]),
    ("feed", &["{limit: 1, id: 'test.example,2019'}", ""]),
    ("citations", &["{style: apa}", "{style: ieee}", "{style: chicago-notes}", ""]),
    ("publisher", &["{name: A House}", ""]),
    ("extra", &["{word: two}", ""]),
    ("lint", &["{}", "{missing-file: note, unknown-actor: note, unknown-report: note, unused-source: allow}"]),
];

/// Files that come, or are edited, with the texts that they may have.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    (
        "templates/report.html",
        &[
            "{% extends \"margin/report.html\" %}{% block extra %}<i>{{ report.title }}</i>{% endblock extra %}",
            "<html><head></head>{{ report.title }} {{ content?.body or \"\" }}</html>\n",
        ],
    ),
    ("templates/home.html", &["<html>{{ totals }}</html>\n", "{% extends \"base.html\" %}"]),
    ("templates/head-extra.html", &["<meta name=\"x\" content=\"{{ page.url }}\">", "<!-- {{ site.title }} -->"]),
    ("templates/parts/badge.html", &["{% component badge(text: string) %}<u>{{ text }}</u>{% endcomponent badge %}"]),
    ("templates/nowhere.html", &["<html><head></head>{{ page.title }}</html>\n"]),
    (
        "themes/margin/templates/base.html",
        &[
            "<html><head></head>{{ <badge text={page.layout} /> }}{% block main %}{% endblock main %}</html>\n",
            "<html><head>{% include \"head-extra.html\" %}</head>{% block main %}{% endblock main %}</html>\n",
        ],
    ),
    ("themes/margin/templates/actor.html", &["<html><head></head>{{ actor.name }}</html>\n"]),
    ("i18n/en.ftl", &["greeting = Good day", "greeting = Hi\nmonth-4 = Apr.", ""]),
    ("i18n/ar.ftl", &["greeting = مرحبا", "day-of-month = ({ $day })"]),
    ("i18n/fr.ftl", &["greeting = Salut"]),
    ("static/site.css", &["p { color: red }", "p {}\n"]),
    ("static/.nojekyll", &["", "x"]),
    ("static/deep/down/file.txt", &["1", "2"]),
    ("static/margin.css", &["own"]),
    ("static/robots.txt", &["User-agent: *"]),
    ("static/404.html", &["<html><head></head>Not here</html>"]),
    ("static/page.html", &["<html><head></head>A page of its own</html>"]),
    ("static/reports/alpha/index.html", &["Taken"]),
    ("content/map.png", &["PNG2", "PNG3"]),
    ("content/reports/2019/plan.png", &["PLAN2"]),
    (
        "content/reports/alpha.ar.md",
        &["---\ntitle: ألف\n---\nقال [](actor:gna).\n", "---\ntitle: ألف\nstatus: draft\n---\n"],
    ),
    ("content/reports/new/delta.md", &["---\ntitle: Delta\ndate: 2019-12-21\n---\nNew. [](report:alpha)\n"]),
    ("content/reports/index.md", &["All of [them](actor:haftar).", "---\ntitle: What we wrote\n---\n"]),
    ("content/actors/us.md", &["---\nname: United States\nkind: government\n---\n"]),
    ("content/actors/haftar.ar.md", &["---\nname: خليفة حفتر\n---\nولد.\n"]),
    ("content/sources/own.md", &["---\ntitle: Our own source\n---\nOn it.", "---\ntitle: Another\n---\n"]),
    ("content/dates/2011.md", &["---\nsummary: A year\n---\nOf [](actor:gna)."]),
    ("content/about.ar.md", &["---\ntitle: من نحن\n---\n"]),
];

/// What can't be read, or not rendered.
pub(super) const BROKEN: &[(&str, &[u8])] = &[
    ("content/reports/alpha.md", b"---\ntitle: [\n---\nWords\n"),
    ("content/reports/alpha.md", b"---\ntitle: Never closed\nWords\n"),
    ("content/reports/2019/beta.md", b"---\ntitle: Beta\n---\nNo UTF-8: \xff\n"),
    ("content/reports/2019/beta.ar.md", b"---\n- a list\n---\n"),
    ("content/actors/haftar.md", b"---\nname: {\n---\n"),
    ("content/sources/un.md", b"---\ntitle: [Resolution\n---\n"),
    ("content/about.md", b"---\ntitle: About\nredirects: [/reports/alpha/]\n---\n"),
    ("templates/report.html", b"{% if %}"),
    ("templates/report.html", b"{% extends \"nowhere.html\" %}"),
    ("templates/report.html", b"{{ report.nothing }}"),
    ("templates/actor.html", b"{{ actor.name | nofilter }}"),
    ("templates/head-extra.html", b"{{ t(key=\"no-such-word\") }}"),
    ("templates/head-extra.html", b"\xff"),
    ("themes/margin/templates/base.html", b"{% block main %}"),
    ("themes/margin/templates/base.html", b"{{ nothing }}"),
    ("i18n/en.ftl", b"greeting = {"),
    ("site.yaml", b"title: ["),
    ("site.yaml", b"\xff"),
    ("site.yaml", b"paginate: many\n"),
    ("site.yaml", b""),
];

pub(super) const NAMES: &[&str] =
    &["alpha.md", "renamed.md", "beta.ar.md", "haftar.md", "_aside.md", "index.md", "note.txt", "Ünï.md"];

pub(super) const FOLDERS: &[&str] = &[
    "content/reports/2019",
    "content/reports/other/deep",
    "content/reports/2019/gamma",
    "content/reports/omega",
    "content/_aside",
    "content/actors",
    "content/actors/more",
    "templates",
    "templates-off",
    "static",
    "static-off",
    "i18n",
    "i18n-off",
];

pub(super) const IDS: &[&str] = &["haftar", "general", "gna", "accord", "alpha", "omega"];
