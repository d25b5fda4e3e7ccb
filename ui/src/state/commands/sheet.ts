// The sheet of keys: its lines, and what stands on a key.

import { isPlain } from "../keys";
import { COMMANDS } from "./index";
import type { Group, Line } from "./command";

interface SheetLine {
  line: Line;
  /** Keys as they are shown, where they are not those of the line's commands one by one. */
  show?: readonly string[];
}

export const SHEET: Readonly<Record<Group, readonly SheetLine[]>> = {
  anywhere: [
    { line: "views", show: ["$mod+1…4"] },
    { line: "palette" },
    { line: "search" },
    { line: "openFolder" },
    { line: "openFiles" },
    { line: "undo", show: ["$mod+z", "$mod+y"] },
    { line: "renew" },
    { line: "size" },
    { line: "sizeReset" },
    { line: "theme" },
    { line: "region", show: ["F6"] },
    { line: "sheet" },
  ],
  list: [
    { line: "utterance" },
    { line: "ends", show: ["Home", "End"] },
    { line: "several", show: ["Shift+↓", "Shift+↑"] },
    { line: "put", show: ["←", "→"] },
    { line: "toggleList" },
    { line: "onlyWhere", show: ["$mod+Shift+1…9"] },
  ],
  comparison: [
    { line: "ways" },
    { line: "said" },
    { line: "change" },
    { line: "strong" },
    { line: "swap" },
    { line: "outlet" },
    { line: "outletPlain", show: [",", "."] },
    { line: "unfold" },
  ],
  marks: [
    { line: "mute", show: ["m 1…9"] },
    { line: "muteOther", show: ["m I·S·T·E·U"] },
    { line: "meaning" },
    { line: "colour" },
  ],
  judgement: [
    { line: "reviewed" },
    { line: "notTheSame" },
    { line: "sameAs", show: ["="] },
    { line: "speakerIs" },
    { line: "notSpeech" },
    { line: "noteAt" },
  ],
  articles: [{ line: "passage" }, { line: "together" }, { line: "original" }],
};

/** What a line shows, in the notation of the bindings. */
export function presses({ line, show }: SheetLine): readonly string[] {
  return show ?? COMMANDS.filter((command) => command.line === line).map(({ press }) => press![0]!);
}

/** The parts of a press as they stand on keys: "m 1" is two keys, "$mod+k" one with `Ctrl` before
 * it. What `names` does not word is shown as it is. */
export function caps(press: string, names: Readonly<Record<string, string>>): string[] {
  return press.split(" ").map((key) => {
    // A plus is both a key and what joins two.
    const parts = key.split("+").filter(Boolean);
    if (key.endsWith("+")) parts.push("+");
    return parts.map((part) => names[part] ?? cap(part)).join(" ");
  });
}

function cap(key: string): string {
  if (key === "-") return "−";
  return key.replace(/^Digit/, "").replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** The keys of a command for the palette; none where they are switched off. */
export function shownPress(press: readonly string[] | undefined, singleKeys: boolean) {
  const first = press?.[0];
  return first !== undefined && (singleKeys || !isPlain(first)) ? first : null;
}
