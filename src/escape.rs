//! Text as HTML, and back.

use std::borrow::Cow;

/// Text as HTML, in elements and in quoted attributes.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped.into()
}

/// The text with its character references read, as far as addresses have any: all numbers, and the names of ASCII signs.
#[must_use]
pub fn unescape(html: &str) -> Cow<'_, str> {
    let mut pieces = html.split('&');
    let first = pieces.next().unwrap_or_default();
    if first.len() == html.len() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    out.push_str(first);
    for piece in pieces {
        if let Some((sign, rest)) = reference(piece) {
            out.push(sign);
            out.push_str(rest);
        } else {
            out.push('&');
            out.push_str(piece);
        }
    }
    Cow::Owned(out)
}

/// Names of character references.
const NAMES: [(&str, char); 24] = [
    ("amp", '&'),
    ("apos", '\''),
    ("ast", '*'),
    ("bsol", '\\'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("dollar", '$'),
    ("equals", '='),
    ("excl", '!'),
    ("gt", '>'),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lt", '<'),
    ("NewLine", '\n'),
    ("num", '#'),
    ("percnt", '%'),
    ("period", '.'),
    ("plus", '+'),
    ("quest", '?'),
    ("quot", '"'),
    ("rpar", ')'),
    ("sol", '/'),
    ("Tab", '\t'),
];

/// The sign that a reference stands for, and what is behind it. Of numbers the semicolon may be missing.
fn reference(behind_ampersand: &str) -> Option<(char, &str)> {
    if let Some(number) = behind_ampersand.strip_prefix('#') {
        let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let sign = u32::from_str_radix(&digits[..end], radix).ok().and_then(char::from_u32)?;
        let rest = &digits[end..];
        return Some((sign, rest.strip_prefix(';').unwrap_or(rest)));
    }
    let (name, rest) = behind_ampersand.split_once(';')?;
    let (_, sign) = NAMES.into_iter().find(|(known, _)| *known == name)?;
    Some((sign, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_references_are_read() {
        assert_eq!(unescape("&#114;e&#x64;act&colon;x&#58y &amp;amp; &unknown; &"), "redact:x:y &amp; &unknown; &");
        assert!(matches!(unescape("plain"), Cow::Borrowed(_)));
    }
}
