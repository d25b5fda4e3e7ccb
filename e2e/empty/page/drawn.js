// As in ui/src/main.ts: the page is on the screen when a second frame begins.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("usable")));
