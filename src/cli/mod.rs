//! cli: the command line. It alone reads arguments, environment and clock; all below it gets values.

mod archive;
mod base_url;
mod build;
mod colour;
mod completions;
mod init;
mod new;
mod now;
mod outside;
mod paint;
mod progress;
mod schema;
mod serve;
mod site;
mod stop;
mod suggest;
mod theme;
mod told;
mod watch;

#[cfg(test)]
mod tests;

pub use outside::Outside;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

use colour::When;
use stop::Exit;

/// Make a cross-linked site of annotated reports.
///
/// Reports are Markdown with YAML front matter. Every actor, date and source that they name gets a page of its own, and
/// whatever does not resolve is told with its file, line and mend.
#[derive(Debug, Parser)]
#[command(name = "gloss", version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  gloss init harbour            a small site to begin with, in the folder harbour
  gloss new report 'A title'    a draft of a report
  gloss serve --open            the site in a browser, changing while you write
  gloss check --strict          every problem in one run, warnings as errors
  gloss build                   the site, in public/

Exit codes: 0 no errors, 1 errors, 2 wrong usage.";

/// Flags of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
struct Global {
    /// Take the site in this folder, not in the nearest one upwards that has a site.yaml.
    #[arg(long, value_name = "DIR", global = true)]
    root: Option<PathBuf>,

    /// Print problems alone: no progress, no closing line.
    #[arg(long, short, global = true)]
    quiet: bool,

    /// Use colours: where standard error is a terminal, always, or never.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, global = true)]
    color: When,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    New(new::New),
    Build(build::Build),
    Check(build::Check),
    Serve(serve::Serve),
    Watch(watch::Watch),
    Suggest(suggest::Suggest),
    Archive(archive::Archive),
    Theme(theme::Theme),
    Completions(completions::Completions),
    Schema(schema::Schema),
}

/// Runs the command with the arguments, files, environment and clock of this process.
#[must_use]
pub fn main() -> ExitCode {
    let mut outside = Outside {
        files: Arc::new(crate::files::Disk),
        folder: std::env::current_dir().unwrap_or_default(),
        environment: &|name| std::env::var(name).ok(),
        clock: &|| jiff::Timestamp::now().as_second(),
        terminal: io::IsTerminal::is_terminal(&io::stderr()),
        out: &mut io::stdout(),
        err: &mut outside::Unheard(io::stderr()),
    };
    ExitCode::from(run(std::env::args_os(), &mut outside))
}

/// Runs the command, and returns its exit code: 0, 1 where there are errors, 2 for wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>, outside: &mut Outside<'_>) -> u8 {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(answer) => return answered(&answer, outside),
    };
    let global = &cli.global;
    let ended = match &cli.command {
        Command::Init(init) => init.run(global, outside),
        Command::New(new) => new.run(global, outside),
        Command::Build(build) => build.run(global, outside),
        Command::Check(check) => check.run(global, outside),
        Command::Serve(serve) => serve.run(global, outside),
        Command::Watch(watch) => watch.run(global, outside),
        Command::Suggest(suggest) => suggest.run(global, outside),
        Command::Archive(archive) => archive.run(global, outside),
        Command::Theme(theme) => theme.run(global, outside),
        Command::Completions(completions) => completions.run(outside),
        Command::Schema(schema) => schema.run(outside),
    };
    let exit = ended.unwrap_or_else(|stop| stop.tell(outside.look(global.color), outside.err));
    exit as u8
}

/// Prints the help or the complaint that clap answers with.
fn answered(answer: &clap::Error, outside: &mut Outside<'_>) -> u8 {
    let text = answer.render();
    let stream: &mut dyn Write = if answer.use_stderr() { outside.err } else { outside.out };
    // A reader that has gone away needs no help.
    let _ = stream.write_all(text.to_string().as_bytes());
    u8::try_from(answer.exit_code()).unwrap_or(Exit::Usage as u8)
}
