//! A file system in memory.
/// A file system in memory.
#[derive(Debug, Default)]
pub struct Memory;
