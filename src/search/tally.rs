//! Words, each kept once, with a number.

/// Words in the order in which they first came.
#[derive(Default)]
pub(super) struct Tally {
    /// All words, one behind the other.
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// The number of a word and 1, at the place that its hash says or behind it; 0 where there is none.
    table: Vec<u32>,
}

impl Tally {
    /// The number of a word, from 0, and whether it is new.
    pub(super) fn number(&mut self, word: &str) -> (usize, bool) {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let hash = hash(word);
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.table[at].checked_sub(1).map(|number| number as usize) {
                Some(number) if self.hashes[number] == hash && self.word(number) == word => return (number, false),
                Some(_) => at = (at + 1) & mask,
                None => break,
            }
        }
        let number = self.ends.len();
        self.text.push_str(word);
        self.ends.push(clip(self.text.len()));
        self.hashes.push(hash);
        self.table[at] = clip(number + 1);
        (number, true)
    }

    /// The word with a number.
    pub(super) fn word(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.text[start..self.ends[number] as usize]
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All words, one behind the other.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(1024);
        self.table.clear();
        self.table.resize(size, 0);
        for (number, hash) in self.hashes.iter().enumerate() {
            let mut at = *hash as usize & (size - 1);
            while self.table[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.table[at] = clip(number + 1);
        }
    }
}

/// A number that is far below 2³².
pub(super) fn clip(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A hash that is quick for words. It decides nothing but where one is looked for.
fn hash(word: &str) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = word.len() as u64;
    for piece in word.as_bytes().chunks(8) {
        let mut eight = [0; 8];
        eight[..piece.len()].copy_from_slice(piece);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(FACTOR);
    }
    // In the high half all bits have had their say.
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_number() {
        let mut tally = Tally::default();
        let words: Vec<String> = (0..5000).map(|number| format!("word{}", number % 2500)).collect();
        let numbers: Vec<(usize, bool)> = words.iter().map(|word| tally.number(word)).collect();
        assert!(numbers.iter().enumerate().all(|(at, found)| *found == (at % 2500, at < 2500)));
        assert_eq!((tally.len(), tally.word(0), tally.word(2499)), (2500, "word0", "word2499"));
    }
}
