// The keys, once: the window binds them and the sheet lists them from this table.

import { EFFECTS, MUTE_KEYS } from "./effects";
import type { Effect } from "../ipc/bindings";
import type { Words } from "../words/en";

export type Act =
  | "quotations"
  | "problems"
  | "search"
  | "openFolder"
  | "openFiles"
  | "larger"
  | "smaller"
  | "sizeAsAtFirst"
  | "nextRegion"
  | "previousRegion"
  | "sheet"
  | "nextUtterance"
  | "previousUtterance"
  | "toggleList"
  | "nextChange"
  | "previousChange"
  | "nextStrong"
  | "previousStrong"
  | "swap"
  | "otherLeft"
  | "otherRight"
  | "unfold"
  | "fold"
  | "onlyStrong"
  | "colour";

type Does = keyof Words["keys"]["does"];
export type Group = keyof Words["keys"]["groups"];

interface Line {
  group: Group;
  does: Does;
  /** As shown; `ctrl` and `shift` are worded by language. */
  show: readonly string[];
  /** What each press does, in the notation of tinykeys. */
  press: readonly (readonly [string, Act])[];
}

export const LINES: readonly Line[] = [
  {
    group: "anywhere",
    does: "views",
    show: ["ctrl 1", "ctrl 4"],
    press: [
      ["$mod+1", "quotations"],
      ["$mod+4", "problems"],
    ],
  },
  {
    group: "anywhere",
    does: "search",
    show: ["/"],
    press: [
      ["/", "search"],
      ["Shift+/", "search"],
    ],
  },
  { group: "anywhere", does: "openFolder", show: ["ctrl O"], press: [["$mod+o", "openFolder"]] },
  {
    group: "anywhere",
    does: "openFiles",
    show: ["ctrl shift O"],
    press: [["$mod+Shift+o", "openFiles"]],
  },
  {
    group: "anywhere",
    does: "size",
    show: ["ctrl +", "ctrl −"],
    press: [
      ["$mod++", "larger"],
      ["$mod+Shift++", "larger"],
      ["$mod+=", "larger"],
      ["$mod+-", "smaller"],
    ],
  },
  { group: "anywhere", does: "sizeReset", show: ["ctrl 0"], press: [["$mod+0", "sizeAsAtFirst"]] },
  {
    group: "anywhere",
    does: "region",
    show: ["F6"],
    press: [
      ["F6", "nextRegion"],
      ["Shift+F6", "previousRegion"],
    ],
  },
  {
    group: "anywhere",
    does: "sheet",
    show: ["?"],
    press: [
      ["?", "sheet"],
      ["Shift+?", "sheet"],
    ],
  },
  {
    group: "list",
    does: "utterance",
    show: ["J", "K"],
    press: [
      ["j", "nextUtterance"],
      ["k", "previousUtterance"],
    ],
  },
  { group: "list", does: "ends", show: ["Home", "End"], press: [] },
  { group: "list", does: "toggleList", show: ["ctrl B"], press: [["$mod+b", "toggleList"]] },
  {
    group: "comparison",
    does: "change",
    show: ["N", "P"],
    press: [
      ["n", "nextChange"],
      ["p", "previousChange"],
    ],
  },
  {
    group: "comparison",
    does: "strong",
    show: ["shift N", "shift P"],
    press: [
      ["Shift+n", "nextStrong"],
      ["Shift+p", "previousStrong"],
    ],
  },
  { group: "comparison", does: "swap", show: ["X"], press: [["x", "swap"]] },
  {
    group: "comparison",
    does: "outlet",
    show: ["[", "]"],
    press: [
      ["[", "otherLeft"],
      ["]", "otherRight"],
    ],
  },
  {
    group: "comparison",
    does: "outletPlain",
    show: [",", "."],
    press: [
      [",", "otherLeft"],
      [".", "otherRight"],
    ],
  },
  {
    group: "comparison",
    does: "unfold",
    show: ["+", "−"],
    press: [
      ["+", "unfold"],
      ["Shift++", "unfold"],
      ["-", "fold"],
    ],
  },
  { group: "marks", does: "mute", show: ["M", "1…9"], press: [] },
  { group: "marks", does: "muteOther", show: ["M", "I S T E U"], press: [] },
  { group: "marks", does: "meaning", show: ["M", "M"], press: [["m m", "onlyStrong"]] },
  { group: "marks", does: "colour", show: ["M", "0"], press: [["m 0", "colour"]] },
];

/** Whether a press is a plain key, which must not act while somebody types. */
export function isPlain(press: string): boolean {
  return !press.includes("$mod") && !/F\d/.test(press);
}

/** The bindings for tinykeys. */
export function bindings(
  act: (what: Act) => void,
  mute: (effect: Effect) => void,
  heeds: (event: KeyboardEvent, plain: boolean) => boolean,
): Record<string, (event: KeyboardEvent) => void> {
  const bound: Record<string, (event: KeyboardEvent) => void> = {};
  const bind = (press: string, run: () => void) => {
    bound[press] = (event) => {
      if (!heeds(event, isPlain(press))) return;
      event.preventDefault();
      run();
    };
  };
  for (const line of LINES) for (const [press, what] of line.press) bind(press, () => act(what));
  for (const effect of EFFECTS) bind(`m ${MUTE_KEYS[effect]}`, () => mute(effect));
  return bound;
}

/** Somebody types here: plain keys are text. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
