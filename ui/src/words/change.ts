import type { ChangeLine } from "../ipc/bindings";
import type { Words } from "./en";

/** What a change amounts to, in a plain sentence. */
export function changeWords(change: ChangeLine, w: Words): string {
  return w.notes[change.note](Math.max(change.left_words, change.right_words));
}
