import { describe, expect, it, vi } from "vitest";
import { fake } from "../ipc/fake";
import { moved, OutletsState } from "./outlets.svelte";

const size = { rows: 18, columns: 7, page: 5 };

describe("moved", () => {
  it("goes by arrows and stops at the edges", () => {
    expect(moved({ row: 3, column: 2 }, "ArrowDown", false, size)).toEqual({ row: 4, column: 2 });
    expect(moved({ row: 17, column: 6 }, "ArrowDown", false, size)).toEqual({ row: 17, column: 6 });
    expect(moved({ row: 0, column: 2 }, "ArrowUp", false, size)).toEqual({ row: -1, column: 2 });
    expect(moved({ row: 3, column: 0 }, "ArrowLeft", false, size)).toEqual({ row: 3, column: -1 });
  });

  it("never stands in the corner where nothing is", () => {
    expect(moved({ row: 0, column: -1 }, "ArrowUp", false, size)).toEqual({ row: 0, column: -1 });
    expect(moved({ row: -1, column: 0 }, "ArrowLeft", false, size)?.row).toBe(0);
    expect(moved({ row: -1, column: 3 }, "Home", false, size)).toEqual({ row: 0, column: -1 });
  });

  it("jumps by pages and to the ends", () => {
    expect(moved({ row: 3, column: 2 }, "PageDown", false, size)).toEqual({ row: 8, column: 2 });
    expect(moved({ row: 3, column: 2 }, "End", false, size)).toEqual({ row: 3, column: 6 });
    expect(moved({ row: 3, column: 2 }, "End", true, size)).toEqual({ row: 17, column: 6 });
    expect(moved({ row: 3, column: 2 }, "Home", true, size)).toEqual({ row: 0, column: -1 });
  });

  it("leaves other keys alone", () => {
    expect(moved({ row: 3, column: 2 }, "Enter", false, size)).toBeNull();
  });
});

describe("OutletsState", () => {
  it("reads once and goes to the utterance that is chosen elsewhere", async () => {
    const boundary = fake("scene=open");
    const outlets = new OutletsState(boundary);
    await outlets.show("stay");
    await outlets.show("metres");
    expect(boundary.calls.filter(([name]) => name === "outlets")).toHaveLength(1);
    expect(outlets.at).toEqual({ row: 3, column: 0 });
    await outlets.show("not in the matrix");
    expect(outlets.at.row).toBe(3);
  });

  it("keeps the utterance when the order changes", async () => {
    const outlets = new OutletsState(fake("scene=open"));
    await outlets.show("passport");
    outlets.order = "meaning";
    expect(outlets.rows[0]!.cells.some((cell) => cell.meaning_differs)).toBe(true);
    expect(outlets.at.row).toBeGreaterThan(1);
    expect(outlets.rows[outlets.at.row]!.utterance).toBe("passport");
  });

  it("shows the outlet of the column, the first for the words", async () => {
    const outlets = new OutletsState(fake("scene=open"));
    await outlets.show(null);
    outlets.go({ row: 2, column: 4 });
    expect(outlets.outlet).toBe(4);
    outlets.go({ row: -1, column: 5 });
    expect([outlets.at.row, outlets.outlet]).toEqual([-1, 5]);
    outlets.go({ row: 2, column: -1 });
    expect(outlets.outlet).toBe(0);
  });

  it("says so when it cannot be read, and reads it on request", async () => {
    const boundary = fake("scene=open");
    const failing = vi.spyOn(boundary, "outlets").mockRejectedValueOnce(new Error("no"));
    const outlets = new OutletsState(boundary);
    await outlets.show(null);
    expect(outlets.failed).toBe(true);
    failing.mockRestore();
    await outlets.reload();
    expect(outlets.failed).toBe(false);
    expect(outlets.rows).toHaveLength(18);
  });

  it("does not take an answer for a folder that is closed", async () => {
    const outlets = new OutletsState(fake("scene=open"));
    const asked = outlets.show(null);
    outlets.forget();
    await asked;
    expect(outlets.page).toBeNull();
  });
});
