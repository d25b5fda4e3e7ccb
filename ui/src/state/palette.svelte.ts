import type { Boundary } from "../ipc/boundary";
import type { ArticleItem, Coverage, Effect, ListItem, Tier } from "../ipc/bindings";
import { day } from "../words/dates";
import type { Words } from "../words/en";
import { COMMANDS, isAvailable } from "./commands";
import { shownPress } from "./commands/sheet";
import { NO_FILTERS } from "./filters";
import { fuzzy, type Found } from "./fuzzy";
import type { Program } from "./program.svelte";

export type PaletteGroup = keyof Words["palette"]["groups"];

/** One line of the palette. */
export interface Entry {
  key: string;
  group: PaletteGroup;
  text: string;
  /** Which letters of it were found. */
  at: Found["at"];
  effect?: Effect;
  coverage?: Coverage;
  /** Keys, in the notation of the bindings. */
  press?: string | null;
  detail?: string;
  run: () => unknown;
}

/** A sign before the words asks for lines of one kind alone. */
const PREFIXES: Readonly<Record<string, PaletteGroup>> = {
  ">": "commands",
  "@": "speakers",
  "#": "outlets",
};
/** Lines of each kind among others, and of a kind that was asked for alone. */
const SHOWN = { commands: 6, quotations: 5, speakers: 4, outlets: 4, articles: 4 } as const;
const SHOWN_ALONE = 100;

/** Letters before the place that was found, so that it can be seen in a narrow line. */
const BEFORE = 24;

interface Asked {
  group: PaletteGroup | null;
  words: string;
}

export function asked(query: string): Asked {
  const group = PREFIXES[query.charAt(0)] ?? null;
  return { group, words: (group ? query.slice(1) : query).trim() };
}

/** What somebody looks for in the palette, and what was found of it in the folder. */
export class Palette {
  query = $state("");
  /** Place of the chosen line. */
  at = $state(0);
  #utterances = $state.raw<readonly ListItem[]>([]);
  #articles = $state.raw<readonly ArticleItem[]>([]);
  #outlets = $state.raw<readonly string[]>([]);
  readonly #boundary: Boundary;
  #wanted = 0;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Looks for something else; `folder` says whether one is open to look in. */
  async look(query: string, folder: boolean) {
    const wanted = ++this.#wanted;
    this.query = query;
    this.at = 0;
    const { group, words } = asked(query);
    const wants = folder && group !== "commands" && (words !== "" || group !== null);
    if (!wants) {
      this.#utterances = this.#articles = [];
      return;
    }
    const [list, articles] = await Promise.all([
      this.#boundary.list({ ...NO_FILTERS, search: words, offset: 0, limit: SHOWN.quotations }),
      this.#boundary.articles({
        search: words,
        outlet: null,
        newest_first: true,
        offset: 0,
        limit: SHOWN.articles,
      }),
      // What cannot be looked through has nothing to show; the commands are there all the same.
    ]).catch(() => [null, null]);
    if (wanted !== this.#wanted) return;
    this.#utterances = list?.items ?? [];
    this.#articles = articles?.items ?? [];
    this.#outlets = articles?.outlets ?? [];
  }

  entries(program: Program, w: Words): Entry[] {
    const { group, words } = asked(this.query);
    if (group === "commands") return this.#commands(program, w, words, SHOWN_ALONE);
    if (group === "speakers") return this.#speakers(program, w, words, SHOWN_ALONE);
    if (group === "outlets") return this.#places(program, words, SHOWN_ALONE);
    if (words === "") return this.#commands(program, w, words, SHOWN_ALONE);
    return [
      ...this.#commands(program, w, words, SHOWN.commands),
      ...this.#quotations(program, w, words),
      ...this.#speakers(program, w, words, SHOWN.speakers),
      ...this.#places(program, words, SHOWN.outlets),
      ...this.#texts(program, w, words),
    ];
  }

  #commands(program: Program, w: Words, words: string, limit: number): Entry[] {
    const available = COMMANDS.filter((command) => isAvailable(command, program));
    return best(words, available, (command) => command.name(w, program), limit).map(
      ({ one: { effect, press, run }, text, at }) => ({
        key: `command ${text}`,
        group: "commands",
        text,
        at,
        ...(effect && { effect }),
        press: shownPress(press, program.settings.now.single_keys),
        run: () => run(program),
      }),
    );
  }

  #speakers(program: Program, w: Words, words: string, limit: number): Entry[] {
    const speakers = program.session.overview?.speakers ?? [];
    return best(words, speakers, ({ name }) => name, limit).map(({ one, text, at }) => ({
      key: `speaker ${text}`,
      group: "speakers",
      text,
      at,
      detail: w.utterances(one.count),
      run: () => program.onlyWhere({ speaker: one.name }),
    }));
  }

  #places(program: Program, words: string, limit: number): Entry[] {
    return best(words, this.#outlets, (name) => name, limit).map(({ text, at }) => ({
      key: `outlet ${text}`,
      group: "outlets",
      text,
      at,
      run: () => program.openOutlet(text),
    }));
  }

  #quotations(program: Program, w: Words, words: string): Entry[] {
    return this.#utterances.map(({ utterance, speaker, words: said, outlets, tier }) => {
      const text = w.palette.said(speaker ?? w.unknownSpeaker, excerpt(words, said));
      return {
        key: utterance,
        group: "quotations",
        text,
        at: fuzzy(words, text, false)?.at ?? [],
        coverage: carried(tier),
        detail: w.outlets(outlets),
        run: () => program.openUtterance(utterance, null),
      };
    });
  }

  #texts(program: Program, w: Words, words: string): Entry[] {
    return this.#articles.map(({ article, outlet, title, path, published }) => {
      const text = w.palette.by(outlet, title ?? path);
      return {
        key: article,
        group: "articles",
        text,
        at: fuzzy(words, text, false)?.at ?? [],
        ...(published && { detail: day(published, w) }),
        run: () => program.openArticle(article),
      };
    });
  }
}

/** Those that fit the words, the best first; of equals the one that comes first. */
function best<T>(words: string, all: readonly T[], name: (one: T) => string, limit: number) {
  return all
    .flatMap((one) => {
      const text = name(one);
      const found = fuzzy(words, text);
      return found ? [{ one, text, ...found }] : [];
    })
    .sort((a, b) => (words === "" ? 0 : b.score - a.score))
    .slice(0, limit);
}

/** What was said, from a little before the words that were looked for. */
function excerpt(words: string, said: string): string {
  const first = fuzzy(words, said, false)?.at[0]?.[0] ?? 0;
  if (first <= BEFORE) return said;
  return `… ${said.slice(said.indexOf(" ", first - BEFORE) + 1)}`;
}

function carried(tier: Tier): Coverage {
  if (tier === "fragment") return "fragment";
  return tier === "reported" ? "reported" : "whole";
}
