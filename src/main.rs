//! `gloss`: the command.

fn main() {}
