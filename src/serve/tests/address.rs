//! Where the server listens, and why it does not.

use super::super::{BindError, bind};

#[test]
fn a_busy_port_gives_the_next_one() {
    let (first, second) = (bind("127.0.0.1", None).unwrap(), bind("127.0.0.1", None).unwrap());
    let (first, second) = (first.address().port(), second.address().port());
    assert!((4000..=4050).contains(&first) && (4000..=4050).contains(&second), "{first} {second}");
    assert_ne!(first, second);
}

#[test]
fn an_asked_for_port_that_is_busy_is_an_error() {
    let first = bind("127.0.0.1", Some(0)).unwrap();
    let port = first.address().port();
    assert_eq!(
        bind("127.0.0.1", Some(port)).unwrap_err(),
        BindError {
            message: format!("port {port} is busy"),
            help: "name another one, or leave out `--port` and the next free one is taken".to_owned(),
        }
    );
}

#[test]
fn a_host_must_be_this_machine() {
    let help = "`--host` takes a name or an address of this machine, and 0.0.0.0 for all of them".to_owned();
    assert_eq!(
        bind("no host", Some(0)).unwrap_err(),
        BindError { message: "there is no host `no host`".to_owned(), help: help.clone() }
    );
    // An address of documentation's own network (RFC 5737).
    assert_eq!(
        bind("192.0.2.1", Some(0)).unwrap_err(),
        BindError { message: "`192.0.2.1` is not this machine".to_owned(), help }
    );
}

#[test]
fn the_address_to_open_is_one_that_browsers_take() {
    let loopback = bind("127.0.0.1", Some(0)).unwrap();
    assert!(loopback.is_loopback());
    assert_eq!(loopback.url("/sub"), format!("http://127.0.0.1:{}/sub/", loopback.address().port()));
    let name = bind("localhost", Some(0)).unwrap();
    assert!(name.is_loopback());
    assert_eq!(name.url(""), format!("http://localhost:{}/", name.address().port()));
    let all = bind("0.0.0.0", Some(0)).unwrap();
    assert!(!all.is_loopback());
    assert_eq!(all.url(""), format!("http://127.0.0.1:{}/", all.address().port()));
    // Not every machine has IPv6.
    if let Ok(six) = bind("[::1]", Some(0)) {
        assert!(six.is_loopback());
        assert_eq!(six.url(""), format!("http://[::1]:{}/", six.address().port()));
    }
}
