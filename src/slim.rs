//! slim: style sheets without what only their authors read.

use std::borrow::Cow;

/// Whether a file of a theme is one that [`sheet`] is for.
#[must_use]
pub fn is_sheet(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, suffix)| suffix == "css")
}

/// A style sheet without comments and without white space that says nothing: beside braces, commas, semicolons and `>`,
/// before `!`, and behind the colon of a declaration (CSS Syntax Level 3, §4). What stands in quotes stays, and so does a
/// sheet that is no UTF-8.
#[must_use]
pub fn sheet(bytes: &[u8]) -> Cow<'_, [u8]> {
    let Ok(text) = str::from_utf8(bytes) else { return Cow::Borrowed(bytes) };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut gap = false;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("/*") => {
                // A comment parts words as white space does not, but nobody writes one within a word.
                gap = gap || out.ends_with(|c: char| !c.is_whitespace());
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                gap = true;
                1
            }
            _ => {
                let after = out.chars().next_back().unwrap_or('{');
                if gap
                    && !matches!(after, '{' | '}' | ';' | ',' | ':' | '>')
                    && !matches!(c, '{' | '}' | ';' | ',' | '>' | '!')
                {
                    out.push(' ');
                }
                gap = false;
                let length = match c {
                    '"' | '\'' => quoted(rest, c),
                    '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                    _ => c.len_utf8(),
                };
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push_str(&rest[..length]);
                length
            }
        };
        rest = &rest[length..];
    }
    Cow::Owned(out.into_bytes())
}

/// The length of a string, its quotes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slim(css: &str) -> String {
        String::from_utf8(sheet(css.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn what_only_authors_read_is_left_out() {
        assert_eq!(
            slim(
                "/* Ours. */\n@layer a, b;\n\n@media (min-width: 640px) {\n  a, b > i :hover { color: red !important; margin: 0 auto; }\n}\n"
            ),
            "@layer a,b;@media (min-width:640px){a,b>i :hover{color:red!important;margin:0 auto}}"
        );
    }

    #[test]
    fn what_parts_words_and_what_is_quoted_stays() {
        for same in [
            "a{inline-size:calc(100% - 2 * var(--pad))}",
            "a::before{content:\"a  {  b; /* c */ \\\" }\"}",
            "a :is(b) + c~d{font:italic 1rem/1.5 'A  B',serif}",
            "a{content:\"\\2060\\00a0\";width:calc(1px + (2px - 1px))}",
            "@media (min-width:1px) and (max-width:2px){a{b:c}}",
        ] {
            assert_eq!(slim(same), same);
        }
        assert_eq!(slim("a/* b */c { d : e }"), "a c{d :e}");
        assert_eq!(slim("a { content: 'open"), "a{content:'open");
        assert_eq!(slim("a { b: c /* open"), "a{b:c");
        assert_eq!(sheet(b"a { b: \xff }"), b"a { b: \xff }".as_slice());
    }

    #[test]
    fn a_slim_sheet_is_slim() {
        let margin = include_str!("../themes/margin/static/margin.css");
        let once = slim(margin);
        assert_eq!(slim(&once), once);
        let braces = |text: &str| (text.matches('{').count(), text.matches('}').count());
        assert_eq!(braces(&once), braces(margin));
    }
}
