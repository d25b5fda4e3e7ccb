// npm run screenshots: the real window, every view, light and dark, in both sizes of the design,
// into the ignored folder screenshots/.

import { join } from "node:path";
import { build, program } from "./program.mjs";
import { onDisplay, root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

if (!(await setUp({ tests: true }))) process.exit(1);
await build();
const folder = join(root, "screenshots");
const args = [program("asquoted-e2e"), "screenshots", program("as-quoted"), folder];
const status = await run(...onDisplay(args));
if (status === 0) console.log(`The pictures are in ${folder}`);
process.exitCode = status;
