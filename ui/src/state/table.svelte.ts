import { SvelteSet } from "svelte/reactivity";
import type { Boundary } from "../ipc/boundary";
import type { ChangeLine, Effect, TablePage } from "../ipc/bindings";
import { shownColumns, wordsOf, type Shown } from "./columns";
import type { SettingsState } from "./settings.svelte";

/** How an utterance is read. */
export type Way = Tab | "said";
/** Those that are offered side by side; the measure is asked for by itself. */
export type Tab = "two" | "all" | "one";

/** Shorter than this, nothing is said about the wait. */
const PATIENCE = 300;

/** All versions of the chosen utterance, and where the reader is in them. */
export class Table {
  way = $state<Way>("two");
  page = $state.raw<TablePage | null>(null);
  failed = $state(false);
  /** It takes long enough to say so. */
  waiting = $state(false);
  fold = $state(true);
  /** The current row, and the current column as one of the page's. Row −1 is that of the heads,
   * `atNames` that of the outlets' names. */
  row = $state(0);
  at = $state(0);
  atNames = $state(false);

  readonly #unfolded = new SvelteSet<number>();
  readonly #boundary: Boundary;
  readonly #settings: SettingsState;
  #wanted = 0;
  #asked: { utterance: string; base: string | null } | null = null;

  readonly shown: readonly Shown[] = $derived(
    this.page
      ? shownColumns(this.page, (e) => this.#settings.isMuted(e), this.fold, this.#unfolded)
      : [],
  );
  /** The current column as one of those shown. */
  readonly column: number = $derived(
    Math.max(
      0,
      this.shown.findIndex((one) => one.first <= this.at && this.at < one.last),
    ),
  );
  /** Columns that differ, as places in `shown`. */
  readonly differing: readonly number[] = $derived(
    this.shown.flatMap((one, i) => (one.effect === null ? [] : [i])),
  );
  readonly counts: Readonly<Partial<Record<Effect, number>>> = $derived.by(() => {
    const counts: Partial<Record<Effect, number>> = {};
    for (const { effect } of this.page?.changes ?? []) counts[effect] = (counts[effect] ?? 0) + 1;
    return counts;
  });

  constructor(boundary: Boundary, settings: SettingsState) {
    this.#boundary = boundary;
    this.#settings = settings;
  }

  /** Shows the versions of an utterance, unless they are shown; `base` is a quotation. */
  async show(utterance: string | null, base: string | null = null) {
    const asked = this.#asked;
    if (utterance !== null && asked?.utterance === utterance && base === null) return;
    const wanted = ++this.#wanted;
    this.failed = false;
    this.waiting = false;
    this.#asked = utterance === null ? null : { utterance, base };
    if (utterance === null) {
      this.page = null;
      return;
    }
    const slow = setTimeout(() => {
      if (wanted === this.#wanted) this.waiting = true;
    }, PATIENCE);
    try {
      const page = await this.#boundary.table(utterance, base);
      if (wanted === this.#wanted) this.#take(page);
    } catch {
      if (wanted !== this.#wanted) return;
      this.page = null;
      this.failed = true;
      this.#asked = null;
    } finally {
      clearTimeout(slow);
      if (wanted === this.#wanted) this.waiting = false;
    }
  }

  /** The reader waits no longer, and reads two versions. */
  stop() {
    this.forget();
    this.way = "two";
    void this.#boundary.stopTable().catch(() => {});
  }

  #take(page: TablePage) {
    this.#unfolded.clear();
    this.page = page;
    this.row = 0;
    this.atNames = false;
    // The first column that differs is what a reader looks for.
    this.at = this.shown[this.differing[0] ?? 0]?.first ?? 0;
  }

  /** Holds every version against another one. */
  put(base: string) {
    return this.page ? this.show(this.page.utterance, base) : Promise.resolve();
  }

  isShown = (change: number): boolean => {
    const line = this.page?.changes[change];
    return line !== undefined && !this.#settings.isMuted(line.effect);
  };

  /** The change told of a reading: none where its effect is muted. */
  told(change: number | null): ChangeLine | null {
    return change !== null && this.isShown(change) ? this.page!.changes[change]! : null;
  }

  go(row: number, column: number) {
    this.row = row;
    this.atNames = column < 0;
    if (column >= 0) this.at = this.shown[column]?.first ?? 0;
  }

  /** To the next or previous column that differs; with `strong`, in its meaning. */
  step(by: 1 | -1, strong = false): number | null {
    const stops = this.differing.filter((i) => !strong || this.shown[i]!.strong);
    if (stops.length === 0) return null;
    const ahead = stops.filter((i) => (i - this.column) * by > 0);
    const next = by > 0 ? (ahead[0] ?? stops[0]!) : (ahead.at(-1) ?? stops.at(-1)!);
    this.at = this.shown[next]!.first;
    this.atNames = false;
    return next;
  }

  /** Unfolds what agrees from here on, or folds it. */
  toggle(first: number) {
    if (!this.#unfolded.delete(first)) this.#unfolded.add(first);
  }

  /** Where the unfolded stretch begins that holds a column; `null` where there is none. */
  unfoldedAt(column: Shown): number | null {
    if (column.folded || column.effect !== null) return null;
    return (
      [...this.#unfolded].filter((first) => first <= column.first).sort((a, b) => b - a)[0] ?? null
    );
  }

  /** The words of the base in some columns. */
  baseWords(first: number, last: number): string {
    const base = this.page?.rows[0];
    if (!base) return "";
    const words = base.cells.slice(first, last).map((cell, i) => {
      const blank = i > 0 && this.page!.columns[first + i]!.spaced ? " " : "";
      return blank + wordsOf(cell, undefined);
    });
    return words.join("");
  }

  /** The folder has changed: the same versions anew, the reader where she was. `now` gives the id
   * that an earlier one has become. */
  async renew(now: (id: string) => string) {
    const asked = this.#asked;
    if (asked === null) return;
    const { at, row } = this;
    const base = asked.base ?? this.page?.rows[0]?.quotation ?? null;
    this.#asked = null;
    await this.show(now(asked.utterance), base === null ? null : now(base));
    if (!this.page) return;
    this.at = Math.min(at, Math.max(0, this.page.columns.length - 1));
    this.row = Math.min(row, this.page.rows.length - 1);
  }

  /** Forgets what belongs to the folder that was open. */
  forget() {
    this.#wanted += 1;
    this.page = null;
    this.#asked = null;
    this.failed = false;
    this.waiting = false;
  }
}
