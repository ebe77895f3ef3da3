//! SHA-256 (FIPS 180-4), the hash by which archives, `sha256sum` and courts name a file's bytes.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use sha2::Digest;

use crate::files::Files;

/// A SHA-256. It is written as 64 hexadecimal digits in lower case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256([u8; 32]);

/// So much of a file is in memory at a time.
const PIECE: usize = 128 << 10;

/// The hash of a file, which is read piece by piece.
///
/// # Errors
/// When it is not there, not a regular file, or can't be read.
pub fn hash(files: &dyn Files, path: &Path) -> io::Result<Sha256> {
    let mut file = files.open(path)?;
    let mut hasher = sha2::Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(Sha256(hasher.finalize().into())),
            Ok(read) => hasher.update(&piece[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl Sha256 {
    /// Reads the 64 hexadecimal digits that `Display` writes.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sha256({self})")
    }
}
