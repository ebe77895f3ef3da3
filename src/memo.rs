//! What earlier rounds have made, remembered by what it was made of.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use crate::digest::Digest;

/// Remembers a value for each key, with the digest of all that the value was made of.
///
/// The contract: a value is given back only for the digest that it was made with, so it never is stale; and what is not
/// asked for in one round is forgotten after it, so it never outgrows the site. A clean build is one with an empty
/// memory: there is no other path.
#[derive(Debug, Clone)]
pub struct Memo<K, V> {
    /// Sorted by key.
    values: Vec<(K, Digest, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { values: Vec::new() }
    }
}

impl<K: Ord, V> Memo<K, V> {
    /// The value that was made of exactly this.
    pub fn get(&self, key: &K, made_of: Digest) -> Option<&V> {
        self.latest(key).filter(|(digest, _)| *digest == made_of).map(|(_, value)| value)
    }

    /// The key's value and what it was made of, whatever it would be made of now.
    pub fn latest<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(Digest, &V)>
    where
        K: Borrow<Q>,
    {
        let at = self.values.binary_search_by(|(other, _, _)| other.borrow().cmp(key)).ok()?;
        let (_, digest, value) = &self.values[at];
        Some((*digest, value))
    }

    /// Every key with its value, sorted by key.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, Digest, &V)> {
        self.values.iter().map(|(key, digest, value)| (key, *digest, value))
    }
}

/// A round's values, which take the place of those of the round before.
impl<K: Ord, V> FromIterator<(K, Digest, V)> for Memo<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, Digest, V)>>(values: T) -> Self {
        let mut values: Vec<_> = values.into_iter().collect();
        values.sort_by(|(a, _, _), (b, _, _)| a.cmp(b));
        values.dedup_by(|later, first| later.0 == first.0);
        // It may have the room of what it was collected from.
        values.shrink_to_fit();
        Self { values }
    }
}

/// Remembers one value with all that it was made of: a stage of which there is one for the whole site.
///
/// What it was made of is compared as a whole, so keep what is large behind an `Arc` whose equality looks at the pointer
/// first.
#[derive(Debug, Clone)]
pub struct Slot<I, V>(Option<(I, V)>);

impl<I, V> Default for Slot<I, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<I: PartialEq, V: Clone> Slot<I, V> {
    /// The value that is made of this: the remembered one, else a new one.
    pub fn get(&mut self, made_of: I, make: impl FnOnce(&I) -> V) -> V {
        match &self.0 {
            Some((known, value)) if *known == made_of => value.clone(),
            _ => {
                let value = make(&made_of);
                self.0 = Some((made_of, value.clone()));
                value
            }
        }
    }

    /// Forgets the value.
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// The latest value, whatever it was made of.
    pub fn latest(&self) -> Option<&V> {
        self.0.as_ref().map(|(_, value)| value)
    }
}

/// A value that is equal to itself alone, however alike another may be: what it was made of has been compared before.
#[derive(Debug)]
pub struct Same<T>(pub Arc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Remembers values by key up to a weight, and forgets those first that nobody has asked for the longest. For what can be
/// made again at any time, where a key never stands for two values.
#[derive(Debug)]
pub struct Recent<K, V> {
    most: usize,
    values: Mutex<Weighed<K, V>>,
}

#[derive(Debug)]
struct Weighed<K, V> {
    by_key: HashMap<K, Held<V>>,
    weight: usize,
    /// Counts what is asked for.
    time: u64,
}

#[derive(Debug)]
struct Held<V> {
    value: V,
    weight: usize,
    asked: u64,
}

impl<K: Hash + Eq, V: Clone> Recent<K, V> {
    /// Remembers values of `most` weight together.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, values: Mutex::new(Weighed { by_key: HashMap::new(), weight: 0, time: 0 }) }
    }

    /// The key's value, if it is still remembered.
    pub fn get(&self, key: &K) -> Option<V> {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        values.time += 1;
        let now = values.time;
        let held = values.by_key.get_mut(key)?;
        held.asked = now;
        Some(held.value.clone())
    }

    /// Remembers a value.
    pub fn put(&self, key: K, value: V, weight: usize) {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        values.time += 1;
        let asked = values.time;
        values.weight += weight;
        if let Some(before) = values.by_key.insert(key, Held { value, weight, asked }) {
            values.weight -= before.weight;
        }
        if values.weight > self.most {
            values.forget_half();
        }
    }
}

impl<K: Hash + Eq, V> Weighed<K, V> {
    fn forget_half(&mut self) {
        let mut times: Vec<u64> = self.by_key.values().map(|held| held.asked).collect();
        times.sort_unstable();
        let middle = times[times.len() / 2];
        self.by_key.retain(|_, held| held.asked >= middle);
        self.weight = self.by_key.values().map(|held| held.weight).sum();
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
        assert_eq!(memo.latest(&"report"), Some((old, &"html")));
        assert_eq!(memo.get(&"actor", old), None);
        assert_eq!(memo.iter().collect::<Vec<_>>(), [(&"report", old, &"html")]);
    }

    #[test]
    fn what_was_not_asked_for_is_forgotten_first() {
        let recent = Recent::new(16);
        for number in 0..=16 {
            recent.get(&0);
            recent.put(number, number * 10, 1);
        }
        assert_eq!([0, 1, 16].map(|key| recent.get(&key)), [Some(0), None, Some(160)]);
        assert!(recent.values.lock().unwrap().weight <= 16);
    }

    #[test]
    fn a_slot_makes_its_value_again_only_for_something_else() {
        let mut slot = Slot::default();
        let mut made = 0;
        let mut get = |of: u32| {
            slot.get(of, |of| {
                made += 1;
                of * 10
            })
        };
        assert_eq!((get(1), get(1), get(2), get(1)), (10, 10, 20, 10));
        assert_eq!(made, 3);
    }
}
