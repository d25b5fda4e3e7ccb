import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../ipc/boundary";
import { fake, type Fake } from "../ipc/fake";
import { ReferenceState } from "./reference.svelte";

let boundary: Fake;
let reference: ReferenceState;

beforeEach(() => {
  boundary = fake("scene=open&said");
  reference = new ReferenceState(boundary);
});

describe("the measure", () => {
  it("begins at the outlet whose meanings differ most, most kept first", async () => {
    await reference.show("gates");
    expect(reference.rows[reference.at]!.outlet).toBe("The Harbour Post");
    expect(reference.rows[0]!.outlet).toBe("Meridian Wire");
  });

  it("is sorted by any column and keeps its outlet", async () => {
    await reference.show("gates");
    const outlet = reference.rows[reference.at]!.outlet;
    reference.order = "cut";
    const cuts = reference.rows.map((row) => row.cut);
    expect(cuts).toEqual([...cuts].sort((a, b) => b - a));
    expect(reference.rows[reference.at]!.outlet).toBe(outlet);
    reference.order = "outlet";
    expect(reference.rows[0]!.outlet).toBe("Eastbank Radio");
  });

  it("asks once for an utterance, and says where nothing tells what was said", async () => {
    await reference.show("gates");
    await reference.show("gates");
    expect(boundary.calls.filter(([name]) => name === "reference")).toHaveLength(1);
    await reference.show("alone");
    expect([reference.page, reference.ready, reference.failed]).toEqual([null, true, false]);
  });

  it("goes from outlet to outlet and round", async () => {
    await reference.show("gates");
    reference.current = reference.rows.at(-1)!.quotation;
    expect(reference.step(1)).toBe(0);
    expect(reference.step(-1)).toBe(reference.rows.length - 1);
  });
});

describe("the reference", () => {
  it("is chosen for an utterance, and measured at once", async () => {
    await reference.ask("meridian");
    expect(reference.asking).toEqual({ version: "meridian" });
    expect(await reference.choose("alone", { type: "version", quotation: "meridian" })).toBe(true);
    expect(reference.asking).toBeNull();
    expect(reference.page?.utterance).toBe("alone");
  });

  it("is attached, listed and taken away", async () => {
    await reference.ask(null);
    const added = await reference.attachText("Speech", "We will not treat it as an accident.");
    expect(reference.attached[0]).toEqual(added);
    expect(added?.words).toBe(8);
    await reference.remove(added!.id);
    expect(reference.attached.map(({ id }) => id)).toEqual(["t2", "t1"]);
  });

  it("says why it was refused, and stays open", async () => {
    await reference.ask(null);
    expect(await reference.attachText("Speech", " ")).toBeNull();
    expect(reference.refused).toBe("reference_unreadable");
    vi.spyOn(boundary, "chooseReference").mockRejectedValueOnce(new Refusal("not_saved", "full"));
    expect(await reference.choose("gates", { type: "transcript", id: "t1" })).toBe(false);
    expect(reference.refused).toBe("not_saved");
    expect(reference.asking).not.toBeNull();
  });
});
