//! The keys of every kind of content file, and of the records in them.

use super::csl::TYPES;
use super::key::{Keys, Record, Shape, keys};
use super::words::CLAIM_STATUS;
use super::{Kind, Status};

const TEXTS: Shape = Shape::List(&Shape::Text);
const IDS: Shape = Shape::List(&Shape::Id);
const ROUTES: Shape = Shape::List(&Shape::Route);
const PEOPLE: Shape = Shape::List(&PERSON);
const PERSON: Shape = Shape::Either(&Shape::Text, &Shape::Record(NAME_REF));
const SOURCES: Shape = Shape::List(&Shape::Either(&Shape::Id, &Shape::Record(SOURCE)));

keys! {
    /// Keys that every kind of content file has.
    CommonKey {
        Title "title" [] Shape::Text, optional, "The title. Required in reports; a plain page without one takes its first heading.";
        Date "date" [] Shape::Moment, optional, "When it was published; relative dates are reckoned from it.";
        Updated "updated" ["lastmod" "modified" "last_modified_at"] Shape::Moment, optional, "When it was last changed in substance.";
        PublishDate "publishDate" ["publishdate" "publish_date" "pubDate" "pubdate"] Shape::Moment, optional, "Known from Hugo: `embargo`, and `date` where that is not given.";
        Authors "authors" ["author"] PEOPLE, optional, "Who wrote it: actors' ids, or names.";
        Summary "summary" ["description" "excerpt" "abstract"] Shape::Text, optional, "One or two sentences.";
        Lang "lang" ["language"] Shape::Language, optional, "The language of the text; its direction follows from it. Default: the site's.";
        Slug "slug" ["id"] Shape::Id, optional, "The id, where it is not the file's stem.";
        Status "status" [] Shape::Word(Status::WORDS), "published", "Whether it is shown: everywhere, on its own page alone, as withdrawn, or nowhere.";
        Draft "draft" [] Shape::Flag, "false", "`true` means `status: draft`.";
        Published "published" ["publish"] Shape::Either(&Shape::Flag, &Shape::Moment), "true", "`false` means `status: draft`; a date is a `publishDate`.";
        Unlisted "unlisted" [] Shape::Flag, "false", "`true` means `status: unlisted`.";
        Embargo "embargo" [] Shape::Moment, optional, "Hidden before this moment; a day means its first moment.";
        Reason "reason" [] Shape::Text, optional, "Why it was withdrawn.";
        Redirects "redirects" ["redirect_from"] ROUTES, optional, "Old addresses that lead here.";
        Aliases "aliases" ["alias"] ROUTES, optional, "The same as `redirects`; in an actor's file, the same as `names`.";
        Permalink "permalink" ["url"] Shape::Route, optional, "Its address, where it is not the usual one.";
        Image "image" ["cover" "thumbnail"] Shape::Path, optional, "The picture that stands for it.";
        ImageAlt "image_alt" [] Shape::Text, optional, "What the picture shows.";
        Tags "tags" ["tag" "categories" "category" "keywords"] TEXTS, optional, "Tags. A single text is cut at its commas.";
        Layout "layout" ["template"] Shape::Text, optional, "The template, where it is not the usual one: the name of a layout.";
        Sources "sources" [] SOURCES, optional, "Sources that the text cites: ids, or sources described here.";
        Extra "extra" ["params"] Shape::Mapping(&[], &Shape::Free), optional, "Keys of your own, for templates.";
    }
}

keys! {
    /// Keys of a report, beside the common ones.
    ReportKey {
        Actors "actors" [] Shape::List(&Shape::Either(&Shape::Id, &Shape::Record(ACTOR_REF))), optional, "Actors that the report is about. This list registers their ids.";
        Dates "dates" [] Shape::List(&Shape::Either(&Shape::Date, &Shape::Record(DATE_ENTRY))), optional, "What happened when.";
        Claims "claims" [] Shape::List(&Shape::Record(CLAIM)), optional, "What somebody claims.";
        Corrections "corrections" [] Shape::List(&Shape::Record(CORRECTION)), optional, "What was put right after publication.";
    }
}

keys! {
    /// Keys of an actor, beside the common ones.
    ActorKey {
        Name "name" ["title"] Shape::Text, required, "The name in the site's language.";
        Kind "kind" ["type"] Shape::Word(Kind::WORDS), "other", "What sort of actor.";
        Names "names" ["aliases" "alias"] Shape::List(&Shape::Either(&Shape::Text, &Shape::Record(NAME))), optional, "Other names, in any script.";
        From "from" ["born" "founded" "established"] Shape::Date, optional, "From when it lived or existed.";
        To "to" ["died" "dissolved"] Shape::Date, optional, "Until when; `..` where it lasts.";
        Roles "roles" [] Shape::List(&Shape::Either(&Shape::Text, &Shape::Record(ROLE))), optional, "Offices held, with their bounds.";
        Ids "ids" [] Shape::Mapping(&[], &Shape::Text), optional, "Identifiers elsewhere: `wikidata`, `viaf`, `isni`, `ror`, …";
    }
}

