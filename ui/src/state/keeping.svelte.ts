import type { Boundary } from "../ipc/boundary";
import { Refusal } from "../ipc/boundary";
import type { FailureCode, Judged, KeptKind, StoreTrouble } from "../ipc/bindings";

/** What there is to tell of the files in which corrections and transcripts are kept. */
export class Keeping {
  /** Those that the reader has not put away. */
  troubles = $state.raw<StoreTrouble[]>([]);
  /** Why what was asked last could not be done. */
  failed = $state<FailureCode | null>(null);

  readonly #boundary: Boundary;
  readonly #onrestored: (judged: Judged) => Promise<unknown>;
  /** Put away until the program is started again. */
  readonly #away: string[] = [];

  constructor(boundary: Boundary, onrestored: (judged: Judged) => Promise<unknown>) {
    this.#boundary = boundary;
    this.#onrestored = onrestored;
  }

  async look() {
    const troubles = await this.#boundary.storeTroubles();
    this.troubles = troubles.filter((trouble) => !this.#away.includes(name(trouble)));
  }

  restore = (of: KeptKind) =>
    this.#try(async () => this.#onrestored(await this.#boundary.restoreKept(of)));

  show = (of: KeptKind) => this.#try(() => this.#boundary.showTroubledFile(of));

  /** What was put aside stays where it is, and is told no more; all else is told at the next start. */
  dismiss = (trouble: StoreTrouble) =>
    this.#try(async () => {
      if (trouble.of && trouble.kind === "not_understood") {
        await this.#boundary.acknowledgeTrouble(trouble.of);
      } else {
        this.#away.push(name(trouble));
      }
    });

  async #try(act: () => Promise<unknown>) {
    try {
      this.failed = null;
      await act();
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      this.failed = e.code;
    }
    await this.look();
  }
}

function name({ of, kind, file }: StoreTrouble): string {
  return `${of} ${kind} ${file}`;
}
