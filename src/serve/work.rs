//! Work that takes a processor for a while, away from the thread that talks to browsers.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

/// Does it on the threads that the site is made on: there are as many as processors, and each thread more would only
/// wait, and keep memory of its own. `None` where it panicked.
pub(super) async fn done<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = oneshot::channel();
    rayon::spawn(move || {
        // What a panic leaves behind is this answer's alone, which nobody gets to see.
        let done = catch_unwind(AssertUnwindSafe(work));
        // Whoever asked may be gone.
        drop(tell.send(done.ok()));
    });
    told.await.ok().flatten()
}
