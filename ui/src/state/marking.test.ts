import { describe, expect, it } from "vitest";
import type { ChangeLine, Effect, Note, Piece } from "../ipc/bindings";
import { pieces } from "../ipc/fixtures/pieces";
import { draw, type Drawn } from "./marking";

const change = (effect: Effect, note: Note = "reworded"): ChangeLine => ({
  kind: effect === "move" ? "move" : "substitution",
  effect,
  weight: "middle",
  note,
  lemma: "a",
  reading: "b",
  left_words: 1,
  right_words: 1,
  row: 0,
});

const all = () => true;

/** All words that a drawing shows, signs left out. */
function text(drawn: readonly Drawn[]): string {
  return drawn
    .map((d) => {
      if (d.type === "words" || d.type === "quote") return d.text;
      if (d.type === "mark") return d.parts.map((part) => part.text).join("");
      return d.type === "gap" ? "" : text(d.inside);
    })
    .join("");
}

const source = (list: readonly Piece[]) =>
  list.map((piece) => (piece.type === "gap" ? "" : piece.text)).join("");

describe("draw", () => {
  it("makes one mark of the pieces of one change", () => {
    const drawn = draw(pieces("We {0:do {~really }not} agree."), [change("negation")], all);
    expect(drawn.map((d) => d.type)).toEqual(["words", "mark", "words"]);
    expect(drawn[1]).toMatchObject({ effect: "negation", parts: [{}, { voice: "outside" }, {}] });
  });

  it("wraps the marks of a move in it", () => {
    const drawn = draw(
      pieces("{^0:If they {1:open} it}, we act."),
      [change("move"), change("synonym")],
      all,
    );
    expect(drawn[0]).toMatchObject({ type: "move", change: 0 });
    expect(drawn[0]?.type === "move" && drawn[0].inside.map((d) => d.type)).toEqual([
      "words",
      "mark",
      "words",
    ]);
  });

  it("ties a sign to the word before it and the stop after it", () => {
    const drawn = draw(
      pieces("must be warned{0!3:in good time}. Then"),
      [change("silent_cut")],
      all,
    );
    expect(drawn).toMatchObject([
      { type: "words", text: "must be " },
      { type: "together", inside: [{ text: "warned" }, { sign: "seam", words: 3 }, { text: "." }] },
      { type: "words", text: " Then" },
    ]);
  });

  it("keeps a blank between the word and the sign", () => {
    const drawn = draw(pieces("We {0!2:do not} agree"), [change("negation")], all);
    expect(drawn[0]).toMatchObject({
      type: "together",
      inside: [{ text: "We " }, { sign: "caret" }],
    });
  });

  it("holds a short mark together with its sign, and lets a long one wrap", () => {
    const changes = [change("wording"), change("silent_cut")];
    const short = draw(pieces("{0:further}{1!3:in good time} talks"), changes, all);
    expect(short[0]?.type).toBe("together");
    const long = draw(pieces(`{0:${"further ".repeat(9)}}{1!3:x} talks`), changes, all);
    expect(long.map((d) => d.type)).toEqual(["mark", "gap", "words"]);
  });

  it("draws the inner foot of a beginning that is cut at its end", () => {
    const drawn = draw(pieces("{0:And so} we go"), [change("truncation", "starts_later")], all);
    expect(drawn[0]).toMatchObject({ type: "mark", atStart: true });
  });

  it("leaves plain words where an effect is muted, and no sign", () => {
    const list = pieces("{^0:We {1:open} it}{2!2:x} now");
    const changes = [change("move"), change("synonym"), change("silent_cut")];
    const drawn = draw(list, changes, () => false);
    expect(new Set(drawn.map((d) => d.type))).toEqual(new Set(["words"]));
    expect(text(drawn)).toBe("We open it now");
  });

  it("hangs a mark only at the beginning of a row", () => {
    const drawn = draw(pieces('{"}No,{,,} she said, {"}never.{,,}'), [], all);
    expect(drawn.flatMap((d) => (d.type === "quote" ? [d.hung] : []))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("shows every word once, whatever is shown of the changes", () => {
    const list = pieces('{"}{^0:If {1:they} open{2!1:x}, it}{3: now}{3!2:y}{~ he said}.{,,}');
    const changes = [change("move"), change("wording"), change("elision"), change("spelling")];
    for (let shown = 0; shown < 16; shown++) {
      const drawn = draw(list, changes, (i) => (shown & (1 << i)) !== 0);
      expect(text(drawn)).toBe(source(list));
    }
  });

  it("takes a change that is not in the list for none", () => {
    expect(text(draw(pieces("a {7:b} c{9!1:d}"), [], all))).toBe("a b c");
  });
});
