import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// In the mode "fake" the page talks to invented data instead of the program behind it: for tests
// and pictures. The alias keeps that data out of the real bundle altogether.
export default defineConfig(({ mode }) => {
  const fake = mode === "fake";
  return {
    root: here("."),
    plugins: [svelte({ configFile: here("./svelte.config.js") }), svelteTesting()],
    resolve: {
      alias: { "#boundary": here(fake ? "./src/ipc/fake.ts" : "./src/ipc/client.ts") },
    },
    clearScreen: false,
    server: { port: 1420, strictPort: true },
    build: {
      outDir: here(fake ? "./dist-fake" : "./dist"),
      emptyOutDir: true,
      target: "safari16",
      // A data: URL would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    test: {
      environment: "jsdom",
      include: ["src/**/*.test.ts"],
      setupFiles: [here("./src/test.setup.ts")],
      restoreMocks: true,
    },
  };
});
