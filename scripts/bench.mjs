// npm run bench: all benchmarks. They print ratios to a plain yardstick in the same run rather
// than times, which no two machines share.

import { run } from "./run.mjs";
import { setUp } from "./setup.mjs";

if (!(await setUp())) process.exit(1);
process.exitCode = await run("cargo", ["bench", "--package", "asquoted-engine", "--benches"]);
