//! What the manual's page on problems says of each, for programs that show help beside a problem.

use crate::problem::Name;

const PAGE: &str = include_str!("../../docs/problems.md");

/// What the manual says of a problem.
pub(super) struct Section {
    /// As Markdown, with an example. Links within the manual are their words alone.
    pub(super) markdown: String,
    /// The same without the example.
    pub(super) text: String,
}

/// The section of a problem. A test sees to it that there is one for each.
pub(super) fn section(name: Name) -> Section {
    let section = PAGE.split_once(&format!("\n## {name}\n\n")).map_or("", |(_, rest)| rest);
    let section = section.split("\n## ").next().unwrap_or_default();
    // The first line has the level, which is another field.
    let section = section.split_once("\n\n").map_or("", |(_, rest)| rest).trim();
    let markdown = without_links(section);
    let text: Vec<&str> = markdown.split("```").step_by(2).map(str::trim).collect();
    Section { text: text.join("\n\n"), markdown }
}

/// The text with its links to pages of the manual as their words.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((words, after)) = rest.split_once("](") {
        let (target, behind) = after.split_once(')').unwrap_or((after, ""));
        if let Some((before, words)) = words.rsplit_once('[').filter(|_| target.contains(".md")) {
            out.push_str(before);
            out.push_str(words);
            rest = behind;
        } else {
            out.push_str(words);
            out.push_str("](");
            rest = after;
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_its_words_and_links_lead_nowhere() {
        for name in Name::ALL.iter().copied() {
            let Section { markdown, text } = section(name);
            assert!(text.len() > 30 && markdown.len() >= text.len(), "{name}: {markdown}");
            assert!(
                !text.contains("```") && !text.contains("\n\n\n") && !markdown.contains(".md)"),
                "{name}: {markdown}"
            );
        }
        assert_eq!(
            without_links("a [b](c.md#d), `[e](redact:f)`, [](actor:g) and [h](i.md)."),
            "a b, `[e](redact:f)`, [](actor:g) and h."
        );
    }
}
