//! What the command sees of the world beside its arguments.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::colour::{self, When};
use crate::files::Files;
use crate::problem::Level;
use crate::tell::{self, Look};

/// Files, environment, clock and streams. A test gives its own.
pub struct Outside<'a> {
    /// The file system.
    pub files: Arc<dyn Files>,
    /// The current folder, absolute.
    pub folder: PathBuf,
    /// The environment.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
    /// The clock, in seconds since 1970-01-01T00:00:00Z.
    pub clock: &'a dyn Fn() -> i64,
    /// Whether standard error is a terminal.
    pub terminal: bool,
    /// Standard output: what was asked for.
    pub out: &'a mut dyn Write,
    /// Standard error: what is said about it.
    pub err: &'a mut dyn Write,
}

/// What is said, whether or not somebody listens: a log that has gone away is no reason to stop a preview or a build.
pub(super) struct Unheard<W>(pub(super) W);

impl<W: Write> Write for Unheard<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}

/// Columns where the terminal's width is not known.
const USUAL_WIDTH: usize = 120;

impl Outside<'_> {
    /// How problems are to be drawn on standard error.
    pub(super) fn look(&self, when: When) -> Look {
        let width = (self.environment)("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|&width| width >= 20);
        Look { colour: colour::wanted(when, self.terminal, self.environment), width: width.unwrap_or(USUAL_WIDTH) }
    }

    /// Says something on standard error.
    pub(super) fn say(&mut self, level: Level, message: &str, help: Option<&str>, when: When) -> io::Result<()> {
        let text = tell::plain(level, message, help, self.look(when));
        writeln!(self.err, "{text}")
    }

    /// Whether a bar that redraws itself can be shown.
    pub(super) fn can_redraw(&self) -> bool {
        self.terminal && (self.environment)("TERM").as_deref() != Some("dumb")
    }
}
