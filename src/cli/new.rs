//! `gloss new`

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::Global;
use super::now::{self, Now};
use super::outside::Outside;
use super::paint::Paint;
use super::site;
use super::stop::{Exit, Stop};
use super::suggest::show;
use crate::edtf::Key;
use crate::files::reason;
use crate::scaffold::{self, Begun, Refusal};
use crate::session::Configured;
use crate::suggest::{apply, escape, for_report};

/// Begin a report, an actor or a source.
///
/// The file gets its name from the title, and front matter that names the keys. Its path is printed. With --from, a report
/// is made of plain text: known names and date phrases in it become links, and what was found is shown on standard error.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss new report 'Harbour wall closed after the storm'
  gloss new report --from agency.txt --date 2019-12-21
  gloss new actor 'خليفة حفتر'
  $EDITOR \"$(gloss new source 'Harbour by-law 12')\"")]
pub(super) struct New {
    /// What to begin.
    #[arg(value_enum)]
    kind: Kind,

    /// Its title, or an actor's name.
    #[arg(value_name = "TITLE", required_unless_present = "from")]
    title: Vec<String>,

    /// Make a report of the plain text in this file; `-` is standard input. Without TITLE, its first line is the title.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,

    /// When it was published: what relative dates in the text are reckoned from [default: today]
    #[arg(long, value_name = "DAY", requires = "from")]
    date: Option<Date>,

    /// The language of the text (BCP 47) [default: Arabic where most of its letters are, else the site's]
    #[arg(long, value_name = "TAG", requires = "from")]
    lang: Option<String>,

    #[command(flatten)]
    now: Now,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// A draft in `content/reports/YEAR/`
    Report,
    /// A file in `content/actors/`
    Actor,
    /// A file in `content/sources/`
    Source,
}

impl New {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let root = site::root(global, outside)?;
        let config = Configured::read(&*outside.files, &root).config;
        let today = now::day(self.now.seconds(outside)?, &config.timezone);
        let kind = match self.kind {
            Kind::Report => scaffold::Kind::Report,
            Kind::Actor => scaffold::Kind::Actor,
            Kind::Source => scaffold::Kind::Source,
        };
        let new = |title: &str, day: Date, lang: Option<&str>| {
            scaffold::begin(&*outside.files, &root, kind, title, &day.to_string(), lang).map_err(refused)
        };
        let mut shown = None;
        let made = match &self.from {
            None => new(&self.title.join(" "), today, None)?,
            Some(_) if kind != scaffold::Kind::Report => {
                return Err(Stop::usage("only a report is made of a text", "`gloss new report --from FILE`"));
            }
            Some(from) => {
                let plain = text_of(from, outside)?;
                let (title, body) = self.parts(&plain);
                let day = self.date.unwrap_or(today);
                let lang = self.lang.as_deref().unwrap_or_else(|| language(&plain, &config.lang));
                let begun = new(&title, day, Some(lang).filter(|lang| *lang != &*config.lang))?;
                let text = format!("{}\n{}", begun.text, escape(body).trim_start());
                // Where site.yaml can't be read nobody is known, and the text is worth keeping all the same.
                match site::with_drafts(&root, &self.now, outside) {
                    Ok(site) => {
                        let roster = site::roster(&site);
                        let found = for_report(&config, &roster, &text, &lang.into(), key(day));
                        let linked = Begun { text: apply(&text, &found.links), ..begun };
                        shown = Some((text, found));
                        linked
                    }
                    Err(_) => Begun { text, ..begun },
                }
            }
        };
        made.write(&*outside.files).map_err(refused)?;
        if let Some((text, found)) = shown.filter(|_| !global.quiet) {
            let paint = Paint::new(outside.look(global.color).colour);
            let path = made.path.strip_prefix(&root).unwrap_or(&made.path).display().to_string();
            show(&path, &text, &found, paint, outside.err)?;
        }
        let path = made.path.strip_prefix(&outside.folder).unwrap_or(&made.path);
        writeln!(outside.out, "{}", path.display())?;
        Ok(Exit::Fine)
    }

    /// The title, and the text without it.
    fn parts<'t>(&'t self, plain: &'t str) -> (Cow<'t, str>, &'t str) {
        if self.title.is_empty() {
            let plain = plain.trim_start();
            let (title, body) = plain.split_once('\n').unwrap_or((plain, ""));
            (title.trim().into(), body)
        } else {
            (self.title.join(" ").into(), plain)
        }
    }
}

fn refused(refusal: Refusal) -> Stop {
    Stop::refused(refusal.message, refusal.help)
}

fn key(day: Date) -> Option<Key> {
    Key::new(i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// The language of a text, as far as its letters tell.
fn language<'l>(text: &str, site: &'l str) -> &'l str {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = text.chars().filter(|c| matches!(c, '\u{620}'..='\u{64a}')).count();
    if 2 * arabic > letters && !crate::lang::is_rtl(site) { "ar" } else { site }
}

/// The plain text that a report is to be made of.
fn text_of(from: &Path, outside: &Outside<'_>) -> Result<String, Stop> {
    let bytes = if from == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        outside.files.read(&outside.folder.join(from))
    };
    let shown = from.display();
    let bytes = bytes.map_err(|error| Stop::usage(format!("`{shown}`: {}", reason(&error)), "name a text file"))?;
    String::from_utf8(bytes)
        .map_err(|_| Stop::usage(format!("`{shown}` is not UTF-8"), "save it in the encoding UTF-8"))
}
