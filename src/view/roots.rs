//! The roots: the variables that layouts may use.

/// A root: a variable that a layout may use, and the unit of dependency. A page is made again only when a root that its
/// layout uses has changed.
macro_rules! roots {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $ty:literal [$($layout:literal)*];)+) => {
        /// The name of a root.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Root { $($(#[doc = $doc])+ $variant,)+ }

        impl Root {
            /// Every root, as the manual lists them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name in templates.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Its type: the name of a view struct, or a list of one.
            pub const fn ty(self) -> &'static str {
                match self { $(Self::$variant => $ty,)+ }
            }

            /// What it is.
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n",)+),)+ }
            }

            /// The layouts that have it; none means every one.
            pub const fn layouts(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($layout,)*],)+ }
            }
        }
    };
}

roots! {
    /// The configuration. Nothing that depends on content.
    Site "site" "SiteView" [];
    /// The page that is being made.
    Page "page" "PageView" [];
    /// What the page says to machines.
    Metadata "metadata" "MetadataView" [];
    /// The prose of the page's own file, if it has one.
    Content "content" "ContentView" ["home" "reports" "report" "actors" "actor" "dates" "date" "sources" "source" "tags" "page" "claims" "corrections"];
    /// The report.
    Report "report" "ReportView" ["report"];
    /// The actors of the report: those listed and those in the text, by kind.
    Cast "cast" "CastView[]" ["report"];
    /// The sources of the page, in the order of their numbers.
    Cited "cited" "CitedView[]" ["report" "actor" "source" "date" "page" "home" "reports" "actors" "dates" "sources" "tags" "claims" "corrections"];
    /// Events: of a report, of an actor, on a date; on the home page the latest ones.
    Events "events" "EventView[]" ["home" "report" "actor" "date"];
    /// The events of a report, or those of an actor that stand on this page, laid out along a line. None where there are none.
    Timeline "timeline" "Option<TimelineView>" ["report" "actor"];
    /// Events on a date page that may fall on it.
    MayInclude "may_include" "EventView[]" ["date"];
    /// Ranges that include the date, narrowest first; a day has the 20 narrowest.
    Within "within" "EventView[]" ["date"];
    /// Previous and next report, or date.
    Neighbours "neighbours" "NeighboursView" ["report" "date"];
    /// How to cite the report.
    Cite "cite" "CiteView" ["report"];
    /// Pages that link to this report.
    Backlinks "backlinks" "PageCard[]" ["report"];
    /// Listed reports that have most in common with this one: at most five, the nearest first. Those that link here are
    /// not among them, and what more than 200 reports share does not count.
    Related "related" "RelatedView[]" ["report"];
    /// A list of reports, newest first: all, with a tag, of an actor, published on a date; on the home page the latest.
    Reports "reports" "ReportCard[]" ["home" "reports" "actor" "date" "tag"];
    /// All actors, by kind and letter.
    ActorGroups "actor_groups" "ActorGroup[]" ["actors"];
    /// The actor.
    Actor "actor" "ActorView" ["actor" "card"];
    /// Each mention of the actor in its sentence, newest report first.
    Mentions "mentions" "MentionView[]" ["actor"];
    /// Actors that reports name together with this one, most often first.
    CoNamed "co_named" "ActorCount[]" ["actor"];
    /// The most named actors.
    TopActors "top_actors" "ActorCount[]" ["home"];
    /// Years at which something is indexed, with counts.
    Years "years" "YearView[]" ["home" "dates"];
    /// The date.
    Date "date" "DatePageView" ["date"];
    /// A month's days or a year's months.
    Calendar "calendar" "CalendarView" ["date"];
    /// All sources, by publisher.
    SourceGroups "source_groups" "SourceGroup[]" ["sources"];
    /// The source.
    Source "source" "SourceView" ["source"];
    /// Each place where the source is cited.
    Citations "citations" "CitationView[]" ["source"];
    /// Claims: of a report, or those that an actor makes.
    Claims "claims" "ClaimView[]" ["report" "actor"];
    /// Corrections, newest first: of a report, or of all; of what was withdrawn, those beside the one that says why.
    Corrections "corrections" "CorrectionView[]" ["report" "withdrawn" "corrections"];
    /// All claims, by status.
    ClaimGroups "claim_groups" "ClaimGroup[]" ["claims"];
    /// Actors that make claims, in the order of names; how many each makes.
    ClaimActors "claim_actors" "ActorCount[]" ["claims"];
    /// The words of the actor, or of the source, in quotations; newest report first.
    Quotations "quotations" "QuotationView[]" ["actor" "source"];
    /// All tags.
    Tags "tags" "TagCard[]" ["tags"];
    /// The tag.
    Tag "tag" "TagCard" ["tag"];
    /// Counts of the whole site.
    Totals "totals" "TotalsView" ["home"];
    /// Where this page stands in a list of several pages.
    Pager "pager" "PagerView" ["reports" "actors" "actor" "date" "sources" "source" "tags" "tag" "dates" "claims" "corrections"];
    /// What is left of something that was withdrawn.
    Withdrawn "withdrawn" "WithdrawnView" ["withdrawn"];
    /// Where a redirect leads.
    Redirect "redirect" "RedirectView" ["redirect"];
}
