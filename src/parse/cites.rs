//! Citations: what stands between the brackets of `[see @key, p. 2; -@other]`, in Pandoc's grammar.

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
    for part in split_unescaped(inner) {
        if let Some((at, key, end)) = find_key(part) {
            let suppress_author = part[..at].ends_with('-');
            let prefix = &part[..at - usize::from(suppress_author)];
            let (locator, suffix) = locator::split(&part[end..]);
            cites.push(Cite {
                id: Id::new(key),
                prefix: words(prefix),
                locator,
                suffix: words(suffix),
                suppress_author,
            });
        } else if let (Some(last), Some(more)) = (cites.last_mut(), words(part)) {
            // A part without a key belongs to the citation before it: `[@key, p. 2; emphasis added]`.
            last.suffix = Some(match &last.suffix {
                Some(suffix) => format!("{suffix}; {more}").into(),
                None => more,
            });
        }
    }
    cites
}

/// Splits at each `;` that no backslash stands before.
fn split_unescaped(text: &str) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    text.split(move |c| {
        let splits = c == ';' && !escaped;
        escaped = c == '\\' && !escaped;
        splits
    })
}

/// The first key: the offset of its `@`, the key, and the offset behind it.
fn find_key(text: &str) -> Option<(usize, &str, usize)> {
    let mut from = 0;
    while let Some(found) = text[from..].find('@') {
        let at = from + found;
        from = at + 1;
        let before = text[..at].strip_suffix('-').unwrap_or(&text[..at]);
        let is_free = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ';' | ','));
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
    (!out.is_empty()).then(|| Str::from(out))
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
        assert_eq!(show("@a."), " | a |  | .");
    }

    #[test]
    fn addresses_and_escapes_are_no_citations() {
        for inner in ["desk@example.org", r"\@embassy", "@", "@ home", "x", "", "a @-b"] {
            assert!(!is_citation(inner), "{inner}");
        }
        assert!(is_citation("see @x"));
    }
}
