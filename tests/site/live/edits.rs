//! What people do to the files of a site.

use proptest::prelude::*;

use super::choices::{BROKEN, FOLDERS, IDS, KEYS, NAMES, PARAGRAPHS, SETTINGS, TEXTS};
use super::example;

/// One thing that somebody does. Numbers choose among what is there when it is done.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    /// A content file gets another text below its front matter, of these [`PARAGRAPHS`].
    Text(usize, Vec<usize>),
    /// A content file's last paragraph gets one more sentence, in which nothing is linked: nobody else can see it.
    Words(usize, u8),
    /// A content file gets one more paragraph: at its end, else at its beginning.
    Paragraph(usize, usize, bool),
    /// A content file's front matter gets one of [`KEYS`] with one of its values.
    Key(usize, usize, usize),
    /// site.yaml gets one of [`SETTINGS`] with one of its values.
    Setting(usize, usize),
    /// A file of [`TEXTS`] is written.
    Put(usize, usize),
    /// A file of the site as it was at first is written.
    Restore(usize),
    /// A content file goes.
    Delete(usize),
    /// Any file goes.
    DeleteAny(usize),
    /// A content file gets one of [`NAMES`].
    Rename(usize, usize),
    /// One of [`FOLDERS`] is moved to another.
    Move(usize, usize),
    /// One of [`IDS`] becomes another in all content files, and so does the file's name.
    RenameId(usize, usize),
    /// A file is written as it is.
    Touch(usize),
    /// Something that can't be read or rendered is written, of [`BROKEN`].
    Break(usize),
    /// All is as it was when all was well.
    Mend,
    /// Days pass.
    Wait(u8),
}

/// Whoever does it. Paths are relative to the site's root.
pub(super) trait Hands {
    /// Every file, sorted.
    fn files(&self) -> Vec<String>;
    fn read(&self, path: &str) -> Option<Vec<u8>>;
    fn write(&mut self, path: &str, bytes: &[u8]);
    fn remove(&mut self, path: &str);
    /// Moves a file, or a folder that stands; what is at `to` is a file or nothing.
    fn rename(&mut self, from: &str, to: &str);
    fn is_folder(&self, path: &str) -> bool;
}

/// Which edits are made most often.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mostly {
    Prose,
    FrontMatter,
    Files,
    Ids,
    Theme,
    Settings,
    Faults,
    Time,
    Anything,
}

/// Edits, half of them as `mostly` says, the others of any sort.
pub(super) fn edit(mostly: Mostly) -> impl Strategy<Value = Edit> {
    let any = prop_oneof![
        3 => prose(),
        4 => front_matter(),
        3 => files(),
        1 => ids(),
        2 => theme(),
        1 => settings(),
        1 => faults(),
        1 => time(),
    ];
    let most = match mostly {
        Mostly::Prose => prose(),
        Mostly::FrontMatter => front_matter(),
        Mostly::Files => files(),
        Mostly::Ids => ids(),
        Mostly::Theme => theme(),
        Mostly::Settings => settings(),
        Mostly::Faults => faults(),
        Mostly::Time => time(),
        Mostly::Anything => any.clone().boxed(),
    };
    prop_oneof![most, any]
}

/// A number that is taken modulo however many there are to choose from.
const ANY: std::ops::Range<usize> = 0..840;

fn prose() -> BoxedStrategy<Edit> {
    prop_oneof![
        4 => (ANY, any::<u8>()).prop_map(|(file, word)| Edit::Words(file, word)),
        2 => (ANY, prop::collection::vec(0..PARAGRAPHS.len(), 0..4)).prop_map(|(file, text)| Edit::Text(file, text)),
        2 => (ANY, 0..PARAGRAPHS.len(), any::<bool>()).prop_map(|(file, text, end)| Edit::Paragraph(file, text, end)),
        1 => ANY.prop_map(Edit::Touch),
    ]
    .boxed()
}

fn front_matter() -> BoxedStrategy<Edit> {
    (ANY, 0..KEYS.len(), ANY).prop_map(|(file, key, value)| Edit::Key(file, key, value)).boxed()
}

