//! Many requests over real connections, while the site changes all the time: each is answered with a whole page, of a
//! state that the site was in when it was asked for, or later.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use glossator::files::{Files, Hint, Recall};
use glossator::preview::Preview;
use glossator::serve::{self, Live, Shutdown};
use glossator::session::{Overlay, Seen, Session, Silent};

use super::example;
use crate::harness::{NOW, ROOT, site};

/// `N` is the number of the state. It stands in a title, which other pages show, and in a text, which one page shows.
const REPORT: &str = "---
title: State N;
date: 2023-12-21
---
It is State N; and [he](actor:haftar) knows it.
";

const SITE: &str = "
=== content/reports/beta.md
---
title: Beta
date: 2019-12-12
---
See [](report:alpha).
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
";

/// Pages that show the number, in every state of the site.
const PAGES: [&str; 6] =
    ["/reports/alpha/", "/", "/reports/", "/actors/haftar/", "/reports/beta/", "/dates/2023/12/21/"];

const CLIENTS: usize = 4;
const REQUESTS: usize = 5_000;
const EDITS: usize = 200;

#[test]
fn every_answer_is_whole_and_none_is_older_than_the_request() {
    hammer(1 << 20, REQUESTS, EDITS);
}

#[test]
fn every_answer_is_whole_where_bodies_are_put_aside() {
    hammer(0, REQUESTS / 5, EDITS / 2);
}

/// What the editor and the clients know of each other.
#[derive(Default)]
struct Known {
    /// The newest state that was begun: no page may be newer.
    begun: AtomicUsize,
    /// The newest state that is shown: no page that is asked for from now on may be older.
    shown: AtomicUsize,
    answered: AtomicUsize,
}

/// Shows a site with so many bytes of bodies in memory, and edits it while each client asks for so many pages.
fn hammer(held: usize, requests: usize, edits: usize) {
    let site = site(&format!("{}{}", example::theme(), SITE.trim_start()));
    let files = site.files.clone();
    let write = |number: usize| files.put("/site/content/reports/alpha.md", REPORT.replace('N', &number.to_string()));
    write(0);

    let recall = Arc::new(Recall::new(Arc::new(files.clone())));
    let overlay = Overlay { drafts: true, ..Overlay::default() };
    let mut session = Session::new(Arc::clone(&recall) as _, ROOT.into(), overlay).preview().holding(held);
    let round = session.round(&Seen::Everything, NOW, &Silent);
    let mut preview = Arc::new(Preview::first(Arc::new(files.clone()), round, "boot"));
    let live = Arc::new(Live::new(Arc::clone(&preview) as _));

    let listener = serve::bind("127.0.0.1", Some(0)).unwrap();
    let port = listener.address().port();
    let (known, shutdown) = (Known::default(), Shutdown::default());
    thread::scope(|scope| {
        let server = scope.spawn(|| serve::run(listener, Arc::clone(&live), &shutdown));
        let ask = |first: usize| ask(port, first, requests, &known);
        let clients: Vec<_> = (0..CLIENTS).map(|first| scope.spawn(move || ask(first))).collect();
        for number in 1..=edits {
            // The edits are spread over the requests.
            let due = number * CLIENTS * requests / (edits + 1);
            while known.answered.load(Ordering::SeqCst) < due
                && !clients.iter().all(std::thread::ScopedJoinHandle::is_finished)
            {
                thread::sleep(Duration::from_micros(100));
            }
            known.begun.store(number, Ordering::SeqCst);
            write(number);
            let touched = [Path::new(ROOT).join("content/reports/alpha.md"), come_and_go(&files, number)];
            let seen = Seen::new(Path::new(ROOT), &recall.refresh(&touched.iter().collect::<Hint>()));
            preview.make_room();
            let next = Arc::new(preview.next(session.round(&seen, NOW, &Silent)));
            live.swap(Arc::clone(&next) as _, next.changed_files(&preview, &seen));
            preview = next;
            known.shown.store(number, Ordering::SeqCst);
        }
        let asked: Vec<_> = clients.into_iter().map(thread::ScopedJoinHandle::join).collect();
        shutdown.begin();
        server.join().unwrap().unwrap();
        for states in asked {
            assert!(states.unwrap().len() > edits / 10, "the site changed while pages were asked for");
        }
    });
}

/// Another report comes with one edit, and goes with the next: lists change, and so does what stands on their pages.
fn come_and_go(files: &dyn Files, number: usize) -> std::path::PathBuf {
    let path = Path::new(ROOT).join("content/reports/guest.md");
    if number % 2 == 1 {
        files.write(&path, b"---\ntitle: A guest\ndate: 2023-12-20\n---\n[](actor:haftar)\n").unwrap();
    } else {
        files.remove_file(&path).unwrap();
    }
    path
}

/// Asks for pages over one connection, and gives the states that were seen.
fn ask(port: u16, first: usize, requests: usize, known: &Known) -> BTreeSet<usize> {
    let mut connection = BufReader::new(TcpStream::connect(("127.0.0.1", port)).unwrap());
    connection.get_ref().set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    let mut states = BTreeSet::new();
    for number in 0..requests {
        let route = PAGES[(first + number) % PAGES.len()];
        let oldest = known.shown.load(Ordering::SeqCst).max(states.last().copied().unwrap_or_default());
        let page = get(&mut connection, port, route);
        let state = state(route, &page);
        assert!(state >= oldest, "{route} is of state {state}, and {oldest} had been shown");
        assert!(state <= known.begun.load(Ordering::SeqCst), "{route} is of state {state}, which never was");
        states.insert(state);
        known.answered.fetch_add(1, Ordering::SeqCst);
    }
    states
}

/// A page, of which everything has arrived.
fn get(connection: &mut BufReader<TcpStream>, port: u16, route: &str) -> String {
    let request = format!("GET {route} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    connection.get_mut().write_all(request.as_bytes()).unwrap();
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert_ne!(connection.read_line(&mut head).unwrap(), 0, "the connection ended after\n{head}");
    }
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{route}: {head}");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a Content-Length");
    let mut body = vec![0; length.parse().unwrap()];
    connection.read_exact(&mut body).unwrap();
    let page = String::from_utf8(body).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "{route} is not whole:\n{page}");
    page
}

/// The state that a page shows, in all places the same.
fn state(route: &str, page: &str) -> usize {
    let numbers = page.split("State ").skip(1).filter_map(|rest| rest.split_once(';')?.0.parse().ok());
    let states: BTreeSet<usize> = numbers.collect();
    match states.first() {
        Some(state) if states.len() == 1 => *state,
        _ => panic!("{route} shows states {states:?}:\n{page}"),
    }
}
