//! The contract with themes: the site, pages and what stands on any of them.

use super::Text;
use super::date::DateView;
use crate::view::{Html, Raw, Shared, views};

views! {
    /// The configuration.
    SiteView {
        title: Text = "The site's title.",
        description: Option<Text> = "One sentence on the site, from site.yaml.",
        origin: Option<Text> = "Scheme, host and port of `base_url`: `https://example.org`. None without a `base_url`.",
        base: Text = "The path of `base_url`, without a slash at its end; put it before addresses of static files.",
        lang: Text = "The site's language.",
        languages: Vec<LanguageView> = "The languages of the site.",
        publisher: Option<PublisherView> = "Who publishes it.",
        license: Option<Text> = "The licence of the texts.",
        menu: Vec<LinkView> = "The menu.",
        search: Option<Text> = "The address of the search page; its index stands below it. None where site.yaml says `search: false`.",
        generator: Text = "The name and version of the generator.",
        extra: Raw = "Keys below `extra:` in site.yaml.",
    }
    /// A language.
    LanguageView {
        code: Text = "Its tag (BCP 47).",
        name: Text = "Its own name for itself.",
        dir: Text = "`ltr` or `rtl`.",
    }
    /// Who publishes the site.
    PublisherView {
        name: Text = "The name.",
        url: Option<Text> = "The address.",
    }
    /// A link with its words.
    LinkView {
        title: Text = "The words.",
        url: Text = "The address.",
    }
    /// The page that is being made.
    PageView {
        title: Text = "Its title, plain. Empty where the theme's words make it (lists).",
        description: Option<Text> = "A sentence on it.",
        url: Text = "Its address.",
        canonical: Option<Text> = "Its absolute address. None without a `base_url`.",
        lang: Text = "The language of the theme's words on it.",
        dir: Text = "The direction of that language: `ltr` or `rtl`.",
        layout: Text = "The layout: `report`, `actor`, …",
        section: Text = "The part of the site: `home`, `reports`, `actors`, `dates`, `sources`, `tags`, `claims`, `corrections`, `search` or `page`.",
        noindex: bool = "Whether search engines are asked to pass it over.",
        image: Option<Text> = "The absolute address of the picture that stands for it.",
        image_alt: Option<Text> = "What the picture shows.",
        locale: Option<Text> = "The language of its text as Open Graph has it: `en_US`. None where the tag names no country and none is usual.",
        x_default: Option<Text> = "The absolute address of the original of its versions, for readers of any other language.",
        versions: Vec<VersionView> = "Its versions in all languages, this one included; empty where there is only one.",
        feed: Option<Text> = "The address of its feed.",
        hidden: Option<Text> = "`draft` or `embargoed` where it is shown only because drafts are asked for.",
    }
    /// A version of a page in a language.
    VersionView {
        lang: Text = "The language's tag.",
        name: Text = "The language's own name.",
        dir: Text = "Its direction.",
        locale: Option<Text> = "The language as Open Graph has it.",
        url: Text = "The address.",
        canonical: Option<Text> = "The absolute address. None without a `base_url`.",
        current: bool = "Whether it is this page.",
    }
    /// The prose of a file.
    ContentView {
        body: Html = "The text as HTML, with paragraphs numbered.",
        notes: Vec<NoteView> = "Margin notes, in order; they stand in the body too, beside their mark.",
        headings: Vec<HeadingView> = "The headings.",
        title: Option<Text> = "The title that the file gives.",
        summary: Option<Text> = "The summary that the file gives.",
        lang: Text = "The text's language.",
        dir: Text = "Its direction.",
        extra: Raw = "Keys below `extra:`.",
    }
    /// A margin note.
    NoteView {
        mark: Text = "Its mark: `a`, `b`, …",
        text: Html = "Its words.",
        paragraph: u32 = "The paragraph that it belongs to.",
    }
    /// A heading of the text.
    HeadingView {
        anchor: Text = "Its anchor.",
        text: Text = "Its words.",
        level: u32 = "Its level, 2 to 6.",
    }
    /// Any page that mentions something.
    PageCard {
        kind: Text = "`report`, `actor`, `source`, `date` or `page`.",
        title: Text = "The title.",
        url: Text = "The address.",
        date: Option<Shared<DateView>> = "When it was published.",
        lang: Text = "The text's language.",
        dir: Text = "Its direction.",
    }
    /// A tag.
    TagCard {
        name: Text = "As written.",
        url: Text = "The address.",
        count: usize = "How many reports have it; 0 where the page does not show it.",
    }
    /// Previous and next.
    NeighboursView {
        previous: Option<LinkView> = "The one before: an older report, an earlier date.",
        next: Option<LinkView> = "The one after.",
    }
    /// A place in a list of several pages.
    PagerView {
        number: usize = "This page's number, from 1.",
        pages: usize = "How many pages.",
        items: usize = "How many items in all.",
        previous: Option<Text> = "The address of the page before.",
        next: Option<Text> = "The address of the page after.",
    }
    /// Counts of the whole site.
    TotalsView {
        reports: usize = "Reports.",
        actors: usize = "Actors.",
        dates: usize = "Days, months and years.",
        sources: usize = "Sources.",
        claims: usize = "Claims.",
        corrections: usize = "Corrections.",
        span: Option<Text> = "The first and the last year.",
    }
    /// A redirect.
    RedirectView {
        url: Text = "The address that it leads to.",
        canonical: Text = "The same, absolute, where there is a `base_url`.",
    }
}
