//! Parts of sounds and films.

use super::{Server, Town, status};

#[test]
fn a_part_is_sent_where_one_was_asked_for() {
    assert_eq!(
        Server::of(Town::default()).get("/sound.mp3", "Range: bytes=2-5"),
        "HTTP/1.1 206 Partial Content
accept-ranges: bytes
content-range: bytes 2-5/10
content-type: audio/mpeg
content-length: 4
x-content-type-options: nosniff
cache-control: no-store
referrer-policy: no-referrer
cross-origin-resource-policy: same-origin

2345"
    );
}

#[test]
fn a_part_beyond_the_end_is_told() {
    let answer = Server::of(Town::default()).get("/sound.mp3", "Range: bytes=10-");
    assert_eq!(status(&answer), "HTTP/1.1 416 Range Not Satisfiable");
    assert!(answer.contains("\ncontent-range: bytes */10\n"), "{answer}");
    assert!(answer.ends_with("\ncontent-length: 0\n\n"), "{answer}");
}

#[test]
fn other_answers_are_whole() {
    let server = Server::of(Town { news: "<h1>News</h1>", ..Town::default() });
    let whole = server.get("/sound.mp3", "");
    assert!(whole.contains("\naccept-ranges: bytes\n"), "{whole}");
    assert_eq!(server.get("/sound.mp3", "Range: bytes=0-1,4-5"), whole);
    assert_eq!(server.get("/sound.mp3", "Range: bytes=0-1\nIf-Range: \"x\""), whole);
    assert_eq!(server.get("/", "Range: bytes=0-1"), server.get("/", ""));
    assert_eq!(server.get("/empty.txt", "Range: bytes=0-1"), server.get("/empty.txt", ""));
    assert_eq!(server.get("/no.mp3", "Range: bytes=0-1"), server.get("/no.mp3", ""));
    let head = server.ask("HEAD /sound.mp3 HTTP/1.1\nHost: localhost\nRange: bytes=0-1");
    assert_eq!(status(&head), "HTTP/1.1 200 OK");
}
