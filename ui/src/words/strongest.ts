import type { ChangeLine, ListItem, Strongest } from "../ipc/bindings";
import type { Words } from "./en";

/** Longer words are told by the kind of difference alone: the line has room for about this much. */
const ROOM = 30;

/** The strongest difference of an utterance in one line. */
export function strongestLine(item: ListItem, w: Words): string {
  const s = item.strongest;
  if (s.effect === null) {
    if (item.versions > 1) return w.list.same(item.versions);
    return item.outlets < 2 ? w.list.oneOutlet : w.list.oneSure;
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

/** One change against what was really said, in a few words. */
export function differenceLine(change: ChangeLine, w: Words): string {
  const { effect, note, lemma, reading } = change;
  const words = Math.max(change.left_words, change.right_words);
  if (effect === "negation") {
    if (note === "negation_gone") return w.reference.notGone;
    return note === "negation_added" ? w.reference.notAdded : w.strongest.negation;
  }
  if (effect === "silent_cut" && reading === "") return w.strongest.silentCut(words);
  if (effect === "elision") return w.strongest.markedCut(words);
  if (effect === "truncation" && reading === "") return w.strongest.cutShort(words);
  const short = lemma.length + reading.length <= ROOM + 6;
  if (short && lemma !== "" && reading !== "") return w.reference.for(reading, lemma);
  if (short && lemma === "") return w.reference.putIn(reading);
  if (short && reading === "") return w.reference.leftOut(lemma);
  return effect === "inflection" && note === "reporting_shift"
    ? w.strongest.reporting
    : w.reference.only(w.effects[effect]);
}
