//! What belongs in the holes of a body: all that its page has from other files.
//!
//! The markup that is made here is part of the contract with themes; the manual's page on themes lists it.

mod again;
mod marks;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use self::again::Cited;
use super::letters::Letters;
use super::scene::{Scene, Text};
use crate::cite::Class;
use crate::escape::escape;
use crate::matter::{Own, Str};
use crate::parse::{BAR, Body, Hole, HoleKind, Target};
use crate::resolve::{FileIx, Resolved, SourceIx};
use crate::theme::Arg;

/// A word joiner: a mark stays on the line of the words before it.
const JOINER: char = '\u{2060}';

/// Fills the holes of one file's body, in one language of the theme's words.
pub(super) struct Filler<'s> {
    scene: &'s Scene,
    file: FileIx,
    lang: &'s str,
    body: &'s Body,
    /// What is wrong with links.
    marks: &'s BTreeMap<u32, Str>,
    /// The number of each of its sources.
    numbers: HashMap<SourceIx, u32>,
    /// Behind the years of its sources.
    letters: Letters,
}

/// The values of all holes, in order: of the text, then of each note.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Filled {
    main: Vec<String>,
    notes: Vec<Vec<String>>,
}

impl<'s> Filler<'s> {
    pub(super) fn new(scene: &'s Scene, file: FileIx, text: &'s Text, lang: &'s str) -> Self {
        let cited = &scene.graph.files[file].cited;
        let letters = Letters::new(scene.cards(lang), cited);
        let numbers = cited.iter().map(|cited| cited.source).zip(1..).collect();
        Self { scene, file, lang, body: &text.body, marks: &text.marks, numbers, letters }
    }

    /// The values of all holes.
    pub(super) fn fill(&self) -> Filled {
        let mut marks = Marks { in_note: true, ..Marks::default() };
        let notes: Vec<Vec<String>> =
            self.body.notes.iter().map(|note| self.values(&note.text.holes, &mut marks, &[])).collect();
        let words = notes_with(self.body, &notes);
        marks.in_note = false;
        let main = self.values(&self.body.holes, &mut marks, &words);
        Filled { main, notes }
    }

    fn values(&self, holes: &[Hole], marks: &mut Marks, notes: &[String]) -> Vec<String> {
        holes.iter().map(|hole| self.marked(hole.kind, self.value(hole.kind, marks, notes))).collect()
    }

    fn value(&self, hole: HoleKind, marks: &mut Marks, notes: &[String]) -> String {
        match hole {
            HoleKind::Open(link) => self.open(link),
            HoleKind::Words(link) => escape(&self.scene.cards(self.lang).link_words(self.file, link)).into_owned(),
            HoleKind::Close(link) => self.close(link),
            HoleKind::Cite(link, opens) => self.cite(link, opens, marks),
            HoleKind::Src(link) => match self.resolved(link) {
                Resolved::Asset(path) => escape(&self.asset(path)).into_owned(),
                Resolved::Route(route) => escape(&self.scene.addresses.of(route)).into_owned(),
                _ => String::new(),
            },
            HoleKind::Note(number) => self.note(number, marks, notes),
            HoleKind::Paragraph(number) => {
                let label = self.count_word("paragraph", number);
                format!("<a class=\"pn\" href=\"#p{number}\" aria-label=\"{}\">{number}</a>", escape(&label))
            }
            HoleKind::Claim(claim) => self.claim(claim),
            HoleKind::Redacted(number) => self.bar(number),
            HoleKind::Callout(callout) => {
                escape(&self.scene.cards(self.lang).word(&format!("callout-{}", callout.name()))).into_owned()
            }
        }
    }

    /// The bar of a redaction, always as long. What it says is that something is withheld, and why.
    fn bar(&self, number: u32) -> String {
        let words = self.scene.cards(self.lang).words();
        let reason = self.body.reasons.get(number as usize).map_or("", |reason| &**reason);
        let label = match reason {
            "" => words.get("redacted", &[]),
            reason => words.get("redacted-because", &[("reason", Arg::Text(reason))]),
        };
        let label = label.unwrap_or_else(|| reason.to_owned());
        let label = escape(&label);
        format!("<span class=\"redacted\" role=\"img\" aria-label=\"{label}\" title=\"{label}\">{BAR}</span>")
    }

    /// Marks the place of a link that something is wrong with.
    fn marked(&self, hole: HoleKind, html: String) -> String {
        let (HoleKind::Open(link) | HoleKind::Close(link) | HoleKind::Cite(link, _)) = hole else { return html };
        let Some(told) = self.marks.get(&link) else { return html };
        let begin = format!("<mark class=\"gloss-fault\" title=\"{}\">", escape(told));
        match hole {
            HoleKind::Open(_) => begin + &html,
            HoleKind::Close(_) => html + "</mark>",
            _ => begin + &self.unknown_keys(link) + &html + "</mark>",
        }
    }