fn files() -> BoxedStrategy<Edit> {
    prop_oneof![
        4 => (0..TEXTS.len(), ANY).prop_map(|(file, text)| Edit::Put(file, text)),
        2 => ANY.prop_map(Edit::Restore),
        2 => ANY.prop_map(Edit::Delete),
        1 => ANY.prop_map(Edit::DeleteAny),
        3 => (ANY, 0..NAMES.len()).prop_map(|(file, name)| Edit::Rename(file, name)),
        3 => (0..FOLDERS.len(), 0..FOLDERS.len()).prop_map(|(from, to)| Edit::Move(from, to)),
    ]
    .boxed()
}

fn ids() -> BoxedStrategy<Edit> {
    let id = 0..IDS.len();
    let id_keys: Vec<usize> =
        (0..KEYS.len()).filter(|key| ["name", "title", "slug", "actors", "sources"].contains(&KEYS[*key].0)).collect();
    prop_oneof![
        (id.clone(), id).prop_map(|(from, to)| Edit::RenameId(from, to)),
        (ANY, prop::sample::select(id_keys), ANY).prop_map(|(file, key, value)| Edit::Key(file, key, value)),
    ]
    .boxed()
}

fn theme() -> BoxedStrategy<Edit> {
    let of_theme: Vec<usize> = (0..TEXTS.len()).filter(|file| !TEXTS[*file].0.starts_with("content/")).collect();
    prop_oneof![
        4 => (prop::sample::select(of_theme), ANY).prop_map(|(file, text)| Edit::Put(file, text)),
        1 => ANY.prop_map(Edit::DeleteAny),
    ]
    .boxed()
}

fn time() -> BoxedStrategy<Edit> {
    let of_time: Vec<usize> = (0..KEYS.len()).filter(|key| ["date", "embargo"].contains(&KEYS[*key].0)).collect();
    prop_oneof![
        2 => (1..20_u8).prop_map(Edit::Wait),
        1 => (ANY, prop::sample::select(of_time), ANY).prop_map(|(file, key, value)| Edit::Key(file, key, value)),
    ]
    .boxed()
}

fn settings() -> BoxedStrategy<Edit> {
    (0..SETTINGS.len(), ANY).prop_map(|(key, value)| Edit::Setting(key, value)).boxed()
}

fn faults() -> BoxedStrategy<Edit> {
    prop_oneof![2 => (0..BROKEN.len()).prop_map(Edit::Break), 1 => Just(Edit::Mend)].boxed()
}

impl Edit {
    /// Does it where it can be done, and says what was done. Mending and waiting are for others.
    pub(super) fn make(&self, hands: &mut dyn Hands) -> String {
        let content: Vec<String> = hands.files().into_iter().filter(|path| is_text(path)).collect();
        match self {
            Self::Text(n, paragraphs) => {
                let body: Vec<&str> = paragraphs.iter().map(|n| PARAGRAPHS[*n]).collect();
                rewrite(hands, pick(&content, *n), |matter, _| format!("{matter}{}\n", body.join("\n\n")))
            }
            Self::Words(n, word) => rewrite(hands, pick(&content, *n), |matter, body| {
                format!("{matter}{} Word {word} is said.\n", body.trim_end())
            }),
            Self::Paragraph(n, paragraph, at_end) => rewrite(hands, pick(&content, *n), |matter, body| {
                let new = PARAGRAPHS[*paragraph];
                if *at_end { format!("{matter}{body}\n{new}\n") } else { format!("{matter}{new}\n\n{body}") }
            }),
            Self::Key(n, key, value) => {
                let (key, values) = KEYS[*key];
                let value = values[value % values.len()];
                rewrite(hands, pick(&content, *n), |matter, body| format!("{}{body}", with_key(matter, key, value)))
            }
            Self::Setting(key, value) => {
                let (key, values) = SETTINGS[*key];
                let text = hands.read("site.yaml").map(|text| String::from_utf8_lossy(&text).into_owned());
                let text = with_line(&text.unwrap_or_default(), key, values[value % values.len()]);
                write(hands, "site.yaml", text.as_bytes())
            }
            Self::Put(file, text) => {
                let (path, texts) = TEXTS[*file];
                write(hands, path, texts[text % texts.len()].as_bytes())
            }
            Self::Restore(n) => {
                let site = example::site();
                let files: Vec<(&str, &str)> = site.split("=== ").filter_map(|file| file.split_once('\n')).collect();
                let (path, text) = files[n % files.len()];
                write(hands, path, text.as_bytes())
            }
            Self::Delete(n) => remove(hands, pick(&content, *n)),
            Self::DeleteAny(n) => {
                let files = hands.files();
                remove(hands, pick(&files, *n))
            }
            Self::Rename(n, name) => {
                let Some(from) = pick(&content, *n) else { return String::new() };
                let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
                rename(hands, from, &format!("{folder}/{}", NAMES[*name]))
            }
            Self::Move(from, to) => {
                let (from, to) = (FOLDERS[*from], FOLDERS[*to]);
                let can =
                    hands.is_folder(from) && !hands.is_folder(to) && !format!("{to}/").starts_with(&format!("{from}/"));
                if can { rename(hands, from, to) } else { String::new() }
            }
            Self::RenameId(from, to) => {
                let (from, to) = (IDS[*from], IDS[*to]);
                let mut done = String::new();
                for path in &content {
                    let text = String::from_utf8_lossy(&hands.read(path).unwrap_or_default()).into_owned();
                    if text.contains(from) {
                        done += &write(hands, path, text.replace(from, to).as_bytes());
                    }
                    if path.contains(from) {
                        done += &rename(hands, path, &path.replace(from, to));
                    }
                }
                done
            }
            Self::Touch(n) => {
                let files = hands.files();
                let Some(path) = pick(&files, *n) else { return String::new() };
                let bytes = hands.read(path).unwrap_or_default();
                write(hands, path, &bytes)
            }
            Self::Break(n) => write(hands, BROKEN[*n].0, BROKEN[*n].1),
            Self::Mend | Self::Wait(_) => String::new(),
        }
    }
}

