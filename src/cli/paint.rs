//! Colours for what is not a problem: the lines of a diff.

/// Puts colours around words, or leaves them as they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    colour: bool,
}

impl Paint {
    pub(super) const fn new(colour: bool) -> Self {
        Self { colour }
    }

    pub(super) fn bold(self, words: &str) -> String {
        self.with("1", words)
    }

    pub(super) fn removed(self, words: &str) -> String {
        self.with("31", words)
    }

    pub(super) fn added(self, words: &str) -> String {
        self.with("32", words)
    }

    pub(super) fn doubted(self, words: &str) -> String {
        self.with("33", words)
    }

    /// An SGR sequence (ECMA-48 §8.3.117), and the words, whose own control characters are made visible.
    fn with(self, code: &str, words: &str) -> String {
        let words = crate::tell::visible(words);
        if self.colour { format!("\u{1b}[{code}m{words}\u{1b}[0m") } else { words.into_owned() }
    }
}
