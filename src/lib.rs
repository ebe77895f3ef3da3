//! Glossator: annotated reports in Markdown become a cross-linked site.
//!
//! The crate is a pipeline. Data goes one way, and the modules stand in reading order:
//!
//! ```text
//! load ─► parse (per file, parallel) ─► Summaries ─► resolve (the one global step) ─► Graph
//!         Graph + Theme ─► plan ─► [PageSpec] ─► render (per page, parallel) ─► write
//! ```
//!
//! `build` walks this path; `tell` draws the problems that it finds; `cli` is the command.

// The ground: values that every stage speaks of.
pub mod digest;
pub mod id;
pub mod nearest;
pub mod lang;
pub mod escape;
pub mod active;
pub mod slim;
pub mod bidi;
pub mod json;
pub mod problem;
pub mod edtf;
pub mod phrases;
pub mod names;
pub mod files;
pub mod memo;

// What authors write, and the configuration.
pub mod matter;
pub mod config;
pub mod bibliography;
pub mod schema;

// The stages.
pub mod load;
pub mod copies;
pub mod parse;
pub mod resolve;
pub mod lint;
pub mod cite;
pub mod view;
pub mod theme;
pub mod plan;
pub mod render;
pub mod search;
pub mod write;

// The path through all stages, and the command around it.
pub mod tell;
pub mod suggest;
pub mod archive;
pub mod session;
pub mod build;
pub mod watch;
pub mod follow;
pub mod serve;
pub mod preview;
pub mod scaffold;
pub mod cli;
