//! site.yaml becomes a [`Config`].

use std::str::FromStr;

use hayagriva::archive::ArchivedStyle;

use super::keys::{
    CITATIONS, CitationsKey, ConfigKey, FEED, FeedKey, MARKDOWN, MENU_ITEM, MarkdownKey, MenuKey, NAMES, PUBLISHER,
    PublisherKey, SITE,
};
use super::zone::{is_zone, nearest_zone};
use super::{Autolink, BIBLIOGRAPHIES, BaseUrl, Config, MenuItem, Publisher, RawHtml};
use crate::matter::key::Keys;
use crate::matter::read::{At, Given, Reader};
use crate::matter::{Node, Str, address};
use crate::nearest::did_you_mean;
use crate::problem::{Level, Name, Problem};

/// Reads site.yaml. Every key that is not given, or wrong, has its default; problems' paths begin at the YAML's root.
#[must_use]
pub fn read(file: &Str, text: &str) -> (Config, Vec<Problem>) {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let shown = crate::matter::without_withheld(text, 0..text.len());
    let (mut reader, node) = Reader::open(file, &shown, start..text.len());
    let mut config = Config::default();
    if let Some(node) = node {
        let reader = &mut reader;
        let is_mapping = matches!(node, Node::Mapping(_) | Node::Null);
        let entries = reader.entries(&node, &At::ROOT, "keys with values, `title: …`");
        if is_mapping {
            reader.record(entries, &At::ROOT, SITE.what, |reader, key, given| one(reader, key, given, &mut config));
        }
    }
    config.languages.retain(|lang| *lang != config.lang);
    config.languages.insert(0, config.lang.clone());
    let mut problems = reader.close();
    problems.extend(crate::matter::redactions(file, text, 0..text.len()));
    (config, problems)
}

fn one(reader: &mut Reader<'_>, key: ConfigKey, given: Given<'_, '_>, config: &mut Config) {
    let at = &At::ROOT.key(given.name);
    let node = given.node;
    match key {
        ConfigKey::Title => put(&mut config.title, reader.text(node, at)),
        ConfigKey::BaseUrl => config.base_url = base_url(reader, node, at),
        ConfigKey::Lang => put(&mut config.lang, reader.language(node, at)),
        ConfigKey::Languages => {
            for lang in reader.list(node, at, Reader::language) {
                if !config.languages.contains(&lang) {
                    config.languages.push(lang);
                }
            }
        }
        ConfigKey::Description => config.description = reader.text(node, at),
        ConfigKey::Publisher => config.publisher = publisher(reader, node, at),
        ConfigKey::License => config.license = reader.text(node, at),
        ConfigKey::Timezone => put(&mut config.timezone, timezone(reader, node, at)),
        ConfigKey::Theme => put(&mut config.theme, reader.text(node, at)),
        ConfigKey::Out => put(&mut config.out, reader.text(node, at)),
        ConfigKey::Menu => config.menu = Some(reader.list(node, at, menu_item)),
        ConfigKey::Paginate => put(&mut config.paginate, reader.count(node, at)),
        ConfigKey::Redirects => redirects(reader, node, at, config),
        ConfigKey::Feed => {
            let entries = reader.entries(node, at, "a mapping such as `{limit: 50}`");
            reader.record(entries, at, FEED.what, |reader, key, given| {
                let at = at.key(given.name);
                match key {
                    FeedKey::Limit => put(&mut config.feed.limit, reader.count(given.node, &at)),
                    FeedKey::Id => config.feed.id = feed_id(reader, given.node, &at),
                }
            });
        }
        ConfigKey::Markdown => {
            let entries = reader.entries(node, at, "a mapping such as `{smart: false}`");
            reader.record(entries, at, MARKDOWN.what, |reader, key, given| {
                let at = &at.key(given.name);
                let markdown = &mut config.markdown;
                match key {
                    MarkdownKey::RawHtml => {
                        put(&mut markdown.raw_html, reader.word(given.node, at, RawHtml::WORDS, RawHtml::from_word));
                    }
                    MarkdownKey::Math => put(&mut markdown.math, reader.flag(given.node, at)),
                    MarkdownKey::Smart => put(&mut markdown.smart, reader.flag(given.node, at)),
                }
            });
        }
        ConfigKey::Wikilinks => put(&mut config.wikilinks, reader.flag(node, at)),
        ConfigKey::Search => put(&mut config.search, reader.flag(node, at)),
        ConfigKey::Exports => put(&mut config.exports, reader.flag(node, at)),
        ConfigKey::Autolink => put(&mut config.autolink, autolink(reader, node, at)),
        ConfigKey::Citations => {
            let entries = reader.entries(node, at, "a mapping such as `{style: chicago-notes}`");
            reader.record(entries, at, CITATIONS.what, |reader, key, given| match key {
                CitationsKey::Style => config.citations.style = style(reader, given.node, &at.key(given.name)),
            });
        }
        ConfigKey::Bibliography => config.bibliography = reader.list(node, at, bibliography),
        ConfigKey::Lint => lint(reader, node, at, config),
        ConfigKey::Ignore => config.ignore = reader.list(node, at, Reader::text),
        ConfigKey::Extra => config.extra = reader.extra(node, at),
    }
}

fn put<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}

/// An `http` or `https` address with a host and without query, fragment or password.
fn base_url(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<BaseUrl> {
    const EXPECTED: &str = "an address such as `https://example.org/sub`";
    let text = reader.words(node, at, EXPECTED)?;
    let url = url::Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(url) = url else {
        let bare = address::scheme(&text).is_none() && text.contains('.');
        reader.wrong_with(at, EXPECTED, node, bare.then(|| format!("write `https://{text}`")));
        return None;
    };
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        reader.wrong(at, "an address without query, fragment or password", node);
        return None;
    }
    let origin = Str::from(url.origin().ascii_serialization());
    Some(BaseUrl { origin, path: Str::from(url.path().trim_end_matches('/')) })
}

