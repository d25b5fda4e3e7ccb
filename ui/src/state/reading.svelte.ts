import type { Boundary } from "../ipc/boundary";
import type { ArticlePage, ChangeLine, Comparison, Effect } from "../ipc/bindings";
import { RANK } from "./effects";
import { followed } from "./refining";
import type { SettingsState } from "./settings.svelte";

export type SideName = "left" | "right";
export type ChangeOrder = "reading" | "weight";
export type Context = "sentence" | "paragraph" | "article";

/** Who goes through the list passes many: only where she rests is the meaning asked for. */
const REST = 150;

/** The two versions on the screen, and where the reader is in them. */
export class Reading {
  comparison = $state.raw<Comparison | null>(null);
  failed = $state(false);
  order = $state<ChangeOrder>("reading");
  /** The change stepped to, and the one that pointer or focus lights. Indices into `changes`. */
  current = $state<number | null>(null);
  lit = $state<number | null>(null);
  context = $state<Record<SideName, Context>>({ left: "sentence", right: "sentence" });
  articles = $state.raw<Record<string, ArticlePage>>({});
  /** Counts the comparisons shown; the same one refined is no other. */
  shown = $state(0);
  refined = $state(0);
  /** The program has no model: versions are compared by their words alone. */
  wordsOnly = $state(false);

  readonly #boundary: Boundary;
  readonly #settings: SettingsState;
  #wanted = 0;
  /** What was last told of two versions, before anything was refined. */
  #told = "";

