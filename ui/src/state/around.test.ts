import { expect, it } from "vitest";
import { article } from "../ipc/fixtures/folder";
import { COMPARISONS } from "../ipc/fixtures/comparisons";
import { around, surroundings } from "./around";

it("parts an article at the paragraphs that hold the quotation", () => {
  const page = article("meridian.html");
  const { before, after } = around(page, "meridian");
  expect(before).toHaveLength(2);
  expect(after).toHaveLength(3);
});

it("loses nothing where the quotation is not found", () => {
  const page = article("meridian.html");
  const { before, after } = around(page, "another");
  expect([...before, ...after]).toEqual(page.paragraphs);
});

it("tells a neighbouring paragraph once", () => {
  const page = article("meridian.html");
  const paragraph = page.paragraphs[1]!.runs[0]!.text;
  const side = { ...COMPARISONS.gates!.left, paragraph_before: paragraph };
  expect(surroundings(side, "before", "paragraph", page)).toEqual({ far: [], near: paragraph });
  const { far, near } = surroundings(side, "before", "article", page);
  expect(near).toBe("");
  expect(far.filter((p) => p.runs[0]!.text === paragraph)).toHaveLength(1);
});
