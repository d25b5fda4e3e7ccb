// npm start: sets up what is missing, builds, and opens the window with the sample.
// npm start -- FOLDER opens that folder instead.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { build, program } from "./program.mjs";
import { root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

if (!(await setUp())) process.exit(1);
await build();

const isHeadless =
  process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
if (isHeadless) {
  console.error(`The program is built, but there is no display to open its window on.
Try: xvfb-run ${program("as-quoted")} --sample`);
  process.exit(1);
}
const called = process.env.INIT_CWD ?? root;
const paths = process.argv.slice(2).map((path) => resolve(called, path));
const missing = paths.find((path) => !existsSync(path));
if (missing) {
  console.error(`There is no ${missing}`);
  process.exit(1);
}
process.exit(await run(program("as-quoted"), paths.length > 0 ? paths : ["--sample"]));
