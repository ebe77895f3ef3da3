//! The words of a source's stored copy, in which quotations are looked for: plain text, Markdown, or HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::wording::Wording;
use super::{BREAK, Options, SourceFile, text};
use crate::config::Config;
use crate::matter::MatterKind;

/// A copy that is text.
#[derive(Debug)]
pub struct StoredText {
    file: String,
    /// The words that readers of it see, where these are not the file itself.
    words: Option<(String, Vec<Piece>)>,
}

/// A passage of the file: its place, and its words.
pub type Passage = (Range<usize>, String);

/// Words that stand together in the file.
#[derive(Debug)]
struct Piece {
    /// Where they stand in the words.
    words: Range<usize>,
    /// Where they stand in the file.
    file: Range<usize>,
}

/// Whether a file's name says that it is text of which the words can be told.
#[must_use]
pub fn is_text_copy(path: &str) -> bool {
    form(path).is_some()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    Markdown,
    Html,
}

fn form(path: &str) -> Option<Form> {
    let (_, end) = path.rsplit('/').next()?.rsplit_once('.')?;
    match &*end.to_ascii_lowercase() {
        "txt" => Some(Form::Plain),
        "md" | "markdown" => Some(Form::Markdown),
        "html" | "htm" => Some(Form::Html),
        _ => None,
    }
}

impl StoredText {
    /// Reads a copy. `None` where it is no text in UTF-8.
    #[must_use]
    pub fn read(path: &str, bytes: Vec<u8>) -> Option<Self> {
        let form = form(path)?;
        let file = String::from_utf8(bytes).ok()?;
        let words = match form {
            Form::Plain => None,
            Form::Markdown => Some(of_markdown(path, &file)),
            Form::Html => Some(of_html(&file)),
        };
        Some(Self { file, words })
    }

    /// Whether each quotation occurs in it; where one does not, the place in the file and the words of the passage that is
    /// nearest, if any is like it.
    #[must_use]
    pub fn look_for(&self, quotations: &[&str]) -> Vec<Result<(), Option<Passage>>> {
        let whole = Wording::new(&self.file);
        let Some((words, pieces)) = &self.words else {
            let place = |range: Range<usize>| (range.clone(), self.file[range].to_owned());
            return quotations.iter().map(|quote| whole.has(quote).map_err(|near| near.map(place))).collect();
        };
        let read = Wording::new(words);
        let place = |range: Range<usize>| (in_file(pieces, &range), words[range].to_owned());
        let look = |quote: &&str| match read.has(quote) {
            // In code, of which the words are not told, it may stand all the same.
            Err(near) if whole.has(quote).is_err() => Err(near.map(place)),
            _ => Ok(()),
        };
        quotations.iter().map(look).collect()
    }
}

/// Where words stand in the file.
fn in_file(pieces: &[Piece], words: &Range<usize>) -> Range<usize> {
    let of = |offset: usize| pieces.get(pieces.partition_point(|piece| piece.words.start <= offset).saturating_sub(1));
    let (Some(first), Some(last)) = (of(words.start), of(words.end.saturating_sub(1))) else { return 0..0 };
    // What is written as a reference is shown whole.
    let at = |piece: &Piece, offset: usize, otherwise: usize| {
        let is_same = piece.words.len() == piece.file.len();
        if is_same {
            (piece.file.start + offset.saturating_sub(piece.words.start)).min(piece.file.end)
        } else {
            otherwise
        }
    };
    at(first, words.start, first.file.start)..at(last, words.end, last.file.end)
}

fn of_markdown(path: &str, file: &str) -> (String, Vec<Piece>) {
    let source = SourceFile { path: path.into(), kind: MatterKind::Page, lang: None };
    let text = text(&source, file.as_bytes(), &Options::from(&Config::default()));
    let range = |range: &Range<u32>| range.start as usize..range.end as usize;
    let pieces = text.runs.iter().map(|run| Piece { words: range(&run.words), file: range(&run.source) });
    let pieces = pieces.collect();
    // A quotation may reach over paragraphs. So many spaces are as long as the character.
    (text.words.replace(BREAK, "   "), pieces)
}

/// Elements within a line: no word ends at their tags.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
];

/// Elements of which the text is none.
const UNSEEN: [&str; 5] = ["script", "style", "template", "noscript", "title"];

