//! theme

pub mod dates;
pub mod words;
