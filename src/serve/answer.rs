//! An answer, and its way into HTTP.

use axum::body::Body;
use axum::http::header::{ACCEPT_RANGES, CONTENT_RANGE, CONTENT_TYPE, LOCATION, RANGE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::range::{Part, part};

pub use axum::body::Bytes;

/// What stands at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status: 200, 404, 500, or that of a redirect.
    pub status: u16,
    /// The media type, as [`content_type_of`](super::content_type_of) gives it.
    pub content_type: String,
    /// The bytes. A `Vec` becomes them without a copy, and so does an `Arc` by [`Bytes::from_owner`].
    pub body: Bytes,
    /// Where else to look: an address with the base, percent-encoded.
    pub location: Option<String>,
}

impl Answer {
    /// What is there.
    pub fn file(content_type: String, body: impl Into<Bytes>) -> Self {
        Self { status: 200, content_type, body: body.into(), location: None }
    }

    /// A page.
    pub fn html(status: u16, html: impl Into<Bytes>) -> Self {
        Self { status, ..Self::file("text/html; charset=utf-8".to_owned(), html) }
    }

    /// A redirect for now, as everything here is for now (RFC 9110 §15.4.8).
    pub fn redirect(location: impl Into<String>) -> Self {
        Self { location: Some(location.into()), ..Self::html(307, Bytes::new()) }
    }

    /// The answer to one request. A part is sent where one was asked for and the answer is no page: media players need
    /// that to jump.
    pub(super) fn response(self, request: &Parts) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut body = self.body;
        if response.status() == StatusCode::OK && !self.content_type.starts_with("text/html") {
            response.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
            let len = body.len();
            match asked(request).map_or(Part::Whole, |range| part(range, len)) {
                Part::Whole => {}
                Part::Of(bytes) => {
                    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
                    let range = format!("bytes {}-{}/{len}", bytes.start, bytes.end - 1);
                    response.headers_mut().insert(CONTENT_RANGE, value(&range));
                    body = body.slice(bytes);
                }
                Part::Beyond => {
                    *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
                    response.headers_mut().insert(CONTENT_RANGE, value(&format!("bytes */{len}")));
                    body = Bytes::new();
                }
            }
        }
        response.headers_mut().insert(CONTENT_TYPE, value(&self.content_type));
        if let Some(location) = &self.location {
            response.headers_mut().insert(LOCATION, value(location));
        }
        *response.body_mut() = Body::from(body);
        response
    }
}

/// The range that was asked for. Only GET has ranges, and no `If-Range` can hold, since answers have no validators
/// (RFC 9110 §13.1.5, §14.2).
fn asked(request: &Parts) -> Option<&str> {
    let may_ask = request.method == Method::GET && !request.headers.contains_key(header::IF_RANGE);
    request.headers.get(RANGE).filter(|_| may_ask)?.to_str().ok()
}

/// Text as the value of a header: what may not stand in one is percent-encoded.
fn value(text: &str) -> HeaderValue {
    let encoded = utf8_percent_encode(text, CONTROLS).to_string();
    HeaderValue::try_from(encoded).unwrap_or_else(|_| HeaderValue::from_static(""))
}
