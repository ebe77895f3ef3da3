//! What is listed of small sites, and what is told of bad ones.

use std::path::Path;

use std::sync::Arc;

use super::*;
use crate::files::Memory;
use crate::problem::Spot;

/// The settings of a site at `/site`.
fn settings() -> Settings {
    example::settings(Path::new("/site"))
}

/// A memory with empty files at `paths` below `/site`.
fn site(paths: &[&str]) -> Memory {
    let files = Memory::new();
    files.make_folder(Path::new("/site/content")).unwrap();
    paths.iter().fold(files, |files, path| files.with(&format!("/site/{path}"), ""))
}

fn content(listing: &Listing) -> Vec<&str> {
    listing.content.iter().map(|file| &*file.path).collect()
}

/// The problems of a site, one line each.
fn problems(files: &Memory) -> Vec<String> {
    let (_, problems) = list(files, &settings());
    let line = |problem: &Problem| {
        let place = problem.place.as_ref().unwrap();
        assert_eq!(place.spot, Spot::File);
        format!("{}: {}: {}", place.file, problem.name, problem.message)
    };
    problems.iter().map(line).collect()
}

#[test]
fn markdown_is_content_and_other_files_are_assets() {
    let files = site(&[
        "site.yaml",
        "content/index.md",
        "content/reports/2019/x.md",
        "content/reports/2019/map.png",
        "content/reports/.hidden.md",
        "content/reports/_draft.md",
        "content/_templates/x.md",
        "content/.obsidian/app.json",
        "public/reports/x/index.md",
        "README.md",
    ]);
    let (listing, problems) = list(&files, &settings());
    assert_eq!(problems, []);
    assert!(listing.has_config);
    assert_eq!(content(&listing), ["content/index.md", "content/reports/2019/x.md"]);
    assert_eq!(listing.assets.keys().map(AsRef::as_ref).collect::<Vec<&str>>(), ["content/reports/2019/map.png"]);
    assert_eq!(read(&files, Path::new("/site"), &listing.content[0].path), Ok(Vec::new()));
}

#[test]
fn ignored_files_and_folders_are_passed_over_in_content_and_static() {
    let files = site(&["content/a.md", "content/notes/b.md", "static/x.css", "static/x.psd"]);
    let mut settings = settings();
    Arc::make_mut(&mut settings.config).ignore = vec!["notes".into(), "*.psd".into()];
    let (listing, problems) = list(&files, &settings);
    assert_eq!(problems, []);
    assert_eq!(content(&listing), ["content/a.md"]);
    assert_eq!(listing.statics.iter().map(|file| &*file.name).collect::<Vec<_>>(), ["x.css"]);
}

#[test]
fn the_sites_own_files_come_before_the_themes() {
    let files = site(&[
        "static/.nojekyll",
        "static/.well-known/security.txt",
        "static/site.css",
        "templates/report.html",
        "templates/report.html~",
        "templates/.report.html.swp",
        "i18n/ar.ftl",
        "i18n/README.md",
        "themes/slate/theme.yaml",
        "themes/slate/static/site.css",
        "themes/slate/static/slate.css",
        "themes/slate/templates/report.html",
        "themes/slate/templates/parts/head.html",
        "themes/slate/i18n/en.ftl",
        "themes/other/static/other.css",
    ]);
    let mut settings = settings();
    Arc::make_mut(&mut settings.config).theme = "slate".into();
    let (listing, problems) = list(&files, &settings);
    assert_eq!(problems, []);
    let statics: Vec<_> = listing.statics.iter().map(|file| (&*file.name, &*file.path)).collect();
    assert_eq!(
        statics,
        [
            (".nojekyll", "static/.nojekyll"),
            (".well-known/security.txt", "static/.well-known/security.txt"),
            ("site.css", "static/site.css"),
            ("slate.css", "themes/slate/static/slate.css"),
        ]
    );
    let templates: Vec<_> = listing.templates.iter().map(|file| (&*file.name, file.layer)).collect();
    let expected = [("report.html", Layer::Site), ("parts/head.html", Layer::Theme), ("report.html", Layer::Theme)];
    assert_eq!(templates, expected);
    let words: Vec<_> = listing.words.iter().map(|file| (&*file.lang, file.layer)).collect();
    assert_eq!(words, [("ar", Layer::Site), ("en", Layer::Theme)]);
    assert_eq!(listing.theme.unwrap().manifest.as_deref(), Some("themes/slate/theme.yaml"));
}

#[test]
fn links_within_the_site_are_followed() {
    let files = site(&["shared/a.md", "shared/deep/b.md", "drafts/c.md"]);
    files.link("/site/content/reports/shared", "../../shared");
    files.link("/site/content/c.md", "/site/drafts/c.md");
    let (listing, problems) = list(&files, &settings());
    assert_eq!(problems, []);
    let paths = ["content/c.md", "content/reports/shared/a.md", "content/reports/shared/deep/b.md"];
    assert_eq!(content(&listing), paths);
    assert_eq!((listing.content[0].linked, listing.content[1].linked), (true, true));
}

