//! What can't be an output, or a file of one. Nothing has changed then.

use super::*;

/// What opening the output at `out` tells; nothing when it opens.
fn refusal(site: &Site<'_>, out: &str) -> String {
    let settings = Settings { out: site.path(out), ..site.settings.clone() };
    match Output::open(site.files, &settings) {
        Ok(_) => String::new(),
        Err(problem) => lines(Err::<(), _>(vec![problem])).join("\n"),
    }
}

/// Builds over an output with strangers, and asserts that nothing is changed and what is told.
#[track_caller]
fn refuses(site: &Site<'_>, pages: &[(&str, &str)], expected: &[&str]) {
    let before = site.all();
    assert_eq!(lines(site.build(pages)), expected);
    assert_eq!(site.all(), before);
}

#[test]
fn the_output_lies_apart_from_the_sources() {
    both(|site| {
        site.write("content/a.md", "");
        let mend = "(choose another folder with `out` in site.yaml or `--out`)";
        let refused = |what: &str| format!("output-refused: the output folder {what} {mend}");
        assert_eq!(refusal(site, "content"), refused("`content` lies in the site's `content`"));
        assert_eq!(refusal(site, "content/public"), refused("`content/public` lies in the site's `content`"));
        assert_eq!(refusal(site, "static/x"), refused("`static/x` lies in the site's `static`"));
        assert_eq!(
            refusal(site, "themes/../templates"),
            refused("`themes/../templates` lies in the site's `templates`")
        );
        assert_eq!(refusal(site, ""), refused("`.` holds the site's `content`"));
        site.write("file", "");
        assert_eq!(refusal(site, "file"), refused("`file` is not a folder"));
        let settings = Settings { out: "/".into(), ..site.settings.clone() };
        assert_eq!(
            Output::open(site.files, &settings).err().unwrap().message,
            "the output folder `/` holds the site's `content`"
        );
        let beside = site.settings.root.join("../contents");
        let settings = Settings { out: beside, ..site.settings.clone() };
        assert!(Output::open(site.files, &settings).is_ok());
    });
}

#[cfg(unix)]
#[test]
fn links_do_not_hide_where_the_output_lies() {
    let memory = Memory::new().with("/elsewhere/x", "").with("/shared/a.md", "");
    memory.link("/site/linked", "/elsewhere");
    memory.link("/site/content", "/shared");
    let site = Site::new(&memory, Path::new("/site"));
    assert_eq!(
        refusal(&site, "linked"),
        "output-refused: the output folder `linked` is a symbolic link to `/elsewhere` (name the folder itself with `out` \
         in site.yaml or `--out`)"
    );
    let mend = "(choose another folder with `out` in site.yaml or `--out`)";
    assert_eq!(
        refusal(&site, "linked/out"),
        format!("output-refused: the output folder `linked/out` leads out of the site through a symbolic link {mend}")
    );
    assert_eq!(
        refusal(&site, "../shared/out"),
        format!("output-refused: the output folder `../shared/out` lies in the site's `content` {mend}")
    );
}

#[test]
fn an_unknown_output_is_refused_until_it_is_adopted() {
    both(|site| {
        site.write("public/CNAME", "example.org");
        site.write("public/a/b", "old");
        site.write("public/same", "same");
        let mend = "choose an empty folder, or run once with `--adopt`: it replaces files that the site has too, and \
                    deletes nothing";
        let pages = [("a/b", "new"), ("same", "same")];
        let told = format!(
            "output-refused: the output folder `public` holds files that no earlier build has written ({mend})"
        );
        refuses(site, &pages, &[&told]);

        let adopting = Site { files: site.files, settings: Settings { adopt: true, ..site.settings.clone() } };
        assert_eq!(adopting.build(&pages), Ok(counts(1, 1, 0)));
        site.has(&[("public/CNAME", "example.org"), ("public/a/b", "new"), ("public/same", "same")]);
        assert_eq!(site.build(&pages), Ok(counts(0, 2, 0)));
    });
}

