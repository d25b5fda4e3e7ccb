import { describe, expect, it, vi } from "vitest";
import { fake, type Fake } from "../ipc/fake";
import { active, cleared } from "./filters";
import { PAGE } from "./paged.svelte";
import { Utterances } from "./utterances.svelte";

const asked = (boundary: Fake) =>
  boundary.calls.flatMap(([name, query]) =>
    name === "list" ? [(query as { offset: number }).offset] : [],
  );

async function started(address = "scene=open") {
  const boundary = fake(address);
  const utterances = new Utterances(boundary);
  await utterances.start();
  await utterances.choose(0);
  return { boundary, utterances };
}

describe("Utterances", () => {
  it("reads the first page and chooses its first utterance", async () => {
    const { utterances } = await started();
    expect(utterances.total).toBeGreaterThan(30);
    expect(utterances.chosen).toBe("gates");
    expect(utterances.ready).toBe(true);
  });

  it("reads only the pages that are wanted, each once", async () => {
    const { boundary, utterances } = await started("scene=open&many=50000");
    await utterances.want(20 * PAGE + 10, 21 * PAGE + 10);
    await utterances.want(20 * PAGE + 20, 21 * PAGE + 20);
    expect(asked(boundary)).toEqual([0, 20 * PAGE, 21 * PAGE]);
    expect(utterances.item(20 * PAGE)).toBeDefined();
    expect(utterances.item(10 * PAGE)).toBeUndefined();
  });

  it("chooses an utterance on a page that has to come first", async () => {
    const { utterances } = await started("scene=open&many=1000");
    await utterances.choose(777);
    expect(utterances.at).toBe(777);
    expect(utterances.chosen).toBe(utterances.item(777)?.utterance);
  });

  it("does not go past either end", async () => {
    const { utterances } = await started();
    await utterances.choose(-5);
    expect(utterances.at).toBe(0);
    await utterances.choose(10_000);
    expect(utterances.at).toBe(utterances.total - 1);
  });

  it("selects from where the first key was pressed, however fast the next ones come", async () => {
    const { utterances } = await started();
    await Promise.all([utterances.extend(1), utterances.extend(2)]);
    expect(utterances.several).toEqual([0, 1, 2].map((i) => utterances.item(i)?.utterance));
    await Promise.all([utterances.extend(3), utterances.choose(1)]);
    expect(utterances.several).toEqual([]);
  });

  it("keeps what is selected, also what is selected meanwhile, when the folder is renewed", async () => {
    const { utterances } = await started();
    const same = (id: string) => id;
    const sides = { left: null, right: null };
    await Promise.all([utterances.renew(same, sides), utterances.extend(1), utterances.extend(2)]);
    const three = [0, 1, 2].map((i) => utterances.item(i)?.utterance);
    expect(utterances.several).toEqual(three);
    expect(utterances.at).toBe(2);
    await utterances.renew(same, sides);
    expect(utterances.several).toEqual(three);
    await utterances.extend(3);
    expect(utterances.several).toHaveLength(4);
  });

  it("keeps the chosen utterance when the list is narrowed and it still matches", async () => {
    const { utterances } = await started();
    await utterances.choose(3);
    const before = utterances.chosen;
    await utterances.filter({ speaker: utterances.item(3)?.speaker ?? null });
    expect(utterances.chosen).toBe(before);
    expect(utterances.at).not.toBe(3);
  });

  it("chooses nothing where nothing matches, and tells what a filter keeps away", async () => {
    const { utterances } = await started();
    await utterances.filter({ speaker: "Ruta Selmer", effect: "negation" });
    expect(utterances.total).toBe(0);
    expect(utterances.chosen).toBeNull();
    expect(utterances.without.map(({ filter }) => filter)).toEqual(["effect", "speaker"]);
    expect(utterances.without.every(({ total }) => total > 0)).toBe(true);
    await utterances.clear();
    expect(utterances.chosen).toBe("gates");
  });

  it("takes one filter or all of them away", async () => {
    const { utterances } = await started();
    await utterances.filter({ tier: "possible", from: "2031-06-01", search: "patience" });
    expect(active(utterances.filters)).toEqual(["search", "date", "tier"]);
    await utterances.filter(cleared(["date", "tier"]));
    expect(active(utterances.filters)).toEqual(["search"]);
    await utterances.clear();
    expect(utterances.filtered).toBe(false);
  });

  it("counts what the menus offer for the filters that are set", async () => {
    const { boundary, utterances } = await started();
    await utterances.filter({ speaker: "Ines Dorath" });
    await utterances.count();
    const tiers = utterances.choices!.tiers.reduce((sum, { count }) => sum + count, 0);
    expect(tiers).toBe(utterances.total);
    expect(boundary.calls.at(-1)?.[0]).toBe("choices");
  });

  it("opens an utterance wherever it stands, with the quotation asked for", async () => {
    const { utterances } = await started("scene=open&many=1000");
    await utterances.open("stay-770", { left: null, right: "other-1" });
    expect(utterances.chosen).toBe("stay-770");
    expect(utterances.item(utterances.at)?.utterance).toBe("stay-770");
    expect(utterances.sides.right).toBe("other-1");
    await utterances.choose(utterances.at + 1);
    expect(utterances.sides.right).toBeNull();
  });

  it("clears the filters only where they keep an opened utterance away", async () => {
    const { utterances } = await started();
    await utterances.filter({ speaker: "Ines Dorath" });
    await utterances.open("stay", { left: null, right: null });
    expect(utterances.filters.speaker).toBe("Ines Dorath");
    await utterances.open("passport", { left: null, right: "q" });
    expect(utterances.filters.speaker).toBeNull();
    expect([utterances.chosen, utterances.sides.right]).toEqual(["passport", "q"]);
  });

  it("lets an answer that comes late not overwrite a newer one", async () => {
    const boundary = fake("scene=open");
    const utterances = new Utterances(boundary);
    const list = boundary.list;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    boundary.list = async (query) => {
      if (query.search === "slow") await held;
      return list(query);
    };
    const slow = utterances.filter({ search: "slow" });
    await utterances.filter({ search: "passport" });
    release();
    await slow;
    expect(utterances.total).toBeGreaterThan(0);
    expect(utterances.item(0)?.words).toContain("passport");
  });

  it("says so when the list cannot be read, and reads it on request", async () => {
    const boundary = fake("scene=open");
    const utterances = new Utterances(boundary);
    const list = vi.spyOn(boundary, "list").mockRejectedValueOnce(new Error("no"));
    await utterances.start();
    expect(utterances.failed).toBe(true);
    list.mockRestore();
    await utterances.reload();
    expect(utterances.failed).toBe(false);
    expect(utterances.total).toBeGreaterThan(0);
  });
});
