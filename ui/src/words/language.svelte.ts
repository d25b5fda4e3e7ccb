import type { Language } from "../ipc/bindings";
import { de } from "./de";
import { en, type Words } from "./en";

const tables = { en, de } satisfies Record<string, Words>;

/** The language to speak: as chosen, else the first of the system's that there is a table for. */
export function spoken(choice: Language, system: readonly string[]): keyof typeof tables {
  if (choice !== "system") return choice;
  for (const tag of system) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language in tables) return language as keyof typeof tables;
  }
  return "en";
}

class Speech {
  #choice = $state<Language>("system");
  readonly code = $derived(spoken(this.#choice, navigator.languages));
  /** The table in use. */
  readonly w: Words = $derived(tables[this.code]);

  choose(choice: Language) {
    this.#choice = choice;
    document.documentElement.lang = this.code;
  }
}

export const speech = new Speech();
