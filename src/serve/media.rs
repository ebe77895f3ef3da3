//! Media types by file name.

/// The media type of what stands at a path or route; a route with a slash at its end is a page.
///
/// Text is UTF-8, and says so. JSON and XML have no such parameter: their own rules make them UTF-8 (RFC 8259 §8.1).
#[must_use]
pub fn content_type_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let media = match (name, extension.as_str()) {
        ("", _) => "text/html",
        ("feed.xml", _) => "application/atom+xml",
        (_, "xml") => "application/xml",
        (_, "mjs") => "text/javascript",
        // Browsers would save these, and an author wants to look at them.
        (_, "md" | "markdown" | "bib") => "text/plain",
        _ => mime_guess::from_ext(&extension).first_raw().unwrap_or("application/octet-stream"),
    };
    if media.starts_with("text/") { format!("{media}; charset=utf-8") } else { media.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_media_types() {
        for (path, expected) in [
            ("/", "text/html; charset=utf-8"),
            ("/reports/x/", "text/html; charset=utf-8"),
            ("/404.html", "text/html; charset=utf-8"),
            ("/margin.css", "text/css; charset=utf-8"),
            ("/margin.js", "text/javascript; charset=utf-8"),
            ("/lib/a.mjs", "text/javascript; charset=utf-8"),
            ("/robots.txt", "text/plain; charset=utf-8"),
            ("/notes.md", "text/plain; charset=utf-8"),
            ("/reports/x/cite.bib", "text/plain; charset=utf-8"),
            ("/reports/x/data.json", "application/json"),
            ("/actors/haftar/feed.xml", "application/atom+xml"),
            ("/sitemap.xml", "application/xml"),
            ("/site.webmanifest", "application/manifest+json"),
            ("/reports/2019/MAP.PNG", "image/png"),
            ("/map.svg", "image/svg+xml"),
            ("/margin.woff2", "font/woff2"),
            ("/a.d/CNAME", "application/octet-stream"),
            ("/.nojekyll", "application/octet-stream"),
        ] {
            assert_eq!(content_type_of(path), expected, "{path}");
        }
    }
}
