//! The author's own HTML: its pictures and links are resolved and checked as those of Markdown are.

use std::ops::Range;

use crate::config::RawHtml;
use crate::escape::unescape;

use super::address::{self, Address};
use super::body::HoleKind;
use super::links::number;
use super::walk::Walker;

/// An address in a piece of HTML.
#[derive(Debug, PartialEq, Eq)]
struct Reference<'a> {
    /// The tag, from `<` to `>`.
    tag: Range<usize>,
    /// The value between its quotation marks.
    value: Range<usize>,
    address: &'a str,
    is_picture: bool,
}

impl Walker<'_> {
    /// Writes a piece of the author's own HTML, of which `span` is the source.
    pub(super) fn raw_html(&mut self, html: &str, span: &Range<usize>) {
        match self.setting.markdown.raw_html {
            RawHtml::Escape => self.flow.out.text(html),
            // These are safe and common, and need no parser.
            RawHtml::Sanitize if matches!(html, "<br>" | "<br/>" | "<br />") => self.flow.out.write("<br />"),
            RawHtml::Sanitize if is_comment(html) => {}
            RawHtml::Sanitize | RawHtml::Allow => self.raw_references(html, span),
        }
    }

    fn raw_references(&mut self, html: &str, span: &Range<usize>) {
        if let Some(opens) = opens_words(html) {
            self.flow.is_in_raw_words = opens;
        }
        self.walked.prose.gap();
        let mut done = 0;
        for reference in references(html) {
            let Reference { tag, value, address, is_picture } = reference;
            let address = unescape(address);
            let meaning = if is_picture {
                address::of_image(&address, self.setting.file)
            } else {
                address::of_link(&address, self.setting.file)
            };
            match meaning {
                Address::Target(target) => {
                    let link = number(self.add_link(target, span.clone()));
                    if is_picture {
                        self.raw_piece(&html[done..value.start]);
                        self.flow.out.hole(HoleKind::Src(link));
                        done = value.end;
                    } else {
                        // The closing tag stays: it is taken for this link's when the whole is sanitised.
                        self.raw_piece(&html[done..tag.start]);
                        self.flow.out.hole(HoleKind::Open(link));
                        done = tag.end;
                    }
                }
                Address::Elsewhere if is_picture => self.tell_foreign_picture(&address, span),
                Address::Wrong(wrong) => self.tell_wrong_link(&wrong, &address, span),
                // Which words a redaction in HTML is about is not known: it is found in the source.
                Address::Redact | Address::Elsewhere => {}
            }
        }
        self.raw_piece(&html[done..]);
    }

    fn raw_piece(&mut self, html: &str) {
        if self.setting.markdown.raw_html == RawHtml::Allow {
            self.flow.out.write(html);
        } else {
            self.flow.out.raw(html);
        }
    }
}

/// Elements whose words are no running text: links, headings, code.
const WORDS: [&str; 11] = ["a", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "samp"];

/// Whether such an element is open behind a piece of HTML, where that has a tag of one.
fn opens_words(html: &str) -> Option<bool> {
    let is_wanted = |tag: &str| {
        let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len())];
        WORDS.iter().any(|word| word.eq_ignore_ascii_case(name))
    };
    html.rmatch_indices('<').find_map(|(at, _)| match html[at + 1..].strip_prefix('/') {
        Some(tag) => is_wanted(tag).then_some(false),
        None => is_wanted(&html[at + 1..]).then_some(true),
    })
}

/// Whether a piece of HTML is one comment and nothing else.
pub(super) fn is_comment(html: &str) -> bool {
    html.trim().strip_prefix("<!--").and_then(|rest| rest.find("-->").map(|at| rest.len() == at + 3)).unwrap_or(false)
}

/// The addresses of pictures and links, as far as they stand in quotation marks. Within comments, nothing is one.
fn references(html: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find('<').map(|at| from + at) {
        if html[start..].starts_with("<!--") {
            from = html[start..].find("-->").map_or(html.len(), |at| start + at);
            continue;
        }
        let name_end =
            html[start + 1..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(html.len(), |at| start + 1 + at);
        let wanted = match html[start + 1..name_end].to_ascii_lowercase().as_str() {
            "a" => "href",
            "img" => "src",
            _ => "",
        };
        let mut value = None;
        let mut at = name_end;
        // An attribute's name, `=`, and its value in quotation marks; anything else ends the tag or is passed over.
        while let Some(next) = html[at..].find(['"', '\'', '>']).map(|next| at + next) {
            let c = html.as_bytes()[next];
            if c == b'>' {
                at = next + 1;
                break;
            }
            let Some(length) = html[next + 1..].find(char::from(c)) else { break };
            let before = html[at..next].trim_end();
            let name = before.strip_suffix('=').map(str::trim_end);
            let name = name.and_then(|name| name.rsplit(|c: char| c.is_whitespace() || c == '/').next());
            if value.is_none() && name.is_some_and(|name| !name.is_empty() && name.eq_ignore_ascii_case(wanted)) {
                value = Some(next + 1..next + 1 + length);
            }
            at = next + length + 2;
        }
        from = at;
        if let Some(value) = value {
            let address = &html[value.clone()];
            found.push(Reference { tag: start..from, value, address, is_picture: wanted == "src" });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(html: &str) -> String {
        let found = references(html).into_iter();
        let found = found.map(|it| format!("{} in {}", it.address, &html[it.tag]));
        found.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn addresses_are_found_in_quotation_marks() {
        assert_eq!(
            show("<p><img alt='a > b' SRC = \"x.png\" width=3></p>"),
            "x.png in <img alt='a > b' SRC = \"x.png\" width=3>"
        );
        assert_eq!(show("<a title=\"href='no'\" href='y.md'>y</a>"), "y.md in <a title=\"href='no'\" href='y.md'>");
        assert_eq!(show("<!-- <img src=\"x.png\"> --><article href=\"z\"> a < b \" c"), "");
        assert_eq!(show("<img data-src=\"x\"><"), "");
    }

    #[test]
    fn elements_open_and_close() {
        assert_eq!(opens_words("<a href='x'>"), Some(true));
        assert_eq!(opens_words("<A><b>"), Some(true));
        assert_eq!(opens_words("<code>x</code >"), Some(false));
        assert_eq!(opens_words("<abbr><br>"), None);
    }

    #[test]
    fn comments_are_told_from_what_follows_them() {
        assert!(is_comment("<!-- more -->\n"));
        assert!(!is_comment("<!-- a --><b>-->"));
    }
}
