//! Markup within titles and names becomes plain text: that of TeX, as far as the crate `biblatex` leaves it, and that of
//! CSL-JSON.

use crate::matter::Str;

/// Commands of which only the words in their braces are printed.
const WORDS: &str = "emph enquote mbox mkbibbold mkbibemph mkbibitalic mkbibquote textbf textit textmd textnormal textrm \
    textsc textsf textsl textsubscript textsuperscript texttt textup underline uppercase";
/// Commands that change the look of what follows.
const SWITCHES: &str = "bf bfseries em it itshape rm sc scshape sf sl tt upshape";

/// A text of CSL-JSON without its tags: `<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>` and `<span>` (the CSL-JSON of Zotero and
/// citeproc-js).
pub(super) fn plain(text: &str) -> Str {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let length = tag_length(tag);
        out.push_str(if length == 0 { "<" } else { "" });
        rest = &tag[length.max(1)..];
    }
    out.push_str(rest);
    out.into()
}

/// How many bytes the tag takes that `text` begins with; none, where it is no tag.
fn tag_length(text: &str) -> usize {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    let is_known = ["i", "b", "sub", "sup", "sc", "span"].contains(&&name[..end]);
    let closes = name[end..].starts_with('>') || (&name[..end] == "span" && name[end..].starts_with(' '));
    if is_known && closes { text.find('>').map_or(0, |at| at + 1) } else { 0 }
}

/// A value of BibLaTeX without the commands that the crate passes on.
pub(super) fn without_tex(text: &str) -> String {
    let text = text.replace("``", "“").replace("''", "”");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let behind = &rest[name.len()..];
        if let Some((words, after)) = braced(behind).filter(|_| WORDS.split_whitespace().any(|known| known == name)) {
            let words = without_tex(words);
            let (open, close) = if name.ends_with("quote") { ("“", "”") } else { ("", "") };
            out.extend([open, &words, close]);
            rest = after;
        } else if SWITCHES.split_whitespace().any(|known| known == name) {
            rest = behind.trim_start();
        } else if let Some((letter, after)) = accented(rest) {
            out.push(letter);
            rest = after;
        } else {
            out.push('\\');
        }
    }
    out.push_str(rest);
    out.replace('~', "\u{a0}").replace("\u{338}", "ø")
}

/// What stands between the braces that a text begins with, and behind them.
fn braced(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('{')?;
    let mut depth = 0_usize;
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some((&inner[..at], &inner[at + 1..])),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The letter of `\"\i`, of which the crate makes a backslash with an accent and an `i`, and what is behind it.
fn accented(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let accent = chars.next().filter(|c| ('\u{300}'..='\u{36f}').contains(c))?;
    let letter = chars.next().filter(|c| ['i', 'j'].contains(c))?;
    let composed = unicode_normalization::char::compose(letter, accent)?;
    Some((composed, chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_and_tags_in_titles_were_printed_as_they_stand() {
        for (tex, plain) in [
            ("A ``q'' of \\emph{the \\textbf{new} war}", "A “q” of the new war"),
            ("CO\\textsubscript{2}, \\it sic", "CO2, sic"),
            ("na\\\u{308}ive", "naïve"),
            ("S\u{338}ren, Vol.~2", "Søren, Vol.\u{a0}2"),
            ("\\unknown{x} \\", "\\unknown{x} \\"),
            ("\\enquote{Yes}", "“Yes”"),
        ] {
            assert_eq!(without_tex(tex), plain, "{tex}");
        }
        let tagged = "The <i>new</i> <span class=\"nocase\">war</span>, CO<sub>2</sub>, 1 < 2 <b";
        assert_eq!(&*plain(tagged), "The new war, CO2, 1 < 2 <b");
    }
}
