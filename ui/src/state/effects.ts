import type { Effect, Weight } from "../ipc/bindings";

/** In the order of the legend, two rows of seven. */
export const EFFECTS: readonly Effect[] = [
  "negation",
  "modality",
  "number",
  "name",
  "silent_cut",
  "move",
  "gloss",
  "wording",
  "synonym",
  "inflection",
  "spelling",
  "typography",
  "elision",
  "truncation",
];

/** Folded into one entry of the legend where the window is narrow. */
export const SLIGHT: ReadonlySet<Effect> = new Set<Effect>([
  "synonym",
  "inflection",
  "spelling",
  "typography",
]);

/** What changes meaning. */
export const STRONG: ReadonlySet<Effect> = new Set<Effect>([
  "negation",
  "modality",
  "number",
  "name",
  "silent_cut",
]);

/** Pressed after M, an effect's key mutes it. */
export const MUTE_KEYS: Record<Effect, string> = {
  negation: "1",
  modality: "2",
  number: "3",
  name: "4",
  silent_cut: "5",
  move: "6",
  gloss: "7",
  wording: "8",
  synonym: "9",
  inflection: "i",
  spelling: "s",
  typography: "t",
  elision: "e",
  truncation: "u",
};

export const RANK: Record<Weight, number> = { strong: 0, middle: 1, slight: 2 };
