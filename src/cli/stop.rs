//! How a command ends, and what can stop it before it has begun.

use std::io::{self, Write};

use crate::problem::Level;
use crate::tell::{self, Look};

/// The exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Exit {
    /// No error.
    Fine = 0,
    /// Errors were told.
    Errors = 1,
    /// The command was called wrongly.
    Usage = 2,
}

/// Why a command did not come to its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// It was called wrongly, or where it can't work.
    Usage {
        /// One sentence without a full stop.
        message: String,
        /// The mend.
        help: String,
    },
    /// It was called rightly, and something outside refused.
    Refused {
        /// One sentence without a full stop.
        message: String,
        /// The mend.
        help: String,
    },
    /// A stream could not be written.
    Stream(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

impl Stop {
    pub(super) fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: help.into() }
    }

    pub(super) fn refused(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), help: help.into() }
    }

    /// Says why, and returns the exit code.
    pub(super) fn tell(&self, look: Look, err: &mut dyn Write) -> Exit {
        let (exit, text) = match self {
            Self::Usage { message, help } => (Exit::Usage, tell::plain(Level::Deny, message, Some(help), look)),
            Self::Refused { message, help } => (Exit::Errors, tell::plain(Level::Deny, message, Some(help), look)),
            // Who closed the pipe has read enough.
            Self::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::Fine,
            Self::Stream(error) => {
                (Exit::Errors, tell::plain(Level::Deny, &format!("can't write: {error}"), None, look))
            }
        };
        // There is nowhere left to tell that standard error is gone.
        let _ = writeln!(err, "{text}");
        exit
    }
}