fn of_html(file: &str) -> (String, Vec<Piece>) {
    let mut words = String::with_capacity(file.len() / 2);
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(next) = file[at..].find(['<', '&']).map(|found| at + found) {
        push(&mut words, &mut pieces, at..next, &file[at..next]);
        let rest = &file[next..];
        at = next;
        if rest.starts_with('&') {
            at += push_reference(&mut words, &mut pieces, next, rest);
        } else if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(rest.len(), |end| end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            let name = rest[1..end].trim_start_matches('/');
            let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
            let name = name.to_ascii_lowercase();
            at += end;
            if !INLINE.contains(&&*name) {
                words.push('\n');
            }
            if UNSEEN.contains(&&*name) && !rest.starts_with("</") {
                at += end_of(&file[at..], &name);
            }
        } else {
            push(&mut words, &mut pieces, next..next + 1, "<");
            at += 1;
        }
    }
    push(&mut words, &mut pieces, at..file.len(), &file[at..]);
    (words, pieces)
}

fn push(words: &mut String, pieces: &mut Vec<Piece>, file: Range<usize>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece { words: words.len()..words.len() + text.len(), file });
        words.push_str(text);
    }
}

/// Writes the character that a reference stands for, and tells how long the reference is.
fn push_reference(words: &mut String, pieces: &mut Vec<Piece>, at: usize, rest: &str) -> usize {
    const LONGEST: usize = 40;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = 1 + rest.bytes().skip(1).take(LONGEST).take_while(is_part).count();
    let reference = if rest[length..].starts_with(';') { &rest[..=length] } else { "&" };
    // Markdown has all the references of HTML.
    let character = Parser::new(reference).find_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    push(words, pieces, at..at + reference.len(), character.as_deref().unwrap_or(reference));
    reference.len()
}

/// Where the end tag of an element begins.
fn end_of(text: &str, name: &str) -> usize {
    let ends = text.match_indices("</").map(|(at, _)| at);
    let is_its = |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
    ends.into_iter().find(is_its).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a quotation: `found`, or the passage with the text of the file at its place.
    fn look(path: &str, file: &str, quote: &str) -> String {
        let copy = StoredText::read(path, file.as_bytes().to_vec()).unwrap();
        match copy.look_for(&[quote]).remove(0) {
            Ok(()) => "found".to_owned(),
            Err(None) => "nothing like it".to_owned(),
            Err(Some((place, words))) => format!("{words} | {}", &file[place]),
        }
    }

    #[test]
    fn names_tell_what_is_text() {
        for path in ["a.txt", "x/b.MD", "c.htm", "d.markdown", "e.html"] {
            assert!(is_text_copy(path), "{path}");
        }
        for path in ["a.pdf", "txt", "x.txt/a", ".bashrc", "a.text.gz"] {
            assert!(!is_text_copy(path), "{path}");
        }
        assert!(StoredText::read("a.txt", vec![0xff, b'a']).is_none());
    }

    #[test]
    fn plain_text_is_searched_as_it_is() {
        let file = "We will take\r\nconcrete steps – to\n\ndisarm the militias.";
        assert_eq!(look("a.txt", file, "“concrete steps — to disarm the militias”"), "found");
        assert_eq!(look("a.txt", file, "concrete plans to"), "concrete steps – to | concrete steps – to");
    }

    #[test]
    fn markdown_is_searched_as_it_reads() {
        let file = "---\ntitle: T\n---\n# A *head*\n\nThe **embassy** [welcomed](https://a.example) it.\n\n```\nlet x = 1;\n```\n";
        assert_eq!(look("a.md", file, "The embassy welcomed it."), "found");
        assert_eq!(look("a.md", file, "A head The embassy"), "found");
        assert_eq!(look("a.md", file, "let x = 1"), "found");
        assert_eq!(
            look("a.md", file, "The embassy regretted it"),
            "The embassy welcomed it | The **embassy** [welcomed](https://a.example) it"
        );
    }

    #[test]
    fn html_is_searched_as_it_reads() {
        let file = "<html><head><title>No</title><style>p { a: b }</style></head><!-- not this --><body>\
                    <p>L&rsquo;arm&eacute;e &#1576; <b>na</b>tionale</p><p>a &lt; b &amp; c &x <3</p>\
                    <SCRIPT>var words = 'hidden';</script>Ende";
        assert_eq!(look("a.html", file, "L'armée ب nationale a < b & c &x <3 Ende"), "found");
        assert_eq!(look("a.html", file, "armée ب régionale"), "armée ب | arm&eacute;e &#1576;");
        assert_eq!(look("a.html", "<p", "words"), "nothing like it");
        assert_eq!(look("a.html", "&#0; <a href='x'>words</a", "words"), "found");
    }
}