    /// The keys of sources that a citation names and nobody knows: there is no other word to mark.
    fn unknown_keys(&self, link: u32) -> String {
        let (Resolved::Cite(sources), Target::Cite(cites)) = (self.resolved(link), self.target(link)) else {
            return String::new();
        };
        let unknown = sources.iter().zip(cites.iter()).filter(|(source, _)| source.is_none());
        let keys: Vec<String> = unknown.map(|(_, cite)| format!("@{}", escape(cite.id.as_str()))).collect();
        keys.join("; ")
    }

    fn resolved(&self, link: u32) -> &Resolved {
        self.scene.graph.files[self.file].links.get(link as usize).unwrap_or(&Resolved::Nothing)
    }

    fn target(&self, link: u32) -> &Target {
        &self.scene.graph.files[self.file].summary.links[link as usize].target
    }

    fn asset(&self, path: &Str) -> Str {
        self.scene.addresses.of(path.strip_prefix("content").unwrap_or(path))
    }

    /// The address of a link that is neither an actor's nor a date's.
    fn address(&self, link: u32) -> Option<Str> {
        let graph = &*self.scene.graph;
        let addresses = &self.scene.addresses;
        match self.resolved(link) {
            Resolved::Source(source) => self.scene.cards(self.lang).source(*source).url.clone(),
            Resolved::File(file, anchor) => {
                let route = &graph.files[*file].route;
                Some(match anchor {
                    Some(anchor) => addresses.of(&format!("{route}#{anchor}")),
                    None => addresses.of(route),
                })
            }
            Resolved::Route(address) => Some(addresses.of(address)),
            Resolved::Asset(path) => Some(self.asset(path)),
            Resolved::Anchor(anchor) => Some(format!("#{anchor}").into()),
            _ => None,
        }
    }

    fn open(&self, link: u32) -> String {
        let cards = self.scene.cards(self.lang);
        match (self.resolved(link), self.target(link)) {
            (Resolved::Actor(actor), _) => {
                let card = cards.actor(*actor);
                match &card.url {
                    Some(url) => format!(
                        "<a class=\"actor k-{}\" data-actor=\"{}\" href=\"{}\">",
                        card.kind,
                        escape(&card.id),
                        escape(url)
                    ),
                    None => String::new(),
                }
            }
            (Resolved::Date, Target::Date(date)) => {
                let view = cards.date(date);
                let time = match &view.datetime {
                    Some(datetime) => format!("<time datetime=\"{}\">", escape(datetime)),
                    None => String::new(),
                };
                let on = if self.says(link, &view.text) {
                    String::new()
                } else {
                    format!(" data-on=\"{}\"", escape(&view.text))
                };
                match &view.url {
                    Some(url) => format!("<a class=\"date\"{on} href=\"{}\">{time}", escape(url)),
                    None => format!("<span class=\"date\"{on}>{time}"),
                }
            }
            _ => self.address(link).map_or_else(String::new, |url| format!("<a href=\"{}\">", escape(&url))),
        }
    }

    /// Whether a link's own words are these, or it has none and takes them.
    fn says(&self, link: u32, words: &str) -> bool {
        let sentence = &self.scene.graph.files[self.file].summary.links[link as usize].sentence;
        sentence.as_ref().is_none_or(|sentence| sentence.mention().is_empty() || sentence.mention() == words)
    }

    fn close(&self, link: u32) -> String {
        let cards = self.scene.cards(self.lang);
        match (self.resolved(link), self.target(link)) {
            (Resolved::Actor(actor), _) => cards.actor(*actor).url.as_ref().map_or("", |_| "</a>").to_owned(),
            (Resolved::Date, Target::Date(date)) => {
                let view = cards.date(date);
                let time = if view.datetime.is_some() { "</time>" } else { "" };
                format!("{time}{}", if view.url.is_some() { "</a>" } else { "</span>" })
            }
            _ => self.address(link).map_or("", |_| "</a>").to_owned(),
        }
    }

    /// A citation: a mark for each source, with the entry in the margin.
    fn cite(&self, link: u32, opens: bool, marks: &mut Marks) -> String {
        let (Resolved::Cite(sources), Target::Cite(cites)) = (self.resolved(link), self.target(link)) else {
            return String::new();
        };
        let styled = self.scene.cards(self.lang).styled();
        if let Some(styled) = styled.filter(|styled| styled.formatter.class() != Class::Note) {
            return self.styled_cite(styled, (sources, cites), opens, marks);
        }
        let mut html = String::new();
        for (source, cite) in sources.iter().zip(cites.iter()) {
            let Some(source) = source else { continue };
            let number = self.number(*source);
            if marks.in_note {
                // A note stands in the margin already, and again at the end: the mark leads to the list of sources.
                let label = self.count_word("source-n", number);
                if let Some(prefix) = &cite.prefix {
                    let _ = write!(html, "{} {}", if html.is_empty() { "" } else { ";" }, escape(prefix));
                }
                let _ = write!(
                    html,
                    "{JOINER}<a class=\"ref\" href=\"#gl-s{number}\" aria-label=\"{}\">{number}</a>",
                    escape(&label)
                );
                let around = self.around(cite);
                if !around.is_empty() {
                    let _ = write!(html, " ({})", escape(&around.join(", ")));
                }
                continue;
            }
            marks.citations += 1;
            let paragraph = self.scene.graph.files[self.file].summary.links[link as usize].paragraph;
            let words = self.cite_words(*source, cite, &mut marks.cited);
            marks.cited.add(*source, cite, paragraph);
            let label = self.count_word("source-n", number);
            let _ = write!(
                html,
                "{JOINER}<button class=\"ref\" popovertarget=\"gl-n{mark}\" aria-label=\"{}\">{number}</button>\
                 <span class=\"note\" id=\"gl-n{mark}\" popover role=\"note\"><a class=\"mk\" href=\"#gl-s{number}\">{number}</a> {}</span>",
                escape(&label),
                words,
                mark = marks.citations,
            );
        }
        html
    }

