import type { Boundary } from "../ipc/boundary";
import { Refusal } from "../ipc/boundary";
import type { Attached, FailureCode, Measured, ReferencePage, SaidChoice } from "../ipc/bindings";

/** What the outlets are sorted by: most kept first, else most of what the column counts. There is
 * no total: a cut and a lost “not” do not add up. */
export type MeasureOrder = "kept" | "cut" | "added" | "meaning" | "outlet";

/** The chosen utterance, measured against what was really said. */
export class ReferenceState {
  page = $state.raw<ReferencePage | null>(null);
  /** The program has answered, with a measure or without. */
  ready = $state(false);
  failed = $state(false);
  attached = $state.raw<readonly Attached[]>([]);
  order = $state<MeasureOrder>("kept");
  /** The current outlet, by its quotation, so that it stays the same in another order. */
  current = $state<string | null>(null);
  /** Where the reader says what was really said: open, with this version chosen at first. */
  asking = $state<{ version: string | null } | null>(null);
  refused = $state<FailureCode | null>(null);

  readonly #boundary: Boundary;
  #wanted = 0;
  #utterance: string | null = null;

  readonly rows: readonly Measured[] = $derived.by(() => {
    const rows = [...(this.page?.outlets ?? [])];
    const { order } = this;
    if (order === "kept") return rows;
    if (order === "outlet") return rows.sort((a, b) => a.outlet.localeCompare(b.outlet));
    return rows.sort((a, b) => b[order] - a[order]);
  });
  /** Place of the current outlet in the rows. */
  readonly at: number = $derived(
    Math.max(
      0,
      this.rows.findIndex((row) => row.quotation === this.current),
    ),
  );

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Measures an utterance, unless it is measured already. */
  async show(utterance: string | null) {
    if (utterance === this.#utterance && this.ready) return;
    this.#utterance = utterance;
    await this.reload();
  }

  async reload() {
    const wanted = ++this.#wanted;
    this.failed = false;
    if (this.#utterance === null) {
      this.page = null;
      this.ready = false;
      return;
    }
    try {
      const page = await this.#boundary.reference(this.#utterance);
      if (wanted !== this.#wanted) return;
      this.page = page;
      this.ready = true;
      if (!page?.outlets.some((row) => row.quotation === this.current)) {
        // Where meanings differ most is what a reader looks for.
        const worst = [...(page?.outlets ?? [])].sort((a, b) => b.meaning - a.meaning)[0];
        this.current = worst?.quotation ?? null;
      }
    } catch {
      if (wanted !== this.#wanted) return;
      this.page = null;
      this.ready = true;
      this.failed = true;
    }
  }

  /** Lets the reader say what was really said. */
  async ask(version: string | null) {
    this.refused = null;
    this.asking = { version };
    try {
      this.attached = await this.#boundary.references();
    } catch {
      this.attached = [];
    }
  }

  leave() {
    this.asking = null;
    this.refused = null;
  }

  /** True once the outlets are measured against it. */
  async choose(utterance: string, choice: SaidChoice): Promise<boolean> {
    const done = await this.#take(() => this.#boundary.chooseReference(utterance, choice));
    if (!done) return false;
    this.asking = null;
    this.#utterance = utterance;
    await this.reload();
    return true;
  }

  /** A file that the reader chooses in the system's own dialogue. */
  attachFile(): Promise<Attached | null> {
    return this.#attach(() => this.#boundary.attachFile());
  }

  attachText(name: string, text: string): Promise<Attached | null> {
    return this.#attach(() => this.#boundary.attachText(name, text));
  }

  async remove(id: string) {
    await this.#take(async () => (this.attached = await this.#boundary.removeReference(id)));
    await this.reload();
  }

  async #attach(attach: () => Promise<Attached | null>): Promise<Attached | null> {
    let attached: Attached | null = null;
    await this.#take(async () => {
      attached = await attach();
      this.attached = await this.#boundary.references();
    });
    return attached;
  }

  async #take(act: () => Promise<unknown>): Promise<boolean> {
    this.refused = null;
    try {
      await act();
      return true;
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      this.refused = e.code;
      return false;
    }
  }

  /** To the next or previous outlet. */
  step(by: 1 | -1): number | null {
    if (this.rows.length === 0) return null;
    const next = (this.at + by + this.rows.length) % this.rows.length;
    this.current = this.rows[next]!.quotation;
    return next;
  }

  /** The folder has changed: `now` gives the id that an earlier one has become. */
  async renew(now: (id: string) => string) {
    if (this.#utterance === null) return;
    this.#utterance = now(this.#utterance);
    this.current = this.current === null ? null : now(this.current);
    await this.reload();
  }

  /** Forgets what belongs to the folder that was open. */
  forget() {
    this.#wanted += 1;
    this.#utterance = null;
    this.page = null;
    this.ready = false;
    this.failed = false;
    this.attached = [];
    this.current = null;
    this.asking = null;
  }
}
