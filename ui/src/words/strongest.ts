import type { ListItem, Strongest } from "../ipc/bindings";
import type { Words } from "./en";

/** Longer words are told by the kind of difference alone: the line has room for about this much. */
const ROOM = 30;

/** The strongest difference of an utterance in one line. */
export function strongestLine(item: ListItem, w: Words): string {
  const s = item.strongest;
  if (s.effect === null) {
    return item.outlets < 2 && item.versions < 2 ? w.list.oneOutlet : w.list.same(item.versions);
  }
  switch (s.effect) {
    case "negation":
      return w.strongest.negation;
    case "modality":
      return pair(s, w) ?? w.strongest.modality;
    case "number":
      return pair(s, w) ?? w.strongest.number;
    case "name":
      if (s.other_speaker !== null && item.speaker !== null) {
        return w.strongest.saidBy(lastName(item.speaker), lastName(s.other_speaker));
      }
      return pair(s, w) ?? w.strongest.name;
    case "silent_cut":
      return w.strongest.silentCut(s.words);
    case "move":
      return w.strongest.move;
    case "gloss":
      return w.strongest.gloss;
    case "wording":
      return pair(s, w) ?? w.strongest.wording;
    case "elision":
      return w.strongest.markedCut(s.words);
    case "truncation":
      return w.strongest.cutShort(s.words);
    case "synonym":
      return pair(s, w) ?? w.strongest.synonym;
    case "inflection":
      return s.note === "reporting_shift" ? w.strongest.reporting : w.strongest.inflection;
    case "spelling":
      return pair(s, w) ?? w.strongest.spelling;
    case "typography":
      return w.strongest.typography;
  }
}

function pair(s: Strongest, w: Words): string | null {
  if (s.lemma.length + s.reading.length > ROOM) return null;
  if (s.lemma !== "" && s.reading !== "") return w.strongest.pair(s.lemma, s.reading);
  const there = s.lemma || s.reading;
  return there === "" ? null : w.strongest.only(there);
}

/** The line has no room for two full names. */
function lastName(name: string): string {
  return name.split(/\s+/u).at(-1) ?? name;
}
