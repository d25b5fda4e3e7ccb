import { createKeybindingsHandler } from "tinykeys";
import { describe, expect, it } from "vitest";
import { fake } from "../ipc/fake";
import { COMMANDS } from "./commands";
import { caps, presses, SHEET } from "./commands/sheet";
import { EFFECTS, MUTE_KEYS } from "./effects";
import { bindings, takesText } from "./keys";
import { Program } from "./program.svelte";

const CAPS = { $mod: "Ctrl", Shift: "Shift" };

async function program(): Promise<Program> {
  const program = new Program(fake("?scene=open"));
  await program.load();
  await expect.poll(() => program.utterances.chosen).not.toBeNull();
  await program.reading.show(program.utterances.chosen);
  return program;
}

function press(program: Program, ...keys: [key: string, more?: KeyboardEventInit][]) {
  const handle = createKeybindingsHandler(bindings(program, () => true));
  for (const [key, more] of keys) handle(new KeyboardEvent("keydown", { key, ...more }));
}

describe("keys", () => {
  it("step through the changes, with Shift through the strong ones", async () => {
    const it = await program();
    press(it, ["n"]);
    expect(it.reading.place).toBe(0);
    press(it, ["n"], ["p"]);
    expect(it.reading.place).toBe(0);
    press(it, ["N", { shiftKey: true }]);
    expect(it.reading.changes[it.reading.current!]!.weight).toBe("strong");
  });

  it("mean the view that is on the screen", async () => {
    const it = await program();
    const steps: number[] = [];
    it.view = "articles";
    it.enter({ step: (by) => steps.push(by) });
    press(it, ["n"], ["p"], ["x"]);
    expect(steps).toEqual([1, -1]);
    expect(it.reading.current).toBeNull();
  });

  it("mute every effect after M, each by a key of its own", async () => {
    expect(new Set(Object.values(MUTE_KEYS)).size).toBe(EFFECTS.length);
    const it = await program();
    for (const effect of EFFECTS) {
      const muted = it.settings.isMuted(effect);
      press(it, ["m"], [MUTE_KEYS[effect]]);
      expect(it.settings.isMuted(effect)).toBe(!muted);
    }
    expect(it.reading.current).toBeNull();
  });

  it("show the sheet where ? needs Shift and where it does not", async () => {
    for (const more of [{ shiftKey: true }, {}]) {
      const it = await program();
      press(it, ["?", more]);
      expect(it.over).toBe("keys");
    }
  });

  it("enlarge with Ctrl and plus on every keyboard", async () => {
    const it = await program();
    const sizes = [it.settings.readingSize];
    for (const [key, shiftKey] of [
      ["+", false],
      ["+", true],
      ["=", false],
    ] as const) {
      press(it, [key, { ctrlKey: true, shiftKey }]);
      sizes.push(it.settings.readingSize);
    }
    expect(sizes).toEqual([20, 23, 26, 30]);
  });

  it("narrow the list by a digit that Shift makes another sign", async () => {
    const it = await program();
    press(it, ["!", { code: "Digit1", ctrlKey: true, shiftKey: true }]);
    expect(it.utterances.filters.effect).toBe("negation");
  });

  it("leave a press alone that is not heeded, or for which there is no command now", async () => {
    const it = await program();
    const handle = createKeybindingsHandler(bindings(it, (_, plain) => !plain));
    handle(new KeyboardEvent("keydown", { key: "m" }));
    handle(new KeyboardEvent("keydown", { key: "?" }));
    handle(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }));
    expect(it.over).toBe("palette");
    it.view = "problems";
    const event = new KeyboardEvent("keydown", { key: "j", cancelable: true });
    createKeybindingsHandler(bindings(it, () => true))(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

describe("the sheet", () => {
  const lines = Object.values(SHEET).flat();

  it("has every command that has keys, and nothing else", () => {
    const listed = new Set(lines.map(({ line }) => line));
    for (const { press, line } of COMMANDS) {
      expect(line !== undefined).toBe(press !== undefined);
      if (line) expect(listed).toContain(line);
    }
    for (const line of lines) expect(presses(line)).not.toEqual([]);
    expect(listed.size).toBe(lines.length);
  });

  it("shows keys as they stand on the keyboard", () => {
    const shown = (press: string) => caps(press, CAPS);
    expect(shown("$mod+Shift+o")).toEqual(["Ctrl Shift O"]);
    expect(shown("$mod++")).toEqual(["Ctrl +"]);
    expect(shown("$mod+-")).toEqual(["Ctrl −"]);
    expect(shown("m 0")).toEqual(["M", "0"]);
    expect(shown("$mod+Shift+Digit1")).toEqual(["Ctrl Shift 1"]);
    expect(shown("F6")).toEqual(["F6"]);
  });
});

it("knows where somebody types", () => {
  expect(takesText(document.createElement("input"))).toBe(true);
  expect(takesText(document.createElement("button"))).toBe(false);
});
