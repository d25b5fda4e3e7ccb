import type { Program } from "../program.svelte";
import { inView, open, type Command } from "./command";

const chosen = (program: Program) => inView("quotations")(program) && program.picked.length > 0;

/** One utterance is chosen, and what is asked needs its versions. */
const one = (program: Program) =>
  chosen(program) && program.picked.length === 1 && program.reading.comparison !== null;

const several = (program: Program) =>
  one(program) && (program.reading.comparison?.versions.length ?? 0) > 1;

/** What the menu of the head offers, in its order. */
export const CORRECTIONS: readonly Command[] = [
  {
    name: (w, { reading }) => w.judge.notThis(reading.comparison?.right?.outlet ?? ""),
    press: ["Delete"],
    line: "notTheSame",
    when: (program) => several(program) && program.reading.comparison?.right != null,
    run: (program) => program.takeOutRight(),
  },
  {
    name: (w) => w.judge.notTheSame,
    when: several,
    run: (program) => (program.over = "notTheSame"),
  },
  {
    name: (w) => w.judge.sameAs,
    press: ["=", "Shift+="],
    line: "sameAs",
    when: chosen,
    run: (program) => (program.over = "sameAs"),
  },
  {
    name: (w) => w.judge.speakerIs,
    press: ["s"],
    line: "speakerIs",
    when: chosen,
    run: (program) => (program.over = "speaker"),
  },
  {
    name: (w) => w.judge.outletIs,
    when: one,
    run: (program) => (program.over = "outlet"),
  },
  {
    name: (w) => w.judge.notSpeech,
    press: ["q"],
    line: "notSpeech",
    when: chosen,
    run: ({ judgement, picked }) => judgement.correct({ what: "not_speech", these: [...picked] }),
  },
  {
    name: (w) => w.judge.noteAt,
    press: ["Shift+Enter"],
    line: "noteAt",
    when: one,
    run: (program) => (program.over = "note"),
  },
];

/** What a person decides. */
export const JUDGEMENT: readonly Command[] = [
  {
    name: (w) => w.judge.reviewedAndOn,
    press: ["r"],
    line: "reviewed",
    when: chosen,
    run: (program) => program.review(true),
  },
  ...CORRECTIONS,
  {
    name: (w) => w.judge.undo,
    press: ["$mod+z"],
    line: "undo",
    when: (program) => open(program) && program.judgement.correctable.undo !== null,
    run: ({ judgement }) => judgement.undo(),
  },
  {
    name: (w) => w.judge.redo,
    press: ["$mod+Shift+z", "$mod+y"],
    line: "undo",
    when: (program) => open(program) && program.judgement.correctable.redo !== null,
    run: ({ judgement }) => judgement.redo(),
  },
  {
    name: (w) => w.judge.listCommand,
    when: open,
    run: (program) => program.openCorrections(),
  },
];
