//! The server: what becomes of a request, and how all ends.

use std::future::{IntoFuture, pending};
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method};
use axum::response::Response;
use axum::serve::ListenerExt;
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::time::timeout;

use super::address::Listener;
use super::answer::Answer;
use super::guard::Guard;
use super::live::Live;
use super::refusal::Refusal;
use super::shutdown::Shutdown;
use super::{events, media, path, work};

/// How long answers that are on their way may take to arrive at the end.
const GRACE: Duration = Duration::from_millis(200);

const SCRIPT: &str = include_str!("live.js");

/// Headers that every answer has: a browser takes bytes for what they are said to be, keeps nothing, tells other sites
/// nothing, and lets none of them embed anything.
const ALWAYS: [(HeaderName, &str); 4] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Serves until `shutdown` begins. Ctrl-C, and on Unix `SIGTERM`, begin it. Blocks the thread.
///
/// Streams end at once, and what is being sent has a fifth of a second; a page that is being made is not waited for.
///
/// # Errors
/// When the system gives no threads, or the socket fails.
pub fn run(listener: Listener, live: Arc<Live>, shutdown: &Shutdown) -> io::Result<()> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let done = runtime.block_on(serve(listener, live, shutdown));
    runtime.shutdown_background();
    done
}

async fn serve(listener: Listener, live: Arc<Live>, shutdown: &Shutdown) -> io::Result<()> {
    let Listener { socket, host, .. } = listener;
    socket.set_nonblocking(true)?;
    // Events are small, and should not wait for more to send.
    let socket = TcpListener::from_std(socket)?.tap_io(|stream| drop(stream.set_nodelay(true)));
    let site = Arc::new(Site { live, guard: Guard::new(&host), shutdown: shutdown.clone() });
    let app = Router::new().fallback(respond).with_state(site);
    let serving = axum::serve(socket, app).with_graceful_shutdown(shutdown.clone().begun());
    let mut serving = pin!(serving.into_future());
    tokio::select! {
        done = &mut serving => return done,
        () = asked_to_end() => shutdown.begin(),
        () = shutdown.clone().begun() => {}
    }
    timeout(GRACE, serving).await.unwrap_or(Ok(()))
}

/// Returns when the terminal or the system asks the process to end.
async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

/// What answering needs.
struct Site {
    live: Arc<Live>,
    guard: Guard,
    shutdown: Shutdown,
}

async fn respond(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let mut response = site.answer(&request).await.unwrap_or_else(|refusal| refusal.response());
    if let Some(length) = response.body().size_hint().exact() {
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    for (name, value) in ALWAYS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if request.method == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

impl Site {
    async fn answer(&self, request: &Parts) -> Result<Response, Refusal> {
        self.guard.admit(request)?;
        if request.method != Method::GET && request.method != Method::HEAD {
            return Err(Refusal::Method);
        }
        let path = path::route(request.uri.path())?;
        let show = self.live.current();
        let Some(route) = below(&path, show.base()) else {
            return match path.as_str() {
                "/" => Ok(Answer::redirect(format!("{}/", show.base())).response(request)),
                _ => Err(Refusal::Outside(show.base().to_owned())),
            };
        };
        match route {
            "" => Ok(Answer::redirect(format!("{}/", show.base())).response(request)),
            "/.gloss/live.js" => Ok(script().response(request)),
            "/.gloss/events" => events::respond(&self.live, &self.shutdown, request),
            _ if route == "/.gloss" || route.starts_with("/.gloss/") => Err(Refusal::Nothing),
            _ => {
                let route = route.to_owned();
                let made = work::done(move || show.answer(&route)).await.ok_or(Refusal::Failed)?;
                Ok(made.response(request))
            }
        }
    }
}

/// What follows the base in a path: nothing, or a route.
fn below<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    let base = percent_decode_str(base).decode_utf8_lossy();
    path.strip_prefix(&*base).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn script() -> Answer {
    Answer::file(media::content_type_of("live.js"), SCRIPT)
}
