import { SvelteMap } from "svelte/reactivity";
import type { Boundary } from "../ipc/boundary";
import type {
  ArticleItem,
  ArticleList,
  ArticlePair,
  ArticleQuery,
  Comparison,
} from "../ipc/bindings";
import type { SideName } from "./reading.svelte";

export type ArticleFilters = Omit<ArticleQuery, "offset" | "limit">;

const ALL: ArticleFilters = { search: "", outlet: null, newest_first: true };

export const ARTICLES_PAGE = 100;

/** The list of articles, and the two of them that stand side by side. */
export class Articles {
  filters = $state.raw<ArticleFilters>(ALL);
  total = $state(0);
  outlets = $state.raw<readonly string[]>([]);
  /** Whether the first page has come. */
  ready = $state(false);
  failed = $state(false);
  /** Place in the list. */
  at = $state(0);
  pair = $state.raw<ArticlePair | null>(null);
  pairFailed = $state(false);
  /** The passage stepped to: an index into those of the pair. */
  current = $state<number | null>(null);
  /** Whether scrolling one article scrolls the other by passages. */
  together = $state(true);

  readonly #pages = new SvelteMap<number, readonly ArticleItem[]>();
  // Nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  readonly #boundary: Boundary;
  #generation = 0;
  #wanted = 0;
  #taken: Comparison | null = null;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  item(index: number): ArticleItem | undefined {
    return this.#pages.get(Math.floor(index / ARTICLES_PAGE))?.[index % ARTICLES_PAGE];
  }

  side(article: string): SideName | null {
    if (this.pair?.left.article === article) return "left";
    return this.pair?.right.article === article ? "right" : null;
  }

  /** Begins with the articles of the comparison that is on the screen, unless they have been
   * taken already; else with the first two of the list. */
  async show(comparison: Comparison | null) {
    if (!this.ready) await this.reload();
    if (comparison?.right && comparison !== this.#taken) {
      this.#taken = comparison;
      const { left, right, utterance } = comparison;
      if (left.article !== right.article) return this.lay(left.article, right.article, utterance);
    }
    const [first, second] = [this.item(0), this.item(1)];
    if (!this.pair && first && second) await this.lay(first.article, second.article);
  }

  /** Puts an article on the left, instead of one of the comparison on the screen. */
  async open(article: string, comparison: Comparison | null) {
    this.#taken = comparison;
    if (!this.ready) await this.reload();
    const right = this.pair?.right.article ?? comparison?.right?.article;
    const beside = [right, this.item(0)?.article, this.item(1)?.article];
    await this.lay(article, beside.find((other) => other && other !== article) ?? article);
  }

  async filter(change: Partial<ArticleFilters>) {
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
      this.at = 0;
      this.ready = true;
      this.failed = false;
    } catch {
      if (generation === this.#generation) this.failed = true;
    }
  }

  /** Sees to it that these rows are there, or on their way. */
  async want(first: number, last: number) {
    const generation = this.#generation;
    const wanted: number[] = [];
    const end = Math.min(last, this.total - 1);
    const from = Math.floor(Math.max(0, first) / ARTICLES_PAGE);
    for (let page = from; page * ARTICLES_PAGE <= end; page++) {
      if (!this.#asked.has(page)) wanted.push(page);
    }
    await Promise.all(wanted.map((page) => this.#fetch(page, generation)));
  }

  go(index: number) {
    this.at = Math.min(Math.max(0, index), Math.max(0, this.total - 1));
  }

  /** Puts an article on one side. If the other side has it, the two change places. */
  async put(side: SideName, article: string) {
    const { pair } = this;
    const [left, right] = [pair?.left.article ?? article, pair?.right.article ?? article];
    if (side === "left") await this.lay(article, article === right ? left : right);
    else await this.lay(article === left ? right : left, article);
  }

  /** Lays two articles side by side; the passage that holds the utterance becomes the current. */
  async lay(left: string, right: string, utterance: string | null = null) {
    const wanted = ++this.#wanted;
    this.pairFailed = false;
    try {
      const pair = await this.#boundary.articlePair(left, right);
      if (wanted !== this.#wanted) return;
      this.pair = pair;
      const at = pair.passages.findIndex((link) => link.utterance === utterance);
      this.current = utterance !== null && at >= 0 ? at : null;
    } catch {
      if (wanted !== this.#wanted) return;
      this.pair = null;
      this.pairFailed = true;
    }
  }

  /** To the next or previous passage. */
  step(by: 1 | -1): number | null {
    const count = this.pair?.passages.length ?? 0;
    if (count === 0) return null;
    if (this.current === null) this.current = by > 0 ? 0 : count - 1;
    else this.current = (this.current + by + count) % count;
    return this.current;
  }

  /** Forgets what belongs to the folder that was open. */
  forget() {
    this.#generation += 1;
    this.#wanted += 1;
    this.#pages.clear();
    this.filters = ALL;
    this.total = 0;
    this.at = 0;
    this.ready = false;
    this.failed = false;
    this.pair = null;
    this.pairFailed = false;
    this.current = null;
  }

  async #fetch(page: number, generation: number) {
    this.#asked.add(page);
    try {
      const answer = await this.#ask(page * ARTICLES_PAGE);
      if (generation === this.#generation) this.#take(answer);
    } catch {
      // Asked again when the rows are next seen.
      if (generation === this.#generation) this.#asked.delete(page);
    }
  }

  #ask(offset: number): Promise<ArticleList> {
    return this.#boundary.articles({ ...this.filters, offset, limit: ARTICLES_PAGE });
  }

  #take(page: ArticleList) {
    this.total = page.total;
    this.outlets = page.outlets;
    this.#pages.set(page.offset / ARTICLES_PAGE, page.items);
  }
}
