import type { ChangeLine, Comparison } from "../ipc/bindings";
import type { Words } from "./en";

/** What a change amounts to, in a plain sentence. */
export function changeWords(change: ChangeLine, w: Words): string {
  return w.notes[change.note](Math.max(change.left_words, change.right_words));
}

/** The same, and of a cut what the utterance's other outlets have in its place. */
export function changeTold(comparison: Comparison, at: number, w: Words): string {
  const elsewhere = comparison.in_place
    .filter((one) => one.change === at)
    .map((one) => w.apparatus.inPlace(one.outlets, one.words));
  return [changeWords(comparison.changes[at]!, w), ...elsewhere].join(" ");
}

/** The same where no side is left or right: of one version against the base. */
export function tableNote(change: ChangeLine, w: Words): string {
  const words = Math.max(change.left_words, change.right_words);
  const own = w.table.notes as Partial<Record<ChangeLine["note"], (words: number) => string>>;
  return (own[change.note] ?? w.notes[change.note])(words);
}
