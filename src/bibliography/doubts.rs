//! What a `.bib` file says that nothing would come of: types and fields that do not exist, fields that stand twice,
//! references to entries that are not there.

use std::collections::HashMap;

use biblatex::{EntryType, RawBibliography, RawChunk, RawEntry};

use super::Reader;
use super::knots::is_reference;
use crate::nearest::{did_you_mean, nearest};
use crate::problem::{Name, Problem};

/// Types of entries beside those of BibLaTeX: its own that no style has (its manual, 2.1.3), and those that other styles
/// and programs write. They are documents.
const TYPES: &str = "archive artwork audio bibnote book_section codefragment commentary constitution film generic hardware \
    image jurisdiction legadminmaterial legal legislation legmaterial letter magazine_article map movie music nameonly \
    newspaper newspaper_article performance preprint presentation review softwaremodule softwareversion standard talk \
    video web_page webpage";

/// BibLaTeX's own types.
const MAIN_TYPES: &str = "article book booklet bookinbook collection conference dataset electronic inbook incollection \
    inproceedings inreference manual mastersthesis misc mvbook mvcollection mvproceedings mvreference online patent \
    periodical phdthesis proceedings reference report set software suppbook suppcollection suppperiodical techreport \
    thesis unpublished www xdata";

/// Fields of BibLaTeX and BibTeX, and those that programs write for themselves.
const FIELDS: &str = "abstract addendum address afterword annotation annotator annote archive archiveprefix arxiv author \
    authortype bookauthor bookpagination booksubtitle booktitle booktitleaddon chapter collaborator commentator copyright \
    crossref date date-added date-modified day doi doiurl edition editor editora editoratype editorb editorbtype editorc \
    editorctype editortype eid entryset entrysubtype eprint eprintclass eprinttype eventdate eventtitle eventtitleaddon \
    execute file files foreword gender groups hash holder howpublished ids indexsorttitle indextitle institution \
    introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journal journalsubtitle \
    journaltitle journaltitleaddon key keyword keywords label langid langidopts language library lccn library local-url \
    localfile location mainsubtitle maintitle maintitleaddon mendeley-groups mendeley-tags month mrnumber nameaddon namea \
    nameatype nameb namebtype namec namectype note number numpages options organization origdate origlanguage \
    origlocation origpublisher origtitle owner pages pagetotal pagination part place pmcid pmid presort primaryclass \
    priority publisher pubstate rating readstatus related relatedoptions relatedstring relatedtype reprinttitle school \
    series seriestitle shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey \
    sortname sortshorthand sorttitle sortyear source subtitle timestamp title titleaddon translator type url urldate urn \
    usera userb userc userd usere userf venue verba verbb verbc version volume volumes xdata xref year";

impl Reader<'_> {
    /// Tells what would be passed over, and takes out the second of two fields of one name.
    pub(super) fn tell_doubtful(&mut self, raw: &mut RawBibliography<'_>) {
        let is_empty = raw.entries.is_empty() && raw.abbreviations.is_empty() && raw.preamble.is_empty();
        if is_empty && self.problems.is_empty() {
            self.tell_prose();
        }
        for entry in &mut raw.entries {
            self.tell_type(&entry.v);
            self.tell_fields(&mut entry.v);
        }
        self.tell_references(raw);
    }

    /// Between entries anything may stand, and is a remark; where nothing else stands, it was meant to be something.
    fn tell_prose(&mut self) {
        let is_prose = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with(['%', '@']);
        let Some(line) = self.text.lines().find(is_prose) else { return };
        let start = line.as_ptr() as usize - self.text.as_ptr() as usize;
        self.tell(start..start + line.len(), "this file has no entry".to_owned());
        if let Some(problem) = self.problems.last_mut() {
            problem.help = Some("an entry is written `@book{key, title = {…}}`".to_owned());
        }
    }

    fn tell_type(&mut self, entry: &RawEntry<'_>) {
        let kind = entry.kind.v.to_lowercase();
        if matches!(EntryType::new(&kind), EntryType::Unknown(_)) && !TYPES.split_whitespace().any(|it| it == kind) {
            let message = format!("`@{}` is no type of entry", entry.kind.v);
            let known = MAIN_TYPES.split_whitespace().chain(TYPES.split_whitespace());
            let help = nearest(&kind, known).map(|right| format!("did you mean `@{right}`?"));
            let help = help.unwrap_or_else(|| "what has no type of its own is `@misc`".to_owned());
            self.problems.push(Problem::at(Name::UnknownKey, self.place(entry.kind.span.clone()), message).help(help));
        }
    }

    /// Programs write fields of their own, of which nobody knows a list: only what is nearly a field is told.
    fn tell_fields(&mut self, entry: &mut RawEntry<'_>) {
        let key = entry.key.v;
        let mut first = HashMap::new();
        entry.fields.retain(|field| {
            let name = field.key.v.to_ascii_lowercase();
            let span = field.key.span.clone();
            if !FIELDS.split_whitespace().any(|known| known == name)
                && let Some(help) = did_you_mean(&name, FIELDS.split_whitespace())
            {
                let message = format!("`{}` is no field of an entry", field.key.v);
                self.problems.push(Problem::at(Name::UnknownKey, self.place(span.clone()), message).help(help));
            }
            let Some(before) = first.insert(name, span.clone()) else { return true };
            let message = format!("`{}` of `{key}` is given twice", field.key.v);
            let problem = Problem::at(Name::DuplicateKey, self.place(span), message);
            self.problems.push(problem.related(self.place(before), "first given here"));
            false
        });
    }

    /// `crossref` and `xdata` name entries of the same file.
    fn tell_references(&mut self, raw: &RawBibliography<'_>) {
        let words = |value: &[biblatex::Spanned<RawChunk<'_>>]| match value {
            [chunk] => match chunk.v {
                RawChunk::Normal(text) => text.split(',').map(|key| key.trim().to_owned()).collect(),
                RawChunk::Abbreviation(_) => Vec::new(),
            },
            _ => Vec::new(),
        };
        let fields = || raw.entries.iter().flat_map(|entry| &entry.v.fields);
        if !self.is_whole || !fields().any(|field| is_reference(field.key.v)) {
            return;
        }
        let others = fields().filter(|field| field.key.v.eq_ignore_ascii_case("ids"));
        let mut known: Vec<String> = others.flat_map(|field| words(&field.value.v)).collect();
        known.extend(raw.entries.iter().map(|entry| entry.v.key.v.to_owned()));
        known.extend(self.sources.iter().map(|lost| lost.entry.id.to_string()));
        known.sort_unstable();
        for field in fields().filter(|field| is_reference(field.key.v)) {
            for key in words(&field.value.v).iter().filter(|key| !key.is_empty()) {
                if known.binary_search(key).is_err() {
                    let message = format!("`{}` names no entry of this file: `{key}`", field.key.v);
                    let help = did_you_mean(key, known.iter().map(String::as_str));
                    let place = self.place(field.value.span.clone());
                    self.problems.push(Problem::at(Name::UnknownSource, place, message).help(help));
                }
            }
        }
    }
}
