import { describe, expect, it } from "vitest";
import type { PassageLink } from "../ipc/bindings";
import { anchors, extent, follow, ribbon } from "./passages";

const boxes = (...tops: number[]) =>
  new Map(tops.map((top, i) => [i, { top, bottom: top + 10 }] as const));
const link = (left: number, right: number, moved = false): PassageLink => ({
  left: [left, left],
  right: [right, right],
  moved,
  similarity: 1,
  utterance: null,
  effects: [],
});

describe("extent", () => {
  it("covers all paragraphs of a passage that are drawn", () => {
    expect(extent([0, 2], boxes(0, 20, 40))).toEqual({ top: 0, bottom: 50 });
    expect(extent([2, 4], boxes(0, 20, 40))).toEqual({ top: 40, bottom: 50 });
    expect(extent([5, 6], boxes(0, 20, 40))).toBeNull();
  });
});

describe("ribbon", () => {
  it("joins both extents and is closed", () => {
    expect(ribbon({ top: 0, bottom: 10 }, { top: 30, bottom: 60 }, 0, 100)).toBe(
      "M0 0C50 0 50 30 100 30V60C50 60 50 10 0 10Z",
    );
  });
});

describe("scrolling together", () => {
  const left = { boxes: boxes(0, 100, 200, 300), height: 400 };
  const right = { boxes: boxes(0, 40, 80, 500), height: 800 };

  it("brings a passage beside its counterpart, whatever stands between", () => {
    const joints = anchors([link(1, 1), link(3, 3)], left, right);
    expect(follow(joints, 0)).toBe(0);
    expect(follow(joints, 100)).toBe(40);
    expect(follow(joints, 200)).toBe(270);
    expect(follow(joints, 300)).toBe(500);
    expect(follow(joints, 400)).toBe(800);
  });

  it("never runs backwards, and leaves out what has moved", () => {
    const joints = anchors([link(0, 3, true), link(1, 2), link(2, 1), link(3, 3)], left, right);
    const heights = Array.from({ length: 41 }, (_, i) => follow(joints, i * 10));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(follow(joints, 100)).toBe(80);
  });

  it("goes in proportion where nothing corresponds", () => {
    expect(follow(anchors([], left, right), 100)).toBe(200);
    expect(follow([], 100)).toBe(100);
  });
});
