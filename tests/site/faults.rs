//! One site with a fault of every name: all of them are told in one run. It lies in `tests/faults`, for everybody to run.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use glossator::cli::{Outside, run};
use glossator::files::Disk;
use glossator::problem::Name;
use serde_json::Value;

/// Names that this site can't have: these keep a site from being looked at any further, or from being written.
const ELSEWHERE: [Name; 2] = [Name::OutputRefused, Name::Unreadable];

/// A copy of the site on disk, with what an earlier build has written.
struct Copy {
    folder: tempfile::TempDir,
}

struct Ran {
    code: u8,
    out: String,
    err: String,
}

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let copy = Self { folder };
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults"), &copy.root());
        // The symbolic link of the site leads here.
        fs::write(copy.folder.path().join("LICENSE"), "").unwrap();
        copy
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("some/site")
    }

    fn gloss(&self, arguments: &[&str]) -> Ran {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut outside = Outside {
            files: std::sync::Arc::new(Disk),
            folder: self.root(),
            environment: &|_| None,
            clock: &|| 1_704_067_200, // 2024-01-01
            terminal: false,
            out: &mut out,
            err: &mut err,
        };
        let code = run(["gloss"].iter().chain(arguments).map(OsString::from), &mut outside);
        let real = self.folder.path().canonicalize().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(real.to_str().unwrap(), "");
        Ran { code, out: text(out), err: text(err) }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().unwrap();
        if kind.is_symlink() {
            std::os::unix::fs::symlink(fs::read_link(from).unwrap(), to).unwrap();
        } else if kind.is_dir() {
            // What a person's own run has left behind is no part of the site.
            if !matches!(entry.file_name().to_str(), Some(".gloss" | "public")) {
                copy_folder(&from, &to);
            }
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// Every file below a folder with its bytes and the time of its last change.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let changed = entry.metadata().unwrap().modified().unwrap();
            (entry.path().to_owned(), fs::read(entry.path()).unwrap(), changed)
        })
        .collect()
}

#[test]
fn every_fault_is_told_in_one_run_as_people_see_it() {
    let ran = Copy::new().gloss(&["check"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!("faults", ran.err);
}

#[test]
fn programs_get_every_name_with_its_place() {
    let ran = Copy::new().gloss(&["check", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: BTreeSet<&str> = lines.iter().map(|line| line["name"].as_str().unwrap()).collect();
    let all: BTreeSet<&str> = Name::ALL.iter().filter(|it| !ELSEWHERE.contains(it)).map(|it| it.as_str()).collect();
    assert_eq!(all.difference(&told).collect::<Vec<_>>(), Vec::<&&str>::new());
    // A name of a file, a file that is a link, and a key that is not there have no line.
    let whole = ["duplicate-id", "exposed-version", "unknown-language", "unsafe-symlink", "no-base-url"];
    for line in &lines {
        assert!(line["file"].is_string(), "{line}");
        let has_line = line["line"].is_u64() && line["column"].is_u64();
        let is_date_file = line["file"] == "content/dates/christmas.md";
        assert!(has_line || is_date_file || whole.contains(&line["name"].as_str().unwrap()), "{line}");
    }
    // The same in the same order as people get it.
    let people = Copy::new().gloss(&["check"]).err;
    let mut rest = people.as_str();
    for line in &lines {
        let message = line["message"].as_str().unwrap();
        let at = rest.find(message).unwrap_or_else(|| panic!("{message} does not follow in {rest}"));
        rest = &rest[at + message.len()..];
    }
}

#[test]
fn code_scanning_and_annotations_tell_as_much() {
    let copy = Copy::new();
    let lines = |format: &str| {
        let ran = copy.gloss(&["check", "--format", format]);
        assert_eq!((ran.code, ran.err.starts_with("Failed: ")), (1, true), "{}", ran.err);
        ran.out.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let (json, github, sarif) = (lines("json"), lines("github"), lines("sarif"));
    assert_eq!((github.len(), sarif.len()), (json.len(), 1));
    let log: Value = serde_json::from_str(&sarif[0]).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), json.len());
    let mut prints = BTreeSet::new();
    for ((line, annotation), result) in json.iter().zip(&github).zip(results) {
        let line: Value = serde_json::from_str(line).unwrap();
        let name = line["name"].as_str().unwrap();
        assert_eq!((&result["ruleId"], &result["level"]), (&line["name"], &line["severity"]));
        let message = line["message"].as_str().unwrap();
        assert!(result["message"]["text"].as_str().unwrap().starts_with(message), "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert_eq!(uri, line["file"].as_str().unwrap());
        let region = &place["region"];
        let ends = ["startLine", "startColumn", "endLine", "endColumn"].map(|key| &region[key]);
        assert_eq!(ends, ["line", "column", "end_line", "end_column"].map(|key| &line[key]));
        let backwards =
            region["startLine"] == region["endLine"] && region["startColumn"].as_u64() > region["endColumn"].as_u64();
        assert!(!backwards, "{result}");
        assert!(prints.insert(result["partialFingerprints"]["problem/v1"].as_str().unwrap()), "{result}");
        assert!(annotation.contains(&format!("title={name}::")) && annotation.starts_with("::"), "{annotation}");
    }
}

#[test]
fn an_earlier_output_stays_as_it_was() {
    let copy = Copy::new();
    let root = copy.root();
    for faulty in ["content", "templates"] {
        fs::rename(root.join(faulty), root.join(format!("{faulty}-aside"))).unwrap();
    }
    let faulty = fs::read_to_string(root.join("site.yaml")).unwrap();
    fs::write(root.join("site.yaml"), "title: Sound\n").unwrap();
    fs::create_dir_all(root.join("content")).unwrap();
    fs::write(root.join("content/about.md"), "Words.\n").unwrap();
    let first = copy.gloss(&["build"]);
    assert_eq!(first.code, 0, "{}", first.err);
    let before = contents(&root.join("public"));
    assert!(before.len() > 10);

    fs::remove_dir_all(root.join("content")).unwrap();
    for faulty in ["content", "templates"] {
        fs::rename(root.join(format!("{faulty}-aside")), root.join(faulty)).unwrap();
    }
    // Once with a sound site.yaml, so that the output is opened; once with the faulty one.
    for site_yaml in ["title: Sound\n", &faulty] {
        fs::write(root.join("site.yaml"), site_yaml).unwrap();
        let ran = copy.gloss(&["build"]);
        assert_eq!(ran.code, 1);
        assert!(ran.err.ends_with("Nothing was written.\n"), "{}", ran.err);
        assert_eq!(contents(&root.join("public")), before);
    }
}
