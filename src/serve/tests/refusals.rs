//! Who is not answered, and why.

use super::{Server, Town, says, status};

const BAD: &str = "HTTP/1.1 400 Bad Request";
const FORBIDDEN: &str = "HTTP/1.1 403 Forbidden";
const FINE: &str = "HTTP/1.1 200 OK";

#[test]
fn names_that_strangers_could_own_are_refused() {
    let server = Server::of(Town::default());
    for host in [
        "evil.example",
        "evil.example:PORT",
        "localhost.evil.example",
        "notlocalhost",
        "127.0.0.1.evil.example",
        "evil.example#localhost",
        "localhost:PORT@evil.example",
        "evil.example@localhost",
        "evil@town.localhost",
        "evil.example/.localhost",
        "[evil.example]",
        "[::1].evil.example",
        "0x7f.1.evil",
        "localhost:80x",
        ":PORT",
        "[::1",
        "",
    ] {
        let answer = server.ask(&format!("GET / HTTP/1.1\nHost: {host}"));
        assert_eq!(status(&answer), FORBIDDEN, "{host}");
    }
    assert_eq!(
        says(&server.ask("GET / HTTP/1.1\nHost: evil.example:80")),
        [
            "<h1 dir=\"auto\">Not under this name</h1>",
            "<p dir=\"auto\">The site is not shown under the name “evil.example”. Whoever owns a name can point it at \
             this machine, and could then read from a website what has not been published.</p>",
            "<p class=\"help\" dir=\"auto\">If the name is yours, start the server with `gloss serve --host \
             evil.example`.</p>",
        ]
    );
}

#[test]
fn a_host_is_escaped() {
    let answer = Server::of(Town::default()).ask("GET / HTTP/1.1\nHost: <script>");
    assert!(answer.contains("“&lt;script&gt;”") && !answer.contains("<script>"), "{answer}");
}

#[test]
fn names_that_only_this_machine_has_are_answered() {
    let server = Server::of(Town::default());
    for host in [
        "localhost:PORT",
        "localhost",
        "LocalHost:PORT",
        "localhost.:PORT",
        "town.localhost:PORT",
        "127.0.0.1:PORT",
        "192.168.1.5:PORT",
        "[::1]:PORT",
        "[fe80::1]",
        // Behind a tunnel or in a container the port is another.
        "localhost:8080",
    ] {
        assert_eq!(status(&server.ask(&format!("GET / HTTP/1.1\nHost: {host}"))), FINE, "{host}");
    }
}

#[test]
fn an_asked_for_host_is_answered_under_its_name() {
    let name = "localhost.localdomain";
    // Resolvers differ in whether they know this name; where they do, it is this machine.
    let Ok(listener) = super::bind(name, Some(0)) else { return };
    drop(listener);
    let server = Server::on(name, Town::default());
    assert_eq!(status(&server.ask(&format!("GET / HTTP/1.1\nHost: {name}:PORT"))), FINE);
}

#[test]
fn a_request_is_for_one_host() {
    let server = Server::of(Town::default());
    for request in [
        "GET / HTTP/1.1",
        "GET / HTTP/1.0",
        "GET / HTTP/1.1\nHost: localhost\nHost: localhost",
        "GET / HTTP/1.1\nHost: localhost\nHost: evil.example",
    ] {
        assert_eq!(status(&server.ask(request)).replace("1.0", "1.1"), BAD, "{request}");
    }
    assert_eq!(status(&server.ask("GET / HTTP/1.0\nHost: localhost")), "HTTP/1.0 200 OK");
}

#[test]
fn the_host_of_an_absolute_target_counts_too() {
    let server = Server::of(Town::default());
    let ask = |target: &str, host: &str| {
        status(&server.ask(&format!("GET {target} HTTP/1.1\nHost: {host}\nOrigin: http://localhost:PORT"))).to_owned()
    };
    assert_eq!(ask("http://localhost:PORT/", "localhost:PORT"), FINE);
    assert_eq!(ask("http://localhost:PORT", "localhost:PORT"), FINE);
    assert_eq!(ask("http://evil.example/", "localhost:PORT"), FORBIDDEN);
    assert_eq!(ask("http://localhost:PORT/", "evil.example"), FORBIDDEN);
    assert_eq!(ask("http://town.localhost/", "localhost:PORT"), FORBIDDEN);
}

