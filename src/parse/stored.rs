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
    form: Form,
    file: String,
    /// The words that readers of it see, where these are not the file itself.
    words: Option<(String, Vec<Piece>)>,
}

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        Some(Self { form, file, words })
    }

    /// Whether each quotation occurs in it; where one does not, the place in the file of the passage that is nearest, if any
    /// is like it.
    #[must_use]
    pub fn look_for(&self, quotations: &[&str]) -> Vec<Result<(), Option<Range<usize>>>> {
        let Some((words, pieces)) = &self.words else {
            let whole = Wording::new(&self.file);
            return quotations.iter().map(|quote| whole.has(quote)).collect();
        };
        let read = Wording::new(words);
        // In code, of which the words are not told, it may stand all the same. In HTML, what is not told is not seen.
        let raw = (self.form == Form::Markdown).then(|| Wording::new(&self.file));
        let look = |quote: &&str| match read.has(quote) {
            Err(_) if raw.as_ref().is_some_and(|raw| raw.has(quote).is_ok()) => Ok(()),
            found => found.map_err(|near| near.map(|range| in_file(pieces, &range))),
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
            let tag = &rest[..end_of_tag(rest)];
            let name = name_of(tag);
            at += tag.len();
            if !INLINE.contains(&&*name) {
                words.push('\n');
            }
            if UNSEEN.contains(&&*name) && !rest.starts_with("</") {
                at += end_of(&file[at..], &name);
            } else if is_hidden(tag) && !VOID.contains(&&*name) {
                at += end_of_hidden(&file[at..], &name);
            }
        } else {
            push(&mut words, &mut pieces, next..next + 1, "<");
            at += 1;
        }
    }
    push(&mut words, &mut pieces, at..file.len(), &file[at..]);
    (words, pieces)
}

/// The length of a tag. Attributes may have a `>` between quotation marks.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    let mut last = ' ';
    for (at, c) in rest.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '>' => return at + 1,
            None if matches!(c, '"' | '\'') && last == '=' && !rest.starts_with("</") => quote = Some(c),
            _ => {}
        }
        last = if c.is_ascii_whitespace() { last } else { c };
    }
    rest.len()
}

/// The name of a tag, in lower case.
fn name_of(tag: &str) -> String {
    let name = tag[1..].trim_start_matches('/');
    name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())].to_ascii_lowercase()
}

/// Elements without an end tag.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "source", "wbr"];

/// Whether a start tag says itself that nothing of its element is seen.
fn is_hidden(tag: &str) -> bool {
    let tag: String = tag.to_ascii_lowercase().split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let style = tag.split_once("style=").map_or(String::new(), |(_, style)| style.replace(' ', ""));
    let mut words = tag.split([' ', '>', '/']).skip(1);
    let says = |word: &str| word == "hidden" || word.starts_with("hidden=");
    !tag.starts_with("</") && (words.any(says) || style.contains("display:none") || style.contains("visibility:hidden"))
}

/// Behind the end tag of an element in which others of its name may stand.
fn end_of_hidden(text: &str, name: &str) -> usize {
    let (mut at, mut depth) = (0, 1);
    while let Some(next) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[next..];
        if rest.starts_with("<!--") {
            at = next + rest.find("-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let tag = &rest[..if is_tag { end_of_tag(rest) } else { 1 }];
        at = next + tag.len();
        if is_tag && name_of(tag) == name {
            depth = if tag.starts_with("</") { depth - 1 } else { depth + 1 };
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
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

    /// What is said of a quotation: `found`, or the text of the file at the place of the passage.
    fn look(path: &str, file: &str, quote: &str) -> String {
        let copy = StoredText::read(path, file.as_bytes().to_vec()).unwrap();
        match copy.look_for(&[quote]).remove(0) {
            Ok(()) => "found".to_owned(),
            Err(None) => "nothing like it".to_owned(),
            Err(Some(place)) => file[place].to_owned(),
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
        assert_eq!(look("a.txt", file, "concrete plans to"), "concrete steps – to");
    }

    #[test]
    fn markdown_is_searched_as_it_reads() {
        let file = "---\ntitle: T\n---\n# A *head*\n\nThe **embassy** [welcomed](https://a.example) it.\n\n```\nlet x = 1;\n```\n";
        assert_eq!(look("a.md", file, "The embassy welcomed it."), "found");
        assert_eq!(look("a.md", file, "A head The embassy"), "found");
        assert_eq!(look("a.md", file, "let x = 1"), "found");
        assert_eq!(look("a.md", file, "The embassy regretted it"), "The **embassy** [welcomed](https://a.example) it");
    }

    #[test]
    fn html_is_searched_as_it_reads() {
        let file = "<html><head><title>No</title><style>p { a: b }</style></head><!-- not this --><body>\
                    <p>L&rsquo;arm&eacute;e &#1576; <b>na</b>tionale</p><p>a &lt; b &amp; c &x <3</p>\
                    <SCRIPT>var words = 'hidden';</script>Ende";
        assert_eq!(look("a.html", file, "L'armée ب nationale a < b & c &x <3 Ende"), "found");
        assert_eq!(look("a.html", file, "armée ب régionale"), "arm&eacute;e &#1576;");
        assert_eq!(look("a.html", "<p", "words"), "nothing like it");
        assert_eq!(look("a.html", "&#0; <a href='x'>words</a", "words"), "found");
    }

    #[test]
    fn words_of_html_that_nobody_sees_were_those_of_the_source() {
        let file = "<head><title>a title</title><style>a style {}</style></head><body class=\"a class\">\
                    <!-- a comment --><p title='a > word' data-x=\"some data\">Seen.</p><script>a script</script>\
                    <div HIDDEN>one <div>two</div> three</div><p style=\"color: red; display : none\">four</p>\
                    <span style='visibility:hidden'>five</span><img hidden alt=six> Also seen.";
        for unseen in [
            "a title",
            "a style",
            "a class",
            "a comment",
            "word",
            "some data",
            "a script",
            "one",
            "three",
            "four",
            "five",
            "six",
        ] {
            assert_ne!(look("a.html", file, unseen), "found", "{unseen}");
        }
        assert_eq!(look("a.html", file, "Seen. Also seen"), "found");
        let file = "<div hidden>one<br> <!-- </div> --> two < three <!-- > --> four</div>Seen.";
        for unseen in ["one", "two", "three", "four"] {
            assert_ne!(look("a.html", file, unseen), "found", "{unseen}");
        }
        assert_eq!(look("a.html", file, "Seen"), "found");
    }
}
