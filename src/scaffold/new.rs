//! The file of a new report, actor or source.

use std::path::{Path, PathBuf};

use super::{Refusal, write};
use crate::files::Files;
use crate::id::{Id, slug};
use crate::matter;

/// What is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A report, in the folder of its year.
    Report,
    /// An actor.
    Actor,
    /// A source that several reports share.
    Source,
}

/// The file of something new, before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Its path.
    pub path: PathBuf,
    /// Its text: front matter, which builds without a problem as it stands, with `--strict` too.
    pub text: String,
}

impl Begun {
    /// Writes it.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn write(&self, files: &dyn Files) -> Result<(), Refusal> {
        write(files, &self.path, &self.text)
    }
}

/// Begins something new. `title` is an actor's name, and `today` is `YYYY-MM-DD`; `lang` is the language of a report, where
/// it is not the site's.
///
/// # Errors
/// When the title has neither letters nor digits, or the id is taken.
pub fn begin(
    files: &dyn Files,
    root: &Path,
    kind: Kind,
    title: &str,
    today: &str,
    lang: Option<&str>,
) -> Result<Begun, Refusal> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = slug(&title);
    if stem.is_empty() {
        return Err(Refusal {
            message: format!("the title `{title}` has neither a letter nor a digit"),
            help: "give one: the file gets its name from it".to_owned(),
        });
    }
    let folder = root.join("content").join(kind.folder());
    if let Some(path) = owner(files, &folder, &Id::new(&stem)) {
        return Err(Refusal {
            message: format!("{} has the id `{stem}` already", path.strip_prefix(root).unwrap_or(&path).display()),
            help: "give another title, or edit that file".to_owned(),
        });
    }
    let year = today.split('-').next().unwrap_or(today);
    let below = if kind == Kind::Report { folder.join(year) } else { folder };
    let path = below.join(format!("{stem}.md"));
    Ok(Begun { path, text: kind.text(&quoted(&title), today, lang) })
}

impl Kind {
    const fn folder(self) -> &'static str {
        match self {
            Self::Report => "reports",
            Self::Actor => "actors",
            Self::Source => "sources",
        }
    }

    fn text(self, title: &str, today: &str, lang: Option<&str>) -> String {
        let text = match self {
            Self::Report => REPORT,
            Self::Actor => ACTOR,
            Self::Source => SOURCE,
        };
        let lang = lang.map(|lang| format!("lang: {lang}\n")).unwrap_or_default();
        text.replace("DAY", today).replace("LANG\n", &lang).replace("TITLE", title)
    }
}

const REPORT: &str = "\
---
title: TITLE
date: DAY
LANG
status: draft  # delete this line to publish
# summary: One or two sentences.
# authors: [an actor's id, or a name]
# actors: [id, {id: other-id, role: what they are here}]
# sources:
#   - a-shared-source
#   - {id: a-key, type: statement, title: What it is called, author: id, date: 2019-12-14, url: 'https://…'}
# dates:
#   - {date: 2019-04-04, label: What happened, actors: [id], sources: [a-key]}
#
# In the text: [words](actor:id), [words](date:2019-04-04), [@a-key, p. 2], [words](report:id), a note[^1].
---
";

const ACTOR: &str = "\
---
name: TITLE
kind: other  # person organization government military armed-group party media company place other
# names: [another name, {name: اسم, lang: ar}]
# roles:
#   - {role: What the office is called, of: id, from: 2015-03, to: ..}
---
";

const SOURCE: &str = "\
---
title: TITLE
type: document  # statement resolution agreement photo video testimony report book webpage …
# author: an actor's id, or a name
# publisher: an actor's id, or a name
# date: 2019-12-14
# url: 'https://…'
# archive: 'https://…'
# accessed: DAY
---
";

/// The title as YAML needs it: bare, or in quotes.
fn quoted(title: &str) -> String {
    let yaml = serde_yaml::to_string(title).unwrap_or_default();
    let yaml = yaml.trim_end();
    // JSON's strings are YAML's, and always fit in one line.
    let json = || serde_json::Value::from(title).to_string();
    if !matter::redactions(&"".into(), yaml, 0..yaml.len()).is_empty() {
        // It would be taken for a redaction, which front matter can't have.
        let is_mark = |c| matter::is_percent_sign(c) || matches!(c, '(' | ':');
        let escaped = json()
            .chars()
            .map(|c| if is_mark(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() })
            .collect();
        return escaped;
    }
    if yaml.is_empty() || yaml.contains('\n') { json() } else { yaml.to_owned() }
}

