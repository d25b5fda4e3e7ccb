// What cargo builds, and where it puts it.

import { join } from "node:path";
import { ask, runOrExit } from "./run.mjs";

// The window's assets are built in, as in what people use.
export const WORKSPACE = ["--workspace", "--features", "as-quoted/custom-protocol"];

let known;

/** Cargo's folder for what it builds. */
export function target() {
  known ??= JSON.parse(
    ask("cargo", ["metadata", "--no-deps", "--format-version", "1"]),
  ).target_directory;
  return known;
}

/** The path of a built program. */
export function program(name, profile = "debug") {
  return join(target(), profile, process.platform === "win32" ? `${name}.exe` : name);
}

/** Where the model and the synonyms are made, beside what is built. */
export function assets() {
  return join(target(), "assets");
}

/** Builds the page and every program, for development. */
export async function build() {
  await runOrExit("npm", ["run", "--silent", "ui:build"]);
  await runOrExit("cargo", ["build", ...WORKSPACE]);
}
