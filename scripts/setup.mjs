// Brings a bare Debian to where the program can be built: packages of the system, of npm, and a
// word about what only a person can install.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assets } from "./program.mjs";
import { ask, has, root, run } from "./run.mjs";

const forProgram = [
  "build-essential",
  "file",
  "libgtk-3-dev",
  "librsvg2-dev",
  "libwebkit2gtk-4.1-dev",
  "pkg-config",
  "python3-pip",
];

const forTests = [
  "at-spi2-core",
  "chromium",
  "dbus",
  "dbus-x11",
  "fonts-dejavu-core",
  "imagemagick",
  "iproute2",
  "webkit2gtk-driver",
  "xauth",
  "xdotool",
  "xvfb",
];

/** Resolves to true once everything is there; else says what is missing and how to get it. */
export async function setUp({ tests = false } = {}) {
  const tools = checkTools();
  const packages = await installPackages(tests ? [...forProgram, ...forTests] : forProgram);
  const ready = tools && packages && (await installNodeModules());
  if (ready) await makeAssets();
  return ready;
}

/** The model and the synonyms, which make the comparison better: without them, without the
 * network or without Python, everything else works, and make.py says what is missing. */
async function makeAssets() {
  if (!has("python3")) {
    console.error("Python is missing: versions are compared by their words only.");
    return;
  }
  await run("python3", [join(root, "tools", "assets", "make.py"), assets()]);
}

function checkTools() {
  const isNodeOld = Number(process.versions.node.split(".")[0]) < 20;
  if (isNodeOld) console.error(`Node 20 or newer is needed; this is ${process.version}.`);
  const hasCargo = has("cargo");
  if (!hasCargo) console.error("Cargo is needed: install Rust from https://rustup.rs");
  return hasCargo && !isNodeOld;
}

async function installPackages(wanted) {
  if (process.platform !== "linux") return true;
  if (!has("dpkg-query")) {
    console.log(
      "This is no Debian: the libraries of WebKitGTK 4.1 and GTK 3 must be there already.",
    );
    return true;
  }
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return true;

  const asRoot = rootCommand();
  if (!asRoot) {
    console.error(`These Debian packages are missing. Install them, then start again:

  sudo apt-get update && sudo apt-get install ${missing.join(" ")}
`);
    return false;
  }
  console.log(`Installing ${missing.join(" ")}`);
  const [program, ...args] = asRoot;
  const apt = (...rest) => run(program, [...args, "apt-get", "-q", ...rest]);
  await apt("update");
  return (await apt("install", "-y", "--no-install-recommends", ...missing)) === 0;
}

function isInstalled(name) {
  // Python may come from elsewhere, with its own pip.
  if (name === "python3-pip" && has("python3", ["-m", "pip", "--version"])) return true;
  return ask("dpkg-query", ["-W", "-f", "${db:Status-Status}", name]) === "installed";
}

/** How to run a program with the rights to install, or null where nobody gave them. */
function rootCommand() {
  const env = ["env", "DEBIAN_FRONTEND=noninteractive"];
  if (process.getuid() === 0) return env;
  return has("sudo", ["-n", "true"]) ? ["sudo", "-n", ...env] : null;
}

async function installNodeModules() {
  return isNodeModulesFresh() || (await run("npm", ["ci", "--no-audit", "--no-fund"])) === 0;
}

/** Whether what npm installed is what the lock file asks for. */
function isNodeModulesFresh() {
  const packagesOf = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8")).packages;
  try {
    const wanted = packagesOf("package-lock.json");
    const installed = packagesOf("node_modules", ".package-lock.json");
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === "" || (installed[path] ? installed[path].version === version : optional),
    );
  } catch {
    return false;
  }
}
