//! Builds that fail or are killed, and file systems that refuse.

use super::*;

/// A site in memory with one page built, and one that a stranger put beside it.
fn built(memory: &Memory) -> Site<'_> {
    let site = Site::new(memory, Path::new("/site"));
    site.build(&[("a/index.html", "a1"), ("b/index.html", "b1"), ("c/index.html", "c1")]).unwrap();
    site.write("public/CNAME", "example.org");
    site
}

/// The same pages, each of them changed, one gone and one new.
const NEXT: [(&str, &str); 3] = [("a/index.html", "a2"), ("b/index.html", "b2"), ("d/index.html", "d2")];

#[test]
fn a_build_that_is_given_up_leaves_the_output_as_it_was() {
    both(|site| {
        site.build(&[("a", "1"), ("b", "2")]).unwrap();
        let before = site.all();
        let output = site.open().unwrap();
        put(&output, "a", "changed");
        put(&output, "c", "new");
        assert_ne!(site.all(), before);
        output.abandon();
        assert_eq!(site.all(), before);
        assert_eq!(site.build(&[("a", "1"), ("b", "2")]), Ok(counts(0, 2, 0)));
    });
}

#[test]
fn what_a_killed_build_has_staged_is_cleared_away() {
    both(|site| {
        site.build(&[("a", "1")]).unwrap();
        let before = site.all();
        let killed = site.open().unwrap();
        put(&killed, "b", "2");
        let stage = killed.stage.folder().unwrap().join("0/0");

        killed.abandon();
        site.files.write(&stage, b"2").unwrap();
        assert_ne!(site.all(), before);
        drop(site.open().unwrap());
        assert_eq!(site.all(), before);
    });
}

#[test]
fn folders_that_a_killed_build_had_emptied_were_never_removed() {
    both(|site| {
        site.build(&[("a/b/c", "1"), ("a/b/d", "2"), ("e/f/g", "3"), ("h", "4")]).unwrap();
        for path in ["public/a/b/c", "public/a/b/d", "public/e/f/g"] {
            site.files.remove_file(&site.path(path)).unwrap();
        }
        site.files.remove_empty_folder(&site.path("public/e/f")).unwrap();
        assert_eq!(site.build(&[("h", "4")]), Ok(counts(0, 1, 0)));
        site.has(&[("public/h", "4")]);
        assert!(site.files.stat(&site.path("public/a")).is_err());
        assert!(site.files.stat(&site.path("public/e")).is_err());
    });
}

#[test]
fn a_file_system_that_refuses_a_staged_file_is_told_once_and_nothing_is_changed() {
    let memory = Memory::new();
    let site = built(&memory);
    let before = site.all();
    memory.break_writes("/site/public");
    // Nothing can be made in the output, and nothing beside it reaches it.
    let output = site.open().unwrap();
    for (path, text) in NEXT {
        put(&output, path, text);
    }
    assert!(output.has_failed());
    let told = "output-refused: `a/index.html` can't be written for `public`: permission denied";
    assert_eq!(lines(finish(output)), [told]);
    memory.mend();
    assert_eq!(site.all(), before);
}

#[test]
fn a_move_that_fails_half_way_is_put_right_by_the_next_build() {
    let memory = Memory::new();
    let site = built(&memory);
    memory.break_writes("/site/public/b");
    let told = "output-refused: `b/index.html` can't be brought up to date in `public`: permission denied (`public` may be \
                partly new: mend this, and build again)";
    assert_eq!(lines(site.build(&NEXT)), [told]);
    memory.mend();
    site.has(&[
        ("public/CNAME", "example.org"),
        ("public/a/index.html", "a2"),
        ("public/b/index.html", "b1"),
        ("public/c/index.html", "c1"),
    ]);
    assert_eq!(site.build(&NEXT), Ok(counts(2, 1, 1)));
    let expected = [
        ("public/CNAME", "example.org"),
        ("public/a/index.html", "a2"),
        ("public/b/index.html", "b2"),
        ("public/d/index.html", "d2"),
    ];
    site.has(&expected);
    assert_eq!(site.build(&NEXT), Ok(counts(0, 3, 0)));
}

