//! cite: bibliography entries and citations in the text, by the Citation Style Language.
//!
//! A [`Formatter`] is a style in one language. It turns a [`Work`], a source with its names written out, into its
//! [`Entry`] and its [`Pattern`]s: the same words with places left open for what only a page knows, so that a source is
//! formatted once in each language, however many pages cite it. An [`Export`] is a report itself, as others cite it.

mod export;
mod formatter;
mod guard;
mod locale;
mod macros;
mod markup;
mod narrow;
mod pattern;
mod prune;
mod style;
mod work;
mod year;

#[cfg(test)]
mod tests;

pub use export::{Export, Format};
pub use formatter::{Entry, Formatter, Frame, Memory, Purpose, REMEMBERED};
pub use pattern::{Fill, Pattern};
pub use style::{Class, Style};
pub use work::{Party, Work};
pub use year::years_of;
