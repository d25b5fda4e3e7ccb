import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TablePage } from "../ipc/bindings";
import { fake, type Fake } from "../ipc/fake";
import { many, tablePage } from "../ipc/fixtures/tables";
import { between, carried, offsets, runsLeft, shownColumns, widths } from "./columns";
import { SettingsState } from "./settings.svelte";
import { Table } from "./table.svelte";

let boundary: Fake;
let settings: SettingsState;
let table: Table;

beforeEach(async () => {
  boundary = fake("scene=open");
  settings = new SettingsState(boundary);
  await settings.load();
  table = new Table(boundary, settings);
  await table.show("gates");
});

describe("columns", () => {
  const none = new Set<number>();

  it("are folded into one where neighbours agree", () => {
    const shown = shownColumns(tablePage("gates", null), () => false, true, none);
    expect(shown.map((one) => one.folded)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    const muted = shownColumns(tablePage("gates", null), (e) => e === "modality", true, none);
    const run = muted.find((one) => one.first === 7);
    expect(run).toMatchObject({ folded: true, last: 9, words: 3 });
  });

  it("are unfolded by hand, one stretch alone, or all at once", () => {
    const page = tablePage("gates", null);
    const one = shownColumns(page, (e) => e === "modality", true, new Set([7]));
    expect(one.filter((c) => c.first === 7 || c.first === 8).map((c) => c.folded)).toEqual([
      false,
      false,
    ]);
    expect(one.some((c) => c.folded)).toBe(true);
    expect(shownColumns(page, () => false, false, none)).toHaveLength(page.columns.length);
  });

  it("have the colour of the strongest effect that is not muted", () => {
    table.at = 9;
    expect(table.shown[table.column]).toMatchObject({ effect: "silent_cut", strong: true });
    settings.toggleMuted("silent_cut");
    expect(table.shown[table.column]).toMatchObject({ effect: "wording", strong: false });
  });

  it("are as wide as their longest reading, folded ones narrow", () => {
    const page = tablePage("gates", null);
    const size = { fold: 28, padding: 20, least: 60 };
    const shown = shownColumns(page, () => false, true, none);
    const wide = widths(page, shown, (text) => text.length * 10, size);
    expect(wide[0]).toBe("If the gates are opened".length * 10 + 20);
    expect(wide[1]).toBe(28);
    expect(wide[7]).toBe(Math.max(60, "should".length * 10 + 20));
  });
});

describe("places", () => {
  const at = offsets([100, 28, 50, 200]);

  it("say which columns are on the screen", () => {
    expect(at).toEqual([0, 100, 128, 178, 378]);
    expect(between(at, 0, 100)).toEqual([0, 1]);
    expect(between(at, 110, 180)).toEqual([1, 4]);
    expect(between(at, 900, 1000)).toEqual([3, 4]);
  });

  it("are carried from the table to the strip and back", () => {
    const strip = offsets([5, 4, 1, 3]);
    for (const place of [0, 50, 100, 127, 300, 378])
      expect(carried(carried(place, at, strip), strip, at)).toBeCloseTo(place);
    expect(carried(-5, at, strip)).toBe(0);
  });

  it("know a text that runs from right to left", () => {
    expect(runsLeft("« מים »")).toBe(true);
    expect(runsLeft("1 water ماء")).toBe(false);
  });
});

describe("the table", () => {
  it("begins at the first column that differs and steps through those alone", () => {
    expect(table.at).toBe(0);
    expect(table.step(1)).toBe(2);
    expect(table.shown[table.step(1)!]!.effect).toBe("number");
    table.at = 0;
    expect(table.shown[table.step(-1)!]!.effect).toBe("negation");
  });

  it("stops only where meaning differs with Shift", () => {
    const stops = Array.from({ length: 5 }, () => table.shown[table.step(1, true)!]!.effect);
    expect(stops).toEqual(["number", "modality", "silent_cut", "negation", "number"]);
  });

  it("keeps its place when an effect is muted and columns fold", () => {
    table.at = 11;
    settings.toggleMuted("modality");
    expect(table.shown[table.column]!.first).toBe(11);
    expect(table.counts.modality).toBe(1);
  });

  it("asks once for an utterance, and again for another base", async () => {
    await table.show("gates");
    await table.put("lumen");
    expect(table.page?.rows[0]?.outlet).toBe("Lumen Daily");
    expect(boundary.calls.filter(([name]) => name === "table")).toEqual([
      ["table", "gates", null],
      ["table", "gates", "lumen"],
    ]);
  });

  it("is read anew where the folder has changed, and keeps its place", async () => {
    table.at = 11;
    table.row = 3;
    await table.renew((id) => id);
    expect(boundary.calls.filter(([name]) => name === "table").at(-1)).toEqual([
      "table",
      "gates",
      "meridian",
    ]);
    expect([table.at, table.row]).toEqual([11, 3]);
  });

  it("joins the base's words as they are printed", () => {
    expect(table.baseWords(0, 3)).toBe("If the gates are opened before the survey is finished,");
  });

  it("folds again what was unfolded", () => {
    const folded = table.shown.length;
    table.toggle(1);
    const open = table.shown.find((one) => one.first === 1)!;
    expect(open.folded).toBe(false);
    expect(table.unfoldedAt(open)).toBe(1);
    table.toggle(1);
    expect(table.shown).toHaveLength(folded);
    expect(table.shown.find((one) => one.first === 1)!.folded).toBe(true);
  });

  it("says so when it takes its time, and when it cannot be shown", async () => {
    vi.useFakeTimers();
    let answer: (page: ReturnType<typeof many>) => void = () => {};
    vi.spyOn(boundary, "table").mockReturnValueOnce(new Promise((done) => (answer = done)));
    const shown = table.show("slow");
    await vi.advanceTimersByTimeAsync(250);
    expect(table.waiting).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(table.waiting).toBe(true);
    answer(many(3, 4));
    await shown;
    expect(table.waiting).toBe(false);
    vi.useRealTimers();
    vi.spyOn(boundary, "table").mockRejectedValueOnce(new Error("no"));
    await table.show("broken");
    expect([table.failed, table.page]).toEqual([true, null]);
  });

  it("can be given up while it is made", async () => {
    vi.useFakeTimers();
    let answer: (page: TablePage) => void = () => {};
    vi.spyOn(boundary, "table").mockReturnValueOnce(new Promise((done) => (answer = done)));
    const stopped = vi.spyOn(boundary, "stopTable");
    table.way = "all";
    const shown = table.show("slow");
    await vi.advanceTimersByTimeAsync(400);
    table.stop();
    expect(stopped).toHaveBeenCalled();
    expect([table.way, table.waiting]).toEqual(["two", false]);
    answer(many(3, 4));
    await shown;
    expect([table.page, table.failed]).toEqual([null, false]);
    vi.useRealTimers();
  });
});
