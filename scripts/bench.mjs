// npm run bench: all benchmarks. They print ratios to a plain yardstick in the same run rather
// than times, which no two machines share.

import { program } from "./program.mjs";
import { onDisplay, run, runOrExit } from "./run.mjs";
import { setUp } from "./setup.mjs";

/** In the folder that the window is measured on. */
const UTTERANCES = "50000";

if (!(await setUp({ tests: true }))) process.exit(1);
await runOrExit("cargo", ["bench", "--package", "asquoted-engine", "--benches"]);

await runOrExit("npm", ["run", "--silent", "ui:build"]);
const packages = ["--package", "as-quoted", "--package", "asquoted-e2e"];
const targets = ["--bins", "--example", "empty-window"];
const build = [...packages, ...targets, "--features", "as-quoted/custom-protocol"];
await runOrExit("cargo", ["build", "--release", ...build]);
const names = ["asquoted-e2e", "as-quoted", "examples/empty-window"];
const [e2e, window, empty] = names.map((name) => program(name, "release"));
process.exitCode = await run(...onDisplay([e2e, "bench", window, empty, UTTERANCES]));
