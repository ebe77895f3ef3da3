//! A view that many pages show: hashed once, turned into a template value once.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};
use tera::Value;

use crate::digest::Digest;

/// A shared view. Its hash is the digest of what it holds, so that a page with a thousand of them is fingerprinted
/// without reading any of them again; its template value is reference-counted.
pub struct Shared<T>(Arc<Inner<T>>);

struct Inner<T> {
    view: T,
    digest: Digest,
    value: OnceLock<Value>,
}

impl<T: Hash> Shared<T> {
    /// Shares a view.
    pub fn new(view: T) -> Self {
        let digest = Digest::of(&view);
        Self(Arc::new(Inner { view, digest, value: OnceLock::new() }))
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.value.get_or_init(|| Value::from_serializable(&self.0.view)).serialize(serializer)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.view
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.digest == other.0.digest
    }
}

impl<T> Eq for Shared<T> {}

impl<T> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.digest.hash(state);
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.view.fmt(f)
    }
}
