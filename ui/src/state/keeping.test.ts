import { describe, expect, it } from "vitest";
import type { StoreTrouble } from "../ipc/bindings";
import { Refusal } from "../ipc/boundary";
import { fake } from "../ipc/fake";
import { Program } from "./program.svelte";

const BROKEN: StoreTrouble = {
  of: "corrections",
  kind: "not_understood",
  file: "judgements/1.not-understood-1",
  reason: "",
  restorable: true,
};
const HELD: StoreTrouble = {
  of: null,
  kind: "held_elsewhere",
  file: "",
  reason: "",
  restorable: false,
};

async function opened(...troubles: StoreTrouble[]) {
  const boundary = fake("?scene=open");
  boundary.storeTroubles = async () => troubles;
  const program = new Program(boundary);
  await program.load();
  await program.keeping.look();
  return { boundary, program, troubles };
}

describe("what is kept", () => {
  it("tells what there is to tell, and brings back what was good", async () => {
    const { program, boundary, troubles } = await opened(BROKEN);
    expect(program.keeping.troubles).toEqual([BROKEN]);
    const restored: unknown[] = [];
    const restore = boundary.restoreKept;
    boundary.restoreKept = async (of) => {
      restored.push(of);
      troubles.length = 0;
      return restore(of);
    };
    await program.keeping.restore("corrections");
    expect(restored).toEqual(["corrections"]);
    expect(program.keeping.troubles).toEqual([]);
  });

  it("says why it could not be brought back, and goes on telling", async () => {
    const { program, boundary } = await opened(BROKEN);
    boundary.restoreKept = async () => {
      throw new Refusal("store_held", "another window");
    };
    await program.keeping.restore("corrections");
    expect(program.keeping.failed).toBe("store_held");
    expect(program.keeping.troubles).toEqual([BROKEN]);
  });

  it("puts away what the reader knows", async () => {
    const { program, boundary } = await opened(HELD, BROKEN);
    const known: unknown[] = [];
    boundary.acknowledgeTrouble = async (of) => void known.push(of);
    await program.keeping.dismiss(HELD);
    expect(program.keeping.troubles).toEqual([BROKEN]);
    expect(known).toEqual([]);
    await program.keeping.dismiss(BROKEN);
    expect(known).toEqual(["corrections"]);
  });

  it("looks again when a correction is refused", async () => {
    const { program, boundary, troubles } = await opened();
    boundary.correct = async () => {
      throw new Refusal("store_held", "another window");
    };
    troubles.push(HELD);
    await program.review(true);
    expect(program.keeping.troubles).toEqual([HELD]);
  });
});
