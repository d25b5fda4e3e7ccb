import { describe, expect, it } from "vitest";
import { fake } from "../ipc/fake";
import { Program } from "./program.svelte";

async function opened() {
  const boundary = fake("?scene=open&many=300");
  const program = new Program(boundary);
  await program.load();
  await program.utterances.want(0, 20);
  await program.utterances.choose(0);
  return { boundary, program };
}

describe("judgement", () => {
  it("marks as reviewed, goes on to the next, and tells what can be undone", async () => {
    const { program } = await opened();
    await program.review(true);
    expect(program.utterances.item(0)?.reviewed).toBe(true);
    expect(program.utterances.at).toBe(1);
    expect(program.judgement.told).toMatchObject({ how: "done", line: { what: "reviewed" } });
    await program.judgement.undo();
    expect(program.judgement.told).toMatchObject({ how: "undone", line: { what: "reviewed" } });
    expect(program.utterances.item(0)?.reviewed).toBe(false);
    expect(program.utterances.at).toBe(1);
    await program.judgement.redo();
    expect(program.judgement.correctable.redo).toBeNull();
    expect(program.utterances.item(0)?.reviewed).toBe(true);
  });

  it("does with several what it does with one, and stays", async () => {
    const { program, boundary } = await opened();
    await program.utterances.extend(2);
    expect(program.picked).toHaveLength(3);
    expect([0, 1, 2, 3].map((i) => program.utterances.isSelected(i))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const these = [...program.picked];
    await program.review(true);
    expect(boundary.calls).toContainEqual(["correct", { what: "reviewed", these, reviewed: true }]);
    expect(program.utterances.at).toBe(2);
    expect(program.picked).toHaveLength(1);
  });

  it("adds to a selection and takes from it", async () => {
    const { program } = await opened();
    await program.utterances.toggle(4);
    await program.utterances.toggle(2);
    expect(program.picked).toHaveLength(3);
    await program.utterances.toggle(4);
    expect(program.picked).toHaveLength(2);
    await program.utterances.choose(1);
    expect(program.picked).toEqual([program.utterances.chosen]);
  });

  it("lists what is in force, and takes single ones back", async () => {
    const { program } = await opened();
    const this_ = program.utterances.chosen!;
    await program.judgement.correct({ what: "note", this: this_, text: "Ask her office." });
    await program.judgement.correct({ what: "not_speech", these: [this_] });
    await program.openCorrections();
    expect(program.judgement.lines?.map((line) => line.what)).toEqual(["not_speech", "note"]);
    await program.judgement.withdraw([0]);
    expect(program.judgement.lines?.map((line) => line.what)).toEqual(["not_speech"]);
  });
});
