import { comparing, inView, type Command } from "./command";

/** What can be done with two versions side by side, and with two articles. */
export const COMPARISON: readonly Command[] = [
  {
    name: (w) => w.apparatus.next,
    press: ["n"],
    line: "change",
    when: comparing,
    run: (program) => program.stepChange(1),
  },
  {
    name: (w) => w.apparatus.previous,
    press: ["p"],
    line: "change",
    when: comparing,
    run: (program) => program.stepChange(-1),
  },
  {
    name: (w) => w.commands.nextStrong,
    press: ["Shift+n"],
    line: "strong",
    when: comparing,
    run: (program) => program.stepChange(1, true),
  },
  {
    name: (w) => w.commands.previousStrong,
    press: ["Shift+p"],
    line: "strong",
    when: comparing,
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
    when: inView("quotations"),
    run: ({ reading }) => reading.unfoldBoth(1),
  },
  {
    name: (w) => w.commands.fold,
    press: ["-"],
    line: "unfold",
    when: inView("quotations"),
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
];
