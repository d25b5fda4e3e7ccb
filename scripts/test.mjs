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
  ["Real window", inWindow("test")],
  ["Hostile session", inWindow("hostile")],
  ["Kills", inWindow("kills", "--clean")],
];
if (has("cargo-deny"))
  checks.push(["Licences", cargo("deny", "check", "bans", "licenses", "sources")]);

async function rustTests() {
  const tool = has("cargo-nextest")
    ? ["nextest", "run", "--no-fail-fast"]
    : ["test", "--no-fail-fast"];
  return run("cargo", [...tool, ...WORKSPACE]);
}

/** One of the checks of `asquoted-e2e`, in a display of its own. */
function inWindow(check, ...more) {
  return async () => {
    const built = await run("cargo", ["build", ...WORKSPACE, "--bins", "--examples"]);
    if (built !== 0) return built;
    return run(...onDisplay([program("asquoted-e2e"), check, program("as-quoted"), ...more]));
  };
}

function minutes(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How a check ended, by its exit status: one that this system does not allow says so itself. */
function outcome(status) {
  if (status === 0) return "passed";
  return status === 77 ? "SKIPPED" : "FAILED";
}

async function timed(name, check) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const ended = outcome(await check());
  return { name, ended, time: minutes(Date.now() - start) };
}

const setUpStatus = async () => ((await setUp({ tests: true })) ? 0 : 1);
const results = [await timed("Set-up", setUpStatus)];
if (results[0].ended === "passed") {
  for (const [name, check] of checks) results.push(await timed(name, check));
}

console.log("\n== Summary");
for (const { name, ended, time } of results) {
  console.log(`${ended.padEnd(7)}  ${time.padStart(6)}  ${name}`);
}
const count = (wanted) => results.filter(({ ended }) => ended === wanted).length;
const skipped = count("SKIPPED") > 0 ? `, ${count("SKIPPED")} skipped` : "";
console.log(`${count("passed")} passed, ${count("FAILED")} failed${skipped}`);
process.exitCode = count("FAILED") > 0 ? 1 : 0;
