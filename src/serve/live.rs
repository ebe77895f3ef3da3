//! What is shown now, and what has changed since.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OnceCell, watch};

use super::answer::Answer;
use super::work;

/// What the server shows at one moment. Immutable; another takes its place when the site has changed.
///
/// The methods may take some milliseconds. They are called on threads of their own, several at a time.
pub trait Show: Send + Sync {
    /// The path of `base_url`, without a slash at its end: `/sub`, or nothing.
    fn base(&self) -> &str;

    /// What stands at a route, which is decoded, begins with `/`, and is without the base.
    fn answer(&self, route: &str) -> Answer;

    /// What an open page at this route is to know: the JSON of the event `state`.
    fn state(&self, route: &str) -> String;
}

/// What is shown now. Requests read it while the site's loop swaps it, from whatever thread.
pub struct Live {
    /// Another in each process, so that a page that outlived a server does not mistake the next one's numbers.
    process: u64,
    moments: watch::Sender<Arc<Moment>>,
}

/// One [`Show`] in its place in the row.
pub(super) struct Moment {
    pub(super) show: Arc<dyn Show>,
    /// How many came before it.
    pub(super) number: u64,
    /// Each static file that has changed, and the number of the moment at which it last did.
    changed: BTreeMap<String, u64>,
    /// The state at each route that was asked for, made once however many pages are open there.
    states: Mutex<HashMap<Arc<str>, State>>,
}

/// The JSON of one event `state`, made by the first who asks.
type State = Arc<OnceCell<Arc<str>>>;

impl Live {
    /// Shows something.
    pub fn new(show: Arc<dyn Show>) -> Self {
        let first = Moment { show, number: 0, changed: BTreeMap::new(), states: Mutex::default() };
        Self { process: RandomState::new().hash_one(0), moments: watch::Sender::new(Arc::new(first)) }
    }

    /// What is shown now.
    pub fn current(&self) -> Arc<dyn Show> {
        Arc::clone(&self.moments.borrow().show)
    }

    /// Shows something else from now on, and tells all open pages. `changed_files` are the static files that have
    /// changed or appeared, by the addresses that pages have for them: with the base, percent-encoded.
    pub fn swap(&self, show: Arc<dyn Show>, changed_files: Vec<String>) {
        let mut last = None;
        self.moments.send_modify(|moment| {
            let number = moment.number + 1;
            let mut changed = moment.changed.clone();
            changed.extend(changed_files.into_iter().map(|file| (file, number)));
            let next = Moment { show, number, changed, states: Mutex::default() };
            last = Some(mem::replace(moment, Arc::new(next)));
        });
        // What was shown may be large; nobody should wait while it is freed.
        drop(last);
    }

    /// Follows what is shown, beginning with what is shown now.
    pub(super) fn follow(&self) -> watch::Receiver<Arc<Moment>> {
        let mut moments = self.moments.subscribe();
        moments.mark_changed();
        moments
    }

    /// The name of a moment, for the `id` of events.
    pub(super) fn id(&self, number: u64) -> String {
        format!("{:016x}-{number}", self.process)
    }

    /// The moment that an [`id`](Self::id) names; what another process made, or nobody, names the one that is now.
    pub(super) fn number(&self, id: Option<&str>) -> u64 {
        let now = self.moments.borrow().number;
        let named = id.and_then(|id| id.split_once('-'));
        let ours = named.filter(|(process, _)| *process == format!("{:016x}", self.process));
        ours.and_then(|(_, number)| number.parse().ok()).map_or(now, |number: u64| number.min(now))
    }
}

impl Moment {
    /// The static files that have changed after the moment with this number.
    pub(super) fn changed_since(&self, number: u64) -> Vec<&str> {
        let later = self.changed.iter().filter(|(_, changed)| **changed > number);
        later.map(|(file, _)| file.as_str()).collect()
    }

    /// The state at a route, or nothing where making it failed.
    pub(super) async fn state(&self, route: &Arc<str>) -> Option<Arc<str>> {
        let cell = {
            let mut states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(states.entry(Arc::clone(route)).or_default())
        };
        let make = || {
            let (show, route) = (Arc::clone(&self.show), Arc::clone(route));
            async { work::done(move || show.state(&route)).await.map(Arc::from).ok_or(()) }
        };
        cell.get_or_try_init(make).await.ok().cloned()
    }
}
