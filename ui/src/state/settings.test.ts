import { beforeEach, describe, expect, it, vi } from "vitest";
import { fake, type Fake } from "../ipc/fake";
import { EFFECTS, STRONG } from "./effects";
import { applySettings, AT_FIRST, READING_STEPS, SettingsState } from "./settings.svelte";

let boundary: Fake;
let settings: SettingsState;

beforeEach(() => {
  boundary = fake();
  settings = new SettingsState(boundary);
});

describe("text size", () => {
  it("enlarges the reading text first and then the window, and goes back the same way", () => {
    const sizes: [number, number][] = [];
    for (let i = 0; i < 12; i++) {
      sizes.push([settings.now.reading_step, settings.now.zoom]);
      settings.larger();
    }
    expect(sizes.at(-1)).toEqual([READING_STEPS.length - 1, 2]);
    expect(sizes.every(([step, zoom]) => zoom === 1 || step === READING_STEPS.length - 1)).toBe(
      true,
    );
    for (let i = 0; i < 12; i++) settings.smaller();
    expect([settings.now.reading_step, settings.now.zoom]).toEqual([0, 1]);
  });
});

describe("muting", () => {
  it("mutes all but what changes meaning, and back", () => {
    settings.toggleOnlyStrong();
    expect(EFFECTS.filter((e) => !settings.isMuted(e))).toEqual(
      EFFECTS.filter((e) => STRONG.has(e)),
    );
    settings.toggleOnlyStrong();
    expect(settings.now.muted).toEqual(AT_FIRST.muted);
  });
});

it("keeps every change, and holds on to one that cannot be kept", () => {
  const save = vi.spyOn(boundary, "saveSettings").mockRejectedValue(new Error("full"));
  settings.setTheme("dark");
  expect(save).toHaveBeenCalledWith(expect.objectContaining({ theme: "dark" }));
  expect(settings.now.theme).toBe("dark");
});

it("writes the settings where the style sheets read them", () => {
  const root = document.createElement("html");
  applySettings({ ...AT_FIRST, theme: "contrast_dark", zoom: 2, colour: false }, root);
  expect(root.dataset).toMatchObject({ theme: "contrast-dark", colour: "off", step: "1" });
  expect(root.style.fontSize).toBe("32px");
  applySettings(AT_FIRST, root);
  expect(root.dataset.theme).toBeUndefined();
});
