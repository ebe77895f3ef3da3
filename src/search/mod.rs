//! search: an index of all words, in which the search page's script looks them up a few files at a time.
//!
//! ```text
//! bodies ─► their words, each once ─┐
//! titles, names, tags, dates ───────┴─► the words of each document ─► the documents of each word ─► files
//! ```
//!
//! [`index`] makes all files of the index. It reads what is listed and nothing else, so that no word of what is hidden is
//! in them. `words.rs` says what a word is; the script folds a query in the same way.

mod body;
mod documents;
mod files;
mod gather;
mod lists;
mod tally;
mod words;

pub use body::{BodyWords, unnamed, words};
pub use files::Files;

use rayon::prelude::*;

use self::documents::Documents;
use self::lists::{Chunk, Gathering};
use crate::plan::Scene;
use crate::resolve::FileIx;

/// The folder of the index.
pub const FOLDER: &str = "/search/index/";

/// The weight of a word that stands once in the text.
const ONCE: u8 = 0;
/// The weight of one that stands there more often.
const OFTEN: u8 = 1;
/// The weight of one in a heading, a summary, a tag, another name, or the name of who is named.
const TELLING: u8 = 2;
/// The weight of one in the title.
const TITLE: u8 = 3;

/// So many documents are gathered together; other threads have the next ones.
const TOGETHER: usize = 1024;

/// The weight of a word that has one, and is there again. Two in the text are more than one, wherever they stand in it.
fn heavier(had: u8, weight: u8) -> u8 {
    had.max(weight).max(OFTEN)
}

/// Takes words with their weights.
pub type To<'a> = dyn FnMut(&str, u8) + 'a;

/// Hands over the words of a file's text, and returns its links without words of their own; `None` where the file is another
/// by now.
pub type Read<'a> = dyn Fn(FileIx, &mut To<'_>) -> Option<Vec<u32>> + Sync + 'a;

/// All files of the index.
///
/// # Errors
/// A file for which `read` gave none.
pub fn index(scene: &Scene, read: &Read<'_>) -> Result<Files, FileIx> {
    let documents = Documents::new(scene);
    let gather = |(number, some): (usize, &[documents::Document])| {
        let mut gathering = Gathering::new(tally::clip(number * TOGETHER));
        for (number, document) in some.iter().enumerate() {
            if number > 0 {
                gathering.next();
            }
            gather::document(scene, &documents, document, read, &mut gathering)?;
        }
        Ok(gathering.finish())
    };
    let chunks: Result<Vec<Chunk>, FileIx> = documents.all.par_chunks(TOGETHER).enumerate().map(gather).collect();
    let terms = lists::terms(&chunks?, documents.all.len());
    let records: Vec<_> = documents.all.par_iter().map(|document| documents::record(scene, document)).collect();
    let facets: Vec<_> = documents.all.iter().map(|document| documents.facets(scene, document)).collect();
    Ok(files::files(&documents.groups(), &terms, &records, &facets))
}
