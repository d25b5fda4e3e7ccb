import { beforeEach, describe, expect, it, vi } from "vitest";
import { fake, type Fake } from "../ipc/fake";
import { Reading } from "./reading.svelte";
import { SettingsState } from "./settings.svelte";

let boundary: Fake;
let settings: SettingsState;
let reading: Reading;

beforeEach(async () => {
  boundary = fake("scene=open");
  settings = new SettingsState(boundary);
  await settings.load();
  reading = new Reading(boundary, settings);
  await reading.show("gates");
});

const compared = () => boundary.calls.filter(([name]) => name === "comparison");

describe("stepping", () => {
  it("begins at no change, then at the first, and goes round", () => {
    expect(reading.current).toBeNull();
    reading.step(1);
    expect(reading.current).toBe(0);
    reading.step(-1);
    expect(reading.place).toBe(reading.visible.length - 1);
    reading.step(1);
    expect(reading.current).toBe(0);
  });

  it("stops only at what changes meaning with Shift", () => {
    const stops = Array.from({ length: 5 }, () => reading.step(1, true));
    expect(stops.map((i) => reading.changes[i ?? -1]?.effect)).toEqual([
      "number",
      "modality",
      "silent_cut",
      "negation",
      "number",
    ]);
    reading.go(7);
    expect(reading.changes[reading.step(-1, true) ?? -1]?.effect).toBe("negation");
  });

  it("has nowhere to go where nothing differs", async () => {
    await reading.show("passport");
    expect(reading.current).toBeNull();
    expect(reading.step(1)).toBeNull();
  });

  it("leaves out muted effects, and leaves the one that is muted", () => {
    const all = reading.visible.length;
    reading.step(1);
    settings.toggleMuted("move");
    reading.settle();
    expect(reading.visible).toHaveLength(all - 1);
    expect(reading.current).toBeNull();
  });

  it("lists the strongest first on request", () => {
    reading.order = "weight";
    const weights = reading.visible.map((i) => reading.changes[i]?.weight);
    expect(weights.slice(0, 4)).toEqual(["strong", "strong", "strong", "strong"]);
    expect(weights.at(-1)).toBe("slight");
  });

  it("counts muted effects too", () => {
    expect(reading.counts.typography).toBe(2);
    expect(reading.visible.some((i) => reading.changes[i]?.effect === "typography")).toBe(false);
  });
});

describe("sides", () => {
  it("swaps the two", async () => {
    const { left, right } = reading.comparison!;
    await reading.swap();
    expect(reading.comparison?.left.outlet).toBe(right?.outlet);
    expect(reading.comparison?.right?.outlet).toBe(left.outlet);
  });

  it("stays at the same change when the two are swapped, and leaves it for another utterance", async () => {
    reading.go(6);
    await reading.swap();
    expect(reading.current).toBe(6);
    await reading.show("effects");
    expect(reading.current).toBeNull();
  });

  it("swaps them when a side is given the version of the other", async () => {
    await reading.put("left", "harbour");
    expect(reading.comparison?.left.quotation).toBe("harbour");
    expect(reading.comparison?.right?.quotation).toBe("meridian");
  });

  it("passes over the version on the other side when it goes to the next", async () => {
    await reading.putNext("right");
    expect(compared().at(-1)).toEqual(["comparison", "gates", "meridian", "other-0"]);
  });

  it("lets an utterance with one version alone", async () => {
    await reading.show("alone");
    const before = boundary.calls.length;
    await reading.swap();
    await reading.putNext("left");
    expect(boundary.calls).toHaveLength(before);
  });

  it("says so when the two cannot be compared", async () => {
    vi.spyOn(boundary, "comparison").mockRejectedValueOnce(new Error("no"));
    await reading.show("gates");
    expect(reading.failed).toBe(true);
    expect(reading.comparison).toBeNull();
  });
});

describe("context", () => {
  it("unfolds a side to its article, read once, and folds it again", async () => {
    const article = vi.spyOn(boundary, "article");
    await reading.unfold("left", "article");
    expect(reading.context).toEqual({ left: "article", right: "sentence" });
    await reading.unfold("left", "article");
    expect(reading.context.left).toBe("sentence");
    await reading.unfold("left", "article");
    expect(article).toHaveBeenCalledTimes(1);
  });

  it("goes step by step on both sides", async () => {
    await reading.unfoldBoth(1);
    expect(reading.context).toEqual({ left: "paragraph", right: "paragraph" });
    await reading.unfoldBoth(1);
    await reading.unfoldBoth(1);
    expect(reading.context).toEqual({ left: "article", right: "article" });
    await reading.unfoldBoth(-1);
    await reading.unfoldBoth(-1);
    expect(reading.context).toEqual({ left: "sentence", right: "sentence" });
  });
});

describe("what words mean", () => {
  it("takes the place of what they look like, and the reader stays where she is", async () => {
    reading.go(3);
    const [was, shown] = [reading.changes[3], reading.shown];
    await vi.waitFor(() => expect(reading.comparison?.basis).toBe("meaning"));
    expect(reading.changes[reading.current ?? -1]).toEqual(was);
    expect(reading.shown).toBe(shown);
    expect(reading.wordsOnly).toBe(false);
  });

  it("comes too late for versions that are no longer shown", async () => {
    let give: (comparison: null) => void = () => {};
    boundary.comparisonByMeaning = () => new Promise((resolve) => (give = resolve));
    await reading.show("gates");
    await reading.show("passport");
    const shown = reading.comparison;
    give(null);
    await Promise.resolve();
    expect(reading.comparison).toBe(shown);
  });

  it("is asked for once where the program has no model", async () => {
    boundary = fake("scene=open&model=missing");
    reading = new Reading(boundary, settings);
    await reading.show("gates");
    await vi.waitFor(() => expect(reading.wordsOnly).toBe(true));
    expect(reading.comparison?.basis).toBe("words");
    await reading.show("gates");
    expect(boundary.calls.filter(([name]) => name === "comparisonByMeaning")).toHaveLength(1);
  });
});
