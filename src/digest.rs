//! 128-bit digests: the currency in which stages say "nothing has changed here".
//!
//! A digest is the first half of a BLAKE3 hash. Content is untrusted, so a digest that two contributors could make
//! collide would be a way to show a stale page; hence a cryptographic hash and not a faster one.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A 128-bit digest of a value or of a file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Digest(u128);

impl Digest {
    /// The digest of raw bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let hash = blake3::hash(bytes);
        let mut half = [0; 16];
        half.copy_from_slice(&hash.as_bytes()[..16]);
        Self(u128::from_le_bytes(half))
    }

    /// The digest of everything that `value` feeds into a hasher.
    ///
    /// Two values of one type have equal digests exactly when their `Hash` implementations write the same bytes, so a
    /// derived `Hash` covers every field. Not stable between machines of different endianness.
    #[must_use]
    pub fn of(value: &impl Hash) -> Self {
        Self::fed(|bytes| value.hash(bytes))
    }

    /// The digest of everything that `feed` feeds into a hasher.
    #[must_use]
    pub fn fed(feed: impl FnOnce(&mut Bytes)) -> Self {
        // A value may take the digest of another on its way; that one finds an empty buffer here.
        let mut bytes = Bytes(BUFFER.take());
        bytes.0.clear();
        feed(&mut bytes);
        let digest = Self::of_bytes(&bytes.0);
        if bytes.0.capacity() <= LARGEST {
            BUFFER.set(bytes.0);
        }
        digest
    }

    /// The digest's low 64 bits, for hash maps keyed by digests.
    #[must_use]
    pub const fn low(self) -> u64 {
        #[expect(clippy::cast_possible_truncation, reason = "the low half is what is asked for")]
        {
            self.0 as u64
        }
    }

    /// Reads the 32 hexadecimal digits that `Display` writes.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        (text.len() == 32).then(|| u128::from_str_radix(text, 16).ok().map(Self))?
    }
}

/// Seals the text of a file of our own: adds a line with the digest of what stands before it.
pub fn seal(text: &mut String) {
    let digest = Digest::of_bytes(text.as_bytes()).to_string();
    text.extend([&digest, "\n"]);
}

/// The lines of a sealed file behind the first, which is `format`. `None` when it is of another version, cut, or edited.
#[must_use]
pub fn unseal<'b>(bytes: &'b [u8], format: &str) -> Option<std::str::Lines<'b>> {
    let text = str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
    let (lines, digest) = text.split_at(text.rfind('\n')? + 1);
    if Digest::from_hex(digest) != Some(Digest::of_bytes(lines.as_bytes())) {
        return None;
    }
    let mut lines = lines.lines();
    (lines.next()? == format).then_some(lines)
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// A map whose keys hash as a digest. Its order is unspecified: never iterate over it for output.
pub type DigestMap<K, V> = HashMap<K, V, BuildHasherDefault<DigestHasher>>;

/// Passes a digest through.
#[derive(Default)]
pub struct DigestHasher(u64);

impl Hasher for DigestHasher {
    fn write(&mut self, bytes: &[u8]) {
        for (shift, byte) in bytes.iter().take(8).enumerate() {
            self.0 ^= u64::from(*byte) << (8 * shift);
        }
    }

    fn write_u128(&mut self, value: u128) {
        #[expect(clippy::cast_possible_truncation, reason = "half of a digest is hash enough")]
        {
            self.0 = value as u64;
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The largest buffer that is kept, in bytes: a few values are many times as large as the others.
const LARGEST: usize = 1 << 20;

thread_local! {
    /// What the last value was written to: views are hashed by the ten thousand.
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Collects what a `Hash` implementation writes.
#[derive(Debug)]
pub struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Which variant of an enum it is: one byte, for all that are there.
    #[inline]
    fn write_isize(&mut self, variant: isize) {
        if let Ok(variant @ 0..=0xfe) = u8::try_from(variant) {
            self.0.push(variant);
        } else {
            self.0.push(0xff);
            self.0.extend_from_slice(&variant.to_ne_bytes());
        }
    }

    fn finish(&self) -> u64 {
        Digest::of_bytes(&self.0).low()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_survives_its_own_text() {
        let digest = Digest::of(&("haftar", 4));
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_ne!(digest, Digest::of(&("haftar", 5)));
    }
}
