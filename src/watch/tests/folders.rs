//! Folders that come, go and come back.

use super::*;

#[test]
fn a_new_folder_is_told_with_all_that_is_in_it() {
    let mut site = site(&["content/x.md"]);
    site.write("content/a/b/c/y.md");
    site.expect(&["content/a"]);
    assert!(site.recall.knows(&site.path("content/a/b/c/y.md")));
    site.write("content/a/b/c/z.md");
    site.expect(&["content/a/b/c/z.md"]);
}

#[test]
fn a_folder_is_moved_in_and_out() {
    let mut site = site(&["content/x.md"]);
    let beside = site.folder.path().canonicalize().unwrap().join("beside");
    Disk.write(&beside.join("a/y.md"), b"text").unwrap();
    Disk.rename(&beside, &site.path("content/in")).unwrap();
    site.expect(&["content/in"]);
    assert!(site.recall.knows(&site.path("content/in/a/y.md")));
    site.write("content/in/a/y.md");
    site.expect(&["content/in/a/y.md"]);
    site.rename("content/in/a", "content/a");
    site.expect(&["content/in/a", "content/a"]);
    site.write("content/a/y.md");
    site.expect(&["content/a/y.md"]);
    Disk.rename(&site.path("content/a"), &beside).unwrap();
    site.expect(&["content/a"]);
    assert!(!site.recall.knows(&site.path("content/a/y.md")));
}

#[test]
fn the_content_folder_is_deleted_and_made_again() {
    let mut site = site(&["content/a/x.md", "site.yaml"]);
    for _ in 0..3 {
        Disk.remove_tree(&site.path("content")).unwrap();
        site.expect(&["content"]);
        site.write("content/a/x.md");
        site.expect(&["content"]);
        site.write("content/a/x.md");
        site.expect(&["content/a/x.md"]);
    }
}

#[test]
fn another_folder_takes_the_place_of_content() {
    let mut site = site(&["content/a/x.md", "drafts/a/x.md"]);
    site.rename("content", "old");
    site.rename("drafts", "content");
    site.expect(&["content", "drafts", "old"]);
    site.write("content/a/x.md");
    site.expect(&["content/a/x.md"]);
    // What was moved away is no part of the site.
    site.write("old/a/x.md");
    site.write("content/a/y.md");
    site.expect(&["content/a/y.md"]);
}

#[test]
fn the_whole_site_is_deleted_and_made_again() {
    let mut site = site(&["content/x.md"]);
    Disk.remove_tree(&site.root).unwrap();
    site.expect(&["content"]);
    site.expect_soon("content/x.md");
    site.expect_soon("site.yaml");
}

#[test]
fn folders_that_were_not_there_are_watched_when_they_appear() {
    let mut site = site(&["site.yaml"]);
    site.write("static/site.css");
    site.expect(&["static"]);
    site.write("static/site.css");
    site.expect(&["static/site.css"]);
    Disk.make_folder(&site.path("themes")).unwrap();
    site.expect(&["themes"]);
    Disk.make_folder(&site.path("themes/dusk")).unwrap();
    site.expect(&["themes/dusk"]);
    site.write("themes/dusk/page.html");
    site.expect(&["themes/dusk/page.html"]);
}

#[test]
fn other_folders_can_be_watched_later() {
    let mut site = site(&["themes/dusk/a.html", "themes/dawn/a.html", "content/x.md"]);
    let folders = ["content", "themes/dawn"].map(|name| site.root.join(name)).into();
    let out = site.path("public");
    site.watcher.set_watched(Watched { root: site.root.clone(), folders, out });
    site.expect(&["themes/dawn"]);
    site.write("themes/dusk/a.html");
    site.write("themes/dawn/a.html");
    site.write("content/x.md");
    site.expect(&["themes/dawn/a.html", "content/x.md"]);
}

#[cfg(unix)]
#[test]
fn a_folder_behind_a_link_is_watched_at_its_real_place() {
    let mut site = site(&["shared/x.md"]);
    std::os::unix::fs::symlink("shared", site.path("content")).unwrap();
    site.expect(&["content"]);
    site.write("shared/x.md");
    site.expect(&["shared/x.md"]);
    site.write("other/y.md");
    Disk.remove_file(&site.path("content")).unwrap();
    std::os::unix::fs::symlink("other", site.path("content")).unwrap();
    site.expect(&["content"]);
    site.write("other/y.md");
    site.expect(&["other/y.md"]);
}

#[test]
fn nothing_is_told_of_the_output_and_of_other_programs_folders() {
    let mut site = site(&["content/x.md"]);
    let silent = ["public/index.html", ".gloss/manifest", ".git/HEAD", "target/x", "node_modules/x"];
    for path in silent {
        site.write(path);
    }
    site.write("content/x.md");
    let awaited = site.path("content/x.md");
    loop {
        let Hint::Paths(paths) = site.hint("content/x.md") else { continue };
        assert_eq!(paths, [awaited.clone()].into());
        break;
    }
    assert_eq!(Disk.stat(&site.path("public")).unwrap().kind, Kind::Folder);
}
