//! Files that could act in the name of the site that publishes them: what a browser opens as a page runs the scripts in it,
//! and a picture in SVG is a page as soon as somebody opens it by itself.

use std::borrow::Cow;
use std::ops::Range;

/// Names' ends of files that a browser opens as pages, and that nobody looks through.
const PAGES: [&str; 8] = ["htm", "html", "mht", "mhtml", "shtml", "svgz", "xht", "xhtml"];

/// Names' ends of files in XML, which browsers open as well; these are looked through.
const XML: [&str; 11] = ["atom", "kml", "mathml", "mml", "rdf", "rss", "svg", "xml", "xsd", "xsl", "xslt"];

/// Elements that run a script, or hold a page of their own.
const ACTIVE: [&str; 8] = ["embed", "foreignobject", "frame", "handler", "iframe", "listener", "object", "script"];

/// The length of `oncut`: no handler of an event has a shorter name, and words like `one` and `only` have.
const SHORTEST_HANDLER: usize = 5;

/// What a file's name says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A browser opens it as a page.
    Page,
    /// XML, which may have scripts in it.
    Xml,
    /// Anything else.
    Other,
}

/// What the end of a name says.
#[must_use]
pub fn kind(path: &str) -> Kind {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    if PAGES.contains(&end.as_str()) {
        Kind::Page
    } else if XML.contains(&end.as_str()) {
        Kind::Xml
    } else {
        Kind::Other
    }
}

/// Something in a file that could act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The bytes of its name, where it has one.
    pub at: Option<Range<usize>>,
    /// What it is.
    pub what: String,
}

/// What in a file of XML could act. Nothing of it is parsed, so that nothing can be hidden from it: an attribute is whatever
/// stands before a sign of equality, in comments and in texts as well.
#[must_use]
pub fn acts(bytes: &[u8]) -> Option<Act> {
    let whole = |what: &str| Some(Act { at: None, what: what.to_owned() });
    let Ok(text) = std::str::from_utf8(bytes) else { return whole("bytes that are no UTF-8") };
    // In other encodings, signs like these may change what the rest means.
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        return whole("control characters");
    }
    let lower = text.to_ascii_lowercase();
    if let Some(encoding) = encoding(&lower).filter(|encoding| !["utf-8", "utf8", "us-ascii"].contains(encoding)) {
        return whole(&format!("the encoding `{encoding}`"));
    }
    let told =
        |kind: &str, at: Range<usize>| Act { what: format!("{kind} `{}`", local(&lower[at.clone()])), at: Some(at) };
    for (at, _) in lower.match_indices('<') {
        let sign = ["<!entity", "<?xml-stylesheet"].into_iter().find(|sign| lower[at..].starts_with(sign));
        if let Some(sign) = sign {
            return Some(told("the declaration", at..at + sign.len()));
        }
        let name = name_at_start(&lower[at + 1..]);
        if ACTIVE.contains(&local(name)) {
            return Some(told("the element", at + 1..at + 1 + name.len()));
        }
    }
    for (at, _) in lower.match_indices('=') {
        let before = lower[..at].trim_end();
        let name = name_at_end(before);
        if local(name).len() >= SHORTEST_HANDLER && local(name).starts_with("on") {
            return Some(told("the attribute", before.len() - name.len()..before.len()));
        }
    }
    if has_script_address(&lower) { whole("an address that is a script") } else { None }
}

/// The encoding that a declaration of XML gives.
fn encoding(text: &str) -> Option<&str> {
    let declaration = text.trim_start_matches('\u{feff}').strip_prefix("<?xml")?.split("?>").next()?;
    let (_, value) = declaration.split_once("encoding")?;
    value.trim_start().strip_prefix('=')?.trim_start().get(1..)?.split(['"', '\'']).next()
}

/// Whether something is an address of the kind `javascript:`, as a browser reads it: without white space, and with character
/// references.
fn has_script_address(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let read = if bare.contains('&') { crate::escape::unescape(&bare) } else { Cow::Borrowed(bare.as_str()) };
    let read: String = read.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let read = read.to_ascii_lowercase();
    read.contains("javascript:") || read.contains("vbscript:")
}

const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ':' | '_' | '-' | '.') || !c.is_ascii()
}

fn name_at_start(text: &str) -> &str {
    &text[..text.find(|c| !is_name(c)).unwrap_or(text.len())]
}

fn name_at_end(text: &str) -> &str {
    let start = text.rfind(|c| !is_name(c)).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    &text[start..]
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::Kind::{Other, Page, Xml};
    use super::*;

    fn told(text: &str) -> String {
        acts(text.as_bytes()).map_or_else(|| "nothing".to_owned(), |act| act.what)
    }

    #[test]
    fn names_tell_what_a_browser_opens_as_a_page() {
        let kinds = ["a.html", "a/b.XHTML", "map.svg", "map.SVGZ", "feed.xml", "a.pdf", "html", "a.html.txt"].map(kind);
        assert_eq!(kinds, [Page, Page, Xml, Page, Xml, Other, Other, Other]);
    }

    #[test]
    fn pictures_that_only_show_something_are_let_through() {
        let picture = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- one = 1 --><svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\">\
             <style>text > a { font: 1px x }</style><a href=\"https://x.example/?a=b&amp;c\"><text direction = \"ltr\">x</text></a></svg>";
        assert_eq!(told(picture), "nothing");
    }

    #[test]
    fn whatever_could_run_is_found() {
        let texts = [
            "<svg><script>x</script></svg>",
            "<svg xmlns:x='http://www.w3.org/1999/xhtml'><x:ScRiPt>x</x:ScRiPt></svg>",
            "<svg\nonload\t= 'x'/>",
            "<svg><!-- <a b=\" --><g onclick='x'/><!-- \" -->",
            "<a href='java&#10;script&colon;x'/>",
            "<a href='&#x6A;avascript:x'/>",
            "<set attributeName='href' to=' JavaScript:x'/>",
            "<svg><foreignObject/></svg>",
            "<!DOCTYPE svg [<!ENTITY a '<x/>'>]><svg>&a;</svg>",
            "<?xml-stylesheet href='x.xsl'?><svg/>",
            "<?xml version='1.0' encoding='iso-2022-jp'?><svg/>",
            "<svg>\u{1b}(B</svg>",
        ];
        insta::assert_snapshot!(texts.map(told).join("\n"), @r"
        the element `script`
        the element `script`
        the attribute `onload`
        the attribute `onclick`
        an address that is a script
        an address that is a script
        an address that is a script
        the element `foreignobject`
        the declaration `<!entity`
        the declaration `<?xml-stylesheet`
        the encoding `iso-2022-jp`
        control characters
        ");
        assert_eq!(acts(b"<x:a x:onLoad = ''>").and_then(|act| act.at), Some(5..13));
        assert!(acts(b"\xfe\xff\0<").is_some(), "UTF-16 is not looked through");
    }
}
