//! The names of all problems, their usual levels, and which of them can't be lowered.

use std::fmt;
use std::str::FromStr;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not told at all.
    Allow,
    /// Told, and weighs nothing.
    Note,
    /// Told; the build succeeds, unless it is strict.
    Warn,
    /// The build fails and writes nothing.
    Deny,
}

impl FromStr for Level {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "allow" => Ok(Self::Allow),
            "note" => Ok(Self::Note),
            "warn" => Ok(Self::Warn),
            "deny" => Ok(Self::Deny),
            _ => Err(()),
        }
    }
}

impl Level {
    /// The words that `lint:` in site.yaml knows.
    pub const WORDS: [&'static str; 4] = ["allow", "note", "warn", "deny"];
}

macro_rules! names {
    ($($(#[doc = $doc:literal])+ $variant:ident $text:literal $level:ident $fixed:ident;)+) => {
        /// The name of a problem, as the manual, `lint:` and the JSON output write it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Name { $($(#[doc = $doc])+ $variant,)+ }

        impl Name {
            /// Every name, sorted as the manual lists them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in kebab-case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// What is wrong, in a sentence.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+),)+ }.trim()
            }

            /// The level where the configuration says nothing.
            #[must_use]
            pub const fn usual(self) -> Level {
                match self { $(Self::$variant => Level::$level,)+ }
            }

            /// Whether `lint:` may not lower it: what would break or leak output.
            #[must_use]
            pub const fn is_fixed(self) -> bool {
                match self { $(Self::$variant => names!(@ $fixed),)+ }
            }
        }
    };
    (@ fixed) => { true };
    (@ free) => { false };
}

names! {
    /// A source was read before it was published.
    AccessedBeforePublished "accessed-before-published" Warn free;
    /// A file beside a text would run scripts in a reader's browser.
    ActiveFile "active-file" Deny fixed;
    /// An actor takes part in what happened after its end.
    ActorAfterEnd "actor-after-end" Warn free;
    /// An actor takes part in what happened before its beginning.
    ActorBeforeStart "actor-before-start" Warn free;
    /// The words of a claim stand in the text more than once.
    AmbiguousClaim "ambiguous-claim" Warn free;
    /// A name in running text is several actors'.
    AmbiguousName "ambiguous-name" Warn free;
    /// A bibliography file is not in the format that its name says.
    BibliographySyntax "bibliography-syntax" Deny fixed;
    /// A link names no file, route or file type that the site has.
    BrokenLink "broken-link" Deny free;
    /// A claim's status does not fit the number of its independent sources.
    ClaimStatus "claim-status" Warn free;
    /// Nobody is said to make a claim.
    ClaimWithoutSpeaker "claim-without-speaker" Allow free;
    /// A claim rests on one source, and does not say how it stands.
    ClaimWithoutStatus "claim-without-status" Warn free;
    /// Two files describe one source, and differ in a key.
    ConflictingSource "conflicting-source" Deny free;
    /// What is given as the archived copy of a source can't be one.
    DoubtfulArchive "doubtful-archive" Warn free;
    /// Two files of one kind have the same id.
    DuplicateId "duplicate-id" Deny fixed;
    /// A mapping has a key twice.
    DuplicateKey "duplicate-key" Deny fixed;
    /// Two things would own one route.
    DuplicateRoute "duplicate-route" Deny fixed;
    /// Two sources have one address.
    DuplicateSource "duplicate-source" Warn free;
    /// A correction is dated before its report.
    EarlyCorrection "early-correction" Warn free;
    /// An event lies after the report that tells of it.
    EventAfterReport "event-after-report" Warn free;
    /// An event names no source.
    EventWithoutSource "event-without-source" Allow free;
    /// A text in a language that the site does not have is published, and what it is a version of is not.
    ExposedVersion "exposed-version" Deny fixed;
    /// A date of publication or of a correction lies in the future.
    FutureDate "future-date" Warn free;
    /// A character that nobody sees stands in a name, or changes the order of what follows.
    HiddenCharacter "hidden-character" Warn free;
    /// Something published links to something hidden.
    HiddenTarget "hidden-target" Deny fixed;
    /// Nothing says what a picture shows.
    ImageWithoutAlt "image-without-alt" Note free;
    /// What should be a date is no EDTF expression, or an impossible day.
    InvalidDate "invalid-date" Deny free;
    /// A formula that is no TeX that can be turned into `MathML`.
    InvalidFormula "invalid-formula" Warn free;
    /// An id, slug, permalink or redirect that makes no safe address.
    InvalidRoute "invalid-route" Deny fixed;
    /// A report lists an actor twice.
    ListedTwice "listed-twice" Warn free;
    /// A citation that Markdown has swallowed.
    LostCitation "lost-citation" Deny free;
    /// The words of a claim do not stand in the text.
    LostClaim "lost-claim" Deny free;
    /// A source has an address, and no archived copy.
    MissingArchive "missing-archive" Allow free;
    /// The stored copy of a source is not there, or can't be taken.
    MissingCopy "missing-copy" Deny free;
    /// A file that is needed is not there.
    MissingFile "missing-file" Deny free;
    /// The stored copy of a source has no hash.
    MissingHash "missing-hash" Allow free;
    /// A key that is required is not given.
    MissingKey "missing-key" Deny fixed;
    /// Something was withdrawn, and nothing says why.
    MissingReason "missing-reason" Warn free;
    /// The theme that site.yaml names is not there, or is for another version.
    MissingTheme "missing-theme" Deny fixed;
    /// A key that is not known was most likely meant to hide its file.
    MisspeltKey "misspelt-key" Deny fixed;
    /// A name is in another script than its language.
    NameLanguage "name-language" Warn free;
    /// Absolute addresses are left out, since there is no `base_url`.
    NoBaseUrl "no-base-url" Note free;
    /// A file is not UTF-8.
    NotUtf8 "not-utf8" Deny fixed;
    /// The old id of something renamed is still in use.
    OldId "old-id" Warn free;
    /// The output folder can't be used.
    OutputRefused "output-refused" Deny fixed;
    /// The words of a quotation do not occur in the stored copy of its source.
    QuotationNotInSource "quotation-not-in-source" Warn free;
    /// A quotation has a speaker, and no source.
    QuotationWithoutSource "quotation-without-source" Warn free;
    /// It is not clear how far a redaction reaches, or nothing can stand for it.
    Redaction "redaction" Deny fixed;
    /// A report has no source.
    ReportWithoutSource "report-without-source" Allow free;
    /// An actor's record has a role that outlasts the actor.
    RoleAfterEnd "role-after-end" Warn free;
    /// A report gives an actor a role that the actor's record does not have on that day.
    RoleMismatch "role-mismatch" Warn free;
    /// Two actors have one name.
    SameName "same-name" Warn free;
    /// A report cites a source that is dated after it.
    SourceAfterReport "source-after-report" Warn free;
    /// A template calls a filter, function, test or component that does not exist, or calls it wrongly.
    TemplateFilter "template-filter" Deny fixed;
    /// A template is named that does not exist.
    TemplateMissing "template-missing" Deny fixed;
    /// A template can't be parsed.
    TemplateSyntax "template-syntax" Deny fixed;
    /// A template uses a variable or field that is not there.
    TemplateVariable "template-variable" Deny fixed;
    /// Nothing cites a source.
    UncitedSource "uncited-source" Allow free;
    /// Somebody else may be named in an attribution before the actor that is linked.
    UnclearSpeaker "unclear-speaker" Warn free;
    /// Front matter begins and does not end.
    UnclosedFrontMatter "unclosed-front-matter" Deny fixed;
    /// An anonymous source has no grade.
    UngradedSource "ungraded-source" Allow free;
    /// An id in use that neither a file nor an `actors` list has.
    UnknownActor "unknown-actor" Deny free;
    /// A link names a heading or paragraph that its target does not have.
    UnknownAnchor "unknown-anchor" Deny free;
    /// A key that is not known.
    UnknownKey "unknown-key" Warn free;
    /// A file's name ends in a language that the site does not have, so that it is no version of its neighbour.
    UnknownLanguage "unknown-language" Warn free;
    /// A link names a report that does not exist.
    UnknownReport "unknown-report" Deny free;
    /// A citation names a source that does not exist.
    UnknownSource "unknown-source" Deny free;
    /// A theme asks for a word that no language has.
    UnknownWord "unknown-word" Deny free;
    /// Nothing names an actor.
    UnmentionedActor "unmentioned-actor" Allow free;
    /// Something would publish the stored copy of a source that is not to be published.
    UnpublishedCopy "unpublished-copy" Deny fixed;
    /// A file can't be read.
    Unreadable "unreadable" Deny fixed;
    /// An actor is listed in a report, and has no file.
    UnregisteredActor "unregistered-actor" Warn free;
    /// A symbolic link leads out of the site, or in a circle.
    UnsafeSymlink "unsafe-symlink" Deny free;
    /// A link's scheme is not on the list of safe ones.
    UnsafeUrl "unsafe-url" Deny fixed;
    /// Nothing says where a source can be found.
    UntraceableSource "untraceable-source" Allow free;
    /// A source is listed and never cited in its file.
    UnusedSource "unused-source" Warn free;
    /// A file was updated before it was published.
    UpdatedBeforePublished "updated-before-published" Warn free;
    /// A link leads to the notice of something that was withdrawn.
    WithdrawnTarget "withdrawn-target" Warn free;
    /// The stored copy of a source is not the file that was hashed.
    WrongHash "wrong-hash" Deny free;
    /// A value is of the wrong type, or no word of a fixed list.
    WrongType "wrong-type" Deny fixed;
    /// Front matter or a configuration file is no YAML.
    YamlSyntax "yaml-syntax" Deny fixed;
}

impl Name {
    /// Whether a file with this problem has told nothing of itself: neither its front matter nor its text can be read.
    #[must_use]
    pub const fn hides_file(self) -> bool {
        matches!(self, Self::NotUtf8 | Self::UnclosedFrontMatter | Self::Unreadable | Self::YamlSyntax)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|name| name.as_str() == text).ok_or(())
    }
}
