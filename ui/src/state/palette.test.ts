import { beforeEach, describe, expect, it } from "vitest";
import { fake } from "../ipc/fake";
import { en } from "../words/en";
import { Program } from "./program.svelte";

let program: Program;

beforeEach(async () => {
  program = new Program(fake("?scene=open"));
  await program.load();
  await expect.poll(() => program.utterances.chosen).not.toBeNull();
});

async function look(query: string) {
  await program.palette.look(query, true);
  return program.palette.entries(program, en);
}

describe("the palette", () => {
  it("lists every command that can be given when nothing is looked for", async () => {
    program.openPalette();
    const entries = program.palette.entries(program, en);
    expect(new Set(entries.map(({ group }) => group))).toEqual(new Set(["commands"]));
    expect(entries.map(({ text }) => text)).not.toContain("Commands");
    expect(entries.map(({ text }) => text)).not.toContain("Next passage");
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  it("finds commands, quotations, speakers and articles by a few letters", async () => {
    expect((await look("negat")).map(({ text }) => text)).toContain("Mute in the text: negation");
    const wehl = await look("wehl");
    expect(new Set(wehl.map(({ group }) => group))).toEqual(
      new Set(
        ["quotations", "speakers", "articles"].filter((g) => wehl.some((e) => e.group === g)),
      ),
    );
    expect(wehl.map(({ group }) => group)).toContain("speakers");
    expect(wehl.map(({ group }) => group)).toContain("quotations");
  });

  it("keeps to one kind after its sign", async () => {
    expect(new Set((await look(">dark")).map(({ group }) => group))).toEqual(new Set(["commands"]));
    expect(new Set((await look("@")).map(({ group }) => group))).toEqual(new Set(["speakers"]));
    expect(new Set((await look("#")).map(({ group }) => group))).toEqual(new Set(["outlets"]));
  });

  it("does what a line says", async () => {
    const speaker = (await look("@dorath"))[0]!;
    await speaker.run();
    expect(program.utterances.filters.speaker).toBe("Ines Dorath");
    expect(program.view).toBe("quotations");

    const outlet = (await look("#"))[0]!;
    await outlet.run();
    expect(program.view).toBe("outlets");

    const article = (await look("mirren")).find(({ group }) => group === "articles")!;
    await article.run();
    expect(program.view).toBe("articles");
    expect(program.articles.pair?.left.article).toBe(article.key);
  });
});
