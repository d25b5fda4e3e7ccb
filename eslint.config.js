import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./ui/svelte.config.js";

/** The tiers of the page, lowest first; each may import only from those before it. */
const TIERS = ["ipc", "state", "components", "views"];

const downwards = TIERS.map((tier, i) => ({
  files: [`ui/src/${tier}/**/*.{ts,svelte}`],
  ignores: ["**/*.test.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          ...TIERS.slice(i + 1).map((above) => ({
            group: [`**/${above}/**`],
            message: `${tier} must not know ${above}.`,
          })),
          ...(tier === "ipc"
            ? []
            : [
                {
                  group: ["@tauri-apps/*"],
                  message: "Only ipc speaks with the program behind the page.",
                },
              ]),
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["ui/dist", "ui/dist-fake", "ui/src/ipc/bindings.ts", "target", "gen"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      // Indices come from the same array; the type check cannot see it.
      "@typescript-eslint/no-non-null-assertion": "off",
      "svelte/no-at-html-tags": "error",
    },
  },
  ...downwards,
);
