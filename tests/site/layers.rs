//! The shape of the code: modules form layers in the order of `src/lib.rs`, and what belongs to one place stays there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every source file with its path below `src/`.
fn sources() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&src).into_iter().map(Result::unwrap).map(walkdir::DirEntry::into_path);
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    files.filter(|path| path.extension().is_some_and(|end| end == "rs")).map(read).collect()
}

/// A file's top module: `resolve` of `resolve/links.rs`.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The code of a file without its tests and comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(path: &str) -> bool {
    path.contains("tests/") || path.ends_with("tests.rs")
}

/// Fails with one line for each file that breaks a rule.
fn check(rule: impl Fn(&str, &str) -> Vec<String>) {
    let broken: Vec<String> = sources().iter().flat_map(|(path, text)| rule(path, text)).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn a_module_uses_only_those_before_it() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let layers: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let layer = |name: &str| layers.iter().position(|layer| *layer == name);
    check(|path, text| {
        let Some(own) = layer(module(path)).filter(|_| !is_test(path)) else { return Vec::new() };
        let code = code(text);
        let used = code.split("crate::").skip(1).map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
        });
        used.filter(|used| layer(used).is_some_and(|layer| layer > own))
            .map(|used| format!("src/{path} uses `{used}`, which stands after `{}` in src/lib.rs", module(path)))
            .collect()
    });
}

#[test]
fn files_are_short_and_say_what_they_are() {
    check(|path, text| {
        let lines = text.lines().count();
        let long =
            (lines > 400).then(|| format!("src/{path} has {lines} lines: split it by meaning, 400 are the most"));
        let bare = (!text.starts_with("//! ")).then(|| format!("src/{path} does not begin with `//! ` and what it is"));
        long.into_iter().chain(bare).collect()
    });
}

#[test]
fn the_outside_world_comes_in_at_one_place() {
    const RULES: [(&str, &[&str]); 7] = [
        ("std::fs", &["files/disk.rs"]),
        ("SystemTime::now", &["files/disk.rs"]),
        ("Timestamp::now", &["cli/"]),
        ("Instant::now", &["cli/", "watch/clock.rs"]),
        ("std::env", &["cli/"]),
        ("println!", &[]),
        ("static mut", &[]),
    ];
    check(|path, text| {
        let code = if is_test(path) { String::new() } else { code(text) };
        let broken = RULES
            .iter()
            .filter(|(words, places)| code.contains(words) && !places.iter().any(|place| path.starts_with(place)));
        broken.map(|(words, _)| format!("src/{path} has `{words}`")).collect()
    });
}