/// The file below `folder` that has an id: by its stem, by its folder where it is an `index.md`, or by its `slug`.
fn owner(files: &dyn Files, folder: &Path, id: &Id) -> Option<PathBuf> {
    let is_shown = |path: &Path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '_']));
    let entries = files.walk(folder, &is_shown).into_iter().filter_map(Result::ok).map(|entry| entry.path);
    entries
        .filter(|path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md")))
        .find(|path| slug_of(files, path).or_else(|| stem_of(path, folder)).is_some_and(|stem| Id::new(&stem) == *id))
}

/// `x` of `x.md` and `x/index.md`; none for the prose above the list itself.
fn stem_of(path: &Path, folder: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_string_lossy();
    if stem != "index" {
        return Some(stem.into_owned());
    }
    let own = path.parent().filter(|own| *own != folder)?;
    Some(own.file_name()?.to_string_lossy().into_owned())
}

/// The value of a `slug` line in the front matter.
fn slug_of(files: &dyn Files, path: &Path) -> Option<String> {
    let text = String::from_utf8(files.read(path).ok()?).ok()?;
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    lines.next().filter(|line| line.trim_end() == "---")?;
    let slug = lines.take_while(|line| line.trim_end() != "---").find_map(|line| line.strip_prefix("slug:"))?;
    serde_yaml::from_str(slug.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn made(files: &Memory, kind: Kind, title: &str) -> Result<String, String> {
        let made = begin(files, Path::new("/site"), kind, title, "2024-05-03", None);
        made.and_then(|begun| begun.write(files).map(|()| begun.path.display().to_string()))
            .map_err(|refusal| refusal.message)
    }

    #[test]
    fn titles_of_any_script_and_punctuation_become_files() {
        let files = Memory::default();
        let path = made(&files, Kind::Report, "Über Ghassan's visit:  día 1").unwrap();
        assert_eq!(path, "/site/content/reports/2024/uber-ghassan-s-visit-dia-1.md");
        let text = String::from_utf8(files.read(Path::new(&path)).unwrap()).unwrap();
        assert!(
            text.starts_with("---\ntitle: 'Über Ghassan''s visit: día 1'\ndate: 2024-05-03\nstatus: draft"),
            "{text}"
        );
        assert_eq!(made(&files, Kind::Actor, "خليفة حفتر").unwrap(), "/site/content/actors/خليفة-حفتر.md");
        assert_eq!(made(&files, Kind::Source, "2259").unwrap(), "/site/content/sources/2259.md");
    }

    #[test]
    fn front_matter_has_the_title_back() {
        for title in [
            "yes",
            "2019",
            "- a",
            "a: b #c",
            "\"'",
            "null",
            "خليفة",
            "a\u{1b}b",
            "100%% a",
            "٪٪",
            "[b](redact:x)",
            &"long words ".repeat(30),
        ] {
            let yaml: serde_yaml::Value = serde_yaml::from_str(&format!("title: {}\n", quoted(title))).unwrap();
            assert_eq!(yaml["title"].as_str(), Some(title));
        }
    }

    #[test]
    fn an_id_that_is_taken_is_refused() {
        let files = Memory::default();
        let put = |path: &str, text: &str| files.write(Path::new(path), text.as_bytes()).unwrap();
        put("/site/content/reports/2019/old/Wall.md", "---\ntitle: Wall\n---\n");
        put("/site/content/reports/2019/quay/index.md", "---\ntitle: Quay\n---\n");
        put("/site/content/reports/2019/x.md", "---\ntitle: Light\nslug: 'light' # as before\n---\n");
        put("/site/content/reports/index.md", "All reports.\n");
        let taken = |title| made(&files, Kind::Report, title).unwrap_err();
        assert_eq!(taken("Wall!"), "content/reports/2019/old/Wall.md has the id `wall` already");
        assert_eq!(
            taken("The quay".trim_start_matches("The ")),
            "content/reports/2019/quay/index.md has the id `quay` already"
        );
        assert_eq!(taken("Light"), "content/reports/2019/x.md has the id `light` already");
        assert!(made(&files, Kind::Report, "Index").is_ok());
        assert!(made(&files, Kind::Actor, "Wall").is_ok());
    }

    #[test]
    fn a_title_without_letters_is_refused() {
        assert_eq!(
            made(&Memory::default(), Kind::Report, " !? ").unwrap_err(),
            "the title `!?` has neither a letter nor a digit"
        );
    }
}
