//! Whole sites, built in memory. Each test is a small site, and what must come of it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names are our own")]

mod bibliography;
mod canaries;
mod citations;
mod claims;
mod corrections;
mod copies;
mod dates;
mod faults;
mod harness;
mod hidden;
mod hiding;
mod hostile;
mod languages;
mod layers;
mod leaks;
mod lint;
mod lists;
mod live;
mod manual;
mod messages;
mod metadata;
mod names;
mod only_hidden;
mod output;
mod quotations;
mod random;
mod redactions;
mod references;
mod related;
mod search;
mod shards;
mod sources;
mod tenure;
mod themes;
mod timeline;
mod urls;
mod withdrawn;
