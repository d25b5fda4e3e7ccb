// Runs programs and asks about them. Everything runs in the repository's root.

import { spawn, spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program with our own terminal; resolves to its exit status. */
export function run(program, args = [], { env = {}, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...env },
      ...options,
    });
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    child.on("exit", (status, signal) => resolve(signal ? 1 : status));
  });
}

/** What a program prints, or null where it is missing or fails. */
export function ask(program, args = []) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout : null;
}

export function has(program, args = ["--version"]) {
  return ask(program, args) !== null;
}

/** Runs steps one after the other; ends the process at the first that fails. */
export async function runOrExit(program, args, options) {
  const status = await run(program, args, options);
  if (status !== 0) process.exit(status);
}

/** The command that runs `args` in a display of its own. */
export function onDisplay(args, { width = 1280, height = 900 } = {}) {
  const screen = `-screen 0 ${width}x${height}x24`;
  return ["xvfb-run", ["-a", "-s", screen, ...args]];
}
