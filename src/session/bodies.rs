//! Where the HTML of texts is kept: in memory while there is room, and in a file without a name beyond that.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::files::{Aside, Files};

/// Keeps the HTML of texts, which takes more memory than all else that they say, and is wanted once or twice.
pub(super) struct Bodies {
    /// The folder of the site: its texts are put on no other disk.
    root: PathBuf,
    /// So many bytes may be in memory.
    most: usize,
    held: AtomicUsize,
    /// The file, once it was wanted; `None` where there is none, so that all is kept in memory.
    aside: OnceLock<Option<Box<dyn Aside>>>,
    slots: Mutex<Slots>,
}

/// Which parts of the file are taken.
#[derive(Default)]
struct Slots {
    end: u64,
    /// Parts that nobody wants any more, by their length.
    free: BTreeMap<usize, Vec<u64>>,
}

/// The length of parts is a multiple of this, so that a text that grows as it is written does not need a new one each time.
const STEP: usize = 512;

/// HTML that is kept for as long as this is.
pub(super) struct Kept {
    by: Arc<Bodies>,
    place: Place,
}

enum Place {
    Memory(Arc<str>),
    Aside { at: u64, len: usize },
}

impl Bodies {
    pub(super) fn new(root: PathBuf, most: usize) -> Self {
        Self { root, most, held: AtomicUsize::new(0), aside: OnceLock::new(), slots: Mutex::default() }
    }

    /// Keeps HTML.
    pub(super) fn keep(self: &Arc<Self>, html: Arc<str>, files: &dyn Files) -> Kept {
        let place = self.put_aside(&html, files).unwrap_or_else(|| {
            self.held.fetch_add(html.len(), Ordering::Relaxed);
            Place::Memory(html)
        });
        Kept { by: Arc::clone(self), place }
    }

    /// Writes HTML into the file, unless there is room in memory, or no file.
    fn put_aside(&self, html: &str, files: &dyn Files) -> Option<Place> {
        let len = html.len();
        if len == 0 || self.held.load(Ordering::Relaxed) + len <= self.most {
            return None;
        }
        let aside = self.aside.get_or_init(|| files.aside(&self.root).ok()).as_ref()?;
        let at = self.slots().take(len);
        if aside.write(html.as_bytes(), at).is_ok() {
            return Some(Place::Aside { at, len });
        }
        self.slots().give(at, len);
        None
    }

    fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slots {
    fn take(&mut self, len: usize) -> u64 {
        let len = len.next_multiple_of(STEP);
        self.free.get_mut(&len).and_then(Vec::pop).unwrap_or_else(|| {
            let at = self.end;
            self.end += len as u64;
            at
        })
    }

    fn give(&mut self, at: u64, len: usize) {
        self.free.entry(len.next_multiple_of(STEP)).or_default().push(at);
    }
}

impl Kept {
    /// The HTML; `None` where the file system does not give it back.
    pub(super) fn get(&self) -> Option<Arc<str>> {
        match self.place {
            Place::Memory(ref html) => Some(Arc::clone(html)),
            Place::Aside { at, len } => {
                let mut bytes = vec![0; len];
                self.by.aside.get()?.as_ref()?.read(&mut bytes, at).ok()?;
                String::from_utf8(bytes).ok().map(Arc::from)
            }
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        match self.place {
            Place::Memory(ref html) => drop(self.by.held.fetch_sub(html.len(), Ordering::Relaxed)),
            Place::Aside { at, len } => self.by.slots().give(at, len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    #[test]
    fn what_there_is_no_room_for_is_given_back_as_it_was() {
        let (bodies, files) = (Arc::new(Bodies::new("/site".into(), 8)), Memory::new());
        let texts = ["<p>a</p>", "<p>ب</p>", "", "<p>c</p>"];
        let kept: Vec<Kept> = texts.iter().map(|text| bodies.keep(Arc::from(*text), &files)).collect();
        assert_eq!(kept.iter().map(|kept| kept.get().unwrap().to_string()).collect::<Vec<_>>(), texts);
        assert_eq!(bodies.held.load(Ordering::Relaxed), 8);
        assert_eq!(bodies.slots().end, 1024);
    }

    #[test]
    fn parts_of_the_file_are_taken_again() {
        let (bodies, files) = (Arc::new(Bodies::new("/site".into(), 0)), Memory::new());
        let other = bodies.keep("other".into(), &files);
        for len in 1..STEP {
            let text = "x".repeat(len);
            assert_eq!(*bodies.keep(text.as_str().into(), &files).get().unwrap(), *text);
        }
        assert_eq!(&*other.get().unwrap(), "other");
        assert_eq!(bodies.slots().end, 1024);
    }

    #[test]
    fn room_in_memory_is_given_back() {
        let (bodies, files) = (Arc::new(Bodies::new("/site".into(), 4)), Memory::new());
        drop(bodies.keep("abcd".into(), &files));
        let again = bodies.keep("abcd".into(), &files);
        assert!(matches!(again.place, Place::Memory(_)));
    }
}
