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
  const lead = leading(commands);
  for (const press of new Set(commands.flatMap((command) => command.press ?? []))) {
    const rivals = commands.filter((command) => command.press?.includes(press));
    bound[press] = (event) => {
      if (lead.goesOn(press, event)) return;
      if (!heeds(event, isPlain(press))) return;
      const command = rivals.find((rival) => isAvailable(rival, program));
      if (!command) return;
      event.preventDefault();
      void command.run(program);
    };
  }
  for (const first of lead.keys) bound[first] ??= (event) => lead.begin(first, event);
  return bound;
}

/** How long tinykeys waits for the second key of two. */
const PAUSE = 1000;

/** After the first key of two, the second is not also a key of its own. */
function leading(commands: readonly Command[]) {
  const pairs = new Set(commands.flatMap((c) => c.press ?? []).filter((p) => p.includes(" ")));
  let begun: { key: string; at: number } | null = null;
  return {
    keys: new Set([...pairs].map((pair) => pair.split(" ")[0]!)),
    begin(key: string, event: KeyboardEvent) {
      begun = begun?.key === key ? null : { key, at: event.timeStamp };
    },
    goesOn(press: string, event: KeyboardEvent): boolean {
      if (begun === null || press.includes(" ")) return false;
      const { key, at } = begun;
      begun = null;
      return pairs.has(`${key} ${press}`) && event.timeStamp - at < PAUSE;
    },
  };
}

/** Somebody types here: plain keys are text. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
