//! Escaped HTML with as few spans as will do.

/// HTML in the making: escaped text in as few spans as will do.
pub(super) struct Spans {
    html: String,
    open: Option<char>,
    /// White space since the last text, which belongs to whichever span follows.
    gap: String,
}

impl Spans {
    pub(super) fn new(length: usize) -> Self {
        Self { html: String::with_capacity(length * 2), open: None, gap: String::new() }
    }

    /// Adds text of one class, or of none. White space about it stays outside of its span, so that spans of one class
    /// join.
    pub(super) fn write(&mut self, text: &str, class: Option<char>) {
        let solid = text.trim();
        if solid.is_empty() {
            self.gap.push_str(text);
            return;
        }
        let start = text.len() - text.trim_start().len();
        self.gap.push_str(&text[..start]);
        if class != self.open {
            self.close();
        }
        self.html.push_str(&self.gap);
        self.gap.clear();
        if let (Some(letter), None) = (class, self.open) {
            self.html.push_str("<span class=\"");
            self.html.push(letter);
            self.html.push_str("\">");
            self.open = class;
        }
        escape(solid, &mut self.html);
        self.gap.push_str(&text[start + solid.len()..]);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.close();
        self.html.push_str(&self.gap);
        self.html
    }
}

fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}
