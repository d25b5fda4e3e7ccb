import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/marks.css";

import { boundary } from "#boundary";
import { mount } from "svelte";
import App from "./App.svelte";
import { Program } from "./state/program.svelte";

const program = new Program(boundary);
await program.load().catch((error: unknown) => console.error(error));
mount(App, { target: document.body, props: { program } });

// What was mounted is on the screen when a second frame begins: the first has been drawn by then.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    // For the benchmark.
    performance.mark("usable");
    // What the first folder needs is there before it is asked for.
    void import("./views/OpenFolder.svelte");
    void import("./views/Over.svelte");
  }),
);
