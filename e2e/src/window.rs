//! The real window, through WebKit's own driver.

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::process::{Child, Command};
use tokio::time::sleep;

use crate::desk::{Desk, repository};
use crate::processes;

/// Long enough for a machine that is building something else meanwhile.
const PATIENCE: Duration = Duration::from_secs(12);
/// What a script that waits may take.
const LONGEST_SCRIPT: Duration = Duration::from_secs(600);
const LOG: &str = "program.log";

pub struct Window {
    client: Client,
    /// Ends the program when it is dropped.
    driver: Driver,
    /// Where the driver listens.
    port: u16,
}

/// The driver, its bus and the program: one group of processes, ended together.
struct Driver(Child);

impl Driver {
    fn kill(&self) {
        if let Some(leader) = self.0.id() {
            let group = format!("-{leader}");
            let ended = std::process::Command::new("kill")
                .args(["-KILL", "--", &group])
                .status();
            if let Err(error) = ended {
                eprintln!("the program may still run: {error}");
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Window {
    /// Starts the program and waits until its page is there.
    pub async fn open(program: &Path, desk: &Desk, arguments: &[&str]) -> Result<Self> {
        let port = free_port()?;
        let log = File::create(desk.home().join(LOG))?;
        // A session bus of its own: on a common one a program that is slow to end would be taken
        // for the one instance, and the next story's program would hand over to it.
        let driver = Command::new("dbus-run-session")
            .args(["--", "WebKitWebDriver", &format!("--port={port}")])
            .process_group(0)
            .envs(desk.environment())
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(log.try_clone()?)
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()
            .context("WebKitWebDriver does not start: is webkit2gtk-driver installed?")?;
        let driver = Driver(driver);
        let client = connect(port, program, arguments).await?;
        let window = Self {
            client,
            driver,
            port,
        };
        window
            .until(
                "the page is drawn",
                "return document.querySelector('main, h1') !== null",
            )
            .await?;
        Ok(window)
    }

    /// The group of the window's processes.
    pub fn group(&self) -> Option<u32> {
        self.driver.0.id()
    }

    /// The address of the session bus that the program and nobody else is on.
    pub fn bus(&self) -> Result<String> {
        let processes = processes::of_group(self.group())?;
        let mut driver = processes.iter().filter(|one| one.name == "WebKitWebDriver");
        driver
            .find_map(|one| one.variable("DBUS_SESSION_BUS_ADDRESS"))
            .context("the driver has no session bus")
    }

    pub async fn close(self) -> Result<()> {
        self.client.clone().close().await?;
        Ok(())
    }

    /// The ports by which the driver is asked, and by which it asks the program.
    pub fn ports(&self) -> Result<Vec<u16>> {
        let inspectors = processes::of_group(self.group())?.into_iter();
        let inspectors = inspectors.filter_map(|one| one.variable("WEBKIT_INSPECTOR_SERVER"));
        let ports = inspectors.filter_map(|server| server.rsplit(':').next()?.parse().ok());
        Ok(ports.chain([self.port]).collect())
    }

    /// Ends the program and all that belongs to it at once, as a fault of the machine would, and waits
    /// until the last of them is gone.
    pub async fn kill(self) -> Result<()> {
        let group = self.group();
        self.driver.kill();
        let start = Instant::now();
        while processes::of_group(group)?.iter().any(|one| one.is_alive()) {
            if start.elapsed() > PATIENCE {
                bail!("the program outlives its end");
            }
            sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// How many windows the program has open.
    pub async fn windows(&self) -> Result<usize> {
        Ok(self.client.windows().await?.len())
    }

    /// A button by its name, as a person reads it or hears it.
    pub async fn button(&self, name: &str) -> Result<Element> {
        let path = format!(
            "//*[self::button or @role='button' or @role='tab' or @role='menuitem']\
             [@aria-label={0} or normalize-space(.)={0} or starts-with(normalize-space(.), {0})]",
            quoted(name)
        );
        let waiting = self.client.wait().at_most(PATIENCE);
        waiting
            .for_element(Locator::XPath(&path))
            .await
            .with_context(|| format!("no button “{name}”"))
    }

    pub async fn press(&self, name: &str) -> Result<()> {
        self.button(name).await?.click().await?;
        Ok(())
    }

    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(selector)).await?.len())
    }

    /// Keys to whatever has the focus.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        self.client.active_element().await?.send_keys(keys).await?;
        Ok(())
    }

    /// What a script returns.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// What a script gives to the callback that is its last argument.
    pub async fn script_async(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute_async(script, Vec::new()).await?)
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        self.until_within(PATIENCE, what, script).await
    }

    pub async fn until_within(&self, most: Duration, what: &str, script: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < most {
            if self.script(script).await? == json!(true) {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
        bail!("waited in vain until {what}")
    }

    /// Moves the focus to an element, as soon as it takes it: a line of a list is there, but
    /// hidden, until the list is measured.
    pub async fn focus_on(&self, selector: &str) -> Result<()> {
        let script = format!(
            "const found = document.querySelector({}); found?.focus(); \
             return found !== null && document.activeElement === found",
            json!(selector)
        );
        self.until(&format!("{selector} has the focus"), &script)
            .await
    }

    /// Waits until at least `count` elements are there.
    pub async fn until_count(&self, selector: &str, count: usize) -> Result<()> {
        let script = format!(
            "return document.querySelectorAll({}).length >= {count}",
            json!(selector)
        );
        self.until(&format!("{selector} is there, {count} times"), &script)
            .await
    }

    pub async fn until_text(&self, text: &str) -> Result<()> {
        let script = format!(
            "return document.body.innerText.replace(/\\s+/g, ' ').includes({})",
            json!(text)
        );
        self.until(&format!("“{text}” is read"), &script).await
    }

    /// The size of the page; there is no window manager that would ask for a frame.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.client.set_window_size(width, height).await?;
        let script = format!("return innerWidth === {width} && innerHeight === {height}");
        self.until(&format!("the window has {width} × {height}"), &script)
            .await
    }

    pub async fn picture(&self, file: &Path) -> Result<()> {
        Ok(std::fs::write(file, self.client.screenshot().await?)?)
    }

    /// Leaves what a person needs to see why a story failed.
    pub async fn leave_traces(&self, desk: &Desk, name: &str) -> Result<()> {
        let folder = repository().join("e2e/artifacts");
        std::fs::create_dir_all(&folder)?;
        std::fs::copy(desk.home().join(LOG), folder.join(format!("{name}.log")))?;
        std::fs::write(
            folder.join(format!("{name}.html")),
            self.client.source().await?,
        )?;
        self.picture(&folder.join(format!("{name}.png"))).await?;
        // The page's picture lacks what the desktop shows over it, such as a folder chooser.
        let screen = folder.join(format!("{name}-screen.png"));
        let taken = Command::new("import")
            .args(["-window", "root"])
            .arg(screen)
            .status();
        taken.await.context("ImageMagick does not start")?;
        Ok(())
    }
}

/// The driver takes a moment until it listens; the program is started by the first who asks.
async fn connect(port: u16, program: &Path, arguments: &[&str]) -> Result<Client> {
    let mut capabilities = Capabilities::new();
    let options = json!({ "binary": program, "args": arguments });
    capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
    // The driver's own half minute is short for a measure on a busy machine.
    let timeouts = json!({ "script": LONGEST_SCRIPT.as_millis() as u64 });
    capabilities.insert("timeouts".to_owned(), timeouts);
    let address = format!("http://127.0.0.1:{port}");
    let start = Instant::now();
    loop {
        let listening = tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_ok();
        if listening {
            break;
        }
        if start.elapsed() > PATIENCE {
            bail!("WebKitWebDriver does not listen");
        }
        sleep(Duration::from_millis(50)).await;
    }
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&address)
        .await
        .context("the program's window did not come")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A text as a literal of XPath, which has no escapes.
fn quoted(text: &str) -> String {
    if text.contains('\'') {
        format!("\"{text}\"")
    } else {
        format!("'{text}'")
    }
}
