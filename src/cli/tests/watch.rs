//! What `gloss watch` says: of the first build, of each change, and while there is an error. It follows a folder on disk.

use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::*;
use crate::files::Disk;

/// Who waits longer than this waits in vain.
const PATIENCE: Duration = Duration::from_secs(20);

/// Standard error, handed over line by line until nobody reads any more.
struct Lines {
    line: Vec<u8>,
    reader: Sender<String>,
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            if *byte == b'\n' {
                let line = String::from_utf8(std::mem::take(&mut self.line)).unwrap();
                self.reader.send(line).map_err(|_| io::Error::other("nobody reads any more"))?;
            } else {
                self.line.push(*byte);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Follows the site at `root` until nobody reads any more.
fn watch(root: &Path, arguments: &[&str], reader: Sender<String>) -> u8 {
    let mut outside = Outside {
        files: Arc::new(Disk),
        folder: root.to_owned(),
        environment: &|_| None,
        clock: &|| 1_714_694_400, // 2024-05-03
        terminal: false,
        out: &mut io::sink(),
        err: &mut Lines { line: Vec::new(), reader },
    };
    run(["gloss", "watch"].iter().chain(arguments).map(OsString::from), &mut outside)
}

/// The lines up to the one that begins so, without how long anything took.
#[track_caller]
fn until(lines: &Receiver<String>, last: &str) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    loop {
        let line =
            lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("after {said:#?} no line begins with {last}"));
        let is_last = line.starts_with(last);
        let words: Vec<&str> = line.split(' ').collect();
        let is_time =
            |at: usize| at > 0 && words[at - 1] == "in" && words.get(at + 1).is_some_and(|next| next.starts_with("s:"));
        let words = words.iter().enumerate().map(|(at, word)| if is_time(at) { "N" } else { word });
        said.push(words.collect::<Vec<_>>().join(" "));
        if is_last {
            return said;
        }
    }
}

#[test]
fn watch_says_what_it_has_made_and_what_it_waits_for() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    // A file comes whole into its place, so that each is one change.
    let put = |path: &str, text: &str| {
        Disk.write(&root.join("aside"), text.as_bytes()).unwrap();
        Disk.rename(&root.join("aside"), &root.join(path)).unwrap();
    };
    put("site.yaml", "title: A\nbase_url: https://a.example\n");
    put("content/about.md", "Words.\n");
    let (reader, lines) = channel();
    // Where the test fails, nobody waits for this thread.
    let watched = root.clone();
    let watching = std::thread::spawn(move || watch(&watched, &["--explain"], reader));
    assert_eq!(
        until(&lines, "Watching"),
        ["Built 11 pages in N s: 26 written, 0 unchanged, 0 removed → public", "Watching for changes; Ctrl-C ends it.",]
    );
    put("content/about.md", "Other words.\n");
    let made = ["/about/: page, metadata, content changed", "Made /about/ in N s: 4 written, 0 removed"];
    assert_eq!(until(&lines, "Made"), made);
    put("content/about.md", "Other words, [linked](nowhere.md).\n");
    let failed = until(&lines, "Failed");
    assert_eq!(failed[0], "error[broken-link]: there is no file `content/nowhere.md`");
    assert_eq!(failed.last().unwrap(), "Failed: 1 error. Nothing was written; waiting for the mend.");
    put("content/about.md", "Words without a link.\n");
    assert_eq!(until(&lines, "Made"), made);
    put("static/a.txt", "A file.\n");
    assert_eq!(until(&lines, "No page"), ["No page to make in N s: 1 written, 0 removed"]);
    put("content/reports/b.md", "---\ntitle: B\ndate: 2019-01-01\n---\nWords.\n");
    let many = until(&lines, "Made");
    assert_eq!(many.last().unwrap(), "Made 13 pages in N s: 17 written, 0 removed");

    // What can't be told ends it.
    drop(lines);
    put("content/about.md", "Words.\n");
    assert_eq!(watching.join().unwrap(), 1);
}
