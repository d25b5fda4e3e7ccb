import type { Effect } from "../../ipc/bindings";
import type { Words } from "../../words/en";
import type { Program, View } from "../program.svelte";

export type Group = keyof Words["keys"]["groups"];
export type Line = keyof Words["keys"]["does"];

/** Something that the reader can have done, by its keys or from the palette. */
export interface Command {
  /** As the palette calls it. */
  name: (w: Words, program: Program) => string;
  /** In the notation of tinykeys; the first is the one that is shown. */
  press?: readonly string[];
  /** Its line in the sheet of keys, which it may share with others: see `sheet.ts`. */
  line?: Line;
  /** Drawn before the name. */
  effect?: Effect;
  /** Where it is absent, the command can be given at any time. */
  when?: (program: Program) => boolean;
  run: (program: Program) => unknown;
}

/** A folder is open, and on the screen. */
export const open = ({ session }: Program) => session.phase === "open";

/** This view is on the screen. */
export const inView = (view: View) => (program: Program) => open(program) && program.view === view;

/** Two versions stand side by side. */
export const comparing = (program: Program) =>
  inView("quotations")(program) &&
  program.table.way === "two" &&
  program.reading.comparison?.right != null;

/** All versions of the chosen utterance are on the screen. */
export const collating = (program: Program) =>
  inView("quotations")(program) &&
  ["all", "one"].includes(program.table.way) &&
  program.table.page !== null;

/** The outlets are measured against what was really said. */
export const measuring = (program: Program) =>
  inView("quotations")(program) && program.table.way === "said" && program.reference.page !== null;

/** There are changes to step through. */
export const stepping = (program: Program) =>
  comparing(program) || collating(program) || measuring(program);

/** A view with a list at its side. */
export const listed = (program: Program) =>
  inView("quotations")(program) || inView("articles")(program);