#[test]
fn a_damaged_manifest_is_none() {
    both(|site| {
        site.build(&[("a", "1")]).unwrap();
        let manifest = site.files.walk(&site.path(".gloss"), &|_| true).into_iter().map(|entry| entry.unwrap().path);
        let manifest = manifest.into_iter().find(|path| path.extension().is_some_and(|end| end == "manifest")).unwrap();
        let mend = "(choose an empty folder, or run once with `--adopt`: it replaces files that the site has too, and \
                    deletes nothing)";
        for (text, what) in [
            ("gloss manifest 2\n", "whose manifest is damaged"),
            ("gloss manifest 0\n", "that another version of Glossator has written"),
        ] {
            site.files.write(&manifest, text.as_bytes()).unwrap();
            let told = format!("output-refused: the output folder `public` holds files {what} {mend}");
            refuses(site, &[("a", "2")], &[&told]);
        }
        site.files.remove_tree(&site.path("public")).unwrap();
        assert_eq!(site.build(&[("a", "2")]), Ok(counts(1, 0, 0)));
    });
}

#[test]
fn a_lock_that_is_no_file_was_told_without_its_name() {
    both(|site| {
        site.build(&[("a", "1")]).unwrap();
        let tag = Digest::of_bytes(site.path("public").as_os_str().as_encoded_bytes());
        let lock = site.path(&format!(".gloss/{tag}.lock"));
        let _ = site.files.remove_file(&lock);
        site.files.make_folder(&lock).unwrap();
        let why = "can't be used: not a regular file (remove it, and build again)";
        assert_eq!(refusal(site, "public"), format!("output-refused: `.gloss/{tag}.lock` {why}"));
    });
}

#[test]
fn a_stranger_on_a_route_of_ours_is_told_before_anything_is_moved() {
    both(|site| {
        site.build(&[("a", "1"), ("gone", "2"), ("d/e", "3")]).unwrap();
        site.write("public/b", "mine");
        site.write("public/c", "mine");
        site.write("public/d/notes", "mine");
        let told = |path: &str, what: &str, mend: &str| {
            format!(
                "output-refused: `{path}` in the output folder `public` was not written by a build, and {what} ({mend})"
            )
        };
        let adopt = "move it away, or run once with `--adopt` to replace it";
        let pages = [("a", "new"), ("b", "mine"), ("c/index.html", "x"), ("d", "y")];
        let expected = [
            told("b", "is where a file of the site must be", adopt),
            told("c", "is where the folder of `c/index.html` must be", "move it away"),
            told("d/notes", "lies where the file `d` must be", "move it away"),
        ];
        refuses(site, &pages, &expected.each_ref().map(String::as_str));
    });
}

#[test]
fn files_of_one_build_do_not_collide() {
    both(|site| {
        let pages =
            [("a", "1"), ("a", "2"), ("b", "3"), ("b/c", "4"), ("B/d/e", "5"), ("Tags/X", "6"), ("tags/x", "7")];
        let expected = [
            "duplicate-route: `Tags/X` and `tags/x` differ only in case or in their Unicode form (give one of them another \
             name)",
            "duplicate-route: `b` would be a file, and a folder for `B/d/e`",
            "duplicate-route: `b` would be a file, and a folder for `b/c`",
            "duplicate-route: two files would be written to `a`",
        ];
        refuses(site, &pages, &expected);
    });
}

#[test]
fn paths_that_lead_elsewhere_are_told_and_the_others_not_written() {
    both(|site| {
        let pages = [("../content/x", "1"), ("/etc/passwd", "2"), ("a\\b", "3"), ("fine", "4")];
        let expected = [
            "invalid-route: `../content/x` is no path of an output file: it holds `.` or `..` as a name",
            "invalid-route: `/etc/passwd` is no path of an output file: it begins or ends with a slash, or has two in a row, \
             or is empty",
            "invalid-route: `a\\\\b` is no path of an output file: it holds a backslash",
        ];
        refuses(site, &pages, &expected);
    });
}

#[test]
fn one_build_at_a_time_writes_to_an_output() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::new(&Disk, &folder.path().canonicalize().unwrap());
    let first = site.open().unwrap();
    let told =
        "output-refused: another build is writing to the output folder `public` (wait until it has ended, or stop it)";
    assert_eq!(refusal(&site, "public"), told);
    assert_eq!(refusal(&site, "other"), "");
    first.abandon();
    assert_eq!(site.build(&[("a", "1")]), Ok(counts(1, 0, 0)));
}
