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

// For the benchmark: what was mounted is on the screen once the next task runs after a frame.
requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    performance.mark("usable");
    // What the first folder needs is there before it is asked for.
    void import("./views/OpenFolder.svelte");
    void import("./views/Over.svelte");
  };
  port2.postMessage(null);
});
