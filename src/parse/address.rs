//! Addresses: what the destination of a link or picture means, and whether it is safe.

use crate::edtf::{Date, DateError};
use crate::id::Id;
use crate::matter::Str;
use crate::nearest::did_you_mean;

use super::summary::Target;

/// What a destination means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// Something that other files decide about.
    Target(Target),
    /// An address elsewhere, checked to be safe.
    Elsewhere,
    /// The words are to be redacted.
    Redact,
    /// It can't be used.
    Wrong(Wrong),
}

/// Why a destination can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrong {
    /// What stands behind `date:` is no date.
    Date(DateError),
    /// A scheme that is not on the list, and the mend.
    Scheme(String, Option<String>),
    /// `//host/path`
    NoScheme,
    /// A relative path that leaves `content/`.
    Outside,
    /// Nothing stands where an id, a path or an address is expected.
    Empty,
}

/// Our own schemes.
const OWN: [&str; 5] = ["actor", "date", "source", "report", "quote"];

/// Schemes that lead elsewhere and can't run code.
pub(super) const SAFE: [&str; 20] = [
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "geo", "gemini", "gopher", "irc", "ircs", "magnet",
    "matrix", "news", "nntp", "sip", "webcal", "xmpp",
];

/// Reads the destination of a link in `file`, a path from the site's root.
pub(super) fn of_link(destination: &str, file: &str) -> Address {
    let Some((scheme, rest)) = split_scheme(destination) else {
        return relative(destination, file, Target::File);
    };
    let id = |make: fn(Id) -> Target| match decode(rest).trim() {
        "" => Address::Wrong(Wrong::Empty),
        id => Address::Target(make(Id::new(id))),
    };
    match scheme.as_str() {
        "actor" => id(Target::Actor),
        "source" | "quote" => id(Target::Source),
        "report" => report(rest),
        "date" => match Date::parse(&decode(rest)) {
            Ok(date) => Address::Target(Target::Date(date)),
            Err(error) => Address::Wrong(Wrong::Date(error)),
        },
        "redact" => Address::Redact,
        scheme if SAFE.contains(&scheme) => Address::Elsewhere,
        _ => wrong_scheme(scheme),
    }
}

/// Reads the address of a picture. One that lies elsewhere is refused: a reader's page asks nobody else for anything.
pub(super) fn of_image(destination: &str, file: &str) -> Address {
    match split_scheme(destination) {
        Some((scheme, _)) if matches!(scheme.as_str(), "http" | "https") => Address::Elsewhere,
        Some((scheme, _)) if scheme == "redact" => Address::Redact,
        Some((scheme, _)) => wrong_scheme(scheme),
        None => match relative(destination, file, |path, _| Target::Image(path)) {
            Address::Target(Target::Route(path, _)) => Address::Target(Target::Image(path)),
            Address::Target(Target::Anchor(_)) | Address::Elsewhere => Address::Wrong(Wrong::Empty),
            address => address,
        },
    }
}

fn wrong_scheme(scheme: String) -> Address {
    let help = did_you_mean(&scheme, OWN.into_iter().chain(SAFE)).map(|help| help.replace("`?", ":`?"));
    Address::Wrong(Wrong::Scheme(scheme, help))
}

fn report(rest: &str) -> Address {
    let (slug, anchor) = split_anchor(rest);
    match (decode(slug).trim(), anchor) {
        ("", None) => Address::Wrong(Wrong::Empty),
        ("", Some(anchor)) => Address::Target(Target::Anchor(anchor)),
        (slug, anchor) => Address::Target(Target::Report(Id::new(slug), anchor)),
    }
}

fn relative(destination: &str, file: &str, make: fn(Str, Option<Str>) -> Target) -> Address {
    let trimmed = destination.trim();
    let (path, anchor) = split_anchor(trimmed);
    let mut start = path.chars();
    match (start.next(), start.next()) {
        (None, _) => match anchor {
            Some(anchor) => Address::Target(Target::Anchor(anchor)),
            None if trimmed.is_empty() => Address::Wrong(Wrong::Empty),
            // `#` alone is the top of the page.
            None => Address::Elsewhere,
        },
        // Browsers read a backslash as a slash, and two slashes as the beginning of a host.
        (Some('/' | '\\'), Some('/' | '\\')) => Address::Wrong(Wrong::NoScheme),
        (Some('/'), _) => {
            let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
            Address::Target(Target::Route(Str::from(decode(path) + query), anchor))
        }
        _ => {
            let path = decode(path.split('?').next().unwrap_or(path));
            match resolve(&path, file) {
                Some(path) => Address::Target(make(Str::from(path), anchor)),
                None => Address::Wrong(Wrong::Outside),
            }
        }
    }
}

/// The path from the site's root of `path`, which `file` refers to; `None` where it leaves the first folder of `file`.
pub(super) fn resolve(path: &str, file: &str) -> Option<String> {
    let mut steps: Vec<&str> = file.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
                if steps.is_empty() {
                    return None;
                }
            }
            step => steps.push(step),
        }
    }
    let mut path = steps.join("/");
    if steps.len() == 1 {
        path.push('/');
    }
    Some(path)
}

/// The path from the site's root of what `file` refers to as `reference`, which may be percent-encoded; `/x` is below
/// `content/`. `None` where it leaves `content/`.
#[must_use]
pub fn resolve_path(file: &str, reference: &str) -> Option<String> {
    let reference = decode(reference);
    match reference.strip_prefix('/') {
        Some(path) => resolve(path, "content/x"),
        None => resolve(&reference, file),
    }
}

