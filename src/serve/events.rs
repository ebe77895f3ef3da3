//! The event stream of an open page (HTML Standard, "Server-sent events").
//!
//! A stream begins with an event `state`, and has another whenever that has changed; `files` tells static files that
//! have changed. Each event has an `id`. A stream that was interrupted goes on where it was: the browser sends the last
//! `id` as `Last-Event-ID`, and a script that has closed its stream, as it should while nobody looks at the page (a
//! browser opens six connections to a server and no more), may send it as `since`.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::Query;
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{StreamExt, unfold};
use serde::Deserialize;
use tokio::sync::watch;

use super::live::{Live, Moment};
use super::path;
use super::refusal::Refusal;
use super::shutdown::Shutdown;

/// How long a stream may be silent. Proxies close what is silent for a minute, and a page that is gone is noticed.
const SILENCE: Duration = Duration::from_secs(15);

#[derive(Deserialize)]
struct Asked {
    page: String,
    since: Option<String>,
}

/// Answers with the stream of the page that the query names. It ends when the server does.
pub(super) fn respond(live: &Arc<Live>, shutdown: &Shutdown, request: &Parts) -> Result<Response, Refusal> {
    let Query(asked): Query<Asked> =
        Query::try_from_uri(&request.uri).map_err(|_| Refusal::Malformed("does not say which `page` it is for"))?;
    path::check(&asked.page)?;
    let last = request.headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let tab = Tab {
        moments: live.follow(),
        seen: live.number(last.or(asked.since.as_deref())),
        live: Arc::clone(live),
        route: Arc::from(asked.page),
        sent: None,
        ready: VecDeque::new(),
    };
    let events = unfold(tab, Tab::next).map(Ok::<_, Infallible>).take_until(shutdown.clone().begun());
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(SILENCE)).into_response())
}

/// One open page.
struct Tab {
    live: Arc<Live>,
    moments: watch::Receiver<Arc<Moment>>,
    route: Arc<str>,
    /// The number of the last moment that the page was told of.
    seen: u64,
    /// The last state that it was told.
    sent: Option<Arc<str>>,
    /// What it is to be told next.
    ready: VecDeque<Event>,
}

impl Tab {
    async fn next(mut self) -> Option<(Event, Self)> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some((event, self));
            }
            self.moments.changed().await.ok()?;
            let moment = Arc::clone(&self.moments.borrow_and_update());
            self.tell(&moment).await;
        }
    }

    /// Makes the events that tell of a moment. Moments that came and went in between need none of their own.
    async fn tell(&mut self, moment: &Moment) {
        let event = |name, data: &str| Event::default().id(self.live.id(moment.number)).event(name).data(data);
        let files = moment.changed_since(self.seen);
        if !files.is_empty() {
            self.ready.push_back(event("files", &serde_json::json!({ "paths": files }).to_string()));
        }
        if let Some(state) = moment.state(&self.route).await.filter(|state| self.sent.as_ref() != Some(state)) {
            self.ready.push_back(event("state", &state));
            self.sent = Some(state);
        }
        self.seen = moment.number;
    }
}
