//! Pages that were rendered, by fingerprint.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::serve::Bytes;

/// So many bytes of pages are remembered: some hundred pages, more than anybody has open.
const MOST: usize = 16 << 20;

/// Pages that were rendered, by fingerprint. Equal fingerprints mean equal bytes, so that nothing here can be stale; what
/// has not been asked for the longest is forgotten when there are too many bytes.
#[derive(Default)]
pub(super) struct Remembered(Mutex<Pages>);

#[derive(Default)]
struct Pages {
    by_version: HashMap<Arc<str>, (Bytes, u64)>,
    bytes: usize,
    /// Counts what is asked for.
    time: u64,
}

impl Remembered {
    pub(super) fn get(&self, version: &str) -> Option<Bytes> {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.time += 1;
        let now = pages.time;
        let (bytes, asked) = pages.by_version.get_mut(version)?;
        *asked = now;
        Some(bytes.clone())
    }

    pub(super) fn put(&self, version: &Arc<str>, bytes: Vec<u8>) -> Bytes {
        let bytes = Bytes::from(bytes);
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.time += 1;
        let now = pages.time;
        pages.bytes += bytes.len();
        if let Some((before, _)) = pages.by_version.insert(Arc::clone(version), (bytes.clone(), now)) {
            pages.bytes -= before.len();
        }
        pages.forget();
        bytes
    }
}

impl Pages {
    /// Forgets the older half when there is too much.
    fn forget(&mut self) {
        if self.bytes <= MOST {
            return;
        }
        let mut times: Vec<u64> = self.by_version.values().map(|(_, asked)| *asked).collect();
        times.sort_unstable();
        let middle = times[times.len() / 2];
        self.by_version.retain(|_, (_, asked)| *asked >= middle);
        self.bytes = self.by_version.values().map(|(bytes, _)| bytes.len()).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_is_forgotten_first() {
        let remembered = Remembered::default();
        let name = |number: usize| Arc::<str>::from(number.to_string());
        for number in 0..=16 {
            remembered.get("0");
            remembered.put(&name(number), vec![0; 1 << 20]);
        }
        assert!(remembered.get("0").is_some());
        assert!(remembered.get("1").is_none());
        assert!(remembered.get("16").is_some());
        assert!(remembered.0.lock().unwrap().bytes <= MOST);
    }
}
