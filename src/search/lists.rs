//! From the words of each document to the documents of each word.

use rayon::prelude::*;

use super::tally::{Tally, clip};
use super::words::Folder;
use super::{ONCE, heavier};

/// A document and the weight of a word in it: `document * 4 + weight`.
pub(super) type Posting = u32;

/// The words of documents that follow each other, while they are read.
pub(super) struct Gathering {
    tally: Tally,
    /// Of each word, its latest pair, counted from 1.
    latest: Vec<u32>,
    /// Words by number, with postings, in the order of documents.
    pairs: Vec<(u32, Posting)>,
    document: u32,
    /// How many pairs there were before the document.
    before: usize,
}

impl Gathering {
    /// Begins with the document of this number.
    pub(super) fn new(document: u32) -> Self {
        Self { tally: Tally::default(), latest: Vec::new(), pairs: Vec::new(), document, before: 0 }
    }

    /// Goes on with the next document.
    pub(super) fn next(&mut self) {
        self.document += 1;
        self.before = self.pairs.len();
    }

    /// Reads a text of the document.
    pub(super) fn text(&mut self, text: &str, weight: u8) {
        Folder::new(|word: &str| self.word(word, weight)).text(text);
    }

    /// Adds a word.
    pub(super) fn word(&mut self, word: &str, weight: u8) {
        if let Some(known) = self.pair(word, u32::from(weight)) {
            let had = (*known & 3) as u8;
            *known += u32::from(heavier(had, weight) - had);
        }
    }

    /// Adds a term that is no word.
    pub(super) fn term(&mut self, term: &str) {
        self.pair(term, u32::from(ONCE));
    }

    /// Adds a term to the document; the posting, if it had it before.
    fn pair(&mut self, term: &str, weight: u32) -> Option<&mut Posting> {
        let (number, is_new) = self.tally.number(term);
        if is_new {
            self.latest.push(0);
        }
        let latest = self.latest[number] as usize;
        if latest > self.before {
            return Some(&mut self.pairs[latest - 1].1);
        }
        self.pairs.push((clip(number), (self.document << 2) | weight));
        self.latest[number] = clip(self.pairs.len());
        None
    }

    /// The documents of each word.
    pub(super) fn finish(self) -> Chunk {
        let mut starts = vec![0_u32; self.tally.len() + 1];
        for (word, _) in &self.pairs {
            starts[*word as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![0; self.pairs.len()];
        for (word, posting) in &self.pairs {
            let at = &mut next[*word as usize];
            postings[*at as usize] = *posting;
            *at += 1;
        }
        Chunk { tally: self.tally, starts, postings }
    }
}

/// The words of documents that follow each other.
pub(super) struct Chunk {
    tally: Tally,
    /// Where the postings of each word begin; and where the last one's end.
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

/// A word in a chunk.
struct Place<'c> {
    word: &'c str,
    chunk: u32,
    number: u32,
}

impl Place<'_> {
    fn postings<'c>(&self, chunks: &'c [Chunk]) -> &'c [Posting] {
        let chunk = &chunks[self.chunk as usize];
        let number = self.number as usize;
        &chunk.postings[chunk.starts[number] as usize..chunk.starts[number + 1] as usize]
    }
}

/// A term and its list of documents, written out.
pub(super) struct Term {
    pub(super) term: String,
    pub(super) list: Vec<u8>,
}

