//! The one seam to the outside world: a file system, on disk or in memory.
//!
//! Everything that the pipeline reads or writes goes through [`Files`]; only `disk.rs` names `std::fs`.

mod disk;
mod hint;
mod memory;
mod recall;
#[cfg(test)]
mod tests;

pub use disk::Disk;
pub use hint::Hint;
pub use memory::Memory;
pub use recall::{Changes, Recall};

use std::any::Any;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What an entry of a folder is. Symbolic links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Symlink,
    /// A FIFO, a socket, a device.
    Other,
}

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// File, folder, link or other.
    pub kind: Kind,
    /// Length in bytes.
    pub len: u64,
    /// Time of the last change of its content.
    pub modified: SystemTime,
    /// The number that the file system gave it; 0 where the platform has none.
    pub inode: u64,
    /// Time of the last change of its content, its name or its rights (ctime), in nanoseconds since 1970; 0 where the
    /// platform has none. Programs can set `modified` to what they like, and this they can't.
    pub changed: i64,
}

/// Of a file that changed within this time before it was looked at, a later change may not show: file systems note
/// times in steps of up to two seconds (FAT), and clocks of servers are not quite ours.
const STEP: Duration = Duration::from_secs(2);

impl Stat {
    /// Its time of change, in nanoseconds since 1970: until the year 2554; before 1970 is as 1970.
    #[must_use]
    pub fn modified_nanoseconds(&self) -> u64 {
        let since = self.modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
        u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
    }

    /// When it became what it is, by the clock of the file system.
    #[must_use]
    pub fn became(&self) -> SystemTime {
        match u64::try_from(self.changed) {
            Ok(nanoseconds) if nanoseconds > 0 => SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds),
            _ => self.modified,
        }
    }

    /// Whether it changed so shortly before it was looked at, or after, that one more change might not show.
    #[must_use]
    pub fn is_recent(&self, looked: SystemTime) -> bool {
        self.became() + STEP > looked
    }
}

/// An entry that [`Files::walk`] found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The entry's path: the walked folder's path, joined with what lies below it.
    pub path: PathBuf,
    /// What it is.
    pub stat: Stat,
}

/// What [`Files::walk`] could not look at.
#[derive(Debug)]
pub struct WalkError {
    /// The file or folder.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// An exclusive lock; dropping it lets the next one in.
pub struct Lock(#[expect(dead_code, reason = "only its end of life matters")] Box<dyn Any + Send + Sync>);

impl fmt::Debug for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lock")
    }
}

/// The reason of an I/O error as a message says it: "Permission denied", without the system's number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    let mut text = error.to_string();
    if let Some(at) = text.find(" (os error ") {
        text.truncate(at);
    }
    text
}

/// A file without a name, for what memory is too dear for. It ends with the process, or with this.
pub trait Aside: Send + Sync {
    /// Writes bytes from a place on.
    ///
    /// # Errors
    /// When the file system refuses.
    fn write(&self, bytes: &[u8], at: u64) -> io::Result<()>;

    /// Fills `bytes` with those from a place on.
    ///
    /// # Errors
    /// When there are fewer, or the file system refuses.
    fn read(&self, bytes: &mut [u8], at: u64) -> io::Result<()>;
}

/// A file system. Paths are absolute.
pub trait Files: Send + Sync {
    /// The whole of a file.
    ///
    /// # Errors
    /// When it is not there, not a regular file, or can't be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// A file, to be read piece by piece: it may be larger than memory.
    ///
    /// # Errors
    /// When it is not there, not a regular file, or can't be read.
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + Send>>;

    /// What is known of `path` itself; a symbolic link is not followed.
    ///
    /// # Errors
    /// When it is not there.
    fn stat(&self, path: &Path) -> io::Result<Stat>;

    /// A file without a name, on the file system that `folder` is on.
    ///
    /// # Errors
    /// When the file system refuses.
    fn aside(&self, folder: &Path) -> io::Result<Box<dyn Aside>>;

    /// Everything below `folder`, however deep, sorted by path components; symbolic links are told and not followed
    /// (unless `folder` is one). Where `keep` says no to a path, neither that nor anything below it is told. A folder
    /// that can't be read is an error of its own, and the walk goes on. A missing `folder` has no entries, and neither
    /// has a file.
    fn walk(&self, folder: &Path, keep: &dyn Fn(&Path) -> bool) -> Vec<Result<Entry, WalkError>>;

    /// The entries of one folder, sorted by name; symbolic links are told and not followed.
    ///
    /// # Errors
    /// When it is not there, is no folder, or can't be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;

    /// The absolute path without symbolic links.
    ///
    /// # Errors
    /// When it is not there, or links go in a circle.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;

    /// Where a symbolic link points, as it is written.
    ///
    /// # Errors
    /// When it is not there, or is no symbolic link.
    fn link_target(&self, path: &Path) -> io::Result<PathBuf>;

    /// The file system's clock: about the time that a file would be given which is written now.
    fn now(&self) -> SystemTime;

    /// Writes a whole file, making the folders above it, and tells what it has become. What was there is replaced;
    /// never follows a symbolic link at `path` itself.
    ///
    /// # Errors
    /// When `path` is a folder, or the file system refuses.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Stat>;

    /// Moves a file or a folder, replacing a file at `to`; makes the folders above `to`.
    ///
    /// # Errors
    /// When the file system refuses.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// When the file system refuses.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a file or a symbolic link.
    ///
    /// # Errors
    /// When the file system refuses.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder if it is empty.
    ///
    /// # Errors
    /// When it is not empty, or the file system refuses.
    fn remove_empty_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder with all that is in it, following no link.
    ///
    /// # Errors
    /// When the file system refuses.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;

    /// Takes the exclusive lock that the file at `path` stands for, making the file and the folders above it. On a file
    /// system without locks it is always granted.
    ///
    /// # Errors
    /// `WouldBlock` while somebody else holds it; else when `path` is no regular file, or the file system refuses.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}
