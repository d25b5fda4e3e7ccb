// npm test: everything that must hold, in one go. Every check runs, also after one has failed.

import { program, WORKSPACE } from "./program.mjs";
import { has, onDisplay, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

const npm = (script) => () => run("npm", ["run", "--silent", script]);
const cargo =
  (...args) =>
  () =>
    run("cargo", args);

const checks = [
  ["Rust format", cargo("fmt", "--all", "--check")],
  ["UI lint", npm("ui:lint")],
  ["UI types", npm("ui:check")],
  ["UI tests", npm("ui:test")],
  ["UI build", npm("ui:build")],
  ["Rust lint", cargo("clippy", ...WORKSPACE, "--all-targets", "--", "-D", "warnings")],
  ["Rust tests", rustTests],
  ["Accessibility", npm("ui:a11y")],
  ["Real window", realWindow],
];
if (has("cargo-deny"))
  checks.push(["Licences", cargo("deny", "check", "bans", "licenses", "sources")]);

async function rustTests() {
  const tool = has("cargo-nextest")
    ? ["nextest", "run", "--no-fail-fast"]
    : ["test", "--no-fail-fast"];
  return run("cargo", [...tool, ...WORKSPACE]);
}

async function realWindow() {
  const built = await run("cargo", ["build", ...WORKSPACE]);
  if (built !== 0) return built;
  return run(...onDisplay([program("asquoted-e2e"), "test", program("as-quoted")]));
}

function minutes(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

async function timed(name, check) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const passed = await check();
  return { name, passed, time: minutes(Date.now() - start) };
}

const results = [await timed("Set-up", () => setUp({ tests: true }))];
if (results[0].passed) {
  for (const [name, check] of checks) {
    results.push(await timed(name, async () => (await check()) === 0));
  }
}

console.log("\n== Summary");
for (const { name, passed, time } of results) {
  console.log(`${passed ? "passed" : "FAILED"}  ${time.padStart(6)}  ${name}`);
}
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
