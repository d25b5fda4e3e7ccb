//! Who has a socket of the internet in this network namespace, and who had one for a moment.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Result, anyhow, ensure};
use procfs::net::{TcpState, snmp, snmp6, tcp, tcp6, udp, udp6};
use procfs::process::{FDTarget, all_processes};

/// The time between two looks. A connection that nobody answers stays for a minute.
const PAUSE: Duration = Duration::from_millis(10);

/// The loopback is the only device.
pub fn ensure_alone() -> Result<()> {
    let devices = procfs::net::dev_status()?;
    let names: Vec<&str> = devices.keys().map(String::as_str).collect();
    ensure!(names == ["lo"], "there is a network: {names:?}");
    Ok(())
}

/// Both ends of a socket.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Socket {
    protocol: &'static str,
    local: SocketAddr,
    remote: SocketAddr,
}

impl Socket {
    /// Stays on this machine, and one of its ends is one of these ports.
    fn is_of(&self, ports: &[u16]) -> bool {
        let stays = |end: &SocketAddr| end.ip().is_loopback() || end.ip().is_unspecified();
        let ends = [self.local, self.remote];
        let known = ends.iter().any(|end| ports.contains(&end.port()));
        ends.iter().all(stays) && known
    }
}

/// Looks at all sockets again and again until it is ended.
pub struct Traffic {
    before: Counters,
    ended: Arc<AtomicBool>,
    looking: JoinHandle<Result<Seen>>,
}

/// What was seen.
pub struct Seen {
    pub looks: usize,
    /// With the name of the process that has the socket.
    sockets: BTreeMap<Socket, String>,
    sent: Counters,
}

/// What the kernel counts: no look can miss it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counters {
    datagrams: u64,
    unroutable: u64,
}

impl Counters {
    fn now() -> Result<Self> {
        let four = snmp()?;
        // A system may have no IPv6.
        let six = snmp6().map_or((0, 0), |six| (six.udp_out_datagrams, six.ip_out_no_routes));
        Ok(Self {
            datagrams: four.udp_out_datagrams + six.0,
            unroutable: four.ip_out_no_routes + six.1,
        })
    }
}

impl Traffic {
    pub fn watch() -> Result<Self> {
        let before = Counters::now()?;
        let ended = Arc::new(AtomicBool::new(false));
        let end = ended.clone();
        let looking = thread::spawn(move || look_until(&end, before));
        Ok(Self {
            before,
            ended,
            looking,
        })
    }

    pub fn end(self) -> Result<Seen> {
        self.ended.store(true, Ordering::Relaxed);
        let seen = self.looking.join();
        let mut seen = seen.map_err(|_| anyhow!("the look at the sockets broke off"))??;
        let now = Counters::now()?;
        seen.sent = Counters {
            datagrams: now.datagrams - self.before.datagrams,
            unroutable: now.unroutable - self.before.unroutable,
        };
        Ok(seen)
    }
}

impl Seen {
    /// Fails where there was a socket beside those that use one of these ports of this machine, or
    /// any datagram.
    pub fn nothing_but(&self, ports: &[u16]) -> Result<()> {
        let others = self
            .sockets
            .iter()
            .filter(|(socket, _)| !socket.is_of(ports));
        let others: Vec<String> = others
            .map(|(socket, owner)| {
                let Socket {
                    protocol,
                    local,
                    remote,
                } = socket;
                format!("{owner}: {protocol} {local} → {remote}")
            })
            .collect();
        let Counters {
            datagrams,
            unroutable,
        } = self.sent;
        ensure!(
            others.is_empty() && datagrams == 0 && unroutable == 0,
            "sockets {others:?}, {datagrams} datagrams, {unroutable} packets without a way"
        );
        Ok(())
    }
}

fn look_until(ended: &AtomicBool, sent: Counters) -> Result<Seen> {
    let mut seen = Seen {
        looks: 0,
        sockets: BTreeMap::new(),
        sent,
    };
    loop {
        let last = ended.load(Ordering::Relaxed);
        for (socket, inode) in all()? {
            // Asked once, while the process is there.
            seen.sockets.entry(socket).or_insert_with(|| owner(inode));
        }
        seen.looks += 1;
        if last {
            return Ok(seen);
        }
        thread::sleep(PAUSE);
    }
}

/// Every socket of the internet in this namespace, with its inode.
fn all() -> Result<Vec<(Socket, u64)>> {
    let of_tcp = tcp()?.into_iter().chain(tcp6().unwrap_or_default());
    // One that was closed waits a minute for late packets: it was seen while it was open.
    let open = of_tcp.filter(|entry| entry.state != TcpState::TimeWait);
    let socket = |protocol, local, remote| Socket {
        protocol,
        local,
        remote,
    };
    let of_tcp = open.map(|one| {
        (
            socket("tcp", one.local_address, one.remote_address),
            one.inode,
        )
    });
    let of_udp = udp()?.into_iter().chain(udp6().unwrap_or_default());
    let of_udp = of_udp.map(|one| {
        (
            socket("udp", one.local_address, one.remote_address),
            one.inode,
        )
    });
    Ok(of_tcp.chain(of_udp).collect())
}

/// The name of the process that holds a socket.
fn owner(inode: u64) -> String {
    let holds = |process: &procfs::process::Process| {
        let mut files = process.fd().into_iter().flatten().flatten();
        files.any(|file| matches!(file.target, FDTarget::Socket(own) if own == inode))
    };
    let mut processes = all_processes().into_iter().flatten().flatten();
    let found = processes
        .find(holds)
        .and_then(|process| process.stat().ok());
    found.map_or_else(|| "nobody any more".to_owned(), |stat| stat.comm)
}

/// Somebody who answers, and counts who came.
pub struct Listener {
    came: Arc<AtomicUsize>,
}

impl Listener {
    pub fn at(address: &str) -> Result<Self> {
        let listener = TcpListener::bind(address)?;
        let came = Arc::new(AtomicUsize::new(0));
        let count = came.clone();
        // Ends with the program.
        thread::spawn(move || {
            for _ in listener.incoming() {
                count.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(Self { came })
    }

    pub fn connections(&self) -> usize {
        self.came.load(Ordering::Relaxed)
    }
}
