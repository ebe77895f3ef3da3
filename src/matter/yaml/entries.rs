//! Mappings, which have each key once.

use std::collections::HashMap;

use super::{Entry, Twice};

/// A mapping while it grows.
pub(super) struct Entries<'de> {
    list: Vec<Entry<'de>>,
    /// Where each key is in the list, once that is long enough for a search to pay.
    keys: HashMap<String, usize>,
}

impl<'de> Entries<'de> {
    /// The longest list that is searched from its beginning.
    const SHORT: usize = 32;

    pub(super) fn new() -> Self {
        Self { list: Vec::with_capacity(8), keys: HashMap::new() }
    }

    pub(super) fn into_list(self) -> Vec<Entry<'de>> {
        self.list
    }

    /// Adds an entry, unless its key is there already: that is noted.
    pub(super) fn push(&mut self, entry: Entry<'de>, twice: &mut Vec<Twice>) {
        if let Some(first) = self.find(&entry.key) {
            if twice.len() < MOST_TWICE {
                let first = self.list[first].number;
                twice.push(Twice { key: entry.key.into_owned(), first, second: entry.number });
            }
            return;
        }
        if self.list.len() >= Self::SHORT {
            if self.keys.is_empty() {
                let keys = self.list.iter().enumerate();
                self.keys = keys.map(|(index, entry)| (entry.key.to_string(), index)).collect();
            }
            self.keys.insert(entry.key.to_string(), self.list.len());
        }
        self.list.push(entry);
    }

    fn find(&self, key: &str) -> Option<usize> {
        if self.keys.is_empty() {
            self.list.iter().position(|entry| entry.key == key)
        } else {
            self.keys.get(key).copied()
        }
    }
}

/// How many keys that are given twice are told: each costs two passes to find.
const MOST_TWICE: usize = 20;
