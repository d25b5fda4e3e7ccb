// npm run bundle: a .deb of the window and the command line.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { assets, program, target } from "./program.mjs";
import { root, runOrExit } from "./run.mjs";
import { setUp } from "./setup.mjs";

const PROFILE = "bundle";

if (!(await setUp())) process.exit(1);
await runOrExit("cargo", ["build", "--profile", PROFILE, "--package", "asquoted"]);
const files = { "/usr/bin/asquoted": program("asquoted", PROFILE) };
// The model and the synonyms go with it where set-up could make them.
const resources = existsSync(join(assets(), "meaning.bin")) ? { [assets()]: "assets" } : {};
const config = JSON.stringify({ bundle: { resources, linux: { deb: { files } } } });
const tauri = ["tauri", "build", "--bundles", "deb", "--config", config];
// Cargo's default member is the command line.
await runOrExit("npx", [...tauri, "--", "--package", "as-quoted", "--profile", PROFILE]);
console.log(`The package is in ${target()}/${PROFILE}/bundle/deb`.replace(`${root}/`, ""));
