//! Citations: what stands between the brackets of `[see @key, p. 2; -@other]`, in Pandoc's grammar.

use crate::bidi::closed;
use crate::id::Id;
use crate::matter::Str;

use super::locator;
use super::summary::Cite;

/// Whether the words between two brackets are a citation: an `@` with a key behind it and no letter before it.
pub(super) fn is_citation(inner: &str) -> bool {
    find_key(inner).is_some()
}

/// Reads the words between two brackets; empty where they are no citation.
pub(super) fn parse(inner: &str) -> Vec<Cite> {
    let mut cites: Vec<Cite> = Vec::new();
    for Part { text, sign, .. } in parts(inner) {
        if let Some((at, key, end)) = find_key(text) {
            let suppress_author = text[..at].ends_with('-');
            let prefix = &text[..at - usize::from(suppress_author)];
            let (locator, suffix) = locator::split(&text[end..]);
            cites.push(Cite {
                id: Id::new(key),
                prefix: words(prefix),
                locator,
                suffix: words(suffix).filter(|suffix| !suffix.chars().all(|c| matches!(c, '.' | ',' | '،'))),
                suppress_author,
            });
        } else if let (Some(last), Some(more)) = (cites.last_mut(), words(text)) {
            // A part without a key belongs to the citation before it: `[@key, p. 2; emphasis added]`.
            last.suffix = Some(match &last.suffix {
                Some(suffix) => format!("{suffix}{sign} {more}").into(),
                None => more,
            });
        }
    }
    cites
}

/// The keys that stand behind another one in the same part, with their offsets: they cite nothing.
pub(super) fn swallowed(inner: &str) -> Vec<(usize, &str)> {
    let mut swallowed = Vec::new();
    for Part { text, start, .. } in parts(inner) {
        let mut from = find_key(text).map_or(text.len(), |(_, _, end)| end);
        while let Some((at, key, end)) = find_key(&text[from..]) {
            swallowed.push((start + from + at, key));
            from += end;
        }
    }
    swallowed
}

/// What one sign parts from another.
struct Part<'t> {
    text: &'t str,
    /// Where it begins.
    start: usize,
    /// The sign before it.
    sign: char,
}

/// Splits at each semicolon, Latin or Arabic, that no backslash stands before.
fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut start, mut sign, mut escaped) = (Vec::new(), 0, ';', false);
    for (at, c) in text.char_indices() {
        if matches!(c, ';' | '؛') && !escaped {
            parts.push(Part { text: &text[start..at], start, sign });
            (start, sign) = (at + c.len_utf8(), c);
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(Part { text: &text[start..], start, sign });
    parts
}

/// The key that `text` begins with, behind its `@`.
pub(super) fn key(text: &str) -> Option<&str> {
    Some(&text[..key_length(text)]).filter(|key| !key.is_empty())
}

/// The first key: the offset of its `@`, the key, and the offset behind it.
fn find_key(text: &str) -> Option<(usize, &str, usize)> {
    let mut from = 0;
    while let Some(found) = text[from..].find('@') {
        let at = from + found;
        from = at + 1;
        let before = text[..at].strip_suffix('-').unwrap_or(&text[..at]);
        let is_free =
            before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ';' | ',' | '؛' | '،'));
        if !is_free {
            continue;
        }
        let rest = &text[from..];
        if let Some(braced) = rest.strip_prefix('{')
            && let Some(length) = braced.find('}').filter(|length| *length > 0)
        {
            return Some((at, &braced[..length], from + length + 2));
        }
        let length = key_length(rest);
        if length > 0 {
            return Some((at, &rest[..length], from + length));
        }
    }
    None
}

/// A key begins with a letter, a digit or `_`; single signs may stand within it, and none at its end.
fn key_length(text: &str) -> usize {
    let mut length = 0;
    let mut after_sign = true;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() || c == '_' {
            length = at + c.len_utf8();
            after_sign = false;
        } else if after_sign
            || !matches!(c, ':' | '.' | '#' | '$' | '%' | '&' | '-' | '+' | '?' | '<' | '>' | '~' | '/')
        {
            break;
        } else {
            after_sign = true;
        }
    }
    length
}

/// Words without escapes, emphasis and white space around them; `None` where nothing is left.
fn words(text: &str) -> Option<Str> {
    let mut out = String::new();
    let mut chars = text.trim().chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            '*' => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    let out = out.trim();
    (!out.is_empty()).then(|| Str::from(&*closed(out)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One citation a line: `prefix | -key | label value | suffix`.
    fn show(inner: &str) -> String {
        let lines = parse(inner).into_iter().map(|cite| {
            format!(
                "{} | {}{} | {} | {}",
                cite.prefix.as_deref().unwrap_or_default(),
                if cite.suppress_author { "-" } else { "" },
                cite.id,
                cite.locator.map(|l| format!("{} {}", l.label, l.value)).unwrap_or_default(),
                cite.suffix.as_deref().unwrap_or_default(),
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_key_alone_is_a_citation() {
        assert_eq!(show("@embassy-2019"), " | embassy-2019 |  | ");
        assert_eq!(show("-@embassy-2019"), " | -embassy-2019 |  | ");
        assert_eq!(show("@{odd key}"), " | odd key |  | ");
        assert_eq!(show("@حفتر-2019"), " | حفتر-2019 |  | ");
    }

    #[test]
    fn prefix_locator_and_suffix_are_told_apart() {
        assert_eq!(
            show("see @embassy-2019, p. 2; also -@un-2259, para. 3, emphasis added"),
            "see | embassy-2019 | page 2 | \nalso | -un-2259 | paragraph 3 | emphasis added"
        );
        assert_eq!(show("@a, p. 2; emphasis added"), " | a | page 2 | emphasis added");
        assert_eq!(show(r"see \[sic\] *also* @a"), "see [sic] also | a |  | ");
        assert_eq!(show(r"@a, p. \[3\]"), " | a | page [3] | ");
        assert_eq!(show("@a."), " | a |  | ");
        assert_eq!(show("see @a؛ @b، ص 2؛ التأكيد مضاف"), "see | a |  | \n | b | page 2 | التأكيد مضاف");
    }

    #[test]
    fn keys_behind_another_are_swallowed() {
        assert_eq!(swallowed("see @a and @b, p. 3; @c"), [(11, "b")]);
        assert_eq!(swallowed("@a, @b @c; x @d"), [(4, "b"), (7, "c")]);
        assert_eq!(swallowed(r"@a, as \@b says, desk@example.org; @c"), []);
    }

    #[test]
    fn addresses_and_escapes_are_no_citations() {
        for inner in ["desk@example.org", r"\@embassy", "@", "@ home", "x", "", "a @-b"] {
            assert!(!is_citation(inner), "{inner}");
        }
        assert!(is_citation("see @x"));
    }
}
