// From presses to commands.

import { COMMANDS, isAvailable, type Command } from "./commands";
import type { Program } from "./program.svelte";

/** Whether a press is a plain key, which must not act while somebody types. */
export function isPlain(press: string): boolean {
  return !press.includes("$mod") && !/F\d/.test(press);
}

/** The bindings for tinykeys. Several commands may have the same keys: the first that can be given
 * is given. `heeds` says whether a press is for them at all. */
export function bindings(
  program: Program,
  heeds: (event: KeyboardEvent, plain: boolean) => boolean,
  commands: readonly Command[] = COMMANDS,
): Record<string, (event: KeyboardEvent) => void> {
  const bound: Record<string, (event: KeyboardEvent) => void> = {};
  for (const press of new Set(commands.flatMap((command) => command.press ?? []))) {
    const rivals = commands.filter((command) => command.press?.includes(press));
    bound[press] = (event) => {
      if (!heeds(event, isPlain(press))) return;
      const command = rivals.find((rival) => isAvailable(rival, program));
      if (!command) return;
      event.preventDefault();
      void command.run(program);
    };
  }
  return bound;
}

/** Somebody types here: plain keys are text. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
