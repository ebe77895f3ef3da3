//! The keys of site.yaml.

use super::{Autolink, RawHtml};
use crate::matter::key::{Keys, Record, Shape, keys, words};
use crate::problem::{Level, Name};

words!(RawHtml {
    "sanitize" Sanitize,
    "escape" Escape,
    "allow" Allow,
});

words!(Autolink {
    "off" Off,
    "suggest" Suggest,
    "first" First,
    "all" All,
});

keys! {
    /// Keys of site.yaml.
    ConfigKey {
        Title "title" [] Shape::Text, required, "The site's title.";
        BaseUrl "base_url" ["baseURL" "baseurl"] Shape::Address, optional, "Where the site will stand: `https://example.org/sub`. Without it, absolute addresses are left out.";
        Lang "lang" ["language"] Shape::Language, "en", "The site's language.";
        Languages "languages" [] Shape::List(&Shape::Language), optional, "All languages of the site; `lang` need not be repeated.";
        Description "description" [] Shape::Text, optional, "One sentence on the site.";
        Publisher "publisher" [] Shape::Either(&Shape::Text, &Shape::Record(PUBLISHER)), optional, "Who publishes the site.";
        License "license" ["licence"] Shape::Text, optional, "The licence of the texts: an SPDX name, or an address.";
        Timezone "timezone" [] Shape::Text, "UTC", "The IANA time zone in which times without an offset are read.";
        Theme "theme" [] Shape::Text, "margin", "The theme: a folder below `themes/`, or the one that is built in.";
        Out "out" [] Shape::Path, "public", "The output folder.";
        Menu "menu" [] Shape::List(&Shape::Record(MENU_ITEM)), optional, "The menu. Default: the plain pages.";
        Paginate "paginate" [] Shape::Count, "50", "How many items a page of a list has.";
        Redirects "redirects" [] Shape::Mapping(&[], &Shape::Either(&Shape::Route, &Shape::Address)), optional, "Old addresses, and where they lead: `/old/: /new/`, or elsewhere.";
        Feed "feed" [] Shape::Record(FEED), optional, "The feeds.";
        Markdown "markdown" [] Shape::Record(MARKDOWN), optional, "How Markdown is read.";
        Wikilinks "wikilinks" [] Shape::Flag, "false", "Whether `[[name]]` is a link.";
        Search "search" [] Shape::Flag, "true", "Whether there is a page on which readers search, with its index.";
        Exports "exports" [] Shape::Flag, "true", "Whether each report has files for reference managers and programs beside it: `cite.bib`, `cite.ris`, `cite.json`, `data.json`.";
        Autolink "autolink" [] Shape::Word(Autolink::WORDS), "suggest", "What becomes of actors' names in running text: links when the site is built, of the `first` mention in each text or of `all`, or what `gloss suggest` proposes.";
        Citations "citations" [] Shape::Record(CITATIONS), optional, "How citations look.";
        Bibliography "bibliography" [] Shape::List(&Shape::Path), optional, "Files with sources, in BibLaTeX, CSL-JSON or Hayagriva's YAML; see [Citations](citations.md).";
        Lint "lint" [] Shape::Mapping(NAMES, &Shape::Word(&Level::WORDS)), optional, "Levels of problems that differ from the usual ones.";
        Ignore "ignore" [] Shape::List(&Shape::Text), optional, "Globs of files below `content/` and `static/` to pass over.";
        Extra "extra" ["params"] Shape::Mapping(&[], &Shape::Free), optional, "Keys of your own, for templates.";
    }
}

keys! {
    /// Keys of `publisher`.
    PublisherKey {
        Name "name" [] Shape::Text, required, "The name.";
        Url "url" [] Shape::Address, optional, "The address.";
    }
}

keys! {
    /// Keys of an item of `menu`.
    MenuKey {
        Title "title" ["name"] Shape::Text, required, "Its words.";
        Url "url" [] Shape::Either(&Shape::Route, &Shape::Address), required, "Where it leads: on the site, or elsewhere.";
    }
}

keys! {
    /// Keys of `feed`.
    FeedKey {
        Limit "limit" [] Shape::Count, "50", "How many entries a feed has at most.";
        Id "id" [] Shape::Text, optional, "Authority and date of the entries' permanent ids (RFC 4151): `example.org,2019`.";
    }
}

keys! {
    /// Keys of `markdown`.
    MarkdownKey {
        RawHtml "raw_html" [] Shape::Word(RawHtml::WORDS), "sanitize", "What becomes of raw HTML.";
        Math "math" [] Shape::Flag, "false", "Whether `$…$` is a formula.";
        Smart "smart" [] Shape::Flag, "true", "Whether quotes and dashes become typographic.";
    }
}

keys! {
    /// Keys of `citations`.
    CitationsKey {
        Style "style" [] Shape::Text, optional, "The name of a citation style, such as `apa`; see [Citations](citations.md). Default: numbered marks.";
    }
}

pub(crate) const SITE: Record = Record { what: "site.yaml", keys: ConfigKey::TABLE, csl: false };
pub(crate) const PUBLISHER: Record = Record { what: "`publisher`", keys: PublisherKey::TABLE, csl: false };
pub(crate) const MENU_ITEM: Record = Record { what: "an item of `menu`", keys: MenuKey::TABLE, csl: false };
pub(crate) const FEED: Record = Record { what: "`feed`", keys: FeedKey::TABLE, csl: false };
pub(crate) const MARKDOWN: Record = Record { what: "`markdown`", keys: MarkdownKey::TABLE, csl: false };
pub(crate) const CITATIONS: Record = Record { what: "`citations`", keys: CitationsKey::TABLE, csl: false };

/// The names of all problems.
pub(crate) const NAMES: &[&str] = &{
    let mut names = [""; Name::ALL.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = Name::ALL[index].as_str();
        index += 1;
    }
    names
};
