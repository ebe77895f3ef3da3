//! The contract with themes: sources and citations.

use super::Text;
use super::date::DateView;
use super::report::{PartyView, SentenceView};
use super::site::{LanguageView, PageCard};
use crate::view::{Html, Raw, Shared, views};

views! {
    /// Sources of one publisher.
    SourceGroup {
        publisher: Option<PartyView> = "The publisher. None where none is recorded.",
        sources: Vec<SourceCount> = "The sources.",
    }
    /// A source with a count.
    SourceCount {
        source: Shared<SourceCard> = "The source.",
        count: usize = "How many pages cite it.",
    }
    /// A source as lists show it.
    SourceCard {
        id: Text = "Its id.",
        title: Text = "The title, or the id.",
        url: Option<Text> = "The address. None where the source has no page.",
        entry: Html = "The bibliography entry.",
        text: Text = "The bibliography entry, plain.",
        kind: Option<Text> = "Its type.",
        date: Option<Shared<DateView>> = "When it was published.",
        original: Option<Text> = "The address of the original.",
        archive: Option<Text> = "The address of the archived copy.",
        sha256: Option<Text> = "The SHA-256 of the stored copy.",
        accessed: Option<Shared<DateView>> = "When the original was read.",
        grade: Option<GradeView> = "The Admiralty grade: `B2`.",
        lang: Option<LanguageView> = "The source's language.",
        note: Option<Text> = "A remark.",
    }
    /// An Admiralty grade.
    GradeView {
        code: Text = "`B2`.",
        reliability: Text = "How reliable the source is, in words.",
        credibility: Option<Text> = "How credible the information is, in words. None where only the source is graded.",
    }
    /// A source of a page.
    CitedView {
        number: usize = "Its number.",
        source: Shared<SourceCard> = "The source.",
        paragraphs: Vec<u32> = "The paragraphs that cite it.",
        elsewhere: usize = "How many other pages cite it.",
    }
    /// A source in full.
    SourceView {
        card: Shared<SourceCard> = "The source.",
        authors: Vec<PartyView> = "Who wrote it.",
        publisher: Option<PartyView> = "Who published it.",
        page_count: usize = "How many pages cite it.",
        place_count: usize = "At how many places it is cited.",
        copy: Option<CopyView> = "The stored copy. None unless it is published.",
        extra: Raw = "Keys below `extra:`.",
    }
    /// The stored copy of a source.
    CopyView {
        url: Text = "Its address.",
        name: Text = "The file's name.",
        media: Text = "Its media type: `application/pdf`.",
        bytes: usize = "Its length in bytes.",
        size: Text = "Its length in words: `130 kB`.",
    }
    /// A place where a source is cited.
    CitationView {
        sentence: Option<SentenceView> = "The sentence.",
        locator: Option<Text> = "Where in the source: `p. 2`.",
        from: Shared<PageCard> = "The page that cites it.",
        paragraph: u32 = "The paragraph; 0 in a heading, or where a page only lists the source.",
        url: Text = "The address of the paragraph.",
    }
}
