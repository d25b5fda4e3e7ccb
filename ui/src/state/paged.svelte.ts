import { SvelteMap } from "svelte/reactivity";

/** A stretch of a list, as the program gives it. */
export interface Stretch<Item> {
  total: number;
  offset: number;
  items: readonly Item[];
}

export const PAGE = 100;

/** The pages in which these rows stand. */
function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / PAGE);
  return Array.from(
    { length: Math.max(0, Math.floor(last / PAGE) - from + 1) },
    (_, i) => from + i,
  );
}

/** A list that is read page by page as it is scrolled, so that its length costs nothing. */
export abstract class Paged<Item, Page extends Stretch<Item> = Stretch<Item>> {
  total = $state(0);
  /** Whether the first page has come. */
  ready = $state(false);
  failed = $state(false);
  /** Place in the list. */
  at = $state(0);
  /** By how many places what the reader looks at was moved, when the list was read once more. */
  shift = $state(0);

  readonly #pages = new SvelteMap<number, readonly Item[]>();
  // Nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  /** Rows asked for last: those that are seen, and some around them. */
  #seen: readonly [first: number, last: number] = [0, 0];
  #generation = 0;

  protected abstract ask(offset: number, limit: number): Promise<Page>;

  /** The beginning of a list that is another one than before. */
  protected askAnew(limit: number): Promise<Page> {
    return this.ask(0, limit);
  }

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
      const page = await this.askAnew(PAGE);
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

  /** Reads what is seen once more; it stays until the new is there. True where it came. */
  protected async again(): Promise<boolean> {
    const generation = ++this.#generation;
    const pages = [0, ...pagesOf(...this.#seen), ...pagesOf(this.at, this.at)];
    this.#asked.clear();
    pages.forEach((page) => this.#asked.add(page));
    try {
      const answers = await Promise.all(
        [...this.#asked].map((page) => this.ask(page * PAGE, PAGE)),
      );
      if (generation !== this.#generation) return false;
      this.#pages.clear();
      answers.forEach((page) => this.#take(page));
      return true;
    } catch {
      if (generation === this.#generation) this.failed = true;
      return false;
    }
  }

  /** Sees to it that these rows are there, or on their way. */
  async want(first: number, last: number) {
    this.#seen = [first, last];
    const generation = this.#generation;
    const end = Math.min(last, this.total - 1);
    const wanted = pagesOf(first, end).filter((page) => !this.#asked.has(page));
    await Promise.all(wanted.map((page) => this.#fetch(page, generation)));
  }

  go(index: number) {
    this.at = Math.min(Math.max(0, index), Math.max(0, this.total - 1));
  }

  /** Where an item of this kind stands among those that are here. */
  protected near(is: (item: Item) => boolean): number | null {
    for (const [page, items] of this.#pages) {
      const at = items.findIndex(is);
      if (at >= 0) return page * PAGE + at;
    }
    return null;
  }

  /** Where the first item of this kind stands; `null` where none does. */
  protected async find(is: (item: Item) => boolean): Promise<number | null> {
    const generation = this.#generation;
    const near = this.near(is);
    if (near !== null) return near;
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
