import type { Boundary } from "../ipc/boundary";
import type { RememberedHit } from "../ipc/bindings";

/** Utterances that have the very words, up to which something like them is looked for too. */
export const FEW = 5;
/** Letters from which words tell enough to be remembered by. */
const ENOUGH = 6;
/** Milliseconds without a key before it is looked for: it takes longer than the list does. */
const PAUSE = 250;

/** Where something like the words in the field stands, though not they themselves. */
export class Remembered {
  hits = $state.raw<readonly RememberedHit[]>([]);
  /** Place among the hits. */
  at = $state(0);
  /** The words that the hits are like; `null` where nothing is looked for. */
  words = $state<string | null>(null);
  searching = $state(false);

  readonly #boundary: Boundary;
  #wanted = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Looks for something like the words, if `total` utterances that have them are few. */
  look(search: string, total: number) {
    const words = search.trim();
    if (words === this.words) return;
    this.forget();
    if (total > FEW || words.length < ENOUGH) return;
    const wanted = this.#wanted;
    this.words = words;
    this.searching = true;
    this.#waiting = setTimeout(() => void this.#ask(words, wanted), PAUSE);
  }

  async #ask(words: string, wanted: number) {
    try {
      const hits = await this.#boundary.remembered(words);
      if (wanted === this.#wanted) this.hits = hits;
    } catch {
      // Nothing is found: the list above is what was asked for.
    } finally {
      if (wanted === this.#wanted) this.searching = false;
    }
  }

  go(index: number) {
    this.at = Math.min(Math.max(0, index), Math.max(0, this.hits.length - 1));
  }

  forget() {
    clearTimeout(this.#waiting);
    this.#wanted += 1;
    this.hits = [];
    this.at = 0;
    this.words = null;
    this.searching = false;
  }
}
