import type { StepLine } from "../ipc/bindings";
import type { Told } from "../state/judgement.svelte";
import type { Words } from "./en";

/** What was done, undone or refused, in one line. */
export function toldWords(told: Told, w: Words): string {
  switch (told.how) {
    case "imported":
      return w.judge.imported(told.imported.added, told.imported.not_met, told.imported.known);
    case "exported":
      return w.judge.exported;
    case "failed":
      return w.failures[told.code];
    case "done":
      return stepWords(told.line, w);
    default:
      return w.judge[told.how](stepWords(told.line, w));
  }
}

function stepWords({ what, count, name }: StepLine, w: Words): string {
  return what === null ? w.judge.withdrawn(count) : w.judge.did[what](count, name ?? "");
}
