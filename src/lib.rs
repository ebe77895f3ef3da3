//! Glossator: annotated reports in Markdown become a cross-linked site.
//!
//! The crate is a pipeline. Data goes one way, and the modules stand in reading order:
//!
//! ```text
//! load ─► parse (per file, parallel) ─► Summaries ─► resolve (the one global step) ─► Graph
//!         Graph + Theme ─► plan ─► [PageSpec] ─► render (per page, parallel) ─► write
//! ```

pub mod cli;
pub mod config;
pub mod digest;
pub mod edtf;
pub mod files;
pub mod id;
pub mod load;
pub mod matter;
pub mod nearest;
pub mod parse;
pub mod plan;
pub mod problem;
pub mod render;
pub mod resolve;
pub mod schema;
pub mod tell;
pub mod theme;
pub mod view;
pub mod write;
