import { describe, expect, it } from "vitest";
import { fuzzy, pieces } from "./fuzzy";

const found = (query: string, text: string) =>
  pieces(text, fuzzy(query, text)?.at ?? [])
    .filter((piece) => piece.found)
    .map((piece) => piece.text);

describe("fuzzy", () => {
  it("finds the beginnings of words, in any order, without accents and capitals", () => {
    expect(found("neg", "Mute negation in the text")).toEqual(["neg"]);
    expect(found("chan nex", "Next change")).toEqual(["Nex", "chan"]);
    expect(found("perez", "Inés Pérez")).toEqual(["Pérez"]);
  });

  it("finds words with letters left out, but not letters strewn over a sentence", () => {
    expect(fuzzy("negtion", "a negation differs")).not.toBeNull();
    expect(fuzzy("nxt", "Next change")).not.toBeNull();
    expect(fuzzy("owe", "Of what was said nothing is even true")).toBeNull();
    expect(fuzzy("zz", "Next change")).toBeNull();
  });

  it("needs every word of the query", () => {
    expect(fuzzy("next dog", "Next change")).toBeNull();
    expect(fuzzy("", "anything")?.at).toEqual([]);
  });

  it("prefers beginnings, then what stands within, then what is scattered", () => {
    const scores = ["swap the two", "a bit of swapping", "unswapped", "sea weed a pet"].map(
      (text) => fuzzy("swap", text)?.score ?? 0,
    );
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(new Set(scores).size).toBe(scores.length);
  });
});

it("cuts a text where something was found, and loses nothing", () => {
  const text = "Next, previous change";
  const cut = pieces(text, fuzzy("prev", text)!.at);
  expect(cut.map((piece) => piece.text).join("")).toBe(text);
  expect(cut[1]).toEqual({ text: "prev", found: true });
});
