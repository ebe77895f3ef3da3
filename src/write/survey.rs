//! A look at the output before anything in it is changed: what stands where a new file is to be?

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::finish::Change;
use super::path::OutPath;
use super::{Output, refused};
use crate::files::{Entry, Files, Kind, reason};
use crate::problem::Problem;

/// What must be removed before files can be moved into place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct InTheWay {
    /// Files of an earlier build: where a folder is to be, in a folder where a file is to be, or with a name that differs
    /// from a new one's only in case.
    pub(super) files: BTreeSet<OutPath>,
    /// Folders where a file is to be, and all folders in them, by their paths below the output. They are empty then.
    pub(super) folders: BTreeSet<String>,
}

/// Looks at every place where a file is to appear. Strangers there are the problems.
pub(super) fn survey(output: &Output<'_>, change: &Change) -> Result<InTheWay, Vec<Problem>> {
    let mut survey = Survey {
        output,
        change,
        gone: change.gone.iter().map(|path| (path.folded().into_owned(), path)).collect(),
        folders: Folders::new(output),
        in_the_way: InTheWay::default(),
        strangers: BTreeMap::new(),
    };
    for (path, _) in &change.staged {
        survey.look_at(path);
    }
    if survey.strangers.is_empty() { Ok(survey.in_the_way) } else { Err(survey.strangers.into_values().collect()) }
}

struct Survey<'a> {
    output: &'a Output<'a>,
    change: &'a Change,
    /// What is gone, by folded path.
    gone: HashMap<String, &'a OutPath>,
    folders: Folders<'a>,
    in_the_way: InTheWay,
    /// Problems by the path of the stranger.
    strangers: BTreeMap<String, Problem>,
}

impl Survey<'_> {
    fn look_at(&mut self, path: &OutPath) {
        for folder in path.folders() {
            match self.folders.state(folder) {
                State::Folder => {}
                State::Missing => return,
                State::Else if self.is_gone(folder) => return,
                State::Else => return self.stranger(folder, &format!("is where the folder of `{path}` must be"), ""),
            }
        }
        let Ok(stat) = self.output.files.stat(&path.below(&self.output.folder.path)) else { return };
        if stat.kind == Kind::Folder {
            self.look_into(path);
        } else if !(self.output.old.contains_key(path) || self.output.adopt || self.is_gone(path.as_str())) {
            self.stranger(
                path.as_str(),
                "is where a file of the site must be",
                ", or run once with `--adopt` to replace it",
            );
        }
    }

    /// A folder is where the file `path` is to be.
    fn look_into(&mut self, path: &OutPath) {
        self.in_the_way.folders.insert(path.to_string());
        let out = &self.output.folder.path;
        for entry in self.output.files.walk(&path.below(out), &|_| true) {
            let (found, kind) = match entry {
                Ok(Entry { path, stat }) => (path, Ok(stat.kind)),
                Err(unread) => (unread.path, Err(reason(&unread.error))),
            };
            let found = found.strip_prefix(out).unwrap_or(&found).to_string_lossy().replace('\\', "/");
            match kind {
                Ok(Kind::Folder) => drop(self.in_the_way.folders.insert(found)),
                Ok(_) if self.is_gone(&found) => {}
                Ok(_) => self.stranger(&found, &format!("lies where the file `{path}` must be"), ""),
                Err(why) => self.stranger(&found, &format!("can't be read: {why}"), ""),
            }
        }
    }

    /// Whether an earlier build wrote the file and this one does not have it; then it is noted as in the way.
    fn is_gone(&mut self, path: &str) -> bool {
        let Ok(path) = OutPath::new(path) else { return false };
        let gone = if self.change.gone.binary_search(&path).is_ok() {
            Some(path)
        } else {
            self.gone.get(&*path.folded()).map(|path| OutPath::clone(path))
        };
        gone.is_some_and(|path| {
            self.in_the_way.files.insert(path);
            true
        })
    }

    fn stranger(&mut self, path: &str, what: &str, mend: &str) {
        let out = &self.output.folder.shown;
        let message = format!("`{path}` in the output folder `{out}` was not written by a build, and {what}");
        let problem = refused(message).help(format!("move it away{mend}"));
        self.strangers.entry(path.to_owned()).or_insert(problem);
    }
}

/// What is at a path where a folder is expected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Folder,
    Missing,
    /// A file or a symbolic link. What lies behind a link is not in the output.
    Else,
}

/// What is where folders of the output are expected, looked up once each.
pub(super) struct Folders<'a> {
    files: &'a dyn Files,
    output: &'a Output<'a>,
    states: HashMap<String, State>,
}

impl<'a> Folders<'a> {
    pub(super) fn new(output: &'a Output<'a>) -> Self {
        Self { files: output.files, output, states: HashMap::new() }
    }

    /// What is at `folder`, of which all folders above are known to be folders.
    pub(super) fn state(&mut self, folder: &str) -> State {
        if let Some(state) = self.states.get(folder) {
            return *state;
        }
        let state = match self.files.stat(&self.output.folder.path.join(folder)) {
            Ok(stat) if stat.kind == Kind::Folder => State::Folder,
            Ok(_) => State::Else,
            Err(_) => State::Missing,
        };
        self.states.insert(folder.to_owned(), state);
        state
    }

    /// Whether the file at `path` would lie in real folders only.
    pub(super) fn hold(&mut self, path: &OutPath) -> bool {
        path.folders().all(|folder| self.state(folder) == State::Folder)
    }
}