fn publisher(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Publisher> {
    let Node::Mapping(entries) = node else {
        return reader.text(node, at).map(|name| Publisher { name, url: None });
    };
    let (mut name, mut url) = (None, None);
    reader.record(entries, at, PUBLISHER.what, |reader, key, given| {
        let at = at.key(given.name);
        match key {
            PublisherKey::Name => name = reader.text(given.node, &at),
            PublisherKey::Url => url = reader.address(given.node, &at),
        }
    });
    Some(Publisher { name: name?, url })
}

fn menu_item(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<MenuItem> {
    let Node::Mapping(entries) = node else {
        reader.wrong(at, "a record with the keys `title` and `url`", node);
        return None;
    };
    let (mut title, mut url) = (None, None);
    reader.record(entries, at, MENU_ITEM.what, |reader, key, given| {
        let at = at.key(given.name);
        match key {
            MenuKey::Title => given.fill(&mut title, reader.text(given.node, &at), key.key()),
            MenuKey::Url => url = destination(reader, given.node, &at),
        }
    });
    Some(MenuItem { title: title?, url: url? })
}

/// An address on the site or elsewhere.
fn destination(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    match node {
        Node::Text(text) if address::scheme(text.trim()).is_some() => reader.address(node, at),
        _ => reader.route(node, at),
    }
}

/// `Area/City` or `UTC`, as far as its shape tells: the database lies on the machine that builds.
fn timezone(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    const EXPECTED: &str = "a time zone such as `Africa/Tripoli` or `UTC`";
    let text = reader.words(node, at, EXPECTED)?;
    if is_zone(&text) {
        return Some(Str::from(&*text));
    }
    reader.wrong_with(at, EXPECTED, node, nearest_zone(&text).map(|zone| format!("did you mean `{zone}`?")));
    None
}

/// The path of a bibliography file, from the root.
fn bibliography(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    const EXPECTED: &str =
        "the path of a file below the root in BibLaTeX (`.bib`), CSL-JSON (`.json`) or YAML (`.yml`)";
    let path = reader.words(node, at, EXPECTED)?;
    let is_below = !path.starts_with('/') && path.split(['/', '\\']).all(|name| !matches!(name, "" | "." | ".."));
    let format = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    if is_below && BIBLIOGRAPHIES.contains(&&*format) {
        return Some(Str::from(&*path));
    }
    reader.wrong(at, EXPECTED, node);
    None
}

/// To YAML, `off` may be a flag.
fn autolink(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Autolink> {
    match node {
        Node::Flag(false) => Some(Autolink::Off),
        _ => reader.word(node, at, Autolink::WORDS, Autolink::from_word),
    }
}

/// The name of a style that comes with the program.
fn style(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    const EXPECTED: &str = "the name of a citation style, such as `apa`";
    let text = reader.words(node, at, EXPECTED)?;
    let known = || ArchivedStyle::all().iter().flat_map(|style| style.names()).copied();
    // It has no entries for a list of sources.
    let known = || known().filter(|name| *name != "alphanumeric");
    if known().any(|name| name == &*text) {
        return Some(Str::from(&*text));
    }
    reader.wrong_with(at, EXPECTED, node, did_you_mean(&text, known()));
    None
}

/// `AUTHORITY,DATE`: a host name or mail address, and a day, month or year.
fn feed_id(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    const EXPECTED: &str = "a domain and a date, such as `example.org,2019`";
    let text = reader.words(node, at, EXPECTED)?;
    let is_authority = |c: char| c.is_ascii_alphanumeric() || "-._@".contains(c);
    let parts = text.split_once(',').filter(|(authority, date)| {
        !authority.is_empty()
            && authority.chars().all(is_authority)
            && matches!(date.len(), 4 | 7 | 10)
            && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    });
    if parts.is_none() {
        reader.wrong(at, EXPECTED, node);
    }
    parts.map(|_| Str::from(&*text))
}

fn redirects(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>, config: &mut Config) {
    for entry in reader.entries(node, at, "a mapping such as `{/old/: /new/}`") {
        let here = at.key(&entry.key);
        if !entry.key.starts_with('/') || entry.key.starts_with("//") {
            let message = format!("`{}` must be an address on the site, which begins with `/`", entry.key);
            reader.note(Problem::at(Name::WrongType, reader.key(&here), message));
        } else if matches!(entry.value, Node::Null) {
            reader.wrong(&here, "an address", &entry.value);
        } else if let Some(to) = destination(reader, &entry.value, &here) {
            config.redirects.push((Str::from(&*entry.key), to));
        }
    }
}

fn lint(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>, config: &mut Config) {
    for entry in reader.entries(node, at, "a mapping such as `{unused-source: allow}`") {
        let here = at.key(&entry.key);
        let Ok(name) = Name::from_str(&entry.key) else {
            reader.unknown(at, "`lint`", &entry.key, NAMES.iter().copied());
            continue;
        };
        let level = reader.word(&entry.value, &here, &Level::WORDS, |word| Level::from_str(word).ok());
        match level {
            Some(level) if name.is_fixed() && level < name.usual() => {
                let message = format!("`{name}` can't be lowered: it would break or leak output");
                reader.note(Problem::at(Name::WrongType, reader.value(&here), message));
            }
            Some(level) => {
                config.lint.insert(name, level);
            }
            None => {}
        }
    }
}
