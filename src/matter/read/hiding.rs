//! Keys that were most likely meant to hide their file, and do not: those that are not known, and those without a value.
//! Without them the file is published.

use super::super::Status;
use super::super::keys::CommonKey;
use super::super::yaml::{Entry, Node};
use super::{At, Given, Reader, one_of};

/// The keys that hide a file, and how many letters may be wrong.
const HIDING: [(&str, usize); 6] =
    [("status", 1), ("embargo", 2), ("draft", 1), ("unlisted", 1), ("published", 1), ("publishDate", 1)];

/// Words that people take for keys that hide.
const WISHED: [&str; 13] = [
    "hidden",
    "hide",
    "private",
    "privacy",
    "visibility",
    "confidential",
    "secret",
    "internal",
    "restricted",
    "unpublished",
    "withdrawn",
    "retracted",
    "redacted",
];

/// Values that people take for ones that hide, whatever the key.
const HIDDEN: [&str; 4] = ["hidden", "private", "unpublished", "embargoed"];

/// Values that say of a key in [`WISHED`] that nothing is to be hidden.
const OPEN: [&str; 4] = ["public", "published", "open", "visible"];

/// What was most likely meant by a key that is not known, if that hides a file: `draft: true` by `Draft: true`,
/// `status: draft` by `state: draft` and by `visibility: private`.
pub(super) fn meant(key: &str, value: &Node<'_>) -> Option<&'static str> {
    let word = match value {
        Node::Text(text) => text.trim().to_lowercase(),
        _ => String::new(),
    };
    let is_status = word != "published" && Status::WORDS.contains(&&*word);
    let is_open = *value == Node::Flag(false) || OPEN.contains(&&*word);
    let is_wished = || WISHED.contains(&letters(key).trim_start_matches("is")) && !is_open;
    let draft = || (HIDDEN.contains(&&*word) || is_wished()).then_some("status: draft");
    near(key).or_else(|| is_status.then_some("status")).or_else(draft)
}

/// Notes that a key which hides its file has no value.
pub(super) fn check_given(reader: &mut Reader<'_>, entry: &Entry<'_>, key: CommonKey, at: &At<'_>) {
    const FLAG: &str = "`true` or `false`";
    let (expected, example) = match key {
        CommonKey::Status => (one_of(Status::WORDS), "draft"),
        CommonKey::Draft | CommonKey::Unlisted => (FLAG.to_owned(), "true"),
        CommonKey::Published => (FLAG.to_owned(), "false"),
        CommonKey::Embargo | CommonKey::PublishDate => ("a date".to_owned(), "2030-01-31T06:00Z"),
        _ => return,
    };
    if Given::new(entry).is_none() {
        let help =
            format!("write `{}: {example}` or the like, or take the key out: empty, it hides nothing", entry.key);
        reader.wrong_with(at, &expected, &entry.value, Some(help));
    }
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
            ("hidden", "status: draft"),
            ("confidential", "status: draft"),
            ("is-private", "status: draft"),
        ] {
            assert_eq!(of(key), Some(right), "{key}");
        }
        for key in ["state", "sumary", "titel", "publisher", "publishers", "embassy", "date", "craftsman", "stats_of"] {
            assert_eq!(of(key), None, "{key}");
        }
        let of = |key: &str, value: &str| meant(key, &Node::Text(value.to_owned().into()));
        assert_eq!(of("state", "draft"), Some("status"));
        assert_eq!(of("visibility", "private"), Some("status: draft"));
        assert_eq!(of("access", "Private"), Some("status: draft"));
        assert_eq!(of("visibility", "public"), None);
        assert_eq!(meant("private", &Node::Flag(false)), None);
    }
}
