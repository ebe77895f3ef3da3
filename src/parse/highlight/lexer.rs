//! A lexer for the languages that reports quote most.
//!
//! Compiling the patterns of one grammar takes 40 to 500 ms, and running them a millisecond a block, which would be the
//! largest cost of building a site. This takes microseconds. It knows words, literals and comments, and no syntax, which
//! is what colours show.

use super::language::{Habit, Language, Quote};
use super::spans::Spans;

/// The code as HTML.
pub(super) fn render(language: &Language, code: &str) -> String {
    let mut lexer = Lexer {
        language,
        code,
        at: 0,
        plain: 0,
        html: Spans::new(code.len()),
        value: false,
        command: true,
        naming: false,
    };
    lexer.run();
    lexer.html.finish()
}

/// How far the end of `${…}`, `#[…]` or `/…/` is looked for, so that none that lacks it costs more than its line.
const LONGEST_SCAN: usize = 500;

struct Lexer<'a> {
    language: &'a Language,
    code: &'a str,
    /// Where the lexer stands.
    at: usize,
    /// Where the text without a class begins that has not been written yet.
    plain: usize,
    html: Spans,
    /// Whether a value precedes: then `/` divides.
    value: bool,
    /// Whether a command is expected.
    command: bool,
    /// Whether a word like `fn` precedes, so that what follows is a function's name.
    naming: bool,
}

impl<'a> Lexer<'a> {
    fn run(&mut self) {
        while let Some(next) = self.rest().chars().next() {
            if next.is_whitespace() {
                self.command |= next == '\n';
                self.at += next.len_utf8();
            } else if !(self.comment() || self.quoted() || self.marked(next) || self.number(next) || self.word(next)) {
                self.sign(next);
            }
        }
        self.html.write(&self.code[self.plain..], None);
    }

