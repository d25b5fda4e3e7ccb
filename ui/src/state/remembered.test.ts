import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fake } from "../ipc/fake";
import { FEW, Remembered } from "./remembered.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function looking() {
  const boundary = fake("scene=open");
  const asked = () =>
    boundary.calls.filter(([name]) => name === "remembered").map((call) => call[1]);
  return { boundary, asked, remembered: new Remembered(boundary) };
}

describe("Remembered", () => {
  it("looks for something like the words once no key has come for a while", async () => {
    const { asked, remembered } = looking();
    remembered.look("opened the ga", 0);
    expect(remembered.searching).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    remembered.look("opened the gates", 0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual(["opened the gates"]);
    expect(remembered.hits.length).toBeGreaterThan(0);
    expect(remembered.searching).toBe(false);
  });

  it("is not needed where enough utterances have the words, or where they tell little", async () => {
    const { asked, remembered } = looking();
    remembered.look("opened the gates", FEW + 1);
    remembered.look("ga", 0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual([]);
    expect(remembered.words).toBeNull();
  });

  it("lets an answer that comes late not overwrite a newer one", async () => {
    const { boundary, remembered } = looking();
    const answer = boundary.remembered;
    boundary.remembered = async (words) => {
      if (words === "slow zeppelin") await new Promise((resolve) => setTimeout(resolve, 5000));
      return answer(words);
    };
    remembered.look("slow zeppelin", 0);
    await vi.advanceTimersByTimeAsync(500);
    remembered.look("opened the gates", 0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(remembered.words).toBe("opened the gates");
    expect(remembered.hits.length).toBeGreaterThan(0);
  });

  it("asks no more once it is forgotten", async () => {
    const { asked, remembered } = looking();
    remembered.look("opened the gates", 0);
    remembered.forget();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toEqual([]);
  });
});
