//! Requests as they go over the wire, and the answers.

mod address;
mod events;
mod ranges;
mod refusals;
mod routes;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Answer, Bytes, Live, Show, Shutdown, bind, content_type_of, run};

/// No test waits so long, unless it fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// A site of three pages, a sound and one page that can't be made.
#[derive(Clone, Default)]
struct Town {
    base: &'static str,
    /// What the home page says.
    news: &'static str,
    /// How often a state was made.
    states: Arc<AtomicUsize>,
}

impl Show for Town {
    fn base(&self) -> &str {
        self.base
    }

    fn answer(&self, route: &str) -> Answer {
        let found = |body: &'static str| Answer {
            status: 200,
            content_type: content_type_of(route),
            body: Bytes::from_static(body.as_bytes()),
            location: None,
        };
        match route {
            "/" => found(self.news),
            "/tags/خليفة/" => found("<h1>خليفة</h1>"),
            "/sound.mp3" => found("0123456789"),
            "/empty.txt" => found(""),
            "/fault/" => panic!("the town has a fault"),
            "/old/" => Answer::redirect(format!("{}/\r\nX-Injected: ü", self.base)),
            _ => Answer::html(404, format!("no {route}")),
        }
    }

    fn state(&self, route: &str) -> String {
        self.states.fetch_add(1, Ordering::Relaxed);
        match route {
            "/" => format!("{{\"version\":\"{}\"}}", self.news),
            _ => format!("{{\"page\":\"{route}\"}}"),
        }
    }
}

/// A server that runs until the test ends.
struct Server {
    port: u16,
    live: Arc<Live>,
    shutdown: Shutdown,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn of(town: Town) -> Self {
        Self::on("127.0.0.1", town)
    }

    fn on(host: &str, town: Town) -> Self {
        let listener = bind(host, Some(0)).unwrap();
        let port = listener.address().port();
        let (live, shutdown) = (Arc::new(Live::new(Arc::new(town))), Shutdown::default());
        let (served, until) = (Arc::clone(&live), shutdown.clone());
        let thread = thread::spawn(move || run(listener, served, &until).unwrap());
        Self { port, live, shutdown, thread: Some(thread) }
    }

    /// Sends a request. Its lines are given without their ends, and `PORT` stands for the server's.
    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = request.replace("PORT", &self.port.to_string()).replace('\n', "\r\n");
        stream.write_all(format!("{request}\r\n\r\n").as_bytes()).unwrap();
        stream
    }

    /// Sends a request, and returns the whole answer without what differs by its moment and its connection.
    fn ask(&self, request: &str) -> String {
        let mut stream = self.send(&format!("{request}\nConnection: close"));
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let is_kept = |line: &&str| !line.starts_with("date: ") && *line != "connection: close";
        let head: Vec<&str> = head.split("\r\n").filter(is_kept).collect();
        format!("{}\n\n{body}", head.join("\n"))
    }

    /// Asks for a path as a browser does, with one more header unless it is empty.
    fn get(&self, path: &str, header: &str) -> String {
        let header = if header.is_empty() { String::new() } else { format!("\n{header}") };
        self.ask(&format!("GET {path} HTTP/1.1\nHost: localhost:PORT{header}"))
    }

    /// Opens the stream of a page.
    fn open(&self, query: &str, header: &str) -> Tab {
        let header = if header.is_empty() { String::new() } else { format!("\n{header}") };
        let stream = self.send(&format!("GET /.gloss/events?{query} HTTP/1.1\nHost: localhost:PORT{header}"));
        let mut lines = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(lines.read_line(&mut head).unwrap(), 0, "{head}");
        }
        Tab { head, lines }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shutdown.begin();
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || thread::panicking());
        }
    }
}

/// The stream of an open page.
struct Tab {
    head: String,
    lines: BufReader<TcpStream>,
}

impl Tab {
    /// The next event, `name data`, and its id.
    fn event_and_id(&mut self) -> (String, String) {
        let (mut name, mut id) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).unwrap(), 0, "the stream has ended");
            match line.trim_end().split_once(": ") {
                Some(("event", value)) => value.clone_into(&mut name),
                Some(("id", value)) => value.clone_into(&mut id),
                Some(("data", value)) => return (format!("{name} {value}"), id),
                _ => {}
            }
        }
    }

    fn event(&mut self) -> String {
        self.event_and_id().0
    }

    /// What is left until the server ends the stream.
    fn rest(&mut self) -> String {
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).unwrap();
        rest
    }
}

/// The first line of an answer.
fn status(answer: &str) -> &str {
    answer.lines().next().unwrap_or_default()
}

/// The paragraphs of an error page.
fn says(answer: &str) -> Vec<&str> {
    let main = answer.split("<main>\n").nth(1).unwrap_or_default();
    main.lines().take_while(|line| *line != "</main>").collect()
}
