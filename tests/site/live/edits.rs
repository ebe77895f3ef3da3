//! What people do to the files of a site.

use proptest::prelude::*;

use super::example;

/// One thing that somebody does. Numbers choose among what is there when it is done.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    /// A content file gets another text below its front matter, of these [`PARAGRAPHS`].
    Text(usize, Vec<usize>),
    /// A content file's last paragraph gets one more sentence, in which nothing is linked: nobody else can see it.
    Words(usize, u8),
    /// A content file gets one more paragraph: at its end, else at its beginning.
    Paragraph(usize, usize, bool),
    /// A content file's front matter gets one of [`KEYS`] with one of its values.
    Key(usize, usize, usize),
    /// site.yaml gets one of [`SETTINGS`] with one of its values.
    Setting(usize, usize),
    /// A file of [`TEXTS`] is written.
    Put(usize, usize),
    /// A file of the site as it was at first is written.
    Restore(usize),
    /// A content file goes.
    Delete(usize),
    /// Any file goes.
    DeleteAny(usize),
    /// A content file gets one of [`NAMES`].
    Rename(usize, usize),
    /// One of [`FOLDERS`] is moved to another.
    Move(usize, usize),
    /// One of [`IDS`] becomes another in all content files, and so does the file's name.
    RenameId(usize, usize),
    /// A file is written as it is.
    Touch(usize),
    /// Something that can't be read or rendered is written, of [`BROKEN`].
    Break(usize),
    /// All is as it was when all was well.
    Mend,
    /// Days pass.
    Wait(u8),
}

/// Whoever does it. Paths are relative to the site's root.
pub(super) trait Hands {
    /// Every file, sorted.
    fn files(&self) -> Vec<String>;
    fn read(&self, path: &str) -> Option<Vec<u8>>;
    fn write(&mut self, path: &str, bytes: &[u8]);
    fn remove(&mut self, path: &str);
    /// Moves a file, or a folder that stands; what is at `to` is a file or nothing.
    fn rename(&mut self, from: &str, to: &str);
    fn is_folder(&self, path: &str) -> bool;
}

