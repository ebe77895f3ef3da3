//! Where the server listens.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs};

use crate::files::reason;

/// The host that is listened on when none is asked for: this machine alone can reach it.
pub const HOST: &str = "127.0.0.1";

/// The port that is tried first when none is asked for.
pub const PORT: u16 = 4000;

/// How many ports after [`PORT`] are tried when it is busy.
const NEXT: u16 = 50;

/// A socket that listens, and what it was asked to be.
#[derive(Debug)]
pub struct Listener {
    pub(super) socket: TcpListener,
    /// As it was asked for, an IPv6 address without its brackets.
    pub(super) host: String,
    address: SocketAddr,
}

/// Why nothing listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BindError {
    /// One sentence without a full stop.
    pub message: String,
    /// The mend.
    pub help: String,
}

/// Listens on a host, which is a name or an address (an IPv6 address with or without brackets).
///
/// Without a port the first free one from [`PORT`] on is taken. An asked-for one is taken or refused, and 0 is any.
///
/// # Errors
/// When the host is not this machine, when the port is busy (or all of them), or the system refuses.
pub fn bind(host: &str, port: Option<u16>) -> Result<Listener, BindError> {
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let addresses = resolve(host)?;
    let ports = port.map_or(PORT..=PORT + NEXT, |port| port..=port);
    for port in ports.clone() {
        match listen(&addresses, port) {
            Ok(socket) => {
                let address = socket.local_addr().map_err(|error| refused(host, port, &error))?;
                return Ok(Listener { socket, host: host.to_owned(), address });
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(refused(host, port, &error)),
        }
    }
    Err(match port {
        Some(port) => BindError {
            message: format!("port {port} is busy"),
            help: "name another one, or leave out `--port` and the next free one is taken".to_owned(),
        },
        None => BindError {
            message: format!("the ports {} to {} are busy", ports.start(), ports.end()),
            help: "`--port` names another one; `--port 0` takes any that is free".to_owned(),
        },
    })
}

impl Listener {
    /// The address of the socket.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether this machine alone can reach the server.
    pub fn is_loopback(&self) -> bool {
        self.address.ip().to_canonical().is_loopback()
    }

    /// The address to open in a browser; `base` is the path of `base_url`, without a slash at its end.
    pub fn url(&self, base: &str) -> String {
        let port = self.address.port();
        let host = match self.host.parse::<IpAddr>() {
            // Every interface is listened on, and browsers can't open that.
            Ok(IpAddr::V4(ip)) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.to_string(),
            Ok(IpAddr::V6(ip)) if ip.is_unspecified() => format!("[{}]", Ipv6Addr::LOCALHOST),
            Ok(IpAddr::V6(ip)) => format!("[{ip}]"),
            Ok(IpAddr::V4(_)) | Err(_) => self.host.clone(),
        };
        format!("http://{host}:{port}{base}/")
    }
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.help)
    }
}

impl std::error::Error for BindError {}

/// The addresses of a host.
fn resolve(host: &str) -> Result<Vec<IpAddr>, BindError> {
    let found = (host, 0).to_socket_addrs().map(|found| found.map(|address| address.ip()).collect::<Vec<_>>());
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) | Err(_) => Err(BindError {
            message: format!("there is no host `{host}`"),
            help: "`--host` takes a name or an address of this machine, and 0.0.0.0 for all of them".to_owned(),
        }),
    }
}

/// Listens on the first address that can be had. A port that is busy on one of them is busy, since a browser that is
/// given the host's name may choose any.
fn listen(addresses: &[IpAddr], port: u16) -> io::Result<TcpListener> {
    let mut last = io::Error::from(ErrorKind::AddrNotAvailable);
    for ip in addresses {
        match TcpListener::bind((*ip, port)) {
            Err(error) if error.kind() != ErrorKind::AddrInUse => last = error,
            done => return done,
        }
    }
    Err(last)
}

fn refused(host: &str, port: u16, error: &io::Error) -> BindError {
    match error.kind() {
        ErrorKind::AddrNotAvailable => BindError {
            message: format!("`{host}` is not this machine"),
            help: "`--host` takes a name or an address of this machine, and 0.0.0.0 for all of them".to_owned(),
        },
        ErrorKind::PermissionDenied => BindError {
            message: format!("port {port} may not be used"),
            help: "the ports below 1024 are the system's; name one above".to_owned(),
        },
        _ => BindError {
            message: format!("can't listen on port {port} of `{host}`: {}", reason(error)),
            help: "name another `--port` or `--host`".to_owned(),
        },
    }
}
