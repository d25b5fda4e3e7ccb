import { describe, expect, it } from "vitest";
import { square, triangle } from "./likeness";

describe("square", () => {
  it("tells the figure by its area", () => {
    expect(square(100).side).toBe(1);
    expect(square(25).side).toBe(0.5);
    expect(square(0).side).toBe(0);
  });

  it("is never so shaded that neither ink nor paper is readable on it", () => {
    for (let percent = 0; percent <= 100; percent++) {
      const { shade, dark } = square(percent);
      expect(dark ? shade >= 0.78 : shade <= 0.5).toBe(true);
    }
  });
});

describe("triangle", () => {
  it("has each pair once, and a hole where nothing was measured", () => {
    const one = { a: 0, b: 2, percent: 61, utterances: 4 };
    expect(triangle(3, [one])).toEqual([[null], [one, null]]);
    expect(triangle(1, [])).toEqual([]);
    expect(triangle(0, [])).toEqual([]);
  });
});