fn is_text(path: &str) -> bool {
    path.starts_with("content/") && path.ends_with(".md")
}

fn pick(paths: &[String], n: usize) -> Option<&str> {
    paths.get(n.checked_rem(paths.len())?).map(String::as_str)
}

fn write(hands: &mut dyn Hands, path: &str, bytes: &[u8]) -> String {
    // Where a folder has become a file or the other way round, nobody can write.
    let above = path.rmatch_indices('/').map(|(at, _)| &path[..at]);
    if hands.is_folder(path) || above.into_iter().any(|folder| hands.read(folder).is_some()) {
        return String::new();
    }
    hands.write(path, bytes);
    format!("write {path}: {:?}\n", String::from_utf8_lossy(bytes))
}

fn remove(hands: &mut dyn Hands, path: Option<&str>) -> String {
    let Some(path) = path else { return String::new() };
    hands.remove(path);
    format!("remove {path}\n")
}

fn rename(hands: &mut dyn Hands, from: &str, to: &str) -> String {
    if from == to || hands.is_folder(to) {
        return String::new();
    }
    hands.rename(from, to);
    format!("move {from} to {to}\n")
}

/// Writes a content file again, made of its front matter, with both its lines `---`, and of the rest.
fn rewrite(hands: &mut dyn Hands, path: Option<&str>, make: impl FnOnce(&str, &str) -> String) -> String {
    let Some(path) = path else { return String::new() };
    let text = String::from_utf8_lossy(&hands.read(path).unwrap_or_default()).into_owned();
    let end = text.strip_prefix("---\n").and_then(|rest| Some(rest.find("---\n")? + 8)).unwrap_or(0);
    let (matter, body) = text.split_at(end);
    write(hands, path, make(matter, body).as_bytes())
}

/// Front matter with this key; without it where there is no value.
fn with_key(matter: &str, key: &str, value: &str) -> String {
    let lines = matter.strip_prefix("---\n").and_then(|matter| matter.strip_suffix("---\n")).unwrap_or_default();
    format!("---\n{}---\n", with_line(lines, key, value))
}

fn with_line(text: &str, key: &str, value: &str) -> String {
    let start = format!("{key}:");
    let mut lines: Vec<String> =
        text.lines().filter(|line| !line.starts_with(&start)).map(|line| format!("{line}\n")).collect();
    if !value.is_empty() {
        lines.push(format!("{start} {value}\n"));
    }
    lines.concat()
}
