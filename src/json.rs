//! JSON whose keys stand in a stated order: JSON-LD, CSL-JSON, and the data of reports.

use std::fmt::Write as _;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::digest::Digest;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Json {
    /// A string.
    Text(Arc<str>),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
    /// An array.
    List(Vec<Self>),
    /// An object.
    Map(Object),
    /// A value that many have in them: written and hashed once.
    Shared(Shared),
}

/// A value as the text of a `<script>`, with its digest. It stands in no file.
#[derive(Debug, Clone)]
pub struct Shared(Arc<(Digest, Box<str>)>);

/// A JSON object, with its keys in the order in which they were put.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Object(Vec<(&'static str, Json)>);

/// Where JSON stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Home {
    /// In a file of its own: indented.
    File,
    /// In a `<script>` of HTML: on one line, and without anything that HTML would take for its own.
    Script,
}

impl Object {
    /// An object without keys.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a key.
    pub fn put(&mut self, key: &'static str, value: impl Into<Json>) {
        self.0.push((key, value.into()));
    }

    /// Adds a key, if it has a value.
    pub fn maybe(&mut self, key: &'static str, value: Option<impl Into<Json>>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    /// Adds a key with a list, if there is anything in it.
    pub fn list<T: Into<Json>>(&mut self, key: &'static str, values: impl IntoIterator<Item = T>) {
        let values: Vec<Json> = values.into_iter().map(Into::into).collect();
        if !values.is_empty() {
            self.put(key, Json::List(values));
        }
    }

    /// The same with one more key.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.put(key, value);
        self
    }
}

impl Json {
    /// The same, to be in many others of which each is the text of a `<script>`.
    #[must_use]
    pub fn shared(&self) -> Self {
        let text = self.script();
        Self::Shared(Shared(Arc::new((Digest::of_bytes(text.as_bytes()), text.into()))))
    }

    /// As a file: indented, with a line's end behind it.
    #[must_use]
    pub fn file(&self) -> String {
        let mut out = String::with_capacity(1_024);
        self.write(&mut out, Home::File, 0);
        out.push('\n');
        out
    }

    /// As the text of a `<script>` (HTML, §4.12.1.3): `<`, `>` and `&` are written as escapes, and so are the two
    /// separators that end a line in JavaScript.
    #[must_use]
    pub fn script(&self) -> String {
        let mut out = String::with_capacity(1_024);
        self.write(&mut out, Home::Script, 0);
        out
    }

    /// Whether it has no object in it, so that it stands on one line.
    fn is_flat(&self) -> bool {
        match self {
            Self::List(items) => items.iter().all(Self::is_flat),
            Self::Map(_) | Self::Shared(_) => false,
            _ => true,
        }
    }

    fn write(&self, out: &mut String, home: Home, depth: usize) {
        match self {
            Self::Text(text) => quoted(text, out, home),
            Self::Number(number) => {
                let _ = write!(out, "{number}");
            }
            Self::Shared(Shared(written)) => out.push_str(&written.1),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::List(items) => {
                out.push('[');
                if home == Home::File && self.is_flat() {
                    for (number, item) in items.iter().enumerate() {
                        out.push_str(if number > 0 { ", " } else { "" });
                        item.write(out, home, depth);
                    }
                    out.push(']');
                    return;
                }
                for (number, item) in items.iter().enumerate() {
                    separate(out, home, depth + 1, number);
                    item.write(out, home, depth + 1);
                }
                close(out, home, depth, items.is_empty(), ']');
            }
            Self::Map(Object(fields)) => {
                out.push('{');
                for (number, (key, value)) in fields.iter().enumerate() {
                    separate(out, home, depth + 1, number);
                    out.push('"');
                    out.push_str(key);
                    out.push_str(if home == Home::File { "\": " } else { "\":" });
                    value.write(out, home, depth + 1);
                }
                close(out, home, depth, fields.is_empty(), '}');
            }
        }
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0.0 == other.0.0
    }
}

impl Eq for Shared {}

impl Hash for Shared {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.0.hash(state);
    }
}

fn separate(out: &mut String, home: Home, depth: usize, number: usize) {
    if number > 0 {
        out.push(',');
    }
    if home == Home::File {
        line(out, depth);
    }
}

fn close(out: &mut String, home: Home, depth: usize, is_empty: bool, with: char) {
    if home == Home::File && !is_empty {
        line(out, depth);
    }
    out.push(with);
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// A string (RFC 8259, §7). What stands between two characters that need an escape is copied at once.
fn quoted(text: &str, out: &mut String, home: Home) {
    out.push('"');
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(step) = bytes[at..].iter().position(|byte| MARKED[usize::from(*byte)]) {
        at += step;
        let (escape, length) = match bytes[at] {
            b'"' => ("\\\"", 1),
            b'\\' => ("\\\\", 1),
            b'\n' => ("\\n", 1),
            b'<' if home == Home::Script => ("\\u003c", 1),
            b'>' if home == Home::Script => ("\\u003e", 1),
            b'&' if home == Home::Script => ("\\u0026", 1),
            0xe2 if bytes[at..].starts_with("\u{2028}".as_bytes()) => ("\\u2028", 3),
            0xe2 if bytes[at..].starts_with("\u{2029}".as_bytes()) => ("\\u2029", 3),
            byte if byte < b' ' => ("", 1),
            _ => {
                at += 1;
                continue;
            }
        };
        out.push_str(&text[from..at]);
        if escape.is_empty() {
            let _ = write!(out, "\\u{:04x}", bytes[at]);
        } else {
            out.push_str(escape);
        }
        at += length;
        from = at;
    }
    out.push_str(&text[from..]);
    out.push('"');
}

/// The bytes at which an escape may be needed; the separators of JavaScript begin with the last of them.
const MARKED: [bool; 256] = {
    let mut marked = [false; 256];
    let mut byte: u8 = 0;
    loop {
        marked[byte as usize] = matches!(byte, 0..b' ' | b'"' | b'\\' | b'<' | b'>' | b'&' | 0xe2);
        if byte == u8::MAX {
            break marked;
        }
        byte += 1;
    }
};

impl From<Arc<str>> for Json {
    fn from(text: Arc<str>) -> Self {
        Self::Text(text)
    }
}

impl From<&Arc<str>> for Json {
    fn from(text: &Arc<str>) -> Self {
        Self::Text(Arc::clone(text))
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Map(object)
    }
}

impl From<Vec<Self>> for Json {
    fn from(items: Vec<Self>) -> Self {
        Self::List(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_those_that_were_put() {
        let text = "\"\\\u{1}\n</script><!-- & \u{2028}\u{2029} حفتر \u{7f}";
        let json = Json::from(text);
        for written in [json.file(), json.script()] {
            assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
        assert_eq!(
            json.script(),
            r#""\"\\\u0001\n\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029 حفتر "#.to_owned() + "\u{7f}\""
        );
    }

    #[test]
    fn files_are_indented_and_scripts_are_not() {
        let mut object = Object::new().with("b", 1_u32).with("a", true);
        object.maybe("none", None::<&str>);
        object.list("nothing", Vec::<Json>::new());
        object.list("list", ["x"]);
        object.put("empty", Json::List(Vec::new()));
        let json = Json::from(object);
        assert_eq!(Json::from(vec![json.shared()]).script(), format!("[{}]", json.script()));
        assert_eq!(json.script(), r#"{"b":1,"a":true,"list":["x"],"empty":[]}"#);
        assert_eq!(json.file(), "{\n  \"b\": 1,\n  \"a\": true,\n  \"list\": [\"x\"],\n  \"empty\": []\n}\n");
    }
}
