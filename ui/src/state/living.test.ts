import { beforeEach, describe, expect, it } from "vitest";
import { fake, type Fake } from "../ipc/fake";
import { OVERVIEW, RENEWED } from "../ipc/fixtures/folder";
import { Program } from "./program.svelte";
import { together, type Taken } from "./taken";

const taken = (part: Partial<Taken>): Taken => ({
  added: [],
  changed: [],
  removed: [],
  failed: [],
  ...part,
});

describe("what was taken in", () => {
  it("is told in one where it came in several times", () => {
    const both = together(
      taken({ added: ["a", "b"], changed: ["c", "d"], removed: ["e"] }),
      taken({ added: ["e"], changed: ["a", "c"], removed: ["b", "d"] }),
    );
    expect(both).toEqual(taken({ added: ["a"], changed: ["c", "e"], removed: ["d"] }));
  });

  it("forgets a failure once the file can be read", () => {
    const failed = RENEWED.failed.map((one) => ({ ...one, path: "a" }));
    expect(together(taken({ failed }), taken({ added: ["a"] })).failed).toEqual([]);
  });
});

describe("a folder that changes", () => {
  let boundary: Fake;
  let program: Program;

  beforeEach(async () => {
    boundary = fake("?scene=open&many=400");
    program = new Program(boundary);
    await program.load();
    await expect.poll(() => program.utterances.chosen).not.toBeNull();
  });

  it("keeps the chosen utterance, its place and the filters", async () => {
    await program.utterances.filter({ speaker: "Ines Dorath" });
    await program.utterances.choose(30);
    const { chosen } = program.utterances;
    boundary.tell("renewed", { ...RENEWED, overview: { ...OVERVIEW, articles: 15 } });
    await expect.poll(() => program.session.overview?.articles).toBe(15);
    expect(program.utterances.chosen).toBe(chosen);
    expect(program.utterances.at).toBe(30);
    expect(program.utterances.filters.speaker).toBe("Ines Dorath");
    expect(program.living.taken?.added).toEqual(RENEWED.added);
  });

  it("follows an utterance to the id that it has now", async () => {
    const now = program.utterances.item(3)!.utterance;
    await program.utterances.choose(0);
    const was = program.utterances.chosen!;
    boundary.tell("renewed", { ...RENEWED, followed: { [was]: now } });
    await expect.poll(() => program.utterances.chosen).toBe(now);
    expect(program.utterances.at).toBe(3);
    expect(program.utterances.shift).toBe(3);
  });

  it("says that it has gone until it is back, and forgets it with the folder", () => {
    const failure = { code: "folder_missing", message: "gone" } as const;
    boundary.tell("notRenewed", { failure });
    expect(program.living.gone).toEqual(failure);
    boundary.tell("notRenewed", { failure: null });
    expect(program.living.gone).toBeNull();
    expect(program.living.leftOut).toBe(false);
    boundary.tell("notRenewed", { failure });
    boundary.tell("openingStarted", { name: "another" });
    expect(program.living.gone).toBeNull();
  });

  it("says that a fault kept changes out, until they are taken in", () => {
    const failure = { code: "fault", message: "a panic" } as const;
    boundary.tell("notRenewed", { failure });
    expect(program.living.fault).toEqual(failure);
    expect(program.living.gone).toBeNull();
    boundary.tell("renewed", RENEWED);
    expect(program.living.fault).toBeNull();
    boundary.tell("notRenewed", { failure });
    program.living.dismissFault();
    expect(program.living.fault).toBeNull();
  });

  it("can be left as it was read", async () => {
    boundary.tell("renewing", { stage: "reading", done: 1, total: 9, current: "", problems: 0 });
    expect(program.living.progress?.done).toBe(1);
    await program.living.stop();
    expect(program.living.progress).toBeNull();
    expect(program.living.leftOut).toBe(true);
    await program.living.look();
    expect(program.living.leftOut).toBe(false);
    expect(program.living.taken).not.toBeNull();
  });
});
