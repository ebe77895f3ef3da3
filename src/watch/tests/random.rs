//! Events alone keep memory right, whatever happens: looks at everything are left out here.

use super::*;

/// Numbers that look like chance (Knuth's linear congruential generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn path(&mut self) -> &'static str {
        const PATHS: [&str; 12] = [
            "content",
            "content/a",
            "content/a/b",
            "content/a/b/c",
            "content/a/b/x.md",
            "content/a/b/c/x.md",
            "content/d",
            "content/d/x.md",
            "static/e/f",
            "static/e/f/x.css",
            "static/x.css",
            "beside/a/b",
        ];
        PATHS[self.below(PATHS.len())]
    }
}

#[test]
fn whatever_happens_events_alone_keep_memory_right() {
    for seed in 0..12 {
        let mut chance = Chance(seed);
        let mut site = site(&["content/a/b/x.md", "static/e/f/x.css"]);
        let mut acts = Vec::new();
        for _ in 0..6 {
            for _ in 0..=chance.below(4) {
                let (path, other) = (chance.path(), chance.path());
                // What the file system refuses does not happen.
                let _ = match chance.below(6) {
                    0 | 1 => Disk.write(&site.path(path), b"text").map(drop),
                    2 => Disk.make_folder(&site.path(path)),
                    3 => Disk.remove_tree(&site.path(path)).or_else(|_| Disk.remove_file(&site.path(path))),
                    _ => Disk.rename(&site.path(path), &site.path(other)),
                };
                acts.push((path, other));
            }
            let give_up = clock::now() + PATIENCE;
            while shown(&site.recall, &site.root) != shown(&Disk, &site.root) {
                assert!(clock::now() < give_up, "seed {seed}: {acts:?}\n{}", shown(&site.recall, &site.root));
                let wake = site.watcher.next(Some(give_up), &|path| site.recall.knows(path));
                if let Wake::Hint(hint @ Hint::Paths(_)) = wake {
                    site.recall.refresh(&hint);
                }
            }
        }
    }
}

/// The folders that are watched. Nobody tells what is in the one beside them.
fn shown(files: &dyn Files, root: &Path) -> String {
    let lines = told(files, root);
    lines.into_iter().filter(|line| !line.contains("/beside/")).collect::<Vec<_>>().join("\n")
}
