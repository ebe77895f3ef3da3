//! Ids of reports, actors and sources, and the slugs that titles become.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::digest::{Digest, DigestMap};

/// An id, unique within its kind: in NFC and lower case, so that equal ids are equal bytes.
///
/// Cheap to clone and to hash: it carries the digest of its text.
#[derive(Clone)]
pub struct Id {
    text: Arc<str>,
    key: Digest,
}

impl Id {
    /// Normalises `text` (NFC, lower case, no white space around it).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            return Self::of_normal(text);
        }
        Self::of_normal(&lower(text))
    }

    /// The id that a title or a tag becomes: its [`slug`].
    #[must_use]
    pub fn of_title(title: &str) -> Self {
        Self::of_normal(&slug(title))
    }

    fn of_normal(text: &str) -> Self {
        let key = Digest::of_bytes(text.as_bytes());
        KNOWN.with_borrow_mut(|known| {
            if known.is_empty() {
                known.resize(PLACES, None);
            }
            #[expect(clippy::cast_possible_truncation, reason = "it is less than PLACES")]
            let place = &mut known[(key.low() % PLACES as u64) as usize];
            match place {
                Some(id) if id.key == key => id.clone(),
                _ => place.insert(Self { key, text: Arc::from(text) }).clone(),
            }
        })
    }

    /// The id's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The digest of the id's text.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.key
    }

    /// A text that is often the id's own: then it is shared.
    #[must_use]
    pub fn share(&self, text: &str) -> Arc<str> {
        if *self.text == *text { self.text() } else { text.into() }
    }

    /// The id's text, shared.
    #[must_use]
    pub fn text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }
}

/// How many ids a thread knows at a time.
const PLACES: usize = 1 << 12;

thread_local! {
    /// Ids that were made before, each in a place that its digest names: thousands of files name the same ones, and would
    /// have a text of their own each time.
    static KNOWN: RefCell<Vec<Option<Id>>> = const { RefCell::new(Vec::new()) };
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Id {}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

/// A map from ids. Its order is unspecified: never iterate over it for output.
pub type IdMap<V> = DigestMap<Id, V>;

/// A name as it is compared: NFC, lower case, single spaces.
#[must_use]
pub fn fold(name: &str) -> String {
    lower(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in lower case and NFC. The `i` of `İ` has a dot of its own, which other marks may have to stand before.
fn lower(text: &str) -> Cow<'_, str> {
    normal(Cow::Owned(normal(Cow::Borrowed(text)).to_lowercase()))
}

/// Text in NFC.
fn normal(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) }
}

/// The longest slug that [`slug`] makes, in characters.
pub const LONGEST_SLUG: usize = 60;

/// Makes an id of a title or a tag: lower case, Latin letters lose their accents, other scripts stay, every other run
/// becomes one hyphen, at most [`LONGEST_SLUG`] characters. Empty where the title has neither letter nor digit.
#[must_use]
pub fn slug(title: &str) -> String {
    // Lower case may let letters and marks become one that stood apart before.
    normal(pieces(title).into()).into_owned()
}

/// A slug whose letters and marks may still have to become one.
fn pieces(title: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    let mut gap = false;
    let mut after_latin = false;
    for c in title.nfc() {
        if after_latin && is_mark(c) {
            continue;
        }
        after_latin = c.is_ascii_alphabetic() || is_latin(c);
        let piece: Cow<'_, str> = if is_latin(c) {
            Cow::Borrowed(deunicode::deunicode_char(c).unwrap_or(""))
        } else {
            Cow::Owned(c.to_string())
        };
        for c in piece.chars().flat_map(char::to_lowercase) {
            // A mark belongs to the letter before it: Arabic vowels, Indic signs. Latin letters have none left.
            let keep = c.is_alphanumeric() || (!gap && !slug.is_empty() && is_mark(c));
            if !keep {
                gap = true;
                continue;
            }
            let hyphen = gap && !slug.is_empty();
            if length + 1 + usize::from(hyphen) > LONGEST_SLUG {
                return slug;
            }
            if hyphen {
                slug.push('-');
                length += 1;
            }
            gap = false;
            slug.push(c);
            length += 1;
        }
    }
    slug
}

/// Whether deunicode may transliterate `c`: the Latin blocks with accented letters and ligatures.
const fn is_latin(c: char) -> bool {
    matches!(c, 'À'..='ɏ' | 'Ḁ'..='ỿ' | 'ﬀ'..='ﬆ') && !matches!(c, '×' | '÷')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_equal_in_any_case_and_normal_form() {
        assert_eq!(Id::new("Haftar"), Id::new(" haftar"));
        assert_eq!(Id::new("Salam\u{e9}"), Id::new("salame\u{301}"));
        assert_ne!(Id::new("gna"), Id::new("gnu"));
    }

    #[test]
    fn slugs_keep_other_scripts_and_lose_latin_accents() {
        assert_eq!(slug("Über Ghassan's visit: día 1"), "uber-ghassan-s-visit-dia-1");
        assert_eq!(slug("خليفة حفتر"), "خليفة-حفتر");
        assert_eq!(slug("Straße — Œuvre"), "strasse-oeuvre");
        assert_eq!(slug("\u{94d}क \u{94d}ख"), "क-ख");
        assert_eq!(slug("!!!"), "");
        assert_eq!(slug(&"long word ".repeat(20)).chars().count(), 59);
    }

    #[test]
    fn marks_that_only_a_small_letter_takes_made_a_slug_that_was_no_id() {
        let made = slug("\u{1ffa}\u{345}\u{345}");
        assert_eq!((made.as_str(), slug(&made)), ("\u{1ff2}\u{345}", made.clone()));
        assert_eq!(Id::new(&made), Id::of_title("\u{1ffa}\u{345}\u{345}"));
    }

    #[test]
    fn an_accent_without_a_letter_of_its_own_made_a_slug_that_was_no_id() {
        assert_eq!(slug("\u{130}\u{301}zmir, x\u{302}-rays"), "izmir-x-rays");
        assert_eq!(Id::of_title("\u{130}\u{301}zmir"), Id::new("izmir"));
    }

    #[test]
    fn an_id_in_lower_case_was_not_in_normal_form() {
        let id = Id::new("\u{130}\u{323}");
        assert_eq!(id.as_str(), "\u{1ecb}\u{307}");
        assert_eq!(Id::new(id.as_str()), id);
        assert_eq!(fold("\u{130}\u{323}"), "\u{1ecb}\u{307}");
    }
}