#[test]
fn other_websites_pages_are_refused() {
    let server = Server::of(Town::default());
    for origin in [
        "http://evil.example",
        "http://localhost",
        "http://localhost:3000",
        "https://localhost:PORT",
        "http://127.0.0.1:PORT",
        "http://localhost:PORT/",
        "http://localhost:PORT\nOrigin: http://evil.example",
        "null",
        "",
    ] {
        for path in ["/", "/.gloss/events?page=/", "/.gloss/live.js"] {
            let answer = server.get(path, &format!("Origin: {origin}"));
            assert_eq!(status(&answer), FORBIDDEN, "{path} {origin}");
            assert!(!answer.to_ascii_lowercase().contains("access-control-"), "{answer}");
        }
    }
    for origin in ["http://localhost:PORT", "HTTP://LOCALHOST:PORT"] {
        assert_eq!(status(&server.get("/", &format!("Origin: {origin}"))), FINE, "{origin}");
    }
    assert_eq!(
        says(&server.get("/", "Origin: https://evil.example")),
        [
            "<h1 dir=\"auto\">Not for other websites</h1>",
            "<p dir=\"auto\">A page of “https://evil.example” asked for this. Only the site&#39;s own pages may.</p>",
            "<p class=\"help\" dir=\"auto\">Open the address in a tab of its own.</p>",
        ]
    );
}

#[test]
fn other_sites_may_link_and_not_embed() {
    let server = Server::of(Town::default());
    let ask = |site: &str, mode: &str, destination: &str| {
        let headers = format!("Sec-Fetch-Site: {site}\nSec-Fetch-Mode: {mode}\nSec-Fetch-Dest: {destination}");
        status(&server.get("/", &headers)).to_owned()
    };
    assert_eq!(ask("cross-site", "navigate", "document"), FINE);
    assert_eq!(ask("none", "navigate", "document"), FINE);
    assert_eq!(ask("same-origin", "cors", "empty"), FINE);
    assert_eq!(ask("same-origin", "no-cors", "script"), FINE);
    assert_eq!(ask("cross-site", "navigate", "iframe"), FORBIDDEN);
    assert_eq!(ask("cross-site", "no-cors", "script"), FORBIDDEN);
    assert_eq!(ask("cross-site", "no-cors", "image"), FORBIDDEN);
    assert_eq!(ask("cross-site", "cors", "empty"), FORBIDDEN);
    assert_eq!(status(&server.get("/", "Sec-Fetch-Site: cross-site")), FORBIDDEN);
    assert_eq!(status(&server.get("/", "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate")), FINE);
}

#[test]
fn the_site_can_only_be_read() {
    let server = Server::of(Town::default());
    for request in ["POST /", "PUT /", "DELETE /", "PATCH /", "TRACE /", "OPTIONS /", "OPTIONS *", "PROPFIND /"] {
        let answer = server.ask(&format!("{request} HTTP/1.1\nHost: localhost\nContent-Length: 0"));
        assert_eq!(status(&answer), "HTTP/1.1 405 Method Not Allowed", "{request}");
        assert!(answer.contains("\nallow: GET, HEAD\n"), "{request}: {answer}");
    }
    let preflight = "OPTIONS / HTTP/1.1\nHost: localhost\nOrigin: http://evil.example";
    assert_eq!(status(&server.ask(preflight)), FORBIDDEN);
}

#[test]
fn addresses_that_are_not_plainly_a_route_are_refused() {
    let server = Server::of(Town::default());
    for path in [
        "/..",
        "/../site.yaml",
        "/a/../b",
        "/./",
        "//",
        "//evil.example/",
        "/a//b",
        "/%2e%2e/site.yaml",
        "/..%2fsite.yaml",
        "/..%2Fsite.yaml",
        "/%2e%2e%2fsite.yaml",
        "/..%5csite.yaml",
        "/a\\b",
        "/%00",
        "/a%0d%0aSet-Cookie:%20x",
        "/%ff",
        "/%c0%ae%c0%ae/site.yaml",
        "/%",
        "/%2",
        "/%zz",
        "*",
        "/.gloss/..%2fsite.yaml",
        "/.gloss/events",
        "/.gloss/events?page=",
        "/.gloss/events?page=reports",
        "/.gloss/events?page=/../x",
        "/.gloss/events?page=/%00",
    ] {
        assert_eq!(status(&server.get(path, "")), BAD, "{path}");
    }
    assert_eq!(
        says(&server.get("/%2e%2e/site.yaml", "")),
        [
            "<h1 dir=\"auto\">Malformed address</h1>",
            "<p dir=\"auto\">The address has `.` or `..` as a name.</p>",
            "<p class=\"help\" dir=\"auto\">See where the link to it was made.</p>",
        ]
    );
}

#[test]
fn too_long_addresses_are_refused() {
    let server = Server::of(Town::default());
    for length in [5_000, 70_000] {
        let answer = server.get(&format!("/{}", "a".repeat(length)), "");
        assert_eq!(status(&answer), "HTTP/1.1 414 URI Too Long", "{length}");
    }
}

#[test]
fn refusals_have_the_same_headers_as_pages() {
    let answer = Server::of(Town::default()).get("/..", "");
    let (head, body) = answer.split_once("\n\n").unwrap();
    assert_eq!(
        head,
        format!(
            "HTTP/1.1 400 Bad Request
content-type: text/html; charset=utf-8
content-length: {}
x-content-type-options: nosniff
cache-control: no-store
referrer-policy: no-referrer
cross-origin-resource-policy: same-origin",
            body.len()
        )
    );
}
