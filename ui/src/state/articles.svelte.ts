import type { Boundary } from "../ipc/boundary";
import type {
  ArticleItem,
  ArticleList,
  ArticlePair,
  ArticleQuery,
  Comparison,
} from "../ipc/bindings";
import { Paged } from "./paged.svelte";
import type { SideName } from "./reading.svelte";

export type ArticleFilters = Omit<ArticleQuery, "offset" | "limit">;

/** A stretch of an article's text, to be shown where it stands. */
export interface TextPlace {
  paragraph: number;
  stretch: string;
}

const ALL: ArticleFilters = { search: "", outlet: null, newest_first: true };

/** The list of articles, and the two of them that stand side by side. */
export class Articles extends Paged<ArticleItem, ArticleList> {
  filters = $state.raw<ArticleFilters>(ALL);
  outlets = $state.raw<readonly string[]>([]);
  pair = $state.raw<ArticlePair | null>(null);
  pairFailed = $state(false);
  /** The passage stepped to: an index into those of the pair. */
  current = $state<number | null>(null);
  /** What was come for in the left article. */
  place = $state.raw<TextPlace | null>(null);
  /** Whether scrolling one article scrolls the other by passages. */
  together = $state(true);

  readonly #boundary: Boundary;
  #wanted = 0;
  #taken: Comparison | null = null;

  constructor(boundary: Boundary) {
    super();
    this.#boundary = boundary;
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
  async open(article: string, comparison: Comparison | null, place: TextPlace | null = null) {
    this.#taken = comparison;
    if (!this.ready) await this.reload();
    const right = this.pair?.right.article ?? comparison?.right?.article;
    const beside = [right, this.item(0)?.article, this.item(1)?.article];
    await this.lay(article, beside.find((other) => other && other !== article) ?? article);
    this.place = place;
  }

  async filter(change: Partial<ArticleFilters>) {
    this.filters = { ...this.filters, ...change };
    await this.reload();
  }

  async reload() {
    if (await this.begin()) this.at = 0;
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
      this.place = null;
      const at = pair.passages.findIndex((link) => link.utterance === utterance);
      this.current = utterance !== null && at >= 0 ? at : null;
    } catch {
      if (wanted !== this.#wanted) return;
      this.pair = null;
      this.pairFailed = true;
    }
  }

  /** The list and the two articles as they are now. Where one of them is no longer there, another
   * takes its place. */
  async renew() {
    if (!this.ready || !(await this.again())) return;
    const { pair, current } = this;
    this.at = Math.min(this.at, Math.max(0, this.total - 1));
    if (!pair) return;
    const wanted = ++this.#wanted;
    const now = await this.#boundary
      .articlePair(pair.left.article, pair.right.article)
      .catch(() => null);
    if (wanted !== this.#wanted) return;
    if (!now) {
      const [first, second] = [this.item(0), this.item(1)];
      if (first && second) await this.lay(first.article, second.article);
      else this.pair = null;
    } else if (JSON.stringify(now) !== JSON.stringify(pair)) {
      this.pair = now;
      this.current = now.passages.length === pair.passages.length ? current : null;
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

  override forget() {
    super.forget();
    this.#wanted += 1;
    this.filters = ALL;
    this.pair = null;
    this.place = null;
    this.pairFailed = false;
    this.current = null;
  }

  protected ask(offset: number, limit: number): Promise<ArticleList> {
    return this.#boundary.articles({ ...this.filters, offset, limit });
  }

  protected took(page: ArticleList) {
    this.outlets = page.outlets;
  }
}
