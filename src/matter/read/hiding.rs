//! Keys that are not known, and were most likely meant to hide their file: without them it is published.

use super::super::Status;
use super::super::yaml::Node;

/// The keys that hide a file, and how many letters may be wrong.
const HIDING: [(&str, usize); 6] =
    [("status", 1), ("embargo", 2), ("draft", 1), ("unlisted", 1), ("published", 1), ("publishDate", 1)];

/// Words that people take for keys that hide.
const WISHED: [&str; 4] = ["hidden", "private", "withdrawn", "redacted"];

/// What was most likely meant by a key that is not known, if that hides a file: `draft: true` by `Draft: true`,
/// `status: draft` by `state: draft`.
pub(super) fn meant(key: &str, value: &Node<'_>) -> Option<&'static str> {
    let hides = match value {
        Node::Text(text) => {
            let text = text.trim().to_lowercase();
            text != "published" && Status::WORDS.contains(&&*text)
        }
        _ => false,
    };
    let is_wished = || WISHED.contains(&&*letters(key));
    near(key).or_else(|| (hides || is_wished()).then_some("status"))
}

/// The key that hides a file which another is nearly spelt as.
pub(super) fn near(key: &str) -> Option<&'static str> {
    let word = letters(key);
    let near = HIDING.into_iter().find(|(right, most)| {
        let right = right.to_lowercase();
        // `publisher` is a key of sources.
        let begins = *most < 2 && right.starts_with("publi");
        let is_longer = !begins && (word.starts_with(&right) || word.ends_with(&right));
        is_longer || (!word.starts_with("publisher") && strsim::damerau_levenshtein(&word, &right) <= *most)
    });
    near.map(|(right, _)| right)
}

fn letters(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_to_hide_is_known() {
        let of = |key: &str| meant(key, &Node::Flag(true));
        for (key, right) in [
            ("Draft", "draft"),
            ("drafts", "draft"),
            ("is_draft", "draft"),
            ("Status", "status"),
            ("staus", "status"),
            ("statsu", "status"),
            ("embargoed", "embargo"),
            ("embargo-until", "embargo"),
            ("embrago", "embargo"),
            ("Published", "published"),
            ("publihed", "published"),
            ("Publish-Date", "publishDate"),
            ("hidden", "status"),
        ] {
            assert_eq!(of(key), Some(right), "{key}");
        }
        for key in ["state", "sumary", "titel", "publisher", "publishers", "embassy", "date", "craftsman", "stats_of"] {
            assert_eq!(of(key), None, "{key}");
        }
        assert_eq!(meant("state", &Node::Text("draft".into())), Some("status"));
    }
}
