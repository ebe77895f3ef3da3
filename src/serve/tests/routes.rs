//! What is answered, and how.

use super::{Server, Town, says, status};

fn town() -> Server {
    Server::of(Town { news: "<h1>News</h1>", ..Town::default() })
}

#[test]
fn a_page_is_answered_whole_with_headers_that_keep_it_here() {
    assert_eq!(
        town().get("/", ""),
        "HTTP/1.1 200 OK
content-type: text/html; charset=utf-8
content-length: 13
x-content-type-options: nosniff
cache-control: no-store
referrer-policy: no-referrer
cross-origin-resource-policy: same-origin

<h1>News</h1>"
    );
}

#[test]
fn head_is_get_without_the_body() {
    let server = town();
    for path in ["/", "/sound.mp3", "/nothing/", "/..", "/.gloss/live.js"] {
        let get = server.get(path, "");
        let (head, _) = get.split_once("\n\n").unwrap();
        assert_eq!(server.ask(&format!("HEAD {path} HTTP/1.1\nHost: localhost")), format!("{head}\n\n"));
    }
    let head = server.ask("HEAD /.gloss/events?page=/ HTTP/1.1\nHost: localhost");
    assert!(head.contains("content-type: text/event-stream"), "{head}");
}

#[test]
fn paths_are_decoded_and_queries_passed_over() {
    let server = town();
    let tag = server.get("/tags/%D8%AE%D9%84%D9%8A%D9%81%D8%A9/?utm_source=x&a=%zz", "");
    assert!(tag.ends_with("\n\n<h1>خليفة</h1>"), "{tag}");
    assert_eq!(tag, server.get("/tags/خليفة/", ""));
}

#[test]
fn what_the_site_does_not_have_is_its_own_to_tell() {
    let answer = town().get("/no%20page/", "");
    assert_eq!(status(&answer), "HTTP/1.1 404 Not Found");
    assert!(answer.ends_with("\n\nno /no page/"), "{answer}");
}

#[test]
fn a_redirect_stays_one_header() {
    let answer = town().get("/old/", "");
    assert_eq!(status(&answer), "HTTP/1.1 307 Temporary Redirect");
    assert!(answer.contains("\nlocation: /%0D%0AX-Injected: %C3%BC\n"), "{answer}");
}

#[test]
fn a_page_that_fails_takes_nothing_else_with_it() {
    let server = town();
    let answer = server.get("/fault/", "");
    assert_eq!(status(&answer), "HTTP/1.1 500 Internal Server Error");
    assert_eq!(
        says(&answer),
        [
            "<h1 dir=\"auto\">The page could not be made</h1>",
            "<p dir=\"auto\">Glossator failed while it made this page. That is a fault of the program, not of the \
             site.</p>",
            "<p class=\"help\" dir=\"auto\">The terminal has the details; please report them. Reload the page to try \
             again.</p>",
        ]
    );
    assert_eq!(status(&server.get("/", "")), "HTTP/1.1 200 OK");
}

#[test]
fn a_site_with_a_base_is_below_it() {
    let server = Server::of(Town { base: "/s%C3%BCd", news: "<h1>News</h1>", ..Town::default() });
    for path in ["/", "/s%C3%BCd", "/süd"] {
        let answer = server.get(path, "");
        assert_eq!(status(&answer), "HTTP/1.1 307 Temporary Redirect", "{path}");
        assert!(answer.contains("\nlocation: /s%C3%BCd/\n"), "{path}: {answer}");
    }
    for path in ["/s%C3%BCd/", "/süd/"] {
        assert!(server.get(path, "").ends_with("\n\n<h1>News</h1>"), "{path}");
    }
    assert_eq!(status(&server.get("/süd/.gloss/live.js", "")), "HTTP/1.1 200 OK");
    for path in ["/reports/", "/südlich/", "/.gloss/live.js"] {
        let answer = server.get(path, "");
        assert_eq!(status(&answer), "HTTP/1.1 404 Not Found", "{path}");
        assert_eq!(
            says(&answer),
            [
                "<h1 dir=\"auto\">The site is elsewhere</h1>",
                "<p dir=\"auto\">The site is shown below /s%C3%BCd/, since that is the path of `base_url`.</p>",
                "<p class=\"help\" dir=\"auto\">Begin at its home page.</p>",
                "<p><a href=\"/s%C3%BCd/\">/s%C3%BCd/</a></p>",
            ]
        );
    }
}

#[test]
fn the_script_is_one_of_the_servers_own_addresses() {
    let server = town();
    let script = server.get("/.gloss/live.js", "");
    assert!(script.contains("\ncontent-type: text/javascript; charset=utf-8\n"), "{script}");
    assert!(script.ends_with(include_str!("../live.js")));
    for path in ["/.gloss", "/.gloss/", "/.gloss/manifest.json"] {
        let answer = server.get(path, "");
        assert_eq!(status(&answer), "HTTP/1.1 404 Not Found");
        assert_eq!(says(&answer)[0], "<h1 dir=\"auto\">Nothing here</h1>", "{path}");
    }
}

#[test]
fn one_connection_takes_several_requests() {
    let answers = town().ask("GET / HTTP/1.1\nHost: localhost\n\nGET /sound.mp3 HTTP/1.1\nHost: localhost");
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2, "{answers}");
}
