//! One content file's front matter.

use super::super::key::{Key, Keys, names};
use super::super::keys::{ActorKey, CommonKey, PageKey, ReportKey, SOURCE, SourceKey};
use super::super::yaml::{Entry, Node};
use super::super::{
    ActorMatter, DateMatter, FrontMatter, Matter, MatterKind, Own, PageMatter, ReportMatter, SourceRecord, csl,
};
use super::common::{Taken, common};
use super::{At, Given, Reader, actor, hiding, report, source};

/// Reads the front matter of a kind of file.
pub(crate) fn file(reader: &mut Reader<'_>, kind: MatterKind, node: &Node<'_>) -> FrontMatter {
    let mut file = File { reader, what: kind.what(), taken: Taken::default() };
    let own = match kind {
        MatterKind::Report => {
            let mut own = ReportMatter::default();
            file.entries(node, ReportKey::TABLE, |reader, entry, at| {
                take(entry, |key, given| report::report(reader, key, given, at, &mut own))
            });
            Own::Report(Box::new(own))
        }
        MatterKind::Actor => {
            let mut own = ActorMatter::default();
            file.entries(node, ActorKey::TABLE, |reader, entry, at| {
                take(entry, |key, given| actor::actor(reader, key, given, at, &mut own))
            });
            file.taken.title.clone_from(&own.name);
            Own::Actor(Box::new(own))
        }
        MatterKind::Source => Own::Source(Box::new(source_file(&mut file, node))),
        MatterKind::Date => {
            file.entries(node, &[], |_, _, _| false);
            Own::Date(DateMatter::default())
        }
        MatterKind::Page => {
            let mut own = PageMatter::default();
            file.entries(node, PageKey::TABLE, |reader, entry, at| {
                take(entry, |key, given| match key {
                    PageKey::Menu => own.menu = reader.flag(given.node, at),
                })
            });
            Own::Page(own)
        }
    };
    let File { reader, what, mut taken } = file;
    taken.settle();
    let Taken { title, summary, common, .. } = taken;
    match kind {
        MatterKind::Report if title.is_none() => missing(reader, node, what, CommonKey::Title.key()),
        MatterKind::Actor if title.is_none() => missing(reader, node, what, ActorKey::Name.key()),
        _ => {}
    }
    FrontMatter { title, summary, matter: Matter { common, own } }
}

/// A source's own file: its keys are the source's before they are the file's, and its `id` is the file's.
fn source_file(file: &mut File<'_, '_>, node: &Node<'_>) -> SourceRecord {
    let mut id = None;
    let mut own = SourceRecord::default();
    file.entries(node, SourceKey::TABLE, |reader, entry, at| {
        let taken = take(entry, |key, given| match key {
            SourceKey::Id => id = reader.name(given.node, at, "text"),
            _ => source::source(reader, key, given, at, &mut own),
        });
        // CSL has a variable `status`, which `Status` is not meant for.
        let is_free = CommonKey::find(&entry.key).is_none() && hiding::near(&entry.key).is_none();
        taken || (is_free && source::variable(reader, entry, at, &mut own))
    });
    let slug = &mut file.taken.common.slug;
    *slug = slug.take().or(id);
    file.taken.title.clone_from(&own.title);
    own
}

/// Hands an entry over if its key is one of a kind's, and it has a value. Returns whether the key is.
fn take<K: Keys>(entry: &Entry<'_>, each: impl FnOnce(K, Given<'_, '_>)) -> bool {
    let key = K::find(&entry.key);
    if let (Some(key), Some(given)) = (key, Given::new(entry)) {
        each(key, given);
    }
    key.is_some()
}

/// Notes that a file lacks a key, unless what stands there has been complained of.
fn missing(reader: &mut Reader<'_>, node: &Node<'_>, what: &str, key: &Key) {
    let complained = match node {
        Node::Mapping(entries) => entries.iter().any(|entry| {
            let is_it = entry.key == key.name || key.also.contains(&&*entry.key);
            is_it && matches!(entry.value, Node::Flag(_) | Node::List(_) | Node::Mapping(_))
        }),
        Node::Null => false,
        _ => true,
    };
    if !complained {
        reader.missing(&At::ROOT, what, key.name);
    }
}

/// A file while it is read.
struct File<'r, 't> {
    reader: &'r mut Reader<'t>,
    what: &'static str,
    taken: Taken,
}

impl File<'_, '_> {
    /// Reads all entries. `own` has the first try at each, and says whether it took it; then come the common keys.
    fn entries(
        &mut self,
        node: &Node<'_>,
        table: &'static [Key],
        mut own: impl FnMut(&mut Reader<'_>, &Entry<'_>, &At<'_>) -> bool,
    ) {
        for entry in self.reader.entries(node, &At::ROOT, "keys with values, `title: …`") {
            let at = At::ROOT.key(&entry.key);
            let taken = &mut self.taken;
            if own(self.reader, entry, &at) {
                continue;
            }
            if let Some(key) = CommonKey::find(&entry.key) {
                hiding::check_given(self.reader, entry, key, &at);
            }
            if !take(entry, |key, given| common(self.reader, key, given, &at, taken)) {
                let variables = csl::variables().filter(|_| self.what == SOURCE.what);
                let known = names(table).chain(names(CommonKey::TABLE)).chain(variables);
                self.reader.unknown_of_file(self.what, entry, known);
            }
        }
    }
}