/// The scheme in lower case, and what stands behind the colon. As browsers do, it passes over control characters and
/// white space, with which `java&#9;script:` would hide.
pub(super) fn split_scheme(destination: &str) -> Option<(String, &str)> {
    let mut scheme = String::new();
    for (at, c) in destination.char_indices() {
        match c {
            ':' if !scheme.is_empty() => return Some((scheme, &destination[at + 1..])),
            'a'..='z' | 'A'..='Z' => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(c),
            c if c.is_control() || c.is_whitespace() => {}
            _ => return None,
        }
    }
    None
}

/// The scheme of our own that an address begins with, and what stands behind the colon.
pub(super) fn own_scheme(destination: &str) -> Option<(&'static str, &str)> {
    let destination = destination.trim_start();
    // The colon is not looked for: there may be none for megabytes.
    let begins = |own: &&str| destination.get(..own.len()).is_some_and(|word| word.eq_ignore_ascii_case(own));
    let own = OWN.into_iter().find(begins)?;
    Some((own, destination[own.len()..].trim_start().strip_prefix(':')?))
}

fn split_anchor(text: &str) -> (&str, Option<Str>) {
    match text.split_once('#') {
        Some((path, anchor)) => (path, Some(Str::from(decode(anchor))).filter(|anchor| !anchor.is_empty())),
        None => (text, None),
    }
}

/// Percent-decodes; what is no percent code, or gives no UTF-8, stays.
pub(super) fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        let digit = |at: usize| tail.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = &tail[2..];
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "content/reports/2019/embassy.md";

    fn show(destination: &str) -> String {
        match of_link(destination, FILE) {
            Address::Target(target) => format!("{target:?}"),
            Address::Wrong(Wrong::Date(_)) => "wrong date".to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn own_schemes_name_ids_dates_and_anchors() {
        assert_eq!(show("actor:Haftar"), r#"Actor("haftar")"#);
        assert_eq!(show("ACTOR:%D8%AD%D9%81%D8%AA%D8%B1"), r#"Actor("حفتر")"#);
        assert_eq!(show("source:un-2259"), r#"Source("un-2259")"#);
        assert_eq!(show("report:talks#what-was-said"), r#"Report("talks", Some("what-was-said"))"#);
        assert_eq!(show("report:talks"), r#"Report("talks", None)"#);
        assert_eq!(show("report:#top"), r#"Anchor("top")"#);
        assert_eq!(show("date:2019-04-04"), "Date(2019-04-04)");
        assert_eq!(show("date:[2019-04-03..2019-04-05]"), "Date([2019-04-03..2019-04-05])");
        assert_eq!(show("date:%5B2019-04-03..2019-04-05%5D"), "Date([2019-04-03..2019-04-05])");
        assert_eq!(show("date:2019-02-30"), "wrong date");
        assert_eq!(show("actor:"), "Wrong(Empty)");
        assert_eq!(show("redact:source-protection"), "Redact");
    }

    #[test]
    fn relative_paths_are_resolved_from_the_file_that_makes_them() {
        assert_eq!(show("../../actors/haftar.md"), r#"File("content/actors/haftar.md", None)"#);
        assert_eq!(show("./map.pdf#page=2"), r#"File("content/reports/2019/map.pdf", Some("page=2"))"#);
        assert_eq!(show("two%20words.md"), r#"File("content/reports/2019/two words.md", None)"#);
        assert_eq!(show("../../.."), "Wrong(Outside)");
        assert_eq!(show("../../../../content/x.md"), "Wrong(Outside)");
        assert_eq!(show("../.."), r#"File("content/", None)"#);
    }

    #[test]
    fn routes_and_anchors_stay_on_the_site() {
        assert_eq!(show("/about/#team"), r#"Route("/about/", Some("team"))"#);
        assert_eq!(show("/search/?q=a%20b"), r#"Route("/search/?q=a%20b", None)"#);
        assert_eq!(show("#p3"), r#"Anchor("p3")"#);
        assert_eq!(show("#"), "Elsewhere");
        assert_eq!(show("//example.org/x"), "Wrong(NoScheme)");
        assert_eq!(show("/\\example.org"), "Wrong(NoScheme)");
        assert_eq!(show(""), "Wrong(Empty)");
    }

    #[test]
    fn schemes_are_an_allow_list() {
        assert_eq!(show("https://example.org"), "Elsewhere");
        assert_eq!(show("MailTo:desk@example.org"), "Elsewhere");
        for hidden in ["javascript:alert(1)", " JaVa\tScRiPt:alert(1)", "java\u{1}script:x", "\u{a0}javascript:x"] {
            assert_eq!(show(hidden), r#"Wrong(Scheme("javascript", None))"#, "{hidden:?}");
        }
        assert_eq!(show("data:text/html,x"), r#"Wrong(Scheme("data", Some("did you mean `date:`?")))"#);
        assert_eq!(show("acter:haftar"), r#"Wrong(Scheme("acter", Some("did you mean `actor:`?")))"#);
    }

    #[test]
    fn pictures_stay_on_the_site() {
        let image = |destination| of_image(destination, FILE);
        assert_eq!(image("map.png"), Address::Target(Target::Image("content/reports/2019/map.png".into())));
        assert_eq!(image("/logo.svg"), Address::Target(Target::Image("/logo.svg".into())));
        assert_eq!(image("https://example.org/x.png"), Address::Elsewhere);
        assert_eq!(image("#x"), Address::Wrong(Wrong::Empty));
    }
}
