//! Whatever happens to a file system, what is remembered of it is right after the next look.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;

use super::*;

/// What may happen to a file system. Numbers choose among [`PATHS`].
#[derive(Debug, Clone)]
enum Act {
    Write(usize),
    WriteUnseen(usize),
    Remove(usize),
    Rename(usize, usize),
    Folder(usize),
    Link(usize, usize),
    Break(usize),
    Mend,
}

const PATHS: [&str; 12] = [
    "/site",
    "/site/a",
    "/site/a/b",
    "/site/a/b/c",
    "/site/a/b/d",
    "/site/a/e",
    "/site/f",
    "/site/f/_g",
    "/site/f/_g/h",
    "/shared",
    "/shared/a",
    "/shared/a/b",
];

/// Does it, where that can be done, and names what a watcher would: of what appears or vanishes the topmost. `hides`
/// says of which files a change may not show.
fn act(files: &Memory, act: &Act, hides: &dyn Fn(&Stat) -> bool, named: &mut Vec<PathBuf>) {
    let top = |path: &Path| {
        let missing = path.ancestors().take_while(|path| files.stat(path).is_err()).last();
        missing.unwrap_or(path).to_owned()
    };
    let path = |n: usize| Path::new(PATHS[n]);
    // Hints name paths without links.
    let is_link = |path: &Path| files.stat(path).is_ok_and(|stat| stat.kind == Kind::Symlink);
    let is_through_link = |n: usize| path(n).ancestors().skip(1).any(is_link);
    let through_link = match *act {
        Act::Write(n) | Act::WriteUnseen(n) | Act::Remove(n) | Act::Link(n, _) => is_through_link(n),
        Act::Folder(n) => path(n).ancestors().any(is_link),
        Act::Rename(from, to) => is_through_link(from) || is_through_link(to),
        Act::Break(_) | Act::Mend => false,
    };
    if through_link {
        return;
    }
    let done = match *act {
        Act::Write(n) => {
            named.push(top(path(n)));
            files.write(path(n), b"text").map(drop)
        }
        Act::WriteUnseen(n) => {
            let hides = |stat: Stat| stat.kind == Kind::File && stat.len == 4 && hides(&stat);
            if files.stat(path(n)).is_ok_and(hides) {
                named.push(path(n).to_owned());
                files.change_unseen(PATHS[n], "TEXT");
            }
            Ok(())
        }
        Act::Remove(n) => {
            named.push(path(n).to_owned());
            files.remove_file(path(n)).or_else(|_| files.remove_tree(path(n)))
        }
        Act::Rename(from, to) => {
            named.extend([path(from).to_owned(), top(path(to))]);
            files.rename(path(from), path(to))
        }
        Act::Folder(n) => {
            named.push(top(path(n)));
            files.make_folder(path(n))
        }
        Act::Link(n, to) => {
            let parent = files.stat(path(n).parent().unwrap());
            if files.stat(path(n)).is_err() && parent.is_ok_and(|it| it.kind == Kind::Folder) {
                named.push(path(n).to_owned());
                files.link(PATHS[n], PATHS[to]);
            }
            Ok(())
        }
        Act::Break(n) => {
            named.push(path(n).to_owned());
            files.break_reads(PATHS[n]);
            Ok(())
        }
        Act::Mend => {
            named.extend(PATHS.map(PathBuf::from));
            files.mend();
            Ok(())
        }
    };
    drop(done);
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let n = || 0..PATHS.len();
    let act = prop_oneof![
        6 => n().prop_map(Act::Write),
        2 => n().prop_map(Act::WriteUnseen),
        3 => n().prop_map(Act::Remove),
        4 => (n(), n()).prop_map(|(from, to)| Act::Rename(from, to)),
        2 => n().prop_map(Act::Folder),
        1 => (n(), n()).prop_map(|(n, to)| Act::Link(n, to)),
        1 => n().prop_map(Act::Break),
        1 => Just(Act::Mend),
    ];
    prop::collection::vec(act, 1..6)
}

/// The bytes of every file that a walk finds, by its path without links.
fn bytes(files: &dyn Files) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = ["/site", "/shared"].map(|root| files.walk(Path::new(root), &|_| true));
    let files_only = entries.into_iter().flatten().flatten().filter(|entry| entry.stat.kind == Kind::File);
    files_only.filter_map(|Entry { path, .. }| Some((files.real(&path).ok()?, files.read(&path).ok()?))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_a_truthful_hint_or_a_look_at_everything_memory_is_right(
        rounds in prop::collection::vec((acts(), any::<u32>(), any::<bool>()), 1..6)
    ) {
        let site = site(&["/site/a/b/c", "/site/f/_g/h", "/shared/a/b"]);
        let whole = |files: &dyn Files| ["/site", "/shared"].map(|root| {
            let line = |entry: Result<Entry, WalkError>| match entry {
                Ok(entry) => format!("{} {:?}", entry.path.display(), entry.stat.kind),
                Err(error) => format!("{}: {}", error.path.display(), reason(&error.error)),
            };
            files.walk(Path::new(root), &|_| true).into_iter().map(line).collect::<Vec<_>>()
        });
        whole(&site.recall);
        for (acts, subset, truthful) in rounds {
            let (entries, files) = (whole(&*site.files), bytes(&*site.files));
            let mut named = Vec::new();
            let looked = site.files.now();
            for it in &acts {
                act(&site.files, it, &|stat| truthful || stat.modified + Duration::from_secs(1) > looked, &mut named);
            }
            let mut changes = Changes::default();
            let mut looks = vec![named.iter().collect::<Hint>()];
            if !truthful {
                let part = named.iter().enumerate().filter(|(n, _)| subset >> (n % 32) & 1 == 1);
                looks = vec![part.map(|(_, path)| path).collect(), Hint::Everything];
            }
            for hint in &looks {
                let more = site.recall.refresh(hint);
                changes.entries |= more.entries;
                changes.files.extend(more.files);
            }
            let now = whole(&*site.files);
            prop_assert_eq!(&whole(&site.recall), &now, "{:?} {:?}", acts, looks);
            prop_assert!(changes.entries || entries == now, "{:?} {:?}", acts, looks);
            for (path, now) in bytes(&*site.files) {
                let is_told = changes.files.contains(&path) || files.get(&path).is_none_or(|before| *before == now);
                prop_assert!(is_told, "{} {:?} {:?}", path.display(), acts, looks);
            }
        }
    }
}
