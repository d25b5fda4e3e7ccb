import { SvelteMap } from "svelte/reactivity";
import type { Boundary } from "../ipc/boundary";
import type { ListItem, ListPage, ListQuery } from "../ipc/bindings";

export type Filters = Omit<ListQuery, "offset" | "limit">;

export const NO_FILTERS: Filters = {
  search: "",
  effect: null,
  speaker: null,
  order: "outlets",
  alone: false,
};

export interface Sides {
  left: string | null;
  right: string | null;
}

const ANY_SIDES: Sides = { left: null, right: null };

export const PAGE = 100;

/** The list of utterances: read page by page as it is scrolled, so that its length costs nothing. */
export class Utterances {
  filters = $state.raw<Filters>(NO_FILTERS);
  total = $state(0);
  totalWithoutEffect = $state(0);
  totalWithoutSpeaker = $state(0);
  /** Whether the first page has come. */
  ready = $state(false);
  failed = $state(false);
  /** Place of the chosen utterance in the list, and the utterance. */
  at = $state(0);
  chosen = $state<string | null>(null);
  /** The quotations to be shown of it; `null` leaves the choice to the program. */
  sides = $state.raw<Sides>(ANY_SIDES);

  readonly #pages = new SvelteMap<number, readonly ListItem[]>();
  // Nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  readonly #boundary: Boundary;
  #generation = 0;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  item(index: number): ListItem | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  get filtered(): boolean {
    const { search, effect, speaker } = this.filters;
    return search.trim() !== "" || effect !== null || speaker !== null;
  }

  /** Begins anew, for another folder. */
  async start(alone = false) {
    this.chosen = null;
    await this.filter({ ...NO_FILTERS, alone });
  }

  /** Narrows or orders the list. The chosen utterance stays chosen if the first page has it. */
  async filter(change: Partial<Filters>) {
    this.filters = { ...this.filters, ...change };
    await this.reload();
  }

  async reload() {
    const generation = ++this.#generation;
    this.#asked.clear();
    this.#asked.add(0);
    try {
      const page = await this.#ask(0);
      if (generation !== this.#generation) return;
      this.#pages.clear();
      this.#take(page);
      this.ready = true;
      this.failed = false;
      const kept = page.items.findIndex((item) => item.utterance === this.chosen);
      await this.choose(Math.max(0, kept));
    } catch {
      if (generation === this.#generation) this.failed = true;
    }
  }

  /** Takes every filter away, but for those given. */
  clear(but: Partial<Filters> = {}) {
    const { order, alone } = this.filters;
    return this.filter({ ...NO_FILTERS, order, alone, ...but });
  }

  /** Sees to it that these rows are there, or on their way. */
  async want(first: number, last: number) {
    const generation = this.#generation;
    const wanted: number[] = [];
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(Math.max(0, first) / PAGE); page * PAGE <= end; page++) {
      if (!this.#asked.has(page)) wanted.push(page);
    }
    await Promise.all(wanted.map((page) => this.#fetch(page, generation)));
  }

  /** Chooses the utterance at a place; one that is not there yet is chosen when it comes. */
  async choose(index: number) {
    if (this.total === 0) {
      this.chosen = null;
      return;
    }
    this.at = Math.min(Math.max(0, index), this.total - 1);
    this.sides = ANY_SIDES;
    const { at } = this;
    // At once where the page is there: a microtask more is a frame more.
    if (!this.item(at)) await this.want(at, at);
    if (this.at === at) this.chosen = this.item(at)?.utterance ?? null;
  }

  /** Chooses an utterance wherever it stands in the list; filters that keep it away are cleared.
   * `sides` are to be shown of it. */
  async open(utterance: string, sides: Sides) {
    let at = await this.#find(utterance);
    if (at === null && this.filtered) {
      await this.clear();
      at = await this.#find(utterance);
    }
    if (at !== null) this.at = at;
    this.chosen = utterance;
    this.sides = sides;
  }

  async #find(utterance: string): Promise<number | null> {
    const generation = this.#generation;
    for (let page = 0; page * PAGE < this.total && generation === this.#generation; page++) {
      await this.want(page * PAGE, page * PAGE);
      const at = this.#pages.get(page)?.findIndex((item) => item.utterance === utterance) ?? -1;
      if (at >= 0) return page * PAGE + at;
    }
    return null;
  }

  async #fetch(page: number, generation: number) {
    this.#asked.add(page);
    try {
      const answer = await this.#ask(page * PAGE);
      if (generation === this.#generation) this.#take(answer);
    } catch {
      // Asked again when the rows are next seen.
      if (generation === this.#generation) this.#asked.delete(page);
    }
  }

  #ask(offset: number): Promise<ListPage> {
    return this.#boundary.list({ ...this.filters, offset, limit: PAGE });
  }

  #take(page: ListPage) {
    this.total = page.total;
    this.totalWithoutEffect = page.total_without_effect;
    this.totalWithoutSpeaker = page.total_without_speaker;
    this.#pages.set(page.offset / PAGE, page.items);
  }
}
