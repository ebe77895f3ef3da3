//! Headings: the title that is not said twice, and what anchors are made of.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::HeadingLevel;

use super::flow::OpenHeading;
use super::summary::Target;
use super::walk::Walker;

/// What the ids of the page itself begin with, so that no author's may.
pub(super) const OURS: &str = "gl-";

/// A heading as the walk finds it.
#[derive(Debug)]
pub(super) struct HeadingDraft {
    /// The id that the author gives it: `{#id}`.
    pub(super) id: Option<String>,
    /// What its anchor is made of: its words, or the ids of the names that it consists of.
    pub(super) name: String,
    /// Its words with a sign for each of these links, whose words are not known yet.
    pub(super) words: (String, Vec<usize>),
    /// Its level in the source, 1 to 6.
    pub(super) level: u8,
}

impl HeadingDraft {
    /// Its level on the page: one lower where the body has headings of the first level.
    pub(super) fn level_on_page(&self, has_h1: bool) -> u8 {
        (self.level + u8::from(has_h1)).min(6)
    }
}

impl Walker<'_> {
    pub(super) fn start_heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&str>,
        classes: &[&str],
        attrs: &[(&str, &str)],
    ) {
        let id = id.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned);
        let (start, text) = (self.flow.out.position(), self.text_position());
        self.flow.heading = Some(OpenHeading { start, text, id });
        self.flow.out.open_heading(self.walked.headings.len(), level, classes, attrs);
    }

    pub(super) fn end_heading(&mut self, level: HeadingLevel) {
        let Some(OpenHeading { start, text: position, id }) = self.flow.heading.take() else { return };
        let text = self.walked.prose.text();
        if level == HeadingLevel::H1 {
            let is_first = !std::mem::replace(&mut self.seen_h1, true);
            if is_first && self.setting.title.is_some_and(|title| reads_like(title, &text)) {
                self.flow.out.rewind(&start);
                self.rewind_text(position);
                return;
            }
            self.walked.has_h1 = true;
        }
        self.flow.out.close_heading(level);
        let words = self.walked.prose.words(0, usize::MAX);
        let is_name = !words.1.is_empty() && !text.contains(char::is_alphanumeric);
        let name = if is_name { self.ids(&words.1) } else { text };
        self.walked.headings.push(HeadingDraft { id, name, words, level: level as u8 });
    }

    /// The ids that links name.
    fn ids(&self, links: &[usize]) -> String {
        let id = |link: &usize| match &self.walked.links.get(*link)?.target {
            Target::Actor(id) | Target::Source(id) | Target::Report(id, _) => Some(id.as_str()),
            _ => None,
        };
        links.iter().filter_map(id).collect::<Vec<_>>().join(" ")
    }
}

/// Whether two titles have the same words: typographic signs and white space do not count.
fn reads_like(a: &str, b: &str) -> bool {
    fn plain(text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.trim().chars() {
            match c {
                '‘' | '’' => out.push('\''),
                '“' | '”' => out.push('"'),
                '…' => out.push_str("..."),
                '—' | '–' | '-' if out.ends_with('-') => {}
                '—' | '–' => out.push('-'),
                c if c.is_whitespace() => {
                    if !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                c => out.push(c),
            }
        }
        out
    }
    plain(a) == plain(b)
}

/// The anchor of each heading: the author's, else GitHub's. No two are equal, none is in `taken`, and none looks like
/// the anchor of a paragraph unless its author wants it to. One that would begin as the page's own do is put behind
/// `text-`.
pub(super) fn anchors(headings: &[HeadingDraft], taken: &mut HashSet<String>) -> Vec<String> {
    let mut anchors: Vec<Option<String>> = Vec::with_capacity(headings.len());
    for heading in headings {
        anchors.push(heading.id.as_deref().map(not_ours).filter(|id| taken.insert(id.clone())));
    }
    let mut counts: HashMap<String, u32> = HashMap::new();
    let unique = |(anchor, heading): (Option<String>, &HeadingDraft)| {
        if let Some(anchor) = anchor {
            return anchor;
        }
        let base = not_ours(&heading.id.clone().unwrap_or_else(|| anchor_of(&heading.name)));
        if !is_paragraph(&base) && taken.insert(base.clone()) {
            return base;
        }
        let count = counts.entry(base.clone()).or_default();
        loop {
            *count += 1;
            let anchor = format!("{base}-{count}");
            if taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    };
    anchors.into_iter().zip(headings).map(unique).collect()
}

fn not_ours(id: &str) -> String {
    if id.starts_with(OURS) { format!("text-{id}") } else { id.to_owned() }
}

/// The number of the paragraph that an anchor names: 3 of `p3`.
pub(super) fn paragraph_of(anchor: &str) -> Option<u32> {
    let digits = anchor.strip_prefix('p')?;
    digits.parse().ok().filter(|number: &u32| number.to_string() == digits)
}

fn is_paragraph(anchor: &str) -> bool {
    paragraph_of(anchor).is_some()
}

/// GitHub's anchor of a heading: lower case, letters, digits, `_` and `-` stay, a space becomes a hyphen.
fn anchor_of(text: &str) -> String {
    let mut anchor = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' || c == '-' || unicode_normalization::char::is_combining_mark(c) {
            anchor.extend(c.to_lowercase());
        } else if c == ' ' {
            anchor.push('-');
        }
    }
    if anchor.is_empty() { "section".to_owned() } else { anchor }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(headings: &[&str]) -> String {
        let drafts: Vec<_> = headings
            .iter()
            .map(|heading| {
                let (name, id) = heading.split_once(" #").map_or((*heading, None), |(name, id)| (name, Some(id)));
                HeadingDraft { id: id.map(str::to_owned), name: name.to_owned(), words: Default::default(), level: 2 }
            })
            .collect();
        anchors(&drafts, &mut HashSet::new()).join(" ")
    }

    #[test]
    fn anchors_are_githubs() {
        assert_eq!(show(&["What was said?"]), "what-was-said");
        assert_eq!(show(&["Haftar’s “decisive battle” (12 Dec.)"]), "haftars-decisive-battle-12-dec");
        assert_eq!(show(&["معركة طرابلس", "Über_uns — heute"]), "معركة-طرابلس über_uns--heute");
        assert_eq!(show(&["Team", "Team", "Team-1", "Team"]), "team team-1 team-1-1 team-2");
        assert_eq!(show(&["!!!"]), "section");
    }

    #[test]
    fn an_id_that_the_author_gives_wins() {
        assert_eq!(show(&["Team", "Others #team"]), "team-1 team");
        assert_eq!(show(&["A #x", "B #x"]), "x x-1");
    }

    #[test]
    fn no_heading_takes_a_paragraphs_anchor() {
        assert_eq!(show(&["P1", "P 1", "p01"]), "p1-1 p-1 p01");
        assert_eq!(show(&["A #p3"]), "p3");
    }

    #[test]
    fn no_heading_takes_an_anchor_of_the_page() {
        assert_eq!(show(&["GL sources", "A #gl-text", "B #gl-text"]), "text-gl-sources text-gl-text text-gl-text-1");
    }

    #[test]
    fn titles_are_compared_as_they_read() {
        assert!(reads_like("Haftar's \"battle\" -- again...", "Haftar’s  “battle” – again…"));
        assert!(!reads_like("Haftar", "Haftar again"));
    }
}
