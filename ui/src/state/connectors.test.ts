import { describe, expect, it } from "vitest";
import { lanes, movePath, pointer } from "./connectors";

const gutter = { left: 400, right: 472 };

describe("movePath", () => {
  it("runs from a bracket beside the left stretch to one beside the right", () => {
    const path = movePath({ top: 0, bottom: 60 }, { top: 100, bottom: 130 }, gutter);
    expect(path).toBe("M407 3h5V57h-5M457 103h-5V127h5M412 30C428 30 436 115 452 115");
  });

  it("stays within the gutter in every lane", () => {
    for (const lane of [0, 1, 2, 3]) {
      const path = movePath({ top: 0, bottom: 30 }, { top: 0, bottom: 30 }, gutter, lane);
      for (const [, x] of path.matchAll(/[MC](\d+)/g)) {
        expect(Number(x)).toBeGreaterThan(gutter.left);
        expect(Number(x)).toBeLessThan(gutter.right);
      }
    }
  });
});

describe("lanes", () => {
  it("puts the longest outermost where moves stand beside each other", () => {
    const long = { left: { top: 0, bottom: 90 }, right: { top: 0, bottom: 90 } };
    const short = { left: { top: 30, bottom: 60 }, right: { top: 30, bottom: 60 } };
    expect(lanes([long, short])).toEqual([1, 0]);
  });

  it("lets moves that do not meet share a lane", () => {
    const above = { left: { top: 0, bottom: 30 }, right: { top: 0, bottom: 30 } };
    const below = { left: { top: 60, bottom: 90 }, right: { top: 60, bottom: 90 } };
    expect(lanes([above, below])).toEqual([0, 0]);
  });

  it("has no more than four", () => {
    const same = { left: { top: 0, bottom: 30 }, right: { top: 0, bottom: 30 } };
    expect(Math.max(...lanes(Array.from({ length: 9 }, () => same)))).toBe(3);
  });
});

describe("pointer", () => {
  it("joins the middles of both marks", () => {
    expect(pointer({ top: 10, bottom: 30 }, { top: 50, bottom: 70 }, gutter).line).toBe(
      "M410 20L454 60",
    );
  });
});