    /// The number of a source on this page.
    fn number(&self, source: SourceIx) -> u32 {
        let behind_all = || u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        self.numbers.get(&source).copied().unwrap_or_else(behind_all)
    }

    /// What follows a claim: its status, which leads to its line in the list.
    fn claim(&self, claim: u32) -> String {
        let own = &self.scene.graph.files[self.file].summary.matter.own;
        let Own::Report(report) = own else { return String::new() };
        let Some(status) = report.claims.get(claim as usize).map(|claim| claim.status.as_deref()) else {
            return String::new();
        };
        let cards = self.scene.cards(self.lang);
        let (number, words) = (claim + 1, super::roots::status_words(cards, status));
        let told = [("n", Arg::Number(i64::from(number))), ("status", Arg::Text(&words))];
        let label = cards.words().get("claim-n", &told).unwrap_or_else(|| words.to_string());
        let class = status.map(|status| format!(" s-{status}")).unwrap_or_default();
        format!(
            "{JOINER}<a class=\"claim-ref\" href=\"#gl-claim-{number}\" aria-label=\"{}\" title=\"{}\"><i class=\"st{class}\"></i></a>",
            escape(&label),
            escape(&words)
        )
    }

    /// A reference to a margin note: the words stand beside the first one.
    fn note(&self, number: u32, marks: &mut Marks, notes: &[String]) -> String {
        let Some(words) = notes.get(number as usize) else { return String::new() };
        let mark = letter(number);
        let label = self.scene.cards(self.lang).words().get("note-n", &[("n", Arg::Text(&mark))]);
        let label = label.unwrap_or_else(|| mark.clone());
        let again = !marks.noted.insert(number);
        let button = format!(
            "{JOINER}<button class=\"ref let\" popovertarget=\"gl-note-{mark}\" aria-label=\"{}\">{mark}</button>",
            escape(&label)
        );
        if again {
            return button;
        }
        format!(
            "{button}<span class=\"note\" id=\"gl-note-{mark}\" popover role=\"note\"><b class=\"mk let\">{mark}</b> {words}</span>"
        )
    }

    fn count_word(&self, key: &str, number: u32) -> Str {
        self.scene.cards(self.lang).counted(key, number as usize)
    }
}

/// Marks that have been given on a page.
#[derive(Default)]
struct Marks {
    citations: usize,
    noted: HashSet<u32>,
    in_note: bool,
    /// The citations in the text.
    cited: Cited,
    /// Sources that have an entry in the margin, where citations follow a style.
    shown: HashSet<SourceIx>,
}

/// The mark of the n-th note, from 0: `a` to `z`, then `aa`, `ab`, …
pub(super) fn letter(number: u32) -> String {
    let last = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    if number < 26 { last.to_string() } else { format!("{}{last}", letter(number / 26 - 1)) }
}

impl Filled {
    /// The text, of which this is the HTML, with its holes filled.
    pub(super) fn text(&self, html: &str, body: &Body) -> String {
        splice(html, &body.holes, &self.main)
    }

    /// The notes with their holes filled.
    pub(super) fn notes(&self, body: &Body) -> Vec<String> {
        notes_with(body, &self.notes)
    }
}

fn notes_with(body: &Body, values: &[Vec<String>]) -> Vec<String> {
    body.notes.iter().zip(values).map(|(note, values)| splice(&note.text.html, &note.text.holes, values)).collect()
}

/// Puts values into holes.
fn splice(html: &str, holes: &[Hole], values: &[String]) -> String {
    let length = html.len() + values.iter().map(String::len).sum::<usize>();
    let mut filled = String::with_capacity(length);
    let mut at = 0;
    for (hole, value) in holes.iter().zip(values) {
        let hole = hole.at as usize;
        filled.push_str(&html[at..hole]);
        filled.push_str(value);
        at = hole;
    }
    filled.push_str(&html[at..]);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_lettered_like_columns() {
        let marks: Vec<String> = [0, 25, 26, 701, 702].into_iter().map(letter).collect();
        assert_eq!(marks, ["a", "z", "aa", "zz", "aaa"]);
    }
}
