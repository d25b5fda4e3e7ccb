import { describe, expect, it, vi } from "vitest";
import { fake } from "../ipc/fake";
import { COMPARISONS } from "../ipc/fixtures/comparisons";
import { Articles } from "./articles.svelte";

const sides = (articles: Articles) => [articles.pair?.left.article, articles.pair?.right.article];

async function shown(comparison: Parameters<Articles["show"]>[0] = null) {
  const boundary = fake("scene=open");
  const articles = new Articles(boundary);
  await articles.show(comparison);
  return { boundary, articles };
}

describe("Articles", () => {
  it("begins with the first two of the list", async () => {
    const { articles } = await shown();
    expect(articles.total).toBe(9);
    expect(sides(articles)).toEqual(["meridian.html", "harbour.html"]);
    expect(articles.current).toBeNull();
  });

  it("takes up the comparison on the screen, and its passage, once", async () => {
    const gates = COMPARISONS.gates!;
    const { articles } = await shown(gates);
    expect(sides(articles)).toEqual([gates.left.article, gates.right!.article]);
    expect(articles.pair!.passages[articles.current!]!.utterance).toBe("gates");
    await articles.put("right", "calder.html");
    await articles.show(gates);
    expect(sides(articles)).toEqual([gates.left.article, "calder.html"]);
  });

  it("lets the two change places where one is put where the other stands", async () => {
    const { articles } = await shown();
    await articles.put("left", "harbour.html");
    expect(sides(articles)).toEqual(["harbour.html", "meridian.html"]);
    expect(articles.side("harbour.html")).toBe("left");
    expect(articles.side("lumen.html")).toBeNull();
  });

  it("steps round through the passages", async () => {
    const { articles } = await shown();
    expect(articles.step(-1)).toBe(4);
    expect(articles.step(1)).toBe(0);
    expect(articles.step(1)).toBe(1);
  });

  it("narrows the list by words and outlet", async () => {
    const { articles } = await shown();
    await articles.filter({ outlet: "Lumen Daily" });
    expect(articles.total).toBe(2);
    await articles.filter({ search: "villages" });
    expect(articles.item(0)?.article).toBe("lumen-2.html");
    expect(sides(articles)).toEqual(["meridian.html", "harbour.html"]);
  });

  it("says so when the two cannot be read, and can lay others", async () => {
    const { boundary, articles } = await shown();
    vi.spyOn(boundary, "articlePair").mockRejectedValueOnce(new Error("no"));
    await articles.put("right", "calder.html");
    expect(articles.pairFailed).toBe(true);
    await articles.lay("meridian.html", "lumen.html");
    expect(articles.pairFailed).toBe(false);
    expect(sides(articles)).toEqual(["meridian.html", "lumen.html"]);
  });
});
