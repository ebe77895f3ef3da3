//! Site maps as XML (sitemaps.org, protocol 0.9).

use std::fmt::Write as _;

use tera::escape_html;

use crate::plan::SitemapEntry;

/// A site map, or the list of its parts.
pub(super) fn sitemap(entries: &[SitemapEntry], of_parts: bool) -> String {
    let (root, item) = if of_parts { ("sitemapindex", "sitemap") } else { ("urlset", "url") };
    let mut xml = String::with_capacity(entries.len() * 96 + 128);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(xml, "<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for entry in entries {
        let _ = write!(xml, "<{item}><loc>{}</loc>", escaped(&entry.url));
        if let Some(changed) = &entry.changed {
            let _ = write!(xml, "<lastmod>{changed}</lastmod>");
        }
        let _ = writeln!(xml, "</{item}>");
    }
    let _ = writeln!(xml, "</{root}>");
    xml
}

fn escaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    match escape_html(text, &mut bytes) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        Err(_) => String::new(),
    }
}
