//! What the system's events say, in our words.

use std::collections::BTreeSet;
use std::mem;
use std::path::PathBuf;

use notify::EventKind;
use notify::event::ModifyKind;

use super::Notice;
use crate::files::Hint;

/// What one or more events say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct News {
    /// Where something may have changed.
    pub(super) hint: Hint,
    /// Of these paths, those at which something came, went, or was renamed.
    pub(super) moved: BTreeSet<PathBuf>,
    /// Events were lost, so that folders may have come and gone unseen.
    pub(super) has_gaps: bool,
    /// The system refuses to tell any more.
    pub(super) refusal: Option<Notice>,
}

/// More paths than these are not worth to be looked at one by one, nor to be held in memory while a build goes on.
const MANY: usize = 10_000;

impl News {
    /// Reads an event, or a fault of whatever tells events. `None` where nothing has changed.
    pub(super) fn read(event: notify::Result<notify::Event>) -> Option<Self> {
        let event = match event {
            Ok(event) => event,
            Err(error) => return Some(Self { refusal: Notice::of_refusal(&error), ..Self::of_gaps() }),
        };
        if event.need_rescan() {
            return Some(Self::of_gaps());
        }
        match event.kind {
            // Reading a file is an event, too: taking it for a change, a build would start the next one.
            EventKind::Access(_) => None,
            _ if event.paths.is_empty() => Some(Self::of_gaps()),
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => {
                Some(Self { hint: event.paths.into_iter().collect(), ..Self::default() })
            }
            // What a system does not tell exactly is taken for anything.
            EventKind::Any
            | EventKind::Create(_)
            | EventKind::Modify(ModifyKind::Any | ModifyKind::Name(_) | ModifyKind::Other)
            | EventKind::Remove(_)
            | EventKind::Other => {
                let moved: BTreeSet<PathBuf> = event.paths.into_iter().collect();
                Some(Self { hint: Hint::Paths(moved.clone()), moved, ..Self::default() })
            }
        }
    }

    fn of_gaps() -> Self {
        Self { hint: Hint::Everything, has_gaps: true, ..Self::default() }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.hint.merge(other.hint);
        self.moved.extend(other.moved);
        self.has_gaps |= other.has_gaps;
        self.refusal = self.refusal.take().or(other.refusal);
        if matches!(&self.hint, Hint::Paths(paths) if paths.len() > MANY) || self.moved.len() > MANY {
            self.hint = Hint::Everything;
            self.has_gaps = true;
        }
        if self.has_gaps {
            self.moved.clear();
        }
    }

    /// Takes all that there is, and leaves nothing.
    pub(super) fn take(&mut self) -> Self {
        mem::take(self)
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, DataChange, Event, Flag, MetadataKind, RenameMode};

    use super::*;

    fn read(kind: EventKind, paths: &[&str]) -> Option<News> {
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(PathBuf::from(path)));
        News::read(Ok(event))
    }

    fn news(paths: &[&str], moved: &[&str]) -> News {
        News { hint: paths.iter().collect(), moved: moved.iter().map(PathBuf::from).collect(), ..News::default() }
    }

    #[test]
    fn what_is_only_read_is_no_news() {
        assert_eq!(read(EventKind::Access(AccessKind::Open(AccessMode::Any)), &["/x"]), None);
        assert_eq!(read(EventKind::Access(AccessKind::Close(AccessMode::Write)), &["/x"]), None);
    }

    #[test]
    fn what_is_written_comes_or_goes_is_named() {
        let data = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(read(data, &["/x"]), Some(news(&["/x"], &[])));
        let rights = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        assert_eq!(read(rights, &["/x"]), Some(news(&["/x"], &[])));
        assert_eq!(read(EventKind::Create(CreateKind::Folder), &["/x"]), Some(news(&["/x"], &["/x"])));
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        assert_eq!(read(renamed, &["/x", "/y"]), Some(news(&["/x", "/y"], &["/x", "/y"])));
    }

    #[test]
    fn lost_events_and_faults_are_everything() {
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(News::read(Ok(overflow)), Some(News::of_gaps()));
        assert_eq!(read(EventKind::Any, &[]), Some(News::of_gaps()));
        assert_eq!(News::read(Err(notify::Error::path_not_found())), Some(News::of_gaps()));
        let refused = News::read(Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch))).unwrap();
        assert!(refused.refusal.is_some() && refused.hint == Hint::Everything);
    }

    #[test]
    fn a_storm_of_paths_becomes_everything() {
        let mut all = news(&["/y"], &["/y"]);
        for n in 0..=MANY {
            all.merge(news(&[&format!("/x/{n}")], &[]));
        }
        assert_eq!(all.take(), News::of_gaps());
        assert_eq!(all, News::default());
    }
}
