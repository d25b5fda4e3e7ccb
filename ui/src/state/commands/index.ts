// Every command, once: the keys, the palette and the sheet of keys all read this table.

import type { Program } from "../program.svelte";
import { ANYWHERE } from "./anywhere";
import type { Command } from "./command";
import { COMPARISON } from "./comparison";
import { JUDGEMENT } from "./judgement";
import { LIST } from "./list";
import { MARKS } from "./marks";

export type { Command } from "./command";

/** In the order in which the palette lists them. */
export const COMMANDS: readonly Command[] = [
  ...ANYWHERE,
  ...JUDGEMENT,
  ...LIST,
  ...COMPARISON,
  ...MARKS,
];

export const isAvailable = (command: Command, program: Program) => command.when?.(program) ?? true;
