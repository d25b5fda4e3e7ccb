import type { Program } from "../program.svelte";
import type { Tab } from "../table.svelte";
import { collating, comparing, inView, stepping, type Command } from "./command";

const WAYS: readonly (readonly [Tab, string])[] = [
  ["two", "t"],
  ["all", "a"],
  ["one", "o"],
];
const quotations = inView("quotations");
const reading = (program: Program) => quotations(program) && program.table.way === "two";

/** What can be done with the versions of an utterance: with two side by side, and with two articles. */
export const COMPARISON: readonly Command[] = [
  ...WAYS.map(([way, key]): Command => ({
    name: (w) => w.ways[way],
    press: [key],
    line: "ways",
    when: (program) => quotations(program) && program.utterances.chosen !== null,
    run: (program) => program.read(way),
  })),
  {
    name: (w) => w.commands.askReference,
    press: ["b"],
    line: "said",
    when: (program) => quotations(program) && program.reading.comparison !== null,
    run: (program) => program.askReference(),
  },
  {
    name: (w) => w.commands.measure,
    when: (program) => quotations(program) && program.table.way !== "said",
    run: (program) => program.read("said"),
  },
  {
    name: (w, { table }) => w.commands.foldAgreeing(table.fold),
    when: collating,
    run: ({ table }) => (table.fold = !table.fold),
  },
  {
    name: (w) => w.apparatus.next,
    press: ["n"],
    line: "change",
    when: stepping,
    run: (program) => program.stepChange(1),
  },
  {
    name: (w) => w.apparatus.previous,
    press: ["p"],
    line: "change",
    when: stepping,
    run: (program) => program.stepChange(-1),
  },
  {
    name: (w) => w.commands.nextStrong,
    press: ["Shift+n"],
    line: "strong",
    when: stepping,
    run: (program) => program.stepChange(1, true),
  },
  {
    name: (w) => w.commands.previousStrong,
    press: ["Shift+p"],
    line: "strong",
    when: stepping,
    run: (program) => program.stepChange(-1, true),
  },
  {
    name: (w) => w.compare.swap,
    press: ["x"],
    line: "swap",
    when: comparing,
    run: ({ reading }) => reading.swap(),
  },
  {
    name: (w) => w.commands.otherLeft,
    press: ["[", ","],
    line: "outlet",
    when: comparing,
    run: ({ reading }) => reading.putNext("left"),
  },
  {
    name: (w) => w.commands.otherRight,
    press: ["]", "."],
    line: "outlet",
    when: comparing,
    run: ({ reading }) => reading.putNext("right"),
  },
  {
    name: (w) => w.commands.unfold,
    press: ["+", "Shift++"],
    line: "unfold",
    when: reading,
    run: ({ reading }) => reading.unfoldBoth(1),
  },
  {
    name: (w) => w.commands.fold,
    press: ["-"],
    line: "unfold",
    when: reading,
    run: ({ reading }) => reading.unfoldBoth(-1),
  },
  {
    name: (w) => w.pair.next,
    press: ["n"],
    line: "passage",
    when: inView("articles"),
    run: (program) => program.stage.step?.(1),
  },
  {
    name: (w) => w.pair.previous,
    press: ["p"],
    line: "passage",
    when: inView("articles"),
    run: (program) => program.stage.step?.(-1),
  },
  {
    name: (w) => w.commands.togetherOrApart,
    press: ["s"],
    line: "together",
    when: inView("articles"),
    run: ({ articles }) => (articles.together = !articles.together),
  },
  {
    name: (w) => w.commands.originalLeft,
    press: ["$mod+Enter"],
    line: "original",
    when: inView("articles"),
    run: (program) => program.openOriginal("left"),
  },
  {
    name: (w) => w.commands.originalRight,
    press: ["$mod+Shift+Enter"],
    line: "original",
    when: inView("articles"),
    run: (program) => program.openOriginal("right"),
  },
];