#[test]
fn files_at_new_paths_are_known_even_if_the_build_dies_right_after() {
    let memory = Memory::new();
    let site = built(&memory);
    memory.break_writes("/site/public/c");
    assert!(site.build(&NEXT).is_err());
    memory.mend();
    assert!(site.files.stat(&site.path("public/d/index.html")).is_ok());
    assert_eq!(site.build(&NEXT), Ok(counts(0, 3, 1)));
}

#[test]
fn staging_falls_back_to_the_output_where_nothing_can_be_made_beside_it() {
    let memory = Memory::new();
    let site = built(&memory);
    let stage = {
        let output = site.open().unwrap();
        put(&output, "x", "x");
        output.stage.folder().unwrap().to_owned()
    };
    memory.break_writes(&stage.display().to_string());
    assert_eq!(site.build(&NEXT), Ok(counts(3, 0, 1)));
    site.has(&[
        ("public/CNAME", "example.org"),
        ("public/a/index.html", "a2"),
        ("public/b/index.html", "b2"),
        ("public/d/index.html", "d2"),
    ]);
}

#[test]
fn a_manifest_that_could_not_be_written_was_told_as_if_the_output_had_changed() {
    let memory = Memory::new();
    let site = built(&memory);
    let before = site.all();
    let output = site.open().unwrap();
    for (path, text) in NEXT {
        put(&output, path, text);
    }
    memory.break_writes("/site/.gloss");
    let unfinished = output.finish().unwrap_err();
    memory.mend();
    assert!(!unfinished.is_begun);
    let told = lines(Err::<(), _>(unfinished.problems)).join("\n");
    let why = "manifest`, which lists what is in `public`, can't be written: permission denied (`public` is as it was: mend \
               this, and build again)";
    assert!(told.starts_with("output-refused: `.gloss/") && told.ends_with(why), "{told}");
    assert_eq!(site.all(), before);
}

#[cfg(unix)]
#[test]
fn a_file_with_other_bytes_of_the_same_length_and_time_was_taken_for_the_one_that_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::new(&Disk, &folder.path().canonicalize().unwrap());
    let pages = [("a", "1"), ("b", "2")];
    site.build(&pages).unwrap();
    let before = site.stat("public/a");
    // The file system's clock may not have moved on since the build.
    while site.stat("public/a").changed == before.changed {
        site.write("public/a", "x");
        let file = std::fs::File::options().write(true).open(site.path("public/a")).unwrap();
        file.set_modified(before.modified).unwrap();
    }
    assert_eq!(site.stat("public/a").modified, before.modified);
    let output = site.open().unwrap();
    assert!(!output.known("a", Digest::of_bytes(b"1")));
    assert!(output.known("b", Digest::of_bytes(b"2")));
    put(&output, "a", "1");
    assert_eq!(finish(output), Ok(counts(1, 1, 0)));
    site.has(&[("public/a", "1"), ("public/b", "2")]);
}

#[test]
fn a_memory_that_cannot_be_written_is_told() {
    let memory = Memory::new();
    memory.break_writes("/site/.gloss");
    let site = Site::new(&memory, Path::new("/site"));
    let told = "output-refused: the folder `.gloss` beside site.yaml can't be used: permission denied";
    assert_eq!(lines(site.build(&[("a", "1")])), [told]);
    memory.mend();
    site.write(".gloss/.gitignore", "*\n");
    memory.break_writes("/site/.gloss");
    assert_eq!(lines(site.build(&[("a", "1")])), [told]);
}

#[cfg(unix)]
#[test]
fn links_in_the_output_never_lead_a_build_elsewhere() {
    let memory = Memory::new();
    let site = built(&memory);
    for folder in ["a", "c"] {
        memory.remove_tree(&site.path(&format!("public/{folder}"))).unwrap();
        memory.put(&format!("/elsewhere/{folder}/index.html"), "theirs");
        memory.link(&format!("/site/public/{folder}"), &format!("/elsewhere/{folder}"));
    }
    let told = "output-refused: `a` in the output folder `public` was not written by a build, and is where the folder of \
                `a/index.html` must be (move it away)";
    assert_eq!(lines(site.build(&NEXT)), [told]);
    // Nothing is to be written in `c`, only removed.
    assert_eq!(site.build(&[("b/index.html", "b1")]), Ok(counts(0, 1, 0)));
    let expected = [("a/index.html", "theirs"), ("c/index.html", "theirs")];
    assert_eq!(memory.texts("/elsewhere"), expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
}
