//! No network code is in the dependency tree of any platform: what the program reads stays on the machine.
//!
//! The lock file is checked, which has the dependencies of every platform and feature. What a toolkit brings to speak with the desktop is
//! no network: `zbus` and `async-io` serve the session bus, a socket on the same machine (file dialogs, colour scheme, screen readers),
//! `x11rb`, `calloop` and `polling` the display server; `zip` has `nix` for the attributes of files. `url` and `webbrowser` open or read addresses and connect to nothing: the browser does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Crates that speak to other machines, or are there for those that do: HTTP, TLS, DNS, sockets, mail, clouds.
const NETWORK: &[&str] = &[
    "actix-http",
    "actix-web",
    "async-http-client",
    "async-native-tls",
    "async-std-resolver",
    "async-tls",
    "async-tungstenite",
    "attohttpc",
    "aws-config",
    "aws-sdk-s3",
    "awc",
    "axum",
    "capnp-rpc",
    "curl",
    "curl-sys",
    "ehttp",
    "fantoccini",
    "ftp",
    "gloo-net",
    "grpcio",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "http-body",
    "httparse",
    "hyper",
    "hyper-rustls",
    "hyper-tls",
    "hyper-util",
    "isahc",
    "lettre",
    "libp2p",
    "libssh2-sys",
    "minreq",
    "native-tls",
    "octocrab",
    "openssl",
    "openssl-sys",
    "poem",
    "quiche",
    "quinn",
    "reqwest",
    "rocket",
    "rustls",
    "rustls-native-certs",
    "s2n-quic",
    "schannel",
    "security-framework",
    "sentry",
    "smoltcp",
    "socket2",
    "ssh2",
    "suppaftp",
    "surf",
    "tiny_http",
    "tokio",
    "tokio-native-tls",
    "tokio-rustls",
    "tonic",
    "tower-http",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki",
    "webpki-roots",
    "websocket",
    "zmq",
];

/// What only a web browser builds; this program does not run in one.
const OF_BROWSERS: &[&str] = &["wasm-bindgen-futures"];

/// Everything that the program can be built of, on any platform.
fn locked() -> BTreeSet<String> {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let name = package.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).unwrap();
        let list = package.split_once("dependencies = [").map_or("", |(_, list)| list.split_once(']').unwrap().0);
        let names = list.lines().filter_map(|line| line.trim().strip_prefix('"')?.split(['"', ' ']).next());
        needs.entry(name).or_default().extend(names);
    }
    let mut found = BTreeSet::new();
    let mut open = vec![env!("CARGO_PKG_NAME")];
    while let Some(name) = open.pop() {
        if !OF_BROWSERS.contains(&name) && found.insert(name.to_owned()) {
            open.extend(needs.get(name).into_iter().flatten());
        }
    }
    found
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
    const LOCAL: &[&str] = &["async-io", "calloop", "nix", "polling", "x11rb", "x11rb-protocol", "zbus"];
    const SOCKETS: &[&str] =
        &["async-io", "async-net", "calloop", "mio", "nix", "polling", "socket2", "tokio", "x11rb", "x11rb-protocol", "zbus"];
    let locked = locked();
    let found: Vec<&str> = SOCKETS.iter().copied().filter(|name| locked.contains(*name) && !LOCAL.contains(name)).collect();
    assert!(found.is_empty(), "not known to be local: {found:?}");
}
