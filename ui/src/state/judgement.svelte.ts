import type { Boundary } from "../ipc/boundary";
import { Refusal } from "../ipc/boundary";
import type {
  Asked,
  Correctable,
  CorrectionLine,
  FailureCode,
  Imported,
  Judged,
  StepLine,
} from "../ipc/bindings";

/** What was done last, for the line at the foot. */
export type Told =
  | { how: "done" | "undone" | "redone"; line: StepLine }
  | { how: "imported"; imported: Imported }
  | { how: "exported" }
  | { how: "failed"; code: FailureCode };

const NOTHING: Correctable = { undo: null, redo: null, corrections: 0 };

/** What a person has corrected in the open folder. */
export class Judgement {
  correctable = $state.raw<Correctable>(NOTHING);
  told = $state.raw<Told | null>(null);
  /** The corrections in force, the latest first, once they were asked for. */
  lines = $state.raw<CorrectionLine[] | null>(null);

  readonly #boundary: Boundary;

  readonly #onjudged: (judged: Judged) => Promise<unknown>;
  readonly #onrefused: () => Promise<unknown>;

  /** `onjudged` is called whenever something was corrected, undone or redone; `onrefused` when it
   * could not be. */
  constructor(
    boundary: Boundary,
    onjudged: (judged: Judged) => Promise<unknown>,
    onrefused: () => Promise<unknown>,
  ) {
    this.#boundary = boundary;
    this.#onjudged = onjudged;
    this.#onrefused = onrefused;
  }

  /** A folder was opened. */
  async begin() {
    this.told = null;
    this.lines = null;
    this.correctable = NOTHING;
    this.correctable = await this.#boundary.correctable();
  }

  correct = (asked: Asked) => this.#step("done", () => this.#boundary.correct(asked));

  undo = () => {
    const { undo } = this.correctable;
    return this.#step("undone", () => this.#boundary.undo(), undo);
  };

  redo = () => this.#step("redone", () => this.#boundary.redo());

  withdraw = (numbers: number[]) => this.#step("done", () => this.#boundary.withdraw(numbers));

  async list() {
    this.lines = await this.#boundary.corrections();
  }

  import = () =>
    this.#try(async () => {
      const imported = await this.#boundary.importCorrections();
      if (!imported) return;
      this.told = { how: "imported", imported };
      await this.#took(imported.judged);
    });

  export = () =>
    this.#try(async () => {
      if (await this.#boundary.exportCorrections()) this.told = { how: "exported" };
    });

  dismiss() {
    this.told = null;
  }

  /** What is told is what can be undone afterwards, or `line`. */
  async #step(
    how: "done" | "undone" | "redone",
    act: () => Promise<Judged>,
    line?: StepLine | null,
  ) {
    await this.#try(async () => {
      const judged = await act();
      const told = line ?? judged.correctable.undo;
      this.told = told && { how, line: told };
      await this.#took(judged);
    });
  }

  /** Something was corrected elsewhere: what was kept has been brought back. */
  took = (judged: Judged) => this.#took(judged);

  async #took(judged: Judged) {
    this.correctable = judged.correctable;
    if (this.lines) await this.list();
    await this.#onjudged(judged);
  }

  async #try(act: () => Promise<void>) {
    try {
      await act();
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      this.told = { how: "failed", code: e.code };
      await this.#onrefused();
    }
  }
}
