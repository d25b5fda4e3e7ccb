import { expect, it } from "vitest";
import { article } from "../ipc/fixtures/folder";
import { around } from "./around";

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