    fn rest(&self) -> &'a str {
        &self.code[self.at..]
    }

    fn has(&self, habit: Habit) -> bool {
        self.language.habits.contains(&habit)
    }

    /// Writes `length` bytes with a class.
    fn take(&mut self, length: usize, class: char) -> bool {
        let end = self.at + length;
        self.html.write(&self.code[self.plain..self.at], None);
        self.html.write(&self.code[self.at..end], Some(class));
        (self.at, self.plain) = (end, end);
        self.value = !matches!(class, 'k' | 'o');
        self.command = false;
        true
    }

    fn comment(&mut self) -> bool {
        let rest = self.rest();
        let is_line = self.language.line_comments.iter().any(|mark| rest.starts_with(mark)) && self.may_begin_comment();
        let length = match self.language.block_comment {
            _ if is_line => rest.find('\n').unwrap_or(rest.len()),
            Some((open, close)) if rest.starts_with(open) => {
                rest[open.len()..].find(close).map_or(rest.len(), |at| open.len() + at + close.len())
            }
            _ => return false,
        };
        let value = self.value;
        self.take(length, 'c');
        self.value = value;
        true
    }

    /// In a shell, `a#b` is a word.
    fn may_begin_comment(&self) -> bool {
        !self.has(Habit::Commands) || self.at == 0 || self.code[..self.at].ends_with([' ', '\t', '\n', ';'])
    }

    fn quoted(&mut self) -> bool {
        let rest = self.rest();
        if self.has(Habit::Lifetimes) && self.lifetime() {
            return true;
        }
        let bare = rest.trim_start_matches(|c| self.language.prefixes.contains(c));
        let prefix = rest.len() - bare.len();
        let found = |text: &str| self.language.quotes.iter().find(|quote| text.starts_with(quote.open));
        let (prefix, quote) = match found(rest) {
            Some(quote) => (0, quote),
            None if (1..=2).contains(&prefix) => match found(bare) {
                Some(quote) => (prefix, quote),
                None => return false,
            },
            None => return false,
        };
        self.quotation(prefix, quote)
    }

    fn quotation(&mut self, prefix: usize, quote: &Quote) -> bool {
        let rest = self.rest();
        let mut at = prefix + quote.open.len();
        let mut holes = Vec::new();
        while let Some(c) = rest[at..].chars().next() {
            if rest[at..].starts_with(quote.close) {
                at += quote.close.len();
                break;
            }
            if c == '\n' && !quote.lines {
                break;
            }
            if c == '\\' && quote.escapes {
                at += 1 + rest[at + 1..].chars().next().map_or(0, char::len_utf8);
            } else if c == '$' && quote.holes {
                let length = dollar(&rest[at..], self.has(Habit::Dollars));
                holes.push((at, at + length));
                at += length.max(1);
            } else {
                at += c.len_utf8();
            }
        }
        let is_key = self.has(Habit::Keys) && rest[at..].trim_start().starts_with(':');
        let mut done = 0;
        for (start, end) in holes.into_iter().filter(|(start, end)| start < end) {
            self.take(start - done, 's');
            if self.has(Habit::Dollars) {
                self.take(end - start, 'v');
            } else {
                self.at += end - start;
            }
            done = end;
        }
        self.take(at - done, if is_key { 'p' } else { 's' })
    }

    /// `'a`, but not `'a'`.
    fn lifetime(&mut self) -> bool {
        let Some(rest) = self.rest().strip_prefix('\'') else { return false };
        let mut letters = rest.chars();
        let length = word_length(rest);
        match (letters.next(), letters.next()) {
            (Some(first), second) if is_word(first) && second != Some('\'') => self.take(1 + length, 'q'),
            _ => false,
        }
    }

    /// What begins with a sign that gives it a meaning: `@name`, `#[…]`, `$name`, `-x`, `/…/`.
    fn marked(&mut self, next: char) -> bool {
        let rest = self.rest();
        let after = &rest[next.len_utf8()..];
        match next {
            '@' if self.has(Habit::Annotations) && word_length(after) > 0 => {
                let length = after.find(|c: char| !is_word(c) && c != '.').unwrap_or(after.len());
                self.take(1 + length, 'a')
            }
            '#' if self.has(Habit::HashAnnotations) && after.trim_start_matches('!').starts_with('[') => {
                let length = bracketed(rest);
                length > 0 && self.take(length, 'a')
            }
            '#' if self.has(Habit::Preprocessor) => self.take(1 + word_length(after), 'k'),
            '$' if self.has(Habit::Dollars) => {
                let length = dollar(rest, true);
                length > 0 && self.take(length, 'v')
            }
            '-' if self.has(Habit::Commands) && !self.command && self.code[..self.at].ends_with([' ', '\t']) => {
                let length = rest.find(|c: char| !is_word(c) && c != '-').unwrap_or(rest.len());
                self.take(length, 'a')
            }
            '/' if self.has(Habit::Regexes) && !self.value => {
                let length = regex_length(rest);
                length > 0 && self.take(length, 'r')
            }
            _ => false,
        }
    }

    fn number(&mut self, next: char) -> bool {
        if !next.is_ascii_digit() || (self.has(Habit::Commands) && self.command) {
            return false;
        }
        let bytes = self.rest().as_bytes();
        let mut at = 1;
        while let Some(byte) = bytes.get(at) {
            let digit_follows = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            let in_exponent = matches!(bytes[at - 1], b'e' | b'E') && !bytes.starts_with(b"0x");
            match byte {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' => {}
                b'.' if digit_follows => {}
                b'+' | b'-' if in_exponent && digit_follows => {}
                _ => break,
            }
            at += 1;
        }
        self.take(at, 'n')
    }

    fn word(&mut self, next: char) -> bool {
        let is_path = self.has(Habit::Commands) && matches!(next, '.' | '/');
        if !is_word(next) && !is_path {
            return false;
        }
        let rest = self.rest();
        let length = if self.has(Habit::Commands) {
            rest.find(|c: char| !is_word(c) && !matches!(c, '.' | '/' | '-' | ':' | '+')).unwrap_or(rest.len())
        } else {
            word_length(rest)
        };
        let word = &rest[..length];
        let after = &rest[length..];
        let naming = std::mem::replace(&mut self.naming, matches!(word, "fn" | "def" | "fun" | "func" | "function"));
        let class = if naming && !self.has(Habit::Commands) { Some('f') } else { self.class(word, after) };
        match class {
            Some('m') => self.take(length + 1, 'm'),
            Some(class) => {
                self.take(length, class);
                // `if` and `do` are followed by a command, `for` by a name.
                self.command = class == 'k' && !matches!(word, "for" | "case" | "in" | "export" | "local" | "function");
                true
            }
            None => {
                self.at += length;
                self.value = true;
                self.command &= after.starts_with('=');
                true
            }
        }
    }

    fn class(&self, word: &str, after: &str) -> Option<char> {
        let folded;
        let key = if self.has(Habit::FoldCase) {
            folded = word.to_ascii_lowercase();
            &folded
        } else {
            word
        };
        // Most words are in no list, and a search for their letters says so fastest.
        let listed = |words: &str| words.contains(key) && words.split_ascii_whitespace().any(|listed| listed == key);
        if self.has(Habit::Commands) {
            if listed(self.language.keywords) && (self.command || word == "in") {
                return Some('k');
            }
            return (self.command && !after.starts_with('=')).then_some('f');
        }
        let capital = word.starts_with(char::is_uppercase);
        let capitals = capital && word.len() > 1 && !word.contains(char::is_lowercase);
        if listed(self.language.keywords) {
            Some('k')
        } else if listed(self.language.literals) {
            Some('l')
        } else if listed(self.language.types) {
            Some('t')
        } else if self.has(Habit::Macros) && after.starts_with('!') && !after.starts_with("!=") {
            Some('m')
        } else if capitals && self.has(Habit::Capitals) {
            Some('q')
        } else if capital && self.has(Habit::Capitals) {
            Some('t')
        } else if self.has(Habit::Calls) && after.starts_with('(') {
            Some('f')
        } else {
            None
        }
    }

    /// An operator, or a sign without a class.
    fn sign(&mut self, next: char) {
        let rest = self.rest();
        // A comment may follow an operator without a space.
        let is_comment = |text: &str| {
            let block = self.language.block_comment.map(|(open, _)| open);
            self.language.line_comments.iter().copied().chain(block).any(|mark| text.starts_with(mark))
        };
        let is_operator =
            |(at, c): &(usize, char)| self.language.operators.contains(*c) && (*at == 0 || !is_comment(&rest[*at..]));
        let length = rest.char_indices().take_while(is_operator).count();
        if length > 0 {
            self.take(length, 'o');
            self.command = !rest.starts_with(['<', '>']);
        } else {
            self.at += next.len_utf8();
            self.value = matches!(next, ')' | ']' | '}');
            // `$` alone is a prompt.
            self.command = matches!(next, '(' | '{' | '`' | '$');
            self.naming = false;
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_length(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

/// The length of `$name`, `${…}`, `$1`, `$@`; of `${…}` alone where names are not meant.
fn dollar(text: &str, names: bool) -> usize {
    let after = &text[1..];
    if after.starts_with('{') {
        let mut inside = after.bytes().take(LONGEST_SCAN).take_while(|byte| *byte != b'\n');
        return inside.position(|byte| byte == b'}').map_or(0, |end| end + 2);
    }
    match after.chars().next() {
        Some(c) if names && (c.is_alphabetic() || c == '_') => 1 + word_length(after),
        Some(c) if names && (c.is_ascii_digit() || "@*#?$!-".contains(c)) => 2,
        _ => 0,
    }
}

/// The length of `#[…]` with all brackets within; 0 where it does not end soon.
fn bracketed(text: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_SCAN) {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return at + 1,
            b']' => depth -= 1,
            _ => {}
        }
    }
    0
}

/// The length of `/…/gi` on one line; 0 where it does not end.
fn regex_length(text: &str) -> usize {
    let (mut in_set, mut escaped) = (false, false);
    for (at, c) in text.char_indices().skip(1).take(LONGEST_SCAN) {
        match c {
            '\n' => return 0,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_set = true,
            ']' => in_set = false,
            '/' if !in_set => return at + 1 + word_length(&text[at + 1..]),
            _ => {}
        }
    }
    0
}