pub(super) const PARAGRAPHS: &[&str] = &[
    "Plain words.",
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
const KEYS: &[(&str, &[&str])] = &[
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

const SETTINGS: &[(&str, &[&str])] = &[
    ("title", &["The Site", "Another Site"]),
    ("base_url", &["https://test.example", "https://test.example/sub", "https://other.example/a/b", ""]),
    ("lang", &["en", "ar", ""]),
    ("languages", &["[en, ar]", "[en]", "[en, ar, fr]"]),
    ("paginate", &["1", "2", "50"]),
    ("ignore", &["[2019]", "['*.css']", "['beta*']", ""]),
    ("markdown", &["{smart: false}", "{raw_html: escape, math: true}", ""]),
    ("wikilinks", &["true", ""]),
    ("menu", &["[{title: Reports, url: /reports/}]", ""]),
    ("redirects", &["{/gone/: /reports/alpha/}", "{/reports/beta/: /about/}", ""]),
    ("feed", &["{limit: 1, id: 'test.example,2019'}", ""]),
    ("publisher", &["{name: A House}", ""]),
    ("extra", &["{word: two}", ""]),
    ("lint", &["{}", "{missing-file: note, unknown-actor: note, unknown-report: note, unused-source: allow}"]),
];

/// Files that come, or are edited, with the texts that they may have.
const TEXTS: &[(&str, &[&str])] = &[
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
const BROKEN: &[(&str, &[u8])] = &[
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

const NAMES: &[&str] =
    &["alpha.md", "renamed.md", "beta.ar.md", "haftar.md", "_aside.md", "index.md", "note.txt", "Ünï.md"];

const FOLDERS: &[&str] = &[
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

const IDS: &[&str] = &["haftar", "general", "gna", "accord", "alpha", "omega"];

/// Which edits are made most often.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mostly {
    Prose,
    FrontMatter,
    Files,
    Ids,
    Theme,
    Settings,
    Faults,
    Time,
    Anything,
}

/// Edits, half of them as `mostly` says, the others of any sort.
pub(super) fn edit(mostly: Mostly) -> impl Strategy<Value = Edit> {
    let any = prop_oneof![
        3 => prose(),
        4 => front_matter(),
        3 => files(),
        1 => ids(),
        2 => theme(),
        1 => settings(),
        1 => faults(),
        1 => time(),
    ];
    let most = match mostly {
        Mostly::Prose => prose(),
        Mostly::FrontMatter => front_matter(),
        Mostly::Files => files(),
        Mostly::Ids => ids(),
        Mostly::Theme => theme(),
        Mostly::Settings => settings(),
        Mostly::Faults => faults(),
        Mostly::Time => time(),
        Mostly::Anything => any.clone().boxed(),
    };
    prop_oneof![most, any]
}

/// A number that is taken modulo however many there are to choose from.
const ANY: std::ops::Range<usize> = 0..840;

fn prose() -> BoxedStrategy<Edit> {
    prop_oneof![
        4 => (ANY, any::<u8>()).prop_map(|(file, word)| Edit::Words(file, word)),
        2 => (ANY, prop::collection::vec(0..PARAGRAPHS.len(), 0..4)).prop_map(|(file, text)| Edit::Text(file, text)),
        2 => (ANY, 0..PARAGRAPHS.len(), any::<bool>()).prop_map(|(file, text, end)| Edit::Paragraph(file, text, end)),
        1 => ANY.prop_map(Edit::Touch),
    ]
    .boxed()
}

fn front_matter() -> BoxedStrategy<Edit> {
    (ANY, 0..KEYS.len(), ANY).prop_map(|(file, key, value)| Edit::Key(file, key, value)).boxed()
}

fn files() -> BoxedStrategy<Edit> {
    prop_oneof![
        4 => (0..TEXTS.len(), ANY).prop_map(|(file, text)| Edit::Put(file, text)),
        2 => ANY.prop_map(Edit::Restore),
        2 => ANY.prop_map(Edit::Delete),
        1 => ANY.prop_map(Edit::DeleteAny),
        3 => (ANY, 0..NAMES.len()).prop_map(|(file, name)| Edit::Rename(file, name)),
        3 => (0..FOLDERS.len(), 0..FOLDERS.len()).prop_map(|(from, to)| Edit::Move(from, to)),
    ]
    .boxed()
}

fn ids() -> BoxedStrategy<Edit> {
    let id = 0..IDS.len();
    let id_keys: Vec<usize> =
        (0..KEYS.len()).filter(|key| ["name", "title", "slug", "actors", "sources"].contains(&KEYS[*key].0)).collect();
    prop_oneof![
        (id.clone(), id).prop_map(|(from, to)| Edit::RenameId(from, to)),
        (ANY, prop::sample::select(id_keys), ANY).prop_map(|(file, key, value)| Edit::Key(file, key, value)),
    ]
    .boxed()
}

fn theme() -> BoxedStrategy<Edit> {
    let of_theme: Vec<usize> = (0..TEXTS.len()).filter(|file| !TEXTS[*file].0.starts_with("content/")).collect();
    prop_oneof![
        4 => (prop::sample::select(of_theme), ANY).prop_map(|(file, text)| Edit::Put(file, text)),
        1 => ANY.prop_map(Edit::DeleteAny),
    ]
    .boxed()
}

fn time() -> BoxedStrategy<Edit> {
    let of_time: Vec<usize> = (0..KEYS.len()).filter(|key| ["date", "embargo"].contains(&KEYS[*key].0)).collect();
    prop_oneof![
        2 => (1..20_u8).prop_map(Edit::Wait),
        1 => (ANY, prop::sample::select(of_time), ANY).prop_map(|(file, key, value)| Edit::Key(file, key, value)),
    ]
    .boxed()
}

fn settings() -> BoxedStrategy<Edit> {
    (0..SETTINGS.len(), ANY).prop_map(|(key, value)| Edit::Setting(key, value)).boxed()
}

fn faults() -> BoxedStrategy<Edit> {
    prop_oneof![2 => (0..BROKEN.len()).prop_map(Edit::Break), 1 => Just(Edit::Mend)].boxed()
}

impl Edit {
    /// Does it where it can be done, and says what was done. Mending and waiting are for others.
    pub(super) fn make(&self, hands: &mut dyn Hands) -> String {
        let content: Vec<String> = hands.files().into_iter().filter(|path| is_text(path)).collect();
        match self {
            Self::Text(n, paragraphs) => {
                let body: Vec<&str> = paragraphs.iter().map(|n| PARAGRAPHS[*n]).collect();
                rewrite(hands, pick(&content, *n), |matter, _| format!("{matter}{}\n", body.join("\n\n")))
            }
            Self::Words(n, word) => rewrite(hands, pick(&content, *n), |matter, body| {
                format!("{matter}{} Word {word} is said.\n", body.trim_end())
            }),
            Self::Paragraph(n, paragraph, at_end) => rewrite(hands, pick(&content, *n), |matter, body| {
                let new = PARAGRAPHS[*paragraph];
                if *at_end { format!("{matter}{body}\n{new}\n") } else { format!("{matter}{new}\n\n{body}") }
            }),
            Self::Key(n, key, value) => {
                let (key, values) = KEYS[*key];
                let value = values[value % values.len()];
                rewrite(hands, pick(&content, *n), |matter, body| format!("{}{body}", with_key(matter, key, value)))
            }
            Self::Setting(key, value) => {
                let (key, values) = SETTINGS[*key];
                let text = hands.read("site.yaml").map(|text| String::from_utf8_lossy(&text).into_owned());
                let text = with_line(&text.unwrap_or_default(), key, values[value % values.len()]);
                write(hands, "site.yaml", text.as_bytes())
            }
            Self::Put(file, text) => {
                let (path, texts) = TEXTS[*file];
                write(hands, path, texts[text % texts.len()].as_bytes())
            }
            Self::Restore(n) => {
                let site = example::site();
                let files: Vec<(&str, &str)> = site.split("=== ").filter_map(|file| file.split_once('\n')).collect();
                let (path, text) = files[n % files.len()];
                write(hands, path, text.as_bytes())
            }
            Self::Delete(n) => remove(hands, pick(&content, *n)),
            Self::DeleteAny(n) => {
                let files = hands.files();
                remove(hands, pick(&files, *n))
            }
            Self::Rename(n, name) => {
                let Some(from) = pick(&content, *n) else { return String::new() };
                let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
                rename(hands, from, &format!("{folder}/{}", NAMES[*name]))
            }
            Self::Move(from, to) => {
                let (from, to) = (FOLDERS[*from], FOLDERS[*to]);
                let can =
                    hands.is_folder(from) && !hands.is_folder(to) && !format!("{to}/").starts_with(&format!("{from}/"));
                if can { rename(hands, from, to) } else { String::new() }
            }
            Self::RenameId(from, to) => {
                let (from, to) = (IDS[*from], IDS[*to]);
                let mut done = String::new();
                for path in &content {
                    let text = String::from_utf8_lossy(&hands.read(path).unwrap_or_default()).into_owned();
                    if text.contains(from) {
                        done += &write(hands, path, text.replace(from, to).as_bytes());
                    }
                    if path.contains(from) {
                        done += &rename(hands, path, &path.replace(from, to));
                    }
                }
                done
            }
            Self::Touch(n) => {
                let files = hands.files();
                let Some(path) = pick(&files, *n) else { return String::new() };
                let bytes = hands.read(path).unwrap_or_default();
                write(hands, path, &bytes)
            }
            Self::Break(n) => write(hands, BROKEN[*n].0, BROKEN[*n].1),
            Self::Mend | Self::Wait(_) => String::new(),
        }
    }
}

fn is_text(path: &str) -> bool {
    path.starts_with("content/") && path.ends_with(".md")
}

fn pick(paths: &[String], n: usize) -> Option<&str> {
    paths.get(n.checked_rem(paths.len())?).map(String::as_str)
}

fn write(hands: &mut dyn Hands, path: &str, bytes: &[u8]) -> String {
    // Where a folder has become a file or the other way round, nobody can write.
    let above = path.rmatch_indices('/').map(|(at, _)| &path[..at]);
    if hands.is_folder(path) || above.into_iter().any(|folder| hands.read(folder).is_some()) {
        return String::new();
    }
    hands.write(path, bytes);
    format!("write {path}: {:?}\n", String::from_utf8_lossy(bytes))
}

fn remove(hands: &mut dyn Hands, path: Option<&str>) -> String {
    let Some(path) = path else { return String::new() };
    hands.remove(path);
    format!("remove {path}\n")
}

fn rename(hands: &mut dyn Hands, from: &str, to: &str) -> String {
    if from == to || hands.is_folder(to) {
        return String::new();
    }
    hands.rename(from, to);
    format!("move {from} to {to}\n")
}

/// Writes a content file again, made of its front matter, with both its lines `---`, and of the rest.
fn rewrite(hands: &mut dyn Hands, path: Option<&str>, make: impl FnOnce(&str, &str) -> String) -> String {
    let Some(path) = path else { return String::new() };
    let text = String::from_utf8_lossy(&hands.read(path).unwrap_or_default()).into_owned();
    let end = text.strip_prefix("---\n").and_then(|rest| Some(rest.find("---\n")? + 8)).unwrap_or(0);
    let (matter, body) = text.split_at(end);
    write(hands, path, make(matter, body).as_bytes())
}

/// Front matter with this key; without it where there is no value.
fn with_key(matter: &str, key: &str, value: &str) -> String {
    let lines = matter.strip_prefix("---\n").and_then(|matter| matter.strip_suffix("---\n")).unwrap_or_default();
    format!("---\n{}---\n", with_line(lines, key, value))
}

fn with_line(text: &str, key: &str, value: &str) -> String {
    let start = format!("{key}:");
    let mut lines: Vec<String> =
        text.lines().filter(|line| !line.starts_with(&start)).map(|line| format!("{line}\n")).collect();
    if !value.is_empty() {
        lines.push(format!("{start} {value}\n"));
    }
    lines.concat()
}
