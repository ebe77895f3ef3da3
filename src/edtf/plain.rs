//! Plain dates: a day, month or year of four digits, without any mark. They need no memory but their own.

use edtf_core::Edtf;

use super::Key;

/// The longest text of one: `-0044-03-15`.
const LONGEST: usize = 11;

/// A plain date, with its text.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    key: Key,
    text: [u8; LONGEST],
    length: u8,
}

impl Plain {
    /// The date with a key; `None` where its text says more than the key does.
    pub(super) fn new(key: Key, text: &str) -> Option<Self> {
        if key.to_string() != text {
            return None;
        }
        let mut own = [0; LONGEST];
        own.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { key, text: own, length: u8::try_from(text.len()).ok()? })
    }

    pub(super) const fn key(&self) -> Key {
        self.key
    }

    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(&self.text[..usize::from(self.length)]).unwrap_or_default()
    }

    /// The expression as the parser has it.
    pub(super) fn value(&self) -> Edtf {
        Edtf::parse(self.as_str()).expect("the text of a day, month or year")
    }
}
