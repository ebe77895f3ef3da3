//! The command as a whole, with files in memory.

mod archives;
mod refused;
mod shards;
mod suggest;
mod watch;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::*;
use crate::files::{Files, Memory};

/// What a run has left behind.
#[derive(Debug, PartialEq, Eq)]
struct Ran {
    code: u8,
    out: String,
    err: String,
}

fn gloss(files: &Memory, folder: &str, arguments: &[&str]) -> Ran {
    gloss_with(files, folder, arguments, &[])
}

fn gloss_with(files: &Memory, folder: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run_into(files, folder, arguments, environment, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code, out: text(out), err: without_time(&text(err)) }
}

fn run_into(
    files: &Memory,
    folder: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut outside = Outside {
        files: Arc::new(files.clone()),
        folder: PathBuf::from(folder),
        environment: &|name| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()),
        clock: &|| 1_714_694_400, // 2024-05-03
        terminal: false,
        out,
        err,
    };
    run(["gloss"].iter().chain(arguments).map(OsString::from), &mut outside)
}

/// A closing line without how long it took.
fn without_time(err: &str) -> String {
    match err.split_once(" pages in ") {
        Some((before, after)) => {
            format!("{before} pages in N s{}", after.split_once(" s").map_or("", |(_, rest)| rest))
        }
        None => err.to_owned(),
    }
}

fn site(site_yaml: &[u8]) -> Memory {
    let files = Memory::default();
    files.write(Path::new("/site/site.yaml"), site_yaml).unwrap();
    files.make_folder(Path::new("/site/content")).unwrap();
    files
}

#[test]
fn clap_finds_nothing_wrong_with_the_flags() {
    Cli::command().debug_assert();
}

#[test]
fn the_site_is_the_nearest_folder_upwards_that_has_a_site_yaml() {
    let files = site(b"title: A\n");
    for folder in ["/site", "/site/content/reports"] {
        assert_eq!(gloss(&files, folder, &["check"]).code, 0, "{folder}");
    }
    assert_eq!(
        gloss(&files, "/elsewhere", &["build"]),
        Ran {
            code: 2,
            out: String::new(),
            err: "error: no site.yaml here or above\n |\n = help: `gloss init` makes a site\n".to_owned(),
        }
    );
    assert_eq!(gloss(&files, "/elsewhere", &["check", "--root", "../site"]).code, 0);
    assert_eq!(
        gloss(&files, "/", &["check", "--root", "town"]).err,
        "error: no site.yaml in /town\n |\n = help: `gloss init /town` makes a site there\n"
    );
}

#[test]
fn the_closing_line_says_what_was_done_and_quiet_leaves_it_out() {
    let files = site(b"title: A\nbase_url: https://a.example\n");
    assert_eq!(
        gloss(&files, "/site", &["build", "--drafts"]).err,
        "Built 10 pages in N s: 22 written, 0 unchanged, 0 removed → public\n"
    );
    assert_eq!(
        gloss(&files, "/", &["build", "--root", "site", "--out", "a/../b"]).err,
        "Built 10 pages in N s: 22 written, 0 unchanged, 0 removed → b\n"
    );
    assert_eq!(gloss(&files, "/site", &["check"]).err, "Checked 10 pages in N s: no problems\n");
    assert_eq!(gloss(&files, "/site", &["build", "-q"]), Ran { code: 0, out: String::new(), err: String::new() });
}

#[test]
fn an_error_is_drawn_and_the_code_is_1() {
    let files = site(b"title: \xff\n");
    assert_eq!(
        gloss(&files, "/site", &["build"]),
        Ran {
            code: 1,
            out: String::new(),
            err: concat!(
                "error[not-utf8]: site.yaml is not UTF-8\n--> site.yaml\n\n",
                "Failed: 1 error. Nothing was written.\n"
            )
            .to_owned(),
        }
    );
}

