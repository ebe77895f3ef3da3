//! The contract with themes: every field that a template may use. The roots that hold them are in `roots.rs`.
//!
//! An address (`url`) is root-relative and carries the path of `base_url`. Text is plain and escaped by the template;
//! [`Html`] is safe as it stands.

use super::{Html, Raw, Shared, views};

type Text = std::sync::Arc<str>;

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
        section: Text = "The part of the site: `home`, `reports`, `actors`, `dates`, `sources`, `tags` or `page`.",
        noindex: bool = "Whether search engines are asked to pass it over.",
        image: Option<Text> = "The absolute address of the picture that stands for it.",
        image_alt: Option<Text> = "What the picture shows.",
        versions: Vec<VersionView> = "Its versions in all languages, this one included; empty where there is only one.",
        feed: Option<Text> = "The address of its feed.",
        hidden: Option<Text> = "`draft` or `embargoed` where it is shown only because drafts are asked for.",
    }
    /// A version of a page in a language.
    VersionView {
        lang: Text = "The language's tag.",
        name: Text = "The language's own name.",
        dir: Text = "Its direction.",
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
    /// A date in the page's language.
    DateView {
        edtf: Text = "The EDTF expression.",
        text: Text = "In words.",
        start: Option<Text> = "The first day that it touches, `2019-04-04`. None where it is open or unknown.",
        end: Option<Text> = "The last day that it touches.",
        precision: Text = "`day`, `month`, `season`, `year`, `decade`, `interval` or `set`.",
        datetime: Option<Text> = "What `<time datetime>` may hold: a day, month or year. None for anything else.",
        url: Option<Text> = "The page of the date, if there is one.",
        html: Html = "In words, with `<time>`, as a link to its page: what most templates want.",
    }
    /// A report in full.
    ReportView {
        id: Text = "Its id.",
        title: Text = "The title.",
        date: Option<Shared<DateView>> = "When it was published.",
        updated: Option<Shared<DateView>> = "When it was last changed.",
        authors: Vec<PartyView> = "Who wrote it.",
        summary: Option<Text> = "The summary.",
        lang: Text = "The text's language.",
        dir: Text = "Its direction.",
        covers: Option<Shared<DateView>> = "From the earliest to the latest day of its events.",
        tags: Vec<TagCard> = "Its tags.",
        minutes: u32 = "Reading time in minutes.",
        image: Option<Text> = "The address of its picture.",
        image_alt: Option<Text> = "What the picture shows.",
        extra: Raw = "Keys below `extra:`.",
    }
    /// An author, editor or publisher: an actor of the site, or only a name.
    PartyView {
        name: Text = "The name.",
        url: Option<Text> = "The actor's page.",
    }
    /// A report as lists show it.
    ReportCard {
        id: Text = "Its id.",
        title: Text = "The title.",
        url: Text = "The address.",
        date: Option<Shared<DateView>> = "When it was published.",
        summary: Option<Text> = "The summary.",
        lang: Text = "The text's language.",
        dir: Text = "Its direction.",
        actors: usize = "How many actors it names.",
        sources: usize = "How many sources it has.",
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
    /// An actor as lists show it.
    ActorCard {
        id: Text = "Its id.",
        name: Text = "The name in the page's language.",
        kind: Text = "`person`, `government`, `military`, `armed-group`, `organization`, `party`, `media`, `company`, `place` or `other`.",
        url: Option<Text> = "The address. None where the actor has no page.",
    }
    /// An actor with a count.
    ActorCount {
        actor: Shared<ActorCard> = "The actor.",
        count: usize = "How many reports name it.",
    }
    /// The actors of a report that are of one kind.
    CastView {
        kind: Text = "The kind.",
        members: Vec<CastMember> = "The actors.",
    }
    /// An actor of a report.
    CastMember {
        actor: Shared<ActorCard> = "The actor.",
        role: Option<Text> = "The role in this report.",
        mentions: usize = "How often the text mentions it.",
    }
    /// Actors of one kind.
    ActorGroup {
        kind: Text = "The kind.",
        letters: Vec<LetterGroup> = "By first letter.",
    }
    /// Actors whose names begin alike.
    LetterGroup {
        letter: Text = "The letter.",
        actors: Vec<ActorCount> = "The actors, in the order of the site's language.",
    }
    /// An actor in full.
    ActorView {
        id: Text = "Its id.",
        name: Text = "The name in the page's language.",
        kind: Text = "The kind.",
        names: Vec<NameView> = "Other names, in every script.",
        roles: Vec<RoleView> = "Offices held.",
        ids: Vec<IdentifierView> = "Identifiers elsewhere.",
        summary: Option<Text> = "One or two sentences.",
        image: Option<Text> = "The address of its picture.",
        image_alt: Option<Text> = "What the picture shows.",
        report_count: usize = "How many reports name it.",
        mention_count: usize = "How often it is mentioned.",
        extra: Raw = "Keys below `extra:`.",
    }
    /// A name.
    NameView {
        name: Text = "The name.",
        lang: Option<Text> = "Its language, if it is said.",
        dir: Text = "Its direction.",
    }
    /// An office held.
    RoleView {
        role: Text = "What it is called.",
        of: Option<Shared<ActorCard>> = "The organisation.",
        from: Option<Shared<DateView>> = "From when.",
        to: Option<Shared<DateView>> = "Until when. None where it lasts or is not known.",
        open: bool = "Whether it lasts (`to: ..`).",
        sources: Vec<Shared<SourceCard>> = "The sources that say so.",
    }
    /// An identifier elsewhere.
    IdentifierView {
        scheme: Text = "The scheme: `wikidata`, `viaf`, …",
        value: Text = "The identifier.",
        url: Option<Text> = "Its address, where the scheme is known.",
    }
    /// A mention in its sentence.
    MentionView {
        before: Text = "The sentence before it.",
        mention: Text = "The words of the mention.",
        after: Text = "The sentence after it.",
        from: Shared<PageCard> = "The page that it stands on.",
        paragraph: u32 = "The paragraph; 0 in a heading.",
        url: Text = "The address of the paragraph.",
    }
    /// An event, in all reports that name it.
    EventView {
        date: Shared<DateView> = "When.",
        label: Option<Text> = "What happened. None where only the text says so.",
        sentence: Option<SentenceView> = "The sentence that names the date, where there is no label.",
        actors: Vec<Shared<ActorCard>> = "Who took part.",
        sources: Vec<Shared<SourceCard>> = "The sources that say so.",
        places: Vec<PlaceView> = "Where it is named.",
    }
    /// A sentence with a mention in it.
    SentenceView {
        before: Text = "The words before the mention.",
        mention: Text = "The mention.",
        after: Text = "The words after it.",
        lang: Text = "The language.",
        dir: Text = "Its direction.",
    }
    /// A place in a page.
    PlaceView {
        page: Shared<PageCard> = "The page.",
        paragraph: u32 = "The paragraph; 0 where the event stands only in the front matter.",
        url: Text = "The address of the paragraph.",
    }
    /// Previous and next.
    NeighboursView {
        previous: Option<LinkView> = "The one before: an older report, an earlier date.",
        next: Option<LinkView> = "The one after.",
    }
    /// A year.
    YearView {
        year: Text = "`2019`.",
        url: Text = "The address.",
        count: usize = "How many events and reports.",
        months: Vec<CellView> = "Its months with something in them.",
        share: u32 = "The height of a bar that stands for the count, 0 to 100.",
    }
    /// A cell of a calendar.
    CellView {
        label: Text = "The day's number, or the month's name.",
        title: Text = "In full: `4 April 2019`.",
        url: Option<Text> = "The address. None where there is nothing.",
        count: usize = "How many events and reports.",
        may: bool = "Whether there are only dates that may include it.",
    }
    /// A weekday.
    WeekdayView {
        short: Text = "Its short name.",
        name: Text = "Its name.",
    }
    /// A month's days, or a year's months.
    CalendarView {
        kind: Text = "`month` or `year`.",
        title: Text = "`December 2019`.",
        weekdays: Vec<WeekdayView> = "The weekdays, Monday first; empty for a year.",
        rows: Vec<Vec<Option<CellView>>> = "Weeks of seven cells (none before the first and after the last day), or rows of months.",
    }
    /// A day, month or year as a page.
    DatePageView {
        key: Text = "`2019-04-04`.",
        text: Text = "In words.",
        precision: Text = "`day`, `month` or `year`.",
        weekday: Option<Text> = "The weekday of a day.",
        parents: Vec<LinkView> = "The month and year above it.",
        event_count: usize = "How many events are on it, on all pages of the list.",
        report_count: usize = "How many reports were published on it, on all pages of the list.",
        more_ranges: usize = "How many ranges include it, beyond those that are listed here; the year's page lists all.",
    }
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
        extra: Raw = "Keys below `extra:`.",
    }
    /// A place where a source is cited.
    CitationView {
        sentence: Option<SentenceView> = "The sentence.",
        locator: Option<Text> = "Where in the source: `p. 2`.",
        from: Shared<PageCard> = "The page that cites it.",
        paragraph: u32 = "The paragraph; 0 in a heading, or where a page only lists the source.",
        url: Text = "The address of the paragraph.",
    }
    /// A tag.
    TagCard {
        name: Text = "As written.",
        url: Text = "The address.",
        count: usize = "How many reports have it; 0 where the page does not show it.",
    }
    /// Counts of the whole site.
    TotalsView {
        reports: usize = "Reports.",
        actors: usize = "Actors.",
        dates: usize = "Days, months and years.",
        sources: usize = "Sources.",
        span: Option<Text> = "The first and the last year.",
    }
    /// A place in a list of several pages.
    PagerView {
        number: usize = "This page's number, from 1.",
        pages: usize = "How many pages.",
        items: usize = "How many items in all.",
        previous: Option<Text> = "The address of the page before.",
        next: Option<Text> = "The address of the page after.",
    }
    /// A redirect.
    RedirectView {
        url: Text = "The address that it leads to.",
        canonical: Text = "The same, absolute, where there is a `base_url`.",
    }
}
