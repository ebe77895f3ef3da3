//! `gloss serve`

use std::sync::Arc;
use std::thread;
use std::time::Instant;

use clap::Args;

use super::Global;
use super::build::bar;
use super::now::Now;
use super::outside::Outside;
use super::site;
use super::stop::{Exit, Stop};
use super::told::{self, Told};
use crate::follow::{Follower, News};
use crate::preview::Preview;
use crate::problem::Level;
use crate::serve::{self, HOST, Listener, Live, Show, Shutdown};
use crate::session::{Overlay, Seen, Session, Silent};
use crate::watch::How;

/// Show the site in a browser while it is written.
///
/// Drafts and embargoed reports are shown, and marked. An open page changes in place when something that it shows is
/// saved; errors are told on the page and here. Nothing is written. Ends with Ctrl-C.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss serve --open
  gloss serve --port 8000
  gloss serve --host 0.0.0.0    for other devices in the network
  gloss serve --poll            on a network drive or a mounted folder")]
pub(super) struct Serve {
    /// Answer at this port; 0 takes any that is free [default: 4000, or the next one that is free]
    #[arg(long, short, value_name = "PORT")]
    port: Option<u16>,

    /// Answer at this address of this machine. Whoever can reach it can read drafts.
    #[arg(long, value_name = "HOST", default_value = HOST)]
    host: String,

    /// Open the site in the browser.
    #[arg(long)]
    open: bool,

    #[command(flatten)]
    now: Now,

    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,

    /// Look at all files every half second, where the system does not tell of changes.
    #[arg(long)]
    poll: bool,
}

impl Serve {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let began = Instant::now();
        let root = site::root(global, outside)?;
        // A port that is taken should not be found out after the work.
        let listener = serve::bind(&self.host, self.port).map_err(|error| Stop::refused(error.message, error.help))?;
        let overlay = Overlay { drafts: true, strict: self.strict, ..Overlay::default() };
        let how = if self.poll { How::Poll } else { How::Events };
        let (mut follower, session) = Follower::new(&outside.files, &root, overlay, how);
        let mut site = Site { session: session.preview(), told: Told::default() };

        let progress = bar(global, outside);
        let round = site.session.round(&Seen::Everything, self.now.seconds(outside)?, &*progress);
        drop(progress);
        let boot = format!("{}-{}", std::process::id(), (outside.clock)());
        let mut preview = Arc::new(Preview::first(Arc::clone(&outside.files), round, &boot));
        follower.note(preview.round(), true);
        site.greet(&preview, &listener, began, global, outside)?;

        let live = Arc::new(Live::new(Arc::clone(&preview) as _));
        let url = listener.url(preview.base());
        let (shutdown, stopper) = (Shutdown::default(), follower.stopper());
        let server = {
            let (live, shutdown) = (Arc::clone(&live), shutdown.clone());
            thread::spawn(move || {
                let ended = serve::run(listener, live, &shutdown);
                stopper.stop();
                ended
            })
        };
        if self.open && open::that_detached(&url).is_err() {
            let help = format!("open {url} yourself");
            outside.say(Level::Note, "no browser could be opened", Some(&help), global.color)?;
        }
        while let Some(news) = follower.next(outside.clock) {
            match news {
                News::Notice(notice) => {
                    outside.say(Level::Note, &notice.message, notice.help.as_deref(), global.color)?;
                }
                News::Changed(seen) => {
                    let began = Instant::now();
                    preview.make_room();
                    let round = site.session.round(&seen, self.now.seconds(outside)?, &Silent);
                    let next = Arc::new(preview.next(round));
                    let files = next.changed_files(&preview, &seen);
                    let is_news = !files.is_empty() || !next.shows_the_same_as(&preview);
                    live.swap(Arc::clone(&next) as _, files);
                    preview = next;
                    follower.note(preview.round(), seen.entries());
                    if is_news {
                        let seconds = began.elapsed().as_secs_f64();
                        site.tell(&preview, &seen, seconds, global, outside)?;
                    }
                }
            }
        }
        shutdown.begin();
        match server.join() {
            Ok(ended) => ended?,
            Err(panic) => std::panic::resume_unwind(panic),
        }
        Ok(Exit::Fine)
    }
}

/// The site, and what has been told of it.
struct Site {
    session: Session,
    told: Told,
}

impl Site {
    /// Says where the site is to be seen.
    fn greet(
        &mut self,
        preview: &Preview,
        listener: &Listener,
        began: Instant,
        global: &Global,
        outside: &mut Outside<'_>,
    ) -> Result<(), Stop> {
        self.told.tell(preview.found(), global.color, outside)?;
        if !listener.is_loopback() {
            let message = "other machines can read this preview, drafts and embargoed reports too";
            outside.say(Level::Warn, message, None, global.color)?;
        }
        if !global.quiet {
            let pages = preview.round().site.as_ref().map_or(0, |site| site.pages.all().len());
            let seconds = began.elapsed().as_secs_f64();
            let url = listener.url(preview.base());
            let (pages, found) = (told::pages(pages), told::found(preview.found().tally()));
            writeln!(outside.err, "Serving {pages} at {url} after {seconds:.2} s{found}\nCtrl-C ends it.")?;
        }
        Ok(())
    }

    /// Says what has changed.
    fn tell(
        &mut self,
        preview: &Preview,
        seen: &Seen,
        seconds: f64,
        global: &Global,
        outside: &mut Outside<'_>,
    ) -> Result<(), Stop> {
        self.told.tell(preview.found(), global.color, outside)?;
        if !global.quiet {
            let what = match seen {
                Seen::Files(files) if files.len() == 1 => files.iter().map(|file| &**file).collect(),
                Seen::Files(files) if files.is_empty() => "The time".to_owned(),
                Seen::Files(files) => format!("{} files", files.len()),
                Seen::Entries(_) | Seen::Everything => "The site".to_owned(),
            };
            let milliseconds = seconds * 1000.0;
            let found = told::found(preview.found().tally());
            writeln!(outside.err, "{what} changed: shown after {milliseconds:.0} ms{found}")?;
        }
        Ok(())
    }
}
