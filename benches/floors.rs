//! What no build can cost less than: reading every text, turning it from Markdown into HTML, writing every file. Each is a
//! process of its own, so that it is measured as a build is; `peers.sh` does that.
//!
//! ```text
//! floors read SITE      walks SITE/content and reads every file
//! floors parse SITE     reads them, and has pulldown-cmark make HTML of every text
//! floors write OUT NEW  makes the folders of OUT below NEW, and files as long
//! ```

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

fn main() -> io::Result<()> {
    // `cargo bench` adds a flag, and starts it without arguments where it is one of several.
    let given: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match *given.iter().map(String::as_str).collect::<Vec<_>>() {
        ["read", site] => read(Path::new(site), |text| black_box(text).len()),
        ["parse", site] => read(Path::new(site), |text| rendered(body(&text)).len()),
        ["write", out, new] => write(Path::new(out), Path::new(new)),
        _ => Ok(()),
    }
}

fn read(site: &Path, each: impl Fn(String) -> usize + Sync) -> io::Result<()> {
    let (_, files) = walked(&site.join("content"))?;
    let sizes: io::Result<Vec<usize>> = files.par_iter().map(|(path, _)| Ok(each(fs::read_to_string(path)?))).collect();
    black_box(sizes?);
    Ok(())
}

/// What stands below the front matter.
fn body(text: &str) -> &str {
    text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body)
}

fn rendered(body: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut out = String::with_capacity(body.len() * 3 / 2);
    html::push_html(&mut out, Parser::new_ext(body, options));
    out
}

fn write(out: &Path, new: &Path) -> io::Result<()> {
    let (folders, files) = walked(out)?;
    let below = |path: &Path| path.strip_prefix(out).map(|path| new.join(path)).map_err(io::Error::other);
    for folder in &folders {
        fs::create_dir_all(below(folder)?)?;
    }
    let longest = files.iter().map(|(_, length)| *length).max().unwrap_or(0);
    let bytes = vec![b'.'; longest];
    files.par_iter().try_for_each(|(path, length)| fs::write(below(path)?, &bytes[..*length]))
}

/// All folders, each behind the one that it is in, and all files with their lengths.
type Tree = (Vec<PathBuf>, Vec<(PathBuf, usize)>);

fn walked(root: &Path) -> io::Result<Tree> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(root) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            folders.push(entry.into_path());
        } else {
            let length = entry.metadata()?.len();
            files.push((entry.into_path(), usize::try_from(length).map_err(io::Error::other)?));
        }
    }
    Ok((folders, files))
}
