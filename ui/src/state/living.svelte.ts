import type { Boundary } from "../ipc/boundary";
import type { Failure, Progress, Renewed } from "../ipc/bindings";
import { together, type Taken } from "./taken";

/** What becomes of the open folder's files while it is open. */
export class Living {
  /** Where the taking in stands, where it takes time. */
  progress = $state.raw<Progress | null>(null);
  /** What was taken in since the reader last put the line away. */
  taken = $state.raw<Taken | null>(null);
  /** The folder is not where it was. */
  gone = $state.raw<Failure | null>(null);
  /** A fault of the program kept the last changes out. */
  fault = $state.raw<Failure | null>(null);
  /** The reader wants the changes left out for now. */
  leftOut = $state(false);

  readonly #boundary: Boundary;
  #stopping = false;

  constructor(boundary: Boundary, onrenewed: (renewed: Renewed) => void) {
    this.#boundary = boundary;
    boundary.on("renewing", (progress) => (this.progress = progress));
    boundary.on("renewed", (renewed) => {
      this.#settle();
      this.taken = together(this.taken, renewed);
      onrenewed(renewed);
    });
    boundary.on("notRenewed", ({ failure }) => {
      this.leftOut = this.#stopping;
      this.#settle();
      if (failure?.code === "fault") this.fault = failure;
      else this.gone = failure;
    });
    boundary.on("openingStarted", () => this.#forget());
  }

  look = () => {
    this.leftOut = false;
    return this.#boundary.renew();
  };

  stop = () => {
    this.#stopping = true;
    return this.#boundary.stopRenewal();
  };

  dismiss() {
    this.taken = null;
    this.leftOut = false;
  }

  dismissFault() {
    this.fault = null;
  }

  #settle() {
    this.progress = null;
    this.gone = null;
    this.fault = null;
    this.#stopping = false;
  }

  #forget() {
    this.#settle();
    this.dismiss();
  }
}
