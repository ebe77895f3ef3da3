//! Words without variables, written into the templates of their language when these are compiled: a page has dozens of
//! them, and each would be a call.

use std::borrow::Cow;

use super::words::Words;

/// The templates whose values are escaped, by the ends of their names.
pub(super) const ESCAPED: [&str; 2] = [".html", ".xml"];

const OPEN: &str = "{{ t(key=\"";
const CLOSE: &str = "\") }}";

/// A template in which each `{{ t(key="…") }}`, in just this form, is its word as Tera would print it.
pub(super) fn fold<'t>(name: &str, text: &'t str, words: &Words) -> Cow<'t, str> {
    if !ESCAPED.iter().any(|ending| name.ends_with(ending))
        || !text.contains(OPEN)
        || text.contains("raw") && text.contains("endraw")
    {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let (mut done, mut at) = (0, 0);
    while let Some(brace) = text[at..].find('{') {
        let start = at + brace;
        let rest = &text[start..];
        if let Some((key, word)) = rest.strip_prefix(OPEN).and_then(|rest| word(rest, words)) {
            out.push_str(&text[done..start]);
            out.push_str(&word);
            done = start + OPEN.len() + key.len() + CLOSE.len();
            at = done;
            continue;
        }
        // What stands within other tags and comments is not looked at.
        at = start
            + match rest.as_bytes().get(1) {
                Some(b'{') => tag(rest, "}}"),
                Some(b'%') => tag(rest, "%}"),
                Some(b'#') => rest[2..].find("#}").map_or(rest.len(), |close| 2 + close + 2),
                _ => 1,
            };
    }
    out.push_str(&text[done..]);
    out.into()
}

/// The length of the tag that a text begins with. Its end does not count within a string.
fn tag(text: &str, end: &str) -> usize {
    let mut quote = None;
    let bytes = text.as_bytes();
    for at in 2..bytes.len() {
        match (quote, bytes[at]) {
            (None, byte @ (b'"' | b'\'' | b'`')) => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, _) if bytes[at..].starts_with(end.as_bytes()) => return at + end.len(),
            _ => {}
        }
    }
    text.len()
}

/// The key that a call begins with, and its word as HTML, where neither could be read as something else.
fn word<'t>(call: &'t str, words: &Words) -> Option<(&'t str, String)> {
    let key = &call[..call.find('"')?];
    call[key.len()..].strip_prefix(CLOSE)?;
    let word = words.get(key, &[])?;
    // White space at its ends might fall to a dash beside it.
    if word.is_empty() || word.trim() != word || word.contains('{') {
        return None;
    }
    let mut html = Vec::with_capacity(word.len());
    tera::escape_html(&word, &mut html).ok()?;
    Some((key, String::from_utf8(html).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::words::WordFile;

    #[test]
    fn calls_without_variables_become_words() {
        let text = "a = L'été & \"<b>\"\nn = { $n } days\nspaced = {\" \"}x\nbrace = {\"{\"}{\"{ x }}\"}\n";
        let (words, _) = Words::new("fr", &[WordFile { language: "fr", text, file: &"fr.ftl".into() }]);
        let check = |text: &str, expected: &str| assert_eq!(fold("x.html", text, &words), expected);
        check(
            "<p>{{ t(key=\"a\") }}</p>{{ x }}{{ t(key=\"a\") }}",
            "<p>L&#39;été &amp; &quot;&lt;b&gt;&quot;</p>{{ x }}L&#39;été &amp; &quot;&lt;b&gt;&quot;",
        );
        for same in [
            "{{ t(key=\"spaced\") }}{{ t(key=\"brace\") }}{{ t(key=\"none\") }}{{ t(key=\"n\", n=1) }}{{- t(key=\"a\") }}",
            "{# {{ t(key=\"a\") }} #}{% set x = '{{ t(key=\"a\") }}' %}{ {{ '{{ t(key=\"a\")",
            "{% raw %}{{ t(key=\"a\") }}{% endraw %}",
            "{{ '{{ t(key=\"a\") }} {{ t(key=\"a\") }}' }}{% set q = '%}{{ t(key=\"a\") }}{% ' %}{#} {{ t(key=\"a\") }} #}",
        ] {
            check(same, same);
        }
        assert_eq!(fold("x.txt", "{{ t(key=\"a\") }}", &words), "{{ t(key=\"a\") }}");
    }
}
