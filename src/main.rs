//! `gloss`: the command.

use std::process::ExitCode;

fn main() -> ExitCode {
    glossator::cli::main()
}
