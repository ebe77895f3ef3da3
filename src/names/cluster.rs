//! Characters with the marks after them: the pieces that can be brought to NFC one by one.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::letters::{is_arabic_mark, is_hamza_or_madda};

/// A character and those after it that may change it, or that count for nothing.
pub(super) struct Cluster {
    /// In bytes.
    pub(super) length: usize,
    /// Whether its NFC may be other characters.
    pub(super) may_compose: bool,
}

impl Cluster {
    /// The cluster at the start of `text`, whose first character is `first`.
    pub(super) fn at_start_of(text: &str, first: char) -> Self {
        let mut cluster = Self { length: first.len_utf8(), may_compose: !is_nfc(first) };
        for c in text[cluster.length..].chars() {
            if !joins(c) {
                break;
            }
            cluster.may_compose |= !is_arabic_mark(c) || is_hamza_or_madda(c);
            cluster.length += c.len_utf8();
        }
        cluster
    }
}

/// Whether `c` belongs to the character before it.
pub(super) fn joins(c: char) -> bool {
    is_arabic_mark(c) || (c >= '\u{300}' && !is_base(c) && (canonical_combining_class(c) != 0 || !is_nfc(c)))
}

/// Whether `c` is surely no mark; quick, and right of what is frequent.
const fn is_base(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}' | '\u{2010}'..='\u{2060}')
}

/// Whether `c` stays what it is in NFC whatever comes before it.
fn is_nfc(c: char) -> bool {
    matches!(c, ..'\u{300}' | '\u{620}'..='\u{652}' | '\u{660}'..='\u{6ff}' | '\u{2010}'..='\u{2060}')
        || is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}
