//! Sites that are edited while `gloss serve` shows them and `gloss watch` builds them.
//!
//! One claim stands behind all of this: after any edits, what is shown and what is written is what a clean build makes,
//! byte for byte. `never_stale` makes the edits up; `found` keeps those that once went wrong.

mod bibliography;
mod choices;
mod compare;
mod copies;
mod disk;
mod edits;
mod example;
mod followed;
mod found;
mod hammer;
mod never_stale;
mod served;
mod time;
mod work;
