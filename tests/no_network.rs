//! No network code is in the dependency tree of any platform: what the program reads stays on the machine.
//!
//! The lock file is checked, which has the dependencies of every platform and feature. What a toolkit brings to speak with the desktop is
//! no network: `zbus` and `async-io` serve the session bus, a socket on the same machine (file dialogs, colour scheme, screen readers),
//! `x11rb` and `wayland-client` the display server. `url` and `webbrowser` open or read addresses and connect to nothing: the browser does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Crates that speak to other machines, or are there for those that do: HTTP, TLS, DNS, sockets, mail, clouds.
const NETWORK: &[&str] = &[
    "actix-http", "actix-web", "async-http-client", "async-native-tls", "async-std-resolver", "async-tls", "async-tungstenite", "attohttpc",
    "aws-config", "aws-sdk-s3", "awc", "axum", "capnp-rpc", "curl", "curl-sys", "ehttp", "fantoccini", "ftp", "gloo-net", "grpcio", "h2",
    "h3", "hickory-resolver", "http", "http-body", "httparse", "hyper", "hyper-rustls", "hyper-tls", "hyper-util", "isahc", "lettre",
    "libp2p", "libssh2-sys", "minreq", "native-tls", "octocrab", "openssl", "openssl-sys", "poem", "quiche", "quinn", "reqwest", "rocket",
    "rustls", "rustls-native-certs", "s2n-quic", "schannel", "security-framework", "sentry", "smoltcp", "socket2", "ssh2", "suppaftp",
    "surf", "tiny_http", "tokio", "tokio-native-tls", "tokio-rustls", "tonic", "tower-http", "trust-dns-resolver", "tungstenite", "ureq",
    "warp", "webpki", "webpki-roots", "websocket", "zmq",
];

fn locked() -> BTreeSet<String> {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).map(str::to_owned).collect()
}

#[test]
fn no_dependency_speaks_to_other_machines() {
    let locked = locked();
    assert!(locked.contains("petgraph") && locked.len() > 100, "the lock file was read");
    let found: Vec<&str> = NETWORK.iter().copied().filter(|name| locked.contains(*name)).collect();
    assert!(found.is_empty(), "network crates in the dependency tree: {found:?}");
}

#[test]
fn what_serves_local_sockets_is_known() {
    // Whoever adds another crate for sockets has to say here what it is for.
    const LOCAL: &[&str] = &["async-io", "calloop", "polling", "x11rb", "x11rb-protocol", "zbus"];
    const SOCKETS: &[&str] = &["async-io", "async-net", "calloop", "mio", "nix", "polling", "socket2", "tokio", "x11rb", "x11rb-protocol", "zbus"];
    let locked = locked();
    let found: Vec<&str> = SOCKETS.iter().copied().filter(|name| locked.contains(*name) && !LOCAL.contains(name)).collect();
    assert!(found.is_empty(), "not known to be local: {found:?}");
}