/// All terms, sorted; prefixes whose words' lists are long have one of their own. `documents` is how many there are.
pub(super) fn terms(chunks: &[Chunk], documents: usize) -> Vec<Term> {
    let mut places: Vec<Place<'_>> = Vec::new();
    for (chunk, of) in chunks.iter().enumerate() {
        let place = |number: usize| Place { word: of.tally.word(number), chunk: clip(chunk), number: clip(number) };
        places.extend((0..of.tally.len()).map(place));
    }
    places.par_sort_unstable_by(|a, b| a.word.cmp(b.word).then(a.chunk.cmp(&b.chunk)));
    let words: Vec<&[Place<'_>]> = places.chunk_by(|a, b| a.word == b.word).collect();
    let write = |places: &&[Place<'_>]| Term {
        term: places[0].word.to_owned(),
        list: list(places.iter().flat_map(|place| place.postings(chunks)).copied()),
    };
    let mut terms: Vec<Term> = words.par_iter().map(write).collect();
    let unite = |(prefix, from, to): (String, usize, usize)| {
        let mut weights = vec![0_u8; documents];
        for posting in words[from..to].iter().copied().flatten().flat_map(|place| place.postings(chunks)) {
            let weight = &mut weights[*posting as usize >> 2];
            *weight = (*weight).max(1 + (*posting & 3) as u8);
        }
        let found = weights.iter().enumerate().filter(|(_, weight)| **weight > 0);
        let list = list(found.map(|(document, weight)| (clip(document) << 2) | u32::from(weight - 1)));
        Term { term: prefix + "*", list }
    };
    let prefixes: Vec<Term> = long_prefixes(&terms).into_par_iter().map(unite).collect();
    terms.extend(prefixes);
    terms.sort_by(|a, b| a.term.cmp(&b.term));
    terms
}

/// Words that begin alike and have no list together have at most so many bytes, with their lists.
const LONGEST: usize = 24 << 10;

/// The prefixes of two letters or more whose words and lists are long together, each with the range of these words.
fn long_prefixes(terms: &[Term]) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    // Prefixes of the latest word: how long each is, its first word, and the bytes of the lists before that.
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    let mut bytes = 0;
    let words = terms.iter().enumerate().filter(|(_, term)| !term.term.starts_with('@'));
    let mut last: (usize, &str) = (0, "");
    for (number, Term { term, list }) in words.chain(std::iter::once((terms.len(), &Term::END))) {
        let shared = last.1.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
        while let Some((length, first, before)) = open.pop_if(|(length, _, _)| *length > shared) {
            if bytes - before > LONGEST {
                found.push((last.1[..length].to_owned(), first, last.0 + 1));
            }
        }
        let known = open.last().map_or(0, |(length, _, _)| *length);
        let ends = term.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
        open.extend(ends.filter(|end| *end > known).map(|end| (end, number, bytes)));
        bytes += term.len() + list.len();
        last = (number, term);
    }
    found
}

impl Term {
    /// Stands behind all words.
    const END: Self = Self { term: String::new(), list: Vec::new() };
}

/// A list of documents, ascending: of each the gap to the one before, and the weight.
fn list(postings: impl Iterator<Item = Posting>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = 0;
    for posting in postings {
        let document = posting >> 2;
        push_number(&mut bytes, ((document - next) << 2) | (posting & 3));
        next = document + 1;
    }
    bytes
}

/// Writes a number in as few bytes as it takes (LEB128).
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push((number & 0x7f) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(first: u32, documents: &[&str]) -> Chunk {
        let mut gathering = Gathering::new(first);
        for (number, document) in documents.iter().enumerate() {
            if number > 0 {
                gathering.next();
            }
            gathering.text(document, ONCE);
        }
        gathering.finish()
    }

    fn written(terms: &[Term]) -> String {
        terms.iter().map(|term| format!("{} {:?}", term.term, term.list)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn lists_have_gaps_and_weights() {
        let chunks = [chunk(0, &["war", "peace war war", "-"]), chunk(3, &["peace"])];
        assert_eq!(written(&terms(&chunks, 4)), "peace [4, 4], war [0, 1]");
        let mut bytes = Vec::new();
        push_number(&mut bytes, 300);
        assert_eq!(bytes, [0xac, 2]);
    }

    #[test]
    fn the_greatest_weight_holds() {
        let mut gathering = Gathering::new(0);
        for (word, weight) in [("a1", 0), ("a1", 1), ("b1", 3), ("b1", 2), ("c1", 2), ("c1", 0), ("d1", 0)] {
            gathering.word(word, weight);
        }
        gathering.term("@actor:x");
        gathering.term("@actor:x");
        assert_eq!(written(&terms(&[gathering.finish()], 1)), "@actor:x [0], a1 [1], b1 [3], c1 [2], d1 [0]");
    }

    #[test]
    fn prefixes_of_many_documents_have_a_list_of_their_own() {
        let texts: Vec<String> = (0..30_000).map(|n| format!("líbya libyan{} li lo{}", n % 2, n)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let all = terms(&[chunk(0, &texts)], 30_000);
        let long: Vec<(&str, usize)> =
            all.iter().filter(|term| term.term.ends_with('*')).map(|term| (&*term.term, term.list.len())).collect();
        let of_libya = ["li*", "lib*", "liby*", "libya*", "libyan*", "lo*"].map(|prefix| (prefix, 30_000));
        assert_eq!(long, [&of_libya[..], &[("lo1*", 11_115), ("lo2*", 11_115)]].concat());
        assert!(all.is_sorted_by(|a, b| a.term < b.term));
    }
}
