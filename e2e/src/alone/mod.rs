//! A session with a hostile folder on a machine without a network: every view is visited, and nothing
//! of the articles may run, be loaded, or be asked for. The test runs in a network namespace of its
//! own, where the loopback is all there is, and takes every packet: whoever tries to reach anybody is
//! seen in the tables of sockets and in the counters, however short the try.

mod articles;
mod sockets;
mod visits;

use std::net::{TcpStream, UdpSocket};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::desk::Desk;
use crate::window::Window;
use sockets::{Listener, Traffic};

/// The exit status of a check that was left out, as automake's test programs have it.
pub const SKIPPED: u8 = 77;

/// Brings the loopback up and makes it the way to everybody.
const ALONE: &str = "ip link set lo up && ip route add default dev lo &&
    { ip -6 route add default dev lo 2>/dev/null || true; } && exec \"$@\"";

/// How a check ended.
pub enum Ended {
    Held,
    Failed,
    Skipped,
}

/// Runs this program once more, in a network namespace of its own.
pub fn enter(program: &str) -> Result<Ended> {
    let namespace = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--net", "sh", "-c", ALONE, "alone"]);
        command.args(arguments);
        command
    };
    let tried = namespace(&["true"]).output();
    let refused = match &tried {
        Ok(tried) if tried.status.success() => None,
        Ok(tried) => Some(String::from_utf8_lossy(&tried.stderr).trim().to_owned()),
        Err(error) => Some(format!("unshare: {error}")),
    };
    if let Some(refused) = refused {
        println!(
            "SKIPPED: the hostile session without a network, because this system gives no network \
             namespace: {refused}"
        );
        return Ok(Ended::Skipped);
    }
    let own = std::env::current_exe()?;
    let own = own.to_str().context("a path of letters")?;
    let status = namespace(&[own, "hostile-alone", program]).status()?;
    Ok(if status.success() {
        Ended::Held
    } else {
        Ended::Failed
    })
}

/// The session itself. Whether all went well.
pub async fn run(program: &Path) -> Result<bool> {
    sockets::ensure_alone()?;
    sees_a_connection()?;
    println!("ok      a connection and a datagram of our own are seen");

    let desk = Desk::new()?;
    let folder = articles::write(&desk)?;
    let folder = folder.to_str().context("a path of letters")?;
    let traffic = Traffic::watch()?;
    let window = Window::open(program, &desk, &[folder]).await?;
    let visited = visits::every_view(&window).await;
    if visited.is_err() {
        window.leave_traces(&desk, "hostile-alone").await?;
    }
    println!("ok      {} looks at {} views", visited?, visits::VIEWS);
    // What was begun late is seen late.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let seen = traffic.end()?;
    seen.nothing_but(&window.ports()?)?;
    println!(
        "ok      no socket but the driver's, in {} looks",
        seen.looks
    );

    reaches_nobody(&window).await?;
    println!("ok      nothing of the page's own reaches anybody");
    window.close().await?;
    Ok(true)
}

/// The check can fail: a connection to an address that nobody has, and one datagram.
fn sees_a_connection() -> Result<()> {
    let traffic = Traffic::watch()?;
    let nobody = "192.0.2.7:80".parse()?;
    let tried = TcpStream::connect_timeout(&nobody, Duration::from_millis(200));
    ensure!(tried.is_err(), "somebody answers at {nobody}");
    let seen = traffic.end()?;
    let told = seen.nothing_but(&[]).expect_err("a connection").to_string();
    ensure!(told.contains("192.0.2.7:80"), "not seen: {told}");

    let traffic = Traffic::watch()?;
    UdpSocket::bind("0.0.0.0:0")?.send_to(b"name?", "192.0.2.7:53")?;
    let seen = traffic.end()?;
    let told = seen.nothing_but(&[]).expect_err("a datagram").to_string();
    ensure!(told.contains("1 datagram"), "not seen: {told}");
    Ok(())
}

/// What the content policy does not stop, as if a script had got into the page: connections that are
/// made ahead, and ways out of the page. All of them lead to a port of this machine on which nothing
/// listens, but here, to count who comes.
async fn reaches_nobody(window: &Window) -> Result<()> {
    let nowhere = Listener::at("127.0.0.1:9")?;
    let traffic = Traffic::watch()?;
    window
        .script(
            "for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'icon']) {
               for (const host of ['192.0.2.7', 'articles.example.org']) {
                 const link = document.createElement('link');
                 Object.assign(link, { rel, href: `http://${host}/`, as: 'image' });
                 document.head.append(link);
               }
             }
             for (const target of ['_self', '_blank']) {
               const link = document.createElement('a');
               Object.assign(link, { href: 'http://192.0.2.7/', target });
               document.body.append(link);
               link.click();
               link.remove();
             }
             fetch('http://192.0.2.7/').catch(() => {});
             window.open('http://192.0.2.7/');
             try { new WebSocket('ws://192.0.2.7/'); } catch {}
             try { new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.7' }] })
                     .createDataChannel('out'); } catch {}
             navigator.sendBeacon?.('http://192.0.2.7/', 'words')",
        )
        .await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let seen = traffic.end()?;
    let mut ports = window.ports()?;
    ports.push(9);
    seen.nothing_but(&ports)?;
    println!("        {} connections went nowhere", nowhere.connections());
    Ok(())
}
