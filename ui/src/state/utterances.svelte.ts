import type { Boundary } from "../ipc/boundary";
import type { Choices, ListItem, ListPage, Without } from "../ipc/bindings";
import { active, NO_FILTERS, type Filters } from "./filters";
import { Paged } from "./paged.svelte";

export interface Sides {
  left: string | null;
  right: string | null;
}

const ANY_SIDES: Sides = { left: null, right: null };

/** The list of utterances, and which of them is chosen. */
export class Utterances extends Paged<ListItem, ListPage> {
  filters = $state.raw<Filters>(NO_FILTERS);
  /** What would match without each of the filters that are set. */
  without = $state.raw<readonly Without[]>([]);
  /** The words that the list on the screen has been searched for. */
  searched = $state("");
  /** What the menus offer beside what is chosen in them; `null` until one is opened. */
  choices = $state.raw<Choices | null>(null);
  chosen = $state<string | null>(null);
  /** Several that are selected, in the order of the list; empty where only one is chosen. */
  several = $state.raw<readonly string[]>([]);
  /** The quotations to be shown of it; `null` leaves the choice to the program. */
  sides = $state.raw<Sides>(ANY_SIDES);

  readonly #boundary: Boundary;
  readonly #selected: ReadonlySet<string> = $derived.by(() => {
    // Made anew with every selection.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity
    return new Set(this.several);
  });
  /** Where a selection begins; `null` while there is none. */
  #anchor: number | null = null;

  constructor(boundary: Boundary) {
    super();
    this.#boundary = boundary;
  }

  get filtered(): boolean {
    return active(this.filters).length > 0;
  }

  /** Begins anew, for another folder. */
  async start(alone = false) {
    this.chosen = null;
    this.choices = null;
    await this.filter({ ...NO_FILTERS, alone });
  }

  /** Narrows or orders the list. The chosen utterance stays chosen if the first page has it. */
  async filter(change: Partial<Filters>) {
    this.filters = { ...this.filters, ...change };
    await this.reload();
  }

  /** Counts what the menus offer; asked when one of them opens, not at every key. */
  async count() {
    const { filters } = this;
    try {
      const choices = await this.#boundary.choices({ ...filters, offset: 0, limit: 0 });
      if (filters === this.filters) this.choices = choices;
    } catch {
      // The menus show what they had.
    }
  }

  async reload() {
    const page = await this.begin();
    if (!page) return;
    this.searched = this.filters.search;
    const kept = page.items.findIndex((item) => item.utterance === this.chosen);
    await this.choose(Math.max(0, kept));
  }

  /** The list as it is now; what is chosen and selected stays so, under the ids that it has now,
   * with `sides` of the one chosen. Where that is no longer there, what stands in its place is
   * chosen. `far`: it may stand far from where it stood. */
  async renew(now: (id: string) => string, sides: Sides, far = true) {
    const before = this.chosen;
    this.choices = null;
    if (!(await this.again())) return;
    // The reader may have gone on meanwhile.
    const gone = this.chosen !== before;
    const chosen = this.chosen === null ? null : now(this.chosen);
    const was = this.at;
    const is = (item: ListItem) => item.utterance === chosen;
    const at = far ? await this.find(is) : this.near(is);
    if (chosen === null || at === null) return this.choose(was);
    this.at = at;
    this.shift = at - was;
    this.#stay(now, at - was);
    if (chosen !== this.chosen) {
      this.chosen = chosen;
      this.sides = gone ? ANY_SIDES : sides;
    }
  }

  /** What is selected stays so, as far as it is there. */
  #stay(now: (id: string) => string, by: number) {
    if (this.#anchor !== null) this.#anchor += by;
    if (this.several.length === 0) return;
    const there = (id: string) => this.near((item) => item.utterance === id) !== null;
    const several = this.several.map(now).filter(there);
    if (several.length < 2) this.leaveSelection();
    else this.several = several;
  }

  isSelected(index: number): boolean {
    if (this.several.length < 2) return index === this.at;
    const item = this.item(index);
    return item !== undefined && this.#selected.has(item.utterance);
  }

  /** Selects everything from the one chosen before to this place, which is then chosen. */
  async extend(index: number) {
    const anchor = this.#anchor ?? this.at;
    const chosen = this.choose(index);
    // Before the next key comes, which may be at once.
    this.#anchor = anchor;
    await chosen;
    if (this.#anchor !== anchor) return;
    const [from, to] = [Math.min(anchor, this.at), Math.max(anchor, this.at)];
    await this.want(from, to);
    const all = Array.from({ length: to - from + 1 }, (_, i) => this.item(from + i)?.utterance);
    this.several = all.filter((id) => id !== undefined);
  }

  /** Selects one more, or leaves one out. */
  async toggle(index: number) {
    const before =
      this.several.length > 0 ? this.several : [this.chosen].filter((id) => id !== null);
    const choosing = this.choose(index);
    this.#anchor = index;
    await choosing;
    const { chosen } = this;
    if (chosen === null) return;
    const without = before.filter((id) => id !== chosen);
    this.several = without.length < before.length ? without : [...before, chosen];
  }

  leaveSelection() {
    this.several = [];
    this.#anchor = null;
  }

  /** Takes every filter away, but for those given. */
  clear(but: Partial<Filters> = {}) {
    const { order, alone } = this.filters;
    return this.filter({ ...NO_FILTERS, order, alone, ...but });
  }

  /** Chooses the utterance at a place; one that is not there yet is chosen when it comes. */
  async choose(index: number) {
    if (this.total === 0) {
      this.chosen = null;
      return;
    }
    this.go(index);
    this.leaveSelection();
    this.sides = ANY_SIDES;
    const { at } = this;
    // At once where the page is there: a microtask more is a frame more.
    if (!this.item(at)) await this.want(at, at);
    if (this.at === at) this.chosen = this.item(at)?.utterance ?? null;
  }

  /** Shows an utterance, or a quotation that stands alone, without looking for it in the list. */
  show(utterance: string, sides: Sides) {
    this.chosen = utterance;
    this.sides = sides;
  }

  /** Chooses an utterance wherever it stands in the list; filters that keep it away are cleared.
   * `sides` are to be shown of it. */
  async open(utterance: string, sides: Sides) {
    const is = (item: ListItem) => item.utterance === utterance;
    let at = await this.find(is);
    if (at === null && this.filtered) {
      await this.clear();
      at = await this.find(is);
    }
    if (at !== null) this.at = at;
    this.show(utterance, sides);
  }

  protected ask(offset: number, limit: number): Promise<ListPage> {
    return this.#boundary.list({ ...this.filters, offset, limit });
  }

  protected override askAnew(limit: number): Promise<ListPage> {
    return this.#boundary.listAnew({ ...this.filters, offset: 0, limit });
  }

  protected took(page: ListPage) {
    this.without = page.without;
  }
}