  readonly changes: readonly ChangeLine[] = $derived(this.comparison?.changes ?? []);
  /** Changes that are not muted, in the order of the list. */
  readonly visible: readonly number[] = $derived.by(() => {
    const shown = this.changes.flatMap((c, i) => (this.#settings.isMuted(c.effect) ? [] : [i]));
    if (this.order === "reading") return shown;
    const rank = (i: number) => RANK[this.changes[i]!.weight];
    return shown.sort((a, b) => rank(a) - rank(b) || a - b);
  });
  readonly counts: Readonly<Partial<Record<Effect, number>>> = $derived.by(() => {
    const counts: Partial<Record<Effect, number>> = {};
    for (const { effect } of this.changes) counts[effect] = (counts[effect] ?? 0) + 1;
    return counts;
  });
  /** Place of the current change in the list, from 0; -1 where there is none. */
  readonly place: number = $derived(
    this.current === null ? -1 : this.visible.indexOf(this.current),
  );

  constructor(boundary: Boundary, settings: SettingsState) {
    this.#boundary = boundary;
    this.#settings = settings;
  }

  /** Shows two versions of an utterance; the program chooses those that are not given. */
  async show(utterance: string | null, left: string | null = null, right: string | null = null) {
    const wanted = ++this.#wanted;
    this.failed = false;
    if (utterance === null) {
      this.comparison = null;
      return;
    }
    try {
      const comparison = await this.#boundary.comparison(utterance, left, right);
      if (wanted !== this.#wanted) return;
      // Nothing of it has changed: what is unfolded and where it is scrolled to stay as they are.
      const told = JSON.stringify(comparison);
      if (this.comparison && told === this.#told) return;
      this.#told = told;
      const before = this.comparison;
      const sameTwo =
        before?.left.quotation === comparison.left.quotation &&
        before.right?.quotation === comparison.right?.quotation;
      // Two that were swapped have the same changes: the reader stays where she was.
      const same =
        this.comparison?.utterance === comparison.utterance &&
        this.comparison.changes.length === comparison.changes.length;
      // The same two in a newer state are no others.
      if (!sameTwo) this.shown += 1;
      this.comparison = comparison;
      this.lit = null;
      if (!same) this.current = null;
      this.context = { left: "sentence", right: "sentence" };
      void this.#refine(comparison);
    } catch {
      if (wanted !== this.#wanted) return;
      this.comparison = null;
      this.failed = true;
    }
  }

  /** The same two versions as they are now, under the ids that they have now. */
  async renew(now: (id: string) => string) {
    const c = this.comparison;
    this.articles = {};
    if (!c) return;
    const context = { ...this.context };
    await this.show(
      now(c.utterance),
      now(c.left.quotation),
      c.right ? now(c.right.quotation) : null,
    );
    for (const side of ["left", "right"] as const) {
      this.context[side] = "sentence";
      if (context[side] !== "sentence") await this.unfold(side, context[side]);
    }
  }

  /** Puts what the words mean in the place of what they look like; the reader stays where she is. */
  async #refine({ utterance, left, right, refinable, basis }: Comparison) {
    if (!refinable || basis === "meaning" || this.wordsOnly || !right) return;
    const wanted = this.#wanted;
    await new Promise((done) => setTimeout(done, REST));
    if (wanted !== this.#wanted) return;
    let refined: Comparison | null;
    try {
      const sides = [left.quotation, right.quotation] as const;
      refined = await this.#boundary.comparisonByMeaning(utterance, ...sides);
    } catch {
      return; // What is on the screen is good as it is.
    }
    if (refined === null) this.wordsOnly = true;
    if (refined === null || wanted !== this.#wanted) return;
    const before = this.changes;
    const follow = (change: number | null) =>
      change === null ? null : followed(before[change], refined.changes);
    const [current, lit] = [follow(this.current), follow(this.lit)];
    this.comparison = refined;
    [this.current, this.lit] = [current, lit];
    this.refined += 1;
  }

  isShown = (change: number): boolean => {
    const line = this.changes[change];
    return line !== undefined && !this.#settings.isMuted(line.effect);
  };

  /** To the next or previous change; with `strong`, past all that leave the meaning. */
  step(by: 1 | -1, strong = false): number | null {
    const stops = strong
      ? this.visible.filter((i) => this.changes[i]!.weight === "strong")
      : this.visible;
    if (stops.length === 0) return null;
    if (!strong || this.current === null || stops.includes(this.current)) {
      const at = this.current === null ? -1 : stops.indexOf(this.current);
      const next = at < 0 && by < 0 ? stops.length - 1 : (at + by + stops.length) % stops.length;
      return this.go(stops[next]!);
    }
    const place = this.place;
    const ahead = stops.filter((i) => (this.visible.indexOf(i) - place) * by > 0);
    return this.go((by > 0 ? ahead[0] : ahead.at(-1)) ?? (by > 0 ? stops[0] : stops.at(-1))!);
  }

  go(change: number): number {
    this.current = change;
    return change;
  }

  /** Leaves a change that is no longer shown. */
  settle() {
    if (this.place < 0) this.current = null;
  }

  swap() {
    const c = this.comparison;
    return c?.right
      ? this.show(c.utterance, c.right.quotation, c.left.quotation)
      : Promise.resolve();
  }

  /** Puts a version on one side. If the other side has it, the two change places. */
  put(side: SideName, quotation: string) {
    const c = this.comparison;
    if (!c?.right) return Promise.resolve();
    const other = side === "left" ? c.right.quotation : c.left.quotation;
    if (quotation === other) return this.swap();
    return side === "left"
      ? this.show(c.utterance, quotation, other)
      : this.show(c.utterance, other, quotation);
  }

  /** The next version that stands on neither side. */
  putNext(side: SideName) {
    const c = this.comparison;
    if (!c?.right) return Promise.resolve();
    const shown = side === "left" ? c.left.quotation : c.right.quotation;
    const other = side === "left" ? c.right.quotation : c.left.quotation;
    const free = c.versions.filter((v) => v.quotation !== other);
    const at = free.findIndex((v) => v.quotation === shown);
    const next = free[(at + 1) % free.length];
    return next && next.quotation !== shown ? this.put(side, next.quotation) : Promise.resolve();
  }

  /** Unfolds the context of a side, or folds it if it is so already. */
  async unfold(side: SideName, to: Context) {
    const c = this.comparison;
    const version = side === "left" ? c?.left : c?.right;
    if (!c || !version) return;
    if (this.context[side] === to) {
      this.context[side] = "sentence";
      return;
    }
    if (to === "article" && !this.articles[version.article]) {
      try {
        const article = await this.#boundary.article(version.article);
        this.articles = { ...this.articles, [version.article]: article };
      } catch {
        // Unfolded without it: the page says that it could not be read.
      }
    }
    this.context[side] = to;
  }

  /** One step more or less of context on both sides. */
  async unfoldBoth(by: 1 | -1) {
    const steps: Context[] = ["sentence", "paragraph", "article"];
    for (const side of ["left", "right"] as const) {
      const next = steps[steps.indexOf(this.context[side]) + by];
      if (next && next !== this.context[side]) {
        if (next === "sentence") this.context[side] = next;
        else await this.unfold(side, next);
      }
    }
  }

  /** Forgets what belongs to the folder that was open. */
  forget() {
    this.#wanted += 1;
    this.comparison = null;
    this.articles = {};
  }
}
