import { createKeybindingsHandler } from "tinykeys";
import { describe, expect, it, vi } from "vitest";
import { EFFECTS, MUTE_KEYS } from "./effects";
import { bindings, LINES, takesText } from "./keys";

function pressed(...keys: [key: string, more?: KeyboardEventInit][]) {
  const act = vi.fn();
  const mute = vi.fn();
  const handle = createKeybindingsHandler(bindings(act, mute, () => true));
  for (const [key, more] of keys) handle(new KeyboardEvent("keydown", { key, ...more }));
  return { act, mute };
}

describe("keys", () => {
  it("step through the changes, with Shift through the strong ones", () => {
    expect(pressed(["n"]).act).toHaveBeenCalledExactlyOnceWith("nextChange");
    expect(pressed(["N", { shiftKey: true }]).act).toHaveBeenCalledExactlyOnceWith("nextStrong");
  });

  it("mute every effect after M, each by a key of its own", () => {
    expect(new Set(Object.values(MUTE_KEYS)).size).toBe(EFFECTS.length);
    for (const effect of EFFECTS) {
      const { act, mute } = pressed(["m"], [MUTE_KEYS[effect]]);
      expect(mute).toHaveBeenCalledExactlyOnceWith(effect);
      expect(act).not.toHaveBeenCalled();
    }
  });

  it("show the sheet where ? needs Shift and where it does not", () => {
    expect(pressed(["?", { shiftKey: true }]).act).toHaveBeenCalledExactlyOnceWith("sheet");
    expect(pressed(["?"]).act).toHaveBeenCalledExactlyOnceWith("sheet");
  });

  it("enlarge with Ctrl and plus on every keyboard", () => {
    expect(pressed(["+", { ctrlKey: true }]).act).toHaveBeenCalledExactlyOnceWith("larger");
    expect(pressed(["+", { ctrlKey: true, shiftKey: true }]).act).toHaveBeenCalledExactlyOnceWith(
      "larger",
    );
    expect(pressed(["=", { ctrlKey: true }]).act).toHaveBeenCalledExactlyOnceWith("larger");
  });

  it("leave a press alone that is not heeded", () => {
    const act = vi.fn();
    const handle = createKeybindingsHandler(bindings(act, vi.fn(), (_, plain) => !plain));
    handle(new KeyboardEvent("keydown", { key: "x" }));
    handle(new KeyboardEvent("keydown", { key: "o", ctrlKey: true }));
    expect(act).toHaveBeenCalledExactlyOnceWith("openFolder");
  });

  it("are bound once each", () => {
    const presses = LINES.flatMap((line) => line.press.map(([press]) => press));
    expect(new Set(presses).size).toBe(presses.length);
  });
});

it("knows where somebody types", () => {
  expect(takesText(document.createElement("input"))).toBe(true);
  expect(takesText(document.createElement("button"))).toBe(false);
});
