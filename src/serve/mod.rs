//! serve: the site over HTTP, live while it is written.