keys! {
    /// Keys of a source. In a source's own file its id is the file's stem, or `slug`.
    SourceKey {
        Id "id" [] Shape::Id, required, "The source's id, unique in the whole site.";
        Type "type" [] Shape::Word(TYPES), optional, "What sort of source: a CSL type, or one of ours.";
        Title "title" [] Shape::Text, optional, "The title.";
        Author "author" ["authors"] PEOPLE, optional, "Who wrote it: actors' ids, or names.";
        Editor "editor" ["editors"] PEOPLE, optional, "Who edited it.";
        Publisher "publisher" [] PERSON, optional, "Who published it: an actor's id, or a name.";
        Container "container" ["container-title"] Shape::Text, optional, "The larger work that it stands in.";
        Number "number" [] Shape::Text, optional, "Its number: of a resolution, a report, an issue.";
        Place "place" ["publisher-place"] Shape::Text, optional, "Where it was published.";
        Date "date" ["issued"] Shape::Date, optional, "When it was published.";
        Url "url" ["URL"] Shape::Address, optional, "Its address.";
        Archive "archive" [] Shape::Address, optional, "The address of an archived copy.";
        Sha256 "sha256" [] Shape::Sha256, optional, "SHA-256 of the stored copy.";
        Copy "copy" [] Shape::Path, optional, "The stored copy: its path from this file, or from the site's folder as `/archive/x.pdf`.";
        Publish "publish" [] Shape::Flag, "false", "Whether the stored copy is published.";
        Accessed "accessed" [] Shape::Date, optional, "When the address was read.";
        Grade "grade" [] Shape::Grade, optional, "Admiralty grade: the source's reliability A–F, the information's credibility 1–6.";
        Lang "lang" ["language"] Shape::Language, optional, "The source's language.";
        Note "note" [] Shape::Text, optional, "A remark.";
        Extra "extra" [] Shape::Mapping(&[], &Shape::Free), optional, "Keys of your own, for templates.";
    }
}

keys! {
    /// Keys of a plain page, beside the common ones.
    PageKey {
        Menu "menu" [] Shape::Flag, "true", "Whether it stands in the default menu.";
    }
}

keys! {
    /// Keys of an item of `actors`.
    ActorRefKey {
        Id "id" [] Shape::Id, required, "The actor.";
        Name "name" [] Shape::Text, optional, "What it is called, where it has no file.";
        Role "role" [] Shape::Text, optional, "The role as of this report.";
    }
}

keys! {
    /// Keys of an item of `dates`.
    DateEntryKey {
        Date "date" [] Shape::Date, required, "When.";
        Label "label" ["title"] Shape::Text, optional, "What happened, in a few words.";
        Actors "actors" ["actor"] IDS, optional, "Who took part.";
        Sources "sources" ["source"] IDS, optional, "What says so.";
    }
}

keys! {
    /// Keys of a claim.
    ClaimKey {
        Quote "quote" [] Shape::Text, required, "The exact words of the body.";
        By "by" [] IDS, optional, "Who claims it.";
        Status "status" [] Shape::Word(CLAIM_STATUS), optional, "How it stands.";
        Sources "sources" ["source"] IDS, optional, "What says so.";
    }
}

keys! {
    /// Keys of a correction.
    CorrectionKey {
        Date "date" [] Shape::Moment, required, "When it was made.";
        Text "text" [] Shape::Text, required, "What was wrong.";
    }
}

keys! {
    /// Keys of an item of an actor's `names`.
    NameKey {
        Name "name" [] Shape::Text, required, "The name.";
        Lang "lang" ["language"] Shape::Language, optional, "Its language.";
    }
}

keys! {
    /// Keys of an item of an actor's `roles`.
    RoleKey {
        Role "role" ["title"] Shape::Text, required, "What the office is called.";
        Of "of" [] Shape::Id, optional, "The organisation: an actor's id.";
        From "from" [] Shape::Date, optional, "From when; `..` where that is open.";
        To "to" [] Shape::Date, optional, "Until when; `..` where it lasts.";
        Sources "sources" ["source"] IDS, optional, "What says so.";
    }
}

keys! {
    /// Keys of an author, editor or publisher that is written as a record, as CSL and Pandoc do.
    NameRefKey {
        Id "id" [] Shape::Id, optional, "An actor's id.";
        Name "name" ["literal"] Shape::Text, optional, "A name.";
        Given "given" [] Shape::Text, optional, "Given names, before `family`.";
        Family "family" [] Shape::Text, optional, "The family name, particles included.";
        Suffix "suffix" [] Shape::Text, optional, "What stands behind the family name, such as `Jr.`.";
    }
}

pub(crate) const NAME_REF: Record = record("an author", NameRefKey::TABLE);
pub(crate) const ACTOR_REF: Record = record("an item of `actors`", ActorRefKey::TABLE);
pub(crate) const DATE_ENTRY: Record = record("an item of `dates`", DateEntryKey::TABLE);
pub(crate) const CLAIM: Record = record("a claim", ClaimKey::TABLE);
pub(crate) const CORRECTION: Record = record("a correction", CorrectionKey::TABLE);
pub(crate) const NAME: Record = record("a name", NameKey::TABLE);
pub(crate) const ROLE: Record = record("a role", RoleKey::TABLE);
pub(crate) const SOURCE: Record = Record { what: "a source", keys: SourceKey::TABLE, csl: true };

/// The keys of each kind of file, beside the common ones.
pub(crate) const REPORT: Record = record("a report", ReportKey::TABLE);
pub(crate) const ACTOR: Record = record("an actor", ActorKey::TABLE);
pub(crate) const COMMON: Record = record("every content file", CommonKey::TABLE);

const fn record(what: &'static str, keys: &'static [super::key::Key]) -> Record {
    Record { what, keys, csl: false }
}
