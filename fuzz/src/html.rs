//! A small strict reader of the HTML that the site is made of: what it can't read, a browser may read as something else.

/// Elements without an end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];
/// Elements whose content is no HTML.
const RAW: [&str; 2] = ["script", "style"];
/// Elements that no text of an author may bring.
const BARRED: [&str; 12] =
    ["script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "input", "frame", "noscript"];
/// Attributes that are addresses.
const ADDRESSES: [&str; 6] = ["href", "src", "action", "cite", "data", "xlink:href"];

/// A tag.
#[derive(Debug)]
pub struct Tag<'h> {
    /// Its name.
    pub name: &'h str,
    /// Whether it is an end tag.
    pub is_end: bool,
    /// Whether it ends its element at once, as in SVG.
    pub is_whole: bool,
    /// Its attributes, as they are written.
    pub attributes: Vec<(&'h str, &'h str)>,
}

/// The tags of a page or a piece of one.
///
/// # Errors
/// What can't be read, from there on.
pub fn tags(html: &str) -> Result<Vec<Tag<'_>>, &str> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let open = &rest[at..];
        if let Some(comment) = open.strip_prefix("<!") {
            rest = comment.split_once('>').ok_or(open)?.1;
            continue;
        }
        let (tag, after) = tag(open).ok_or(open)?;
        rest = after;
        if RAW.contains(&tag.name) && !tag.is_end {
            rest = &rest[rest.find(&format!("</{}", tag.name)).ok_or(open)?..];
        }
        tags.push(tag);
    }
    Ok(tags)
}

/// The tag that a text begins with, and what comes behind it.
fn tag(open: &str) -> Option<(Tag<'_>, &str)> {
    let inner = &open[1..];
    let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    let (name, mut rest) = inner.split_at(end);
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        let trimmed = rest.trim_start();
        if let Some(after) = trimmed.strip_prefix('>') {
            return Some((Tag { name, is_end, is_whole: false, attributes }, after));
        }
        if let Some(after) = trimmed.strip_prefix("/>") {
            return Some((Tag { name, is_end, is_whole: true, attributes }, after));
        }
        let is_apart = trimmed.len() < rest.len();
        let end =
            trimmed.find(|c: char| c.is_whitespace() || "=>/\"'<".contains(c)).filter(|end| *end > 0 && is_apart)?;
        let (key, after) = trimmed.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => after.strip_prefix('"')?.split_once('"')?,
            None => ("", after),
        };
        attributes.push((key, value));
        rest = after;
    }
}

/// Fails where elements are not nested.
///
/// # Panics
/// When they are not.
pub fn check_nesting(tags: &[Tag<'_>], html: &str) {
    let mut open = Vec::new();
    for tag in tags.iter().filter(|tag| !VOID.contains(&tag.name) && !tag.is_whole) {
        if tag.is_end {
            assert_eq!(open.pop(), Some(tag.name), "an end tag in\n{html}");
        } else {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "{open:?} stay open in\n{html}");
}

/// Fails where a piece of HTML that an author has a hand in could run a script, or ask another site for something.
///
/// # Panics
/// When it could.
pub fn check_harmless(html: &str) {
    let tags = tags(html).unwrap_or_else(|at| panic!("no HTML from here on: {at}\nin\n{html}"));
    for tag in &tags {
        assert!(!BARRED.contains(&tag.name), "<{}> in\n{html}", tag.name);
        for (key, value) in &tag.attributes {
            let key = key.to_ascii_lowercase();
            // The converter of formulas writes styles of its own.
            let is_styled = key == "style" && !is_math(tag.name);
            let is_barred = key.starts_with("on") || is_styled || key == "srcdoc" || key == "srcset";
            assert!(!is_barred, "{key} in\n{html}");
            if ADDRESSES.contains(&&*key) {
                let address = seen(value);
                for scheme in ["javascript:", "vbscript:", "data:"] {
                    assert!(!address.starts_with(scheme), "{scheme} in\n{html}");
                }
            }
        }
    }
    check_nesting(&tags, html);
}

fn is_math(name: &str) -> bool {
    name.starts_with('m') && !["main", "map", "mark", "menu", "meter"].contains(&name)
}

/// An address as browsers see it: without character references, white space, control characters and capitals.
fn seen(value: &str) -> String {
    let plain = unescape(value).to_lowercase();
    plain.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

/// Text without character references.
#[must_use]
pub fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let reference = rest.find(';').map(|end| &rest[..=end]);
        let known = reference.and_then(|reference| Some((reference.len(), character(reference)?)));
        let (length, c) = known.unwrap_or((1, '&'));
        out.push(c);
        rest = &rest[length..];
    }
    out + rest
}

fn character(reference: &str) -> Option<char> {
    match reference {
        "&lt;" => Some('<'),
        "&gt;" => Some('>'),
        "&amp;" => Some('&'),
        "&quot;" => Some('"'),
        "&colon;" => Some(':'),
        "&Tab;" | "&NewLine;" => Some(' '),
        _ => {
            let number = reference.strip_prefix("&#")?.strip_suffix(';')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
