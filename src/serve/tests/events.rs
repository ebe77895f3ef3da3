//! What open pages are told.

use std::io::Write;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{Server, Town};

fn town(news: &'static str) -> Town {
    Town { news, ..Town::default() }
}

#[test]
fn a_stream_begins_with_the_state() {
    let server = Server::of(town("one"));
    let mut tab = server.open("page=/", "");
    assert_eq!(tab.event(), "state {\"version\":\"one\"}");
    let head: Vec<&str> = tab.head.lines().filter(|line| !line.is_empty() && !line.starts_with("date: ")).collect();
    assert_eq!(
        head,
        [
            "HTTP/1.1 200 OK",
            "content-type: text/event-stream",
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin",
            "transfer-encoding: chunked",
        ]
    );
}

#[test]
fn the_page_is_named_by_its_route() {
    let server = Server::of(town("one"));
    assert_eq!(server.open("page=%2Freports%2Fa%2Bb%20c%2F", "").event(), "state {\"page\":\"/reports/a+b c/\"}");
}

#[test]
fn a_change_is_told_to_every_page_that_it_changes() {
    let server = Server::of(town("one"));
    let (mut home, mut report) = (server.open("page=/", ""), server.open("page=/reports/", ""));
    assert_eq!(home.event(), "state {\"version\":\"one\"}");
    assert_eq!(report.event(), "state {\"page\":\"/reports/\"}");
    server.live.swap(Arc::new(town("two")), Vec::new());
    assert_eq!(home.event(), "state {\"version\":\"two\"}");
    // The same again is not told; the other page's state is what it was.
    server.live.swap(Arc::new(town("two")), Vec::new());
    server.live.swap(Arc::new(town("three")), vec!["/margin.css".to_owned()]);
    assert_eq!(home.event(), "files {\"paths\":[\"/margin.css\"]}");
    assert_eq!(home.event(), "state {\"version\":\"three\"}");
    assert_eq!(report.event(), "files {\"paths\":[\"/margin.css\"]}");
}

#[test]
fn files_are_told_once_and_in_order_of_their_names() {
    let server = Server::of(town("one"));
    let mut tab = server.open("page=/", "");
    assert_eq!(tab.event(), "state {\"version\":\"one\"}");
    server.live.swap(Arc::new(town("one")), vec!["/b.css".to_owned(), "/a.css".to_owned(), "/b.css".to_owned()]);
    assert_eq!(tab.event(), "files {\"paths\":[\"/a.css\",\"/b.css\"]}");
    server.live.swap(Arc::new(town("one")), vec!["/a.css".to_owned()]);
    assert_eq!(tab.event(), "files {\"paths\":[\"/a.css\"]}");
    // A page that opens now has the files as they are.
    let mut other = server.open("page=/", "");
    assert_eq!(other.event(), "state {\"version\":\"one\"}");
}

#[test]
fn an_interrupted_stream_goes_on_where_it_was() {
    let server = Server::of(town("one"));
    let (_, id) = server.open("page=/", "").event_and_id();
    server.live.swap(Arc::new(town("one")), vec!["/a.css".to_owned()]);
    server.live.swap(Arc::new(town("two")), vec!["/b.css".to_owned()]);
    for mut tab in
        [server.open("page=/", &format!("Last-Event-ID: {id}")), server.open(&format!("page=/&since={id}"), "")]
    {
        assert_eq!(tab.event(), "files {\"paths\":[\"/a.css\",\"/b.css\"]}");
        assert_eq!(tab.event(), "state {\"version\":\"two\"}");
    }
    // What another process has named, or nobody, is passed over.
    for id in ["0123456789abcdef-0", "0", "-", "x"] {
        assert_eq!(server.open(&format!("page=/&since={id}"), "").event(), "state {\"version\":\"two\"}", "{id}");
    }
}

#[test]
fn many_pages_cost_one_state() {
    let first = town("one");
    let server = Server::of(first.clone());
    let mut tabs: Vec<_> = (0..100).map(|_| server.open("page=/", "")).collect();
    for tab in &mut tabs {
        assert_eq!(tab.event(), "state {\"version\":\"one\"}");
    }
    let second = town("two");
    server.live.swap(Arc::new(second.clone()), Vec::new());
    for tab in &mut tabs {
        assert_eq!(tab.event(), "state {\"version\":\"two\"}");
    }
    assert_eq!(first.states.load(Ordering::Relaxed), 1);
    assert_eq!(second.states.load(Ordering::Relaxed), 1);
}

#[test]
fn requests_see_what_is_shown_now() {
    let server = Server::of(town("one"));
    assert!(server.get("/", "").ends_with("\n\none"));
    server.live.swap(Arc::new(town("two")), Vec::new());
    assert!(server.get("/", "").ends_with("\n\ntwo"));
    assert_eq!(server.live.current().answer("/").body, "two");
}

#[test]
fn the_end_of_the_server_ends_its_streams() {
    let mut server = Server::of(town("one"));
    let mut tab = server.open("page=/", "");
    assert_eq!(tab.event(), "state {\"version\":\"one\"}");
    // Connections on which nothing more is asked, or half a request, are not waited for.
    let _idle = server.send("GET / HTTP/1.1\nHost: localhost");
    let mut half = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    half.write_all(b"GET / HT").unwrap();
    assert!(!server.shutdown.has_begun());
    server.shutdown.begin();
    server.thread.take().unwrap().join().unwrap();
    assert!(tab.rest().ends_with("0\r\n\r\n"), "the stream is cut off");
}
