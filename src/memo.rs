//! What earlier builds have made, remembered by what it was made of.

use std::collections::BTreeMap;

use crate::digest::Digest;

/// Remembers a value for each key, with the digest of all that the value was made of.
///
/// The contract: a value is given back only for the digest that it was made with, so it never is stale; and what is not
/// asked for in one round is forgotten after it, so it never outgrows the site. A clean build is one with an empty
/// memory: there is no other path.
#[derive(Debug, Clone)]
pub struct Memo<K, V> {
    values: BTreeMap<K, (Digest, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { values: BTreeMap::new() }
    }
}

impl<K: Ord, V> Memo<K, V> {
    /// The value that was made of exactly this.
    pub fn get(&self, key: &K, made_of: Digest) -> Option<&V> {
        self.values.get(key).filter(|(digest, _)| *digest == made_of).map(|(_, value)| value)
    }

    /// The key's value, whatever it was made of.
    pub fn latest(&self, key: &K) -> Option<&V> {
        self.values.get(key).map(|(_, value)| value)
    }

    /// What the key's value was made of, whatever it is made of now.
    pub fn made_of(&self, key: &K) -> Option<Digest> {
        self.values.get(key).map(|(digest, _)| *digest)
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// A round's values, which take the place of those of the round before.
impl<K: Ord, V> FromIterator<(K, Digest, V)> for Memo<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, Digest, V)>>(values: T) -> Self {
        Self { values: values.into_iter().map(|(key, digest, value)| (key, (digest, value))).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_given_back_only_for_what_it_was_made_of() {
        let (old, new) = (Digest::of(&1), Digest::of(&2));
        let memo: Memo<&str, &str> = [("report", old, "html")].into_iter().collect();
        assert_eq!(memo.get(&"report", old), Some(&"html"));
        assert_eq!(memo.get(&"report", new), None);
        assert_eq!(memo.made_of(&"report"), Some(old));
        assert_eq!(memo.get(&"actor", old), None);
        assert_eq!((memo.len(), memo.is_empty()), (1, false));
    }
}
