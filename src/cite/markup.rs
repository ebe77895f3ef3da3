//! What a style gives, as runs of equal look, and those as HTML.

use std::borrow::Cow;

use hayagriva::citationberg::{FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use hayagriva::{Elem, ElemChild, ElemChildren, Formatting};

use super::guard::{OTHERS, plain};
use super::pattern::Pattern;
use crate::escape::escape;
use crate::lang::is_rtl_letter;

/// Text of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    look: Formatting,
    link: Option<String>,
}

/// Runs in the order of reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Runs(pub(super) Vec<Run>);

impl Runs {
    pub(super) fn new(children: &ElemChildren) -> Self {
        let mut runs = Self::default();
        runs.add(children);
        runs
    }

    fn add(&mut self, children: &ElemChildren) {
        for child in &children.0 {
            match child {
                ElemChild::Text(text) => self.push(&text.text, text.formatting, None),
                ElemChild::Elem(Elem { children, display, .. }) => {
                    // What a style sets apart as a block stands behind what comes before, in one paragraph.
                    if display.is_some() && !self.text().ends_with(char::is_whitespace) && !self.0.is_empty() {
                        self.push(" ", Formatting::default(), None);
                    }
                    self.add(children);
                }
                ElemChild::Link { text, url } => {
                    let safe = url.starts_with("https://") || url.starts_with("http://");
                    self.push(&text.text, text.formatting, safe.then(|| plain(url)));
                }
                ElemChild::Markup(text) => self.push(text, Formatting::default(), None),
                ElemChild::Transparent { .. } => {}
            }
        }
    }

    fn push(&mut self, text: &str, look: Formatting, link: Option<String>) {
        if text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.look == look && last.link == link => last.text.push_str(text),
            _ => self.0.push(Run { text: text.to_owned(), look, link }),
        }
    }

    /// The words alone.
    pub(super) fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// Puts other words in the place of some, wherever they stand, or only the first time.
    pub(super) fn replace(&mut self, words: &str, first: &str, later: &str) {
        let mut found = false;
        for run in &mut self.0 {
            let mut rest = run.text.as_str();
            let mut out = String::new();
            while let Some(at) = rest.find(words) {
                out.push_str(&rest[..at]);
                out.push_str(if found { later } else { first });
                found = true;
                rest = &rest[at + words.len()..];
            }
            if !out.is_empty() || rest.len() < run.text.len() {
                out.push_str(rest);
                run.text = out;
            }
        }
    }

    /// Puts words (`et al.`) in the place of a last author that stands for others, and takes off the word before it.
    pub(super) fn put_others(&mut self, and: &[String], words: &str) {
        while let Some(at) = self.0.iter().position(|run| run.text.contains(OTHERS)) {
            let text = std::mem::take(&mut self.0[at].text);
            let (before, after) = text.split_once(OTHERS).unwrap_or_default();
            let after = if words.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
            let is_first = before.trim().is_empty() && at > 0;
            let mut named = if is_first { self.0[at - 1].text.as_str() } else { before }.trim_end();
            let without =
                |and: &String| named.strip_suffix(and.as_str()).filter(|rest| rest.ends_with(char::is_whitespace));
            named = and.iter().find_map(without).unwrap_or(named).trim_end();
            let named = named.to_owned();
            let others = if named.is_empty() { words.to_owned() } else { format!(" {words}") };
            if is_first {
                self.0[at].text = format!("{others}{after}");
                self.0[at - 1].text = named;
            } else {
                self.0[at].text = format!("{named}{others}{after}");
            }
        }
    }

    /// Takes off the first so many bytes of text.
    pub(super) fn skip(mut self, mut bytes: usize) -> Self {
        self.0.retain_mut(|run| {
            let cut = bytes.min(run.text.len());
            bytes -= cut;
            run.text.replace_range(..cut, "");
            !run.text.is_empty()
        });
        self
    }

    /// Keeps the first so many bytes of text.
    pub(super) fn keep(&mut self, mut bytes: usize) {
        self.0.retain_mut(|run| {
            run.text.truncate(bytes);
            bytes -= run.text.len();
            !run.text.is_empty()
        });
    }

    /// Adds words of the usual look at the end.
    pub(super) fn close_with(&mut self, words: &str) {
        if !self.text().ends_with(words) {
            self.push(words, Formatting::default(), None);
        }
    }

    pub(super) fn pattern(&self) -> Pattern {
        let mut html = String::new();
        for run in &self.0 {
            let (before, after) = tags(run.look);
            let words = tidy(&run.text);
            let words = isolated(escape(&words));
            match &run.link {
                Some(url) => html.extend([before.as_str(), "<a href=\"", &escape(url), "\">", &words, "</a>", &after]),
                None => html.extend([before.as_str(), &words, &after]),
            }
        }
        Pattern { html: html.into(), text: tidy(&self.text()).into() }
    }
}

/// Text as it is printed: hyphens are hyphens again, and what a style leaves behind where a date has no days is taken off.
fn tidy(text: &str) -> String {
    plain(text).replace("  ", " ").replace(",)", ")")
}

/// Words of scripts that run from right to left, kept together with the numbers beside them: in an entry that runs the
/// other way a date would be torn apart.
fn isolated(words: Cow<'_, str>) -> Cow<'_, str> {
    if !words.contains(is_rtl_letter) {
        return words;
    }
    let is_within = |c: char| matches!(c, ' ' | '-' | '–' | '،');
    let is_part = |c: char| is_within(c) || c.is_numeric() || is_rtl_letter(c);
    let mut out = String::with_capacity(words.len() + 16);
    let mut rest = &*words;
    while !rest.is_empty() {
        let (stretch, next) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        let date = stretch.trim_matches(is_within);
        if date.contains(char::is_numeric) && date.contains(is_rtl_letter) {
            let (before, after) = stretch.split_once(date).unwrap_or_default();
            out.extend([before, "<bdi>", date, "</bdi>", after]);
        } else {
            out.push_str(stretch);
        }
        let other = next.find(is_part).unwrap_or(next.len());
        out.push_str(&next[..other]);
        rest = &next[other..];
    }
    out.into()
}

/// The tags of a look.
pub(super) fn tags(look: Formatting) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    let mut tag = |name: &str, class: &str| {
        before.extend(["<", name, class, ">"]);
        after.insert_str(0, &format!("</{name}>"));
    };
    if look.font_style == FontStyle::Italic {
        tag("i", "");
    }
    if look.font_weight == FontWeight::Bold {
        tag("b", "");
    }
    if look.font_variant == FontVariant::SmallCaps {
        tag("span", " class=\"small-caps\"");
    }
    if look.text_decoration == TextDecoration::Underline {
        tag("span", " class=\"underline\"");
    }
    match look.vertical_align {
        VerticalAlign::Sup => tag("sup", ""),
        VerticalAlign::Sub => tag("sub", ""),
        _ => {}
    }
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_from_right_to_left_were_torn_apart_in_entries_from_left_to_right() {
        let check = |words: &str, expected: &str| assert_eq!(isolated(words.into()), expected);
        check("Statement. (2019, 21 December).", "Statement. (2019, 21 December).");
        check("Statement. (21 ديسمبر 2019). ", "Statement. (<bdi>21 ديسمبر 2019</bdi>). ");
        check("(2019، ديسمبر 21)، ص 3–5.", "(<bdi>2019، ديسمبر 21</bdi>)، <bdi>ص 3–5</bdi>.");
        check("السفارة: بيان", "السفارة: بيان");
    }
}
