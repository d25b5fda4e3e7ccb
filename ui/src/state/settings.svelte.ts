import type { Boundary } from "../ipc/boundary";
import type { Effect, Language, Settings, Theme } from "../ipc/bindings";
import { EFFECTS, STRONG } from "./effects";

/** Sizes of the reading text in CSS pixels at zoom 1. */
export const READING_STEPS = [18, 20, 23, 26, 30] as const;
const FIRST_STEP = 1;
const TURN: readonly Theme[] = ["light", "dark", "contrast", "contrast_dark"];
const ZOOMS = [1, 1.25, 1.5, 1.75, 2] as const;

export const AT_FIRST: Settings = {
  theme: "system",
  language: "system",
  reading_step: FIRST_STEP,
  zoom: 1,
  muted: ["typography"],
  single_keys: true,
  colour: true,
};

/** The reader's settings: kept by the program, applied by the window's root. */
export class SettingsState {
  now = $state<Settings>(AT_FIRST);
  readonly #boundary: Boundary;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  async load() {
    this.now = await this.#boundary.settings();
  }

  isMuted(effect: Effect): boolean {
    return this.now.muted.includes(effect);
  }

  setTheme(theme: Theme) {
    this.#change({ theme });
  }

  /** Light, dark, and both with high contrast, in turn. */
  nextTheme() {
    const at = TURN.indexOf(this.now.theme);
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const next = this.now.theme === "system" && !dark ? 1 : (at + 1) % TURN.length;
    this.setTheme(TURN[next]!);
  }

  setLanguage(language: Language) {
    this.#change({ language });
  }

  toggleSingleKeys() {
    this.#change({ single_keys: !this.now.single_keys });
  }

  toggleColour() {
    this.#change({ colour: !this.now.colour });
  }

  toggleMuted(effect: Effect) {
    const { muted } = this.now;
    this.#change({
      muted: this.isMuted(effect) ? muted.filter((e) => e !== effect) : [...muted, effect],
    });
  }

  /** Mutes all but what changes meaning; once more, back to how it is at first. */
  toggleOnlyStrong() {
    const rest = EFFECTS.filter((e) => !STRONG.has(e));
    const only = rest.every((e) => this.isMuted(e)) && this.now.muted.length === rest.length;
    this.#change({ muted: only ? AT_FIRST.muted : rest });
  }

  /** Reading text first; past its last step the whole window grows. */
  larger() {
    const { reading_step, zoom } = this.now;
    if (reading_step < READING_STEPS.length - 1) this.#change({ reading_step: reading_step + 1 });
    else this.#change({ zoom: ZOOMS.find((z) => z > zoom) ?? zoom });
  }

  smaller() {
    const { reading_step, zoom } = this.now;
    if (zoom > 1) this.#change({ zoom: ZOOMS.findLast((z) => z < zoom) ?? 1 });
    else if (reading_step > 0) this.#change({ reading_step: reading_step - 1 });
  }

  sizeAsAtFirst() {
    this.#change({ reading_step: FIRST_STEP, zoom: 1 });
  }

  /** What the reading text comes to, for showing. */
  get readingSize(): number {
    return Math.round((READING_STEPS[this.now.reading_step] ?? 20) * this.now.zoom);
  }

  #change(part: Partial<Settings>) {
    this.now = { ...this.now, ...part };
    // A setting that cannot be kept still holds in this window; the program logs why.
    this.#boundary.saveSettings($state.snapshot(this.now)).catch(() => undefined);
  }
}

/** Writes the settings where the style sheets read them. */
export function applySettings(settings: Settings, root: HTMLElement) {
  if (settings.theme === "system") root.removeAttribute("data-theme");
  else root.dataset.theme = settings.theme.replace("_", "-");
  root.dataset.step = String(settings.reading_step);
  root.dataset.colour = settings.colour ? "on" : "off";
  root.style.fontSize = `${16 * settings.zoom}px`;
}
