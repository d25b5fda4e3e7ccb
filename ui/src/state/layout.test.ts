import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shape } from "./layout.svelte";

describe("shape", () => {
  it("is wide at 1280 × 800, narrow at 1024 × 640", () => {
    expect(shape(1280, 800, 16)).toEqual({ narrow: false, stacked: false });
    expect(shape(1024, 640, 16)).toEqual({ narrow: true, stacked: false });
  });

  it("is stacked with text at 200 %", () => {
    expect(shape(1280, 800, 32)).toEqual({ narrow: true, stacked: true });
  });

  it("has the figures of the style sheet", () => {
    const css = readFileSync("ui/src/styles/base.css", "utf8");
    expect(css).toContain("@container win (max-width: 68.75rem) or (max-height: 43.75rem)");
    expect(css).toContain("@container win (max-width: 52rem)");
  });
});
