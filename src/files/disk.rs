//! The real file system. No other file of the crate names `std::fs`.

use std::fs::{self, DirEntry, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::{Aside, Entry, Files, Kind, Lock, Stat, WalkError};

/// The real file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let (mut file, len) = open(path)?;
        let mut bytes = Vec::new();
        // A file that can't be held is a problem, and no reason to end.
        bytes.try_reserve_exact(usize::try_from(len).unwrap_or(usize::MAX))?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + Send>> {
        open(path).map(|(file, _)| Box::new(file) as _)
    }

    fn aside(&self, folder: &Path) -> io::Result<Box<dyn Aside>> {
        unnamed(folder)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        fs::symlink_metadata(path).map(|metadata| stat(&metadata))
    }

    fn walk(&self, folder: &Path, keep: &dyn Fn(&Path) -> bool) -> Vec<Result<Entry, WalkError>> {
        let found = WalkDir::new(folder)
            .min_depth(1)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || keep(entry.path()));
        // What vanished since its folder was read is simply not there.
        let is_there = |found: &Result<Entry, WalkError>| !matches!(found, Err(WalkError { error, .. }) if error.kind() == ErrorKind::NotFound);
        found.map(|found| entry(found).map_err(|error| walk_error(folder, error))).filter(is_there).collect()
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let entry = |found: io::Result<DirEntry>| match found.and_then(|found| Ok((found.metadata()?, found.path()))) {
            Ok((metadata, path)) => Some(Ok(Entry { path, stat: stat(&metadata) })),
            // What vanished since its folder was read is simply not there.
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => Some(Err(error)),
        };
        let mut entries = fs::read_dir(folder)?.filter_map(entry).collect::<io::Result<Vec<_>>>()?;
        entries.sort_unstable_by(|a, b| a.path.file_name().cmp(&b.path.file_name()));
        Ok(entries)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn link_target(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Stat> {
        let mut file = create(path)?;
        file.write_all(bytes)?;
        file.metadata().map(|metadata| stat(&metadata))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        with_folders(to, || fs::rename(from, to))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_empty_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        // A symbolic link here would let whoever planted it have a file made elsewhere.
        if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(not_a_file());
        }
        let file = with_folders(path, || without_waiting().write(true).create(true).truncate(false).open(path))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(ErrorKind::WouldBlock.into()),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Lock(Box::new(file))),
        }
    }
}

/// A temporary file without a name.
#[cfg(unix)]
fn unnamed(folder: &Path) -> io::Result<Box<dyn Aside>> {
    Ok(Box::new(Unnamed(tempfile::tempfile_in(folder)?)))
}

/// Elsewhere no file can be read at any place by several threads at once.
#[cfg(not(unix))]
fn unnamed(_: &Path) -> io::Result<Box<dyn Aside>> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(unix)]
struct Unnamed(File);

#[cfg(unix)]
impl Aside for Unnamed {
    fn write(&self, bytes: &[u8], at: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::write_all_at(&self.0, bytes, at)
    }

    fn read(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.0, bytes, at)
    }
}

/// Opens a file to read it, and tells its length. What it is, is asked of what has been opened: a moment before, something
/// else may have stood at its path.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let opened = without_waiting().read(true).open(path);
    // Systems say in different words why a folder or a socket can't be opened.
    let is_other = || fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    let file = opened.map_err(|error| if is_other() { not_a_file() } else { error })?;
    let metadata = file.metadata()?;
    if metadata.is_file() { Ok((file, metadata.len())) } else { Err(not_a_file()) }
}

/// How a file is opened: at a FIFO, nobody waits for its other end. To files the flag means nothing.
fn without_waiting() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOCTTY);
    options
}

/// A new, empty file at `path`. `create_new` is what never follows a symbolic link.
fn create(path: &Path) -> io::Result<File> {
    let create = || with_folders(path, || OpenOptions::new().write(true).create_new(true).open(path));
    match create() {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            create()
        }
        result => result,
    }
}

/// Does `action`, and only where that finds a folder missing makes those above `path`, and does it again: looking first
/// would cost every one of thousands of files a look.
fn with_folders<T>(path: &Path, action: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (action(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            action()
        }
        (result, _) => result,
    }
}

fn entry(found: walkdir::Result<walkdir::DirEntry>) -> walkdir::Result<Entry> {
    let found = found?;
    let stat = stat(&found.metadata()?);
    Ok(Entry { path: found.into_path(), stat })
}

fn stat(metadata: &Metadata) -> Stat {
    let file_type = metadata.file_type();
    let kind = if file_type.is_file() {
        Kind::File
    } else if file_type.is_dir() {
        Kind::Folder
    } else if file_type.is_symlink() {
        Kind::Symlink
    } else {
        Kind::Other
    };
    let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let (inode, changed) = identity(metadata);
    Stat { kind, len: metadata.len(), modified, inode, changed }
}

/// The inode, and the ctime in nanoseconds since 1970.
#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, i64) {
    use std::os::unix::fs::MetadataExt;
    let seconds = metadata.ctime().saturating_mul(1_000_000_000);
    (metadata.ino(), seconds.saturating_add(metadata.ctime_nsec()))
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64) {
    (0, 0)
}

fn walk_error(folder: &Path, error: walkdir::Error) -> WalkError {
    let path = error.path().unwrap_or(folder).to_owned();
    let error = error.into_io_error().unwrap_or_else(|| io::Error::other("symbolic links go in a circle"));
    WalkError { path, error }
}

fn not_a_file() -> io::Error {
    io::Error::other("not a regular file")
}
