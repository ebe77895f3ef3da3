//! What there is to say when a system tells less than it could.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::files::reason;

/// A remark about watching itself, once, as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// One sentence: what is the matter, and what is done instead.
    pub message: String,
    /// What can be done about it.
    pub help: Option<String>,
}

/// "No space left on device": inotify's word for too many watches.
const ENOSPC: i32 = 28;
/// "Too many open files": inotify's word for too many programs that watch.
const EMFILE: i32 = 24;

impl Notice {
    /// What to say of an error after which polling is all that is left; `None` where that is merely a folder that is
    /// gone by now.
    pub(super) fn of_refusal(error: &notify::Error) -> Option<Self> {
        match &error.kind {
            notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => None,
            notify::ErrorKind::MaxFilesWatch => Some(Self::of_limit()),
            notify::ErrorKind::Io(io) => Self::of_io(io, error.paths.first()),
            notify::ErrorKind::Generic(reason) => Some(Self::of_reason(reason, error.paths.first())),
            notify::ErrorKind::InvalidConfig(_) => Some(Self::of_reason("its settings are refused", None)),
        }
    }

    /// What to say of a file system that others write to without this machine's knowledge.
    pub(super) fn of_network(kind: &str) -> Self {
        let message = format!(
            "the site is on a network or shared file system ({kind}), where not every change is told; looking every half \
             second as well"
        );
        Self { message, help: None }
    }

    fn of_io(error: &io::Error, folder: Option<&PathBuf>) -> Option<Self> {
        match error.raw_os_error() {
            _ if error.kind() == ErrorKind::NotFound => None,
            Some(ENOSPC) if cfg!(unix) => Some(Self::of_limit()),
            Some(EMFILE) if cfg!(unix) => Some(Self {
                message: "too many programs watch folders; looking every half second instead".to_owned(),
                help: cfg!(target_os = "linux")
                    .then(|| "raise the limit: sudo sysctl fs.inotify.max_user_instances=1024".to_owned()),
            }),
            _ => Some(Self::of_reason(&reason(error), folder)),
        }
    }

    fn of_limit() -> Self {
        Self {
            message: "the system's limit of watched folders is reached; looking every half second instead".to_owned(),
            help: cfg!(target_os = "linux")
                .then(|| "raise the limit: sudo sysctl fs.inotify.max_user_watches=524288".to_owned()),
        }
    }

    fn of_reason(reason: &str, folder: Option<&PathBuf>) -> Self {
        let place = folder.map(|folder| format!(" in `{}`", folder.display())).unwrap_or_default();
        let message =
            format!("the system does not tell of changes{place} ({reason}); looking every half second instead");
        Self { message, help: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(error: impl Into<notify::Error>) -> Option<String> {
        Notice::of_refusal(&error.into()).map(|notice| notice.message)
    }

    #[test]
    fn a_limit_is_told_as_one() {
        let limit = "the system's limit of watched folders is reached; looking every half second instead";
        assert_eq!(told(notify::Error::new(notify::ErrorKind::MaxFilesWatch)).as_deref(), Some(limit));
        if cfg!(unix) {
            assert_eq!(told(io::Error::from_raw_os_error(ENOSPC)).as_deref(), Some(limit));
        }
    }

    #[test]
    fn other_refusals_are_told_with_their_reason() {
        let denied = notify::Error::io(ErrorKind::PermissionDenied.into()).add_path("/site/content/a".into());
        let message = "the system does not tell of changes in `/site/content/a` (permission denied); looking every half \
                       second instead";
        assert_eq!(told(denied).as_deref(), Some(message));
        assert_eq!(told(io::Error::from(ErrorKind::NotFound)), None);
        assert_eq!(told(notify::Error::path_not_found()), None);
    }
}
