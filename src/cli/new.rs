//! `gloss new`

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::Global;
use super::now::{self, Now};
use super::outside::Outside;
use super::paint::Paint;
use super::site;
use super::stop::{Exit, Stop};
use super::suggest::show;
use crate::edtf::Key;
use crate::files::reason;
use crate::matter::Str;
use crate::scaffold;
use crate::session::{Configured, Overlay, Seen, Session, Silent};
use crate::suggest::{Known, apply, escape, for_report};

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
    date: Option<jiff::civil::Date>,

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
        let make = |title: &str, day: &str, finish: &dyn Fn(String) -> String| {
            scaffold::new(&*outside.files, &root, kind, title, day, finish)
                .map_err(|refusal| Stop::refused(refusal.message, refusal.help))
        };
        let path = match &self.from {
            None => make(&self.title.join(" "), &today.to_string(), &|front| front)?,
            Some(_) if !matches!(self.kind, Kind::Report) => {
                return Err(Stop::usage("only a report is made of a text", "`gloss new report --from FILE`"));
            }
            Some(from) => {
                let plain = text_of(from, outside)?;
                let (title, body) = self.parts(&plain);
                let day = self.date.unwrap_or(today);
                let body = escape(body);
                let lang = self.lang.clone().unwrap_or_else(|| language(&plain, &config.lang));
                let finish = |front: String| {
                    let front = if *lang == *config.lang {
                        front
                    } else {
                        front.replacen("\nstatus:", &format!("\nlang: {lang}\nstatus:"), 1)
                    };
                    format!("{front}\n{}", body.trim_start())
                };
                let path = make(&title, &day.to_string(), &finish)?;
                link(&path, (day, &lang.as_str().into()), &root, self.now.seconds(outside)?, global, outside)?;
                path
            }
        };
        let path = path.strip_prefix(&outside.folder).unwrap_or(&path);
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

/// The language of a text, as far as its letters tell.
fn language(text: &str, site: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = text.chars().filter(|c| matches!(c, '\u{620}'..='\u{64a}')).count();
    if 2 * arabic > letters && !crate::lang::is_rtl(site) { "ar".to_owned() } else { site.to_owned() }
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

/// Writes links into a new report, and shows them.
fn link(
    path: &Path,
    (day, lang): (jiff::civil::Date, &Str),
    root: &Path,
    now: i64,
    global: &Global,
    outside: &mut Outside<'_>,
) -> Result<(), Stop> {
    let overlay = Overlay { drafts: true, ..Overlay::default() };
    let mut session = Session::new(Arc::clone(&outside.files), root.to_owned(), overlay);
    let round = session.round(&Seen::Everything, now, &Silent);
    let Some(site) = &round.site else { return Ok(()) };
    let refuse = |error| Stop::refused(format!("`{}`: {}", path.display(), reason(&error)), "try again");
    let text = String::from_utf8_lossy(&outside.files.read(path).map_err(refuse)?).into_owned();
    let published = Key::new(i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs());
    let found = for_report(&site.scene.config, &Known::new(&site.scene.graph), &text, lang, published);
    outside.files.write(path, apply(&text, &found.links).as_bytes()).map_err(refuse)?;
    if !global.quiet {
        let paint = Paint::new(outside.look(global.color).colour);
        let shown = path.strip_prefix(root).unwrap_or(path).display().to_string();
        show(&shown, &text, &found, paint, outside.err)?;
    }
    Ok(())
}
