//! `gloss`: the command.

use std::process::ExitCode;

/// Views and template values are many small pieces of memory, which this one gives and takes faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    glossator::cli::main()
}
