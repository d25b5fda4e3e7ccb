import { expect, it } from "vitest";
import type { ChangeLine } from "../ipc/bindings";
import { followed } from "./refining";

function change(
  lemma: string,
  reading: string,
  row = 0,
  kind: ChangeLine["kind"] = "substitution",
) {
  return {
    kind,
    effect: "wording",
    weight: "middle",
    note: "reworded",
    lemma,
    reading,
    left_words: 1,
    right_words: 1,
    row,
  } satisfies ChangeLine;
}

it("finds the same change at another place of the list", () => {
  const after = [change("a", "b"), change("the old gate", "the gate"), change("shut", "closed")];
  expect(followed(change("shut", "closed"), after)).toBe(2);
});

it("follows a change into the one that has most of its words", () => {
  const after = [change("gate", "door"), change("will be shut by noon", "closes at noon")];
  expect(followed(change("shut by noon", ""), after)).toBe(1);
});

it("does not leave the row, and finds nothing where nothing is left", () => {
  expect(followed(change("shut", "closed"), [change("shut", "closed", 1)])).toBeNull();
  expect(followed(change("shut", "closed"), [])).toBeNull();
  expect(followed(undefined, [change("shut", "closed")])).toBeNull();
});
