//! The contract with themes: what a page says to machines, and how a report is cited.

use super::Text;
use crate::view::{Html, JsonLd, views};

views! {
    /// What a page says to machines.
    MetadataView {
        json_ld: Option<JsonLd> = "Its data in the vocabulary of schema.org: the text of a `<script type=\"application/ld+json\">`, and safe there. None on redirects, and on the page for what is not found.",
        citation: Vec<MetaView> = "On a report, the tags by which reference managers and Google Scholar know it; empty elsewhere.",
    }
    /// A `<meta>` with a name.
    MetaView {
        name: Text = "The name: `citation_title`. Some stand several times.",
        content: Text = "What it says.",
    }
    /// How to cite a report.
    CiteView {
        entry: Html = "The report as a bibliography entry, in the style of the site.",
        url: Option<Text> = "Its absolute address, where the entry does not have it already. None without a `base_url`.",
        formats: Vec<CiteFormatView> = "The formats of reference managers.",
        data: Option<Text> = "The address of the report's data, as JSON. None where the report is not listed, or site.yaml says `exports: false`.",
    }
    /// A report in a format of reference managers.
    CiteFormatView {
        id: Text = "`bibtex`, `ris` or `csl`.",
        name: Text = "The format's name: `BibTeX`.",
        text: Text = "The file's text.",
        file: Text = "The file's name: `cite.bib`.",
        url: Option<Text> = "The file's address. None where the report is not listed, or site.yaml says `exports: false`.",
    }
}