#[test]
fn links_out_of_the_site_are_told_and_not_followed() {
    let files = site(&[".env", "public/index.html", "content/a.md"]).with("/etc/passwd", "secret");
    files.link("/site/content/env.md", "../.env");
    files.link("/site/content/etc", "/etc");
    files.link("/site/content/gone.md", "../gone.md");
    files.link("/site/content/passwd.md", "../../etc/passwd");
    files.link("/site/static", "/etc");
    files.link("/site/templates/out", "../public");
    assert_eq!(content(&list(&files, &settings()).0), ["content/a.md"]);
    assert_eq!(
        problems(&files),
        [
            "content/env.md: unsafe-symlink: the symbolic link leads to something hidden, `.env`, and is not followed",
            "content/etc: unsafe-symlink: the symbolic link leads out of the site, to `/etc`, and is not followed",
            "content/gone.md: missing-file: the symbolic link leads to `../gone.md`, which is not there",
            "content/passwd.md: unsafe-symlink: the symbolic link leads out of the site, to `/etc/passwd`, and is not \
             followed",
            "static: unsafe-symlink: the symbolic link leads out of the site, to `/etc`, and is not followed",
            "templates/out: unsafe-symlink: the symbolic link leads into the output folder, and is not followed",
        ]
    );
}

#[test]
fn a_theme_that_lies_elsewhere_is_not_followed() {
    let files = site(&[]).with("/themes/margin/static/x.css", "");
    files.link("/site/themes", "/themes");
    let (listing, _) = list(&files, &settings());
    assert_eq!((listing.theme, listing.statics), (None, vec![]));
    let told = "themes/margin: unsafe-symlink: the symbolic link leads out of the site, to `/themes/margin`, and is not \
                followed";
    assert_eq!(problems(&files), [told]);
}

#[test]
fn circles_of_links_are_told_once_for_each_way_into_them() {
    let files = site(&["content/a/x.md", "content/b/y.md"]);
    files.link("/site/content/a/b", "../b");
    files.link("/site/content/b/a", "../a");
    files.link("/site/content/self", "self");
    files.link("/site/content/up", "..");
    let (listing, _) = list(&files, &settings());
    assert_eq!(content(&listing), ["content/a/b/y.md", "content/a/x.md", "content/b/a/x.md", "content/b/y.md"]);
    let circle = |path| format!("{path}: unsafe-symlink: the symbolic link leads in a circle, and is not followed");
    let circles = ["content/a/b/a", "content/b/a/b", "content/self", "content/up"];
    assert_eq!(problems(&files), circles.map(circle));
}

#[test]
fn links_that_multiply_end_somewhere() {
    let files = site(&["content/n9/x.md"]);
    for level in 0..9 {
        for link in 0..9 {
            files.link(&format!("/site/content/n{level}/l{link}"), &format!("../n{}", level + 1));
        }
    }
    let problems = problems(&files);
    let end = "the symbolic link is one more than the 1000 links to folders that a site may have, and is not followed";
    assert_eq!(problems.len(), 1);
    assert!(problems[0].ends_with(end), "{problems:?}");
}

#[test]
fn hidden_files_of_static_may_be_linked_within_it() {
    let files = site(&["static/.well-known/security.txt"]);
    files.link("/site/static/security.txt", ".well-known/security.txt");
    let (listing, problems) = list(&files, &settings());
    assert_eq!(problems, []);
    assert_eq!(listing.statics.len(), 2);
}

#[test]
fn what_cannot_be_read_is_told() {
    let files = site(&["content/locked/x.md", "content/locked.md", "templates"]);
    files.other("/site/content/fifo");
    files.break_reads("/site/content/locked");
    files.break_reads("/site/content/locked.md");
    assert_eq!(
        problems(&files),
        [
            "content/fifo: unreadable: `content/fifo` can't be read: it is neither a file nor a folder",
            "content/locked: unreadable: `content/locked` can't be read: permission denied",
            "templates: unreadable: `templates` can't be read: it is not a folder",
        ]
    );
    let error = read(&files, Path::new("/site"), &Str::from("content/locked.md")).unwrap_err();
    assert_eq!(error.message, "`content/locked.md` can't be read: permission denied");
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf8_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let files = Memory::new();
    let folder = Path::new("/site/content").join(OsStr::from_bytes(b"caf\xe9"));
    files.write(&folder.join("x.md"), b"").unwrap();
    files.write(&folder.join("y.md"), b"").unwrap();
    assert_eq!(problems(&files), ["content/caf\u{fffd}: not-utf8: the name of `content/caf\u{fffd}` is not UTF-8"]);
}

#[test]
fn an_output_folder_within_a_listed_one_is_never_listed() {
    let files = site(&["content/a.md", "content/public/b.md"]);
    let mut settings = settings();
    settings.out = "/site/content/public".into();
    assert_eq!(content(&list(&files, &settings).0), ["content/a.md"]);
}
