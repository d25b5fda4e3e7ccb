import { SvelteMap } from "svelte/reactivity";

/** A stretch of a list, as the program gives it. */
export interface Stretch<Item> {
  total: number;
  offset: number;
  items: readonly Item[];
}

export const PAGE = 100;

/** A list that is read page by page as it is scrolled, so that its length costs nothing. */
export abstract class Paged<Item, Page extends Stretch<Item> = Stretch<Item>> {
  total = $state(0);
  /** Whether the first page has come. */
  ready = $state(false);
  failed = $state(false);
  /** Place in the list. */
  at = $state(0);

  readonly #pages = new SvelteMap<number, readonly Item[]>();
  // Nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  #generation = 0;

  protected abstract ask(offset: number, limit: number): Promise<Page>;

  /** A page has come; its items are there already. */
  protected abstract took(page: Page): void;

  item(index: number): Item | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Reads the list anew: its first page, or `null` where that failed or is no longer wanted. */
  protected async begin(): Promise<Page | null> {
    const generation = ++this.#generation;
    this.#asked.clear();
    this.#asked.add(0);
    try {
      const page = await this.ask(0, PAGE);
      if (generation !== this.#generation) return null;
      this.#pages.clear();
      this.#take(page);
      this.ready = true;
      this.failed = false;
      return page;
    } catch {
      if (generation === this.#generation) this.failed = true;
      return null;
    }
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

  go(index: number) {
    this.at = Math.min(Math.max(0, index), Math.max(0, this.total - 1));
  }

  /** Where the first item of this kind stands; `null` where none does. */
  protected async find(is: (item: Item) => boolean): Promise<number | null> {
    const generation = this.#generation;
    for (let first = 0; first < this.total && generation === this.#generation; first += PAGE) {
      await this.want(first, first);
      const at = this.#pages.get(first / PAGE)?.findIndex(is) ?? -1;
      if (at >= 0) return first + at;
    }
    return null;
  }

  /** Forgets what belongs to the folder that was open. */
  forget() {
    this.#generation += 1;
    this.#pages.clear();
    this.#asked.clear();
    this.total = 0;
    this.at = 0;
    this.ready = false;
    this.failed = false;
  }

  async #fetch(page: number, generation: number) {
    this.#asked.add(page);
    try {
      const answer = await this.ask(page * PAGE, PAGE);
      if (generation === this.#generation) this.#take(answer);
    } catch {
      // Asked again when the rows are next seen.
      if (generation === this.#generation) this.#asked.delete(page);
    }
  }

  #take(page: Page) {
    this.total = page.total;
    this.#pages.set(page.offset / PAGE, page.items);
    this.took(page);
  }
}
