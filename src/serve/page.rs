//! The page that stands where the site has none to show.

use std::fmt::Write;

use crate::escape::escape;

/// A page that says what is wrong, and the mend. All of it is text, and escaped; only `element` is HTML.
///
/// The page needs nothing else: its few lines of style are in it, and its colours are the browser's own, light or dark.
#[derive(Debug, Clone, Copy, Default)]
pub struct ErrorPage<'a> {
    /// The heading, and the page's title.
    pub title: &'a str,
    /// What is wrong, in whole sentences. Lines stay lines.
    pub message: &'a str,
    /// The mend, in whole sentences, or nothing.
    pub help: &'a str,
    /// An address to go on to, or nothing.
    pub link: &'a str,
    /// The [`script_element`](super::script_element) that makes the page go away by itself, or nothing.
    pub element: &'a str,
}

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{max-width:38rem;margin:12vh auto 2rem;padding:0 1.5rem;font:1.0625rem/1.6 system-ui,sans-serif}\
h1{font-size:1.5rem;line-height:1.25}\
p{white-space:pre-wrap;overflow-wrap:anywhere}\
.help{padding-inline-start:1rem;border-inline-start:.2rem solid}";

impl ErrorPage<'_> {
    /// The page's HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let title = escape(self.title);
        let mut html = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n{}</head>\n<body>\n<main>\n<h1 dir=\"auto\">{title}</h1>\n\
             <p dir=\"auto\">{}</p>\n",
            self.element,
            escape(self.message)
        );
        if !self.help.is_empty() {
            let _ = writeln!(html, "<p class=\"help\" dir=\"auto\">{}</p>", escape(self.help));
        }
        if !self.link.is_empty() {
            let link = escape(self.link);
            let _ = writeln!(html, "<p><a href=\"{link}\">{link}</a></p>");
        }
        html.push_str("</main>\n</body>\n</html>\n");
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_is_wrong_and_escapes_it() {
        let page = ErrorPage {
            title: "<b> & \"co\"",
            message: "One line.\nAnother: <script>.",
            help: "Write it's mend.",
            link: "/sub/?a&b",
            element: "<script src=\"/x.js\"></script>",
        };
        let html = page.html().replace(STYLE, "…");
        assert_eq!(
            html,
            "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<title>&lt;b&gt; &amp; &quot;co&quot;</title>
<style>…</style>
<script src=\"/x.js\"></script></head>
<body>
<main>
<h1 dir=\"auto\">&lt;b&gt; &amp; &quot;co&quot;</h1>
<p dir=\"auto\">One line.
Another: &lt;script&gt;.</p>
<p class=\"help\" dir=\"auto\">Write it&#39;s mend.</p>
<p><a href=\"/sub/?a&amp;b\">/sub/?a&amp;b</a></p>
</main>
</body>
</html>
"
        );
    }

    #[test]
    fn what_there_is_nothing_of_is_left_out() {
        let html = ErrorPage { title: "Nothing here", message: "No page.", ..ErrorPage::default() }.html();
        assert!(html.contains("</style>\n</head>"));
        assert!(html.ends_with("<p dir=\"auto\">No page.</p>\n</main>\n</body>\n</html>\n"));
    }
}