#[test]
fn a_program_gets_json_on_standard_output_and_nothing_else() {
    let ran = gloss(&site(b"title: \xff\n"), "/site", &["check", "--format", "json", "--color", "always"]);
    assert_eq!(
        ran,
        Ran {
            code: 1,
            out: concat!(
                r#"{"name":"not-utf8","severity":"error","message":"site.yaml is not UTF-8","file":"site.yaml","#,
                r#""line":null,"column":null,"end_line":null,"end_column":null,"help":null,"page":null,"related":[]}"#,
                "\n"
            )
            .to_owned(),
            err: "Failed: 1 error.\n".to_owned(),
        }
    );
}

#[test]
fn files_are_named_from_the_repositorys_root_in_a_workflow() {
    let files = Memory::default();
    files.put("/somewhere/repo/docs site/site.yaml", "title: A\nx: 1\n");
    files.make_folder(Path::new("/somewhere/repo/docs site/content")).unwrap();
    let told = |workspace: &str, format: &str| {
        let arguments = ["build", "--format", format, "--base-url", "https://a.example"];
        let ran = gloss_with(&files, "/somewhere/repo/docs site", &arguments, &[("GITHUB_WORKSPACE", workspace)]);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    };
    let annotation =
        |file: &str| format!("::warning file={file},line=2,endLine=2,col=1,endColumn=2,title=unknown-key::");
    assert!(told("/somewhere/repo", "github").starts_with(&annotation("docs site/site.yaml")));
    assert!(told("/somewhere/repo", "sarif").contains(r#""uri":"docs%20site/site.yaml""#));
    for elsewhere in ["", "/home", "/somewhere/repo/docs site"] {
        assert!(told(elsewhere, "github").starts_with(&annotation("site.yaml")), "{elsewhere}");
        assert!(told(elsewhere, "sarif").contains(r#""uri":"site.yaml""#), "{elsewhere}");
    }
}

#[test]
fn wrong_usage_is_2_and_help_is_0() {
    let files = site(b"title: A\n");
    let wrong = |arguments: &[&str]| gloss(&files, "/site", arguments);
    assert_eq!(wrong(&["bild"]).code, 2);
    assert!(wrong(&["bild"]).err.contains("a similar subcommand exists: 'build'"));
    assert_eq!(wrong(&[]).code, 2);
    assert!(wrong(&["build", "--now", "soon"]).err.contains("expected a moment (2019-12-21T06:00:00Z) or a day"));
    assert!(wrong(&["build", "--base-url", "example.org"]).err.contains("expected an address like https://"));
    let help = wrong(&["build", "--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.contains("Examples:"), "{}", help.out);
    assert_eq!(wrong(&["--version"]).out, format!("gloss {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_moment_comes_from_the_flag_then_the_environment_then_the_clock() {
    let path = |arguments: &[&str], environment: &[(&str, &str)]| {
        let arguments = [&["new", "report", "Wall"], arguments].concat();
        gloss_with(&site(b"title: A\n"), "/site", &arguments, environment).out
    };
    let epoch = [("SOURCE_DATE_EPOCH", "0")];
    assert_eq!(path(&[], &[]), "content/reports/2024/wall.md\n");
    assert_eq!(path(&[], &epoch), "content/reports/1970/wall.md\n");
    assert_eq!(path(&["--now", "2019-12-21"], &epoch), "content/reports/2019/wall.md\n");
    assert_eq!(
        gloss_with(&site(b"title: A\n"), "/site", &["build"], &[("SOURCE_DATE_EPOCH", "today")]),
        Ran {
            code: 2,
            out: String::new(),
            err: concat!(
                "error: the environment's SOURCE_DATE_EPOCH is `today`\n |\n",
                " = help: make it a number of seconds since 1970, or unset it\n"
            )
            .to_owned(),
        }
    );
}

#[test]
fn init_tells_the_next_steps_and_new_prints_its_path() {
    let files = Memory::default();
    let made = gloss(&files, "/home", &["init", "harbour"]);
    assert_eq!(
        made.out,
        "Made a site in harbour: 11 files.\n\nNext:\n  cd harbour\n".to_owned()
            + "  gloss build                        makes the pages, in public/\n"
            + "  gloss new report 'What happened'   begins a report\n"
            + "  site.yaml                          has the site's title and address\n"
    );
    let new = gloss(&files, "/home/harbour", &["new", "actor", "خليفة", "حفتر"]);
    assert_eq!(new, Ran { code: 0, out: "content/actors/خليفة-حفتر.md\n".to_owned(), err: String::new() });
    assert_eq!(
        gloss(&files, "/home/harbour", &["new", "actor", "Marit Sund"]),
        Ran {
            code: 1,
            out: String::new(),
            err: concat!(
                "error: content/actors/marit-sund.md has the id `marit-sund` already\n |\n",
                " = help: give another title, or edit that file\n"
            )
            .to_owned(),
        }
    );
    assert_eq!(gloss(&files, "/home/harbour", &["init"]).code, 1);
}

#[test]
fn a_new_theme_builds_once_the_site_names_it() {
    let files = Memory::default();
    gloss(&files, "/harbour", &["init"]);
    let made = gloss(&files, "/harbour", &["theme", "new", "ours"]);
    let paths = "\
themes/ours/theme.yaml
themes/ours/templates/base.html
themes/ours/templates/head-extra.html
themes/ours/static/ours.css
themes/ours/i18n/en.ftl
";
    let hint = "\nTo use it, put `theme: ours` into site.yaml.\n";
    assert_eq!(made, Ran { code: 0, out: paths.to_owned(), err: hint.to_owned() });
    let site = String::from_utf8(files.read(Path::new("/harbour/site.yaml")).unwrap()).unwrap();
    files.put("/harbour/site.yaml", format!("{site}theme: ours\n"));
    let built = gloss(&files, "/harbour", &["build", "--strict", "--quiet"]);
    assert_eq!((built.code, built.err.contains("warning")), (0, false), "{}", built.err);
    let home = String::from_utf8(files.read(Path::new("/harbour/public/index.html")).unwrap()).unwrap();
    assert!(home.contains("/ours.css") && home.contains("Made with Glossator"), "{home}");
}

#[test]
fn completions_and_schemas_are_printed() {
    let files = Memory::default();
    assert!(gloss(&files, "/", &["completions", "bash"]).out.contains("_gloss()"));
    for of in ["report", "actor", "source", "site"] {
        let printed = gloss(&files, "/", &["schema", of]).out;
        assert!(serde_json::from_str::<serde_json::Value>(&printed).is_ok(), "{printed}");
    }
}

/// A pipe whose reader has gone away.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_the_command_quietly() {
    let run = |files: &Memory, arguments: &[&str]| {
        let mut err = Vec::new();
        let code = run_into(files, "/site", arguments, &[], &mut Closed, &mut err);
        (code, String::from_utf8(err).unwrap())
    };
    let broken = site(b"title: \xff\n");
    assert_eq!(run(&broken, &["check", "--format", "json"]), (1, String::new()));
    assert_eq!(run(&broken, &["completions", "fish"]), (0, String::new()));
    assert_eq!(run(&broken, &["--help"]), (0, String::new()));
    assert_eq!(run_into(&broken, "/site", &["check"], &[], &mut Closed, &mut Closed), 1);
}

#[test]
fn the_manual_names_every_command_and_flag() {
    let manual = include_str!("../../docs/commands.md");
    let section = |heading: &str| {
        let (_, rest) = manual.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no `## {heading}`"));
        rest.split("\n## ").next().unwrap_or(rest)
    };
    let has_flags = |command: &clap::Command, text: &str| {
        for flag in command.get_arguments().filter(|it| !it.is_global_set() && !it.is_positional()) {
            if flag.get_id() == "help" {
                continue;
            }
            let long = flag.get_long().unwrap();
            assert!(text.contains(&format!("`--{long}")), "--{long} of {} is missing", command.get_name());
        }
    };
    let mut gloss = Cli::command();
    for flag in gloss.get_arguments() {
        let long = flag.get_long().unwrap();
        assert!(section("Flags of every command").contains(&format!("`--{long}")), "--{long} is missing");
    }
    gloss.build();
    for command in gloss.get_subcommands() {
        let text = section(&format!("gloss {}", command.get_name()));
        has_flags(command, text);
        for positional in command.get_positionals() {
            for word in positional.get_possible_values() {
                assert!(text.contains(word.get_name()), "{} is missing", word.get_name());
            }
        }
    }
}

fn text(files: &Memory, path: &str) -> String {
    String::from_utf8(files.read(Path::new(path)).unwrap()).unwrap()
}

/// A site with an actor.
fn site_with_haftar() -> Memory {
    let files = site(b"title: A\nbase_url: https://a.example\n");
    files.put("/site/content/actors/haftar.md", "---\nname: Khalifa Haftar\nkind: person\n---\n");
    files
}

#[test]
fn suggest_shows_links_with_their_reasons_and_writes_them_when_asked() {
    let files = site_with_haftar();
    let report = "---\ntitle: A\ndate: 2019-12-21\n---\nKhalifa Haftar spoke last week.\nHaftar spoke on Friday.\n";
    files.put("/site/content/reports/a.md", report);
    let shown = "\
content/reports/a.md
    5 - Khalifa Haftar spoke last week.
      + [Khalifa Haftar](actor:haftar) spoke [last week](date:2019-12-09/2019-12-15).
        Khalifa Haftar → actor:haftar: Khalifa Haftar
        last week → date:2019-12-09/2019-12-15: the week before that of 2019-12-21
    6 - Haftar spoke on Friday.
      + [Haftar](actor:haftar) spoke on Friday.
        Haftar → actor:haftar: Khalifa Haftar, whom the text names in full
    6 ? Friday: the week is not given (it may be 2019-12-20 or 2019-12-27)

";
    let ran = gloss(&files, "/site", &["suggest"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, shown));
    let told = "Found 3 links in 1 file; 1 phrase can't be told. `gloss suggest --write` writes them.\n";
    assert_eq!(ran.err, told);
    assert_eq!(text(&files, "/site/content/reports/a.md"), report);

    let ran = gloss(&files, "/site/content", &["suggest", "--write", "reports/a.md"]);
    assert_eq!(ran.err, "Wrote 3 links in 1 file; 1 phrase can't be told\n");
    let linked = "[Khalifa Haftar](actor:haftar) spoke [last week](date:2019-12-09/2019-12-15).\n\
                  [Haftar](actor:haftar) spoke on Friday.\n";
    assert!(text(&files, "/site/content/reports/a.md").ends_with(linked));
    assert_eq!(gloss(&files, "/site", &["suggest", "static/a.md"]).code, 2);
}

#[test]
fn names_of_hidden_actors_are_not_suggested() {
    for key in ["status: draft", "embargo: 2999-01-01", "status: withdrawn\nreason: x"] {
        let files = site_with_haftar();
        files.put("/site/content/actors/secret.md", format!("---\nname: Secret Service\n{key}\n---\n"));
        let report = "---\ntitle: A\ndate: 2019-12-21\n---\nThe Secret Service met Khalifa Haftar.\n";
        files.put("/site/content/reports/a.md", report);
        assert_eq!(gloss(&files, "/site", &["suggest", "--write", "-q"]).code, 0);
        let linked = "The Secret Service met [Khalifa Haftar](actor:haftar).\n";
        assert!(text(&files, "/site/content/reports/a.md").ends_with(linked), "{key}");
        assert_eq!(gloss(&files, "/site", &["build"]).code, 0, "{key}");
    }
}

#[test]
fn a_report_is_made_of_plain_text_in_its_language_with_what_was_found_in_it() {
    let files = site_with_haftar();
    files.put("/site/agency.txt", "Battle *announced*\n\nOn 12 December 2019 Khalifa Haftar said #1 [so].\n");
    let arguments = ["new", "report", "--from", "agency.txt", "--date", "2019-12-21", "--lang", "fr", "-q"];
    let path = "content/reports/2019/battle-announced.md";
    assert_eq!(gloss(&files, "/site", &arguments), Ran { code: 0, out: format!("{path}\n"), err: String::new() });
    let text = text(&files, &format!("/site/{path}"));
    assert!(text.starts_with("---\ntitle: Battle *announced*\ndate: 2019-12-21\nlang: fr\nstatus: draft"), "{text}");
    assert!(text.ends_with("---\n\nOn 12 December 2019 [Khalifa Haftar](actor:haftar) said #1 \\[so\\].\n"), "{text}");
    assert_eq!(gloss(&files, "/site", &["new", "actor", "--from", "agency.txt"]).code, 2);
}
